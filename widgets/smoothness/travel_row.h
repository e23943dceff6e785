// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_model.h"

#include <QVariantAnimation>
#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace morphospace {

/// The two orders that are compared, and the way of the channels from one to the other: by hand, or
/// played.
class TravelRow : public QWidget {
    Q_OBJECT
public:
    TravelRow(SessionModel& session, SmoothnessModel& model, QWidget* parent = nullptr);
    ~TravelRow() override;

    [[nodiscard]] QSlider* slider() const { return m_slider; }
    /// Part of the way, 0 to 1.
    [[nodiscard]] double part() const { return m_part; }
    void travelTo(double part);
    /// Lets the channels travel, or stops them where they are.
    void play();
    void stop() { m_animation.stop(); }
    [[nodiscard]] bool isPlaying() const;
    void showOptions();

Q_SIGNALS:
    void partChanged(double part);
    /// The channels stand still.
    void rested();

private:
    void setPart(double part);
    void keepPart();

    SessionModel& m_session;
    SmoothnessModel& m_model;
    double m_part = 1;
    QVariantAnimation m_animation;
    QToolButton* m_play;
    QComboBox* m_before;
    QSlider* m_slider;
    QLabel* m_text;
    QComboBox* m_after;
};

} // namespace morphospace
