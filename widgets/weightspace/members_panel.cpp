// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/members_panel.h"

#include "core/replay/zoo_model.h"
#include "widgets/figure/number_table_view.h"
#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/model/zoo_text.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/text_button.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_painter.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/member_list.h"
#include "widgets/weightspace/point_cloud_2d.h"
#include "widgets/weightspace/point_cloud_3d.h"
#include "widgets/weightspace/specimen_data.h"

#include <QComboBox>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {

MembersPanel::MembersPanel(SessionModel& session, WeightSpaceModel& model, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    makeViews();
    m_axes = makeAxes();
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_cloud);
    m_stack->addWidget(m_members);
    m_stack->addWidget(m_matrix);
    m_numbers = new NumberTableView;
    m_numbers->setAccessibleName(tr("Numbers behind the members"));
    connect(m_numbers, &NumberTableView::rowActivated, this, [this](int row) {
        if (optionOf(m_session, "weightspace.view") != "matrix") {
            goTo(row); // the markers' rows are no members
        }
    });
    m_stack->addWidget(m_numbers);
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(5, 6, 5, 6);
    column->setSpacing(6);
    column->addWidget(m_stack, 1);
    column->addWidget(m_axes);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);

    connect(&m_session, &SessionModel::zooChanged, this, &MembersPanel::fillZoo);
    connect(&m_session, &SessionModel::stateChanged, this, &MembersPanel::refresh);
    connect(&m_model, &WeightSpaceModel::currentChanged, this, &MembersPanel::moveInCloud);
    connect(&m_model, &WeightSpaceModel::pinnedChanged, this, &MembersPanel::refreshCloud);
    connect(&m_model, &WeightSpaceModel::directionsChanged, this, &MembersPanel::refreshMatrix);
    connect(&m_model, &WeightSpaceModel::glimpseChanged, this, [this] {
        m_map->refreshSpecimen();
        m_cloud->refreshSpecimen();
    });
    fillZoo();
}

void MembersPanel::makeViews()
{
    const auto mark = [this](const std::vector<std::size_t>& list) {
        m_session.perform(
            MarkMembers{optionOf(m_session, "weightspace.marking"), {list.begin(), list.end()}});
    };
    m_map = new PointCloud2D;
    m_map->setAccessibleName(tr("Members of the zoo"));
    m_map->setToolTip(tr("Point at a member to see its letters, click it to go there"));
    m_cloud = new PointCloud3D;
    m_cloud->setAccessibleName(tr("Members of the zoo in three dimensions"));
    m_cloud->setToolTip(
        tr("Drag to turn, point at a member to see its letters, click it to go there"));
    for (CloudView* view : {static_cast<CloudView*>(m_map), static_cast<CloudView*>(m_cloud)}) {
        view->setSpecimen([this](int member) { return glimpse(member); });
        connect(view, &CloudView::memberWanted, this, &MembersPanel::goTo);
        connect(view, &CloudView::selectionWanted, this, mark);
    }
    m_members = new MemberList;
    connect(m_members, &MemberList::memberWanted, this, &MembersPanel::goTo);
    m_matrix = new EntanglementMatrix;
    m_matrix->setAccessibleName(tr("Cosines between directions"));
    m_matrix->setToolTip(
        tr("Choose a pair to make the direction of the row independent of the column's, or not"));
    connect(m_matrix, &EntanglementMatrix::pairChosen, this, [this](int row, int column) {
        if (!m_session.state().zoo || row == column) {
            return;
        }
        const std::vector<std::string> names = directionNames(*m_session.state().zoo);
        if (std::size_t(std::max(row, column)) >= names.size()) {
            return;
        }
        const std::string& name = names[std::size_t(row)];
        const std::string& other = names[std::size_t(column)];
        const auto found = m_session.state().zoo->independent.find(name);
        std::vector<std::string> of = found == m_session.state().zoo->independent.end()
            ? std::vector<std::string>()
            : found->second;
        if (std::erase(of, other) == 0) {
            of.push_back(other);
        }
        m_session.perform(SetIndependent{name, of});
    });
}

