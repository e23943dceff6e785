// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/preferences.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace morphospace {

/// Theme, language, threads, cache and data folders.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    /// The preferences as they were, with what this dialog changes.
    [[nodiscard]] Preferences preferences() const;

private:
    Preferences m_before;
    QComboBox* m_theme;
    QComboBox* m_language;
    QSpinBox* m_threads;
    QSpinBox* m_cache;
    QMap<QString, QLineEdit*> m_folders;
};

} // namespace morphospace
