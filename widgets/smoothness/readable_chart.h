// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QChart>
#include <QChartView>

namespace morphospace {

/// A chart of things that can be read one by one. It shows one set of data in one theme: another one
/// is another chart.
class ReadableChart : public QChart {
    Q_OBJECT
public:
    [[nodiscard]] virtual int count() const = 0;   ///< of things that can be read
    /// One of them in words.
    [[nodiscard]] virtual QString describe(int index) const = 0;
    /// Where a thing is in the chart, and which is nearest to a place there (-1: none near).
    [[nodiscard]] QPointF positionOf(int index);
    [[nodiscard]] int nearest(const QPointF& position);
    /// Puts a ring around it; -1: none.
    void setMarked(int index);

protected:
    ReadableChart(const Theme& theme, const QFont& font, double ringRadius);

    /// Where a thing is, in the units of the axes.
    [[nodiscard]] virtual QPointF valueOf(int index) const = 0;
    /// Whether it is found by its place across alone, however far up or down.
    [[nodiscard]] virtual bool isFoundAcross() const { return false; }
    /// The title says which colour is which, so it has to fit the width.
    virtual void showTitle() = 0;
    /// For all series so far.
    void addValueAxis(Qt::Alignment side, double from, double to, double step,
                      const QString& format, const QString& title);
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

    Theme m_theme;
    QAbstractSeries* m_anchor = nullptr;   ///< any series: maps values to positions

private:
    QGraphicsItem* m_mark;
};

/// Such a chart on the page: point at a thing to read it; left and right walk through them.
class ReadableChartView : public QChartView {
    Q_OBJECT
public:
    [[nodiscard]] int marked() const { return m_marked; }

Q_SIGNALS:
    void markedChanged(int index);

protected:
    ReadableChartView(ReadableChart* chart, QWidget* parent);

    [[nodiscard]] ReadableChart* readable() const { return m_chart; }
    /// Takes the place of the chart so far; nothing is marked in it.
    void setReadable(ReadableChart* chart);
    /// The same data in the theme and font of now.
    [[nodiscard]] virtual ReadableChart* madeAgain() const = 0;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mark(int index);

    ReadableChart* m_chart;
    int m_marked = -1;
};

} // namespace morphospace
