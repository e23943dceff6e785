// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/measurement_model.h"

#include "widgets/language/core_text.h"
#include "widgets/shared/text.h"

#include <algorithm>

namespace morphospace {
namespace {

QString joined(const std::vector<int>& values)
{
    QString text;
    for (const int value : values) {
        text += (text.isEmpty() ? QString() : QStringLiteral("-")) + QString::number(value);
    }
    return text;
}

} // namespace

MeasurementModel::MeasurementModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void MeasurementModel::setManifold(std::shared_ptr<const Manifold> manifold)
{
    beginResetModel();
    m_rows.clear();
    m_manifold = std::move(manifold);
    if (m_manifold) {
        for (const Measurement& measurement : m_manifold->recorded) {
            add(measurement, Origin::Recorded);
        }
        for (const Measurement& measurement : m_manifold->reference) {
            add(measurement, Origin::Reference);
        }
    }
    endResetModel();
}

void MeasurementModel::add(const Measurement& measurement, Origin origin)
{
    m_rows.push_back({measurement, origin,
                      origin != Origin::Reference
                          && !isTrained(m_manifold->trained, measurement.configuration)});
}

void MeasurementModel::record(const Measurement& measurement)
{
    if (!m_manifold) {
        return;
    }
    const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.origin == Origin::Session
            && row.measurement.configuration == measurement.configuration
            && row.measurement.averaging == measurement.averaging;
    });
    if (same != m_rows.end()) {
        if (measurement.images > same->measurement.images) {
            same->measurement = measurement;
            const int row = int(same - m_rows.begin());
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        return;
    }
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    add(measurement, Origin::Session);
    endInsertRows();
}

double MeasurementModel::macCompression(const Measurement& measurement) const
{
    const Family& family = m_manifold->family();
    return 1.0 - double(measurement.macs) / double(macCount(family, family.full));
}

int MeasurementModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MeasurementModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MeasurementModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || std::size_t(index.row()) >= m_rows.size()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return index.column() == Source || index.column() >= Range
            ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
            : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    // EditRole gives numbers, for sorting and copying; DisplayRole text.
    const bool text = role == Qt::DisplayRole;
    if (!text && role != Qt::EditRole) {
        return {};
    }
    const Row& row = m_rows[std::size_t(index.row())];
    const Measurement& m = row.measurement;
    const auto count = [&](std::int64_t value) {
        return text ? QVariant(countText(value)) : QVariant(qlonglong(value));
    };
    const auto percent = [&](double value) {
        return text ? QVariant(percentText(value, 2)) : QVariant(value);
    };
    switch (Column(index.column())) {
    case Source:
        return row.origin == Origin::Session ? tr("this session")
            : row.origin == Origin::Recorded ? tr("recorded when trained")
                                             : coreText(m.source);
    case Widths:
        return joined(m.configuration.widths);
    case Depths:
        return joined(m.configuration.depths);
    case Parameters:
        return count(m.parameters);
    case Macs:
        return count(m.macs);
    case Compression:
        return percent(m.compression);
    case MacCompression:
        return percent(macCompression(m));
    case Accuracy:
        return percent(m.accuracy());
    case Low:
        return percent(m.low);
    case High:
        return percent(m.high);
    case Images:
        return count(m.images);
    case Averaging:
        return count(m.averaging);
    case Range:
        return row.origin == Origin::Reference ? QString() : row.unseen ? tr("unseen") : tr("trained");
    case Dataset:
        return QString::fromStdString(m.dataset);
    case IntervalMethod:
        return coreText(m.intervalMethod);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MeasurementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Source: return tr("Source");
    case Widths: return tr("Widths");
    case Depths: return tr("Blocks");
    case Parameters: return tr("Parameters");
    case Macs: return tr("MACs");
    case Compression: return tr("Compression (parameters)");
    case MacCompression: return tr("Compression (MACs)");
    case Accuracy: return tr("Accuracy");
    case Low: return tr("95 % from");
    case High: return tr("to");
    case Images: return tr("Images");
    case Averaging: return tr("K");
    case Range: return tr("Range");
    case Dataset: return tr("Data set");
    case IntervalMethod: return tr("Interval");
    case ColumnCount: break;
    }
    return {};
}

NumberTable MeasurementModel::numbers() const
{
    NumberTable table;
    table.name = QStringLiteral("measurements");
    table.columns = QStringLiteral("source,widths,depths,parameters,macs,compression_parameters,"
                                   "compression_macs,accuracy_percent,low_percent,high_percent,"
                                   "images,correct,averaging,range,dataset,dataset_sha256,"
                                   "interval_method,seed,program_version,manifold_sha256")
                        .split(u',');
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    for (const Row& row : m_rows) {
        const Measurement& m = row.measurement;
        table.rows += QVariantList{
            row.origin == Origin::Session        ? QStringLiteral("session")
                : row.origin == Origin::Recorded ? QStringLiteral("recorded")
                                                 : text(m.source),
            joined(m.configuration.widths), joined(m.configuration.depths),
            qlonglong(m.parameters), qlonglong(m.macs), m.compression, macCompression(m),
            100 * m.accuracy(), 100 * m.low, 100 * m.high, qlonglong(m.images),
            qlonglong(m.correct), m.averaging,
            row.origin == Origin::Reference ? QString()
                : row.unseen                ? QStringLiteral("unseen")
                                            : QStringLiteral("trained"),
            text(m.dataset), text(m.datasetHash), text(m.intervalMethod),
            // As text: 64 bits are more than other readers of JSON keep.
            QString::number(m.seed), text(m.programVersion), text(m_manifold->hash)};
    }
    return table;
}

} // namespace morphospace
