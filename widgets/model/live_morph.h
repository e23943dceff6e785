// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/paired.h"
#include "core/networks/fingerprint.h"
#include "widgets/model/byte_cache.h"
#include "widgets/model/job_board.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"

#include <QObject>

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// Which sample a result is of.
struct SampleKey {
    std::string manifoldHash;
    Configuration configuration;
    int averaging = 1;

    auto operator<=>(const SampleKey&) const = default;
};

/// What is known so far of one sample. It grows: the pictures first, then the accuracy, tighter
/// with every delivery, and the latency.
struct MorphResult {
    SampleKey key;
    std::shared_ptr<const NetworkRunner> runner;
    Fingerprint weights;                         ///< of the network that `runner` runs
    std::vector<Prediction> strip;               ///< of TestImages' examples; empty without images
    std::optional<Measurement> measurement;
    std::int64_t total = 0;                      ///< images the measurement is going to have
    std::vector<std::int64_t> confusion;         ///< classes x classes, row = true class
    std::vector<bool> right;                     ///< of each image measured, in measuring order
    std::optional<Latency> latency;
    bool complete = false;
};

/// Measures the current sample B, and the pinned A, while they are being changed: on every change
/// the newest request takes the place of the one before, and a result that is no longer asked for
/// is never shown.
class LiveMorph : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t exampleCount = 24;

    LiveMorph(SessionModel& session, TestImages& images, JobBoard& jobs, QObject* parent = nullptr);
    ~LiveMorph() override;

    /// Results received last that belong to the present state; null where there is none yet.
    [[nodiscard]] const MorphResult* current() const { return m_current ? &*m_current : nullptr; }
    [[nodiscard]] const MorphResult* pinned() const { return m_pinned ? &*m_pinned : nullptr; }
    /// The pinned A against the current B, image by image, on the images that both were measured on
    /// so far; null where one of them is not measured on the images of this data set.
    [[nodiscard]] const PairedComparison* comparison() const;
    /// Which test images the strip shows.
    [[nodiscard]] const std::vector<std::size_t>& examples() const { return m_examples; }

    /// Nothing is under way for the present state.
    [[nodiscard]] bool isSettled() const;

    void setCacheBytes(std::size_t bytes);
    /// Measures on the first `images` of the measuring order; 0: on all.
    void setImageLimit(std::size_t images) { m_limit = images; }
    /// Keeps its requests apart from those of another one that works at the same time.
    void setChannel(const std::string& name) { m_channel = name; }

    /// Requests made, and results shown that were of another state than the present one: the second
    /// is zero, or latest-wins is broken.
    [[nodiscard]] std::int64_t requests() const { return m_requests; }
    [[nodiscard]] std::int64_t staleShown() const { return m_staleShown; }

Q_SIGNALS:
    /// The first pictures of a state, or none any more (current() is null).
    void pictureChanged();
    void measurementChanged();
    void pinnedChanged();
    void problem(const QString& text);
    void settled();

private:
    enum class Which { Current, Pinned };

    void imagesChanged();
    void update();
    /// Shows what is known of A, and measures it once B is measured.
    void updatePinned();
    [[nodiscard]] std::optional<MorphResult> knownOf(const SampleKey& key);
    void ask(Which which, const SampleKey& key);
    void forget(Which which);
    void receive(Which which, const MorphResult& result);
    void checkSettled();

    SessionModel& m_session;
    TestImages& m_images;
    JobBoard& m_jobs;
    std::shared_ptr<const ImageSet> m_measuredOn;
    std::vector<std::size_t> m_examples;
    std::optional<SampleKey> m_askedCurrent;
    std::optional<SampleKey> m_askedPinned;
    std::optional<MorphResult> m_current;
    std::optional<MorphResult> m_pinned;
    struct Compared {
        SampleKey pinned;
        SampleKey current;
        PairedComparison result;
    };
    mutable std::optional<Compared> m_compared;   ///< what comparison() said last
    JobId m_currentJob = 0;
    JobId m_pinnedJob = 0;
    std::size_t m_limit = 0;
    std::string m_channel;
    std::int64_t m_requests = 0;
    std::int64_t m_staleShown = 0;
    ByteCache<SampleKey, MorphResult> m_cache;
};

} // namespace morphospace
