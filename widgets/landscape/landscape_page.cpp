// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_page.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/landscape/landscape_figures.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int refreshMilliseconds = 60;   // measurements come faster than a surface needs redrawing

QToolButton* makeButton(const QString& iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(button, text, tip);
    return button;
}

QLayout* inCard(QWidget* card)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(8, 8, 8, 8);
    return column;
}

/// What the field of the budget counts in: thousands, or milliseconds.
double unitOf(Cost cost)
{
    return cost == Cost::Latency ? 1e-3 : 1e3;
}

} // namespace

LandscapePage::LandscapePage(SessionModel& session, TestImages& images, LandscapeModel& model,
                             QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
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
        choose("landscape.view", button->property("view").toString().toStdString());
    });
    views->addStretch();
    m_table = makeButton(QStringLiteral("table"), tr("Table"),
                         tr("Shows the numbers behind what is seen"));
    m_table->setCheckable(true);
    views->addWidget(m_table);
    connect(m_table, &QToolButton::toggled, this,
            [this](bool table) { choose("landscape.form", table ? "table" : "figure"); });
    auto* figure = makeButton(QStringLiteral("export-figure"), tr("Figure…"),
                              tr("Shows the figure as it will be on paper, and writes it as SVG, "
                                 "PDF or PNG"));
    auto* numbers = makeButton(QStringLiteral("table"), tr("CSV…"),
                               tr("Writes the numbers of what is shown as CSV"));
    m_vtp = makeButton(QStringLiteral("export-checkpoint"), tr("VTK…"),
                       tr("Writes the surface as a .vtp file for ParaView and other programs"));
    views->addWidget(figure);
    views->addWidget(numbers);
    views->addWidget(m_vtp);
    connect(figure, &QToolButton::clicked, this, [this] {
        const std::string view = option("landscape.view");
        Q_EMIT figureWanted(view == "best"         ? QStringLiteral("best-sizes")
                            : view == "similarity" ? QStringLiteral("similarity")
                            : view == "surface"    ? QStringLiteral("landscape-surface")
                                                   : QStringLiteral("landscape"));
    });
    connect(numbers, &QToolButton::clicked, this, &LandscapePage::exportNumbersAs);
    connect(m_vtp, &QToolButton::clicked, this, &LandscapePage::exportSurfaceAs);

    m_map = new LandscapeMap;
    m_surface = new LandscapeSurface;
    auto* landscape = new QWidget;
    auto* inside = new QVBoxLayout(landscape);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(6);
    inside->addWidget(makeControls());
    auto* card = makeCard();
    auto* column = static_cast<QVBoxLayout*>(inCard(card));
    auto* both = new QStackedWidget;
    both->setObjectName(QStringLiteral("landscape-views"));
    both->addWidget(m_map);
    both->addWidget(m_surface);
    m_numbers = new NumberTableView;
    describeControl(m_numbers, tr("Landscape as a table"),
                    tr("Sizes that are measured; press Return or double-click to go to a size"));
    both->addWidget(m_numbers);
    connect(m_numbers, &NumberTableView::rowActivated, this, [this](int row) {
        const auto& data = m_map->data();
        if (data && row >= 0 && std::size_t(row) < m_listed.size()) {
            goTo(data->configuration(m_listed[std::size_t(row)]));
        }
    });
    column->addWidget(both, 1);
    m_note = makeNote();
    m_note->setMinimumHeight(2 * QFontMetrics(font()).lineSpacing());
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_note);
    inside->addWidget(card, 1);

    m_stack = new QStackedWidget;
    setPart(m_stack, "landscape");
    m_stack->addWidget(landscape);
    m_stack->addWidget(makeBest());
    m_stack->addWidget(makeSimilarity());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->setSpacing(6);
    all->addWidget(views);
    all->addWidget(m_stack, 1);

    const auto connectView = [this](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::markedChanged, this, &LandscapePage::describe);
        connect(view, &View::dragBegan, &m_session, &SessionModel::beginDrag);
        connect(view, &View::dragEnded, &m_session, &SessionModel::endDrag);
        connect(view, &View::wanted, this, &LandscapePage::goTo);
    };
    connectView(m_map);
    connectView(m_surface);
    connect(&m_session, &SessionModel::stateChanged, this, &LandscapePage::showOptions);
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] {
        fillAxes();
        setBudget(0.25);
        showOptions();
    });
    connect(&m_images, &TestImages::changed, this, &LandscapePage::updateButtons);
    connect(&m_model, &LandscapeModel::measured, this, &LandscapePage::scheduleRefresh);
    connect(&m_model, &LandscapeModel::measuringChanged, this, &LandscapePage::updateButtons);
    connect(&m_model, &LandscapeModel::searchChanged, this, &LandscapePage::refreshBest);
    connect(&m_model, &LandscapeModel::similarityChanged, this, &LandscapePage::refreshSimilarity);
    connect(&m_model, &LandscapeModel::problem, this, &LandscapePage::problem);
    fillAxes();
    setBudget(0.25);
    showOptions();
    refreshBest();
    refreshSimilarity();
}

