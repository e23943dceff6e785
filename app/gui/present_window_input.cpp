// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a lesson is driven: keyboard, clicker, touch.
#include "app/gui/present_window.h"

#include "widgets/compression/compression_page.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/lesson/lesson_sheet.h"
#include "widgets/morph/image_strip.h"
#include "widgets/scene/view_3d.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/smoothness/smoothness_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTouchEvent>

#include <cmath>

namespace morphospace {
namespace {

/// Keys mean something to these, so that arrows do not turn the page under a hand that uses them.
bool takesArrows(const QWidget* widget)
{
    return qobject_cast<const QAbstractSlider*>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
        || qobject_cast<const QLineEdit*>(widget) != nullptr
        || qobject_cast<const QComboBox*>(widget) != nullptr
        || qobject_cast<const QAbstractItemView*>(widget) != nullptr
        || qobject_cast<const ImageStrip*>(widget) != nullptr
        || qobject_cast<const ChartView*>(widget) != nullptr
        || qobject_cast<const ReadableChartView*>(widget) != nullptr
        || qobject_cast<const HeatMapView*>(widget) != nullptr
        || qobject_cast<const LandscapeMap*>(widget) != nullptr
        || qobject_cast<const View3D*>(widget) != nullptr;
}

} // namespace

bool PresentWindow::isNear(QWidget* widget) const
{
    return widget != nullptr && widget->window() == this;
}

bool PresentWindow::isScrolledInSide(const QObject* object) const
{
    const auto* scroll = object != nullptr && object->isWidgetType() && object->parent() != nullptr
        ? qobject_cast<const ContentScroll*>(object->parent()->parent())
        : nullptr;
    return scroll != nullptr && scroll->widget() == object && m_side->isAncestorOf(scroll);
}

bool PresentWindow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (isNear(widget) && QApplication::activeModalWidget() == nullptr
            && handleKey(static_cast<QKeyEvent*>(event), widget)) {
            return true;
        }
        break;
    }
    case QEvent::LayoutRequest:
    case QEvent::Resize:
        // A number that got longer, or a comparison that came, needs another share of the side.
        if (m_liveArea != nullptr && (watched == m_side || isScrolledInSide(watched))) {
            arrangeSide();
        }
        break;
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        if (watched == m_sheet->viewport()) {
            return handleTouch(static_cast<QTouchEvent*>(event));
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool PresentWindow::handleKey(QKeyEvent* event, QWidget* at)
{
    const auto plain = event->modifiers() & ~Qt::KeypadModifier;
    if (plain != Qt::NoModifier && plain != Qt::ShiftModifier) {
        return false;
    }
    const int key = event->key();
    const bool typing = qobject_cast<QAbstractSpinBox*>(at) != nullptr
        || qobject_cast<QLineEdit*>(at) != nullptr;
    const bool arrows = takesArrows(at);
    const bool button = qobject_cast<QAbstractButton*>(at) != nullptr
        || qobject_cast<QComboBox*>(at) != nullptr;
    switch (key) {
    case Qt::Key_PageDown:   // what clickers send
        m_player.next();
        return true;
    case Qt::Key_PageUp:
        m_player.back();
        return true;
    case Qt::Key_Escape:
        if (typing) {
            setFocus();
        } else {
            close();
        }
        return true;
    case Qt::Key_F11:
        toggleFullScreen();
        return true;
    default:
        break;
    }
    if (typing) {
        return false;
    }
    switch (key) {
    case Qt::Key_Space:
        if (button) {
            return false;
        }
        m_player.next();
        return true;
    case Qt::Key_B:
    case Qt::Key_Period:
        m_blank->setGeometry(rect());
        m_blank->setVisible(!m_blank->isVisible());
        m_blank->raise();
        return true;
    case Qt::Key_R:
        m_player.reset();
        return true;
    default:
        if (key >= Qt::Key_1 && key <= Qt::Key_6 && !m_sheet->choices().empty()) {
            m_sheet->choose(key - Qt::Key_1);
            return true;
        }
        break;
    }
    if (arrows) {
        return false;
    }
    switch (key) {
    case Qt::Key_Right:
        m_player.next();
        return true;
    case Qt::Key_Left:
        m_player.back();
        return true;
    case Qt::Key_Down:
        // A text that is longer than the screen is read to its end first.
        if (m_sheet->canScrollDown()) {
            m_sheet->scrollBy(3 * m_sheet->textHeight());
        } else {
            m_player.next();
        }
        return true;
    case Qt::Key_Up:
        if (m_sheet->canScrollUp()) {
            m_sheet->scrollBy(-3 * m_sheet->textHeight());
        } else {
            m_player.back();
        }
        return true;
    case Qt::Key_Home:
        m_player.goTo(0);
        return true;
    case Qt::Key_End:
        m_player.goTo(m_player.pageCount() - 1);
        return true;
    default:
        return false;
    }
}

bool PresentWindow::handleTouch(QTouchEvent* event)
{
    if (event->points().isEmpty()) {
        return false;
    }
    const QPointF at = event->points().constFirst().position();
    if (event->type() == QEvent::TouchBegin) {
        m_touchBegan = m_touchLast = at;
    } else {
        const QPointF way = at - m_touchBegan;
        const bool sideways = std::abs(way.x()) > 2 * std::abs(way.y());
        if (event->type() == QEvent::TouchUpdate && !sideways) {
            m_sheet->scrollBy(int(m_touchLast.y() - at.y()));
        } else if (event->type() == QEvent::TouchEnd) {
            const double far = m_sheet->width() / 6.0;
            if (sideways && way.x() < -far) {
                m_player.next();
            } else if (sideways && way.x() > far) {
                m_player.back();
            } else if (way.manhattanLength() < m_sheet->textHeight()) {
                QWidget* below = m_sheet->viewport()->childAt(at.toPoint());
                if (auto* tapped = qobject_cast<QAbstractButton*>(below)) {
                    tapped->click();
                }
            }
        }
        m_touchLast = at;
    }
    event->accept();
    return true;
}

} // namespace morphospace
