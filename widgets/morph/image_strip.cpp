// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/image_strip.h"

#include "widgets/model/examples.h"
#include "widgets/shared/text.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double gap = 8;
constexpr double largestTile = 112;   // four times the 28 pixels of most data sets
constexpr double smallestTile = 22;
constexpr double printTile = 44;    // of a figure whose height is free
constexpr double printScale = 4;    // pixels a unit: 384 dots per inch at 9 points

double lineHeight(const QFont& font)
{
    return std::ceil(QFontMetricsF(font).height()) + 1;
}

QFont smallFont(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.85);
    return font;
}

/// Room of a letter and its percentage.
double letterRoom(const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(QStringLiteral("W  100"));
}

/// A cross in a disc: "wrong" by shape as well as by colour.
void paintCross(QPainter& painter, const QPointF& centre, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, 6.5, 6.5);
    painter.setPen(QPen(currentTheme().surface, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-2.6, -2.6), centre + QPointF(2.6, 2.6));
    painter.drawLine(centre + QPointF(-2.6, 2.6), centre + QPointF(2.6, -2.6));
}

} // namespace

ImageStrip::ImageStrip(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Test images and predictions"));
    setToolTip(tr("Test images with the predicted class and its probability; choose one with the "
                  "mouse or the arrow keys to see it enter the network"));
}

void ImageStrip::clear()
{
    m_images.reset();
    m_which.clear();
    m_pictures.clear();
    m_scaled.clear();
    m_current.clear();
    m_pinned.clear();
    m_selected = 0;
    updateGeometry();
    update();
}

void ImageStrip::setImages(std::shared_ptr<const ImageSet> images, std::vector<std::size_t> which)
{
    clear();
    m_images = std::move(images);
    m_which = std::move(which);
    m_pictures.reserve(m_which.size());
    for (const std::size_t index : m_which) {
        m_pictures.push_back(pictureOf(*m_images, index));
    }
    updateGeometry();
    update();
}

void ImageStrip::setCurrent(std::vector<Prediction> predictions)
{
    m_current = std::move(predictions);
    m_fresh = true;
    describeAll();
    update();
}

void ImageStrip::setPinned(std::vector<Prediction> predictions)
{
    const bool more = m_pinned.empty() != predictions.empty();
    m_pinned = std::move(predictions);
    if (more) {
        updateGeometry();
    }
    update();
}

int ImageStrip::wrongCount() const
{
    int wrong = 0;
    for (std::size_t i = 0; i < std::min(m_which.size(), m_current.size()); ++i) {
        wrong += m_current[i].label != m_images->labels[m_which[i]];
    }
    return wrong;
}

QString ImageStrip::words(int index) const
{
    const auto at = std::size_t(index);
    if (!m_images || at >= m_which.size()) {
        return {};
    }
    const auto className = [&](int label) {
        return QString::fromStdString(m_images->classNames.at(std::size_t(label)));
    };
    const int truth = m_images->labels[m_which[at]];
    QString text = tr("a test image of %1").arg(className(truth));
    const auto add = [&](const QString& who, const std::vector<Prediction>& said) {
        if (at < said.size()) {
            text += tr("; %1 says %2, %3 (%4)")
                        .arg(who, className(said[at].label), percentText(said[at].confidence, 0),
                             said[at].label == truth ? tr("right") : tr("wrong"));
        }
    };
    add(QStringLiteral("B"), m_current);
    add(QStringLiteral("A"), m_pinned);
    return text;
}

double ImageStrip::longestWords() const
{
    const QFontMetricsF small(smallFont(font()));
    double longest = 0;
    for (const auto* said : {&m_current, &m_pinned}) {
        for (std::size_t i = 0; i < std::min(said->size(), m_which.size()); ++i) {
            const std::string& name = m_images->classNames.at(std::size_t((*said)[i].label));
            longest = std::max(longest, small.horizontalAdvance(QString::fromStdString(name)));
        }
    }
    return std::ceil(longest + small.horizontalAdvance(QStringLiteral(" 100")) + 2);
}

double ImageStrip::heightBelow() const
{
    return (m_pinned.empty() ? 1 : 2) * lineHeight(smallFont(font())) + 10;
}

