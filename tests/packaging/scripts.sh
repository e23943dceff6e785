#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The scripts parse, are executable, explain themselves, and refuse wrong input from any folder.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

for script in "$root"/packaging/{run,test,pictures,setup.sh,build.sh} "$root/.ci/run" \
              "$root"/tests/packaging/*.sh; do
    expect_status "bash -n $script" 0 bash -n "$script"
done
for script in packaging/{run,test,pictures,setup.sh} .ci/run; do
    [ -x "$root/$script" ] || fail "$script is not executable"
done
if command -v shellcheck >/dev/null; then
    expect_status shellcheck 0 env -C "$root" shellcheck -S warning -x -P . \
        packaging/{run,test,pictures,setup.sh,build.sh} .ci/run
fi

cd /
for script in run test pictures; do
    expect_status "$script --help" 0 "$root/packaging/$script" --help
    expect_line "$script --help" "$scratch/output" "^packaging/$script"
done
expect_status "run: a missing file" 2 "$root/packaging/run" "$scratch/no such.manifold"
expect_line "run: a missing file" "$scratch/output" 'cannot read the file .*no such\.manifold'
expect_status "run: an unknown option" 2 "$root/packaging/run" --fast
expect_line "run: an unknown option" "$scratch/output" 'unknown option --fast'
expect_status "run: two files" 2 "$root/packaging/run" a b

finish
