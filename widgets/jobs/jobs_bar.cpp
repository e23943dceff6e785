// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobs_bar.h"

#include "widgets/shared/card.h"
#include "widgets/shared/elided_label.h"
#include "widgets/shared/icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace morphospace {

JobsBar::JobsBar(JobBoard& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_text(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_more(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("muted"));
    m_text->setAccessibleName(tr("Running job"));
    m_text->setToolTip(tr("What is being computed now"));
    m_progress->setFixedWidth(130);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    describeControl(m_progress, tr("Progress of the job"), tr("How much of the job is done"));
    m_cancel->setIcon(icon(QStringLiteral("cancel")));
    m_cancel->setAutoRaise(true);
    describeControl(m_cancel, tr("Cancel the job"), tr("Stops this job; what it has done stays"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    describeControl(m_more, tr("All jobs"), tr("Lists everything that runs or waits; choose one to "
                                               "cancel it"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 2, 8, 2);
    row->setSpacing(10);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_more);
    setFixedHeight(std::max(34, fontMetrics().height() + 16));
    connect(m_cancel, &QToolButton::clicked, this, &JobsBar::cancelShown);
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        for (const auto& [id, status] : m_jobs.active()) {
            m_more->menu()->addAction(icon(QStringLiteral("cancel")),
                                      tr("Cancel: %1").arg(QString::fromStdString(status.name)),
                                      this, [this, job = id] { m_jobs.cancel(job); });
        }
    });
    connect(&m_jobs, &JobBoard::changed, this, &JobsBar::refresh);
    refresh();
}

QString JobsBar::text() const
{
    return m_text->text();
}

void JobsBar::tell(const QString& text)
{
    m_told = text;
    m_toldAfter = m_newest;
    refresh();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void JobsBar::cancelShown()
{
    m_jobs.cancel(m_shown);
}

void JobsBar::refresh()
{
    const auto& active = m_jobs.active();
    m_newest = active.empty() ? m_newest : std::max(m_newest, active.rbegin()->first);
    if (m_newest > m_toldAfter) {
        m_told.clear();
    }
    // The one that runs longest: the oldest.
    m_shown = active.empty() ? 0 : active.begin()->first;
    const bool any = m_shown != 0;
    m_progress->setVisible(any);
    m_cancel->setVisible(any);
    m_more->setVisible(active.size() > 1);
    m_more->setText(tr("+ %1").arg(active.size() - 1));
    if (!any) {
        m_text->setText(m_told.isEmpty() ? tr("Ready") : m_told);
        return;
    }
    const JobStatus& status = active.begin()->second;
    QString text = QString::fromStdString(status.name);
    if (!status.note.empty()) {
        text += QStringLiteral(" · ") + QString::fromStdString(status.note);
    }
    m_text->setText(text);
    if (status.progress < 0) {
        m_progress->setRange(0, 0);
    } else {
        m_progress->setRange(0, 1000);
        m_progress->setValue(int(std::lround(1000 * status.progress)));
    }
}

} // namespace morphospace