QWidget* MembersPanel::makeAxes()
{
    m_x = new ElidingBox;
    m_y = new ElidingBox;
    m_z = new ElidingBox;
    m_colour = new ElidingBox;
    describeControl(m_x, tr("Component to the right"),
                    tr("Which principal component goes from left to right"));
    describeControl(m_y, tr("Component upwards"),
                    tr("Which principal component goes from the bottom to the top"));
    describeControl(m_z, tr("Component into the depth"),
                    tr("Which principal component goes into the depth"));
    describeControl(m_colour, tr("Colour of the members"),
                    tr("Which attribute colours the members"));
    for (int i = 1; i <= 8; ++i) {
        m_x->addItem(tr("→ PC %1").arg(i), QString::number(i));
        m_y->addItem(tr("↑ PC %1").arg(i), QString::number(i));
        m_z->addItem(tr("↗ PC %1").arg(i), QString::number(i));
    }
    for (const std::string_view attribute : typefaceAttributes) {
        const std::string name(attribute);
        m_colour->addItem(directionText(name), QString::fromStdString(name));
    }
    m_colour->addItem(tr("Fit"), QStringLiteral("fit"));
    m_colour->addItem(tr("No colours"), QStringLiteral("none"));
    chooseIn(m_x, m_session, "weightspace.x");
    chooseIn(m_y, m_session, "weightspace.y");
    chooseIn(m_z, m_session, "weightspace.z");
    chooseIn(m_colour, m_session, "weightspace.colour");
    m_lasso = makeTextButton(
        QStringLiteral("lasso"), tr("Lasso"),
        tr("Dragging marks the members inside a line as a group, for a direction of your own"));
    m_lasso->setCheckable(true);
    connect(m_lasso, &QToolButton::toggled, this,
            [this](bool on) { m_map->setTool(on ? CloudTool::Lasso : CloudTool::Move); });
    m_marking = new QToolButton;
    connect(m_marking, &QToolButton::clicked, this, [this] {
        chooseOption(m_session, "weightspace.marking",
                     optionOf(m_session, "weightspace.marking") == "A" ? "B" : "A");
    });
    m_all = makeTextButton(QStringLiteral("full-size"), tr("All"), tr("Shows all members"));
    connect(m_all, &QToolButton::clicked, m_map, &PointCloud2D::showAll);
    auto* axes = new ButtonRow;
    axes->addWidget(m_x);
    axes->addWidget(m_y);
    axes->addWidget(m_z);
    axes->addWidget(m_colour);
    axes->addStretch();
    axes->addWidget(m_lasso);
    axes->addWidget(m_marking);
    axes->addWidget(m_all);
    m_table = makeTextButton(QStringLiteral("table"), tr("Table"),
                             tr("Shows the numbers instead of the picture"));
    m_table->setCheckable(true);
    connect(m_table, &QToolButton::clicked, this, [this](bool table) {
        chooseOption(m_session, "weightspace.form", table ? "table" : "figure");
    });
    axes->addWidget(m_table);
    return axes;
}

void MembersPanel::fillZoo()
{
    QStringList names;
    if (const auto zoo = m_session.zoo()) {
        names = memberNames(*zoo);
    }
    m_members->setNames(names);
    refresh();
    refreshMatrix();
}

void MembersPanel::refresh()
{
    const std::string view = optionOf(m_session, "weightspace.view");
    const bool table = view != "members" && optionOf(m_session, "weightspace.form") == "table";
    m_stack->setCurrentIndex(table                   ? 4
                                 : view == "cloud"   ? 1
                                 : view == "members" ? 2
                                 : view == "matrix"  ? 3
                                                     : 0);
    const bool clouds = view == "map" || view == "cloud";
    const std::pair<QWidget*, bool> controls[] = {{m_x, clouds},
                                                  {m_y, clouds},
                                                  {m_z, view == "cloud"},
                                                  {m_colour, clouds},
                                                  {m_marking, clouds && !table},
                                                  {m_lasso, view == "map" && !table},
                                                  {m_all, view == "map" && !table}};
    // First those that go: a row never has to hold both.
    for (const bool shown : {false, true}) {
        for (const auto& [control, wanted] : controls) {
            if (wanted == shown) {
                control->setVisible(wanted);
            }
        }
    }
    m_axes->setVisible(view != "members");
    m_table->setChecked(table);
    showIn(m_x, m_session, "weightspace.x");
    showIn(m_y, m_session, "weightspace.y");
    showIn(m_z, m_session, "weightspace.z");
    showIn(m_colour, m_session, "weightspace.colour");
    const QString group = QString::fromStdString(optionOf(m_session, "weightspace.marking"));
    m_marking->setText(group);
    describeControl(m_marking, tr("Marking group %1").arg(group),
                    tr("Which group the lasso marks: press to change between A and B"));
    const auto& state = m_session.state().zoo;
    if (!state || !m_session.zoo()) {
        return;
    }
    if (state->current.place.kind == ZooPlaceKind::Member) {
        m_members->setCurrent(state->current.place.member);
    }
    refreshCloud();
}

