// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/search.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <string>

namespace morphospace {

namespace {

/// Widths and depths in one row, so that all are changed in one way.
std::vector<int> rowOf(const Configuration& configuration)
{
    std::vector<int> row = configuration.widths;
    row.insert(row.end(), configuration.depths.begin(), configuration.depths.end());
    return row;
}

Configuration configurationOf(const std::vector<int>& row, std::size_t stages)
{
    const auto depths = row.begin() + std::ptrdiff_t(stages);
    return {{row.begin(), depths}, {depths, row.end()}};
}

/// Ranks of non-dominated sorting, 0 the front; and how far each is from its neighbours in its own
/// rank (crowding distance), infinite at the ends.
struct Standing {
    std::vector<int> rank;
    std::vector<double> room;
};

Standing standingOf(const std::vector<Candidate>& candidates)
{
    const std::size_t n = candidates.size();
    Standing result{std::vector<int>(n, 0), std::vector<double>(n, 0)};
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i)
        order[i] = i;
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const Candidate& first = candidates[a];
        const Candidate& second = candidates[b];
        const double right = first.measurement.accuracy();
        const double other = second.measurement.accuracy();
        if (first.cost != second.cost)
            return first.cost < second.cost;
        return right != other ? right > other : first.configuration < second.configuration;
    });
    // In order of cost, one is dominated by a rank whose best so far is as accurate.
    std::vector<double> best;
    std::vector<std::vector<std::size_t>> ranks;
    for (const std::size_t i : order) {
        const double accuracy = candidates[i].measurement.accuracy();
        std::size_t rank = 0;
        while (rank < best.size() && best[rank] >= accuracy)
            ++rank;
        if (rank == best.size()) {
            best.push_back(accuracy);
            ranks.emplace_back();
        }
        best[rank] = accuracy;
        ranks[rank].push_back(i);
        result.rank[i] = int(rank);
    }
    // Within a rank both cost and accuracy ascend.
    for (const std::vector<std::size_t>& members : ranks) {
        const Candidate& first = candidates[members.front()];
        const Candidate& last = candidates[members.back()];
        const double costs = std::max(last.cost - first.cost, 1e-300);
        const double accuracies = std::max(
            last.measurement.accuracy() - first.measurement.accuracy(), 1e-300);
        for (std::size_t k = 0; k < members.size(); ++k) {
            if (k == 0 || k + 1 == members.size()) {
                result.room[members[k]] = std::numeric_limits<double>::infinity();
                continue;
            }
            const Candidate& below = candidates[members[k - 1]];
            const Candidate& above = candidates[members[k + 1]];
            result.room[members[k]] = (above.cost - below.cost) / costs
                + (above.measurement.accuracy() - below.measurement.accuracy()) / accuracies;
        }
    }
    return result;
}

/// The `count` best by rank, then by room.
std::vector<Candidate> bestOf(const std::vector<Candidate>& candidates, std::size_t count)
{
    const Standing standing = standingOf(candidates);
    std::vector<std::size_t> order(candidates.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (standing.rank[a] != standing.rank[b])
            return standing.rank[a] < standing.rank[b];
        if (standing.room[a] != standing.room[b])
            return standing.room[a] > standing.room[b];
        return candidates[a].configuration < candidates[b].configuration;
    });
    std::vector<Candidate> best;
    for (std::size_t k = 0; k < std::min(count, order.size()); ++k)
        best.push_back(candidates[order[k]]);
    return best;
}

class Search {
public:
    Search(const SearchSpace& space, const SearchOptions& options, const Evaluator& evaluator,
           SearchRecord& record, const std::function<void(const SearchProgress&)>& told)
        : m_space(space), m_options(options), m_evaluator(evaluator), m_record(record),
          m_told(told), m_random(options.seed), m_stages(space.least.widths.size()),
          m_least(rowOf(space.least)), m_greatest(rowOf(space.greatest))
    {
        m_screening = std::min(options.screening, evaluator.images);
        m_wholeSpace = sizeOfSpace() <= double(options.candidates);
    }

