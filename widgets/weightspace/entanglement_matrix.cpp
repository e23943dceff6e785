// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/entanglement_matrix.h"

#include "widgets/language/words.h"
#include "widgets/shared/fitted_font.h"
#include "widgets/shared/focus_ring.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/diverging_colours.h"
#include "widgets/theme/paper.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

struct Frame {
    QRectF cells;       ///< all of them
    double legend = 0;  ///< height of the bar below
    bool turned = false;
};

double longest(const QFont& font, const QStringList& texts)
{
    double width = 0;
    for (const QString& text : texts) {
        width = std::max(width, QFontMetricsF(font).horizontalAdvance(text));
    }
    return width;
}

Frame frameFor(const EntanglementData& data, const QRectF& area, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const double words = std::min(longest(font, data.names), 0.34 * area.width());
    Frame frame;
    frame.legend = metrics.height() + 8;
    const double left = area.left() + words + 10;
    const double width = area.right() - 4 - left;
    const double cell = width / std::max(1, data.size());
    frame.turned = words > cell - 4;
    const double top = area.top() + (frame.turned ? words + 8 : metrics.height() + 6);
    const double height = area.bottom() - frame.legend - top;
    // Cells may be flat, but not tall: values are wider than high.
    const double side = std::min(cell, height / std::max(1, data.size()));
    const double across = std::min(cell, std::max(side * 2.2, metrics.horizontalAdvance(QStringLiteral("−0.00")) + 8));
    frame.cells = {left, top, across * data.size(), side * data.size()};
    return frame;
}

QColor cosineColour(double cosine, const Theme& theme)
{
    static const std::vector<QRgb> light = divergingColours(false);
    static const std::vector<QRgb> dark = divergingColours(true);
    const std::vector<QRgb>& colours = theme.dark ? dark : light;
    const double place = (std::clamp(cosine, -1.0, 1.0) + 1) / 2 * double(colours.size() - 1);
    return QColor(colours[std::size_t(std::lround(place))]);
}

/// WCAG's relative luminance says which of two colours is read on a third.
QColor readable(const QColor& ground, const Theme& theme)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor& c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())
            + 0.05;
    };
    const auto contrast = [&](const QColor& one) {
        const double a = luminance(one);
        const double b = luminance(ground);
        return std::max(a, b) / std::min(a, b);
    };
    const QColor dark = theme.dark ? theme.window : QColor(Qt::black);
    const QColor bright = theme.dark ? theme.text : QColor(Qt::white);
    return contrast(dark) > contrast(bright) ? dark : bright;
}

QString valueText(double cosine)
{
    return decimalText(std::abs(cosine) < 0.005 ? 0 : cosine, 2);
}

} // namespace

QString pairText(const EntanglementData& data, int row, int column)
{
    const double cosine = data.at(row, column);
    if (row == column) {
        return tr("%1 with itself").arg(data.names[row]);
    }
    const QString says = std::abs(cosine) < 0.1 ? tr("nearly independent")
        : cosine > 0 ? tr("moving one moves the other the same way")
                     : tr("moving one moves the other the opposite way");
    return tr("%1 and %2: cosine %3, %4")
        .arg(data.names[row], data.names[column], valueText(cosine), says);
}

QString entanglementText(const EntanglementData& data)
{
    int row = -1;
    int column = -1;
    for (int r = 0; r < data.size(); ++r) {
        for (int c = 0; c < r; ++c) {
            if (row < 0 || std::abs(data.at(r, c)) > std::abs(data.at(row, column))) {
                row = r;
                column = c;
            }
        }
    }
    QString text = tr("Cosines between %n direction(s).", nullptr, data.size());
    if (row >= 0) {
        text += u' ' + tr("Most entangled: %1.").arg(pairText(data, row, column));
    }
    if (!data.note.isEmpty()) {
        text += u' ' + data.note;
    }
    return text;
}

QRectF entanglementCell(const EntanglementData& data, const QRectF& area, const QFont& font, int row,
                        int column)
{
    const Frame frame = frameFor(data, area, font);
    const double width = frame.cells.width() / std::max(1, data.size());
    const double height = frame.cells.height() / std::max(1, data.size());
    return {frame.cells.left() + column * width, frame.cells.top() + row * height, width, height};
}

