// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/family.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {

namespace {

std::string joined(const std::vector<int>& values)
{
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : "-") + std::to_string(value);
    return text;
}

/// Number of the group that couples the residual stream of a stage, and of a block's inner
/// channels: streams first, then inner channels stage by stage at full depth, so that a number
/// means the same channels at every depth.
int streamGroup(int stage)
{
    return stage;
}

int innerGroup(const Family& family, int stage, int block)
{
    int group = static_cast<int>(family.full.widths.size());
    for (int s = 0; s < stage; ++s)
        group += family.full.depths[static_cast<std::size_t>(s)];
    return group + block;
}

std::vector<Unit> leNetUnits(const Family& family, const Configuration& configuration)
{
    const int h = configuration.widths[0];
    const auto convolution = [](std::string name, Axis out, Axis in, int kernel, int padding,
                                int outputSize) {
        Unit unit;
        unit.name = std::move(name);
        unit.out = out;
        unit.in = in;
        unit.kernel = kernel;
        unit.padding = padding;
        unit.outputSize = outputSize;
        unit.stage = 0;
        return unit;
    };
    Unit classifier;
    classifier.name = "fc";
    classifier.operation = Operation::Linear;
    classifier.out = {family.classes, -1};
    classifier.in = {4 * h, 2};
    // 28 -> pool 14 -> 10 -> pool 5 -> 1
    return {convolution("conv1", {h, 0}, {family.imageChannels, -1}, 3, 1, 28),
            convolution("conv2", {2 * h, 1}, {h, 0}, 5, 0, 10),
            convolution("conv3", {4 * h, 2}, {2 * h, 1}, 5, 0, 1), classifier};
}

std::vector<Unit> resNetUnits(const Family& family, const Configuration& configuration)
{
    std::vector<Unit> list;
    const auto add = [&list](std::string name, std::string normName, Axis out, Axis in, int kernel,
                             int stride, int inputSize, int stage, int block) {
        Unit unit;
        unit.name = std::move(name);
        unit.normName = std::move(normName);
        unit.out = out;
        unit.in = in;
        unit.kernel = kernel;
        unit.stride = stride;
        unit.padding = kernel / 2;
        unit.outputSize = (inputSize - 1) / stride + 1;
        unit.stage = stage;
        unit.block = block;
        list.push_back(std::move(unit));
        return list.back().outputSize;
    };
    Axis stream{configuration.widths[0], streamGroup(0)};
    int size = add("conv1", "bn1", stream, {family.imageChannels, -1}, 3, family.stemStride,
                   family.imageSize, 0, -1);
    for (int stage = 0; stage < static_cast<int>(configuration.widths.size()); ++stage) {
        const int width = configuration.widths[static_cast<std::size_t>(stage)];
        for (int block = 0; block < configuration.depths[static_cast<std::size_t>(stage)]; ++block) {
            const std::string prefix =
                "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
            const bool projected = stage > 0 && block == 0;
            const Axis inner{width, innerGroup(family, stage, block)};
            const Axis after{width, streamGroup(stage)};
            const int before = size;
            size = add(prefix + "conv1", prefix + "bn1", inner, stream, 3, projected ? 2 : 1, before,
                       stage, block);
            add(prefix + "conv2", prefix + "bn2", after, inner, 3, 1, size, stage, block);
            if (projected)
                add(prefix + "shortcut.0", prefix + "shortcut.1", after, stream, 1, 2, before, stage,
                    block);
            stream = after;
        }
    }
    Unit classifier;
    classifier.name = "fc";
    classifier.operation = Operation::Linear;
    classifier.out = {family.classes, -1};
    classifier.in = stream;
    list.push_back(std::move(classifier));
    return list;
}

} // namespace

std::string describe(const Configuration& configuration)
{
    std::string text = joined(configuration.widths);
    if (!configuration.depths.empty())
        text += " x " + joined(configuration.depths);
    return text;
}

Family leNet(int h, int classes)
{
    Family family;
    family.kind = FamilyKind::LeNet;
    family.classes = classes;
    family.full.widths = {h};
    return family;
}

Family resNet(std::vector<int> widths, std::vector<int> depths, int imageChannels, int imageSize,
              int classes, int stemStride)
{
    Family family;
    family.kind = FamilyKind::ResNet;
    family.imageChannels = imageChannels;
    family.imageSize = imageSize;
    family.classes = classes;
    family.stemStride = stemStride;
    family.full = {std::move(widths), std::move(depths)};
    if (family.full.widths.size() != 3 || family.full.depths.size() != 3)
        throw Error("a CIFAR ResNet has three stages; expected three widths and three depths, got "
                    + describe(family.full));
    return family;
}

