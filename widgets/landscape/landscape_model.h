// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/search_report.h"
#include "core/evaluation/similarity.h"
#include "widgets/landscape/landscape_data.h"
#include "widgets/model/job_board.h"
#include "widgets/model/measurement_model.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace morphospace {

/// Uniform widths from the least that was trained to the greatest, both among them, at most `most`
/// and evenly apart.
[[nodiscard]] std::vector<Configuration> trainedWidths(const Manifold& manifold,
                                                       const std::vector<int>& depths,
                                                       int most = 13);

/// What the Landscape page computes, each in a job of its own that can be cancelled: a grid of
/// accuracies, a search within a budget, and how alike sizes are. Belongs to the window, so that
/// nothing is lost when the page is made again.
class LandscapeModel : public QObject {
    Q_OBJECT
public:
    LandscapeModel(SessionModel& session, TestImages& images, MeasurementModel& measurements,
                   JobBoard& jobs, QObject* parent = nullptr);
    ~LandscapeModel() override;

    /// Folder of a data set that does not ship: validation images are read from it.
    void setFolder(const std::string& dataset, const std::filesystem::path& folder);
    /// Images to choose by, as they are: for sets that do not come from a folder.
    void provideValidation(std::shared_ptr<const ImageSet> images) { m_validation = std::move(images); }

    /// Takes results as they are, in the place of those of a job.
    void provideReport(SearchReport report);
    void provideSimilarity(Similarity similarity, bool overWidths);
    void provideLatency(const Configuration& size, double seconds);

    /// The landscape that the session's options ask for, with all that is measured of it, by
    /// whatever page; nothing where no manifold is open or its family has one axis only.
    [[nodiscard]] std::optional<LandscapeData> data() const;

    /// Measures what is missing of data(), coarse to fine, with the latency of every size where
    /// colours show it, also from when they come to show it. `limit`: images a size, 0 for all.
    void measure(std::size_t limit = 0);
    void cancelMeasuring();
    [[nodiscard]] bool isMeasuring() const { return m_measuring != 0; }

    /// Searches within a budget; goes on from what an earlier search of the same cost measured.
    void search(const Budget& budget, const SearchOptions& options = {});
    void cancelSearch();
    [[nodiscard]] bool isSearching() const { return m_searching != 0; }
    /// The last search that came to its end; null where there is none.
    [[nodiscard]] const SearchReport* report() const { return m_report.get(); }
    /// Whether the last search was ended before it came to its end: search() goes on from there.
    [[nodiscard]] bool isSearchStopped() const { return m_searching == 0 && m_unfinished; }
    /// What a search under way, or one that was stopped, has found until now on validation images;
    /// its fronts are those that were told last. Nothing is in it once a report is there.
    [[nodiscard]] const SearchProgress& found() const { return m_found; }
    /// Of that search.
    [[nodiscard]] const Budget& searchBudget() const { return m_searchBudget; }

    /// Compares A with B where something is pinned, else full size with B.
    void comparePair();
    /// Compares trainedWidths() with each other, at the current depths.
    void compareWidths();
    void cancelComparing();
    [[nodiscard]] bool isComparing() const { return m_comparing != 0; }
    [[nodiscard]] const Similarity* pair() const { return m_pair.get(); }
    [[nodiscard]] const Similarity* widths() const { return m_widths.get(); }

Q_SIGNALS:
    void measured(const Measurement& measurement);
    void latencyMeasured();
    void measuringChanged();
    void searchChanged();
    void similarityChanged();
    void problem(const QString& text);

private:
    void compare(std::vector<Configuration> sizes, bool overWidths);
    void end(JobId id);
    void forget();
    void takeUpLatency();
    void takeFound(const SearchProgress& progress);

    SessionModel& m_session;
    TestImages& m_images;
    MeasurementModel& m_measurements;
    JobBoard& m_jobs;
    std::map<std::string, std::filesystem::path> m_folders;
    std::shared_ptr<const ImageSet> m_validation;
    JobId m_measuring = 0;
    std::size_t m_measuringLimit = 0;
    bool m_measuringLatency = false;
    JobId m_searching = 0;
    JobId m_comparing = 0;
    /// Seconds for one image; it depends on the size and on nothing else of a sample.
    std::map<Configuration, double> m_latencies;
    /// By cost and averaging: what searches of this manifold measured.
    std::map<std::pair<Cost, int>, std::shared_ptr<SearchRecord>> m_records;
    std::unique_ptr<SearchReport> m_report;
    SearchProgress m_found;
    Budget m_searchBudget;
    int m_searchAveraging = 0;
    bool m_unfinished = false;   ///< a search began and has no report
    std::unique_ptr<Similarity> m_pair;
    std::unique_ptr<Similarity> m_widths;
};

} // namespace morphospace
