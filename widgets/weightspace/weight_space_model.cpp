// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_model.h"

#include "core/base/error.h"
#include "core/replay/zoo_model.h"
#include "widgets/language/core_text.h"
#include "widgets/weightspace/model_drawing.h"

#include <QTimerEvent>

#include <algorithm>

namespace morphospace {
namespace {

constexpr int restMilliseconds = 140; // a hand that stands still so long rests
constexpr std::size_t keptGlimpses = 400;

} // namespace

WeightSpaceModel::WeightSpaceModel(SessionModel& session, JobBoard& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_still(std::make_shared<StillDrawings>())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &WeightSpaceModel::rest);
    connect(&m_session, &SessionModel::zooChanged, this, &WeightSpaceModel::zooChanged);
    connect(&m_session, &SessionModel::stateChanged, this, &WeightSpaceModel::stateChanged);
    connect(&m_session, &SessionModel::recorded, this, [this] {
        if (!m_stepping) {
            setWalking(false);
        }
    });
    connect(&m_session, &SessionModel::moved, this, [this] { setWalking(false); });
    connect(&m_jobs, &JobBoard::ended, this, &WeightSpaceModel::ended);
}

WeightSpaceModel::~WeightSpaceModel()
{
    for (const JobId id : {m_currentJob, m_pinnedJob, m_glimpseJob}) {
        m_jobs.cancel(id);
    }
    for (const JobId id : m_works) {
        m_jobs.cancel(id);
    }
}

void WeightSpaceModel::setWatched(bool watched)
{
    m_watched = watched;
    update();
}

bool WeightSpaceModel::isSettled() const
{
    return m_currentJob == 0 && m_pinnedJob == 0 && m_works.empty() && !m_rest.isActive()
        && !m_walking;
}

void WeightSpaceModel::zooChanged()
{
    setWalking(false);
    for (const JobId id : {m_currentJob, m_pinnedJob, m_glimpseJob}) {
        m_jobs.cancel(id);
    }
    for (const JobId id : std::vector(m_works)) {
        m_jobs.cancel(id);
    }
    m_current.reset();
    m_pinned.reset();
    m_directions.reset();
    m_currentKey.reset();
    m_pinnedKey.reset();
    m_glimpses.clear();
    m_glimpsed = -1;
    Q_EMIT directionsChanged();
    Q_EMIT currentChanged();
    Q_EMIT pinnedChanged();
}

void WeightSpaceModel::stateChanged()
{
    if (m_session.zoo() && m_pinned && !m_session.state().zoo->pinned) {
        m_pinned.reset();
        m_pinnedKey.reset();
        Q_EMIT pinnedChanged();
    }
    update();
}

WeightSpaceModel::Key WeightSpaceModel::keyOf(const ZooModel& model) const
{
    const SessionState& state = m_session.state();
    Key key{m_session.zoo()->hash(), model, state.zoo->seed, state.zoo->made,
            state.zoo->independent,  {}};
    // Directions that the model is not pushed along change nothing of it.
    if (optionValue(state, "weightspace.sheet") == "seeds") {
        key.others = state.zoo->word;
    }
    return key;
}

void WeightSpaceModel::update()
{
    if (!m_watched || !m_session.zoo() || !m_session.state().zoo) {
        return;
    }
    const ZooState& state = *m_session.state().zoo;
    const bool moving =
        m_session.isDragging() || m_walking || m_session.state() != m_session.journal().state();
    if (const Key key = keyOf(state.current); key != m_currentKey || (!m_currentFull && !moving)) {
        draw(false, key, moving);
    }
    if (state.pinned) {
        if (const Key key = keyOf(*state.pinned); key != m_pinnedKey) {
            draw(true, key, false);
        }
    }
}

void WeightSpaceModel::rest()
{
    if (m_watched && m_session.zoo() && !m_currentFull) {
        draw(false, keyOf(m_session.state().zoo->current), false);
    }
}

