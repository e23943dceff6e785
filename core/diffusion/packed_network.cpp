// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/packed_network.h"

#include "core/diffusion/row_kernels.h"

#include <c10/util/Half.h>

#include <omp.h>

#include <algorithm>

namespace morphospace {

namespace {

/// A chunk of the work has at most so many members. Letters are shared out among threads only where
/// there are fewer such chunks than threads: each chunk reads all weights, and memory is slower than
/// arithmetic.
constexpr int chunkModels = 8;
constexpr int leastRows = 6;
/// Gradients are summed over so many letters at a time, then over these sums, so that they are the
/// same however the letters were shared out.
constexpr int sumRows = 13;

int padded(int count)
{
    return (count + panelWidth - 1) / panelWidth * panelWidth;
}

/// Where an output stands in a padded row.
int placeOf(const PackedMap& map, int output)
{
    return output < map.half ? output : padded(map.half) + output - map.half;
}

struct Chunk {
    int firstModel = 0;
    int models = 0;
    int firstRow = 0;
    int rows = 0;
};

/// `grain`: letters are shared out in whole multiples of so many.
std::vector<Chunk> chunksOf(int models, int rows, int threads, int grain)
{
    std::vector<Chunk> chunks;
    const int groups = (models + chunkModels - 1) / chunkModels;
    const int grains = (rows + grain - 1) / grain;
    const int wanted = (std::max(1, threads) + groups - 1) / groups;
    const int parts = std::clamp(wanted, 1, std::max(1, grains));
    for (int group = 0; group < groups; ++group) {
        const int model = models * group / groups;
        for (int part = 0; part < parts; ++part) {
            const int first = grains * part / parts * grain;
            const int end = std::min(rows, grains * (part + 1) / parts * grain);
            chunks.push_back({model, models * (group + 1) / groups - model, first, end - first});
        }
    }
    return chunks;
}

/// A chunk's members: their numbers, padded as the kernels want them.
class Changes {
public:
    void take(const PackedNetwork& network, const PackedMembers& members, const Chunk& chunk)
    {
        m_any = members.values != nullptr;
        m_maps.resize(network.maps.size());
        for (std::size_t i = 0; i < m_maps.size() && m_any; ++i) {
            const PackedMap& map = network.maps[i];
            OfMap& own = m_maps[i];
            const bool shared = members.a.empty();
            own.width = map.width;
            own.in = padded(map.in);
            own.b.assign(std::size_t(chunk.models) * std::size_t(own.width), 0.0F);
            own.a.assign(std::size_t(shared ? 1 : chunk.models) * std::size_t(own.in), 0.0F);
            own.strideA = shared ? 0 : own.in;
            if (shared)
                std::copy_n(members.sharedA[i], map.in, own.a.begin());
            for (int m = 0; m < chunk.models; ++m) {
                const float* row = members.values + (chunk.firstModel + m) * members.size;
                const float* from = row + members.b[i];
                float* to = own.b.data() + m * own.width;
                std::copy_n(from, map.half, to);
                std::copy_n(from + map.half, map.out - map.half, to + padded(map.half));
                if (!shared)
                    std::copy_n(row + members.a[i], map.in, own.a.data() + m * own.in);
            }
        }
    }
    [[nodiscard]] bool any() const { return m_any; }
    [[nodiscard]] const float* a(std::size_t map, int model) const
    {
        return m_maps[map].a.data() + model * m_maps[map].strideA;
    }
    [[nodiscard]] const float* b(std::size_t map, int model) const
    {
        return m_maps[map].b.data() + model * m_maps[map].width;
    }

private:
    struct OfMap {
        int width = 0;
        int in = 0;
        int strideA = 0;
        std::vector<float> a;
        std::vector<float> b;
    };
    bool m_any = false;
    std::vector<OfMap> m_maps;
};

/// A row a letter of a member; what fills a row up is 0 and stays so.
struct Rows {
    int width = 0;
    std::vector<float> values;

    void resize(int count, int columns)
    {
        width = padded(columns);
        values.assign(std::size_t(count) * std::size_t(width), 0.0F);
    }
    [[nodiscard]] float* row(int i) { return values.data() + std::ptrdiff_t(i) * width; }
    [[nodiscard]] const float* row(int i) const { return values.data() + std::ptrdiff_t(i) * width; }
};

/// One chunk on its way through the network, forward and back.
class Pass {
public:
    Pass(const PackedNetwork& network, const RowKernels& kernels)
        : m_network(network), m_kernels(kernels)
    {
    }