LandscapePage::~LandscapePage()
{
    m_model.disconnect(this);
}

QWidget* LandscapePage::makeControls()
{
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("primary"));
    m_x = new ElidingBox;
    m_y = new ElidingBox;
    m_colour = new ElidingBox;
    m_colour->addItem(tr("Colour: accuracy"), QStringLiteral("accuracy"));
    m_colour->addItem(tr("Colour: parameters"), QStringLiteral("parameters"));
    m_colour->addItem(tr("Colour: MACs"), QStringLiteral("macs"));
    describeControl(m_x, tr("Axis to the right"), tr("Which sizes change from left to right"));
    describeControl(m_y, tr("Axis upwards"), tr("Which sizes change from the bottom to the top"));
    describeControl(m_colour, tr("Colour"),
                    tr("What colours show; lines and height always show accuracy"));
    m_sheets = makeButton(QStringLiteral("matrix"), tr("Intervals"),
                          tr("Shows the ends of the 95 % intervals as two sheets"));
    m_sheets->setCheckable(true);
    m_close = makeButton(QStringLiteral("full-size"), tr("Close up"),
                         tr("Heights and colours follow the accuracies of the trained range; what "
                            "lies beyond is cut off"));
    m_close->setCheckable(true);
    // What a class does not need while a lesson is presented.
    setPart(m_x, "landscape-x");
    setPart(m_y, "landscape-y");
    setPart(m_colour, "landscape-colour");
    auto* row = new ButtonRow;
    row->addWidget(makePart("measure", m_start));
    row->addWidget(m_x);
    row->addWidget(m_y);
    row->addStretch();
    row->addWidget(m_sheets);
    row->addWidget(m_close);
    row->addWidget(m_colour);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_model.isMeasuring()) {
            m_model.cancelMeasuring();
        } else {
            m_model.measure(m_limit);
        }
    });
    connect(m_x, &QComboBox::activated, this,
            [this] { choose("landscape.x", m_x->currentData().toString().toStdString()); });
    connect(m_y, &QComboBox::activated, this,
            [this] { choose("landscape.y", m_y->currentData().toString().toStdString()); });
    connect(m_colour, &QComboBox::activated, this,
            [this] { choose("landscape.colour", m_colour->currentData().toString().toStdString()); });
    connect(m_close, &QToolButton::toggled, this,
            [this](bool close) { choose("landscape.range", close ? "close" : "whole"); });
    connect(m_sheets, &QToolButton::toggled, this,
            [this](bool shown) { choose("landscape.sheets", shown ? "shown" : "hidden"); });
    return row;
}

