// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/library.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/datasets/cifar.h"
#include "core/datasets/class_names.h"
#include "core/datasets/glyph_faces.h"
#include "core/datasets/idx.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace morphospace {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t heldOutImages = 5000;

enum class Format { Idx, Cifar10, Cifar100 };

struct Dataset {
    std::string_view key;
    std::string_view title;
    Format format = Format::Idx;
    std::vector<std::string> (*classNames)() = nullptr;
    std::vector<std::string_view> folders; ///< below the named one, looked at first
    std::string_view source;               ///< where people get it
};

const std::vector<Dataset>& datasets()
{
    static const std::vector<Dataset> list{
        {"glyphs", "Glyphs", Format::Idx, glyphClassNames, {"glyphs"},
         "it comes with this program, and the command \"glyphs\" draws it again"},
        {"mnist", "MNIST", Format::Idx, digitClassNames, {"mnist", "MNIST/raw"},
         "its owners publish it at http://yann.lecun.com/exdb/mnist"},
        {"fashion-mnist", "Fashion-MNIST", Format::Idx, fashionClassNames,
         {"fashion-mnist", "FashionMNIST/raw"},
         "its owners publish it at https://github.com/zalandoresearch/fashion-mnist"},
        {"cifar10", "CIFAR-10", Format::Cifar10, cifar10ClassNames, {"cifar-10-batches-bin"},
         "its owners publish it, as the binary version, at "
         "https://www.cs.toronto.edu/~kriz/cifar.html"},
        {"cifar100", "CIFAR-100", Format::Cifar100, cifar100ClassNames, {"cifar-100-binary"},
         "its owners publish it, as the binary version, at "
         "https://www.cs.toronto.edu/~kriz/cifar.html"},
    };
    return list;
}

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

/// A message names a folder by its last part, so that it carries no path.
std::string lastName(const fs::path& folder)
{
    return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

const Dataset& find(std::string_view key)
{
    std::string names;
    for (const Dataset& dataset : datasets()) {
        if (dataset.key == key)
            return dataset;
        names += (names.empty() ? "" : ", ") + inQuotes(dataset.key);
    }
    throw Error("there is no data set " + inQuotes(key) + "; expected one of " + names);
}

/// The files' paths in the first place that has all of them, or an Error that helps.
std::vector<fs::path> locate(const Dataset& dataset, const fs::path& folder,
                             const std::vector<std::string>& names)
{
    if (folder.empty())
        throw Error(std::string(dataset.title)
                    + " is not part of this program: name the folder that holds it (--data on the "
                      "command line, Preferences in the window); "
                    + std::string(dataset.source));
    std::vector<fs::path> places;
    for (const std::string_view below : dataset.folders)
        places.push_back(folder / below);
    places.push_back(folder);

    std::string missing = names.front();
    std::size_t mostFound = 0;
    for (const fs::path& place : places) {
        std::vector<fs::path> found;
        for (const std::string& name : names) {
            std::error_code error;
            if (fs::is_regular_file(place / name, error))
                found.push_back(place / name);
            else if (fs::is_regular_file(place / (name + ".gz"), error))
                found.push_back(place / (name + ".gz"));
            else
                break;
        }
        if (found.size() == names.size())
            return found;
        if (found.size() > mostFound) {
            mostFound = found.size();
            missing = names[found.size()];
        }
    }
    std::string where;
    for (const std::string_view below : dataset.folders)
        where += (where.empty() ? "" : ", ") + inQuotes(below);
    throw Error(std::string(dataset.title) + ": " + inQuotes(missing) + " (or "
                + inQuotes(missing + ".gz") + ") is neither in the folder "
                + inQuotes(lastName(folder)) + " nor below it in " + where + "; "
                + std::string(dataset.source));
}

std::string_view splitTitle(Split split)
{
    return split == Split::Train ? "train" : split == Split::Validation ? "validation" : "test";
}

ImageSet readFiles(const Dataset& dataset, const fs::path& folder, std::string_view part,
                   std::string name)
{
    const std::string prefix(part);
    if (dataset.format == Format::Idx) {
        const std::vector<fs::path> files = locate(
            dataset, folder, {prefix + "-images-idx3-ubyte", prefix + "-labels-idx1-ubyte"});
        return readIdx(files[0], files[1], dataset.classNames(), std::move(name));
    }
    std::vector<std::string> names;
    if (dataset.format == Format::Cifar100)
        names = {prefix + ".bin"};
    else if (prefix == "test")
        names = {"test_batch.bin"};
    else
        for (int batch = 1; batch <= 5; ++batch)
            names.push_back("data_batch_" + std::to_string(batch) + ".bin");
    return readCifar(locate(dataset, folder, names),
                     dataset.format == Format::Cifar10 ? Cifar::Ten : Cifar::Hundred,
                     std::move(name));
}

/// Keeps the last 5,000 images or all but them.
void holdOut(ImageSet& set, Split split)
{
    if (set.size() <= heldOutImages)
        throw Error(set.name + ": the training files hold " + std::to_string(set.size())
                    + " images; expected more than the " + std::to_string(heldOutImages)
                    + " that are kept for validation");
    const std::size_t kept = set.size() - heldOutImages;
    const auto image = static_cast<std::ptrdiff_t>(kept * set.imageBytes());
    const auto label = static_cast<std::ptrdiff_t>(kept);
    if (split == Split::Train) {
        set.pixels.erase(set.pixels.begin() + image, set.pixels.end());
        set.labels.erase(set.labels.begin() + label, set.labels.end());
    } else {
        set.pixels.erase(set.pixels.begin(), set.pixels.begin() + image);
        set.labels.erase(set.labels.begin(), set.labels.begin() + label);
    }
    set.hash = imageSetHash(set);
}

} // namespace

std::vector<std::string> knownDatasets()
{
    std::vector<std::string> keys;
    for (const Dataset& dataset : datasets())
        keys.emplace_back(dataset.key);
    return keys;
}

std::string datasetTitle(std::string_view dataset)
{
    for (const Dataset& known : datasets()) {
        if (known.key == dataset)
            return std::string(known.title);
    }
    return std::string(dataset);
}

std::shared_ptr<const ImageSet> loadImageSet(std::string_view dataset, Split split,
                                             const std::filesystem::path& folder)
{
    const Dataset& known = find(dataset);
    const std::string_view title = splitTitle(split);
    const std::string name = std::string(known.title) + " (" + std::string(title) + ")";
    if (known.key == "glyphs") {
        const fs::path place = folder.empty() ? resourceFolder() / "glyphs" : folder;
        ImageSet set = readFiles(known, place, title, name);
        for (const fs::path& beside : {place / "glyphs" / "faces.json", place / "faces.json"}) {
            std::error_code error;
            if (set.clusters.empty() && fs::is_regular_file(beside, error))
                set.clusters = readGlyphClusters(beside, title, set.size());
        }
        return std::make_shared<const ImageSet>(std::move(set));
    }
    // The owners call MNIST's test files "t10k".
    const std::string_view testPart = known.format == Format::Idx ? "t10k" : "test";
    ImageSet set = readFiles(known, folder, split == Split::Test ? testPart : "train", name);
    if (split != Split::Test)
        holdOut(set, split);
    return std::make_shared<const ImageSet>(std::move(set));
}

} // namespace morphospace
