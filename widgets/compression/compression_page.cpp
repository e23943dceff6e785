// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compression/compression_page.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/comparison_text.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text_button.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace morphospace {
namespace {

constexpr int refreshMilliseconds = 50;   // measurements come faster than a figure needs redrawing

} // namespace

CompressionPage::CompressionPage(SessionModel& session, TestImages& images, LiveMorph& live,
                                 MeasurementModel& measurements, Sweep& sweep, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_live(live)
    , m_model(&measurements)
    , m_sweep(&sweep)
    , m_view(new ChartView)
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_axis(new QComboBox)
    , m_start(new QPushButton)
    , m_close(makeTextButton(QStringLiteral("full-size"), tr("Close up"),
                         tr("Shows the trained range large; points outside it become arrows at the "
                            "edge")))
    , m_tableToggle(makeTextButton(QStringLiteral("table"), tr("Table"),
                               tr("Shows the numbers behind the figure")))
    , m_readout(makeNote())
{
    m_axis->addItem(tr("by parameters"), QStringLiteral("parameters"));
    m_axis->addItem(tr("by MACs"), QStringLiteral("macs"));
    describeControl(m_axis, tr("Compression counted by"),
                    tr("Which cost the horizontal axis counts, in percent of full size saved"));
    m_axis->setObjectName(QStringLiteral("compression-axis"));
    m_close->setObjectName(QStringLiteral("compression-range"));
    m_tableToggle->setObjectName(QStringLiteral("compression-view"));
    m_start->setObjectName(QStringLiteral("primary"));
    m_close->setCheckable(true);
    m_close->setChecked(true);
    m_tableToggle->setCheckable(true);
    auto* figure = makeTextButton(QStringLiteral("export-figure"), tr("Figure…"),
                              tr("Shows the figure as it will be on paper, and writes it as SVG, "
                                 "PDF or PNG"));
    auto* numbers = makeTextButton(QStringLiteral("table"), tr("CSV…"),
                               tr("Writes the numbers of the figure as CSV"));

    auto* controls = new ButtonRow;
    controls->addWidget(makePart("sweep", m_start));
    controls->addWidget(m_axis);
    controls->addStretch();
    controls->addWidget(m_close);
    controls->addWidget(m_tableToggle);
    setPart(figure, "export-figure");
    setPart(numbers, "export-numbers");
    controls->addWidget(figure);
    controls->addWidget(numbers);

    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(Qt::EditRole);
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MeasurementModel::Compression, Qt::AscendingOrder);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    describeControl(m_table, tr("Measurements"),
                    tr("All measurements; press Return or double-click to go to a size"));
    connect(m_table, &QTableView::activated, this, [this, sorted](const QModelIndex& index) {
        goTo(sorted->mapToSource(index).row());
    });

    m_view->setMinimumSize(240, 120);
    auto* card = makeCard();
    setPart(card, "chart");
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 6, 6, 6);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    inside->addWidget(m_stack, 1);
    m_readout->setMinimumHeight(2 * QFontMetrics(font()).lineSpacing());
    m_readout->setContentsMargins(10, 0, 10, 4);
    m_readout->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    inside->addWidget(m_readout);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(10);
    column->addWidget(controls);
    column->addWidget(card, 1);

    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_sweep->isRunning()) {
            m_sweep->cancel();
        } else {
            startSweep(true);
        }
    });
    // How the page shows things is kept in the session, so the controls follow it.
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this] {
        m_session.perform(SetOption{"compression.axis", m_axis->currentData().toString().toStdString()});
    });
    connect(m_close, &QToolButton::toggled, this, [this](bool close) {
        m_session.perform(SetOption{"compression.range", close ? "close" : "whole"});
    });
    connect(m_tableToggle, &QToolButton::toggled, this, [this](bool table) {
        m_session.perform(SetOption{"compression.view", table ? "table" : "figure"});
    });
    connect(&m_session, &SessionModel::stateChanged, this, &CompressionPage::showOptions);
    connect(figure, &QToolButton::clicked, this,
            [this] { Q_EMIT figureWanted(QStringLiteral("accuracy-compression")); });
    connect(numbers, &QToolButton::clicked, this, &CompressionPage::exportNumbersAs);
    connect(m_view, &ChartView::markedChanged, this, &CompressionPage::describeMarked);
    connect(m_view, &ChartView::chosen, this, &CompressionPage::goTo);
    connect(m_sweep, &Sweep::runningChanged, this, &CompressionPage::updateSweepButton);
    connect(m_sweep, &Sweep::problem, this, &CompressionPage::problem);
    connect(&m_images, &TestImages::changed, this, &CompressionPage::updateSweepButton);
    connect(&m_live, &LiveMorph::measurementChanged, this, &CompressionPage::scheduleRefresh);
    connect(&m_live, &LiveMorph::pinnedChanged, this, &CompressionPage::scheduleRefresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CompressionPage::scheduleRefresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CompressionPage::scheduleRefresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CompressionPage::scheduleRefresh);
    updateSweepButton();
    showOptions();
    describeMarked(-1);
}

