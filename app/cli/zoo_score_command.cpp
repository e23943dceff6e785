// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/zoo_command.h"

#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/diffusion/score.h"
#include "core/diffusion/zoo.h"
#include "core/evaluation/threads.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <set>

namespace morphospace::cli {

namespace {

/// Rows that no file holds: what the arithmetic alone takes.
void writeSyntheticZoo(const std::filesystem::path& file, std::size_t rows, std::size_t columns,
                       const std::stop_token& stop)
{
    std::string header = nlohmann::json{{"members",
                                         {{"dtype", "F32"},
                                          {"shape", {rows, columns}},
                                          {"data_offsets", {0, rows * columns * sizeof(float)}}}}}
                             .dump();
    header.append((8 - header.size() % 8) % 8, ' ');
    const std::uint64_t length = header.size();
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(&length), sizeof length);
    stream << header;
    std::mt19937 random(1);
    // Twenty directions that matter, on noise; drawn once and mixed, so that writing keeps pace.
    constexpr std::size_t rank = 20;
    std::vector<float> directions(rank * columns);
    for (float& value : directions)
        value = float(random() % 2001) / 1000 - 1;
    std::vector<float> row(columns);
    for (std::size_t i = 0; i < rows; ++i) {
        throwIfStopped(stop);
        for (float& value : row)
            value = float(random() % 2001) / 1000 - 1;
        for (std::size_t k = 0; k < rank; ++k) {
            const float amount = float(random() % 2001) / 1000 - 1;
            for (std::size_t j = 0; j < columns; ++j)
                row[j] += amount * directions[k * columns + j];
        }
        stream.write(reinterpret_cast<const char*>(row.data()),
                     std::streamsize(columns * sizeof(float)));
    }
    stream.flush();
    if (!stream)
        throw fileError(file, "", "cannot be written", "a disk with room");
}

/// Forgets what the system keeps of a file in memory, so that it comes from the disk.
void dropFromMemory(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

/// Rows that come from the disk again each time they are read from the first one on.
class ColdRows final : public WeightRows {
public:
    ColdRows(const WeightRows& rows, std::filesystem::path file)
        : m_rows(rows), m_file(std::move(file))
    {
    }
    [[nodiscard]] std::size_t rows() const override { return m_rows.rows(); }
    [[nodiscard]] std::size_t columns() const override { return m_rows.columns(); }
    void read(std::size_t first, std::size_t count, float* to) const override
    {
        if (first == 0)
            dropFromMemory(m_file);
        m_rows.read(first, count, to);
    }

private:
    const WeightRows& m_rows;
    std::filesystem::path m_file;
};

/// The most memory that the program has had so far, in bytes.
double peakMemory()
{
    struct rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return 1024.0 * double(usage.ru_maxrss);
}

double secondsFor(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What all threads together have worked so far: unlike the clock's seconds it does not count the
/// time that other programs had the processor.
double processorSeconds()
{
    struct timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

} // namespace

void addZooScore(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "score", "judge a zoo on faces of families that it never saw");
    struct Options {
        std::filesystem::path file;
        std::filesystem::path glyphs;
        std::filesystem::path judge;
        std::size_t faces = 0;
        std::size_t seeds = 3;
        ScoreOptions score;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file")->required();
    command->add_option("--glyphs", options->glyphs,
                        "folder that the zoo was built from (default: the bundled images)");
    command->add_option("--judge", options->judge,
                        "manifold that reads letters (default: the bundled glyphs-resnet)");
    command->add_option("--faces", options->faces, "unseen faces, one of every group first (0: all)")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--seeds", options->seeds, "runs with another seed each")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_option("--components", options->score.components, "of directions")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--wanted", options->score.wanted,
                        "edits ask for these changes of their attribute, in sigma of the members,"
                        " up and down, where the calibration holds them useful")
        ->check(CLI::Range(0.01, 10.0))
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--given", options->score.given,
                        "letters that inversions look at, several times")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--inversion-components", options->score.inversionComponents,
                        "of inversions; the first seed tries all, further ones the first of them")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--samples", options->score.samples, "drawn for each seed and kind")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    command->add_option("--spread", options->score.spread, "of samples")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    command->add_option("--steps", options->score.steps, "of DDIM")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--noise", options->score.noise, "deviation of the start noise")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--only", options->score.only,
                        "parts that are done: fit, edits, delayed, inversion, samples (default: all)")
        ->delimiter(',')
        ->check(CLI::IsMember(
            std::vector<std::string>(scoreParts.begin(), scoreParts.end())));
    command->footer("Example:\n  morphospace-cli zoo score fonts.zoo --json");
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        const TypefaceZoo made = TypefaceZoo::read(options->file);
        std::set<std::string> names;
        for (const ZooMember& member : made.members())
            names.insert(member.name() + '\n' + member.package);
        std::vector<Typeface> memberFaces;
        for (Typeface& face : readTypefaces(Split::Train, options->glyphs)) {
            if (names.contains(face.name() + '\n' + face.package))
                memberFaces.push_back(std::move(face));
        }
        const std::vector<Typeface> chosen =
            spreadOverGroups(readTypefaces(Split::Test, options->glyphs), options->faces);
        options->score.seeds.clear();
        for (std::size_t seed = 1; seed <= options->seeds; ++seed)
            options->score.seeds.push_back(seed);
        options->score.log = [](const std::string& line) { log(line); };
        options->score.stop = common.stop;
        nlohmann::json object = scoreZoo(made, memberFaces, chosen, readLetterReader(options->judge),
                                         options->score);
        object["zoo_sha256"] = made.hash();
        object["members"] = made.members().size();
        object["unseen_faces"] = chosen.size();
        std::set<std::string> groups;
        for (const Typeface& face : chosen)
            groups.insert(face.group);
        object["unseen_groups"] = groups.size();
        std::string text = std::to_string(chosen.size()) + " faces of "
            + std::to_string(groups.size()) + " groups, " + std::to_string(options->seeds)
            + " seeds; legibility of the faces themselves "
            + fixed(object["legibility_of_unseen_faces"], 3) + '\n';
        for (const auto& [name, values] : object.items()) {
            if (!values.is_object())
                continue;
            text += name + ':';
            for (const auto& [what, value] : values.items())
                text += "  " + what + ' ' + fixed(value.at("mean"), 3) + " +- "
                    + fixed(value.at("deviation"), 3);
            text += '\n';
        }
        report(common, object, text);
    });
}

