// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/live_morph.h"

#include <QDialog>

class QLabel;

namespace morphospace {

class ConfusionModel;
class FrozenColumnTable;

/// Confusion matrix and accuracy by class of the current sample; it follows the sliders while it
/// is open.
class ConfusionDialog : public QDialog {
    Q_OBJECT
public:
    ConfusionDialog(LiveMorph& live, SessionModel& session, QWidget* parent = nullptr);

    [[nodiscard]] const ConfusionModel& model() const { return *m_model; }

private:
    void refresh();
    void fitCells();

    LiveMorph& m_live;
    SessionModel& m_session;
    ConfusionModel* m_model;
    QLabel* m_title;
    QLabel* m_note;
    FrozenColumnTable* m_table;
};

} // namespace morphospace
