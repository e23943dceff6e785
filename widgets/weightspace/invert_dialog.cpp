// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/invert_dialog.h"

#include "core/base/error.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/message_bar.h"
#include "widgets/theme/theme.h"
#include "widgets/weightspace/letter_canvas.h"
#include "widgets/weightspace/letter_picture.h"
#include "widgets/weightspace/specimen_data.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

constexpr int iconSide = 56;

QToolButton* makeTool(const QString& iconName, const QString& name, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    describeControl(button, name, tip);
    return button;
}

} // namespace

InvertDialog::InvertDialog(QWidget* parent)
    : QDialog(parent)
    , m_sheets(1)
    , m_font(std::make_unique<Font>())
    , m_message(new MessageBar)
    , m_canvas(new LetterCanvas)
    , m_letter(new QLineEdit)
    , m_list(new QListWidget)
    , m_undo(makeTool(QStringLiteral("undo"), tr("Take back"), tr("Takes back the last stroke or picture")))
    , m_redo(makeTool(QStringLiteral("redo"), tr("Bring back"), tr("Brings back what was taken back")))
    , m_erase(new QToolButton)
    , m_remove(new QPushButton(tr("Remove")))
    , m_scale(new DecimalField)
    , m_raise(new DecimalField)
    , m_face(new QComboBox)
    , m_fontLetters(new QLineEdit(QStringLiteral("Rag")))
    , m_find(nullptr)
    , m_note(makeNote())
{
    setWindowTitle(tr("Find a model by letters"));
    setAcceptDrops(true);
    m_sheets.front().letter = placeOf(u'R');

    auto* left = new QVBoxLayout;
    left->setSpacing(6);
    left->addLayout(makeTools());
    left->addWidget(m_canvas, 1);
    auto* right = makeSources();
    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addLayout(left, 3);
    body->addLayout(right, 2);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_find = buttons->addButton(tr("Find the model"), QDialogButtonBox::AcceptRole);
    m_find->setObjectName(QStringLiteral("primary"));
    describeControl(m_find, tr("Find the model"),
                    tr("Looks in the weight space for the model that draws these letters, and has it draw "
                       "all others"));
    describeControl(buttons->button(QDialogButtonBox::Cancel), tr("Cancel"),
                    tr("Closes this window; nothing is looked for"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(buttons);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 12);
    column->setSpacing(10);
    column->addWidget(m_message);
    column->addLayout(body, 1);
    column->addLayout(foot);

    connect(m_canvas, &LetterCanvas::changed, this, [this] {
        if (!m_showing) {
            keep();
            refresh();
        }
    });
    connect(m_canvas, &LetterCanvas::erasingChanged, m_erase, &QToolButton::setChecked);
    showSheet(0);
    m_canvas->setFocus();
    resize(820, 560);
}

InvertDialog::~InvertDialog() = default;

QLayout* InvertDialog::makeTools()
{
    auto* name = new QLabel(tr("&Letter"));
    name->setBuddy(m_letter);
    m_letter->setMaxLength(1);
    m_letter->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]")), m_letter));
    m_letter->setFixedWidth(fontMetrics().horizontalAdvance(u'W') + 26);
    m_letter->setAlignment(Qt::AlignCenter);
    QFont large = font();
    large.setWeight(QFont::DemiBold);
    m_letter->setFont(large);
    describeControl(m_letter, tr("Which letter this is"),
                    tr("The letter that the sheet shows: A to Z or a to z"));
    connect(m_letter, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!text.isEmpty() && placeOf(text[0]) >= 0) {
            rename(placeOf(text[0]));
            m_letter->selectAll();
        }
    });
    connect(m_letter, &QLineEdit::editingFinished, this, [this] { refresh(); });

    auto* width = new QSlider(Qt::Horizontal);
    width->setObjectName(QStringLiteral("plain"));
    width->setRange(6, 60);
    width->setValue(int(m_canvas->penWidth() * 10));
    width->setMinimumWidth(70);
    describeControl(width, tr("Width of the pen"),
                    tr("How thick lines are, from a hair to a poster"));
    connect(width, &QSlider::valueChanged, this,
            [this](int value) { m_canvas->setPenWidth(value / 10.0); });
    m_erase->setText(tr("Erase"));
    m_erase->setCheckable(true);
    describeControl(m_erase, tr("Erase"), tr("The pen takes ink away; the right button always does"));
    connect(m_erase, &QToolButton::clicked, m_canvas, &LetterCanvas::setErasing);
    connect(m_undo, &QToolButton::clicked, m_canvas, &LetterCanvas::undo);
    connect(m_redo, &QToolButton::clicked, m_canvas, &LetterCanvas::redo);
    auto* clear = makeTool(QStringLiteral("cancel"), tr("Clear"), tr("Empties the sheet of this letter"));
    connect(clear, &QToolButton::clicked, m_canvas, &LetterCanvas::clear);

    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(name);
    row->addWidget(m_letter);
    row->addSpacing(8);
    auto* pen = new QLabel(tr("Pen"));
    pen->setObjectName(QStringLiteral("muted"));
    row->addWidget(pen);
    row->addWidget(width, 1);
    row->addWidget(m_erase);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(clear);
    return row;
}