void WeightSpaceModel::draw(bool pinned, const Key& key, bool moving)
{
    const auto zoo = m_session.zoo();
    const ZooState state = *m_session.state().zoo;
    const bool sameKey = !pinned && key == m_currentKey;
    (pinned ? m_pinnedKey : m_currentKey) = key;
    ++m_requests;
    if (!pinned) {
        m_currentFull = !moving;
        m_lowerFirst = !m_lowerFirst;
        if (moving) {
            m_rest.start();
        } else {
            m_rest.stop();
        }
    }
    const auto old = pinned ? m_pinned : m_current;
    // What is on the screen already needs no coarse drawing again.
    const bool coarseKnown =
        sameKey && old && old->model == key.model && !old->halfOld && old->measures;
    const auto known = m_directions;
    const bool lowerFirst = m_lowerFirst;
    const auto still = m_still;
    const JobId id = m_jobs.scheduler().runLatest(
        pinned ? "weight space A" : "weight space B", tr("Drawing letters").toStdString(),
        [this, zoo, state, key, pinned, moving, old, coarseKnown, known, lowerFirst,
         still](JobContext& context) {
            try {
                auto directions = known;
                if (!directions || directions->zoo != key.zoo || directions->made != key.made
                    || directions->independent != key.independent) {
                    auto found = std::make_shared<FoundDirections>();
                    found->zoo = key.zoo;
                    found->made = key.made;
                    found->independent = key.independent;
                    found->list = directionsOf(*zoo, state);
                    std::vector<std::vector<float>> axes;
                    for (const Direction& direction : found->list) {
                        axes.push_back(direction.axis);
                    }
                    found->cosines = cosines(axes);
                    directions = found;
                    context.deliver([this, found] {
                        m_directions = found;
                        Q_EMIT directionsChanged();
                    });
                }
                const Matrix before = oneRow(coefficientsOf(*zoo, key.model.place));
                const Matrix z = oneRow(coefficientsOf(*zoo, key.model, directions->list));
                const bool pushed = !key.model.pushes.empty();
                const int from = key.model.from;
                auto drawn = std::make_shared<DrawnModel>();
                drawn->model = key.model;
                drawn->seed = key.seed;
                drawn->coefficients = z.values;
                drawn->nearest = novelty(zoo->coefficients(), z.row(0));
                const auto stillOf = [&](bool coarse, const LetterReader& reader) {
                    auto entry = still->find(key.zoo, key.model.place, key.seed, coarse);
                    if (!entry) {
                        const auto pixels = drawAll(*zoo, before, {}, 1000, key.seed,
                                                    coarse ? coarseSteps : fullSteps, context);
                        entry = {key.zoo, key.model.place, key.seed, coarse,
                                 measureTypeface(pixels), {}};
                        if (reader) {
                            entry->legibility = shareRight(reader(pixels));
                        }
                        still->add(*entry);
                    }
                    return *entry;
                };
                const auto deliver = [&] {
                    context.deliver(
                        [this, pinned, key, copy = std::make_shared<const DrawnModel>(*drawn)] {
                            take(pinned, key, copy);
                        });
                };

                DrawnLetters letters{key.seed,
                                     placesFrom(0, letterCount),
                                     std::vector<std::uint8_t>(typefaceLetters * glyphImageBytes),
                                     {}};
                if (!coarseKnown) {
                    // One half first, together with what stood there; the other half follows. Which
                    // is first changes, so that in a quick drag both halves keep up.
                    const int half = letterCount / 2;
                    const auto one = placesFrom(lowerFirst ? half : 0, half);
                    const auto two = placesFrom(lowerFirst ? 0 : half, half);
                    if (old && !old->drawings.empty()
                        && old->drawings.front().pixels.size() == letters.pixels.size()) {
                        letters.pixels = old->drawings.front().pixels;
                    }
                    putLetters(letters, one,
                               drawSome(*zoo, z, before, from, key.seed, coarseSteps, one));
                    drawn->halfOld = true;
                    drawn->drawings = {letters};
                    if (old && old->drawings.size() > 1) {
                        drawn->drawings.insert(drawn->drawings.end(), old->drawings.begin() + 1,
                                               old->drawings.end());
                    }
                    deliver();
                    context.checkpoint();
                    putLetters(letters, two,
                               drawSome(*zoo, z, before, from, key.seed, coarseSteps, two));
                    drawn->halfOld = false;
                    drawn->drawings.front() = letters;
                    drawn->measures = measureTypeface(letters.pixels);
                    drawn->still = pushed ? stillOf(true, {}).measures : drawn->measures;
                    deliver();
                }
                if (moving) {
                    return;
                }
                letters.pixels = drawAll(*zoo, z, before, from, key.seed, fullSteps, context);
                const LetterReader reader = still->readerOfLetters();
                drawn->coarse = false;
                drawn->halfOld = false;
                drawn->measures = measureTypeface(letters.pixels);
                if (reader) {
                    letters.readAs = reader(letters.pixels);
                    drawn->legibility = shareRight(letters.readAs);
                }
                if (pushed) {
                    const StillDrawings::Entry plain = stillOf(false, reader);
                    drawn->still = plain.measures;
                    drawn->stillLegibility = plain.legibility;
                } else {
                    drawn->still = drawn->measures;
                    drawn->stillLegibility = drawn->legibility;
                    still->add({key.zoo, key.model.place, key.seed, false, *drawn->measures,
                                drawn->legibility});
                }
                drawn->drawings = {letters};
                deliver();
                // What a drag from here is compared with, so that its numbers are there at once.
                context.checkpoint();
                (void)stillOf(true, {});
                if (!key.others.empty()) {
                    const std::vector<int> word = lettersOf(QString::fromStdString(key.others));
                    for (int other = 1; other <= otherSeeds && !word.empty(); ++other) {
                        context.checkpoint();
                        const std::uint64_t seed = key.seed + std::uint64_t(other);
                        drawn->drawings.push_back(
                            {seed,
                             word,
                             drawSome(*zoo, z, before, from, seed, fullSteps, word),
                             {}});
                    }
                    deliver();
                }
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] { Q_EMIT problem(text); });
            }
        });
    (pinned ? m_pinnedJob : m_currentJob) = id;
}

