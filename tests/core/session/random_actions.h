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

inline ZooReference zooReference()
{
    return {std::string(64, 'c'), "typefaces.zoo", 12, 5, {"stroke", "slant"}};
}

/// Any action on a zoo; about a third of them are illegal in most states.
inline Action randomZooAction(std::mt19937_64& random)
{
    const auto between = [&random](int least, int greatest) {
        return least + int(random() % std::uint64_t(greatest - least + 1));
    };
    const auto name = [&]() -> std::string {
        static const char* const names[] = {"stroke", "slant", "mine", "yours", "width"};
        return names[random() % 5];
    };
    const auto members = [&] {
        std::vector<int> list;
        for (int i = between(0, 4); i > 0; --i)
            list.push_back(between(0, 12));
        return list;
    };
    const auto place = [&] {
        ZooPlace at;
        at.kind = ZooPlaceKind(random() % 5);
        if (at.kind == ZooPlaceKind::Member || at.kind == ZooPlaceKind::Path)
            at.member = between(-1, 12);
        if (at.kind == ZooPlaceKind::Path) {
            at.other = between(0, 11);
            at.share = between(-1, 11) / 10.0;
            at.otherName = "Gr\u00fcn";
        }
        if (at.kind == ZooPlaceKind::Sample) {
            at.seed = random();
            at.spread = between(0, 110) / 10.0;
            at.components = between(0, 6);
            at.sampling = random() % 4 ? "bounded" : "dice";
        }
        if (at.kind == ZooPlaceKind::Found) {
            for (int i = between(0, 6); i > 0; --i)
                at.coefficients.push_back(float(double(random()) * 1e-18 - 5));
            at.name = "Rag";
        }
        return at;
    };
    switch (random() % 16) {
    case 0: return OpenZoo{zooReference()};
    case 1:
    case 2:
    case 3: return SetPlace{place()};
    case 4:
    case 5:
    case 6: return SetDirection{name(), between(-22, 22) / 2.0};
    case 7: return ResetDirections{};
    case 8: return SetIndependent{name(), random() % 2 ? std::vector{name()} : std::vector{name(), name()}};
    case 9: return MarkMembers{random() % 2 ? "A" : random() % 5 ? "B" : "C", members()};
    case 10: return MakeDirection{{name(), members(), members()}};
    case 11: return RemoveDirection{name()};
    case 12: return SetInjection{between(-50, 1050)};
    case 13: return SetWord{random() % 3 ? "Rag" : random() % 2 ? "Hi there" : "no. 5"};
    case 14: return SetNoise{random()};
    default:
        switch (random() % 3) {
        case 0: return PinModel{};
        case 1: return UnpinModel{};
        default: return SwapModels{};
        }
    }
}

/// Any action; about a third of them are illegal in most states.
inline Action randomAction(std::mt19937_64& random)
{
    const auto between = [&random](int least, int greatest) {
        return least + int(random() % std::uint64_t(greatest - least + 1));
    };
    switch (random() % 22) {
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
    case 13: return ShowPage{random() % 2 ? "morph" : "accuracy"};
    case 14:
        return SetPinned{{{between(1, 33), between(1, 65), between(1, 129)},
                          {between(1, 3), between(1, 3), between(1, 4)}}};
    default: return randomZooAction(random);
    }
}

} // namespace morphospace
