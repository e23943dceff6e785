// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/journal.h"

#include <QPointF>
#include <QSize>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

class QWidget;

namespace morphospace {

/// One event of a mouse, its wheel or a key, as a person made it.
struct InputEvent {
    enum class Kind { Press, Move, Release, Wheel, Key, KeyUp };

    Kind kind = Kind::Press;
    std::int64_t milliseconds = 0;   ///< since the recording began
    QString widget;                  ///< pathOf() what it went to
    QSize size;                      ///< of that widget then, in pixels
    QPointF at;                      ///< in that widget; of keys nothing
    int button = 0;                  ///< Qt::MouseButton that changed
    int buttons = 0;                 ///< Qt::MouseButtons held
    int modifiers = 0;               ///< Qt::KeyboardModifiers
    QPoint angle;                    ///< of the wheel, eighths of a degree
    QString key;                     ///< portable name: "Ctrl" is among the modifiers
    QString text;                    ///< what the key types

    bool operator==(const InputEvent&) const = default;
};

/// What a person did in the window, and what the session became by it.
struct Interaction {
    QSize window;                    ///< size of the main window, in pixels
    std::vector<InputEvent> events;
    std::vector<std::string> steps;  ///< steps of the journal that were added, as JSON
    std::string state;               ///< the state in the end but for its manifold, as JSON

    bool operator==(const Interaction&) const = default;
};

/// Atomic; throws Error naming the file.
void writeInteraction(const Interaction& interaction, const std::filesystem::path& file);
/// Throws Error naming the file, the event (the first is 1) and what is accepted.
[[nodiscard]] Interaction readInteraction(const std::filesystem::path& file);

/// What a session became since its journal had `first` steps: fills in steps and state.
void noteSession(Interaction& interaction, const Journal& journal, std::size_t first);
/// Where the session is not what was recorded, in words; empty where it is the same.
[[nodiscard]] QString difference(const Interaction& recorded, const Interaction& now);

/// A name of a widget that finds it again in another run: its window ("window", "dialog", "popup"),
/// the nearest thing around it that has a name of its own, and its class with a number, where
/// several are in that thing: "window/width/SizeSlider".
[[nodiscard]] QString pathOf(QWidget* widget);
/// Null where there is none now.
[[nodiscard]] QWidget* widgetOf(const QString& path);

} // namespace morphospace