CloudData MembersPanel::cloud() const
{
    CloudData data;
    const auto zoo = m_session.zoo();
    const auto& state = m_session.state().zoo;
    if (!zoo || !state) {
        return data;
    }
    const auto componentOf = [&](const char* name) {
        const int chosen = QString::fromStdString(optionOf(m_session, name)).toInt() - 1;
        return std::min(chosen, int(zoo->space().size()) - 1);
    };
    const std::array<int, 3> shown{componentOf("weightspace.x"), componentOf("weightspace.y"),
                                   componentOf("weightspace.z")};
    const auto placeOf = [&](std::span<const float> z) {
        CloudPlace place{};
        for (std::size_t i = 0; i < 3; ++i) {
            place[i] = std::size_t(shown[i]) < z.size() ? z[std::size_t(shown[i])] : 0;
        }
        return place;
    };
    for (std::size_t i = 0; i < 3; ++i) {
        data.axes[i] = {shown[i],
                        zoo->space().totalVariance > 0
                            ? zoo->space().variances[std::size_t(shown[i])]
                                / zoo->space().totalVariance
                            : 0};
    }
    const std::string colour = optionOf(m_session, "weightspace.colour");
    const auto attribute = std::ranges::find(typefaceAttributes, colour);
    if (attribute != typefaceAttributes.end()) {
        data.valueTitle = directionText(colour);
    } else if (colour == "fit") {
        data.valueTitle = tr("Fit");
    }
    const auto& members = zoo->members();
    data.names = memberNames(*zoo);
    for (std::size_t i = 0; i < members.size(); ++i) {
        data.places.push_back(placeOf(zoo->coefficients().row(i)));
        if (attribute != typefaceAttributes.end()) {
            data.values.push_back(
                members[i].measures[std::size_t(attribute - typefaceAttributes.begin())]);
        } else if (colour == "fit") {
            data.values.push_back(members[i].fit);
        }
    }
    if (!state->groupA.empty() || !state->groupB.empty()) {
        data.groups.assign(members.size(), CloudGroup::None);
        for (const int member : state->groupA) {
            data.groups[std::size_t(member)] = CloudGroup::A;
        }
        for (const int member : state->groupB) {
            data.groups[std::size_t(member)] = CloudGroup::B;
        }
        const auto& active =
            optionOf(m_session, "weightspace.marking") == "A" ? state->groupA : state->groupB;
        data.selected.assign(active.begin(), active.end());
    }
    const std::vector<float> base = coefficientsOf(*zoo, state->current.place);
    data.base = placeOf(base);
    if (state->current.place.kind == ZooPlaceKind::Member) {
        data.baseMember = state->current.place.member;
    }
    const auto drawn = m_model.current();
    data.current =
        drawn && drawn->model == state->current ? placeOf(drawn->coefficients) : data.base;
    if (const auto pinned = m_model.pinned(); pinned && state->pinned) {
        data.pinned = placeOf(pinned->coefficients);
    }
    return data;
}

void MembersPanel::refreshCloud()
{
    if (!isVisible() || !m_session.zoo()) {
        return;
    }
    const std::string view = optionOf(m_session, "weightspace.view");
    const ZooState& state = *m_session.state().zoo;
    Shown shown{m_session.zoo().get(),
                state.pinned ? m_model.pinned().get() : nullptr,
                view,
                state.current.place,
                state.groupA,
                state.groupB};
    for (const char* name : {"weightspace.x", "weightspace.y", "weightspace.z",
                             "weightspace.colour", "weightspace.marking", "weightspace.form"}) {
        shown.options += ' ' + optionOf(m_session, name);
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = std::move(shown);
    fillNumbers();
    if (view == "map") {
        m_map->setData(cloud());
    } else if (view == "cloud") {
        m_cloud->setData(cloud());
    }
}

void MembersPanel::moveInCloud()
{
    refreshCloud();
    const auto drawn = m_model.current();
    if (!isVisible() || !m_session.zoo() || !drawn) {
        return;
    }
    const std::string view = optionOf(m_session, "weightspace.view");
    CloudPlace place{};
    const char* names[] = {"weightspace.x", "weightspace.y", "weightspace.z"};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto component =
            std::min(QString::fromStdString(optionOf(m_session, names[i])).toULongLong(),
                     qulonglong(drawn->coefficients.size()));
        place[i] = component > 0 ? drawn->coefficients[component - 1] : 0;
    }
    if (!drawn->coarse) {
        fillNumbers();
    }
    if (view == "map") {
        m_map->setCurrent(place);
    } else if (view == "cloud") {
        m_cloud->setCurrent(place);
    }
}

