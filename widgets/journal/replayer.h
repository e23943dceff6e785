// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/live_morph.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace morphospace {

/// The state a share `t` (0 to 1) of the way from one to the other: sizes in between, rounded, and
/// channels on their way between two orders; everything else as before until the end. Without value where there is nothing between them.
[[nodiscard]] std::optional<SessionState> between(const SessionState& before,
                                                  const SessionState& after, double t);

/// Plays the steps of the session from its position on, as the person saw them: sizes glide, and a
/// step is left only when its first picture is there. Whoever changes something ends it.
class Replayer : public QObject {
    Q_OBJECT
public:
    Replayer(SessionModel& session, LiveMorph& live, QObject* parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_playing; }
    /// From the start where the last step is shown already.
    void play();
    void pause();
    /// 1: a second and a half a step.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const { return m_speed; }

Q_SIGNALS:
    void playingChanged();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void beginStep();
    [[nodiscard]] bool isShown() const;

    SessionModel& m_session;
    LiveMorph& m_live;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    double m_speed = 1;
    bool m_playing = false;
    bool m_gliding = false;
    bool m_moving = false;   ///< this object itself moves the session
};

} // namespace morphospace
