// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/part_picker.h"

#include "core/session/lesson.h"
#include "widgets/shared/parts.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace morphospace {

PartPicker::PartPicker(QWidget* window, const QString& hint)
    : QWidget(window)
    , m_hint(hint)
{
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(hint);
    setToolTip(hint);
    window->installEventFilter(this);
    setGeometry(window->rect());
    raise();
    show();
    setFocus();
    grabKeyboard();
}

void PartPicker::pointAt(const QPoint& at)
{
    // What lies below, not this.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QWidget* part = partAround(parentWidget()->childAt(at));
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
    const auto& known = lessonControls();
    while (part != nullptr
           && std::find(known.begin(), known.end(), partName(part).toStdString()) == known.end()) {
        part = partAround(part->parentWidget());
    }
    if (part != m_part) {
        m_part = part;
        update();
    }
}

void PartPicker::mouseMoveEvent(QMouseEvent* event)
{
    pointAt(event->position().toPoint());
}

void PartPicker::mousePressEvent(QMouseEvent* event)
{
    pointAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_part != nullptr) {
        finish(partName(m_part));
    }
}

void PartPicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        finish({});
    }
}

void PartPicker::finish(const QString& name)
{
    releaseKeyboard();
    hide();
    deleteLater();
    Q_EMIT picked(name);
}

bool PartPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void PartPicker::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = theme.window;
    veil.setAlphaF(0.45F);
    QRegion around(rect());
    QRect area;
    if (m_part) {
        area = QRect(m_part->mapTo(parentWidget(), QPoint()), m_part->size()).adjusted(-3, -3, 3, 3);
        around -= area;
    }
    painter.setClipRegion(around);
    painter.fillRect(rect(), veil);
    painter.setClipping(false);
    if (m_part) {
        painter.setPen(QPen(theme.unseen, 3));
        painter.drawRoundedRect(area, 8, 8);
    }
    const QString words = m_part ? partWords(partName(m_part)) : m_hint;
    const QRect text = painter.fontMetrics().boundingRect(words).adjusted(-14, -8, 14, 8);
    QRect label(QPoint((width() - text.width()) / 2, 12), text.size());
    painter.setPen(QPen(theme.unseen, 1.5));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(label, 8, 8);
    painter.setPen(theme.text);
    painter.drawText(label, Qt::AlignCenter, words);
}

} // namespace morphospace
