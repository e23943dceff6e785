// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scene_labels.h"

#include "widgets/scene/scene_renderer.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace morphospace {
namespace {

constexpr double edge = 3;            // pixels between the box, or a word, and the end of the picture
constexpr double leastOfBox = 0.5;    // of the size it could have: words may take no more
constexpr double smallestText = 0.6;  // of the font: a longer title than that is shortened
constexpr double apart = 4;           // pixels between the ends of two words
constexpr double turn = 15;           // degrees between the sides from which a box is looked at

/// Words of the floor stand lower than what is at the sides of a picture: they have its whole width.
QRectF roomForWords(const QRectF& area, const QMarginsF& margins)
{
    return area.adjusted(edge, margins.top() + 1, -edge, -margins.bottom() - 1);
}

/// A label by its place from the middle of the picture.
struct Standing {
    SceneLabel label;
    QPointF at;
    QPointF way;    ///< outwards, of length 1
    QSizeF size;
    double smaller = 1;   ///< than the font, as it would be too wide
};

/// What is strong comes first: it has the choice of places.
std::vector<Standing> standing(const Scene& scene, const SceneCamera& camera, const QSizeF& size,
                               const QFontMetricsF& metrics, double widest)
{
    std::vector<SceneLabel> labels = scene.labels(camera);
    std::ranges::stable_partition(labels, &SceneLabel::strong);
    std::vector<std::array<double, 3>> ends;
    for (const SceneLabel& label : labels) {
        ends.push_back(label.at);
        ends.push_back(label.away);
    }
    const std::vector<ScenePlace> seen = projected(ends, camera, size);
    const QPointF middle(size.width() / 2, size.height() / 2);
    std::vector<Standing> list;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QPointF way = seen[2 * i].at - seen[2 * i + 1].at;
        const double length = std::hypot(way.x(), way.y());
        way = length > 1e-6 ? way / length : QPointF(0, 1);
        const double wide = std::max(1.0, metrics.horizontalAdvance(labels[i].text));
        const double smaller = std::clamp(widest / wide, smallestText, 1.0);
        labels[i].text = metrics.elidedText(labels[i].text, Qt::ElideRight, widest / smaller + 1);
        const QSizeF box(metrics.horizontalAdvance(labels[i].text), metrics.height());
        list.push_back({labels[i], seen[2 * i].at - middle, way, box * smaller, smaller});
    }
    return list;
}

/// Beside its place, its nearest edge so far out that the text does not touch what is there.
QRectF beside(const Standing& text, const QPointF& at)
{
    const double reach = 0.45 * text.size.height() + std::abs(text.way.x()) * text.size.width() / 2
        + std::abs(text.way.y()) * text.size.height() / 2;
    QRectF where(QPointF(0, 0), text.size);
    where.moveCenter(at + text.way * reach);
    return where;
}

/// A title within the sides of a picture: an axis runs about across the way out of it, and along it
/// the text keeps its distance from the box and the numbers, but stays near its place.
QRectF slid(const Standing& text, const QPointF& at, const QRectF& inner,
            const std::vector<QRectF>& taken)
{
    QRectF where = beside(text, at);
    const double by = std::max(0.0, inner.left() + 1 - where.left())
        + std::min(0.0, inner.right() - 1 - where.right());
    if (by == 0) {
        return where;
    }
    const double along = std::abs(text.way.y()) < 0.3 ? 0 : -by * text.way.x() / text.way.y();
    where.translate(by, std::clamp(along, -where.height(), where.height()));
    for (const QRectF& other : taken) {
        if (other.intersects(where)) {
            where.moveTop(other.bottom());
        }
    }
    return where;
}

/// How far a picture may be shifted along one of its sides.
struct Shift {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();

    /// What lies between `from` and `to` has to come between these ends.
    void bring(double from, double to, double first, double last)
    {
        least = std::max(least, first - from);
        most = std::min(most, last - to);
    }
    /// No farther than it has to be; nothing where it cannot be.
    [[nodiscard]] std::optional<double> shortest() const
    {
        return least > most ? std::nullopt : std::optional(std::max(least, std::min(0.0, most)));
    }
};

/// The corners of a scene's box from all around, by their places from the middle of the picture.
std::vector<QPointF> corners(const Scene& scene, SceneCamera camera, const QSizeF& size)
{
    const auto [x, y, z] = scene.box();
    const std::vector<std::array<double, 3>> ends{{-x, -y, -z}, {x, -y, -z}, {-x, y, -z}, {x, y, -z},
                                                  {-x, -y, z},  {x, -y, z},  {-x, y, z},  {x, y, z}};
    const QPointF middle(size.width() / 2, size.height() / 2);
    std::vector<QPointF> list;
    for (double turned = 0; turned < 360; turned += turn) {
        for (const ScenePlace& place : projected(ends, camera, size)) {
            list.push_back(place.at - middle);
        }
        camera.azimuth += turn;
    }
    return list;
}

} // namespace

