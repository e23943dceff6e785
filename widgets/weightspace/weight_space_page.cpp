// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_page.h"

#include "core/datasets/glyph_raster.h"
#include "core/replay/zoo_model.h"
#include "widgets/model/step_text.h"
#include "widgets/model/zoo_text.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/elided_label.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/field_undo.h"
#include "widgets/shared/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_painter.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/invert_dialog.h"
#include "widgets/weightspace/member_dialog.h"
#include "widgets/weightspace/member_list.h"
#include "widgets/weightspace/point_cloud_2d.h"
#include "widgets/weightspace/point_cloud_3d.h"
#include "widgets/weightspace/specimen_sheet.h"
#include "widgets/weightspace/weight_space_inspector.h"
#include "widgets/weightspace/zoo_export_dialog.h"
#include "widgets/welcome/welcome_page.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace morphospace {
namespace {

QToolButton* makeButton(const QString& iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(button, text, tip);
    return button;
}

bool isFont(const QString& file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == u"ttf" || ending == u"otf" || ending == u"ttc" || ending == u"otc"
        || ending == u"pfb" || ending == u"woff";
}

SpecimenModel modelOf(const DrawnModel& drawn, const QString& title)
{
    SpecimenModel model;
    model.title = title;
    for (const DrawnLetters& letters : drawn.drawings) {
        model.drawings.push_back({letters.letters, letters.pixels, letters.readAs, letters.seed});
    }
    return model;
}

} // namespace

WeightSpacePage::WeightSpacePage(SessionModel& session, WeightSpaceModel& model, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
{
    setAcceptDrops(true);
    auto* full = new QWidget;
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(makeTop());
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("weightspace-split"));
    split->setChildrenCollapsible(false);
    split->addWidget(makeSpace());
    split->addWidget(makeLetters());
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 5);
    column->addWidget(split, 1);
    m_whole = new QStackedWidget;
    m_whole->addWidget(makeEmpty());
    m_whole->addWidget(full);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_whole);

    connect(&m_session, &SessionModel::zooChanged, this, &WeightSpacePage::fillZoo);
    connect(&m_session, &SessionModel::stateChanged, this, &WeightSpacePage::showOptions);
    connect(&m_model, &WeightSpaceModel::currentChanged, this, [this] {
        refreshSheet();
        moveInCloud();
    });
    connect(&m_model, &WeightSpaceModel::pinnedChanged, this, [this] {
        refreshSheet();
        refreshCloud();
    });
    connect(&m_model, &WeightSpaceModel::directionsChanged, this, &WeightSpacePage::refreshMatrix);
    connect(&m_model, &WeightSpaceModel::glimpseChanged, this, [this] {
        m_map->refreshSpecimen();
        m_cloud->refreshSpecimen();
    });
    connect(&m_model, &WeightSpaceModel::problem, this, &WeightSpacePage::problem);
    connect(&m_model, &WeightSpaceModel::told, this, &WeightSpacePage::told);
    fillZoo();
}

WeightSpacePage::~WeightSpacePage()
{
    m_model.setWatched(false);
    m_model.disconnect(this);
}

