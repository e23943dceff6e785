// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace {

/// How the Hilbert-Schmidt independence criterion inside CKA is estimated.
enum class HsicEstimator {
    Unbiased,   ///< HSIC_1 of Song et al. 2012 (eq. 5), averaged over batches (Nguyen et al. 2021)
    Biased      ///< HSIC_0 of one batch of all images: the CKA of Kornblith et al. 2019 (eq. 3)
};

/// Linear centred kernel alignment of two sets of features of the same n images: n x columnsX and
/// n x columnsY, row major. 1 for features that are the same but for a rotation, a scale and a
/// shift. The unbiased one scatters about its value, so it can leave 0 to 1 a little; it needs
/// n >= 4. NaN where one of them does not vary.
[[nodiscard]] double linearCka(std::span<const float> x, std::int64_t columnsX,
                               std::span<const float> y, std::int64_t columnsY, std::int64_t n,
                               HsicEstimator estimator = HsicEstimator::Unbiased);

struct SimilarityOptions {
    std::size_t images = 992;   ///< the first of measuringOrder(); 0: all
    HsicEstimator estimator = HsicEstimator::Unbiased;
    std::int64_t batch = 124;   ///< images a batch of the unbiased estimate, at least 4
};

/// How alike several networks are on the same images. Matrices are sizes x sizes, row major.
struct Similarity {
    std::vector<Configuration> sizes;
    std::vector<std::string> layers;         ///< that any of them has, in the order of data flow
    std::vector<std::vector<double>> cka;    ///< a matrix a layer; NaN where one lacks the layer
    /// Mean over the images of KL(row || column), of the softmax probabilities, in nats.
    std::vector<double> divergence;
    std::vector<Interval> divergenceInterval;   ///< 95 %, bootstrap of clusters or of images
    std::vector<double> agreement;              ///< share of images with the same predicted class
    std::string dataset;
    std::string datasetHash;
    std::int64_t images = 0;
    SimilarityOptions options;
    SampleOptions sample;
    std::string manifold;      ///< hash
    std::string programVersion;

    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const
    {
        return row * sizes.size() + column;
    }
    /// Whether a size has a layer.
    [[nodiscard]] bool has(std::size_t layer, std::size_t size) const;
};

/// Compares networks of one family layer by layer; layers are the same where their names are.
/// `told` gets how far it is, 0 to 1. Throws Error for images that do not fit, for fewer than four,
/// and where the batches of so many sizes take more than 1 GiB; Cancelled.
[[nodiscard]] Similarity compareNetworks(const std::vector<Network>& networks,
                                         const InputScaling& scaling, const ImageSet& images,
                                         const SimilarityOptions& options,
                                         const std::stop_token& stop = {},
                                         const std::function<void(double)>& told = {});

/// The same for sizes of one manifold.
[[nodiscard]] Similarity compareSizes(const Manifold& manifold,
                                      const std::vector<Configuration>& sizes,
                                      const ImageSet& images, const SimilarityOptions& options,
                                      const SampleOptions& sample,
                                      const std::stop_token& stop = {},
                                      const std::function<void(double)>& told = {});

} // namespace morphospace
