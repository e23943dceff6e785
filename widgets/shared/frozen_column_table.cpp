// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/frozen_column_table.h"

#include "widgets/shared/card.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace morphospace {

FrozenColumnTable::FrozenColumnTable(QWidget* parent)
    : QTableView(parent)
    , m_frozen(new QTableView(this))
{
    m_frozen->setFocusPolicy(Qt::NoFocus);
    describeControl(m_frozen, tr("First column"), tr("Stays in sight while the others scroll"));
    m_frozen->verticalHeader()->hide();
    m_frozen->setFrameShape(QFrame::NoFrame);
    m_frozen->setStyleSheet(QStringLiteral("QTableView { border: none; border-radius: 0; padding: 0; }"));
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollMode(ScrollPerPixel);
    m_frozen->setEditTriggers(NoEditTriggers);
    m_frozen->setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    for (QTableView* table : {static_cast<QTableView*>(this), m_frozen}) {
        table->horizontalHeader()->setSortIndicatorClearable(true);
        table->horizontalHeader()->setSectionsClickable(true);
        // A click that sorts does not paint a column over.
        disconnect(table->horizontalHeader(), &QHeaderView::sectionPressed, table, nullptr);
        // The order of the model, not the first column, until someone asks for another.
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    }
    setSortingEnabled(true);
    disconnect(horizontalHeader(), &QHeaderView::sectionPressed, this, nullptr);
    // A click on either heading sorts both: they show one model.
    connect(m_frozen->horizontalHeader(), &QHeaderView::sortIndicatorChanged, horizontalHeader(),
            &QHeaderView::setSortIndicator);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_frozen->horizontalHeader(),
            &QHeaderView::setSortIndicator);
    m_frozen->horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumnTable::place);
    connect(verticalHeader(), &QHeaderView::geometriesChanged, this, &FrozenColumnTable::place);
}

void FrozenColumnTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    m_frozen->setModel(model);
    m_frozen->setSelectionModel(selectionModel());
}

void FrozenColumnTable::freeze(int column)
{
    m_column = column;
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), 0);
    for (int other = 0; other < model()->columnCount(); ++other) {
        m_frozen->setColumnHidden(other, other != column);
    }
    place();
}

void FrozenColumnTable::setFrozenWidth(int width)
{
    setColumnWidth(m_column, width);
}

void FrozenColumnTable::place()
{
    m_frozen->setVisible(m_column >= 0);
    if (m_column < 0) {
        return;
    }
    m_frozen->setFont(font());
    m_frozen->horizontalHeader()->setFont(horizontalHeader()->font());
    m_frozen->horizontalHeader()->setMinimumSectionSize(horizontalHeader()->minimumSectionSize());
    m_frozen->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
    m_frozen->verticalHeader()->setMinimumSectionSize(verticalHeader()->minimumSectionSize());
    m_frozen->verticalHeader()->setDefaultSectionSize(verticalHeader()->defaultSectionSize());
    m_frozen->setColumnWidth(m_column, columnWidth(m_column));
    m_frozen->setGeometry(viewport()->x(), horizontalHeader()->y(), columnWidth(m_column),
                          horizontalHeader()->height() + viewport()->height());
    m_frozen->raise();
}

void FrozenColumnTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    place();
}

void FrozenColumnTable::updateGeometries()
{
    QTableView::updateGeometries();
    place();
}

void FrozenColumnTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        place();
    }
}

void FrozenColumnTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (m_column < 0) {
        QTableView::scrollTo(index, hint);
        return;
    }
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.column() == m_column) {
        horizontalScrollBar()->setValue(across);   // it is always seen, only its row may not be
        return;
    }
    // What was scrolled to may still be under the column that stays.
    const int hidden = columnWidth(m_column) - columnViewportPosition(index.column());
    if (hidden > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    }
}

} // namespace morphospace
