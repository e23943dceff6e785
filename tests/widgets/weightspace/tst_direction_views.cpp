// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sliders of directions, the matrix of what they share, and the bars of what an edit did.
#include "tests/widgets/weightspace/weightspace_fixtures.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/weightspace/direction_slider.h"
#include "widgets/weightspace/entanglement_matrix.h"
#include "widgets/weightspace/score_bars.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

using namespace morphospace;

namespace {

DirectionState stroke()
{
    DirectionState state;
    state.name = QStringLiteral("Stroke");
    state.membersLeast = -2.6;
    state.membersGreatest = 3.1;
    state.usefulLeast = -2;
    state.usefulGreatest = 2;
    return state;
}

/// An owner that follows every wish at once, as a session does.
struct Owned {
    DirectionSlider slider;
    QSignalSpy began{&slider, &DirectionSlider::dragBegan};
    QSignalSpy wanted{&slider, &DirectionSlider::amountWanted};
    QSignalSpy ended{&slider, &DirectionSlider::dragEnded};
    bool follows = true;

    explicit Owned(const DirectionState& state = stroke())
    {
        slider.setState(state);
        QObject::connect(&slider, &DirectionSlider::amountWanted, &slider, [this](double amount) {
            if (follows) {
                DirectionState now = slider.state();
                now.amount = amount;
                slider.setState(now);
            }
        });
        slider.resize(360, 70);
        slider.show();
        (void)QTest::qWaitForWindowExposed(&slider);
    }
    [[nodiscard]] QPointF at(double amount) const
    {
        return {slider.slider()->centreOf(amount), slider.slider()->height() / 2.0};
    }
};

} // namespace

class TestDirectionViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDragIsOneStep()
    {
        Owned owned;
        drag(owned.slider.slider(), {owned.at(0), owned.at(1), owned.at(2.5)});
        QCOMPARE(owned.began.count(), 1);
        QCOMPARE(owned.ended.count(), 1);
        QVERIFY(owned.wanted.count() > 5);
        QVERIFY(std::abs(owned.slider.state().amount - 2.5) < 0.05);
        QVERIFY(std::abs(owned.slider.field()->value() - owned.slider.state().amount) < 1e-9);
        // Every wish lies between beginning and end.
        const double last = owned.wanted.last()[0].toDouble();
        QCOMPARE(last, owned.slider.state().amount);
    }

    void zeroHoldsTheHandle()
    {
        Owned owned;
        drag(owned.slider.slider(), {owned.at(2), owned.at(0) + QPointF(4, 0)});
        QCOMPARE(owned.slider.state().amount, 0.0);
        drag(owned.slider.slider(), {owned.at(2), owned.at(0) + QPointF(4, 0)}, Qt::LeftButton,
             Qt::AltModifier);
        QVERIFY(owned.slider.state().amount > 0);
        drag(owned.slider.slider(), {owned.at(2), owned.at(0) + QPointF(9, 0)});
        QVERIFY(owned.slider.state().amount > 0);
    }

    void keysMoveByTenthsAndZeroGoesBack()
    {
        Owned owned;
        owned.slider.slider()->setFocus();
        QTest::keyClick(owned.slider.slider(), Qt::Key_Right);
        QCOMPARE(owned.slider.state().amount, 0.1);
        QTest::keyClick(owned.slider.slider(), Qt::Key_PageUp);
        QCOMPARE(owned.slider.state().amount, 1.1);
        QTest::keyClick(owned.slider.slider(), Qt::Key_End);
        QCOMPARE(owned.slider.state().amount, 4.0);
        QTest::keyClick(owned.slider.slider(), Qt::Key_0);
        QCOMPARE(owned.slider.state().amount, 0.0);
        QCOMPARE(owned.began.count(), 0);
    }

    void amountsAreTyped()
    {
        Owned owned;
        owned.slider.field()->setFocus();
        owned.slider.field()->selectAll();
        QTest::keyClicks(owned.slider.field(), QStringLiteral("-5.25"));
        QCOMPARE(owned.wanted.count(), 0);   // not while it is typed
        QTest::keyClick(owned.slider.field(), Qt::Key_Return);
        QCOMPARE(owned.wanted.count(), 1);
        QCOMPARE(owned.slider.state().amount, -5.25);   // beyond the slider's end
        QCOMPARE(owned.slider.slider()->value(), -400);
        for (auto* button : owned.slider.findChildren<QToolButton*>()) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(owned.slider.state().amount, 0.0);
    }

    void whatTheOwnerRefusesIsNotShown()
    {
        Owned owned;
        owned.follows = false;
        owned.slider.slider()->setFocus();
        QTest::keyClick(owned.slider.slider(), Qt::Key_Right);
        QCOMPARE(owned.wanted.count(), 1);
        QCOMPARE(owned.slider.slider()->value(), 0);
        QCOMPARE(owned.slider.field()->value(), 0.0);
        QSignalSpy debias(&owned.slider, &DirectionSlider::debiasWanted);
        QTest::mouseClick(owned.slider.debias(), Qt::LeftButton, {}, {8, owned.slider.debias()->height() / 2});
        QCOMPARE(debias.count(), 1);
        QCOMPARE(debias[0][0].toBool(), true);
        QVERIFY(!owned.slider.debias()->isChecked());
    }

    void setStateTellsNobody()
    {
        Owned owned;
        DirectionState state = stroke();
        state.amount = 1.234;
        state.debiased = true;
        owned.slider.setState(state);
        QCOMPARE(owned.wanted.count(), 0);
        QVERIFY(owned.slider.debias()->isChecked());
        state.canDebias = false;
        owned.slider.setState(state);
        QVERIFY(!owned.slider.debias()->isVisible());
        QVERIFY2(owned.slider.accessibleDescription().contains(QStringLiteral("members from −2.6 to 3.1 σ")),
                 qPrintable(owned.slider.accessibleDescription()));
    }

    void aWheelWithoutFocusPasses()
    {
        Owned owned;
        owned.slider.slider()->clearFocus();
        QWheelEvent wheel(owned.at(0), owned.slider.slider()->mapToGlobal(owned.at(0)), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(owned.slider.slider(), &wheel);
        QVERIFY(!wheel.isAccepted());
        QCOMPARE(owned.wanted.count(), 0);
    }

    void aHiddenSliderEndsItsDrag()
    {
        Owned owned;
        mouse(owned.slider.slider(), QEvent::MouseButtonPress, owned.at(1));
        QCOMPARE(owned.ended.count(), 0);
        owned.slider.hide();
        QCOMPARE(owned.ended.count(), 1);
    }

    void matrixIsReadByKeysAndMouse()
    {
        EntanglementMatrix view;
        view.setData(madeUpDirections());
        QVERIFY2(view.accessibleDescription().contains(QStringLiteral("Serif")), qPrintable(view.accessibleDescription()));
        view.resize(420, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.setFocus();
        QTRY_VERIFY(view.hasFocus());
        QCOMPARE(view.row(), 1);
        QCOMPARE(view.column(), 0);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY2(view.accessibleDescription().startsWith(QStringLiteral("Width and Mono: cosine 0.44")),
                 qPrintable(view.accessibleDescription()));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.column(), 0);
        QTest::keyClick(&view, Qt::Key_Left);   // over the edge: stays
        QCOMPARE(view.column(), 0);
        QSignalSpy chosen(&view, &EntanglementMatrix::pairChosen);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.positionOf(5, 3));
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen[1][0].toInt(), 5);
        QCOMPARE(chosen[1][1].toInt(), 3);
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("opposite way")));
        QCOMPARE(unnamedControls(&view), QStringList());
    }

    void matrixColoursAreEvenAroundZero()
    {
        EntanglementData data;
        data.names = {QStringLiteral("a"), QStringLiteral("b")};
        for (const bool dark : {false, true}) {
            const Theme& theme = dark ? darkTheme() : lightTheme();
            const auto ground = [&](double cosine) {
                data.cosines = {1, cosine, cosine, 1};
                QImage image(300, 200, QImage::Format_RGB32);
                image.fill(theme.surface);
                QPainter painter(&image);
                const QRectF area(0, 0, 300, 200);
                paintEntanglement(painter, area, data, theme);
                const QRectF cell = entanglementCell(data, area, painter.font(), 0, 1);
                return QColor(image.pixel(cell.topLeft().toPoint() + QPoint(6, 6)));
            };
            QVERIFY(ground(0.9).red() > ground(0.9).blue() + 60);
            QVERIFY(ground(-0.9).blue() > ground(-0.9).red() + 60);
            QVERIFY(std::abs(ground(0).red() - ground(0).blue()) < 12);
            // Nearer to zero is nearer to the ground.
            const int away = std::abs(ground(0.2).lightness() - ground(0).lightness());
            QVERIFY(away > 3 && away < std::abs(ground(0.8).lightness() - ground(0).lightness()));
        }
    }

    void scoresSayWhatWasAskedAndWhatCameWithIt()
    {
        const ScoreData data = madeUpScores();
        QVERIFY(std::abs(*data.achieved() - 0.91) < 1e-12);
        QVERIFY(std::abs(data.collateral() - (0.04 + 0.35 + 0.21 + 0.001 + 0.12) / 5) < 1e-12);
        const QString text = scoreText(data);
        QVERIFY2(text.contains(QStringLiteral("91")) && text.contains(QStringLiteral("0.14 σ")), qPrintable(text));
        QVERIFY(scoreText({}).contains(QStringLiteral("Move a slider")));
        ScoreBars bars;
        bars.setData(data);
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("Stroke +1.82 σ of +2.00 asked")));
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("Mono 0.00 σ")));
        bars.resize(bars.sizeHint());
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        QCOMPARE(unnamedControls(&bars), QStringList());
    }

    void figuresFitEverySize()
    {
        for (const Figure& figure : {entanglementFigure(madeUpDirections()), scoreFigure(madeUpScores())}) {
            for (const FigurePreset& preset : figurePresets()) {
                const FigurePage page = pageOf(figure, sizeOf(figure, preset), preset.textPoints);
                QVERIFY2(page.recording.cut.isEmpty(),
                         qPrintable(figure.name + preset.name + page.recording.cut.join(u'|')));
                QVERIFY(page.recording.items.size() > 10);
            }
            QVERIFY(csvOf(figure.numbers).count(u'\n') > 6);
        }
    }

    void looksAsBefore_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void looksAsBefore()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QWidget all;
        auto* column = new QVBoxLayout(&all);
        for (const double amount : {0.0, 1.5, -6.0}) {
            auto* slider = new DirectionSlider;
            DirectionState state = stroke();
            state.amount = amount;
            if (amount > 0) {
                state.pinned = -1.2;
                state.debiased = true;
            }
            slider->setState(state);
            column->addWidget(slider);
        }
        auto* matrixView = new EntanglementMatrix;
        matrixView->setData(madeUpDirections());
        column->addWidget(matrixView, 1);
        auto* bars = new ScoreBars;
        bars->setData(madeUpScores());
        column->addWidget(bars);
        all.resize(440, 760);
        all.show();
        QVERIFY(QTest::qWaitForWindowExposed(&all));
        const QString differs = differsFromReference(
            [&] { return undisturbedPicture(all); }, QStringLiteral("widgets/weightspace/reference"),
            dark ? QStringLiteral("directions-dark") : QStringLiteral("directions-light"));
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
        QCOMPARE(unnamedControls(&all), QStringList());
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestDirectionViews>(argc, argv);
}

#include "tst_direction_views.moc"
