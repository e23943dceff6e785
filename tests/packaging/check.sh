# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by the tests beside it: expectations that are counted, and a folder that goes away.

root=$1
failures=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { printf 'FAIL: %s\n' "$*"; failures=$((failures + 1)); }

# expect_equal WHAT ACTUAL EXPECTED
expect_equal() {
    [ "$2" = "$3" ] || fail "$1"$'\n'"  actual:   $2"$'\n'"  expected: $3"
}

# expect_line WHAT FILE PATTERN: some line matches the extended regular expression.
expect_line() {
    grep -qE -- "$3" "$2" || fail "$1"$'\n'"  no line matches: $3"$'\n'"$(sed 's/^/  | /' "$2")"
}

# expect_status WHAT STATUS COMMAND...: output of the command goes to $scratch/output.
expect_status() {
    local what=$1 expected=$2 status=0
    shift 2
    "$@" >"$scratch/output" 2>&1 </dev/null || status=$?
    [ "$status" = "$expected" ] ||
        fail "$what: exit status $status, expected $expected"$'\n'"$(sed 's/^/  | /' "$scratch/output")"
}

finish() {
    [ "$failures" = 0 ] && echo "all expectations hold"
    exit "$((failures > 0))"
}
