// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_marker.h"
#include "widgets/landscape/landscape_painter.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace morphospace {

/// A landscape seen from above. Point at a size to read it; click or drag to take B there; A is
/// dragged by its marker. With the keyboard the arrows move B from place to place, with Shift A.
class LandscapeMap : public QWidget {
    Q_OBJECT
public:
    explicit LandscapeMap(QWidget* parent = nullptr);

    void setData(std::optional<LandscapeData> data);
    [[nodiscard]] const std::optional<LandscapeData>& data() const { return m_data; }
    /// The cell that is pointed at, -1: none.
    [[nodiscard]] int marked() const { return m_marked; }
    /// Where sizes are in this widget.
    [[nodiscard]] QPoint positionOf(double xSize, double ySize) const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 180}; }

Q_SIGNALS:
    void markedChanged(int cell);
    void dragBegan();
    void wanted(LandscapeMarker marker, const Configuration& configuration);
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] LandscapeFrame frame() const;
    [[nodiscard]] LandscapeMarker markerAt(const QPointF& position) const;
    void goTo(const QPointF& position);
    void mark(int cell);

    std::optional<LandscapeData> m_data;
    int m_marked = -1;
    bool m_dragging = false;
    LandscapeMarker m_dragged = LandscapeMarker::Current;
};

/// Something that paints itself with the current theme.
class PaintedView : public QWidget {
    Q_OBJECT
public:
    explicit PaintedView(QWidget* parent = nullptr);
    void setPainter(std::function<void(QPainter&, const QRectF&)> paint);
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<void(QPainter&, const QRectF&)> m_paint;
};

} // namespace morphospace
