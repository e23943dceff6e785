// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/heat_map_view.h"

#include <qcustomplot.h>

namespace morphospace {

/// How two heat maps and their profiles are drawn: the parts of a plot, where each stands, and what
/// it shows. What is read and how far it is zoomed is the view's.
struct HeatMapPlot {
    struct Side {
        QCPAxisRect* rect = nullptr;
        QCPAxisRect* rowRect = nullptr;      ///< profile of a row, under the map
        QCPAxisRect* columnRect = nullptr;   ///< profile of a column, beside it
        QCPColorMap* map = nullptr;
        QCPGraph* rowProfile = nullptr;
        QCPCurve* columnProfile = nullptr;
        QCPItemLine* across = nullptr;
        QCPItemLine* upright = nullptr;
        QCPTextElement* title = nullptr;
    };

    explicit HeatMapPlot(QWidget* parent);

    /// Whether what stands there now is what there is room for.
    [[nodiscard]] bool isArrangedFor(const QSize& size, HeatMapView::Profiles profiles) const;
    void arrangeFor(const QSize& size, HeatMapView::Profiles profiles, int titleHeight);
    void takeTheme(const QFont& font);
    /// Both maps, and the profiles along them, have this range on that axis.
    void link(const QCPAxis* axis, const QCPRange& range);
    void fill(Side& side, const PlacedMatrix& matrix) const;
    void showProfiles(const HeatMapPair& pair, const HeatMapView::Place& place);

    QCustomPlot* plot = nullptr;
    std::array<Side, 2> sides;
    QCPColorScale* scale = nullptr;
    QCPMarginGroup* margins = nullptr;
    bool withRows = true;
    bool withColumns = true;
    int profileSize = 0;   ///< pixels of the strips beside the maps

private:
    struct Strips {
        bool rows = true;
        bool columns = true;
        int size = 0;
    };
    [[nodiscard]] static Strips stripsFor(const QSize& size, HeatMapView::Profiles profiles);
    void makeSide(std::size_t index);

    bool m_linking = false;
};

/// Which of some places is nearest to one.
[[nodiscard]] int nearestPlace(const std::vector<double>& places, double at);

} // namespace morphospace
