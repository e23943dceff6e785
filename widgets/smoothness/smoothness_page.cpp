// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_page.h"

#include "widgets/figure/number_table_view.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/spoken.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/diverging_colours.h"
#include "widgets/smoothness/smoothness_figures.h"
#include "widgets/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int roomyHeight = 700;        // with more, a chart has its place under the matrices
constexpr int travelMilliseconds = 5000;
constexpr int travelStep = 5;           // percent: what a session keeps of the way

const char* const matrixViews[] = {"maps", "surface"};
const char* const chartViews[] = {"variation", "neighbours", "path"};

QToolButton* makeButton(const QString& iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(button, text, tip);
    return button;
}

/// Lets a box be narrower than its longest entry, down to so many letters.
void giveWay(QComboBox* box, int letters)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(QFontMetrics(box->font()).averageCharWidth() * letters + 34);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

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

/// Values that the option of the jitter accepts, in order.
std::vector<std::string> jitterValues()
{
    for (const SessionOption& option : sessionOptions()) {
        if (option.name == "smoothness.jitter") {
            return {option.accepted.begin(), option.accepted.end()};
        }
    }
    return {"0"};
}

/// The option says the full width; a person thinks of how far a coordinate can move.
QString jitterWords(const std::string& width)
{
    const double half = QString::fromStdString(width).toDouble() / 2;
    return tr("± %1 channels").arg(significantText(half, 3));
}

} // namespace

SmoothnessPage::SmoothnessPage(SessionModel& session, TestImages& images, SmoothnessModel& model,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(makeControls());
    column->addWidget(makeViews(), 1);
    column->addWidget(makeFoot());

    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::InOutSine);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setWay(value.toDouble()); });
    connect(&m_animation, &QVariantAnimation::stateChanged, this, [this] {
        const bool playing = isPlaying();
        m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
        describeControl(m_play, playing ? tr("Pause") : tr("Play"),
                        playing ? tr("Stops the channels where they are")
                                : tr("Lets every channel travel from the order before to the one "
                                     "after"));
        if (!playing) {
            keepWay();
        }
    });
    connect(&m_model, &SmoothnessModel::ordersChanged, this, [this] {
        fillTensors();
        refresh();
    });
    connect(&m_model, &SmoothnessModel::sizesChanged, this, [this] {
        if (!comparesOrders()) {
            fillTensors();
            refresh();
        }
    });
    connect(&m_model, &SmoothnessModel::subjectChanged, this, &SmoothnessPage::showOptions);
    connect(&m_model, &SmoothnessModel::effectChanged, this, &SmoothnessPage::refreshEffect);
    connect(&m_model, &SmoothnessModel::problem, this, &SmoothnessPage::problem);
    connect(&m_model, &SmoothnessModel::told, this, &SmoothnessPage::told);
    connect(&m_images, &TestImages::changed, this, &SmoothnessPage::refreshEffect);
    connect(&m_session, &SessionModel::stateChanged, this, &SmoothnessPage::showOptions);
    fillTensors();
    showOptions();
    refresh();
    refreshEffect();
}

SmoothnessPage::~SmoothnessPage()
{
    m_animation.disconnect(this);
    m_model.disconnect(this);
    m_model.setWatched(false);
}

