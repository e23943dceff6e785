// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/cloud_view.h"

#include "widgets/theme/theme.h"
#include "widgets/weightspace/cloud_overlay.h"
#include "widgets/weightspace/cloud_painter.h"

#include <QEvent>
#include <QToolTip>

#include <algorithm>

namespace morphospace {

void CloudView::setSpecimen(std::function<QImage(int)> specimen)
{
    m_specimen = std::move(specimen);
    refreshSpecimen();
}

void CloudView::refreshSpecimen()
{
    if (m_overlay != nullptr) {
        m_overlay->update();
    }
}

void CloudView::mark(int member)
{
    m_byKeys = false;
    if (m_carded != (member >= 0)) {
        m_carded = member >= 0;
        refreshSpecimen();
    }
    if (member != m_marked) {
        m_marked = member;
        describe();
        refreshSpecimen();
        Q_EMIT markedChanged(member);
    }
}

void CloudView::markByKeys(int member)
{
    mark(member);
    m_byKeys = true;
}

void CloudView::startKeysAt(int member)
{
    markByKeys(member);
    hideCard();
}

void CloudView::hideCard()
{
    if (m_carded) {
        m_carded = false;
        refreshSpecimen();
    }
}

bool CloudView::hasCard(bool focused) const
{
    return m_marked >= 0 && m_carded && (!m_byKeys || focused);
}

bool CloudView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && hasCard(hasFocus())) {
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void CloudView::pointAt(int member)
{
    if (member >= 0 || !m_byKeys) {
        mark(member);
    }
}

void CloudView::takeData(CloudData data)
{
    m_data = std::move(data);
    if (m_marked >= int(m_data.size())) {
        m_marked = -1;
        Q_EMIT markedChanged(-1);
    }
}

std::vector<QPointF> CloudView::positions() const
{
    std::vector<QPointF> list;
    list.reserve(m_data.size());
    for (const CloudPlace& place : m_data.places) {
        list.push_back(positionOf(place));
    }
    return list;
}

int CloudView::memberTowards(const QPointF& way, const QPointF& middle) const
{
    if (m_data.places.empty()) {
        return -1;
    }
    // In pixels, as a person sees distances, with y upwards.
    const auto upwards = [](const QPointF& at) { return QPointF(at.x(), -at.y()); };
    std::vector<QPointF> places = positions();
    std::ranges::transform(places, places.begin(), upwards);
    const QPointF from = m_marked >= 0 ? places[std::size_t(m_marked)]
        : m_data.current               ? upwards(positionOf(*m_data.current))
                                       : upwards(middle);
    return nextTowards(places, from, way, m_marked);
}

bool CloudView::memberKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0) {
            Q_EMIT memberWanted(m_marked);
            return true;
        }
        return false;
    case Qt::Key_Space:
        if (m_marked >= 0) {
            const auto member = std::size_t(m_marked);
            Q_EMIT selectionWanted(changedSelection(m_data.selected, {member},
                                                    m_data.isSelected(member) ? SelectionWay::Remove
                                                                              : SelectionWay::Add));
            return true;
        }
        return false;
    case Qt::Key_Escape:
        if (!m_data.selected.empty()) {
            Q_EMIT selectionWanted({});
            return true;
        }
        return false;
    default: return false;
    }
}

void CloudView::paintMarkedCard(QPainter& painter, const QRectF& seen, bool focused, bool three) const
{
    if (!hasCard(focused)) {
        return;
    }
    const QPointF at = positionOf(m_data.places[std::size_t(m_marked)]);
    if (seen.contains(at)) {
        const QString name = m_data.names.value(m_marked);
        QString words = memberText(m_data, std::size_t(m_marked), three).mid(name.size() + 2);
        words.replace(QStringLiteral("; "), QStringLiteral("\n"));
        paintCard(painter, QRectF(rect()), at, m_specimen ? m_specimen(m_marked) : QImage(), name,
                  words, currentTheme());
    }
}

void CloudView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_overlay != nullptr) {
        m_overlay->setGeometry(rect());
    }
}

} // namespace morphospace
