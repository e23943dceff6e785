// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/lesson_draft.h"
#include "widgets/journal/replayer.h"
#include "widgets/model/session_model.h"

#include <QObject>

#include <vector>

namespace morphospace {

/// Turns the pages of a lesson. The session holds the lesson's steps up to the end of the page, so
/// that whatever the audience does is a further step: resetting is going back to where the page
/// ended, and what was done can be had again by redo.
class LessonPlayer : public QObject {
    Q_OBJECT
public:
    LessonPlayer(SessionModel& session, LiveMorph& live, QObject* parent = nullptr);

    /// Shows the first page. Throws Error, with nothing changed, where the session is no lesson or a
    /// manifold is missing.
    void start(const SessionDocument& lesson, OpenedManifolds manifolds, int page = 0,
               OpenedZoos zoos = {});

    [[nodiscard]] int pageCount() const { return int(m_spans.size()); }
    [[nodiscard]] int page() const { return m_page; }
    /// What the present page says. Only once start() was.
    [[nodiscard]] const LessonPage& said() const;
    [[nodiscard]] QString title() const;
    /// The state that the present page ends in.
    [[nodiscard]] const SessionState& endState() const
    {
        return m_session.journal().stateAt(end());
    }

    /// Page `page`, clamped. Its steps are played where it is the next one, and shown at once
    /// elsewhere or where `playing` is false.
    void goTo(int page, bool playing = true);
    void next() { goTo(m_page + 1); }
    void back() { goTo(m_page - 1); }

    [[nodiscard]] bool isPlaying() const { return m_replayer.isPlaying(); }
    /// Shows the end of what is being played.
    void finishPlaying();
    /// Whether the audience has changed something since.
    [[nodiscard]] bool isChanged() const;
    void reset();
    /// Of what the audience did, never of the lesson's own steps.
    void undo();
    void redo();

Q_SIGNALS:
    void pageChanged();
    /// isPlaying() or isChanged() may be different.
    void stateChanged();

private:
    [[nodiscard]] std::size_t end() const { return m_spans[std::size_t(m_page)].end; }

    SessionModel& m_session;
    Replayer m_replayer;
    SessionDocument m_lesson;
    std::vector<PageSpan> m_spans;
    OpenedManifolds m_manifolds;
    OpenedZoos m_zoos;
    int m_page = 0;
};

} // namespace morphospace
