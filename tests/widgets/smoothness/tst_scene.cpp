// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Surfaces in three dimensions: what is drawn, how it is turned, and what is said where there is no
// OpenGL. Under packaging/test there is a virtual display with OpenGL; a second run of this program
// has OpenGL 2.1 only.
#include "tests/widgets/fixtures.h"

#include "widgets/scene/height_field.h"
#include "widgets/scene/scene_labels.h"
#include "widgets/scene/view_3d.h"
#include "widgets/smoothness/diverging_colours.h"

#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

using namespace morphospace;

namespace {

/// A hill at the back right and a hollow at the front left.
HeightFieldData hills(int side)
{
    HeightFieldData data;
    data.rows = data.columns = side;
    data.colours = reliefColours(false);
    for (int r = 0; r < side; ++r) {
        data.rowPlaces.push_back((r + 0.5) / side);
        data.columnPlaces.push_back((r + 0.5) / side);
    }
    for (int r = 0; r < side; ++r) {
        for (int c = 0; c < side; ++c) {
            const double x = data.columnPlaces[std::size_t(c)];
            const double y = data.rowPlaces[std::size_t(r)];
            const auto bump = [&](double cx, double cy) {
                return std::exp(-30 * ((x - cx) * (x - cx) + (y - cy) * (y - cy)));
            };
            data.values.push_back(float(bump(0.7, 0.3) - bump(0.3, 0.7)));
        }
    }
    return data;
}

SceneColours colours()
{
    return {QColor(250, 250, 250), QColor(180, 180, 180), Qt::black, Qt::darkGray};
}

/// The pixel where a place of the scene is seen.
QRgb at(const QImage& image, const SceneCamera& camera, double x, double y, double z)
{
    const QPointF point = projected({x, y, z}, camera, QSizeF(image.size()));
    return image.pixel(point.toPoint());
}

bool hasOpenGl()
{
    return openGlProblem().isEmpty();
}

} // namespace

