// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/load.h"

#include <QDialog>

#include <filesystem>
#include <vector>

class QPushButton;

namespace morphospace {

class StateNote;

/// Says which manifolds of a session are missing or changed, and lets the person find them. A file
/// is taken only if its content is the one meant.
class MissingDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where to begin to look, such as the session's own; empty: wherever.
    explicit MissingDialog(std::vector<SessionManifolds::Missing> missing,
                           const std::filesystem::path& folder = {}, QWidget* parent = nullptr);

    /// Those that were found, once accepted all of them.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    /// Tries a file for missing manifold `index`; says under it what is wrong where it is another.
    bool tryFile(std::size_t index, const std::filesystem::path& file);
    /// What is said of missing manifold `index`.
    [[nodiscard]] const StateNote& state(std::size_t index) const { return *m_states[index]; }

private:
    void find(std::size_t index);

    std::vector<SessionManifolds::Missing> m_missing;
    std::vector<std::filesystem::path> m_files;
    QString m_folder;                             ///< where the next search begins
    std::vector<StateNote*> m_states;
    std::vector<QPushButton*> m_finders;
    QPushButton* m_open;
};

} // namespace morphospace
