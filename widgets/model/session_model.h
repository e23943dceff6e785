// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "core/session/journal.h"

#include <QObject>
#include <QUndoStack>

#include <filesystem>
#include <map>
#include <memory>

namespace morphospace {

/// The session as the window sees it: one state, changed only by actions, each a step of the
/// journal and a command of the undo stack.
class SessionModel : public QObject {
    Q_OBJECT
public:
    explicit SessionModel(QObject* parent = nullptr);

    [[nodiscard]] const SessionState& state() const { return m_journal.state(); }
    [[nodiscard]] const Journal& journal() const { return m_journal; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }
    /// The manifold of the present state; null where none is open.
    [[nodiscard]] std::shared_ptr<const Manifold> manifold() const { return m_manifold; }

    /// Applies an action. An illegal one changes nothing and is told by problem(). Returns whether
    /// the state changed.
    bool perform(const Action& action);
    /// Between the two, actions of one kind become one step.
    void beginDrag();
    void endDrag();

    /// Takes a manifold that was read from `file` and opens it as a step.
    void open(std::shared_ptr<const Manifold> manifold, const std::filesystem::path& file);

Q_SIGNALS:
    /// Before stateChanged, where both change.
    void manifoldChanged();
    void stateChanged();
    void problem(const QString& text);

private:
    friend class StepCommand;
    void moveTo(std::size_t position);
    void announce(const SessionState& before);

    Journal m_journal;
    QUndoStack m_undoStack;
    /// Every manifold of this session by hash, so that undo finds the one before.
    std::map<std::string, std::shared_ptr<const Manifold>> m_opened;
    std::shared_ptr<const Manifold> m_manifold;
    bool m_dragging = false;
    bool m_dragHasStep = false;
};

} // namespace morphospace
