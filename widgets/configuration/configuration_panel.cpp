// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configuration/configuration_panel.h"

#include "widgets/configuration/percent_field.h"
#include "widgets/configuration/range_badge.h"
#include "widgets/configuration/size_row.h"
#include "widgets/configuration/size_slider.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/field_undo.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/spoken.h"

#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

/// Room past full size on a slider: enough to see what happens outside the trained range.
int pastFull(int full)
{
    return std::max(full + 1, int(std::lround(full * 1.25)));
}

QString rangeText(const TrainedRange& range)
{
    // One span says it all where the stages agree.
    const auto span = [](const std::vector<int>& least, const std::vector<int>& greatest) {
        QStringList spans;
        for (std::size_t i = 0; i < least.size(); ++i) {
            spans += least[i] == greatest[i]
                ? QString::number(least[i])
                : QStringLiteral("%1–%2").arg(least[i]).arg(greatest[i]);
        }
        return spans.count(spans.value(0)) == spans.size() ? spans.value(0)
                                                           : spans.join(QStringLiteral(", "));
    };
    QString text = ConfigurationPanel::tr("width %1").arg(span(range.least.widths,
                                                               range.greatest.widths));
    if (!range.least.depths.empty()) {
        text += ConfigurationPanel::tr("; blocks %1")
                    .arg(span(range.least.depths, range.greatest.depths));
    }
    return text;
}

} // namespace

ConfigurationPanel::ConfigurationPanel(SessionModel& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 6, 14, 14);
    column->setSpacing(10);
    buildGlobal(column);
    m_stagesToggle = new QToolButton;
    m_stagesToggle->setText(tr("Per stage"));
    m_stagesToggle->setObjectName(QStringLiteral("fold"));
    m_stagesToggle->setCheckable(true);
    m_stagesToggle->setChecked(true);
    m_stagesToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(m_stagesToggle, tr("Per stage"),
                    tr("Shows or hides the sliders of the single stages"));
    m_stages = new QWidget;
    connect(m_stagesToggle, &QToolButton::toggled, this, [this](bool open) {
        m_session.perform(SetOption{"configuration.stages", open ? "shown" : "hidden"});
        showStages();
    });
    auto* stages = new QVBoxLayout;
    stages->setSpacing(10);
    stages->addWidget(m_stagesToggle);
    stages->addWidget(m_stages);
    column->addWidget(makePart("stages", stages));
    showStages();
    buildSample(column);
    column->addStretch(1);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new ContentScroll(content, this));

    connect(&m_session, &SessionModel::manifoldChanged, this, &ConfigurationPanel::rebuildStages);
    connect(&m_session, &SessionModel::stateChanged, this, &ConfigurationPanel::refresh);
    connect(&m_session, &SessionModel::stateChanged, this, &ConfigurationPanel::showStages);
    rebuildStages();
    refresh();
}

void ConfigurationPanel::showStages()
{
    const bool shown = optionValue(m_session.state(), "configuration.stages") == "shown";
    const QSignalBlocker quiet(m_stagesToggle);
    m_stagesToggle->setChecked(shown);
    if (m_stages->isHidden() == shown || m_stagesToggle->icon().isNull()) {
        m_stagesToggle->setIcon(
            icon(shown ? QStringLiteral("chevron-open") : QStringLiteral("chevron")));
        m_stages->setVisible(shown);
    }
}

QDoubleSpinBox* ConfigurationPanel::widthField() const
{
    return m_widthField;
}

void ConfigurationPanel::connectDrag(SizeSlider* slider)
{
    connect(slider, &SizeSlider::dragBegan, &m_session, &SessionModel::beginDrag);
    connect(slider, &SizeSlider::dragEnded, &m_session, &SessionModel::endDrag);
}

