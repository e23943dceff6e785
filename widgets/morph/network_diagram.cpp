// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/network_diagram.h"

#include "widgets/shared/fitted_font.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTimerEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace morphospace {
namespace {

constexpr int frameMilliseconds = 16;
constexpr double settleSeconds = 0.055;   // time constant of the motion
constexpr double endWidth = 74;

QFont captionFont(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.87);
    return font;
}

/// Three lines under the boxes.
double captionHeight(const QFont& base)
{
    return std::max(54.0, 10 + 3 * QFontMetricsF(captionFont(base)).height());
}

QColor colourOf(const DiagramBox& box)
{
    const Theme& theme = currentTheme();
    if (box.kind == DiagramBox::Kind::Classifier) {
        return theme.stages[3];
    }
    // A network without blocks has one stage: its convolutions take the colours in turn.
    int index = box.unit.stage;
    if (box.unit.block < 0 && box.unit.name != "conv1" && box.unit.name.starts_with("conv")) {
        index = box.unit.name.back() - '1';
    }
    return theme.stages[std::size_t(std::clamp(index, 0, 2))];
}

/// `back`: from the front of the box to its back.
QPainterPath outlineOf(const QRectF& face, const QPointF& back)
{
    QPainterPath path;
    path.moveTo(face.bottomLeft());
    path.lineTo(face.topLeft());
    path.lineTo(face.topLeft() + back);
    path.lineTo(face.topRight() + back);
    path.lineTo(face.bottomRight() + back);
    path.lineTo(face.bottomRight());
    path.closeSubpath();
    return path;
}

} // namespace

NetworkDiagram::NetworkDiagram(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleName(tr("Network diagram"));
    setToolTip(tr("The network at the current configuration; point at a box for its numbers, "
                  "or step through the boxes with the arrow keys"));
}

void NetworkDiagram::clear()
{
    m_family.reset();
    m_layout = {};
    m_target.clear();
    m_shown.clear();
    m_pinnedExtents.clear();
    m_example = {};
    m_answer.clear();
    m_timer.stop();
    update();
}

void NetworkDiagram::setFamily(const Family& family)
{
    clear();
    m_family = family;
    m_current = family.full;
    m_pinned.reset();
    m_target = extentsOf(m_current);
    m_shown = m_target;
    relayout();
}

void NetworkDiagram::setConfigurations(const Configuration& current,
                                       const std::optional<Configuration>& pinned)
{
    if (!m_family) {
        return;
    }
    m_current = current;
    m_pinned = pinned;
    m_target = extentsOf(current);
    m_pinnedExtents = pinned ? extentsOf(*pinned) : Extents();
    relayout();
    setAccessibleDescription(summary());
    startMoving();
}

void NetworkDiagram::setExample(const QImage& image, const QString& answer, bool right)
{
    m_example = image;
    m_answer = answer;
    m_answerRight = right;
    update();
}

NetworkDiagram::Extents NetworkDiagram::extentsOf(const Configuration& configuration) const
{
    Extents extents;
    for (const Unit& unit : units(*m_family, configuration)) {
        extents[unit.name] = {double(unit.operation == Operation::Linear ? unit.in.size
                                                                         : unit.out.size),
                              1.0};
    }
    return extents;
}

QRectF NetworkDiagram::bodyOf(const DiagramBox& box, const Extent& extent) const
{
    const double size = std::max(box.least, extent.channels * m_layout.scale) * extent.presence;
    QRectF body = box.slot;
    if (box.kind == DiagramBox::Kind::Classifier) {
        body.setHeight(std::min(size, box.slot.height()));
    } else {
        body.setWidth(size);
    }
    body.moveCenter(box.slot.center());
    return body;
}

void NetworkDiagram::relayout()
{
    if (!m_family) {
        return;
    }
    const bool residual = !m_family->full.depths.empty();
    // What recedes, and the lines that bypass blocks, stay below the words in the corner.
    const double below = captionHeight(font());
    const double above = 8 + fontMetrics().height() + (residual ? 22 : 6);
    const double receding = (above + recedeY * (height() - below)) / (1 + recedeY);
    const double top = std::max(residual ? 62.0 : 48.0, receding);
    const QRectF area = QRectF(rect()).adjusted(14 + endWidth, top, -14 - endWidth, -below);
    m_layout = layOut(*m_family, envelope(*m_family, m_current, m_pinned), area);
    update();
}

