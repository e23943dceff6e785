// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/replayer.h"

#include <QTimerEvent>

#include <cmath>
#include <string>

namespace morphospace {
namespace {

constexpr int frameMilliseconds = 16;
constexpr double glideSeconds = 0.7;
constexpr double travelSeconds = 2.5;   // as many channels move as there are
constexpr double restSeconds = 0.8;

std::vector<int> mixed(const std::vector<int>& a, const std::vector<int>& b, double t)
{
    std::vector<int> values(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        values[i] = int(std::lround(a[i] + t * (b[i] - a[i])));
    }
    return values;
}

/// Pushes, the time step and the way along one path glide; nothing where they are the same.
bool glides(const ZooState& before, const ZooState& after)
{
    if (before.zoo != after.zoo || before.made != after.made) {
        return false;
    }
    const ZooPlace& a = before.current.place;
    const ZooPlace& b = after.current.place;
    const bool samePath = a.kind == ZooPlaceKind::Path && b.kind == ZooPlaceKind::Path
        && a.member == b.member && a.other == b.other;
    const bool beginsPath = a.kind == ZooPlaceKind::Member && b.kind == ZooPlaceKind::Path
        && a.member == b.member;
    if (a != b && !samePath && !beginsPath) {
        return false;
    }
    return before.current != after.current;
}

ZooModel mixed(const ZooModel& before, const ZooModel& after, double t)
{
    ZooModel model = after;
    const double share =
        before.place.kind == ZooPlaceKind::Path ? before.place.share : 0;
    model.place.share = after.place.kind == ZooPlaceKind::Path
        ? share + t * (after.place.share - share)
        : 0;
    model.from = int(std::lround(before.from + t * (after.from - before.from)));
    const auto pushOf = [](const ZooModel& of, const std::string& name) {
        const auto found = of.pushes.find(name);
        return found == of.pushes.end() ? 0.0 : found->second;
    };
    model.pushes.clear();
    for (const auto* pushes : {&before.pushes, &after.pushes}) {
        for (const auto& [name, sigma] : *pushes) {
            const double then = pushOf(before, name);
            const double now = then + t * (pushOf(after, name) - then);
            if (now != 0) {
                model.pushes[name] = now;
            }
        }
    }
    return model;
}

} // namespace

std::optional<SessionState> between(const SessionState& before, const SessionState& after, double t)
{
    if (before.zoo && after.zoo && glides(*before.zoo, *after.zoo)) {
        SessionState state = before;
        state.zoo->current = mixed(before.zoo->current, after.zoo->current, t);
        return state;
    }
    const std::string travel = "smoothness.travel";
    const std::string from = optionValue(before, travel);
    const std::string to = optionValue(after, travel);
    const bool sizes = before.manifold == after.manifold && before.current != after.current
        && before.current.widths.size() == after.current.widths.size()
        && before.current.depths.size() == after.current.depths.size();
    if (!sizes && from == to) {
        return std::nullopt;
    }
    SessionState state = before;
    if (sizes) {
        state.current = {mixed(before.current.widths, after.current.widths, t),
                         mixed(before.current.depths, after.current.depths, t)};
    }
    if (from != to) {
        // To the percent, as a session keeps the way.
        const double percent = std::stoi(from) + t * (std::stoi(to) - std::stoi(from));
        state.options[travel] = std::to_string(std::lround(percent));
    }
    return state;
}

Replayer::Replayer(SessionModel& session, LiveMorph& live, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_live(live)
{
    connect(&m_session, &SessionModel::recorded, this, &Replayer::pause);
    connect(&m_session, &SessionModel::rewritten, this, &Replayer::pause);
    connect(&m_session, &SessionModel::moved, this, [this] {
        if (!m_moving) {
            pause();
        }
    });
}

void Replayer::play()
{
    if (m_playing || m_session.journal().steps().empty()) {
        return;
    }
    if (!m_session.canRedo()) {
        m_session.moveTo(0);
    }
    m_playing = true;
    m_timer.start(frameMilliseconds, Qt::PreciseTimer, this);
    beginStep();
    Q_EMIT playingChanged();
}

void Replayer::pause()
{
    if (!m_playing) {
        return;
    }
    m_playing = false;
    m_timer.stop();
    m_session.endPreview();
    Q_EMIT playingChanged();
}

void Replayer::setSpeed(double speed)
{
    m_speed = speed;
}

void Replayer::beginStep()
{
    m_gliding = true;
    m_clock.start();
}

bool Replayer::isShown() const
{
    if (!m_session.manifold() || m_live.isSettled()) {
        return true;
    }
    const MorphResult* shown = m_live.current();
    return shown != nullptr && shown->key.configuration == m_session.state().current;
}

void Replayer::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    const double seconds = double(m_clock.elapsed()) / 1000 * m_speed;
    const Journal& journal = m_session.journal();
    if (m_gliding) {
        const std::size_t position = journal.position();
        const bool travels = optionValue(journal.state(), "smoothness.travel")
            != optionValue(journal.stateAt(position + 1), "smoothness.travel");
        const double t = std::min(1.0, seconds / (travels ? travelSeconds : glideSeconds));
        // Slow at both ends, as a hand is.
        const auto state =
            between(journal.state(), journal.stateAt(position + 1), t * t * (3 - 2 * t));
        if (state && t < 1) {
            m_session.preview(*state);
            return;
        }
        m_moving = true;
        m_session.moveTo(position + 1);
        m_moving = false;
        m_gliding = false;
        m_clock.start();
        return;
    }
    if (seconds < restSeconds || !isShown()) {
        return;
    }
    if (m_session.canRedo()) {
        beginStep();
    } else {
        pause();
    }
}

} // namespace morphospace