QWidget* LandscapePage::makeBest()
{
    m_cost = new ElidingBox;
    for (const Cost cost : costs) {
        const std::string_view name = nameOf(cost);
        m_cost->addItem(costTitle(cost), QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    describeControl(m_cost, tr("Cost of the budget"), tr("What the budget counts"));
    m_limitField = new QDoubleSpinBox;
    m_limitField->setRange(0.001, 1e9);
    m_limitField->setDecimals(3);
    describeControl(m_limitField, tr("Budget"), tr("What a network may cost at the most"));
    m_search = new QPushButton;
    m_search->setObjectName(QStringLiteral("primary"));
    auto* row = new ButtonRow;
    row->addWidget(m_search);
    row->addWidget(m_cost);
    row->addWidget(m_limitField);
    row->addStretch();
    m_frontView = new PaintedView;
    m_frontView->setAccessibleName(tr("Accuracy of what was found against its cost"));
    m_found = new QTableWidget;
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_found->setSelectionMode(QAbstractItemView::SingleSelection);
    m_found->verticalHeader()->hide();
    m_found->setAlternatingRowColors(true);
    m_found->setShowGrid(false);
    describeControl(m_found, tr("Sizes found"),
                    tr("What was found and the uniform sizes; press Return or double-click to go to "
                       "a size"));
    m_verdict = makeNote();
    auto* card = makeCard();
    auto* column = static_cast<QVBoxLayout*>(inCard(card));
    column->addWidget(m_frontView, 3);
    column->addWidget(m_verdict);
    column->addWidget(m_found, 2);
    auto* all = new QWidget;
    auto* outer = new QVBoxLayout(all);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(6);
    outer->addWidget(row);
    outer->addWidget(card, 1);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_model.isSearching()) {
            m_model.cancelSearch();
        } else {
            m_model.search(budget(), m_searchOptions);
        }
    });
    connect(m_cost, &QComboBox::activated, this, [this] {
        choose("landscape.cost", m_cost->currentData().toString().toStdString());
        setBudget(0.25);
    });
    connect(m_found, &QTableWidget::cellActivated, this, [this](int at) {
        if (at >= 0 && std::size_t(at) < m_rows.size()) {
            goTo(m_rows[std::size_t(at)]);
        }
    });
    return all;
}

QWidget* LandscapePage::makeSimilarity()
{
    m_what = new ElidingBox;
    m_what->addItem(tr("A and B, layer by layer"), QStringLiteral("pair"));
    m_what->addItem(tr("All widths"), QStringLiteral("widths"));
    describeControl(m_what, tr("Similarity of"),
                    tr("Two sizes layer by layer, or every width with every other"));
    m_compare = new QPushButton;
    m_compare->setObjectName(QStringLiteral("primary"));
    auto* row = new ButtonRow;
    row->addWidget(m_compare);
    row->addWidget(m_what);
    row->addStretch();
    m_similarityView = new PaintedView;
    m_similarityView->setAccessibleName(tr("Similarity of features"));
    m_similarityNote = makeNote();
    auto* card = makeCard();
    auto* column = static_cast<QVBoxLayout*>(inCard(card));
    m_similarityNumbers = new NumberTableView;
    describeControl(m_similarityNumbers, tr("Similarity as a table"),
                    tr("The numbers behind the chart; a click on a heading sorts by it"));
    m_similarityStack = new QStackedWidget;
    m_similarityStack->addWidget(m_similarityView);
    m_similarityStack->addWidget(m_similarityNumbers);
    column->addWidget(m_similarityStack, 1);
    column->addWidget(m_similarityNote);
    auto* all = new QWidget;
    auto* outer = new QVBoxLayout(all);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(6);
    outer->addWidget(row);
    outer->addWidget(card, 1);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (m_model.isComparing()) {
            m_model.cancelComparing();
        } else if (option("landscape.similarity") == "pair") {
            m_model.comparePair();
        } else {
            m_model.compareWidths();
        }
    });
    connect(m_what, &QComboBox::activated, this, [this] {
        choose("landscape.similarity", m_what->currentData().toString().toStdString());
    });
    return all;
}

std::string LandscapePage::option(const char* name) const
{
    return optionValue(m_session.state(), name);
}

void LandscapePage::choose(const char* name, const std::string& value)
{
    if (option(name) != value) {
        m_session.perform(SetOption{name, value});
    }
}

void LandscapePage::fillAxes()
{
    const auto manifold = m_session.manifold();
    const QSignalBlocker quietX(m_x);
    const QSignalBlocker quietY(m_y);
    for (QComboBox* box : {m_x, m_y}) {
        box->clear();
        if (manifold) {
            for (const LandscapeAxis& axis : landscapeAxes(manifold->family())) {
                box->addItem(axisName(axis), QString::fromStdString(axis.name()));
            }
        }
    }
}

