// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/session_model.h"

#include "core/base/error.h"

namespace morphospace {

/// Undo and redo of one journal step. The journal has the step already when the command is made.
class StepCommand : public QUndoCommand {
public:
    StepCommand(SessionModel& model, std::size_t position, bool merges)
        : m_model(model)
        , m_position(position)
        , m_merges(merges)
    {
        setText(QString::fromStdString(model.journal().steps()[position - 1].words));
    }

    void redo() override
    {
        if (m_recorded) {
            m_model.moveTo(m_position);
        }
        m_recorded = true;
    }

    void undo() override { m_model.moveTo(m_position - 1); }

    [[nodiscard]] int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* step = static_cast<const StepCommand*>(other);
        if (!step->m_merges) {
            return false;
        }
        setText(step->text());
        return true;
    }

private:
    SessionModel& m_model;
    std::size_t m_position;
    bool m_merges;
    bool m_recorded = false;
};

SessionModel::SessionModel(QObject* parent)
    : QObject(parent)
{
}

bool SessionModel::perform(const Action& action)
{
    const SessionState before = state();
    const std::size_t position = m_journal.position();
    try {
        if (!m_journal.record(action, m_dragging && m_dragHasStep)) {
            return false;
        }
    } catch (const Error& error) {
        Q_EMIT problem(QString::fromUtf8(error.what()));
        return false;
    }
    const bool merged = m_journal.position() == position;
    m_dragHasStep = m_dragging;
    m_undoStack.push(new StepCommand(*this, m_journal.position(), merged));
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

void SessionModel::moveTo(std::size_t position)
{
    const SessionState before = state();
    m_journal.moveTo(position);
    announce(before);
}

void SessionModel::announce(const SessionState& before)
{
    if (state().manifold != before.manifold) {
        m_manifold.reset();
        if (state().manifold) {
            const auto found = m_opened.find(state().manifold->hash);
            if (found != m_opened.end()) {
                m_manifold = found->second;
            }
        }
        Q_EMIT manifoldChanged();
    }
    Q_EMIT stateChanged();
}

} // namespace morphospace
