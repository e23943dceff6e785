// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/morph/diagram_layout.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QImage>
#include <QWidget>

#include <map>
#include <optional>
#include <string>

namespace morphospace {

/// The network at the current configuration, as boxes along the way of the data: thickness follows
/// the channels, height the side of the picture. Boxes grow and shrink to their new size in a
/// short motion; outlines show full size and the pinned sample A.
class NetworkDiagram : public QWidget {
    Q_OBJECT
public:
    explicit NetworkDiagram(QWidget* parent = nullptr);

    void clear();
    void setFamily(const Family& family);
    void setConfigurations(const Configuration& current, const std::optional<Configuration>& pinned);
    /// The picture that goes in and what the network says of it.
    void setExample(const QImage& image, const QString& answer, bool right);
    /// Off: boxes jump to their size (still pictures, tests).
    void setAnimated(bool animated) { m_animated = animated; }
    [[nodiscard]] bool isMoving() const { return m_timer.isActive(); }

    /// Name of the box at a position, empty where there is none.
    [[nodiscard]] QString unitNameAt(const QPointF& position) const;
    /// Shape, parameters and multiply-accumulates of one unit, as rich text.
    [[nodiscard]] QString unitText(const QString& name) const;

    /// The diagram at the widget's size, on any painter.
    void paint(QPainter& painter) const;

    [[nodiscard]] QSize sizeHint() const override { return {680, 270}; }
    /// Width that the network needs beyond what there is, in pixels.
    [[nodiscard]] double missingWidth() const { return m_layout.missing; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 144}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// How much of a box there is: channels (of the classifier: features), and presence 0 to 1.
    struct Extent {
        double channels = 0;
        double presence = 0;
    };
    using Extents = std::map<std::string, Extent>;

    [[nodiscard]] Extents extentsOf(const Configuration& configuration) const;
    [[nodiscard]] QRectF bodyOf(const DiagramBox& box, const Extent& extent) const;
    void relayout();
    void startMoving();
    void paintBox(QPainter& painter, const DiagramBox& box) const;
    void paintBypasses(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;
    void paintCaptions(QPainter& painter) const;
    void select(const QString& name);
    [[nodiscard]] QString summary() const;

    std::optional<Family> m_family;
    Configuration m_current;
    std::optional<Configuration> m_pinned;
    DiagramLayout m_layout;
    Extents m_target;
    Extents m_shown;
    Extents m_pinnedExtents;
    QImage m_example;
    QString m_answer;
    bool m_answerRight = true;
    bool m_animated = true;
    QString m_hovered;
    QString m_selected;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace morphospace
