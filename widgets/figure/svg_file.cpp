// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/svg_file.h"

#include <QBuffer>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int decimals = 2; // of 1/96 inch: three micrometres

QString number(double value, int places = decimals)
{
    QString text = QString::number(value, 'f', places);
    while (text.endsWith(u'0')) {
        text.chop(1);
    }
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString pair(const QPointF& point)
{
    return number(point.x()) + u' ' + number(point.y());
}

QString dataOf(const QPainterPath& path)
{
    QString data;
    QPointF start;
    QPointF last;
    bool open = false;
    const auto close = [&] {
        // A subpath that ends where it began is closed, so that its corner is joined.
        if (open && last == start) {
            data += u'Z';
        }
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            close();
            data += u'M' + pair(element);
            start = element;
            last = element;
            open = false;
            break;
        case QPainterPath::LineToElement:
            data += u'L' + pair(element);
            last = element;
            open = true;
            break;
        case QPainterPath::CurveToElement: {
            const QPointF second = path.elementAt(i + 1);
            const QPointF end = path.elementAt(i + 2);
            data += u'C' + pair(element) + u' ' + pair(second) + u' ' + pair(end);
            last = end;
            open = true;
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    close();
    return data;
}

void colour(QXmlStreamWriter& xml, const QString& what, const QColor& colour)
{
    xml.writeAttribute(what, colour.name());
    if (colour.alpha() < 255) {
        xml.writeAttribute(what + QStringLiteral("-opacity"), number(double(colour.alphaF())));
    }
}

void writeFill(QXmlStreamWriter& xml, const FigureItem& item)
{
    xml.writeEmptyElement(QStringLiteral("path"));
    colour(xml, QStringLiteral("fill"), item.colour);
    if (item.path.fillRule() == Qt::OddEvenFill) {
        xml.writeAttribute(QStringLiteral("fill-rule"), QStringLiteral("evenodd"));
    }
    xml.writeAttribute(QStringLiteral("d"), dataOf(item.path));
}

void writeStroke(QXmlStreamWriter& xml, const FigureItem& item)
{
    xml.writeEmptyElement(QStringLiteral("path"));
    xml.writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
    colour(xml, QStringLiteral("stroke"), item.pen.color());
    xml.writeAttribute(QStringLiteral("stroke-width"), number(item.pen.widthF()));
    const Qt::PenCapStyle cap = item.pen.capStyle();
    xml.writeAttribute(QStringLiteral("stroke-linecap"),
                       cap == Qt::RoundCap        ? QStringLiteral("round")
                           : cap == Qt::SquareCap ? QStringLiteral("square")
                                                  : QStringLiteral("butt"));
    const Qt::PenJoinStyle join = item.pen.joinStyle();
    xml.writeAttribute(QStringLiteral("stroke-linejoin"),
                       join == Qt::RoundJoin       ? QStringLiteral("round")
                           : join == Qt::BevelJoin ? QStringLiteral("bevel")
                                                   : QStringLiteral("miter"));
    if (item.pen.style() != Qt::SolidLine) {
        QStringList dashes;
        for (const double dash : item.pen.dashPattern()) {
            dashes += number(dash * item.pen.widthF()); // Qt counts them in widths
        }
        xml.writeAttribute(QStringLiteral("stroke-dasharray"), dashes.join(u' '));
    }
    xml.writeAttribute(QStringLiteral("d"), dataOf(item.path));
}

void writeText(QXmlStreamWriter& xml, const FigureItem& item)
{
    xml.writeStartElement(QStringLiteral("g"));
    xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    xml.writeAttribute(QStringLiteral("aria-label"), xmlText(item.text));
    writeFill(xml, item);
    xml.writeEndElement();
}

void writeImage(QXmlStreamWriter& xml, const FigureItem& item)
{
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    item.image.save(&png, "PNG");
    const QTransform& t = item.transform;
    xml.writeEmptyElement(QStringLiteral("image"));
    xml.writeAttribute(QStringLiteral("width"), QString::number(item.image.width()));
    xml.writeAttribute(QStringLiteral("height"), QString::number(item.image.height()));
    xml.writeAttribute(QStringLiteral("transform"),
                       QStringLiteral("matrix(%1 %2 %3 %4 %5 %6)")
                           .arg(number(t.m11(), 6), number(t.m12(), 6), number(t.m21(), 6),
                                number(t.m22(), 6), number(t.dx()), number(t.dy())));
    if (item.opacity < 1) {
        xml.writeAttribute(QStringLiteral("opacity"), number(item.opacity));
    }
    xml.writeAttribute(QStringLiteral("xlink:href"),
                       QStringLiteral("data:image/png;base64,")
                           + QString::fromLatin1(png.data().toBase64()));
}

} // namespace

QString xmlText(QString text)
{
    for (QChar& c : text) {
        const bool allowed = c == u'\t' || c == u'\n' || (c >= u' ' && c < QChar(0xFFFE));
        if (!allowed) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

QByteArray svgOf(const Recording& recording, const QSizeF& millimetres, const FigureWords& words)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(0);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    xml.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
    xml.writeAttribute(QStringLiteral("width"), number(millimetres.width()) + QStringLiteral("mm"));
    xml.writeAttribute(QStringLiteral("height"),
                       number(millimetres.height()) + QStringLiteral("mm"));
    xml.writeAttribute(QStringLiteral("viewBox"),
                       QStringLiteral("0 0 %1 %2")
                           .arg(number(recording.size.width()), number(recording.size.height())));
    xml.writeTextElement(QStringLiteral("title"), xmlText(words.title));
    xml.writeTextElement(QStringLiteral("desc"), xmlText(words.description));
    if (!words.provenance.isEmpty()) {
        xml.writeStartElement(QStringLiteral("metadata"));
        const QString space = QString::fromLatin1(figureNamespace);
        xml.writeNamespace(space, QStringLiteral("morphospace"));
        xml.writeTextElement(space, QStringLiteral("provenance"), xmlText(words.provenance));
        xml.writeEndElement();
    }
    for (const FigureItem& item : recording.items) {
        switch (item.kind) {
        case FigureItem::Kind::Fill:
            writeFill(xml, item);
            break;
        case FigureItem::Kind::Stroke:
            writeStroke(xml, item);
            break;
        case FigureItem::Kind::Text:
            writeText(xml, item);
            break;
        case FigureItem::Kind::Image:
            writeImage(xml, item);
            break;
        }
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace morphospace
