// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/letter_reader.h"
#include "core/diffusion/zoo.h"
#include "core/session/provenance.h"
#include "widgets/model/job_board.h"
#include "widgets/model/session_model.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace morphospace {

/// Letters that a model drew from one start noise.
struct DrawnLetters {
    std::uint64_t seed = 1;
    std::vector<int> letters;         ///< places in "A..Za..z"
    std::vector<std::uint8_t> pixels; ///< letters x 784, ink is 255
    std::vector<int> readAs;          ///< what the reader takes each for; empty: not read
};

/// What a model draws, and what is measured of it. It grows: letters in few steps first, what they
/// measure, then letters in all steps and how legible they are.
struct DrawnModel {
    ZooModel model;
    std::uint64_t seed = 1;
    bool coarse = true;   ///< few steps
    bool halfOld = false; ///< half of the letters are those of the state before
    std::vector<float> coefficients;
    std::vector<DrawnLetters> drawings; ///< of the seed; then of others, the word's letters
    std::optional<TypefaceMeasures> measures;
    std::optional<TypefaceMeasures> still; ///< of the same place without pushes
    std::optional<double> legibility;      ///< share of the 52 that is read as what it is
    std::optional<double> stillLegibility;
    std::optional<Novelty> nearest; ///< member
};

/// Directions of a state, found once for all models that are pushed along them.
struct FoundDirections {
    std::string zoo;
    std::vector<MadeDirection> made;
    std::map<std::string, std::vector<std::string>> independent;
    std::vector<Direction> list; ///< in the order of directionNames()
    Matrix cosines;              ///< between all pairs, as they are pushed along
};

/// A few letters to find a model for: of somebody's drawing, a picture, or a font file.
struct GivenLetters {
    std::vector<std::uint8_t> pixels; ///< 52 x 784; only the given ones are looked at
    std::vector<int> letters;
    QString name; ///< of what is found
};

class StillDrawings;

/// What the Weight space page shows, drawn and measured by jobs while somebody watches. While a
/// hand moves something, letters come in few steps at once and the newest request wins; at rest
/// they come in all steps.
class WeightSpaceModel : public QObject {
    Q_OBJECT
public:
    static constexpr int coarseSteps = 4;
    static constexpr int fullSteps = 20;
    static constexpr int otherSeeds = 3; ///< shown beside the first one

    WeightSpaceModel(SessionModel& session, JobBoard& jobs, QObject* parent = nullptr);
    ~WeightSpaceModel() override;

    /// The page is seen, or no longer: what changed meanwhile is drawn when it is seen again.
    void setWatched(bool watched);

    /// Null until drawn, and while no zoo is open.
    [[nodiscard]] std::shared_ptr<const DrawnModel> current() const { return m_current; }
    [[nodiscard]] std::shared_ptr<const DrawnModel> pinned() const { return m_pinned; }
    [[nodiscard]] std::shared_ptr<const FoundDirections> directions() const { return m_directions; }
    /// Nothing is under way or about to be.
    [[nodiscard]] bool isSettled() const;

    /// A few letters of a member, for who points at it; null where they are not drawn yet:
    /// glimpseChanged() follows.
    [[nodiscard]] const DrawnLetters* glimpseOf(int member);

    /// All of these become steps of the session when their job is done. problem() tells why not.
    void invert(const GivenLetters& given, InversionOptions options);
    void customise(const std::filesystem::path& font);
    /// The next sample by the session's options: a step at once.
    void sample();
    /// Walks from the member that is shown, or from where it stands on a path, to another one: one
    /// step of the session, whatever it is stopped at.
    void walkTo(int member);
    /// Goes on, or stops.
    void setWalking(bool walking);
    [[nodiscard]] bool isWalking() const { return m_walking; }
    [[nodiscard]] bool canWalk() const;

    /// Write files in jobs, with where they come from in their metadata; told() or problem()
    /// follows.
    void exportAdapter(const std::filesystem::path& file, const Provenance& provenance);
    void exportMerged(const std::filesystem::path& file, const Provenance& provenance);
    /// Samples by the session's options: one picture where the file ends in .png, else IDX (images
    /// and labels, and a .json with the provenance, for which IDX has no room).
    void exportSamples(const std::filesystem::path& file, int count, const Provenance& provenance);
    /// Work on the queue: inversion, customising, export.
    [[nodiscard]] bool isWorking() const { return !m_works.empty(); }

    /// Drawings asked for so far.
    [[nodiscard]] std::int64_t requests() const { return m_requests; }

Q_SIGNALS:
    void currentChanged();
    void pinnedChanged();
    void directionsChanged();
    void glimpseChanged(int member);
    void walkingChanged();
    void workingChanged();
    void settled();
    void problem(const QString& text);
    void told(const QString& text);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    /// What a drawing depends on.
    struct Key {
        std::string zoo;
        ZooModel model;
        std::uint64_t seed = 1;
        std::vector<MadeDirection> made;
        std::map<std::string, std::vector<std::string>> independent;
        std::string others; ///< the word, where other seeds are shown
        bool operator==(const Key&) const = default;
    };

    void zooChanged();
    void stateChanged();
    void update();
    [[nodiscard]] Key keyOf(const ZooModel& model) const;
    void draw(bool pinned, const Key& key, bool moving);
    void rest();
    void take(bool pinned, const Key& key, std::shared_ptr<const DrawnModel> drawn);
    void ended(JobId id);
    void enqueue(const QString& name, Scheduler::Job job);
    void checkSettled();

    SessionModel& m_session;
    JobBoard& m_jobs;
    bool m_watched = false;
    std::shared_ptr<const DrawnModel> m_current;
    std::shared_ptr<const DrawnModel> m_pinned;
    std::shared_ptr<const FoundDirections> m_directions;
    std::shared_ptr<StillDrawings> m_still; ///< shared with jobs: drawings without pushes
    std::optional<Key> m_currentKey; ///< asked for last
    std::optional<Key> m_pinnedKey;
    bool m_currentFull = false; ///< asked for in all steps
    bool m_lowerFirst = false;
    JobId m_currentJob = 0;
    JobId m_pinnedJob = 0;
    JobId m_glimpseJob = 0;
    std::vector<JobId> m_works;
    QTimer m_rest;
    std::map<int, DrawnLetters> m_glimpses;
    int m_glimpsed = -1; ///< being drawn
    bool m_walking = false;
    bool m_stepping = false; ///< this object itself changes the session
    QBasicTimer m_walk;
    QElapsedTimer m_clock;
    double m_walkedFrom = 0;
    std::int64_t m_requests = 0;
};

} // namespace morphospace
