// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/score.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/label_scores.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace morphospace {

namespace {

constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;
constexpr std::size_t attributes = typefaceAttributes.size();

std::span<const std::uint8_t> face(const std::vector<std::uint8_t>& drawn, std::size_t i)
{
    return std::span(drawn).subspan(i * faceBytes, faceBytes);
}

double mean(const std::vector<double>& values)
{
    return values.empty() ? 0
                          : std::accumulate(values.begin(), values.end(), 0.0)
            / double(values.size());
}

/// Values of a name, one a seed, as mean and deviation over the seeds.
class OverSeeds {
public:
    void add(const std::string& name, double value) { m_values[name].push_back(value); }

    [[nodiscard]] nlohmann::json json() const
    {
        nlohmann::json object;
        for (const auto& [name, values] : m_values) {
            const double centre = mean(values);
            double squares = 0;
            for (const double value : values)
                squares += (value - centre) * (value - centre);
            object[name] = {
                {"mean", centre},
                {"deviation",
                 values.size() > 1 ? std::sqrt(squares / double(values.size() - 1)) : 0.0}};
        }
        return object;
    }

private:
    std::map<std::string, std::vector<double>> m_values;
};

/// "0.5", "1".
std::string shortText(double value)
{
    return (value == std::round(value) ? nlohmann::json(std::lround(value))
                                       : nlohmann::json(value))
        .dump();
}

double totalInk(std::span<const std::uint8_t> letters)
{
    const auto ink = letterInk(letters);
    return std::accumulate(ink.begin(), ink.end(), 0.0);
}

/// Pixels of those letters that were not given.
std::vector<std::uint8_t> without(std::span<const std::uint8_t> letters,
                                  const std::vector<int>& given)
{
    std::vector<std::uint8_t> rest;
    for (std::size_t i = 0; i < typefaceLetters; ++i) {
        if (std::find(given.begin(), given.end(), int(i)) != given.end())
            continue;
        const auto cell = letters.subspan(i * glyphImageBytes, glyphImageBytes);
        rest.insert(rest.end(), cell.begin(), cell.end());
    }
    return rest;
}

std::vector<std::uint8_t> only(std::span<const std::uint8_t> letters, const std::vector<int>& given)
{
    std::vector<std::uint8_t> some;
    for (const int i : given) {
        const auto cell = letters.subspan(std::size_t(i) * glyphImageBytes, glyphImageBytes);
        some.insert(some.end(), cell.begin(), cell.end());
    }
    return some;
}

/// Models that edits begin from, and what they draw.
struct Start {
    Matrix z;
    std::vector<std::uint8_t> drawn;
    std::vector<TypefaceMeasures> measures;
    std::vector<double> legible;   ///< one a model
};

class Scoring {
public:
    Scoring(const TypefaceZoo& zoo, const std::vector<Typeface>& memberFaces,
            const std::vector<Typeface>& unseen, const LetterReader& reader,
            const ScoreOptions& options)
        : m_zoo(zoo), m_memberFaces(memberFaces), m_unseen(unseen), m_reader(reader),
          m_options(options)
    {
        for (const Typeface& one : unseen)
            m_truth.insert(m_truth.end(), one.pixels.begin(), one.pixels.end());
        for (std::size_t a = 0; a < attributes; ++a) {
            m_directions.push_back(zoo.direction(a, options.components));
            m_deviations.push_back(std::max(zoo.attributeLaw(a).second, 1e-12));
        }
    }

