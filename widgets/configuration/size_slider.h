// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <optional>

namespace morphospace {

/// A slider over sizes that shows on its track what training sampled, full size, and where the
/// pinned sample A stands. A press anywhere begins a drag.
class SizeSlider : public QSlider {
    Q_OBJECT
public:
    explicit SizeSlider(QWidget* parent = nullptr);

    void setTrained(int least, int greatest);
    void setFullSize(int size);
    void setPinned(std::optional<int> size);

    [[nodiscard]] QSize sizeHint() const override { return {140, minimumSizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Around everything one press of the mouse changes.
    void dragBegan();
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] double centreOf(int value) const;

    int m_least = 0;
    int m_greatest = 0;
    int m_full = 0;
    std::optional<int> m_pinned;
};

} // namespace morphospace
