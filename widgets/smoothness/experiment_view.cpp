// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/experiment_view.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/theme/paper.h"

#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

ExperimentView::ExperimentView(SessionModel& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_blocks(new ElidingBox)
    , m_shown(new ElidingBox)
    , m_stack(new QStackedWidget)
    , m_chart(new OrderChartView)
    , m_table(new NumberTableView)
    , m_verdict(makeNote())
    , m_note(makeNote())
{
    describeControl(m_blocks, tr("Network and method"),
                    tr("Of which recorded manifolds the accuracies are"));
    m_shown->addItem(tr("Accuracy"), QStringLiteral("accuracy"));
    m_shown->addItem(tr("Difference from random"), QStringLiteral("difference"));
    describeControl(m_shown, tr("What the curves show"),
                    tr("Accuracy itself, or how much more it is than that of a random order on the "
                       "same base"));
    auto* row = new ButtonRow;
    row->addWidget(m_blocks);
    row->addWidget(m_shown);
    row->addStretch();
    describeControl(m_table, tr("Numbers of the experiment"),
                    tr("Means over the seeds by size and order"));
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto* card = makeCard();
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 6, 6, 6);
    inside->setSpacing(2);
    inside->addWidget(m_stack, 1);
    for (QLabel* note : {m_note, m_verdict}) {
        note->setContentsMargins(8, 0, 8, 2);
        note->setMinimumHeight(QFontMetrics(note->font()).lineSpacing() + 2);
        inside->addWidget(note);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(row);
    column->addWidget(card, 1);
    chooseIn(m_blocks, m_session, "smoothness.experiment");
    chooseIn(m_shown, m_session, "smoothness.measure");
    connect(m_chart, &OrderChartView::markedChanged, this, &ExperimentView::describePlace);
}

void ExperimentView::load() const
{
    if (m_results || !m_problem.isEmpty()) {
        return;
    }
    try {
        m_results = readOrderResults(resourceFolder() / "experiments" / "channel-order.json");
        if (orderBlocks(*m_results).empty()) {
            m_results.reset();
            m_problem = tr("The recorded experiment holds no measurements.");
        }
    } catch (const Error& error) {
        m_problem = errorText(error);
    }
}

std::string ExperimentView::block() const
{
    const std::vector<std::string> blocks = orderBlocks(*m_results);
    const std::string wanted = optionOf(m_session, "smoothness.experiment");
    return std::ranges::find(blocks, wanted) != blocks.end() ? wanted : blocks.front();
}

OrderCurves ExperimentView::curves() const
{
    return orderCurves(*m_results, block(),
                       optionOf(m_session, "smoothness.measure") == "difference"
                           ? OrderCurves::Shown::Difference
                           : OrderCurves::Shown::Accuracy);
}

QString ExperimentView::readout() const
{
    return m_note->text();
}

QString ExperimentView::verdict() const
{
    load();
    return m_results ? orderVerdict(*m_results, block()) : m_problem;
}

void ExperimentView::showOptions()
{
    showIn(m_shown, m_session, "smoothness.measure");
    m_stack->setCurrentIndex(optionOf(m_session, "smoothness.form") == "table" ? 1 : 0);
    const std::string seen = optionOf(m_session, "smoothness.experiment") + ' '
        + optionOf(m_session, "smoothness.measure");
    if (isVisible() && seen != m_seen) {
        refresh();
    }
}

void ExperimentView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ExperimentView::refresh()
{
    load();
    m_seen = optionOf(m_session, "smoothness.experiment") + ' '
        + optionOf(m_session, "smoothness.measure");
    m_blocks->setEnabled(m_results.has_value());
    m_shown->setEnabled(m_results.has_value());
    if (!m_results) {
        m_chart->setCurves({});
        m_table->setNumbers({});
        m_verdict->setText(m_problem);
        return;
    }
    const QSignalBlocker quiet(m_blocks);
    if (m_blocks->count() == 0) {
        for (const std::string& one : orderBlocks(*m_results)) {
            m_blocks->addItem(blockWords(*m_results, one), QString::fromStdString(one));
        }
    }
    m_blocks->setCurrentIndex(m_blocks->findData(QString::fromStdString(block())));
    const OrderCurves shown = curves();
    m_chart->setCurves(shown);
    m_table->setNumbers(shown.numbers.front());
    m_verdict->setText(orderVerdict(*m_results, block()));
    describePlace();
}

void ExperimentView::describePlace()
{
    const OrderCurves& shown = m_chart->figure()->curves();
    m_note->setText(m_chart->marked() >= 0
                        ? shown.describe(m_chart->marked())
                        : tr("Recorded. Dots are seeds, bars 95 % intervals of the means by "
                             "Student's t; an arrow says that one goes on."));
}

std::optional<Figure> ExperimentView::figure() const
{
    load();
    if (!m_results) {
        return std::nullopt;
    }
    return orderFigure(curves(), orderVerdict(*m_results, block()));
}

Figure orderFigure(const OrderCurves& curves, const QString& words)
{
    Figure figure;
    figure.name = QStringLiteral("order-experiment");
    figure.title = tr("Accuracy by the order of the channels");
    figure.description = tr("%1. %2", "title and what it says").arg(curves.words, words);
    figure.paint = [curves](QPainter& painter, const QSizeF& size) {
        QGraphicsScene scene;
        auto* chart = new OrderChart(curves, paperTheme(), figureFont());
        scene.addItem(chart);
        chart->resize(size);
        chart->layout()->activate();
        const QRectF area(QPointF(0, 0), size);
        scene.setSceneRect(area);
        scene.render(&painter, area, area);
    };
    figure.heightFor = [](double width) { return std::clamp(width * 0.62, 240.0, 420.0); };
    figure.numbers = curves.numbers;
    return figure;
}

} // namespace morphospace
