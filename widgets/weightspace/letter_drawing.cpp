// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/letter_drawing.h"

#include "widgets/weightspace/letter_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace morphospace {
namespace {

constexpr int oversampling = 12;
constexpr std::size_t mostSteps = 200;

void paintStroke(QPainter& painter, const LetterStroke& stroke, double scale)
{
    const QColor colour = stroke.erases ? Qt::black : Qt::white;
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
        const LetterStroke::Point& to = stroke.points[i];
        const LetterStroke::Point& from = stroke.points[i > 0 ? i - 1 : 0];
        const double width = std::max(0.2, (from.width + to.width) / 2) * scale;
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (from.at == to.at) {
            painter.drawPoint(to.at * scale);
        } else {
            painter.drawLine(from.at * scale, to.at * scale);
        }
    }
}

} // namespace

QImage inkOf(const LetterDrawing& drawing, int side)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(0);
    if (drawing.picture) {
        image = enlargedLetter(*drawing.picture, side);
    }
    if (!drawing.strokes.empty()) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const LetterStroke& stroke : drawing.strokes) {
            paintStroke(painter, stroke, double(side) / glyphCell);
        }
    }
    return image;
}

LetterCell cellOf(const LetterDrawing& drawing)
{
    if (drawing.strokes.empty()) {
        return drawing.picture.value_or(LetterCell{});
    }
    const QImage large = inkOf(drawing, glyphCell * oversampling);
    LetterCell cell{};
    for (int y = 0; y < glyphCell; ++y) {
        for (int x = 0; x < glyphCell; ++x) {
            int sum = 0;
            for (int v = 0; v < oversampling; ++v) {
                const std::uint8_t* line = large.constScanLine(y * oversampling + v);
                for (int u = 0; u < oversampling; ++u) {
                    sum += line[x * oversampling + u];
                }
            }
            cell[std::size_t(y * glyphCell + x)] =
                std::uint8_t(std::lround(double(sum) / (oversampling * oversampling)));
        }
    }
    return cell;
}

bool isBlank(const LetterCell& cell)
{
    return std::accumulate(cell.begin(), cell.end(), 0) < 3 * 255;
}

void DrawingHistory::add(LetterDrawing drawing)
{
    m_steps.resize(m_at + 1);
    m_steps.push_back(std::move(drawing));
    if (m_steps.size() > mostSteps) {
        m_steps.erase(m_steps.begin());
    }
    m_at = m_steps.size() - 1;
}

void DrawingHistory::undo()
{
    if (canUndo()) {
        --m_at;
    }
}

void DrawingHistory::redo()
{
    if (canRedo()) {
        ++m_at;
    }
}

GreyPicture greyOf(const QImage& image)
{
    QImage opaque = image;
    if (image.hasAlphaChannel()) {
        const QImage colours = image.convertToFormat(QImage::Format_ARGB32);
        double bright = 0;
        double seen = 0;
        for (int y = 0; y < colours.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(colours.constScanLine(y));
            for (int x = 0; x < colours.width(); ++x) {
                bright += qGray(line[x]) * double(qAlpha(line[x]));
                seen += qAlpha(line[x]);
            }
        }
        // Letters on nothing get paper of the other kind.
        opaque = QImage(image.size(), QImage::Format_RGB32);
        opaque.fill(seen > 0 && bright / seen > 128 ? Qt::black : Qt::white);
        QPainter painter(&opaque);
        painter.drawImage(0, 0, colours);
    }
    const QImage grey = opaque.convertToFormat(QImage::Format_Grayscale8);
    GreyPicture picture;
    picture.width = grey.width();
    picture.height = grey.height();
    picture.pixels.reserve(std::size_t(grey.width()) * std::size_t(grey.height()));
    for (int y = 0; y < grey.height(); ++y) {
        const std::uint8_t* line = grey.constScanLine(y);
        picture.pixels.insert(picture.pixels.end(), line, line + grey.width());
    }
    return picture;
}

} // namespace morphospace
