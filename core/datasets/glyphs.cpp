// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datasets/glyphs.h"

#include "core/base/atomic_file.h"
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/datasets/glyph_select.h"
#include "core/datasets/glyph_sources.h"
#include "core/datasets/gzip.h"

#include <nlohmann/json.hpp>

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace morphospace {

namespace {

// Chosen by looking at the faces on both sides of each limit.
constexpr double smallCapsCorrelation = 0.75;
constexpr double leastReadable = 0.4;
constexpr double duplicateRms = 0.02;
// Nearest pairs of unlike origin lie from .056 on; higher limits chain most text faces together.
constexpr double relatedRms = 0.051;
constexpr std::array setNames{"train", "validation", "test"};

void say(const GlyphOptions& options, const std::string& line)
{
    if (options.log)
        options.log(line);
}

void stopWhenAsked(const GlyphOptions& options)
{
    throwIfStopped(options.stop);
}

struct FontFile {
    std::filesystem::path path;
    std::string package;
};

bool isFontFile(const std::filesystem::path& path)
{
    static const std::set<std::string> endings{".ttf", ".ttc", ".otf", ".otc", ".pfa", ".pfb"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return endings.contains(ending);
}

std::vector<FontFile> findFonts(const std::vector<std::filesystem::path>& folders)
{
    namespace fs = std::filesystem;
    std::vector<FontFile> files;
    for (const fs::path& folder : folders) {
        std::error_code error;
        fs::recursive_directory_iterator entry(
            folder, fs::directory_options::skip_permission_denied, error);
        if (error)
            throw fileError(folder, "", error.message(), "a folder with fonts");
        for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            if (error)
                throw fileError(folder, "", error.message(), "a folder with fonts");
            if (!entry->is_regular_file(error) || !isFontFile(entry->path()))
                continue;
            const fs::path inside = entry->path().lexically_relative(folder);
            files.push_back({entry->path(), std::next(inside.begin()) == inside.end()
                                 ? std::string()
                                 : inside.begin()->string()});
        }
    }
    // The order of a folder is the disk's; the faces are sorted by content later on, this only
    // makes the messages come in one order.
    std::sort(files.begin(), files.end(),
              [](const FontFile& a, const FontFile& b) { return a.path < b.path; });
    return files;
}

class Selection {
public:
    Selection(const GlyphOptions& options, GlyphReport& report)
        : m_options(options), m_report(report)
    {
    }

    /// All steps; the result is sorted by the pixels' hash.
    std::vector<GlyphCandidate> run(const GlyphSources& sources)
    {
        draw(sources);
        say(m_options, "drew " + std::to_string(m_candidates.size()) + " faces");
        dropByScore("has small capitals for small letters", [this] {
            std::vector<bool> bad;
            for (const GlyphCandidate& candidate : m_candidates)
                bad.push_back(caseCorrelation(candidate.face.pixels) > smallCapsCorrelation);
            return bad;
        }());
        dropByScore("is not readable", [this] {
            std::vector<bool> bad;
            for (const double share : readability(m_candidates))
                bad.push_back(share < leastReadable);
            return bad;
        }());
        stopWhenAsked(m_options);
        say(m_options, "comparing " + std::to_string(m_candidates.size()) + " faces");
        for (const GlyphCandidate& twin : groupCandidates(m_candidates, duplicateRms, relatedRms))
            leaveOut(twin.face, twin.package, twin.face.problem);
        std::sort(m_candidates.begin(), m_candidates.end(),
                  [](const auto& a, const auto& b) { return a.hash < b.hash; });
        return std::move(m_candidates);
    }

private:
    void leaveOut(const GlyphFace& face, const std::string& package, const std::string& reason)
    {
        const std::string style = face.style.empty() ? "" : ' ' + face.style;
        m_report.leftOut.push_back({face.family + style, package, reason});
    }

    void draw(const GlyphSources& sources)
    {
        for (const FontFile& file : findFonts(m_options.fontFolders)) {
            const auto source = sources.find(file.package);
            if (!m_options.sources.empty() && source == sources.end()) {
                m_report.leftOut.push_back({file.path.filename().string(), file.package,
                                            "no licence is listed for its package"});
                continue;
            }
            stopWhenAsked(m_options);
            ++m_report.fontFiles;
            for (GlyphFace& face : drawFontFile(file.path)) {
                if (!face.problem.empty()) {
                    leaveOut(face, file.package, face.problem);
                    continue;
                }
                GlyphCandidate candidate;
                if (source != sources.end())
                    candidate.licence = source->second.licence;
                if (candidate.licence == "*")
                    candidate.licence = face.statedLicence;
                if (!m_options.sources.empty() && candidate.licence.empty()) {
                    leaveOut(face, file.package, "states no licence");
                    continue;
                }
                candidate.hash = sha256(std::as_bytes(std::span(face.pixels)));
                candidate.small = halfSize(face.pixels);
                candidate.face = std::move(face);
                candidate.package = file.package;
                m_candidates.push_back(std::move(candidate));
            }
        }
        const auto key = [](const GlyphCandidate& c) {
            return std::tie(c.face.family, c.face.style, c.package, c.hash);
        };
        std::sort(m_candidates.begin(), m_candidates.end(),
                  [&key](const auto& a, const auto& b) { return key(a) < key(b); });
    }

    void dropByScore(const std::string& reason, const std::vector<bool>& bad)
    {
        std::vector<GlyphCandidate> kept;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (bad[i])
                leaveOut(m_candidates[i].face, m_candidates[i].package, reason);
            else
                kept.push_back(std::move(m_candidates[i]));
        }
        m_candidates = std::move(kept);
    }

    const GlyphOptions& m_options;
    GlyphReport& m_report;
    std::vector<GlyphCandidate> m_candidates;
};

using FaceSets = std::array<std::vector<const GlyphCandidate*>, setNames.size()>;

FaceSets split(const std::vector<GlyphCandidate>& faces, const GlyphOptions& options)
{
    std::map<std::string, std::vector<const GlyphCandidate*>> groups;
    for (const GlyphCandidate& face : faces)
        groups[face.group].push_back(&face);
    if (options.needsHeldOut && groups.size() < setNames.size())
        throw Error("the fonts found make " + std::to_string(groups.size())
                    + " groups of families; expected at least three, one each for training, "
                      "validation and test");
    std::map<std::string, std::string> drawn; // hash of seed and name -> name
    for (const auto& [name, members] : groups) {
        const std::string text = std::to_string(options.seed) + ' ' + name;
        drawn[sha256(std::as_bytes(std::span(text)))] = name;
    }
    const int most = options.needsHeldOut ? std::numeric_limits<int>::max() : int(faces.size()) / 8;
    const std::array<int, setNames.size()> limits{options.trainFaces,
                                                  std::min(options.validationFaces, most),
                                                  std::min(options.testFaces, most)};
    FaceSets sets;
    for (const auto& [hash, name] : drawn) {
        const std::vector<const GlyphCandidate*>& members = groups[name];
        const auto fits = [&](std::size_t set) {
            return sets[set].size() + members.size() <= static_cast<std::size_t>(limits[set]);
        };
        const bool small = members.size() <= static_cast<std::size_t>(options.largestHeldOutGroup);
        const std::size_t set = small && fits(2) ? 2 : small && fits(1) ? 1 : 0;
        sets[set].insert(sets[set].end(), members.begin(), members.end());
    }
    const auto byHash = [](const GlyphCandidate* a, const GlyphCandidate* b) {
        return a->hash < b->hash;
    };
    for (std::size_t set = 0; set < sets.size(); ++set) {
        std::sort(sets[set].begin(), sets[set].end(), byHash);
        if (sets[set].size() > static_cast<std::size_t>(limits[set])) {
            // One face of every group, then a second one of each that has it, and so on.
            std::map<std::string, int> seen;
            std::map<const GlyphCandidate*, int> turn;
            for (const GlyphCandidate* face : sets[set])
                turn[face] = seen[face->group]++;
            std::stable_sort(sets[set].begin(), sets[set].end(),
                             [&turn](const auto* a, const auto* b) { return turn[a] < turn[b]; });
            sets[set].resize(static_cast<std::size_t>(limits[set]));
            std::sort(sets[set].begin(), sets[set].end(), byHash);
        }
        if (sets[set].empty() && (options.needsHeldOut || set == 0))
            throw Error(std::string("no face is left for the ") + setNames[set] + " set of the "
                        + std::to_string(faces.size()) + " that can be used; expected fonts of more "
                          "families, or lower limits of faces for the other sets");
    }
    return sets;
}

void appendBigEndian(std::vector<std::byte>& bytes, std::size_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
}

void writeSet(const std::filesystem::path& folder, const std::string& name,
              const std::vector<const GlyphCandidate*>& faces)
{
    const std::size_t count = faces.size() * glyphClasses;
    std::vector<std::byte> images;
    std::vector<std::byte> labels;
    appendBigEndian(images, 0x0803);
    appendBigEndian(images, count);
    appendBigEndian(images, glyphCell);
    appendBigEndian(images, glyphCell);
    appendBigEndian(labels, 0x0801);
    appendBigEndian(labels, count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t label = glyphLabel(i, faces.size());
        const auto& pixels = faces[i % faces.size()]->face.pixels;
        const auto image = std::as_bytes(
            std::span(pixels).subspan(label * glyphImageBytes, glyphImageBytes));
        images.insert(images.end(), image.begin(), image.end());
        labels.push_back(static_cast<std::byte>(label));
    }
    const auto write = [&folder](const std::string& file, const std::vector<std::byte>& bytes) {
        const std::vector<std::byte> packed = gzip(bytes);
        const std::array parts{std::span<const std::byte>(packed)};
        writeFileAtomically(folder / file, parts);
    };
    write(name + "-images-idx3-ubyte.gz", images);
    write(name + "-labels-idx1-ubyte.gz", labels);
}

/// faces.json: what each face of each set is, so that its images' cluster is known.
std::string describeFaces(const FaceSets& sets, const std::string& freetype)
{
    nlohmann::ordered_json document;
    document["format"] = "morphospace-glyphs";
    document["version"] = 1;
    document["characters"] = glyphCharacters;
    document["order"] = "image i of F faces: face i mod F, character (i / F + i mod F) mod 62";
    document["freetype"] = freetype;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < sets[set].size(); ++i) {
            const GlyphCandidate& face = *sets[set][i];
            list.push_back({{"family", face.face.family},
                            {"style", face.face.style},
                            {"group", face.group},
                            {"package", face.package},
                            {"licence", face.licence},
                            {"labels", toJson(face.face.labels)},
                            {"first", i}});
        }
        document["sets"][setNames[set]] = std::move(list);
    }
    return document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

