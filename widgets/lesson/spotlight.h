// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace morphospace {

/// A ring around one part of a window, over everything else in it. It takes no clicks.
class Spotlight : public QWidget {
    Q_OBJECT
public:
    explicit Spotlight(QWidget* window);

    /// Null: none.
    void setTarget(QWidget* target);
    [[nodiscard]] QWidget* target() const { return m_target; }
    /// Width of the ring in pixels.
    void setThickness(double pixels);
    /// Where the ring is, in coordinates of the window; empty where nothing is pointed at.
    [[nodiscard]] QRect ring() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QPointer<QWidget> m_target;
    double m_thickness = 4;
};

} // namespace morphospace
