// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_data.h"
#include "widgets/shared/plot_axis.h"
#include "widgets/weightspace/cloud_painter.h"

#include <qcustomplot.h>

namespace morphospace {

/// Ticks with the digits that the window's other numbers have.
class CloudTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return tickText(tick, getTickStep(m_range));
    }
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        m_range = range;
        return QCPAxisTicker::createTickVector(step, range);
    }

private:
    QCPRange m_range;
};

/// The members: shapes and colours of their own, which a graph of one style cannot have.
class CloudMembers : public QCPAbstractPlottable {
public:
    CloudMembers(QCPAxis* x, QCPAxis* y, const CloudData& data)
        : QCPAbstractPlottable(x, y)
        , m_data(data)
    {
        removeFromLegend();
        setSelectable(QCP::stNone);
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override { return range(found, 0); }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override
    {
        return range(found, 1);
    }

protected:
    void draw(QCPPainter* painter) override
    {
        const Theme& theme = currentTheme();
        const CloudRange colours = colourRange(m_data);
        const double radius = memberRadius(m_data.size(), clipRect().size());
        const QRectF seen = QRectF(clipRect()).adjusted(-12, -12, 12, 12);
        painter->setAntialiasing(true);
        for (const std::size_t i : paintingOrder(m_data)) {
            const QPointF at =
                coordsToPixels(m_data.places[i][0], m_data.places[i][1]);
            if (seen.contains(at)) {
                paintMember(*painter, at, radius, memberColour(m_data, i, colours, theme),
                            m_data.groupOf(i), m_data.isSelected(i), theme);
            }
        }
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    [[nodiscard]] QCPRange range(bool& found, std::size_t axis) const
    {
        found = !m_data.places.empty();
        const CloudRange range = placeRange(m_data, axis);
        return {range.least, range.greatest};
    }
    const CloudData& m_data;
};

/// An axis in the colours of the theme.
inline void styleCloudAxis(QCPAxis* axis, const QFont& small)
{
    const Theme& theme = currentTheme();
    styleAxis(axis, small, theme.text);
    QColor line = theme.line;
    line.setAlphaF(0.7F);
    axis->grid()->setPen(QPen(line, 1));
    axis->grid()->setZeroLinePen(QPen(theme.line, 1.4));
}

} // namespace morphospace