    /// `keep`: everything that the way back needs.
    void begin(const Chunk& chunk, bool keep)
    {
        if (m_models == chunk.models && m_rows == chunk.rows && m_keep == keep)
            return;
        m_models = chunk.models;
        m_rows = chunk.rows;
        m_keep = keep;
        const int n = count();
        const std::size_t modulations = std::size_t(m_network.blocks) + 1;
        const std::size_t slots = keep ? modulations : 1;
        m_input.resize(n, m_network.pixels);
        m_output.resize(n, m_network.pixels);
        m_state.resize(n, m_network.hidden);
        m_condition.resize(m_rows, m_network.condition);
        m_baseFilm.resize(modulations);
        for (Rows& film : m_baseFilm)
            film.resize(m_rows, 2 * padded(m_network.hidden));
        m_slots.resize(slots);
        for (Slot& slot : m_slots) {
            slot.film.resize(n, 2 * padded(m_network.hidden));
            for (Rows* rows : {&slot.normal, &slot.modulated, &slot.before, &slot.inner})
                rows->resize(n, m_network.hidden);
            slot.factors.assign(std::size_t(n), 0.0F);
        }
        m_along.resize(m_network.maps.size());
        for (auto& along : m_along)
            along.assign(std::size_t(n), 0.0F);
        if (keep) {
            for (Rows* rows : {&m_ofState, &m_ofInner, &m_ofModulated, &m_ofNormal})
                rows->resize(n, m_network.hidden);
            m_ofFilm.resize(n, 2 * padded(m_network.hidden));
        }
    }
    [[nodiscard]] int count() const { return m_models * m_rows; }
    [[nodiscard]] float* input(int i) { return m_input.row(i); }
    [[nodiscard]] float* output(int i) { return m_output.row(i); }

    /// [rows, condition] of the chunk's letters: what the base says to all members.
    void conditionOn(const float* condition)
    {
        for (int r = 0; r < m_rows; ++r)
            std::copy_n(condition + std::ptrdiff_t(r) * m_network.condition, m_network.condition,
                        m_condition.row(r));
        for (std::size_t i = 0; i < m_baseFilm.size(); ++i) {
            const PackedMap& map = m_network.maps[1 + i];
            Rows& film = m_baseFilm[i];
            for (int r = 0; r < m_rows; ++r)
                std::copy(map.bias.begin(), map.bias.end(), film.row(r));
            multiply(map, m_condition, m_rows, film);
        }
    }

    void forward(const Changes& changes)
    {
        const auto blocks = std::size_t(m_network.blocks);
        linear(0, changes, m_input, m_state);
        for (std::size_t i = 0; i < blocks; ++i) {
            Slot& slot = modulate(i, changes);
            linear(2 + blocks + i, changes, slot.modulated, slot.before);
            for (int n = 0; n < count(); ++n)
                m_kernels.silu(slot.before.row(n), slot.inner.row(n), slot.inner.width);
            addLinear(2 + 2 * blocks + i, changes, slot.inner, m_state);
        }
        linear(2 + 3 * blocks, changes, modulate(blocks, changes).modulated, m_output);
    }

    /// From the gradient of the output, which stands in its place, to those of the members' numbers,
    /// which are added to `gradient`: [parts, models, size], a part for every sumRows letters.
    void backward(const Changes& changes, const PackedMembers& members, float* gradient)
    {
        const auto blocks = std::size_t(m_network.blocks);
        const Target target{members, gradient};
        std::fill(m_ofState.values.begin(), m_ofState.values.end(), 0.0F);
        linearBack(2 + 3 * blocks, changes, m_slots[blocks].modulated, m_output, target,
                   &m_ofModulated);
        modulateBack(blocks, changes, target);
        for (std::size_t i = blocks; i-- > 0;) {
            Slot& slot = m_slots[i];
            linearBack(2 + 2 * blocks + i, changes, slot.inner, m_ofState, target, &m_ofInner);
            for (int n = 0; n < count(); ++n)
                m_kernels.siluBack(slot.before.row(n), m_ofInner.row(n), m_ofInner.row(n),
                                   m_ofInner.width);
            linearBack(2 + blocks + i, changes, slot.modulated, m_ofInner, target, &m_ofModulated);
            modulateBack(i, changes, target);
        }
        linearBack(0, changes, m_input, m_ofState, target, nullptr);
    }

private:
    struct Slot {
        Rows film;      // scale, then shift, of each row
        Rows normal;    // the normalised state
        Rows modulated;
        Rows before;    // what silu() is taken of
        Rows inner;
        std::vector<float> factors; // of the normalisation
    };
    struct Target {
        const PackedMembers& members;
        float* gradient;
    };

