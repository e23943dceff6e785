// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/score_bars.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QWidget>

class QLabel;

namespace morphospace {

/// The numbers of the model that is shown: what its edit reached and what else it changed, how
/// legible it is, what is nearest; and the zoo it is of. Stands in the dock of the inspector while
/// the Weight space page is shown.
class WeightSpaceInspector : public QWidget {
    Q_OBJECT
public:
    WeightSpaceInspector(SessionModel& session, WeightSpaceModel& model, QWidget* parent = nullptr);

    [[nodiscard]] ScoreBars* scores() const { return m_scores; }

private:
    void refresh();

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    QLabel* m_name;
    QLabel* m_nearest;
    QLabel* m_legible;
    QLabel* m_pinnedHead;
    QLabel* m_pinned;
    ScoreBars* m_scores;
    QLabel* m_verdict;
    QLabel* m_zoo;
    QWidget* m_scroll;
    QLabel* m_closed;
};

/// What the edit of the model that is shown did: nothing where nothing was measured yet.
[[nodiscard]] ScoreData scoresOf(const TypefaceZoo& zoo, const DrawnModel& drawn);

} // namespace morphospace
