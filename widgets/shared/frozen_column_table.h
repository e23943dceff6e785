// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace morphospace {

/// A table whose first column, and the headings of its rows, stay where they are while the rest is
/// scrolled sideways. A click on a heading sorts by its column, another one the other way round, a
/// third one back to the order of the model, which has to be one that sorts.
class FrozenColumnTable : public QTableView {
    Q_OBJECT
public:
    explicit FrozenColumnTable(QWidget* parent = nullptr);

    /// Logical column that stays; it becomes the first one seen. After the model has its columns.
    void freeze(int column);
    /// Width of the column that stays.
    void setFrozenWidth(int width);
    [[nodiscard]] QTableView* frozen() const { return m_frozen; }

    void setModel(QAbstractItemModel* model) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void changeEvent(QEvent* event) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

private:
    void place();

    QTableView* m_frozen;
    int m_column = -1;
};

} // namespace morphospace
