// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/cloud_painter.h"

#include "widgets/landscape/landscape_data.h"
#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

double line(const QFont& font)
{
    return QFontMetricsF(font).height();
}

void paintUpright(QPainter& painter, const QPointF& middle, double room, const QString& text)
{
    painter.save();
    painter.setFont(fittedFont(painter.font(), text, room));
    const QFontMetricsF metrics(painter.font());
    painter.translate(middle);
    painter.rotate(-90);
    painter.drawText(QRectF(-metrics.horizontalAdvance(text) / 2 - 4, -metrics.height() / 2,
                            metrics.horizontalAdvance(text) + 8, metrics.height()),
                     Qt::AlignCenter, text);
    painter.restore();
}

QString barEnd(double value)
{
    return significantText(value, 3);
}

QColor groupColour(CloudGroup group, const Theme& theme)
{
    return group == CloudGroup::A ? theme.pinned
        : group == CloudGroup::B  ? theme.accent
                                  : theme.muted;
}

} // namespace

bool hasGroups(const CloudData& data)
{
    return std::ranges::any_of(data.groups, [](CloudGroup g) { return g != CloudGroup::None; });
}

QColor memberColour(const CloudData& data, std::size_t member, const CloudRange& range,
                    const Theme& theme)
{
    if (data.hasValues()) {
        const double value = data.values[member];
        return std::isfinite(value) ? QColor(sequentialColour(range.part(value))) : theme.line;
    }
    QColor colour = groupColour(data.groupOf(member), theme);
    if (data.groupOf(member) == CloudGroup::None) {
        colour.setAlphaF(hasGroups(data) ? 0.45F : 0.75F);
    }
    return colour;
}

void paintMember(QPainter& painter, const QPointF& at, double radius, const QColor& colour,
                 CloudGroup group, bool selected, const Theme& theme)
{
    // The ends of the colour map are as dark and as bright as the grounds: an edge keeps them apart.
    QColor edge = theme.dark ? QColor(255, 255, 255) : QColor(0, 0, 0);
    edge.setAlphaF(group == CloudGroup::None ? 0.38F : 0.9F);
    if (selected) {
        painter.setPen(QPen(theme.text, 1.6));
        painter.setBrush(theme.surface);
        painter.drawEllipse(at, radius + 3, radius + 3);
    }
    painter.setPen(QPen(edge, group == CloudGroup::None ? 0.7 : 1));
    painter.setBrush(colour);
    const double r = group == CloudGroup::None ? radius : radius + 1.2;
    if (group == CloudGroup::A) {
        painter.drawPolygon(QPolygonF({at + QPointF(0, -1.25 * r), at + QPointF(1.15 * r, 0.85 * r),
                                       at + QPointF(-1.15 * r, 0.85 * r)}));
    } else if (group == CloudGroup::B) {
        painter.drawRect(QRectF(at.x() - 0.95 * r, at.y() - 0.95 * r, 1.9 * r, 1.9 * r));
    } else {
        painter.drawEllipse(at, r, r);
    }
}

std::vector<std::size_t> paintingOrder(const CloudData& data)
{
    std::vector<std::size_t> order(data.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return (data.isSelected(i) ? 2 : 0) + (data.groupOf(i) != CloudGroup::None ? 1 : 0);
    });
    return order;
}

double memberRadius(std::size_t members, const QSizeF& room)
{
    // A fortieth of the area in ink, more or less: a cloud's middle is several times as dense.
    const double area = std::max(1.0, room.width() * room.height());
    return std::clamp(std::sqrt(area / 40 / double(std::max<std::size_t>(1, members)) / M_PI), 2.4, 5.0);
}

void paintMarker(QPainter& painter, const QPointF& at, const QString& letter, const QColor& colour,
                 const Theme& theme)
{
    QFont font = painter.font();
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const double radius = std::max(8.0, 0.62 * line(font));
    painter.setPen(QPen(theme.surface, 2));
    painter.setBrush(colour);
    painter.drawEllipse(at, radius, radius);
    painter.setPen(theme.accentText);
    painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
                     Qt::AlignCenter | Qt::TextDontClip, letter);
}

void paintEditArrow(QPainter& painter, const QPointF& from, const QPointF& to, const Theme& theme)
{
    const QPointF by = to - from;
    const double length = std::hypot(by.x(), by.y());
    painter.setBrush(theme.surface);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawEllipse(from, 5, 5);
    const double radius = std::max(8.0, 0.62 * line(painter.font())) + 2;
    if (length < radius + 12) {
        return;
    }
    const QPointF way = by / length;
    const QPointF across(-way.y(), way.x());
    const QPointF tip = to - way * radius;
    const QPointF foot = tip - way * 9;
    const auto stroke = [&](const QColor& colour, double width) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from + way * 6, foot);
    };
    stroke(theme.surface, 4.5);
    stroke(theme.accent, 2);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(theme.accent);
    painter.drawPolygon(QPolygonF({tip, foot + across * 5, foot - across * 5}));
}

