// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/view_state.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <vector>

namespace morphospace {
namespace {

constexpr const char* ownState = "viewState";

struct Placed {
    QPointer<QWidget> widget;
    QString place;
};

/// Each widget below `widget` and its place: class and number among its siblings of that class, all
/// the way down.
void collect(const QWidget& widget, const QString& place, std::vector<Placed>& list)
{
    QHash<QString, int> count;
    for (QObject* child : widget.children()) {
        auto* part = qobject_cast<QWidget*>(child);
        if (part == nullptr || part->isWindow()) {
            continue;   // a dialog speaks for itself
        }
        const QString name = QString::fromLatin1(part->metaObject()->className());
        const QString below = QStringLiteral("%1/%2:%3").arg(place, name).arg(count[name]++);
        list.push_back({part, below});
        collect(*part, below, list);
    }
}

std::vector<Placed> widgetsBelow(const QWidget& root)
{
    std::vector<Placed> list;
    collect(root, {}, list);
    return list;
}

/// What this widget knows and no model; invalid where there is nothing.
QVariant valueOf(const QWidget& widget)
{
    if (const auto* bar = qobject_cast<const QScrollBar*>(&widget)) {
        return bar->value();
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        return header->saveState();
    }
    if (const auto* splitter = qobject_cast<const QSplitter*>(&widget)) {
        return splitter->saveState();
    }
    if (const auto* stack = qobject_cast<const QStackedWidget*>(&widget)) {
        return stack->currentIndex();
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        return tabs->currentIndex();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        return box->currentIndex();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    }
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
        return field->isModified() ? QVariant(field->text()) : QVariant();
    }
    return widget.property(ownState);
}

void setValue(QWidget& widget, const QVariant& value)
{
    if (auto* bar = qobject_cast<QScrollBar*>(&widget)) {
        bar->setValue(value.toInt());
    } else if (auto* header = qobject_cast<QHeaderView*>(&widget)) {
        header->restoreState(value.toByteArray());
    } else if (auto* splitter = qobject_cast<QSplitter*>(&widget)) {
        splitter->restoreState(value.toByteArray());
    } else if (auto* stack = qobject_cast<QStackedWidget*>(&widget)) {
        stack->setCurrentIndex(value.toInt());
    } else if (auto* tabs = qobject_cast<QTabBar*>(&widget)) {
        tabs->setCurrentIndex(value.toInt());
    } else if (auto* box = qobject_cast<QComboBox*>(&widget)) {
        box->setCurrentIndex(value.toInt());
    } else if (auto* button = qobject_cast<QAbstractButton*>(&widget)) {
        button->setChecked(value.toBool());
    } else if (auto* field = qobject_cast<QLineEdit*>(&widget)) {
        field->setText(value.toString());
        field->setModified(true);
    } else {
        widget.setProperty(ownState, value);
    }
}

} // namespace

ViewState viewState(const QWidget& root)
{
    ViewState state;
    const QWidget* focus = root.focusWidget();
    for (const auto& [widget, place] : widgetsBelow(root)) {
        const QVariant value = valueOf(*widget);
        if (value.isValid()) {
            state.values[place] = value;
        }
        if (widget == focus) {
            state.focus = place;
        }
    }
    return state;
}

void restoreViewState(QWidget& root, const ViewState& state)
{
    const std::vector<Placed> widgets = widgetsBelow(root);
    // Bars come last: how far they reach depends on what is above them.
    for (const bool bars : {false, true}) {
        for (const auto& [widget, place] : widgets) {
            const auto value = state.values.constFind(place);
            if (widget && value != state.values.constEnd()
                && (qobject_cast<QScrollBar*>(widget) != nullptr) == bars) {
                setValue(*widget, *value);
            }
        }
    }
    for (const auto& [widget, place] : widgets) {
        if (widget && place == state.focus) {
            widget->setFocus(Qt::OtherFocusReason);
        }
    }
}

} // namespace morphospace
