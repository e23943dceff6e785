// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <QWidget>

class QUndoView;

namespace morphospace {

/// Every step of the session in words; a click on a step goes back, or forward, to it.
class JournalPanel : public QWidget {
    Q_OBJECT
public:
    explicit JournalPanel(SessionModel& session, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {400, 84}; }

private:
    QUndoView* m_view;
};

} // namespace morphospace