QLayout* InvertDialog::makeSources()
{
    auto* open = new QPushButton(tr("Open picture…"));
    open->setIcon(icon(QStringLiteral("open")));
    describeControl(open, tr("Open picture"),
                    tr("A photograph or scan of one letter: it is cut out and placed as the letter that is "
                       "chosen; pictures can be dropped here as well"));
    connect(open, &QPushButton::clicked, this, &InvertDialog::openPictureAs);
    auto* pasteButton = new QPushButton(tr("Paste"));
    describeControl(pasteButton, tr("Paste"), tr("Takes the picture that is on the clipboard"));
    connect(pasteButton, &QPushButton::clicked, this, &InvertDialog::paste);

    m_scale->setRange(40, 200);
    m_scale->setDecimals(0);
    m_scale->setSingleStep(2);
    m_scale->setSuffix(QStringLiteral(" %"));
    m_scale->setKeyboardTracking(false);
    describeControl(m_scale, tr("Size of the picture"),
                    tr("Of the height that this letter usually has, in percent"));
    m_raise->setRange(-8, 8);
    m_raise->setDecimals(1);
    m_raise->setSingleStep(0.5);
    m_raise->setKeyboardTracking(false);
    describeControl(m_raise, tr("Height of the picture over the base line"),
                    tr("Moves the picture up or down, in pixels of the 28 x 28"));
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &InvertDialog::place);
    connect(m_raise, &QDoubleSpinBox::valueChanged, this, &InvertDialog::place);

    auto* pictures = new QGridLayout;
    pictures->setHorizontalSpacing(8);
    pictures->setVerticalSpacing(6);
    pictures->addWidget(open, 0, 0, 1, 2);
    pictures->addWidget(pasteButton, 0, 2, 1, 2);
    auto* sizeName = new QLabel(tr("Size"));
    auto* raiseName = new QLabel(tr("Up"));
    sizeName->setBuddy(m_scale);
    raiseName->setBuddy(m_raise);
    pictures->addWidget(sizeName, 1, 0);
    pictures->addWidget(m_scale, 1, 1);
    pictures->addWidget(raiseName, 1, 2, Qt::AlignRight);
    pictures->addWidget(m_raise, 1, 3);
    pictures->setColumnStretch(1, 1);
    pictures->setColumnStretch(3, 1);

    auto* fontButton = new QPushButton(tr("Font file…"));
    fontButton->setIcon(icon(QStringLiteral("open")));
    describeControl(fontButton, tr("Font file"),
                    tr("Takes letters from a font: TrueType, OpenType or PostScript"));
    connect(fontButton, &QPushButton::clicked, this, &InvertDialog::openFontAs);
    m_fontLetters->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z]*")), m_fontLetters));
    describeControl(m_fontLetters, tr("Letters of the font"),
                    tr("Which letters of the font are given: A to Z and a to z"));
    connect(m_fontLetters, &QLineEdit::textEdited, this, &InvertDialog::takeFontLetters);
    m_face->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_face->setMinimumContentsLength(14);
    describeControl(m_face, tr("Face of the font file"), tr("Font collections hold several faces"));
    connect(m_face, &QComboBox::activated, this, &InvertDialog::takeFontLetters);
    auto* fontPart = new QGridLayout;
    fontPart->setHorizontalSpacing(8);
    fontPart->setVerticalSpacing(6);
    auto* lettersName = new QLabel(tr("Letters"));
    lettersName->setBuddy(m_fontLetters);
    fontPart->addWidget(fontButton, 0, 0);
    fontPart->addWidget(m_face, 0, 1);
    fontPart->addWidget(lettersName, 1, 0);
    fontPart->addWidget(m_fontLetters, 1, 1);
    fontPart->setColumnStretch(1, 1);

    m_list->setViewMode(QListView::IconMode);
    m_list->setIconSize(QSize(iconSide, iconSide));
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(3);
    m_list->setMinimumHeight(iconSide + 3 * fontMetrics().lineSpacing());
    describeControl(m_list, tr("Given letters"),
                    tr("All letters that are given; choose one to go on with its sheet"));
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_showing && row >= 0) {
            showSheet(std::size_t(m_list->item(row)->data(Qt::UserRole).toInt()));
        }
    });
    auto* anotherButton = new QPushButton(tr("Another letter"));
    describeControl(anotherButton, tr("Another letter"), tr("An empty sheet for one more letter"));
    connect(anotherButton, &QPushButton::clicked, this, &InvertDialog::another);
    describeControl(m_remove, tr("Remove"), tr("Takes the letter that is shown out of those given"));
    connect(m_remove, &QPushButton::clicked, this, &InvertDialog::removeShown);
    auto* more = new QHBoxLayout;
    more->addWidget(anotherButton);
    more->addWidget(m_remove);
    more->addStretch();

    auto* column = new QVBoxLayout;
    column->setSpacing(7);
    column->addWidget(makeHeading(tr("From a picture")));
    column->addLayout(pictures);
    column->addSpacing(6);
    column->addWidget(makeHeading(tr("From a font")));
    column->addLayout(fontPart);
    column->addSpacing(6);
    column->addWidget(makeHeading(tr("Given letters")));
    column->addWidget(m_list, 1);
    column->addLayout(more);
    return column;
}

