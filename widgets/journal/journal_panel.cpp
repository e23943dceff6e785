// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journal_panel.h"

#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace morphospace {

JournalPanel::JournalPanel(SessionModel& session, Replayer& replayer, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_replayer(replayer)
    , m_list(new QListView)
    , m_first(addButton(QStringLiteral("first"), tr("First step"),
                        tr("Goes to the start of the session")))
    , m_back(addButton(QStringLiteral("back"), tr("Step back"), tr("Goes one step back")))
    , m_play(addButton(QStringLiteral("play"), tr("Play"), tr("Plays the steps from here on")))
    , m_next(addButton(QStringLiteral("next"), tr("Next step"), tr("Goes one step forward")))
    , m_last(addButton(QStringLiteral("last"), tr("Last step"), tr("Goes to the last step")))
    , m_speed(new QComboBox)
    , m_note(new QLineEdit)
{
    for (const double speed : {0.5, 1.0, 2.0, 4.0}) {
        m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    }
    m_speed->setCurrentIndex(m_speed->findData(m_replayer.speed()));
    describeControl(m_speed, tr("Speed"), tr("How fast steps are played"));
    describeControl(m_note, tr("Note"), tr("A note on the present step, kept in the session"));
    m_speed->setObjectName(QStringLiteral("journal-speed"));
    m_note->setObjectName(QStringLiteral("journal-note"));
    m_list->setObjectName(QStringLiteral("journal-steps"));
    m_note->setPlaceholderText(tr("note on this step"));
    m_note->setMaxLength(2000);
    describeControl(m_list, tr("Journal"),
                    tr("Every step of this session; choose one to go back or forward to it"));
    auto* steps = new JournalList(session, this);
    m_list->setModel(steps);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({14, 14});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* controls = new QHBoxLayout;
    controls->setSpacing(2);
    for (QToolButton* button : {m_first, m_back, m_play, m_next, m_last}) {
        controls->addWidget(button);
    }
    controls->addWidget(m_speed);
    controls->addSpacing(6);
    controls->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 0, 10, 4);
    column->setSpacing(2);
    column->addLayout(controls);
    column->addWidget(m_list, 1);
    setMinimumHeight(76);

    connect(m_first, &QToolButton::clicked, this, [this] { m_session.moveTo(0); });
    connect(m_back, &QToolButton::clicked, this, [this] {
        m_session.moveTo(m_session.journal().position() - 1);
    });
    connect(m_next, &QToolButton::clicked, this, [this] {
        m_session.moveTo(m_session.journal().position() + 1);
    });
    connect(m_last, &QToolButton::clicked, this, [this] {
        m_session.moveTo(m_session.journal().steps().size());
    });
    connect(m_play, &QToolButton::clicked, this, [this] {
        if (m_replayer.isPlaying()) {
            m_replayer.pause();
        } else {
            m_replayer.play();
        }
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { m_replayer.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        const std::size_t position = m_session.journal().position();
        if (position > 0
            && m_session.journal().steps()[position - 1].note != m_note->text().toStdString()) {
            m_session.setNote(position - 1, m_note->text());
        }
    });
    // Arrow keys and clicks alike: the step that is chosen is the step that is in force.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, steps](const QModelIndex& index) {
                if (!m_following && !steps->isFollowing() && index.isValid()) {
                    m_session.moveTo(std::size_t(index.row()));
                }
            });
    connect(&m_session, &SessionModel::journalChanged, this, &JournalPanel::follow);
    connect(&m_replayer, &Replayer::playingChanged, this, &JournalPanel::showPlaying);
    showPlaying();
    follow();
}

QToolButton* JournalPanel::addButton(const QString& iconName, const QString& name,
                                     const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setObjectName(QStringLiteral("journal-") + iconName);
    button->setAutoRaise(true);
    describeControl(button, name, tip);
    return button;
}

void JournalPanel::showPlaying()
{
    const bool playing = m_replayer.isPlaying();
    m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    describeControl(m_play, playing ? tr("Pause") : tr("Play"),
                    playing ? tr("Stops at this step") : tr("Plays the steps from here on"));
}

void JournalPanel::follow()
{
    const Journal& journal = m_session.journal();
    m_following = true;
    if (m_list->currentIndex().row() != int(journal.position())) {
        m_list->setCurrentIndex(m_list->model()->index(int(journal.position()), 0));
    }
    m_list->scrollTo(m_list->currentIndex());
    m_following = false;
    m_first->setEnabled(journal.canUndo());
    m_back->setEnabled(journal.canUndo());
    m_next->setEnabled(journal.canRedo());
    m_last->setEnabled(journal.canRedo());
    m_play->setEnabled(!journal.steps().empty());
    m_note->setEnabled(journal.position() > 0);
    const QString note = journal.position() > 0
        ? QString::fromStdString(journal.steps()[journal.position() - 1].note)
        : QString();
    if (!m_note->hasFocus() || note.isEmpty()) {
        m_note->setText(note);
    }
}

} // namespace morphospace
