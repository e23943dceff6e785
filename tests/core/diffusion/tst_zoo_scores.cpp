// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/label_scores.h"
#include "core/diffusion/score.h"
#include "core/diffusion/zoo_parts.h"

#include <torch/types.h>
#include <torch/utils.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace morphospace;

namespace {

constexpr std::size_t faceBytes = typefaceLetters * glyphImageBytes;

/// A zoo without any training: a random small denoiser, random components, and members whose first
/// coefficient says how heavy their fonts claim to be, the second one nothing.
std::shared_ptr<TypefaceZoo::Parts> madeUpZoo(std::size_t members)
{
    auto parts = std::make_shared<TypefaceZoo::Parts>();
    const DenoiserShape shape{784, 16, 1, 8, 52};
    parts->base = makeDenoiser(shape, 1);
    parts->layout.kind = AdapterKind::SharedA;
    parts->layout.shape = shape;
    torch::manual_seed(5);
    for (const LinearMap& map : linearMaps(shape))
        parts->layout.sharedA.push_back(torch::randn({1, map.in}) / std::sqrt(double(map.in)));
    const std::int64_t d = parts->layout.size();
    constexpr std::int64_t k = 4;
    const at::Tensor axes = std::get<0>(at::linalg_qr(torch::randn({d, k}))).t().contiguous();
    parts->space.mean.assign(std::size_t(d), 0);
    parts->space.deviation.assign(std::size_t(d), 1);
    parts->space.components = Matrix(std::size_t(k), std::size_t(d));
    std::copy_n(axes.data_ptr<float>(), axes.numel(), parts->space.components.values.begin());
    parts->space.variances = {4, 3, 2, 1};
    parts->space.totalVariance = 10;
    parts->space.members = members;
    parts->coefficients = Matrix(members, std::size_t(k));
    const at::Tensor random = torch::randn({std::int64_t(members), k});
    for (std::size_t i = 0; i < members; ++i) {
        const bool bold = i % 2 == 0;
        const auto row = parts->coefficients.row(i);
        for (std::size_t c = 0; c < row.size(); ++c)
            row[c] = random[std::int64_t(i)][std::int64_t(c)].item<float>();
        row[0] = bold ? 2 + 0.1F * row[0] : -2 + 0.1F * row[0];
        ZooMember member;
        member.family = "Face " + std::to_string(i);
        member.group = member.family;
        member.labels.weight = bold ? 700 : 400;
        member.labels.italic = i % 4 < 2; // of which the coefficients know nothing
        for (std::size_t a = 0; a < member.measures.size(); ++a)
            member.measures[a] = row[a % std::size_t(k)] + 0.01 * double(a);
        parts->members.push_back(member);
    }
    parts->hash = "made up";
    return parts;
}

std::vector<Typeface> facesOf(Split split, std::size_t count)
{
    return spreadOverGroups(readTypefaces(split, MORPHOSPACE_SOURCE_DIR "/resources/glyphs"),
                            count);
}

/// Reads every letter as what it is; or, given a share, only the first ones of each face.
LetterReader readerOf(double share)
{
    return [share](const std::vector<std::uint8_t>& pictures) {
        std::vector<int> read;
        for (std::size_t i = 0; i < pictures.size() / glyphImageBytes; ++i) {
            const std::size_t letter = i % typefaceLetters;
            read.push_back(double(letter) < share * double(typefaceLetters)
                               ? int(letter)
                               : int((letter + 1) % typefaceLetters));
        }
        return read;
    };
}

ScoreOptions quick()
{
    ScoreOptions options;
    options.components = 4;
    options.seeds = {1};
    options.wanted = {1};
    options.samples = 3;
    options.sampleComponents = 4;
    options.given = {"Ra"};
    options.inversionComponents = {4};
    options.steps = 2;
    return options;
}

} // namespace

class TestZooScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAreReadAsTheyAreDefined_data();
    void labelsAreReadAsTheyAreDefined();
    void labelsThatTheSpaceKnowsAreFound();
    void usefulRangeEndsWhereLettersBreak_data();
    void usefulRangeEndsWhereLettersBreak();
    void calibrationIsWhatWasMeasured();
    void aCalibrationLiesBetweenItsCurves();
    void scoresAreRepeatableAndHonest();
    void facesAreSpreadOverGroups();
};