    nlohmann::json run()
    {
        nlohmann::json result;
        const std::vector<double> truth = legibility(m_truth, m_reader);
        result["legibility_of_unseen_faces"] = mean(truth);
        for (const std::uint64_t seed : m_options.seeds) {
            throwIfStopped(m_options.stop);
            m_seed = seed;
            const auto part = [&](const char* what, auto work) {
                say("seed " + std::to_string(seed) + ": " + what);
                (this->*work)();
            };
            const bool moves = wanted("edits") || wanted("delayed");
            if (moves || wanted("fit"))
                part("fit and directions", &Scoring::fitAndDirections);
            if (wanted("edits"))
                part("edits", &Scoring::edits);
            if (wanted("delayed"))
                part("delayed injection", &Scoring::delayed);
            if (wanted("inversion"))
                part("inversion", &Scoring::inversion);
            if (wanted("samples"))
                part("samples", &Scoring::samples);
        }
        for (const auto& [name, values] : m_results)
            result[name] = values.json();
        return result;
    }

private:
    [[nodiscard]] bool wanted(std::string_view part) const
    {
        return m_options.only.empty() || std::ranges::find(m_options.only, part) != m_options.only.end();
    }
    void say(const std::string& line) const
    {
        if (m_options.log)
            m_options.log(line);
    }
    [[nodiscard]] SpecimenOptions drawing() const
    {
        SpecimenOptions specimen;
        specimen.steps = m_options.steps;
        specimen.seed = m_seed;
        specimen.noise = m_options.noise;
        return specimen;
    }
    std::vector<std::uint8_t> draw(const Matrix& z, int from = 1000, const Matrix& before = {}) const
    {
        SpecimenOptions specimen = drawing();
        specimen.from = from;
        std::vector<std::uint8_t> drawn;
        constexpr std::size_t atOnce = 32; // bounds the memory
        for (std::size_t first = 0; first < z.rows; first += atOnce) {
            throwIfStopped(m_options.stop);
            const auto part = [&](const Matrix& all) {
                Matrix rows(all.rows > 0 ? std::min(atOnce, all.rows - first) : 0, all.columns);
                std::copy_n(all.values.begin() + std::ptrdiff_t(first * all.columns),
                            rows.values.size(), rows.values.begin());
                return rows;
            };
            const auto some = m_zoo.draw(part(z), specimen, part(before));
            drawn.insert(drawn.end(), some.begin(), some.end());
        }
        return drawn;
    }
    /// What `work` draws of the unseen faces, a few at a time.
    template <class Work>
    [[nodiscard]] std::vector<std::uint8_t> drawnOf(Work work) const
    {
        std::vector<std::uint8_t> drawn;
        constexpr std::size_t atOnce = 32;
        for (std::size_t first = 0; first < m_unseen.size(); first += atOnce) {
            const std::vector<Typeface> some(
                m_unseen.begin() + std::ptrdiff_t(first),
                m_unseen.begin() + std::ptrdiff_t(std::min(first + atOnce, m_unseen.size())));
            const std::vector<std::uint8_t> part = work(some);
            drawn.insert(drawn.end(), part.begin(), part.end());
        }
        return drawn;
    }
    std::vector<TypefaceMeasures> measure(const std::vector<std::uint8_t>& drawn) const
    {
        std::vector<TypefaceMeasures> measures;
        for (std::size_t i = 0; i < drawn.size() / faceBytes; ++i)
            measures.push_back(measureTypeface(face(drawn, i)));
        return measures;
    }
    [[nodiscard]] Start startAt(Matrix z) const
    {
        Start start{std::move(z), {}, {}, {}};
        start.drawn = draw(start.z);
        start.measures = measure(start.drawn);
        start.legible = legibility(start.drawn, m_reader);
        return start;
    }
    /// Each row by an amount of its own.
    static Matrix moved(const Matrix& z, const Direction& direction,
                        const std::vector<double>& amounts)
    {
        Matrix result = z;
        for (std::size_t i = 0; i < z.rows; ++i) {
            const std::vector<float> row =
                edited(z.row(i), std::vector<Edit>{{&direction, amounts[i]}});
            std::copy(row.begin(), row.end(), result.row(i).begin());
        }
        return result;
    }
    [[nodiscard]] const Calibration* calibrationOf(const Direction& direction) const
    {
        const auto found = m_zoo.calibrations().find(direction.name);
        return found == m_zoo.calibrations().end() ? nullptr : &found->second;
    }

