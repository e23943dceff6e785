// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/letter_canvas.h"

#include "widgets/shared/focus_ring.h"
#include "widgets/shared/text.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/letter_picture.h"
#include "widgets/weightspace/specimen_data.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double keyStep = 1;         // pixels of the cell
constexpr double smallKeyStep = 0.25;
constexpr double eraserWidth = 3.2;
constexpr double smallestMove = 0.12; // pixels of the cell: a hand's tremble is no line
constexpr double xHeight = 9;         // row of most small letters' tops

} // namespace

LetterCanvas::LetterCanvas(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_TabletTracking);
    setCursor(Qt::CrossCursor);
    new FocusRing(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Sheet to draw a letter on"));
    setToolTip(tr("Draw with the mouse or a pen; the right button and a pen's other end erase. With the "
                  "keyboard: arrows move the pen, Space puts it down and lifts it, E erases"));
    describe();
}

QRectF LetterCanvas::sheet() const
{
    const double side = std::min(width(), height()) - 8;
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF LetterCanvas::positionOf(const QPointF& cell) const
{
    const QRectF area = sheet();
    return area.topLeft() + cell * (area.width() / glyphCell);
}

QPointF LetterCanvas::inCell(const QPointF& position) const
{
    const QRectF area = sheet();
    return (position - area.topLeft()) / (area.width() / glyphCell);
}

void LetterCanvas::setLetter(int place)
{
    m_letter = std::clamp(place, 0, letterCount - 1);
    describe();
    update();
}

void LetterCanvas::setHistory(const DrawingHistory& history)
{
    m_history = history;
    m_drawing = m_byKeys = false;
    describe();
    update();
    Q_EMIT changed();
}

void LetterCanvas::setDrawing(LetterDrawing drawing)
{
    m_history.add(std::move(drawing));
    describe();
    update();
    Q_EMIT changed();
}

void LetterCanvas::setPenWidth(double pixels)
{
    m_width = std::clamp(pixels, 0.4, 8.0);
    update();
}

void LetterCanvas::setErasing(bool erasing)
{
    if (erasing != m_erasing) {
        m_erasing = erasing;
        describe();
        update();
        Q_EMIT erasingChanged(erasing);
    }
}

void LetterCanvas::undo()
{
    end();
    m_history.undo();
    describe();
    update();
    Q_EMIT changed();
}

void LetterCanvas::redo()
{
    end();
    m_history.redo();
    describe();
    update();
    Q_EMIT changed();
}

void LetterCanvas::clear()
{
    end();
    if (!m_history.now().isEmpty()) {
        setDrawing({});
    }
}

void LetterCanvas::describe()
{
    const QString pen = m_byKeys ? tr("the pen is down") : tr("the pen is up");
    const QString where = m_pen ? tr("pen at column %1, row %2 of 28")
                                      .arg(decimalText(m_pen->x(), 1), decimalText(m_pen->y(), 1))
                                : QString();
    QStringList parts{tr("Letter %1, %n stroke(s)", nullptr, int(m_history.now().strokes.size()))
                          .arg(QString(letterOf(m_letter)))};
    if (m_history.now().picture) {
        parts += tr("over a picture");
    }
    parts += m_erasing ? tr("eraser") : pen;
    if (!where.isEmpty()) {
        parts += where;
    }
    const QString words = parts.join(QStringLiteral("; "));
    if (words != accessibleDescription()) {
        setAccessibleDescription(words);
    }
}

void LetterCanvas::begin(const QPointF& cell, double width, bool erases)
{
    LetterDrawing drawing = m_history.now();
    drawing.strokes.push_back({{{cell, width}}, erases});
    m_history.add(std::move(drawing));
    m_drawing = true;
    update();
    Q_EMIT changed();
}

void LetterCanvas::extend(const QPointF& cell, double width)
{
    LetterDrawing drawing = m_history.now();
    if (!m_drawing || drawing.strokes.empty()) {
        return;
    }
    auto& points = drawing.strokes.back().points;
    const QPointF by = cell - points.back().at;
    if (std::hypot(by.x(), by.y()) < smallestMove) {
        return;
    }
    points.push_back({cell, width});
    m_history.replace(std::move(drawing));
    update();
    Q_EMIT changed();
}

void LetterCanvas::end()
{
    m_drawing = m_byKeys = false;
    describe();
}

void LetterCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton) {
        return;
    }
    end();
    const bool erases = m_erasing || event->button() == Qt::RightButton;
    begin(inCell(event->position()), erases ? std::max(eraserWidth, m_width) : m_width, erases);
}

void LetterCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_pen = inCell(event->position());
    if (m_drawing && !m_byKeys && event->buttons() != Qt::NoButton) {
        const auto& strokes = m_history.now().strokes;
        extend(*m_pen, strokes.empty() ? m_width : strokes.back().points.back().width);
    }
    update();
}

