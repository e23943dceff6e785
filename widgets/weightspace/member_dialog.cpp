// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/member_dialog.h"

#include "widgets/shared/card.h"
#include "widgets/weightspace/member_list.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace morphospace {

MemberDialog::MemberDialog(const QStringList& names, QWidget* parent)
    : QDialog(parent), m_list(new MemberList)
{
    setWindowTitle(tr("Walk to a member"));
    m_list->setNames(names);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* walk = buttons->addButton(tr("Walk there"), QDialogButtonBox::AcceptRole);
    walk->setDefault(true);
    walk->setEnabled(false);
    describeControl(walk, walk->text(),
                    tr("Walks in a straight line to the member that is marked"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"),
                    tr("Stays where the model is"));
    connect(m_list, &MemberList::currentChanged, walk,
            [walk](int member) { walk->setEnabled(member >= 0); });
    connect(m_list, &MemberList::memberWanted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(
        makeNote(tr("The weights change in a straight line from this member to the one that you "
                    "choose; the letters show what lies between.")));
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(420, 460);
    m_list->field()->setFocus();
}

int MemberDialog::member() const
{
    return m_list->current();
}

} // namespace morphospace
