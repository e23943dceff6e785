// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/generator.h"

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/manifold/generators.h"
#include "core/manifold/named_tensor.h"

namespace morphospace {

std::unique_ptr<Generator> makeGenerator(const Family& family, const GeneratorSettings& settings,
                                         const SlotTensors& base, std::uint64_t seed)
{
    const std::vector<Unit> list = units(family, family.full);
    if (settings.kind == "mlp")
        return makeMlpGenerator(family, settings, folded(list, base), seed);
    const auto normalised = [&base](std::size_t i) { return base[slot(i, GainSlot)].defined(); };
    bool normalisation = false;
    for (std::size_t i = 0; i < list.size(); ++i)
        normalisation = normalisation || normalised(i);
    return makeAxisGenerator(family, settings, normalisation, base, seed);
}

std::unique_ptr<Generator> emptyGenerator(const Family& family, const GeneratorSettings& settings,
                                          bool normalisation)
{
    if (settings.kind == "mlp")
        return makeMlpGenerator(family, settings, {}, 0);
    return makeAxisGenerator(family, settings, normalisation, {}, 0);
}

std::int64_t parameterCount(const Generator& generator)
{
    std::int64_t count = 0;
    for (const NamedTensor& parameter : generator.parameters())
        count += parameter.tensor.numel();
    return count;
}

nlohmann::json toJson(const GeneratorSettings& settings)
{
    return {{"kind", settings.kind},
            {"hidden", settings.hidden},
            {"layers", settings.layers},
            {"frequencies", settings.frequencies},
            {"rank", settings.rank},
            {"fan_in_exponent", settings.fanInExponent}};
}

GeneratorSettings generatorSettingsFromJson(const nlohmann::json& json)
{
    const JsonFields fields(json, "the generator");
    GeneratorSettings settings;
    settings.kind = fields.text("kind");
    if (settings.kind != "grid" && settings.kind != "separable" && settings.kind != "mlp")
        throw Error("unknown generator '" + settings.kind
                    + "'; expected grid, separable or mlp");
    const auto bounded = [&fields](const char* name, int least, int greatest) {
        const int value = fields.number(name);
        if (value < least || value > greatest)
            throw Error(std::string("generator's ") + name + " is " + std::to_string(value)
                        + "; expected " + std::to_string(least) + " to "
                        + std::to_string(greatest));
        return value;
    };
    settings.hidden = bounded("hidden", 1, 4096);
    settings.layers = bounded("layers", 1, 64);
    settings.frequencies = bounded("frequencies", 0, 32);
    settings.rank = bounded("rank", 1, 4096);
    settings.fanInExponent = fields.real("fan_in_exponent");
    return settings;
}

} // namespace morphospace
