// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/eliding_box.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace morphospace {

ElidingBox::ElidingBox(QWidget* parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToContents);
}

QSize ElidingBox::minimumSizeHint() const
{
    constexpr int leastLetters = 8;
    const QSize size = sizeHint();
    return {std::min(size.width(), leastLetters * fontMetrics().averageCharWidth() + 44), size.height()};
}

void ElidingBox::showPopup()
{
    const int bar = count() > maxVisibleItems() ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + bar + 8);
    QComboBox::showPopup();
}

QString ElidingBox::fitting() const
{
    if (width() >= sizeHint().width()) {
        return currentText();   // every entry fits
    }
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    return fontMetrics().elidedText(currentText(), Qt::ElideRight, field.width() - 4);
}

bool ElidingBox::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && fitting() != currentText()) {
        const QString tip = toolTip().isEmpty() ? currentText() : currentText() + u'\n' + toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tip, this);
        return true;
    }
    return QComboBox::event(event);
}

void ElidingBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = fitting();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace morphospace
