// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/evaluation/threads.h"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

namespace {

// A signal may only touch this; a thread of our own hands it on to the stop token.
volatile std::sig_atomic_t interruptSeen = 0;

void onInterrupt(int)
{
    interruptSeen = 1;
    std::signal(SIGINT, SIG_DFL); // a second Ctrl-C ends at once
}

} // namespace

int main(int argc, char** argv)
{
    using namespace morphospace;
    CLI::App app("Morphospace without a window: train weight manifolds, measure them, take networks"
                 " out of them.",
                 "morphospace-cli");
    app.set_version_flag("--version", programVersion());
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 bad input (also a value that this manifold does not have) or a"
        " failure,\n2 wrong usage, 130 interrupted.\n"
        "Every command takes --json: one object on standard output, logs on standard error;\n"
        "after a failure it is {\"error\": ..., \"exit_code\": ...}.");
    cli::Common common;
    cli::addTrain(app, common);
    cli::addBase(app, common);
    cli::addReference(app, common);
    cli::addInspect(app, common);
    cli::addEvaluate(app, common);
    cli::addSweep(app, common);
    cli::addSearch(app, common);
    cli::addSimilarity(app, common);
    cli::addSample(app, common);
    cli::addPermute(app, common);
    cli::addExperiment(app, common);
    cli::addPaths(app, common);
    cli::addReplay(app, common);
    cli::addGlyphs(app, common);
    cli::addZoo(app, common);
    cli::addBench(app, common);
    for (CLI::App* command : app.get_subcommands({})) {
        command->add_flag("--json", common.json, "one JSON object on standard output");
        command->add_option("--threads", common.threads,
                            "compute threads (default: one less than the cores)")
            ->check(CLI::Range(0, 1024));
        cli::requireSoundNumbers(*command);
    }

    std::stop_source stop;
    common.stop = stop.get_token();
    // A file-size limit is then an error of the write that meets it, like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    const std::jthread watcher([&stop](std::stop_token end) {
        while (!end.stop_requested() && !stop.stop_requested()) {
            if (interruptSeen)
                stop.request_stop();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
    try {
        app.parse(argc, argv);
        return cli::success;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) // --help, --version
            return app.exit(error);
        // The flag itself may stand behind what could not be understood.
        common.json = common.json || std::any_of(argv, argv + argc, [](const char* argument) {
                          return std::string_view(argument) == "--json";
                      });
        cli::reportFailure(common, error.what(), cli::wrongUsage);
        cli::log("Run with --help for more information.");
        return cli::wrongUsage;
    } catch (const Cancelled&) {
        cli::reportFailure(common, "interrupted", cli::interrupted);
        return cli::interrupted;
    } catch (const std::exception& error) {
        cli::reportFailure(common, error.what(), cli::failed);
        return cli::failed;
    }
}
