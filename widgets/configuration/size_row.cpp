// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/size_row.h"

#include "widgets/shared/card.h"
#include "widgets/shared/field_undo.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace morphospace {

SizeRow::SizeRow(const QString& label, const QString& accessibleName, const QString& tip,
                 QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_slider(new SizeSlider(this))
    , m_field(new QSpinBox(this))
{
    describeControl(m_slider, accessibleName, tip);
    describeControl(m_field, tr("%1, typed").arg(accessibleName), tip);
    m_label->setBuddy(m_field);
    m_label->setObjectName(QStringLiteral("muted"));
    m_label->setMinimumWidth(46);
    m_field->setKeyboardTracking(false);
    leaveUndoToWindow(m_field);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_field->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("100")) + 30);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_slider, 1);
    row->addWidget(m_field);
    connect(m_slider, &QSlider::valueChanged, this, &SizeRow::chosen);
    connect(m_slider, &SizeSlider::dragBegan, this, &SizeRow::dragBegan);
    connect(m_slider, &SizeSlider::dragEnded, this, &SizeRow::dragEnded);
    connect(m_field, &QSpinBox::valueChanged, this, &SizeRow::chosen);
}

void SizeRow::setRange(const SizeRange& range)
{
    m_range = range;
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietField(m_field);
    m_slider->setRange(1, range.slider);
    m_slider->setPageStep(std::max(1, range.full / 8));
    m_slider->setTrained(range.leastTrained, range.greatestTrained);
    m_slider->setFullSize(range.full);
    m_field->setRange(1, range.greatest);
}

void SizeRow::setValue(int value)
{
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietField(m_field);
    // A typed value may lie past the end of the slider, which then makes room for it.
    m_slider->setMaximum(std::max(m_range.slider, value));
    m_slider->setValue(value);
    m_field->setValue(value);
}

void SizeRow::setPinned(std::optional<int> value)
{
    m_slider->setPinned(value);
}

} // namespace morphospace