void ConfigurationPanel::buildGlobal(QVBoxLayout* column)
{
    m_widthSlider = new SizeSlider;
    describeControl(m_widthSlider, tr("Width of all stages"),
                    tr("Width of all stages together, in percent of full width; the band is what "
                       "training sampled, the line is full size"));
    m_widthField = new PercentField;
    m_widthField->setRange(0.1, 100.0 * maximumWidthFactor);
    describeControl(m_widthField, tr("Width of all stages, typed"),
                    tr("Width of all stages together, in percent of full width"));
    m_widthField->setFixedWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")) + 30);
    m_widthNote = makeNote();

    m_depthSlider = new SizeSlider;
    describeControl(m_depthSlider, tr("Depth of all stages"),
                    tr("Residual blocks in every stage"));
    m_depthField = new QSpinBox;
    m_depthField->setKeyboardTracking(false);
    m_depthField->setAlignment(Qt::AlignRight);
    m_depthField->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_depthField->setFixedWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")) + 30);
    m_depthField->setMinimum(1);
    describeControl(m_depthField, tr("Depth of all stages, typed"), tr("Residual blocks in every stage"));
    m_depthNote = makeNote();

    const auto addRows = [column](const char* part, const QString& heading, QWidget* field,
                                  QWidget* slider, QWidget* note) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(2);
        grid->addWidget(makeHeading(heading), 0, 0);
        grid->addWidget(field, 0, 1);
        grid->addWidget(slider, 1, 0, 1, 2);
        grid->addWidget(note, 2, 0, 1, 2);
        column->addWidget(makePart(part, grid));
    };
    addRows("width", tr("Width"), m_widthField, m_widthSlider, m_widthNote);
    addRows("depth", tr("Depth"), m_depthField, m_depthSlider, m_depthNote);

    m_range = new RangeBadge;
    column->addWidget(m_range);

    connectDrag(m_widthSlider);
    connectDrag(m_depthSlider);
    connect(m_widthSlider, &QSlider::valueChanged, this, &ConfigurationPanel::chooseWidthStep);
    connect(m_widthField, &QDoubleSpinBox::valueChanged, this,
            [this](double percent) { chooseWidthFraction(percent / 100); });
    connect(m_widthField, &PercentField::stepped, this,
            [this](int steps) { chooseWidthStep(m_widthSlider->value() + steps); });
    connect(m_depthSlider, &QSlider::valueChanged, this, &ConfigurationPanel::chooseDepth);
    connect(m_depthField, &QSpinBox::valueChanged, this, &ConfigurationPanel::chooseDepth);
}

void ConfigurationPanel::buildSample(QVBoxLayout* column)
{
    m_averaging = new QSpinBox;
    m_averaging->setRange(1, maximumAveraging);
    m_averaging->setKeyboardTracking(false);
    m_averaging->setAlignment(Qt::AlignRight);
    m_averaging->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_averaging->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("100")) + 30);
    describeControl(m_averaging, tr("Samples averaged, K"),
                    tr("1: the clean sample. K above 1: the mean of the clean sample and K − 1 "
                       "samples at jittered coordinates"));
    auto* label = new QLabel(tr("Average of K samples"));
    label->setObjectName(QStringLiteral("muted"));
    label->setBuddy(m_averaging);
    auto* averaging = new QHBoxLayout;
    averaging->addWidget(label, 1);
    averaging->addWidget(m_averaging);
    column->addWidget(makePart("averaging", averaging));

    m_fullSize = new QPushButton(icon(QStringLiteral("full-size")), tr("Full size"));
    describeControl(m_fullSize, tr("Full size"), tr("Goes to the largest trained configuration"));
    m_pin = new QPushButton(icon(QStringLiteral("pin")), tr("Pin A"));
    describeControl(m_pin, tr("Pin A"),
                    tr("Keeps the current sample as A, to compare with while B changes"));
    m_swap = new QPushButton(icon(QStringLiteral("swap")), tr("Swap"));
    describeControl(m_swap, tr("Swap A and B"), tr("Exchanges the pinned sample A and the current "
                                                   "sample B"));
    auto* pinning = new QHBoxLayout;
    pinning->setSpacing(8);
    pinning->addWidget(m_pin);
    pinning->addWidget(m_swap);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(makePart("pin", pinning));
    buttons->addWidget(makePart("full-size", m_fullSize));
    column->addLayout(buttons);

    for (QAbstractSpinBox* field : {static_cast<QAbstractSpinBox*>(m_widthField),
                                    static_cast<QAbstractSpinBox*>(m_depthField),
                                    static_cast<QAbstractSpinBox*>(m_averaging)}) {
        leaveUndoToWindow(field);
    }
    connect(m_averaging, &QSpinBox::valueChanged, this,
            [this](int samples) { choose(SetAveraging{samples}); });
    connect(m_fullSize, &QPushButton::clicked, this, [this] {
        if (m_session.state().manifold) {
            m_session.perform(SetConfiguration{m_session.state().manifold->family.full});
        }
    });
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (m_session.state().pinned) {
            m_session.perform(UnpinSample{});
        } else {
            m_session.perform(PinSample{});
        }
    });
    connect(m_swap, &QPushButton::clicked, this, [this] { m_session.perform(SwapPinned{}); });
}