QWidget* SmoothnessPage::makeControls()
{
    m_compare = new ElidingBox;
    m_compare->addItem(tr("Orders of channels"), QStringLiteral("orders"));
    m_compare->addItem(tr("Sizes"), QStringLiteral("sizes"));
    describeControl(m_compare, tr("What is compared"),
                    tr("One network with its channels in two orders, or the weights that the manifold "
                       "generates at full and at the current size"));
    m_tensor = new ElidingBox;
    giveWay(m_tensor, 12);
    m_tensor->setMaxVisibleItems(24);
    describeControl(m_tensor, tr("Tensor"), tr("Which weights are shown"));
    m_taps = new ElidingBox;
    m_taps->setMaxVisibleItems(30);
    giveWay(m_taps, 7);
    giveWay(m_compare, 8);
    describeControl(m_taps, tr("Taps of the kernel"),
                    tr("How the taps of a kernel become one value for each pair of channels"));
    m_table = makeButton(QStringLiteral("table"), tr("Table"),
                         tr("Shows the numbers behind what is seen"));
    m_table->setCheckable(true);
    m_file = makeButton(QStringLiteral("open"), tr("My network"),
                        tr("Opens a safetensors checkpoint of a LeNet or a CIFAR ResNet of your own, "
                           "and writes it with its channels re-ordered"));
    m_file->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_file);
    menu->addAction(icon(QStringLiteral("open")), tr("Open a checkpoint…"), this,
                    &SmoothnessPage::openCheckpointAs);
    menu->addAction(icon(QStringLiteral("export-checkpoint")), tr("Export in the order after…"),
                    this, &SmoothnessPage::exportOrderedAs);
    m_file->setMenu(menu);
    m_close = makeButton(QStringLiteral("cancel"), tr("Back to the manifold"),
                         tr("Closes the checkpoint and shows the opened manifold again"));
    auto* figure = makeButton(QStringLiteral("export-figure"), tr("Figure…"),
                              tr("Shows the figure as it will be on paper, and writes it as SVG, "
                                 "PDF or PNG"));
    auto* buttons = new ButtonRow;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_file);
    buttons->addWidget(m_table);
    buttons->addWidget(figure);
    auto* controls = new QWidget;
    setPart(controls, "smoothness-controls");
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_compare);
    row->addWidget(m_tensor);
    row->addWidget(m_taps);
    row->addWidget(buttons, 1);

    connect(m_compare, &QComboBox::activated, this, [this] {
        choose("smoothness.compare", m_compare->currentData().toString().toStdString());
    });
    connect(m_tensor, &QComboBox::activated, this, [this] {
        choose("smoothness.tensor", m_tensor->currentData().toString().toStdString());
    });
    connect(m_taps, &QComboBox::activated, this, [this] {
        choose("smoothness.taps", m_taps->currentData().toString().toStdString());
    });
    connect(m_table, &QToolButton::toggled, this, [this](bool table) {
        choose("smoothness.form", table ? "table" : "figure");
    });
    connect(m_close, &QToolButton::clicked, &m_model, &SmoothnessModel::closeCheckpoint);
    connect(figure, &QToolButton::clicked, this, [this] {
        const std::map<std::string, QString> names{
            {"maps", QStringLiteral("smoothness-maps")},
            {"surface", QStringLiteral("smoothness-surface")},
            {"variation", QStringLiteral("total-variation")},
            {"neighbours", QStringLiteral("neighbour-distances")},
            {"path", QStringLiteral("channel-path")}};
        Q_EMIT figureWanted(names.at(option("smoothness.view")));
    });
    return controls;
}

QWidget* SmoothnessPage::makeViews()
{
    auto* row = new ButtonRow;
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
        choose("smoothness.view", button->property("view").toString().toStdString());
    });
    row->addStretch();

    m_maps = new HeatMapView;
    m_maps->setAccessibleName(tr("Heat maps of weights"));
    m_maps->setMinimumSize(260, 100);
    m_surfaces = new SurfacePair;
    m_matrixStack = new QStackedWidget;
    m_matrixStack->addWidget(m_maps);
    m_matrixStack->addWidget(m_surfaces);
    m_weights = new NumberTableView;
    describeControl(m_weights, tr("Weights"), tr("The numbers behind both pictures"));
    m_matrixStack->addWidget(m_weights);
    m_matrixNote = makeNote();
    m_chart = new SmoothnessChartView;
    m_numbers = new NumberTableView;
    m_chartStack = new QStackedWidget;
    m_chartStack->addWidget(m_chart);
    m_chartStack->addWidget(m_numbers);
    m_chartNote = makeNote();
    const auto card = [](QStackedWidget* stack, QLabel* note) {
        auto* frame = makeCard();
        auto* inside = new QVBoxLayout(frame);
        inside->setContentsMargins(6, 6, 6, 6);
        inside->setSpacing(2);
        inside->addWidget(stack, 1);
        note->setContentsMargins(8, 0, 8, 2);
        note->setMinimumHeight(QFontMetrics(note->font()).lineSpacing() + 2);
        inside->addWidget(note);
        return frame;
    };
    m_matrixCard = card(m_matrixStack, m_matrixNote);
    m_chartCard = card(m_chartStack, m_chartNote);
    m_matrixPart = makePart("weights", m_matrixCard);
    m_chartPart = makePart("smoothness", m_chartCard);
    connect(m_maps, &HeatMapView::placeChanged, this, &SmoothnessPage::describePlace);
    connect(m_chart, &SmoothnessChartView::markedChanged, this, &SmoothnessPage::describePlace);

    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(row);
    m_cards = new QVBoxLayout;
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(0);
    m_cards->addWidget(m_matrixPart, 3);
    m_cards->addSpacing(6);
    m_cards->addWidget(m_chartPart, 2);
    column->addLayout(m_cards, 1);
    return all;
}

