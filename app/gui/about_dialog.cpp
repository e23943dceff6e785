// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/about_dialog.h"

#include "core/base/version.h"
#include "core/evaluation/threads.h"
#include "core/evaluation/versions.h"
#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace morphospace {
namespace {

QString citations()
{
    return QStringLiteral(
        "@inproceedings{yang2024neumeta,\n"
        "  title     = {Neural Metamorphosis},\n"
        "  author    = {Yang, Xingyi and Wang, Xinchao},\n"
        "  booktitle = {European Conference on Computer Vision (ECCV)},\n"
        "  year      = {2024},\n"
        "  note      = {arXiv:2410.11878}\n"
        "}\n\n"
        "@misc{sommariva2025metamorphic,\n"
        "  title  = {How to Train Your Metamorphic Deep Neural Network},\n"
        "  author = {Sommariva, Thomas and Calderara, Simone and Porrello, Angelo},\n"
        "  year   = {2025},\n"
        "  note   = {arXiv:2505.05510}\n"
        "}\n");
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Morphospace"));
    auto* mark = new QLabel;
    mark->setPixmap(programIcon().pixmap(64, 64));
    auto* name = new QLabel(QStringLiteral("Morphospace %1")
                                .arg(QString::fromStdString(programVersion())));
    QFont big = name->font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setWeight(QFont::DemiBold);
    name->setFont(big);
    auto* what = makeNote(tr("All weights of all sizes of one network family, as a surface you can "
                             "move on: drag a slider, see a real network morph."));
    auto* versions = makeNote(
        QStringLiteral("Qt %1 · LibTorch %2 · %3\n%4")
            .arg(QString::fromLatin1(qVersion()), QString::fromStdString(torchVersion()),
                 QString::fromStdString(blasName()), QString::fromStdString(processorName())));
    versions->setToolTip(tr("Versions of the libraries in use, and the processor"));

    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(name);
    words->addWidget(what);
    words->addWidget(versions);
    auto* head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    auto* cite = new QTextBrowser;
    cite->setPlainText(citations());
    cite->setFont(QFont(QStringLiteral("monospace"), -1));
    describeControl(cite, tr("How to cite"), tr("The two papers behind the program, as BibTeX"));
    auto* licence = makeNote(
        tr("Free software under the GNU General Public License, version 3 or later. It comes with no "
           "warranty, to the extent the law permits."));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("Copy citations"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    describeControl(copy, tr("Copy citations"), tr("Puts the BibTeX entries on the clipboard"));
    describeControl(buttons->button(QDialogButtonBox::Close), tr("Close"), tr("Closes this window"));
    connect(copy, &QPushButton::clicked, this,
            [] { QApplication::clipboard()->setText(citations()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 16);
    column->setSpacing(14);
    column->addLayout(head);
    column->addWidget(makeHeading(tr("How to cite")));
    column->addWidget(cite, 1);
    column->addWidget(licence);
    column->addWidget(buttons);
    resize(600, 560);
}

} // namespace morphospace