void TestZooScores::labelsAreReadAsTheyAreDefined_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("weight");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("expected"); // 1, 0, -1: not said
    QTest::newRow("bold") << 0 << 700 << 5 << 1;
    QTest::newRow("semibold counts") << 0 << 600 << 5 << 1;
    QTest::newRow("regular") << 0 << 400 << 5 << 0;
    QTest::newRow("between") << 0 << 550 << 5 << -1;
    QTest::newRow("light is no class of it") << 0 << 300 << 5 << -1;
    QTest::newRow("condensed") << 4 << 400 << 3 << 1;
    QTest::newRow("normal width") << 4 << 400 << 5 << 0;
    QTest::newRow("nothing said") << 2 << 400 << 5 << -1;
}

void TestZooScores::labelsAreReadAsTheyAreDefined()
{
    QFETCH(int, which);
    QFETCH(int, weight);
    QFETCH(int, width);
    QFETCH(int, expected);
    FontLabels labels;
    labels.weight = weight;
    labels.width = width;
    const std::optional<bool> found = labelOf(labels, std::size_t(which));
    QCOMPARE(found ? int(*found) : -1, expected);
    QVERIFY_EXCEPTION_THROWN((void)labelOf(labels, fontLabelNames.size()), Error);
    QCOMPARE(fontLabelsFromJson(toJson(labels)), labels);
}

void TestZooScores::labelsThatTheSpaceKnowsAreFound()
{
    const TypefaceZoo zoo(madeUpZoo(80));
    std::vector<Typeface> unseen(40);
    Matrix z(40, 4);
    torch::manual_seed(9);
    const at::Tensor random = torch::randn({40, 4});
    for (std::size_t i = 0; i < 40; ++i) {
        unseen[i].labels.weight = i < 15 ? 800 : 400;
        unseen[i].labels.italic = i % 3 == 0;
        for (std::size_t c = 0; c < 4; ++c)
            z.row(i)[c] = random[std::int64_t(i)][std::int64_t(c)].item<float>();
        z.row(i)[0] = i < 15 ? 1.5F : -1.5F;
    }
    const std::vector<LabelScore> scores = scoreLabels(zoo, z, unseen, 4);
    QCOMPARE(scores.size(), std::size_t(2)); // of the others nobody says anything
    QCOMPARE(std::string(scores[0].label), std::string("bold"));
    QCOMPARE(scores[0].positives, std::size_t(15));
    QCOMPARE(scores[0].negatives, std::size_t(25));
    QVERIFY(scores[0].area > 0.999 && scores[0].accuracy > 0.999);
    // Chance: 14 against 26, so .5 +- .1 with some room.
    QCOMPARE(std::string(scores[1].label), std::string("italic"));
    QVERIFY2(std::abs(scores[1].area - 0.5) < 0.3, qPrintable(QString::number(scores[1].area)));
    QVERIFY_EXCEPTION_THROWN((void)scoreLabels(zoo, Matrix(3, 4), unseen, 4), Error);
}

void TestZooScores::usefulRangeEndsWhereLettersBreak_data()
{
    QTest::addColumn<std::vector<double>>("achieved");
    QTest::addColumn<std::vector<double>>("legible");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    using Row = std::vector<double>;
    QTest::newRow("all of it") << Row{-2, -1, 1, 2} << Row{1, 1, 1, 1} << -2.0 << 2.0;
    QTest::newRow("nobody read") << Row{-2, -1, 1, 2} << Row{} << -2.0 << 2.0;
    QTest::newRow("broken above") << Row{-2, -1, 1, 2} << Row{0.95, 1, 1, 0.8} << -2.0 << 1.0;
    QTest::newRow("falls back below") << Row{-0.5, -1, 1, 2} << Row{} << -1.0 << 2.0;
    QTest::newRow("the wrong way") << Row{2, 1, -1, 2} << Row{} << 0.0 << 0.0;
    QTest::newRow("broken at once") << Row{-2, -1, 1, 2} << Row{1, 0.5, 0.5, 1} << 0.0 << 0.0;
}

void TestZooScores::usefulRangeEndsWhereLettersBreak()
{
    QFETCH(std::vector<double>, achieved);
    QFETCH(std::vector<double>, legible);
    QFETCH(double, least);
    QFETCH(double, greatest);
    const Calibration curve{{-4, -2, 2, 4}, {{{}, achieved, legible}}};
    QCOMPARE(curve.usefulRange().first, least);
    QCOMPARE(curve.usefulRange().second, greatest);
}

