// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/budget.h"
#include "core/evaluation/paired.h"
#include "core/evaluation/search.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace morphospace {

/// What a manifold's configurations cost and how accurate they are on `images`, which are to choose
/// by: never the test images. Throws Error where the images do not fit.
[[nodiscard]] Evaluator manifoldEvaluator(std::shared_ptr<const Manifold> manifold,
                                          std::shared_ptr<const ImageSet> images, Cost cost,
                                          const SampleOptions& sample, std::stop_token stop = {});

/// A configuration that was chosen on some images and measured on others.
struct Tested {
    Candidate chosen;
    Measurement test;
};

/// What a search found, measured once on images that nothing was chosen by.
struct SearchReport {
    std::string manifold;   ///< its hash
    SearchOptions options;
    SampleOptions sample;
    std::size_t screened = 0;
    std::size_t finalists = 0;
    std::vector<Tested> front;     ///< as in SearchResult
    std::vector<Tested> uniform;
    /// The last of the front (B) against the last of the uniform ones (A), on the same test images;
    /// nothing where no uniform configuration is within the budget, or both are one configuration.
    std::optional<PairedComparison> compared;

    /// Whether the most accurate of the front is more accurate than the most accurate uniform one
    /// by more than the 95 % interval of the difference.
    [[nodiscard]] bool beatsUniform() const { return compared && compared->interval.low > 0; }
};

/// Measures a result on the test images. `told` gets how far it is, 0 to 1.
[[nodiscard]] SearchReport testSearch(const Manifold& manifold, const SearchResult& result,
                                      const SearchOptions& options, const SampleOptions& sample,
                                      const std::shared_ptr<const ImageSet>& test,
                                      const std::stop_token& stop = {},
                                      const std::function<void(double)>& told = {});

[[nodiscard]] nlohmann::json toJson(const PairedComparison& comparison);
[[nodiscard]] nlohmann::json toJson(const SearchReport& report);

/// What a record of a search is only good for.
struct SearchSubject {
    std::string manifold;        ///< hash
    std::string dataset;         ///< hash of the images to choose by
    Cost cost = Cost::Macs;
    SampleOptions sample;
};
[[nodiscard]] nlohmann::json toJson(const SearchRecord& record, const SearchSubject& subject);
/// Throws Error where the record is damaged or about something else; says what.
[[nodiscard]] SearchRecord searchRecordFromJson(const nlohmann::json& json,
                                                const SearchSubject& subject);

} // namespace morphospace
