// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shared/track_slider.h"

#include <optional>

namespace morphospace {

/// A slider over sizes that shows on its track what training sampled, full size, and where the
/// pinned sample A stands.
class SizeSlider : public TrackSlider {
    Q_OBJECT
public:
    explicit SizeSlider(QWidget* parent = nullptr);

    void setTrained(int least, int greatest);
    void setFullSize(int size);
    void setPinned(std::optional<int> size);

    [[nodiscard]] QSize sizeHint() const override { return {140, minimumSizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_least = 0;
    int m_greatest = 0;
    int m_full = 0;
    std::optional<int> m_pinned;
};

} // namespace morphospace
