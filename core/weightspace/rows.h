// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace morphospace {

/// A dense matrix, row major.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;

    Matrix() = default;
    Matrix(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount), columns(columnCount), values(rowCount * columnCount)
    {
    }
    [[nodiscard]] std::span<float> row(std::size_t i)
    {
        return std::span(values).subspan(i * columns, columns);
    }
    [[nodiscard]] std::span<const float> row(std::size_t i) const
    {
        return std::span(values).subspan(i * columns, columns);
    }
};

/// The weights of a zoo, one member a row, wherever they lie.
class WeightRows {
public:
    virtual ~WeightRows() = default;
    [[nodiscard]] virtual std::size_t rows() const = 0;
    [[nodiscard]] virtual std::size_t columns() const = 0;
    /// Copies `count` rows from `first` on into `to` (count x columns floats).
    virtual void read(std::size_t first, std::size_t count, float* to) const = 0;
};

/// Rows in memory; the matrix must outlive them.
class MatrixRows final : public WeightRows {
public:
    explicit MatrixRows(const Matrix& matrix) : m_matrix(matrix) {}
    [[nodiscard]] std::size_t rows() const override { return m_matrix.rows; }
    [[nodiscard]] std::size_t columns() const override { return m_matrix.columns; }
    void read(std::size_t first, std::size_t count, float* to) const override;

private:
    const Matrix& m_matrix;
};

/// One two-dimensional F32 or F16 tensor of a safetensors file, read block by block, so that a file
/// larger than the memory costs only what one block takes. Read and not mapped: one call for a block costs
/// less than a fault for every few of its pages (`zoo bench --pca` has the rate).
class FileRows final : public WeightRows {
public:
    /// Throws Error naming file and tensor when it is not there, of another type or shape, or when
    /// the file is damaged: nothing past the header is read for that.
    FileRows(const std::filesystem::path& file, const std::string& tensor);
    ~FileRows() override;
    FileRows(const FileRows&) = delete;
    FileRows& operator=(const FileRows&) = delete;

    [[nodiscard]] std::size_t rows() const override { return m_rows; }
    [[nodiscard]] std::size_t columns() const override { return m_columns; }
    /// Throws Error when the file became shorter since it was opened, or can't be read.
    void read(std::size_t first, std::size_t count, float* to) const override;

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::size_t m_begin = 0; // of the tensor's bytes in the file
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
    bool m_half = false;
};

} // namespace morphospace