int InvertDialog::sheetOf(int letter) const
{
    const auto found = std::ranges::find(m_sheets, letter, &Sheet::letter);
    return found == m_sheets.end() ? -1 : int(found - m_sheets.begin());
}

int InvertDialog::freeLetter() const
{
    // Letters that tell most about a face come first.
    for (const char letter : std::string_view("RagHnebomdtsifpQE")) {
        if (sheetOf(placeOf(QLatin1Char(letter))) < 0) {
            return placeOf(QLatin1Char(letter));
        }
    }
    for (int place = 0; place < letterCount; ++place) {
        if (sheetOf(place) < 0) {
            return place;
        }
    }
    return -1;
}

int InvertDialog::letter() const
{
    return m_sheets[m_shown].letter;
}

QString InvertDialog::message() const
{
    return m_message->text();
}

void InvertDialog::keep()
{
    m_sheets[m_shown].history = m_canvas->history();
}

void InvertDialog::showSheet(std::size_t sheet)
{
    m_showing = true;
    m_shown = std::min(sheet, m_sheets.size() - 1);
    const Sheet& now = m_sheets[m_shown];
    m_canvas->setLetter(now.letter);
    m_canvas->setHistory(now.history);
    m_showing = false;
    refresh();
}

void InvertDialog::goTo(int letter)
{
    const int sheet = sheetOf(letter);
    if (sheet >= 0) {
        showSheet(std::size_t(sheet));
        return;
    }
    Sheet fresh;
    fresh.letter = letter;
    // An empty sheet is no letter of anybody: it becomes this one.
    if (m_sheets[m_shown].history.now().isEmpty()) {
        m_sheets[m_shown] = fresh;
        showSheet(m_shown);
        return;
    }
    m_sheets.push_back(fresh);
    showSheet(m_sheets.size() - 1);
}

void InvertDialog::rename(int letter)
{
    Sheet& now = m_sheets[m_shown];
    if (letter == now.letter) {
        return;
    }
    if (const int other = sheetOf(letter); other >= 0) {
        if (!isBlank(cellOf(m_sheets[std::size_t(other)].history.now()))) {
            fail(tr("There is a letter %1 already; remove it first, or choose it below to go on with it.")
                     .arg(QString(letterOf(letter))));
            refresh();
            return;
        }
        m_sheets[std::size_t(other)].letter = now.letter;
    }
    now.letter = letter;
    m_message->dismiss();
    m_canvas->setLetter(letter);
    if (now.history.now().ink) {
        place();   // another letter stands at another height
    }
    refresh();
}

