// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/score_bars.h"

#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

/// Half of the axis: round and steady, so that a drag moves bars and not the axis.
double reachOf(const ScoreData& data)
{
    double most = 0;
    for (const ScoreData::Row& row : data.rows) {
        most = std::max({most, std::abs(row.change), std::abs(row.asked.value_or(0))});
    }
    for (const double reach : {1.0, 2.0, 4.0, 6.0, 10.0}) {
        if (most <= reach) {
            return reach;
        }
    }
    return std::ceil(most / 10) * 10;
}

QString signedText(double value)
{
    const QString text = decimalText(std::abs(value) < 0.005 ? 0 : value, 2);
    return value >= 0.005 ? u'+' + text : text;
}

} // namespace

bool ScoreData::hasTarget() const
{
    return std::ranges::any_of(rows, [](const Row& row) { return row.asked.has_value(); });
}

std::optional<double> ScoreData::achieved() const
{
    double sum = 0;
    int count = 0;
    for (const Row& row : rows) {
        if (row.asked && std::abs(*row.asked) > 1e-9) {
            sum += row.change / *row.asked;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

double ScoreData::collateral() const
{
    double sum = 0;
    int count = 0;
    for (const Row& row : rows) {
        if (!row.asked) {
            sum += std::abs(row.change);
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

QString scoreText(const ScoreData& data)
{
    QStringList parts;
    if (const auto achieved = data.achieved()) {
        parts += tr("target change: %1 of what was asked").arg(percentText(*achieved, 0));
        parts += tr("others change by %1 σ on average").arg(decimalText(data.collateral(), 2));
    }
    if (data.legibility) {
        parts += data.legibilityBefore
            ? tr("%1 of the letters are read, %2 before")
                  .arg(percentText(*data.legibility, 0), percentText(*data.legibilityBefore, 0))
            : tr("%1 of the letters are read").arg(percentText(*data.legibility, 0));
    }
    if (parts.isEmpty()) {
        return tr("Move a slider to see what it changes, and what changes with it.");
    }
    QString text = parts.join(QStringLiteral("; "));
    text[0] = text[0].toUpper();
    return text + u'.';
}

double scoreHeight(const ScoreData& data, const QFont& font)
{
    const double line = QFontMetricsF(font).height();
    return double(std::max<std::size_t>(1, data.rows.size())) * (line + 6) + 1.3 * line + 8;
}

void paintScores(QPainter& painter, const QRectF& area, const ScoreData& data, const Theme& theme)
{
    if (data.rows.empty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont normal = painter.font();
    const QFontMetricsF metrics(normal);
    double words = 0;
    for (const ScoreData::Row& row : data.rows) {
        words = std::max(words, metrics.horizontalAdvance(row.name));
    }
    words = std::min(words, 0.45 * area.width());
    const double numbers = metrics.horizontalAdvance(QStringLiteral("+00.00")) + 8;
    const QRectF plot(area.left() + words + 12, area.top(),
                      std::max(20.0, area.width() - words - 12 - numbers),
                      area.height() - 1.3 * metrics.height() - 4);
    const double reach = reachOf(data);
    const double row = std::min(plot.height() / double(data.rows.size()), metrics.height() + 14);
    const double bottom = plot.top() + row * double(data.rows.size());
    const auto at = [&](double value) {
        return plot.center().x() + value / reach * plot.width() / 2;
    };
    painter.setPen(QPen(theme.line, 0.8));
    for (const double part : {-1.0, -0.5, 0.5, 1.0}) {
        painter.drawLine(QPointF(at(part * reach), plot.top()), QPointF(at(part * reach), bottom));
    }
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
        const ScoreData::Row& one = data.rows[i];
        const double middle = plot.top() + (double(i) + 0.5) * row;
        const bool target = one.asked.has_value();
        QFont font = normal;
        font.setWeight(target ? QFont::DemiBold : QFont::Normal);
        painter.setFont(fittedFont(font, one.name, words));
        painter.setPen(target ? theme.text : theme.muted);
        painter.drawText(QRectF(area.left(), middle - metrics.height() / 2, words + 4,
                                metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, one.name);
        const double high = std::min(row - 4, metrics.height() * 0.72);
        const QRectF bar = QRectF(QPointF(at(0), middle - high / 2),
                                  QPointF(at(std::clamp(one.change, -reach, reach)), middle + high / 2))
                               .normalized();
        // Targets are full, what changed with them is hollow: apart without colours as well.
        const QColor colour = target ? theme.accent : theme.unseen;
        QColor fill = colour;
        fill.setAlphaF(target ? 1.0F : 0.28F);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(fill);
        painter.drawRect(bar);
        if (target) {
            const double x = at(std::clamp(*one.asked, -reach, reach));
            painter.setPen(QPen(theme.surface, 5));
            painter.drawLine(QPointF(x, middle - high / 2 - 2), QPointF(x, middle + high / 2 + 2));
            painter.setPen(QPen(theme.text, 2));
            painter.drawLine(QPointF(x, middle - high / 2 - 2), QPointF(x, middle + high / 2 + 2));
        }
        painter.setFont(font);
        painter.setPen(target ? theme.text : theme.muted);
        painter.drawText(QRectF(plot.right() + 2, middle - metrics.height() / 2, numbers - 2,
                                metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, signedText(one.change));
    }
    painter.setFont(normal);
    painter.setPen(QPen(theme.muted, 1.2));
    painter.drawLine(QPointF(at(0), plot.top() - 1), QPointF(at(0), bottom + 1));
    painter.setPen(theme.muted);
    const double y = bottom + 3;
    for (const double part : {-1.0, 0.0, 1.0}) {
        const QString text = decimalText(part * reach, 0)
            + (part > 0 ? QStringLiteral(" σ") : QString());
        painter.drawText(QRectF(at(part * reach) - 40, y, 80, metrics.height()),
                         Qt::AlignHCenter | Qt::AlignTop, text);
    }
    painter.restore();
}

Figure scoreFigure(const ScoreData& data)
{
    Figure figure;
    figure.name = QStringLiteral("edit-scores");
    figure.title = tr("Target and collateral change");
    figure.description = scoreText(data);
    figure.paint = [data](QPainter& painter, const QSizeF& size) {
        const QRectF area = QRectF(QPointF(0, 0), size).adjusted(8, 8, -8, -8);
        const QFontMetricsF metrics(painter.font());
        const QString words = scoreText(data);
        const double legend = metrics.boundingRect(QRectF(0, 0, area.width(), 400), Qt::TextWordWrap, words)
                                  .height()
            + 6;
        painter.setPen(paperTheme().text);
        painter.drawText(QRectF(area.left(), area.top(), area.width(), legend), Qt::TextWordWrap, words);
        paintScores(painter, area.adjusted(0, legend, 0, 0), data, paperTheme());
    };
    figure.heightFor = [data](double width) {
        const QFont font = figureFont();
        const double legend =
            QFontMetricsF(font)
                .boundingRect(QRectF(0, 0, width - 16, 400), Qt::TextWordWrap, scoreText(data))
                .height();
        return scoreHeight(data, font) + legend + 24;
    };
    NumberTable table;
    table.name = QStringLiteral("scores");
    table.columns = QStringLiteral("attribute,kind,change_sigma,asked_sigma,legibility,"
                                   "legibility_before,from")
                        .split(u',');
    const auto number = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant(QString());
    };
    for (const ScoreData::Row& row : data.rows) {
        table.rows += QVariantList{row.name,
                                   row.asked ? QStringLiteral("target") : QStringLiteral("collateral"),
                                   row.change,
                                   number(row.asked),
                                   number(data.legibility),
                                   number(data.legibilityBefore),
                                   data.from};
    }
    figure.numbers = {table};
    return figure;
}

ScoreBars::ScoreBars(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    new FocusRing(this);
    setAccessibleName(tr("Target and collateral change"));
    setToolTip(tr("How far each attribute of the letters changed, in standard deviations of the members. "
                  "Full bars were asked for, the stroke says how far; hollow bars changed with them"));
    setData({});
}

void ScoreBars::setData(ScoreData data)
{
    const bool taller = data.rows.size() != m_data.rows.size();
    m_data = std::move(data);
    QStringList rows;
    for (const ScoreData::Row& row : m_data.rows) {
        rows += row.asked
            ? tr("%1 %2 σ of %3 asked").arg(row.name, signedText(row.change), signedText(*row.asked))
            : tr("%1 %2 σ").arg(row.name, signedText(row.change));
    }
    const QString words = scoreText(m_data) + u' ' + rows.join(QStringLiteral("; "));
    if (words != accessibleDescription()) {
        setAccessibleDescription(words);
    }
    if (taller) {
        updateGeometry();
    }
    update();
}

QSize ScoreBars::sizeHint() const
{
    return {300, int(std::ceil(scoreHeight(m_data, font()))) + 8};
}

QSize ScoreBars::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void ScoreBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().surface);
    paintScores(painter, QRectF(rect()).adjusted(4, 4, -4, -2), m_data, currentTheme());
}

} // namespace morphospace