QPointF heldWithin(const QRectF& area, const QPointF& at, const QPointF& from)
{
    if (area.contains(at)) {
        return at;
    }
    if (!area.contains(from)) {
        return {std::clamp(at.x(), area.left(), area.right()),
                std::clamp(at.y(), area.top(), area.bottom())};
    }
    const QPointF by = at - from;
    double part = 1;
    const auto stop = [&part](double way, double room) {
        if (std::abs(way) > std::abs(room)) {
            part = std::min(part, room / way);
        }
    };
    stop(by.x(), by.x() > 0 ? area.right() - from.x() : area.left() - from.x());
    stop(by.y(), by.y() > 0 ? area.bottom() - from.y() : area.top() - from.y());
    return from + by * part;
}

void paintModels(QPainter& painter, const QRectF& area, const std::optional<QPointF>& base,
                 const std::optional<QPointF>& pinned, const std::optional<QPointF>& current,
                 const Theme& theme)
{
    const double radius = std::max(8.0, 0.62 * line(painter.font()));
    const double room = radius + 9;
    const QRectF inside = area.adjusted(room, room, -room, -room);
    const QPointF middle = area.center();
    const auto shown = [&](const QPointF& at, const QPointF& from) {
        // Only what nothing is seen of is moved.
        return area.contains(at) || inside.isEmpty() ? at : heldWithin(inside, at, from);
    };
    const auto mark = [&](const QPointF& at, const QPointF& held, const QString& letter,
                          const QColor& colour) {
        const QPointF by = at - held;
        const double far = std::hypot(by.x(), by.y());
        if (far > 1) {
            const QPointF way = by / far;
            const QPointF across(-way.y(), way.x());
            const QPointF foot = held + way * (radius + 1);
            painter.setPen(QPen(theme.surface, 1));
            painter.setBrush(colour);
            painter.drawPolygon(QPolygonF({held + way * (radius + 8), foot + across * 5,
                                           foot - across * 5}));
        }
        paintMarker(painter, held, letter, colour, theme);
    };
    if (base && current) {
        paintEditArrow(painter, *base, shown(*current, *base), theme);
    }
    if (pinned) {
        mark(*pinned, shown(*pinned, middle), QStringLiteral("A"), theme.pinned);
    }
    if (current) {
        mark(*current, shown(*current, base.value_or(middle)), QStringLiteral("B"), theme.accent);
    }
}

void paintRing(QPainter& painter, const QPointF& at, double radius, const Theme& theme)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.surface, 4.5));
    painter.drawEllipse(at, radius + 4, radius + 4);
    painter.setPen(QPen(theme.text, 2));
    painter.drawEllipse(at, radius + 4, radius + 4);
}