QWidget* WeightSpacePage::makeTop()
{
    auto* row = new ButtonRow;
    m_views = new QButtonGroup(this);
    const struct {
        const char* view;
        QString text;
        QString tip;
    } kinds[] = {{"map", tr("Map"), tr("Members as points at two components: point at one to see its letters, "
                                       "click to go there")},
                 {"cloud", tr("3-D"), tr("The same at three components, to be turned")},
                 {"members", tr("Members"), tr("Members by name")},
                 {"matrix", tr("Entanglement"), tr("How much directions have in common")}};
    for (const auto& kind : kinds) {
        auto* button = new QToolButton;
        button->setText(kind.text);
        button->setCheckable(true);
        button->setProperty("view", QString::fromLatin1(kind.view));
        describeControl(button, kind.text, kind.tip);
        m_views->addButton(button);
        row->addWidget(button);
    }
    connect(m_views, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        choose("weightspace.view", button->property("view").toString().toStdString());
    });
    row->addStretch();

    m_sample = makeButton(QStringLiteral("sweep"), tr("Sample"),
                          tr("Draws a new model at random; the arrow has how"));
    m_sample->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(m_sample);
    const auto addChoices = [this, menu](const char* name, const QString& title) {
        auto* choices = menu->addMenu(title);
        auto* group = new QActionGroup(choices);
        for (const SessionOption& known : sessionOptions()) {
            if (known.name != name) {
                continue;
            }
            std::vector<std::string> values(known.accepted.begin(), known.accepted.end());
            std::ranges::stable_sort(values, [](const std::string& a, const std::string& b) {
                const double x = QString::fromStdString(a).toDouble();
                const double y = QString::fromStdString(b).toDouble();
                return x < y;
            });
            for (const std::string& value : values) {
                auto* action = choices->addAction(optionValueText(name, value), this,
                                                  [this, name, value] { choose(name, value); });
                action->setCheckable(true);
                action->setData(QString::fromStdString(value));
                group->addAction(action);
            }
        }
        connect(choices, &QMenu::aboutToShow, this, [this, group, name] {
            for (QAction* action : group->actions()) {
                action->setChecked(action->data().toString().toStdString() == option(name));
            }
        });
    };
    addChoices("weightspace.sampling", tr("Drawn by"));
    addChoices("weightspace.spread", tr("Spread"));
    addChoices("weightspace.components", tr("Components"));
    m_sample->setMenu(menu);
    connect(m_sample, &QToolButton::clicked, &m_model, &WeightSpaceModel::sample);
    auto* average = makeButton(QStringLiteral("full-size"), tr("Average"),
                               tr("Goes to the middle of all members"));
    connect(average, &QToolButton::clicked, this, [this] {
        m_model.setWalking(false);
        m_session.perform(SetPlace{});
    });
    m_walk = makeButton(QStringLiteral("play"), tr("Walk…"),
                        tr("Walks from this member to another one, through all that lies between"));
    connect(m_walk, &QToolButton::clicked, this, &WeightSpacePage::walk);
    auto* invert = makeButton(QStringLiteral("note"), tr("Invert…"),
                              tr("Finds the model that draws a few letters: yours, of a picture or of a font"));
    connect(invert, &QToolButton::clicked, this, &WeightSpacePage::askForLetters);
    auto* customise = makeButton(QStringLiteral("open"), tr("Customise font…"),
                                 tr("Makes a font file of yours a model of this space, by all its letters"));
    connect(customise, &QToolButton::clicked, this, &WeightSpacePage::askForFont);
    auto* figure = makeButton(QStringLiteral("export-figure"), tr("Figure…"),
                              tr("Shows the letters as they will be on paper, and writes them as SVG, PDF or PNG"));
    connect(figure, &QToolButton::clicked, this, [this] { Q_EMIT figureWanted(QStringLiteral("specimen")); });
    auto* write = makeButton(QStringLiteral("export-checkpoint"), tr("Export…"),
                             tr("Writes this model as an adapter or with its weights merged, or samples"));
    connect(write, &QToolButton::clicked, this, &WeightSpacePage::exportAs);
    for (QToolButton* button : {m_sample, average, m_walk, invert, customise, figure, write}) {
        row->addWidget(button);
    }
    return row;
}

