// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/png_text.h"

#include "core/base/error.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <string>

namespace morphospace {
namespace {

constexpr qsizetype signatureSize = 8;
constexpr qsizetype chunkFrame = 12; // length, type, checksum
constexpr char signature[] = "\x89PNG\r\n\x1a\n";

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 checksum(const QByteArray& typeAndData)
{
    return quint32(crc32(0, reinterpret_cast<const Bytef*>(typeAndData.constData()),
                         uInt(typeAndData.size())));
}

QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    const QByteArray body = type + data;
    return bigEndian(quint32(data.size())) + body + bigEndian(checksum(body));
}

Error wrong(qsizetype place, const std::string& what, const std::string& expected)
{
    return Error("at byte " + std::to_string(place) + ": " + what + "; expected " + expected);
}

QByteArray inflated(const QByteArray& deflated, qsizetype place, std::size_t most)
{
    QByteArray bytes;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        throw Error("the text cannot be unpacked: no memory");
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.constData()));
    stream.avail_in = uInt(deflated.size());
    int state = Z_OK;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    while (state == Z_OK && std::size_t(bytes.size()) <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.append(piece.constData(), piece.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (std::size_t(bytes.size()) > most) {
        throw wrong(place, "the text is too long",
                    "at most " + std::to_string(most) + " bytes of it");
    }
    if (state != Z_STREAM_END) {
        throw wrong(place, "the packed text is damaged", "whole deflate data");
    }
    return bytes;
}

/// Takes what stands before the next zero byte.
QByteArray takeField(QByteArray& data, qsizetype place)
{
    const qsizetype end = data.indexOf('\0');
    if (end < 0) {
        throw wrong(place, "a text chunk has no end of a field", "a zero byte");
    }
    const QByteArray field = data.left(end);
    data.remove(0, end + 1);
    return field;
}

QString textOf(const QByteArray& type, QByteArray data, qsizetype place, std::size_t most)
{
    if (type == "tEXt") {
        return QString::fromLatin1(data);
    }
    if (type == "zTXt") {
        if (data.isEmpty() || data[0] != '\0') {
            throw wrong(place, "the text is packed in an unknown way", "deflate");
        }
        return QString::fromLatin1(inflated(data.mid(1), place, most));
    }
    if (data.size() < 2) {
        throw wrong(place, "a text chunk ends too early", "a flag and a method");
    }
    const bool packed = data[0] == '\1';
    if ((!packed && data[0] != '\0') || data[1] != '\0') {
        throw wrong(place, "the text is packed in an unknown way", "deflate");
    }
    data.remove(0, 2);
    takeField(data, place); // language
    takeField(data, place); // translated keyword
    return QString::fromUtf8(packed ? inflated(data, place, most) : data);
}

} // namespace

QByteArray withPngText(const QByteArray& png, const QByteArray& keyword, const QString& text)
{
    const QByteArray plain = text.toUtf8();
    const QByteArray packed = qCompress(plain, 9).mid(4); // Qt puts the length before the data
    const bool pack = packed.size() < plain.size();
    const QByteArray body =
        keyword + '\0' + (pack ? '\1' : '\0') + QByteArray(3, '\0') + (pack ? packed : plain);
    // After the header chunk: before the palette and the pixels, where a reader looks first.
    const qsizetype header = signatureSize + chunkFrame
        + qsizetype(qFromBigEndian<quint32>(png.constData() + signatureSize));
    QByteArray whole = png;
    whole.insert(header, chunk("iTXt", body));
    return whole;
}

std::optional<QString> pngText(const QByteArray& png, const QByteArray& keyword, std::size_t most)
{
    if (!png.startsWith(QByteArray(signature, signatureSize))) {
        throw wrong(0, "this is no PNG", "the eight bytes that every PNG begins with");
    }
    std::optional<QString> found;
    qsizetype at = signatureSize;
    while (true) {
        if (png.size() - at < chunkFrame) {
            throw wrong(at, "the file ends too early", "a chunk");
        }
        const auto length = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        if (length > png.size() - at - chunkFrame) {
            throw wrong(at,
                        "a chunk of " + std::to_string(length) + " bytes is longer than the file",
                        "at most " + std::to_string(png.size() - at - chunkFrame));
        }
        const QByteArray body = png.mid(at + 4, length + 4);
        if (qFromBigEndian<quint32>(png.constData() + at + 8 + length) != checksum(body)) {
            throw wrong(at, "the checksum of a chunk is wrong", "an undamaged file");
        }
        const QByteArray type = body.left(4);
        if (type == "IEND") {
            return found;
        }
        if (!found && (type == "tEXt" || type == "zTXt" || type == "iTXt")) {
            QByteArray data = body.mid(4);
            if (takeField(data, at) == keyword) {
                found = textOf(type, data, at, most);
            }
        }
        at += chunkFrame + length;
    }
}

} // namespace morphospace
