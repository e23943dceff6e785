// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace morphospace::cli {

/// Exit codes, as documented in --help.
enum ExitCode : int {
    success = 0,
    failed = 1,       ///< bad input or a failure: the message says what and where
    wrongUsage = 2,   ///< the command line itself
    interrupted = 130 ///< Ctrl-C; what can be kept was kept
};

/// What every command shares.
struct Common {
    bool json = false;          ///< one object on standard output, logs on standard error
    int threads = 0;            ///< 0: one less than the cores
    std::stop_token stop;       ///< Ctrl-C
    mutable bool reported = false; ///< the object is on standard output: a failure adds no second
};

/// Prints the object (with --json) or `text` on standard output.
void report(const Common& common, const nlohmann::json& object, const std::string& text);
/// A failure in words on standard error and, with --json, as {"error", "exit_code"} on standard
/// output, unless the command's own object is already there.
void reportFailure(const Common& common, const std::string& message, int code);
/// A line on standard error.
void log(const std::string& line);
/// "98.73": two digits whatever the locale.
[[nodiscard]] std::string fixed(double value, int digits);
[[nodiscard]] std::string withThousands(std::int64_t value);

/// Width and depth options that name a configuration.
struct SizeOptions {
    std::optional<double> width; ///< fraction of full size
    std::vector<int> widths;
    std::vector<int> depths;

    void add(CLI::App& command);
    /// Full size where nothing was given. Throws Error for an illegal size.
    [[nodiscard]] Configuration configuration(const Family& family) const;
};

/// "16,32,64:3,3,3" or "16": widths, then depths where the family has them.
[[nodiscard]] Configuration parseSize(const std::string& text, const Family& family);

/// For --width: a finite number above 0, at most the greatest factor.
[[nodiscard]] CLI::Validator fractionOfFullSize();
/// What CLI11 lets pass: a negative number for an option that takes none (it would wrap around),
/// and "nan" and "inf" for any number. For every option of the command.
void requireSoundNumbers(CLI::App& command);
/// --average, --jitter and --seed, which evaluate, sweep and sample share.
void addSampleOptions(CLI::App& command, SampleOptions& sample);
/// Throws Error where `file` could not be written in the end: before work, not after it.
void requireFolderOf(const std::filesystem::path& file);

/// The command as typed, for files that say how they were made: paths by their last part, a folder
/// of data as DIR, without what only concerns this run (--threads, --json, --restart).
[[nodiscard]] std::string recordedCommand(const CLI::App& command);
/// "original", "random" ...: every order of channels.
[[nodiscard]] std::vector<std::string> orderNames();

using Run = std::function<void()>;
/// Each adds its subcommand(s); the callback runs it.
void addTrain(CLI::App& app, Common& common);
void addBase(CLI::App& app, Common& common);
void addReference(CLI::App& app, Common& common);
void addInspect(CLI::App& app, Common& common);
void addEvaluate(CLI::App& app, Common& common);
void addSweep(CLI::App& app, Common& common);
void addSearch(CLI::App& app, Common& common);
void addSimilarity(CLI::App& app, Common& common);
void addSample(CLI::App& app, Common& common);
void addPermute(CLI::App& app, Common& common);
void addExperiment(CLI::App& app, Common& common);
void addPaths(CLI::App& app, Common& common);
void addReplay(CLI::App& app, Common& common);
void addGlyphs(CLI::App& app, Common& common);
void addBench(CLI::App& app, Common& common);
void addZoo(CLI::App& app, Common& common);

} // namespace morphospace::cli