QWidget* WeightSpacePage::makeSpace()
{
    m_map = new PointCloud2D;
    m_map->setAccessibleName(tr("Members of the zoo"));
    m_map->setToolTip(tr("Point at a member to see its letters, click it to go there"));
    m_map->setSpecimen([this](int member) { return glimpse(member); });
    connect(m_map, &PointCloud2D::memberWanted, this, &WeightSpacePage::goTo);
    connect(m_map, &PointCloud2D::selectionWanted, this, [this](const std::vector<std::size_t>& list) {
        m_session.perform(MarkMembers{option("weightspace.marking"), {list.begin(), list.end()}});
    });
    m_cloud = new PointCloud3D;
    m_cloud->setAccessibleName(tr("Members of the zoo in three dimensions"));
    m_cloud->setToolTip(tr("Drag to turn, point at a member to see its letters, click it to go there"));
    m_cloud->setSpecimen([this](int member) { return glimpse(member); });
    connect(m_cloud, &PointCloud3D::memberWanted, this, &WeightSpacePage::goTo);
    connect(m_cloud, &PointCloud3D::selectionWanted, this, [this](const std::vector<std::size_t>& list) {
        m_session.perform(MarkMembers{option("weightspace.marking"), {list.begin(), list.end()}});
    });
    m_members = new MemberList;
    connect(m_members, &MemberList::memberWanted, this, &WeightSpacePage::goTo);
    m_matrix = new EntanglementMatrix;
    m_matrix->setAccessibleName(tr("Cosines between directions"));
    m_matrix->setToolTip(tr("Choose a pair to make the direction of the row independent of the column's, or not"));
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
        std::vector<std::string> of =
            found == m_session.state().zoo->independent.end() ? std::vector<std::string>() : found->second;
        if (std::erase(of, other) == 0) {
            of.push_back(other);
        }
        m_session.perform(SetIndependent{name, of});
    });

    m_x = new ElidingBox;
    m_y = new ElidingBox;
    m_z = new ElidingBox;
    m_colour = new ElidingBox;
    describeControl(m_x, tr("Component to the right"), tr("Which component goes from left to right"));
    describeControl(m_y, tr("Component upwards"), tr("Which component goes from the bottom to the top"));
    describeControl(m_z, tr("Component into the depth"), tr("Which component goes into the depth"));
    describeControl(m_colour, tr("Colour of the members"), tr("Which attribute colours the members"));
    for (int i = 1; i <= 8; ++i) {
        m_x->addItem(tr("→ component %1").arg(i), QString::number(i));
        m_y->addItem(tr("↑ component %1").arg(i), QString::number(i));
        m_z->addItem(tr("↗ component %1").arg(i), QString::number(i));
    }
    for (const std::string_view attribute : typefaceAttributes) {
        const std::string name(attribute);
        m_colour->addItem(tr("Colour: %1").arg(directionText(name)), QString::fromStdString(name));
    }
    m_colour->addItem(tr("Colour: fit"), QStringLiteral("fit"));
    m_colour->addItem(tr("No colours"), QStringLiteral("none"));
    const auto follow = [this](QComboBox* box, const char* name) {
        connect(box, &QComboBox::activated, this,
                [this, box, name] { choose(name, box->currentData().toString().toStdString()); });
    };
    follow(m_x, "weightspace.x");
    follow(m_y, "weightspace.y");
    follow(m_z, "weightspace.z");
    follow(m_colour, "weightspace.colour");
    m_lasso = makeButton(QStringLiteral("sweep"), tr("Lasso"),
                             tr("Dragging marks the members inside a line as a group, for a direction of your own"));
    m_lasso->setCheckable(true);
    connect(m_lasso, &QToolButton::toggled, this,
            [this](bool on) { m_map->setTool(on ? CloudTool::Lasso : CloudTool::Move); });
    m_marking = new QToolButton;
    connect(m_marking, &QToolButton::clicked, this, [this] {
        choose("weightspace.marking", option("weightspace.marking") == "A" ? "B" : "A");
    });
    m_all = makeButton(QStringLiteral("full-size"), tr("All"), tr("Shows all members"));
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
    m_axes = axes;

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_cloud);
    m_stack->addWidget(m_members);
    m_stack->addWidget(m_matrix);
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_stack, 1);
    column->addWidget(m_axes);
    return card;
}

