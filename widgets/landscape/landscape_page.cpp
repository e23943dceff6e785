// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_page.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/landscape/best_sizes_view.h"
#include "widgets/landscape/landscape_figures.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/landscape/landscape_view.h"
#include "widgets/landscape/similarity_view.h"
#include "widgets/language/core_text.h"
#include "widgets/model/session_options.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text_button.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

LandscapePage::LandscapePage(SessionModel& session, TestImages& images, LandscapeModel& model,
                             QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_stack(new QStackedWidget)
    , m_landscape(new LandscapeView(session, images, model))
    , m_best(new BestSizesView(session, images, model))
    , m_similarity(new SimilarityView(session, images, model))
{
    setPart(m_stack, "landscape");
    m_stack->addWidget(m_landscape);
    m_stack->addWidget(m_best);
    m_stack->addWidget(m_similarity);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->setSpacing(6);
    all->addWidget(makeViewRow());
    all->addWidget(m_stack, 1);
    connect(&m_session, &SessionModel::stateChanged, this, &LandscapePage::showOptions);
    connect(&m_session, &SessionModel::manifoldChanged, this, &LandscapePage::showOptions);
    connect(&m_model, &LandscapeModel::problem, this, &LandscapePage::problem);
    showOptions();
}

LandscapePage::~LandscapePage()
{
    m_model.disconnect(this);
}

QWidget* LandscapePage::makeViewRow()
{
    auto* views = new ButtonRow;
    setPart(views, "landscape-views");
    m_views = new QButtonGroup(this);
    const struct {
        const char* view;
        QString text;
        QString tip;
    } kinds[] = {{"map", tr("Map"), tr("Accuracy over two sizes, seen from above")},
                 {"surface", tr("Surface"), tr("The same as a surface that can be turned")},
                 {"best", tr("Find best"), tr("The most accurate sizes within a budget")},
                 {"similarity", tr("Similarity"), tr("How alike networks of two sizes compute")}};
    for (const auto& kind : kinds) {
        auto* button = new QToolButton;
        button->setText(kind.text);
        button->setCheckable(true);
        button->setProperty("view", QString::fromLatin1(kind.view));
        describeControl(button, kind.text, kind.tip);
        m_views->addButton(button);
        views->addWidget(button);
    }
    connect(m_views, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        chooseOption(m_session, "landscape.view",
                     button->property("view").toString().toStdString());
    });
    views->addStretch();
    m_table = makeTextButton(QStringLiteral("table"), tr("Table"),
                             tr("Shows the numbers behind what is seen"));
    m_table->setCheckable(true);
    connect(m_table, &QToolButton::toggled, this, [this](bool table) {
        chooseOption(m_session, "landscape.form", table ? "table" : "figure");
    });
    auto* figure = makeTextButton(QStringLiteral("export-figure"), tr("Figure…"),
                                  tr("Shows the figure as it will be on paper, and writes it as "
                                     "SVG, PDF or PNG"));
    auto* numbers = makeTextButton(QStringLiteral("table"), tr("CSV…"),
                                   tr("Writes the numbers of what is shown as CSV"));
    m_vtp = makeTextButton(QStringLiteral("export-checkpoint"), tr("VTK…"),
                           tr("Writes the surface as a .vtp file for ParaView and other programs"));
    views->addWidget(m_table);
    views->addWidget(figure);
    views->addWidget(numbers);
    views->addWidget(m_vtp);
    connect(figure, &QToolButton::clicked, this, [this] { Q_EMIT figureWanted(shownFigure()); });
    connect(numbers, &QToolButton::clicked, this, &LandscapePage::exportNumbersAs);
    connect(m_vtp, &QToolButton::clicked, this, &LandscapePage::exportSurfaceAs);
    return views;
}

void LandscapePage::showOptions()
{
    const std::string view = optionOf(m_session, "landscape.view");
    for (QAbstractButton* button : m_views->buttons()) {
        button->setChecked(button->property("view").toString().toStdString() == view);
    }
    m_stack->setCurrentIndex(view == "best" ? 1 : view == "similarity" ? 2 : 0);
    const QSignalBlocker quiet(m_table);
    m_table->setChecked(optionOf(m_session, "landscape.form") == "table");
    m_table->setVisible(view != "best");   // which has one of its own
    m_vtp->setVisible(view == "map" || view == "surface");
    m_vtp->setEnabled(m_model.data().has_value());
}

