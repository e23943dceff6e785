// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_view.h"

#include "widgets/figure/number_table_view.h"
#include "widgets/landscape/landscape_figures.h"
#include "widgets/landscape/landscape_parts.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/empty_state.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text_button.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

constexpr int refreshMilliseconds = 60;   // measurements come faster than a surface needs redrawing

} // namespace

LandscapeView::LandscapeView(SessionModel& session, TestImages& images, LandscapeModel& model,
                             QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
{
    m_map = new LandscapeMap;
    m_surface = new LandscapeSurface;
    m_controls = makeControls();
    auto* column = cardUnder(this, m_controls);
    m_views = new QStackedWidget;
    m_views->addWidget(m_map);
    m_views->addWidget(m_surface);
    m_table = new NumberTableView;
    describeControl(m_table, tr("Landscape as a table"),
                    tr("Sizes that are measured; press Return or double-click to go to a size"));
    m_views->addWidget(m_table);
    connect(m_table, &NumberTableView::rowActivated, this, [this](int row) {
        const auto& data = m_map->data();
        if (data && row >= 0 && std::size_t(row) < m_listed.size()) {
            goTo(m_session, data->configuration(m_listed[std::size_t(row)]));
        }
    });
    m_views->addWidget(makeEmpty());
    column->addWidget(m_views, 1);
    m_note = makeNote();
    m_note->setMinimumHeight(2 * QFontMetrics(font()).lineSpacing());
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_note);

    const auto connectView = [this](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::markedChanged, this, &LandscapeView::describe);
        connect(view, &View::dragBegan, &m_session, &SessionModel::beginDrag);
        connect(view, &View::dragEnded, &m_session, &SessionModel::endDrag);
        connect(view, &View::wanted, this,
                [this](LandscapeMarker marker, const Configuration& configuration) {
                    (marker == LandscapeMarker::Pinned ? pinAt : goTo)(m_session, configuration);
                });
    };
    connectView(m_map);
    connectView(m_surface);
    connect(&m_session, &SessionModel::stateChanged, this, &LandscapeView::showOptions);
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] {
        fillAxes();
        showOptions();
    });
    connect(&m_images, &TestImages::changed, this, &LandscapeView::updateButtons);
    connect(&m_model, &LandscapeModel::measured, this, &LandscapeView::scheduleRefresh);
    connect(&m_model, &LandscapeModel::latencyMeasured, this, &LandscapeView::scheduleRefresh);
    connect(&m_model, &LandscapeModel::measuringChanged, this, [this] {
        updateButtons();
        scheduleRefresh();   // the line below says what there is to measure
    });
    fillAxes();
    showOptions();
}

LandscapeView::~LandscapeView()
{
    m_model.disconnect(this);
}

QWidget* LandscapeView::makeControls()
{
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("primary"));
    m_x = new ElidingBox;
    m_y = new ElidingBox;
    m_colour = new ElidingBox;
    m_colour->addItem(tr("Colour: accuracy"), QStringLiteral("accuracy"));
    m_colour->addItem(tr("Colour: parameters"), QStringLiteral("parameters"));
    m_colour->addItem(tr("Colour: MACs"), QStringLiteral("macs"));
    m_colour->addItem(tr("Colour: latency"), QStringLiteral("latency"));
    describeControl(m_x, tr("Axis to the right"), tr("Which sizes change from left to right"));
    describeControl(m_y, tr("Axis upwards"), tr("Which sizes change from the bottom to the top"));
    describeControl(m_colour, tr("Colour"),
                    tr("What colours show; lines and height always show accuracy. Latency is "
                       "measured here, one image at a time on one thread"));
    m_sheets = makeTextButton(QStringLiteral("matrix"), tr("Intervals"),
                              tr("Shows the ends of the 95 % intervals as two sheets"));
    m_sheets->setCheckable(true);
    m_close = makeTextButton(QStringLiteral("full-size"), tr("Close up"),
                             tr("Heights and colours follow the accuracies of the trained range; "
                                "what lies beyond is cut off"));
    m_close->setCheckable(true);
    // What a class does not need while a lesson is presented.
    setPart(m_x, "landscape-x");
    setPart(m_y, "landscape-y");
    setPart(m_colour, "landscape-colour");
    auto* row = new ButtonRow;
    row->addWidget(makePart("measure", m_start));
    row->addWidget(m_x);
    row->addWidget(m_y);
    row->addStretch();
    row->addWidget(m_sheets);
    row->addWidget(m_close);
    row->addWidget(m_colour);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_model.isMeasuring()) {
            m_model.cancelMeasuring();
        } else {
            m_model.measure(m_limit);
        }
    });
    chooseIn(m_x, m_session, "landscape.x");
    chooseIn(m_y, m_session, "landscape.y");
    chooseIn(m_colour, m_session, "landscape.colour");
    connect(m_close, &QToolButton::toggled, this, [this](bool close) {
        chooseOption(m_session, "landscape.range", close ? "close" : "whole");
    });
    connect(m_sheets, &QToolButton::toggled, this, [this](bool shown) {
        chooseOption(m_session, "landscape.sheets", shown ? "shown" : "hidden");
    });
    return row;
}