double ImageStrip::heightForPrint(double width) const
{
    const int count = std::max(1, int(m_which.size()));
    const double cell = std::max(longestWords(), printTile) + gap;
    const int most = std::clamp(int((width - gap) / cell), 1, count);
    const int rows = (count + most - 1) / most;
    return rows * (printTile + heightBelow() + gap) + gap;
}

double ImageStrip::leastWidth() const
{
    // On the screen long names are shortened; a letter and its percentage always have their room.
    return m_print ? longestWords() : letterRoom(smallFont(font()));
}

int ImageStrip::mostColumns(double width) const
{
    const int count = std::max(1, int(m_which.size()));
    const int most = std::clamp(int((width - gap) / (std::max(smallestTile, leastWidth()) + gap)), 1,
                                count);
    const int rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

int ImageStrip::heightForWidth(int width) const
{
    const int count = std::max(1, int(m_which.size()));
    const int columns = mostColumns(width);
    const int rows = (count + columns - 1) / columns;
    return int(std::ceil(rows * (smallestTile + heightBelow() + gap) + gap));
}

ImageStrip::Grid ImageStrip::grid() const
{
    const int count = std::max(1, int(m_which.size()));
    const double below = heightBelow();
    const double least = leastWidth();
    Grid best;
    best.tile = smallestTile;
    for (int rows = 1; rows <= count; ++rows) {
        const int columns = (count + rows - 1) / rows;
        const double across = (width() - gap) / double(columns) - gap;
        if (across < least) {
            continue;
        }
        const double tile = std::floor(
            std::min({across, (height() - gap) / double(rows) - gap - below, largestTile}));
        if (tile > best.tile || (rows == 1 && tile >= smallestTile)) {
            best.columns = columns;
            best.tile = tile;
        }
    }
    if (best.tile <= smallestTile) {
        best.columns = mostColumns(width());
    }
    best.width = best.tile + gap;
    // Where there is room to the side, the cells take it.
    best.width = std::max(best.width, std::min((width() - gap) / double(best.columns),
                                               std::max(best.tile * 1.5, least) + gap));
    best.height = best.tile + below + gap;
    best.left = (width() - best.columns * best.width) / 2;
    const int rows = (count + best.columns - 1) / best.columns;
    best.top = m_print ? gap / 2 : std::max(gap / 2, (height() - rows * best.height) / 2);
    return best;
}

QRectF ImageStrip::cell(const Grid& grid, int index) const
{
    return {grid.left + (index % grid.columns) * grid.width,
            grid.top + (index / grid.columns) * grid.height, grid.width, grid.height};
}

int ImageStrip::indexAt(const QPointF& position) const
{
    const Grid g = grid();
    for (int i = 0; i < int(m_which.size()); ++i) {
        if (cell(g, i).contains(position)) {
            return i;
        }
    }
    return -1;
}

void ImageStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter);
    if (m_fresh) {
        m_fresh = false;
        Q_EMIT painted();
    }
}

void ImageStrip::paint(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Grid g = grid();
    scalePictures(g.tile);
    for (int i = 0; i < int(m_which.size()); ++i) {
        paintCell(painter, cell(g, i), g, i);
    }
}

