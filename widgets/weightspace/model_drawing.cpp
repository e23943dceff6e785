// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/model_drawing.h"

#include "core/base/error.h"

#include <algorithm>
#include <numeric>

namespace morphospace {
namespace {

constexpr std::size_t piece = 13;   // letters drawn between two looks at the stop token

} // namespace

Matrix oneRow(std::span<const float> values)
{
    Matrix matrix(1, values.size());
    std::copy(values.begin(), values.end(), matrix.values.begin());
    return matrix;
}

std::vector<int> placesFrom(int first, int count)
{
    std::vector<int> list(std::size_t(count), 0);
    std::iota(list.begin(), list.end(), first);
    return list;
}

std::vector<std::uint8_t> drawSome(const TypefaceZoo& zoo, const Matrix& model,
                                   const Matrix& before, int from, std::uint64_t seed, int steps,
                                   const std::vector<int>& letters)
{
    SpecimenOptions options;
    options.steps = steps;
    options.seed = seed;
    options.letters = letters;
    options.from = from;
    return zoo.draw(model, options, from < 1000 ? before : Matrix());
}

std::vector<std::uint8_t> drawAll(const TypefaceZoo& zoo, const Matrix& model, const Matrix& before,
                                  int from, std::uint64_t seed, int steps, JobContext& context)
{
    std::vector<std::uint8_t> pixels;
    for (int first = 0; first < letterCount; first += int(piece)) {
        context.checkpoint();
        const auto some = drawSome(zoo, model, before, from, seed, steps,
                                   placesFrom(first, std::min(int(piece), letterCount - first)));
        pixels.insert(pixels.end(), some.begin(), some.end());
    }
    return pixels;
}

void putLetters(DrawnLetters& into, const std::vector<int>& letters,
                const std::vector<std::uint8_t>& pixels)
{
    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::copy_n(pixels.begin() + std::ptrdiff_t(i * glyphImageBytes), glyphImageBytes,
                    into.pixels.begin()
                        + std::ptrdiff_t(std::size_t(letters[i]) * glyphImageBytes));
    }
}

double shareRight(const std::vector<int>& readAs)
{
    int right = 0;
    for (std::size_t i = 0; i < readAs.size(); ++i) {
        right += readAs[i] == int(i) ? 1 : 0;
    }
    return readAs.empty() ? 0 : double(right) / double(readAs.size());
}

std::optional<StillDrawings::Entry> StillDrawings::find(const std::string& zoo,
                                                        const ZooPlace& place, std::uint64_t seed,
                                                        bool coarse)
{
    const std::lock_guard lock(m_mutex);
    for (const Entry& entry : m_entries) {
        if (entry.coarse == coarse && entry.seed == seed && entry.zoo == zoo
            && entry.place == place) {
            return entry;
        }
    }
    return std::nullopt;
}

void StillDrawings::add(Entry entry)
{
    constexpr std::size_t kept = 16;
    const std::lock_guard lock(m_mutex);
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > kept) {
        m_entries.erase(m_entries.begin());
    }
}

LetterReader StillDrawings::readerOfLetters()
{
    const std::lock_guard lock(m_mutex);
    if (!m_reader) {
        try {
            m_reader = readLetterReader();
        } catch (const Error&) {
            m_reader = LetterReader();
        }
    }
    return *m_reader;
}

} // namespace morphospace
