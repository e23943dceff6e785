// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStringListModel;

namespace morphospace {

class TypefaceZoo;

/// The members' names in order; where two have the same, with their package, and with their number
/// where that is the same as well.
[[nodiscard]] QStringList memberNames(const TypefaceZoo& zoo);

/// The members of a zoo by name, found by typing: words may stand in any order. From the field the
/// arrow keys go into the list; Return goes to the member that is marked.
class MemberList : public QWidget {
    Q_OBJECT
public:
    explicit MemberList(QWidget* parent = nullptr);

    void setNames(const QStringList& names);
    /// Marks a member without asking for it; -1: none.
    void setCurrent(int member);
    /// The member that is marked; -1: none.
    [[nodiscard]] int current() const;
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QListView* list() const { return m_list; }

Q_SIGNALS:
    void memberWanted(int member);
    void currentChanged(int member);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_field;
    QListView* m_list;
    QStringListModel* m_names;
    QSortFilterProxyModel* m_found;
};

} // namespace morphospace
