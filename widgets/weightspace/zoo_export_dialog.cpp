// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/zoo_export_dialog.h"

#include "widgets/shared/card.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace morphospace {

ZooExportDialog::ZooExportDialog(QWidget* parent)
    : QDialog(parent), m_kinds(new QButtonGroup(this)), m_count(new QSpinBox)
{
    setWindowTitle(tr("Export from the weight space"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(6);
    const struct {
        ZooExport kind;
        QString text;
        QString note;
    } kinds[] = {{ZooExport::Adapter, tr("Adapter"),
                  tr("The model that is shown as a LoRA adapter of rank 1, named as PEFT names it "
                     "(.safetensors)")},
                 {ZooExport::Merged, tr("Merged weights"),
                  tr("The model that is shown as a network by itself, which 'zoo build --base' "
                     "takes (.safetensors)")},
                 {ZooExport::SamplesPng, tr("Samples as a picture"),
                  tr("Alphabets of new models, drawn as the Sample button draws them (.png)")},
                 {ZooExport::SamplesIdx, tr("Samples as IDX"),
                  tr("The same as images and labels of 28 x 28 pixels, as MNIST has them")}};
    for (const auto& kind : kinds) {
        auto* button = new QRadioButton(kind.text);
        describeControl(button, kind.text, kind.note);
        m_kinds->addButton(button, int(kind.kind));
        column->addWidget(button);
        auto* note = makeNote(kind.note);
        note->setContentsMargins(24, 0, 0, 6);
        column->addWidget(note);
    }
    m_kinds->button(int(ZooExport::Adapter))->setChecked(true);
    m_count->setRange(1, 500);
    m_count->setValue(20);
    describeControl(m_count, tr("Number of samples"), tr("How many models are drawn at random"));
    auto* label = new QLabel(tr("Number of samples"));
    label->setBuddy(m_count);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_count);
    row->addStretch(1);
    column->addLayout(row);
    const auto follow = [this, label] {
        const bool samples = kind() == ZooExport::SamplesPng || kind() == ZooExport::SamplesIdx;
        m_count->setEnabled(samples);
        label->setEnabled(samples);
    };
    connect(m_kinds, &QButtonGroup::idToggled, this, follow);
    follow();
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* save = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    describeControl(save, tr("Export"), tr("Asks for the file and writes it"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"), tr("Writes nothing"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(480, layout()->totalHeightForWidth(480));
}

ZooExport ZooExportDialog::kind() const
{
    return ZooExport(m_kinds->checkedId());
}

int ZooExportDialog::count() const
{
    return m_count->value();
}

} // namespace morphospace