    void fitAndDirections()
    {
        std::vector<double> fits;
        Matrix projections(0, m_zoo.space().size());
        const SpecimenOptions specimen = drawing();
        std::vector<std::uint8_t> drawn;
        constexpr std::size_t atOnce = 32;
        for (std::size_t first = 0; first < m_unseen.size(); first += atOnce) {
            const std::vector<Typeface> some(
                m_unseen.begin() + std::ptrdiff_t(first),
                m_unseen.begin() + std::ptrdiff_t(std::min(first + atOnce, m_unseen.size())));
            const Matrix weights = m_zoo.customise(some, m_seed, {}, m_options.stop);
            const auto part = m_zoo.drawWeights(weights, specimen);
            drawn.insert(drawn.end(), part.begin(), part.end());
            const Matrix z = m_zoo.space().project(MatrixRows(weights));
            projections.values.insert(projections.values.end(), z.values.begin(), z.values.end());
            projections.rows += z.rows;
        }
        for (std::size_t i = 0; i < m_unseen.size(); ++i)
            fits.push_back(letterDifference(face(drawn, i), m_unseen[i].pixels));
        m_results["fit"].add("rms", mean(fits));
        m_results["fit"].add("legibility", mean(legibility(drawn, m_reader)));
        m_faces = startAt(std::move(projections));
        std::vector<double> projected;
        for (std::size_t i = 0; i < m_unseen.size(); ++i)
            projected.push_back(letterDifference(face(m_faces.drawn, i), m_unseen[i].pixels));
        m_results["fit"].add("rms_projected", mean(projected));
        m_results["fit"].add("legibility_projected", mean(m_faces.legible));
        const std::vector<TypefaceMeasures> truth = measure(m_truth);
        for (std::size_t a = 0; a < attributes; ++a) {
            std::vector<double> values;
            for (const TypefaceMeasures& one : truth)
                values.push_back(one[a]);
            m_results["direction_correlation"].add(
                m_directions[a].name, correlation(positions(m_faces.z, m_directions[a].axis), values));
        }
        for (const LabelScore& one : scoreLabels(m_zoo, m_faces.z, m_unseen, m_options.components)) {
            OverSeeds& result = m_results["label " + std::string(one.label)];
            result.add("area_under_curve", one.area);
            result.add("balanced_accuracy", one.accuracy);
            result.add("positives", double(one.positives));
            result.add("negatives", double(one.negatives));
        }
    }

    /// What pushing each model of `start` by its amount does; `target`: the attribute it should
    /// change by `wanted`, or none. Models that `counts` says no to are left out.
    void push(const std::string& name, const Start& start, const Direction& direction,
              const std::vector<double>& amounts, const std::vector<bool>& counts, double wanted,
              std::size_t target)
    {
        const double sign = wanted < 0 ? -1 : 1;
        const Matrix z = moved(start.z, direction, amounts);
        const std::vector<std::uint8_t> drawn = draw(z);
        const std::vector<TypefaceMeasures> now = measure(drawn);
        const std::vector<double> legible = legibility(drawn, m_reader);
        const double n = double(std::ranges::count(counts, true));
        double right = 0, achieved = 0, apartFromAsked = 0, collateral = 0, apart = 0, kept = 0,
               by = 0, readBefore = 0, readNow = 0;
        for (std::size_t i = 0; i < z.rows; ++i) {
            if (!counts[i])
                continue;
            for (std::size_t a = 0; a < attributes; ++a) {
                const double change = (now[i][a] - start.measures[i][a]) / m_deviations[a];
                if (a == target) {
                    right += change * sign > 0 ? 1 / n : 0;
                    achieved += change / n;
                    apartFromAsked += std::abs(change - wanted) / n;
                } else {
                    collateral += std::abs(change) / n
                        / double(target < attributes ? attributes - 1 : attributes);
                }
            }
            apart += letterDifference(face(drawn, i), face(start.drawn, i)) / n;
            kept += cosine(z.row(i), start.z.row(i)) / n;
            by += amounts[i] / n;
            readBefore += start.legible[i] / n;
            readNow += legible[i] / n;
        }
        OverSeeds& result = m_results[name];
        result.add("models", n);
        result.add("pushed_by_sigma", by);
        if (target < attributes) {
            result.add("asked_sigma", wanted);
            result.add("achieved_sigma", achieved);
            result.add("achieved_over_asked", achieved / wanted);
            result.add("apart_from_asked_sigma", apartFromAsked);
            result.add("faces_moved_right", right);
        }
        result.add("collateral_sigma", collateral);
        result.add("legibility", readNow);
        result.add("legibility_before", readBefore);
        result.add("letters_changed_rms", apart);
        result.add("cosine_to_original", kept);
    }

