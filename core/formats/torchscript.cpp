// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/formats/checkpoint.h"
#include "core/formats/checkpoint_content.h"

#include <nlohmann/json.hpp>

#include <torch/script.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>

namespace morphospace {

namespace {

using torch::jit::Module;

std::vector<std::string> parts(std::string_view name)
{
    std::vector<std::string> result;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        result.emplace_back(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    result.emplace_back(name);
    return result;
}

/// A module and those below it by name, as `nn.Module` nests them: layer2, then 0, then conv1.
struct Tree {
    std::map<std::string, Tree> children;
    std::map<std::string, torch::Tensor> parameters;
};

Tree treeOf(const Network& network)
{
    Tree root;
    for (const WeightTensor& tensor : network.tensors) {
        const std::vector<std::string> names = parts(tensor.name);
        Tree* at = &root;
        for (std::size_t i = 0; i + 1 < names.size(); ++i)
            at = &at->children[names[i]];
        at->parameters[names.back()] =
            torch::tensor(at::ArrayRef<float>(tensor.values)).view(tensor.shape);
    }
    return root;
}

void fill(Module& module, const Tree& tree)
{
    for (const auto& [name, tensor] : tree.parameters)
        module.register_parameter(name, tensor, false);
    for (const auto& [name, child] : tree.children) {
        // Every part has a type of its own, as each has other parameters.
        Module part("__torch__.MorphospacePart", module._ivalue()->compilation_unit(), true);
        fill(part, child);
        module.register_module(name, part);
    }
}

/// Code that reaches a unit's module: self.conv1, or getattr(self.layer2, "0").conv1.
std::string path(const std::string& unitName)
{
    std::string code = "self";
    for (const std::string& name : parts(unitName)) {
        if (name.find_first_not_of("0123456789") == std::string::npos)
            code = "getattr(" + code + ", \"" + name + "\")";
        else
            code += "." + name;
    }
    return code;
}

std::string applied(const Unit& unit, const std::string& input)
{
    const std::string self = path(unit.name);
    const std::string arguments = input + ", " + self + ".weight, " + self + ".bias";
    if (unit.operation == Operation::Linear)
        return "torch.linear(" + arguments + ")";
    const auto pair = [](int value) {
        return "[" + std::to_string(value) + ", " + std::to_string(value) + "]";
    };
    return "torch.conv2d(" + arguments + ", " + pair(unit.stride) + ", " + pair(unit.padding) + ")";
}

void addLeNet(const std::vector<Unit>& units, std::vector<std::string>& lines)
{
    for (std::size_t i = 0; i < 3; ++i) {
        lines.push_back("x = torch.relu(" + applied(units[i], "x") + ")");
        if (i < 2)
            lines.emplace_back("x = torch.max_pool2d(x, [2, 2])");
    }
    lines.push_back("return " + applied(units[3], "torch.flatten(x, 1)"));
}

void addResNet(const std::vector<Unit>& units, std::vector<std::string>& lines)
{
    lines.push_back("x = torch.relu(" + applied(units[0], "x") + ")");
    std::size_t i = 1;
    while (units[i].operation == Operation::Convolution) {
        const bool projected = units[i].stage > 0 && units[i].block == 0;
        lines.push_back("y = torch.relu(" + applied(units[i], "x") + ")");
        lines.push_back("y = " + applied(units[i + 1], "y"));
        lines.push_back("x = torch.relu(y + " + (projected ? applied(units[i + 2], "x") : "x")
                        + ")");
        i += projected ? 3 : 2;
    }
    lines.push_back("return " + applied(units[i], "torch.mean(x, [2, 3])"));
}

std::string forwardCode(const Network& network)
{
    const std::vector<Unit> list = units(network.family, network.configuration);
    std::vector<std::string> lines{"x = (x - self.input_mean) / self.input_deviation"};
    if (network.family.kind == FamilyKind::LeNet)
        addLeNet(list, lines);
    else
        addResNet(list, lines);
    std::string code = "def forward(self, x):\n";
    for (const std::string& line : lines)
        code += "    " + line + "\n";
    return code;
}

torch::Tensor perChannel(const std::vector<float>& values)
{
    return torch::tensor(at::ArrayRef<float>(values)).view({1, -1, 1, 1});
}

} // namespace

void writeTorchScript(const Network& network, const InputScaling& scaling,
                      const std::map<std::string, std::string>& provenance,
                      const std::filesystem::path& file)
{
    requireComplete(network, scaling);
    std::ostringstream bytes;
    try {
        Module module("__torch__.MorphospaceNetwork");
        module.register_buffer("input_mean", perChannel(scaling.mean));
        module.register_buffer("input_deviation", perChannel(scaling.deviation));
        fill(module, treeOf(network));
        module.define(forwardCode(network));
        module.eval();
        const nlohmann::json facts = checkpointFacts(network, scaling, provenance);
        module.save(bytes, {{"morphospace.json", facts.dump(1)}});
    } catch (const c10::Error& error) {
        throw fileError(file, "", "LibTorch could not write the network as TorchScript: "
                                      + std::string(error.what_without_backtrace()));
    } catch (const nlohmann::json::exception&) {
        throw fileError(file, "the provenance", "a text is not valid UTF-8");
    }
    writeFileAtomically(file, bytes.view());
}

} // namespace morphospace
