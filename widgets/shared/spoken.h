// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSlider;
class QWidget;

namespace morphospace {

/// Tells screen readers what Qt leaves out: the text of a label that has a name of its own, the name
/// of a box to choose from (on Linux Qt says its value in the place of the name), what a slider's
/// position stands for, and that a widget which paints itself is a chart or a picture. Once a
/// process; again does no harm.
void installSpokenViews();

/// Words that say a control's value better than its number does: "± 0.5 channels". They are read
/// after its name.
void setSpokenValue(QWidget* control, const QString& words);
/// What a screen reader says of a slider is its position times `scale`: "50" of a width in percent.
void setSpokenScale(QSlider* slider, double scale);

} // namespace morphospace
