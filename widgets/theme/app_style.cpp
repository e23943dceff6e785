// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/app_style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QWidget>

#include <algorithm>

namespace morphospace {
namespace {

/// Fusion's own boxes and rounds have an edge that is hardly seen on a dark window.
void drawIndicator(const QStyleOption& option, bool round, QPainter& painter)
{
    const bool on = (option.state & QStyle::State_On) != 0;
    const QPalette& palette = option.palette;
    QColor edge = palette.color(QPalette::WindowText);
    edge.setAlphaF((option.state & QStyle::State_Enabled) != 0 ? 0.65F : 0.3F);
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 1.0;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on ? palette.color(QPalette::Highlight) : edge, 1.2));
    painter.setBrush(palette.color(on ? QPalette::Highlight : QPalette::Base));
    const qreal corner = round ? side / 2 : 3;
    painter.drawRoundedRect(box, corner, corner);
    const QColor mark = palette.color(QPalette::HighlightedText);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), side / 5, side / 5);
    } else if (on) {
        QPainterPath tick(box.topLeft() + QPointF(0.24, 0.54) * side);
        tick.lineTo(box.topLeft() + QPointF(0.43, 0.73) * side);
        tick.lineTo(box.topLeft() + QPointF(0.77, 0.3) * side);
        painter.setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(tick);
    }
    painter.restore();
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void AppStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        // From cell to cell it would never come out of a table.
        view->setTabKeyNavigation(false);
    }
    // A combo box draws its list as a menu, and a menu's words in the colour of highlighted text; drawn as
    // every other list is, what is chosen has the same ground and text here as there.
    auto* box = qobject_cast<QComboBox*>(widget);
    if (box != nullptr && qobject_cast<QStyledItemDelegate*>(box->itemDelegate()) == nullptr) {
        box->setItemDelegate(new QStyledItemDelegate(box));
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Slider_PageSetButtons:
        return Qt::MiddleButton;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0; // those of the desktop are in its colours, not ours
    case SH_ToolTip_WakeUpDelay:
        return 350;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                             QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox && (option->state & State_NoChange) == 0) {
        drawIndicator(*option, false, *painter);
    } else if (element == PE_IndicatorRadioButton) {
        drawIndicator(*option, true, *painter);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                          const QWidget* widget) const
{
    switch (metric) {
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return std::max(18, widget != nullptr ? widget->fontMetrics().height() : 0);
    case PM_SliderThickness:
        return std::max(26, widget != nullptr ? widget->fontMetrics().height() + 8 : 0);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 18;
    case PM_ToolBarIconSize:
        return 20;
    case PM_DockWidgetSeparatorExtent:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace morphospace
