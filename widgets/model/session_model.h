// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diffusion/zoo.h"
#include "core/manifold/manifold.h"
#include "core/session/session_file.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace morphospace {

/// Manifolds by their hash.
using OpenedManifolds = std::map<std::string, std::shared_ptr<const Manifold>>;

/// Zoos by their hash.
using OpenedZoos = std::map<std::string, std::shared_ptr<const TypefaceZoo>>;

/// The session as the window sees it: one state, changed only by actions, each a step of the
/// journal.
class SessionModel : public QObject {
    Q_OBJECT
public:
    explicit SessionModel(QObject* parent = nullptr);

    [[nodiscard]] const SessionState& state() const
    {
        return m_preview ? *m_preview : m_journal.state();
    }
    [[nodiscard]] const Journal& journal() const { return m_journal; }
    /// The manifold of the present state; null where none is open.
    [[nodiscard]] std::shared_ptr<const Manifold> manifold() const { return m_manifold; }
    /// Every manifold that a step of this session opens.
    [[nodiscard]] const OpenedManifolds& opened() const { return m_opened; }
    /// The zoo of the present state; null where none is open.
    [[nodiscard]] std::shared_ptr<const TypefaceZoo> zoo() const { return m_zoo; }
    [[nodiscard]] const OpenedZoos& openedZoos() const { return m_openedZoos; }

    /// Applies an action. An illegal one changes nothing and is told by problem(). Returns whether
    /// the state changed.
    bool perform(const Action& action);
    /// Between the two, actions of one kind become one step.
    void beginDrag();
    void endDrag();
    [[nodiscard]] bool isDragging() const { return m_dragging; }

    /// Takes a manifold that was read from `file` and opens it as a step.
    void open(std::shared_ptr<const Manifold> manifold, const std::filesystem::path& file);
    void open(std::shared_ptr<const TypefaceZoo> zoo, const std::filesystem::path& file);

    [[nodiscard]] bool canUndo() const { return m_journal.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_journal.canRedo(); }
    /// Words of the step that undo() takes back and redo() makes again; empty where there is none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    /// One step back or forward. Turning a page is no work to be taken back: undo() passes over it.
    void undo();
    void redo();
    /// Goes to having `position` steps applied.
    void moveTo(std::size_t position);

    /// A state on the way between two steps, shown while they are played: nothing of it is kept.
    /// Everything that changes the journal ends it.
    void preview(SessionState state);
    void endPreview();

    void setNote(std::size_t step, const QString& note);
    /// Throws Error for a page that is not sound.
    void setLesson(std::size_t step, std::optional<LessonPage> page);
    void setOutcome(std::size_t step, const Outcome& outcome);
    void setTitle(const QString& title);
    /// Whether a page of a lesson begins at any step.
    [[nodiscard]] bool isLesson() const;
    /// In the language of the window.
    [[nodiscard]] QString title() const;

    /// Title, steps with all that is said about them, and position.
    [[nodiscard]] SessionDocument document() const;
    /// Another session in the place of this one. `manifolds` and `zoos` hold what its steps open.
    /// Throws Error, with nothing changed, where a step cannot be applied or one of them is missing.
    void replace(const SessionDocument& document, OpenedManifolds manifolds, OpenedZoos zoos = {});

Q_SIGNALS:
    /// Before stateChanged, where both change.
    void manifoldChanged();
    void zooChanged();
    void stateChanged();
    /// Steps, their notes or the position in them.
    void journalChanged();
    void problem(const QString& text);

    /// What was done to the journal, in order, for whoever keeps a record of it.
    void recorded(const Action& action, bool merge);
    void moved(std::size_t position);
    /// Something else than a step: a note, a page of a lesson, another session.
    void rewritten();

private:
    void announce(const SessionState& before);

    Journal m_journal;
    LocalText m_title;
    std::optional<SessionState> m_preview;
    /// So that undo finds the manifold before.
    OpenedManifolds m_opened;
    std::shared_ptr<const Manifold> m_manifold;
    OpenedZoos m_openedZoos;
    std::shared_ptr<const TypefaceZoo> m_zoo;
    bool m_dragging = false;
    bool m_dragHasStep = false;
};

} // namespace morphospace
