// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// recovery_worker FOLDER SEED: acts, keeps a recovery log and saves, without end, as the window
// does; after everything that is on record it writes one byte to standard output.
#include "core/session/recovery.h"
#include "random_actions.h"

#include <cstdlib>

#include <unistd.h>

using namespace morphospace;

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const std::filesystem::path folder = argv[1];
    std::mt19937_64 random(std::strtoull(argv[2], nullptr, 10));
    Journal journal;
    const auto document = [&journal] {
        SessionDocument result;
        result.steps.assign(journal.steps().begin(), journal.steps().end());
        result.position = journal.position();
        return result;
    };
    RecoveryLog log(folder / "recovery", document());
    for (;;) {
        const bool merge = random() % 2;
        if (random() % 8 == 0) {
            const std::size_t position = random() % (journal.steps().size() + 1);
            journal.moveTo(position);
            log.moveTo(position);
        } else if (random() % 16 == 0) {
            writeSession(document(), folder / "saved.morph");
            log.rebase(document(), folder / "saved.morph");
        } else {
            const Action action = randomAction(random);
            try {
                if (!journal.record(action, merge))
                    continue;
            } catch (const std::exception&) {
                continue; // illegal, as some are
            }
            log.record(action, merge);
        }
        const char acknowledged = '.';
        if (::write(STDOUT_FILENO, &acknowledged, 1) != 1)
            return 1;
    }
}