QRectF paintCard(QPainter& painter, const QRectF& bounds, const QPointF& at, const QImage& specimen,
                 const QString& title, const QString& words, const Theme& theme)
{
    constexpr double inside = 8;
    QFont strong = painter.font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF strongMetrics(strong);
    const QFontMetricsF metrics(painter.font());
    const double most = std::max(120.0, std::min(300.0, bounds.width() - 24)) - 2 * inside;
    const QSizeF picture = specimen.isNull()
        ? QSizeF(0, 0)
        : (QSizeF(specimen.size()) / specimen.devicePixelRatio())
              .scaled(QSizeF(most, 120),
                      specimen.width() / specimen.devicePixelRatio() > most
                              || specimen.height() / specimen.devicePixelRatio() > 120
                          ? Qt::KeepAspectRatio
                          : Qt::IgnoreAspectRatio)
              .boundedTo(QSizeF(specimen.size()) / specimen.devicePixelRatio());
    const QRectF text = metrics.boundingRect(QRectF(0, 0, most, 400), Qt::TextWordWrap, words);
    const double wide = std::min(
        most, std::max({picture.width(), strongMetrics.horizontalAdvance(title), text.width() + 2}));
    const double gap = picture.isEmpty() ? 0 : 4;
    const QSizeF size(wide + 2 * inside, picture.height() + gap + strongMetrics.height()
                          + (words.isEmpty() ? 0 : text.height() + 2) + 2 * inside);
    constexpr double away = 16;
    QRectF card(at + QPointF(away, away), size);
    if (card.right() > bounds.right() - 2) {
        card.moveRight(at.x() - away);
    }
    if (card.bottom() > bounds.bottom() - 2) {
        card.moveBottom(at.y() - away);
    }
    card.moveLeft(std::clamp(card.left(), bounds.left() + 2,
                             std::max(bounds.left() + 2, bounds.right() - 2 - card.width())));
    card.moveTop(std::clamp(card.top(), bounds.top() + 2,
                            std::max(bounds.top() + 2, bounds.bottom() - 2 - card.height())));
    QColor shadow(0, 0, 0, theme.dark ? 110 : 40);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shadow);
    painter.drawRoundedRect(card.translated(0, 2).adjusted(-1, -1, 1, 1), 8, 8);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(card, 7, 7);
    double y = card.top() + inside;
    if (!picture.isEmpty()) {
        painter.drawImage(QRectF(QPointF(card.left() + inside, y), picture), specimen);
        y += picture.height() + gap;
    }
    const QFont normal = painter.font();
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(QRectF(card.left() + inside, y, wide, strongMetrics.height()), Qt::AlignLeft,
                     strongMetrics.elidedText(title, Qt::ElideRight, wide));
    y += strongMetrics.height() + 2;
    painter.setFont(normal);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(card.left() + inside, y, wide, text.height() + 2),
                     Qt::AlignLeft | Qt::TextWordWrap, words);
    return card;
}

double colourBarWidth(const CloudData& data, const QFont& font)
{
    if (!data.hasValues()) {
        return 0;
    }
    const QFontMetricsF metrics(font);
    const CloudRange range = colourRange(data);
    return 0.8 * metrics.height() + 6
        + std::max({metrics.horizontalAdvance(barEnd(range.least)),
                    metrics.horizontalAdvance(barEnd(range.greatest)), metrics.height() + 2});
}

void paintColourBar(QPainter& painter, const QRectF& area, const CloudData& data, const Theme& theme)
{
    const CloudRange range = colourRange(data);
    const double height = line(painter.font());
    const QRectF bar(area.left(), area.top(), 0.8 * height, area.height());
    QImage ramp(1, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y) {
        ramp.setPixel(0, y, sequentialColour((255 - y) / 255.0));
    }
    painter.drawImage(bar, ramp);
    const double x = bar.right() + 5;
    const double room = area.right() - x + 40;
    painter.setPen(theme.muted);
    painter.drawText(QRectF(x, bar.top() - 2, room, height), Qt::AlignLeft | Qt::AlignVCenter,
                     barEnd(range.greatest));
    painter.drawText(QRectF(x, bar.bottom() - height + 2, room, height),
                     Qt::AlignLeft | Qt::AlignVCenter, barEnd(range.least));
    painter.setPen(theme.text);
    paintUpright(painter, {x + height / 2, bar.center().y()}, bar.height() - 2.4 * height,
                 data.valueTitle);
}

double paintGroupLegend(QPainter& painter, const QPointF& topLeft, const CloudData& data,
                        const Theme& theme)
{
    double x = topLeft.x();
    const QFontMetricsF metrics(painter.font());
    for (const CloudGroup group : {CloudGroup::A, CloudGroup::B}) {
        const auto count = std::ranges::count(data.groups, group);
        if (count == 0) {
            continue;
        }
        const QString text = group == CloudGroup::A
            ? tr("group A (%1)").arg(countText(count))
            : tr("group B (%1)").arg(countText(count));
        const double middle = topLeft.y() + metrics.height() / 2;
        paintMember(painter, {x + 6, middle}, 4, groupColour(group, theme), group, false, theme);
        painter.setPen(theme.text);
        painter.drawText(QPointF(x + 16, topLeft.y() + metrics.ascent()), text);
        x += 16 + metrics.horizontalAdvance(text) + 14;
    }
    return x - topLeft.x();
}

std::vector<double> roundTicks(double least, double greatest, int most)
{
    std::vector<double> ticks;
    const double span = greatest - least;
    if (!(span > 0) || !std::isfinite(span)) {
        return ticks;
    }
    const double raw = span / std::max(1, most);
    const double ten = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * ten;
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * ten >= raw) {
            step = times * ten;
            break;
        }
    }
    for (double k = std::ceil(least / step - 1e-9); k * step <= greatest + 1e-9 * step; ++k) {
        ticks.push_back(k * step);
    }
    return ticks;
}