QWidget* SmoothnessPage::makeFoot()
{
    m_travelRow = new QWidget;
    auto* travel = new QHBoxLayout(m_travelRow);
    travel->setContentsMargins(0, 0, 0, 4);
    m_play = new QToolButton;
    m_play->setIcon(icon(QStringLiteral("play")));
    describeControl(m_play, tr("Play"),
                    tr("Lets every channel travel from the order before to the one after"));
    m_travel = new QSlider(Qt::Horizontal);
    m_travel->setObjectName(QStringLiteral("plain"));
    m_travel->setRange(0, 100);
    m_travel->setValue(100);
    m_travel->setSingleStep(travelStep);
    m_travel->setPageStep(4 * travelStep);
    m_travel->setMinimumWidth(90);
    describeControl(m_travel, tr("Way of the channels"),
                    tr("How far every channel has gone from its position in the order before to that "
                       "in the order after, in percent"));
    m_travelText = new QLabel(percentText(1, 0));
    m_travelText->setMinimumWidth(QFontMetrics(font()).horizontalAdvance(QStringLiteral("100 %")));
    m_before = new ElidingBox;
    m_after = new ElidingBox;
    for (QComboBox* box : {m_before, m_after}) {
        for (const OrderKind kind : orderKinds) {
            const std::string_view name = nameOf(kind);
            box->addItem(orderWords(kind, false),
                         QString::fromUtf8(name.data(), qsizetype(name.size())));
        }
        giveWay(box, 9);
        box->setMaximumWidth(QFontMetrics(box->font()).averageCharWidth() * 46);
    }
    setPart(m_before, "order-before");
    setPart(m_after, "order-after");
    describeControl(m_before, tr("Order before"), tr("The order of channels on the left"));
    describeControl(m_after, tr("Order after"), tr("The order of channels on the right"));
    connect(m_before, &QComboBox::activated, this, [this] {
        choose("smoothness.before", m_before->currentData().toString().toStdString());
    });
    connect(m_after, &QComboBox::activated, this, [this] {
        choose("smoothness.after", m_after->currentData().toString().toStdString());
    });
    travel->addWidget(m_play);
    travel->addWidget(m_before, 3);
    travel->addWidget(m_travel, 2);
    travel->addWidget(m_travelText);
    travel->addWidget(m_after, 3);
    connect(m_play, &QToolButton::clicked, this, &SmoothnessPage::play);
    connect(m_travel, &QSlider::valueChanged, this, [this](int value) {
        m_animation.stop();
        setWay(value / 100.0);
        if (!m_travel->isSliderDown()) {
            keepWay();
        }
    });
    connect(m_travel, &QSlider::sliderReleased, this, &SmoothnessPage::keepWay);

    m_jitterRow = new QWidget;
    auto* jitter = new QHBoxLayout(m_jitterRow);
    jitter->setContentsMargins(0, 0, 0, 4);
    auto* name = new QLabel(tr("Jitter"));
    m_jitter = new QSlider(Qt::Horizontal);
    m_jitter->setObjectName(QStringLiteral("plain"));
    m_jitter->setRange(0, int(jitterValues().size()) - 1);
    m_jitter->setPageStep(2);
    m_jitter->setMinimumWidth(110);
    describeControl(m_jitter, tr("Jitter of the coordinates"),
                    tr("How far noise moves every coordinate at most, in channels; the average of K "
                       "samples uses half a channel"));
    m_jitterText = new QLabel;
    m_jitterText->setMinimumWidth(
        QFontMetrics(font()).horizontalAdvance(jitterWords("0.75")));
    m_measure = new QPushButton;
    m_measure->setObjectName(QStringLiteral("primary"));
    jitter->addWidget(name);
    jitter->addWidget(m_jitter, 1);
    jitter->addWidget(m_jitterText);
    jitter->addWidget(m_measure);
    connect(m_jitter, &QSlider::valueChanged, this, [this](int index) {
        choose("smoothness.jitter", jitterValues()[std::size_t(index)]);
    });
    connect(m_jitter, &QSlider::sliderPressed, this, [this] { m_session.beginDrag(); });
    connect(m_jitter, &QSlider::sliderReleased, this, [this] { m_session.endDrag(); });
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_model.isMeasuring()) {
            m_model.cancelMeasuring();
        } else {
            m_model.measureJitter(m_limit);
        }
    });

    m_effect = makeNote();
    m_effect->setContentsMargins(0, 0, 0, 4);
    m_summary = makeNote();
    m_summary->setMinimumHeight(QFontMetrics(m_summary->font()).lineSpacing());
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(6, 0, 6, 0);
    column->setSpacing(0);   // rows bring their own, as one of them is always hidden
    column->addWidget(makePart("travel", m_travelRow));
    column->addWidget(makePart("jitter", m_jitterRow));
    column->addWidget(m_effect);
    column->addWidget(m_summary);
    return foot;
}