QWidget* WeightSpacePage::makeLetters()
{
    m_title = new ElidedLabel;
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_word = new QLineEdit;
    m_word->setMaxLength(int(longestWord));
    m_word->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z][A-Za-z ]*")), m_word));
    m_word->setMinimumWidth(90);
    describeControl(m_word, tr("Word"), tr("A word that is set from the letters: A to Z, a to z and spaces"));
    connect(m_word, &QLineEdit::textEdited, this, &WeightSpacePage::takeWord);
    connect(m_word, &QLineEdit::editingFinished, this, [this] {
        m_session.endDrag();
        showOptions();
    });
    m_noise = new QSpinBox;
    m_noise->setRange(1, 9999);
    m_noise->setKeyboardTracking(false);
    m_noise->setPrefix(tr("noise "));
    describeControl(m_noise, tr("Start noise"),
                    tr("Letters are drawn from noise: another number, other letters of the same face"));
    leaveUndoToWindow(m_noise);
    connect(m_noise, &QSpinBox::valueChanged, this,
            [this](int seed) { m_session.perform(SetNoise{std::uint64_t(seed)}); });
    m_sheets = new QButtonGroup(this);
    auto* row = new ButtonRow;
    const struct {
        const char* sheet;
        QString text;
        QString tip;
    } kinds[] = {{"alphabet", tr("Alphabet"), tr("All 52 letters")},
                 {"word", tr("Word"), tr("The word alone, large")},
                 {"seeds", tr("Noises"), tr("The word drawn from several start noises")}};
    for (const auto& kind : kinds) {
        auto* button = new QToolButton;
        button->setText(kind.text);
        button->setCheckable(true);
        button->setProperty("sheet", QString::fromLatin1(kind.sheet));
        describeControl(button, kind.text, kind.tip);
        m_sheets->addButton(button);
        row->addWidget(button);
    }
    connect(m_sheets, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        choose("weightspace.sheet", button->property("sheet").toString().toStdString());
    });
    row->addStretch();
    row->addWidget(m_word);
    row->addWidget(m_noise);
    m_sheet = new SpecimenSheet;
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_sheet, 1);
    column->addWidget(row);
    return card;
}

