// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/network_checkpoint.h"
#include "core/evaluation/evaluation.h"
#include "widgets/model/job_board.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"
#include "widgets/smoothness/order_comparison.h"
#include "widgets/smoothness/order_effect.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace morphospace {

/// What jitter of the coordinates does to the accuracy: measured one after the other.
struct JitterEffect {
    Configuration configuration;
    double jitter = 0;
    int averaging = 1;                      ///< K of the average
    std::optional<Measurement> clean;
    std::optional<Measurement> draw;        ///< one jittered sample
    std::optional<Measurement> averaged;    ///< the mean of K
};

/// What the Smoothness page shows, computed by jobs: the network of the opened manifold, or a
/// checkpoint of somebody's own, in two orders; and the manifold's weights at two sizes. It works
/// only while somebody watches.
class SmoothnessModel : public QObject {
    Q_OBJECT
public:
    static constexpr int effectAveraging = 25;   ///< K where the sample itself is not averaged

    SmoothnessModel(SessionModel& session, TestImages& images, JobBoard& jobs,
                    QObject* parent = nullptr);
    ~SmoothnessModel() override;

    /// Keeps its requests apart from those of another one that works at the same time.
    void setChannel(const std::string& name) { m_channel = name; }
    /// The page is seen, or no longer: what changed meanwhile is computed when it is seen again.
    void setWatched(bool watched);

    /// Null until computed, and while there is nothing to show.
    [[nodiscard]] std::shared_ptr<const OrderComparison> orders() const { return m_orders; }
    [[nodiscard]] std::shared_ptr<const SizeComparison> sizes() const { return m_sizes; }
    [[nodiscard]] const JitterEffect* effect() const { return m_effect ? &*m_effect : nullptr; }
    [[nodiscard]] bool isMeasuring() const { return m_measuring != 0; }
    /// Nothing is under way.
    [[nodiscard]] bool isSettled() const { return m_working == 0 && m_sizing == 0 && m_reading == 0; }

    /// The name of what is shown: the manifold's title, or the checkpoint's file.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool hasCheckpoint() const { return m_checkpoint != nullptr; }
    [[nodiscard]] std::shared_ptr<const NetworkCheckpoint> checkpoint() const { return m_checkpoint; }
    /// Orders that the state asks for, with the defaults of what is shown put in.
    [[nodiscard]] OrderKind before() const;
    [[nodiscard]] OrderKind after() const;
    [[nodiscard]] double jitter() const;

    /// Reads a checkpoint in a job and shows it in the place of the manifold; problem() tells why
    /// not.
    void openCheckpoint(const std::filesystem::path& file);
    void closeCheckpoint();
    /// Writes the checkpoint, or the manifold's full-size network, in the order `after`, in a job;
    /// told() or problem() follows.
    void exportOrdered(const std::filesystem::path& file);

    /// Accuracy clean, of one jittered draw, and averaged over K. `limit`: images; 0 for all.
    void measureJitter(std::size_t limit = 0);
    void cancelMeasuring();

    /// Accuracy in both orders on the test images; the latest request wins. problem() where the
    /// images do not fit, or where a checkpoint does not say how its pixels are scaled.
    void measureOrderAccuracy(std::size_t limit = 0);
    void cancelMeasuringOrders();
    [[nodiscard]] bool isMeasuringOrders() const { return m_comparing != 0; }
    /// Of orders(); null before it is measured.
    [[nodiscard]] const OrderEffect* orderEffect() const
    {
        return m_orderEffect ? &*m_orderEffect : nullptr;
    }

Q_SIGNALS:
    void ordersChanged();
    void sizesChanged();
    void effectChanged();
    void orderEffectChanged();
    void subjectChanged();
    void problem(const QString& text);
    void told(const QString& text);

private:
    void stateChanged();
    void update();
    void computeOrders();
    void computeSizes();
    void forgetOrders();

    SessionModel& m_session;
    TestImages& m_images;
    JobBoard& m_jobs;
    std::string m_channel;
    bool m_watched = false;
    std::shared_ptr<const NetworkCheckpoint> m_checkpoint;
    QString m_checkpointName;
    std::shared_ptr<const OrderComparison> m_orders;
    std::shared_ptr<const SizeComparison> m_sizes;
    std::optional<JitterEffect> m_effect;
    std::optional<OrderEffect> m_orderEffect;

    /// What the results are of, or are going to be.
    struct OrderKey {
        const void* subject = nullptr;
        OrderKind before = OrderKind::Original;
        OrderKind after = OrderKind::Original;
        bool operator==(const OrderKey&) const = default;
    };
    struct SizeKey {
        const void* subject = nullptr;
        Configuration configuration;
        double jitter = 0;
        bool operator==(const SizeKey&) const = default;
    };
    OrderKey m_orderKey;
    SizeKey m_sizeKey;
    JobId m_working = 0;
    JobId m_sizing = 0;
    JobId m_reading = 0;
    JobId m_measuring = 0;
    JobId m_comparing = 0;
};

} // namespace morphospace
