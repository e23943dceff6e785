// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_model.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace morphospace {

class ElidedLabel;

/// What is compared, which tensor of it is shown and how, and a network of one's own: while that is
/// shown its name stands where there is nothing to choose.
class SubjectControls : public QWidget {
    Q_OBJECT
public:
    SubjectControls(SessionModel& session, SmoothnessModel& model, QWidget* parent = nullptr);

    /// After a subject was computed or another tensor was chosen.
    void fillTensors();
    void showOptions();
    /// What chooses a subject is there only while a subject is shown.
    void setSubjectChosen(bool chosen);

Q_SIGNALS:
    void figureWanted();
    void openWanted();
    void exportWanted();

private:
    void fillTaps();
    void showName();

    SessionModel& m_session;
    SmoothnessModel& m_model;
    ElidedLabel* m_name;
    QComboBox* m_compare;
    QComboBox* m_tensor;
    QComboBox* m_taps;
    QToolButton* m_close;
    QToolButton* m_file;
    QToolButton* m_table;
    bool m_chosen = true;
    bool m_hasTaps = true;
};

} // namespace morphospace