    void multiply(const Rows& x, int n, const Panels& panels, int k, int width, Rows& y) const
    {
        if (panels.halves.empty())
            m_kernels.product(x.values.data(), x.width, n, panels.floats.data(), k, width,
                              y.values.data(), y.width);
        else
            m_kernels.productOfHalves(x.values.data(), x.width, n, panels.halves.data(), k, width,
                                      y.values.data(), y.width);
    }
    void multiply(const PackedMap& map, const Rows& x, int n, Rows& y) const
    {
        multiply(x, n, map.forward, map.in, map.width, y);
    }
    /// y += x W^T + bias + (a . x) b.
    void addLinear(std::size_t i, const Changes& changes, const Rows& x, Rows& y)
    {
        const PackedMap& map = m_network.maps[i];
        for (int n = 0; n < count(); ++n) {
            m_kernels.combine(y.row(n), 1, map.bias.data(), y.row(n), map.width);
            if (!changes.any())
                continue;
            const float along = m_kernels.dot(changes.a(i, n / m_rows), x.row(n), x.width);
            m_along[i][std::size_t(n)] = along;
            m_kernels.combine(y.row(n), along, changes.b(i, n / m_rows), y.row(n), map.width);
        }
        multiply(map, x, count(), y);
    }
    void linear(std::size_t i, const Changes& changes, const Rows& x, Rows& y)
    {
        std::fill(y.values.begin(), y.values.end(), 0.0F);
        addLinear(i, changes, x, y);
    }
    Slot& modulate(std::size_t i, const Changes& changes)
    {
        Slot& slot = m_slots[m_keep ? i : 0];
        const std::size_t film = 1 + i;
        const int half = padded(m_network.hidden);
        for (int n = 0; n < count(); ++n) {
            const int model = n / m_rows;
            const float* base = m_baseFilm[i].row(n % m_rows);
            const float* all = base;
            if (changes.any()) {
                const float along = m_kernels.dot(changes.a(film, model),
                                                  m_condition.row(n % m_rows), m_condition.width);
                m_along[film][std::size_t(n)] = along;
                m_kernels.combine(base, along, changes.b(film, model), slot.film.row(n), 2 * half);
                all = slot.film.row(n);
            }
            slot.factors[std::size_t(n)] =
                m_kernels.normalise(m_state.row(n), slot.normal.row(n), m_network.hidden, half);
            m_kernels.modulate(slot.normal.row(n), all, all + half, slot.modulated.row(n), half);
        }
        return slot;
    }

    /// Adds to the gradients of b, and of a where it is the member's own, of a map whose output's
    /// gradient is given; returns the gradient of a . x.
    float rankOneBack(std::size_t i, const Changes& changes, const float* x, int n,
                      const float* ofOutput, const Target& target) const
    {
        const PackedMap& map = m_network.maps[i];
        const int model = n / m_rows;
        float* row = target.gradient
            + (std::ptrdiff_t(n % m_rows / sumRows) * m_models + model) * target.members.size;
        const float along = m_along[i][std::size_t(n)];
        float* b = row + target.members.b[i];
        for (int o = 0; o < map.half; ++o)
            b[o] += along * ofOutput[o];
        const float* behind = ofOutput + padded(map.half);
        for (int o = map.half; o < map.out; ++o)
            b[o] += along * behind[o - map.half];
        const float ofAlong = m_kernels.dot(changes.b(i, model), ofOutput, map.width);
        if (!target.members.a.empty()) {
            float* a = row + target.members.a[i];
            for (int k = 0; k < map.in; ++k)
                a[k] += ofAlong * x[k];
        }
        return ofAlong;
    }
    void linearBack(std::size_t i, const Changes& changes, const Rows& x, const Rows& ofOutput,
                    const Target& target, Rows* ofInput) const
    {
        const PackedMap& map = m_network.maps[i];
        for (int n = 0; n < count(); ++n) {
            const float ofAlong =
                rankOneBack(i, changes, x.row(n), n, ofOutput.row(n), target);
            if (!ofInput)
                continue;
            std::fill_n(ofInput->row(n), ofInput->width, 0.0F);
            m_kernels.combine(ofInput->row(n), ofAlong, changes.a(i, n / m_rows), ofInput->row(n),
                              ofInput->width);
        }
        if (ofInput)
            multiply(ofOutput, count(), map.backward, map.out, ofInput->width, *ofInput);
    }
    /// From m_ofModulated; adds to m_ofState.
    void modulateBack(std::size_t i, const Changes& changes, const Target& target)
    {
        const Slot& slot = m_slots[i];
        const int half = padded(m_network.hidden);
        for (int n = 0; n < count(); ++n) {
            float* film = m_ofFilm.row(n);
            m_kernels.modulateBack(slot.normal.row(n), slot.film.row(n), m_ofModulated.row(n), film,
                                   m_ofNormal.row(n), half);
            std::copy_n(m_ofModulated.row(n), half, film + half);
            rankOneBack(1 + i, changes, m_condition.row(n % m_rows), n, film, target);
            m_kernels.normaliseBack(slot.normal.row(n), slot.factors[std::size_t(n)],
                                    m_ofNormal.row(n), m_ofState.row(n), m_network.hidden, half);
        }
    }

