// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure_file.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/figure/png_text.h"
#include "widgets/figure/svg_file.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int pdfUnitsPerInch = 1200;
constexpr FigureFormat formats[] = {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png};

QString provenanceOfPage(const FigurePage& page)
{
    return page.provenance ? QString::fromStdString(provenanceText(*page.provenance)) : QString();
}

/// An XMP packet (ISO 16684-1): title and description for every reader, where it comes from in a
/// property of our own.
QByteArray xmpOf(const FigurePage& page)
{
    const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    const QString dublin = QStringLiteral("http://purl.org/dc/elements/1.1/");
    const QString own = QString::fromLatin1(figureNamespace);
    QByteArray packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.writeStartElement(QStringLiteral("x:xmpmeta"));
    xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeNamespace(dublin, QStringLiteral("dc"));
    xml.writeNamespace(own, QStringLiteral("morphospace"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    const auto words = [&](const QString& name, const QString& text) {
        xml.writeStartElement(dublin, name);
        xml.writeStartElement(rdf, QStringLiteral("Alt"));
        xml.writeStartElement(rdf, QStringLiteral("li"));
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        xml.writeCharacters(xmlText(text));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    };
    words(QStringLiteral("title"), page.title);
    words(QStringLiteral("description"), page.description);
    if (page.provenance) {
        xml.writeTextElement(own, QStringLiteral("provenance"), provenanceOfPage(page));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    return packet + body + "\n<?xpacket end=\"r\"?>";
}

QByteArray pdfOf(const FigurePage& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(
            QPageSize(page.millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(pdfUnitsPerInch);
        writer.setTitle(page.title);
        writer.setCreator(QStringLiteral("Morphospace"));
        writer.setDocumentXmpMetadata(xmpOf(page));
        if (page.provenance && !page.provenance->session.empty()) {
            writer.addFileAttachment(QString::fromLatin1(attachedSession),
                                     QByteArray::fromStdString(page.provenance->session),
                                     QStringLiteral("application/json"));
        }
        QPainter painter(&writer);
        painter.scale(writer.width() / page.recording.size.width(),
                      writer.height() / page.recording.size.height());
        replay(page.recording, painter, TextAs::Text);
    }
    return buffer.data();
}

} // namespace

QByteArray pngWithWords(const QImage& picture, const FigurePage& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG")) {
        throw Error("the picture cannot be packed as PNG");
    }
    QByteArray png = buffer.data();
    if (page.provenance) {
        png = withPngText(png, pngKeyword, provenanceOfPage(page));
    }
    png = withPngText(png, "Description", page.description);
    return withPngText(png, "Title", page.title);
}

const char* endingOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Pdf:
        return ".pdf";
    case FigureFormat::Png:
        return ".png";
    case FigureFormat::Svg:
        break;
    }
    return ".svg";
}

bool isFigureFile(const std::filesystem::path& file)
{
    const QString ending = QString::fromStdString(file.extension().string()).toLower();
    return std::ranges::any_of(
        formats, [&](FigureFormat format) { return ending == QLatin1String(endingOf(format)); });
}

FigureFormat formatOf(const std::filesystem::path& file)
{
    const QString ending = QString::fromStdString(file.extension().string()).toLower();
    for (const FigureFormat format : formats) {
        if (ending == QLatin1String(endingOf(format))) {
            return format;
        }
    }
    throw fileError(file, {},
                    "the ending '" + file.extension().string() + "' is not a figure format",
                    ".svg, .pdf or .png");
}

QSize pixelsOf(const QSizeF& millimetres, int dotsPerInch)
{
    return (millimetres * (dotsPerInch / 25.4)).toSize();
}

QImage imageOf(const FigurePage& page, int dotsPerInch)
{
    const QSize pixels = pixelsOf(page.millimetres, dotsPerInch);
    const qint64 count = qint64(pixels.width()) * pixels.height();
    constexpr int longestSide = 32767; // of what QPainter paints on
    if (pixels.isEmpty() || count > mostPixels
        || std::max(pixels.width(), pixels.height()) > longestSide) {
        throw Error("the picture would have " + std::to_string(pixels.width()) + " x "
                    + std::to_string(pixels.height()) + " pixels; expected at most "
                    + std::to_string(longestSide) + " on a side and "
                    + std::to_string(mostPixels / 1'000'000) + " million in all");
    }
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) {
        throw Error("there is no memory for a picture of " + std::to_string(pixels.width()) + " x "
                    + std::to_string(pixels.height()) + " pixels");
    }
    image.fill(Qt::white);
    image.setDotsPerMeterX(int(std::lround(dotsPerInch / 0.0254)));
    image.setDotsPerMeterY(int(std::lround(dotsPerInch / 0.0254)));
    QPainter painter(&image);
    painter.scale(pixels.width() / page.recording.size.width(),
                  pixels.height() / page.recording.size.height());
    replay(page.recording, painter);
    return image;
}

QByteArray encodeFigure(const FigurePage& page, FigureFormat format, int dotsPerInch)
{
    if (!(page.millimetres.width() >= 1) || !(page.millimetres.height() >= 1)
        || page.millimetres.width() > 5000 || page.millimetres.height() > 5000) {
        throw Error("a figure of this size cannot be; expected 1 to 5000 mm on each side");
    }
    switch (format) {
    case FigureFormat::Pdf:
        return pdfOf(page);
    case FigureFormat::Png:
        return pngWithWords(imageOf(page, dotsPerInch), page);
    case FigureFormat::Svg:
        break;
    }
    return svgOf(page.recording, page.millimetres,
                 {page.title, page.description, provenanceOfPage(page)});
}

void writeFigure(const FigurePage& page, const std::filesystem::path& file, int dotsPerInch)
{
    const QByteArray bytes = encodeFigure(page, formatOf(file), dotsPerInch);
    writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

void writeNumbers(const QList<NumberTable>& tables, const std::optional<Provenance>& provenance,
                  const std::filesystem::path& file)
{
    const QString ending = QString::fromStdString(file.extension().string()).toLower();
    QByteArray bytes;
    if (ending == QStringLiteral(".csv")) {
        bytes = csvOf(tables).toUtf8();
    } else if (ending == QStringLiteral(".json")) {
        QJsonObject object = jsonOf(tables);
        if (provenance) {
            Provenance origin = *provenance;
            origin.session.clear();
            object[QStringLiteral("provenance")] =
                QJsonDocument::fromJson(QByteArray::fromStdString(provenanceText(origin))).object();
        }
        bytes = QJsonDocument(object).toJson();
    } else {
        throw fileError(file, {},
                        "the ending '" + file.extension().string() + "' is not one of numbers",
                        ".csv or .json");
    }
    writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace morphospace