LandscapeMap* LandscapePage::map() const
{
    return m_landscape->map();
}

LandscapeSurface* LandscapePage::surface() const
{
    return m_landscape->surface();
}

QTableWidget* LandscapePage::foundTable() const
{
    return m_best->table();
}

NumberTableView* LandscapePage::numbersTable() const
{
    return m_landscape->table();
}

NumberTableView* LandscapePage::similarityTable() const
{
    return m_similarity->table();
}

QString LandscapePage::readout() const
{
    return m_landscape->readout();
}

void LandscapePage::setImageLimit(std::size_t images)
{
    m_landscape->setImageLimit(images);
}

void LandscapePage::setSearchOptions(const SearchOptions& options)
{
    m_best->setSearchOptions(options);
}

Budget LandscapePage::budget() const
{
    return m_best->budget();
}

void LandscapePage::setBudget(double fraction)
{
    m_best->setBudget(fraction);
}

void LandscapePage::refresh()
{
    m_landscape->refresh();
}

std::vector<Figure> LandscapePage::figures() const
{
    std::vector<Figure> list;
    if (const auto data = m_model.data(); data && data->knownCount() > 0) {
        list = landscapeFigures(*data);
    }
    if (const auto figure = m_best->figure()) {
        list.push_back(*figure);
    }
    if (const auto figure = m_similarity->figure()) {
        list.push_back(*figure);
    }
    auto shown = std::ranges::find(list, shownFigure(), &Figure::name);
    if (shown == list.end() && shownFigure() == u"landscape-surface") {
        shown = list.begin();   // without OpenGL the map stands in
    }
    if (shown != list.end()) {
        list.push_back(landscapePageFigure(*shown, sentences()));
    }
    return list;
}

QStringList LandscapePage::sentences() const
{
    const std::string view = optionOf(m_session, "landscape.view");
    return view == "best"      ? QStringList(m_best->verdict())
        : view == "similarity" ? QStringList(m_similarity->readout())
                               : m_landscape->sentences();
}

QString LandscapePage::shownFigure() const
{
    const std::string view = optionOf(m_session, "landscape.view");
    return view == "best"      ? QStringLiteral("best-sizes")
        : view == "similarity" ? QStringLiteral("similarity")
        : view == "surface"    ? QStringLiteral("landscape-surface")
                               : QStringLiteral("landscape");
}

void LandscapePage::exportNumbersAs()
{
    const QString shown = shownFigure();
    // The surface is a picture of the same numbers, and there is none without OpenGL.
    const QString name =
        shown == u"landscape-surface" ? QStringLiteral("landscape") : shown;
    const std::vector<Figure> all = figures();
    const auto found = std::ranges::find(all, name, &Figure::name);
    if (found == all.end()) {
        Q_EMIT told(tr("There are no numbers yet: nothing is measured."));
        return;
    }
    write(QFileDialog::getSaveFileName(this, tr("Export numbers"), name + QStringLiteral(".csv"),
                                       tr("CSV (*.csv)")),
          csvOf(found->numbers).toStdString());
}

void LandscapePage::exportSurfaceAs()
{
    const auto data = m_model.data();
    if (!data || data->knownCount() == 0) {
        Q_EMIT told(tr("There is no surface yet: nothing is measured."));
        return;
    }
    write(QFileDialog::getSaveFileName(this, tr("Export surface"), QStringLiteral("landscape.vtp"),
                                       tr("VTK PolyData (*.vtp)")),
          vtpText(vtpSurface(*data)));
}

void LandscapePage::write(const QString& file, const std::string& text)
{
    if (file.isEmpty()) {
        return;
    }
    try {
        writeFileAtomically(file.toStdU16String(), text);
        Q_EMIT told(tr("Wrote %1").arg(QFileInfo(file).fileName()));
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
    }
}

} // namespace morphospace
