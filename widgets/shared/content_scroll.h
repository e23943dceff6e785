// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace morphospace {

/// Content that scrolls up and down where there is not enough height, and never sideways: it asks
/// for the width that its content needs, whatever the size of the text.
class ContentScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit ContentScroll(QWidget* content, QWidget* parent = nullptr);

    /// Keeps the greatest width asked for so far, so that nothing moves under the hand that drags a
    /// slider while numbers get longer and shorter.
    void setOnlyGrowing(bool growing) { m_growing = growing; }
    /// Forgets that width: what is shown is of another kind now.
    void resetWidth();

    /// Height in which nothing scrolls, where this is `width` wide.
    [[nodiscard]] int neededHeight(int width) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_growing = false;
    mutable int m_widest = 0;
};

/// Content of a page: as high as its parts need at least, so that it scrolls only below that.
class PageContent : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace morphospace
