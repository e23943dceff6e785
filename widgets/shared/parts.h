// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLayout;
class QWidget;

namespace morphospace {

/// Names a part of a page or panel that a lesson may lock, hide or point at: one of
/// lessonControls(). Only lessons enable and show it; what is inside does so for itself.
void setPart(QWidget* widget, const char* name);
/// The part itself, or empty.
[[nodiscard]] QString partName(const QWidget* widget);
/// The part under `root` with that name; null where there is none.
[[nodiscard]] QWidget* findPart(QWidget* root, const QString& name);
/// The part that a widget is or belongs to; null where it is of none.
[[nodiscard]] QWidget* partAround(QWidget* widget);

/// A part with nothing of its own, around one control or a layout.
[[nodiscard]] QWidget* makePart(const char* name, QWidget* content);
[[nodiscard]] QWidget* makePart(const char* name, QLayout* content);

/// What a person calls it: "slider for the width".
[[nodiscard]] QString partWords(const QString& name);

} // namespace morphospace