void NetworkDiagram::startMoving()
{
    if (!m_animated || !isVisible()) {
        m_shown = m_target;
        m_timer.stop();
        update();
        return;
    }
    if (!m_timer.isActive()) {
        m_clock.start();
        m_timer.start(frameMilliseconds, Qt::PreciseTimer, this);
    }
}

void NetworkDiagram::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    // An exponential approach takes any new target without a jump in the middle of a drag.
    const double part = 1 - std::exp(-double(m_clock.restart()) / 1000 / settleSeconds);
    bool moving = false;
    const auto approach = [&](double& value, double target, double close) {
        value += (target - value) * part;
        if (std::abs(target - value) < close) {
            value = target;
        } else {
            moving = true;
        }
    };
    for (auto& [name, target] : m_target) {
        Extent& shown = m_shown.try_emplace(name, Extent{target.channels, 0}).first->second;
        approach(shown.channels, target.channels, 0.05);
        approach(shown.presence, target.presence, 0.01);
    }
    for (auto it = m_shown.begin(); it != m_shown.end();) {
        if (!m_target.contains(it->first)) {
            approach(it->second.presence, 0, 0.01);
        }
        it = it->second.presence <= 0 ? m_shown.erase(it) : std::next(it);
    }
    if (!moving) {
        m_timer.stop();
    }
    update();
}

void NetworkDiagram::resizeEvent(QResizeEvent*)
{
    relayout();
}

void NetworkDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter);
}

void NetworkDiagram::paint(QPainter& painter) const
{
    if (!m_family) {
        return;
    }
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    paintEnds(painter);
    paintBypasses(painter);
    for (const DiagramBox& box : m_layout.boxes) {
        paintBox(painter, box);
    }
    paintCaptions(painter);
}

void NetworkDiagram::paintBox(QPainter& painter, const DiagramBox& box) const
{
    const Theme& theme = currentTheme();
    const bool flat = box.kind == DiagramBox::Kind::Shortcut;
    const auto path = [&](const QRectF& face) {
        QPainterPath shape;
        if (flat) {
            shape.addRoundedRect(face, 2, 2);
        } else {
            shape = outlineOf(face, m_layout.recede(face.height()));
        }
        return shape;
    };

    QPen ghost(theme.line, 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(ghost);
    // The outline of full size; where a wider network made room, full size is inside the slot.
    if (const auto full = unitAt(*m_family, m_family->full, box.unit.name)) {
        const double channels = full->operation == Operation::Linear ? full->in.size
                                                                     : full->out.size;
        painter.drawPath(path(bodyOf(box, {channels, 1})));
    }

    const auto shown = m_shown.find(box.unit.name);
    if (shown != m_shown.end()) {
        const QRectF face = bodyOf(box, shown->second);
        QColor colour = colourOf(box);
        colour.setAlphaF(float(shown->second.presence));
        painter.setPen(Qt::NoPen);
        if (!flat) {
            const QPointF back = m_layout.recede(face.height());
            painter.setBrush(colour.lighter(theme.dark ? 122 : 132));
            painter.drawPolygon(QPolygonF({face.topLeft(), face.topRight(),
                                           face.topRight() + back, face.topLeft() + back}));
            painter.setBrush(colour.darker(theme.dark ? 150 : 126));
            painter.drawPolygon(QPolygonF({face.topRight(), face.bottomRight(),
                                           face.bottomRight() + back, face.topRight() + back}));
        }
        painter.setBrush(colour);
        if (flat) {
            painter.drawRoundedRect(face, 2, 2);
        } else {
            painter.drawRect(face);
        }
        const QString name = QString::fromStdString(box.unit.name);
        if (name == m_hovered || name == m_selected) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.text, 1.6));
            painter.drawPath(path(face));
        }
    }

    const auto pinned = m_pinnedExtents.find(box.unit.name);
    const bool same = shown != m_shown.end() && pinned != m_pinnedExtents.end()
        && std::abs(shown->second.channels - pinned->second.channels) < 0.5
        && shown->second.presence > 0.99;
    if (pinned != m_pinnedExtents.end() && !same) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.pinned, 1.1, Qt::DashLine));
        painter.drawPath(path(bodyOf(box, pinned->second)));
    }
}

