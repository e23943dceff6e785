// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace morphospace {

/// How far noise moves the coordinates, and what that does to the accuracy.
class JitterRow : public QWidget {
    Q_OBJECT
public:
    JitterRow(SessionModel& session, TestImages& images, SmoothnessModel& model,
              QWidget* parent = nullptr);
    ~JitterRow() override;

    [[nodiscard]] QSlider* slider() const { return m_slider; }
    /// Images a measurement uses; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }
    void showOptions();

private:
    void refresh();

    SessionModel& m_session;
    TestImages& m_images;
    SmoothnessModel& m_model;
    std::size_t m_limit = 0;
    QSlider* m_slider;
    QLabel* m_text;
    QPushButton* m_measure;
    QLabel* m_effect;
};

} // namespace morphospace
