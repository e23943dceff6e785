// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/spotlight.h"

#include "widgets/theme/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>

#include <cmath>

namespace morphospace {

Spotlight::Spotlight(QWidget* window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    follow();
}

void Spotlight::setTarget(QWidget* target)
{
    // A part moves when anything around it does.
    for (QWidget* around = m_target; around != nullptr && around != parentWidget();
         around = around->parentWidget()) {
        around->removeEventFilter(this);
    }
    m_target = target;
    for (QWidget* around = m_target; around != nullptr && around != parentWidget();
         around = around->parentWidget()) {
        around->installEventFilter(this);
    }
    follow();
}

void Spotlight::setThickness(double pixels)
{
    m_thickness = pixels;
    update();
}

QRect Spotlight::ring() const
{
    if (!m_target || !m_target->isVisible()) {
        return {};
    }
    QRect area(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
    // Of what is scrolled out of sight nothing is to be seen.
    for (const QWidget* around = m_target->parentWidget();
         around != nullptr && around != parentWidget(); around = around->parentWidget()) {
        const auto* scroll = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
        if (scroll != nullptr && scroll->viewport() == around) {
            area &= QRect(around->mapTo(parentWidget(), QPoint()), around->size());
        }
    }
    const int room = int(std::ceil(m_thickness * 2.25));
    return area.isEmpty() ? QRect()
                          : area.adjusted(-room, -room, room, room)
                                .intersected(parentWidget()->rect());
}

void Spotlight::follow()
{
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(m_target != nullptr);
    update();
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
        follow();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::paintEvent(QPaintEvent*)
{
    const QRect area = ring();
    if (area.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double half = m_thickness / 2;
    QColor halo = currentTheme().unseen;
    halo.setAlphaF(0.25F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, 2.5 * m_thickness));
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), 10, 10);
    painter.setPen(QPen(currentTheme().unseen, m_thickness));
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), 10, 10);
}

} // namespace morphospace
