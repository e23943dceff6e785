// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <filesystem>
#include <vector>

class QVBoxLayout;

namespace morphospace {

/// A manifold, a zoo or a session that ships with the program.
struct BundledManifold {
    QString title;                 ///< "Glyphs / LeNet"
    std::filesystem::path file;
};

/// Those in the `manifolds` folder of the resources, by name; empty where there is none.
[[nodiscard]] std::vector<BundledManifold> bundledManifolds();

/// Zoos in the `zoo` folder of the resources, by name; empty where there is none.
[[nodiscard]] std::vector<BundledManifold> bundledZoos();

/// Sessions in the `sessions` folder of the resources, by name; empty where there is none.
[[nodiscard]] std::vector<BundledManifold> bundledSessions();

/// Shown while no manifold is open: what can be opened.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

Q_SIGNALS:
    void openWanted();
    void fileWanted(const QString& file);
    void lessonWanted(const QString& file);
};

} // namespace morphospace
