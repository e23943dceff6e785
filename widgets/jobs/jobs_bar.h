// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/job_board.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace morphospace {

/// What runs now, or what was done last, in the status bar: name, progress and a cancel. Long work comes before live
/// measuring; where there is more than one, a menu lists them all, each with its cancel.
class JobsBar : public QWidget {
    Q_OBJECT
public:
    explicit JobsBar(JobBoard& jobs, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// What was done stands in the place of "Ready" until a new job begins: nothing moves for it.
    void tell(const QString& text);
    void cancelShown();

private:
    void refresh();

    JobBoard& m_jobs;
    JobId m_shown = 0;
    JobId m_newest = 0;      ///< of the jobs seen so far
    JobId m_toldAfter = 0;   ///< the newest when it was told
    QString m_told;
    QLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QToolButton* m_more;
};

} // namespace morphospace
