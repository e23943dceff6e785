// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/base_network.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "core/formats/checkpoint_content.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <numeric>

namespace morphospace {

BaseNetwork readBase(const std::filesystem::path& file, const InputScaling& otherwise)
{
    const NetworkCheckpoint checkpoint = readNetworkCheckpoint(file);
    const std::vector<Unit> list = units(checkpoint.family, checkpoint.configuration());
    BaseNetwork base{checkpoint.family, SlotTensors(list.size() * slotCount),
                     checkpoint.scaling.value_or(otherwise)};
    std::map<std::string, at::Tensor> byName;
    for (const WeightTensor& tensor : checkpoint.tensors)
        byName[tensor.name] = torch::tensor(at::ArrayRef<float>(tensor.values))
                                  .reshape(at::IntArrayRef(tensor.shape));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Unit& unit = list[i];
        const auto own = byName.find(unit.name + ".bias");
        base.slots[slot(i, WeightSlot)] = byName.at(unit.name + ".weight");
        if (!checkpoint.normalised || !unit.normalised()) {
            base.slots[slot(i, BiasSlot)] = own->second;
            continue;
        }
        base.slots[slot(i, GainSlot)] = byName.at(unit.normName + ".weight");
        base.slots[slot(i, BiasSlot)] = byName.at(unit.normName + ".bias");
        // A bias before the normalisation only moves the mean.
        at::Tensor mean = byName.at(unit.normName + ".running_mean");
        base.slots[slot(i, MeanSlot)] = own == byName.end() ? mean : mean - own->second;
        base.slots[slot(i, VarianceSlot)] = byName.at(unit.normName + ".running_var");
    }
    return base;
}

void writeBase(const BaseNetwork& base, const std::map<std::string, std::string>& provenance,
               const std::filesystem::path& file)
{
    const Network about{base.family, base.family.full, {}};
    StoredFile stored;
    stored.metadata = checkpointFacts(about, base.scaling, provenance);
    for (const WeightTensor& tensor : namedTensors(units(base.family, base.family.full), base.slots))
        stored.tensors.push_back(storeFloats(tensor.name, tensor.shape, tensor.values));
    writeSafetensors(file, stored);
}

Measurement measureNetwork(const Network& network, const InputScaling& scaling,
                           std::shared_ptr<const ImageSet> images, std::uint64_t seed,
                           std::string source, std::stop_token stop)
{
    const NetworkRunner runner(network, scaling);
    AccuracyStream stream(std::move(images));
    while (stream.advance(runner, 500))
        throwIfStopped(stop);
    Measurement result;
    const Interval interval = stream.interval();
    result.configuration = network.configuration;
    result.dataset = stream.images().name;
    result.datasetHash = stream.images().hash;
    result.images = stream.measured();
    result.correct = stream.correct();
    result.low = interval.low;
    result.high = interval.high;
    result.intervalMethod = stream.intervalMethod();
    result.parameters = parameterCount(network.family, network.configuration);
    result.macs = macCount(network.family, network.configuration);
    result.compression = compression(network.family, network.configuration);
    result.seed = seed;
    result.source = std::move(source);
    result.programVersion = programVersion();
    return result;
}

Network foldedNetwork(const Family& family, const Configuration& size, const SlotTensors& slots)
{
    const torch::NoGradGuard noGrad;
    return toNetwork(family, size, folded(units(family, size), slots));
}

double outputDifference(const Network& before, const Network& after, const InputScaling& scaling,
                        const ImageSet& images)
{
    std::vector<std::size_t> which(std::min<std::size_t>(200, images.size()));
    std::iota(which.begin(), which.end(), std::size_t{0});
    const std::vector<float> a = NetworkRunner(before, scaling).logits(images, which);
    const std::vector<float> b = NetworkRunner(after, scaling).logits(images, which);
    double difference = 0;
    double scale = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference = std::max(difference, std::abs(double(a[i]) - b[i]));
        scale = std::max(scale, std::abs(double(a[i])));
    }
    return difference / std::max(scale, 1e-12);
}

} // namespace morphospace
