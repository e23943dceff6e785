// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_cards.h"

#include "widgets/figure/number_table_view.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/card.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

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
    , m_numbers(new NumberTableView)
    , m_note(makeNote())
{
    m_maps->setAccessibleName(tr("Heat maps of weights"));
    m_maps->setMinimumSize(260, 100);
    m_stack->addWidget(m_maps);
    m_stack->addWidget(m_surfaces);
    describeControl(m_numbers, tr("Weights"), tr("The numbers behind both pictures"));
    m_stack->addWidget(m_numbers);
    fillCard(this, m_stack, m_note);
    connect(m_maps, &HeatMapView::placeChanged, this, &MatrixCard::describePlace);
}

QString MatrixCard::readout() const
{
    return m_note->text();
}

bool MatrixCard::showsMaps() const
{
    return m_stack->currentWidget() == m_maps;
}

void MatrixCard::showSurfaces(bool surfaces)
{
    m_wantsSurfaces = surfaces;
    arrange();
}

void MatrixCard::showTable(bool table)
{
    m_wantsTable = table;
    arrange();
}

void MatrixCard::arrange()
{
    const bool tabled = m_stack->currentWidget() == m_numbers;
    // Without OpenGL the maps stand in for surfaces.
    m_stack->setCurrentIndex(m_wantsTable                                    ? 2
                                 : m_wantsSurfaces && openGlProblem().isEmpty() ? 1
                                                                                : 0);
    if (!tabled) {
        listWeights();
    }
    describePlace();
}

void MatrixCard::listWeights()
{
    // Only where it is seen: there is a row for each weight.
    if (isVisible() && m_wantsTable) {
        const HeatMapPair& pair = m_maps->pair();
        m_numbers->setNumbers(pair.sides[0].rows > 0 ? mapNumbers(pair) : NumberTable());
    }
}

void MatrixCard::setPair(const HeatMapPair& pair, bool coordinates)
{
    m_coordinates = coordinates;
    m_maps->setPair(pair);
    m_surfaces->setPair(pair);
    listWeights();
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
    if (m_wantsTable) {
        const HeatMapPair& pair = m_maps->pair();
        m_note->setText(pair.sides[0].rows > 0
                            ? tr("%1 (left). %2 (right).").arg(pair.titles[0], pair.titles[1])
                            : QString());
    } else if (m_wantsSurfaces) {
        m_note->setText(openGlProblem().isEmpty()
                            ? tr("Drag to turn both surfaces, wheel to zoom, double-click to go "
                                 "back.")
                            : tr("%1 The heat maps show the same.").arg(openGlProblem()));
    } else if (m_maps->place().side >= 0 && m_maps->pair().sides[0].rows > 0) {
        m_note->setText(describe(m_maps->pair(), m_maps->place(), m_coordinates));
        // What the arrows read, for those who cannot see it.
        m_maps->setAccessibleDescription(m_note->text());
    } else {
        m_note->setText(QString());
    }
}

ChartCard::ChartCard(QWidget* parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_chart(new SmoothnessChartView)
    , m_numbers(new NumberTableView)
    , m_note(makeNote())
{
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
    m_numbers->setNumbers(data ? data->numbers : NumberTable());
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
        m_note->setText(tr("Point at a value to read it."));
    }
}

} // namespace morphospace
