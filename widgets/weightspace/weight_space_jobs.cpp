// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The long work of the Weight space page: inversion, customising, samples, and the files it writes.
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/zoo_export.h"
#include "core/replay/zoo_model.h"
#include "widgets/figure/figure_file.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/text.h"
#include "widgets/weightspace/weight_space_model.h"

#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QImage>

#include <algorithm>
#include <limits>

namespace morphospace {
namespace {

constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;

QString nameOf(const std::filesystem::path& file)
{
    return QFileInfo(QString::fromStdU16String(file.u16string())).fileName();
}

/// Trailing zeros say nothing.
std::vector<float> shortened(std::vector<float> coefficients)
{
    while (coefficients.size() > 1 && coefficients.back() == 0) {
        coefficients.pop_back();
    }
    return coefficients;
}

ZooPlace placeFound(std::vector<float> coefficients, const QString& name)
{
    ZooPlace place;
    place.kind = ZooPlaceKind::Found;
    place.coefficients = shortened(std::move(coefficients));
    place.name = name.left(60).toStdString();
    return place;
}

std::map<std::string, std::string> metadataOf(const Provenance& provenance)
{
    return {{"program", "morphospace " + provenance.program},
            {"zoo", provenance.zoo},
            {"zoo_sha256", provenance.zooHash},
            {"model", provenance.zooModel},
            {"provenance", provenanceText(provenance)}};
}

/// The first face of a font file with all its letters.
Typeface faceOf(const std::filesystem::path& font)
{
    const std::vector<GlyphFace> faces = drawFontFile(font);
    for (const GlyphFace& face : faces) {
        if (face.problem.empty()) {
            Typeface typeface;
            typeface.family = face.family;
            typeface.style = face.style;
            typeface.pixels.assign(face.pixels.begin(),
                                   face.pixels.begin() + std::ptrdiff_t(faceBytes));
            return typeface;
        }
    }
    throw fileError(font, "", faces.empty() ? "holds no face" : faces[0].problem,
                    "a font with the letters A to Z and a to z");
}

/// What an IDX file of samples has no room for: where it comes from, what was drawn at random, and
/// which letter a label is. The models are new ones: the one that is shown is not among them.
std::string aboutSamples(Provenance provenance, int count, const SamplingOptions& options)
{
    provenance.zooModel = std::to_string(count) + " samples";
    nlohmann::json object{{"provenance", nlohmann::json::parse(provenanceText(provenance))}};
    object["samples"] = {{"count", count},
                         {"kind", morphospace::nameOf(options.kind)},
                         {"spread", options.spread},
                         {"components", options.components},
                         {"seed", std::to_string(options.seed)}};
    object["labels"] = std::string(glyphCharacters.substr(0, typefaceLetters));
    return object.dump() + "\n";
}

/// Alphabets under each other in two rows of 26, dark on white, with a line between two.
QImage sheetOf(const std::vector<std::uint8_t>& letters)
{
    constexpr int across = 26;
    constexpr int gap = 6;
    const int faces = int(letters.size() / faceBytes);
    const int block = 2 * glyphCell + gap;
    QImage image(across * glyphCell, faces * block - gap, QImage::Format_Grayscale8);
    image.fill(255);
    for (int face = 0; face < faces; ++face) {
        for (int letter = 0; letter < int(typefaceLetters); ++letter) {
            const std::uint8_t* cell = letters.data() + std::size_t(face) * faceBytes
                + std::size_t(letter) * glyphImageBytes;
            const int left = letter % across * glyphCell;
            const int top = face * block + letter / across * glyphCell;
            for (int y = 0; y < glyphCell; ++y) {
                uchar* line = image.scanLine(top + y) + left;
                for (int x = 0; x < glyphCell; ++x) {
                    line[x] = uchar(255 - cell[y * glyphCell + x]);
                }
            }
        }
    }
    return image;
}

} // namespace

void WeightSpaceModel::enqueue(const QString& name, Scheduler::Job job)
{
    m_works.push_back(m_jobs.scheduler().enqueue(
        name.toStdString(), [this, job = std::move(job)](JobContext& context) {
            try {
                job(context);
            } catch (const Error& error) {
                context.deliver([this, text = errorText(error)] { Q_EMIT problem(text); });
            }
        }));
    Q_EMIT workingChanged();
}

void WeightSpaceModel::invert(const GivenLetters& given, InversionOptions options)
{
    const auto zoo = m_session.zoo();
    if (!zoo || given.letters.empty()) {
        return;
    }
    enqueue(tr("Finding the model of %n letter(s)", nullptr, int(given.letters.size())),
            [this, zoo, given, options](JobContext& context) {
                Typeface face;
                face.pixels = given.pixels;
                face.pixels.resize(faceBytes);
                const Matrix z = zoo->invert({face}, given.letters, options, context.stopToken());
                context.checkpoint();
                // How well it draws what it was shown.
                SpecimenOptions drawing;
                drawing.letters = given.letters;
                const std::vector<std::uint8_t> drawn = zoo->draw(z, drawing);
                std::vector<std::uint8_t> shown;
                for (const int letter : given.letters) {
                    const auto from =
                        face.pixels.begin() + std::ptrdiff_t(std::size_t(letter) * glyphImageBytes);
                    shown.insert(shown.end(), from, from + std::ptrdiff_t(glyphImageBytes));
                }
                const double apart = letterDifference(drawn, shown);
                context.deliver([this, zoo, given, coefficients = z.values, apart] {
                    if (m_session.zoo() != zoo) {
                        return;
                    }
                    setWalking(false);
                    m_session.perform(SetPlace{placeFound(coefficients, given.name)});
                    Q_EMIT told(
                        tr("Found a model. The letters that it was shown differ from those it "
                           "draws by %1 (root mean square, ink is 1).")
                            .arg(decimalText(apart, 3)));
                });
            });
}

void WeightSpaceModel::customise(const std::filesystem::path& font)
{
    const auto zoo = m_session.zoo();
    if (!zoo) {
        return;
    }
    enqueue(tr("Customising to %1").arg(nameOf(font)), [this, zoo, font](JobContext& context) {
        const Typeface face = faceOf(font);
        context.checkpoint();
        QElapsedTimer clock;
        clock.start();
        const Matrix weights = zoo->customise({face}, 1, {}, context.stopToken());
        const double seconds = double(clock.elapsed()) / 1000;
        context.checkpoint();
        const double fit = letterDifference(zoo->drawWeights(weights, {}), face.pixels);
        const Matrix z = zoo->space().project(MatrixRows(weights));
        const double inSpace = letterDifference(zoo->draw(z, {}), face.pixels);
        context.deliver([this, zoo, name = QString::fromStdString(face.name()),
                         coefficients = z.values, seconds, fit, inSpace] {
            if (m_session.zoo() != zoo) {
                return;
            }
            setWalking(false);
            m_session.perform(SetPlace{placeFound(coefficients, name)});
            Q_EMIT told(tr("%1 was customised in %2. Its letters differ from the font's by %3; "
                           "those at its "
                           "place in the space by %4 (root mean square, ink is 1).")
                            .arg(name, durationText(seconds), decimalText(fit, 3),
                                 decimalText(inSpace, 3)));
        });
    });
}

void WeightSpaceModel::sample()
{
    if (!m_session.zoo()) {
        return;
    }
    setWalking(false);
    const SessionState& state = m_session.state();
    ZooPlace place;
    place.kind = ZooPlaceKind::Sample;
    place.sampling = optionValue(state, "weightspace.sampling");
    place.spread = QString::fromStdString(optionValue(state, "weightspace.spread")).toDouble();
    place.components = QString::fromStdString(optionValue(state, "weightspace.components")).toInt();
    // Another one than all that this session has seen.
    place.seed = 1;
    for (const Journal::Step& step : m_session.journal().steps()) {
        const auto* set = std::get_if<SetPlace>(&step.action);
        if (set != nullptr && set->place.kind == ZooPlaceKind::Sample
            && set->place.seed < std::numeric_limits<std::uint64_t>::max()) {
            place.seed = std::max(place.seed, set->place.seed + 1);
        }
    }
    m_session.perform(SetPlace{place});
}

void WeightSpaceModel::exportAdapter(const std::filesystem::path& file,
                                     const Provenance& provenance)
{
    const auto zoo = m_session.zoo();
    if (!zoo) {
        return;
    }
    enqueue(tr("Writing %1").arg(nameOf(file)),
            [this, zoo, state = *m_session.state().zoo, file, provenance](JobContext& context) {
                const auto z = coefficientsOf(*zoo, state.current, directionsOf(*zoo, state));
                context.checkpoint();
                writeZooAdapter(*zoo, z, metadataOf(provenance), file);
                context.deliver([this, file] { Q_EMIT told(tr("Wrote %1").arg(nameOf(file))); });
            });
}

void WeightSpaceModel::exportMerged(const std::filesystem::path& file, const Provenance& provenance)
{
    const auto zoo = m_session.zoo();
    if (!zoo) {
        return;
    }
    enqueue(tr("Writing %1").arg(nameOf(file)),
            [this, zoo, state = *m_session.state().zoo, file, provenance](JobContext& context) {
                const auto z = coefficientsOf(*zoo, state.current, directionsOf(*zoo, state));
                context.checkpoint();
                writeMergedModel(*zoo, z, metadataOf(provenance), file);
                context.deliver([this, file] { Q_EMIT told(tr("Wrote %1").arg(nameOf(file))); });
            });
}

void WeightSpaceModel::exportSamples(const std::filesystem::path& file, int count,
                                     const Provenance& provenance)
{
    const auto zoo = m_session.zoo();
    if (!zoo) {
        return;
    }
    const SessionState& state = m_session.state();
    SamplingOptions options;
    options.kind = samplingKindFrom(optionValue(state, "weightspace.sampling"));
    options.spread = QString::fromStdString(optionValue(state, "weightspace.spread")).toDouble();
    options.components =
        std::size_t(QString::fromStdString(optionValue(state, "weightspace.components")).toInt());
    options.components = std::min(options.components, zoo->space().size());
    options.seed = state.zoo->seed;
    enqueue(tr("Writing %1").arg(nameOf(file)),
            [this, zoo, file, count, options, provenance](JobContext& context) {
                const Matrix z = sampleMembers(zoo->coefficients(), std::size_t(count), options);
                SpecimenOptions drawing;
                drawing.steps = fullSteps;
                drawing.seed = options.seed;
                std::vector<std::uint8_t> letters;
                for (std::size_t i = 0; i < z.rows; ++i) {
                    context.checkpoint();
                    context.progress(double(i) / double(z.rows));
                    Matrix one(1, z.columns);
                    std::ranges::copy(z.row(i), one.values.begin());
                    const auto drawn = zoo->draw(one, drawing);
                    letters.insert(letters.end(), drawn.begin(), drawn.end());
                }
                context.checkpoint();
                QString written = nameOf(file);
                if (QString::fromStdU16String(file.extension().u16string()).toLower() == u".png") {
                    FigurePage page;
                    page.title = tr("Samples of %1").arg(QString::fromStdString(provenance.zoo));
                    page.description = tr("Alphabets drawn by %1 models at random places of the "
                                          "weight space.")
                                           .arg(count);
                    page.provenance = provenance;
                    const QByteArray bytes = pngWithWords(sheetOf(letters), page);
                    writeFileAtomically(
                        file, std::string_view(bytes.constData(), std::size_t(bytes.size())));
                } else {
                    const IdxPair pair = writeLettersAsIdx(letters, file);
                    std::filesystem::path beside = pair.images;
                    beside += ".json";
                    writeFileAtomically(beside, aboutSamples(provenance, count, options));
                    written = nameOf(pair.images) + QStringLiteral(", ") + nameOf(pair.labels)
                        + QStringLiteral(", ") + nameOf(beside);
                }
                context.deliver([this, written] { Q_EMIT told(tr("Wrote %1").arg(written)); });
            });
}

} // namespace morphospace
