// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

class QPainter;

namespace morphospace {

/// A slider that paints its track itself, with marks on it: what those for sizes and for directions
/// have in common. A press anywhere begins a drag.
class TrackSlider : public QSlider {
    Q_OBJECT
Q_SIGNALS:
    /// Around everything one press of the mouse changes.
    void dragBegan();
    void dragEnded();

protected:
    explicit TrackSlider(QWidget* parent);

    [[nodiscard]] bool isDragged() const { return m_dragged; }
    /// As large as the style has it, which is larger where text is.
    [[nodiscard]] double handleRadius() const;
    /// Where a value is across, held within the ends.
    [[nodiscard]] double placeOf(int value) const;
    /// Pieces of the track, the triangle of the pinned sample A, and the handle.
    void paintTrack(QPainter& painter, double from, double to, double thickness,
                    const QColor& colour) const;
    void paintPinned(QPainter& painter, double at) const;
    void paintHandle(QPainter& painter) const;

    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void endDrag();

    bool m_dragged = false;
};

} // namespace morphospace