std::string SmoothnessPage::option(const char* name) const
{
    return optionValue(m_session.state(), name);
}

void SmoothnessPage::choose(const char* name, const std::string& value)
{
    if (option(name) != value) {
        m_session.perform(SetOption{name, value});
    }
}

bool SmoothnessPage::comparesOrders() const
{
    return m_model.hasCheckpoint() || option("smoothness.compare") == "orders";
}

SmoothnessSubject SmoothnessPage::subject() const
{
    SmoothnessSubject subject;
    subject.title = m_model.title();
    subject.checkpoint = m_model.hasCheckpoint();
    if (comparesOrders()) {
        subject.orders = m_model.orders();
    } else {
        subject.sizes = m_model.sizes();
    }
    return subject;
}

std::string SmoothnessPage::tensor() const
{
    const SmoothnessSubject shown = subject();
    if (!shown.orders && !shown.sizes) {
        return {};
    }
    const std::string wanted = option("smoothness.tensor");
    const std::vector<std::string> names = tensorNames(shown);
    return std::ranges::find(names, wanted) != names.end() ? wanted : tensorOfChoice(shown);
}

Taps SmoothnessPage::taps() const
{
    return tapsNamed(option("smoothness.taps"));
}

void SmoothnessPage::fillTensors()
{
    const SmoothnessSubject shown = subject();
    const QSignalBlocker quiet(m_tensor);
    m_tensor->clear();
    if (shown.orders || shown.sizes) {
        const Network& network = shown.orders ? shown.orders->network : shown.sizes->full;
        for (const WeightTensor& tensor : network.tensors) {
            QStringList sides;
            for (const std::int64_t side : tensor.shape) {
                sides += QString::number(side);
            }
            const QString name = QString::fromStdString(tensor.name);
            m_tensor->addItem(tr("%1  (%2)", "tensor and its shape")
                                  .arg(name, sides.join(QStringLiteral(" × "))),
                              name);
        }
    }
    m_tensor->setCurrentIndex(m_tensor->findData(QString::fromStdString(tensor())));
    fillTaps();
}