void TestZooScores::calibrationIsWhatWasMeasured()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("made.zoo").toStdString();
    writeZoo(*madeUpZoo(30), file);
    const std::vector<Typeface> faces = facesOf(Split::Validation, 2);
    std::stop_source stopped;
    stopped.request_stop();
    const std::string before = TypefaceZoo::read(file).hash();
    const auto quiet = [](const std::string&) {};
    QVERIFY_EXCEPTION_THROWN(
        calibrateZoo(file, faces, 4, readerOf(1), quiet, stopped.get_token()), Cancelled);
    QCOMPARE(TypefaceZoo::read(file).hash(), before);
    QVERIFY_EXCEPTION_THROWN(calibrateZoo(file, {}, 4, {}, quiet, {}), Error);

    calibrateZoo(file, faces, 4, readerOf(0.5), quiet, {});
    const TypefaceZoo zoo = TypefaceZoo::read(file);
    QCOMPARE(zoo.calibrations().size(), typefaceAttributes.size());
    // The average, two projections, samples and members: each has a curve of its own.
    Matrix z(7, zoo.space().size());
    const Matrix projected = zoo.space().project(MatrixRows(zoo.customise(faces, 1)));
    for (std::size_t i = 0; i < 2; ++i) {
        std::ranges::copy(projected.row(i), z.row(1 + i).begin());
        std::ranges::copy(zoo.coefficients().row(i * 15), z.row(3 + i).begin());
    }
    SamplingOptions sampling;
    sampling.components = 4;
    const Matrix samples = sampleMembers(zoo.coefficients(), 2, sampling);
    for (std::size_t i = 0; i < 2; ++i)
        std::ranges::copy(samples.row(i), z.row(5 + i).begin());
    const Direction direction = zoo.direction(0, 4);
    const auto strokes = [&](double amount) {
        Matrix moved = z;
        for (std::size_t i = 0; i < z.rows; ++i)
            for (std::size_t c = 0; c < z.columns; ++c)
                moved.row(i)[c] += float(amount * direction.sigma * direction.axis[c]);
        const std::vector<std::uint8_t> drawn = zoo.draw(moved, {});
        std::vector<double> measured;
        for (std::size_t i = 0; i < z.rows; ++i)
            measured.push_back(
                measureTypeface(std::span(drawn).subspan(i * faceBytes, faceBytes))[0]);
        return measured;
    };
    const Calibration& stroke = zoo.calibrations().at("stroke");
    QCOMPARE(stroke.curves.size(), z.rows);
    QCOMPARE(stroke.curves.front().at.distance, 0.0);
    const std::vector<double> still = strokes(0);
    for (std::size_t i = 0; i < stroke.asked.size(); i += 3) {
        const std::vector<double> pushed = strokes(stroke.asked[i]);
        for (std::size_t place = 0; place < z.rows; ++place) {
            const Standpoint from = standpointOf(z.row(place), direction);
            const auto curve =
                std::ranges::find_if(stroke.curves, [&](const Calibration::Curve& one) {
                    return std::abs(one.at.position - from.position) < 1e-9;
                });
            QVERIFY(curve != stroke.curves.end());
            const double expected = (pushed[place] - still[place]) / zoo.attributeLaw(0).second;
            // The same float arithmetic in another order of sums.
            QVERIFY2(std::abs(curve->achieved[i] - expected) < 1e-3,
                     qPrintable(QString("%1 for %2").arg(curve->achieved[i]).arg(expected)));
            QCOMPARE(curve->legible[i], 1.0); // half of the letters, before and after
        }
    }
    // The two of a kind stand at their mean distance.
    std::set<double> distances;
    for (const Calibration::Curve& curve : stroke.curves)
        distances.insert(curve.at.distance);
    QCOMPARE(distances.size(), std::size_t(4));
}

void TestZooScores::aCalibrationLiesBetweenItsCurves()
{
    // Near the average a push carries twice as far as at a distance of 10, where it carries the
    // farther the lower one stands.
    const Calibration calibration{{-2, 2},
                                  {{{0, 0}, {-2, 2}, {1, 1}},
                                   {{10, -1}, {-0.5, 1.5}, {1, 1}},
                                   {{10, 1}, {-1.5, 0.5}, {1, 0.5}}}};
    QCOMPARE(calibration.amountFor(1, {0, 0}), 1.0);
    QCOMPARE(calibration.amountFor(1, {0, 5}), 1.0);
    QCOMPARE(calibration.amountFor(1, {10, 0}), 2.0);
    QVERIFY(std::abs(calibration.amountFor(1, {10, -1}) - 4.0 / 3) < 1e-12);
    QVERIFY(std::abs(calibration.amountFor(1, {99, -7}) - 4.0 / 3) < 1e-12);
    QVERIFY(std::abs(calibration.amountFor(-1, {10, 1}) + 4.0 / 3) < 1e-12);
    QVERIFY(std::abs(calibration.amountFor(1, {5, 0}) - 4.0 / 3) < 1e-12); // 1.5 for a push of 2
    QCOMPARE(calibration.usefulRange({0, 0}), std::pair(-2.0, 2.0));
    QCOMPARE(calibration.usefulRange({10, -1}), std::pair(-0.5, 1.5));
    QCOMPARE(calibration.usefulRange({10, 1}), std::pair(-1.5, 0.0)); // letters break
    const Calibration::Curve middle = calibration.at({5, 1});
    QCOMPARE(middle.achieved, (std::vector<double>{-1.75, 1.25}));
    QCOMPARE(middle.legible, (std::vector<double>{1, 0.75}));
    QVERIFY_EXCEPTION_THROWN((void)Calibration{}.amountFor(1), Error);
}

