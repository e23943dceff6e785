// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/interaction.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QObject>
#include <QPointer>

class QInputEvent;
class QWindow;

namespace morphospace {

class MainWindow;

/// Writes down what a person does in the windows of this program: the events that come from outside,
/// before any widget has seen them.
class InteractionRecorder : public QObject {
    Q_OBJECT
public:
    /// Records from now on; the window is as it will be when it is played.
    explicit InteractionRecorder(MainWindow& window, QObject* parent = nullptr);

    /// What was done so far.
    [[nodiscard]] Interaction interaction() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void note(QWindow* window, QEvent* event);
    void noteKey(QEvent::Type type, Qt::Key key, Qt::KeyboardModifiers modifiers,
                 const QString& text, QWidget* window);

    MainWindow& m_window;
    Interaction m_interaction;
    std::size_t m_firstStep;
    QElapsedTimer m_clock;
    std::size_t m_atLastStep = 0;   ///< events there were when the journal changed last
    QPointer<QWidget> m_held;   ///< where a button went down: it gets the moves and the release
};

} // namespace morphospace
