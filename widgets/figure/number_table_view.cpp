// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/number_table_view.h"

#include "widgets/language/core_text.h"
#include "widgets/language/words.h"
#include "widgets/shared/card.h"
#include "widgets/shared/text.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int widest = 34;   // letters of a column at the most; the rest is in its tool tip

bool isWhole(const QVariant& value)
{
    return value.typeId() == QMetaType::Int || value.typeId() == QMetaType::LongLong;
}

bool isNumber(const QVariant& value)
{
    return isWhole(value) || value.typeId() == QMetaType::Double;
}

} // namespace

QString numberHeading(const QString& column)
{
    const std::pair<const char*, QString> headings[] = {
        {"tensor", tr("tensor")},
        {"total_variation_before", tr("total variation before")},
        {"total_variation_after", tr("total variation after")},
        {"total_variation_full", tr("total variation, full size")},
        {"total_variation_current", tr("total variation, current size")},
        {"total_variation_jittered", tr("total variation, jittered")},
        {"relative_l1_change_by_jitter", tr("relative L1 change by jitter")},
        {"group", tr("group")},
        {"step", tr("step")},
        {"l1_before", tr("L1 distance before")},
        {"l1_after", tr("L1 distance after")},
        {"channel", tr("channel")},
        {"component_1", tr("first component")},
        {"component_2", tr("second component")},
        {"position_before", tr("position before")},
        {"position_after", tr("position after")},
        {"side", tr("side")},
        {"output_channel", tr("output channel")},
        {"input_channel", tr("input channel")},
        {"output_place", tr("place of the output channel")},
        {"input_place", tr("place of the input channel")},
        {"value", tr("value")},
        {"size", tr("size")},
        {"first_size", tr("first size")},
        {"second_size", tr("second size")},
        {"layer", tr("layer")},
        {"cka", tr("linear CKA")},
        {"kl_nats", tr("KL divergence in nats")},
        {"same_class_percent", tr("same class")},
        {"parameters", tr("parameters")},
        {"macs", tr("MACs")},
        {"accuracy_percent", tr("accuracy")},
        {"low_percent", tr("95 % from")},
        {"high_percent", tr("95 % to")},
        {"images", tr("images")},
        {"range", tr("range")},
        {"latency_seconds", tr("latency, one image")},
        {"network", tr("network")},
        {"method", tr("method")},
        {"widths", tr("widths")},
        {"depths", tr("depths")},
        {"width_percent", tr("width, % of full size")},
        {"order", tr("order")},
        {"seeds", tr("seeds")},
        {"half_95_points", tr("± (95 %)")},
        {"points_over_random", tr("points over random")},
        {"half_95_points_over_random", tr("± (95 %) of these")},
    };
    for (const auto& [name, heading] : headings) {
        if (column == QLatin1String(name)) {
            return heading;
        }
    }
    return column;
}

namespace {

/// What a recorded experiment calls its networks, methods and orders, for people.
QString experimentText(const QString& column, const QString& text)
{
    const struct {
        const char* column;
        const char* name;
        QString word;
    } words[] = {{"order", "original", tr("as trained")},
                 {"order", "random", tr("random")},
                 {"order", "nearest", tr("nearest neighbour")},
                 {"order", "component", tr("first principal component")},
                 {"order", "fiedler", tr("Fiedler vector")},
                 {"order", "path", tr("shortest path")},
                 {"method", "slice", tr("first channels, untrained")},
                 {"method", "resample", tr("resampled, untrained")},
                 {"network", "lenet", QStringLiteral("LeNet")},
                 {"network", "resnet", QStringLiteral("ResNet")}};
    for (const auto& one : words) {
        if (column == QLatin1String(one.column) && text == QLatin1String(one.name)) {
            return one.word;
        }
    }
    // A generator by its kind; and somebody's own name of anything stays as it is.
    return column == QStringLiteral("method") ? coreText(text.toStdString()) : text;
}

} // namespace

