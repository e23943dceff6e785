// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/confusion_dialog.h"

#include "widgets/model/size_text.h"
#include "widgets/morph/confusion_model.h"
#include "widgets/shared/card.h"
#include "widgets/shared/frozen_column_table.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

ConfusionDialog::ConfusionDialog(LiveMorph& live, SessionModel& session, QWidget* parent)
    : QDialog(parent)
    , m_live(live)
    , m_session(session)
    , m_model(new ConfusionModel(this))
    , m_title(makeHeading({}))
    , m_note(makeNote())
    , m_table(new FrozenColumnTable)
{
    setWindowTitle(tr("Confusion matrix and accuracy by class"));
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(Qt::EditRole);
    m_table->setModel(sorted);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    describeControl(m_table, tr("Confusion matrix"),
                    tr("Rows: true class. Columns: predicted class, in images; first column: percent "
                       "right. A click on a heading sorts."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("Copy as CSV"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    describeControl(copy, tr("Copy as CSV"), tr("Puts all counts on the clipboard as CSV"));
    describeControl(buttons->button(QDialogButtonBox::Close), tr("Close"), tr("Closes this window"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_model->csv()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(860, 640);
    connect(&m_live, &LiveMorph::measurementChanged, this, &ConfusionDialog::refresh);
    refresh();
}

void ConfusionDialog::refresh()
{
    const MorphResult* result = m_live.current();
    if (result == nullptr || !result->measurement || !m_session.manifold()) {
        m_title->setText(tr("Nothing measured yet"));
        m_note->clear();
        return;
    }
    QStringList names;
    for (const std::string& name : m_session.manifold()->classNames) {
        names += QString::fromStdString(name);
    }
    const int before = m_model->classes();
    m_model->setCounts(names, result->confusion);
    m_title->setText(tr("%1 at %2").arg(
        QString::fromStdString(m_session.manifold()->title),
        sizeText(result->key.configuration)));

    // The three confusions met most often, in words.
    struct Pair {
        int truth;
        int predicted;
    };
    std::vector<Pair> pairs;
    for (int truth = 0; truth < m_model->classes(); ++truth) {
        for (int predicted = 0; predicted < m_model->classes(); ++predicted) {
            if (truth != predicted && m_model->count(truth, predicted) > 0) {
                pairs.push_back({truth, predicted});
            }
        }
    }
    const auto most = std::min<std::size_t>(3, pairs.size());
    std::partial_sort(pairs.begin(), pairs.begin() + std::ptrdiff_t(most), pairs.end(),
                      [&](const Pair& a, const Pair& b) {
                          return m_model->count(a.truth, a.predicted)
                              > m_model->count(b.truth, b.predicted);
                      });
    QStringList words;
    for (std::size_t i = 0; i < most; ++i) {
        words += tr("%1 read as %2 (%3)")
                     .arg(names[pairs[i].truth], names[pairs[i].predicted],
                          countText(m_model->count(pairs[i].truth, pairs[i].predicted)));
    }
    QString note = tr("%1 of %2 images right.")
                       .arg(countText(result->measurement->correct),
                            countText(result->measurement->images));
    if (!words.isEmpty()) {
        note += QStringLiteral(" ") + tr("Most often: %1.").arg(words.join(QStringLiteral(", ")));
    }
    m_note->setText(note);
    if (m_model->classes() != before) {
        fitCells();
    }
}

void ConfusionDialog::fitCells()
{
    const bool many = m_model->classes() > 20;
    const int line = fontMetrics().lineSpacing();
    m_table->horizontalHeader()->setMinimumSectionSize(20);
    m_table->horizontalHeader()->setDefaultSectionSize(many ? line + 14 : 2 * line + 16);
    m_table->verticalHeader()->setMinimumSectionSize(18);
    m_table->verticalHeader()->setDefaultSectionSize(many ? line + 8 : 2 * line + 2);
    // The share of each class that is right comes first: it is what one looks for among 62 columns.
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * (m_model->classes() > 20 ? 0.85 : 1.0));
    m_table->setFont(small);
    m_table->horizontalHeader()->setFont(small);
    m_table->freeze(m_model->classes());
    m_table->setFrozenWidth(QFontMetrics(small).horizontalAdvance(QStringLiteral("100.0 %")) + 30);
}

} // namespace morphospace
