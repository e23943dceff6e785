// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/interaction.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace morphospace {

class MainWindow;

/// Does again in the real window what a person did, event by event, each as it would come from
/// outside, and then compares the session with the one recorded. An event waits until the widget it
/// goes to is there and can be used, and a press or a key until what was asked for is measured.
class InteractionPlayer : public QObject {
    Q_OBJECT
public:
    InteractionPlayer(MainWindow& window, Interaction interaction, QObject* parent = nullptr);

    /// The window has opened its manifold; finished() or failed() follows.
    void start();

Q_SIGNALS:
    void finished();
    void failed(const QString& text);

private:
    void next();
    [[nodiscard]] QWidget* target() const;
    void send(const InputEvent& event, QWidget* widget);
    void end();

    MainWindow& m_window;
    Interaction m_interaction;
    std::size_t m_firstStep = 0;
    std::size_t m_next = 0;
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace morphospace
