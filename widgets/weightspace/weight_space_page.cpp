// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_page.h"

#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/replay/zoo_model.h"
#include "widgets/figure/figure_file.h"
#include "widgets/model/session_options.h"
#include "widgets/model/step_text.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/empty_state.h"
#include "widgets/shared/text_button.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/font_file.h"
#include "widgets/weightspace/invert_dialog.h"
#include "widgets/weightspace/letters_panel.h"
#include "widgets/weightspace/member_dialog.h"
#include "widgets/weightspace/member_list.h"
#include "widgets/weightspace/members_panel.h"
#include "widgets/weightspace/point_cloud_2d.h"
#include "widgets/weightspace/point_cloud_3d.h"
#include "widgets/weightspace/weight_space_figures.h"
#include "widgets/weightspace/weight_space_inspector.h"
#include "widgets/weightspace/zoo_export_dialog.h"
#include "widgets/welcome/welcome_page.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace morphospace {
namespace {

/// A picture that is not one of this program's figures: these bring back their session.
bool isPicture(const QString& file)
{
    if (file.isEmpty() || QImageReader::imageFormat(file).isEmpty()) {
        return false;
    }
    try {
        return readProvenance(file.toStdU16String()).session.empty();
    } catch (const Error&) {
        return true;
    }
}

} // namespace

WeightSpacePage::WeightSpacePage(SessionModel& session, WeightSpaceModel& model, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    setAcceptDrops(true);
    auto* full = new QWidget;
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(6, 8, 6, 8);
    column->setSpacing(6);
    column->addWidget(makeTop());
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("weightspace-split"));
    split->setChildrenCollapsible(false);
    m_members = new MembersPanel(session, model);
    m_letters = new LettersPanel(session, model);
    split->addWidget(m_members);
    split->addWidget(m_letters);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 5);
    column->addWidget(split, 1);
    m_whole = new QStackedWidget;
    m_whole->addWidget(makeEmpty());
    m_whole->addWidget(full);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_whole);

    connect(&m_session, &SessionModel::zooChanged, this, &WeightSpacePage::fillZoo);
    connect(&m_session, &SessionModel::stateChanged, this, &WeightSpacePage::showOptions);
    connect(&m_model, &WeightSpaceModel::problem, this, &WeightSpacePage::problem);
    connect(&m_model, &WeightSpaceModel::told, this, &WeightSpacePage::told);
    fillZoo();
}

WeightSpacePage::~WeightSpacePage()
{
    m_model.setWatched(false);
    m_model.disconnect(this);
}