void NetworkDiagram::paintBypasses(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    for (const DiagramBox& box : m_layout.boxes) {
        const std::string& name = box.unit.name;
        if (box.unit.block < 0 || !name.ends_with(".conv1")) {
            continue;
        }
        const std::string prefix = name.substr(0, name.size() - 5);
        const DiagramBox* last = m_layout.find(prefix + "conv2");
        const auto shown = m_shown.find(name);
        QColor colour = theme.muted;
        colour.setAlphaF(shown == m_shown.end() ? 0.15F : float(0.15 + 0.55 * shown->second.presence));
        painter.setPen(QPen(colour, 1.2));
        painter.setBrush(Qt::NoBrush);
        const double over = m_layout.bypassHeight(box.slot);
        const double from = box.slot.left() - 3;
        const double to = last->slot.right() + 3;
        QPainterPath path;
        path.moveTo(from, box.slot.top() - 2);
        path.cubicTo(from, over, from, over, from + 10, over);
        path.lineTo(to - 10, over);
        path.cubicTo(to, over, to, over, to, box.slot.top() - 2);
        painter.drawPath(path);
    }
}

void NetworkDiagram::paintEnds(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    const double y = m_layout.axis;
    if (m_layout.boxes.empty()) {
        return;
    }
    const double first = m_layout.boxes.front().slot.left();
    const double last = m_layout.boxes.back().slot.right();
    const QRectF in(first - 26 - 52, y - 26, 52, 52);
    const QRectF out(last + 30, y - 24, 48, 48);
    painter.setPen(QPen(theme.line, 1.6));
    painter.drawLine(QPointF(in.right(), y), QPointF(out.left() - 4, y));
    QPainterPath head;
    head.moveTo(out.left() - 9, y - 4);
    head.lineTo(out.left() - 3, y);
    head.lineTo(out.left() - 9, y + 4);
    painter.drawPath(head);
    if (!m_example.isNull()) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(in, m_example);
        painter.restore();
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(in);
    }
    if (!m_answer.isEmpty()) {
        QFont font = painter.font();
        font.setPointSizeF(font.pointSizeF() * (m_answer.size() <= 2 ? 1.9 : 0.95));
        font.setWeight(QFont::DemiBold);
        // One long word has all the room there is beside the arrow, and gets smaller to fit it.
        const QRectF room = out.adjusted(0, 0, 8, 0);
        if (!m_answer.contains(u' ')) {
            font = fittedFont(font, m_answer, room.width(), 0.5);
        }
        painter.setFont(font);
        painter.setPen(m_answerRight ? theme.text : theme.wrong);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_answer);
        painter.setFont(this->font());
        if (!m_answerRight) {
            font = this->font();
            font.setPointSizeF(font.pointSizeF() * 0.85);
            painter.setFont(font);
            const QRectF below(out.left() - 14, out.bottom(),
                               std::min(out.width() + 28, width() - out.left() + 14),
                               QFontMetricsF(font).height() + 2);
            painter.setFont(fittedFont(font, tr("✕ wrong"), below.width()));
            painter.drawText(below, Qt::AlignCenter, tr("✕ wrong"));
            painter.setFont(this->font());
        }
    }
}

