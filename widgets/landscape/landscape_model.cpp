// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_model.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/noise_images.h"
#include "core/evaluation/threads.h"
#include "widgets/language/core_text.h"
#include "widgets/model/size_text.h"

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

std::optional<LandscapeAxis> axisNamed(const Family& family, const std::string& name)
{
    for (const LandscapeAxis& axis : landscapeAxes(family)) {
        if (axis.name() == name) {
            return axis;
        }
    }
    return {};
}

/// Seconds for one image, which depend on no weights and no pixels.
double latencyOf(const Manifold& manifold, const Configuration& size, const std::stop_token& stop)
{
    constexpr int runs = 30;
    const NetworkRunner runner(sampleNetwork(manifold, size), manifold.scaling());
    return measureLatency(runner, *noiseImages(manifold.family(), runs), runs, stop)
        .medianSeconds;
}

} // namespace

std::vector<Configuration> trainedWidths(const Manifold& manifold, const std::vector<int>& depths,
                                         int most)
{
    const Family& family = manifold.family();
    const TrainedRange& trained = manifold.trained;
    const auto leading =
        std::size_t(std::ranges::max_element(family.full.widths) - family.full.widths.begin());
    const int least = trained.least.widths[leading];
    const int greatest = trained.greatest.widths[leading];
    const int steps = std::max(1, std::min(most - 1, greatest - least));
    std::vector<Configuration> list;
    for (int step = 0; step <= steps; ++step) {
        const int width = least + int(std::lround(double(greatest - least) * step / steps));
        Configuration size =
            uniformWidths(family, double(width) / family.full.widths[leading], depths);
        // Rounding of the other stages may not leave the range.
        for (std::size_t stage = 0; stage < size.widths.size(); ++stage) {
            size.widths[stage] = std::clamp(size.widths[stage], trained.least.widths[stage],
                                            trained.greatest.widths[stage]);
        }
        if (list.empty() || list.back() != size) {
            list.push_back(std::move(size));
        }
    }
    return list;
}

LandscapeModel::LandscapeModel(SessionModel& session, TestImages& images,
                               MeasurementModel& measurements, JobBoard& jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_images(images)
    , m_measurements(measurements)
    , m_jobs(jobs)
{
    connect(&m_session, &SessionModel::manifoldChanged, this, &LandscapeModel::forget);
    connect(&m_session, &SessionModel::stateChanged, this, &LandscapeModel::takeUpLatency);
    connect(&m_jobs, &JobBoard::ended, this, &LandscapeModel::end);
}

LandscapeModel::~LandscapeModel()
{
    for (const JobId job : {m_measuring, m_searching, m_comparing}) {
        m_jobs.cancel(job);
    }
}

void LandscapeModel::setFolder(const std::string& dataset, const std::filesystem::path& folder)
{
    m_folders[dataset] = folder;
}

void LandscapeModel::provideReport(SearchReport report)
{
    m_report = std::make_unique<SearchReport>(std::move(report));
    m_found = {};
    m_unfinished = false;
    Q_EMIT searchChanged();
}

void LandscapeModel::provideSimilarity(Similarity similarity, bool overWidths)
{
    (overWidths ? m_widths : m_pair) = std::make_unique<Similarity>(std::move(similarity));
    Q_EMIT similarityChanged();
}

void LandscapeModel::provideLatency(const Configuration& size, double seconds)
{
    m_latencies[size] = seconds;
    Q_EMIT latencyMeasured();
}

void LandscapeModel::forget()
{
    cancelMeasuring();
    cancelSearch();
    cancelComparing();
    m_latencies.clear();
    m_records.clear();
    m_report.reset();
    m_found = {};
    m_unfinished = false;
    m_pair.reset();
    m_widths.reset();
    m_validation.reset();
    Q_EMIT searchChanged();
    Q_EMIT similarityChanged();
}

void LandscapeModel::end(JobId id)
{
    if (id == m_measuring) {
        m_measuring = 0;
        Q_EMIT measuringChanged();
    } else if (id == m_searching) {
        m_searching = 0;
        Q_EMIT searchChanged();
    } else if (id == m_comparing) {
        m_comparing = 0;
        Q_EMIT similarityChanged();
    }
}

std::optional<LandscapeData> LandscapeModel::data() const
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return {};
    }
    const SessionState& state = m_session.state();
    const Family& family = manifold->family();
    auto x = axisNamed(family, optionValue(state, "landscape.x"));
    auto y = axisNamed(family, optionValue(state, "landscape.y"));
    const std::vector<LandscapeAxis> axes = landscapeAxes(family);
    if (!x) {
        x = axes.front();
    }
    if (!y || y == x) {
        const auto other = std::ranges::find_if(axes, [&](const auto& axis) { return axis != *x; });
        if (other == axes.end()) {
            return {};
        }
        y = *other;
    }
    LandscapeData data;
    data.title = coreText(manifold->title);
    data.manifold = manifold->hash;
    data.grid = landscapeGrid(*manifold, *x, *y, state.current);
    data.trained = manifold->trained;
    data.current = state.current;
    data.pinned = state.pinned;
    const std::string colour = optionValue(state, "landscape.colour");
    data.colour = colour == "parameters" ? LandscapeData::Colour::Parameters
        : colour == "macs"               ? LandscapeData::Colour::Macs
        : colour == "latency"            ? LandscapeData::Colour::Latency
                                         : LandscapeData::Colour::Accuracy;
    data.close = optionValue(state, "landscape.range") == "close";
    data.sheets = optionValue(state, "landscape.sheets") == "shown";
    data.cells.resize(data.grid.count());
    data.latencies.resize(data.grid.count());
    static const std::string processor = processorName();
    data.processor = processor;
    // What any page measured counts, with the most images; so does what training recorded.
    std::map<Configuration, const Measurement*> known;
    for (const MeasurementModel::Row& row : m_measurements.rows()) {
        const Measurement& m = row.measurement;
        if (row.origin == MeasurementModel::Origin::Reference || m.averaging != state.averaging) {
            continue;
        }
        const Measurement*& best = known[m.configuration];
        if (best == nullptr || m.images > best->images) {
            best = &m;
        }
    }
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        const auto found = known.find(data.configuration(cell));
        if (found != known.end()) {
            data.cells[cell] = *found->second;
        }
        const auto latency = m_latencies.find(data.configuration(cell));
        if (latency != m_latencies.end()) {
            data.latencies[cell] = latency->second;
        }
    }
    return data;
}