void MembersPanel::refreshMatrix()
{
    EntanglementData data;
    if (const auto found = m_model.directions()) {
        for (const Direction& direction : found->list) {
            data.names += directionText(direction.name);
        }
        data.cosines.assign(found->cosines.values.begin(), found->cosines.values.end());
        if (!found->independent.empty()) {
            data.note = tr("after de-biasing");
        }
    }
    m_matrix->setData(std::move(data));
    fillNumbers();
}

void MembersPanel::fillNumbers()
{
    const std::string view = optionOf(m_session, "weightspace.view");
    // Also where the picture is seen: who cannot see it has them beside it.
    if (!isVisible() || !m_session.zoo()) {
        return;
    }
    if (view == "matrix") {
        const Figure figure = entanglementFigure(m_matrix->data());
        m_numbers->setNumbers(figure.numbers.isEmpty() ? NumberTable() : figure.numbers.first(),
                              {tr("direction"), tr("other"), tr("cosine")});
        return;
    }
    if (view == "members") {
        return;
    }
    const CloudData data = cloud();
    const std::size_t axes = view == "cloud" ? 3 : 2;
    NumberTable table;
    QStringList headings{tr("name")};
    table.columns = QStringList{QStringLiteral("name")};
    for (std::size_t axis = 0; axis < axes; ++axis) {
        table.columns += QStringLiteral("place_%1").arg(axis + 1);
        headings += axisName(data.axes[axis]);
    }
    if (data.hasValues()) {
        table.columns += QStringLiteral("value");
        headings += data.valueTitle;
    }
    if (!data.groups.empty()) {
        table.columns += QStringLiteral("group");
        headings += tr("group");
    }
    const auto addRow = [&](const QString& name, const CloudPlace& place, const QVariant& value,
                            const QString& group) {
        QVariantList row{name};
        for (std::size_t axis = 0; axis < axes; ++axis) {
            row += double(place[axis]);
        }
        if (data.hasValues()) {
            row += value;
        }
        if (!data.groups.empty()) {
            row += group;
        }
        table.rows += row;
    };
    for (std::size_t i = 0; i < data.size(); ++i) {
        const CloudGroup group = data.groupOf(i);
        addRow(data.names.value(qsizetype(i)), data.places[i],
               data.hasValues() ? QVariant(data.values[i]) : QVariant(),
               group == CloudGroup::A       ? QStringLiteral("A")
                   : group == CloudGroup::B ? QStringLiteral("B")
                                            : QString());
    }
    if (data.pinned) {
        addRow(tr("model A"), *data.pinned, {}, {});
    }
    if (data.current) {
        addRow(tr("model B"), *data.current, {}, {});
    }
    m_numbers->setNumbers(table, headings);
}

void MembersPanel::goTo(int member)
{
    const auto zoo = m_session.zoo();
    if (!zoo || member < 0 || std::size_t(member) >= zoo->members().size()) {
        return;
    }
    m_model.setWalking(false);
    ZooPlace place;
    place.kind = ZooPlaceKind::Member;
    place.member = member;
    place.name = zoo->members()[std::size_t(member)].name();
    m_session.perform(SetPlace{place});
}

QImage MembersPanel::glimpse(int member)
{
    const DrawnLetters* letters = m_model.glimpseOf(member);
    if (letters == nullptr) {
        return {};
    }
    const SpecimenColours colours = specimenColours(currentTheme());
    constexpr int side = 64;
    const int count = int(letters->letters.size());
    QImage picture(count * side, side, QImage::Format_RGB32);
    picture.fill(colours.paper);
    QPainter painter(&picture);
    for (int i = 0; i < count; ++i) {
        const auto cell = std::span(letters->pixels).subspan(std::size_t(i) * 784, 784);
        painter.drawImage(i * side, 0,
                          inked(enlargedLetter(cell, side), colours.ink, colours.paper));
    }
    return picture;
}

void MembersPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_shown = {};
    refresh();
}

} // namespace morphospace