GlyphSetReport count(const char* name, const std::vector<const GlyphCandidate*>& faces)
{
    std::set<std::string> families;
    std::set<std::string> groups;
    for (const GlyphCandidate* face : faces) {
        families.insert(face->face.family);
        groups.insert(face->group);
    }
    return {name, faces.size(), families.size(), groups.size(), faces.size() * glyphClasses};
}

std::string freetypeVersion()
{
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        throw Error("FreeType cannot be started");
    FT_Int major = 0, minor = 0, patch = 0;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
}

} // namespace

std::size_t glyphLabel(std::size_t index, std::size_t faces)
{
    return (index / faces + index % faces) % glyphClasses;
}

GlyphReport renderGlyphs(const GlyphOptions& options)
{
    GlyphReport report;
    report.freetype = freetypeVersion();
    GlyphSources sources;
    if (!options.sources.empty())
        sources = readGlyphSources(options.sources);
    const std::vector<GlyphCandidate> faces = Selection(options, report).run(sources);
    const FaceSets sets = split(faces, options);
    stopWhenAsked(options);

    std::error_code error;
    std::filesystem::create_directories(options.output, error);
    std::map<std::string, std::array<int, setNames.size()>> used;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        say(options, std::string("writing ") + setNames[set]);
        writeSet(options.output, setNames[set], sets[set]);
        report.sets.push_back(count(setNames[set], sets[set]));
        for (const GlyphCandidate* face : sets[set])
            ++used[face->package][set];
    }
    writeFileAtomically(options.output / "faces.json", describeFaces(sets, report.freetype));
    writeFileAtomically(options.output / "SOURCES.md", describeSources(report, sources, used));
    return report;
}

} // namespace morphospace
