// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/inspector_panel.h"

#include "widgets/inspector/comparison_card.h"
#include "widgets/language/core_text.h"
#include "widgets/model/recorded.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace morphospace {
namespace {

const QString none = QStringLiteral("–");

QLabel* makeNumber(bool strong)
{
    auto* label = new QLabel(none);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong) {
        label->setObjectName(QStringLiteral("heading"));
    }
    return label;
}

} // namespace

InspectorPanel::InspectorPanel(SessionModel& session, TestImages& images, LiveMorph& live,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_live(live)
{
    setPart(this, "inspector");
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 6, 14, 14);
    column->setSpacing(8);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    auto* currentHead = new QLabel(QStringLiteral("B"));
    currentHead->setObjectName(QStringLiteral("currentHead"));
    currentHead->setAlignment(Qt::AlignRight);
    currentHead->setToolTip(tr("The current sample"));
    m_pinnedHead = new QLabel(QStringLiteral("A"));
    m_pinnedHead->setObjectName(QStringLiteral("pinnedHead"));
    m_pinnedHead->setAlignment(Qt::AlignRight);
    m_pinnedHead->setToolTip(tr("The pinned sample"));
    grid->addWidget(currentHead, 0, 1);
    grid->addWidget(m_pinnedHead, 0, 2);
    addLine(grid, Size, tr("size"), tr("Channels and blocks of the stages"));
    addLine(grid, Accuracy, tr("accuracy"), tr("Percent of the test images measured so far; \"recorded\": when the manifold was "
               "trained, because there are no test images here"));
    addLine(grid, Parameters, tr("parameters"), tr("Weights and biases of the standalone network"));
    addLine(grid, Macs, tr("MACs"), tr("Multiply-accumulates for one image"));
    addLine(grid, Bytes, tr("bytes"), tr("Weights and biases as 32-bit floats"));
    addLine(grid, Compression, tr("compression"),
            tr("1 − parameters / parameters at full size, in percent"));
    addLine(grid, MacCompression, tr("in MACs"), tr("1 − MACs / MACs at full size, in percent"));
    addLine(grid, LatencyRow, tr("latency"),
            tr("Measured time for one image: batch 1, one thread, median after warm-up"));
    column->addLayout(grid);
    m_comparison = new ComparisonCard(m_session, images, m_live, content);
    column->addWidget(m_comparison);
    column->addSpacing(10);

    m_title = makeHeading({});
    m_title->setWordWrap(true);
    m_generator = makeNote();
    m_generator->setToolTip(tr("What generates the weights, and its own size beside the network's"));
    m_origin = makeNote();
    column->addWidget(m_title);
    column->addWidget(m_generator);
    column->addWidget(m_origin);
    column->addStretch(1);

    m_scroll = new ContentScroll(content, this);
    m_scroll->setOnlyGrowing(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);

    connect(&m_session, &SessionModel::manifoldChanged, this, &InspectorPanel::refreshManifold);
    connect(&m_session, &SessionModel::stateChanged, this, &InspectorPanel::refresh);
    connect(&m_live, &LiveMorph::measurementChanged, this, &InspectorPanel::refresh);
    connect(&m_live, &LiveMorph::pinnedChanged, this, &InspectorPanel::refresh);
    refreshManifold();
    refresh();
}

void InspectorPanel::addLine(QGridLayout* grid, Row row, const QString& name, const QString& tip)
{
    Line& line = m_lines[row];
    line.name = name;
    line.label = new QLabel(name);
    line.label->setObjectName(QStringLiteral("muted"));
    line.label->setToolTip(tip);
    line.current = makeNumber(true);
    line.current->setToolTip(tip);
    line.current->setAccessibleName(tr("%1 of B").arg(name));
    line.pinned = makeNumber(false);
    line.pinned->setToolTip(tip);
    line.pinned->setAccessibleName(tr("%1 of A").arg(name));
    grid->addWidget(line.label, row + 1, 0);
    grid->addWidget(line.current, row + 1, 1);
    grid->addWidget(line.pinned, row + 1, 2);
}

void InspectorPanel::showNumbersOnly()
{
    m_comparison->setBrief(true);
    QLayout* column = m_scroll->widget()->layout();
    QMargins margins = column->contentsMargins();
    margins.setBottom(0);
    column->setContentsMargins(margins);
    for (QLabel* label : {m_title, m_generator, m_origin}) {
        label->hide();
    }
}

QString InspectorPanel::number(const QString& row, bool pinned) const
{
    for (const Line& line : m_lines) {
        if (line.name == row) {
            return (pinned ? line.pinned : line.current)->text();
        }
    }
    return {};
}

void InspectorPanel::refreshManifold()
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        m_title->setText(tr("No manifold open"));
        m_generator->clear();
        m_origin->clear();
        return;
    }
    m_title->setText(QString::fromStdString(manifold->title));
    const std::int64_t network = parameterCount(manifold->family(), manifold->family().full);
    m_generator->setText(tr("generator: %1, %2 parameters of its own (%3), beside %4 of the network "
                            "at full size")
                             .arg(coreText(manifold->generatorKind()),
                                  countText(manifold->generatorParameters()),
                                  bytesText(4 * manifold->generatorParameters()),
                                  countText(network)));
    m_origin->setText(coreText(manifold->description));
}

void InspectorPanel::refresh()
{
    const bool pinned = m_session.state().pinned.has_value();
    if (pinned != m_pinnedHead->isVisibleTo(this)) {
        m_pinnedHead->setVisible(pinned);
        for (const Line& line : m_lines) {
            line.pinned->setVisible(pinned);
        }
        m_scroll->resetWidth();
    }
    fill(false);
    if (pinned) {
        fill(true);
    }
}

void InspectorPanel::fill(bool pinned)
{
    const auto set = [&](Row row, const QString& text) {
        (pinned ? m_lines[row].pinned : m_lines[row].current)->setText(text);
    };
    const SessionState& state = m_session.state();
    if (!state.manifold) {
        for (int row = 0; row < RowCount; ++row) {
            set(Row(row), none);
        }
        return;
    }
    const Family& family = state.manifold->family;
    const Configuration& configuration = pinned ? *state.pinned : state.current;
    const std::int64_t parameters = parameterCount(family, configuration);
    const std::int64_t macs = macCount(family, configuration);
    QString size = sizeText(configuration);
    size.replace(QStringLiteral(" × "), QStringLiteral("\n× "));
    set(Size, size);
    set(Parameters, countText(parameters));
    set(Macs, shortCountText(macs));
    set(Bytes, bytesText(4 * parameters));
    set(Compression, percentText(compression(family, configuration)));
    set(MacCompression, percentText(1 - double(macs) / double(macCount(family, family.full))));
    const MorphResult* result = pinned ? m_live.pinned() : m_live.current();
    const bool fits = result != nullptr && result->key.configuration == configuration;
    set(LatencyRow, fits && result->latency ? durationText(result->latency->medianSeconds) : none);
    QString accuracy = none;
    if (fits && result->measurement) {
        accuracy = percentText(result->measurement->accuracy(), 2);
    } else if (fits && result->complete && result->runner) {
        // There are no images to measure on: what was measured when the manifold was trained.
        const Measurement* recorded =
            recordedAt(*m_session.manifold(), configuration, state.averaging);
        accuracy = recorded != nullptr
            ? tr("%1\nrecorded").arg(percentText(recorded->accuracy(), 2))
            : none;
    }
    set(Accuracy, accuracy);
}

} // namespace morphospace
