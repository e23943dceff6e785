// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/cloud_view.h"

#include <QPolygonF>

#include <memory>

namespace morphospace {

enum class CloudTool {
    Move,        ///< dragging moves what is seen
    Rectangle,   ///< dragging marks a rectangle
    Lasso        ///< dragging marks what is inside of a line
};

/// Members of a zoo at two components. Point at one to see its specimen, click it to go there. The
/// wheel zooms, dragging does what the tool says; while marking, Shift adds to what is selected and Ctrl
/// takes from it, and with the tool for moving these keys begin a lasso. With the keyboard: arrows
/// walk to the nearest member that way, Return goes there, Space selects it, Ctrl+A all, Escape none,
/// + and - zoom, Home shows all.
class PointCloud2D : public CloudView {
    Q_OBJECT
    Q_PROPERTY(QVariant viewState READ viewState WRITE setViewState)
public:
    explicit PointCloud2D(QWidget* parent = nullptr);
    ~PointCloud2D() override;

    /// Zoom stays while the axes carry the same components.
    void setData(CloudData data);
    /// B and the way to it alone: cheap, for while a slider moves.
    void setCurrent(const std::optional<CloudPlace>& current);

    void setTool(CloudTool tool);
    [[nodiscard]] CloudTool tool() const { return m_tool; }
    void showAll();
    /// Whether all members, A and B lie within the axes.
    [[nodiscard]] bool showsAll() const;
    void zoom(double factor);

    [[nodiscard]] QPointF positionOf(const CloudPlace& place) const override;
    /// Seen: x from, to, y from, to.
    [[nodiscard]] std::array<double, 4> seen() const;
    [[nodiscard]] QVariant viewState() const;
    void setViewState(const QVariant& state);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Parts;
    void takeTheme();
    void arrange();
    void paintOver(QPainter& painter);
    [[nodiscard]] int memberAt(const QPointF& position) const;
    [[nodiscard]] bool onPlot(const QPointF& position) const;
    void walk(const QPointF& way);
    void endMarking();
    void describe() override;

    std::unique_ptr<Parts> m_parts;
    CloudTool m_tool = CloudTool::Move;
    QPointF m_pressedAt;
    bool m_pressed = false;
    bool m_moved = false;
    QPolygonF m_area;              ///< being marked, in pixels
    bool m_marking = false;
    bool m_rectangle = false;
    SelectionWay m_way = SelectionWay::Replace;
    std::optional<std::array<double, 4>> m_wantedView;   ///< before there is data to show
};

} // namespace morphospace
