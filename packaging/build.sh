# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by run, test and pictures: where things are, and how a preset is configured and built.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# As many compilers as there are processors, and no more than memory holds: a file that includes
# LibTorch takes about 1.5 GB to compile.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || true)
    [ -n "$memory" ] || memory=$cores
    [ "$memory" -ge 1 ] || memory=1
    if [ "$memory" -lt "$cores" ]; then echo "$memory"; else echo "$cores"; fi
}

# build_preset PRESET [TARGET...]: configures build/PRESET and builds the targets (default: all).
# What CMake says goes into a log, shown when it fails.
build_preset() {
    local preset=$1 folder=$root/build/$1 log fresh=()
    shift
    log=$folder/configure.log
    mkdir -p "$folder"
    # A clone that was moved or copied holds a cache that names its old place.
    if [ -f "$folder/CMakeCache.txt" ] &&
           ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        fresh=(--fresh)
    fi
    say "Configuring (preset $preset) ..."
    if ! (cd "$root" && cmake --preset "$preset" "${fresh[@]}" >"$log" 2>&1); then
        cat "$log" >&2
        say "CMake could not configure the project; its last message above says what it missed."
        return 1
    fi
    say "Building in build/$preset ..."
    if ! cmake --build "$folder" --parallel "$(build_jobs)" ${1+--target "$@"}; then
        say "The build failed; the first error above is the one to look at."
        return 1
    fi
}

# Runs a program on a virtual X11 screen, whatever display there is besides.
run_on_virtual_display() {
    env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
        xvfb-run -a -s "-screen 0 1600x1000x24" "$@"
}