void SmoothnessPage::fillTaps()
{
    const SmoothnessSubject shown = subject();
    int count = 1;
    int kernel = 1;
    if (shown.orders || shown.sizes) {
        const Network& network = shown.orders ? shown.orders->network : shown.sizes->full;
        const auto found =
            std::ranges::find(network.tensors, tensor(), &WeightTensor::name);
        if (found != network.tensors.end()) {
            count = tapCount(*found);
            kernel = found->shape.size() > 3 ? int(found->shape[3]) : 1;
        }
    }
    const QSignalBlocker quiet(m_taps);
    m_taps->clear();
    m_taps->addItem(tr("Mean over taps"), QStringLiteral("mean"));
    m_taps->addItem(tr("Sum of |taps|"), QStringLiteral("l1"));
    m_taps->addItem(tr("All taps"), QStringLiteral("all"));
    for (int tap = 0; tap < count; ++tap) {
        m_taps->addItem(tr("Tap %1, %2", "row and column in the kernel")
                            .arg(tap / kernel + 1)
                            .arg(tap % kernel + 1),
                        QString::number(tap));
    }
    const int index = m_taps->findData(QString::fromStdString(nameOf(taps())));
    m_taps->setCurrentIndex(std::max(0, index));
    m_taps->setVisible(count > 1);
}

void SmoothnessPage::showOptions()
{
    const bool orders = comparesOrders();
    const QSignalBlocker quiet[] = {QSignalBlocker(m_compare), QSignalBlocker(m_before),
                                    QSignalBlocker(m_after),   QSignalBlocker(m_table),
                                    QSignalBlocker(m_jitter),  QSignalBlocker(m_travel)};
    m_compare->setCurrentIndex(orders ? 0 : 1);
    m_compare->setEnabled(!m_model.hasCheckpoint());
    m_close->setVisible(m_model.hasCheckpoint());
    const auto data = [](OrderKind kind) {
        const std::string_view name = nameOf(kind);
        return QString::fromUtf8(name.data(), qsizetype(name.size()));
    };
    for (QComboBox* box : {m_before, m_after}) {
        box->setItemText(box->findData(data(OrderKind::Original)),
                         orderWords(OrderKind::Original, m_model.hasCheckpoint()));
    }
    m_before->setCurrentIndex(m_before->findData(data(m_model.before())));
    m_after->setCurrentIndex(m_after->findData(data(m_model.after())));
    m_table->setChecked(option("smoothness.form") == "table");
    const std::vector<std::string> jitters = jitterValues();
    const auto jitter = std::ranges::find(jitters, option("smoothness.jitter"));
    m_jitter->setValue(int(jitter - jitters.begin()));
    m_jitterText->setText(jitterWords(*jitter));
    setSpokenValue(m_jitter, m_jitterText->text());
    m_travelRow->setVisible(orders);
    m_jitterRow->setVisible(!orders);
    m_effect->setVisible(!orders && !m_effect->text().isEmpty());

    const std::string view = option("smoothness.view");
    (isMatrixView(view) ? m_matrixView : m_chartView) = view;
    if (!orders) {
        m_chartView = "variation";   // an order is no matter of sizes
    }
    for (QAbstractButton* button : m_views->buttons()) {
        const std::string name = button->property("view").toString().toStdString();
        button->setVisible(orders || (name != "neighbours" && name != "path"));
    }
    arrange();

    const int kept = QString::fromStdString(option("smoothness.travel")).toInt();
    if (!isPlaying() && !m_travel->isSliderDown()
        && std::abs(100 * m_part - kept) > 0.5 * travelStep + 0.01) {
        setWay(kept / 100.0);
        refreshWeights();
    }
    // Pictures are made again only where what they show has changed.
    const std::string seen = option("smoothness.compare") + '/' + option("smoothness.tensor") + '/'
        + option("smoothness.taps") + '/' + m_chartView;
    if (seen != m_seen) {
        m_seen = seen;
        fillTensors();
        refresh();
    }
}

