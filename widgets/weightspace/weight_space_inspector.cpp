// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/weight_space_inspector.h"

#include "core/replay/zoo_model.h"
#include "widgets/model/zoo_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace morphospace {

ScoreData scoresOf(const TypefaceZoo& zoo, const DrawnModel& drawn)
{
    ScoreData data;
    data.coarse = drawn.coarse;
    data.from = placeText(drawn.model.place);
    data.legibility = drawn.legibility;
    data.legibilityBefore = drawn.stillLegibility;
    if (!drawn.measures || !drawn.still) {
        return data;
    }
    for (std::size_t i = 0; i < typefaceAttributes.size(); ++i) {
        const std::string name(typefaceAttributes[i]);
        const double deviation = zoo.attributeLaw(i).second;
        ScoreData::Row row;
        row.name = directionText(name);
        row.change = deviation > 0 ? ((*drawn.measures)[i] - (*drawn.still)[i]) / deviation : 0;
        if (const auto push = drawn.model.pushes.find(name); push != drawn.model.pushes.end()) {
            row.asked = push->second;
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

WeightSpaceInspector::WeightSpaceInspector(SessionModel& session, WeightSpaceModel& model,
                                           QWidget* parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    auto* content = new PageContent;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(makeHeading(tr("Model B")));
    m_name = makeNote();
    m_nearest = makeNote();
    m_legible = makeNote();
    column->addWidget(m_name);
    column->addWidget(m_nearest);
    column->addWidget(m_legible);
    m_pinnedHead = makeHeading(tr("Model A"));
    m_pinned = makeNote();
    column->addWidget(m_pinnedHead);
    column->addWidget(m_pinned);
    column->addWidget(makeHeading(tr("What the edit did")));
    m_scores = new ScoreBars;
    column->addWidget(m_scores);
    m_verdict = makeNote();
    column->addWidget(m_verdict);
    column->addWidget(makeHeading(tr("The zoo")));
    m_zoo = makeNote();
    column->addWidget(m_zoo);
    column->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new ContentScroll(content);
    outer->addWidget(m_scroll);
    m_closed = makeNote(tr("No zoo is open."));
    m_closed->setContentsMargins(12, 10, 12, 10);
    m_closed->setAlignment(Qt::AlignTop);
    outer->addWidget(m_closed, 1);
    connect(&m_session, &SessionModel::stateChanged, this, &WeightSpaceInspector::refresh);
    connect(&m_session, &SessionModel::zooChanged, this, &WeightSpaceInspector::refresh);
    connect(&m_model, &WeightSpaceModel::currentChanged, this, &WeightSpaceInspector::refresh);
    connect(&m_model, &WeightSpaceModel::pinnedChanged, this, &WeightSpaceInspector::refresh);
    refresh();
}

void WeightSpaceInspector::refresh()
{
    const auto zoo = m_session.zoo();
    const auto& state = m_session.state().zoo;
    m_scroll->setVisible(zoo && state);
    m_closed->setVisible(!zoo || !state);
    if (!zoo || !state) {
        return;
    }
    const auto drawn = m_model.current();
    m_name->setText(modelText(state->current));
    if (drawn && drawn->nearest) {
        m_nearest->setText(
            tr("Nearest member: %1 (cosine %2)")
                .arg(QString::fromStdString(zoo->members()[drawn->nearest->nearest].name()),
                     decimalText(drawn->nearest->cosine, 2)));
    }
    const auto legibleText = [](const DrawnModel& model) {
        return !model.legibility
            ? tr("Legible letters: measured at rest")
            : tr("Legible letters: %1 of 52").arg(int(std::lround(*model.legibility * 52)));
    };
    if (drawn) {
        m_legible->setText(legibleText(*drawn));
        const ScoreData scores = scoresOf(*zoo, *drawn);
        if (!scores.rows.empty() || state->current.pushes.empty()) {
            m_scores->setData(scores); // while half an alphabet is on its way, the one before stays
        }
        QString verdict = state->current.pushes.empty()
            ? tr("Nothing is pushed: drag a slider on the left.")
            : scoreText(scores);
        if (drawn->coarse) {
            verdict += u' ' + tr("Coarse: from letters of %1 steps; measured again at rest.")
                                  .arg(WeightSpaceModel::coarseSteps);
        }
        m_verdict->setText(verdict);
    }
    m_pinnedHead->setVisible(state->pinned.has_value());
    m_pinned->setVisible(state->pinned.has_value());
    if (state->pinned) {
        const auto pinned = m_model.pinned();
        m_pinned->setText(modelText(*state->pinned)
                          + (pinned ? QStringLiteral("\n") + legibleText(*pinned) : QString()));
    }
    m_zoo->setText(
        tr("%1: %2 members, %3 components that explain %4 of the variance of %5 weights; "
           "%6 left out")
            .arg(QString::fromStdString(titleOf(*zoo)),
                 countText(std::int64_t(zoo->members().size())),
                 countText(std::int64_t(zoo->space().size())),
                 percentText(zoo->space().explained(zoo->space().size())),
                 countText(std::int64_t(zoo->space().weights())),
                 countText(std::int64_t(zoo->leftOut().size()))));
}

} // namespace morphospace