void ConfigurationPanel::rebuildStages()
{
    m_stageWidths.clear();
    m_stageDepths.clear();
    qDeleteAll(m_stages->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_stages->layout();
    auto* column = new QVBoxLayout(m_stages);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(2);
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const Family& family = manifold->family();
    const TrainedRange& trained = manifold->trained;
    const auto stages = family.full.widths.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
        const int full = family.full.widths[stage];
        const QString name = stages > 1 ? tr("stage %1").arg(stage + 1) : tr("network");
        column->addWidget(makeHeading(name));
        auto* width = new SizeRow(tr("width"), tr("Width of %1").arg(name),
                                  tr("Channels of %1; the band is what training sampled").arg(name));
        width->setRange({pastFull(full), maximumWidthFactor * full, full,
                         trained.least.widths.at(stage), trained.greatest.widths.at(stage)});
        connect(width, &SizeRow::chosen, this, [this, stage](int channels) {
            choose(SetWidth{int(stage), channels});
        });
        connectDrag(width->slider());
        m_stageWidths.push_back(width);
        column->addWidget(width);
        if (!changesDepth(family)) {
            continue;
        }
        const int blocks = family.full.depths.at(stage);
        auto* depth = new SizeRow(tr("depth"), tr("Depth of %1").arg(name),
                                  tr("Residual blocks in %1").arg(name));
        depth->setRange({blocks, blocks, blocks, trained.least.depths.at(stage),
                         trained.greatest.depths.at(stage)});
        depth->setEnabled(manifold->changesDepth() && blocks > 1);
        connect(depth, &SizeRow::chosen, this, [this, stage](int count) {
            choose(SetDepth{int(stage), count});
        });
        connectDrag(depth->slider());
        m_stageDepths.push_back(depth);
        column->addWidget(depth);
    }
}

std::size_t ConfigurationPanel::leadingStage() const
{
    const auto& full = m_session.state().manifold->family.full.widths;
    return std::size_t(std::max_element(full.begin(), full.end()) - full.begin());
}

int ConfigurationPanel::widthStep(const Configuration& configuration) const
{
    const Family& family = m_session.state().manifold->family;
    double sum = 0;
    for (std::size_t stage = 0; stage < family.full.widths.size(); ++stage) {
        sum += double(configuration.widths[stage]) / family.full.widths[stage];
    }
    const double mean = sum / double(family.full.widths.size());
    const int leading = family.full.widths[leadingStage()];
    const int step = std::max(1, int(std::lround(mean * leading)));
    // Where all stages go together, the leading one says it exactly.
    const int exact = configuration.widths[leadingStage()];
    return uniformWidths(family, double(exact) / leading, configuration.depths) == configuration
        ? exact
        : step;
}

void ConfigurationPanel::refresh()
{
    const SessionState& state = m_session.state();
    const auto manifold = m_session.manifold();
    setEnabled(manifold != nullptr);
    showNumbers(manifold != nullptr);
    if (!manifold) {
        return;
    }
    const Family& family = manifold->family();
    const Configuration& now = state.current;
    const int leading = family.full.widths[leadingStage()];
    const int step = widthStep(now);
    const double fraction = double(step) / leading;
    const bool uniform = uniformWidths(family, fraction, now.depths) == now;
    {
        const QSignalBlocker quietSlider(m_widthSlider);
        const QSignalBlocker quietField(m_widthField);
        setSpokenScale(m_widthSlider, 100.0 / leading);
        m_widthSlider->setRange(1, std::max(pastFull(leading), step));
        m_widthSlider->setPageStep(std::max(1, leading / 8));
        m_widthSlider->setFullSize(leading);
        m_widthSlider->setTrained(manifold->trained.least.widths[leadingStage()],
                                  manifold->trained.greatest.widths[leadingStage()]);
        m_widthSlider->setValue(step);
        m_widthSlider->setPinned(state.pinned ? std::optional(widthStep(*state.pinned))
                                              : std::nullopt);
        // What was typed stays, as long as it means the size there is.
        const Configuration typed =
            uniformWidths(family, m_widthField->value() / 100, now.depths);
        if (typed != now) {
            m_widthField->setValue(100 * fraction);
        }
    }
    const QString widths = QString::fromStdString(describe(Configuration{now.widths, {}}));
    m_widthNote->setText(uniform ? tr("%1 channels").arg(widths)
                                 : tr("%1 channels (stages differ)").arg(widths));

    const bool depth = changesDepth(family);
    const bool depthChanges = depth && manifold->changesDepth();
    const int deepest = depth ? *std::max_element(family.full.depths.begin(), family.full.depths.end())
                              : 1;
    {
        const QSignalBlocker quietSlider(m_depthSlider);
        const QSignalBlocker quietField(m_depthField);
        const auto deep = [](const Configuration& c) {
            return c.depths.empty() ? 1 : *std::max_element(c.depths.begin(), c.depths.end());
        };
        m_depthSlider->setEnabled(depthChanges);
        m_depthField->setEnabled(depthChanges);
        m_depthSlider->setRange(1, std::max(2, deepest));
        m_depthSlider->setPageStep(1);
        if (depth) {
            const auto& trained = manifold->trained;
            m_depthSlider->setTrained(*std::min_element(trained.least.depths.begin(),
                                                        trained.least.depths.end()),
                                      *std::max_element(trained.greatest.depths.begin(),
                                                        trained.greatest.depths.end()));
        } else {
            m_depthSlider->setTrained(0, 0);
        }
        m_depthSlider->setValue(deep(now));
        m_depthSlider->setPinned(state.pinned && depthChanges ? std::optional(deep(*state.pinned))
                                                              : std::nullopt);
        m_depthField->setMaximum(std::max(1, deepest));
        m_depthField->setValue(deep(now));
    }
    if (depthChanges) {
        const QString blocks = QString::fromStdString(describe(Configuration{now.depths, {}}));
        m_depthNote->setText(tr("%1 blocks").arg(blocks));
    } else {
        m_depthNote->setText(tr("width only: the depth of this manifold is fixed"));
    }

    for (std::size_t stage = 0; stage < m_stageWidths.size(); ++stage) {
        m_stageWidths[stage]->setValue(now.widths[stage]);
        m_stageWidths[stage]->setPinned(state.pinned ? std::optional(state.pinned->widths[stage])
                                                     : std::nullopt);
    }
    for (std::size_t stage = 0; stage < m_stageDepths.size(); ++stage) {
        m_stageDepths[stage]->setValue(now.depths[stage]);
        m_stageDepths[stage]->setPinned(state.pinned ? std::optional(state.pinned->depths[stage])
                                                     : std::nullopt);
    }
    m_range->setUnseen(!isTrained(manifold->trained, now), rangeText(manifold->trained));
    {
        const QSignalBlocker quiet(m_averaging);
        m_averaging->setValue(state.averaging);
    }
    showPin(state.pinned.has_value());
}