void SmoothnessPage::arrange()
{
    const std::string view = option("smoothness.view");
    const bool matrix = isMatrixView(view);
    m_matrixCard->setVisible(m_roomy || matrix);
    m_chartCard->setVisible(m_roomy || !matrix);
    // A part is there for lessons whatever is in it: what is empty takes no room.
    m_cards->setStretchFactor(m_matrixPart, m_roomy || matrix ? 3 : 0);
    m_cards->setStretchFactor(m_chartPart, m_roomy || !matrix ? 2 : 0);
    m_cards->itemAt(1)->spacerItem()->changeSize(0, m_roomy ? 6 : 0);
    m_cards->invalidate();
    // The table stands in for the view that is chosen. Without OpenGL the maps stand in for
    // surfaces, and the note says why.
    const bool table = m_table->isChecked();
    const bool surface = m_matrixView == "surface" && openGlProblem().isEmpty();
    const bool tabled = m_matrixStack->currentWidget() == m_weights;
    m_matrixStack->setCurrentIndex(matrix && table ? 2 : surface ? 1 : 0);
    m_chartStack->setCurrentIndex(table && !matrix ? 1 : 0);
    if (!tabled) {
        refreshWeights();
    }
    for (QAbstractButton* button : m_views->buttons()) {
        const std::string name = button->property("view").toString().toStdString();
        button->setChecked(name == view);
    }
    describePlace();
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
        m_maps->setPair(m_pair);
        m_summary->setText(m_session.manifold() ? tr("Computing…") : QString());
        return;
    }
    m_pair = heatMaps(shown, tensor(), taps(), m_part, currentTheme().dark);
    m_maps->setPair(m_pair);
    m_surfaces->setPair(m_pair);
    refreshWeights();
    m_summary->setText(summary(shown));
    refreshChart();
    describePlace();
}

void SmoothnessPage::refreshChart()
{
    const SmoothnessSubject shown = subject();
    if (!isVisible() || (!shown.orders && !shown.sizes)) {
        return;
    }
    const auto data = chartData(shown, kindOf(m_chartView), tensor());
    m_chart->setData(data.value_or(SmoothnessChartData{}));
    m_numbers->setNumbers(data ? data->numbers : NumberTable());
    if (!data) {
        m_chartNote->setText(tr("The channels of this tensor are never re-ordered."));
        return;
    }
    describePlace();
}

void SmoothnessPage::refreshWeights()
{
    // Only where it is seen: there is a row for each weight.
    if (isVisible() && m_matrixStack->currentWidget() == m_weights) {
        m_weights->setNumbers(m_pair.sides[0].rows > 0 ? mapNumbers(m_pair) : NumberTable());
    }
}

void SmoothnessPage::refreshEffect()
{
    const bool measuring = m_model.isMeasuring();
    m_measure->setText(measuring ? tr("Cancel") : tr("Measure accuracy"));
    m_measure->setEnabled(measuring || m_images.images() != nullptr);
    describeControl(m_measure, m_measure->text(),
                    measuring ? tr("Stops measuring; what is known stays")
                              : tr("Measures the clean sample, one jittered sample and the average of "
                                   "many on the test images"));
    const JitterEffect* effect = m_model.effect();
    if (effect == nullptr) {
        m_effect->clear();
    } else {
        const auto words = [&](const std::optional<Measurement>& measurement) {
            return measurement ? tr("%1 (%2 to %3)", "accuracy and its interval")
                                     .arg(percentText(measurement->accuracy()),
                                          percentText(measurement->low),
                                          percentText(measurement->high))
                               : tr("…");
        };
        const std::int64_t images = effect->clean ? effect->clean->images : 0;
        m_effect->setText(tr("Accuracy on %1 images with 95 % intervals: clean %2, one jittered sample "
                             "%3, mean of %4 samples %5.")
                              .arg(images > 0 ? countText(images) : tr("…"), words(effect->clean),
                                   words(effect->draw), QString::number(effect->averaging),
                                   words(effect->averaged)));
    }
    m_effect->setVisible(!comparesOrders() && effect != nullptr);
}

