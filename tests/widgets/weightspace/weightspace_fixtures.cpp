// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/weightspace/weightspace_fixtures.h"

#include "core/datasets/glyph_raster.h"

#include <QDir>
#include <QMouseEvent>

#include <cmath>
#include <random>

namespace morphospace {

SpecimenDrawing faceDrawing(const QString& file, std::uint64_t seed)
{
    const auto faces =
        drawFontFile(std::filesystem::path("/usr/share/fonts/truetype/dejavu") / file.toStdString(), 0.3);
    if (faces.empty() || !faces.front().problem.empty()) {
        qFatal("the package fonts-dejavu-core, listed in packaging/packages.txt, is missing");
    }
    SpecimenDrawing drawing;
    drawing.seed = seed;
    for (int i = 0; i < letterCount; ++i) {
        drawing.letters.push_back(i);
    }
    drawing.pixels.assign(faces.front().pixels.begin(),
                          faces.front().pixels.begin() + std::ptrdiff_t(letterCount * glyphImageBytes));
    return drawing;
}

CloudData cloud(std::size_t members)
{
    CloudData data;
    data.axes = {CloudAxis{0, 0.045}, CloudAxis{1, 0.031}, CloudAxis{2, 0.021}};
    data.valueTitle = QStringLiteral("stroke");
    // Numbers of our own: the standard library's distributions differ from one to the next.
    std::mt19937 random(11);
    const auto uniform = [&] { return (double(random()) + 0.5) / 4294967296.0; };
    const auto normal = [&] {
        const double r = std::sqrt(-2 * std::log(uniform()));
        return r * std::cos(2 * M_PI * uniform());
    };
    const std::array<CloudPlace, 3> middles{CloudPlace{-2, 0.5, 0.4}, CloudPlace{1, -1, -0.6},
                                            CloudPlace{1.6, 1.8, 0.9}};
    for (std::size_t i = 0; i < members; ++i) {
        CloudPlace place{};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            place[axis] = middles[i % 3][axis] + 0.9 * normal();
        }
        data.places.push_back(place);
        data.names += QStringLiteral("Face %1").arg(i);
        data.values.push_back(0.3 * place[0] + 0.05 * normal());
    }
    return data;
}

QString differsFromReference(const QImage& seen, const QString& name)
{
    const auto cells = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(image.width() / 8, image.height() / 8, Qt::IgnoreAspectRatio,
                    Qt::SmoothTransformation);
    };
    const QImage now = cells(seen);
    const QString file =
        QStringLiteral(MORPHOSPACE_SOURCE_DIR "/tests/widgets/weightspace/reference/%1.png").arg(name);
    if (const QString folder = qEnvironmentVariable("MORPHOSPACE_KEEP_PICTURES"); !folder.isEmpty()) {
        seen.save(QStringLiteral("%1/%2.png").arg(folder, name));
    }
    if (qEnvironmentVariableIsSet("MORPHOSPACE_WRITE_REFERENCES") && !now.save(file)) {
        return QStringLiteral("%1 cannot be written").arg(file);
    }
    const QImage wanted = QImage(file).convertToFormat(QImage::Format_RGB32);
    double mean = 255;
    int greatest = 255;
    if (wanted.size() == now.size()) {
        mean = greatest = 0;
        for (int y = 0; y < now.height(); ++y) {
            for (int x = 0; x < now.width(); ++x) {
                const QColor p(now.pixel(x, y));
                const QColor q(wanted.pixel(x, y));
                for (const int way :
                     {p.red() - q.red(), p.green() - q.green(), p.blue() - q.blue()}) {
                    mean += std::abs(way) / (3.0 * now.width() * now.height());
                    greatest = std::max(greatest, std::abs(way));
                }
            }
        }
    }
    if (mean < 2.5 && greatest < 48) {
        return {};
    }
    const QString kept = QDir(QStringLiteral(MORPHOSPACE_BINARY_DIR))
                             .filePath(QStringLiteral("differs-weightspace-%1.png").arg(name));
    seen.save(kept);
    return QStringLiteral("%1: mean %2, greatest %3; see %4").arg(name).arg(mean).arg(greatest).arg(kept);
}

void mouse(QWidget* widget, QEvent::Type type, const QPointF& at, Qt::MouseButton button,
           Qt::KeyboardModifiers modifiers)
{
    const bool move = type == QEvent::MouseMove;
    QMouseEvent event(type, at, widget->mapToGlobal(at), move ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::MouseButtons(Qt::NoButton)
                                                         : Qt::MouseButtons(button),
                      modifiers);
    QApplication::sendEvent(widget, &event);
}

void drag(QWidget* widget, const QList<QPointF>& way, Qt::MouseButton button,
          Qt::KeyboardModifiers modifiers)
{
    mouse(widget, QEvent::MouseButtonPress, way.front(), button, modifiers);
    for (qsizetype i = 1; i < way.size(); ++i) {
        for (int step = 1; step <= 8; ++step) {
            mouse(widget, QEvent::MouseMove, way[i - 1] + (way[i] - way[i - 1]) * step / 8, button,
                  modifiers);
        }
    }
    mouse(widget, QEvent::MouseButtonRelease, way.back(), button, modifiers);
}

} // namespace morphospace
