// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/number_table.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

class QSortFilterProxyModel;

namespace morphospace {

/// A column of a table of numbers, as people read it; files have the plain name.
[[nodiscard]] QString numberHeading(const QString& column);
/// One of its values for people: percent with two decimals, else `decimals` of them; whole numbers
/// in groups.
[[nodiscard]] QString numberText(const QString& column, const QVariant& value, int decimals);
/// As many decimals as give the largest value of a column five digits that count, two to six; so the
/// points of a column stand below each other. None where all are whole. Below zero where all are so
/// small that powers of ten say more.
[[nodiscard]] int decimalsOf(const NumberTable& numbers, int column);

/// The numbers behind a chart. EditRole gives the values as they are, so that sorting goes by them.
class NumberTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setNumbers(const NumberTable& numbers, const QStringList& headings);
    [[nodiscard]] const NumberTable& numbers() const { return m_numbers; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    NumberTable m_numbers;
    QStringList m_headings;
    std::vector<int> m_decimals;
};

/// The same on the screen, whatever its length. A click on a heading sorts by its column.
class NumberTableView : public QTableView {
    Q_OBJECT
public:
    explicit NumberTableView(QWidget* parent = nullptr);

    /// `headings`: for people; where there are none, those of numberHeading(). How it is sorted and
    /// which row is current stay where the columns do.
    void setNumbers(const NumberTable& numbers, const QStringList& headings = {});
    [[nodiscard]] const NumberTable& numbers() const { return m_model->numbers(); }

Q_SIGNALS:
    /// Return or a double-click on a row, counted as in the table that was set.
    void rowActivated(int row);

private:
    NumberTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace morphospace
