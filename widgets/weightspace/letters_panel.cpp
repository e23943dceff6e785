// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/letters_panel.h"

#include "core/replay/zoo_model.h"
#include "widgets/model/session_options.h"
#include "widgets/model/zoo_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/field_undo.h"
#include "widgets/weightspace/specimen_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

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

LettersPanel::LettersPanel(SessionModel& session, WeightSpaceModel& model, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    m_word = new QLineEdit;
    m_word->setMaxLength(int(longestWord));
    m_word->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z][A-Za-z ]*")), m_word));
    m_word->setMinimumWidth(fontMetrics().averageCharWidth() * 12 + 3);
    // It takes what the choices beside it leave: a field would ask for more and shorten their words.
    m_word->setSizePolicy(QSizePolicy::Ignored, m_word->sizePolicy().verticalPolicy());
    describeControl(m_word, tr("Word"),
                    tr("A word that is set from the letters: A to Z, a to z and spaces"));
    connect(m_word, &QLineEdit::textEdited, this, &LettersPanel::takeWord);
    connect(m_word, &QLineEdit::editingFinished, this, [this] {
        m_session.endDrag();
        showOptions();
    });
    m_noise = new QSpinBox;
    m_noise->setRange(1, 9999);
    m_noise->setKeyboardTracking(false);
    m_noise->setPrefix(QStringLiteral("#"));
    describeControl(
        m_noise, tr("Start noise"),
        tr("Letters are drawn from noise: another number, other letters of the same face"));
    leaveUndoToWindow(m_noise);
    connect(m_noise, &QSpinBox::valueChanged, this,
            [this](int seed) { m_session.perform(SetNoise{std::uint64_t(seed)}); });
    m_kind = new ElidingBox;
    // What is shown at first is seen whole, in both languages, however narrow the panel becomes.
    m_kind->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("Alphabet")) + 50);
    m_kind->addItem(tr("Alphabet"), QStringLiteral("alphabet"));
    m_kind->addItem(tr("Word"), QStringLiteral("word"));
    m_kind->addItem(tr("Noises"), QStringLiteral("seeds"));
    describeControl(
        m_kind, tr("Letters shown"),
        tr("All 52 letters, the word alone, or the word drawn from several start noises"));
    connect(m_kind, &QComboBox::activated, this, [this] {
        chooseOption(m_session, "weightspace.sheet",
                     m_kind->currentData().toString().toStdString());
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(3);
    row->addWidget(m_kind);
    row->addWidget(m_word, 1);
    row->addWidget(m_noise);
    m_sheet = new SpecimenSheet;
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(4, 6, 4, 6);
    column->setSpacing(6);
    column->addWidget(m_sheet, 1);
    column->addLayout(row);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    connect(&m_session, &SessionModel::stateChanged, this, &LettersPanel::refresh);
    connect(&m_model, &WeightSpaceModel::currentChanged, this, &LettersPanel::refreshSheet);
    connect(&m_model, &WeightSpaceModel::pinnedChanged, this, &LettersPanel::refreshSheet);
}

SpecimenData LettersPanel::specimen() const
{
    SpecimenData data;
    const auto& state = m_session.state().zoo;
    const auto drawn = m_model.current();
    if (!state || !drawn) {
        return data;
    }
    const std::string sheet = optionOf(m_session, "weightspace.sheet");
    data.form = sheet == "word" ? SpecimenForm::Word
        : sheet == "seeds"      ? SpecimenForm::Seeds
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

void LettersPanel::refresh()
{
    showOptions();
    refreshSheet();
}

void LettersPanel::showOptions()
{
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrentIndex(
            m_kind->findData(QString::fromStdString(optionOf(m_session, "weightspace.sheet"))));
    }
    const auto& state = m_session.state().zoo;
    if (!state || !m_session.zoo()) {
        return;
    }
    // What is being typed stays as it is typed.
    if (!m_word->hasFocus()
        || (!m_session.isDragging() && m_word->text().toStdString() != state->word)) {
        const QSignalBlocker quiet(m_word);
        m_word->setText(QString::fromStdString(state->word));
    }
    const QSignalBlocker quiet(m_noise);
    m_noise->setValue(int(std::min<std::uint64_t>(state->seed, 9999)));
}

void LettersPanel::refreshSheet()
{
    if (isVisible()) {
        m_sheet->setData(specimen());
    }
}

void LettersPanel::takeWord()
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

} // namespace morphospace
