// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_controls.h"

#include "core/replay/zoo_model.h"
#include "widgets/model/zoo_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/field_undo.h"
#include "widgets/shared/icon.h"
#include "widgets/weightspace/direction_slider.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace morphospace {
namespace {

constexpr int shareSteps = 100;
constexpr double widestSlider = 6; // sigma: farther is for those who type

/// Where the members' extremes lie, counted from the place that is pushed.
std::pair<double, double> extremesOf(const TypefaceZoo& zoo, std::size_t attribute,
                                     const TypefaceMeasures* still)
{
    const auto [mean, deviation] = zoo.attributeLaw(attribute);
    if (!(deviation > 0)) {
        return {0, 0};
    }
    const double from = still != nullptr ? (*still)[attribute] : mean;
    double least = 0, greatest = 0;
    bool first = true;
    for (const ZooMember& member : zoo.members()) {
        const double at = (member.measures[attribute] - from) / deviation;
        least = first ? at : std::min(least, at);
        greatest = first ? at : std::max(greatest, at);
        first = false;
    }
    return {least, greatest};
}

QVBoxLayout* columnIn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    return column;
}

} // namespace

WeightSpaceControls::WeightSpaceControls(SessionModel& session, WeightSpaceModel& model,
                                         QWidget* parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    auto* content = new PageContent;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Directions")), 1);
    m_reset = new QPushButton(tr("Reset"));
    describeControl(m_reset, tr("Reset all directions"), tr("Takes every push back to zero"));
    head->addWidget(m_reset);
    column->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(6);
    column->addLayout(m_rows);
    column->addWidget(
        makeNote(tr("⊥ de-biases: this direction without what it shares with the others")));
    m_pathBox = makePathBox();
    column->addWidget(m_pathBox);
    column->addWidget(makeInjectionBox());
    m_ownBox = makeOwnBox();
    column->addWidget(m_ownBox);
    column->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new ContentScroll(content);
    outer->addWidget(m_scroll);
    m_closed = makeNote(tr("No zoo is open."));
    m_closed->setContentsMargins(12, 10, 12, 10);
    m_closed->setAlignment(Qt::AlignTop);
    outer->addWidget(m_closed, 1);

    connect(m_reset, &QPushButton::clicked, this, [this] { m_session.perform(ResetDirections{}); });
    connect(&m_session, &SessionModel::stateChanged, this, &WeightSpaceControls::refresh);
    connect(&m_session, &SessionModel::zooChanged, this, &WeightSpaceControls::refresh);
    connect(&m_model, &WeightSpaceModel::currentChanged, this, &WeightSpaceControls::refresh);
    connect(&m_model, &WeightSpaceModel::directionsChanged, this, &WeightSpaceControls::refresh);
    connect(&m_model, &WeightSpaceModel::walkingChanged, this, &WeightSpaceControls::refresh);
    refresh();
}