    /// Every attribute asked to change by what is wanted, both ways, where the calibration holds
    /// that useful for half of the models at least.
    void editsFrom(const Start& start, const std::string& whose)
    {
        for (std::size_t a = 0; a < attributes; ++a) {
            const Direction& direction = m_directions[a];
            const Calibration* calibration = calibrationOf(direction);
            for (const double size : m_options.wanted) {
                for (const double wanted : {size, -size}) {
                    std::vector<double> amounts(start.z.rows, wanted);
                    std::vector<bool> counts(start.z.rows, true);
                    for (std::size_t i = 0; calibration && i < start.z.rows; ++i) {
                        const Standpoint from = standpointOf(start.z.row(i), direction);
                        const auto [least, greatest] = calibration->usefulRange(from);
                        counts[i] = least <= wanted && wanted <= greatest;
                        amounts[i] = calibration->amountFor(wanted, from);
                    }
                    if (2 * std::ranges::count(counts, true) >= std::ptrdiff_t(counts.size())) {
                        push(whose + ' ' + direction.name + (wanted > 0 ? " +" : " -")
                                 + shortText(size),
                             start, direction, amounts, counts, wanted, a);
                    }
                }
            }
        }
    }

    void edits()
    {
        editsFrom(m_faces, "edit");
        // The same from members, a third as many, and from the average.
        const Matrix& all = m_zoo.coefficients();
        Matrix some(std::min((m_unseen.size() + 2) / 3, all.rows), all.columns);
        for (std::size_t i = 0; i < some.rows; ++i) {
            // Between those that a calibration begins from, where there are enough.
            const std::size_t row = (2 * i + 1) * all.rows / (2 * some.rows);
            std::ranges::copy(all.row(row), some.row(i).begin());
        }
        editsFrom(startAt(std::move(some)), "member");
        editsFrom(startAt(Matrix(1, all.columns)), "average");

        // Control: a random direction of the same length as the longest push.
        double largestPush = 0;
        for (const Direction& direction : m_directions) {
            const Calibration* calibration = calibrationOf(direction);
            double push = 0;
            for (std::size_t i = 0; calibration && i < m_faces.z.rows; ++i) {
                push += calibration->amountFor(1, standpointOf(m_faces.z.row(i), direction))
                    * direction.sigma / double(m_faces.z.rows);
            }
            largestPush = std::max(largestPush, push);
        }
        std::mt19937_64 random(m_seed);
        std::normal_distribution<float> normal;
        std::vector<float> axis(m_zoo.space().size(), 0.0F);
        for (std::size_t k = 0; k < std::min(m_options.components, axis.size()); ++k)
            axis[k] = normal(random);
        const Direction control = makeDirection("random", axis, m_zoo.coefficients());
        const double amount = control.sigma > 0 && largestPush > 0 ? largestPush / control.sigma : 3;
        for (const double sign : {1.0, -1.0}) {
            push(std::string("edit random ") + (sign > 0 ? "+" : "-") + "0", m_faces, control,
                 std::vector<double>(m_faces.z.rows, sign * amount),
                 std::vector<bool>(m_faces.z.rows, true), 0, attributes);
        }
    }

    void delayed()
    {
        const std::size_t slant = 1;
        const Direction& direction = m_directions[slant];
        const Calibration* calibration = calibrationOf(direction);
        std::vector<double> amounts;
        for (std::size_t i = 0; i < m_faces.z.rows; ++i) {
            amounts.push_back(
                calibration ? calibration->amountFor(1, standpointOf(m_faces.z.row(i), direction)) : 3);
        }
        const Matrix z = moved(m_faces.z, direction, amounts);
        for (const int from : {1000, 800, 600, 400}) {
            const std::vector<std::uint8_t> drawn = draw(z, from, m_faces.z);
            const std::vector<TypefaceMeasures> now = measure(drawn);
            double change = 0, apart = 0;
            for (std::size_t i = 0; i < z.rows; ++i) {
                change += (now[i][slant] - m_faces.measures[i][slant]) / m_deviations[slant]
                    / double(z.rows);
                apart += letterDifference(face(drawn, i), face(m_faces.drawn, i)) / double(z.rows);
            }
            m_results["delayed slant"].add("achieved_sigma_" + std::to_string(from), change);
            m_results["delayed slant"].add("letters_changed_rms_" + std::to_string(from), apart);
        }
    }