QString numberText(const QString& column, const QVariant& value, int decimals)
{
    if (value.typeId() == QMetaType::Double) {
        const double number = value.toDouble();
        return column.endsWith(QStringLiteral("_percent")) ? percentText(number / 100, 2)
            : column.endsWith(QStringLiteral("_seconds"))  ? durationText(number)
            : decimals < 0                                 ? significantText(number, 4)
                                                           : decimalText(number, decimals);
    }
    if (isWhole(value)) {
        return countText(value.toLongLong());
    }
    const QString text = value.toString();
    if (column == QStringLiteral("order") || column == QStringLiteral("method")
        || column == QStringLiteral("network")) {
        return experimentText(column, text);
    }
    const std::pair<const char*, QString> words[] = {{"left", tr("left", "side")},
                                                     {"right", tr("right", "side")},
                                                     {"trained", tr("trained")},
                                                     {"unseen", tr("unseen")}};
    if (column == QStringLiteral("side") || column == QStringLiteral("range")) {
        for (const auto& [name, word] : words) {
            if (text == QLatin1String(name)) {
                return word;
            }
        }
    }
    return text;
}

int decimalsOf(const NumberTable& numbers, int column)
{
    double greatest = 0;
    bool whole = true;
    for (const QVariantList& row : numbers.rows) {
        const double value =
            row[column].typeId() == QMetaType::Double ? row[column].toDouble() : 0;
        if (std::isfinite(value)) {
            greatest = std::max(greatest, std::abs(value));
            whole = whole && value == std::round(value);
        }
    }
    if (whole) {
        return 0;
    }
    return greatest < 1e-3 ? -1 : std::clamp(4 - int(std::floor(std::log10(greatest))), 2, 6);
}

void NumberTableModel::setNumbers(const NumberTable& numbers, const QStringList& headings)
{
    beginResetModel();
    m_numbers = numbers;
    m_headings = headings;
    m_decimals.clear();
    for (int column = 0; column < int(numbers.columns.size()); ++column) {
        m_decimals.push_back(decimalsOf(numbers, column));
    }
    endResetModel();
}

int NumberTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.rows.size());
}

int NumberTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.columns.size());
}

QVariant NumberTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const QVariant& value = m_numbers.rows[index.row()][index.column()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: 
        return numberText(m_numbers.columns[index.column()], value,
                          m_decimals[std::size_t(index.column())]);
    case Qt::EditRole: return value;
    case Qt::TextAlignmentRole:
        return int((isNumber(value) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant NumberTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && !m_numbers.rows.isEmpty()) {
        return index(0, section).data(role);   // above its numbers
    }
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    return section < m_headings.size() ? m_headings[section]
                                       : numberHeading(m_numbers.columns[section]);
}

NumberTableView::NumberTableView(QWidget* parent)
    : QTableView(parent)
    , m_model(new NumberTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::EditRole);
    setModel(m_sorted);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    describeControl(this, tr("Numbers"),
                    tr("The numbers behind the chart; a click on a heading sorts by it"));
    connect(this, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT rowActivated(m_sorted->mapToSource(index).row());
    });
}

void NumberTableView::setNumbers(const NumberTable& numbers, const QStringList& headings)
{
    const bool again = numbers.columns == m_model->numbers().columns;
    const int row = again ? m_sorted->mapToSource(currentIndex()).row() : -1;
    const int scrolled = verticalScrollBar()->value();
    m_model->setNumbers(numbers, headings);
    if (!again) {
        sortByColumn(-1, Qt::AscendingOrder);
    }
    resizeColumnsToContents();
    const int most = fontMetrics().averageCharWidth() * widest;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        setColumnWidth(column, std::min(columnWidth(column), most));
    }
    if (row >= 0 && row < m_model->rowCount()) {
        setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
        verticalScrollBar()->setValue(scrolled);
    }
}

} // namespace morphospace