void paintEntanglement(QPainter& painter, const QRectF& area, const EntanglementData& data,
                       const Theme& theme, int markedRow, int markedColumn)
{
    if (data.size() == 0) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont normal = painter.font();
    const QFontMetricsF metrics(normal);
    const Frame frame = frameFor(data, area, normal);
    const double width = frame.cells.width() / data.size();
    const double height = frame.cells.height() / data.size();
    const double words = frame.cells.left() - area.left() - 10;
    for (int i = 0; i < data.size(); ++i) {
        const bool marked = i == markedRow || i == markedColumn;
        QFont font = normal;
        font.setWeight(marked ? QFont::DemiBold : QFont::Normal);
        painter.setFont(fittedFont(font, data.names[i], words));
        painter.setPen(marked ? theme.text : theme.muted);
        painter.drawText(QRectF(area.left(), frame.cells.top() + i * height, words + 4, height),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, data.names[i]);
        const double x = frame.cells.left() + (i + 0.5) * width;
        if (frame.turned) {
            painter.save();
            painter.translate(x, frame.cells.top() - 5);
            painter.rotate(-90);
            painter.drawText(QRectF(0, -metrics.height() / 2, words + 4, metrics.height()),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, data.names[i]);
            painter.restore();
        } else {
            painter.drawText(QRectF(x - width / 2, frame.cells.top() - metrics.height() - 3, width,
                                    metrics.height()),
                             Qt::AlignCenter | Qt::TextDontClip, data.names[i]);
        }
    }
    const QFont small =
        fittedFont(normal, QStringLiteral("−0.00"), std::max(6.0, width - 4), 0.55);
    const bool room = QFontMetricsF(small).capHeight() < height - 2
        && QFontMetricsF(small).horizontalAdvance(QStringLiteral("−0.00")) < width;
    painter.setFont(small);
    for (int r = 0; r < data.size(); ++r) {
        for (int c = 0; c < data.size(); ++c) {
            const QRectF cell(frame.cells.left() + c * width, frame.cells.top() + r * height, width,
                              height);
            // With itself every direction is alike: no colour draws the eye there.
            const QColor ground = r == c ? theme.window : cosineColour(data.at(r, c), theme);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRect(cell);
            if (room) {
                painter.setPen(r == c ? theme.muted : readable(ground, theme));
                painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip, valueText(data.at(r, c)));
            }
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.line, 0.8));
    for (int i = 0; i <= data.size(); ++i) {
        const double x = frame.cells.left() + i * width;
        const double y = frame.cells.top() + i * height;
        painter.drawLine(QPointF(x, frame.cells.top()), QPointF(x, frame.cells.bottom()));
        painter.drawLine(QPointF(frame.cells.left(), y), QPointF(frame.cells.right(), y));
    }
    // The scale: -1, 0 and 1 under the matrix.
    painter.setFont(normal);
    const double end = metrics.horizontalAdvance(QStringLiteral("−1")) + 6;
    const double most = std::min(frame.cells.width() - 2 * end, 220.0);
    const QRectF bar(frame.cells.left() + end, frame.cells.bottom() + 8, most,
                     std::max(6.0, metrics.height() - 8));
    QImage ramp(255, 1, QImage::Format_RGB32);
    for (int x = 0; x < 255; ++x) {
        ramp.setPixelColor(x, 0, cosineColour(2 * x / 254.0 - 1, theme));
    }
    painter.drawImage(bar, ramp);
    painter.setPen(theme.line);
    painter.drawRect(bar);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(bar.left() - end - 4, bar.center().y() - metrics.height() / 2, end,
                            metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, valueText(-1).left(2));
    painter.drawText(QRectF(bar.right() + 4, bar.center().y() - metrics.height() / 2, end,
                            metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("1"));
    if (markedRow >= 0 && markedColumn >= 0) {
        const QRectF cell(frame.cells.left() + markedColumn * width,
                          frame.cells.top() + markedRow * height, width, height);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.surface, 4));
        painter.drawRect(cell);
        painter.setPen(QPen(theme.text, 2));
        painter.drawRect(cell);
    }
    painter.restore();
}

