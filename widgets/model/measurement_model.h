// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"
#include "widgets/figure/number_table.h"

#include <QAbstractTableModel>

#include <vector>

namespace morphospace {

/// Every measurement that can be shown against compression: those of this session, those recorded
/// in the manifold when it was trained, and the reference networks trained one by one.
class MeasurementModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Origin { Session, Recorded, Reference };
    struct Row {
        Measurement measurement;
        Origin origin = Origin::Session;
        bool unseen = false;
    };
    enum Column { Source, Widths, Depths, Parameters, Macs, Compression, MacCompression, Accuracy,
                  Low, High, Images, Averaging, Range, Dataset, IntervalMethod, ColumnCount };

    explicit MeasurementModel(QObject* parent = nullptr);

    /// Starts again with what a manifold records; null: empty.
    void setManifold(std::shared_ptr<const Manifold> manifold);
    /// Keeps, of one configuration and averaging, the measurement with the most images.
    void record(const Measurement& measurement);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] std::shared_ptr<const Manifold> manifold() const { return m_manifold; }
    /// 1 - MACs / MACs at full size.
    [[nodiscard]] double macCompression(const Measurement& measurement) const;

    /// All rows with all that says where they come from.
    [[nodiscard]] NumberTable numbers() const;
    /// numbers() as CSV.
    [[nodiscard]] QString csv() const { return csvOf(numbers()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void add(const Measurement& measurement, Origin origin);

    std::shared_ptr<const Manifold> m_manifold;
    std::vector<Row> m_rows;
};

} // namespace morphospace
