// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/cloud_data.h"

#include <QImage>
#include <QPolygonF>
#include <QWidget>

#include <functional>
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
///
/// It shows what it is told: what is selected changes only when the owner says so.
class PointCloud2D : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QVariant viewState READ viewState WRITE setViewState)
public:
    explicit PointCloud2D(QWidget* parent = nullptr);
    ~PointCloud2D() override;

    /// Zoom stays while the axes carry the same components.
    void setData(CloudData data);
    [[nodiscard]] const CloudData& data() const { return m_data; }
    /// B and the way to it alone: cheap, for while a slider moves.
    void setCurrent(const std::optional<CloudPlace>& current);

    /// Letters of a member as a picture, about 260 x 80 pixels; null where it is not there yet: then
    /// the owner draws it and calls refreshSpecimen().
    void setSpecimen(std::function<QImage(int member)> specimen);
    void refreshSpecimen();

    void setTool(CloudTool tool);
    [[nodiscard]] CloudTool tool() const { return m_tool; }
    void showAll();
    void zoom(double factor);

    /// The member that is pointed at or that the keys stand on; -1: none.
    [[nodiscard]] int marked() const { return m_marked; }
    void mark(int member);
    /// Where a place is in this widget.
    [[nodiscard]] QPointF positionOf(const CloudPlace& place) const;
    /// Seen: x from, to, y from, to.
    [[nodiscard]] std::array<double, 4> seen() const;
    [[nodiscard]] QVariant viewState() const;
    void setViewState(const QVariant& state);
    [[nodiscard]] QSize sizeHint() const override { return {520, 380}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 200}; }

Q_SIGNALS:
    void markedChanged(int member);
    void memberWanted(int member);
    /// All that should be selected now, ascending.
    void selectionWanted(const std::vector<std::size_t>& members);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
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
    void markByKeys(int member);
    void endMarking();
    void describe();

    std::unique_ptr<Parts> m_parts;
    CloudData m_data;
    std::function<QImage(int)> m_specimen;
    CloudTool m_tool = CloudTool::Move;
    int m_marked = -1;
    bool m_byKeys = false;         ///< the mark is the keyboard's: it stays where the mouse leaves
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
