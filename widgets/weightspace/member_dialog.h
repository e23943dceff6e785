// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace morphospace {

class MemberList;

/// Chooses the member that a path leads to.
class MemberDialog : public QDialog {
    Q_OBJECT
public:
    explicit MemberDialog(const QStringList& names, QWidget* parent = nullptr);

    /// -1 where none is marked.
    [[nodiscard]] int member() const;
    [[nodiscard]] MemberList* list() const { return m_list; }

private:
    MemberList* m_list;
};

} // namespace morphospace
