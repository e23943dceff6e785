// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/looks.h"

#include <QColor>
#include <QCoreApplication>
#include <QCursor>
#include <QDeadlineTimer>
#include <QDir>
#include <QScreen>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace morphospace {
namespace {

constexpr int longWait = 60000;   // only a picture that is another one waits this long
constexpr int pause = 50;
constexpr int restTime = 1500;    // what stands still as long is written as a reference

QImage pictureAtRest(const std::function<QImage()>& grab)
{
    const QDeadlineTimer end(longWait);
    QImage seen = grab();
    QDeadlineTimer rest(restTime);
    while (!rest.hasExpired() && !end.hasExpired()) {
        QTest::qWait(pause);
        const QImage before = std::exchange(seen, grab());
        if (seen != before) {
            rest.setRemainingTime(restTime);
        }
    }
    return seen;
}

} // namespace

QImage pictureCells(const QImage& image)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(image.width() / 8, image.height() / 8, Qt::IgnoreAspectRatio,
                Qt::SmoothTransformation);
}

PictureDistance pictureDistance(const QImage& a, const QImage& b)
{
    if (a.size() != b.size() || a.isNull()) {
        return {};
    }
    PictureDistance distance{0, 0};
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor p(a.pixel(x, y));
            const QColor q(b.pixel(x, y));
            for (const int way : {p.red() - q.red(), p.green() - q.green(), p.blue() - q.blue()}) {
                distance.mean += std::abs(way) / (3.0 * a.width() * a.height());
                distance.greatest = std::max(distance.greatest, std::abs(way));
            }
        }
    }
    return distance;
}

QImage undisturbedPicture(QWidget& widget)
{
    const QPoint away = widget.screen()->geometry().bottomRight();
    if (QCursor::pos() != away) {
        QCursor::setPos(away);
        QCoreApplication::processEvents();
    }
    // Not QApplication::focusWidget(): before a window is active, its own part waits for the focus.
    for (QWidget* part = widget.window()->focusWidget(); part != nullptr;
         part = widget.window()->focusWidget()) {
        part->clearFocus();
    }
    return widget.grab().toImage();
}

QString differsFromReference(const std::function<QImage()>& grab, const QString& folder,
                             const QString& name)
{
    const QString file =
        QStringLiteral(MORPHOSPACE_SOURCE_DIR "/tests/%1/%2.png").arg(folder, name);
    if (qEnvironmentVariableIsSet("MORPHOSPACE_WRITE_REFERENCES")
        && !pictureCells(pictureAtRest(grab)).save(file)) {
        return QStringLiteral("%1 cannot be written").arg(file);
    }
    const QImage wanted = QImage(file).convertToFormat(QImage::Format_RGB32);
    const QDeadlineTimer end(longWait);
    QImage seen;
    PictureDistance distance;
    while (true) {
        seen = grab();
        distance = pictureDistance(pictureCells(seen), wanted);
        if ((distance.mean < 2.5 && distance.greatest < 48) || wanted.isNull()
            || end.hasExpired()) {
            break;
        }
        QTest::qWait(pause);
    }
    if (const QString kept = qEnvironmentVariable("MORPHOSPACE_KEEP_PICTURES"); !kept.isEmpty()) {
        seen.save(QStringLiteral("%1/%2.png").arg(kept, name));
    }
    qInfo("%s: mean %.2f, greatest %d of 255 from the reference", qPrintable(name), distance.mean,
          distance.greatest);
    if (distance.mean < 2.5 && distance.greatest < 48) {
        return {};
    }
    const QString kept = QDir(QStringLiteral(MORPHOSPACE_BINARY_DIR))
                             .filePath(QStringLiteral("differs-%1.png").arg(name));
    seen.save(kept);
    return QStringLiteral("%1: mean %2, greatest %3; see %4")
        .arg(name)
        .arg(distance.mean)
        .arg(distance.greatest)
        .arg(kept);
}

} // namespace morphospace