std::string_view familyName(FamilyKind kind)
{
    return kind == FamilyKind::LeNet ? "LeNet" : "ResNet";
}

FamilyKind familyKindNamed(std::string_view name)
{
    if (name == "LeNet")
        return FamilyKind::LeNet;
    if (name == "ResNet")
        return FamilyKind::ResNet;
    throw Error("unknown network family '" + std::string(name) + "'; expected LeNet or ResNet");
}

std::vector<Unit> units(const Family& family, const Configuration& configuration)
{
    requireLegal(family, configuration);
    return family.kind == FamilyKind::LeNet ? leNetUnits(family, configuration)
                                            : resNetUnits(family, configuration);
}

std::vector<ChannelGroup> channelGroups(const Family& family, const Configuration& configuration)
{
    std::vector<ChannelGroup> groups;
    if (family.kind == FamilyKind::LeNet) {
        const int h = configuration.widths.at(0);
        return {{"conv1", h}, {"conv2", 2 * h}, {"conv3", 4 * h}};
    }
    for (std::size_t stage = 0; stage < configuration.widths.size(); ++stage) {
        const std::string name = "stage " + std::to_string(stage + 1);
        groups.push_back({stage == 0 ? "stem and " + name : name, configuration.widths[stage]});
    }
    // A block that this depth leaves out keeps its number, with no channels.
    for (std::size_t stage = 0; stage < family.full.depths.size(); ++stage) {
        for (int block = 0; block < family.full.depths[stage]; ++block) {
            const bool exists = block < configuration.depths.at(stage);
            groups.push_back({"layer" + std::to_string(stage + 1) + "." + std::to_string(block)
                                  + " inner",
                              exists ? configuration.widths.at(stage) : 0});
        }
    }
    return groups;
}

void requireLegal(const Family& family, const Configuration& configuration)
{
    const auto check = [&](const char* what, const std::vector<int>& values,
                           const std::vector<int>& full, int factor) {
        if (full.empty() && !values.empty())
            throw Error("the " + std::string(familyName(family.kind)) + " family has one " + what
                        + "; expected no " + what + "s, got " + std::to_string(values.size()));
        if (values.size() != full.size())
            throw Error(std::string(what) + "s: got " + std::to_string(values.size())
                        + ", expected one for each of the " + std::to_string(full.size())
                        + " stages of " + std::string(familyName(family.kind)));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] < 1 || values[i] > factor * full[i])
                throw Error(std::string(what) + " " + std::to_string(values[i]) + " of stage "
                            + std::to_string(i + 1) + " is not possible; expected 1 to "
                            + std::to_string(factor * full[i]));
        }
    };
    check("width", configuration.widths, family.full.widths, maximumWidthFactor);
    check("depth", configuration.depths, family.full.depths, 1);
}

std::int64_t parameterCount(const Family& family, const Configuration& configuration)
{
    std::int64_t count = 0;
    for (const Unit& unit : units(family, configuration))
        count += unit.weightCount() + unit.out.size;
    return count;
}

std::int64_t trainableParameterCount(const Family& family, const Configuration& configuration)
{
    std::int64_t count = parameterCount(family, configuration);
    for (const Unit& unit : units(family, configuration))
        count += unit.normalised() ? unit.out.size : 0;
    return count;
}

std::int64_t macCount(const Family& family, const Configuration& configuration)
{
    std::int64_t count = 0;
    for (const Unit& unit : units(family, configuration))
        count += unit.weightCount() * unit.outputSize * unit.outputSize;
    return count;
}

double compression(const Family& family, const Configuration& configuration)
{
    return 1.0
        - double(parameterCount(family, configuration)) / double(parameterCount(family, family.full));
}

Configuration uniformWidths(const Family& family, double fraction, std::vector<int> depths)
{
    if (!std::isfinite(fraction) || fraction < 0)
        throw Error("a width is a fraction of full size; expected a finite number above 0");
    Configuration configuration{family.full.widths, std::move(depths)};
    for (int& width : configuration.widths)
        width = static_cast<int>(std::clamp<double>(std::floor(width * fraction + 0.5), 1.0,
                                                    std::numeric_limits<int>::max()));
    return configuration;
}

} // namespace morphospace