void ConfigurationPanel::showNumbers(bool there)
{
    // Numbers of a manifold that is no longer here would be wrong.
    const QString none = there ? QString() : QStringLiteral("–");
    m_widthField->setSpecialValueText(none);
    m_depthField->setSpecialValueText(none);
    m_range->setVisible(there);
    if (there) {
        return;
    }
    const QSignalBlocker quietWidth(m_widthField);
    const QSignalBlocker quietDepth(m_depthField);
    m_widthField->setValue(m_widthField->minimum());
    m_depthField->setValue(m_depthField->minimum());
    for (SizeSlider* slider : {m_widthSlider, m_depthSlider}) {
        const QSignalBlocker quiet(slider);
        slider->setTrained(0, 0);
        slider->setFullSize(0);
        slider->setPinned(std::nullopt);
        slider->setValue(slider->minimum());
    }
    m_widthNote->clear();
    m_depthNote->clear();
    showPin(false);
}

void ConfigurationPanel::showPin(bool pinned)
{
    m_pin->setText(pinned ? tr("Unpin A") : tr("Pin A"));
    m_pin->setIcon(icon(pinned ? QStringLiteral("unpin") : QStringLiteral("pin")));
    m_pin->setAccessibleName(m_pin->text());
    m_swap->setEnabled(pinned);
}

void ConfigurationPanel::choose(const Action& action)
{
    if (!m_session.perform(action)) {
        refresh();   // the controls go back to what is
    }
}

void ConfigurationPanel::chooseWidthStep(int step)
{
    if (!m_session.state().manifold) {
        return;
    }
    const int leading = m_session.state().manifold->family.full.widths[leadingStage()];
    chooseWidthFraction(double(std::clamp(step, 1, maximumWidthFactor * leading)) / leading);
}

void ConfigurationPanel::chooseWidthFraction(double fraction)
{
    if (m_session.state().manifold) {
        choose(SetConfiguration{uniformWidths(m_session.state().manifold->family, fraction,
                                              m_session.state().current.depths)});
    }
}

void ConfigurationPanel::chooseDepth(int blocks)
{
    if (!m_session.state().manifold) {
        return;
    }
    Configuration configuration = m_session.state().current;
    const auto& full = m_session.state().manifold->family.full.depths;
    const int deepest = full.empty() ? 1 : *std::max_element(full.begin(), full.end());
    for (std::size_t stage = 0; stage < configuration.depths.size(); ++stage) {
        configuration.depths[stage] = std::clamp(
            int(std::floor(double(blocks) * full[stage] / deepest + 0.5)), 1, full[stage]);
    }
    choose(SetConfiguration{std::move(configuration)});
}

} // namespace morphospace
