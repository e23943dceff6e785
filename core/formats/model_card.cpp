// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/model_card.h"

#include "core/formats/onnx.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <string_view>

namespace morphospace {

namespace {

/// Text from a file as Markdown shows it: one line, no markup, no table columns.
std::string plain(std::string_view text)
{
    constexpr std::string_view markup = "\\`*_[]<>#|~&";
    std::string result;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            result += ' ';
            continue;
        }
        if (markup.find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

/// Text from a file in a code span, where a backslash escapes nothing but a table's bar.
std::string code(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '|')
            result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '`' ? ' ' : c;
    }
    return "`" + result + "`";
}

/// A string as Python and JSON write it.
std::string quoted(const std::string& text)
{
    using nlohmann::json;
    return json(text).dump(-1, ' ', true, json::error_handler_t::replace);
}

std::string number(double value, int digits)
{
    char buffer[64];
    const auto [end, code] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits);
    return {buffer, code == std::errc() ? end : buffer};
}

/// The shortest text that gives the same number.
std::string exact(double value)
{
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string exact(float value)
{
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string grouped(std::int64_t value)
{
    std::string digits = std::to_string(value);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string percent(double fraction)
{
    return number(100 * fraction, 2) + " %";
}

std::string list(const std::vector<float>& values)
{
    std::string text;
    for (const float value : values)
        text += (text.empty() ? "" : ", ") + exact(value);
    return text;
}

std::string row(std::string_view name, const std::string& value)
{
    return "| " + std::string(name) + " | " + value + " |\n";
}

constexpr const char* tableHead = "| | |\n|---|---|\n";

std::string accuracyPart(const ModelCard& card)
{
    std::string text = "## Accuracy\n\n";
    if (!card.accuracy) {
        text += "Accuracy: not measured";
        if (!card.notMeasured.empty())
            text += " (" + plain(card.notMeasured) + ")";
        return text + ".\n\n";
    }
    const CardAccuracy& a = *card.accuracy;
    text += tableHead;
    text += row("accuracy", percent(double(a.correct) / double(a.images)));
    text += row("95 % interval", percent(a.low) + " to " + percent(a.high));
    text += row("interval method", plain(a.method));
    text += row("images",
                grouped(a.images)
                    + (a.images < a.available
                           ? " of " + grouped(a.available) + ", the first of a fixed random order"
                           : ""));
    text += row("right", grouped(a.correct));
    text += row("data set", plain(a.dataset));
    text += row("data set SHA-256", code(a.datasetHash));
    return text + "\nMeasured with the weights of this file.\n\n";
}

std::string networkPart(const ModelCard& card)
{
    const Family& family = card.family;
    const std::int64_t parameters = parameterCount(family, card.configuration);
    std::string text = "## Network\n\n";
    text += tableHead;
    text += row("family", std::string(familyName(family.kind)));
    text += row("configuration",
                describe(card.configuration) + " of " + describe(family.full) + " at full size");
    text += row("parameters", grouped(parameters));
    text += row("compression",
                number(compression(family, card.configuration), 4)
                    + " (1 - parameters / parameters at full size, "
                    + grouped(parameterCount(family, family.full)) + ")");
    text +=
        row("multiply-accumulates for one image", grouped(macCount(family, card.configuration)));
    text += row("bytes of the weights",
                grouped(parameters * std::int64_t(sizeof(float))) + " (float32)");
    text += row("batch-normalisation state", plain(card.normalisation));
    text += row("input",
                "N x " + std::to_string(family.imageChannels) + " x "
                    + std::to_string(family.imageSize) + " x " + std::to_string(family.imageSize)
                    + ", pixels scaled to 0..1, then (x - mean) / deviation");
    text += row("mean of the input", list(card.scaling.mean));
    text += row("deviation of the input", list(card.scaling.deviation));
    text += row("output", std::to_string(family.classes) + " scores before softmax");
    std::string names;
    for (const std::string& name : card.classNames)
        names += (names.empty() ? "" : ", ") + plain(name);
    text += row("classes, in order", names);
    return text + "\n";
}

std::string filePart(const ModelCard& card)
{
    std::string text = "## File\n\n";
    text += tableHead;
    text += row("file", code(card.file));
    text += row("format",
                std::string(nameOf(card.format))
                    + (card.format == CheckpointFormat::Onnx
                           ? ", operator set " + std::to_string(onnxOperatorSet)
                           : ""));
    text += row("bytes", grouped(card.bytes));
    text += row("SHA-256", code(card.sha256));
    text += row("SHA-256 of the weights", code(card.weightsHash));
    return text + "\n";
}

std::string provenancePart(const ModelCard& card)
{
    std::string text = "## Where it comes from\n\nSampled from a weight manifold: the network was"
                       " not trained by itself.\n\n";
    text += tableHead;
    text += row("manifold", plain(card.manifoldTitle));
    text += row("manifold SHA-256", code(card.manifoldHash));
    text += row("about the manifold", plain(card.manifoldDescription));
    text += row("trained on", plain(card.dataset));
    text += row("weights",
                card.averaging == 1 ? std::string("the clean sample")
                                    : "average of " + std::to_string(card.averaging)
                        + " samples: the clean one and " + std::to_string(card.averaging - 1)
                        + " at coordinates jittered by up to " + exact(card.jitter / 2)
                        + " channels, seed " + std::to_string(card.seed));
    text += row("made by", plain(card.program));
    return text + "\n";
}

std::string loadingPart(const ModelCard& card)
{
    std::string text = "## How to load it\n\n";
    const std::string name = quoted(card.file);
    switch (card.format) {
    case CheckpointFormat::Safetensors:
        return text
            + "Tensors have PyTorch's names (`conv1.weight`, `layer2.0.conv1.bias` ...); the "
              "header's"
              " metadata tells the network's structure and the scaling of its input."
              " `load_checkpoint.py`, which comes with Morphospace, builds the network with PyTorch"
              " alone:\n\n```python\nfrom load_checkpoint import load_network\n\nnetwork ="
              " load_network("
            + name + ")\nscores = network(pixels)  # pixels scaled to 0..1\n```\n\n";
    case CheckpointFormat::TorchScript:
        return text
            + "The scaling of the input is inside.\n\n```python\nimport torch\n\nnetwork ="
              " torch.jit.load("
            + name + ")\nscores = network(pixels)  # pixels scaled to 0..1\n```\n\n";
    case CheckpointFormat::Onnx:
        return text
            + "The scaling of the input is inside; the batch may have any "
              "size.\n\n```python\nimport"
              " onnxruntime\n\nnetwork = onnxruntime.InferenceSession("
            + name
            + ")\nscores = network.run([\"scores\"], {\"pixels\": pixels})[0]  # pixels scaled to"
              " 0..1\n```\n\n";
    }
    return text;
}

std::string limitsPart(const ModelCard& card)
{
    std::string text = "## Limits and licence\n\n";
    text += card.trained
        ? "- The configuration lies in the range the manifold was trained on ("
        : "- **The configuration lies outside the range the manifold was trained on** (";
    text += plain(card.trainedRange) + ").\n";
    text += "- It tells " + std::to_string(card.family.classes)
        + " classes apart on images like those of " + plain(card.dataset)
        + ", and gives one of them for every other image, too.\n";
    text += "- The manifold states no licence for its weights: ask whoever made it, and mind the"
            " terms of the images it was trained on.\n";
    return text;
}

} // namespace

std::string formatModelCard(const ModelCard& card)
{
    return "# " + plain(card.manifoldTitle) + ", " + describe(card.configuration) + "\n\n"
        + accuracyPart(card) + networkPart(card) + filePart(card) + provenancePart(card)
        + loadingPart(card) + limitsPart(card);
}

} // namespace morphospace