void LandscapePage::showOptions()
{
    const std::string view = option("landscape.view");
    for (QAbstractButton* button : m_views->buttons()) {
        button->setChecked(button->property("view").toString().toStdString() == view);
    }
    m_stack->setCurrentIndex(view == "best" ? 1 : view == "similarity" ? 2 : 0);
    const bool table = option("landscape.form") == "table";
    findChild<QStackedWidget*>(QStringLiteral("landscape-views"))
        ->setCurrentIndex(table ? 2 : view == "surface" ? 1 : 0);
    m_similarityStack->setCurrentIndex(table ? 1 : 0);
    const QSignalBlocker quietTable(m_table);
    m_table->setChecked(table);
    m_table->setVisible(view != "best");   // which has one of its own
    m_vtp->setVisible(view == "map" || view == "surface");
    const auto select = [this](QComboBox* box, const char* name) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(QString::fromStdString(option(name))));
    };
    select(m_colour, "landscape.colour");
    select(m_cost, "landscape.cost");
    select(m_what, "landscape.similarity");
    if (const auto data = m_model.data()) {
        const QSignalBlocker quietX(m_x);
        const QSignalBlocker quietY(m_y);
        m_x->setCurrentIndex(m_x->findData(QString::fromStdString(data->grid.x.name())));
        m_y->setCurrentIndex(m_y->findData(QString::fromStdString(data->grid.y.name())));
    }
    const QSignalBlocker quietClose(m_close);
    m_close->setChecked(option("landscape.range") == "close");
    const QSignalBlocker quiet(m_sheets);
    m_sheets->setChecked(option("landscape.sheets") == "shown");
    m_sheets->setVisible(view == "surface");
    if (table != m_listing && isVisible()) {
        refresh();
    } else {
        scheduleRefresh();
    }
    m_listing = table;
    refreshSimilarity();
    updateButtons();
}

void LandscapePage::scheduleRefresh()
{
    // A page that is not seen does no work; it catches up when shown.
    if (isVisible() && !m_refresh.isActive()) {
        m_refresh.start(refreshMilliseconds, this);
    }
}

void LandscapePage::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_refresh.timerId()) {
        m_refresh.stop();
        refresh();
    }
}

void LandscapePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    refreshBest();
    refreshSimilarity();
}

void LandscapePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshBest();
        refreshSimilarity();
    }
}

void LandscapePage::refresh()
{
    const auto data = m_model.data();
    m_map->setData(data);
    m_surface->setData(data);
    refreshNumbers();
    const auto* shown = findChild<QStackedWidget*>(QStringLiteral("landscape-views"));
    describe(shown->currentIndex() == 0       ? m_map->marked()
                 : shown->currentIndex() == 1 ? m_surface->marked()
                                              : -1);
    updateButtons();
}

void LandscapePage::refreshNumbers()
{
    if (option("landscape.form") != "table") {
        return;
    }
    const auto& data = m_map->data();
    m_listed.clear();
    for (std::size_t cell = 0; data && cell < data->cells.size(); ++cell) {
        if (data->cells[cell]) {
            m_listed.push_back(cell);
        }
    }
    m_numbers->setNumbers(data ? landscapeTable(*data) : NumberTable(),
                          data ? landscapeHeadings(*data) : QStringList());
}

void LandscapePage::updateButtons()
{
    const bool images = m_images.images() != nullptr;
    const auto data = m_model.data();
    const bool measuring = m_model.isMeasuring();
    m_start->setText(measuring ? tr("Cancel measuring") : tr("Measure"));
    m_start->setEnabled(measuring || (images && data));
    describeControl(m_start, m_start->text(),
                    measuring ? tr("Stops measuring; what is measured stays")
                              : tr("Measures what is missing, coarse to fine"));
    const bool searching = m_model.isSearching();
    m_search->setText(searching ? tr("Cancel search") : tr("Search"));
    m_search->setEnabled(searching || images);
    describeControl(m_search, m_search->text(),
                    searching ? tr("Stops the search; the next one goes on from what it measured")
                              : tr("Searches widths and depths on the validation images, without "
                                   "training, and measures what it found on the test images"));
    const bool comparing = m_model.isComparing();
    m_compare->setText(comparing ? tr("Cancel comparing") : tr("Compare"));
    m_compare->setEnabled(comparing || images);
    describeControl(m_compare, m_compare->text(),
                    comparing ? tr("Stops comparing") : tr("Compares features on test images"));
    for (QWidget* control : {static_cast<QWidget*>(m_x), static_cast<QWidget*>(m_y),
                             static_cast<QWidget*>(m_colour), static_cast<QWidget*>(m_sheets),
                             static_cast<QWidget*>(m_close), static_cast<QWidget*>(m_vtp)}) {
        control->setEnabled(data.has_value());
    }
}

