// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/provenance.h"
#include "widgets/figure/number_table.h"
#include "widgets/figure/recording.h"

#include <QByteArray>
#include <QSize>

#include <filesystem>
#include <optional>

namespace morphospace {

enum class FigureFormat { Svg, Pdf, Png };

/// ".svg", ".pdf", ".png".
[[nodiscard]] const char* endingOf(FigureFormat format);
/// By the file's ending; throws Error naming the file and the endings accepted.
[[nodiscard]] FigureFormat formatOf(const std::filesystem::path& file);

/// A figure ready to be written: a value, so that a job can write it.
struct FigurePage {
    Recording recording;
    QSizeF millimetres;
    QString title;
    QString description;                  ///< in words, for those who cannot see it
    std::optional<Provenance> provenance; ///< nothing: the file says nothing of its making
};

/// Most pixels of a PNG: 400 MB while it is painted.
inline constexpr qint64 mostPixels = 100'000'000;
/// Pixels of a page at a resolution, each side rounded.
[[nodiscard]] QSize pixelsOf(const QSizeF& millimetres, int dotsPerInch);

/// The picture of the page on white. Throws Error where it would have more than mostPixels.
[[nodiscard]] QImage imageOf(const FigurePage& page, int dotsPerInch);

/// The bytes of the file. `dotsPerInch` is for PNG alone. A PDF's page is of whole points (0.35
/// mm), the nearest to what was asked for. Throws Error for a size that cannot be. Needs no thread
/// of its own: any will do.
[[nodiscard]] QByteArray encodeFigure(const FigurePage& page, FigureFormat format,
                                      int dotsPerInch = 300);

/// The PNG of a picture with the text chunks that a figure has. `page`'s recording is not looked at.
/// Throws Error where it cannot be packed.
[[nodiscard]] QByteArray pngWithWords(const QImage& picture, const FigurePage& page);

/// encodeFigure() by the file's ending, written atomically.
void writeFigure(const FigurePage& page, const std::filesystem::path& file, int dotsPerInch = 300);

/// The numbers behind a figure by the file's ending: .csv, or .json with the provenance under
/// "provenance" (without the session). Atomic; throws Error naming the file.
void writeNumbers(const QList<NumberTable>& tables, const std::optional<Provenance>& provenance,
                  const std::filesystem::path& file);

/// What a figure file says of its making; see provenance_reader.cpp for how each format keeps it.
/// Throws Error naming the file, the place and what was expected: for a damaged file, for one of
/// another program and for one that was written without.
[[nodiscard]] Provenance readProvenance(const std::filesystem::path& file);
[[nodiscard]] Provenance provenanceOf(const QByteArray& bytes);

/// Does this look like a figure (by its ending) that may hold a session?
[[nodiscard]] bool isFigureFile(const std::filesystem::path& file);

inline constexpr const char* pngKeyword = "morphospace";
inline constexpr const char* attachedSession = "session.morph";

} // namespace morphospace
