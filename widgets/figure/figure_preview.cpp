// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure_preview.h"

#include "widgets/shared/card.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace morphospace {

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent)
{
    describeControl(this, tr("Preview of the figure"),
                    tr("The figure on its page, as it will be written"));
}

void FigurePreview::setRecording(Recording recording)
{
    m_recording = std::move(recording);
    update();
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    constexpr double around = 12;
    const QSizeF page = m_recording.size;
    if (page.isEmpty()) {
        return;
    }
    QPainter painter(this);
    const double scale =
        std::min((width() - 2 * around) / page.width(), (height() - 2 * around) / page.height());
    const QSizeF shown = page * scale;
    const QRectF paper(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2),
                       shown);
    painter.setPen(QPen(currentTheme().line, 1));
    painter.setBrush(Qt::white);
    painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setClipRect(paper);
    painter.translate(paper.topLeft());
    painter.scale(scale, scale);
    replay(m_recording, painter);
}

} // namespace morphospace
