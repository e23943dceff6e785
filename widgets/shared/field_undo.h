// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractSpinBox;

namespace morphospace {

/// Undo and redo in a number field are those of the window: what was typed has become a step of the
/// session, and the field's own undo would take back its digits alone.
void leaveUndoToWindow(QAbstractSpinBox* field);

} // namespace morphospace