QWidget* WeightSpacePage::makeEmpty()
{
    auto* empty = new QWidget;
    auto* column = new QVBoxLayout(empty);
    column->setSpacing(10);
    column->addStretch(2);
    auto* title = makeHeading(tr("A zoo of models, and the space of their weights"));
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    auto* note = makeNote(tr("A zoo is one small diffusion model of letters, customised to many typefaces. Its "
                             "members' weights are points of a space: walk through it, push a face to be "
                             "bolder or more slanted, find the model that draws your own letters."));
    note->setAlignment(Qt::AlignCenter);
    note->setFixedWidth(440);
    note->setMinimumHeight(note->heightForWidth(440));
    column->addWidget(note, 0, Qt::AlignHCenter);
    for (const BundledManifold& zoo : bundledZoos()) {
        auto* button = new QPushButton(zoo.title);
        button->setObjectName(QStringLiteral("primary"));
        button->setFixedWidth(260);
        describeControl(button, tr("Open %1").arg(zoo.title), tr("Opens this zoo, which ships with the program"));
        connect(button, &QPushButton::clicked, this, [this, file = zoo.file] {
            Q_EMIT fileWanted(QString::fromStdU16String(file.u16string()));
        });
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    auto* open = new QPushButton(tr("Open a zoo…"));
    open->setFixedWidth(260);
    describeControl(open, tr("Open a zoo"), tr("Chooses a .zoo file to open"));
    connect(open, &QPushButton::clicked, this, &WeightSpacePage::openWanted);
    column->addWidget(open, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return empty;
}

std::string WeightSpacePage::option(const char* name) const
{
    return optionValue(m_session.state(), name);
}

void WeightSpacePage::choose(const char* name, const std::string& value)
{
    if (option(name) != value) {
        m_session.perform(SetOption{name, value});
    }
}

void WeightSpacePage::setProvenance(std::function<Provenance()> provenance)
{
    m_provenance = std::move(provenance);
}

void WeightSpacePage::fillZoo()
{
    const auto zoo = m_session.zoo();
    m_whole->setCurrentIndex(zoo ? 1 : 0);
    QStringList names;
    if (zoo) {
        for (const ZooMember& member : zoo->members()) {
            names += QString::fromStdString(member.name());
        }
    }
    m_members->setNames(names);
    showOptions();
    refreshMatrix();
}

void WeightSpacePage::showOptions()
{
    const auto& state = m_session.state().zoo;
    const std::string view = option("weightspace.view");
    for (QAbstractButton* button : m_views->buttons()) {
        button->setChecked(button->property("view").toString().toStdString() == view);
    }
    m_stack->setCurrentIndex(view == "cloud"     ? 1
                             : view == "members" ? 2
                             : view == "matrix"  ? 3
                                                 : 0);
    m_z->setVisible(view == "cloud");
    m_lasso->setVisible(view == "map");
    m_all->setVisible(view == "map");
    m_axes->setVisible(view == "map" || view == "cloud");
    for (QAbstractButton* button : m_sheets->buttons()) {
        button->setChecked(button->property("sheet").toString().toStdString()
                           == option("weightspace.sheet"));
    }
    const auto select = [this](QComboBox* box, const char* name) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(QString::fromStdString(option(name))));
    };
    select(m_x, "weightspace.x");
    select(m_y, "weightspace.y");
    select(m_z, "weightspace.z");
    select(m_colour, "weightspace.colour");
    const QString group = QString::fromStdString(option("weightspace.marking"));
    m_marking->setText(tr("Group %1").arg(group));
    describeControl(m_marking, tr("Marking group %1").arg(group),
                    tr("Which group the lasso marks: press to change between A and B"));
    if (!state || !m_session.zoo()) {
        return;
    }
    m_title->setText(modelText(state->current));
    if (!m_word->hasFocus() || m_word->text().isEmpty()
        || m_word->text().toStdString() != state->word) {
        const QSignalBlocker quiet(m_word);
        if (!m_session.isDragging() || !m_word->hasFocus()) {
            m_word->setText(QString::fromStdString(state->word));
        }
    }
    const QSignalBlocker quiet(m_noise);
    m_noise->setValue(int(std::min<std::uint64_t>(state->seed, 9999)));
    m_walk->setEnabled(m_model.canWalk());
    if (state->current.place.kind == ZooPlaceKind::Member) {
        m_members->setCurrent(state->current.place.member);
    }
    refreshCloud();
    refreshSheet();
}

void WeightSpacePage::takeWord()
{
    if (!m_word->hasAcceptableInput()) {
        return;
    }
    // All that is typed without leaving the field is one step.
    if (!m_session.isDragging()) {
        m_model.setWalking(false);
        m_session.beginDrag();
    }
    m_session.perform(SetWord{m_word->text().toStdString()});
}

QImage WeightSpacePage::glimpse(int member)
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
        painter.drawImage(i * side, 0, inked(enlargedLetter(cell, side), colours.ink, colours.paper));
    }
    return picture;
}

SpecimenData WeightSpacePage::specimen() const
{
    SpecimenData data;
    const auto& state = m_session.state().zoo;
    const auto drawn = m_model.current();
    if (!state || !drawn) {
        return data;
    }
    const std::string sheet = option("weightspace.sheet");
    data.form = sheet == "word"    ? SpecimenForm::Word
        : sheet == "seeds" ? SpecimenForm::Seeds
                           : SpecimenForm::Alphabet;
    data.word = QString::fromStdString(state->word);
    data.current = modelOf(*drawn, modelText(drawn->model));
    data.coarse = drawn->coarse;
    if (const auto pinned = m_model.pinned(); pinned && state->pinned) {
        data.pinned = modelOf(*pinned, modelText(pinned->model));
    }
    data.beside = m_sheet->width() > 2 * m_sheet->height();
    return data;
}