Figure entanglementFigure(const EntanglementData& data)
{
    Figure figure;
    figure.name = QStringLiteral("entanglement");
    figure.title = tr("Entanglement of directions");
    figure.description = entanglementText(data);
    figure.paint = [data](QPainter& painter, const QSizeF& size) {
        paintEntanglement(painter, QRectF(QPointF(0, 0), size).adjusted(6, 6, -6, -6), data,
                          paperTheme());
    };
    figure.heightFor = [data](double width) {
        return std::clamp(width * 0.62, 90.0 + 22.0 * data.size(), 480.0);
    };
    NumberTable table;
    table.name = QStringLiteral("entanglement");
    table.columns = QStringLiteral("direction,other,cosine").split(u',');
    for (int r = 0; r < data.size(); ++r) {
        for (int c = 0; c < data.size(); ++c) {
            table.rows += QVariantList{data.names[r], data.names[c], data.at(r, c)};
        }
    }
    figure.numbers = {table};
    return figure;
}

EntanglementMatrix::EntanglementMatrix(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleName(tr("Entanglement of directions"));
    setToolTip(tr("Cosines between directions: how far moving along one is moving along another. "
                  "Arrows read the cells"));
    describe();
}

void EntanglementMatrix::setData(EntanglementData data)
{
    m_data = std::move(data);
    if (m_row >= m_data.size() || m_column >= m_data.size()) {
        m_row = m_column = -1;
    }
    describe();
    update();
}

void EntanglementMatrix::describe()
{
    setAccessibleDescription(m_row >= 0 ? pairText(m_data, m_row, m_column)
                                        : entanglementText(m_data));
}

void EntanglementMatrix::read(int row, int column)
{
    if (m_data.size() == 0) {
        return;
    }
    row = std::clamp(row, 0, m_data.size() - 1);
    column = std::clamp(column, 0, m_data.size() - 1);
    if (row != m_row || column != m_column) {
        m_row = row;
        m_column = column;
        describe();
        update();
        Q_EMIT cellChanged(row, column);
    }
}

QPoint EntanglementMatrix::positionOf(int row, int column) const
{
    return entanglementCell(m_data, QRectF(rect()).adjusted(6, 4, -6, -4), font(), row, column)
        .center()
        .toPoint();
}

std::pair<int, int> EntanglementMatrix::cellAt(const QPointF& position) const
{
    const QRectF area = QRectF(rect()).adjusted(6, 4, -6, -4);
    for (int r = 0; r < m_data.size(); ++r) {
        for (int c = 0; c < m_data.size(); ++c) {
            if (entanglementCell(m_data, area, font(), r, c).contains(position)) {
                return {r, c};
            }
        }
    }
    return {-1, -1};
}

bool EntanglementMatrix::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto [row, column] = cellAt(help->pos());
        if (row >= 0) {
            QToolTip::showText(help->globalPos(), pairText(m_data, row, column), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void EntanglementMatrix::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().surface);
    paintEntanglement(painter, QRectF(rect()).adjusted(6, 4, -6, -4), m_data, currentTheme(),
                      hasFocus() ? m_row : -1, hasFocus() ? m_column : -1);
}

void EntanglementMatrix::mousePressEvent(QMouseEvent* event)
{
    const auto [row, column] = cellAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0) {
        read(row, column);
        Q_EMIT pairChosen(row, column);
    }
}

void EntanglementMatrix::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_row < 0) {
        read(std::min(1, m_data.size() - 1), 0);
    }
    update();
}

void EntanglementMatrix::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void EntanglementMatrix::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: read(m_row, m_column - 1); break;
    case Qt::Key_Right: read(m_row, m_column + 1); break;
    case Qt::Key_Up: read(m_row - 1, m_column); break;
    case Qt::Key_Down: read(m_row + 1, m_column); break;
    case Qt::Key_Home: read(m_row, 0); break;
    case Qt::Key_End: read(m_row, m_data.size() - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_row >= 0) {
            Q_EMIT pairChosen(m_row, m_column);
            break;
        }
        [[fallthrough]];
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace morphospace
