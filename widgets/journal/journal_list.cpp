// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journal_list.h"

#include "widgets/model/step_text.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/local_words.h"
#include "widgets/shared/text.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace morphospace {

JournalList::JournalList(SessionModel& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    connect(&m_session, &SessionModel::journalChanged, this, &JournalList::follow);
    follow();
}

void JournalList::follow()
{
    const auto& steps = m_session.journal().steps();
    const auto rowOf = [](const Journal::Step& step) {
        return Row{step.words, step.note,
                   step.lesson ? std::optional(step.lesson->title) : std::nullopt};
    };
    const auto same = [&](const Row& row, const Journal::Step& step) {
        return row.words == step.words && row.note == step.note
            && row.lesson.has_value() == step.lesson.has_value()
            && (!step.lesson || *row.lesson == step.lesson->title);
    };
    const std::size_t common = std::min(m_rows.size(), steps.size());
    std::size_t first = 0;
    while (first < common && same(m_rows[first], steps[first])) {
        ++first;
    }
    std::size_t last = common;
    if (m_rows.size() == steps.size()) {
        while (last > first && same(m_rows[last - 1], steps[last - 1])) {
            --last;
        }
    }
    m_following = true;
    if (m_rows.size() > steps.size()) {
        beginRemoveRows({}, int(steps.size()) + 1, int(m_rows.size()));
        m_rows.resize(steps.size());
        endRemoveRows();
    } else if (m_rows.size() < steps.size()) {
        beginInsertRows({}, int(m_rows.size()) + 1, int(steps.size()));
        for (std::size_t step = m_rows.size(); step < steps.size(); ++step) {
            m_rows.push_back(rowOf(steps[step]));
        }
        endInsertRows();
    }
    for (std::size_t step = first; step < last; ++step) {
        m_rows[step] = rowOf(steps[step]);
    }
    if (first < last) {
        Q_EMIT dataChanged(index(int(first) + 1), index(int(last)));
    }
    const std::size_t position = m_session.journal().position();
    const std::size_t before = std::min(m_position, steps.size());
    if (position != before) {
        // What was undone is painted faint.
        const auto [from, to] = std::minmax(position, before);
        Q_EMIT dataChanged(index(int(from)), index(int(to)), {Qt::ForegroundRole});
    }
    m_position = position;
    m_following = false;
}

int JournalList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

QVariant JournalList::data(const QModelIndex& index, int role) const
{
    const auto& steps = m_session.journal().steps();
    if (!index.isValid() || index.row() > int(std::min(m_rows.size(), steps.size()))) {
        return {};
    }
    if (role == Qt::ForegroundRole && std::size_t(index.row()) > m_session.journal().position()) {
        // What was undone is still there, but not in force.
        return QGuiApplication::palette().color(QPalette::PlaceholderText);
    }
    if (index.row() == 0) {
        return role == Qt::DisplayRole ? tr("start of the session") : QVariant();
    }
    const Journal::Step& step = steps[std::size_t(index.row()) - 1];
    const QString words =
        stepText(step.action, m_session.journal().stateAt(std::size_t(index.row()) - 1));
    const QString note = QString::fromStdString(step.note);
    if (role == Qt::DisplayRole) {
        const QString title = step.lesson ? localWords(step.lesson->title) : note;
        return title.isEmpty() ? words : tr("%1   –   %2").arg(words, title.simplified());
    }
    if (role == Qt::DecorationRole) {
        if (step.lesson) {
            return rowIcon(QStringLiteral("lesson"));
        }
        return note.isEmpty() ? QVariant() : QVariant(rowIcon(QStringLiteral("note")));
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
