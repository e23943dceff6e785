// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/lesson_player.h"

#include "core/base/error.h"
#include "widgets/shared/local_words.h"

#include <algorithm>

namespace morphospace {

LessonPlayer::LessonPlayer(SessionModel& session, LiveMorph& live, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_replayer(session, live)
{
    connect(&m_replayer, &Replayer::playingChanged, this, &LessonPlayer::stateChanged);
    connect(&m_session, &SessionModel::stateChanged, this, &LessonPlayer::stateChanged);
}

void LessonPlayer::start(const SessionDocument& lesson, OpenedManifolds manifolds, int page,
                         OpenedZoos zoos)
{
    std::vector<PageSpan> spans = pageSpans(lesson.steps);
    if (spans.empty()) {
        throw Error("this session has no pages to present; expected a lesson, whose steps carry "
                    "titles and texts");
    }
    SessionDocument whole = lesson;
    whole.position = 0;
    m_session.replace(whole, manifolds, zoos);
    m_lesson = std::move(whole);
    m_spans = std::move(spans);
    m_manifolds = std::move(manifolds);
    m_zoos = std::move(zoos);
    goTo(page, false);
}

const LessonPage& LessonPlayer::said() const
{
    return *m_lesson.steps[m_spans[std::size_t(m_page)].first].lesson;
}

QString LessonPlayer::title() const
{
    return localWords(m_lesson.title);
}

void LessonPlayer::goTo(int page, bool playing)
{
    if (m_spans.empty()) {
        return;
    }
    const int before = std::exchange(m_page, std::clamp(page, 0, pageCount() - 1));
    const PageSpan& span = m_spans[std::size_t(m_page)];
    playing = playing && m_page == before + 1;
    SessionDocument shown = m_lesson;
    shown.steps.resize(span.end);
    shown.position = playing ? span.first : span.end;
    m_session.replace(shown, m_manifolds, m_zoos);
    Q_EMIT pageChanged();
    if (playing) {
        m_replayer.play();
    }
    Q_EMIT stateChanged();
}

void LessonPlayer::finishPlaying()
{
    if (isPlaying()) {
        m_session.moveTo(end());
    }
}

bool LessonPlayer::isChanged() const
{
    return !m_spans.empty() && !isPlaying()
        && m_session.state() != m_session.journal().stateAt(end());
}

void LessonPlayer::reset()
{
    if (!m_spans.empty()) {
        m_session.moveTo(end());
    }
}

void LessonPlayer::undo()
{
    if (m_session.journal().position() > end()) {
        m_session.moveTo(m_session.journal().position() - 1);
    }
}

void LessonPlayer::redo()
{
    if (!isPlaying()) {
        m_session.redo();
    }
}

} // namespace morphospace
