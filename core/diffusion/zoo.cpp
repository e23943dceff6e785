// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/zoo.h"

#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/letter_cleaning.h"
#include "core/diffusion/letters.h"
#include "core/diffusion/zoo_parts.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>

namespace morphospace {

namespace {

at::Tensor tensorOf(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.values.data()), // NOLINT: takes no const
                            {std::int64_t(matrix.rows), std::int64_t(matrix.columns)},
                            torch::kFloat32);
}

at::Tensor tensorOf(const std::vector<float>& values)
{
    return torch::from_blob(const_cast<float*>(values.data()), // NOLINT: as above
                            {std::int64_t(values.size())}, torch::kFloat32);
}

Matrix matrixOf(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.contiguous();
    Matrix matrix(std::size_t(flat.size(0)), std::size_t(flat.size(1)));
    std::copy_n(flat.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
    return matrix;
}

Rendering renderingOf(const SpecimenOptions& options)
{
    if (options.steps < 1 || options.steps > diffusionSteps)
        throw Error("letters are drawn in 1 to " + std::to_string(diffusionSteps) + " steps, not "
                    + std::to_string(options.steps));
    if (!(options.noise >= 0 && options.noise <= 1))
        throw Error("the start noise has a deviation of 0 to 1, not "
                    + std::to_string(options.noise));
    for (const int letter : options.letters) {
        if (letter < 0 || letter >= int(typefaceLetters))
            throw Error("there is no letter " + std::to_string(letter) + "; expected 0 to 51");
    }
    return {options.steps, options.seed, options.noise, options.letters, options.from};
}

/// Letters as bytes. Paper is made clean: ink below `paper` is none, and from `ink` on all of it
/// counts; what lies between is a rest of noise that a network leaves around strokes. Speckle goes
/// (cleanLetters()).
std::vector<std::uint8_t> bytesOf(const at::Tensor& drawn)
{
    constexpr double paper = 0.04, ink = 0.12;
    const at::Tensor amount = (drawn + 1) / 2;
    const at::Tensor clean = amount * ((amount - paper) / (ink - paper)).clamp(0, 1);
    const at::Tensor bytes = letterBytes(clean * 2 - 1).contiguous();
    std::vector<std::uint8_t> letters(bytes.data_ptr<std::uint8_t>(),
                                      bytes.data_ptr<std::uint8_t>() + bytes.numel());
    cleanLetters(letters);
    return letters;
}

} // namespace

TypefaceZoo::TypefaceZoo(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}

TypefaceZoo TypefaceZoo::read(const std::filesystem::path& file)
{
    return TypefaceZoo(std::make_shared<const Parts>(readZooParts(file)));
}

const std::vector<ZooMember>& TypefaceZoo::members() const
{
    return m_parts->members;
}
const std::vector<ZooLeftOut>& TypefaceZoo::leftOut() const
{
    return m_parts->leftOut;
}
const WeightSpace& TypefaceZoo::space() const
{
    return m_parts->space;
}
const Matrix& TypefaceZoo::coefficients() const
{
    return m_parts->coefficients;
}
const std::map<std::string, std::string>& TypefaceZoo::metadata() const
{
    return m_parts->metadata;
}
std::string TypefaceZoo::adapter() const
{
    return nameOf(m_parts->layout.kind);
}
const std::string& TypefaceZoo::hash() const
{
    return m_parts->hash;
}
const std::map<std::string, Calibration>& TypefaceZoo::calibrations() const
{
    return m_parts->calibrations;
}

std::optional<std::size_t> TypefaceZoo::find(const std::string& name) const
{
    for (std::size_t i = 0; i < members().size(); ++i) {
        if (members()[i].name() == name)
            return i;
    }
    return {};
}

std::pair<double, double> TypefaceZoo::attributeLaw(std::size_t attribute) const
{
    double sum = 0;
    for (const ZooMember& member : members())
        sum += member.measures.at(attribute);
    const double mean = sum / double(members().size());
    double squares = 0;
    for (const ZooMember& member : members())
        squares += (member.measures[attribute] - mean) * (member.measures[attribute] - mean);
    return {mean, std::sqrt(squares / double(members().size() - 1))};
}

