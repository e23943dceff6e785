// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/letter_reader.h"
#include "core/diffusion/zoo.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

struct ScoreOptions {
    std::size_t components = 200;
    std::vector<std::uint64_t> seeds{1, 2, 3}; ///< of training, noise, inversion and samples
    /// Edits ask for these changes, in sigma of the members, both ways. Models for which one is outside
    /// the calibration's useful range are left out, and an edit that is so for more than half of them.
    std::vector<double> wanted{0.5, 1, 1.5};
    int samples = 60;           ///< a seed
    std::size_t sampleComponents = 100;
    double spread = 0.7;
    std::vector<std::string> given{"a", "ag", "Rag"}; ///< letters that inversions look at
    /// The first seed tries all of these, further seeds the first one.
    std::vector<std::size_t> inversionComponents{200, 50, 400};
    /// Which parts are done: "fit", "edits", "delayed", "inversion", "samples"; empty: all. Edits and
    /// delayed injection start from the fit and bring it with them.
    std::vector<std::string> only;
    int steps = 10;             ///< of DDIM
    double noise = SpecimenOptions{}.noise; ///< deviation of the start noise
    std::function<void(const std::string&)> log;
    std::stop_token stop;
};

/// The names that ScoreOptions::only may hold.
inline constexpr std::array<std::string_view, 5> scoreParts{"fit", "edits", "delayed", "inversion",
                                                            "samples"};

/// Everything the zoo is judged by, on faces whose families it never saw: fit, directions (held-out
/// correlation), edits (how many faces move the right way, how far against what was asked, how
/// far from it one by one, what else moves, legibility before and after, cosine to the original and
/// pixel distance), the same from members ("member ...") and from the average, a random direction as
/// control, inversion against the nearest member and against an adapter trained without
/// the space, by letters given and components,
/// samples (legibility, ink, novelty), delayed injection. Numbers are means over faces and seeds,
/// beside them the standard deviation over seeds. Throws Cancelled.
[[nodiscard]] nlohmann::json scoreZoo(const TypefaceZoo& zoo,
                                      const std::vector<Typeface>& memberFaces,
                                      const std::vector<Typeface>& unseen,
                                      const LetterReader& reader, const ScoreOptions& options);

} // namespace morphospace