    SearchResult run()
    {
        if (!fits(m_space.least))
            throw Error("no configuration from " + describe(m_space.least) + " to "
                        + describe(m_space.greatest) + " is within the budget, "
                        + describe(m_options.budget) + "; expected "
                        + costText(m_options.budget.cost, cost(m_space.least))
                        + " or more, what the smallest costs");
        std::vector<Configuration> uniform;
        for (const Configuration& configuration : m_space.uniform) {
            if (fits(configuration))
                uniform.push_back(configuration);
        }
        plan(uniform.size());
        const std::vector<Candidate> line = measure(uniform, m_screening);
        tellFront(m_lineFront, line, m_screening);
        const std::vector<Candidate> screened =
            m_wholeSpace ? measure(everything(), m_screening) : evolve(line);
        tellFront(m_foundFront, screened, m_screening);
        SearchResult result;
        for (const auto* list : {&line, &screened}) {
            for (const Candidate& candidate : *list)
                m_looked.insert(candidate.configuration);
        }
        m_phase = SearchProgress::Phase::Halving;
        std::vector<Candidate> lineFinalists = halve(line, false);
        std::vector<Candidate> finalists = halve(screened, true);
        result.screened = m_looked.size();
        result.uniform = paretoFront(lineFinalists);
        // A uniform configuration is in the space as well: found is what is better than the line.
        std::set<Configuration> different;
        for (const Candidate& candidate : finalists)
            different.insert(candidate.configuration);
        for (Candidate& candidate : lineFinalists) {
            if (different.insert(candidate.configuration).second)
                finalists.push_back(std::move(candidate));
        }
        result.finalists = finalists.size();
        result.front = paretoFront(std::move(finalists));
        return result;
    }

private:
    [[nodiscard]] std::size_t below(std::size_t count) { return m_random() % count; }

    [[nodiscard]] double sizeOfSpace() const
    {
        double size = 1;
        for (std::size_t i = 0; i < m_least.size(); ++i)
            size *= m_greatest[i] - m_least[i] + 1;
        return size;
    }

    double cost(const Configuration& configuration)
    {
        const auto found = m_record.costs.find(configuration);
        if (found != m_record.costs.end())
            return found->second;
        const double value = m_evaluator.cost(configuration);
        m_record.costs.emplace(configuration, value);
        return value;
    }

    bool fits(const Configuration& configuration) { return cost(configuration) <= m_options.budget.limit; }

    Candidate measured(const Configuration& configuration, std::size_t images)
    {
        const auto key = std::make_pair(configuration, images);
        auto found = m_record.measured.find(key);
        if (found == m_record.measured.end()) {
            Measurement measurement = m_evaluator.accuracy(configuration, images);
            found = m_record.measured.emplace(key, std::move(measurement)).first;
        }
        return {configuration, cost(configuration), found->second};
    }

    std::vector<Candidate> measure(const std::vector<Configuration>& configurations,
                                   std::size_t images)
    {
        std::vector<Candidate> result;
        for (const Configuration& configuration : configurations) {
            result.push_back(measured(configuration, images));
            m_done += double(images);
            tell(result.size(), images);
        }
        return result;
    }

    /// How many images will be classified, so that progress is even.
    void plan(std::size_t uniform)
    {
        const std::array limits{double(uniform),
                                std::min(sizeOfSpace(), double(m_options.candidates))};
        for (const double& limit : limits) {
            double count = limit;
            std::size_t images = m_screening;
            m_planned += count * double(images);
            while (images < m_evaluator.images) {
                images = next(images);
                const bool found = &limit == &limits[1];
                count = double(kept(std::size_t(count), found));
                count *= found && images < m_evaluator.images ? 2 : 1;
                m_planned += count * double(images);
            }
        }
    }

    /// Few are not halved further: on so few images the best of them are not yet known. The line
    /// has to be beaten, so more of it stays.
    [[nodiscard]] std::size_t kept(std::size_t count, bool found) const
    {
        const std::size_t share = (count + m_options.halving - 1) / m_options.halving;
        return std::min(count, std::max<std::size_t>(found ? 8 : 24, share));
    }

    [[nodiscard]] std::size_t next(std::size_t images) const
    {
        const std::size_t more = images * m_options.halving;
        // A last step that hardly adds images would cost as much as it and tell nothing.
        return more * 3 / 2 >= m_evaluator.images ? m_evaluator.images : more;
    }

    [[nodiscard]] SearchProgress progress(std::size_t configurations, std::size_t images) const
    {
        return {std::min(1.0, m_done / std::max(m_planned, 1.0)), m_phase, configurations, images,
                {}, {}};
    }

    void tell(std::size_t configurations, std::size_t images) const
    {
        if (m_told)
            m_told(progress(configurations, images));
    }

