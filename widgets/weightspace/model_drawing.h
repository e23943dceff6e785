// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/letter_picture.h"
#include "widgets/weightspace/weight_space_model.h"

#include <mutex>

namespace morphospace {

// Letters of a model, as the jobs of the Weight space page draw them: all of them in pieces, between
// which a job can be stopped.

[[nodiscard]] Matrix oneRow(std::span<const float> values);
/// So many places from `first` on.
[[nodiscard]] std::vector<int> placesFrom(int first, int count);
/// `before`: the model that pushes begin at after the denoiser's step `from`, where that is not the
/// first one.
[[nodiscard]] std::vector<std::uint8_t> drawSome(const TypefaceZoo& zoo, const Matrix& model,
                                                 const Matrix& before, int from, std::uint64_t seed,
                                                 int steps, const std::vector<int>& letters);
/// All 52, piece by piece, so that a newer request waits for one piece alone.
[[nodiscard]] std::vector<std::uint8_t> drawAll(const TypefaceZoo& zoo, const Matrix& model,
                                                const Matrix& before, int from, std::uint64_t seed,
                                                int steps, JobContext& context);
/// Puts the pictures of these letters where they belong among all 52.
void putLetters(DrawnLetters& into, const std::vector<int>& letters,
                const std::vector<std::uint8_t>& pixels);
/// Of letters that are read as what they are.
[[nodiscard]] double shareRight(const std::vector<int>& readAs);

/// What models draw without pushes, so that a drag draws it once, and the reader of letters, which
/// takes a moment to make. Jobs share it.
class StillDrawings {
public:
    struct Entry {
        std::string zoo;
        ZooPlace place;
        std::uint64_t seed = 1;
        bool coarse = true;
        TypefaceMeasures measures{};
        std::optional<double> legibility;
    };
    [[nodiscard]] std::optional<Entry> find(const std::string& zoo, const ZooPlace& place,
                                            std::uint64_t seed, bool coarse);
    void add(Entry entry);
    /// The bundled one; an empty function where it cannot be read.
    [[nodiscard]] LetterReader readerOfLetters();

private:
    std::mutex m_mutex;
    std::vector<Entry> m_entries;         ///< newest last, a few
    std::optional<LetterReader> m_reader; ///< empty function: there is none
};

} // namespace morphospace
