// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace morphospace {

/// Says, in words, by colour and by shape, whether a size is one that training sampled.
class RangeBadge : public QWidget {
    Q_OBJECT
public:
    explicit RangeBadge(QWidget* parent = nullptr);

    void setUnseen(bool unseen, const QString& range);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override { return {200, heightForWidth(200)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, heightForWidth(200)}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// The range in as many lines as it takes.
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont smallFont() const;
    bool m_unseen = false;
    QString m_text;
};

} // namespace morphospace
