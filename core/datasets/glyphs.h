// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// How the Glyphs data set is made from the fonts of a machine.
struct GlyphOptions {
    /// Folders searched for .ttf .ttc .otf .otc .pfa .pfb; the first folder below is the package.
    std::vector<std::filesystem::path> fontFolders;
    /// Lines "package TAB version TAB licence". When given, only faces of listed packages are
    /// used, so that each face's licence is known; a licence "*" asks every face of the package to
    /// name OFL, Apache 2.0 or GUST in its own records. Lines that start with # are comments.
    std::filesystem::path sources;
    std::filesystem::path output;  ///< a folder; made when it is missing
    std::uint64_t seed = 1;        ///< changes which groups are held out
    int trainFaces = 968;          ///< upper limits, in faces of 62 images
    int validationFaces = 129;
    int testFaces = 161;
    int largestHeldOutGroup = 6;   ///< larger groups of faces are for training only
    /// False: only the training set has to have faces, and an eighth of all at most is held out for
    /// each of the others, so that a small folder is not used up by them.
    bool needsHeldOut = true;
    std::function<void(std::string_view)> log; ///< told what is being done, a line at a time
    std::stop_token stop;                      ///< ends the work early, before anything is written
};

struct GlyphSetReport {
    std::string name;  ///< "train", "validation", "test"
    std::size_t faces = 0;
    std::size_t families = 0;
    std::size_t groups = 0;
    std::size_t images = 0;
};

struct GlyphLeftOut {
    std::string font;    ///< family and style, or the file's name
    std::string package;
    std::string reason;  ///< "does not fit the cell" ...
};

struct GlyphReport {
    std::vector<GlyphSetReport> sets;
    std::vector<GlyphLeftOut> leftOut;
    std::size_t fontFiles = 0;
    std::string freetype;  ///< version of the library that drew
};

/// Draws the fonts and writes into `output` {train,validation,test}-images-idx3-ubyte.gz,
/// {train,validation,test}-labels-idx1-ubyte.gz, faces.json and SOURCES.md. The same fonts,
/// FreeType and zlib give the same bytes, wherever the fonts lie and in whatever order.
///
/// A face is left out, with its reason, when it lacks one of the 62 characters, does not fit the
/// cell, has small capitals for small letters, is not readable, is nearly the same as another, or
/// has no stated licence. The others are split by group (see groupCandidates()): in an order drawn
/// from the seed, small groups fill the test set, then the validation set; all others train.
///
/// With F faces in a set, image i shows face i mod F and character (i / F + i mod F) mod 62: any
/// stretch of F images has every face once.
///
/// Throws Error when a folder or the list cannot be read, when fewer than three groups remain, or
/// when the output cannot be written; Cancelled when it was stopped.
GlyphReport renderGlyphs(const GlyphOptions& options);

/// Label of image `index` of a set with `faces` faces, as renderGlyphs() orders them.
[[nodiscard]] std::size_t glyphLabel(std::size_t index, std::size_t faces);

} // namespace morphospace
