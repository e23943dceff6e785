// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/datasets/glyph_raster.h"
#include "core/diffusion/base_file.h"
#include "core/diffusion/base_training.h"
#include "core/diffusion/letters.h"
#include "core/diffusion/zoo_parts.h"
#include "core/formats/safetensors.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace morphospace;

namespace {

const DenoiserShape tiny{784, 16, 2, 8, 52};

double largest(const at::Tensor& tensor)
{
    return tensor.abs().max().item<double>();
}

/// Bundled faces, every so many, so that families are mixed.
std::vector<Typeface> someFaces(std::size_t count)
{
    const std::vector<Typeface> all =
        readTypefaces(Split::Train, MORPHOSPACE_SOURCE_DIR "/resources/glyphs");
    std::vector<Typeface> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(all.at(i * (all.size() / count)));
    return chosen;
}

AdapterLayout layoutOf(AdapterKind kind, const DenoiserShape& shape)
{
    AdapterLayout layout{kind, shape, {}};
    torch::manual_seed(3);
    for (const LinearMap& map : linearMaps(shape))
        if (kind == AdapterKind::SharedA)
            layout.sharedA.push_back(torch::randn({1, map.in}) / std::sqrt(double(map.in)));
    return layout;
}

QString messageOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestDiffusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noiseLevelsFall();
    void rankOneIsTheSumOfWeights();
    void adapterSizesAreThePapers();
    void samplingIsDeterministic();
    void delayedInjectionIsBetween();
    void bundledFacesAreWhatTheyAre();
    void interruptedTrainingGoesOnAsIfNot();
    void zooGoesThereAndBack();
    void interruptedBuildGoesOnAsIfNot();
    void damagedZoosAreErrors();
    void calibrationIsInverted();
    void inversionDrawsWhatItWasShown();
    void startsOfTheirOwnHaveNoSpace();

private:
    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    QTemporaryDir m_folder;
    std::filesystem::path m_base; // trained a little, for those tests that need letters
    std::filesystem::path m_zoo;
};

void TestDiffusion::initTestCase()
{
    m_base = path("base.safetensors");
    BaseTraining training;
    training.steps = 500;
    training.batch = 128;
    training.hidden = 96;
    training.blocks = 2;
    training.rate = 3e-3;
    training.averaging = 0.98;
    trainBase(someFaces(96), training, "test", m_base, true, {}, {});
    const std::vector<double> errors = denoisingErrors(m_base, someFaces(20), 1);
    // The mean letter alone is off by about .25; little noise is easier than much.
    QVERIFY2(errors[0] < 0.15 && errors[0] < errors[3], qPrintable(QString::number(errors[0])));
    m_zoo = path("small.zoo");
    ZooRecipe recipe;
    recipe.steps = 60;
    recipe.batch = 10;
    recipe.fitLimit = 1;
    recipe.components = 20;
    buildZoo(someFaces(24), m_base, recipe, {{"command", "test"}}, m_zoo, true,
             [](const std::string&) {}, {});
}

void TestDiffusion::noiseLevelsFall()
{
    const at::Tensor levels = alphaBar();
    QCOMPARE(levels.size(0), std::int64_t(diffusionSteps));
    QVERIFY((levels.slice(0, 1) <= levels.slice(0, 0, -1)).all().item<bool>());
    QVERIFY(levels[0].item<double>() > 0.999 && levels[-1].item<double>() < 2e-4);
    // Half the way the cosine schedule keeps half of the signal's power.
    QVERIFY(std::abs(levels[500].item<double>() - 0.49) < 0.02);
}

