// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/recovery.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace morphospace {

/// Asks what to do with sessions that ended without being closed. Closing the dialog starts anew.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    /// Later: the dialog was closed without an answer, so that the next start asks again.
    enum class Choice { Recover, OpenSaved, StartNew, Later };

    explicit RecoveryDialog(const std::vector<RecoveredSession>& sessions, QWidget* parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    /// Index of the session it is about.
    [[nodiscard]] std::size_t session() const;

private:
    void follow();

    const std::vector<RecoveredSession>& m_sessions;
    QListWidget* m_list;
    QPushButton* m_openSaved;
    Choice m_choice = Choice::Later;
};

} // namespace morphospace