    const PackedNetwork& m_network;
    const RowKernels& m_kernels;
    int m_models = 0;
    int m_rows = 0;
    bool m_keep = false;
    Rows m_input, m_output, m_state, m_condition;
    std::vector<Rows> m_baseFilm;
    std::vector<Slot> m_slots;
    std::vector<std::vector<float>> m_along; // a . x of each map and row
    Rows m_ofState, m_ofInner, m_ofModulated, m_ofNormal, m_ofFilm;
};

Panels panelsOf(std::span<const float> values, int rows, int columns, int half, bool transposed,
                bool halves)
{
    // `rows` outputs of `columns` inputs each; transposed: values is [columns, rows].
    const int width = padded(half) + padded(rows - half);
    Panels panels;
    panels.floats.assign(std::size_t(width) * std::size_t(columns), 0.0F);
    for (int r = 0; r < rows; ++r) {
        const int place = r < half ? r : padded(half) + r - half;
        float* panel = panels.floats.data()
            + std::ptrdiff_t(place / panelWidth) * columns * panelWidth + place % panelWidth;
        for (int c = 0; c < columns; ++c)
            panel[std::ptrdiff_t(c) * panelWidth] =
                values[transposed ? std::size_t(c) * std::size_t(rows) + std::size_t(r)
                                  : std::size_t(r) * std::size_t(columns) + std::size_t(c)];
    }
    const auto isHalf = [](float value) { return float(c10::Half(value)) == value; };
    if (halves && std::ranges::all_of(panels.floats, isHalf)) {
        panels.halves.reserve(panels.floats.size());
        for (const float value : panels.floats)
            panels.halves.push_back(c10::Half(value).x);
        panels.floats = {};
    }
    return panels;
}

} // namespace

void PackedNetwork::add(std::span<const float> weights, std::span<const float> biases, int in,
                        int out, bool film, bool gradient, bool halves)
{
    PackedMap map;
    map.in = in;
    map.out = out;
    map.half = film ? out / 2 : out;
    map.width = padded(map.half) + padded(out - map.half);
    map.forward = panelsOf(weights, out, in, map.half, false, halves);
    if (gradient)
        map.backward = panelsOf(weights, in, out, in, true, halves);
    map.bias.assign(std::size_t(map.width), 0.0F);
    for (int o = 0; o < out; ++o)
        map.bias[std::size_t(placeOf(map, o))] = biases[std::size_t(o)];
    maps.push_back(std::move(map));
}

void drawPacked(const PackedNetwork& network, const PackedDrawing& drawing, float* letters,
                int threads, const RowKernels& kernels)
{
    const std::vector<Chunk> chunks = chunksOf(drawing.models, drawing.rows, threads, leastRows);
    const int teams = std::clamp(threads, 1, int(std::max<std::size_t>(1, chunks.size())));
    const int pixels = network.pixels;
#pragma omp parallel num_threads(teams) if (teams > 1)
    {
        Pass pass(network, kernels);
        Changes members;
        Changes before;
#pragma omp for schedule(dynamic, 1)
        for (std::size_t c = 0; c < chunks.size(); ++c) {
            const Chunk& chunk = chunks[c];
            pass.begin(chunk, false);
            members.take(network, drawing.members, chunk);
            before.take(network, drawing.before, chunk);
            for (int n = 0; n < pass.count(); ++n)
                std::copy_n(drawing.noise
                                + std::ptrdiff_t(chunk.firstRow + n % chunk.rows) * pixels,
                            pixels, pass.input(n));
            for (std::size_t k = 0; k < drawing.steps.size(); ++k) {
                const PackedStep& step = drawing.steps[k];
                pass.conditionOn(drawing.condition
                                 + (std::ptrdiff_t(k) * drawing.rows + chunk.firstRow)
                                     * network.condition);
                pass.forward(step.before ? before : members);
                for (int n = 0; n < pass.count(); ++n)
                    kernels.ddim(pass.output(n), pass.input(n), step.ofClean, step.ofNoisy, pixels);
            }
            for (int n = 0; n < pass.count(); ++n)
                std::copy_n(pass.output(n), pixels,
                            letters
                                + (std::ptrdiff_t(chunk.firstModel + n / chunk.rows) * drawing.rows
                                   + chunk.firstRow + n % chunk.rows)
                                    * pixels);
        }
    }
}

double gradientPacked(const PackedNetwork& network, const PackedBatch& batch, float* gradient,
                      int threads, const RowKernels& kernels)
{
    const std::vector<Chunk> chunks = chunksOf(batch.models, batch.rows, threads, sumRows);
    const int teams = std::clamp(threads, 1, int(std::max<std::size_t>(1, chunks.size())));
    const std::int64_t size = batch.members.size;
    const int pixels = network.pixels;
    std::vector<std::vector<float>> gradients(chunks.size());
    std::vector<std::vector<double>> losses(chunks.size());
    const auto partsOf = [](const Chunk& chunk) { return (chunk.rows + sumRows - 1) / sumRows; };
#pragma omp parallel num_threads(teams) if (teams > 1)
    {
        Pass pass(network, kernels);
        Changes members;
#pragma omp for schedule(dynamic, 1)
        for (std::size_t c = 0; c < chunks.size(); ++c) {
            const Chunk& chunk = chunks[c];
            pass.begin(chunk, true);
            members.take(network, batch.members, chunk);
            const auto at = [&](int n) {
                return (std::ptrdiff_t(chunk.firstModel + n / chunk.rows) * batch.rows
                        + chunk.firstRow + n % chunk.rows)
                    * pixels;
            };
            for (int n = 0; n < pass.count(); ++n)
                std::copy_n(batch.noisy + at(n), pixels, pass.input(n));
            pass.conditionOn(batch.condition
                             + std::ptrdiff_t(chunk.firstRow) * network.condition);
            pass.forward(members);
            losses[c].assign(std::size_t(pass.count()), 0.0);
            for (int n = 0; n < pass.count(); ++n) {
                const float weight = batch.weights[chunk.firstRow + n % chunk.rows]
                    / (float(batch.rows) * float(pixels));
                const float* truth = batch.clean + at(n);
                float* predicted = pass.output(n);
                double squares = 0;
                for (int i = 0; i < pixels; ++i) {
                    const float apart = predicted[i] - truth[i];
                    squares += double(apart) * apart;
                    predicted[i] = 2 * weight * apart;
                }
                losses[c][std::size_t(n)] = double(weight) * squares;
            }
            gradients[c].assign(
                std::size_t(partsOf(chunk)) * std::size_t(chunk.models) * std::size_t(size), 0.0F);
            pass.backward(members, batch.members, gradients[c].data());
        }
    }
    std::fill_n(gradient, std::ptrdiff_t(batch.models) * size, 0.0F);
    double loss = 0;
    for (std::size_t c = 0; c < chunks.size(); ++c) { // in one order, whoever was done first
        for (const double one : losses[c])
            loss += one;
        float* to = gradient + std::ptrdiff_t(chunks[c].firstModel) * size;
        const std::int64_t numbers = chunks[c].models * size;
        for (int part = 0; part < partsOf(chunks[c]); ++part) {
            const float* from = gradients[c].data() + part * numbers;
            for (std::int64_t i = 0; i < numbers; ++i)
                to[i] += from[i];
        }
    }
    return loss;
}

} // namespace morphospace