void TestDiffusion::rankOneIsTheSumOfWeights()
{
    const torch::NoGradGuard noGrad;
    Denoiser base = makeDenoiser(tiny, 1);
    for (std::size_t i = 1; i <= std::size_t(tiny.blocks) + 1; ++i)
        base.weights[i].normal_(0, 0.1); // FiLM starts at zero
    torch::manual_seed(2);
    const at::Tensor x = torch::randn({3, 5, 784});
    const at::Tensor t = torch::tensor({0, 10, 400, 700, 999}, torch::kInt64);
    const at::Tensor letters = torch::tensor({0, 51, 7, 26, 3}, torch::kInt64);
    for (const AdapterKind kind : {AdapterKind::SharedA, AdapterKind::Paper}) {
        const AdapterLayout layout = layoutOf(kind, tiny);
        const at::Tensor members = torch::randn({3, layout.size()}) * 0.1;
        const Adaptation adaptation = layout.unflatten(members);
        const at::Tensor together = denoise(base, x, t, letters, &adaptation);
        for (std::int64_t m = 0; m < 3; ++m) {
            Denoiser own = base;
            for (std::size_t i = 0; i < own.weights.size(); ++i) {
                const at::Tensor& a = adaptation.a[i];
                own.weights[i] = base.weights[i]
                    + adaptation.b[i][m].unsqueeze(1) * a[a.size(0) == 1 ? 0 : m].unsqueeze(0);
            }
            const at::Tensor alone = denoise(own, x.narrow(0, m, 1), t, letters);
            QVERIFY(largest(together[m] - alone[0]) < 1e-4);
        }
        const Adaptation none = layout.unflatten(torch::zeros({3, layout.size()}));
        QVERIFY(largest(denoise(base, x, t, letters, &none) - denoise(base, x, t, letters)) < 1e-5);
    }
}

void TestDiffusion::adapterSizesAreThePapers()
{
    const DenoiserShape full;
    QCOMPARE(linearMaps(full).size(), std::size_t(21));
    QCOMPARE((AdapterLayout{AdapterKind::SharedA, full, {}}.size()), std::int64_t(14608));
    QCOMPARE((AdapterLayout{AdapterKind::Paper, full, {}}.size()), std::int64_t(22944));
    for (const AdapterKind kind :
         {AdapterKind::SharedA, AdapterKind::Paper, AdapterKind::Independent})
        QCOMPARE(adapterKindFrom(nameOf(kind)), kind);
    QVERIFY(messageOf([] { (void)adapterKindFrom("x"); }).contains("shared"));
}

void TestDiffusion::samplingIsDeterministic()
{
    const TypefaceZoo zoo = TypefaceZoo::read(m_zoo);
    Matrix z(2, zoo.space().size());
    std::copy_n(zoo.coefficients().row(3).begin(), z.columns, z.row(1).begin());
    const std::vector<std::uint8_t> once = zoo.draw(z, {});
    QCOMPARE(once.size(), 2 * typefaceLetters * glyphImageBytes);
    QCOMPARE(zoo.draw(z, {}), once);
    SpecimenOptions other;
    other.seed = 2;
    QVERIFY(zoo.draw(z, other) != once);
    // A few letters are the same pictures as in the whole alphabet.
    SpecimenOptions few;
    few.letters = {4, 30};
    const std::vector<std::uint8_t> two = zoo.draw(z, few);
    int apart = 0;
    for (std::size_t i = 0; i < glyphImageBytes; ++i)
        apart = std::max(apart, std::abs(int(two[i]) - int(once[4 * glyphImageBytes + i])));
    QVERIFY2(apart <= 1, qPrintable(QString::number(apart))); // products of another shape round so
    few.letters = {52};
    QVERIFY(messageOf([&] { (void)zoo.draw(z, few); }).contains("52"));
}

void TestDiffusion::delayedInjectionIsBetween()
{
    const TypefaceZoo zoo = TypefaceZoo::read(m_zoo);
    const auto row = [&](std::size_t i) {
        Matrix z(1, zoo.space().size());
        std::copy_n(zoo.coefficients().row(i).begin(), z.columns, z.row(0).begin());
        return z;
    };
    const Matrix a = row(0), b = row(9);
    SpecimenOptions options;
    const std::vector<std::uint8_t> original = zoo.draw(a, options);
    double before = letterDifference(original, zoo.draw(b, options));
    QVERIFY(before > 0.01);
    for (const int from : {1000, 700, 300, 0}) {
        options.from = from;
        const double distance = letterDifference(original, zoo.draw(b, options, a));
        QVERIFY(distance <= before * 1.02);
        before = distance;
    }
    QCOMPARE(before, 0.0); // an edit that never acts
}

void TestDiffusion::bundledFacesAreWhatTheyAre()
{
    const std::vector<Typeface> faces =
        readTypefaces(Split::Test, MORPHOSPACE_SOURCE_DIR "/resources/glyphs");
    QCOMPARE(faces.size(), std::size_t(161));
    // H stands on the baseline and is as tall as the cell says, unless the face was made smaller.
    int tall = 0;
    for (const Typeface& face : faces) {
        const auto* h = face.pixels.data() + 7 * glyphImageBytes;
        bool top = false;
        for (int x = 0; x < glyphCell; ++x)
            top = top || h[(glyphBaseline - glyphCapHeight) * glyphCell + x] > 100;
        tall += top;
    }
    QVERIFY(tall > 100);
    QCOMPARE(typefacesHash(faces).size(), std::size_t(64));
    const at::Tensor bytes = letterBytes(faces);
    QVERIFY(torch::equal(letterBytes(scaledLetters(bytes)), bytes));
}

