// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A zoo's members in the plane and in space, with real mice and keys.
#include "tests/widgets/weightspace/weightspace_fixtures.h"
#include "widgets/scene/scene_labels.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"
#include "widgets/shared/text.h"
#include "widgets/theme/paper.h"
#include "widgets/weightspace/cloud_painter.h"
#include "widgets/weightspace/point_cloud_2d.h"
#include "widgets/weightspace/point_cloud_3d.h"

#include <QSignalSpy>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <set>

using namespace morphospace;

namespace {

using Selection = std::vector<std::size_t>;

/// The widget that the mouse meets in a view in the plane.
QWidget* plotOf(const PointCloud2D& view)
{
    for (auto* child : view.findChildren<QWidget*>()) {
        if (child->inherits("QCustomPlot")) {
            return child;
        }
    }
    return nullptr;
}

/// A view with an owner that does what it asks.
struct Plane {
    PointCloud2D view;
    QSignalSpy marked{&view, &PointCloud2D::markedChanged};
    QSignalSpy wanted{&view, &PointCloud2D::memberWanted};
    QSignalSpy selection{&view, &PointCloud2D::selectionWanted};
    QWidget* plot = nullptr;

    explicit Plane(const CloudData& data)
    {
        view.setData(data);
        QObject::connect(&view, &PointCloud2D::selectionWanted, &view, [this](const Selection& members) {
            CloudData now = view.data();
            now.selected = members;
            view.setData(now);
        });
        view.resize(700, 460);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.activateWindow();
        QCoreApplication::processEvents();
        plot = plotOf(view);
    }
    [[nodiscard]] QPointF at(std::size_t member) const
    {
        return view.positionOf(view.data().places[member]);
    }
    void hover(const QPointF& position) { mouse(plot, QEvent::MouseMove, position, Qt::NoButton); }
    /// A member that no other is near, so that pointing is about it.
    [[nodiscard]] std::size_t lonely(double room = 25) const
    {
        for (std::size_t i = 0; i < view.data().size(); ++i) {
            bool alone = true;
            for (std::size_t k = 0; k < view.data().size(); ++k) {
                const QPointF by = at(i) - at(k);
                alone = alone && (i == k || std::hypot(by.x(), by.y()) > room);
            }
            if (alone) {
                return i;
            }
        }
        qFatal("nobody is alone");
    }
};

CloudData grouped(std::size_t members)
{
    CloudData data = cloud(members);
    data.groups.assign(members, CloudGroup::None);
    for (std::size_t i = 0; i < members; i += 9) {
        data.groups[i] = i % 2 == 0 ? CloudGroup::A : CloudGroup::B;
    }
    return data;
}

CloudData marked(CloudData data)
{
    data.base = data.places[4];
    data.baseMember = 4;
    data.current = CloudPlace{0.4, 0.9, 0.2};
    data.pinned = data.places[7];
    return data;
}

} // namespace