void NetworkDiagram::paintCaptions(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    const QFont small = captionFont(font());
    QFont strong = small;
    strong.setWeight(QFont::DemiBold);
    const double top = height() - captionHeight(font()) + 10;
    const double line = QFontMetricsF(small).height();
    const auto part = [](int now, int full) { return QStringLiteral("%1/%2").arg(now).arg(full); };
    struct Words {
        QString title;
        std::array<QString, 2> size;    // each with a form for where there is little room
        std::array<QString, 2> shape;
        QRectF row;
    };
    std::vector<Words> all;
    for (std::size_t i = 0; i < m_layout.captions.size(); ++i) {
        const DiagramCaption& caption = m_layout.captions[i];
        Words words;
        words.title = caption.unit;
        if (caption.unit.isEmpty()) {
            const auto stage = std::size_t(caption.stage);
            const int width = m_current.widths[stage];
            const int depth = m_current.depths[stage];
            words.title = tr("stage %1").arg(caption.stage + 1);
            words.size = {tr("%1 of %2 channels").arg(width).arg(m_family->full.widths[stage]),
                          part(width, m_family->full.widths[stage])};
            words.shape = {tr("%1 of %2 blocks").arg(depth).arg(m_family->full.depths[stage]),
                           part(depth, m_family->full.depths[stage])};
        } else if (const auto unit = unitAt(*m_family, m_current, caption.unit.toStdString())) {
            const QString channels = QString::number(unit->out.size);
            if (unit->operation == Operation::Linear) {
                words.size = {tr("%1 classes").arg(unit->out.size), channels};
            } else if (m_family->full.depths.empty()) {
                const auto full = unitAt(*m_family, m_family->full, unit->name);
                words.size = {tr("%1 of %2 channels").arg(unit->out.size).arg(full->out.size),
                              part(unit->out.size, full->out.size)};
                words.shape.fill(QStringLiteral("%1 × %1").arg(unit->outputSize));
            } else {
                words.size.fill(channels);
            }
        }
        const double middle = (caption.left + caption.right) / 2;
        // As wide as it can be without meeting its neighbours.
        const double before = i > 0 ? (m_layout.captions[i - 1].left + m_layout.captions[i - 1].right) / 2
                                    : -middle;
        const double after = i + 1 < m_layout.captions.size()
            ? (m_layout.captions[i + 1].left + m_layout.captions[i + 1].right) / 2
            : 2 * width() - middle;
        const double reach = std::max(18.0, std::min(middle - before, after - middle) / 2 - 3);
        words.row = QRectF(middle - reach, top, 2 * reach, line);
        all.push_back(words);
    }
    // What stands side by side has one form and one size: the short and the small where one needs it.
    std::size_t form = 0;
    for (const Words& words : all) {
        const QFontMetricsF metrics(small);
        if (std::max(metrics.horizontalAdvance(words.size[0]), metrics.horizontalAdvance(words.shape[0]))
            > words.row.width()) {
            form = 1;
        }
    }
    const auto write = [&](QFont face, const QColor& colour, int n, auto textOf) {
        for (const Words& words : all) {
            const QFont fitted = fittedFont(face, textOf(words), words.row.width());
            if (fitted.pointSizeF() < face.pointSizeF()) {
                face = fitted;
            }
        }
        painter.setFont(face);
        painter.setPen(colour);
        for (const Words& words : all) {
            painter.drawText(words.row.translated(0, n * line), Qt::AlignHCenter | Qt::AlignTop,
                             QFontMetricsF(face).elidedText(textOf(words), Qt::ElideRight,
                                                            words.row.width()));
        }
    };
    write(strong, theme.text, 0, [](const Words& words) { return words.title; });
    write(small, theme.muted, 1, [form](const Words& words) { return words.size[form]; });
    write(small, theme.muted, 2, [form](const Words& words) { return words.shape[form]; });
    painter.setFont(small);
    painter.setPen(theme.muted);
    const QString legend = m_pinned ? tr("outline: full size    dashed: A") : tr("outline: full size");
    painter.drawText(QRectF(14, 8, width() - 28, line), Qt::AlignLeft, legend);
    painter.setFont(font());
}

QString NetworkDiagram::unitNameAt(const QPointF& position) const
{
    // From right to left: what stands in front is drawn later.
    for (auto box = m_layout.boxes.rbegin(); box != m_layout.boxes.rend(); ++box) {
        const auto shown = m_shown.find(box->unit.name);
        if (shown == m_shown.end()) {
            continue;
        }
        const QRectF face = bodyOf(*box, shown->second).adjusted(-2, -2, 2, 2);
        if (face.contains(position)
            || (box->kind != DiagramBox::Kind::Shortcut && outlineOf(face, m_layout.recede(face.height())).contains(position))) {
            return QString::fromStdString(box->unit.name);
        }
    }
    return {};
}

} // namespace morphospace
