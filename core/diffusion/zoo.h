// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/typeface_measures.h"
#include "core/datasets/typefaces.h"
#include "core/diffusion/calibration.h"
#include "core/diffusion/letter_reader.h"
#include "core/weightspace/directions.h"
#include "core/weightspace/pca.h"
#include "core/weightspace/sampling.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// A member of a zoo: the face it was customised to, without its pictures.
struct ZooMember {
    std::string family;
    std::string style;
    std::string group;
    std::string package;
    std::string licence;
    FontLabels labels;             ///< weight, serifs ... as the font states them
    double fit = 0;            ///< root mean square difference of its letters to the face's, ink = 1
    TypefaceMeasures measures{}; ///< of the face's own letters

    [[nodiscard]] std::string name() const { return style.empty() ? family : family + ' ' + style; }
};

struct ZooLeftOut {
    std::string name;
    double fit = 0;
};

/// How a zoo is built.
struct ZooRecipe {
    std::string adapter = "shared";  ///< "shared", "paper", "independent": see AdapterKind
    int members = 0;                 ///< at most so many; 0: every face
    int batch = 32;                  ///< members trained at once
    int steps = 150;
    int rows = 26;                   ///< letters a step
    double rate = 0.03;
    double fitLimit = 0.14;          ///< members whose letters differ by more are left out
    std::size_t components = 400;    ///< kept in the file
    std::uint64_t seed = 1;
};

/// Which letters are drawn, and how.
struct SpecimenOptions {
    int steps = 10;            ///< of DDIM
    std::uint64_t seed = 1;    ///< of the start noise
    /// Its deviation, 0 to 1. What the noise says of a letter's style the model does not: less of
    /// it gives alphabets of one style (docs/weight-space.md has what was measured).
    double noise = 0.3;
    std::vector<int> letters;  ///< places in "A..Za..z"; empty: all
    int from = 1000;           ///< delayed injection: the edit acts below this time step
};

struct InversionOptions {
    std::size_t components = 200;
    int steps = 150;
    double prior = 1e-4;
    std::uint64_t seed = 1;
};

/// A zoo of customised diffusion models of letters: base, members, the space of their weights.
/// Immutable; copies share the tensors.
class TypefaceZoo {
public:
    /// Throws Error naming file, tensor or field and what was expected.
    [[nodiscard]] static TypefaceZoo read(const std::filesystem::path& file);

    [[nodiscard]] const std::vector<ZooMember>& members() const;
    [[nodiscard]] const std::vector<ZooLeftOut>& leftOut() const;
    [[nodiscard]] const WeightSpace& space() const;
    /// Members' coefficients, a row each.
    [[nodiscard]] const Matrix& coefficients() const;
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const;
    [[nodiscard]] std::string adapter() const;
    /// SHA-256 of the file.
    [[nodiscard]] const std::string& hash() const;
    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;

    /// Mean and deviation of an attribute over the members.
    [[nodiscard]] std::pair<double, double> attributeLaw(std::size_t attribute) const;
    /// Least squares of a measured attribute on the first `components` coefficients.
    [[nodiscard]] Direction direction(std::size_t attribute, std::size_t components) const;
    /// By attribute; empty where the file has none.
    [[nodiscard]] const std::map<std::string, Calibration>& calibrations() const;

    /// Letters of models given by coefficients (as many as a row has, the others 0), a row each:
    /// rows x letters x 784 bytes, ink is 255. `before`: what acts before options.from, of the same
    /// shape or empty for the base.
    [[nodiscard]] std::vector<std::uint8_t> draw(const Matrix& coefficients,
                                                 const SpecimenOptions& options,
                                                 const Matrix& before = {}) const;
    /// The same for models given by their whole weights.
    [[nodiscard]] std::vector<std::uint8_t> drawWeights(const Matrix& weights,
                                                        const SpecimenOptions& options) const;
    /// Weights of models customised to faces (52 x 784 bytes each): a row each. `letters`: which of
    /// them may be looked at; empty: all.
    [[nodiscard]] Matrix customise(const std::vector<Typeface>& faces, std::uint64_t seed,
                                   const std::vector<int>& letters = {},
                                   std::stop_token stop = {}) const;
    /// Coefficients of models that draw the given letters of each face.
    [[nodiscard]] Matrix invert(const std::vector<Typeface>& faces, const std::vector<int>& letters,
                                const InversionOptions& options, std::stop_token stop = {}) const;

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *m_parts; }
    explicit TypefaceZoo(std::shared_ptr<const Parts> parts);

private:
    std::shared_ptr<const Parts> m_parts;
};

/// Trains the members and writes the zoo. Batches that are done wait in the folder OUTPUT.parts, so
/// that the same command goes on where an interrupted one was. Throws Error, or Cancelled.
void buildZoo(const std::vector<Typeface>& faces, const std::filesystem::path& base,
              const ZooRecipe& recipe, std::map<std::string, std::string> metadata,
              const std::filesystem::path& output, bool restart,
              const std::function<void(const std::string&)>& log, std::stop_token stop);

/// Measures how far each attribute's slider carries, and how legible letters stay where there is a
/// reader, and writes it into the file: at the average, at projections of faces the zoo does not have,
/// at as many samples and at as many members, each kind in four parts by where they stand along the
/// direction.
/// Throws Error for no faces, or Cancelled with the file as it was.
void calibrateZoo(const std::filesystem::path& zoo, const std::vector<Typeface>& faces,
                  std::size_t components, const LetterReader& reader,
                  const std::function<void(const std::string&)>& log, std::stop_token stop);

/// Root mean square difference of two sets of letters, ink = 1.
[[nodiscard]] double letterDifference(std::span<const std::uint8_t> a,
                                      std::span<const std::uint8_t> b);

} // namespace morphospace