void WeightSpaceModel::take(bool pinned, const Key& key, std::shared_ptr<const DrawnModel> drawn)
{
    if (!m_session.zoo() || !m_session.state().zoo) {
        return;
    }
    const ZooState& state = *m_session.state().zoo;
    const bool wanted =
        pinned ? state.pinned && keyOf(*state.pinned) == key : keyOf(state.current) == key;
    if (!wanted) {
        return; // of a state that nobody watched the end of
    }
    (pinned ? m_pinned : m_current) = std::move(drawn);
    if (pinned) {
        Q_EMIT pinnedChanged();
    } else {
        Q_EMIT currentChanged();
    }
}

void WeightSpaceModel::ended(JobId id)
{
    bool mine = false;
    for (JobId* job : {&m_currentJob, &m_pinnedJob, &m_glimpseJob}) {
        if (*job == id) {
            *job = 0;
            mine = true;
            if (job == &m_glimpseJob) {
                m_glimpsed = -1;
            }
        }
    }
    if (std::erase(m_works, id) > 0) {
        mine = true;
        Q_EMIT workingChanged();
    }
    if (mine) {
        checkSettled();
    }
}

void WeightSpaceModel::checkSettled()
{
    if (isSettled()) {
        Q_EMIT settled();
    }
}

const DrawnLetters* WeightSpaceModel::glimpseOf(int member)
{
    const auto zoo = m_session.zoo();
    if (!zoo || member < 0 || std::size_t(member) >= zoo->members().size()) {
        return nullptr;
    }
    const auto found = m_glimpses.find(member);
    if (found != m_glimpses.end()) {
        return &found->second;
    }
    if (m_glimpsed == member) {
        return nullptr;
    }
    m_glimpsed = member;
    m_glimpseJob = m_jobs.scheduler().runLatest(
        "weight space glimpse", tr("Drawing letters").toStdString(),
        [this, zoo, member, seed = m_session.state().zoo->seed](JobContext& context) {
            DrawnLetters letters{seed, lettersOf(QStringLiteral("Ragn")), {}, {}};
            const Matrix z = oneRow(zoo->coefficients().row(std::size_t(member)));
            letters.pixels = drawSome(*zoo, z, {}, 1000, seed, 10, letters.letters);
            context.deliver([this, member, letters] {
                if (m_glimpses.size() >= keptGlimpses) {
                    m_glimpses.clear();
                }
                m_glimpses[member] = letters;
                Q_EMIT glimpseChanged(member);
            });
        });
    return nullptr;
}

bool WeightSpaceModel::canWalk() const
{
    if (!m_session.zoo() || !m_session.state().zoo) {
        return false;
    }
    const ZooPlaceKind kind = m_session.state().zoo->current.place.kind;
    return kind == ZooPlaceKind::Member || kind == ZooPlaceKind::Path;
}

void WeightSpaceModel::walkTo(int member)
{
    const auto zoo = m_session.zoo();
    if (!canWalk() || member < 0 || std::size_t(member) >= zoo->members().size()) {
        return;
    }
    setWalking(false);
    const ZooPlace& at = m_session.state().zoo->current.place;
    ZooPlace place;
    place.kind = ZooPlaceKind::Path;
    // From the end of a path that is nearer.
    const bool fromOther = at.kind == ZooPlaceKind::Path && at.share > 0.5;
    place.member = fromOther ? at.other : at.member;
    place.name = zoo->members()[std::size_t(place.member)].name();
    if (place.member == member) {
        return;
    }
    place.other = member;
    place.otherName = zoo->members()[std::size_t(member)].name();
    m_session.beginDrag();
    m_stepping = true;
    m_session.perform(SetPlace{place});
    m_stepping = false;
    m_walking = true;
    m_walkedFrom = 0;
    m_clock.start();
    m_walk.start(16, Qt::PreciseTimer, this);
    Q_EMIT walkingChanged();
}

void WeightSpaceModel::setWalking(bool walking)
{
    if (walking == m_walking) {
        return;
    }
    if (walking) {
        if (!canWalk() || m_session.state().zoo->current.place.kind != ZooPlaceKind::Path) {
            return;
        }
        const ZooPlace& at = m_session.state().zoo->current.place;
        m_walkedFrom = at.share >= 1 ? 0 : at.share;
        m_session.beginDrag();
        m_walking = true;
        m_clock.start();
        m_walk.start(16, Qt::PreciseTimer, this);
    } else {
        m_walking = false;
        m_walk.stop();
        m_session.endDrag();
        m_rest.start();
    }
    Q_EMIT walkingChanged();
    update();
}

void WeightSpaceModel::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_walk.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    constexpr double walkSeconds = 3;
    // A step is taken when the letters of the one before are there: slow machines walk in larger
    // ones.
    if (m_currentJob != 0 && m_watched) {
        return;
    }
    ZooPlace place = m_session.state().zoo->current.place;
    place.share = std::min(1.0, m_walkedFrom + double(m_clock.elapsed()) / 1000 / walkSeconds);
    m_stepping = true;
    m_session.perform(SetPlace{place});
    m_stepping = false;
    if (place.share >= 1) {
        setWalking(false);
    }
}

} // namespace morphospace