void InvertDialog::another()
{
    const int letter = freeLetter();
    if (letter >= 0) {
        goTo(letter);
        m_letter->setFocus();
        m_letter->selectAll();
    }
}

void InvertDialog::removeShown()
{
    m_sheets.erase(m_sheets.begin() + std::ptrdiff_t(m_shown));
    if (m_sheets.empty()) {
        m_sheets.emplace_back();
        m_sheets.front().letter = placeOf(u'R');
    }
    showSheet(m_shown > 0 ? m_shown - 1 : 0);
}

void InvertDialog::fail(const QString& text)
{
    m_message->showMessage(MessageBar::Kind::Problem, text);
}

std::vector<GivenLetter> InvertDialog::letters() const
{
    std::vector<GivenLetter> list;
    for (const Sheet& sheet : m_sheets) {
        const LetterCell cell = cellOf(sheet.history.now());
        if (!isBlank(cell)) {
            list.push_back({sheet.letter, cell});
        }
    }
    std::ranges::sort(list, {}, &GivenLetter::letter);
    return list;
}

QString InvertDialog::title() const
{
    QStringList names;
    bool allOfFont = true;
    for (const Sheet& sheet : m_sheets) {
        if (!isBlank(cellOf(sheet.history.now()))) {
            names += QString(letterOf(sheet.letter));
            allOfFont = allOfFont && sheet.fromFont;
        }
    }
    const QString from = allOfFont && m_face->count() > 0 ? m_face->currentText() : tr("Given letters");
    return QStringLiteral("%1: %2").arg(from, names.join(QStringLiteral(", ")));
}

void InvertDialog::refresh()
{
    const Sheet& now = m_sheets[m_shown];
    m_showing = true;
    if (m_letter->text() != QString(letterOf(now.letter))) {
        m_letter->setText(QString(letterOf(now.letter)));
    }
    m_undo->setEnabled(now.history.canUndo());
    m_redo->setEnabled(now.history.canRedo());
    const bool placed = now.history.now().ink.has_value();
    m_scale->setEnabled(placed);
    m_raise->setEnabled(placed);
    m_scale->setValue(100 * now.scale);
    m_raise->setValue(now.raise);
    const bool font = !m_font->faces.empty();
    m_face->setEnabled(font);
    m_fontLetters->setEnabled(font);

    const SpecimenColours colours = specimenColours(currentTheme());
    // In their places: the list may be saying just now that another one was chosen.
    while (m_list->count() > int(m_sheets.size())) {
        delete m_list->takeItem(m_list->count() - 1);
    }
    while (m_list->count() < int(m_sheets.size())) {
        m_list->addItem(new QListWidgetItem);
    }
    QStringList names;
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        const LetterCell cell = cellOf(m_sheets[i].history.now());
        const QString name(letterOf(m_sheets[i].letter));
        const double ratio = devicePixelRatioF();
        QPixmap picture = QPixmap::fromImage(
            inked(enlargedLetter(cell, int(iconSide * ratio)), colours.ink, colours.paper));
        picture.setDevicePixelRatio(ratio);
        QListWidgetItem* item = m_list->item(int(i));
        item->setIcon(QIcon(picture));
        item->setText(name);
        item->setData(Qt::UserRole, int(i));
        const bool blank = isBlank(cell);
        item->setToolTip(blank ? tr("letter %1, still empty").arg(name) : tr("letter %1").arg(name));
        item->setData(Qt::AccessibleTextRole, item->toolTip());
        if (i == m_shown) {
            m_list->setCurrentItem(item);
        }
        if (!blank) {
            names += name;
        }
    }
    m_note->setText(names.isEmpty()
                        ? tr("Draw a letter, drop a picture of one, or take some from a font.")
                        : tr("%n letter(s): %1", nullptr, int(names.size()))
                              .arg(names.join(QStringLiteral(", "))));
    m_find->setEnabled(!names.isEmpty());
    m_remove->setEnabled(m_sheets.size() > 1 || !now.history.now().isEmpty());
    m_showing = false;
}

void InvertDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace morphospace
