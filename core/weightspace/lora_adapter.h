// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weightspace/directions.h"
#include "core/weightspace/pca.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// One changed linear map of a LoRA adapter: W + B A (Hu et al. 2021), and where its two tensors
/// lie in the file.
struct LoraModule {
    std::string path;  ///< "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q"
    std::int64_t rank = 0;
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::string typeA; ///< "F32", "F16", "BF16", "F64"
    std::string typeB;
    std::uint64_t beginA = 0; ///< bytes from the file's begin
    std::uint64_t beginB = 0;
};

/// An adapter of any network, as PEFT or diffusers write it. Both ways of naming are read:
/// "base_model.model.PATH.lora_A.weight" (also with an adapter's name before "weight"), and
/// "unet.PATH.lora.down.weight" or "unet.PATH.processor.to_q_lora.down.weight" with ".up." for B.
/// Scalars named ".alpha" are let be. Its numbers in a row: modules by path, A before B.
class LoraAdapter {
public:
    /// Bounded as readSafetensors() is. Throws Error naming file and tensor for one that is none of
    /// the above, a module with only A or only B, unlike ranks, shapes that do not go together or
    /// values that are not finite.
    [[nodiscard]] static LoraAdapter read(const std::filesystem::path& file);

    [[nodiscard]] const std::vector<LoraModule>& modules() const { return m_modules; }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::vector<float> weights() const;
    /// Throws Error naming the first module that is not the same in both.
    void requireSameLayout(const LoraAdapter& other) const;

    /// The file's bytes with a difference added to its numbers, in the types they have; header, names
    /// and everything else stay as they are. Numbers whose difference is 0 keep their bits. Throws
    /// Error for another count or a sum that its type cannot hold.
    [[nodiscard]] std::vector<std::byte> withAdded(std::span<const float> difference) const;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
    std::vector<std::byte> m_bytes;
    std::vector<LoraModule> m_modules;
};

/// The adapters below a folder as members of a space, read from disk when they are needed: a
/// folder of more than the memory holds costs what one of them takes.
class LoraFolder final : public WeightRows {
public:
    /// All *.safetensors below `folder`, by path. Throws Error where there are fewer than two;
    /// whether they fit together is checked as each is read.
    explicit LoraFolder(const std::filesystem::path& folder);

    [[nodiscard]] std::size_t rows() const override { return m_files.size(); }
    [[nodiscard]] std::size_t columns() const override { return m_columns; }
    void read(std::size_t first, std::size_t count, float* to) const override;
    /// Throws Error where an adapter has other modules than those of the folder.
    void requireFits(const LoraAdapter& adapter) const;
    /// Paths below the folder, without ".safetensors".
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

private:
    std::vector<std::filesystem::path> m_files;
    std::vector<std::string> m_names;
    std::size_t m_columns = 0;
};

/// A table of labels: the first column names adapters as LoraFolder does (with or without
/// ".safetensors"), the others are numbers; an empty cell is no label. Throws Error naming file and
/// line.
struct LabelTable {
    std::vector<std::string> attributes;
    std::map<std::string, std::vector<double>> rows; ///< NaN where there is no label
};
[[nodiscard]] LabelTable readLabels(const std::filesystem::path& file);

/// Least squares of a column on the coefficients of those members that have a label.
[[nodiscard]] Direction directionFromLabels(const LabelTable& labels, const std::string& attribute,
                                            const std::vector<std::string>& names,
                                            const Matrix& coefficients);

/// What an edit adds to the weights: ((sum of amount_i sigma_i axis_i) V^T) deviation.
[[nodiscard]] std::vector<float> editDifference(const WeightSpace& space,
                                                std::span<const Edit> edits);

/// A space in a file: a published one, converted once to safetensors, or one of writeSpace().
/// "mean" and "std" [1, d], "V" [d, k], and "coefficients" [members, k']. Only the first `components`
/// are read. The d numbers of an adapter stand in LoraAdapter's order, which is the published one.
struct PublishedSpace {
    WeightSpace space;
    Matrix coefficients;
    std::vector<std::string> names; ///< of the members; where the file has none, "0", "1" ...
};
[[nodiscard]] PublishedSpace readPublishedSpace(const std::filesystem::path& file,
                                                std::size_t components);
/// Throws Error where it cannot be written.
void writeSpace(const PublishedSpace& space, const std::filesystem::path& file);

} // namespace morphospace