class TestScene : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutOpenGlItSaysSo()
    {
        if (qEnvironmentVariable("MESA_GL_VERSION_OVERRIDE") == QStringLiteral("2.1")) {
            QVERIFY(!hasOpenGl());
        }
        if (hasOpenGl()) {
            QSKIP("there is OpenGL here: the second run of this program has none");
        }
        View3D view(std::make_unique<HeightField>());
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.picture({100, 100}, colours()).isNull());
        const QImage shown = view.grab().toImage();
        // Words on the ground, so more than one colour.
        bool some = false;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) {
                some = some || shown.pixel(x, y) != shown.pixel(0, 0);
            }
        }
        QVERIFY(some);
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(view.driver().isEmpty());
    }

    void drawsHillsAndHollows()
    {
        if (!hasOpenGl()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        SceneRenderer renderer;
        HeightField field;
        field.setData(hills(64));
        field.setColours(colours());
        SceneCamera above;
        above.azimuth = 0;
        above.elevation = 89;
        above.panY = 0;
        const QImage image = renderer.render(field, above, {400, 400});
        QCOMPARE(image.size(), QSize(400, 400));
        QCOMPARE(QColor(image.pixel(2, 2)), colours().background);
        // Rows run from the back to the front, columns from left to right: the hill, orange, is at
        // the back right, the hollow, blue, at the front left, and the floor between them grey.
        const QColor hill(at(image, above, 0.2, 0.2, 0));
        const QColor hollow(at(image, above, -0.2, -0.2, 0));
        const QColor flat(at(image, above, -0.3, 0.3, 0));
        QVERIFY2(hill.red() > hill.blue() + 40, qPrintable(hill.name()));
        QVERIFY2(hollow.blue() > hollow.red() + 40, qPrintable(hollow.name()));
        QVERIFY2(std::abs(flat.red() - flat.blue()) < 25, qPrintable(flat.name()));
        // A second scene of the same renderer shows nothing of the first.
        HeightField empty;
        empty.setColours(colours());
        const QImage nothing = renderer.render(empty, above, {50, 50});
        QCOMPARE(QColor(nothing.pixel(25, 25)), colours().background);
    }

    void lightMakesSlopesDiffer()
    {
        if (!hasOpenGl()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        SceneRenderer renderer;
        HeightField field;
        HeightFieldData data = hills(64);
        data.colours = {qRgb(150, 150, 150)};   // only light is left
        field.setData(data);
        field.setColours(colours());
        SceneCamera above;
        above.azimuth = 0;
        above.elevation = 89;
        above.panY = 0;
        const QImage image = renderer.render(field, above, {400, 400});
        // Light from the upper left: that side of the hill is the brighter one.
        const int towards = qGray(at(image, above, 0.14, 0.26, 0.1));
        const int away = qGray(at(image, above, 0.26, 0.14, 0.1));
        QVERIFY2(towards > away + 15, qPrintable(QStringLiteral("%1, %2").arg(towards).arg(away)));
    }

    void coarseKeepsTheShape()
    {
        if (!hasOpenGl()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        SceneRenderer renderer;
        HeightField field;
        field.setData(hills(400));
        field.setColours(colours());
        const long long fine = field.triangles();
        const QImage whole = renderer.render(field, {}, {300, 200});
        field.setCoarse(true);
        QVERIFY(field.triangles() * 4 < fine);
        const QImage coarse = renderer.render(field, {}, {300, 200});
        double sum = 0;
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 300; ++x) {
                sum += std::abs(qGray(whole.pixel(x, y)) - qGray(coarse.pixel(x, y)));
            }
        }
        // A smooth shape of a quarter of the lines: less than 2 of 255 on average.
        QVERIFY2(sum / (300 * 200) < 2, qPrintable(QString::number(sum / 60000)));
    }

    /// What is drawn first must not be seen: from every side the same surface has its light side up.
    void fromEverySideItIsTheSameSurface()
    {
        if (!hasOpenGl()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        SceneRenderer renderer;
        HeightField turned;
        turned.setData(hills(64));
        turned.setColours(colours());
        for (const double azimuth : {20.0, 110.0, 200.0, 290.0}) {
            SceneCamera camera;
            camera.azimuth = azimuth;
            HeightField fresh;
            fresh.setData(hills(64));
            fresh.setColours(colours());
            const QImage seen = renderer.render(turned, camera, {200, 150});
            QCOMPARE(seen, renderer.render(fresh, camera, {200, 150}));
            // Seen from above all of it is lit: no side is darker than ambient light alone leaves it.
            camera.elevation = 89;
            const QImage above = renderer.render(turned, camera, {200, 150});
            QVERIFY2(qGray(above.pixel(100, 75)) > 90,
                     qPrintable(QStringLiteral("%1: %2").arg(azimuth).arg(
                         qGray(above.pixel(100, 75)))));
        }
        // A hasty picture shows the same but for steps at its edges.
        const QImage smooth = renderer.render(turned, {}, {200, 150});
        const QImage hasty = renderer.render(turned, {}, {200, 150}, true);
        double sum = 0;
        for (int y = 0; y < 150; ++y) {
            for (int x = 0; x < 200; ++x) {
                sum += std::abs(qGray(smooth.pixel(x, y)) - qGray(hasty.pixel(x, y)));
            }
        }
        QVERIFY2(sum / (200 * 150) < 3, qPrintable(QString::number(sum / 30000)));
    }

    void allOfItIsInEveryView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one of two") << QSize(430, 390);
        QTest::newRow("small") << QSize(260, 180);
        QTest::newRow("upright") << QSize(240, 640);
        QTest::newRow("wide") << QSize(900, 240);
        QTest::newRow("large") << QSize(1400, 900);
    }

    void allOfItIsInEveryView()
    {
        QFETCH(QSize, size);
        auto field = std::make_unique<HeightField>();
        field->setData(hills(32));
        const HeightFieldAxes axes{QStringLiteral("output channel"), QStringLiteral("input channel"),
                                   QStringLiteral("weight"),
                                   {{0.25, QStringLiteral("20")}, {0.5, QStringLiteral("40")}},
                                   {{0.25, QStringLiteral("20")}, {0.5, QStringLiteral("40")}},
                                   {{0.5, QStringLiteral("0")}, {1, QStringLiteral("0.31")}}};
        field->setAxes(axes);
        View3D view(std::move(field));
        view.resize(size);
        const SceneCamera camera = view.shownCamera();
        const QRectF area(view.rect());
        const auto [x, y, z] = view.scene().box();
        for (int corner = 0; corner < 8; ++corner) {
            const std::array<double, 3> place{corner % 2 == 0 ? x : -x, corner / 2 % 2 == 0 ? y : -y,
                                              corner / 4 == 0 ? z : -z};
            const QPointF at = projected(place, camera, area.size());
            QVERIFY2(area.contains(at), qPrintable(QStringLiteral("%1, %2").arg(at.x()).arg(at.y())));
        }
        QStringList texts;
        const std::vector<PlacedLabel> labels =
            placedLabels(QFontMetricsF(view.font()), area, view.scene(), camera);
        for (const PlacedLabel& label : labels) {
            QVERIFY2(area.contains(label.where), qPrintable(label.label.text));
            texts += label.label.text;
            // No number so near a title that both are read as one.
            for (const PlacedLabel& other : labels) {
                QVERIFY2(label.label.strong || !other.label.strong
                             || !other.where.adjusted(-3.9, 0, 3.9, 0).intersects(label.where),
                         qPrintable(label.label.text + u' ' + other.label.text));
            }
        }
        for (const QString& title : {axes.rowTitle, axes.columnTitle, axes.valueTitle}) {
            QVERIFY2(texts.contains(title), qPrintable(title));
        }
        QVERIFY2(texts.size() >= 7, qPrintable(texts.join(u' ')));
        // The fit is the view's own: linked views share the rest.
        QCOMPARE(view.camera(), SceneCamera());
    }

    void handsTurnIt()
    {
        View3D view(std::make_unique<HeightField>());
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const SceneCamera home = view.camera();
        QSignalSpy changed(&view, &View3D::cameraChanged);
        QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
        QTest::mouseMove(&view, {140, 80});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {140, 80});
        QVERIFY(changed.count() > 0);
        QVERIFY(view.camera().azimuth < home.azimuth);
        QVERIFY(view.camera().elevation < home.elevation);
        QWheelEvent wheel(QPointF(50, 50), view.mapToGlobal(QPointF(50, 50)), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
        QVERIFY(view.camera().distance < home.distance);
        const SceneCamera before = view.camera();
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.camera().azimuth < before.azimuth);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(view.camera().panY > before.panY);
        QTest::keyClick(&view, Qt::Key_Minus);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(view.camera() == home);
        // However long it is turned, it never stands on its head.
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&view, Qt::Key_Down);
        }
        QVERIFY(view.camera().elevation <= 89);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {100, 100});
        QVERIFY(view.camera() == home);
    }

    void theWidgetShowsThePicture()
    {
        if (!hasOpenGl()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        auto scene = std::make_unique<HeightField>();
        scene->setData(hills(32));
        View3D view(std::move(scene));
        view.setColours(colours());
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QImage image = view.grab().toImage();
        int orange = 0;
        int blue = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour(image.pixel(x, y));
                QCOMPARE(colour.alpha(), 255);
                orange += colour.red() > colour.blue() + 50 ? 1 : 0;
                blue += colour.blue() > colour.red() + 50 ? 1 : 0;
            }
        }
        QVERIFY(orange > 100);
        QVERIFY(blue > 100);
        QVERIFY(!view.driver().isEmpty());
        QVERIFY(view.lastFrame() > 0);
        // For a figure: other colours, and the screen stays as it was.
        const QImage paper = view.picture({200, 100}, {Qt::white, Qt::gray, Qt::black, Qt::gray});
        QCOMPARE(QColor(paper.pixel(1, 1)), QColor(Qt::white));
        QCOMPARE(QColor(view.grab().toImage().pixel(2, 2)), colours().background);
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestScene>(argc, argv);
}

#include "tst_scene.moc"
