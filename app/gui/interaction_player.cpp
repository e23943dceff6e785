// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/interaction_player.h"

#include "app/gui/main_window.h"

#include <QApplication>
#include <QKeySequence>
#include <QMenuBar>
#include <QSlider>
#include <QStyle>
#include <QTabBar>
#include <QWheelEvent>
#include <QWidget>
#include <QWindow>

// Where events of the system enter Qt; exported for QTest, whose headers declare them in this way.
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow* window, const QPointF& local, const QPointF& global,
                                      Qt::MouseButtons state, Qt::MouseButton button,
                                      QEvent::Type type, Qt::KeyboardModifiers mods, int timestamp);
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key,
                                    Qt::KeyboardModifiers mods, const QString& text, bool autorepeat,
                                    ushort count);

namespace morphospace {
namespace {

constexpr qint64 longestWait = 60000;   // milliseconds: only what never comes takes so long

bool isKey(const InputEvent& event)
{
    return event.kind == InputEvent::Kind::Key || event.kind == InputEvent::Kind::KeyUp;
}

/// Begins something new, so that what came before has to be done.
bool begins(const InputEvent& event)
{
    return event.kind == InputEvent::Kind::Press || event.kind == InputEvent::Kind::Key
        || event.kind == InputEvent::Kind::Wheel;
}

/// The place that `event` means in a widget that may have another size now: the same share of the
/// way, and of a slider the same value.
QPointF samePlace(const InputEvent& event, const QWidget& widget)
{
    if (qobject_cast<const QMenuBar*>(&widget) != nullptr
        || qobject_cast<const QTabBar*>(&widget) != nullptr) {
        return event.at;   // what is in them does not stretch
    }
    const auto* slider = qobject_cast<const QSlider*>(&widget);
    const int handle = slider != nullptr
        ? slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider)
        : 0;
    const auto scaled = [handle](double at, int before, int now) {
        return before <= handle || now <= handle || before == now
            ? at
            : handle / 2.0 + (at - handle / 2.0) * (now - handle) / (before - handle);
    };
    if (handle > 0 && slider->orientation() == Qt::Horizontal) {
        return {scaled(event.at.x(), event.size.width(), widget.width()), event.at.y()};
    }
    return {scaled(event.at.x(), event.size.width(), widget.width()),
            scaled(event.at.y(), event.size.height(), widget.height())};
}

} // namespace

InteractionPlayer::InteractionPlayer(MainWindow& window, Interaction interaction, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_interaction(std::move(interaction))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InteractionPlayer::next);
}

void InteractionPlayer::start()
{
    m_window.resize(m_interaction.window);
    m_window.activateWindow();
    m_firstStep = m_window.session().journal().steps().size();
    m_waiting.start();
    m_timer.start(0);
}

QWidget* InteractionPlayer::target() const
{
    const InputEvent& event = m_interaction.events[m_next];
    QWidget* widget = widgetOf(event.widget);
    if (widget == nullptr || !widget->isVisible() || widget->window()->windowHandle() == nullptr) {
        return nullptr;
    }
    return isKey(event) || widget->isEnabled() ? widget : nullptr;
}

void InteractionPlayer::next()
{
    const bool over = m_next == m_interaction.events.size();
    const bool rests = m_window.live().isSettled() && !m_window.files().isOpening();
    QWidget* widget = over ? nullptr : target();
    const bool waits = over ? !rests
                            : widget == nullptr || (begins(m_interaction.events[m_next]) && !rests);
    if (waits) {
        if (m_waiting.elapsed() > longestWait) {
            Q_EMIT failed(over ? tr("the window did not come to rest")
                               : tr("event %1: the widget %2 is not there, or cannot be used")
                                     .arg(m_next + 1)
                                     .arg(m_interaction.events[m_next].widget));
            return;
        }
        m_timer.start(5);
        return;
    }
    if (over) {
        end();
        return;
    }
    m_waiting.start();
    const InputEvent event = m_interaction.events[m_next++];
    // Before it is sent: a dialog that it opens has an event loop of its own, which goes on here.
    m_timer.start(0);
    send(event, widget);
}

void InteractionPlayer::send(const InputEvent& event, QWidget* widget)
{
    QWidget* top = widget->window();
    QWindow* window = top->windowHandle();
    const auto modifiers = Qt::KeyboardModifiers(event.modifiers);
    if (isKey(event)) {
        const QKeySequence keys = QKeySequence::fromString(event.key, QKeySequence::PortableText);
        if (widget->focusPolicy() != Qt::NoFocus && QApplication::activePopupWidget() == nullptr) {
            widget->setFocus();
        }
        qt_handleKeyEvent(window,
                          event.kind == InputEvent::Kind::Key ? QEvent::KeyPress : QEvent::KeyRelease,
                          keys.isEmpty() ? 0 : int(keys[0].key()), modifiers, event.text, false, 1);
        return;
    }
    const QPointF local = widget->mapTo(top, samePlace(event, *widget));
    const QPointF global = top->mapToGlobal(local);
    if (event.kind == InputEvent::Kind::Wheel) {
        QWheelEvent wheel(local, global, QPoint(), event.angle, Qt::MouseButtons(event.buttons),
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window, &wheel);
        return;
    }
    const auto handle = [&](QEvent::Type type, Qt::MouseButtons buttons, Qt::MouseButton button) {
        qt_handleMouseEvent(window, local, global, buttons, button, type, modifiers,
                            int(event.milliseconds));
    };
    const auto buttons = Qt::MouseButtons(event.buttons);
    const auto button = Qt::MouseButton(event.button);
    switch (event.kind) {
    case InputEvent::Kind::Press:
        handle(QEvent::MouseMove, buttons & ~Qt::MouseButtons(button), Qt::NoButton);
        handle(QEvent::MouseButtonPress, buttons, button);
        break;
    case InputEvent::Kind::Release:
        handle(QEvent::MouseButtonRelease, buttons, button);
        break;
    default:
        handle(QEvent::MouseMove, buttons, Qt::NoButton);
        break;
    }
}

void InteractionPlayer::end()
{
    Interaction now;
    noteSession(now, m_window.session().journal(), m_firstStep);
    const QString differs = difference(m_interaction, now);
    if (differs.isEmpty()) {
        Q_EMIT finished();
    } else {
        Q_EMIT failed(tr("the interaction does not play as it was recorded: %1").arg(differs));
    }
}

} // namespace morphospace
