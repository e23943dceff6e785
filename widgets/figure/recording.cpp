// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/recording.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>
#include <QScreen>

#include <cmath>
#include <optional>

namespace morphospace {
namespace {

/// Glyphs are taken at this many times their size, where rounding to whole pixels does not show.
constexpr double glyphScale = 16;
/// What may reach over the page's edge without being cut: rounding of text boxes.
constexpr double edgeTolerance = 0.5;

double scaleOf(const QTransform& transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

bool isEven(const QTransform& transform)
{
    const double scale = scaleOf(transform);
    const double slack = 1e-3 * scale;
    return std::abs(std::hypot(transform.m11(), transform.m12()) - scale) < slack
        && std::abs(std::hypot(transform.m21(), transform.m22()) - scale) < slack;
}

QPainterPath outlineOf(const QPainterPath& path, const QPen& pen)
{
    QPainterPathStroker stroker(pen);
    stroker.setCurveThreshold(0.05);
    QPainterPath outline = stroker.createStroke(path);
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

QFont largeFont(const QFont& font)
{
    QFont large = font;
    large.setPixelSize(std::max(1, int(std::lround(QFontInfo(font).pixelSize() * glyphScale))));
    large.setHintingPreference(QFont::PreferNoHinting);
    return large;
}

/// From the large font to the one a text was laid out in: its width is kept to the last digit.
QTransform shrink(const QFont& large, const QFont& font, const QString& text, double width)
{
    const double down = QFontInfo(font).pixelSize() / double(large.pixelSize());
    const double advance = QFontMetricsF(large).horizontalAdvance(text) * down;
    const double across = advance > 0 && width > 0 ? width / advance : 1;
    return QTransform::fromScale(down * across, down);
}

class RecordEngine : public QPaintEngine {
public:
    explicit RecordEngine(Recording& recording)
        : QPaintEngine(PrimitiveTransform | PatternTransform | PixmapTransform | AlphaBlend
                       | PainterPaths | Antialiasing | ConstantOpacity | PaintOutsidePaintEvent)
        , m_recording(recording)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState& state) override
    {
        const DirtyFlags flags = state.state();
        if ((flags & DirtyClipEnabled) != 0) {
            m_clipEnabled = state.isClipEnabled();
        }
        if ((flags & DirtyClipPath) != 0) {
            clip(state.transform().map(state.clipPath()), state.clipOperation());
        }
        if ((flags & DirtyClipRegion) != 0) {
            QPainterPath path;
            path.addRegion(state.clipRegion());
            clip(state.transform().map(path), state.clipOperation());
        }
    }

    void drawPath(const QPainterPath& path) override
    {
        const QTransform transform = painter()->deviceTransform();
        const QBrush brush = painter()->brush();
        if (brush.style() != Qt::NoBrush) {
            fill(transform.map(path), brush.color());
        }
        const QPen pen = painter()->pen();
        if (pen.style() != Qt::NoPen) {
            stroke(path, pen, transform);
        }
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QPainterPath path;
        path.setFillRule(mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
        path.moveTo(points[0]);
        for (int i = 1; i < count; ++i) {
            path.lineTo(points[i]);
        }
        if (mode == PolylineMode) {
            if (painter()->pen().style() != Qt::NoPen) {
                stroke(path, painter()->pen(), painter()->deviceTransform());
            }
            return;
        }
        path.closeSubpath();
        drawPath(path);
    }

    using QPaintEngine::drawPolygon;

    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override
    {
        drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
    }

    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags) override
    {
        QRectF from = source;
        QRectF to = target;
        const QTransform transform = painter()->deviceTransform();
        const std::optional<QPainterPath> clip = clipFor(transform.mapRect(to));
        if (clip && transform.type() <= QTransform::TxScale) {
            // Upright pictures are cropped; the rest of a turned one stays.
            const QRectF kept = transform.inverted().mapRect(
                transform.mapRect(to).intersected(clip->boundingRect()));
            const double sx = from.width() / to.width();
            const double sy = from.height() / to.height();
            from = {from.x() + (kept.x() - to.x()) * sx, from.y() + (kept.y() - to.y()) * sy,
                    kept.width() * sx, kept.height() * sy};
            to = kept;
        }
        const QRect pixels = from.toAlignedRect().intersected(image.rect());
        if (pixels.isEmpty() || to.isEmpty()) {
            return;
        }
        FigureItem item;
        item.kind = FigureItem::Kind::Image;
        item.image = pixels == image.rect() ? image : image.copy(pixels);
        item.image.setDevicePixelRatio(1);
        item.opacity = painter()->opacity();
        item.transform =
            QTransform::fromScale(to.width() / pixels.width(), to.height() / pixels.height())
            * QTransform::fromTranslate(to.x(), to.y()) * transform;
        m_recording.items.push_back(std::move(item));
    }

    void drawTextItem(const QPointF& at, const QTextItem& textItem) override
    {
        QString text = textItem.text();
        while (!text.isEmpty() && (text.back().isSpace() || text.back().isNull())) {
            text.chop(1);
        }
        if (text.isEmpty()) {
            return;
        }
        // The width of what is left, where spaces at the end were taken off.
        const QFont font = textItem.font();
        const double width = text.size() == textItem.text().size() ? textItem.width() : 0;
        const QFont large = largeFont(font);
        const QTransform transform = shrink(large, font, text, width)
            * QTransform::fromTranslate(at.x(), at.y()) * painter()->deviceTransform();
        QPainterPath glyphs;
        glyphs.setFillRule(Qt::WindingFill);
        glyphs.addText(0, 0, large, text);
        const QPainterPath outlines = transform.map(glyphs);
        QColor colour = painter()->pen().color();
        colour.setAlphaF(float(colour.alphaF() * painter()->opacity()));
        if (const auto clip = clipFor(outlines.boundingRect())) {
            const QRectF kept = clip->boundingRect().adjusted(-edgeTolerance, -edgeTolerance,
                                                              edgeTolerance, edgeTolerance);
            if (!kept.contains(outlines.boundingRect())) {
                m_recording.cut += text;
                fill(outlines, painter()->pen().color());
                return;
            }
        }
        FigureItem item;
        item.kind = FigureItem::Kind::Text;
        item.path = outlines;
        item.colour = colour;
        item.text = text;
        item.font = large;
        item.transform = transform;
        m_recording.items.push_back(std::move(item));
    }

private:
    void clip(const QPainterPath& path, Qt::ClipOperation operation)
    {
        if (operation == Qt::NoClip) {
            m_clip.reset();
        } else if (operation == Qt::IntersectClip && m_clip) {
            m_clip = m_clip->intersected(path);
        } else {
            m_clip = path;
        }
        m_clipEnabled = operation != Qt::NoClip;
    }

    /// The clip that cuts what has these bounds; nothing where all of it is inside.
    [[nodiscard]] std::optional<QPainterPath> clipFor(const QRectF& bounds) const
    {
        // An upright line has bounds without area, which contain nothing.
        const QRectF grown = bounds.adjusted(-0.01, -0.01, 0.01, 0.01);
        if (!m_clip || !m_clipEnabled || m_clip->contains(grown)) {
            return std::nullopt;
        }
        return m_clip;
    }

    void fill(QPainterPath path, QColor colour)
    {
        if (const auto clip = clipFor(path.boundingRect())) {
            const Qt::FillRule rule = path.fillRule();
            path = path.intersected(*clip);
            path.setFillRule(rule);
        }
        colour.setAlphaF(float(colour.alphaF() * painter()->opacity()));
        if (path.isEmpty() || colour.alpha() == 0) {
            return;
        }
        FigureItem item;
        item.path = std::move(path);
        item.colour = colour;
        m_recording.items.push_back(std::move(item));
    }

    void stroke(const QPainterPath& path, QPen pen, const QTransform& transform)
    {
        if (path.isEmpty() || pen.color().alpha() == 0) {
            return;
        }
        if (pen.isCosmetic()) {
            pen.setWidthF(std::max(1.0, pen.widthF()) / scaleOf(transform));
            pen.setCosmetic(false);
        }
        if (!isEven(transform)) {
            fill(transform.map(outlineOf(path, pen)), pen.color());
            return;
        }
        pen.setWidthF(pen.widthF() * scaleOf(transform));
        const QPainterPath mapped = transform.map(path);
        const double half = pen.widthF() / 2;
        if (clipFor(mapped.boundingRect().adjusted(-half, -half, half, half))) {
            fill(outlineOf(mapped, pen), pen.color());
            return;
        }
        QColor colour = pen.color();
        colour.setAlphaF(float(colour.alphaF() * painter()->opacity()));
        pen.setColor(colour);
        FigureItem item;
        item.kind = FigureItem::Kind::Stroke;
        item.path = mapped;
        item.pen = pen;
        m_recording.items.push_back(std::move(item));
    }

    Recording& m_recording;
    std::optional<QPainterPath> m_clip;
    bool m_clipEnabled = false;
};

class RecordDevice : public QPaintDevice {
public:
    explicit RecordDevice(Recording& recording)
        : m_recording(recording)
        , m_engine(recording)
        , m_dots(int(std::lround(QGuiApplication::primaryScreen()->logicalDotsPerInchY())))
    {
    }

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        const QSize size(int(std::ceil(m_recording.size.width())),
                         int(std::ceil(m_recording.size.height())));
        switch (metric) {
        case PdmWidth:
            return size.width();
        case PdmHeight:
            return size.height();
        case PdmWidthMM:
            return int(std::lround(size.width() * 25.4 / 96));
        case PdmHeightMM:
            return int(std::lround(size.height() * 25.4 / 96));
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            // As the screen's, because scenes and widgets lay their text out for that.
            return m_dots;
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    Recording& m_recording;
    mutable RecordEngine m_engine;
    int m_dots;
};

} // namespace

QStringList Recording::texts() const
{
    QStringList list;
    for (const FigureItem& item : items) {
        if (item.kind == FigureItem::Kind::Text) {
            list += item.text;
        }
    }
    return list;
}

Recording record(const QSizeF& size, const std::function<void(QPainter&)>& paint)
{
    Recording recording;
    recording.size = size;
    RecordDevice device(recording);
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    const QRectF page = QRectF(QPointF(0, 0), size)
                            .adjusted(-edgeTolerance, -edgeTolerance, edgeTolerance, edgeTolerance);
    for (const FigureItem& item : recording.items) {
        if (item.kind == FigureItem::Kind::Text
            && (!page.contains(item.path.boundingRect()) || item.text.endsWith(u'…')
                || item.text.endsWith(QStringLiteral("...")))) { // as Qt's charts shorten
            recording.cut += item.text;
        }
    }
    return recording;
}

void replay(const Recording& recording, QPainter& painter, TextAs text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (const FigureItem& item : recording.items) {
        switch (item.kind) {
        case FigureItem::Kind::Fill:
            painter.fillPath(item.path, item.colour);
            break;
        case FigureItem::Kind::Stroke:
            painter.strokePath(item.path, item.pen);
            break;
        case FigureItem::Kind::Text:
            if (text == TextAs::Outlines) {
                painter.fillPath(item.path, item.colour);
                break;
            }
            painter.save();
            painter.setTransform(item.transform, true);
            painter.setFont(item.font);
            painter.setPen(item.colour);
            painter.drawText(QPointF(0, 0), item.text);
            painter.restore();
            break;
        case FigureItem::Kind::Image:
            painter.save();
            painter.setTransform(item.transform, true);
            painter.setOpacity(item.opacity);
            painter.drawImage(0, 0, item.image);
            painter.restore();
            break;
        }
    }
}

} // namespace morphospace