void TestDiffusion::interruptedTrainingGoesOnAsIfNot()
{
    BaseTraining training;
    training.steps = 24;
    training.batch = 8;
    training.hidden = 16;
    training.blocks = 1;
    const std::vector<Typeface> faces = someFaces(6);
    trainBase(faces, training, "t", path("whole.safetensors"), true, {}, {});
    std::stop_source stop;
    QVERIFY_EXCEPTION_THROWN(
        trainBase(faces, training, "t", path("broken.safetensors"), true,
                  [&stop](const LearnerProgress& progress) {
                      if (progress.step == 10)
                          stop.request_stop();
                  },
                  stop.get_token()),
        Cancelled);
    QVERIFY(std::filesystem::exists(path("broken.safetensors.part")));
    trainBase(faces, training, "t", path("broken.safetensors"), false, {}, {});
    QCOMPARE(readBase(path("broken.safetensors")).hash, readBase(path("whole.safetensors")).hash);
    QVERIFY(!std::filesystem::exists(path("broken.safetensors.part")));
    QVERIFY(messageOf([&] { (void)readBase(m_zoo); }).contains("zoo base"));
}

void TestDiffusion::zooGoesThereAndBack()
{
    const TypefaceZoo zoo = TypefaceZoo::read(m_zoo);
    QCOMPARE(zoo.members().size(), std::size_t(24));
    QCOMPARE(zoo.space().size(), std::size_t(20));
    QCOMPARE(zoo.coefficients().rows, std::size_t(24));
    QCOMPARE(zoo.adapter(), std::string("shared"));
    QCOMPARE(zoo.metadata().at("command"), std::string("test"));
    QCOMPARE(*zoo.find(zoo.members()[5].name()), std::size_t(5));
    QVERIFY(!zoo.find("no such face"));
    QVERIFY(zoo.members()[0].licence.size() > 1 && zoo.members()[0].fit > 0);
    // Written again it is the same file: halves are halves already.
    TypefaceZoo::Parts parts = readZooParts(m_zoo);
    QCOMPARE(writeZoo(parts, path("again.zoo")), zoo.hash());
    // Those who fit badly are left out by name.
    ZooRecipe strict;
    strict.steps = 20;
    strict.fitLimit = zoo.members()[0].fit * 0 + 0.2;
    strict.components = 5;
    buildZoo(someFaces(8), m_base, strict, {}, path("strict.zoo"), true,
             [](const std::string&) {}, {});
    const TypefaceZoo some = TypefaceZoo::read(path("strict.zoo"));
    QCOMPARE(some.members().size() + some.leftOut().size(), std::size_t(8));
    for (const ZooMember& member : some.members())
        QVERIFY(member.fit <= 0.2);
    for (const ZooLeftOut& one : some.leftOut())
        QVERIFY(one.fit > 0.2);
}

void TestDiffusion::interruptedBuildGoesOnAsIfNot()
{
    ZooRecipe recipe;
    recipe.steps = 8;
    recipe.batch = 4;
    recipe.fitLimit = 1;
    recipe.components = 5;
    const std::vector<Typeface> faces = someFaces(12);
    const auto quiet = [](const std::string&) {};
    buildZoo(faces, m_base, recipe, {}, path("whole.zoo"), true, quiet, {});
    std::stop_source stop;
    QVERIFY_EXCEPTION_THROWN(buildZoo(faces, m_base, recipe, {}, path("broken.zoo"), true,
                                      [&stop](const std::string& line) {
                                          if (line.starts_with("member 4"))
                                              stop.request_stop();
                                      },
                                      stop.get_token()),
                             Cancelled);
    ZooRecipe other = recipe;
    other.seed = 2;
    QVERIFY(messageOf([&] {
                buildZoo(faces, m_base, other, {}, path("broken.zoo"), false, quiet, {});
            }).contains("other settings"));
    buildZoo(faces, m_base, recipe, {}, path("broken.zoo"), false, quiet, {});
    QCOMPARE(TypefaceZoo::read(path("broken.zoo")).hash(),
             TypefaceZoo::read(path("whole.zoo")).hash());
    QVERIFY(!std::filesystem::exists(path("broken.zoo.parts")));
}

