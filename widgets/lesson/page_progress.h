// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace morphospace {

/// One bar a page: those behind are full. A click goes there.
class PageProgress : public QWidget {
    Q_OBJECT
public:
    explicit PageProgress(QWidget* parent = nullptr);

    void setPage(int page, int count);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override { return {200, fontMetrics().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, fontMetrics().height()}; }

Q_SIGNALS:
    void wanted(int page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int m_page = 0;
    int m_count = 1;
};

} // namespace morphospace
