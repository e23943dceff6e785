// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/checkpoint.h"
#include "core/formats/safetensors.h"
#include "sample_networks.h"

#include <exception>
#include <filesystem>
#include <iostream>

using namespace morphospace;

/// Writes NAME.safetensors, NAME.pt and NAME.expected.safetensors (pixels and scores) of every
/// sample network into a folder, for check_checkpoints.py.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: write_checkpoints FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path folder(argv[1]);
        std::filesystem::create_directories(folder);
        for (const SampleNetwork& sample : sampleNetworks()) {
            const std::map<std::string, std::string> provenance{{"sample", sample.name}};
            writeCheckpoint(sample.network, sample.scaling, provenance,
                            folder / (sample.name + ".safetensors"));
            writeTorchScript(sample.network, sample.scaling, provenance,
                             folder / (sample.name + ".pt"));
            StoredFile expected;
            for (const auto& [name, tensor] :
                 {std::pair("pixels", sample.pixels), std::pair("scores", sample.scores)}) {
                const torch::Tensor values = tensor.contiguous();
                expected.tensors.push_back(
                    storeFloats(name, values.sizes().vec(),
                                {values.data_ptr<float>(), std::size_t(values.numel())}));
            }
            writeSafetensors(folder / (sample.name + ".expected.safetensors"), expected);
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
