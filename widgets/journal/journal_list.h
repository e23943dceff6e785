// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <QAbstractListModel>

#include <optional>
#include <string>
#include <vector>

namespace morphospace {

/// The start of the session and every step of it, in words: row n is the state after n steps. Only
/// rows that changed are told as changed: a drag touches the last one.
class JournalList : public QAbstractListModel {
    Q_OBJECT
public:
    explicit JournalList(SessionModel& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// While rows come and go: a view that moves its selection then was not asked to by a person.
    [[nodiscard]] bool isFollowing() const { return m_following; }

private:
    /// What a row shows of its step.
    struct Row {
        std::string words;
        std::string note;
        std::optional<LocalText> lesson;   ///< title of the page that begins here

        bool operator==(const Row&) const = default;
    };

    void follow();

    SessionModel& m_session;
    std::vector<Row> m_rows;       ///< of the steps, as views know them
    std::size_t m_position = 0;
    bool m_following = false;
};

/// What a step led to: "89.71 % of 9 982 images", or empty.
[[nodiscard]] QString outcomeText(const SessionStep& step);

} // namespace morphospace
