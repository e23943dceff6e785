// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace morphospace {

/// A line around a widget that paints itself, while it has the keyboard focus: whoever works
/// without a mouse sees where the keys go. Lies over the widget and lets the mouse through.
class FocusRing : public QWidget {
    Q_OBJECT
public:
    explicit FocusRing(QWidget* target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace morphospace