    /// `front` is one of the two; the other stays as it was told.
    void tellFront(std::vector<Candidate>& front, const std::vector<Candidate>& candidates,
                   std::size_t images)
    {
        front = paretoFront(candidates);
        if (!m_told)
            return;
        SearchProgress now = progress(candidates.size(), images);
        now.front = m_foundFront;
        now.uniform = m_lineFront;
        m_told(now);
    }

    /// Where they were `found` as many neighbours of those kept come in before the last round: what
    /// a few images could not see is looked for where the best are.
    std::vector<Candidate> halve(std::vector<Candidate> candidates, bool found)
    {
        for (std::size_t images = m_screening; images < m_evaluator.images;) {
            images = next(images);
            std::vector<Configuration> best;
            for (const Candidate& candidate : bestOf(candidates, kept(candidates.size(), found)))
                best.push_back(candidate.configuration);
            candidates = measure(best, images);
            tellFront(found ? m_foundFront : m_lineFront, candidates, images);
            if (!found || m_wholeSpace || images == m_evaluator.images)
                continue;
            std::set<Configuration> seen(best.begin(), best.end());
            const std::vector<Candidate> parents = bestOf(candidates, best.size());
            std::vector<Configuration> near;
            for (std::size_t tries = 0; near.size() < best.size() && tries < 20 * best.size();
                 ++tries) {
                const Configuration next = child(parents, 16);
                if (fits(next) && seen.insert(next).second)
                    near.push_back(next);
            }
            for (Candidate& candidate : measure(near, images))
                candidates.push_back(std::move(candidate));
            tellFront(m_foundFront, candidates, images);
            m_looked.insert(near.begin(), near.end());
        }
        return candidates;
    }

    std::vector<Configuration> everything()
    {
        std::vector<Configuration> all;
        std::vector<int> row = m_least;
        for (bool more = true; more;) {
            const Configuration configuration = configurationOf(row, m_stages);
            if (fits(configuration))
                all.push_back(configuration);
            more = false;
            for (std::size_t i = 0; i < row.size() && !more; ++i) {
                more = row[i] < m_greatest[i];
                row[i] = more ? row[i] + 1 : m_least[i];
            }
        }
        return all;
    }

    std::vector<Candidate> evolve(const std::vector<Candidate>& line)
    {
        std::set<Configuration> seen;
        std::vector<Configuration> generation;
        const auto add = [&](const Configuration& configuration) {
            if (seen.size() < m_options.candidates && fits(configuration)
                && seen.insert(configuration).second)
                generation.push_back(configuration);
        };
        // Begins with the best of the line, which are known anyhow, and as many by chance.
        for (const Candidate& candidate : bestOf(line, m_options.population / 2))
            add(candidate.configuration);
        for (std::size_t tries = 0; generation.size() < m_options.population
             && seen.size() < m_options.candidates && tries < 20 * m_options.population;
             ++tries)
            add(repaired(anywhere()));
        std::vector<Candidate> all = measure(generation, m_screening);
        tellFront(m_foundFront, all, m_screening);
        while (seen.size() < m_options.candidates) {
            const std::vector<Candidate> parents = bestOf(all, m_options.population);
            generation.clear();
            for (std::size_t tries = 0; generation.size() < m_options.population
                 && seen.size() < m_options.candidates && tries < 20 * m_options.population;
                 ++tries)
                add(child(parents, below(2) == 0 ? 4 : 16));
            if (generation.empty())
                break; // the neighbourhood of the front is known whole
            for (Candidate& candidate : measure(generation, m_screening))
                all.push_back(std::move(candidate));
            tellFront(m_foundFront, all, m_screening);
        }
        return all;
    }

