// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/action.h"

#include <random>

namespace morphospace {

inline ManifoldReference resNetReference()
{
    return {std::string(64, 'a'), "glyphs-resnet.manifold",
            resNet({16, 32, 64}, {3, 3, 3}, 1, 28, 62)};
}

inline ManifoldReference leNetReference()
{
    return {std::string(64, 'b'), "more/mnist-lenet.manifold", leNet(32, 10)};
}

/// Any action; about a third of them are illegal in most states.
inline Action randomAction(std::mt19937_64& random)
{
    const auto between = [&random](int least, int greatest) {
        return least + int(random() % std::uint64_t(greatest - least + 1));
    };
    switch (random() % 15) {
    case 0: return OpenManifold{random() % 2 ? resNetReference() : leNetReference()};
    case 1:
    case 2: return SetWidth{between(-1, 3), between(-1, 140)};
    case 3: return SetDepth{between(-1, 3), between(-1, 4)};
    case 4:
        return SetConfiguration{{{between(1, 33), between(1, 65), between(1, 129)},
                                 {between(1, 3), between(1, 3), between(1, 4)}}};
    case 5: return SetConfiguration{{{between(1, 65)}, {}}};
    case 6: return PinSample{};
    case 7: return UnpinSample{};
    case 8: return SwapPinned{};
    case 9: return SetAveraging{between(-1, maximumAveraging + 2)};
    case 10: return SetWidth{0, between(1, 20)};
    case 11:
    case 12: {
        // Every option there is, and now and then a value that it does not accept.
        const auto& options = sessionOptions();
        const SessionOption& option = options[random() % options.size()];
        const std::size_t value = random() % (option.accepted.size() + 1);
        return SetOption{std::string(option.name), value < option.accepted.size()
                             ? std::string(option.accepted[value])
                             : std::string("purple")};
    }
    case 13:
        return SetPinned{{{between(1, 33), between(1, 65), between(1, 129)},
                          {between(1, 3), between(1, 3), between(1, 4)}}};
    default: return ShowPage{random() % 2 ? "morph" : "accuracy"};
    }
}

} // namespace morphospace
