// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace morphospace {

/// A box to choose from that may be narrower than its entries: it shows by an ellipsis that the
/// chosen one goes on, and its tool tip begins with all of it.
class ElidingBox : public QComboBox {
    Q_OBJECT
public:
    explicit ElidingBox(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// As wide as its longest entry: what is chosen from is seen whole.
    void showPopup() override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// The chosen entry as there is room for it.
    [[nodiscard]] QString fitting() const;
};

} // namespace morphospace