void TestDiffusion::damagedZoosAreErrors()
{
    const StoredFile good = readSafetensors(m_zoo);
    const auto file = path("damaged.zoo");
    const auto said = [&](const std::function<void(StoredFile&)>& damage) {
        StoredFile bad = good;
        damage(bad);
        writeSafetensors(file, bad);
        return messageOf([&] { (void)TypefaceZoo::read(file); });
    };
    const auto tensor = [](StoredFile& stored, const std::string& name) -> StoredTensor& {
        return *std::find_if(stored.tensors.begin(), stored.tensors.end(),
                             [&](const StoredTensor& one) { return one.name == name; });
    };
    QVERIFY(said([](StoredFile& f) { f.metadata["format"] = "x"; }).contains("format"));
    QVERIFY(said([](StoredFile& f) { f.metadata["version"] = "9"; }).contains("version"));
    QVERIFY(said([](StoredFile& f) { f.metadata["shape"] = "{"; }).contains("damaged.zoo"));
    QVERIFY(said([](StoredFile& f) {
                f.metadata["shape"] =
                    R"({"pixels":784,"hidden":4096,"blocks":64,"condition":8,"letters":52})";
            }).contains("shape"));
    QVERIFY(said([](StoredFile& f) { f.metadata.erase("members"); }).contains("members"));
    QVERIFY(said([](StoredFile& f) { f.metadata["members"] = "[1,2]"; }).contains("damaged.zoo"));
    QVERIFY(said([](StoredFile& f) { f.metadata["adapter"] = "none"; }).contains("adapter"));
    QVERIFY(said([](StoredFile& f) { f.tensors.pop_back(); }).contains("members.coefficients"));
    QVERIFY(said([&](StoredFile& f) {
                StoredTensor& mean = tensor(f, "space.mean");
                std::vector<float> values = loadFloats(mean);
                values[3] = std::nanf("");
                mean = storeFloats(mean.name, mean.shape, values);
            }).contains("space.mean"));
    QVERIFY(said([&](StoredFile& f) {
                tensor(f, "space.deviation") = storeFloats("space.deviation", {2}, std::vector<float>(2));
            }).contains("space.deviation"));
    QVERIFY(said([&](StoredFile& f) {
                f.metadata["calibrations"] = R"({"stroke":{"asked":[1],"achieved":[1,2]}})";
            }).contains("calibration"));
    for (const char* wrong :
         {R"({"stroke":{"asked":[1,2],"curves":[]}})",
          R"({"stroke":{"asked":[1,2],"curves":[{"distance":1,"position":0,"achieved":[1]}]}})",
          R"({"stroke":{"asked":[1,2],"curves":[{"distance":1,"position":0,"achieved":[1,2],"legible":[1]}]}})",
          R"({"stroke":{"asked":[1,2],"curves":[{"distance":1,"position":0,"achieved":[1,2]},
                                                {"distance":0,"position":0,"achieved":[1,2]}]}})"}) {
        const QString text = said([&](StoredFile& f) { f.metadata["calibrations"] = wrong; });
        QVERIFY2(text.contains("calibration"), qPrintable(text));
    }
    const std::uint64_t length = std::uint64_t(10) << 30;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(&length), sizeof length)
        .write("{}", 2);
    QVERIFY(messageOf([&] { (void)TypefaceZoo::read(file); }).contains("damaged.zoo"));
}

void TestDiffusion::calibrationIsInverted()
{
    const Calibration curve{{-4, -2, 2, 4, 6}, {{{}, {-1, -0.8, 0.5, 2, 1.9}, {}}}};
    QCOMPARE(curve.amountFor(0), 0.0);
    QVERIFY(std::abs(curve.amountFor(0.5) - 2) < 1e-12);
    QVERIFY(std::abs(curve.amountFor(0.25) - 1) < 1e-12);
    QVERIFY(std::abs(curve.amountFor(1.25) - 3) < 1e-12);
    QVERIFY(std::abs(curve.amountFor(-0.9) + 3) < 1e-12);
    // Beyond what was measured it goes on as it was; a point that falls back does not count.
    QVERIFY(std::abs(curve.amountFor(3.5) - 6) < 1e-12);
    for (double wanted = -3; wanted < 3; wanted += 0.1)
        QVERIFY(curve.amountFor(wanted + 0.1) > curve.amountFor(wanted));
}

