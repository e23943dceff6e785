// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkpoint/checkpoint_dialog.h"

#include "core/session/state.h"
#include "widgets/checkpoint/percent_list.h"
#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/state_note.h"
#include "widgets/shared/text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

constexpr int columns = 4;

QString sizeText(const Configuration& configuration)
{
    return QString::fromStdString(describe(configuration));
}

std::filesystem::path toPath(const QString& text)
{
    return text.toStdU16String();
}

QString normalisationText(const Manifold& manifold)
{
    switch (normalisationState(manifold)) {
    case NormalisationState::Generated:
        return CheckpointDialog::tr("Batch-normalisation state: generated for each size and folded "
                                    "into weights and biases.");
    case NormalisationState::Folded:
        return CheckpointDialog::tr("Batch-normalisation state: folded before the manifold was "
                                    "trained.");
    case NormalisationState::None:
        return CheckpointDialog::tr("Batch-normalisation state: none, this family has no such "
                                    "layers.");
    }
    return {};
}

/// A heading over its controls, as wide as the dialog.
QWidget* section(const QString& heading, QLayout* content)
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    column->addWidget(makeHeading(heading));
    column->addLayout(content);
    return part;
}

QTableWidgetItem* cell(const QString& text, Qt::Alignment alignment)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    return item;
}

} // namespace

