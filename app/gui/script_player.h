// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "core/session/action.h"
#include "widgets/figure/figure_choice.h"

#include <QObject>

#include <filesystem>
#include <vector>

namespace morphospace {

class MainWindow;

/// Plays actions in the real window, each after everything the one before it caused has been
/// measured. It waits on signals, never on time.
class ScriptPlayer : public QObject {
    Q_OBJECT
public:
    ScriptPlayer(MainWindow& window, std::vector<Action> actions, QObject* parent = nullptr);

    /// Puts actions before those still to be played.
    void playFirst(std::vector<Action> actions);
    /// Plays the steps of the session itself, from its start, instead of actions.
    void playSession() { m_playsSession = true; }
    /// The script the actions were read from: a problem names it and the place.
    void setSource(std::filesystem::path script) { m_source = std::move(script); }
    /// Between start() and finished() or failed(), which tells every problem of the window.
    [[nodiscard]] bool isPlaying() const { return m_begun && !m_ended; }
    /// Begins when the window has settled; finished() or failed() follow.
    void start();

Q_SIGNALS:
    void finished();
    void failed(const QString& text);

private:
    void advance();
    void fail(const QString& problem);

    MainWindow& m_window;
    std::vector<Action> m_actions;
    std::filesystem::path m_source;
    std::size_t m_next = 0;
    bool m_playsSession = false;
    bool m_begun = false;
    bool m_ended = false;
};

/// A short way through widths and, where they change, depths of a manifold: what is played where
/// no script is named.
[[nodiscard]] std::vector<Action> tourOf(const Manifold& manifold);
/// The same for a zoo: its average is pinned and another model pushed along what is seen best.
[[nodiscard]] std::vector<Action> tourOfZoo();

/// Writes what a session leaves behind into a folder: the picture of the window, every figure of
/// its pages (SVG, PDF, PNG), the measurements (CSV), the landscape as a surface where all of it is
/// measured (VTK) and the sampled network; of a zoo without a manifold the adapter of the model that
/// is shown. written() names each file.
class SessionExport : public QObject {
    Q_OBJECT
public:
    SessionExport(MainWindow& window, std::filesystem::path folder,
                  Enclosed enclosed = Enclosed::Session, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void written(const QString& fileName);
    void finished();
    void failed(const QString& text);

private:
    void writeFigures();

    MainWindow& m_window;
    std::filesystem::path m_folder;
    Enclosed m_enclosed;
};

/// The window, with a dialog over it where one is named (dialogNames()), as a PNG that says where it comes
/// from, as far as `enclosed` lets it; atomically. Throws Error naming the file or the dialog.
void writePicture(MainWindow& window, const std::filesystem::path& file,
                  Enclosed enclosed = Enclosed::Session, const QString& dialog = {});

} // namespace morphospace