void LandscapeModel::measure(std::size_t limit)
{
    cancelMeasuring();
    const auto landscape = data();
    const auto manifold = m_session.manifold();
    const auto images = m_images.images();
    if (!landscape || !images) {
        return;
    }
    const std::int64_t wanted =
        std::int64_t(limit == 0 ? images->size() : std::min(limit, images->size()));
    struct Missing {
        Configuration size;
        bool accuracy = false;
        bool latency = false;
    };
    std::vector<Missing> list;
    const bool latencies = landscape->colour == LandscapeData::Colour::Latency;
    for (const auto& [column, row] :
         coarseToFine(landscape->grid.xs.size(), landscape->grid.ys.size())) {
        const std::size_t at = landscape->grid.at(column, row);
        const auto& cell = landscape->cells[at];
        const Missing missing{landscape->grid.configuration(column, row),
                              !cell || cell->images < wanted,
                              latencies && !landscape->latencies[at]};
        if ((missing.accuracy || missing.latency)
            && std::ranges::find(list, missing.size, &Missing::size) == list.end()) {
            list.push_back(missing);
        }
    }
    if (list.empty()) {
        return;
    }
    m_measuringLimit = limit;
    m_measuringLatency = latencies;
    const SampleOptions options{m_session.state().averaging, 1.0, manifold->seed};
    const std::string name = tr("Landscape of %1 sizes").arg(list.size()).toStdString();
    m_measuring = m_jobs.scheduler().enqueue(
        name, [this, manifold, images, options, limit, list = std::move(list)](JobContext& context) {
            try {
                for (std::size_t i = 0; i < list.size(); ++i) {
                    const Configuration& size = list[i].size;
                    context.progress(double(i) / double(list.size()),
                                     tr("%1 of %2: %3")
                                         .arg(i + 1)
                                         .arg(list.size())
                                         .arg(sizeText(size))
                                         .toStdString());
                    if (list[i].accuracy) {
                        const Measurement result = morphospace::measure(
                            *manifold, size, options, images, limit, context.stopToken());
                        context.deliver([this, result] { Q_EMIT measured(result); });
                    }
                    if (list[i].latency) {
                        const double seconds = latencyOf(*manifold, size, context.stopToken());
                        context.deliver([this, size, seconds] { provideLatency(size, seconds); });
                    }
                }
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] { Q_EMIT problem(text); });
            }
        });
    Q_EMIT measuringChanged();
}

void LandscapeModel::takeUpLatency()
{
    if (m_measuring != 0 && !m_measuringLatency
        && optionValue(m_session.state(), "landscape.colour") == "latency") {
        measure(m_measuringLimit);   // what is measured stays; the rest comes with latency
    }
}

void LandscapeModel::takeFound(const SearchProgress& progress)
{
    if (m_searching == 0) {
        return;   // cancelled since
    }
    if (progress.front.empty() && progress.uniform.empty()) {
        m_found.phase = progress.phase;
        m_found.images = progress.images;
    } else {
        m_found = progress;
    }
    Q_EMIT searchChanged();
}

