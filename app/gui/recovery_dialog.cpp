// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/recovery_dialog.h"

#include "widgets/shared/local_words.h"
#include "widgets/shared/card.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace morphospace {
namespace {

QString timeOf(const RecoveredSession& session)
{
    const auto since = std::chrono::file_clock::to_sys(session.changed).time_since_epoch();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since).count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

QString nameOf(const RecoveredSession& session)
{
    if (!session.savedAs.empty()) {
        return QString::fromStdU16String(session.savedAs.filename().u16string());
    }
    if (!session.document.title.empty()) {
        return localWords(session.document.title);
    }
    for (const SessionStep& step : session.document.steps) {
        if (const auto* open = std::get_if<OpenManifold>(&step.action)) {
            return RecoveryDialog::tr("unsaved session on %1")
                .arg(QString::fromStdString(open->manifold.file));
        }
        if (const auto* openZoo = std::get_if<OpenZoo>(&step.action)) {
            return RecoveryDialog::tr("unsaved session on %1")
                .arg(QString::fromStdString(openZoo->zoo.file));
        }
    }
    return RecoveryDialog::tr("unsaved session");
}

} // namespace

RecoveryDialog::RecoveryDialog(const std::vector<RecoveredSession>& sessions, QWidget* parent)
    : QDialog(parent)
    , m_sessions(sessions)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Recover a session"));
    m_list->ensurePolished();   // or its rows have the height they would have without a style sheet
    for (const RecoveredSession& session : sessions) {
        m_list->addItem(tr("%1   –   %n step(s), last change %2", nullptr,
                           int(session.document.steps.size()))
                            .arg(nameOf(session), timeOf(session)));
    }
    m_list->setCurrentRow(0);
    describeControl(m_list, tr("Sessions"), tr("Sessions that ended without being closed"));

    auto* buttons = new QDialogButtonBox;
    auto* recover = buttons->addButton(tr("Recover"), QDialogButtonBox::AcceptRole);
    m_openSaved = buttons->addButton(tr("Open the saved one"), QDialogButtonBox::ActionRole);
    auto* fresh = buttons->addButton(tr("Start new"), QDialogButtonBox::RejectRole);
    describeControl(recover, recover->text(), tr("Goes on with every step that was made"));
    describeControl(m_openSaved, m_openSaved->text(), tr("Opens the file as it was saved last"));
    describeControl(fresh, fresh->text(), tr("Begins an empty session; what was found is put away"));
    recover->setDefault(true);
    const auto end = [this](Choice choice) {
        return [this, choice] {
            m_choice = choice;
            accept();
        };
    };
    connect(recover, &QPushButton::clicked, this, end(Choice::Recover));
    connect(m_openSaved, &QPushButton::clicked, this, end(Choice::OpenSaved));
    connect(fresh, &QPushButton::clicked, this, end(Choice::StartNew));
    connect(m_list, &QListWidget::itemActivated, this, end(Choice::Recover));
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::follow);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(makeHeading(tr("Morphospace ended while you were at work.")));
    column->addWidget(makeNote(tr("Every step was kept. What shall be opened?")));
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(660, 260);
    follow();
}

std::size_t RecoveryDialog::session() const
{
    return std::size_t(std::max(0, m_list->currentRow()));
}

void RecoveryDialog::follow()
{
    std::error_code failed;
    const auto& saved = m_sessions[session()].savedAs;
    m_openSaved->setEnabled(!saved.empty() && std::filesystem::exists(saved, failed));
}

} // namespace morphospace
