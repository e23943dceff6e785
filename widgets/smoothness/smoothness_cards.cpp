// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_cards.h"

#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/card.h"
#include "widgets/shared/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

void fillCard(QFrame* card, QStackedWidget* stack, QLabel* note)
{
    card->setObjectName(QStringLiteral("card"));
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 6, 6, 6);
    inside->setSpacing(2);
    inside->addWidget(stack, 1);
    note->setContentsMargins(8, 0, 8, 2);
    note->setMinimumHeight(QFontMetrics(note->font()).lineSpacing() + 2);
    inside->addWidget(note);
}

} // namespace

MatrixCard::MatrixCard(QWidget* parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_maps(new HeatMapView)
    , m_surfaces(new SurfacePair)
    , m_note(makeNote())
{
    m_maps->setAccessibleName(tr("Heat maps of weights"));
    m_maps->setMinimumSize(260, 100);
    m_stack->addWidget(m_maps);
    m_stack->addWidget(m_surfaces);
    fillCard(this, m_stack, m_note);
    connect(m_maps, &HeatMapView::placeChanged, this, &MatrixCard::describePlace);
}

QString MatrixCard::readout() const
{
    return m_note->text();
}

void MatrixCard::showSurfaces(bool surfaces)
{
    m_wantsSurfaces = surfaces;
    m_stack->setCurrentIndex(surfaces && openGlProblem().isEmpty() ? 1 : 0);
    describePlace();
}

void MatrixCard::setPair(const HeatMapPair& pair, bool coordinates)
{
    m_coordinates = coordinates;
    m_maps->setPair(pair);
    m_surfaces->setPair(pair);
    describePlace();
}

void MatrixCard::setRight(const HeatMapPair& pair)
{
    m_maps->setPair(pair);
    m_surfaces->setRight(pair);
    describePlace();
}

void MatrixCard::describePlace()
{
    if (m_wantsSurfaces) {
        m_note->setText(openGlProblem().isEmpty()
                            ? tr("Drag to turn both surfaces, wheel to zoom, double-click to go "
                                 "back.")
                            : tr("%1 The heat maps show the same.").arg(openGlProblem()));
    } else if (m_maps->place().side >= 0 && m_maps->pair().sides[0].rows > 0) {
        m_note->setText(describe(m_maps->pair(), m_maps->place(), m_coordinates));
    } else {
        m_note->setText(QString());
    }
}

ChartCard::ChartCard(QWidget* parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_chart(new SmoothnessChartView)
    , m_numbers(new QTableWidget)
    , m_note(makeNote())
{
    m_numbers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_numbers->verticalHeader()->hide();
    m_numbers->setAlternatingRowColors(true);
    m_numbers->setShowGrid(false);
    describeControl(m_numbers, tr("Numbers"), tr("The numbers behind the chart"));
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_numbers);
    fillCard(this, m_stack, m_note);
    connect(m_chart, &SmoothnessChartView::markedChanged, this, &ChartCard::describePlace);
}

QString ChartCard::readout() const
{
    return m_note->text();
}

void ChartCard::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
}

void ChartCard::setData(const std::optional<SmoothnessChartData>& data)
{
    m_chart->setData(data.value_or(SmoothnessChartData{}));
    fillTable(m_numbers, data ? data->numbers : NumberTable());
    if (data) {
        describePlace();
    } else {
        m_note->setText(tr("The channels of this tensor are never re-ordered."));
    }
}

void ChartCard::describePlace()
{
    const SmoothnessChartData& data = m_chart->figure()->data();
    if (m_chart->marked() >= 0) {
        m_note->setText(data.describe(m_chart->marked()));
    } else if (data.count() > 0) {
        m_note->setText(tr("Point at a value to read it; the table has all numbers."));
    }
}

void fillTable(QTableWidget* table, const NumberTable& numbers, int most)
{
    table->clear();
    QStringList headings;
    for (const QString& column : numbers.columns) {
        headings += numberHeading(column);
    }
    table->setColumnCount(int(headings.size()));
    table->setHorizontalHeaderLabels(headings);
    const int rows = int(std::min<qsizetype>(most, numbers.rows.size()));
    table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const QVariantList& values = numbers.rows[row];
        for (int column = 0; column < int(values.size()); ++column) {
            const QVariant& value = values[column];
            const bool decimal = value.typeId() == QMetaType::Double;
            auto* item = new QTableWidgetItem(decimal ? decimalText(value.toDouble(), 4)
                                                      : value.toString());
            if (value.typeId() != QMetaType::QString) {
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            table->setItem(row, column, item);
        }
    }
    table->resizeColumnsToContents();
}

} // namespace morphospace