QWidget* WeightSpacePage::makeTop()
{
    auto* row = new ButtonRow;
    m_views = new QButtonGroup(this);
    const struct {
        const char* view;
        QString text;
        QString tip;
    } kinds[] = {{"map", tr("Map"),
                  tr("Members as points at two components: point at one to see its letters, "
                     "click to go there")},
                 {"cloud", tr("3-D"), tr("The same at three components, to be turned")},
                 {"members", tr("Members"), tr("Members by name")},
                 {"matrix", tr("Entanglement"), tr("How much directions have in common")}};
    for (const auto& kind : kinds) {
        auto* button = new QToolButton;
        button->setText(kind.text);
        button->setCheckable(true);
        button->setProperty("view", QString::fromLatin1(kind.view));
        describeControl(button, kind.text, kind.tip);
        m_views->addButton(button);
        row->addWidget(button);
    }
    connect(m_views, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        chooseOption(m_session, "weightspace.view",
                     button->property("view").toString().toStdString());
    });
    row->addStretch();

    m_sample = makeTextButton(QStringLiteral("sample"), tr("Sample"),
                              tr("Draws a new model at random; the arrow has how"));
    m_sample->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(m_sample);
    const auto addChoices = [this, menu](const char* name, const QString& title) {
        auto* choices = menu->addMenu(title);
        auto* group = new QActionGroup(choices);
        for (const SessionOption& known : sessionOptions()) {
            if (known.name != name) {
                continue;
            }
            std::vector<std::string> values(known.accepted.begin(), known.accepted.end());
            std::ranges::stable_sort(values, [](const std::string& a, const std::string& b) {
                const double x = QString::fromStdString(a).toDouble();
                const double y = QString::fromStdString(b).toDouble();
                return x < y;
            });
            for (const std::string& value : values) {
                auto* action =
                    choices->addAction(optionValueText(name, value), this, [this, name, value] {
                        chooseOption(m_session, name, value);
                    });
                action->setCheckable(true);
                action->setData(QString::fromStdString(value));
                group->addAction(action);
            }
        }
        connect(choices, &QMenu::aboutToShow, this, [this, group, name] {
            for (QAction* action : group->actions()) {
                action->setChecked(action->data().toString().toStdString()
                                   == optionOf(m_session, name));
            }
        });
    };
    addChoices("weightspace.sampling", tr("Drawn by"));
    addChoices("weightspace.spread", tr("Spread"));
    addChoices("weightspace.components", tr("Components"));
    m_sample->setMenu(menu);
    connect(m_sample, &QToolButton::clicked, &m_model, &WeightSpaceModel::sample);
    auto* average = makeTextButton(QStringLiteral("average"), tr("Average"),
                                   tr("Goes to the middle of all members"));
    connect(average, &QToolButton::clicked, this, [this] {
        m_model.setWalking(false);
        m_session.perform(SetPlace{});
    });
    m_walk =
        makeTextButton(QStringLiteral("play"), tr("Walk…"),
                       tr("Walks from this member to another one, through all that lies between"));
    connect(m_walk, &QToolButton::clicked, this, &WeightSpacePage::walk);
    auto* invert = makeTextButton(
        QStringLiteral("note"), tr("Invert…"),
        tr("Finds the model that draws a few letters: yours, of a picture or of a font"));
    connect(invert, &QToolButton::clicked, this, &WeightSpacePage::askForLetters);
    auto* customise =
        makeTextButton(QStringLiteral("open"), tr("Customise font…"),
                       tr("Makes a font file of yours a model of this space, by all its letters"));
    connect(customise, &QToolButton::clicked, this, &WeightSpacePage::askForFont);
    auto* figure = makeTextButton(
        QStringLiteral("export-figure"), tr("Figure…"),
        tr("Shows the letters as they will be on paper, and writes them as SVG, PDF or PNG"));
    connect(figure, &QToolButton::clicked, this,
            [this] { Q_EMIT figureWanted(QStringLiteral("specimen")); });
    auto* write = makeTextButton(
        QStringLiteral("export-checkpoint"), tr("Export…"),
        tr("Writes this model as an adapter or with its weights merged, or samples"));
    connect(write, &QToolButton::clicked, this, &WeightSpacePage::exportAs);
    for (QToolButton* button : {m_sample, average, m_walk, invert, customise, figure, write}) {
        row->addWidget(button);
    }
    return row;
}

QWidget* WeightSpacePage::makeEmpty()
{
    auto* empty = new EmptyState(
        tr("A zoo of models, and the space of their weights"),
        tr("A zoo is one small diffusion model of letters, customised to many typefaces. Its "
           "members' weights are points of a space: walk through it, push a face to be "
           "bolder or more slanted, find the model that draws your own letters."));
    for (const BundledManifold& zoo : bundledZoos()) {
        auto* button = new QPushButton(zoo.title);
        button->setObjectName(QStringLiteral("primary"));
        button->setFixedWidth(260);
        describeControl(button, tr("Open %1").arg(zoo.title),
                        tr("Opens this zoo, which ships with the program"));
        connect(button, &QPushButton::clicked, this, [this, file = zoo.file] {
            Q_EMIT fileWanted(QString::fromStdU16String(file.u16string()));
        });
        empty->add(button);
    }
    auto* open = new QPushButton(tr("Open a zoo…"));
    open->setFixedWidth(260);
    describeControl(open, tr("Open a zoo"), tr("Chooses a .zoo file to open"));
    connect(open, &QPushButton::clicked, this, &WeightSpacePage::openWanted);
    empty->add(open);
    return empty;
}

void WeightSpacePage::setProvenance(std::function<Provenance()> provenance)
{
    m_provenance = std::move(provenance);
}

void WeightSpacePage::fillZoo()
{
    m_whole->setCurrentIndex(m_session.zoo() ? 1 : 0);
    showOptions();
}

void WeightSpacePage::showOptions()
{
    const std::string view = optionOf(m_session, "weightspace.view");
    for (QAbstractButton* button : m_views->buttons()) {
        button->setChecked(button->property("view").toString().toStdString() == view);
    }
    m_walk->setEnabled(m_model.canWalk());
}

