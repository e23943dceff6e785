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
/// Parts of places of one kind, by position along a direction.
constexpr std::size_t quarters = 4;
constexpr std::size_t atOnce = 32; // places drawn together: bounds the memory

/// What models draw, as the calibration looks at it.
struct Look {
    double attribute = 0;
    double legible = 0;
};

/// Places of one kind.
class Places {
public:
    Places(const TypefaceZoo& zoo, Matrix z, const LetterReader& reader)
        : m_zoo(zoo), m_z(std::move(z)), m_reader(reader)
    {
        for (std::size_t i = 0; i < m_z.rows; ++i)
            m_distance += standpointOf(m_z.row(i), {}).distance / double(m_z.rows);
    }

    /// From the average, their mean.
    [[nodiscard]] double distance() const { return m_distance; }
    /// One curve for each part of the places.
    [[nodiscard]] std::vector<Calibration::Curve> curves(const Direction& direction,
                                                         std::size_t attribute,
                                                         std::stop_token stop) const
    {
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < m_z.rows; ++i)
            order.emplace_back(standpointOf(m_z.row(i), direction).position, i);
        std::ranges::sort(order);
        const double deviation = m_zoo.attributeLaw(attribute).second;
        const std::vector<Look> still = after(nullptr, 0, attribute, stop);
        std::vector<std::vector<Look>> looks;
        for (const double push : pushes)
            looks.push_back(after(&direction, push, attribute, stop));

        const std::size_t parts = std::min(quarters, m_z.rows);
        std::vector<Calibration::Curve> curves;
        for (std::size_t part = 0; part < parts; ++part) {
            const std::span some(order.begin() + std::ptrdiff_t(part * m_z.rows / parts),
                                 order.begin() + std::ptrdiff_t((part + 1) * m_z.rows / parts));
            Calibration::Curve curve;
            curve.at.distance = m_distance;
            for (const auto& [position, place] : some)
                curve.at.position += position / double(some.size());
            for (const std::vector<Look>& look : looks) {
                double change = 0, legibleBefore = 0, legible = 0;
                for (const auto& [position, place] : some) {
                    change += (look[place].attribute - still[place].attribute) / double(some.size());
                    legibleBefore += still[place].legible;
                    legible += look[place].legible;
                }
                curve.achieved.push_back(deviation > 0 ? change / deviation : 0);
                if (m_reader)
                    curve.legible.push_back(legibleBefore > 0 ? legible / legibleBefore : 0);
            }
            curves.push_back(std::move(curve));
        }
        return curves;
    }

private:
    /// Each place after a push; no direction: as it is.
    [[nodiscard]] std::vector<Look> after(const Direction* direction, double amount,
                                          std::size_t attribute, std::stop_token stop) const
    {
        constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;
        std::vector<Look> looks;
        for (std::size_t first = 0; first < m_z.rows; first += atOnce) {
            throwIfStopped(stop);
            // All coefficients are kept; only the edit lives in the first ones.
            Matrix moved(std::min(atOnce, m_z.rows - first), m_z.columns);
            for (std::size_t i = 0; i < moved.rows; ++i) {
                const auto z = m_z.row(first + i);
                const std::vector<float> row = direction == nullptr
                    ? std::vector<float>(z.begin(), z.end())
                    : edited(z, std::vector<Edit>{{direction, amount}});
                std::ranges::copy(row, moved.row(i).begin());
            }
            const std::vector<std::uint8_t> drawn = m_zoo.draw(moved, {});
            const std::vector<double> shares =
                m_reader ? legibility(drawn, m_reader) : std::vector<double>(moved.rows, 0);
            for (std::size_t i = 0; i < moved.rows; ++i) {
                looks.push_back({measureTypeface(std::span(drawn).subspan(i * faceBytes,
                                                                          faceBytes))[attribute],
                                 shares[i]});
            }
        }
        return looks;
    }

    const TypefaceZoo& m_zoo;
    Matrix m_z;
    const LetterReader& m_reader;
    double m_distance = 0;
};

/// New models as they are sampled without being asked for another spread.
Matrix someSamples(const TypefaceZoo& zoo, std::size_t count)
{
    SamplingOptions options;
    options.components = std::min(options.components, zoo.space().size());
    return sampleMembers(zoo.coefficients(), count, options);
}

/// As many members as that, evenly over the list, which is sorted by family.
Matrix someMembers(const TypefaceZoo& zoo, std::size_t count)
{
    const Matrix& all = zoo.coefficients();
    Matrix some(std::min(count, all.rows), all.columns);
    for (std::size_t i = 0; i < some.rows; ++i)
        std::ranges::copy(all.row(i * all.rows / some.rows), some.row(i).begin());
    return some;
}

} // namespace

void calibrateZoo(const std::filesystem::path& file, const std::vector<Typeface>& faces,
                  std::size_t components, const LetterReader& reader,
                  const std::function<void(const std::string&)>& log, std::stop_token stop)
{
    if (faces.empty())
        throw Error("there are no faces to calibrate a zoo with");
    auto parts = std::make_shared<TypefaceZoo::Parts>(readZooParts(file));
    const TypefaceZoo zoo(parts);
    const Matrix weights = zoo.customise(faces, 1, {}, stop);
    const std::array kinds{
        Places(zoo, Matrix(1, zoo.space().size()), reader),
        Places(zoo, zoo.space().project(MatrixRows(weights)), reader),
        Places(zoo, someSamples(zoo, faces.size()), reader),
        Places(zoo, someMembers(zoo, faces.size()), reader),
    };
    std::map<std::string, Calibration> calibrations;
    for (std::size_t attribute = 0; attribute < typefaceAttributes.size(); ++attribute) {
        const Direction direction = zoo.direction(attribute, components);
        Calibration calibration;
        calibration.asked.assign(pushes.begin(), pushes.end());
        for (const Places& kind : kinds) {
            for (Calibration::Curve& curve : kind.curves(direction, attribute, stop))
                calibration.curves.push_back(std::move(curve));
        }
        std::ranges::stable_sort(calibration.curves, {},
                                 [](const Calibration::Curve& one) { return one.at.distance; });
        const Standpoint middle{kinds[1].distance(), 0};
        const auto [least, greatest] = calibration.usefulRange(middle);
        log("calibrated " + direction.name + ": useful from " + std::to_string(least) + " to "
            + std::to_string(greatest) + " sigma");
        calibrations[direction.name] = std::move(calibration);
    }
    parts->calibrations = std::move(calibrations);
    writeZoo(*parts, file);
}

} // namespace morphospace
