// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_page.h"

#include "widgets/model/session_options.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text_button.h"
#include "widgets/smoothness/diverging_colours.h"
#include "widgets/smoothness/experiment_view.h"
#include "widgets/smoothness/jitter_row.h"
#include "widgets/smoothness/smoothness_cards.h"
#include "widgets/smoothness/smoothness_choice.h"
#include "widgets/smoothness/smoothness_figures.h"
#include "widgets/smoothness/subject_controls.h"
#include "widgets/smoothness/summary_row.h"
#include "widgets/smoothness/travel_row.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

constexpr int roomyHeight = 700;        // with more, a chart has its place under the matrices
constexpr const char* experimentView = "experiment";

const char* const matrixViews[] = {"maps", "surface"};

bool isMatrixView(const std::string& view)
{
    return std::ranges::find(matrixViews, view) != std::end(matrixViews);
}

SmoothnessChartData::Kind kindOf(const std::string& view)
{
    return view == "neighbours" ? SmoothnessChartData::Kind::Neighbours
        : view == "path"        ? SmoothnessChartData::Kind::Path
                                : SmoothnessChartData::Kind::Variation;
}

QString figureOf(const std::string& view)
{
    return view == "maps"      ? QStringLiteral("smoothness-maps")
        : view == "surface"    ? QStringLiteral("smoothness-surface")
        : view == "neighbours" ? QStringLiteral("neighbour-distances")
        : view == "path"       ? QStringLiteral("channel-path")
        : view == experimentView ? QStringLiteral("order-experiment")
                               : QStringLiteral("total-variation");
}

} // namespace

SmoothnessPage::SmoothnessPage(SessionModel& session, TestImages& images, SmoothnessModel& model,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_controls(new SubjectControls(session, model))
    , m_matrix(new MatrixCard)
    , m_chart(new ChartCard)
    , m_experiment(new ExperimentView(session))
    , m_travel(new TravelRow(session, model))
    , m_jitter(new JitterRow(session, images, model))
    , m_summary(new SummaryRow(images, model))
{
    m_summary->setShort(true);
    auto* foot = new QWidget;
    auto* rows = new QVBoxLayout(foot);
    rows->setContentsMargins(6, 0, 6, 0);
    rows->setSpacing(0);   // rows bring their own, as one of them is always hidden
    rows->addWidget(makePart("travel", m_travel));
    rows->addWidget(makePart("jitter", m_jitter));
    rows->addWidget(m_summary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_controls);
    column->addWidget(makeViewRow());
    column->addLayout(makeCards(), 1);
    column->addWidget(foot);

    connect(m_controls, &SubjectControls::openWanted, this, &SmoothnessPage::openCheckpointAs);
    connect(m_controls, &SubjectControls::exportWanted, this, &SmoothnessPage::exportOrderedAs);
    connect(m_controls, &SubjectControls::figureWanted, this, [this] {
        Q_EMIT figureWanted(figureOf(optionOf(m_session, "smoothness.view")));
    });
    connect(m_travel, &TravelRow::partChanged, this, &SmoothnessPage::travel);
    connect(m_travel, &TravelRow::rested, m_matrix, &MatrixCard::listWeights);
    connect(&m_model, &SmoothnessModel::ordersChanged, this, &SmoothnessPage::subjectComputed);
    connect(&m_model, &SmoothnessModel::sizesChanged, this, [this] {
        if (!comparesOrders(m_session, m_model)) {
            subjectComputed();
        }
    });
    connect(&m_model, &SmoothnessModel::subjectChanged, this, &SmoothnessPage::showOptions);
    connect(&m_model, &SmoothnessModel::problem, this, &SmoothnessPage::problem);
    connect(&m_model, &SmoothnessModel::told, this, &SmoothnessPage::told);
    connect(&m_session, &SessionModel::stateChanged, this, &SmoothnessPage::showOptions);
    m_controls->fillTensors();
    showOptions();
    refresh();
}

SmoothnessPage::~SmoothnessPage()
{
    m_model.disconnect(this);
    m_model.setWatched(false);
}

QWidget* SmoothnessPage::makeViewRow()
{
    auto* row = new ButtonRow;
    row->layout()->setSpacing(2);   // long words and a button beside them
    setPart(row, "smoothness-views");
    m_views = new QButtonGroup(this);
    m_views->setExclusive(true);
    const struct {
        const char* view;
        QString text;
        QString tip;
    } views[] = {
        {"maps", tr("Heat maps"), tr("The weights as two heat maps with linked zoom")},
        {"surface", tr("Surfaces"), tr("The same weights as two lit surfaces, turned together")},
        {"variation", tr("Total variation"), tr("Total variation of every tensor, as bars")},
        {"neighbours", tr("Neighbours"),
         tr("Distance from each channel to the next along the order, as a curve")},
        {"path", tr("Path"), tr("The order as a path through the channels' principal plane")}};
    for (const auto& view : views) {
        auto* button = new QToolButton;
        button->setText(view.text);
        button->setCheckable(true);
        button->setProperty("view", QString::fromLatin1(view.view));
        describeControl(button, view.text, view.tip);
        m_views->addButton(button);
        row->addWidget(button);
    }
    connect(m_views, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        chooseOption(m_session, "smoothness.view",
                     button->property("view").toString().toStdString());
    });
    row->addStretch();
    m_profiles = makeTextButton(QStringLiteral("profiles"), tr("Profiles"),
                                tr("The values along the row and along the column that are pointed "
                                   "at, as curves beside the heat maps; while nothing is chosen "
                                   "they are there where there is much room"));
    m_profiles->setCheckable(true);
    connect(m_profiles, &QToolButton::clicked, this, [this](bool checked) {
        chooseOption(m_session, "smoothness.profiles", checked ? "shown" : "hidden");
    });
    connect(m_matrix->maps(), &HeatMapView::profilesChanged, this, &SmoothnessPage::showProfiles);
    row->addWidget(m_profiles);
    // It is about no tensor, and stands beside what is of no view either.
    auto* experiment =
        makeTextButton(QStringLiteral("experiment"), tr("Experiment"),
                       tr("Whether the order helps: recorded accuracies of manifolds trained on the "
                          "same base in different orders"));
    experiment->setCheckable(true);
    experiment->setProperty("view", QString::fromLatin1(experimentView));
    // Of no group with the views: Tab reaches only one button of a group, and they are in two rows.
    connect(experiment, &QToolButton::clicked, this, [this](bool checked) {
        chooseOption(m_session, "smoothness.view", checked ? experimentView : m_matrixView);
    });
    const auto show = [this, experiment] {
        experiment->setChecked(optionOf(m_session, "smoothness.view") == experimentView);
    };
    connect(&m_session, &SessionModel::stateChanged, experiment, show);
    show();
    m_controls->findChild<ButtonRow*>()->addWidget(experiment);
    return row;
}

