// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/datasets/idx.h"
#include "core/diffusion/base_file.h"
#include "core/diffusion/letter_cleaning.h"
#include "core/replay/zoo_model.h"
#include "core/weightspace/lora_adapter.h"
#include "tests/widgets/fixtures.h"
#include "widgets/figure/figure_file.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/weightspace/direction_slider.h"
#include "widgets/weightspace/letters_panel.h"
#include "widgets/weightspace/member_list.h"
#include "widgets/weightspace/members_panel.h"
#include "widgets/weightspace/specimen_sheet.h"
#include "widgets/weightspace/weight_space_controls.h"
#include "widgets/weightspace/weight_space_inspector.h"
#include "widgets/weightspace/weight_space_page.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>

#undef slots
#include <torch/types.h>
#include <torch/utils.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <numeric>

using namespace morphospace;

namespace {

constexpr int longWait = 60000;   // only a broken program waits this long

Provenance someProvenance()
{
    Provenance provenance;
    provenance.program = "test";
    provenance.zoo = "Test / Typefaces";
    provenance.zooHash = "abc";
    provenance.zooModel = "the mean";
    return provenance;
}

ZooPlace memberPlace(int member)
{
    ZooPlace place;
    place.kind = ZooPlaceKind::Member;
    place.member = member;
    return place;
}

/// Most that two pictures differ by, in grey levels.
int apart(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    int most = a.size() == b.size() ? 0 : 256;
    for (std::size_t i = 0; most < 256 && i < a.size(); ++i) {
        most = std::max(most, std::abs(int(a[i]) - int(b[i])));
    }
    return most;
}

Matrix oneRow(const std::vector<float>& values)
{
    Matrix matrix(1, values.size());
    matrix.values = values;
    return matrix;
}

} // namespace

class TestWeightSpacePage : public QObject {
    Q_OBJECT

private:
    /// A session with the zoo, and what works on it.
    struct Space {
        explicit Space(const std::shared_ptr<const TypefaceZoo>& zoo)
            : model(session, jobs)
        {
            session.open(zoo, "tiny.zoo");
        }
        void settle()
        {
            if (!QTest::qWaitFor([this] { return model.isSettled(); }, longWait)) {
                qFatal("the model does not settle");
            }
        }
        [[nodiscard]] const ZooState& state() const { return *session.state().zoo; }
        [[nodiscard]] std::size_t steps() const { return session.journal().steps().size(); }

        JobBoard jobs;
        SessionModel session;
        WeightSpaceModel model;
    };
    /// Settled with the page on the screen.
    struct Shown : Space {
        explicit Shown(const std::shared_ptr<const TypefaceZoo>& zoo)
            : Space(zoo)
            , page(session, model)
            , controls(session, model)
        {
            page.resize(900, 560);
            page.show();
            controls.resize(280, 640);
            controls.show();
            (void)QTest::qWaitForWindowExposed(&page);
            (void)QTest::qWaitForWindowExposed(&controls);
            settle();
        }
        WeightSpacePage page;
        WeightSpaceControls controls;
    };

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdU16String()) / name;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const TypefaceZoo> m_zoo;

