// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/people/painted_text.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>
#include <QWidget>

namespace morphospace {
namespace {

class TextEngine : public QPaintEngine {
public:
    explicit TextEngine(QRectF area)
        : QPaintEngine(AllFeatures)
        , m_area(area)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState& state) override
    {
        const DirtyFlags flags = state.state();
        if ((flags & DirtyClipEnabled) != 0) {
            m_clipped = state.isClipEnabled();
        }
        if ((flags & DirtyClipPath) != 0) {
            clip(state.transform().map(state.clipPath()).boundingRect(), state.clipOperation());
        }
        if ((flags & DirtyClipRegion) != 0) {
            clip(state.transform().mapRect(QRectF(state.clipRegion().boundingRect())),
                 state.clipOperation());
        }
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QString text = item.text().trimmed();
        if (text.isEmpty()) {
            return;
        }
        PaintedText painted;
        painted.text = text;
        painted.font = item.font();
        painted.colour = painter()->pen().color();
        painted.colour.setAlphaF(float(painted.colour.alphaF() * painter()->opacity()));
        const QFontMetricsF metrics(item.font(), paintDevice());
        painted.rect = painter()->deviceTransform().mapRect(
            QRectF(at.x(), at.y() - metrics.capHeight(), item.width(),
                   metrics.capHeight() + 0.5 * metrics.descent()));
        painted.clip = m_clipped && !m_clip.isNull() ? m_clip & m_area : m_area;
        texts.push_back(std::move(painted));
    }

    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRectF*, int) override {}
    void drawRects(const QRect*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}

    std::vector<PaintedText> texts;

private:
    void clip(const QRectF& rect, Qt::ClipOperation operation)
    {
        if (operation == Qt::NoClip) {
            m_clip = {};
            m_clipped = false;
            return;
        }
        m_clip = operation == Qt::IntersectClip && !m_clip.isNull() ? m_clip & rect : rect;
        m_clipped = true;
    }

    QRectF m_area;
    QRectF m_clip;
    bool m_clipped = false;
};

class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QWidget& widget)
        : m_widget(widget)
        , engine(QRectF(QPointF(0, 0), QSizeF(widget.size())))
    {
    }
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        const int dots = m_widget.logicalDpiX();
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return int(m_widget.width() * 25.4 / dots);
        case PdmHeightMM:
            return int(m_widget.height() * 25.4 / dots);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dots;
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
    const QWidget& m_widget;

public:
    mutable TextEngine engine;
};

} // namespace

std::vector<PaintedText> paintedTexts(QWidget& widget)
{
    TextDevice device(widget);
    {
        QPainter painter(&device);
        widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    }
    return std::move(device.engine.texts);
}

} // namespace morphospace