void TestDiffusion::inversionDrawsWhatItWasShown()
{
    const TypefaceZoo zoo = TypefaceZoo::read(m_zoo);
    const std::vector<Typeface> faces = someFaces(24); // members: what the space can draw
    InversionOptions options;
    options.components = 20;
    options.steps = 80;
    const Matrix z = zoo.invert({faces[2], faces[17]}, {0, 6, 17, 26}, options);
    QCOMPARE(z.rows, std::size_t(2));
    const Matrix mean(2, 20);
    const std::vector<std::uint8_t> found = zoo.draw(z, {});
    const std::vector<std::uint8_t> average = zoo.draw(mean, {});
    constexpr std::size_t bytes = typefaceLetters * glyphImageBytes;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& truth = faces[i == 0 ? 2 : 17].pixels;
        QVERIFY(letterDifference(std::span(found).subspan(i * bytes, bytes), truth)
                < letterDifference(std::span(average).subspan(i * bytes, bytes), truth));
    }
    QVERIFY(messageOf([&] { (void)zoo.invert(faces, {}, options); }).contains("at least one"));
}

void TestDiffusion::startsOfTheirOwnHaveNoSpace()
{
    // The ablation: everything equal but the start. Slant is learned on 64 members and looked for
    // in 24 that the space never saw; those are then drawn from the space alone.
    const Denoiser base = readBase(m_base).denoiser;
    const std::vector<Typeface> faces = someFaces(88);
    const at::Tensor images = letterBytes(faces);
    struct Found {
        double explained = 0;
        double slant = 0;
        double drawn = 0;     // error of the members themselves
        double projected = 0; // error of what the space keeps of them
    };
    std::map<AdapterKind, Found> all;
    QString text;
    for (const AdapterKind kind : {AdapterKind::Paper, AdapterKind::Independent}) {
        const AdapterLayout layout{kind, base.shape, {}};
        MemberTraining training;
        training.steps = 60;
        training.rate = 0.02;
        const at::Tensor trained = trainMembers(base, layout, images, training, 0, {});
        const auto matrixOf = [&](std::int64_t first, std::int64_t count) {
            const at::Tensor part = trained.narrow(0, first, count).contiguous();
            Matrix matrix(std::size_t(count), std::size_t(part.size(1)));
            std::copy_n(part.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
            return matrix;
        };
        const Matrix seen = matrixOf(0, 64);
        const Matrix unseen = matrixOf(64, 24);
        const WeightSpace space = principalComponents(MatrixRows(seen), 12);
        std::vector<double> slant;
        for (const Typeface& face : faces)
            slant.push_back(measureTypeface(face.pixels)[1]);
        const Matrix z = space.project(MatrixRows(unseen));
        const std::vector<float> normal =
            leastSquares(space.project(MatrixRows(seen)), std::span(slant).first(64));
        at::Tensor back = torch::empty({24, layout.size()});
        for (std::size_t i = 0; i < 24; ++i) {
            const std::vector<float> weights = space.unproject(z.row(i));
            std::copy(weights.begin(), weights.end(),
                      back.data_ptr<float>() + i * weights.size());
        }
        const at::Tensor truth = scaledLetters(images.narrow(0, 64, 24));
        const auto error = [&](const at::Tensor& members) {
            return fitErrors(renderMembers(base, layout, members, {}), truth).mean().item<double>();
        };
        Found& found = all[kind];
        found = {space.explained(12),
                 correlation(positions(z, normal), std::span<const double>(slant).subspan(64)),
                 error(trained.narrow(0, 64, 24)), error(back)};
        text += QString("%1: explained %2, slant %3, drawn %4, projected %5; ")
                    .arg(QString::fromStdString(nameOf(kind)))
                    .arg(found.explained)
                    .arg(found.slant)
                    .arg(found.drawn)
                    .arg(found.projected);
    }
    qInfo("%s", qPrintable(text));
    const Found& one = all[AdapterKind::Paper];
    const Found& own = all[AdapterKind::Independent];
    QVERIFY2(one.slant > 0.8 && own.slant < one.slant - 0.2, qPrintable(text));
    QVERIFY2(one.explained > 1.3 * own.explained, qPrintable(text));
    // Each fits its faces; only the common start's space still does.
    QVERIFY2(own.projected - own.drawn > 2 * (one.projected - one.drawn), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestDiffusion)
#include "tst_diffusion.moc"