void CompressionPage::showOptions()
{
    const SessionState& state = m_session.state();
    const int axis = m_axis->findData(
        QString::fromStdString(optionValue(state, "compression.axis")));
    const bool close = optionValue(state, "compression.range") == "close";
    const bool table = optionValue(state, "compression.view") == "table";
    const bool redrawn = axis != m_shownAxis || close != m_shownClose;
    m_shownAxis = axis;
    m_shownClose = close;
    const QSignalBlocker quietAxis(m_axis);
    const QSignalBlocker quietClose(m_close);
    const QSignalBlocker quietTable(m_tableToggle);
    m_axis->setCurrentIndex(axis);
    m_close->setChecked(close);
    m_tableToggle->setChecked(table);
    m_stack->setCurrentIndex(table ? 1 : 0);
    if (redrawn) {
        scheduleRefresh();
    }
}

FigureData CompressionPage::figure() const
{
    const auto measurementOf = [](const MorphResult* result) {
        return result != nullptr ? result->measurement : std::nullopt;
    };
    FigureData data =
        figureData(*m_model,
                   optionValue(m_session.state(), "compression.axis") == "macs" ? CostAxis::Macs
                                                                                : CostAxis::Parameters,
                   measurementOf(m_live.current()), measurementOf(m_live.pinned()));
    data.close = optionValue(m_session.state(), "compression.range") == "close";
    if (const PairedComparison* compared = m_live.comparison();
        compared != nullptr && m_session.state().pinned != m_session.state().current) {
        data.compared = *compared;
    }
    return data;
}

std::vector<Figure> CompressionPage::figures() const
{
    if (!m_session.manifold()) {
        return {};
    }
    return compressionFigures(figure(), m_model->numbers());
}

void CompressionPage::startSweep(bool allDepths)
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    m_sweep->start(allDepths ? fullSweep(*manifold)
                             : widthSweep(*manifold, m_session.state().current.depths),
                   m_limit);
}

void CompressionPage::scheduleRefresh()
{
    // A page that is not seen does no work; it catches up when shown.
    if (isVisible() && !m_refresh.isActive()) {
        m_refresh.start(refreshMilliseconds, this);
    }
}

void CompressionPage::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_refresh.timerId()) {
        m_refresh.stop();
        refresh();
    }
}

void CompressionPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void CompressionPage::refresh()
{
    m_view->setData(figure());
    describeMarked(m_view->marked());
    m_table->resizeColumnsToContents();
}

void CompressionPage::describeMarked(int index)
{
    const FigureData& data = m_view->figure()->data();
    const auto& points = data.points;
    if (index >= 0 && std::size_t(index) < points.size()) {
        m_readout->setText(tr("%1. Click to go there.").arg(describe(points[std::size_t(index)])));
    } else if (data.compared) {
        m_readout->setText(comparisonText(*data.compared));
    } else {
        m_readout->setText(tr("Point at a point to read it, click it to go to its size. Bars are 95 % "
                              "intervals."));
    }
}

void CompressionPage::goTo(int index)
{
    const auto& rows = m_model->rows();
    if (index >= 0 && std::size_t(index) < rows.size()) {
        m_session.perform(SetConfiguration{rows[std::size_t(index)].measurement.configuration});
    }
}

void CompressionPage::updateSweepButton()
{
    const bool running = m_sweep->isRunning();
    m_start->setIcon(QIcon());
    m_start->setText(running ? tr("Cancel sweep") : tr("Sweep sizes"));
    m_start->setEnabled(running || m_images.images() != nullptr);
    describeControl(m_start, m_start->text(),
                    running ? tr("Stops the sweep; what it measured stays")
                            : tr("Measures widths and depths through the trained range and past it"));
}

void CompressionPage::exportNumbersAs()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export numbers"), QStringLiteral("accuracy-compression.csv"), tr("CSV (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    try {
        writeFileAtomically(file.toStdU16String(), m_model->csv().toStdString());
        Q_EMIT told(tr("Wrote %1").arg(QFileInfo(file).fileName()));
    } catch (const Error& error) {
        Q_EMIT problem(errorText(error));
    }
}

} // namespace morphospace
