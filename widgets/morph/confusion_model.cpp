// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/confusion_model.h"

#include "widgets/shared/text.h"
#include "widgets/theme/theme.h"

#include <QColor>

#include <cmath>

namespace morphospace {

ConfusionModel::ConfusionModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ConfusionModel::setCounts(const QStringList& classNames, const std::vector<std::int64_t>& counts)
{
    const bool same = classNames == m_names;
    if (!same) {
        beginResetModel();
    }
    m_names = classNames;
    m_counts = counts;
    m_counts.resize(std::size_t(classes()) * std::size_t(classes()), 0);
    if (!same) {
        endResetModel();
    } else if (classes() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(classes() - 1, classes()));
    }
}

std::int64_t ConfusionModel::count(int truth, int predicted) const
{
    return m_counts.at(std::size_t(truth) * std::size_t(classes()) + std::size_t(predicted));
}

std::int64_t ConfusionModel::images(int truth) const
{
    std::int64_t sum = 0;
    for (int predicted = 0; predicted < classes(); ++predicted) {
        sum += count(truth, predicted);
    }
    return sum;
}

double ConfusionModel::accuracy(int truth) const
{
    const std::int64_t all = images(truth);
    return all > 0 ? double(count(truth, truth)) / double(all) : -1;
}

QString ConfusionModel::csv() const
{
    const auto quoted = [](QString name) {
        return name.contains(u',') || name.contains(u'"')
            ? u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"'
            : name;
    };
    QString text = QStringLiteral("true_class");
    for (const QString& name : m_names) {
        text += u',' + quoted(name);
    }
    text += QStringLiteral(",images,accuracy_percent\n");
    for (int truth = 0; truth < classes(); ++truth) {
        text += quoted(m_names[truth]);
        for (int predicted = 0; predicted < classes(); ++predicted) {
            text += u',' + QString::number(count(truth, predicted));
        }
        text += u',' + QString::number(images(truth)) + u','
            + (images(truth) > 0 ? QString::number(100 * accuracy(truth), 'f', 3) : QString()) + u'\n';
    }
    return text;
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : classes();
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || classes() == 0 ? 0 : classes() + 1;
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= classes()) {
        return {};
    }
    const int truth = index.row();
    const bool share = index.column() == classes();
    const Theme& theme = currentTheme();
    switch (role) {
    case Qt::DisplayRole:
        if (share) {
            return images(truth) > 0 ? percentText(accuracy(truth)) : QStringLiteral("–");
        }
        return count(truth, index.column()) > 0 ? countText(count(truth, index.column())) : QString();
    case Qt::EditRole:
        return share ? QVariant(accuracy(truth)) : QVariant(qlonglong(count(truth, index.column())));
    case Qt::TextAlignmentRole:
        return QVariant(share ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignCenter);
    case Qt::BackgroundRole: {
        if (share || count(truth, index.column()) == 0) {
            return {};
        }
        const double part = double(count(truth, index.column())) / double(images(truth));
        QColor colour = truth == index.column() ? theme.accent : theme.wrong;
        // The square root keeps rare confusions visible; on a dark ground bright letters need it darker.
        colour.setAlphaF(float(0.08 + (theme.dark ? 0.4 : 0.62) * std::sqrt(part)));
        return colour;
    }
    case Qt::ForegroundRole:
        return theme.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (share) {
            return tr("%1: %2 of %3 right")
                .arg(m_names[truth], countText(count(truth, truth)), countText(images(truth)));
        }
        return tr("%1 read as %2: %3 of %4")
            .arg(m_names[truth], m_names[index.column()], countText(count(truth, index.column())),
                 countText(images(truth)));
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Horizontal && section == classes()) {
        return tr("right");
    }
    return m_names.value(section);
}

} // namespace morphospace