void ImageStrip::scalePictures(double tile)
{
    // Scaling costs more than drawing, and a drag redraws the same pictures many times.
    const double scale = m_print ? printScale : devicePixelRatioF();
    const int side = int(std::lround(tile * scale));
    if (m_scaled.size() == m_pictures.size() && !m_scaled.empty()
        && m_scaled.front().width() == side && m_scaled.front().devicePixelRatio() == scale) {
        return;
    }
    m_scaled.clear();
    for (const QImage& picture : m_pictures) {
        QPixmap pixmap = QPixmap::fromImage(
            picture.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(scale);
        m_scaled.push_back(std::move(pixmap));
    }
}

void ImageStrip::paintCell(QPainter& painter, const QRectF& cell, const Grid& grid, int index) const
{
    const Theme& theme = currentTheme();
    const auto at = std::size_t(index);
    const int truth = m_images->labels[m_which[at]];
    const QRectF picture(cell.center().x() - grid.tile / 2, cell.top() + gap / 2, grid.tile,
                         grid.tile);
    if (index == m_selected && !m_print) {
        QColor fill = theme.accent;
        fill.setAlphaF(theme.dark ? 0.22F : 0.12F);
        painter.setPen(hasFocus() ? QPen(theme.accent, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(cell.adjusted(1, 0, -1, -gap / 2), 6, 6);
    }
    if (m_print) {
        painter.drawPixmap(picture, m_scaled[at], QRectF(m_scaled[at].rect()));
    } else {
        painter.drawPixmap(picture.topLeft(), m_scaled[at]);
    }
    painter.setBrush(Qt::NoBrush);

    const QFont small = smallFont(font());
    painter.setFont(small);
    const double line = lineHeight(small);
    QRectF row(cell.left() + 2, picture.bottom() + 3, cell.width() - 4, line);
    const auto say = [&](const std::vector<Prediction>& said, const QColor& bar) {
        if (at >= said.size()) {
            return;
        }
        const bool right = said[at].label == truth;
        const double width = grid.tile;
        const QRectF track(picture.left(), row.bottom() - 2.5, width, 2.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.line);
        painter.drawRoundedRect(track, 1.2, 1.2);
        painter.setBrush(right ? bar : theme.wrong);
        QRectF filled = track;
        filled.setWidth(width * double(said[at].confidence));
        painter.drawRoundedRect(filled, 1.2, 1.2);
        painter.setPen(right ? theme.text : theme.wrong);
        const QString name = QString::fromStdString(m_images->classNames.at(std::size_t(said[at].label)));
        const QString sure = QString::number(qRound(100 * said[at].confidence));
        if (m_print) {
            // Under the middle of its picture, so that it cannot be taken for the neighbour's.
            painter.drawText(QRectF(cell.left(), row.top() - 2, cell.width(), row.height()),
                             Qt::AlignCenter, name + u' ' + sure);
            row.translate(0, line + 2);
            return;
        }
        // A narrow tile borrows from the space beside it.
        const double wide = std::max(width, std::min(cell.width() - gap, letterRoom(small)));
        const QRectF words(picture.center().x() - wide / 2, row.top() - 2, wide, row.height());
        const double room = wide - QFontMetricsF(small).horizontalAdvance(sure) - 3;
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(small).elidedText(name, Qt::ElideRight, room));
        painter.setPen(right ? theme.muted : theme.wrong);
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, sure);
        row.translate(0, line + 2);
    };
    say(m_current, theme.accent);
    say(m_pinned, theme.pinned);
    if (at < m_current.size() && m_current[at].label != truth) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.wrong, 2));
        painter.drawRect(picture.adjusted(-1, -1, 1, 1));
        paintCross(painter, picture.topRight(), theme.wrong);
    }
    if (at < m_pinned.size() && m_pinned[at].label != truth) {
        paintCross(painter, picture.topLeft(), theme.pinned);
    }
}

void ImageStrip::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    if (index >= 0) {
        select(index);
    }
}

void ImageStrip::keyPressEvent(QKeyEvent* event)
{
    const int columns = grid().columns;
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Right: step = 1; break;
    case Qt::Key_Left: step = -1; break;
    case Qt::Key_Down: step = columns; break;
    case Qt::Key_Up: step = -columns; break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_which.empty()) {
        select(std::clamp(m_selected + step, 0, int(m_which.size()) - 1));
    }
}

bool ImageStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        if (index >= 0) {
            QToolTip::showText(help->globalPos(), words(index), this);
            return true;
        }
    }
    return QWidget::event(event);
}

void ImageStrip::select(int index)
{
    if (index < 0 || std::size_t(index) >= m_which.size()) {
        return;
    }
    m_selected = index;
    setAccessibleDescription(words(index));
    update();
    Q_EMIT selectedChanged(index);
}

void ImageStrip::describeAll()
{
    if (m_images) {
        setAccessibleDescription(tr("%1 of %2 images right")
                                     .arg(int(m_which.size()) - wrongCount())
                                     .arg(m_which.size()));
    }
}

} // namespace morphospace