void WeightSpacePage::walk()
{
    const auto zoo = m_session.zoo();
    if (!zoo || !m_model.canWalk()) {
        return;
    }
    MemberDialog dialog(memberNames(*zoo), this);
    if (dialog.exec() == QDialog::Accepted) {
        m_model.walkTo(dialog.member());
    }
}

void WeightSpacePage::askForFont()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Customise to a font"), QString(),
        tr("Fonts (*.ttf *.otf *.ttc *.otc *.pfa *.pfb *.woff);;All files (*)"));
    if (!file.isEmpty()) {
        m_model.customise(file.toStdU16String());
    }
}

void WeightSpacePage::askForLetters()
{
    askForLettersOf({});
}

void WeightSpacePage::askForLettersOf(const QString& file)
{
    InvertDialog dialog(this);
    if (!file.isEmpty()) {
        dialog.openFile(file);
    }
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    GivenLetters given;
    given.pixels.resize(typefaceLetters * glyphImageBytes);
    given.name = dialog.title();
    for (const GivenLetter& letter : dialog.letters()) {
        given.letters.push_back(letter.letter);
        std::ranges::copy(letter.cell,
                          given.pixels.begin()
                              + std::ptrdiff_t(std::size_t(letter.letter) * glyphImageBytes));
    }
    m_model.invert(given, {});
}

void WeightSpacePage::exportAs()
{
    ZooExportDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const ZooExport kind = dialog.kind();
    const QString filter = kind == ZooExport::SamplesPng ? tr("PNG pictures (*.png)")
        : kind == ZooExport::SamplesIdx                  ? tr("IDX images (*-idx3-ubyte)")
                                                         : tr("Tensors (*.safetensors)");
    const QString name = kind == ZooExport::Adapter ? QStringLiteral("adapter.safetensors")
        : kind == ZooExport::Merged                 ? QStringLiteral("model.safetensors")
        : kind == ZooExport::SamplesPng             ? QStringLiteral("samples.png")
                                                    : QStringLiteral("samples-images-idx3-ubyte");
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export"), m_exportFolder.isEmpty() ? name : m_exportFolder + u'/' + name, filter);
    if (file.isEmpty()) {
        return;
    }
    m_exportFolder = QFileInfo(file).path();
    const std::filesystem::path path = file.toStdU16String();
    const Provenance provenance = m_provenance ? m_provenance() : Provenance();
    switch (kind) {
    case ZooExport::Adapter:
        m_model.exportAdapter(path, provenance);
        break;
    case ZooExport::Merged:
        m_model.exportMerged(path, provenance);
        break;
    case ZooExport::SamplesPng:
    case ZooExport::SamplesIdx:
        m_model.exportSamples(path, dialog.count(), provenance);
        break;
    }
}

std::vector<Figure> WeightSpacePage::figures() const
{
    const auto zoo = m_session.zoo();
    if (!zoo || !m_model.current()) {
        return {};
    }
    const std::string view = optionOf(m_session, "weightspace.view");
    WeightSpaceShown shown;
    shown.specimen = m_letters->specimen();
    shown.cloud = m_members->cloud();
    if (openGlProblem().isEmpty()) {
        shown.camera = m_members->solid()->camera();
    }
    if (m_model.directions()) {
        shown.directions = m_members->matrix()->data();
    }
    shown.scores = scoresOf(*zoo, *m_model.current());
    shown.view = view == "cloud"   ? QStringLiteral("weight-space-3d")
        : view == "matrix"         ? QStringLiteral("entanglement")
                                   : QStringLiteral("weight-space");
    return weightSpaceFigures(shown);
}

void WeightSpacePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setWatched(true);
    showOptions();
    m_letters->refresh();
}

void WeightSpacePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model.setWatched(false);
}

void WeightSpacePage::dragEnterEvent(QDragEnterEvent* event)
{
    // Fonts and pictures of letters are for here; all else is for the window.
    const QString file = event->mimeData()->urls().value(0).toLocalFile();
    if (m_session.zoo() && (isFontFile(file) || isPicture(file))) {
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void WeightSpacePage::dropEvent(QDropEvent* event)
{
    const QString file = event->mimeData()->urls().value(0).toLocalFile();
    if (!m_session.zoo() || (!isFontFile(file) && !isPicture(file))) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    if (isFontFile(file)) {
        m_model.customise(file.toStdU16String());
    } else {
        askForLettersOf(file);
    }
}

} // namespace morphospace