class TestPointClouds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectionsChangeAsSetsDo()
    {
        QCOMPARE(changedSelection({1, 5}, {7, 2}, SelectionWay::Replace), (Selection{2, 7}));
        QCOMPARE(changedSelection({1, 5}, {5, 2}, SelectionWay::Add), (Selection{1, 2, 5}));
        QCOMPARE(changedSelection({1, 5}, {5, 2}, SelectionWay::Remove), (Selection{1}));
        QCOMPARE(changedSelection({}, {}, SelectionWay::Add), Selection{});
    }

    void walkingReachesEverybody()
    {
        const CloudData data = cloud(240);
        std::vector<QPointF> places;
        for (const CloudPlace& place : data.places) {
            places.emplace_back(place[0], place[1]);
        }
        std::set<int> reached{0};
        std::vector<int> open{0};
        while (!open.empty()) {
            const int from = open.back();
            open.pop_back();
            for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
                const int next = nextTowards(places, places[std::size_t(from)], way, from);
                if (next >= 0) {
                    const QPointF by = places[std::size_t(next)] - places[std::size_t(from)];
                    QVERIFY(QPointF::dotProduct(by, way) > 0);
                    if (reached.insert(next).second) {
                        open.push_back(next);
                    }
                }
            }
        }
        // By four keys everybody but a few in the shadow of others can be walked to.
        QVERIFY2(reached.size() >= 228, qPrintable(QString::number(reached.size())));
    }

    void ticksAreRound_data()
    {
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("greatest");
        QTest::addColumn<QString>("texts");
        QTest::newRow("whole") << -3.2 << 4.1 << "−2 0 2 4";
        QTest::newRow("small") << 0.0012 << 0.0049 << "0.002 0.003 0.004";
        QTest::newRow("large") << 0.0 << 52000.0 << "0 20 000 40 000";
        QTest::newRow("nothing") << 1.0 << 1.0 << "";
    }

    void ticksAreRound()
    {
        QFETCH(double, least);
        QFETCH(double, greatest);
        QFETCH(QString, texts);
        const std::vector<double> ticks = roundTicks(least, greatest, 4);
        QStringList list;
        for (const double tick : ticks) {
            list += tickText(tick, ticks.size() > 1 ? ticks[1] - ticks[0] : 1);
        }
        QCOMPARE(list.join(u' '), texts);
    }

    void colourRangePassesOverOddFaces()
    {
        CloudData data = cloud(500);
        const CloudRange before = colourRange(data);
        data.values[3] = 1e6;
        data.values[4] = std::nan("");
        const CloudRange after = colourRange(data);
        QVERIFY(std::abs(after.greatest - before.greatest) < 0.2);
        data.values.assign(500, 2.0);
        QVERIFY(colourRange(data).greatest > colourRange(data).least);
        QCOMPARE(colourRange({}).least, 0.0);
    }

    void pointingShowsTheMember()
    {
        Plane plane(cloud(60));
        int asked = -1;
        plane.view.setSpecimen([&](int member) {
            asked = member;
            QImage image(200, 40, QImage::Format_RGB32);
            image.fill(Qt::red);
            return image;
        });
        const std::size_t member = plane.lonely();
        plane.hover(plane.at(member) + QPointF(3, -2));
        QCOMPARE(plane.view.marked(), int(member));
        QCOMPARE(plane.marked.count(), 1);
        const QImage seen = plane.view.grab().toImage();
        QCOMPARE(asked, int(member));
        int red = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                red += QColor(seen.pixel(x, y)) == QColor(Qt::red) ? 1 : 0;
            }
        }
        QVERIFY2(red > 4000, qPrintable(QString::number(red)));   // the specimen, 200 x 40
        QVERIFY(plane.view.accessibleDescription().startsWith(QStringLiteral("Face %1;").arg(member)));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plane.plot, &leave);
        QCOMPARE(plane.view.marked(), -1);
        QCOMPARE(plane.wanted.count(), 0);
    }

    void aClickGoesThereAndADragDoesNot()
    {
        Plane plane(cloud(60));
        const std::size_t member = plane.lonely();
        const QPointF at = plane.at(member);
        mouse(plane.plot, QEvent::MouseButtonPress, at);
        mouse(plane.plot, QEvent::MouseMove, at + QPointF(2, 1));
        mouse(plane.plot, QEvent::MouseButtonRelease, at + QPointF(2, 1));
        QCOMPARE(plane.wanted.count(), 1);
        QCOMPARE(plane.wanted[0][0].toInt(), int(member));
        const auto before = plane.view.seen();
        drag(plane.plot, {at, at + QPointF(80, 30)});
        QCOMPARE(plane.wanted.count(), 1);
        const auto after = plane.view.seen();
        QVERIFY(after[0] < before[0] && after[2] > before[2]);   // what was under the hand went with it
        QCOMPARE(plane.selection.count(), 0);
    }

    void theCardIsForPointingAndWalking()
    {
        Plane plane(marked(cloud(60)));
        int asked = 0;
        plane.view.setSpecimen([&](int) {
            ++asked;
            return QImage(200, 40, QImage::Format_RGB32);
        });
        const auto hasCard = [&] {
            asked = 0;
            (void)plane.view.grab();
            return asked > 0;
        };
        plane.view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(plane.view.hasFocus());
        QVERIFY(plane.view.marked() >= 0);
        QVERIFY(!hasCard()); // it would cover the map before anybody asked
        QTest::keyClick(&plane.view, Qt::Key_Right);
        QVERIFY(hasCard());
        // An area that was marked by hand is not covered by where the keys stand.
        plane.view.setTool(CloudTool::Lasso);
        drag(plane.plot, {QPointF(200, 150), QPointF(400, 150), QPointF(400, 300)});
        QVERIFY(!hasCard());
        plane.hover(plane.at(plane.lonely()));
        QVERIFY(hasCard());
    }

    void bNeverLeavesTheMap()
    {
        Plane plane(marked(cloud(60)));
        const auto whole = plane.view.seen();
        const CloudPlace far{whole[1] + 3, whole[3] + 2, 0};
        plane.view.setCurrent(far);
        const auto wider = plane.view.seen();
        QVERIFY(wider[1] > far[0] && wider[3] > far[1]);
        QVERIFY(wider[0] <= whole[0] && wider[2] <= whole[2]);
        // Who looks closer goes on doing so, and B stands at the edge.
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&plane.view, Qt::Key_Plus);
        }
        const auto near = plane.view.seen();
        plane.view.setCurrent(CloudPlace{far[0] + 5, far[1], 0});
        QCOMPARE(plane.view.seen(), near);
        const QRectF area(0, 0, 100, 50);
        QCOMPARE(heldWithin(area, {30, 20}, {10, 10}), QPointF(30, 20));
        QCOMPARE(heldWithin(area, {210, 30}, {10, 10}), QPointF(100, 19));
        QCOMPARE(heldWithin(area, {10, -90}, {10, 10}), QPointF(10, 0));
        QCOMPARE(heldWithin(area, {-5, 70}, {200, 200}), QPointF(0, 50));
    }

    void wheelZoomsAndHomeShowsAll()
    {
        Plane plane(cloud(60));
        const auto whole = plane.view.seen();
        const QPointF at(300, 200);
        QWheelEvent wheel(at, plane.plot->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plane.plot, &wheel);
        const auto near = plane.view.seen();
        QVERIFY(near[1] - near[0] < 0.9 * (whole[1] - whole[0]));
        // New numbers of the same components leave what is seen; other components do not.
        plane.view.setData(cloud(60));
        QCOMPARE(plane.view.seen(), near);
        const QVariant state = plane.view.viewState();
        QTest::keyClick(&plane.view, Qt::Key_Home);
        QCOMPARE(plane.view.seen(), whole);
        plane.view.setViewState(state);
        QCOMPARE(plane.view.seen(), near);
        PointCloud2D again;   // as after a change of the language: state first, data later
        again.setViewState(state);
        again.setData(cloud(60));
        QCOMPARE(again.seen(), near);
        CloudData other = cloud(60);
        other.axes[1].component = 5;
        plane.view.setData(other);
        QCOMPARE(plane.view.seen(), whole);
        // Nobody gets lost by zooming out.
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(&plane.view, Qt::Key_Minus);
        }
        QVERIFY(plane.view.seen()[1] - plane.view.seen()[0] < 2.01 * (whole[1] - whole[0]));
    }

    void areasSelect_data()
    {
        QTest::addColumn<bool>("rectangle");
        QTest::newRow("rectangle") << true;
        QTest::newRow("lasso") << false;
    }

    void areasSelect()
    {
        QFETCH(bool, rectangle);
        Plane plane(cloud(120));
        plane.view.setTool(rectangle ? CloudTool::Rectangle : CloudTool::Lasso);
        const QPointF a(160, 90);
        const QPointF b(400, 300);
        const QList<QPointF> way =
            rectangle ? QList<QPointF>{a, b} : QList<QPointF>{a, {b.x(), a.y()}, b, {a.x(), b.y()}};
        const QRectF area(a, b);
        Selection inside;
        Selection outside;
        for (std::size_t i = 0; i < 120; ++i) {
            (area.contains(plane.at(i)) ? inside : outside).push_back(i);
        }
        QVERIFY(inside.size() > 5 && outside.size() > 5);
        const auto before = plane.view.seen();
        drag(plane.plot, way);
        QCOMPARE(plane.view.data().selected, inside);
        QCOMPARE(plane.view.seen(), before);   // marking moves nothing
        QCOMPARE(plane.wanted.count(), 0);
        // Ctrl takes the upper half away, Shift brings it back.
        const QPointF half(b.x(), 195);
        const QList<QPointF> upper =
            rectangle ? QList<QPointF>{a, half} : QList<QPointF>{a, {b.x(), a.y()}, half, {a.x(), half.y()}};
        drag(plane.plot, upper, Qt::LeftButton, Qt::ControlModifier);
        QVERIFY(plane.view.data().selected.size() < inside.size());
        for (const std::size_t i : plane.view.data().selected) {
            QVERIFY(plane.at(i).y() >= half.y() - 1);
        }
        drag(plane.plot, upper, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(plane.view.data().selected, inside);
        // A click beside all of them selects none.
        mouse(plane.plot, QEvent::MouseButtonPress, {90, 60});
        mouse(plane.plot, QEvent::MouseButtonRelease, {90, 60});
        QCOMPARE(plane.view.data().selected, Selection{});
    }

    void shiftBeginsALassoWhileMoving()
    {
        Plane plane(cloud(120));
        const auto before = plane.view.seen();
        drag(plane.plot, {{160, 90}, {400, 90}, {400, 300}, {160, 300}}, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(plane.selection.count(), 1);
        QVERIFY(plane.view.data().selected.size() > 5);
        QCOMPARE(plane.view.seen(), before);
        const std::size_t member = plane.view.data().selected.front();
        const std::size_t size = plane.view.data().selected.size();
        mouse(plane.plot, QEvent::MouseButtonPress, plane.at(member), Qt::LeftButton, Qt::ControlModifier);
        mouse(plane.plot, QEvent::MouseButtonRelease, plane.at(member), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(plane.view.data().selected.size(), size - 1);
        QCOMPARE(plane.wanted.count(), 0);
        // Escape leaves a lasso that was begun.
        mouse(plane.plot, QEvent::MouseButtonPress, {100, 100}, Qt::LeftButton, Qt::ShiftModifier);
        mouse(plane.plot, QEvent::MouseMove, {300, 200}, Qt::LeftButton, Qt::ShiftModifier);
        QTest::keyClick(&plane.view, Qt::Key_Escape);
        mouse(plane.plot, QEvent::MouseButtonRelease, {300, 300}, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(plane.view.data().selected.size(), size - 1);
    }

    void keysWalkGoAndSelect()
    {
        Plane plane(marked(cloud(120)));
        plane.view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(plane.view.hasFocus());
        QVERIFY(plane.view.marked() >= 0);   // beside B
        const int from = plane.view.marked();
        QTest::keyClick(&plane.view, Qt::Key_Right);
        const int next = plane.view.marked();
        QVERIFY(next != from);
        QVERIFY(plane.at(std::size_t(next)).x() > plane.at(std::size_t(from)).x());
        QTest::keyClick(&plane.view, Qt::Key_Return);
        QCOMPARE(plane.wanted.count(), 1);
        QCOMPARE(plane.wanted[0][0].toInt(), next);
        QTest::keyClick(&plane.view, Qt::Key_Space);
        QCOMPARE(plane.view.data().selected, (Selection{std::size_t(next)}));
        QVERIFY(plane.view.accessibleDescription().contains(QStringLiteral("selected")));
        QTest::keyClick(&plane.view, Qt::Key_Space);
        QCOMPARE(plane.view.data().selected, Selection{});
        QTest::keyClick(&plane.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(plane.view.data().selected.size(), std::size_t(120));
        QTest::keyClick(&plane.view, Qt::Key_Escape);
        QCOMPARE(plane.view.data().selected, Selection{});
        // Walking over the edge of what is seen takes the view along.
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&plane.view, Qt::Key_Plus);
        }
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(&plane.view, Qt::Key_Left);
            QCoreApplication::processEvents();
            const auto seen = plane.view.seen();
            const CloudPlace& at = plane.view.data().places[std::size_t(plane.view.marked())];
            QVERIFY(at[0] >= seen[0] && at[0] <= seen[1] && at[1] >= seen[2] && at[1] <= seen[3]);
        }
        QCOMPARE(unnamedControls(&plane.view), QStringList());
    }

    void emptyAndOddDataAreShown()
    {
        Plane plane(CloudData{});
        QTest::keyClick(&plane.view, Qt::Key_Right);
        QTest::keyClick(&plane.view, Qt::Key_Return);
        QTest::keyClick(&plane.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(plane.wanted.count(), 0);
        CloudData one = cloud(1);
        one.values = {std::nan("")};
        plane.view.setData(one);
        plane.view.grab();
        plane.view.mark(0);
        plane.view.setData(CloudData{});
        QCOMPARE(plane.view.marked(), -1);
        PointCloud3D space;
        space.setData(one);
        space.resize(300, 200);
        space.show();
        QVERIFY(QTest::qWaitForWindowExposed(&space));
        space.setData(CloudData{});
        space.grab();
    }

    void thePlaneIsDrawnFast()
    {
        Plane plane(marked(grouped(1400)));
        QBENCHMARK {
            plane.view.grab();
        }
    }

    void spaceShowsPointsFarOnesFainter()
    {
        if (!openGlProblem().isEmpty()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        SceneRenderer renderer;
        PointScene scene;
        PointSceneData data;
        // Seen from the front: one in front, one behind, of the same colour and size.
        data.points = {{-0.25, -0.45, 0}, {0.25, 0.45, 0}};
        data.colours = {qRgb(0, 90, 180), qRgb(0, 90, 180)};
        data.radii = {0.03F, 0.03F};
        scene.setData(data);
        scene.setColours({Qt::white, Qt::white, Qt::black, Qt::gray});
        SceneCamera front;
        front.azimuth = 0;
        front.elevation = 0;
        front.distance = 2.6;
        front.panY = 0;
        const QImage image = renderer.render(scene, front, {600, 400});
        QVERIFY(!image.isNull());
        const auto width = [&](const ScenePoint& point) {
            const QPoint at = projected(point, front, QSizeF(image.size())).toPoint();
            int pixels = 0;
            for (int x = 0; x < image.width(); ++x) {
                pixels += std::abs(x - at.x()) < 60 && QColor(image.pixel(x, at.y())).red() < 200 ? 1 : 0;
            }
            return pixels;
        };
        // A ball of 0.03 at 2.15 and at 3.05: 2 r h / (2 tan 15 deg d), to a pixel at either side.
        const auto expected = [](double depth) { return 0.06 * 400 / (2 * std::tan(M_PI / 12) * depth); };
        QVERIFY2(std::abs(width(data.points[0]) - expected(2.15)) < 3,
                 qPrintable(QStringLiteral("%1 of %2").arg(width(data.points[0])).arg(expected(2.15))));
        QVERIFY(width(data.points[1]) < width(data.points[0]) - 3);
        const auto colour = [&](const ScenePoint& point) {
            return QColor(image.pixel(projected(point, front, QSizeF(image.size())).toPoint()));
        };
        const QColor near = colour(data.points[0]);
        const QColor far = colour(data.points[1]);
        QVERIFY2(near.blue() > near.red() + 60, qPrintable(near.name()));
        QVERIFY2(far.red() > near.red() + 40, qPrintable(far.name() + near.name()));
        // What stands in front hides what is behind it.
        data.points = {{0, 0.4, 0}, {0, -0.4, 0}};
        data.colours = {qRgb(0, 160, 0), qRgb(200, 0, 0)};
        scene.setData(data);
        const QImage hidden = renderer.render(scene, front, {600, 400});
        const QColor seen(hidden.pixel(300, 200));
        QVERIFY2(seen.red() > seen.green() + 60, qPrintable(seen.name()));
    }

    void spaceIsPickedTurnedAndWalked()
    {
        if (!openGlProblem().isEmpty()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        PointCloud3D view;
        view.setData(marked(cloud(80)));
        view.resize(640, 460);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        QSignalSpy wanted(&view, &PointCloud3D::memberWanted);
        QSignalSpy selection(&view, &PointCloud3D::selectionWanted);
        // Pointing at where a member is finds it, or one that stands before it.
        int found = 0;
        for (std::size_t i = 0; i < 80; ++i) {
            const QPointF at = view.positionOf(view.data().places[i]);
            mouse(view.view(), QEvent::MouseMove, at, Qt::NoButton);
            found += view.marked() == int(i) ? 1 : 0;
            QVERIFY(view.marked() >= 0);
            const QPointF by = view.positionOf(view.data().places[std::size_t(view.marked())]) - at;
            QVERIFY(std::hypot(by.x(), by.y()) < 14);
        }
        QVERIFY2(found > 70, qPrintable(QString::number(found)));
        const QPointF at = view.positionOf(view.data().places[3]);
        mouse(view.view(), QEvent::MouseButtonPress, at);
        mouse(view.view(), QEvent::MouseButtonRelease, at);
        QCOMPARE(wanted.count(), 1);
        const SceneCamera before = view.camera();
        drag(view.view(), {at, at + QPointF(60, 20)});
        QCOMPARE(wanted.count(), 1);
        QVERIFY(view.camera().azimuth != before.azimuth);
        view.view()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(view.view(), Qt::Key_Left);
        QVERIFY(view.camera() != before);
        QTest::keyClick(view.view(), Qt::Key_Home);
        QCOMPARE(view.camera().azimuth, cloudCamera().azimuth);
        view.mark(5);
        const double x = view.positionOf(view.data().places[5]).x();
        QTest::keyClick(view.view(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(view.marked() != 5);
        QVERIFY(view.positionOf(view.data().places[std::size_t(view.marked())]).x() > x);
        QTest::keyClick(view.view(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 2);
        QTest::keyClick(view.view(), Qt::Key_Space);
        QCOMPARE(selection.count(), 1);
        QVERIFY(view.view()->accessibleDescription().startsWith(QStringLiteral("Face ")));
        QCOMPARE(unnamedControls(&view), QStringList());
    }

    void allIsInView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("groups");
        for (const QSize& size : {QSize(280, 200), QSize(300, 900), QSize(420, 300), QSize(420, 640),
                                  QSize(520, 330), QSize(900, 260), QSize(1100, 700), QSize(1600, 900)}) {
            for (const bool groups : {false, true}) {
                QTest::newRow(qPrintable(QStringLiteral("%1 x %2%3")
                                             .arg(size.width())
                                             .arg(size.height())
                                             .arg(groups ? QStringLiteral(", groups") : QString())))
                    << size << groups;
            }
        }
    }

    void allIsInView()
    {
        QFETCH(QSize, size);
        QFETCH(bool, groups);
        PointCloud3D cloud3D;
        cloud3D.setData(marked(groups ? grouped(80) : cloud(80)));
        cloud3D.resize(size);
        cloud3D.show();
        QVERIFY(QTest::qWaitForWindowExposed(&cloud3D));
        View3D& view = *cloud3D.view();
        QCOMPARE(cloud3D.size(), size);
        const QMarginsF margins(view.contentsMargins());
        const QRectF room = QRectF(view.rect()).marginsRemoved(margins);
        const QRectF words = QRectF(view.rect()).adjusted(0, margins.top(), 0, 0);
        // Of the colours, at the right end above the middle.
        const QRectF bar(room.right(), 0, margins.right(), std::min(220.0, size.height() * 0.5) + 12);
        const auto [x, y, z] = pointBox;
        SceneCamera camera = view.shownCamera();
        double least = room.width();
        double greatest = 0;
        const double home = camera.azimuth;
        for (int turned = 0; turned < 360; turned += 9) {
            camera.azimuth = home + turned;
            for (int corner = 0; corner < 8; ++corner) {
                const ScenePoint place{corner % 2 == 0 ? x : -x, corner / 2 % 2 == 0 ? y : -y,
                                       corner / 4 == 0 ? z : -z};
                const QPointF at = projected(place, camera, QSizeF(size));
                QVERIFY2(room.contains(at), qPrintable(QStringLiteral("turned by %1: %2, %3")
                                                           .arg(turned).arg(at.x()).arg(at.y())));
                least = std::min(least, at.x());
                greatest = std::max(greatest, at.x());
            }
            QStringList titles;
            QStringList numbers;
            std::vector<QRectF> taken;
            for (const PlacedLabel& label : placedLabels(QFontMetricsF(view.font()), QRectF(view.rect()),
                                                         view.scene(), camera, margins)) {
                (label.label.strong ? titles : numbers) += label.label.text;
                QVERIFY2(words.contains(label.where), qPrintable(label.label.text));
                QVERIFY2(!bar.intersects(label.where), qPrintable(label.label.text));
                // Seen from home nothing lies on anything.
                for (const QRectF& other : taken) {
                    QVERIFY2(turned > 0 || !other.intersects(label.where), qPrintable(label.label.text));
                }
                taken.push_back(label.where);
            }
            QStringList wanted;
            for (const CloudAxis& axis : cloud3D.data().axes) {
                wanted += QStringLiteral("%1 (%2)").arg(axisName(axis), percentText(axis.share, 1));
            }
            QCOMPARE(titles, wanted);
            QVERIFY2(turned > 0 || numbers.size() >= 5, qPrintable(numbers.join(u' ')));
        }
        // No smaller than it has to be: it is whole, or fills the room one way but for the words.
        QVERIFY(camera.fit.scale <= 1);
        if (size.width() >= 1100) {
            QCOMPARE(camera.fit, SceneFit());
        }
        QVERIFY2(camera.fit.scale > 0.75 || greatest - least > 0.45 * room.width(),
                 qPrintable(QStringLiteral("%1 of %2").arg(greatest - least).arg(room.width())));
    }

    /// The hand moves what it holds as far as it moves itself, whatever the fit.
    void movingFollowsTheHand()
    {
        for (const QSize& size : {QSize(420, 640), QSize(1100, 700)}) {
            PointCloud3D view;
            view.setData(cloud(80));
            view.resize(size);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            const CloudPlace& place = view.data().places[3];
            const QPointF before = view.positionOf(place);
            const QPointF from(200, 200);
            drag(view.view(), {from, from + QPointF(48, -40)}, Qt::LeftButton, Qt::ShiftModifier);
            const QPointF by = view.positionOf(place) - before;
            // Places before and behind the middle go farther or less far.
            QVERIFY2(std::abs(by.x() - 48) < 12 && std::abs(by.y() + 40) < 10,
                     qPrintable(QStringLiteral("%1, %2").arg(by.x()).arg(by.y())));
        }
    }

    void figuresFitEverySize()
    {
        std::vector<Figure> figures{cloudFigure(marked(cloud(1400))), cloudFigure(marked(grouped(300)))};
        CloudData plain = cloud(300);
        plain.values.clear();
        figures.push_back(cloudFigure(plain));
        figures.push_back(cloudFigure(CloudData{}));
        if (openGlProblem().isEmpty()) {
            figures.push_back(cloudFigure3D(marked(grouped(300)), cloudCamera()));
        }
        for (std::size_t i = 0; i < figures.size(); ++i) {
            for (const FigurePreset& preset : figurePresets()) {
                const FigurePage page = pageOf(figures[i], sizeOf(figures[i], preset), preset.textPoints);
                QVERIFY2(page.recording.cut.isEmpty(),
                         qPrintable(QStringLiteral("%1 %2: %3").arg(i).arg(preset.name,
                                                                          page.recording.cut.join(u'|'))));
                int pictures = 0;
                for (const FigureItem& item : page.recording.items) {
                    pictures += item.kind == FigureItem::Kind::Image ? 1 : 0;
                }
                // Members are vectors: the bar of the colours alone is a picture; in space the points are.
                QCOMPARE(pictures, i == 0 || i == 1 ? 1 : i == 4 ? 2 : 0);
                if (i == 4) {
                    for (const CloudAxis& axis : marked(grouped(300)).axes) {
                        QVERIFY2(page.recording.texts().join(u'|').contains(axisName(axis)),
                                 qPrintable(preset.name));
                    }
                }
                if (i == 0) {
                    QVERIFY(page.recording.items.size() > 1400);
                }
            }
        }
        QCOMPARE(int(figures[0].numbers.front().rows.size()), 1403);
        QCOMPARE(figures[0].numbers.front().columns[2], QStringLiteral("component_1"));
    }

    void looksAsBefore_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("dark");
        for (const char* view : {"plane", "groups", "card", "space"}) {
            for (const bool dark : {false, true}) {
                QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(view),
                                                                      dark ? QLatin1String("dark")
                                                                           : QLatin1String("light"))))
                    << QString(view) << dark;
            }
        }
    }

    void looksAsBefore()
    {
        QFETCH(QString, view);
        QFETCH(bool, dark);
        if (view == u"space" && !openGlProblem().isEmpty()) {
            QSKIP(qPrintable(openGlProblem()));
        }
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        CloudData data = marked(view == u"groups" ? grouped(1400) : cloud(1400));
        if (view == u"groups") {
            data.values.clear();
        }
        const auto differs = [&](QWidget& widget) {
            return differsFromReference([&] { return undisturbedPicture(widget); },
                                        QStringLiteral("widgets/weightspace/reference"),
                                        QStringLiteral("cloud-%1-%2")
                                            .arg(view, dark ? QStringLiteral("dark")
                                                            : QStringLiteral("light")));
        };
        QString how;
        QString driver;
        if (view == u"space") {
            PointCloud3D space;
            space.setData(data);
            space.resize(720, 480);
            space.show();
            QVERIFY(QTest::qWaitForWindowExposed(&space));
            how = differs(space);
            driver = space.view()->driver();
        } else {
            Plane plane(data);
            if (view == u"card") {
                plane.view.setSpecimen([](int) {
                    QImage image(180, 36, QImage::Format_RGB32);
                    image.fill(QColor("#46549c"));
                    return image;
                });
                plane.view.mark(12);
            }
            how = differs(plane.view);
        }
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY2(how.isEmpty(), qPrintable(how + u' ' + driver));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestPointClouds>(argc, argv);
}

#include "tst_point_clouds.moc"