QLayout* SmoothnessPage::makeCards()
{
    m_matrixPart = makePart("weights", m_matrix);
    m_chartPart = makePart("smoothness", m_chart);
    m_cards = new QVBoxLayout;
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(0);
    m_cards->addWidget(m_matrixPart, 3);
    m_cards->addSpacing(6);
    m_cards->addWidget(m_chartPart, 2);
    m_cards->addWidget(m_experiment, 5);
    return m_cards;
}

HeatMapView* SmoothnessPage::maps() const
{
    return m_matrix->maps();
}

SurfacePair* SmoothnessPage::surfaces() const
{
    return m_matrix->surfaces();
}

SmoothnessChartView* SmoothnessPage::chart() const
{
    return m_chart->chart();
}

QSlider* SmoothnessPage::travelSlider() const
{
    return m_travel->slider();
}

QSlider* SmoothnessPage::jitterSlider() const
{
    return m_jitter->slider();
}

double SmoothnessPage::travelled() const
{
    return m_travel->part();
}

void SmoothnessPage::travelTo(double part)
{
    m_travel->travelTo(part);
}

void SmoothnessPage::play()
{
    m_travel->play();
}

bool SmoothnessPage::isPlaying() const
{
    return m_travel->isPlaying();
}

void SmoothnessPage::setImageLimit(std::size_t images)
{
    m_jitter->setImageLimit(images);
    m_summary->setImageLimit(images);
}

QString SmoothnessPage::readout() const
{
    const std::string view = optionOf(m_session, "smoothness.view");
    return view == experimentView ? m_experiment->readout()
        : isMatrixView(view)      ? m_matrix->readout()
                                  : m_chart->readout();
}

SmoothnessSubject SmoothnessPage::subject() const
{
    return shownSubject(m_session, m_model);
}

std::string SmoothnessPage::tensor() const
{
    return shownTensor(m_session, subject());
}

void SmoothnessPage::showOptions()
{
    const bool orders = comparesOrders(m_session, m_model);
    m_controls->showOptions();
    m_jitter->showOptions();
    const std::string view = optionOf(m_session, "smoothness.view");
    const bool experiment = view == experimentView;
    m_travel->setVisible(orders && !experiment);
    m_jitter->setVisible(!orders && !experiment);
    m_summary->setVisible(!experiment);
    if (!experiment) {
        (isMatrixView(view) ? m_matrixView : m_chartView) = view;
    }
    if (!orders) {
        m_chartView = "variation";   // an order is no matter of sizes
    }
    for (QAbstractButton* button : m_views->buttons()) {
        const std::string name = button->property("view").toString().toStdString();
        button->setVisible(orders || (name != "neighbours" && name != "path"));
    }
    arrange();
    m_travel->showOptions();
    // Pictures are made again only where what they show has changed.
    const std::string seen = optionOf(m_session, "smoothness.compare") + '/'
        + optionOf(m_session, "smoothness.tensor") + '/'
        + optionOf(m_session, "smoothness.taps") + '/' + m_chartView;
    if (seen != m_seen) {
        m_seen = seen;
        subjectComputed();
    }
}

