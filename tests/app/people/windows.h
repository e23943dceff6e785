// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/main_window.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <set>

namespace morphospace {

/// Every window and dialog of the program, each in the states in which it shows something else, for
/// tests that walk all of them. A new dialog is written into visit(): a test compares the list with
/// the classes in the sources.
class EveryWindow {
public:
    EveryWindow();

    void setTheme(ThemeChoice theme) { m_theme = theme; }

    /// Makes one after the other in the language of now and the theme set, at `size` where it is the
    /// main window, and calls `look` with each while it is seen. A picture of each is left in the folder
    /// that MORPHOSPACE_WINDOW_PICTURES names.
    void visit(const QSize& size,
               const std::function<void(const QString& name, QWidget& window)>& look);

    /// Turns from each page of the main window to each other one, without and with a zoo, and calls `look`
    /// after each turn, the window being as it was left.
    void turnPages(const QSize& size,
                   const std::function<void(const QString& turn, QWidget& window)>& look);

    /// Class names of the windows that visit() has shown.
    [[nodiscard]] const std::set<QByteArray>& classes() const { return m_classes; }

private:
    void mainWindow(const QSize& size,
                    const std::function<void(const QString&, QWidget&)>& look);
    void dialogs(MainWindow& window, const std::function<void(const QString&, QWidget&)>& look);
    void landscapeTables(MainWindow& window, const std::function<void(const char*)>& show);
    void weightSpace(MainWindow& window, const std::function<void(const char*)>& show);
    void lessons(MainWindow& window, const std::function<void(const QString&, QWidget&)>& look);
    [[nodiscard]] std::filesystem::path path(const char* name) const;

    QTemporaryDir m_folder;
    ThemeChoice m_theme = ThemeChoice::Light;
    std::set<QByteArray> m_classes;
};

/// Shows a window, waits until it is laid out and calls `look`.
void lookAt(QWidget& window, const std::function<void(QWidget&)>& look);

/// "Class 'name or text'" with the classes it lies in, for messages.
[[nodiscard]] QString whereIs(const QWidget& widget);

} // namespace morphospace
