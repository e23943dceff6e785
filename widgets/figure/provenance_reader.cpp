// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where each format keeps what a figure says of its making: PNG in a text chunk, SVG in its
// <metadata>, PDF in its XMP packet, which the XMP standard lets readers find by scanning.
#include "core/base/error.h"
#include "core/base/text_file.h"
#include "widgets/figure/figure_file.h"
#include "widgets/figure/png_text.h"
#include "widgets/figure/svg_file.h"

#include <QXmlStreamReader>

namespace morphospace {
namespace {

/// Far beyond any figure: a page of pictures in print resolution has some ten million bytes.
constexpr std::uintmax_t largestFile = 512U << 20U;
constexpr std::size_t largestText = 256U << 20U;

Error without()
{
    return Error(
        "it does not say where it comes from; expected a figure that Morphospace wrote with"
        " its provenance");
}

/// The text of <morphospace:provenance> in a document whose first element is `root`.
QString provenanceIn(const QByteArray& document, QLatin1String root)
{
    // Entities are not expanded beyond Qt's own limit, and no other file is read.
    QXmlStreamReader xml(document);
    bool first = true;
    std::optional<QString> found;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (first && xml.name() != root) {
            throw Error("the document begins with <" + xml.name().toString().left(40).toStdString()
                        + ">; expected <" + std::string(root.data()) + ">");
        }
        first = false;
        if (!found && xml.name() == QLatin1String("provenance")
            && xml.namespaceUri() == QLatin1String(figureNamespace)) {
            found = xml.readElementText();
        }
    }
    // To the end, so that a file cut short is known as such.
    if (xml.hasError()) {
        throw Error("in line " + std::to_string(xml.lineNumber())
                    + ": the document is damaged or ends too early; expected well-formed XML");
    }
    if (!found) {
        throw without();
    }
    return *found;
}

QByteArray xmpPacket(const QByteArray& pdf)
{
    const QByteArray ending = pdf.right(1024);
    if (!ending.contains("startxref") || !ending.contains("%%EOF")) {
        throw Error("the file ends too early; expected a PDF with its cross-reference table");
    }
    const qsizetype begin = pdf.indexOf("<?xpacket begin=");
    if (begin < 0) {
        throw without();
    }
    const qsizetype body = pdf.indexOf("?>", begin);
    const qsizetype end = pdf.indexOf("<?xpacket end=", begin);
    if (body < 0 || end < body) {
        throw Error("at byte " + std::to_string(begin)
                    + ": the metadata end too early; expected an XMP packet");
    }
    return pdf.mid(body + 2, end - body - 2);
}

} // namespace

Provenance provenanceOf(const QByteArray& bytes)
{
    QString text;
    if (bytes.startsWith("\x89PNG")) {
        const std::optional<QString> found = pngText(bytes, pngKeyword, largestText);
        if (!found) {
            throw without();
        }
        text = *found;
    } else if (bytes.startsWith("%PDF-")) {
        text = provenanceIn(xmpPacket(bytes), QLatin1String("xmpmeta"));
    } else if (bytes.left(512).trimmed().startsWith('<')) {
        text = provenanceIn(bytes, QLatin1String("svg"));
    } else {
        throw Error("this is no figure; expected SVG, PDF or PNG");
    }
    return provenanceFromText(text.toStdString());
}

Provenance readProvenance(const std::filesystem::path& file)
{
    const std::string bytes = readTextFile(file, largestFile, "a figure");
    try {
        return provenanceOf(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
    } catch (const Error& error) {
        throw fileError(file, {}, error.what());
    }
}

} // namespace morphospace
