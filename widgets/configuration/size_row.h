// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/configuration/size_slider.h"

#include <QAbstractSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QWidget>

#include <optional>

namespace morphospace {

/// What a row of the configuration panel changes.
struct SizeRange {
    int slider = 1;       ///< greatest value of the slider
    int greatest = 1;     ///< greatest value that may be typed
    int full = 1;
    int leastTrained = 1;
    int greatestTrained = 1;
};

/// A number with a name, a slider and a field for typed values. Shows what it is given; what a
/// person chooses is told by chosen() and comes back as a new value.
class SizeRow : public QWidget {
    Q_OBJECT
public:
    SizeRow(const QString& label, const QString& accessibleName, const QString& tip,
            QWidget* parent = nullptr);

    void setRange(const SizeRange& range);
    void setValue(int value);
    void setPinned(std::optional<int> value);
    [[nodiscard]] SizeSlider* slider() const { return m_slider; }
    [[nodiscard]] QSpinBox* field() const { return m_field; }

Q_SIGNALS:
    void chosen(int value);
    void dragBegan();
    void dragEnded();

private:
    SizeRange m_range;
    QLabel* m_label;
    SizeSlider* m_slider;
    QSpinBox* m_field;
};

} // namespace morphospace
