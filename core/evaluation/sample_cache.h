// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <tuple>

namespace morphospace {

/// Sampled networks by manifold, configuration and options, least recently used dropped first
/// when the weights pass the byte limit. Safe to use from several threads.
class SampleCache {
public:
    explicit SampleCache(std::size_t byteLimit) : m_limit(byteLimit) {}

    /// From the cache, or sampled and kept. Throws as sampleNetwork() does.
    [[nodiscard]] std::shared_ptr<const Network> sample(const Manifold& manifold,
                                                        const Configuration& configuration,
                                                        const SampleOptions& options,
                                                        const std::stop_token& stop = {});
    void setByteLimit(std::size_t bytes);
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t count() const;

private:
    using Key = std::tuple<std::string, const Manifold*, Configuration, int, double, std::uint64_t>;
    struct Entry {
        Key key;
        std::shared_ptr<const Network> network;
        std::size_t bytes;
    };
    void trim();

    mutable std::mutex m_mutex;
    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; // most recently used first
};

} // namespace morphospace