QString LandscapePage::readout() const
{
    return m_note->text();
}

void LandscapePage::describe(int cell)
{
    const auto& data = m_map->data();
    if (!data) {
        m_note->setText(m_session.manifold()
                            ? tr("This network has one size only. The page Accuracy vs compression "
                                 "shows its accuracy.")
                            : QString());
    } else if (cell >= 0 && std::size_t(cell) < data->cells.size()) {
        m_note->setText(cellText(*data, std::size_t(cell)));
        // What the arrows read, for those who cannot see it.
        m_map->setAccessibleDescription(m_note->text());
    } else {
        const QString known = tr("%1 of %2 sizes measured.")
                                  .arg(data->knownCount())
                                  .arg(data->cells.size());
        const bool listed = option("landscape.form") == "table";
        const bool flat = option("landscape.view") == "surface" && !openGlProblem().isEmpty();
        m_note->setText(
            known + u' '
            + (listed ? tr("Press Return on a row, or double-click it, to go to its size.")
                    : flat ? tr("The map shows the same without 3-D.")
                    : data->grid.positionOf(data->current).inPlane
                    ? tr("Point at a size to read it; drag B to another size.")
                    : tr("B lies outside this plane: its other sizes differ. Point at a size to "
                         "read it; drag B into the plane.")));
    }
}

void LandscapePage::goTo(const Configuration& configuration)
{
    if (configuration != m_session.state().current) {
        m_session.perform(SetConfiguration{configuration});
    }
}

Budget LandscapePage::budget() const
{
    const std::string name = option("landscape.cost");
    const Cost cost =
        *std::ranges::find_if(costs, [&name](Cost one) { return nameOf(one) == name; });
    return {cost, m_limitField->value() * unitOf(cost)};
}

void LandscapePage::setBudget(double fraction)
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const Cost cost = budget().cost;
    // Latency is not known before it is measured: a millisecond is a place to start.
    const double limit = cost == Cost::Latency
        ? 1e-3
        : fraction * countedCost(cost, manifold->family(), manifold->family().full);
    const double value = limit / unitOf(cost);
    m_limitField->setDecimals(cost == Cost::Latency ? 3 : value < 100 ? 1 : 0);
    m_limitField->setSuffix(cost == Cost::Latency ? tr(" ms")
                            : cost == Cost::Bytes ? tr(" kB")
                                                  : tr(" thousand"));
    m_limitField->setSingleStep(cost == Cost::Latency ? 0.1 : std::max(1.0, std::round(value / 20)));
    m_limitField->setValue(value);
}

FrontData LandscapePage::front() const
{
    FrontData data;
    if (const auto manifold = m_session.manifold()) {
        data.title = coreText(manifold->title);
    }
    const auto add = [](std::vector<FrontData::Point>& to, const Configuration& size, double cost,
                        const Measurement& m) {
        to.push_back({size, cost, m.accuracy(), m.low, m.high});
    };
    const SearchReport* report = m_model.report();
    if (m_model.isSearching()) {
        const Budget now = budget();
        data.cost = now.cost;
        data.limit = now.limit;
        for (const Candidate& candidate : m_model.front()) {
            add(data.found, candidate.configuration, candidate.cost, candidate.measurement);
            data.limit = std::max(data.limit, candidate.cost);
        }
    } else if (report != nullptr) {
        data.onTest = true;
        data.cost = report->options.budget.cost;
        data.limit = report->options.budget.limit;
        for (const Tested& tested : report->front) {
            add(data.found, tested.chosen.configuration, tested.chosen.cost, tested.test);
        }
        for (const Tested& tested : report->uniform) {
            add(data.uniform, tested.chosen.configuration, tested.chosen.cost, tested.test);
        }
    }
    return data;
}

