// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace morphospace {

/// Counts of true class (row) against predicted class (column), with the share of each true class
/// that was right in the last column.
class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ConfusionModel(QObject* parent = nullptr);

    void setCounts(const QStringList& classNames, const std::vector<std::int64_t>& counts);

    [[nodiscard]] std::int64_t count(int truth, int predicted) const;
    [[nodiscard]] std::int64_t images(int truth) const;
    /// Share of the images of a class that were right; negative where none was measured.
    [[nodiscard]] double accuracy(int truth) const;
    [[nodiscard]] int classes() const { return int(m_names.size()); }
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QStringList m_names;
    std::vector<std::int64_t> m_counts;
};

} // namespace morphospace
