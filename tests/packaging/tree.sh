#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The tree speaks only of itself: no file, binary ones included, names a folder of the machine it
# was made on or a server that packages came from; every text file of ours states its licence.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"
cd "$root" || exit 1

# A release tarball has no git: then everything but build folders is looked at.
if ! git ls-files -z >"$scratch/files" 2>/dev/null; then
    find . -path ./.git -prune -o -path './build*' -prune -o -path ./out -prune -o -type f -print0 >"$scratch/files"
fi

# Bracketed letters keep these expressions from finding themselves.
places='(^|[^A-Za-z0-9_.])/([w]ork|[r]oot|[h]ome/[a-z]+|[t]mp/[a-z]+)/'
servers='([d]eb|[s]napshot|[s]ecurity)\.debian\.org|[p]ypi\.org|[r]egistry\.npmjs|[p]roxy\.golang'
found=$(xargs -0 -a "$scratch/files" grep -laE -- "$places|$servers")
[ -z "$found" ] || fail "these files name a machine's folders or a package server:"$'\n'"$found"

unlicensed=$(grep -zE '\.(cpp|h|sh|cmake|py)$|CMakeLists\.txt$' "$scratch/files" |
                 xargs -0 -r grep -L 'SPDX-License-Identifier: GPL-3.0-or-later')
[ -z "$unlicensed" ] || fail "these files state no licence:"$'\n'"$unlicensed"

finish
