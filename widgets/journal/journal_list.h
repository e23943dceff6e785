// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/session_model.h"

#include <QAbstractListModel>

namespace morphospace {

/// The start of the session and every step of it, in words: row n is the state after n steps.
class JournalList : public QAbstractListModel {
    Q_OBJECT
public:
    explicit JournalList(SessionModel& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    SessionModel& m_session;
};

/// What a step led to: "89.71 % of 9 982 images", or empty.
[[nodiscard]] QString outcomeText(const SessionStep& step);

} // namespace morphospace
