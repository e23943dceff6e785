// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/letter_drawing.h"

#include <QWidget>

namespace morphospace {

/// A sheet of one cell to draw a letter on, with the lines that letters stand on and reach. The mouse or
/// a pen draws, its pressure makes the line thicker, its other end and the right button erase. With the
/// keyboard: arrows move the pen (with Shift by small steps), Space puts it down and lifts it, E changes
/// between pen and eraser, Delete clears, Ctrl+Z and Ctrl+Shift+Z take back and bring back.
class LetterCanvas : public QWidget {
    Q_OBJECT
public:
    explicit LetterCanvas(QWidget* parent = nullptr);

    /// The letter it is: its usual top and bottom are shown.
    void setLetter(int place);
    void setHistory(const DrawingHistory& history);
    [[nodiscard]] const DrawingHistory& history() const { return m_history; }
    /// As a step that can be taken back.
    void setDrawing(LetterDrawing drawing);
    [[nodiscard]] LetterCell cell() const { return cellOf(m_history.now()); }

    void setPenWidth(double pixels);
    [[nodiscard]] double penWidth() const { return m_width; }
    void setErasing(bool erasing);
    [[nodiscard]] bool isErasing() const { return m_erasing; }
    void undo();
    void redo();
    void clear();

    /// Where a place of the cell is in this widget.
    [[nodiscard]] QPointF positionOf(const QPointF& cell) const;
    [[nodiscard]] QSize sizeHint() const override { return {392, 392}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {224, 224}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    void changed();
    void erasingChanged(bool erasing);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF sheet() const;
    [[nodiscard]] QPointF inCell(const QPointF& position) const;
    void begin(const QPointF& cell, double width, bool erases);
    void extend(const QPointF& cell, double width);
    void end();
    void describe();

    DrawingHistory m_history;
    int m_letter = 0;
    double m_width = 2.2;       ///< pixels of the cell: a stem of a regular face
    bool m_erasing = false;
    bool m_drawing = false;
    bool m_byKeys = false;      ///< the pen is down by the keyboard
    std::optional<QPointF> m_pen;
};

} // namespace morphospace
