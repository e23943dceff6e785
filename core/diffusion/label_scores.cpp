// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/label_scores.h"

#include "core/base/error.h"
#include "core/weightspace/directions.h"

#include <algorithm>

namespace morphospace {

namespace {

/// Rows of a class or the other, cut to the first components.
struct Labelled {
    Matrix z;
    std::vector<bool> positive;

    [[nodiscard]] std::size_t positives() const
    {
        return std::size_t(std::count(positive.begin(), positive.end(), true));
    }
    [[nodiscard]] bool hasBoth() const
    {
        return positives() > 0 && positives() < positive.size();
    }
};

template <typename LabelsOf>
Labelled labelled(const Matrix& z, std::size_t components, std::size_t which,
                  const LabelsOf& labelsOf)
{
    Labelled found;
    found.z.columns = std::min(components, z.columns);
    for (std::size_t i = 0; i < z.rows; ++i) {
        const std::optional<bool> label = labelOf(labelsOf(i), which);
        if (!label)
            continue;
        const auto row = z.row(i).first(found.z.columns);
        found.z.values.insert(found.z.values.end(), row.begin(), row.end());
        ++found.z.rows;
        found.positive.push_back(*label);
    }
    return found;
}

double meanOf(const std::vector<double>& values, const std::vector<bool>& positive, bool which)
{
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (positive[i] == which) {
            sum += values[i];
            ++count;
        }
    }
    return sum / count;
}

} // namespace

std::optional<bool> labelOf(const FontLabels& labels, std::size_t which)
{
    constexpr int bold = 600, lightestText = 350, heaviestText = 500, condensed = 4;
    switch (which) {
    case 0:
        if (!labels.weight || (*labels.weight < bold
                               && (*labels.weight < lightestText || *labels.weight > heaviestText)))
            return {};
        return *labels.weight >= bold;
    case 1:
        return labels.italic;
    case 2:
        return labels.serif;
    case 3:
        return labels.monospace;
    case 4:
        if (!labels.width)
            return {};
        return *labels.width <= condensed;
    default:
        throw Error("there is no label " + std::to_string(which));
    }
}

std::vector<LabelScore> scoreLabels(const TypefaceZoo& zoo, const Matrix& z,
                                    const std::vector<Typeface>& unseen, std::size_t components)
{
    if (z.rows != unseen.size())
        throw Error("labels need one row of coefficients for each face");
    std::vector<LabelScore> scores;
    for (std::size_t which = 0; which < fontLabelNames.size(); ++which) {
        const Labelled known =
            labelled(zoo.coefficients(), components, which,
                     [&zoo](std::size_t i) { return zoo.members()[i].labels; });
        const Labelled asked = labelled(z, components, which,
                                        [&unseen](std::size_t i) { return unseen[i].labels; });
        if (!known.hasBoth() || !asked.hasBoth())
            continue;
        std::vector<double> labels;
        for (const bool positive : known.positive)
            labels.push_back(positive ? 1 : -1);
        const std::vector<float> normal = leastSquares(known.z, labels);
        const std::vector<double> of = positions(known.z, normal);
        const std::vector<double> scored = positions(asked.z, normal);
        const double threshold =
            (meanOf(of, known.positive, true) + meanOf(of, known.positive, false)) / 2;
        scores.push_back({fontLabelNames[which], asked.positives(),
                          asked.positive.size() - asked.positives(),
                          areaUnderCurve(scored, asked.positive),
                          balancedAccuracy(scored, asked.positive, threshold)});
    }
    return scores;
}

} // namespace morphospace
