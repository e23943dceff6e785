// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <utility>

namespace morphospace {

/// Keeps the values used last, up to a number of bytes. A value larger than that is not kept.
template<typename Key, typename Value>
class ByteCache {
public:
    explicit ByteCache(std::size_t limit) : m_limit(limit) {}

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_index.size(); }
    [[nodiscard]] std::size_t limit() const { return m_limit; }

    void setLimit(std::size_t limit)
    {
        m_limit = limit;
        shrink();
    }

    /// Null where it is not kept. The pointer holds until the next change.
    const Value* find(const Key& key)
    {
        const auto found = m_index.find(key);
        if (found == m_index.end()) {
            return nullptr;
        }
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        return &found->second->value;
    }

    void insert(const Key& key, Value value, std::size_t bytes)
    {
        const auto found = m_index.find(key);
        if (found != m_index.end()) {
            m_bytes -= found->second->bytes;
            m_entries.erase(found->second);
            m_index.erase(found);
        }
        m_entries.push_front({key, std::move(value), bytes});
        m_index[key] = m_entries.begin();
        m_bytes += bytes;
        shrink();
    }

private:
    struct Entry {
        Key key;
        Value value;
        std::size_t bytes = 0;
    };

    void shrink()
    {
        while (m_bytes > m_limit && !m_entries.empty()) {
            m_bytes -= m_entries.back().bytes;
            m_index.erase(m_entries.back().key);
            m_entries.pop_back();
        }
    }

    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries;
    std::map<Key, typename std::list<Entry>::iterator> m_index;
};

} // namespace morphospace