void TestZooScores::scoresAreRepeatableAndHonest()
{
    const auto parts = madeUpZoo(24);
    const Calibration wide{{-4, -1, 1, 4}, {{{}, {-2, -1, 1, 2}, {}}}};
    const Calibration narrow{{-4, -1, 1, 4}, {{{}, {-2, -1, 1, 2}, {1, 1, 0, 0}}}};
    parts->calibrations = {{"stroke", wide}, {"slant", narrow}};
    const TypefaceZoo zoo(parts);
    const std::vector<Typeface> unseen = facesOf(Split::Test, 4);
    const std::vector<Typeface> known = facesOf(Split::Train, 6);
    const nlohmann::json once = scoreZoo(zoo, known, unseen, readerOf(0.75), quick());
    QVERIFY(scoreZoo(zoo, known, unseen, readerOf(0.75), quick()) == once);
    QCOMPARE(once.at("legibility_of_unseen_faces").get<double>(), 0.75);
    QVERIFY(once.contains("edit stroke +1") && once.contains("edit stroke -1"));
    // What the calibration holds useless is not asked for.
    QVERIFY(!once.contains("edit slant +1") && once.contains("edit slant -1"));
    QVERIFY(once.contains("member stroke +1") && once.contains("average stroke -1"));
    QCOMPARE(once.at("edit stroke +1").at("models").at("mean").get<double>(), 4.0);
    QCOMPARE(once.at("member stroke +1").at("models").at("mean").get<double>(), 2.0);
    const nlohmann::json& stroke = once.at("edit stroke +1");
    QCOMPARE(stroke.at("pushed_by_sigma").at("mean").get<double>(), 1.0);
    const double share = stroke.at("faces_moved_right").at("mean");
    QVERIFY(share >= 0 && share <= 1);
    QVERIFY(once.contains("samples bounded") && once.contains("inversion from Ra"));
    const double near =
        once.at("inversion from Ra").at("nearest_member_rms").at("mean");
    QVERIFY(near > 0 && near < 1);
    for (const char* name : {"rms_4", "rms_without_space", "legibility_without_space"})
        QVERIFY2(once.at("inversion from Ra").at(name).at("mean").get<double>() > 0, name);
    // A part of it is the same numbers, and brings what it starts from.
    ScoreOptions some = quick();
    some.only = {"delayed", "inversion"};
    const nlohmann::json part = scoreZoo(zoo, known, unseen, readerOf(0.75), some);
    for (const char* name : {"fit", "delayed slant", "inversion from Ra"})
        QVERIFY2(part.at(name) == once.at(name), name);
    QVERIFY(!part.contains("edit stroke +1") && !part.contains("samples bounded"));
    some.only = {"everything"};
    QVERIFY_EXCEPTION_THROWN((void)scoreZoo(zoo, known, unseen, readerOf(1), some), Error);
    ScoreOptions stopped = quick();
    std::stop_source stop;
    stop.request_stop();
    stopped.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN((void)scoreZoo(zoo, known, unseen, readerOf(1), stopped), Cancelled);
    QVERIFY_EXCEPTION_THROWN((void)scoreZoo(zoo, known, {}, readerOf(1), quick()), Error);
}

void TestZooScores::facesAreSpreadOverGroups()
{
    std::vector<Typeface> faces(7);
    const char* groups[] = {"a", "a", "b", "a", "c", "b", "a"};
    for (std::size_t i = 0; i < faces.size(); ++i) {
        faces[i].group = groups[i];
        faces[i].family = std::to_string(i);
    }
    const auto names = [&](std::size_t count) {
        std::string text;
        for (const Typeface& face : spreadOverGroups(faces, count))
            text += face.family;
        return text;
    };
    QCOMPARE(names(3), std::string("024"));
    QCOMPARE(names(5), std::string("02415"));
    QCOMPARE(names(0), std::string("0241536"));
    QCOMPARE(names(99), std::string("0241536"));
}

QTEST_GUILESS_MAIN(TestZooScores)
#include "tst_zoo_scores.moc"
