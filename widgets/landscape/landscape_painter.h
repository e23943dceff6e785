// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/search_report.h"
#include "core/evaluation/similarity.h"
#include "widgets/landscape/landscape_data.h"
#include "widgets/theme/theme.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace morphospace {

/// Where sizes are in the picture of a landscape, which has its text in the painter's font.
struct LandscapeFrame {
    QRectF plot;
    QRectF scale;          ///< the bar of colours
    double xLeast = 0, xGreatest = 1, yLeast = 0, yGreatest = 1;   ///< sizes at the edges

    [[nodiscard]] QPointF at(double xSize, double ySize) const;
    [[nodiscard]] QPointF sizesAt(const QPointF& position) const;
};
[[nodiscard]] LandscapeFrame landscapeFrame(const LandscapeData& data, const QRectF& area,
                                            const QFont& font);
/// Of the discs that A and B are.
[[nodiscard]] double markerRadius(const QFont& font);
/// `marked`: a cell that is pointed at, -1: none.
void paintLandscape(QPainter& painter, const QRectF& area, const LandscapeData& data,
                    const Theme& theme, int marked = -1);
/// What colours of a landscape stand for, as a bar with its ends; nothing where nothing is known.
void paintColourKey(QPainter& painter, const QRectF& bar, const LandscapeData& data,
                    const Theme& theme);
/// The same in the middle of a strip at the side of a surface, which is colourKeyWidth() wide.
void paintColourKeyBeside(QPainter& painter, const QRectF& area, const LandscapeData& data,
                          const Theme& theme);
[[nodiscard]] double colourKeyWidth(const QFont& font);

/// What a search found against the uniform line: cost to the right, accuracy upwards.
struct FrontData {
    QString title;
    Cost cost = Cost::Macs;
    double limit = 0;
    struct Point {
        Configuration configuration;
        double cost = 0;
        double accuracy = 0;
        double low = 0;
        double high = 0;
    };
    std::vector<Point> found;
    std::vector<Point> uniform;
    bool onTest = false;       ///< else on validation images, while it searches
};
[[nodiscard]] QString costTitle(Cost cost);
[[nodiscard]] QString costWords(Cost cost, double value);
void paintFront(QPainter& painter, const QRectF& area, const FrontData& data, const Theme& theme);

/// CKA layer by layer of two sizes, as bars; layers that only one has are marked. `old`: in grey, as
/// those sizes are no longer what the page is about.
void paintLayers(QPainter& painter, const QRectF& area, const Similarity& similarity,
                 const Theme& theme, bool old = false);
/// CKA of a layer that all sizes have over all pairs of widths; no layer: the KL divergence of the
/// outputs, of the row's from the column's.
void paintWidths(QPainter& painter, const QRectF& area, const Similarity& similarity,
                 std::optional<std::size_t> layer, const Theme& theme);

} // namespace morphospace