QString LandscapePage::verdict() const
{
    if (m_model.isSearching()) {
        return tr("Searching on the validation images; the figure shows the front as it is now.");
    }
    const SearchReport* report = m_model.report();
    if (report == nullptr) {
        return tr("Looks for the most accurate widths and depths within the budget, chosen on "
                  "validation images, then measured once on the test images beside uniform sizes "
                  "that were chosen in the same way.");
    }
    if (!report->compared) {
        return report->uniform.empty()
            ? tr("No uniform size is within this budget.")
            : tr("The most accurate size found is uniform: no mix of widths and depths was better "
                 "on the validation images.");
    }
    const PairedComparison& compared = *report->compared;
    const QString points = decimalText(100 * compared.difference, 2);
    const QString low = decimalText(100 * compared.interval.low, 2);
    const QString high = decimalText(100 * compared.interval.high, 2);
    return (report->beatsUniform()
                ? tr("The best found is %1 points above the best uniform size on the same test "
                     "images (95 %: %2 to %3): more than the interval.")
                : compared.interval.high < 0
                ? tr("The best found is %1 points from the best uniform size on the same test "
                     "images (95 %: %2 to %3): worse by more than the interval.")
                : tr("The best found is %1 points from the best uniform size on the same test images "
                     "(95 %: %2 to %3): not told apart."))
        .arg(points, low, high);
}

void LandscapePage::refreshBest()
{
    updateButtons();
    const FrontData data = front();
    m_frontView->setAccessibleDescription(
        tr("%1 The same numbers are in the table below.").arg(verdict()));
    m_frontView->setPainter([data](QPainter& painter, const QRectF& area) {
        paintFront(painter, area, data, currentTheme());
    });
    m_verdict->setText(verdict());
    m_rows.clear();
    m_found->clear();
    m_found->setColumnCount(5);
    m_found->setHorizontalHeaderLabels(
        {tr("Kind"), tr("Size"), costTitle(data.cost), tr("Accuracy"), tr("95 %")});
    m_found->setRowCount(int(data.found.size() + data.uniform.size()));
    const auto add = [&](const FrontData::Point& point, const QString& kind) {
        const int row = int(m_rows.size());
        m_rows.push_back(point.configuration);
        const QString texts[] = {
            kind, QString::fromStdString(morphospace::describe(point.configuration)),
            costWords(data.cost, point.cost), percentText(point.accuracy, 2),
            tr("%1 to %2").arg(percentText(point.low, 2), percentText(point.high, 2))};
        for (int column = 0; column < 5; ++column) {
            m_found->setItem(row, column, new QTableWidgetItem(texts[column]));
        }
    };
    for (const FrontData::Point& point : data.found) {
        add(point, tr("found"));
    }
    for (const FrontData::Point& point : data.uniform) {
        add(point, tr("uniform"));
    }
    m_found->resizeColumnsToContents();
}

std::size_t LandscapePage::layerOf(const Similarity& similarity) const
{
    for (std::size_t l = similarity.layers.size() - 1; l-- > 0;) {
        bool all = true;
        for (std::size_t size = 0; size < similarity.sizes.size(); ++size) {
            all = all && similarity.has(l, size);
        }
        if (all) {
            return l;
        }
    }
    return similarity.layers.size() - 1;
}

void LandscapePage::refreshSimilarity()
{
    updateButtons();
    const bool pairs = option("landscape.similarity") == "pair";
    const Similarity* result = pairs ? m_model.pair() : m_model.widths();
    if (result == nullptr) {
        m_similarityView->setPainter({});
        m_similarityNumbers->setNumbers({});
        m_similarityNote->setText(
            pairs ? tr("Compares the features of A (or full size, where nothing is pinned) with those "
                       "of B by linear CKA, and their outputs by the KL divergence.")
                  : tr("Compares the features of every width in the trained range with those of every "
                       "other, at the current depths."));
        m_similarityView->setAccessibleDescription(m_similarityNote->text());
        return;
    }
    m_similarityNumbers->setNumbers(morphospace::similarityTable(*result, pairs, layerOf(*result)));
    if (pairs) {
        m_similarityView->setPainter([s = *result](QPainter& painter, const QRectF& area) {
            paintLayers(painter, area, s, currentTheme());
        });
        const auto way = [&](std::size_t from, std::size_t to) {
            const Interval interval = result->divergenceInterval[result->at(from, to)];
            return tr("%1 nats (95 %: %2 to %3)")
                .arg(decimalText(result->divergence[result->at(from, to)], 3),
                     decimalText(interval.low, 3), decimalText(interval.high, 3));
        };
        m_similarityNote->setText(
            tr("First: %1, second: %2, on %3 images. KL divergence of outputs, first from second: "
               "%4; second from first: %5. The same class is predicted for %6 of the images.")
                .arg(QString::fromStdString(morphospace::describe(result->sizes[0])),
                     QString::fromStdString(morphospace::describe(result->sizes[1])),
                     countText(result->images), way(0, 1), way(1, 0),
                     percentText(result->agreement[result->at(0, 1)], 1)));
    } else {
        const std::size_t layer = layerOf(*result);
        m_similarityView->setPainter([s = *result, layer](QPainter& painter, const QRectF& area) {
            paintWidths(painter, area, s, layer, currentTheme());
        });
        m_similarityNote->setText(
            tr("Linear CKA of the features after %1 for every pair of %2 widths, on %3 images.")
                .arg(QString::fromStdString(result->layers[layer]))
                .arg(result->sizes.size())
                .arg(countText(result->images)));
    }
    m_similarityView->setAccessibleDescription(m_similarityNote->text());
}

