// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/missing_dialog.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/state_note.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

MissingDialog::MissingDialog(std::vector<SessionManifolds::Missing> missing,
                             const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent)
    , m_missing(std::move(missing))
    , m_files(m_missing.size())
    , m_folder(QString::fromStdU16String(folder.u16string()))
{
    setWindowTitle(tr("Find the files of this session"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(makeHeading(tr("This session was made with files that are not where it "
                                     "expects them.")));
    column->addWidget(makeNote(tr("Find each one. A file is taken only if its content is the one "
                                  "this session was made with, whatever its name.")));
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < m_missing.size(); ++i) {
        const auto& entry = m_missing[i];
        const QString name = QString::fromStdString(entry.reference.file);
        auto* text = new QLabel(QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped()));
        text->setToolTip(tr("SHA-256 %1").arg(QString::fromStdString(entry.reference.hash)));
        auto* state = new StateNote(name);
        state->showNote(entry.changed.empty() ? tr("not found")
                                              : tr("the file of this name holds something else now"));
        auto* button = new QPushButton(tr("Find…"));
        describeControl(button, tr("Find %1").arg(name), tr("Chooses the file on this machine"));
        connect(button, &QPushButton::clicked, this, [this, i] { find(i); });
        const int row = int(i) * 2;
        grid->addWidget(text, row, 0);
        grid->addWidget(button, row, 1);
        grid->addWidget(state, row + 1, 0, 1, 2);
        m_states.push_back(state);
        m_finders.push_back(button);
    }
    column->addLayout(grid);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_open = buttons->addButton(tr("Open the session"), QDialogButtonBox::AcceptRole);
    m_open->setEnabled(false);
    describeControl(m_open, m_open->text(), tr("Opens the session once all its files are found"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"),
                    tr("Stays with what was open"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(520, layout()->totalHeightForWidth(520));
}

std::vector<std::filesystem::path> MissingDialog::files() const
{
    std::vector<std::filesystem::path> found = m_files;
    std::erase(found, std::filesystem::path());
    return found;
}

void MissingDialog::find(std::size_t index)
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Find %1").arg(QString::fromStdString(m_missing[index].reference.file)), m_folder,
        m_missing[index].isZoo ? tr("Zoos (*.zoo);;All files (*)")
                               : tr("Weight manifolds (*.manifold);;All files (*)"));
    if (!file.isEmpty()) {
        // What is missing together often lies together.
        m_folder = QFileInfo(file).absolutePath();
        tryFile(index, file.toStdU16String());
    }
}

bool MissingDialog::tryFile(std::size_t index, const std::filesystem::path& file)
{
    const QString name = QString::fromStdU16String(file.filename().u16string());
    // One that was found before stays found.
    const QString before = QString::fromStdU16String(m_files[index].filename().u16string());
    bool taken = false;
    const auto refuse = [&](const QString& why) {
        m_states[index]->showProblem(before.isEmpty() ? why
                                                      : tr("%1. Still found: %2").arg(why, before));
    };
    try {
        const std::string hash = sha256OfFile(file);
        const std::string& wanted = m_missing[index].reference.hash;
        if (hash == wanted) {
            m_files[index] = file;
            taken = true;
            m_states[index]->showNote(tr("found: %1").arg(name));
        } else {
            refuse(tr("%1 is another one: its SHA-256 begins with %2, this session needs %3")
                       .arg(name, QString::fromStdString(hash.substr(0, 8)),
                            QString::fromStdString(wanted.substr(0, 8))));
        }
    } catch (const Error& error) {
        refuse(errorText(error));
    }
    // What is said may take another line now.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    const auto next = std::ranges::find(m_files, std::filesystem::path());
    m_open->setEnabled(next == m_files.end());
    if (next == m_files.end()) {
        m_open->setDefault(true);
        m_open->setFocus();
    } else {
        m_finders[std::size_t(next - m_files.begin())]->setFocus();
    }
    return taken;
}

} // namespace morphospace
