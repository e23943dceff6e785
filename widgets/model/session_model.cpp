// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/session_model.h"

#include "core/base/error.h"
#include "core/replay/zoo_model.h"
#include "widgets/language/core_text.h"
#include "widgets/model/step_text.h"
#include "widgets/shared/local_words.h"

#include <algorithm>

namespace morphospace {
namespace {

bool isPage(const Journal::Step& step)
{
    return std::holds_alternative<ShowPage>(step.action) && !step.lesson;
}

} // namespace

SessionModel::SessionModel(QObject* parent)
    : QObject(parent)
{
}

bool SessionModel::perform(const Action& action)
{
    endPreview();
    const SessionState before = state();
    const bool merge = m_dragging && m_dragHasStep;
    try {
        if (!m_journal.record(action, merge)) {
            return false;
        }
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
        return false;
    }
    m_dragHasStep = m_dragging;
    Q_EMIT recorded(action, merge);
    announce(before);
    return true;
}

void SessionModel::beginDrag()
{
    m_dragging = true;
    m_dragHasStep = false;
}

void SessionModel::endDrag()
{
    m_dragging = false;
    m_dragHasStep = false;
}

void SessionModel::open(std::shared_ptr<const Manifold> manifold, const std::filesystem::path& file)
{
    ManifoldReference reference;
    reference.hash = manifold->hash;
    reference.file = file.filename().string();
    reference.family = manifold->family();
    m_opened[manifold->hash] = std::move(manifold);
    endDrag();
    perform(OpenManifold{std::move(reference)});
}

void SessionModel::open(std::shared_ptr<const TypefaceZoo> zoo, const std::filesystem::path& file)
{
    ZooReference reference = referenceTo(*zoo);
    reference.file = file.filename().string();
    m_openedZoos[zoo->hash()] = std::move(zoo);
    endDrag();
    perform(OpenZoo{std::move(reference)});
}

QString SessionModel::undoText() const
{
    std::size_t position = m_journal.position();
    while (position > 0 && isPage(m_journal.steps()[position - 1])) {
        --position;
    }
    return position > 0 ? stepText(m_journal.steps()[position - 1].action,
                                   m_journal.stateAt(position - 1))
                        : QString();
}

QString SessionModel::redoText() const
{
    const std::size_t position = m_journal.position();
    return position < m_journal.steps().size()
        ? stepText(m_journal.steps()[position].action, m_journal.state())
        : QString();
}

void SessionModel::undo()
{
    std::size_t position = m_journal.position();
    while (position > 0 && isPage(m_journal.steps()[position - 1])) {
        --position;
    }
    if (position > 0) {
        moveTo(position - 1);
    }
}

void SessionModel::redo()
{
    moveTo(m_journal.position() + 1);
}

void SessionModel::moveTo(std::size_t position)
{
    const SessionState before = state();
    m_preview.reset();
    endDrag();
    const std::size_t old = m_journal.position();
    m_journal.moveTo(position);
    if (m_journal.position() != old) {
        Q_EMIT moved(m_journal.position());
    }
    announce(before);
}

void SessionModel::preview(SessionState shown)
{
    const SessionState before = state();
    m_preview = std::move(shown);
    announce(before);
}

void SessionModel::endPreview()
{
    if (m_preview) {
        const SessionState before = state();
        m_preview.reset();
        announce(before);
    }
}

void SessionModel::setNote(std::size_t step, const QString& note)
{
    m_journal.setNote(step, note.toStdString());
    Q_EMIT journalChanged();
    Q_EMIT rewritten();
}

void SessionModel::setLesson(std::size_t step, std::optional<LessonPage> page)
{
    m_journal.setLesson(step, std::move(page));
    Q_EMIT journalChanged();
    Q_EMIT rewritten();
}

void SessionModel::setOutcome(std::size_t step, const Outcome& outcome)
{
    m_journal.setOutcome(step, outcome);
    Q_EMIT journalChanged();
}

void SessionModel::setTitle(const QString& title)
{
    m_title = title.toStdString();
    Q_EMIT journalChanged();
    Q_EMIT rewritten();
}

bool SessionModel::isLesson() const
{
    const auto& steps = m_journal.steps();
    return std::any_of(steps.begin(), steps.end(),
                       [](const Journal::Step& step) { return step.lesson.has_value(); });
}

QString SessionModel::title() const
{
    return localWords(m_title);
}

SessionDocument SessionModel::document() const
{
    SessionDocument document;
    document.title = m_title;
    document.steps.assign(m_journal.steps().begin(), m_journal.steps().end());
    document.position = m_journal.position();
    return document;
}

void SessionModel::replace(const SessionDocument& document, OpenedManifolds manifolds,
                           OpenedZoos zoos)
{
    Journal journal(document.steps, document.position);
    for (const Journal::Step& step : journal.steps()) {
        if (const auto* open = std::get_if<OpenManifold>(&step.action)) {
            const auto found = manifolds.find(open->manifold.hash);
            if (found == manifolds.end() || !found->second) {
                throw Error("the manifold " + open->manifold.file
                            + " of this session is missing; expected all that its steps open");
            }
        } else if (const auto* openZoo = std::get_if<OpenZoo>(&step.action)) {
            const auto found = zoos.find(openZoo->zoo.hash);
            if (found == zoos.end() || !found->second) {
                throw Error("the zoo " + openZoo->zoo.file
                            + " of this session is missing; expected all that its steps open");
            }
        }
    }
    const SessionState before = state();
    m_preview.reset();
    endDrag();
    m_journal = std::move(journal);
    m_title = document.title;
    m_opened = std::move(manifolds);
    m_openedZoos = std::move(zoos);
    Q_EMIT rewritten();
    announce(before);
}

void SessionModel::announce(const SessionState& before)
{
    if (state().manifold != before.manifold
        || (m_manifold && state().manifold && m_manifold->hash != state().manifold->hash)) {
        m_manifold.reset();
        if (state().manifold) {
            const auto found = m_opened.find(state().manifold->hash);
            if (found != m_opened.end()) {
                m_manifold = found->second;
            }
        }
        Q_EMIT manifoldChanged();
    }
    const std::string zoo = state().zoo ? state().zoo->zoo.hash : std::string();
    if (zoo != (m_zoo ? m_zoo->hash() : std::string())) {
        const auto found = m_openedZoos.find(zoo);
        m_zoo = found == m_openedZoos.end() ? nullptr : found->second;
        Q_EMIT zooChanged();
    }
    Q_EMIT stateChanged();
    if (!m_preview) {
        Q_EMIT journalChanged();
    }
}

} // namespace morphospace
