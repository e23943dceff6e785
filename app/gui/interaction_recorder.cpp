// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/interaction_recorder.h"

#include "app/gui/main_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QShortcutEvent>
#include <QWheelEvent>
#include <QWindow>

namespace morphospace {
namespace {

/// The widget that a window of the system stands for.
QWidget* widgetOfWindow(QWindow* window)
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->windowHandle() == window) {
            return widget;
        }
    }
    return nullptr;
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
        || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == 0 || key == Qt::Key_unknown;
}

} // namespace

InteractionRecorder::InteractionRecorder(MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_firstStep(window.session().journal().steps().size())
{
    m_interaction.window = window.size();
    connect(&window.session(), &SessionModel::journalChanged, this,
            [this] { m_atLastStep = m_interaction.events.size(); });
    m_clock.start();
    qApp->installEventFilter(this);
}

Interaction InteractionRecorder::interaction() const
{
    Interaction done = m_interaction;
    noteSession(done, m_window.session().journal(), m_firstStep);
    return done;
}

bool InteractionRecorder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched->isWindowType() && event->spontaneous()) {
        note(static_cast<QWindow*>(watched), event);
    } else if (event->type() == QEvent::Shortcut) {
        // The key of a shortcut reaches no window.
        const QKeySequence keys = static_cast<QShortcutEvent*>(event)->key();
        if (!keys.isEmpty()) {
            noteKey(QEvent::KeyPress, keys[0].key(), keys[0].keyboardModifiers(), {}, nullptr);
        }
    } else if (watched == &m_window && event->type() == QEvent::Close && !event->spontaneous()) {
        // The way through a menu to its end is no part of what was done.
        m_interaction.events.resize(m_atLastStep);
    }
    return false;
}

void InteractionRecorder::noteKey(QEvent::Type type, Qt::Key key, Qt::KeyboardModifiers modifiers,
                                  const QString& text, QWidget* window)
{
    QWidget* widget = QApplication::activePopupWidget();
    if (widget == nullptr) {
        widget = QApplication::focusWidget();
    }
    if (widget == nullptr) {
        widget = window != nullptr ? window : &m_window;
    }
    if (isModifier(key)) {
        return;
    }
    InputEvent done;
    done.kind = type == QEvent::KeyPress ? InputEvent::Kind::Key : InputEvent::Kind::KeyUp;
    done.milliseconds = m_clock.elapsed();
    done.widget = pathOf(widget);
    done.size = widget->size();
    done.key = QKeySequence(key).toString(QKeySequence::PortableText);
    done.text = text;
    done.modifiers = int(modifiers);
    m_interaction.events.push_back(std::move(done));
}

void InteractionRecorder::note(QWindow* window, QEvent* event)
{
    InputEvent done;
    done.milliseconds = m_clock.elapsed();
    const auto place = [&](QWidget* widget, const QPointF& global) {
        done.widget = pathOf(widget);
        done.size = widget->size();
        done.at = widget->mapFromGlobal(global);
    };
    const auto under = [&](const QPointF& global) {
        QWidget* around = QApplication::activePopupWidget();
        if (around == nullptr) {
            around = widgetOfWindow(window);
        }
        QWidget* child =
            around == nullptr ? nullptr : around->childAt(around->mapFromGlobal(global).toPoint());
        return child != nullptr ? child : around;
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool press = event->type() == QEvent::MouseButtonPress;
        // The pointer alone changes nothing that is kept; where it goes down it is moved to first.
        if (!press && mouse->buttons() == Qt::NoButton && mouse->button() == Qt::NoButton) {
            return;
        }
        if (press || m_held == nullptr) {
            m_held = under(mouse->globalPosition());
        }
        if (m_held == nullptr) {
            return;
        }
        done.kind = press ? InputEvent::Kind::Press
            : event->type() == QEvent::MouseMove ? InputEvent::Kind::Move
                                                 : InputEvent::Kind::Release;
        place(m_held, mouse->globalPosition());
        done.button = int(mouse->button());
        done.buttons = int(mouse->buttons());
        done.modifiers = int(mouse->modifiers());
        if (mouse->buttons() == Qt::NoButton) {
            m_held.clear();
        }
        break;
    }
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        QWidget* widget = under(wheel->globalPosition());
        if (widget == nullptr) {
            return;
        }
        done.kind = InputEvent::Kind::Wheel;
        place(widget, wheel->globalPosition());
        done.buttons = int(wheel->buttons());
        done.modifiers = int(wheel->modifiers());
        done.angle = wheel->angleDelta();
        break;
    }
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto* key = static_cast<QKeyEvent*>(event);
        noteKey(event->type(), Qt::Key(key->key()), key->modifiers(), key->text(),
                widgetOfWindow(window));
        return;
    }
    default:
        return;
    }
    m_interaction.events.push_back(std::move(done));
}

} // namespace morphospace
