#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/run and packaging/test in a tree of their own, whose path holds spaces, called from
# another folder; cmake, ctest, xvfb-run and the program itself are stand-ins that write down how
# they were called.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

tree="$scratch/a tree"
mkdir -p "$tree/resources/manifolds" "$tree/resources/scripts" "$scratch/bin" "$scratch/else where"
cp -r "$root/packaging" "$tree/"
touch "$tree/resources/manifolds/glyphs-resnet.manifold" "$tree/resources/scripts/tour.json"
touch "$scratch/else where/my own.manifold"

stand_in() { { echo '#!/bin/bash'; cat; } >"$scratch/bin/$1"; chmod +x "$scratch/bin/$1"; }
stand_in dpkg-query <<<'echo -n installed'
stand_in apt-get <<<'echo "apt-get $*" >>"$CALLS"'
stand_in xvfb-run <<'TEXT'
while [ "${1#-}" != "$1" ]; do [ "$1" = -s ] && shift; shift; done
echo "xvfb-run" >>"$CALLS"
exec "$@"
TEXT
stand_in ctest <<<'echo "ctest $*" >>"$CALLS"; exit "${CTEST_STATUS:-0}"'
stand_in cmake <<'TEXT'
echo "cmake $* in $(basename "$PWD")" >>"$CALLS"
case $1 in
    --preset) [ -z "${BROKEN:-}" ] || { echo "could not find Qt6"; exit 1; } ;;
    --build) mkdir -p "$2/bin" && cp "$PROGRAM" "$2/bin/morphospace" ;;
esac
TEXT
stand_in program <<'TEXT'
echo "morphospace $*" >>"$CALLS"
while [ $# -gt 0 ]; do [ "$1" != --export ] || [ -n "${LAZY:-}" ] || echo 1,2 >"$2/numbers.csv"; shift; done
TEXT
export PATH=$scratch/bin:$PATH CALLS=$scratch/calls PROGRAM=$scratch/bin/program
unset DISPLAY WAYLAND_DISPLAY
cd "$scratch/else where" || exit 1

called() { # called WHAT STATUS COMMAND...
    : >"$CALLS"
    expect_status "$@"
    ! grep -q '^apt-get' "$CALLS" || fail "$1: apt was called"
}

called "no display" 0 "$tree/packaging/run"
expect_line "no display: says so" "$scratch/output" 'There is no display'
expect_line "no display: configured in the tree" "$CALLS" '^cmake --preset release in a tree$'
expect_line "no display: a virtual one" "$CALLS" '^xvfb-run$'
expect_line "no display: the scripted session" "$CALLS" \
    '^morphospace .*/a tree/resources/manifolds/glyphs-resnet\.manifold --script .*/a tree/resources/scripts/tour\.json --export .*/a tree/out$'
expect_line "no display: what was written" "$scratch/output" '^ +4 bytes  out/numbers\.csv$'

called "a relative file" 0 "$tree/packaging/run" "my own.manifold"
expect_line "a relative file" "$CALLS" '^morphospace /.*/else where/my own\.manifold --script'

LAZY=1 called "nothing was written" 1 "$tree/packaging/run"
expect_line "nothing was written" "$scratch/output" 'without writing anything'

DISPLAY=:99 called "a display" 0 "$tree/packaging/run"
expect_line "a display: the window" "$CALLS" '^morphospace .*/glyphs-resnet\.manifold$'

BROKEN=1 called "configuring fails" 1 "$tree/packaging/run"
expect_line "configuring fails: CMake's words" "$scratch/output" 'could not find Qt6'
expect_equal "configuring fails: nothing is built" "$(grep -c -- --build "$CALLS")" 0

called "the tests" 0 "$tree/packaging/test" -R session
expect_line "the tests" "$CALLS" '^ctest --test-dir .*/a tree/build/release .*-R session$'
CTEST_STATUS=8 called "a test fails" 8 "$tree/packaging/test"

mkdir -p "$tree/build/release"
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$scratch/old place" >"$tree/build/release/CMakeCache.txt"
called "a tree that was moved" 0 "$tree/packaging/test"
expect_line "a tree that was moved" "$CALLS" '^cmake --preset release --fresh in a tree$'

finish