std::vector<PlacedLabel> placedLabels(const QFontMetricsF& metrics, const QRectF& area,
                                      const Scene& scene, const SceneCamera& camera,
                                      const QMarginsF& margins)
{
    const QRectF inner = roomForWords(area, margins);
    std::vector<PlacedLabel> placed;
    std::vector<QRectF> taken;
    for (const Standing& text : standing(scene, camera, area.size(), metrics, inner.width() - 2)) {
        const QPointF at = text.at + area.center();
        QRectF where = beside(text, at);
        if (text.label.strong) {
            if (!inner.contains(at)) {
                continue;
            }
            where = slid(text, at, inner, taken);
            where.moveTop(
                std::max(inner.top(), std::min(where.top(), inner.bottom() - where.height())));
        } else if (!inner.contains(where) || std::ranges::any_of(taken, [&](const QRectF& other) {
                       return other.adjusted(-apart, 0, apart, 0).intersects(where);
                   })) {
            continue;
        }
        taken.push_back(where);
        placed.push_back({text.label, where, text.smaller});
    }
    return placed;
}

void paintLabels(QPainter& painter, const QRectF& area, const Scene& scene,
                 const SceneCamera& camera, const SceneColours& colours, const QMarginsF& margins)
{
    const QFont font = painter.font();
    for (const PlacedLabel& placed :
         placedLabels(QFontMetricsF(font), area, scene, camera, margins)) {
        QFont own = font;
        if (font.pixelSize() > 0) {
            own.setPixelSize(std::max(1, int(font.pixelSize() * placed.smaller)));
        } else {
            own.setPointSizeF(font.pointSizeF() * placed.smaller);
        }
        painter.setFont(own);
        painter.setPen(placed.label.strong ? colours.text : colours.muted);
        painter.drawText(placed.where.adjusted(-2, 0, 2, 0), Qt::AlignCenter | Qt::TextDontClip,
                         placed.label.text);
    }
    QFont bold = font;
    bold.setWeight(QFont::Bold);
    painter.setFont(bold);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::max(8.0, 0.62 * QFontMetricsF(bold).height());
    for (const SceneMark& mark : scene.marks()) {
        const QPointF at = projected(mark.at, camera, area.size()) + area.topLeft();
        painter.setPen(QPen(colours.background, 2));
        painter.setBrush(mark.colour);
        painter.drawEllipse(at, radius, radius);
        painter.setPen(colours.background);
        painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
                         Qt::AlignCenter | Qt::TextDontClip, mark.letter);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
}

SceneCamera fitted(const Scene& scene, SceneCamera camera, const SceneCamera& home,
                   const QSizeF& size, const QFontMetricsF& metrics, const QMarginsF& margins)
{
    camera.fit = {};
    SceneCamera from = home;
    from.fit = {};
    const QRectF area(-size.width() / 2, -size.height() / 2, size.width(), size.height());
    const QRectF inner = area.marginsRemoved(margins).adjusted(edge, edge, -edge, -edge);
    const QRectF room = roomForWords(area, margins);
    if (inner.isEmpty()) {
        return camera;
    }
    const std::vector<QPointF> box = corners(scene, from, size);
    const std::vector<Standing> words = standing(scene, from, size, metrics, room.width() - 2);
    // The eye stays, so a picture of another scale is the same one, larger or smaller; words are not.
    const auto fitAt = [&](double scale, bool withWords) -> std::optional<SceneFit> {
        Shift across;
        Shift down;
        for (const QPointF& corner : box) {
            const QPointF at = corner * scale;
            across.bring(at.x(), at.x(), inner.left(), inner.right());
            down.bring(at.y(), at.y(), inner.top(), inner.bottom());
        }
        for (const Standing& text : words) {
            const QPointF at = text.at * scale;
            const QRectF where = text.label.strong ? QRectF(at, at) : beside(text, at);
            if (withWords) {
                across.bring(where.left(), where.right(), room.left(), room.right());
                down.bring(where.top(), where.bottom(), room.top(), room.bottom());
            }
        }
        const std::optional<double> right = across.shortest();
        if (!right) {
            return std::nullopt;
        }
        std::vector<QRectF> taken;
        for (const Standing& text : words) {
            if (withWords && text.label.strong) {
                taken.push_back(slid(text, text.at * scale + QPointF(*right, 0), room, taken));
                down.bring(taken.back().top(), taken.back().bottom(), room.top(), room.bottom());
            }
        }
        const std::optional<double> lower = down.shortest();
        return lower ? std::optional(SceneFit{scale, *right * 2 / size.width(),
                                              *lower * 2 / size.height()})
                     : std::nullopt;
    };
    const auto largest = [&](double least, double most, bool withWords) {
        std::optional<SceneFit> best = fitAt(most, withWords);
        if (best) {
            return best;
        }
        best = fitAt(least, withWords);
        for (int halving = 0; best && halving < 12; ++halving) {
            const double scale = (least + most) / 2;
            const std::optional<SceneFit> fit = fitAt(scale, withWords);
            (fit ? least : most) = scale;
            best = fit ? fit : best;
        }
        return best;
    };
    const std::optional<SceneFit> bare = largest(1e-3, 1, false);
    if (bare) {
        camera.fit = largest(leastOfBox * bare->scale, bare->scale, true).value_or(*bare);
    }
    return camera;
}

} // namespace morphospace