void LandscapeModel::cancelMeasuring()
{
    if (m_measuring != 0) {
        m_jobs.cancel(std::exchange(m_measuring, 0));
        Q_EMIT measuringChanged();
    }
}

void LandscapeModel::search(const Budget& budget, const SearchOptions& given)
{
    cancelSearch();
    const auto manifold = m_session.manifold();
    const auto test = m_images.images();
    if (!manifold || !test) {
        return;
    }
    const SampleOptions sample{m_session.state().averaging, 1.0, manifold->seed};
    std::shared_ptr<SearchRecord>& record = m_records[{budget.cost, sample.averaging}];
    if (!record) {
        record = std::make_shared<SearchRecord>();
    }
    SearchOptions options = given;
    options.budget = budget;
    // One that goes on shows what it found before.
    if (!m_unfinished || m_searchBudget != budget || m_searchAveraging != sample.averaging) {
        m_found = {};
    }
    m_searchBudget = budget;
    m_searchAveraging = sample.averaging;
    m_unfinished = true;
    const auto folder = m_folders.find(manifold->dataset);
    m_searching = m_jobs.scheduler().enqueue(
        tr("Search within a budget").toStdString(),
        [this, manifold, test, sample, options, record, validation = m_validation,
         from = folder == m_folders.end() ? std::filesystem::path() : folder->second](
            JobContext& context) {
            try {
                const auto chosenBy = validation
                    ? validation
                    : loadImageSet(manifold->dataset, Split::Validation, from);
                // Measuring on test takes the last part of the way.
                constexpr double searching = 0.9;
                std::size_t toldImages = 0;
                const auto told = [&](const SearchProgress& progress) {
                    context.progress(searching * progress.fraction,
                                     tr("%1 sizes on %2 validation images")
                                         .arg(progress.configurations)
                                         .arg(progress.images)
                                         .toStdString());
                    if (!progress.front.empty() || !progress.uniform.empty()
                        || progress.images != toldImages) {
                        toldImages = progress.images;
                        context.deliver([this, progress] { takeFound(progress); });
                    }
                };
                const SearchResult result = searchConfigurations(
                    trainedSpace(*manifold), options,
                    manifoldEvaluator(manifold, chosenBy, options.budget.cost, sample,
                                      context.stopToken()),
                    *record, told);
                const SearchReport report =
                    testSearch(*manifold, result, options, sample, test, context.stopToken(),
                               [&](double fraction) {
                                   context.progress(searching + (1 - searching) * fraction,
                                                    tr("on the test images").toStdString());
                               });
                context.deliver([this, report] {
                    // Measured on the test images like all else that the window shows.
                    for (const auto* list : {&report.front, &report.uniform}) {
                        for (const Tested& tested : *list) {
                            Q_EMIT measured(tested.test);
                        }
                    }
                    provideReport(report);
                });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] {
                    m_unfinished = false;
                    Q_EMIT problem(text);
                });
            }
        });
    Q_EMIT searchChanged();
}

void LandscapeModel::cancelSearch()
{
    if (m_searching != 0) {
        m_jobs.cancel(std::exchange(m_searching, 0));
        Q_EMIT searchChanged();
    }
}

void LandscapeModel::comparePair()
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const SessionState& state = m_session.state();
    compare({state.pinned.value_or(manifold->family().full), state.current}, false);
}

void LandscapeModel::compareWidths()
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    compare(trainedWidths(*manifold, m_session.state().current.depths), true);
}

void LandscapeModel::compare(std::vector<Configuration> sizes, bool overWidths)
{
    cancelComparing();
    const auto manifold = m_session.manifold();
    const auto images = m_images.images();
    if (!images || sizes.empty()) {
        return;
    }
    const SampleOptions sample{m_session.state().averaging, 1.0, manifold->seed};
    const QString name =
        overWidths ? tr("Similarity of %1 widths").arg(sizes.size()) : tr("Similarity of A and B");
    m_comparing = m_jobs.scheduler().enqueue(
        name.toStdString(),
        [this, manifold, images, sample, overWidths, sizes = std::move(sizes)](JobContext& context) {
            try {
                const Similarity result = compareSizes(
                    *manifold, sizes, *images, {}, sample, context.stopToken(),
                    [&](double fraction) { context.progress(fraction); });
                context.deliver(
                    [this, result, overWidths] { provideSimilarity(result, overWidths); });
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] { Q_EMIT problem(text); });
            }
        });
    Q_EMIT similarityChanged();
}

void LandscapeModel::cancelComparing()
{
    if (m_comparing != 0) {
        m_jobs.cancel(std::exchange(m_comparing, 0));
        Q_EMIT similarityChanged();
    }
}

} // namespace morphospace
