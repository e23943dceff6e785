// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preferences_dialog.h"

#include "core/datasets/library.h"
#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace morphospace {

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent)
    , m_before(preferences)
    , m_theme(new QComboBox)
    , m_language(new QComboBox)
    , m_threads(new QSpinBox)
    , m_cache(new QSpinBox)
{
    setWindowTitle(tr("Preferences"));
    m_theme->addItem(tr("as the desktop"), int(ThemeChoice::System));
    m_theme->addItem(tr("light"), int(ThemeChoice::Light));
    m_theme->addItem(tr("dark"), int(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(preferences.theme)));
    describeControl(m_theme, tr("Theme"), tr("Colours of the window"));
    for (const LanguageChoice choice : languageChoices) {
        // Each in its own words, so that one who cannot read the others finds it.
        m_language->addItem(choice == LanguageChoice::System    ? tr("as the desktop")
                                : choice == LanguageChoice::German ? QStringLiteral("Deutsch")
                                                                   : QStringLiteral("English"),
                            int(choice));
    }
    m_language->setCurrentIndex(m_language->findData(int(preferences.language)));
    describeControl(m_language, tr("Language"),
                    tr("Language of the window and its numbers, from now on; files stay as they are"));
    m_threads->setRange(0, 256);
    m_threads->setSpecialValueText(tr("one less than the cores"));
    m_threads->setValue(preferences.threads);
    describeControl(m_threads, tr("Compute threads"),
                    tr("Threads that compute networks, beside the one of the window; takes effect "
                       "when the program starts again"));
    m_cache->setRange(1, 65536);
    m_cache->setSuffix(tr(" MB"));
    m_cache->setValue(preferences.cacheMegabytes);
    describeControl(m_cache, tr("Cache"),
                    tr("Memory that keeps networks and measurements already seen, in megabytes"));

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Compute threads"), m_threads);
    form->addRow(tr("Cache"), m_cache);
    form->addRow(makeHeading(tr("Data folders")));
    for (const std::string& name : knownDatasets()) {
        if (name == "glyphs") {
            continue;   // ships with the program
        }
        const QString dataset = QString::fromStdString(name);
        const QString title = QString::fromStdString(datasetTitle(name));
        auto* field = new QLineEdit(preferences.dataFolders.value(dataset));
        field->setMinimumWidth(280);
        describeControl(field, tr("Folder of %1").arg(title),
                        tr("Folder with the files of %1 as their owners name them").arg(title));
        auto* browse = new QToolButton;
        browse->setIcon(icon(QStringLiteral("open")));
        describeControl(browse, tr("Choose the folder of %1").arg(title),
                        tr("Opens a window to choose the folder"));
        connect(browse, &QToolButton::clicked, this, [this, field, title] {
            const QString folder = QFileDialog::getExistingDirectory(
                this, tr("Folder of %1").arg(title), field->text());
            if (!folder.isEmpty()) {
                field->setText(folder);
            }
        });
        auto* row = new QHBoxLayout;
        row->addWidget(field, 1);
        row->addWidget(browse);
        form->addRow(title, row);
        m_folders[dataset] = field;
    }

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    describeControl(buttons->button(QDialogButtonBox::Ok), tr("OK"), tr("Takes the preferences"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"),
                    tr("Leaves everything as it was"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 20, 22, 16);
    column->setSpacing(18);
    column->addLayout(form);
    column->addWidget(buttons);
}

Preferences PreferencesDialog::preferences() const
{
    Preferences result = m_before;
    result.theme = ThemeChoice(m_theme->currentData().toInt());
    result.language = LanguageChoice(m_language->currentData().toInt());
    result.threads = m_threads->value();
    result.cacheMegabytes = m_cache->value();
    for (auto it = m_folders.begin(); it != m_folders.end(); ++it) {
        if (it.value()->text().isEmpty()) {
            result.dataFolders.remove(it.key());
        } else {
            result.dataFolders[it.key()] = it.value()->text();
        }
    }
    return result;
}

} // namespace morphospace
