#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/setup.sh GROUP...         install what is missing of these groups of packages.txt
# packaging/setup.sh --list GROUP...  only print the names of what is missing
#
# Where nothing is missing apt is not called at all. Exit status: 0 ready, 2 wrong usage or an
# unreadable packages.txt, 3 packages are missing and could not be installed.
# MORPHOSPACE_NO_INSTALL=1 forbids installing: the command to run is then printed instead.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
packages=${MORPHOSPACE_PACKAGES:-$here/packages.txt}

say() { printf '%s\n' "$*" >&2; }

# The entries of the named groups, one a line.
entries() {
    awk -v wanted=" $* " -v file="$packages" '
        { sub(/#.*/, ""); gsub(/[ \t\r]+$/, ""); gsub(/^[ \t]+/, "") }
        /^$/ { next }
        /^\[[a-z]+\]$/ { group = substr($0, 2, length($0) - 2); seen[group] = 1; next }
        /^[a-z0-9][a-z0-9+.|-]*$/ && group != "" { if (index(wanted, " " group " ")) print; next }
        { printf "%s:%d: expected [group], a package name or a comment, found: %s\n",
                 file, NR, $0 > "/dev/stderr"; exit (bad = 2) }
        END {
            if (bad) exit bad
            n = split(wanted, names, " ")
            for (i = 1; i <= n; ++i) if (!(names[i] in seen)) {
                printf "%s: there is no group [%s]\n", file, names[i] > "/dev/stderr"; exit 2
            }
        }' "$packages"
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The entries given of which no alternative is installed.
missing() {
    local entry name names found
    for entry in "$@"; do
        found=
        IFS='|' read -ra names <<<"$entry"
        for name in "${names[@]}"; do
            if installed "$name"; then found=1; break; fi
        done
        [ -n "$found" ] || printf '%s\n' "$entry"
    done
}

offered() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'
}

# Of each entry the first alternative that this release offers; status 1 when one has none.
choose() {
    local entry name names all=0 found
    for entry in "$@"; do
        found=
        IFS='|' read -ra names <<<"$entry"
        for name in "${names[@]}"; do
            if offered "$name"; then found=$name; break; fi
        done
        if [ -z "$found" ]; then found=${names[0]}; all=1; fi
        printf '%s\n' "$found"
    done
    return $all
}

# Says on what the arithmetic will run: a slow BLAS is the difference between a drag and a wait.
describe_machine() {
    local processor blas
    processor=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    say "processor: ${processor:-$(uname -m)}, $(nproc) core(s)"
    blas=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null |
               sed -n 's/^[[:space:]]*libblas\.so\.3 .*=> //p' | head -n 1)
    [ -n "$blas" ] || return 0
    blas=$(readlink -f "$blas")
    case $blas in
        *openblas*) say "BLAS: OpenBLAS ($blas)" ;;
        *) say "warning: BLAS is $blas, not OpenBLAS: matrix products will be many times slower."
           say "         Choose OpenBLAS with: update-alternatives --config" \
               "libblas.so.3-$(basename "$(dirname "$(dirname "$blas")")")" ;;
    esac
}

main() {
    local list_only=
    if [ "${1:-}" = --list ]; then list_only=1; shift; fi
    if [ $# -eq 0 ] || [ "${1#-}" != "$1" ]; then
        sed -n '5,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 2
    fi

    local listed wanted=() absent=() names=()
    listed=$(entries "$@") || exit 2
    mapfile -t wanted <<<"$listed"

    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian (there is no dpkg-query), so packages are not looked at; these are"
        say "the Debian names of what is needed: ${wanted[*]}"
        return 0
    fi

    mapfile -t absent < <(missing "${wanted[@]}")
    if [ -n "$list_only" ]; then
        [ ${#absent[@]} -eq 0 ] || printf '%s\n' "${absent[@]}"
        return 0
    fi
    if [ ${#absent[@]} -gt 0 ]; then
        install_packages "${absent[@]}"
    fi
    describe_machine
}

install_packages() {
    local names as_root=() refused=
    names=$(choose "$@") || true
    mapfile -t names <<<"$names"
    if [ -n "${MORPHOSPACE_NO_INSTALL:-}" ]; then
        refused="MORPHOSPACE_NO_INSTALL is set"
    elif ! command -v apt-get >/dev/null; then
        refused="there is no apt-get"
    elif [ "$(id -u)" -ne 0 ]; then
        # Without a terminal sudo could not ask for a password.
        if ! command -v sudo >/dev/null; then
            refused="you are not root and there is no sudo"
        elif ! { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            refused="you are not root and sudo wants a password, which cannot be asked for here"
        else
            as_root=(sudo)
        fi
    fi
    if [ -n "$refused" ]; then
        say "Missing packages, and they may not be installed: $refused."
        say "Have an administrator run this, then start again:"
        say "    apt-get update && apt-get install --no-install-recommends ${names[*]}"
        exit 3
    fi

    say "Installing ${#names[@]} missing package(s): ${names[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    # Lists are fetched only where they do not know a package or have grown too old to serve it.
    if ! choose "$@" >/dev/null; then
        "${apt[@]}" update >&2 || true
        mapfile -t names < <(choose "$@")
    fi
    if ! "${apt[@]}" install --no-install-recommends "${names[@]}" >&2; then
        say "That failed; fetching fresh package lists and trying once more."
        "${apt[@]}" update >&2 || true
        mapfile -t names < <(choose "$@")
        if ! "${apt[@]}" install --no-install-recommends "${names[@]}" >&2; then
            say "The packages above could not be installed; apt-get's message says why. By hand:"
            say "    apt-get update && apt-get install --no-install-recommends ${names[*]}"
            exit 3
        fi
    fi
}

main "$@"