QWidget* WeightSpaceControls::makePathBox()
{
    auto* box = new QWidget;
    auto* column = columnIn(box);
    column->addWidget(makeHeading(tr("Path")));
    m_path = makeNote();
    column->addWidget(m_path);
    m_play = new QToolButton;
    describeControl(m_play, tr("Walk the path"),
                    tr("Walks on to the end of the path, or again from its begin"));
    m_share = new QSlider(Qt::Horizontal);
    m_share->setRange(0, shareSteps);
    m_share->setPageStep(10);
    describeControl(
        m_share, tr("Share of the path"),
        tr("How far the model stands on the way from one member to the other, in percent"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_play);
    row->addWidget(m_share, 1);
    column->addLayout(row);
    connect(m_play, &QToolButton::clicked, this,
            [this] { m_model.setWalking(!m_model.isWalking()); });
    connect(m_share, &QSlider::sliderPressed, this, [this] {
        m_model.setWalking(false);
        m_session.beginDrag();
    });
    connect(m_share, &QSlider::sliderReleased, &m_session, &SessionModel::endDrag);
    connect(m_share, &QSlider::valueChanged, this, [this](int value) {
        if (m_session.state().zoo) {
            ZooPlace place = m_session.state().zoo->current.place;
            place.share = double(value) / shareSteps;
            m_session.perform(SetPlace{place});
        }
    });
    return box;
}

QWidget* WeightSpaceControls::makeInjectionBox()
{
    auto* box = new QWidget;
    auto* column = columnIn(box);
    column->addWidget(makeHeading(tr("Edit acts from step")));
    m_injection = new QSlider(Qt::Horizontal);
    m_injection->setRange(0, 1000);
    m_injection->setSingleStep(10);
    m_injection->setPageStep(100);
    m_injectionField = new QSpinBox;
    m_injectionField->setRange(0, 1000);
    m_injectionField->setKeyboardTracking(false);
    m_injectionField->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_injectionField->setAlignment(Qt::AlignRight);
    leaveUndoToWindow(m_injectionField);
    const QString tip =
        tr("Delayed injection: letters are drawn from noise in time steps 1000 to 0, and the "
           "pushes act from this one on. Lower keeps more of what was there.");
    describeControl(m_injection, tr("Edit acts from time step"), tip);
    describeControl(m_injectionField, tr("Edit acts from time step, typed"), tip);
    auto* row = new QHBoxLayout;
    row->addWidget(m_injection, 1);
    row->addWidget(m_injectionField);
    column->addLayout(row);
    connect(m_injection, &QSlider::sliderPressed, this, [this] {
        m_model.setWalking(false);
        m_session.beginDrag();
    });
    connect(m_injection, &QSlider::sliderReleased, &m_session, &SessionModel::endDrag);
    connect(m_injection, &QSlider::valueChanged, this,
            [this](int value) { m_session.perform(SetInjection{value}); });
    connect(m_injectionField, &QSpinBox::valueChanged, this,
            [this](int value) { m_session.perform(SetInjection{value}); });
    return box;
}

QWidget* WeightSpaceControls::makeOwnBox()
{
    auto* box = new QWidget;
    auto* column = columnIn(box);
    column->addWidget(makeHeading(tr("Direction of your own")));
    m_groups = makeNote();
    column->addWidget(m_groups);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("direction-name"));
    m_name->setMaxLength(30);
    m_name->setPlaceholderText(tr("Name"));
    describeControl(m_name, tr("Name of the direction"),
                    tr("What the direction from group A to group B is called"));
    m_make = new QPushButton(tr("Make"));
    describeControl(
        m_make, tr("Make the direction"),
        tr("Makes a slider that leads from the members of group A to those of group B"));
    m_clear = new QPushButton(tr("Clear"));
    describeControl(m_clear, tr("Clear the groups"), tr("Marks no member any more"));
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->addWidget(m_make);
    row->addWidget(m_clear);
    row->addStretch();
    column->addLayout(row);
    connect(m_make, &QPushButton::clicked, this, &WeightSpaceControls::make);
    connect(m_name, &QLineEdit::returnPressed, this, &WeightSpaceControls::make);
    connect(m_name, &QLineEdit::textChanged, this, &WeightSpaceControls::refresh);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_session.perform(MarkMembers{"A", {}});
        m_session.perform(MarkMembers{"B", {}});
    });
    return box;
}

void WeightSpaceControls::make()
{
    const auto& state = m_session.state().zoo;
    const QString name = m_name->text().trimmed();
    if (!state || name.isEmpty() || state->groupA.empty() || state->groupB.empty()) {
        return;
    }
    if (m_session.perform(MakeDirection{{name.toStdString(), state->groupA, state->groupB}})) {
        m_name->clear();
    }
}

DirectionSlider* WeightSpaceControls::sliderOf(const std::string& direction) const
{
    const auto found = std::ranges::find(m_names, direction);
    return found == m_names.end() ? nullptr : m_sliders[std::size_t(found - m_names.begin())];
}

void WeightSpaceControls::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of them may be calling
        }
        delete item;
    }
    m_sliders.clear();
    const std::size_t measured =
        m_session.state().zoo ? m_session.state().zoo->zoo.attributes.size() : 0;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        auto* slider = new DirectionSlider;
        const std::string name = m_names[i];
        slider->setDebiasTip(
            tr("Moves along the part of this direction that the measured others do not have"));
        connect(slider, &DirectionSlider::dragBegan, this, [this] {
            m_model.setWalking(false);
            m_session.beginDrag();
        });
        connect(slider, &DirectionSlider::dragEnded, &m_session, &SessionModel::endDrag);
        connect(slider, &DirectionSlider::amountWanted, this, [this, name](double amount) {
            const double sigma =
                std::clamp(std::round(amount * 100) / 100, -largestPush, largestPush);
            m_session.perform(SetDirection{name, sigma});
        });
        connect(slider, &DirectionSlider::debiasWanted, this, [this, name](bool wanted) {
            std::vector<std::string> others;
            if (wanted && m_session.state().zoo) {
                for (const std::string& other : m_session.state().zoo->zoo.attributes) {
                    if (other != name) {
                        others.push_back(other);
                    }
                }
            }
            m_session.perform(SetIndependent{name, others});
        });
        m_sliders.push_back(slider);
        if (i < measured) {
            m_rows->addWidget(slider);
            continue;
        }
        auto* remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("cancel")));
        describeControl(remove, tr("Remove the direction %1").arg(QString::fromStdString(name)),
                        tr("Removes this direction and what models are pushed along it"));
        connect(remove, &QToolButton::clicked, this,
                [this, name] { m_session.perform(RemoveDirection{name}); });
        auto* own = new QWidget;
        auto* row = new QHBoxLayout(own);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(slider, 1);
        row->addWidget(remove, 0, Qt::AlignTop);
        m_rows->addWidget(own);
    }
}