    std::vector<int> anywhere()
    {
        std::vector<int> row = m_least;
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] += int(below(std::size_t(m_greatest[i] - m_least[i] + 1)));
        return row;
    }

    /// Two parents, each the better of two drawn by chance (they are sorted); every stage from one
    /// of them; one or two sizes changed by at most 1 / fineness of their range.
    Configuration child(const std::vector<Candidate>& parents, int fineness)
    {
        const auto drawn = [&] {
            return rowOf(parents[std::min(below(parents.size()), below(parents.size()))]
                             .configuration);
        };
        std::vector<int> row = drawn();
        if (below(2) == 0) {
            const std::vector<int> other = drawn();
            for (std::size_t i = 0; i < row.size(); ++i)
                row[i] = below(2) == 0 ? row[i] : other[i];
        }
        for (std::size_t changes = 1 + below(2); changes > 0; --changes)
            change(row, below(row.size()), fineness);
        const Configuration result = repaired(row);
        return below(2) == 0 ? filled(result) : result;
    }

    void change(std::vector<int>& row, std::size_t i, int fineness)
    {
        const int reach = std::max(1, (m_greatest[i] - m_least[i]) / fineness);
        const int step = 1 + int(below(std::size_t(reach)));
        row[i] = std::clamp(below(2) == 0 ? row[i] - step : row[i] + step, m_least[i],
                            m_greatest[i]);
    }

    /// Made smaller, here and there, until it is within the budget.
    Configuration repaired(std::vector<int> row)
    {
        while (!fits(configurationOf(row, m_stages))) {
            std::vector<std::size_t> larger;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i] > m_least[i])
                    larger.push_back(i);
            }
            if (larger.empty())
                break; // only with costs that are measured, and so uncertain
            const std::size_t i = larger[below(larger.size())];
            row[i] = std::max(m_least[i], row[i] - std::max(1, row[i] / 10));
        }
        return configurationOf(row, m_stages);
    }

    /// Made larger, here and there, as far as the budget goes.
    Configuration filled(const Configuration& configuration)
    {
        std::vector<int> row = rowOf(configuration);
        for (int tries = 0; tries < 8; ++tries) {
            std::vector<int> larger = row;
            const std::size_t i = below(row.size());
            larger[i] = std::min(m_greatest[i], row[i] + std::max(1, row[i] / 10));
            if (fits(configurationOf(larger, m_stages)))
                row = larger;
        }
        return configurationOf(row, m_stages);
    }

    const SearchSpace& m_space;
    const SearchOptions& m_options;
    const Evaluator& m_evaluator;
    SearchRecord& m_record;
    const std::function<void(const SearchProgress&)>& m_told;
    std::mt19937_64 m_random;
    std::size_t m_stages;
    std::vector<int> m_least;
    std::vector<int> m_greatest;
    std::size_t m_screening = 0;
    bool m_wholeSpace = false;
    std::set<Configuration> m_looked;
    std::vector<Candidate> m_foundFront;
    std::vector<Candidate> m_lineFront;
    SearchProgress::Phase m_phase = SearchProgress::Phase::Screening;
    double m_planned = 0;
    double m_done = 0;
};

} // namespace

SearchSpace trainedSpace(const Manifold& manifold)
{
    const Family& family = manifold.family();
    SearchSpace space{manifold.trained.least, manifold.trained.greatest, {}};
    const auto leading = std::size_t(std::ranges::max_element(family.full.widths)
                                     - family.full.widths.begin());
    const int full = family.full.widths[leading];
    const int deepest =
        family.full.depths.empty() ? 1 : *std::ranges::max_element(family.full.depths);
    for (int blocks = 1; blocks <= deepest; ++blocks) {
        std::vector<int> depths;
        for (const int depth : family.full.depths)
            depths.push_back(
                std::clamp(int(std::floor(double(blocks) * depth / deepest + 0.5)), 1, depth));
        for (int width = space.least.widths[leading]; width <= space.greatest.widths[leading];
             ++width) {
            Configuration configuration = uniformWidths(family, double(width) / full, depths);
            if (isTrained(manifold.trained, configuration)
                && std::ranges::find(space.uniform, configuration) == space.uniform.end())
                space.uniform.push_back(std::move(configuration));
        }
    }
    return space;
}

SearchResult searchConfigurations(const SearchSpace& space, const SearchOptions& options,
                                  const Evaluator& evaluator, SearchRecord& record,
                                  const std::function<void(const SearchProgress&)>& told)
{
    if (options.candidates == 0 || options.population < 2 || options.halving < 2
        || options.screening == 0 || evaluator.images == 0)
        throw Error("a search needs at least one candidate, a population of two, a halving by two"
                    " and one image to choose by");
    return Search(space, options, evaluator, record, told).run();
}

std::vector<Candidate> paretoFront(std::vector<Candidate> candidates)
{
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        const double right = a.measurement.accuracy();
        const double other = b.measurement.accuracy();
        if (a.cost != b.cost)
            return a.cost < b.cost;
        return right != other ? right > other : a.configuration < b.configuration;
    });
    std::vector<Candidate> front;
    for (Candidate& candidate : candidates) {
        if (front.empty()
            || candidate.measurement.accuracy() > front.back().measurement.accuracy())
            front.push_back(std::move(candidate));
    }
    return front;
}

} // namespace morphospace