QWidget* LandscapeView::makeEmpty()
{
    auto* empty = new EmptyState(
        tr("No landscape: only the width changes here"),
        tr("A landscape lies over two sizes that change on their own. This network has many widths "
           "but no second size: its layers widen together, and it has no blocks to leave out. The "
           "Compression page shows its accuracy over all widths, and Similarity compares them."));
    m_empty = empty->note();
    return empty;
}

void LandscapeView::fillAxes()
{
    const auto manifold = m_session.manifold();
    const QSignalBlocker quietX(m_x);
    const QSignalBlocker quietY(m_y);
    for (QComboBox* box : {m_x, m_y}) {
        box->clear();
        if (manifold) {
            for (const LandscapeAxis& axis : landscapeAxes(manifold->family())) {
                box->addItem(axisName(axis), QString::fromStdString(axis.name()));
            }
        }
    }
}

void LandscapeView::showOptions()
{
    const std::string view = optionOf(m_session, "landscape.view");
    const bool table = optionOf(m_session, "landscape.form") == "table";
    const auto data = m_model.data();
    const bool empty = !data && m_session.manifold();
    m_controls->setVisible(!empty);
    m_views->setCurrentIndex(empty                                          ? Empty
                             : table                                        ? Table
                             : view == "surface" && openGlProblem().isEmpty() ? Surface
                                                                            : Map);
    showIn(m_colour, m_session, "landscape.colour");
    if (data) {
        const QSignalBlocker quietX(m_x);
        const QSignalBlocker quietY(m_y);
        m_x->setCurrentIndex(m_x->findData(QString::fromStdString(data->grid.x.name())));
        m_y->setCurrentIndex(m_y->findData(QString::fromStdString(data->grid.y.name())));
    }
    const QSignalBlocker quietClose(m_close);
    m_close->setChecked(optionOf(m_session, "landscape.range") == "close");
    const QSignalBlocker quiet(m_sheets);
    m_sheets->setChecked(optionOf(m_session, "landscape.sheets") == "shown");
    m_sheets->setVisible(view == "surface");
    if (table != m_listing && isVisible()) {
        refresh();
    } else {
        scheduleRefresh();
    }
    m_listing = table;
    updateButtons();
}

void LandscapeView::scheduleRefresh()
{
    // A page that is not seen does no work; it catches up when shown.
    if (isVisible() && !m_refresh.isActive()) {
        m_refresh.start(refreshMilliseconds, this);
    }
}

void LandscapeView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_refresh.timerId()) {
        m_refresh.stop();
        refresh();
    }
}

void LandscapeView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void LandscapeView::refresh()
{
    const auto data = m_model.data();
    m_map->setData(data);
    m_surface->setData(data);
    refreshTable();
    describe(m_views->currentIndex() == Map           ? m_map->marked()
                 : m_views->currentIndex() == Surface ? m_surface->marked()
                                                      : -1);
    updateButtons();
}

void LandscapeView::refreshTable()
{
    if (optionOf(m_session, "landscape.form") != "table") {
        return;
    }
    const auto& data = m_map->data();
    m_listed.clear();
    for (std::size_t cell = 0; data && cell < data->cells.size(); ++cell) {
        if (data->cells[cell]) {
            m_listed.push_back(cell);
        }
    }
    m_table->setNumbers(data ? landscapeTable(*data) : NumberTable(),
                        data ? landscapeHeadings(*data) : QStringList());
}

