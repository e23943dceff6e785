// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/checkpoint_export.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QTableWidget;

namespace morphospace {

/// What the dialog starts from: a snapshot of the session.
struct CheckpointChoices {
    std::shared_ptr<const Manifold> manifold;
    Configuration current;
    std::optional<Configuration> pinned;
    int averaging = 1;
    std::shared_ptr<const ImageSet> images; ///< to measure on; null: a card says so
    QString name;                           ///< that files begin with
    QString folder;
};

class StateNote;

/// Chooses which networks are exported, how, and where to; shows the files before they are written.
class CheckpointDialog : public QDialog {
    Q_OBJECT
public:
    explicit CheckpointDialog(CheckpointChoices choices, QWidget* parent = nullptr);

    /// What is chosen now. Only meaningful while problem() is empty.
    [[nodiscard]] CheckpointOrder order() const;
    [[nodiscard]] QString folder() const;
    /// Why nothing can be exported with these choices; empty where it can.
    [[nodiscard]] QString problem() const;
    /// The line under the files: how many there are, or the problem.
    [[nodiscard]] const StateNote& summary() const { return *m_summary; }

private:
    [[nodiscard]] QWidget* networks();
    [[nodiscard]] QWidget* formats();
    [[nodiscard]] QWidget* weights();
    [[nodiscard]] QWidget* place();
    [[nodiscard]] std::vector<Configuration> configurations() const;
    [[nodiscard]] std::vector<CheckpointItem> items() const;
    void chooseFolder();
    void refresh();

    CheckpointChoices m_choices;
    QCheckBox* m_current;
    QCheckBox* m_pinned;
    QCheckBox* m_several;
    QLineEdit* m_percents;
    QCheckBox* m_formats[checkpointFormats.size()];
    QRadioButton* m_clean;
    QRadioButton* m_averaged;
    QSpinBox* m_samples;
    QCheckBox* m_card;
    QLineEdit* m_folder;
    QLineEdit* m_name;
    QTableWidget* m_files;
    StateNote* m_summary;
    QPushButton* m_export;
};

} // namespace morphospace
