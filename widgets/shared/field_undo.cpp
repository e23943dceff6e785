// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/field_undo.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>

namespace morphospace {
namespace {

class UndoFilter : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride) {
            return false;
        }
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo)) {
            return false;
        }
        event->ignore();   // the field does not want it: the shortcut of the window has its way
        return true;
    }
};

} // namespace

void leaveUndoToWindow(QAbstractSpinBox* field)
{
    field->installEventFilter(new UndoFilter(field));
}

} // namespace morphospace
