// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/accuracy_gauge.h"

#include "widgets/language/core_text.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/text.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double trackHeight = 6;
constexpr double overTrack = 8;    // of the accuracy's line, above the scale and under it
constexpr double underTrack = 7;   // to the numbers of the scale

} // namespace

AccuracyGauge::AccuracyGauge(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Accuracy of the current sample"));
    setToolTip(tr("Share of test images classified right, in percent, with its 95 % interval"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont AccuracyGauge::bigFont() const
{
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 2.7);
    big.setWeight(QFont::DemiBold);
    return big;
}

QFont AccuracyGauge::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    return small;
}

double AccuracyGauge::trackTop() const
{
    return std::ceil(QFontMetricsF(smallFont()).ascent()) + overTrack - 2;
}

double AccuracyGauge::headHeight() const
{
    return std::max(QFontMetricsF(bigFont()).height(),
                    trackTop() + trackHeight + underTrack + QFontMetricsF(smallFont()).height())
        + 4;
}

int AccuracyGauge::heightForWidth(int width) const
{
    // The number, and the sentence under it in as many lines as a long one takes, so that the card
    // keeps its height while it is being measured.
    const QFontMetricsF small(smallFont());
    const double sentence = small.horizontalAdvance(QString(118, u'n'));
    const double lines = std::clamp(std::ceil(sentence / std::max(width, 1)), 1.0, 3.0);
    const QRectF room(0, 0, width, 10 * small.height());
    const double needed = small.boundingRect(room, Qt::TextWordWrap, provenance()).height();
    return int(std::ceil(headHeight() + std::max(lines * small.height(), needed))) + 4;
}

void AccuracyGauge::setMessage(const QString& why)
{
    m_current.reset();
    m_message = why;
    setAccessibleDescription(why);
    update();
}

void AccuracyGauge::setCurrent(const Measurement& measurement, std::int64_t total, bool recorded)
{
    m_current = measurement;
    m_total = total;
    m_recorded = recorded;
    m_pending = false;
    m_message.clear();
    setAccessibleDescription(tr("%1, interval %2 to %3; %4")
                                 .arg(percentText(measurement.accuracy(), 2),
                                      percentText(measurement.low, 2),
                                      percentText(measurement.high, 2), provenance()));
    update();
}

void AccuracyGauge::setPending()
{
    m_pending = true;
    setAccessibleDescription(provenance());
    update();
}

void AccuracyGauge::setPinned(const std::optional<Measurement>& measurement)
{
    m_pinned = measurement;
    update();
}

QString AccuracyGauge::provenance() const
{
    if (!m_current) {
        return m_message;
    }
    if (m_pending) {
        return tr("measuring… (the number is of %1)")
            .arg(sizeText(m_current->configuration));
    }
    const Measurement& m = *m_current;
    QString dataset = QString::fromStdString(m.dataset);
    dataset.remove(QStringLiteral(" (test)"));
    const QString sample = m.averaging <= 1 ? tr("clean sample")
                                            : tr("average of %1 samples").arg(m.averaging);
    const QString interval = tr("95 % %1").arg(coreText(m.intervalMethod));
    if (m_recorded) {
        return tr("recorded when trained, on %1 test images of %2, %3, %4")
            .arg(countText(m.images), dataset, sample, interval);
    }
    return tr("measured on %1 of %2 test images of %3, %4, %5")
        .arg(countText(m.images), countText(m_total), dataset, sample, interval);
}

void AccuracyGauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter);
}

void AccuracyGauge::paint(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = smallFont();
    const double line = QFontMetricsF(small).height();

    if (!m_current) {
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_message);
        return;
    }
    const Measurement& m = *m_current;
    const QFont big = bigFont();
    const QString number = decimalText(100 * m.accuracy(), 1);
    const double bigHeight = QFontMetricsF(big).height();
    const double numberWidth = QFontMetricsF(big).horizontalAdvance(QStringLiteral("88.8"));
    painter.setFont(big);
    painter.setPen(m_pending ? theme.muted : theme.text);
    painter.drawText(QRectF(0, 0, numberWidth + 4, bigHeight), Qt::AlignRight | Qt::AlignTop, number);
    QFont unit = font();
    unit.setPointSizeF(font().pointSizeF() * 1.25);
    painter.setFont(unit);
    painter.setPen(theme.muted);
    const double unitWidth = QFontMetricsF(unit).horizontalAdvance(u'%') + 1;
    painter.drawText(QRectF(numberWidth + 10, 0, unitWidth, bigHeight * 0.82),
                     Qt::AlignLeft | Qt::AlignBottom, QStringLiteral("%"));

    // The scale, with the interval as a band and the accuracy as a line in it.
    const double left = numberWidth + 10 + unitWidth + 20;
    const QRectF track(left, trackTop(), std::max(60.0, width() - left - 14), trackHeight);
    const auto x = [&](double fraction) { return track.left() + fraction * track.width(); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(track, 3, 3);
    QColor band = m_pending ? theme.muted : theme.accent;
    band.setAlphaF(0.38F);
    painter.setBrush(band);
    painter.drawRoundedRect(QRectF(QPointF(x(m.low), track.top() - 5),
                                   QPointF(std::max(x(m.high), x(m.low) + 2), track.bottom() + 5)),
                            3, 3);
    painter.setBrush(m_pending ? theme.muted : theme.accent);
    painter.drawRoundedRect(QRectF(x(m.accuracy()) - 1.5, track.top() - overTrack, 3,
                                   track.height() + 2 * overTrack),
                            1.5, 1.5);
    if (m_pinned) {
        const QPointF at(x(m_pinned->accuracy()), track.top() - overTrack);
        painter.setBrush(theme.pinned);
        painter.drawPolygon(QPolygonF({at, at + QPointF(-5, -8), at + QPointF(5, -8)}));
        painter.setFont(small);
        painter.setPen(theme.pinned);
        // Beside its mark, on the side where the scale goes on.
        const double side = m_pinned->accuracy() > 0.5 ? -6 - QFontMetricsF(small).horizontalAdvance(u'A')
                                                       : 6;
        painter.drawText(at + QPointF(side, 0), QStringLiteral("A"));
    }
    painter.setFont(small);
    painter.setPen(theme.muted);
    const double ticks = track.bottom() + underTrack;
    const double end = QFontMetricsF(small).horizontalAdvance(QStringLiteral("100")) + 2;
    const QString interval = tr("%1 to %2").arg(percentText(m.low), percentText(m.high));
    const double wide = QFontMetricsF(small).horizontalAdvance(interval) + 2;
    QRectF middle(track.left() + end / 2, ticks, track.width() - 1.5 * end, line);
    if (wide <= middle.width()) {
        painter.drawText(QRectF(track.left(), ticks, end, line), Qt::AlignLeft, QStringLiteral("0"));
        painter.drawText(QRectF(track.right() - end, ticks, end, line), Qt::AlignRight,
                         QStringLiteral("100"));
    } else {
        // A short scale, such as beside a lesson: the interval says more than the ends do.
        middle = QRectF(std::min(track.center().x() - wide / 2, width() - wide), ticks, wide, line);
    }
    painter.setPen(theme.text);
    painter.drawText(middle, Qt::AlignCenter, interval);
    painter.setPen(theme.muted);
    const double below = headHeight();
    painter.drawText(QRectF(0, below, width(), height() - below),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, provenance());
}

} // namespace morphospace
