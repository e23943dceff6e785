#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/setup.sh against stand-ins for dpkg-query, apt-get, apt-cache, sudo and id, which write
# down how they were called.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

fakes=$scratch/bin
mkdir "$fakes"
stand_in() { { echo '#!/bin/bash'; cat; } >"$fakes/$1"; chmod +x "$fakes/$1"; }
stand_in dpkg-query <<'TEXT'
case " $INSTALLED " in *" ${!#} "*) echo -n installed ;; *" all "*) echo -n installed ;; *) exit 1 ;; esac
TEXT
stand_in apt-cache <<'TEXT'
echo "apt-cache $*" >>"$CALLS"
case " $OFFERED $(cat "$LISTS" 2>/dev/null) " in *" $2 "*) echo "$2:"; echo "  Candidate: 1.0" ;; esac
TEXT
stand_in apt-get <<'TEXT'
echo "apt-get $*" >>"$CALLS"
case "$*" in
    *update*) echo "$OFFERED_AFTER_UPDATE" >"$LISTS" ;;
    *install*) exit "${INSTALL_STATUS:-0}" ;;
esac
TEXT
stand_in sudo <<'TEXT'
[ "$SUDO_WORKS" = 1 ] || exit 1
[ "$1" = -n ] && shift
echo "sudo $*" >>"$CALLS"
exec "$@"
TEXT
stand_in id <<'TEXT'
echo "$USER_ID"
TEXT

export CALLS=$scratch/calls LISTS=$scratch/lists PATH=$fakes:$PATH
unset MORPHOSPACE_NO_INSTALL MORPHOSPACE_PACKAGES

# setup WHAT STATUS GROUP...: a fresh call with nothing written down yet.
setup() {
    local what=$1 status=$2
    shift 2
    rm -f "$CALLS" "$LISTS"
    touch "$CALLS"
    expect_status "$what" "$status" "$root/packaging/setup.sh" "$@"
}
calls() { grep -v '^apt-cache' "$CALLS" | grep -v '^sudo true' | sed 's/^sudo env [A-Z_=a-z]* /sudo /'; }

export INSTALLED=all OFFERED='' OFFERED_AFTER_UPDATE='' USER_ID=0 SUDO_WORKS=0
setup "nothing is missing" 0 build run wayland headless test lint
expect_equal "nothing is missing: no call of apt" "$(cat "$CALLS")" ""
expect_line "says the processor" "$scratch/output" '^processor: '

cat >"$scratch/packages.txt" <<'TEXT'
# a comment
[build]
one       # why
two|zwei
[run]
three
TEXT
export MORPHOSPACE_PACKAGES=$scratch/packages.txt INSTALLED='one three' OFFERED='zwei'

setup "root: the alternative that is offered" 0 build run
expect_equal "root: the alternative that is offered" "$(calls)" \
    "apt-get -q -y install --no-install-recommends zwei"

INSTALLED='one zwei' setup "either alternative will do" 0 build
expect_equal "either alternative will do" "$(cat "$CALLS")" ""

USER_ID=1000 setup "not root, no sudo" 3 build run
expect_equal "not root, no sudo: nothing is installed" "$(calls)" ""
expect_line "not root, no sudo: the command" "$scratch/output" \
    '^    apt-get update && apt-get install --no-install-recommends zwei$'

USER_ID=1000 SUDO_WORKS=1 setup "not root, sudo" 0 build run
expect_equal "not root, sudo" "$(calls)" \
    $'sudo apt-get -q -y install --no-install-recommends zwei\napt-get -q -y install --no-install-recommends zwei'

MORPHOSPACE_NO_INSTALL=1 setup "told not to install" 3 build
expect_equal "told not to install" "$(calls)" ""
expect_line "told not to install" "$scratch/output" 'MORPHOSPACE_NO_INSTALL is set'

OFFERED='' OFFERED_AFTER_UPDATE='two' setup "no lists yet" 0 build
expect_equal "no lists yet: update comes first" "$(calls)" \
    $'apt-get -q -y update\napt-get -q -y install --no-install-recommends two'

INSTALL_STATUS=100 OFFERED_AFTER_UPDATE='two' setup "apt fails" 3 build
expect_equal "apt fails: one more try with fresh lists" "$(calls)" \
    $'apt-get -q -y install --no-install-recommends zwei\napt-get -q -y update\napt-get -q -y install --no-install-recommends two'
expect_line "apt fails" "$scratch/output" 'could not be installed'

setup "an unknown group" 2 build nonsense
expect_line "an unknown group" "$scratch/output" 'there is no group \[nonsense\]'
printf '[build]\none two\n' >"$MORPHOSPACE_PACKAGES"
setup "two names on a line" 2 build
expect_line "two names on a line" "$scratch/output" 'packages\.txt:2: expected '
printf 'one\n' >"$MORPHOSPACE_PACKAGES"
setup "a name before any group" 2 build
expect_line "a name before any group" "$scratch/output" 'packages\.txt:1: expected '

finish
