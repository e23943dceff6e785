// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_content.h"
#include "widgets/smoothness/surface_pair.h"

#include <QFrame>

class QLabel;
class QStackedWidget;

namespace morphospace {

class NumberTableView;

/// The weights as two heat maps, as two surfaces or as a table, with what is pointed at in words.
class MatrixCard : public QFrame {
    Q_OBJECT
public:
    explicit MatrixCard(QWidget* parent = nullptr);

    [[nodiscard]] HeatMapView* maps() const { return m_maps; }
    [[nodiscard]] SurfacePair* surfaces() const { return m_surfaces; }
    [[nodiscard]] QString readout() const;
    /// Not surfaces, and no table.
    [[nodiscard]] bool showsMaps() const;
    /// Surfaces where there is OpenGL for them, else the maps, and the words say why.
    void showSurfaces(bool surfaces);
    /// The numbers behind both pictures in their place.
    void showTable(bool table);
    /// `coordinates`: places are those of a manifold's sizes, not positions in an order.
    void setPair(const HeatMapPair& pair, bool coordinates);
    /// The same matrices with the right one's channels elsewhere.
    void setRight(const HeatMapPair& pair);
    /// The table follows what travels where it comes to rest.
    void listWeights();

private:
    void arrange();
    void describePlace();

    QStackedWidget* m_stack;
    HeatMapView* m_maps;
    SurfacePair* m_surfaces;
    NumberTableView* m_numbers;
    QLabel* m_note;
    bool m_wantsSurfaces = false;
    bool m_wantsTable = false;
    bool m_coordinates = false;
};

/// What is counted of the weights, as a chart or as a table.
class ChartCard : public QFrame {
    Q_OBJECT
public:
    explicit ChartCard(QWidget* parent = nullptr);

    [[nodiscard]] SmoothnessChartView* chart() const { return m_chart; }
    [[nodiscard]] QString readout() const;
    void showTable(bool table);
    /// Nothing: the tensor that is shown has no such chart.
    void setData(const std::optional<SmoothnessChartData>& data);

private:
    void describePlace();

    QStackedWidget* m_stack;
    SmoothnessChartView* m_chart;
    NumberTableView* m_numbers;
    QLabel* m_note;
};

} // namespace morphospace
