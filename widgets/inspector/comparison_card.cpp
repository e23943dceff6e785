// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/comparison_card.h"

#include "widgets/shared/card.h"
#include "widgets/shared/comparison_text.h"
#include "widgets/shared/text.h"

#include <QTimerEvent>
#include <QVBoxLayout>

namespace morphospace {
namespace {

constexpr int restMilliseconds = 120;   // a drag is not kept waiting for a thousand resamples

QLabel* addLine(QVBoxLayout* column, const QString& name, const QString& tip)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(tip);
    label->setAccessibleName(name);
    column->addWidget(label);
    return label;
}

} // namespace

ComparisonCard::ComparisonCard(SessionModel& session, TestImages& images, LiveMorph& live,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_live(live)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 6);
    column->setSpacing(4);
    auto* heading = makeHeading(tr("B against A"));
    heading->setToolTip(tr("A paired test: both networks on the same images, image by image"));
    column->addWidget(heading);
    m_difference = addLine(column, tr("Difference of accuracies"),
                           tr("Accuracy of B minus accuracy of A, in percentage points"));
    m_difference->setObjectName(QStringLiteral("heading"));
    m_interval = addLine(column, tr("Interval of the difference"),
                         tr("95 % interval of the difference, in percentage points"));
    m_probability = addLine(column, tr("p value"),
                            tr("How often networks that are equally good would differ by this much "
                               "or more (two-sided)"));
    m_counts = addLine(column, tr("Images on which only one is right"),
                       tr("Discordant images: the only ones that tell A and B apart"));
    m_note = makeNote();
    m_note->setAccessibleName(tr("How A and B were compared"));
    column->addWidget(m_note);

    connect(&m_session, &SessionModel::stateChanged, this, &ComparisonCard::refreshSoon);
    connect(&m_live, &LiveMorph::measurementChanged, this, &ComparisonCard::refreshSoon);
    connect(&m_live, &LiveMorph::pinnedChanged, this, &ComparisonCard::refreshSoon);
    connect(&m_images, &TestImages::changed, this, &ComparisonCard::refreshSoon);
    setVisible(false);
}

void ComparisonCard::refreshSoon()
{
    const bool pinned = m_session.manifold() && m_session.state().pinned;
    if (pinned != isVisibleTo(parentWidget())) {
        setVisible(pinned);
        refresh();
    } else if (pinned && m_live.isSettled()) {
        m_timer.stop();
        refresh();
    } else if (pinned && !m_timer.isActive()) {
        m_timer.start(restMilliseconds, this);
    }
}

void ComparisonCard::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId()) {
        m_timer.stop();
        refresh();
    }
}

QString ComparisonCard::obstacle() const
{
    const SessionState& state = m_session.state();
    if (!state.pinned) {
        return tr("Nothing is pinned.");
    }
    if (*state.pinned == state.current) {
        return tr("A and B are the same network. Change B to compare them.");
    }
    if (m_images.isReading()) {
        return tr("The test images are being read.");
    }
    if (!m_images.images()) {
        return tr("There are no test images here. Recorded accuracies cannot be compared image by "
                  "image, because which images were right was not recorded.");
    }
    const MorphResult* current = m_live.current();
    if (current == nullptr || current->key.configuration != state.current
        || !current->measurement) {
        return tr("Not yet: B is being measured.");
    }
    const MorphResult* pinned = m_live.pinned();
    if (pinned == nullptr || !pinned->measurement) {
        return current->complete ? tr("Not yet: A is being measured.")
                                 : tr("Not yet: A is measured as soon as B is.");
    }
    if (pinned->measurement->datasetHash != current->measurement->datasetHash) {
        return tr("A and B were measured on different images, and can only be compared on the same.");
    }
    return m_live.comparison() == nullptr ? tr("Not yet: A is being measured.") : QString();
}

void ComparisonCard::refresh()
{
    const QString why = obstacle();
    for (QLabel* line : {m_difference, m_interval, m_probability, m_counts}) {
        line->setVisible(why.isEmpty());
    }
    m_note->setVisible(!m_brief || !why.isEmpty());
    if (!why.isEmpty()) {
        m_note->setText(why);
        return;
    }
    const PairedComparison& found = *m_live.comparison();
    m_difference->setText(tr("%1 points").arg(pointsText(found.difference)));
    m_interval->setText(tr("95 %: %1 to %2").arg(pointsText(found.interval.low),
                                                 pointsText(found.interval.high)));
    m_probability->setText(probabilityText(pOf(found)));
    m_counts->setText(tr("only A right: %1\nonly B right: %2")
                          .arg(countText(found.onlyA), countText(found.onlyB)));
    m_note->setText(tr("Paired on the same %1 images.").arg(countText(found.images)) + u' '
                    + methodText(found));
    if (m_brief) {
        m_counts->hide();
        m_difference->setToolTip(m_counts->text() + u'\n' + m_note->text());
    }
}

void ComparisonCard::setBrief(bool brief)
{
    m_brief = brief;
    refresh();
}

QString ComparisonCard::text() const
{
    QStringList lines;
    for (const QLabel* line : {m_difference, m_interval, m_probability, m_counts, m_note}) {
        if (line->isVisibleTo(this)) {
            lines += line->text();
        }
    }
    return lines.join(u'\n');
}

} // namespace morphospace
