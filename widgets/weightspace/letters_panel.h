// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/specimen_data.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace morphospace {

class SpecimenSheet;

/// The letters that the model draws: all of them, a word, or the word from several start noises.
class LettersPanel : public QWidget {
    Q_OBJECT
public:
    LettersPanel(SessionModel& session, WeightSpaceModel& model, QWidget* parent = nullptr);

    [[nodiscard]] SpecimenSheet* sheet() const { return m_sheet; }
    [[nodiscard]] QLineEdit* word() const { return m_word; }
    /// What the sheet shows; empty until something is drawn.
    [[nodiscard]] SpecimenData specimen() const;
    /// Shows what has changed since.
    void refresh();

private:
    void showOptions();
    void refreshSheet();
    void takeWord();

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    SpecimenSheet* m_sheet;
    QLineEdit* m_word;
    QSpinBox* m_noise;
    QComboBox* m_kind;
};

} // namespace morphospace
