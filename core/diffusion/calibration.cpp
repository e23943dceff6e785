// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/zoo_parts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace morphospace {

namespace {

constexpr std::array pushes{-6.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 6.0};
/// Of the legibility before; below it an edit is no use.
constexpr double leastLegible = 0.9;

/// The measured points of one side, amounts and changes as distances from 0, nearest first.
struct Point {
    double asked = 0;
    double achieved = 0;
    double legible = 1;
};
std::vector<Point> sideOf(const Calibration& calibration, double sign)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < calibration.asked.size(); ++i) {
        if (calibration.asked[i] * sign > 0)
            points.push_back({calibration.asked[i] * sign, calibration.achieved[i] * sign,
                              calibration.legible.empty() ? 1 : calibration.legible[i]});
    }
    std::ranges::sort(points, {}, &Point::asked);
    return points;
}

/// What models draw, as the calibration looks at it.
struct Look {
    double attribute = 0;
    double legible = 0;
};

class Measuring {
public:
    Measuring(const TypefaceZoo& zoo, Matrix z, const LetterReader& reader)
        : m_zoo(zoo), m_z(std::move(z)), m_reader(reader)
    {
    }

    /// The mean over the faces after a push; no direction: as they are.
    [[nodiscard]] Look after(const Direction* direction, double amount,
                             std::size_t attribute) const
    {
        constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;
        // All coefficients are kept; only the edit lives in the first ones.
        Matrix moved = m_z;
        for (std::size_t i = 0; i < m_z.rows && direction != nullptr; ++i) {
            const std::vector<float> row =
                edited(m_z.row(i), std::vector<Edit>{{direction, amount}});
            std::ranges::copy(row, moved.row(i).begin());
        }
        const std::vector<std::uint8_t> drawn = m_zoo.draw(moved, {});
        Look look;
        for (std::size_t i = 0; i < m_z.rows; ++i)
            look.attribute += measureTypeface(std::span(drawn).subspan(i * faceBytes, faceBytes))
                                  [attribute]
                / double(m_z.rows);
        if (m_reader) {
            const std::vector<double> shares = legibility(drawn, m_reader);
            look.legible =
                std::accumulate(shares.begin(), shares.end(), 0.0) / double(shares.size());
        }
        return look;
    }

private:
    const TypefaceZoo& m_zoo;
    Matrix m_z;
    const LetterReader& m_reader;
};

} // namespace

double Calibration::amountFor(double wanted) const
{
    // The curve passes through nothing asked, nothing achieved; points that fall back are skipped,
    // so that more wanted is never less asked.
    if (wanted == 0)
        return 0;
    const double sign = wanted > 0 ? 1 : -1;
    double lastAsked = 0, lastAchieved = 0, slope = 1;
    for (const Point& point : sideOf(*this, sign)) {
        if (point.achieved <= lastAchieved + 1e-9)
            continue;
        slope = (point.asked - lastAsked) / (point.achieved - lastAchieved);
        if (wanted * sign <= point.achieved)
            break;
        lastAsked = point.asked;
        lastAchieved = point.achieved;
    }
    return sign * (lastAsked + (wanted * sign - lastAchieved) * slope);
}

std::pair<double, double> Calibration::usefulRange() const
{
    const auto reach = [this](double sign) {
        double furthest = 0;
        for (const Point& point : sideOf(*this, sign)) {
            if (point.achieved <= furthest || point.legible < leastLegible)
                break;
            furthest = point.achieved;
        }
        return furthest;
    };
    return {-reach(-1), reach(1)};
}

void calibrateZoo(const std::filesystem::path& file, const std::vector<Typeface>& faces,
                  std::size_t components, const LetterReader& reader,
                  const std::function<void(const std::string&)>& log, std::stop_token stop)
{
    if (faces.empty())
        throw Error("there are no faces to calibrate a zoo with");
    auto parts = std::make_shared<TypefaceZoo::Parts>(readZooParts(file));
    const TypefaceZoo zoo(parts);
    const Matrix weights = zoo.customise(faces, 1, {}, stop);
    const Measuring measuring(zoo, zoo.space().project(MatrixRows(weights)), reader);
    std::map<std::string, Calibration> calibrations;
    for (std::size_t attribute = 0; attribute < typefaceAttributes.size(); ++attribute) {
        const Direction direction = zoo.direction(attribute, components);
        const double deviation = zoo.attributeLaw(attribute).second;
        const Look still = measuring.after(nullptr, 0, attribute);
        Calibration calibration;
        for (const double asked : pushes) {
            throwIfStopped(stop);
            const Look look = measuring.after(&direction, asked, attribute);
            calibration.asked.push_back(asked);
            calibration.achieved.push_back(
                deviation > 0 ? (look.attribute - still.attribute) / deviation : 0);
            if (reader)
                calibration.legible.push_back(
                    still.legible > 0 ? look.legible / still.legible : 0);
        }
        const auto [least, greatest] = calibration.usefulRange();
        log("calibrated " + direction.name + ": useful from " + std::to_string(least) + " to "
            + std::to_string(greatest) + " sigma");
        calibrations[direction.name] = std::move(calibration);
    }
    parts->calibrations = std::move(calibrations);
    writeZoo(*parts, file);
}

} // namespace morphospace