void SmoothnessPage::arrange()
{
    const std::string view = optionOf(m_session, "smoothness.view");
    const bool matrix = isMatrixView(view);
    const bool experiment = view == experimentView;
    const bool showsMatrix = !experiment && (m_roomy || matrix);
    const bool showsChart = !experiment && (m_roomy || !matrix);
    m_matrix->setVisible(showsMatrix);
    m_chart->setVisible(showsChart);
    m_experiment->setVisible(experiment);
    // A part is there for lessons whatever is in it: what is empty takes no room.
    m_cards->setStretchFactor(m_matrixPart, showsMatrix ? 3 : 0);
    m_cards->setStretchFactor(m_chartPart, showsChart ? 2 : 0);
    m_cards->itemAt(1)->spacerItem()->changeSize(0, showsMatrix && showsChart ? 6 : 0);
    m_cards->invalidate();
    m_experiment->showOptions();
    m_controls->setSubjectChosen(!experiment);
    m_matrix->showSurfaces(m_matrixView == "surface");
    // The table stands in for the view that is chosen.
    const bool table = optionOf(m_session, "smoothness.form") == "table";
    m_matrix->showTable(table && matrix);
    m_chart->showTable(table && !matrix);
    showProfiles();
    m_views->setExclusive(!experiment);   // or one of them could not be let go
    for (QAbstractButton* button : m_views->buttons()) {
        button->setChecked(button->property("view").toString().toStdString() == view);
    }
}

void SmoothnessPage::showProfiles()
{
    using Profiles = HeatMapView::Profiles;
    const std::string wanted = optionOf(m_session, "smoothness.profiles");
    HeatMapView* maps = m_matrix->maps();
    maps->setProfiles(wanted == "shown"    ? Profiles::Shown
                          : wanted == "hidden" ? Profiles::Hidden
                                               : Profiles::WhereRoom);
    m_profiles->setChecked(maps->showsProfiles());
    m_profiles->setVisible(!m_matrix->isHidden() && m_matrix->showsMaps());
}

void SmoothnessPage::subjectComputed()
{
    m_controls->fillTensors();
    refresh();
}

void SmoothnessPage::refresh()
{
    const SmoothnessSubject shown = subject();
    if (!isVisible()) {
        return;
    }
    if (!shown.orders && !shown.sizes) {
        m_pair = {};
        m_pair.colours = divergingColours(currentTheme().dark);
        m_matrix->setPair(m_pair, false);
        m_summary->setSummary(m_session.manifold() ? tr("Computing…") : QString(),
                              comparesOrders(m_session, m_model));
        return;
    }
    m_pair = heatMaps(shown, tensor(), shownTaps(m_session), m_travel->part(), currentTheme().dark);
    m_matrix->setPair(m_pair, !shown.orders);
    m_summary->setSummary(summary(shown), shown.orders != nullptr);
    refreshChart();
}

void SmoothnessPage::refreshChart()
{
    m_chart->setData(chartData(subject(), kindOf(m_chartView), tensor()));
}

void SmoothnessPage::travel(double part)
{
    const SmoothnessSubject shown = subject();
    if (!shown.orders || m_pair.sides[0].rows == 0 || !isVisible()) {
        return;
    }
    moveAlong(m_pair, shown, tensor(), part);
    m_matrix->setRight(m_pair);
}

std::vector<Figure> SmoothnessPage::figures() const
{
    const std::string shown = tensor();
    const SmoothnessSubject all = subject();
    std::vector<Figure> list;
    if (!shown.empty()) {
        list = smoothnessFigures(all, shown, shownTaps(m_session), m_travel->part(),
                                 surfaces()->camera());
    }
    if (const auto experiment = m_experiment->figure()) {
        list.push_back(*experiment);
    }
    if (optionOf(m_session, "smoothness.view") == experimentView) {
        if (!list.empty() && list.back().name == figureOf(experimentView)) {
            list.push_back(smoothnessPageFigure(list, figureOf(experimentView), {},
                                                m_experiment->verdict()));
        }
    } else if (!shown.empty()) {
        const bool surface = m_matrixView == "surface" && openGlProblem().isEmpty();
        list.push_back(smoothnessPageFigure(list, figureOf(surface ? "surface" : "maps"),
                                            figureOf(m_chartView), summary(all)));
    }
    return list;
}

void SmoothnessPage::openCheckpointAs()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a checkpoint"), {},
                                                      tr("Checkpoints (*.safetensors)"));
    if (!file.isEmpty()) {
        m_model.openCheckpoint(file.toStdU16String());
    }
}

void SmoothnessPage::exportOrderedAs()
{
    if (!m_model.orders()) {
        return;
    }
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export in the order after"), QStringLiteral("smooth.safetensors"),
        tr("Checkpoints (*.safetensors)"));
    if (!file.isEmpty()) {
        m_model.exportOrdered(file.toStdU16String());
    }
}

void SmoothnessPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setWatched(true);
    subjectComputed();
}

void SmoothnessPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_travel->stop();
    m_model.setWatched(false);
}

void SmoothnessPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_roomy != (height() >= roomyHeight)) {
        m_roomy = height() >= roomyHeight;
        m_summary->setShort(!m_roomy);
        arrange();
    }
}

void SmoothnessPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible()) {
        refresh();   // colours of values belong to the theme
    }
}

} // namespace morphospace