void LandscapeView::updateButtons()
{
    const auto data = m_model.data();
    const bool measuring = m_model.isMeasuring();
    m_start->setText(measuring ? tr("Cancel") : tr("Measure"));
    // Room for either, so that nothing beside it moves when measuring begins and ends.
    m_start->setMinimumWidth(40
                             + std::max(fontMetrics().horizontalAdvance(tr("Cancel")),
                                        fontMetrics().horizontalAdvance(tr("Measure"))));
    m_start->setEnabled(measuring || (m_images.images() != nullptr && data));
    describeControl(m_start, m_start->text(),
                    measuring ? tr("Stops measuring; what is measured stays")
                              : tr("Measures what is missing, coarse to fine; latency as well "
                                   "where colours show it"));
    for (QWidget* control : {static_cast<QWidget*>(m_x), static_cast<QWidget*>(m_y),
                             static_cast<QWidget*>(m_colour), static_cast<QWidget*>(m_sheets),
                             static_cast<QWidget*>(m_close)}) {
        control->setEnabled(data.has_value());
    }
    // Intervals are sheets around a surface, and there is none without 3-D.
    m_sheets->setEnabled(data && openGlProblem().isEmpty());
}

QString LandscapeView::readout() const
{
    return m_views->currentIndex() == Empty ? m_empty->text() : m_note->text();
}

QStringList LandscapeView::sentences() const
{
    const auto data = m_model.data();
    QStringList list;
    const auto say = [&](const QString& sample, const Configuration& size) {
        const auto at = data->grid.positionOf(size);
        const std::size_t cell = data->nearest(at.x, at.y);
        if (at.inPlane && data->configuration(cell) == size) {
            list += sample.arg(cellText(*data, cell));
        }
    };
    if (data) {
        say(tr("B, current: %1"), data->current);
        if (data->pinned) {
            say(tr("A, pinned: %1"), *data->pinned);
        }
        list += tr("%1 of %2 sizes measured.").arg(data->knownCount()).arg(data->cells.size());
    }
    return list;
}

void LandscapeView::describe(int cell)
{
    const auto& data = m_map->data();
    if (!data) {
        m_note->setText(QString());
    } else if (cell >= 0 && std::size_t(cell) < data->cells.size()) {
        m_note->setText(cellText(*data, std::size_t(cell)));
        // What the arrows read, for those who cannot see it.
        m_map->setAccessibleDescription(m_note->text());
    } else {
        QString known = tr("%1 of %2 sizes measured.")
                            .arg(data->knownCount())
                            .arg(data->cells.size());
        if (data->colour == LandscapeData::Colour::Latency) {
            known += u' '
                + tr("Latency of %1, on %2.", "how many sizes, processor")
                      .arg(data->latencyCount())
                      .arg(QString::fromStdString(data->processor));
            if (data->latencyCount() < data->knownCount() && !m_model.isMeasuring()) {
                known += u' ' + tr("Measure adds the latency that is missing.");
            }
        }
        const bool listed = optionOf(m_session, "landscape.form") == "table";
        const bool flat = optionOf(m_session, "landscape.view") == "surface"
            && !openGlProblem().isEmpty();
        // No room for more words where B is elsewhere.
        const bool turns = m_views->currentIndex() == Surface
            && data->grid.positionOf(data->current).inPlane;
        m_note->setText(
            known + u' '
            + (listed ? tr("Press Return on a row, or double-click it, to go to its size.")
                    : flat ? openGlProblem() + u' ' + tr("The map shows the same without 3-D.")
                    : data->grid.positionOf(data->current).inPlane
                    ? (data->pinned ? tr("Point at a size to read it; drag A or B to another size.")
                                    : tr("Point at a size to read it; drag B to another size."))
                    : tr("B lies outside this plane: its other sizes differ. Point at a size to "
                         "read it; drag B into the plane."))
            + (turns && !listed ? u' '
                       + tr("Elsewhere drag to turn, Shift and drag to move, wheel to zoom.")
                                : QString()));
    }
}

} // namespace morphospace