QString tickText(double value, double step)
{
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    const double shown = std::abs(value) < step / 1000 ? 0 : value;
    return decimals == 0 ? countText(std::llround(shown)) : decimalText(shown, decimals);
}

void paintCloud(QPainter& painter, const QRectF& area, const CloudData& data, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = line(painter.font());
    const bool groups = hasGroups(data);
    const double bar = colourBarWidth(data, painter.font());
    const QRectF plot = area.adjusted(3.6 * height, (groups ? 1.9 : 0.7) * height,
                                      -(bar > 0 ? bar + 1.4 * height : 0.8 * height), -2.9 * height);
    const CloudRange xs = placeRange(data, 0);
    const CloudRange ys = placeRange(data, 1);
    const auto at = [&](const CloudPlace& place) {
        return QPointF(plot.left() + xs.part(place[0]) * plot.width(),
                       plot.bottom() - ys.part(place[1]) * plot.height());
    };
    const std::vector<double> xTicks =
        roundTicks(xs.least, xs.greatest, std::max(2, int(plot.width() / (3.2 * height))));
    const std::vector<double> yTicks =
        roundTicks(ys.least, ys.greatest, std::max(2, int(plot.height() / (2.4 * height))));
    const auto stepOf = [](const std::vector<double>& ticks) {
        return ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    };
    painter.setPen(QPen(theme.line, 0.6));
    for (const double x : xTicks) {
        const double px = at({x, 0, 0}).x();
        painter.drawLine(QPointF(px, plot.top()), QPointF(px, plot.bottom() + 3));
    }
    for (const double y : yTicks) {
        const double py = at({0, y, 0}).y();
        painter.drawLine(QPointF(plot.left() - 3, py), QPointF(plot.right(), py));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.muted, 0.8));
    painter.drawRect(plot);
    painter.setPen(theme.muted);
    for (const double x : xTicks) {
        painter.drawText(QRectF(at({x, 0, 0}).x() - 40, plot.bottom() + 4, 80, height),
                         Qt::AlignHCenter | Qt::AlignTop, tickText(x, stepOf(xTicks)));
    }
    for (const double y : yTicks) {
        painter.drawText(QRectF(area.left(), at({0, y, 0}).y() - height / 2,
                                plot.left() - area.left() - 6, height),
                         Qt::AlignRight | Qt::AlignVCenter, tickText(y, stepOf(yTicks)));
    }
    painter.setPen(theme.text);
    const QFont normal = painter.font();
    const QString below = axisTitle(data.axes[0]);
    painter.setFont(fittedFont(normal, below, plot.width()));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 1.4 * height, plot.width(), 1.2 * height),
                     Qt::AlignCenter, below);
    painter.setFont(normal);
    paintUpright(painter, {area.left() + 0.7 * height, plot.center().y()}, plot.height(),
                 axisTitle(data.axes[1]));

    const CloudRange range = colourRange(data);
    // On paper a column is small: points are a little smaller than on the screen.
    const double radius = 0.75 * memberRadius(data.size(), plot.size());
    painter.setClipRect(plot.adjusted(-6, -6, 6, 6));
    for (const std::size_t i : paintingOrder(data)) {
        paintMember(painter, at(data.places[i]), radius, memberColour(data, i, range, theme),
                    data.groupOf(i), data.isSelected(i), theme);
    }
    painter.setClipping(false);
    if (data.base && data.current) {
        paintEditArrow(painter, at(*data.base), at(*data.current), theme);
    }
    if (data.pinned) {
        paintMarker(painter, at(*data.pinned), QStringLiteral("A"), theme.pinned, theme);
    }
    if (data.current) {
        paintMarker(painter, at(*data.current), QStringLiteral("B"), theme.accent, theme);
    }
    painter.setFont(normal);
    if (groups) {
        paintGroupLegend(painter, {plot.left(), area.top() + 0.3 * height}, data, theme);
    }
    if (bar > 0) {
        paintColourBar(painter, QRectF(plot.right() + height, plot.top(), bar, plot.height()), data,
                       theme);
    }
    painter.restore();
}

Figure cloudFigure(const CloudData& data)
{
    Figure figure;
    figure.name = QStringLiteral("weight-space");
    figure.title = tr("Weight space");
    figure.description = cloudText(data);
    figure.paint = [data](QPainter& painter, const QSizeF& size) {
        paintCloud(painter, QRectF(QPointF(0, 0), size), data, paperTheme());
    };
    figure.heightFor = [](double width) { return std::clamp(width * 0.74, 240.0, 520.0); };
    figure.numbers = {cloudNumbers(data)};
    return figure;
}

} // namespace morphospace