CloudData WeightSpacePage::cloud() const
{
    CloudData data;
    const auto zoo = m_session.zoo();
    const auto& state = m_session.state().zoo;
    if (!zoo || !state) {
        return data;
    }
    const auto componentOf = [&](const char* name) {
        const int chosen = QString::fromStdString(option(name)).toInt() - 1;
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
        data.axes[i] = {shown[i], zoo->space().totalVariance > 0
                            ? zoo->space().variances[std::size_t(shown[i])] / zoo->space().totalVariance
                            : 0};
    }
    const std::string colour = option("weightspace.colour");
    const auto attribute = std::ranges::find(typefaceAttributes, colour);
    if (attribute != typefaceAttributes.end()) {
        data.valueTitle = directionText(colour);
    } else if (colour == "fit") {
        data.valueTitle = tr("Fit");
    }
    const auto& members = zoo->members();
    for (std::size_t i = 0; i < members.size(); ++i) {
        data.names += QString::fromStdString(members[i].name());
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
        const auto& active = option("weightspace.marking") == "A" ? state->groupA : state->groupB;
        data.selected.assign(active.begin(), active.end());
    }
    const std::vector<float> base = coefficientsOf(*zoo, state->current.place);
    data.base = placeOf(base);
    if (state->current.place.kind == ZooPlaceKind::Member) {
        data.baseMember = state->current.place.member;
    }
    const auto drawn = m_model.current();
    data.current = drawn && drawn->model == state->current ? placeOf(drawn->coefficients) : data.base;
    if (const auto pinned = m_model.pinned(); pinned && state->pinned) {
        data.pinned = placeOf(pinned->coefficients);
    }
    return data;
}

void WeightSpacePage::refreshCloud()
{
    if (!isVisible() || !m_session.zoo()) {
        return;
    }
    const std::string view = option("weightspace.view");
    const ZooState& state = *m_session.state().zoo;
    Shown shown{m_session.zoo().get(), state.pinned ? m_model.pinned().get() : nullptr, view,
                state.current.place,   state.groupA,
                state.groupB};
    for (const char* name : {"weightspace.x", "weightspace.y", "weightspace.z", "weightspace.colour",
                             "weightspace.marking"}) {
        shown.options += ' ' + option(name);
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = std::move(shown);
    if (view == "map") {
        m_map->setData(cloud());
    } else if (view == "cloud") {
        m_cloud->setData(cloud());
    }
}

void WeightSpacePage::moveInCloud()
{
    refreshCloud();
    const auto drawn = m_model.current();
    if (!isVisible() || !m_session.zoo() || !drawn) {
        return;
    }
    const std::string view = option("weightspace.view");
    CloudPlace place{};
    const char* names[] = {"weightspace.x", "weightspace.y", "weightspace.z"};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto component = std::min(QString::fromStdString(option(names[i])).toULongLong(),
                                        qulonglong(drawn->coefficients.size()));
        place[i] = component > 0 ? drawn->coefficients[component - 1] : 0;
    }
    if (view == "map") {
        m_map->setCurrent(place);
    } else if (view == "cloud") {
        m_cloud->setCurrent(place);
    }
}

void WeightSpacePage::refreshSheet()
{
    if (isVisible()) {
        m_sheet->setData(specimen());
    }
}

void WeightSpacePage::refreshMatrix()
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
}

void WeightSpacePage::goTo(int member)
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

