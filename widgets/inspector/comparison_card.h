// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/live_morph.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;

namespace morphospace {

/// The pinned A against the current B as a paired test: what two intervals side by side cannot say.
/// Seen only while A is pinned; where there is nothing to compare it says why.
class ComparisonCard : public QWidget {
    Q_OBJECT
public:
    ComparisonCard(SessionModel& session, TestImages& images, LiveMorph& live,
                   QWidget* parent = nullptr);

    /// In front of an audience how it was compared is told by a tooltip.
    void setBrief(bool brief);
    /// Everything it says now, line by line.
    [[nodiscard]] QString text() const;

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void refreshSoon();
    void refresh();
    /// Why there is no comparison; empty where there is one.
    [[nodiscard]] QString obstacle() const;

    SessionModel& m_session;
    TestImages& m_images;
    LiveMorph& m_live;
    QBasicTimer m_timer;
    QLabel* m_difference;
    QLabel* m_interval;
    QLabel* m_counts;
    QLabel* m_probability;
    QLabel* m_note;
    bool m_brief = false;
};

} // namespace morphospace
