// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/landscape.h"
#include "widgets/figure/number_table.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace morphospace {

struct Theme;

/// A landscape as values: the page, figures and files are made from the same.
struct LandscapeData {
    QString title;                 ///< of the manifold
    std::string manifold;          ///< its hash
    LandscapeGrid grid;
    /// As in LandscapeGrid::at(); nothing where not measured yet.
    std::vector<std::optional<Measurement>> cells;
    /// Seconds for one image, one thread, on `processor`, likewise.
    std::vector<std::optional<double>> latencies;
    std::string processor;
    TrainedRange trained;
    Configuration current;                  ///< B
    std::optional<Configuration> pinned;    ///< A
    enum class Colour { Accuracy, Parameters, Macs, Latency } colour = Colour::Accuracy;
    bool close = true;             ///< heights and colours of accuracy follow the trained range
    bool sheets = false;           ///< intervals as surfaces of their own

    [[nodiscard]] std::vector<bool> known() const;
    [[nodiscard]] std::size_t knownCount() const;
    [[nodiscard]] std::size_t latencyCount() const;
    /// Index of the cell nearest to sizes.
    [[nodiscard]] std::size_t nearest(double xSize, double ySize) const;
    [[nodiscard]] Configuration configuration(std::size_t cell) const;
};

/// Least and greatest of what is known (of the trained range, where `close` is set and some of it
/// is known); 0 to 1 where nothing is. Values outside are drawn at the end they are beyond.
struct LandscapeRange {
    double least = 0;
    double greatest = 1;
};
[[nodiscard]] LandscapeRange accuracyRange(const LandscapeData& data);

/// What the colour of a measured cell stands for, and its value; accuracy from 0 to 1, latency in
/// seconds and nothing where it is not measured.
[[nodiscard]] std::optional<double> colourValue(const LandscapeData& data, std::size_t cell);
[[nodiscard]] LandscapeRange colourRange(const LandscapeData& data);
[[nodiscard]] QString colourTitle(const LandscapeData& data);
[[nodiscard]] QString colourText(const LandscapeData& data, double value);

/// "Width of stage 2".
[[nodiscard]] QString axisName(const LandscapeAxis& axis);
/// With what is counted: "Width (channels of the widest stage)".
[[nodiscard]] QString axisTitle(const LandscapeAxis& axis);
/// A cell in words: size, accuracy, interval, images, cost; or that it is not measured.
[[nodiscard]] QString cellText(const LandscapeData& data, std::size_t cell);

/// Accuracies that contour lines stand for: round ones, at most `most`.
[[nodiscard]] std::vector<double> contourLevels(const LandscapeData& data, int most = 7);
/// Pieces of the line where the surface through what is known has that accuracy, in sizes.
struct ContourPiece {
    QPointF from;
    QPointF to;
};
[[nodiscard]] std::vector<ContourPiece> contour(const LandscapeData& data, double accuracy);

/// Dark to bright, as viridis (van der Walt and Smith 2015): perceptually even, readable with every
/// common colour blindness and in grey.
[[nodiscard]] const std::vector<QRgb>& sequentialColours();
/// The colour at a place from 0 to 1.
[[nodiscard]] QRgb sequentialColour(double place);

[[nodiscard]] NumberTable landscapeNumbers(const LandscapeData& data);

} // namespace morphospace