void addZooBench(CLI::App& zoo, Common& common)
{
    CLI::App* command = zoo.add_subcommand(
        "bench", "time edits, customising, inversion and principal components from disk");
    struct Options {
        std::filesystem::path file;
        int repetitions = 60;
        std::filesystem::path synthetic;
        std::size_t rows = 65000;
        std::size_t columns = 10000;
        std::size_t components = 100;
    };
    auto options = std::make_shared<Options>();
    command->add_option("zoo", options->file, "a .zoo file");
    command->add_option("--moves", options->repetitions, "slider moves that are timed")
        ->check(CLI::Range(5, 100000))
        ->capture_default_str();
    command->add_option("--pca", options->synthetic,
                        "a file that is written with random members, read and removed");
    command->add_option("--rows", options->rows, "its members")
        ->check(CLI::Range(3, 10000000))
        ->capture_default_str();
    command->add_option("--columns", options->columns, "its weights")
        ->check(CLI::Range(2, 1000000))
        ->capture_default_str();
    command->add_option("--components", options->components, "that are looked for")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    command->callback([options, &common] {
        setComputeThreads(common.threads);
        nlohmann::json object{{"processor", processorName()}, {"threads", computeThreads()}};
        std::string text = processorName() + ", " + std::to_string(computeThreads()) + " threads\n";
        if (!options->file.empty()) {
            const TypefaceZoo made = TypefaceZoo::read(options->file);
            const Direction direction = made.direction(0, 200);
            std::vector<int> letters(26);
            std::iota(letters.begin(), letters.end(), 26);
            for (const int steps : {4, 20}) {
                std::vector<double> times, worked;
                for (int i = 0; i < options->repetitions; ++i) {
                    throwIfStopped(common.stop);
                    const double before = processorSeconds();
                    times.push_back(secondsFor([&] {
                        SpecimenOptions specimen;
                        specimen.steps = steps;
                        specimen.letters = letters;
                        const std::vector<Edit> edits{{&direction, 0.1 * (i % 40 - 20)}};
                        (void)made.draw(oneRow(edited(made.coefficients().row(0), edits)),
                                        specimen);
                    }));
                    worked.push_back(processorSeconds() - before);
                }
                std::sort(times.begin(), times.end());
                std::sort(worked.begin(), worked.end());
                const double processor = 1e3 * worked[worked.size() / 2];
                const double p50 = 1e3 * times[times.size() / 2];
                const double p95 = 1e3 * times[std::size_t(0.95 * double(times.size() - 1) + 0.5)];
                object["specimen_" + std::to_string(steps) + "_steps"] = {
                    {"p50_milliseconds", p50},
                    {"p95_milliseconds", p95},
                    {"p50_processor_milliseconds", processor}};
                text += "slider to 26 letters, " + std::to_string(steps) + " steps: p50 "
                    + fixed(p50, 1) + " ms, p95 " + fixed(p95, 1) + " ms; of the processor "
                    + fixed(processor, 1) + " ms\n";
            }
            Typeface face;
            SpecimenOptions whole;
            face.pixels = made.draw(oneRow(made.coefficients().row(1)), whole);
            if (made.adapter() != "independent") {
                const double before = processorSeconds();
                const double customise =
                    secondsFor([&] { (void)made.customise({face}, 1, {}, common.stop); });
                const double worked = processorSeconds() - before;
                object["customise_seconds"] = customise;
                object["customise_processor_seconds"] = worked;
                text += "a font customised: " + fixed(customise, 2) + " s; of the processor "
                    + fixed(worked, 2) + " s\n";
                const double start = processorSeconds();
                const double batch = secondsFor([&] {
                    (void)made.customise(std::vector<Typeface>(32, face), 1, {}, common.stop);
                });
                const double perMember = (processorSeconds() - start) / 32;
                object["members_an_hour"] = 32 * 3600 / batch;
                object["member_processor_seconds"] = perMember;
                text += "members an hour, 32 at once: " + fixed(32 * 3600 / batch, 0)
                    + "; of the processor " + fixed(perMember, 2) + " s each\n";
            }
            const double before = processorSeconds();
            const double invert =
                secondsFor([&] { (void)made.invert({face}, {17, 26, 32}, {}, common.stop); });
            const double worked = processorSeconds() - before;
            object["inversion_seconds"] = invert;
            object["inversion_processor_seconds"] = worked;
            text += "inversion from three letters: " + fixed(invert, 2) + " s; of the processor "
                + fixed(worked, 2) + " s\n";
        }
        if (!options->synthetic.empty()) {
            requireFolderOf(options->synthetic);
            if (std::filesystem::exists(options->synthetic))
                throw fileError(options->synthetic, "", "is there already", "a new file's name");
            const double bytes = double(options->rows) * double(options->columns) * 4;
            const auto remove = [&] {
                std::error_code failed;
                std::filesystem::remove(options->synthetic, failed);
            };
            try {
                writeSyntheticZoo(options->synthetic, options->rows, options->columns, common.stop);
                const FileRows stored(options->synthetic, "members");
                const ColdRows rows(stored, options->synthetic);
                const double before = peakMemory();
                std::vector<float> block(std::min<std::size_t>(256, options->rows)
                                         * options->columns);
                const double reading = secondsFor([&] {
                    for (std::size_t first = 0; first < rows.rows(); first += 256)
                        rows.read(first, std::min<std::size_t>(256, rows.rows() - first),
                                  block.data());
                });
                int passes = 0;
                StreamedPca streamed;
                streamed.components = options->components;
                streamed.stop = common.stop;
                streamed.progress = [&passes](int pass, double explained) {
                    passes = pass;
                    log("pass " + std::to_string(pass) + ": explained " + fixed(explained, 4));
                };
                const double seconds =
                    secondsFor([&] { (void)streamedPrincipalComponents(rows, streamed); });
                // One more pass finds mean and deviation.
                const double rate = bytes * (passes + 1) / seconds;
                object["pca"] = {{"rows", options->rows},
                                 {"columns", options->columns},
                                 {"components", options->components},
                                 {"passes", passes + 1},
                                 {"seconds", seconds},
                                 {"bytes_a_second", rate},
                                 {"bytes_a_second_of_reading_alone", bytes / reading},
                                 {"peak_bytes", peakMemory()},
                                 {"peak_bytes_before", before}};
                text += "principal components of " + std::to_string(options->rows) + " x "
                    + std::to_string(options->columns) + " from disk: " + fixed(seconds, 1)
                    + " s in " + std::to_string(passes + 1) + " passes, "
                    + fixed(rate / 1e6, 0) + " MB/s; reading alone "
                    + fixed(bytes / reading / 1e6, 0) + " MB/s; at most "
                    + fixed(peakMemory() / 1e6, 0) + " MB of memory\n";
            } catch (...) {
                remove();
                throw;
            }
            remove();
        }
        report(common, object, text);
    });
}

} // namespace morphospace::cli