CheckpointDialog::CheckpointDialog(CheckpointChoices choices, QWidget* parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_files(new QTableWidget(0, columns))
    , m_summary(new StateNote(tr("Summary")))
{
    setWindowTitle(tr("Export checkpoint"));
    m_files->setHorizontalHeaderLabels({tr("Files"), tr("Network"), tr("Parameters"),
                                        tr("Compression")});
    m_files->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_files->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->horizontalHeader()->setHighlightSections(false);
    for (const int column : {0, 1}) {
        m_files->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    for (const int column : {2, 3}) {
        m_files->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_files->verticalHeader()->hide();
    m_files->verticalHeader()->setDefaultSectionSize(26);
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_files->setSelectionMode(QAbstractItemView::NoSelection);
    m_files->setShowGrid(false);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setMinimumHeight(116);
    describeControl(m_files, tr("Files that are written"),
                    tr("Each file with its network, its parameters and the part of the full-size "
                       "parameters that it saves"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("primary"));
    m_export->setDefault(true);
    describeControl(m_export, tr("Export"), tr("Writes the files listed above in the background"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"), tr("Writes nothing"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 20, 22, 16);
    column->setSpacing(16);
    column->addWidget(networks());
    auto* middle = new QHBoxLayout;
    middle->setSpacing(28);
    middle->addWidget(formats(), 1, Qt::AlignTop);
    middle->addWidget(weights(), 1, Qt::AlignTop);
    column->addLayout(middle);
    column->addWidget(place());
    column->addWidget(m_files, 1);
    column->addWidget(m_summary);
    column->addWidget(buttons);
    resize(680, 660);
    refresh();
}

QWidget* CheckpointDialog::networks()
{
    m_current = new QCheckBox(tr("Current B: %1").arg(sizeText(m_choices.current)));
    m_current->setChecked(true);
    describeControl(m_current, tr("Current sample"), tr("Exports the network as it is now"));
    m_pinned = new QCheckBox(m_choices.pinned ? tr("Pinned A: %1").arg(sizeText(*m_choices.pinned))
                                              : tr("Pinned A: nothing is pinned"));
    m_pinned->setEnabled(m_choices.pinned.has_value());
    describeControl(m_pinned, tr("Pinned sample"), tr("Exports the sample that is pinned as A"));
    m_several = new QCheckBox(tr("Widths of"));
    describeControl(m_several, tr("Several widths"),
                    tr("Exports a network at each of these percentages of full width, with the "
                       "current depth"));
    m_percents = new QLineEdit(QStringLiteral("25, 50, 75 %"));
    describeControl(m_percents, tr("Percentages of full width"),
                    tr("Such as 25, 50, 75 %: up to %1, a point before decimals")
                        .arg(100 * maximumWidthFactor));
    connect(m_current, &QCheckBox::toggled, this, &CheckpointDialog::refresh);
    connect(m_pinned, &QCheckBox::toggled, this, &CheckpointDialog::refresh);
    connect(m_several, &QCheckBox::toggled, this, &CheckpointDialog::refresh);
    connect(m_percents, &QLineEdit::textChanged, this, &CheckpointDialog::refresh);
    // Who writes a list wants it.
    connect(m_percents, &QLineEdit::textEdited, m_several, [this] { m_several->setChecked(true); });
    auto* rows = new QVBoxLayout;
    rows->setSpacing(6);
    rows->addWidget(m_current);
    rows->addWidget(m_pinned);
    auto* list = new QHBoxLayout;
    list->addWidget(m_several);
    list->addWidget(m_percents, 1);
    rows->addLayout(list);
    return section(tr("Networks"), rows);
}

QWidget* CheckpointDialog::formats()
{
    const std::array names{tr("safetensors, PyTorch's names"), tr("TorchScript (.pt)"),
                           tr("ONNX (.onnx)")};
    const std::array tips{
        tr("Tensors and what describes them, no code; read by PyTorch, Python and many others"),
        tr("A network that torch.jit.load runs as it is; the scaling of its input is inside"),
        tr("A network for ONNX Runtime, OpenCV and others; the scaling of its input is inside")};
    auto* rows = new QVBoxLayout;
    rows->setSpacing(6);
    for (std::size_t i = 0; i < checkpointFormats.size(); ++i) {
        m_formats[i] = new QCheckBox(names[i]);
        m_formats[i]->setChecked(checkpointFormats[i] == CheckpointFormat::Safetensors);
        describeControl(m_formats[i], names[i], tips[i]);
        connect(m_formats[i], &QCheckBox::toggled, this, &CheckpointDialog::refresh);
        rows->addWidget(m_formats[i]);
    }
    m_card = new QCheckBox(tr("Model card beside each file"));
    m_card->setChecked(true);
    describeControl(m_card, tr("Model card"),
                    tr("A Markdown text with measured accuracy, size, origin and how to load it"));
    connect(m_card, &QCheckBox::toggled, this, &CheckpointDialog::refresh);
    rows->addWidget(m_card);
    return section(tr("Format"), rows);
}

QWidget* CheckpointDialog::weights()
{
    m_clean = new QRadioButton(tr("Clean sample"));
    describeControl(m_clean, tr("Clean sample"),
                    tr("The weights that the manifold gives at exactly this size"));
    m_averaged = new QRadioButton(tr("Average of"));
    describeControl(m_averaged, tr("Averaged samples"),
                    tr("The mean of the clean sample and of others at jittered coordinates"));
    m_samples = new QSpinBox;
    m_samples->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_samples->setAlignment(Qt::AlignRight);
    m_samples->setRange(2, maximumAveraging);
    m_samples->setSuffix(tr(" samples"));
    m_samples->setValue(std::max(2, m_choices.averaging > 1 ? m_choices.averaging : 10));
    describeControl(m_samples, tr("Samples to average"),
                    tr("How many samples go into the mean, the clean one among them"));
    (m_choices.averaging > 1 ? m_averaged : m_clean)->setChecked(true);
    connect(m_clean, &QRadioButton::toggled, this, &CheckpointDialog::refresh);
    connect(m_samples, &QSpinBox::valueChanged, this, &CheckpointDialog::refresh);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(6);
    rows->addWidget(m_clean);
    auto* average = new QHBoxLayout;
    average->addWidget(m_averaged);
    average->addWidget(m_samples);
    average->addStretch(1);
    rows->addLayout(average);
    rows->addWidget(makeNote(normalisationText(*m_choices.manifold)));
    return section(tr("Weights"), rows);
}

QWidget* CheckpointDialog::place()
{
    m_folder = new QLineEdit(m_choices.folder);
    describeControl(m_folder, tr("Folder"), tr("Folder that the files are written to"));
    m_name = new QLineEdit(m_choices.name);
    describeControl(m_name, tr("Name"),
                    tr("Beginning of every file's name; the size and the format follow"));
    auto* browse = new QToolButton;
    browse->setIcon(icon(QStringLiteral("open")));
    describeControl(browse, tr("Choose the folder"), tr("Opens a window to choose the folder"));
    connect(browse, &QToolButton::clicked, this, &CheckpointDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &CheckpointDialog::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &CheckpointDialog::refresh);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->addWidget(new QLabel(tr("Folder")), 0, 0);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(browse, 0, 2);
    grid->addWidget(new QLabel(tr("Name")), 1, 0);
    grid->addWidget(m_name, 1, 1, 1, 2);
    return section(tr("Where to"), grid);
}

std::vector<Configuration> CheckpointDialog::configurations() const
{
    std::vector<Configuration> list;
    if (m_current->isChecked()) {
        list.push_back(m_choices.current);
    }
    if (m_pinned->isChecked() && m_choices.pinned) {
        list.push_back(*m_choices.pinned);
    }
    if (m_several->isChecked()) {
        for (const double fraction :
             parsePercents(m_percents->text(), 100 * maximumWidthFactor).fractions) {
            list.push_back(
                uniformWidths(m_choices.manifold->family(), fraction, m_choices.current.depths));
        }
    }
    return list;
}

std::vector<CheckpointItem> CheckpointDialog::items() const
{
    std::vector<CheckpointFormat> chosen;
    for (std::size_t i = 0; i < checkpointFormats.size(); ++i) {
        if (m_formats[i]->isChecked()) {
            chosen.push_back(checkpointFormats[i]);
        }
    }
    return checkpointItems(configurations(), toPath(m_folder->text()),
                           m_name->text().trimmed().toStdString(), chosen);
}

CheckpointOrder CheckpointDialog::order() const
{
    CheckpointOrder order;
    order.items = items();
    order.sample = {m_averaged->isChecked() ? m_samples->value() : 1, 1.0,
                    m_choices.manifold->seed};
    order.cards = m_card->isChecked();
    if (order.cards) {
        order.images = m_choices.images;
    }
    return order;
}

QString CheckpointDialog::folder() const
{
    return m_folder->text();
}

QString CheckpointDialog::problem() const
{
    if (m_several->isChecked()) {
        const QString wrong = parsePercents(m_percents->text(), 100 * maximumWidthFactor).problem;
        if (!wrong.isEmpty()) {
            return tr("Widths: %1.").arg(wrong);
        }
    }
    if (configurations().empty()) {
        return tr("Choose at least one network.");
    }
    if (std::ranges::none_of(m_formats, &QCheckBox::isChecked)) {
        return tr("Choose at least one format.");
    }
    const QFileInfo folder(m_folder->text());
    if (m_folder->text().isEmpty() || !folder.isDir()) {
        return tr("Choose a folder that exists.");
    }
    if (!folder.isWritable()) {
        return tr("You may not write into this folder.");
    }
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || name.contains(u'/') || name.startsWith(u'.')) {
        return tr("Choose a name without / that does not begin with a point.");
    }
    return {};
}

void CheckpointDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of the checkpoints"), m_folder->text());
    if (!folder.isEmpty()) {
        m_folder->setText(folder);
    }
}

void CheckpointDialog::refresh()
{
    m_samples->setEnabled(m_averaged->isChecked());
    const QString wrong = problem();
    const Family& family = m_choices.manifold->family();
    m_files->setRowCount(0);
    int existing = 0;
    for (const CheckpointItem& item : items()) {
        for (const std::filesystem::path& file : item.files) {
            const int row = m_files->rowCount();
            m_files->insertRow(row);
            const bool exists = QFileInfo::exists(QString::fromStdU16String(file.u16string()));
            existing += exists ? 1 : 0;
            const QString name = QString::fromStdU16String(file.filename().u16string());
            m_files->setItem(row, 0,
                             cell(exists ? tr("%1 (replaced)").arg(name) : name, Qt::AlignLeft));
            m_files->setItem(row, 1, cell(sizeText(item.configuration), Qt::AlignLeft));
            m_files->setItem(
                row, 2,
                cell(countText(parameterCount(family, item.configuration)), Qt::AlignRight));
            m_files->setItem(
                row, 3, cell(percentText(compression(family, item.configuration)), Qt::AlignRight));
        }
    }
    m_export->setEnabled(wrong.isEmpty());
    m_export->setText(existing > 0 ? tr("Replace and export") : tr("Export"));
    m_export->setAccessibleName(m_export->text());
    if (!wrong.isEmpty()) {
        m_summary->showProblem(wrong);
        return;
    }
    QString text = existing > 0
        ? tr("Files: %1, of them replaced: %2.").arg(m_files->rowCount()).arg(existing)
        : tr("Files: %1.").arg(m_files->rowCount());
    if (m_card->isChecked()) {
        text += u' ';
        text += m_choices.images
            ? tr("Accuracy is measured on %1, %2 images, for the model card.")
                  .arg(QString::fromStdString(m_choices.images->name),
                       countText(std::int64_t(m_choices.images->size())))
            : tr("No test images are at hand: the model card says that accuracy was not measured.");
    }
    m_summary->showNote(text);
}

} // namespace morphospace