    void inversion()
    {
        for (const std::string& text : m_options.given) {
            std::vector<int> given;
            for (const char letter : text)
                given.push_back(int(glyphCharacters.find(letter)));
            // The yardstick: the member's face whose given letters are nearest.
            std::vector<double> nearest;
            for (const Typeface& one : m_unseen) {
                const std::vector<std::uint8_t> shown = only(one.pixels, given);
                double least = std::numeric_limits<double>::infinity();
                const Typeface* best = nullptr;
                for (const Typeface& other : m_memberFaces) {
                    const double apart = letterDifference(shown, only(other.pixels, given));
                    if (apart < least) {
                        least = apart;
                        best = &other;
                    }
                }
                if (best)
                    nearest.push_back(letterDifference(without(one.pixels, given),
                                                       without(best->pixels, given)));
            }
            OverSeeds& result = m_results["inversion from " + text];
            result.add("nearest_member_rms", mean(nearest));
            const auto judge = [&](const std::vector<std::uint8_t>& drawn, const std::string& how) {
                std::vector<double> errors;
                for (std::size_t i = 0; i < m_unseen.size(); ++i)
                    errors.push_back(letterDifference(without(face(drawn, i), given),
                                                      without(m_unseen[i].pixels, given)));
                result.add("rms_" + how, mean(errors));
                result.add("legibility_" + how, mean(legibility(drawn, m_reader)));
            };
            // What the space is for: an adapter trained on the same letters without it.
            if (m_seed == m_options.seeds[0] && m_zoo.adapter() != "independent")
                judge(drawnOf([&](const std::vector<Typeface>& some) {
                          return m_zoo.drawWeights(
                              m_zoo.customise(some, m_seed, given, m_options.stop), drawing());
                      }),
                      "without_space");
            for (const std::size_t k : m_options.inversionComponents) {
                if (k > m_zoo.space().size()
                    || (m_seed != m_options.seeds[0] && k != m_options.inversionComponents[0]))
                    continue;
                InversionOptions inversion;
                inversion.components = k;
                inversion.seed = m_seed;
                judge(drawnOf([&](const std::vector<Typeface>& some) {
                          return draw(m_zoo.invert(some, given, inversion, m_options.stop));
                      }),
                      std::to_string(k));
            }
        }
    }

    void samples()
    {
        std::vector<double> inks;
        for (const Typeface& one : m_memberFaces)
            inks.push_back(totalInk(one.pixels));
        std::sort(inks.begin(), inks.end());
        if (inks.empty())
            return;
        const auto quantile = [&inks](double q) {
            return inks[std::size_t(q * double(inks.size() - 1) + 0.5)];
        };
        for (const SamplingKind kind :
             {SamplingKind::Independent, SamplingKind::Covariance, SamplingKind::Bounded}) {
            const Matrix z =
                sampleMembers(m_zoo.coefficients(), std::size_t(m_options.samples),
                              {kind, m_options.sampleComponents, m_options.spread, m_seed});
            const std::vector<std::uint8_t> drawn = draw(z);
            const std::vector<double> legible = legibility(drawn, m_reader);
            double broken = 0, apart = 0;
            for (std::size_t i = 0; i < z.rows; ++i) {
                const double ink = totalInk(face(drawn, i));
                broken += legible[i] < 0.8 || ink < quantile(0.01) || ink > quantile(0.99) ? 1 : 0;
                double least = std::numeric_limits<double>::infinity();
                for (const Typeface& other : m_memberFaces)
                    least = std::min(least, letterDifference(face(drawn, i), other.pixels));
                apart += least / double(z.rows);
            }
            OverSeeds& result = m_results["samples " + nameOf(kind)];
            result.add("legibility", mean(legible));
            result.add("faint_or_broken", broken / double(z.rows));
            result.add("nearest_member_rms", apart);
        }
    }

    const TypefaceZoo& m_zoo;
    const std::vector<Typeface>& m_memberFaces;
    const std::vector<Typeface>& m_unseen;
    const LetterReader& m_reader;
    const ScoreOptions& m_options;
    std::vector<std::uint8_t> m_truth;
    std::vector<Direction> m_directions;
    std::vector<double> m_deviations;
    std::map<std::string, OverSeeds> m_results;
    std::uint64_t m_seed = 1;
    Start m_faces;   ///< projections of the unseen faces
};

} // namespace

nlohmann::json scoreZoo(const TypefaceZoo& zoo, const std::vector<Typeface>& memberFaces,
                        const std::vector<Typeface>& unseen, const LetterReader& reader,
                        const ScoreOptions& options)
{
    if (unseen.empty() || options.seeds.empty())
        throw Error("there are no unseen faces, or no seeds, to score a zoo with");
    for (const std::string& part : options.only) {
        if (std::ranges::find(scoreParts, part) == scoreParts.end())
            throw Error("'" + part + "' is no part of a score; expected fit, edits, delayed, inversion "
                        "or samples");
    }
    return Scoring(zoo, memberFaces, unseen, reader, options).run();
}

} // namespace morphospace
