// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QString>

namespace morphospace {

/// A quiet surface that holds one subject.
[[nodiscard]] QFrame* makeCard(QWidget* parent = nullptr);
/// A semi-bold line over one subject.
[[nodiscard]] QLabel* makeHeading(const QString& text, QWidget* parent = nullptr);
/// Secondary text that wraps and can be selected.
[[nodiscard]] QLabel* makeNote(const QString& text = {}, QWidget* parent = nullptr);

/// The name a screen reader says and the tip a mouse shows, in one call: no control goes without.
void describeControl(QWidget* control, const QString& name, const QString& tip);

} // namespace morphospace