private Q_SLOTS:
    void initTestCase()
    {
        writeTinyZoo(path("tiny.zoo"));
        m_zoo = std::make_shared<const TypefaceZoo>(TypefaceZoo::read(path("tiny.zoo")));
    }

    void lettersAreTheModels()
    {
        Space space(m_zoo);
        space.session.perform(SetPlace{memberPlace(3)});
        space.session.perform(SetDirection{"slant", 1.5});
        space.model.setWatched(true);
        space.settle();
        const auto drawn = space.model.current();
        QVERIFY(drawn && !drawn->coarse);
        QVERIFY(drawn->model == space.state().current);
        // By hand: the calibration asks 3 sigma for 1.5, along the direction from the member's place.
        std::vector<float> z(m_zoo->coefficients().row(3).begin(), m_zoo->coefficients().row(3).end());
        const Direction direction = m_zoo->direction(1, 200);
        for (std::size_t k = 0; k < z.size(); ++k) {
            z[k] += float(3 * direction.sigma) * direction.axis[k];
        }
        SpecimenOptions options;
        options.steps = WeightSpaceModel::fullSteps;
        // Drawn in pieces: a matrix product of fewer rows rounds in another way.
        QVERIFY(apart(drawn->drawings.front().pixels, m_zoo->draw(oneRow(z), options)) <= 2);
        QVERIFY(apart(drawn->drawings.front().pixels,
                      m_zoo->draw(oneRow({m_zoo->coefficients().row(3).begin(),
                                          m_zoo->coefficients().row(3).end()}),
                                  options))
                > 2);
        QVERIFY(drawn->legibility && drawn->stillLegibility && drawn->measures && drawn->still);
        QCOMPARE(*drawn->measures, measureTypeface(drawn->drawings.front().pixels));
    }

    void delayedInjectionKeepsTheBeginning()
    {
        Space space(m_zoo);
        space.session.perform(SetPlace{memberPlace(3)});
        space.session.perform(SetDirection{"slant", 2});
        space.session.perform(SetInjection{0});
        space.model.setWatched(true);
        space.settle();
        // From step 0 on nothing is left to act on: the letters are those of the member.
        SpecimenOptions options;
        options.steps = WeightSpaceModel::fullSteps;
        const std::vector<float> z(m_zoo->coefficients().row(3).begin(),
                                   m_zoo->coefficients().row(3).end());
        QVERIFY(apart(space.model.current()->drawings.front().pixels, m_zoo->draw(oneRow(z), options))
                <= 2);
    }

    void theNewestRequestWins()
    {
        Space space(m_zoo);
        space.model.setWatched(true);
        space.settle();
        int shown = 0;
        int stale = 0;
        connect(&space.model, &WeightSpaceModel::currentChanged, this, [&] {
            ++shown;
            stale += space.model.current()->model == space.state().current ? 0 : 1;
        });
        space.session.beginDrag();
        for (int i = 1; i <= 40; ++i) {
            space.session.perform(SetDirection{"slant", i / 20.0});
            QCoreApplication::processEvents();
        }
        space.session.endDrag();
        space.settle();
        QCOMPARE(stale, 0);
        QVERIFY(shown >= 1);
        QCOMPARE(space.model.current()->model.pushes.at("slant"), 2.0);
        QVERIFY(!space.model.current()->coarse && !space.model.current()->halfOld);
        QCOMPARE(space.steps(), std::size_t(2));   // opened, and one drag
    }

    void lettersAreCoarseWhileAHandMoves()
    {
        Space space(m_zoo);
        space.model.setWatched(true);
        space.settle();
        QSignalSpy changed(&space.model, &WeightSpaceModel::currentChanged);
        space.session.beginDrag();
        space.session.perform(SetDirection{"stroke", 1});
        QVERIFY(changed.wait(longWait));
        QVERIFY(space.model.current()->coarse);
        // At rest they are drawn in all steps, also while the button is still held.
        space.settle();
        QVERIFY(!space.model.current()->coarse);
        QVERIFY(space.session.isDragging());
    }

    void nothingIsDrawnWhileNobodyLooks()
    {
        Space space(m_zoo);
        for (int i = 1; i < 10; ++i) {
            space.session.perform(SetPlace{memberPlace(i)});
        }
        QCoreApplication::processEvents();
        QCOMPARE(space.model.requests(), std::int64_t(0));
        QVERIFY(space.jobs.active().empty());
        space.model.setWatched(true);
        space.settle();
        QVERIFY(space.model.current()->model == space.state().current);
        space.model.setWatched(false);
        const auto before = space.model.requests();
        space.session.perform(SetPlace{memberPlace(20)});
        QCoreApplication::processEvents();
        QCOMPARE(space.model.requests(), before);
    }

    void aDragOfASliderIsOneStep()
    {
        Shown shown(m_zoo);
        SigmaSlider* slider = shown.controls.sliderOf("slant")->slider();
        const std::size_t before = shown.steps();
        sendMouse(slider, QEvent::MouseButtonPress, 0);
        for (int value = 10; value <= 150; value += 10) {
            sendMouse(slider, QEvent::MouseMove, value);
            QCoreApplication::processEvents();
        }
        sendMouse(slider, QEvent::MouseButtonRelease, 150);
        shown.settle();
        QCOMPARE(shown.steps(), before + 1);
        QVERIFY(shown.state().current.pushes.at("slant") > 1.2);
        QVERIFY(!shown.model.current()->coarse);
        shown.session.undo();
        QVERIFY(shown.state().current.pushes.empty());
        QCOMPARE(slider->value(), 0);
        shown.session.redo();
        QVERIFY(shown.state().current.pushes.at("slant") > 1.2);
    }

    void slidersTakeKeysAndTypedNumbers()
    {
        Shown shown(m_zoo);
        DirectionSlider* row = shown.controls.sliderOf("stroke");
        QTest::keyClick(row->slider(), Qt::Key_Right);
        QVERIFY(shown.state().current.pushes.at("stroke") > 0);
        row->field()->setFocus();
        row->field()->selectAll();
        QTest::keyClicks(row->field(), QStringLiteral("2.25"));
        QTest::keyClick(row->field(), Qt::Key_Return);
        QCOMPARE(shown.state().current.pushes.at("stroke"), 2.25);
        QTest::mouseClick(row->debias(), Qt::LeftButton, {}, QPoint(8, row->debias()->height() / 2));
        QCOMPARE(shown.state().independent.at("stroke").size(), std::size_t(5));
        shown.settle();
        // Orthogonal to the others now.
        const auto found = shown.model.directions();
        for (std::size_t other = 1; other < found->list.size(); ++other) {
            QVERIFY(std::abs(found->cosines.row(0)[other]) < 1e-4);
        }
    }

    void samplesAreStepsThatCanBeTakenBack()
    {
        Space space(m_zoo);
        space.model.sample();
        const ZooPlace first = space.state().current.place;
        QVERIFY(first.kind == ZooPlaceKind::Sample);
        space.model.sample();
        QVERIFY(space.state().current.place.seed != first.seed);
        space.session.undo();
        QVERIFY(space.state().current.place == first);
        // The numbers are enough: the same model from them alone.
        QVERIFY(coefficientsOf(*m_zoo, first) == coefficientsOf(*m_zoo, space.state().current.place));
    }

    void aWalkIsOneStep()
    {
        Space space(m_zoo);
        space.session.perform(SetPlace{memberPlace(2)});
        space.model.setWatched(true);
        space.settle();
        const std::size_t before = space.steps();
        space.model.walkTo(7);
        QVERIFY(space.model.isWalking());
        QVERIFY(QTest::qWaitFor([&] { return !space.model.isWalking(); }, longWait));
        QCOMPARE(space.steps(), before + 1);
        QCOMPARE(space.state().current.place.share, 1.0);
        const auto end = coefficientsOf(*m_zoo, space.state().current.place);
        for (std::size_t k = 0; k < end.size(); ++k) {
            QVERIFY(std::abs(end[k] - m_zoo->coefficients().row(7)[k]) < 1e-4);
        }
        space.session.undo();
        QVERIFY(space.state().current.place == memberPlace(2));
    }

    void somebodyElsesStepEndsAWalk()
    {
        Space space(m_zoo);
        space.session.perform(SetPlace{memberPlace(2)});
        space.model.walkTo(7);
        space.session.perform(SetNoise{5});
        QVERIFY(!space.model.isWalking());
        QVERIFY(!space.session.isDragging());
    }

    void aFoundModelIsAStepOfNumbers()
    {
        Space space(m_zoo);
        space.model.setWatched(true);
        space.settle();
        GivenLetters given;
        SpecimenOptions options;
        given.pixels = m_zoo->draw(oneRow({m_zoo->coefficients().row(4).begin(),
                                           m_zoo->coefficients().row(4).end()}),
                                   options);
        given.letters = {0, 30};
        given.name = QStringLiteral("Ae");
        QSignalSpy told(&space.model, &WeightSpaceModel::told);
        const std::size_t before = space.steps();
        space.model.invert(given, {});
        QVERIFY(told.wait(longWait));
        space.settle();
        QCOMPARE(space.steps(), before + 1);
        QVERIFY(space.state().current.place.kind == ZooPlaceKind::Found);
        QCOMPARE(space.state().current.place.name, std::string("Ae"));
        // The file holds all of it.
        const SessionDocument saved = sessionFromText(sessionText(space.session.document()));
        QVERIFY(Journal(saved.steps, saved.position).state() == space.session.state());
        space.session.undo();
        QVERIFY(space.state().current.place.kind == ZooPlaceKind::Mean);
    }

    void aCancelledInversionChangesNothing()
    {
        Space space(m_zoo);
        GivenLetters given;
        given.pixels.assign(typefaceLetters * 784, 200);
        given.letters = {0};
        InversionOptions options;
        options.steps = 100000;
        space.model.invert(given, options);
        QVERIFY(space.model.isWorking());
        QVERIFY(QTest::qWaitFor([&] { return !space.jobs.active().empty(); }, longWait));
        space.jobs.cancel(space.jobs.active().begin()->first);
        QVERIFY(QTest::qWaitFor([&] { return !space.model.isWorking(); }, longWait));
        QVERIFY(space.state().current.place.kind == ZooPlaceKind::Mean);
    }

    void aWrongFontIsToldAndNothingChanges()
    {
        Space space(m_zoo);
        QSignalSpy problem(&space.model, &WeightSpaceModel::problem);
        space.model.customise(path("tiny.zoo"));
        QVERIFY(problem.wait(longWait));
        QVERIFY2(problem[0][0].toString().contains(QStringLiteral("tiny.zoo")),
                 qPrintable(problem[0][0].toString()));
        QVERIFY(space.state().current.place.kind == ZooPlaceKind::Mean);
    }

    void adapterAndMergedWeightsDrawTheSame()
    {
        Space space(m_zoo);
        space.session.perform(SetPlace{memberPlace(9)});
        space.session.perform(SetDirection{"slant", 1});
        QSignalSpy told(&space.model, &WeightSpaceModel::told);
        space.model.exportAdapter(path("a.safetensors"), someProvenance());
        QVERIFY(told.wait(longWait));
        space.model.exportMerged(path("m.safetensors"), someProvenance());
        QVERIFY(told.wait(longWait));
        const LoraAdapter adapter = LoraAdapter::read(path("a.safetensors"));
        QCOMPARE(adapter.modules().size(), std::size_t(9));   // in, three FiLM, two blocks twice, out
        for (const LoraModule& module : adapter.modules()) {
            QCOMPARE(module.rank, std::int64_t(1));
        }
        const DiffusionBase merged = readBase(path("m.safetensors"));
        QVERIFY(provenanceFromText(merged.metadata.at("provenance")) == someProvenance());
        const torch::NoGradGuard noGrad;
        std::vector<std::int64_t> all(52);
        std::iota(all.begin(), all.end(), 0);
        // As draw() does: from calm noise, and with paper made clean.
        const at::Tensor noise = startNoise(merged.denoiser.shape, 1) * SpecimenOptions().noise;
        const at::Tensor ink =
            (ddim(merged.denoiser, noise, torch::tensor(all, torch::kInt64), 10, nullptr) + 1) / 2;
        const at::Tensor drawn = (ink * ((ink - 0.04) / 0.08).clamp(0, 1) * 255)
                                     .round()
                                     .clamp(0, 255)
                                     .to(torch::kUInt8)
                                     .contiguous();
        std::vector<std::uint8_t> pixels(drawn.data_ptr<std::uint8_t>(),
                                         drawn.data_ptr<std::uint8_t>() + drawn.numel());
        cleanLetters(pixels);
        const auto z = coefficientsOf(*m_zoo, space.state().current, directionsOf(*m_zoo, space.state()));
        const std::vector<std::uint8_t> wanted = m_zoo->draw(oneRow(z), {});
        QCOMPARE(pixels.size(), wanted.size());
        // A pixel on the edge of being kept may fall on either side.
        std::size_t others = 0;
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            others += std::abs(int(pixels[i]) - int(wanted[i])) > 2;
        }
        QVERIFY2(500 * others <= pixels.size(), qPrintable(QString::number(others)));
    }

    void samplesAreWrittenAsIdxAndAsAPicture()
    {
        Space space(m_zoo);
        QSignalSpy told(&space.model, &WeightSpaceModel::told);
        space.model.exportSamples(path("s.png"), 3, someProvenance());
        QVERIFY(told.wait(longWait));
        QVERIFY(readProvenance(path("s.png")) == someProvenance());
        space.model.exportSamples(path("s"), 2, someProvenance());
        QVERIFY(told.wait(longWait));
        const ImageSet set = readIdx(path("s-images-idx3-ubyte"), path("s-labels-idx1-ubyte"),
                                     std::vector<std::string>(52, "x"), "samples");
        QCOMPARE(set.size(), std::size_t(104));
        QCOMPARE(set.labels[53], std::uint8_t(1));
        std::ifstream stream(path("s-images-idx3-ubyte.json"));
        const nlohmann::json about = nlohmann::json::parse(stream);
        // Two models at random, and not the one that is shown; a label is a place in the alphabet.
        QVERIFY(about.at("provenance").at("zoo").at("model") == "2 samples");
        QVERIFY(about.at("provenance").at("zoo").at("sha256") == someProvenance().zooHash);
        QCOMPARE(about.at("samples").at("count").get<int>(), 2);
        QVERIFY(about.at("labels").get<std::string>().substr(24, 4) == "YZab");
    }

    void aFullDiskIsAProblem()
    {
        Space space(m_zoo);
        QSignalSpy problem(&space.model, &WeightSpaceModel::problem);
        space.model.exportAdapter(path("no-such-folder/a.safetensors"), someProvenance());
        QVERIFY(problem.wait(longWait));
        QVERIFY(problem[0][0].toString().contains(QStringLiteral("a.safetensors")));
    }

    void membersAreFoundByTyping()
    {
        Shown shown(m_zoo);
        shown.session.perform(SetOption{"weightspace.view", "members"});
        QLineEdit* field = shown.page.members()->members()->field();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("17 fa"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown.state().current.place.member, 16);
        QCOMPARE(shown.state().current.place.name, std::string("Face 17"));
        // The arrows go through the list without leaving the field.
        field->clear();
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(shown.state().current.place.member != 16);
    }

    void aTypedWordIsOneStep()
    {
        Shown shown(m_zoo);
        const std::size_t before = shown.steps();
        QLineEdit* word = shown.page.letters()->word();
        word->setFocus();
        word->selectAll();
        QTest::keyClicks(word, QStringLiteral("Rag9 e"));
        QTest::keyClick(word, Qt::Key_Return);
        QCOMPARE(shown.state().word, std::string("Rag e"));   // a digit is no letter
        QCOMPARE(shown.steps(), before + 1);
        QVERIFY(!shown.session.isDragging());
        shown.session.undo();
        QCOMPARE(word->text(), QStringLiteral("Hamburg"));
    }

    void twoModelsStandBesideEachOther()
    {
        Shown shown(m_zoo);
        shown.session.perform(PinModel{});
        shown.session.perform(SetPlace{memberPlace(12)});
        shown.settle();
        const SpecimenData data = shown.page.letters()->specimen();
        QVERIFY(data.pinned);
        QVERIFY(data.pinned->drawings.front().pixels != data.current.drawings.front().pixels);
        shown.session.perform(SwapModels{});
        shown.settle();
        QVERIFY(shown.page.letters()->specimen().current.drawings.front().pixels
                == data.pinned->drawings.front().pixels);
        shown.session.perform(UnpinModel{});
        QVERIFY(!shown.page.letters()->specimen().pinned);
    }

    void severalNoisesShowSeveralDrawings()
    {
        Shown shown(m_zoo);
        shown.session.perform(SetOption{"weightspace.sheet", "seeds"});
        shown.settle();
        const SpecimenData data = shown.page.letters()->specimen();
        QCOMPARE(int(data.current.drawings.size()), 1 + WeightSpaceModel::otherSeeds);
        QVERIFY(data.current.drawings[1].seed != data.current.drawings[0].seed);
    }

    void aDirectionOfOnesOwn()
    {
        Shown shown(m_zoo);
        shown.session.perform(MarkMembers{"A", {0, 1, 2}});
        shown.session.perform(MarkMembers{"B", {3, 4}});
        auto* name = shown.controls.findChild<QLineEdit*>(QStringLiteral("direction-name"));
        QVERIFY(name->isEnabled());
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("mine"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(shown.state().made.size(), std::size_t(1));
        QVERIFY(shown.controls.sliderOf("mine") != nullptr);
        shown.session.perform(SetDirection{"mine", 1});
        shown.settle();
        QVERIFY(shown.model.current()->model.pushes.contains("mine"));
        shown.session.undo();
        shown.session.undo();
        QVERIFY(shown.controls.sliderOf("mine") == nullptr);
    }

    void figuresHaveTheirNumbers()
    {
        Shown shown(m_zoo);
        shown.session.perform(SetDirection{"slant", 1});
        shown.settle();
        const std::vector<Figure> figures = shown.page.figures();
        QCOMPARE(figures.size(), std::size_t(openGlProblem().isEmpty() ? 6 : 5));
        for (const Figure& figure : figures) {
            const FigurePage page = pageOf(figure, sizeOf(figure, figurePreset(QStringLiteral("columns"))), 8);
            QVERIFY2(!page.recording.items.empty(), qPrintable(figure.name));
            QVERIFY2(!figure.numbers.isEmpty() && !figure.numbers[0].rows.isEmpty(),
                     qPrintable(figure.name));
            QVERIFY2(page.recording.cut.isEmpty(),
                     qPrintable(figure.name + QStringLiteral(": ") + page.recording.cut.join(u';')));
        }
    }

    void everyControlHasAName()
    {
        Shown shown(m_zoo);
        WeightSpaceInspector inspector(shown.session, shown.model);
        for (QWidget* widget : {static_cast<QWidget*>(&shown.page), static_cast<QWidget*>(&shown.controls),
                                static_cast<QWidget*>(&inspector)}) {
            QVERIFY2(unnamedControls(widget).isEmpty(), qPrintable(unnamedControls(widget).join(u'\n')));
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestWeightSpacePage>(argc, argv);
}

#include "tst_weight_space_page.moc"