QString SmoothnessPage::readout() const
{
    return isMatrixView(option("smoothness.view")) ? m_matrixNote->text() : m_chartNote->text();
}

void SmoothnessPage::describePlace()
{
    const SmoothnessSubject shown = subject();
    if (m_matrixStack->currentWidget() == m_weights) {
        m_matrixNote->setText(tr("%1 (left). %2 (right).").arg(m_pair.titles[0], m_pair.titles[1]));
    } else if (m_matrixView == "surface") {
        m_matrixNote->setText(openGlProblem().isEmpty()
                                  ? tr("Drag to turn both surfaces, wheel to zoom, double-click to go "
                                       "back.")
                                  : tr("%1 The heat maps show the same.").arg(openGlProblem()));
    } else if (m_maps->place().side >= 0 && (shown.orders || shown.sizes)) {
        m_matrixNote->setText(describe(m_pair, m_maps->place(), !shown.orders));
        // What the arrows read, for those who cannot see it.
        m_maps->setAccessibleDescription(m_matrixNote->text());
    } else {
        m_matrixNote->setText(QString());
    }
    const SmoothnessChartData& data = m_chart->figure()->data();
    if (m_chart->marked() >= 0) {
        m_chartNote->setText(data.describe(m_chart->marked()));
    } else if (data.count() > 0) {
        // A lesson is presented without the button that shows the table.
        m_chartNote->setText(m_table->isVisibleTo(this)
                                 ? tr("Point at a value to read it; the table has all numbers.")
                                 : tr("Point at a value to read it."));
    }
}

void SmoothnessPage::setWay(double part)
{
    m_part = std::clamp(part, 0.0, 1.0);
    const QSignalBlocker quiet(m_travel);
    if (!m_travel->isSliderDown()) {
        m_travel->setValue(int(std::lround(100 * m_part)));
    }
    m_travelText->setText(percentText(m_part, 0));
    const SmoothnessSubject shown = subject();
    if (!shown.orders || m_pair.sides[0].rows == 0 || !isVisible()) {
        return;
    }
    moveAlong(m_pair, shown, tensor(), taps(), m_part);
    if (m_matrixView == "surface") {
        m_surfaces->setRight(m_pair);
        m_maps->setPair(m_pair);
    } else {
        m_maps->setPair(m_pair);
        m_surfaces->setRight(m_pair);
    }
}

void SmoothnessPage::keepWay()
{
    refreshWeights();
    const int nearest = travelStep * int(std::lround(100 * m_part / travelStep));
    choose("smoothness.travel", std::to_string(nearest));
}

void SmoothnessPage::travelTo(double part)
{
    m_animation.stop();
    setWay(part);
}

bool SmoothnessPage::isPlaying() const
{
    return m_animation.state() == QAbstractAnimation::Running;
}

void SmoothnessPage::play()
{
    if (isPlaying()) {
        m_animation.stop();
        return;
    }
    const double from = m_part >= 1 ? 0 : m_part;
    m_animation.setStartValue(from);
    m_animation.setDuration(int((1 - from) * travelMilliseconds));
    m_animation.start();
}

std::vector<Figure> SmoothnessPage::figures() const
{
    const std::string shown = tensor();
    if (shown.empty()) {
        return {};
    }
    const SmoothnessSubject all = subject();
    std::vector<Figure> list = smoothnessFigures(all, shown, taps(), m_part, m_surfaces->camera());
    const bool surface = m_matrixView == "surface" && openGlProblem().isEmpty();
    list.push_back(smoothnessPageFigure(
        list, surface ? QStringLiteral("smoothness-surface") : QStringLiteral("smoothness-maps"),
        m_chartView == "neighbours" ? QStringLiteral("neighbour-distances")
            : m_chartView == "path" ? QStringLiteral("channel-path")
                                    : QStringLiteral("total-variation"),
        summary(all)));
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
    fillTensors();
    refresh();
}

void SmoothnessPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_animation.stop();
    m_model.setWatched(false);
}

void SmoothnessPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_roomy != (height() >= roomyHeight)) {
        m_roomy = height() >= roomyHeight;
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
