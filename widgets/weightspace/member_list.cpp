// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/member_list.h"

#include "core/diffusion/zoo.h"
#include "widgets/shared/card.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace morphospace {
namespace {

/// Passes names that hold every word typed, in any order.
class WordsFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const QString name = sourceModel()->index(row, 0, parent).data().toString();
        return std::ranges::all_of(m_words, [&name](const QString& word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList m_words;
};

} // namespace

QStringList memberNames(const TypefaceZoo& zoo)
{
    std::map<std::string, int> named;
    std::map<std::pair<std::string, std::string>, int> packaged;
    for (const ZooMember& member : zoo.members()) {
        ++named[member.name()];
        ++packaged[{member.name(), member.package}];
    }
    QStringList names;
    for (std::size_t i = 0; i < zoo.members().size(); ++i) {
        const ZooMember& member = zoo.members()[i];
        QString name = QString::fromStdString(member.name());
        if (named[member.name()] > 1) {
            const bool alone = packaged[{member.name(), member.package}] == 1;
            name += alone && !member.package.empty()
                ? QStringLiteral(" (%1)").arg(QString::fromStdString(member.package))
                : QStringLiteral(" (%1)").arg(i + 1);
        }
        names += name;
    }
    return names;
}

MemberList::MemberList(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_names(new QStringListModel(this))
{
    auto* filter = new WordsFilter(this);
    m_found = filter;
    m_found->setSourceModel(m_names);
    m_found->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_found->setSortLocaleAware(true);
    m_found->sort(0);
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_field->setClearButtonEnabled(true);
    if (auto* clear = m_field->findChild<QToolButton*>()) {
        describeControl(clear, tr("Clear the field"), tr("Shows all members again"));
    }
    m_field->setPlaceholderText(tr("Find a member"));
    describeControl(
        m_field, tr("Find a member"),
        tr("Shows the members whose names hold these words; the arrow keys go to the list"));
    describeControl(m_list, tr("Members"),
                    tr("Return or a double click goes to the member that is marked"));
    setFocusProxy(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this, filter](const QString& text) {
        filter->setWords(text);
        if (!m_list->currentIndex().isValid() && m_found->rowCount() > 0) {
            m_list->setCurrentIndex(m_found->index(0, 0));
        }
    });
    m_field->installEventFilter(this);
    connect(m_list, &QListView::activated, this, [this] {
        if (current() >= 0) {
            Q_EMIT memberWanted(current());
        }
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentChanged(current()); });
}

void MemberList::setNames(const QStringList& names)
{
    if (m_names->stringList() != names) {
        m_names->setStringList(names);
    }
}

void MemberList::setCurrent(int member)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const QModelIndex index =
        member < 0 ? QModelIndex() : m_found->mapFromSource(m_names->index(member, 0));
    m_list->setCurrentIndex(index);
    m_list->viewport()->update();
}

int MemberList::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_found->mapToSource(index).row() : -1;
}

bool MemberList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (current() >= 0) {
                Q_EMIT memberWanted(current());
            }
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace morphospace