void WeightSpacePage::walk()
{
    const auto zoo = m_session.zoo();
    if (!zoo || !m_model.canWalk()) {
        return;
    }
    QStringList names;
    for (const ZooMember& member : zoo->members()) {
        names += QString::fromStdString(member.name());
    }
    MemberDialog dialog(names, this);
    if (dialog.exec() == QDialog::Accepted) {
        m_model.walkTo(dialog.member());
    }
}

void WeightSpacePage::askForFont()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Customise to a font"), QString(),
        tr("Fonts (*.ttf *.otf *.ttc *.otc *.pfb *.woff);;All files (*)"));
    if (!file.isEmpty()) {
        m_model.customise(file.toStdU16String());
    }
}

void WeightSpacePage::askForLetters()
{
    InvertDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    GivenLetters given;
    given.pixels.resize(typefaceLetters * glyphImageBytes);
    given.name = dialog.title();
    for (const GivenLetter& letter : dialog.letters()) {
        given.letters.push_back(letter.letter);
        std::ranges::copy(letter.cell,
                          given.pixels.begin() + std::ptrdiff_t(std::size_t(letter.letter) * glyphImageBytes));
    }
    m_model.invert(given, {});
}

void WeightSpacePage::exportAs()
{
    ZooExportDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const ZooExport kind = dialog.kind();
    const QString filter = kind == ZooExport::SamplesPng ? tr("PNG pictures (*.png)")
        : kind == ZooExport::SamplesIdx ? tr("IDX images (*-idx3-ubyte)")
                                        : tr("Tensors (*.safetensors)");
    const QString name = kind == ZooExport::Adapter ? QStringLiteral("adapter.safetensors")
        : kind == ZooExport::Merged                 ? QStringLiteral("model.safetensors")
        : kind == ZooExport::SamplesPng             ? QStringLiteral("samples.png")
                                                    : QStringLiteral("samples-images-idx3-ubyte");
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export"), m_exportFolder.isEmpty() ? name : m_exportFolder + u'/' + name, filter);
    if (file.isEmpty()) {
        return;
    }
    m_exportFolder = QFileInfo(file).path();
    const std::filesystem::path path = file.toStdU16String();
    const Provenance provenance = m_provenance ? m_provenance() : Provenance();
    switch (kind) {
    case ZooExport::Adapter: m_model.exportAdapter(path, provenance); break;
    case ZooExport::Merged: m_model.exportMerged(path, provenance); break;
    case ZooExport::SamplesPng:
    case ZooExport::SamplesIdx: m_model.exportSamples(path, dialog.count(), provenance); break;
    }
}

std::vector<Figure> WeightSpacePage::figures() const
{
    std::vector<Figure> list;
    const auto zoo = m_session.zoo();
    if (!zoo || !m_model.current()) {
        return list;
    }
    list.push_back(specimenFigure(specimen()));
    list.push_back(cloudFigure(cloud()));
    if (openGlProblem().isEmpty()) {
        list.push_back(cloudFigure3D(cloud(), m_cloud->camera()));
    }
    if (m_model.directions()) {
        list.push_back(entanglementFigure(m_matrix->data()));
    }
    if (const ScoreData scores = scoresOf(*zoo, *m_model.current()); !scores.rows.empty()) {
        list.push_back(scoreFigure(scores));
    }
    return list;
}

void WeightSpacePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_shown = {};
    m_model.setWatched(true);
    showOptions();
}

void WeightSpacePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model.setWatched(false);
}

void WeightSpacePage::dragEnterEvent(QDragEnterEvent* event)
{
    // Fonts are for here; all else is for the window.
    if (m_session.zoo() && event->mimeData()->hasUrls()
        && isFont(event->mimeData()->urls().first().toLocalFile())) {
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void WeightSpacePage::dropEvent(QDropEvent* event)
{
    const QString file = event->mimeData()->urls().value(0).toLocalFile();
    if (m_session.zoo() && isFont(file)) {
        event->acceptProposedAction();
        m_model.customise(file.toStdU16String());
    } else {
        event->ignore();
    }
}

} // namespace morphospace