void WeightSpaceControls::refresh()
{
    const auto zoo = m_session.zoo();
    const auto& state = m_session.state().zoo;
    const std::vector<std::string> names =
        zoo && state ? directionNames(*state) : std::vector<std::string>();
    if (names != m_names) {
        m_names = names;
        rebuild();
    }
    // Nothing to turn where there is nothing.
    m_scroll->setVisible(zoo && state);
    m_closed->setVisible(!zoo || !state);
    if (!zoo || !state) {
        m_pathBox->hide();
        return;
    }
    const auto drawn = m_model.current();
    const TypefaceMeasures* still =
        drawn && drawn->still && drawn->model.place == state->current.place ? &*drawn->still
                                                                            : nullptr;
    const auto found = m_model.directions();
    if (m_from.empty() || !(state->current.place == m_place) || zoo->hash() != m_zooHash) {
        m_place = state->current.place;
        m_zooHash = zoo->hash();
        m_from = coefficientsOf(*zoo, m_place);
    }
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const std::string& name = m_names[i];
        DirectionState shown;
        shown.name = directionText(name);
        const auto amountOf = [&name](const ZooModel& model) {
            const auto push = model.pushes.find(name);
            return push == model.pushes.end() ? 0.0 : push->second;
        };
        shown.amount = amountOf(state->current);
        if (state->pinned) {
            shown.pinned = amountOf(*state->pinned);
        }
        const auto attribute = std::ranges::find(typefaceAttributes, name);
        if (attribute != typefaceAttributes.end() && zoo->calibrations().contains(name)) {
            if (found && i < found->list.size() && found->list[i].name == name) {
                const UsefulRange useful = usefulRange(*zoo, m_from, found->list[i]);
                shown.usefulLeast = useful.least;
                shown.usefulGreatest = useful.greatest;
            }
            std::tie(shown.membersLeast, shown.membersGreatest) =
                extremesOf(*zoo, std::size_t(attribute - typefaceAttributes.begin()), still);
        } else if (found && i < found->list.size() && found->list[i].name == name) {
            shown.membersLeast = found->list[i].least;
            shown.membersGreatest = found->list[i].greatest;
        }
        const double widest =
            std::clamp(std::max({3.0, std::abs(shown.usefulLeast), std::abs(shown.usefulGreatest)}),
                       3.0, widestSlider);
        shown.least = -std::ceil(widest);
        shown.greatest = std::ceil(widest);
        shown.debiased = state->independent.contains(name);
        shown.canDebias = state->zoo.attributes.size() > 1;
        if (!(m_sliders[i]->state() == shown)) {
            m_sliders[i]->setState(shown);
        }
    }
    m_reset->setEnabled(!state->current.pushes.empty());

    const bool onPath = state->current.place.kind == ZooPlaceKind::Path;
    m_pathBox->setVisible(onPath);
    if (onPath) {
        const ZooPlace& place = state->current.place;
        m_path->setText(
            tr("From %1 to %2")
                .arg(QString::fromStdString(place.name), QString::fromStdString(place.otherName)));
        const QSignalBlocker quiet(m_share);
        m_share->setValue(int(std::lround(place.share * shareSteps)));
        m_play->setIcon(
            icon(m_model.isWalking() ? QStringLiteral("pause") : QStringLiteral("play")));
        describeControl(m_play, m_model.isWalking() ? tr("Stop") : tr("Walk the path"),
                        m_model.isWalking()
                            ? tr("Stops where the model stands now")
                            : tr("Walks on to the end of the path, or again from its begin"));
    }
    const QSignalBlocker quietSlider(m_injection);
    const QSignalBlocker quietField(m_injectionField);
    m_injection->setValue(state->current.from);
    m_injectionField->setValue(state->current.from);
    m_groups->setText(state->groupA.empty() && state->groupB.empty()
                          ? tr("Mark members with the lasso of the map: some as group A, others as "
                               "group B. The direction leads from A to B.")
                          : tr("Group A: %1 members, group B: %2 members")
                                .arg(state->groupA.size())
                                .arg(state->groupB.size()));
    const bool both = !state->groupA.empty() && !state->groupB.empty();
    m_name->setEnabled(both);
    m_make->setEnabled(both && !m_name->text().trimmed().isEmpty());
    m_clear->setEnabled(!state->groupA.empty() || !state->groupB.empty());
}

} // namespace morphospace
