// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/weight_space_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace morphospace {

class DirectionSlider;

/// What a model of the weight space is pushed by: a slider for each direction, when the pushes act,
/// where on a path it stands, and directions of one's own. Stands in the dock of the configuration
/// while the Weight space page is shown.
class WeightSpaceControls : public QWidget {
    Q_OBJECT
public:
    WeightSpaceControls(SessionModel& session, WeightSpaceModel& model, QWidget* parent = nullptr);

    /// The slider of a direction; null where there is none of that name.
    [[nodiscard]] DirectionSlider* sliderOf(const std::string& direction) const;

private:
    void rebuild();
    void refresh();
    void make();
    [[nodiscard]] QWidget* makePathBox();
    [[nodiscard]] QWidget* makeInjectionBox();
    [[nodiscard]] QWidget* makeOwnBox();

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    std::vector<std::string> m_names;
    ZooPlace m_place;             ///< of m_from
    std::string m_zooHash;
    std::vector<float> m_from;    ///< coefficients of the place that sliders push away from
    std::vector<DirectionSlider*> m_sliders;
    QVBoxLayout* m_rows;
    QWidget* m_scroll;
    QLabel* m_closed;
    QPushButton* m_reset;
    QWidget* m_pathBox;
    QLabel* m_path;
    QSlider* m_share;
    QToolButton* m_play;
    QSlider* m_injection;
    QSpinBox* m_injectionField;
    QWidget* m_ownBox;
    QLabel* m_groups;
    QLineEdit* m_name;
    QPushButton* m_make;
    QPushButton* m_clear;
};

} // namespace morphospace