QStringList LandscapePage::sentences() const
{
    const std::string view = option("landscape.view");
    if (view == "best") {
        return {verdict()};
    }
    if (view == "similarity") {
        return {m_similarityNote->text()};
    }
    const auto data = m_model.data();
    QStringList list;
    const auto say = [&](const QString& sample, const Configuration& size) {
        const auto at = data->grid.positionOf(size);
        const std::size_t cell = data->nearest(at.x, at.y);
        if (at.inPlane && data->configuration(cell) == size) {
            list += sample.arg(cellText(*data, cell));
        }
    };
    if (data) {
        say(tr("B, current: %1"), data->current);
        if (data->pinned) {
            say(tr("A, pinned: %1"), *data->pinned);
        }
        list += tr("%1 of %2 sizes measured.").arg(data->knownCount()).arg(data->cells.size());
    }
    return list;
}

std::vector<Figure> LandscapePage::figures() const
{
    std::vector<Figure> list;
    if (const auto data = m_model.data(); data && data->knownCount() > 0) {
        list = landscapeFigures(*data);
    }
    if (const FrontData data = front(); data.onTest) {
        list.push_back(frontFigure(data, verdict()));
    }
    const bool pairs = option("landscape.similarity") == "pair";
    if (const Similarity* result = pairs ? m_model.pair() : m_model.widths()) {
        list.push_back(similarityFigure(*result, pairs, layerOf(*result), m_similarityNote->text()));
    }
    const std::string view = option("landscape.view");
    const QString name = view == "best" ? QStringLiteral("best-sizes")
        : view == "similarity"          ? QStringLiteral("similarity")
        : view == "surface"             ? QStringLiteral("landscape-surface")
                                        : QStringLiteral("landscape");
    auto shown = std::ranges::find(list, name, &Figure::name);
    if (shown == list.end() && view == "surface") {
        shown = list.begin();   // without OpenGL the map stands in
    }
    if (shown != list.end()) {
        list.push_back(landscapePageFigure(*shown, sentences()));
    }
    return list;
}

void LandscapePage::exportNumbersAs()
{
    const std::string view = option("landscape.view");
    const QString name = view == "best"   ? QStringLiteral("best-sizes")
        : view == "similarity"            ? QStringLiteral("similarity")
                                          : QStringLiteral("landscape");
    const std::vector<Figure> all = figures();
    const auto found = std::ranges::find(all, name, &Figure::name);
    if (found == all.end()) {
        Q_EMIT told(tr("There are no numbers yet: nothing is measured."));
        return;
    }
    const QString file = QFileDialog::getSaveFileName(this, tr("Export numbers"),
                                                      name + QStringLiteral(".csv"),
                                                      tr("CSV (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        writeFileAtomically(file.toStdU16String(), csvOf(found->numbers).toStdString());
        Q_EMIT told(tr("Wrote %1").arg(QFileInfo(file).fileName()));
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
    }
}

void LandscapePage::exportSurfaceAs()
{
    const auto data = m_model.data();
    if (!data || data->knownCount() == 0) {
        Q_EMIT told(tr("There is no surface yet: nothing is measured."));
        return;
    }
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export surface"), QStringLiteral("landscape.vtp"),
                                     tr("VTK PolyData (*.vtp)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        writeFileAtomically(file.toStdU16String(), vtpText(vtpSurface(*data)));
        Q_EMIT told(tr("Wrote %1").arg(QFileInfo(file).fileName()));
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
    }
}

} // namespace morphospace