Direction TypefaceZoo::direction(std::size_t attribute, std::size_t components) const
{
    Matrix z(coefficients().rows, std::min(components, coefficients().columns));
    for (std::size_t i = 0; i < z.rows; ++i)
        std::copy_n(coefficients().row(i).begin(), z.columns, z.row(i).begin());
    std::vector<double> labels;
    for (const ZooMember& member : members())
        labels.push_back(member.measures.at(attribute));
    Direction direction = makeDirection(std::string(typefaceAttributes.at(attribute)),
                                        leastSquaresOfMembers(z, labels), z);
    direction.axis.resize(coefficients().columns, 0.0F);
    return direction;
}

std::vector<std::uint8_t> TypefaceZoo::draw(const Matrix& coefficients,
                                            const SpecimenOptions& options,
                                            const Matrix& before) const
{
    const torch::NoGradGuard noGrad;
    const WeightSpace& space = m_parts->space;
    const auto weights = [&space](const Matrix& z) {
        if (z.columns > space.size())
            throw Error(std::to_string(z.columns) + " coefficients; expected at most "
                        + std::to_string(space.size()));
        const at::Tensor v =
            tensorOf(space.components).narrow(0, 0, std::int64_t(z.columns));
        return tensorOf(z).matmul(v) * tensorOf(space.deviation) + tensorOf(space.mean);
    };
    return bytesOf(renderMembers(m_parts->packed.of(m_parts->base), m_parts->layout, weights(coefficients),
                                 renderingOf(options),
                                 before.rows > 0 ? weights(before) : at::Tensor()));
}

std::vector<std::uint8_t> TypefaceZoo::drawWeights(const Matrix& weights,
                                                   const SpecimenOptions& options) const
{
    if (std::int64_t(weights.columns) != m_parts->layout.size())
        throw Error("a model has " + std::to_string(weights.columns) + " weights; expected "
                    + std::to_string(m_parts->layout.size()));
    return bytesOf(renderMembers(m_parts->packed.of(m_parts->base), m_parts->layout, tensorOf(weights),
                                 renderingOf(options)));
}

Matrix TypefaceZoo::customise(const std::vector<Typeface>& faces, std::uint64_t seed,
                              const std::vector<int>& letters, std::stop_token stop) const
{
    if (m_parts->layout.kind == AdapterKind::Independent)
        throw Error("a zoo of independent starts takes no further member");
    MemberTraining training;
    training.rate = m_parts->layout.kind == AdapterKind::SharedA ? 0.03 : 0.02;
    training.seed = seed;
    training.letters = letters;
    return matrixOf(trainMembers(m_parts->packed.of(m_parts->base), m_parts->layout, letterBytes(faces), training, 0,
                                 stop));
}

Matrix TypefaceZoo::invert(const std::vector<Typeface>& faces, const std::vector<int>& letters,
                           const InversionOptions& options, std::stop_token stop) const
{
    if (letters.empty())
        throw Error("an inversion needs at least one letter");
    const WeightSpace& space = m_parts->space;
    const auto k = std::int64_t(std::min(options.components, space.size()));
    std::vector<std::int64_t> which(letters.begin(), letters.end());
    std::vector<float> scale;
    for (std::int64_t i = 0; i < k; ++i)
        scale.push_back(static_cast<float>(std::sqrt(space.variances[std::size_t(i)])));
    const SpaceTensors tensors{tensorOf(space.mean), tensorOf(space.deviation),
                               tensorOf(space.components).narrow(0, 0, k), tensorOf(scale)};
    Inversion inversion;
    inversion.steps = options.steps;
    inversion.prior = options.prior;
    inversion.seed = options.seed;
    const at::Tensor images =
        letterBytes(faces).index_select(1, torch::tensor(which, torch::kInt64));
    return matrixOf(invertLetters(m_parts->packed.of(m_parts->base), m_parts->layout, tensors, images, letters,
                                  inversion, stop));
}

double letterDifference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    if (a.size() != b.size() || a.empty())
        throw Error("letters of unlike number cannot be compared");
    double squares = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += (double(a[i]) - b[i]) * (double(a[i]) - b[i]);
    return std::sqrt(squares / double(a.size())) / 255;
}

} // namespace morphospace
