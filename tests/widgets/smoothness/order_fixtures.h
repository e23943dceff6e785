// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/order_results.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace morphospace {

inline Measurement orderPoint(int width, std::int64_t correct)
{
    Measurement m;
    m.configuration = {{width}, {}};
    m.images = 1000;
    m.correct = correct;
    return m;
}

inline OrderRun orderRun(OrderKind order, std::uint64_t seed, std::int64_t narrow, std::int64_t wide)
{
    return {"lenet", "grid", order, seed, 1, {orderPoint(16, narrow), orderPoint(32, wide)}};
}

/// Three seeds of two orders, a fourth of one of them only, and another method of one seed.
inline OrderResults madeOrders()
{
    OrderResults results;
    results.settings = "{}";
    results.runs = {orderRun(OrderKind::Random, 1, 800, 900), orderRun(OrderKind::Random, 2, 810, 900),
                    orderRun(OrderKind::Random, 3, 820, 900), orderRun(OrderKind::Random, 4, 0, 0),
                    orderRun(OrderKind::Path, 1, 811, 904),   orderRun(OrderKind::Path, 2, 822, 904),
                    orderRun(OrderKind::Path, 3, 836, 904)};
    OrderRun other = orderRun(OrderKind::Path, 1, 500, 600);
    other.method = "slice";
    results.runs.push_back(other);
    return results;
}

/// Resources with an experiment of their own.
class Elsewhere {
public:
    explicit Elsewhere(const std::string& text)
    {
        const std::filesystem::path root(m_folder.path().toStdU16String());
        std::filesystem::create_directories(root / "glyphs");
        std::filesystem::create_directories(root / "experiments");
        std::ofstream(root / "experiments" / "channel-order.json") << text;
        qputenv("MORPHOSPACE_RESOURCES", m_folder.path().toUtf8());
    }
    ~Elsewhere() { qputenv("MORPHOSPACE_RESOURCES", m_before); }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;

private:
    QByteArray m_before = qgetenv("MORPHOSPACE_RESOURCES");
    QTemporaryDir m_folder;
};

} // namespace morphospace