void LetterCanvas::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_byKeys) {
        end();
    }
}

void LetterCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus()) {
        m_pen.reset();
    }
    update();
}

void LetterCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    end();
    m_pen.reset();
    update();
}

void LetterCanvas::tabletEvent(QTabletEvent* event)
{
    const bool erases = m_erasing || event->pointerType() == QPointingDevice::PointerType::Eraser;
    // Half of the width without pressure, one and a half times with all of it.
    const double width = (erases ? std::max(eraserWidth, m_width) : m_width)
        * (0.5 + std::clamp(event->pressure(), 0.0, 1.0));
    const QPointF cell = inCell(event->position());
    m_pen = cell;
    switch (event->type()) {
    case QEvent::TabletPress:
        end();
        begin(cell, width, erases);
        break;
    case QEvent::TabletMove: extend(cell, width); break;
    case QEvent::TabletRelease: end(); break;
    default: break;
    }
    update();
    event->accept();
}

bool LetterCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Undo in here is about strokes, and not about the window's session.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LetterCanvas::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo)) {
        undo();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        redo();
        return;
    }
    const bool small = (event->modifiers() & Qt::ShiftModifier) != 0;
    const double step = small ? smallKeyStep : keyStep;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left: by = {-step, 0}; break;
    case Qt::Key_Right: by = {step, 0}; break;
    case Qt::Key_Up: by = {0, -step}; break;
    case Qt::Key_Down: by = {0, step}; break;
    case Qt::Key_Space: {
        if (event->isAutoRepeat()) {
            return;
        }
        if (!m_pen) {
            m_pen = QPointF(glyphCell / 2.0, glyphCell / 2.0);
        }
        const bool down = m_byKeys;
        end();
        if (!down) {
            begin(*m_pen, m_erasing ? std::max(eraserWidth, m_width) : m_width, m_erasing);
            m_byKeys = true;
            describe();
        }
        return;
    }
    case Qt::Key_E: setErasing(!m_erasing); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: clear(); return;
    case Qt::Key_Escape:
        if (m_byKeys) {
            end();
            return;
        }
        [[fallthrough]];
    default: QWidget::keyPressEvent(event); return;
    }
    const QPointF from = m_pen.value_or(QPointF(glyphCell / 2.0, glyphCell / 2.0));
    m_pen = QPointF(std::clamp(from.x() + by.x(), 0.0, double(glyphCell)),
                    std::clamp(from.y() + by.y(), 0.0, double(glyphCell)));
    if (m_byKeys) {
        extend(*m_pen, m_erasing ? std::max(eraserWidth, m_width) : m_width);
    }
    describe();
    update();
}

void LetterCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = currentTheme();
    const SpecimenColours colours = specimenColours(theme);
    painter.fillRect(rect(), theme.surface);
    const QRectF area = sheet();
    const double scale = area.width() / glyphCell;
    painter.fillRect(area, colours.paper);
    const LetterExtent usual = usualExtent(letterOf(m_letter).toLatin1());
    QColor band = theme.accent;
    band.setAlphaF(theme.dark ? 0.14F : 0.08F);
    painter.fillRect(QRectF(area.left(), area.top() + usual.top * scale, area.width(),
                            (usual.bottom - usual.top) * scale),
                     band);
    const double ratio = devicePixelRatioF();
    const int side = int(std::lround(area.width() * ratio));
    painter.drawImage(area, inkedClear(inkOf(m_history.now(), side), colours.ink));

    // The lines that letters stand on and reach; they lie over the ink, so that one sees where it ends.
    painter.setFont(font());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const auto line = [&](double row, const QString& name, bool strong) {
        const double y = area.top() + row * scale;
        QColor colour = strong ? theme.accent : theme.muted;
        colour.setAlphaF(strong ? 0.9F : 0.55F);
        painter.setPen(QPen(colour, strong ? 1.4 : 1, strong ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QPointF(area.left() + 4, y - metrics.descent() - 1), name);
    };
    line(glyphBaseline - glyphCapHeight, tr("capitals"), false);
    line(xHeight, tr("small letters"), false);
    line(glyphBaseline, tr("base line"), true);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);

    if (m_pen && (underMouse() || hasFocus())) {
        const double radius = (m_erasing ? std::max(eraserWidth, m_width) : m_width) * scale / 2;
        painter.setPen(QPen(m_byKeys ? theme.accent : theme.muted, m_byKeys ? 2.4 : 1.4,
                            m_erasing ? Qt::DashLine : Qt::SolidLine));
        painter.drawEllipse(positionOf(*m_pen), radius, radius);
    }
}

} // namespace morphospace
