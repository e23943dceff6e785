// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/class_names.h"

#include "core/datasets/glyph_raster.h"

namespace morphospace {

namespace {

std::vector<std::string> single(std::string_view characters)
{
    std::vector<std::string> names;
    for (const char character : characters)
        names.emplace_back(1, character);
    return names;
}

} // namespace

std::vector<std::string> glyphClassNames()
{
    return single(glyphCharacters);
}

std::vector<std::string> digitClassNames()
{
    return single("0123456789");
}

std::vector<std::string> fashionClassNames()
{
    return {"T-shirt", "trousers", "pullover", "dress", "coat",
            "sandal",  "shirt",    "sneaker",  "bag",   "ankle boot"};
}

std::vector<std::string> cifar10ClassNames()
{
    return {"airplane", "automobile", "bird",  "cat",  "deer",
            "dog",      "frog",       "horse", "ship", "truck"};
}

std::vector<std::string> cifar100ClassNames()
{
    return {"apple", "aquarium fish", "baby", "bear", "beaver", "bed", "bee", "beetle", "bicycle",
            "bottle", "bowl", "boy", "bridge", "bus", "butterfly", "camel", "can", "castle",
            "caterpillar", "cattle", "chair", "chimpanzee", "clock", "cloud", "cockroach", "couch",
            "crab", "crocodile", "cup", "dinosaur", "dolphin", "elephant", "flatfish", "forest",
            "fox", "girl", "hamster", "house", "kangaroo", "keyboard", "lamp", "lawn mower",
            "leopard", "lion", "lizard", "lobster", "man", "maple tree", "motorcycle", "mountain",
            "mouse", "mushroom", "oak tree", "orange", "orchid", "otter", "palm tree", "pear",
            "pickup truck", "pine tree", "plain", "plate", "poppy", "porcupine", "possum", "rabbit",
            "raccoon", "ray", "road", "rocket", "rose", "sea", "seal", "shark", "shrew", "skunk",
            "skyscraper", "snail", "snake", "spider", "squirrel", "streetcar", "sunflower",
            "sweet pepper", "table", "tank", "telephone", "television", "tiger", "tractor", "train",
            "trout", "tulip", "turtle", "wardrobe", "whale", "willow tree", "wolf", "woman",
            "worm"};
}

} // namespace morphospace
