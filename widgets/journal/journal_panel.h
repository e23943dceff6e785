// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/journal/journal_list.h"
#include "widgets/journal/replayer.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QToolButton;

namespace morphospace {

/// Every step of the session in words; a click on a step goes back, or forward, to it. Buttons play
/// the session again, and the line beside them holds a note on the present step.
class JournalPanel : public QWidget {
    Q_OBJECT
public:
    JournalPanel(SessionModel& session, Replayer& replayer, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {400, 124}; }

    [[nodiscard]] Replayer& replayer() { return m_replayer; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] QLineEdit* note() const { return m_note; }

private:
    QToolButton* addButton(const QString& iconName, const QString& name, const QString& tip);
    void follow();
    void showPlaying();

    SessionModel& m_session;
    Replayer& m_replayer;
    QListView* m_list;
    QToolButton* m_first;
    QToolButton* m_back;
    QToolButton* m_play;
    QToolButton* m_next;
    QToolButton* m_last;
    QComboBox* m_speed;
    QLineEdit* m_note;
    bool m_following = false;
};

} // namespace morphospace
