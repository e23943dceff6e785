// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fixtures.h"
#include "tests/widgets/looks.h"
#include "widgets/weightspace/cloud_data.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/score_bars.h"
#include "widgets/weightspace/specimen_data.h"

namespace morphospace {

/// The 52 letters of a face of fonts-dejavu-core ("DejaVuSans.ttf"), as a model would have drawn them.
[[nodiscard]] SpecimenDrawing faceDrawing(const QString& file, std::uint64_t seed = 1);
/// Members in three clumps, the values growing along the first component; the same every time.
[[nodiscard]] CloudData cloud(std::size_t members);
/// Six directions, some of which have much in common.
[[nodiscard]] EntanglementData madeUpDirections();
/// What a bolder face became, and what else moved.
[[nodiscard]] ScoreData madeUpScores();

/// A mouse event as a hand makes it, modifiers and all.
void mouse(QWidget* widget, QEvent::Type type, const QPointF& at, Qt::MouseButton button = Qt::LeftButton,
           Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Press, the way in steps, release.
void drag(QWidget* widget, const QList<QPointF>& way, Qt::MouseButton button = Qt::LeftButton,
          Qt::KeyboardModifiers modifiers = Qt::NoModifier);

} // namespace morphospace
