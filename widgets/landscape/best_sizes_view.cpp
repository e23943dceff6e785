// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/best_sizes_view.h"

#include "widgets/landscape/landscape_figures.h"
#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_parts.h"
#include "widgets/language/core_text.h"
#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/text.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace morphospace {
namespace {

/// What the field of the budget counts in: thousands, or milliseconds.
double unitOf(Cost cost)
{
    return cost == Cost::Latency ? 1e-3 : 1e3;
}

} // namespace

BestSizesView::BestSizesView(SessionModel& session, TestImages& images, LandscapeModel& model,
                             QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
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
                    tr("What was found and the uniform sizes; press Return or double-click to go "
                       "to a size"));
    m_verdict = makeNote();
    auto* column = cardUnder(this, row);
    column->addWidget(m_frontView, 3);
    column->addWidget(m_verdict);
    column->addWidget(m_found, 2);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_model.isSearching()) {
            m_model.cancelSearch();
        } else {
            m_model.search(budget(), m_searchOptions);
        }
    });
    chooseIn(m_cost, m_session, "landscape.cost");
    connect(m_found, &QTableWidget::cellActivated, this, [this](int at) {
        if (at >= 0 && std::size_t(at) < m_rows.size()) {
            goTo(m_session, m_rows[std::size_t(at)]);
        }
    });
    connect(&m_session, &SessionModel::stateChanged, this, &BestSizesView::showOptions);
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] { setBudget(0.25); });
    connect(&m_images, &TestImages::changed, this, &BestSizesView::updateButtons);
    connect(&m_model, &LandscapeModel::searchChanged, this, &BestSizesView::refresh);
    showOptions();
    setBudget(0.25);
    refresh();
}

BestSizesView::~BestSizesView()
{
    m_model.disconnect(this);
}

void BestSizesView::showOptions()
{
    showIn(m_cost, m_session, "landscape.cost");
    // Another cost counts in another unit, whoever chose it: the person, undo or a session.
    if (budget().cost != m_limitCost) {
        setBudget(0.25);
        m_verdict->setText(verdict());
    }
}

void BestSizesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void BestSizesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void BestSizesView::updateButtons()
{
    const bool searching = m_model.isSearching();
    m_search->setText(searching ? tr("Cancel search") : tr("Search"));
    m_search->setEnabled(searching || m_images.images() != nullptr);
    describeControl(m_search, m_search->text(),
                    searching ? tr("Stops the search; the next one goes on from what it measured")
                              : tr("Searches widths and depths on the validation images, without "
                                   "training, and measures what it found on the test images"));
}

Budget BestSizesView::budget() const
{
    const std::string name = optionOf(m_session, "landscape.cost");
    const Cost cost =
        *std::ranges::find_if(costs, [&name](Cost one) { return nameOf(one) == name; });
    return {cost, m_limitField->value() * unitOf(cost)};
}

void BestSizesView::setBudget(double fraction)
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const Cost cost = budget().cost;
    m_limitCost = cost;
    // Latency is not known before it is measured: a millisecond is a place to start.
    const double limit = cost == Cost::Latency
        ? 1e-3
        : fraction * countedCost(cost, manifold->family(), manifold->family().full);
    const double value = limit / unitOf(cost);
    m_limitField->setDecimals(cost == Cost::Latency ? 3 : value < 100 ? 1 : 0);
    m_limitField->setSuffix(cost == Cost::Latency ? tr(" ms")
                            : cost == Cost::Bytes ? tr(" kB")
                                                  : tr(" thousand"));
    m_limitField->setSingleStep(cost == Cost::Latency ? 0.1
                                                      : std::max(1.0, std::round(value / 20)));
    m_limitField->setValue(value);
}

bool BestSizesView::showsPart() const
{
    return m_model.isSearching()
        || (m_model.isSearchStopped()
            && !(m_model.found().front.empty() && m_model.found().uniform.empty()));
}

FrontData BestSizesView::front() const
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
    if (showsPart()) {
        data.cost = m_model.searchBudget().cost;
        data.limit = m_model.searchBudget().limit;
        for (const auto& [from, to] : {std::pair(&m_model.found().front, &data.found),
                                       std::pair(&m_model.found().uniform, &data.uniform)}) {
            for (const Candidate& candidate : *from) {
                add(*to, candidate.configuration, candidate.cost, candidate.measurement);
                data.limit = std::max(data.limit, candidate.cost);
            }
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

QString BestSizesView::verdict() const
{
    const SearchProgress& found = m_model.found();
    if (m_model.isSearching()) {
        return !found.front.empty()
            ? tr("Searching on the validation images; the figure shows the front as it is now.")
            : !found.uniform.empty()
            ? tr("Looking at mixes of widths and depths on %1 validation images. The figure shows "
                 "the uniform sizes that they have to beat.")
                  .arg(countText(std::int64_t(found.images)))
            : found.images > 0
            ? tr("First, uniform sizes within the budget are measured on %1 validation images: "
                 "they are what has to be beaten.")
                  .arg(countText(std::int64_t(found.images)))
            : tr("The search begins.");
    }
    // What was measured is used where the cost is the same, whatever the budget.
    const QString goesOn = m_model.isSearchStopped()
            && m_model.searchBudget().cost == budget().cost
        ? u' ' + tr("Search goes on from what was measured.")
        : QString();
    if (showsPart()) {
        return (found.front.empty()
                    ? tr("The search was stopped. The figure shows the uniform sizes, on "
                         "validation images.")
                    : tr("The search was stopped. The figure shows what was found until then, on "
                         "validation images."))
            + goesOn;
    }
    const SearchReport* report = m_model.report();
    if (report == nullptr) {
        return tr("Looks for the most accurate widths and depths within the budget, chosen on "
                  "validation images, then measured once on the test images beside uniform sizes "
                  "that were chosen in the same way.")
            + goesOn;
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
                : tr("The best found is %1 points from the best uniform size on the same test "
                     "images (95 %: %2 to %3): not told apart."))
        .arg(points, low, high);
}

void BestSizesView::refresh()
{
    updateButtons();
    const FrontData data = front();
    m_frontView->setPainter([data](QPainter& painter, const QRectF& area) {
        paintFront(painter, area, data, currentTheme());
    });
    m_verdict->setText(verdict());
    m_frontView->setAccessibleDescription(
        tr("%1 The same numbers are in the table below.").arg(verdict()));
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
            kind, sizeText(point.configuration),
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
    // Before the first search there is nothing but what a search does.
    m_frontView->setVisible(!m_rows.empty());
    m_found->setVisible(!m_rows.empty());
}

std::optional<Figure> BestSizesView::figure() const
{
    const FrontData data = front();
    return data.onTest ? std::optional(frontFigure(data, verdict())) : std::nullopt;
}

} // namespace morphospace
