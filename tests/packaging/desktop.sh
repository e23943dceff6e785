#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a desktop reads about the program: complete, and one story told by all files.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/check.sh"

id=org.morphospace.Morphospace
folder=$root/packaging/desktop
entry=$folder/$id.desktop
for field in Type=Application Name=Morphospace 'Comment=.+' 'Exec=morphospace %f' "Icon=$id" \
             'Categories=.+;' 'MimeType=application/vnd\.morphospace\.manifold;'; do
    expect_line "$id.desktop" "$entry" "^$field\$"
done
expect_line "the mime type" "$folder/$id.xml" 'type="application/vnd\.morphospace\.manifold"'
expect_line "the mime type" "$folder/$id.xml" 'pattern="\*\.manifold"'
expect_line "the icon" "$root/resources/icons/morphospace.svg" '<svg '
expect_line "the program knows its entry" "$root/app/gui/main.cpp" "setDesktopFileName.*\"$id\""

metainfo=$folder/$id.metainfo.xml
expect_line metainfo "$metainfo" "<id>$id</id>"
expect_line metainfo "$metainfo" '<project_license>GPL-3\.0-or-later<'
expect_line metainfo "$metainfo" "<launchable type=\"desktop-id\">$id\.desktop<"
expect_line "metainfo knows this version" "$metainfo" "<release version=\"${MORPHOSPACE_VERSION//./\\.}\""

if command -v desktop-file-validate >/dev/null; then
    expect_status desktop-file-validate 0 desktop-file-validate "$entry"
fi
if command -v appstreamcli >/dev/null; then
    expect_status appstreamcli 0 appstreamcli validate --no-net "$metainfo"
fi

finish
