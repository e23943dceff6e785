// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace morphospace {

class SizeRow;
class SizeSlider;
class PercentField;
class RangeBadge;

/// Sliders and fields for the current configuration: width and depth of all stages together, of
/// each stage, averaging, and the pinned sample A.
class ConfigurationPanel : public QWidget {
    Q_OBJECT
public:
    explicit ConfigurationPanel(SessionModel& session, QWidget* parent = nullptr);

    [[nodiscard]] SizeSlider* widthSlider() const { return m_widthSlider; }
    [[nodiscard]] SizeSlider* depthSlider() const { return m_depthSlider; }
    [[nodiscard]] QDoubleSpinBox* widthField() const;
    [[nodiscard]] const std::vector<SizeRow*>& stageWidths() const { return m_stageWidths; }
    [[nodiscard]] const std::vector<SizeRow*>& stageDepths() const { return m_stageDepths; }

private:
    void buildGlobal(QVBoxLayout* column);
    void buildSample(QVBoxLayout* column);
    void rebuildStages();
    void showStages();
    void connectDrag(SizeSlider* slider);
    void refresh();
    void showNumbers(bool there);
    void showPin(bool pinned);
    void choose(const Action& action);
    void chooseWidthStep(int step);
    void chooseWidthFraction(double fraction);
    void chooseDepth(int blocks);
    /// The stage whose channels the global width slider steps through: the widest.
    [[nodiscard]] std::size_t leadingStage() const;
    [[nodiscard]] int widthStep(const Configuration& configuration) const;

    SessionModel& m_session;
    SizeSlider* m_widthSlider = nullptr;
    PercentField* m_widthField = nullptr;
    QLabel* m_widthNote = nullptr;
    SizeSlider* m_depthSlider = nullptr;
    QSpinBox* m_depthField = nullptr;
    QLabel* m_depthNote = nullptr;
    QToolButton* m_stagesToggle = nullptr;
    QWidget* m_stages = nullptr;
    std::vector<SizeRow*> m_stageWidths;
    std::vector<SizeRow*> m_stageDepths;
    QSpinBox* m_averaging = nullptr;
    RangeBadge* m_range = nullptr;
    QPushButton* m_fullSize = nullptr;
    QPushButton* m_pin = nullptr;
    QPushButton* m_swap = nullptr;
};

} // namespace morphospace
