// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/summary_row.h"

#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

SummaryRow::SummaryRow(TestImages& images, SmoothnessModel& model, QWidget* parent)
    : QWidget(parent)
    , m_images(images)
    , m_model(model)
    , m_summary(makeNote())
    , m_effect(makeNote())
    , m_measure(new QPushButton)
{
    m_summary->setMinimumHeight(QFontMetrics(m_summary->font()).lineSpacing());
    auto* inside = new PageContent;
    auto* texts = new QVBoxLayout(inside);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(2);
    texts->addWidget(m_summary);
    texts->addWidget(m_effect);
    m_texts = new ContentScroll(inside);
    m_texts->setFrameShape(QFrame::NoFrame);
    m_texts->installEventFilter(this);
    // What was asked for last is what is seen.
    connect(m_texts->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int end) {
        m_texts->verticalScrollBar()->setValue(m_effect->isHidden() ? 0 : end);
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_texts, 1);
    // Not for a class while a lesson is presented.
    row->addWidget(makePart("order-accuracy", m_measure), 0, Qt::AlignTop);
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_model.isMeasuringOrders()) {
            m_model.cancelMeasuringOrders();
        } else {
            m_model.measureOrderAccuracy(m_limit);
        }
    });
    connect(&m_model, &SmoothnessModel::orderEffectChanged, this, &SummaryRow::refresh);
    connect(&m_model, &SmoothnessModel::ordersChanged, this, &SummaryRow::refresh);
    connect(&m_images, &TestImages::changed, this, &SummaryRow::refresh);
    refresh();
}

SummaryRow::~SummaryRow()
{
    m_model.disconnect(this);
}

void SummaryRow::setSummary(const QString& text, bool orders)
{
    m_summary->setText(text);
    m_orders = orders;
    refresh();
}

void SummaryRow::setShort(bool isShort)
{
    m_short = isShort;
    fit();
}

void SummaryRow::fit()
{
    constexpr int lines = 2;
    const int bar = m_texts->verticalScrollBar()->sizeHint().width();
    // -1 while there is nothing in it.
    const int whole = std::max(
        0, m_texts->widget()->heightForWidth(std::max(1, m_texts->width() - bar)));
    const int most = lines * QFontMetrics(m_summary->font()).lineSpacing() + 2;
    m_texts->setFixedHeight(!m_short ? whole : m_orders ? most : std::min(whole, most));
}

bool SummaryRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_texts && event->type() == QEvent::Resize) {
        fit();   // another width breaks lines elsewhere
    }
    return QWidget::eventFilter(watched, event);
}

QString SummaryRow::effectText() const
{
    return m_effect->text();
}

void SummaryRow::refresh()
{
    const bool measuring = m_model.isMeasuringOrders();
    m_measure->setVisible(m_orders);
    m_measure->setText(measuring ? tr("Cancel") : tr("Measure accuracy"));
    m_measure->setEnabled(measuring || (m_images.images() != nullptr && m_model.orders() != nullptr));
    describeControl(m_measure, m_measure->text(),
                    measuring ? tr("Stops measuring; what is known stays")
                              : tr("Measures the accuracy in the order before and in the one after "
                                   "on the test images, and how far apart the class scores are"));
    const OrderEffect* effect = m_model.orderEffect();
    if (effect == nullptr || !effect->outputDifference) {
        m_effect->setText(measuring ? tr("Measuring…") : QString());
    } else {
        const auto words = [](const std::optional<OrderEffect::Count>& count) {
            return count ? tr("%1 (%2 of %3 right; 95 %: %4 to %5)", "accuracy, counts, interval")
                               .arg(percentText(count->accuracy(), 2), countText(count->correct),
                                    countText(count->images), percentText(count->low),
                                    percentText(count->high))
                         : tr("…");
        };
        const bool same = effect->before && effect->after
            && effect->before->correct == effect->after->correct
            && effect->before->images == effect->after->images;
        const QString dataset = QString::fromStdString(effect->dataset);
        const QString accuracy = same
            ? tr("Accuracy on %1, before and after: %2.").arg(dataset, words(effect->before))
            : tr("Accuracy on %1: before %2, after %3.")
                  .arg(dataset, words(effect->before), words(effect->after));
        m_effect->setText(
            accuracy + u' '
            + tr("Class scores of %1 images differ by at most %2 of the largest; %3 change class.")
                  .arg(countText(effect->compared), significantText(*effect->outputDifference, 2),
                       countText(effect->otherClass)));
    }
    const bool said = m_orders && !m_effect->text().isEmpty();
    m_effect->setVisible(said);
    fit();
}

} // namespace morphospace
