// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/budget.h"
#include "core/manifold/manifold.h"

#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace morphospace {

/// Where a search looks: every width and depth from `least` to `greatest`, both included.
struct SearchSpace {
    Configuration least;
    Configuration greatest;
    /// The line that the search is compared with: all stages at one fraction of their full width,
    /// blocks of all stages alike.
    std::vector<Configuration> uniform;
};

/// The trained range of a manifold, with every uniform configuration in it.
[[nodiscard]] SearchSpace trainedSpace(const Manifold& manifold);

/// How a search learns what a configuration costs and how accurate it is. Both may throw Cancelled.
struct Evaluator {
    std::function<double(const Configuration&)> cost;
    /// Accuracy on the first `count` of the images to choose by, in measuringOrder().
    std::function<Measurement(const Configuration&, std::size_t count)> accuracy;
    std::size_t images = 0;   ///< how many there are
};

/// All that a search has learnt. One that is begun again with the same options and this record does
/// what it did and goes on where it was ended.
struct SearchRecord {
    std::map<std::pair<Configuration, std::size_t>, Measurement> measured;   ///< by images asked for
    std::map<Configuration, double> costs;
};

struct SearchOptions {
    Budget budget;                  ///< in the unit of Evaluator::cost
    std::size_t candidates = 480;   ///< configurations measured on the first few images
    std::size_t screening = 496;    ///< that many images
    std::size_t population = 48;    ///< configurations of a generation
    std::size_t halving = 4;        ///< a round keeps one in so many, on so many times the images
    std::uint64_t seed = 1;
};

struct Candidate {
    Configuration configuration;
    double cost = 0;
    Measurement measurement;   ///< on the images to choose by
};

struct SearchProgress {
    double fraction = 0;
    enum class Phase { Screening, Halving } phase = Phase::Screening;
    std::size_t configurations = 0;   ///< measured in this phase
    std::size_t images = 0;           ///< for each of them
    /// Fronts of what was found and of the uniform line, each of those measured on most images until
    /// now; told once whenever one of them is new, and both empty otherwise.
    std::vector<Candidate> front;
    std::vector<Candidate> uniform;
};

struct SearchResult {
    /// Measured on all images, ascending in cost: no other is as accurate and as cheap. The last
    /// is the most accurate, the one to take.
    std::vector<Candidate> front;
    std::vector<Candidate> uniform;   ///< the same among uniform configurations, found the same way
    std::size_t screened = 0;         ///< different configurations looked at
    std::size_t finalists = 0;        ///< measured on all images
};

/// Searches for the most accurate configurations of every cost up to the limit: NSGA-II (Deb et al.
/// 2002) over widths and depths on a few images, whose best are kept by successive halving (Jamieson
/// and Talwalkar 2016) until those left are measured on all. A space of at most
/// `candidates` configurations is looked at whole. The same for the same arguments; nothing over
/// the limit is ever measured. Throws Error where not even the least configuration is within it.
[[nodiscard]] SearchResult
searchConfigurations(const SearchSpace& space, const SearchOptions& options,
                     const Evaluator& evaluator, SearchRecord& record,
                     const std::function<void(const SearchProgress&)>& told = {});

/// Those that no other is as accurate and as cheap as, ascending in cost; of equals one is kept.
[[nodiscard]] std::vector<Candidate> paretoFront(std::vector<Candidate> candidates);

} // namespace morphospace
