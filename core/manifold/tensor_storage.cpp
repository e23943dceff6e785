// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifold/tensor_storage.h"

#include "core/base/error.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <map>

namespace morphospace {

void store(StoredFile& file, const std::string& prefix, const std::vector<NamedTensor>& tensors)
{
    for (const NamedTensor& named : tensors) {
        const at::Tensor flat = named.tensor.detach().cpu().contiguous();
        file.tensors.push_back(
            storeFloats(prefix + named.name, flat.sizes().vec(),
                        {flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())}));
    }
}

void restore(const StoredFile& file, const std::string& prefix,
             const std::vector<NamedTensor>& tensors)
{
    const torch::NoGradGuard noGrad;
    std::map<std::string_view, const StoredTensor*> byName;
    for (const StoredTensor& stored : file.tensors)
        byName[stored.name] = &stored;
    for (const NamedTensor& named : tensors) {
        const std::string name = prefix + named.name;
        const auto found = byName.find(name);
        if (found == byName.end())
            throw Error("tensor '" + name + "' is missing");
        if (found->second->shape != named.tensor.sizes().vec())
            throw Error("tensor '" + name + "' has another shape than the generator's settings ask for");
        const std::vector<float> values = loadFloats(*found->second);
        const at::Tensor loaded =
            torch::tensor(at::ArrayRef<float>(values)).view(named.tensor.sizes());
        if (!loaded.isfinite().all().item<bool>())
            throw Error("tensor '" + name + "' holds a value that is not finite");
        named.tensor.copy_(loaded);
    }
}

} // namespace morphospace
