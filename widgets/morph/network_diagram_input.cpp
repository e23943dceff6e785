// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagram tells about the unit under the mouse or chosen with the keys.
#include "widgets/morph/network_diagram.h"

#include "widgets/model/size_text.h"
#include "widgets/shared/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QToolTip>

#include <algorithm>

namespace morphospace {

QString NetworkDiagram::unitText(const QString& name) const
{
    if (!m_family || name.isEmpty()) {
        return {};
    }
    const auto unit = unitAt(*m_family, m_current, name.toStdString());
    if (!unit) {
        return {};
    }
    const QString shape = unit->operation == Operation::Linear
        ? QStringLiteral("%1 × %2").arg(unit->out.size).arg(unit->in.size)
        : QStringLiteral("%1 × %2 × %3 × %3").arg(unit->out.size).arg(unit->in.size).arg(unit->kernel);
    const std::int64_t parameters = unit->weightCount() + unit->out.size;
    const std::int64_t macs = unit->weightCount() * unit->outputSize * unit->outputSize;
    const QString row = QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;&nbsp;%2</td></tr>");
    return QStringLiteral("<b>%1</b><table>").arg(name.toHtmlEscaped())
        + row.arg(tr("weight"), shape) + row.arg(tr("writes"),
                                                 unit->operation == Operation::Linear
                                                     ? tr("%1 scores").arg(unit->out.size)
                                                     : QStringLiteral("%1 × %2 × %2")
                                                           .arg(unit->out.size)
                                                           .arg(unit->outputSize))
        + row.arg(tr("parameters"), countText(parameters)) + row.arg(tr("MACs"), countText(macs))
        + QStringLiteral("</table>");
}

void NetworkDiagram::mouseMoveEvent(QMouseEvent* event)
{
    const QString name = unitNameAt(event->position());
    if (name != m_hovered) {
        m_hovered = name;
        update();
        if (name.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(event->globalPosition().toPoint(), unitText(name), this);
        }
    }
}

void NetworkDiagram::leaveEvent(QEvent*)
{
    m_hovered.clear();
    update();
}

bool NetworkDiagram::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString name = unitNameAt(help->pos());
        if (!name.isEmpty()) {
            QToolTip::showText(help->globalPos(), unitText(name), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || !m_family) {
        QWidget::keyPressEvent(event);
        return;
    }
    const std::vector<Unit> list = units(*m_family, m_current);
    int at = step > 0 ? -1 : int(list.size());
    for (int i = 0; i < int(list.size()); ++i) {
        if (QString::fromStdString(list[std::size_t(i)].name) == m_selected) {
            at = i;
        }
    }
    at = std::clamp(at + step, 0, int(list.size()) - 1);
    select(QString::fromStdString(list[std::size_t(at)].name));
}

void NetworkDiagram::focusOutEvent(QFocusEvent* event)
{
    select({});
    QWidget::focusOutEvent(event);
}

void NetworkDiagram::select(const QString& name)
{
    m_selected = name;
    const DiagramBox* box = m_layout.find(name.toStdString());
    if (box != nullptr) {
        QToolTip::showText(mapToGlobal(box->slot.center().toPoint()), unitText(name), this);
        setAccessibleDescription(unitText(name).remove(QRegularExpression(QStringLiteral("<[^>]*>"))));
    } else {
        QToolTip::hideText();
        setAccessibleDescription(summary());
    }
    update();
}

QString NetworkDiagram::summary() const
{
    if (!m_family) {
        return {};
    }
    return tr("%1 with widths and depths %2: %3 parameters")
        .arg(QString::fromUtf8(familyName(m_family->kind).data()),
             sizeText(m_current),
             countText(parameterCount(*m_family, m_current)));
}

} // namespace morphospace
