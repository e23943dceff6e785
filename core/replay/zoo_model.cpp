// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/zoo_model.h"

#include "core/base/error.h"

#include <algorithm>
#include <map>

namespace morphospace {

namespace {

std::vector<float> member(const TypefaceZoo& zoo, int index)
{
    if (index < 0 || std::size_t(index) >= zoo.members().size())
        throw Error("there is no member " + std::to_string(index) + "; expected 0 to "
                    + std::to_string(zoo.members().size() - 1));
    const auto row = zoo.coefficients().row(std::size_t(index));
    return {row.begin(), row.end()};
}

std::vector<std::size_t> indices(const std::vector<int>& members)
{
    return {members.begin(), members.end()};
}

} // namespace

ZooReference referenceTo(const TypefaceZoo& zoo)
{
    ZooReference reference;
    reference.hash = zoo.hash();
    reference.members = int(zoo.members().size());
    reference.components = int(zoo.space().size());
    reference.attributes.assign(typefaceAttributes.begin(), typefaceAttributes.end());
    return reference;
}

std::vector<Direction> directionsOf(const TypefaceZoo& zoo, const ZooState& state)
{
    std::vector<Direction> directions;
    for (const std::string& name : state.zoo.attributes) {
        const auto known = std::ranges::find(typefaceAttributes, name);
        if (known == typefaceAttributes.end())
            throw Error("the zoo has no attribute '" + name + "'; expected one that is measured");
        directions.push_back(
            zoo.direction(std::size_t(known - typefaceAttributes.begin()), directionComponents));
    }
    for (const MadeDirection& made : state.made) {
        // Few members say little about many components.
        Matrix z(zoo.coefficients().rows,
                 std::min(directionComponents, zoo.coefficients().columns));
        for (std::size_t i = 0; i < z.rows; ++i)
            std::copy_n(zoo.coefficients().row(i).begin(), z.columns, z.row(i).begin());
        Direction direction = makeDirection(
            made.name, directionBetween(z, indices(made.from), indices(made.to)), z);
        direction.axis.resize(zoo.coefficients().columns, 0.0F);
        directions.push_back(std::move(direction));
    }
    // All are made independent of the others as they were found, so that the order does not matter.
    std::map<std::string, const std::vector<float>*> found;
    const std::vector<Direction> raw = directions;
    for (const Direction& direction : raw)
        found[direction.name] = &direction.axis;
    for (Direction& direction : directions) {
        const auto of = state.independent.find(direction.name);
        if (of == state.independent.end())
            continue;
        std::vector<std::vector<float>> nuisances;
        for (const std::string& name : of->second) {
            if (const auto axis = found.find(name); axis != found.end())
                nuisances.push_back(*axis->second);
        }
        direction = makeDirection(direction.name, debiased(direction.axis, nuisances),
                                  zoo.coefficients());
    }
    return directions;
}

std::vector<float> coefficientsOf(const TypefaceZoo& zoo, const ZooPlace& place)
{
    const std::size_t k = zoo.space().size();
    switch (place.kind) {
    case ZooPlaceKind::Mean: break;
    case ZooPlaceKind::Member: return member(zoo, place.member);
    case ZooPlaceKind::Path: {
        std::vector<float> from = member(zoo, place.member);
        const std::vector<float> to = member(zoo, place.other);
        for (std::size_t i = 0; i < from.size(); ++i)
            from[i] += float(place.share) * (to[i] - from[i]);
        return from;
    }
    case ZooPlaceKind::Sample: {
        SamplingOptions options;
        options.kind = samplingKindFrom(place.sampling);
        options.components = std::min(std::size_t(std::max(1, place.components)), k);
        options.spread = place.spread;
        options.seed = place.seed;
        return sampleMembers(zoo.coefficients(), 1, options).values;
    }
    case ZooPlaceKind::Found: {
        std::vector<float> z = place.coefficients;
        if (z.size() > k)
            throw Error("a place has " + std::to_string(z.size()) + " coefficients; expected at most "
                        + std::to_string(k));
        z.resize(k, 0.0F);
        return z;
    }
    }
    return std::vector<float>(k, 0.0F);
}

double amountFor(const TypefaceZoo& zoo, std::span<const float> from, const Direction& direction,
                 double wanted)
{
    const auto calibrated = zoo.calibrations().find(direction.name);
    return calibrated == zoo.calibrations().end()
        ? wanted
        : calibrated->second.amountFor(wanted, standpointOf(from, direction));
}

UsefulRange usefulRange(const TypefaceZoo& zoo, std::span<const float> from,
                        const Direction& direction)
{
    const auto calibrated = zoo.calibrations().find(direction.name);
    if (calibrated == zoo.calibrations().end())
        return {};
    const auto [least, greatest] = calibrated->second.usefulRange(standpointOf(from, direction));
    return {least, greatest};
}

std::vector<float> coefficientsOf(const TypefaceZoo& zoo, const ZooModel& model,
                                  const std::vector<Direction>& directions)
{
    const std::vector<float> z = coefficientsOf(zoo, model.place);
    std::vector<Edit> edits;
    for (const Direction& direction : directions) {
        if (const auto push = model.pushes.find(direction.name); push != model.pushes.end())
            edits.push_back({&direction, amountFor(zoo, z, direction, push->second)});
    }
    return edited(z, edits);
}

std::string titleOf(const TypefaceZoo& zoo)
{
    const auto title = zoo.metadata().find("title");
    return title == zoo.metadata().end() || title->second.empty() ? "Typefaces" : title->second;
}

} // namespace morphospace
