// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journal_list.h"

#include "widgets/shared/icon.h"
#include "widgets/shared/text.h"

#include <QGuiApplication>
#include <QPalette>

namespace morphospace {

JournalList::JournalList(SessionModel& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&m_session, &SessionModel::journalChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int JournalList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_session.journal().steps().size()) + 1;
}

QVariant JournalList::data(const QModelIndex& index, int role) const
{
    const auto& steps = m_session.journal().steps();
    if (!index.isValid() || index.row() > int(steps.size())) {
        return {};
    }
    if (role == Qt::ForegroundRole && std::size_t(index.row()) > m_session.journal().position()) {
        // What was undone is still there, but not in force.
        return QGuiApplication::palette().color(QPalette::Disabled, QPalette::Text);
    }
    if (index.row() == 0) {
        return role == Qt::DisplayRole ? tr("start of the session") : QVariant();
    }
    const Journal::Step& step = steps[std::size_t(index.row()) - 1];
    const QString words = QString::fromStdString(step.words);
    const QString note = QString::fromStdString(step.note);
    if (role == Qt::DisplayRole) {
        const QString title = step.lesson ? QString::fromStdString(step.lesson->title) : note;
        return title.isEmpty() ? words : tr("%1   –   %2").arg(words, title.simplified());
    }
    if (role == Qt::DecorationRole) {
        if (step.lesson) {
            return icon(QStringLiteral("lesson"));
        }
        return note.isEmpty() ? QVariant() : QVariant(icon(QStringLiteral("note")));
    }
    if (role == Qt::ToolTipRole) {
        QStringList lines{tr("Step %1: %2").arg(index.row()).arg(words)};
        lines << outcomeText(step) << note;
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    return {};
}

QString outcomeText(const SessionStep& step)
{
    if (!step.outcome || step.outcome->images == 0) {
        return {};
    }
    return JournalList::tr("%1 of %2 images")
        .arg(percentText(double(step.outcome->correct) / double(step.outcome->images), 2),
             countText(step.outcome->images));
}

} // namespace morphospace
