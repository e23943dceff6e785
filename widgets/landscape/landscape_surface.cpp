// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/landscape_surface.h"

#include "widgets/landscape/landscape_faces.h"
#include "widgets/landscape/landscape_map.h"
#include "widgets/language/words.h"
#include "widgets/scene/scene_renderer.h"
#include "widgets/scene/view_3d.h"
#include "widgets/shared/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace morphospace {
namespace {

/// Sizes and accuracies as places in the box.
struct Box {
    explicit Box(const LandscapeData& data)
        : grid(data.grid)
        , range(accuracyRange(data))
    {
        if (data.sheets) {
            for (const auto& cell : data.cells) {
                if (cell && (!data.close || isTrained(data.trained, cell->configuration))) {
                    range.least = std::min(range.least, cell->low);
                    range.greatest = std::max(range.greatest, cell->high);
                }
            }
        }
    }
    [[nodiscard]] static double part(double value, double least, double greatest)
    {
        return std::clamp((value - least) / std::max(1e-12, greatest - least), 0.0, 1.0);
    }
    [[nodiscard]] double x(double size) const
    {
        return part(size, grid.xs.front(), grid.xs.back()) - 0.5;
    }
    [[nodiscard]] double y(double size) const
    {
        return part(size, grid.ys.front(), grid.ys.back()) - 0.5;
    }
    [[nodiscard]] double z(double accuracy) const
    {
        return surfaceHalfHeight * (2 * part(accuracy, range.least, range.greatest) - 1);
    }

    const LandscapeGrid& grid;
    LandscapeRange range;
};

std::vector<HeightFieldAxes::Tick> ticks(const std::vector<int>& places)
{
    std::vector<HeightFieldAxes::Tick> list;
    const std::size_t step = std::max<std::size_t>(1, (places.size() - 1 + 4) / 5);
    for (std::size_t i = 0; i < places.size(); i += step) {
        list.push_back({Box::part(places[i], places.front(), places.back()),
                        QString::number(places[i])});
    }
    return list;
}

/// Accuracy at a configuration: of the surface there, or of the nearest cell that is known.
double heightAt(const LandscapeData& data, const std::vector<LandscapeFace>& faces,
                const LandscapeGrid::Position& at)
{
    if (const auto height = heightOn(data, faces, at.x, at.y, [&](std::size_t cell) {
            return data.cells[cell]->accuracy();
        })) {
        return *height;
    }
    double best = std::numeric_limits<double>::infinity();
    double accuracy = 0;
    const double across = std::max(1, data.grid.xs.back() - data.grid.xs.front());
    const double up = std::max(1, data.grid.ys.back() - data.grid.ys.front());
    const std::size_t columns = data.grid.xs.size();
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        if (!data.cells[cell]) {
            continue;
        }
        const double distance = std::hypot((data.grid.xs[cell % columns] - at.x) / across,
                                           (data.grid.ys[cell / columns] - at.y) / up);
        if (distance < best) {
            best = distance;
            accuracy = data.cells[cell]->accuracy();
        }
    }
    return accuracy;
}

} // namespace

SurfaceSceneData surfaceScene(const LandscapeData& data, const Theme& theme)
{
    SurfaceSceneData scene;
    const Box box(data);
    const std::size_t columns = data.grid.xs.size();
    const LandscapeRange colours = colourRange(data);
    const std::vector<LandscapeFace> faces = measuredFaces(data);
    const std::vector<LandscapeFace> coloured = colouredFaces(data);
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        const auto& m = data.cells[cell];
        const double z = m ? box.z(m->accuracy()) : -surfaceHalfHeight;
        scene.points.push_back(
            {box.x(data.grid.xs[cell % columns]), box.y(data.grid.ys[cell / columns]), z});
        std::optional<double> value = m ? colourValue(data, cell) : std::nullopt;
        if (m && !value) {
            // Between cells where it is known, as on the map.
            value = heightOn(data, coloured, data.grid.xs[cell % columns],
                             data.grid.ys[cell / columns],
                             [&](std::size_t at) { return *colourValue(data, at); });
        }
        scene.colours.push_back(value ? sequentialColour((*value - colours.least)
                                                         / (colours.greatest - colours.least))
                                      : qRgb(128, 128, 128));
        if (data.sheets) {
            scene.low.push_back(m ? box.z(m->low) : z);
            scene.high.push_back(m ? box.z(m->high) : z);
        }
    }
    scene.faces = faces;
    const double floor = -surfaceHalfHeight;
    if (faces.empty()) {
        // What lies on one line has no surface: a line through it, on poles.
        std::optional<ScenePoint> last;
        for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
            if (data.cells[cell]) {
                const ScenePoint& at = scene.points[cell];
                scene.floor.push_back({{at[0], at[1], floor}, at});
                if (last) {
                    scene.outline.emplace_back(*last, at);
                }
                last = at;
            }
        }
    }
    for (const double level : contourLevels(data)) {
        for (const ContourPiece& piece : contour(data, level)) {
            scene.floor.push_back({{box.x(piece.from.x()), box.y(piece.from.y()), floor},
                                   {box.x(piece.to.x()), box.y(piece.to.y()), floor}});
        }
    }
    const auto least = data.grid.positionOf(data.trained.least);
    const auto greatest = data.grid.positionOf(data.trained.greatest);
    const std::array<ScenePoint, 4> corners{
        ScenePoint{box.x(least.x), box.y(least.y), floor},
        ScenePoint{box.x(greatest.x), box.y(least.y), floor},
        ScenePoint{box.x(greatest.x), box.y(greatest.y), floor},
        ScenePoint{box.x(least.x), box.y(greatest.y), floor}};
    for (std::size_t i = 0; i < 4; ++i) {
        scene.outline.emplace_back(corners[i], corners[(i + 1) % 4]);
    }
    if (data.knownCount() > 0) {
        const auto marker = [&](const Configuration& size, const QColor& colour,
                                const QString& letter) {
            const auto at = data.grid.positionOf(size);
            scene.markers.push_back(
                {{box.x(at.x), box.y(at.y), box.z(heightAt(data, faces, at))}, colour, letter});
        };
        if (data.pinned) {
            marker(*data.pinned, theme.pinned, QStringLiteral("A"));
        }
        marker(data.current, theme.accent, QStringLiteral("B"));   // the last: see positionOfMarker()
    }
    scene.axes.columnTitle = axisName(data.grid.x);
    scene.axes.rowTitle = axisName(data.grid.y);
    scene.axes.valueTitle = tr("Accuracy");
    scene.axes.columnTicks = ticks(data.grid.xs);
    scene.axes.rowTicks = ticks(data.grid.ys);
    if (data.knownCount() > 0) {
        for (const double place : {0.0, 0.5, 1.0}) {
            scene.axes.valueTicks.push_back(
                {place, percentText(box.range.least + place * (box.range.greatest - box.range.least),
                                    1)});
        }
    }
    return scene;
}

VtpSurface vtpSurface(const LandscapeData& data)
{
    VtpSurface surface;
    const std::size_t columns = data.grid.xs.size();
    const auto words = [&](const char* name, const std::string& text) {
        surface.words.emplace_back(name, text);
    };
    std::vector<std::size_t> number(data.cells.size(), 0);
    std::vector<double> low, high, images, parameters, macs, trained, latencies;
    std::string dataset, hash, version, method;
    for (std::size_t cell = 0; cell < data.cells.size(); ++cell) {
        if (!data.cells[cell]) {
            continue;
        }
        const Measurement& m = *data.cells[cell];
        number[cell] = surface.points.size();
        surface.points.push_back({double(data.grid.xs[cell % columns]),
                                  double(data.grid.ys[cell / columns]), 100 * m.accuracy()});
        low.push_back(100 * m.low);
        high.push_back(100 * m.high);
        images.push_back(double(m.images));
        parameters.push_back(double(m.parameters));
        macs.push_back(double(m.macs));
        if (cell < data.latencies.size() && data.latencies[cell]) {
            latencies.push_back(*data.latencies[cell]);
        }
        trained.push_back(isTrained(data.trained, m.configuration) ? 1 : 0);
        dataset = m.dataset;
        hash = m.datasetHash;
        version = m.programVersion;
        method = m.intervalMethod;
    }
    for (LandscapeFace face : measuredFaces(data)) {
        for (std::size_t& corner : face) {
            corner = number[corner];
        }
        surface.faces.push_back(std::move(face));
    }
    surface.arrays = {{"low_percent", low},       {"high_percent", high}, {"images", images},
                      {"parameters", parameters}, {"macs", macs},         {"in_trained_range", trained}};
    // An array has a value for every point, so latency is there once all of them have one.
    if (!latencies.empty() && latencies.size() == macs.size()) {
        surface.arrays.emplace_back("latency_seconds", latencies);
        words("latency_processor", data.processor);
    }
    words("x_axis", data.grid.x.name());
    words("y_axis", data.grid.y.name());
    words("z_axis", "accuracy_percent");
    words("base_configuration", describe(data.grid.base));
    words("dataset", dataset);
    words("dataset_sha256", hash);
    words("interval_method", method);
    words("manifold_sha256", data.manifold);
    words("program_version", version);
    return surface;
}

LandscapeSurface::LandscapeSurface(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
}

void LandscapeSurface::make()
{
    if (m_view != nullptr) {
        return;
    }
    auto scene = std::make_unique<SurfaceScene>();
    m_scene = scene.get();
    m_view = new View3D(std::move(scene));
    m_view->setAccessibleName(tr("Landscape as a surface"));
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    m_view->setToolTip(tr("Drag to turn, wheel to zoom, double-click for the first view"));
    m_view->setAccessibleDescription(
        tr("Arrows turn the surface, with Shift they move it, plus and minus zoom, Home goes back to "
           "the first view; with Ctrl arrows take B from place to place, with Ctrl and Shift A"));
    SceneCamera home;
    // From the right: what is wide and accurate stands in front, what collapses behind it.
    home.azimuth = 38;
    home.distance = 3.0;
    m_view->setHomeCamera(home);
    const Theme& theme = currentTheme();
    m_view->setColours({theme.surface, theme.line, theme.text, theme.muted});
    m_key = new PaintedView;
    m_key->setMinimumWidth(0);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->addWidget(m_view, 1);
    row->addWidget(m_key);
}

void LandscapeSurface::setData(std::optional<LandscapeData> data)
{
    m_data = std::move(data);
    m_old = true;
    if (isVisible()) {
        show();
    }
}

void LandscapeSurface::show()
{
    make();
    if (m_old) {
        m_scene->setData(m_data ? surfaceScene(*m_data, currentTheme()) : SurfaceSceneData());
        m_view->refresh();
        m_key->setFixedWidth(int(std::ceil(colourKeyWidth(font()))));
        m_key->setPainter([data = m_data](QPainter& painter, const QRectF& area) {
            if (data) {
                paintColourKeyBeside(painter, area, *data, currentTheme());
            }
        });
        if (m_data) {
            const LandscapeRange range = colourRange(*m_data);
            m_key->setAccessibleName(tr("Key of colours: %1, %2 to %3")
                                         .arg(colourTitle(*m_data), colourText(*m_data, range.least),
                                              colourText(*m_data, range.greatest)));
        }
        m_old = false;
    }
}

void LandscapeSurface::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    show();
}

void LandscapeSurface::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (m_view != nullptr
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)) {
        const Theme& theme = currentTheme();
        m_view->setColours({theme.surface, theme.line, theme.text, theme.muted});
        m_old = true;
        if (isVisible()) {
            show();
        }
    }
}

QPointF LandscapeSurface::positionOf(std::size_t cell) const
{
    return m_view == nullptr ? QPointF()
                             : projected(m_scene->data().points[cell], m_view->shownCamera(),
                                         m_view->size());
}

QPointF LandscapeSurface::positionOfMarker(LandscapeMarker marker) const
{
    // B is the last of them, and A before it where something is pinned.
    const std::size_t fromEnd = marker == LandscapeMarker::Current ? 1 : 2;
    if (m_view == nullptr || m_scene->data().markers.size() < fromEnd) {
        return {};
    }
    const auto& markers = m_scene->data().markers;
    return projected(markers[markers.size() - fromEnd].at, m_view->shownCamera(), m_view->size());
}

int LandscapeSurface::nearest(const QPointF& position, double reach) const
{
    int best = -1;
    double distance = reach;
    for (std::size_t cell = 0; m_data && cell < m_data->cells.size(); ++cell) {
        if (!m_data->cells[cell]) {
            continue;
        }
        const QPointF way = positionOf(cell) - position;
        if (std::hypot(way.x(), way.y()) < distance) {
            distance = std::hypot(way.x(), way.y());
            best = int(cell);
        }
    }
    return best;
}

bool LandscapeSurface::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_data || watched != m_view || !openGlProblem().isEmpty()) {
        return QWidget::eventFilter(watched, event);
    }
    constexpr double reachOfMarker = 16;
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const auto away = [&](LandscapeMarker marker) {
            const QPointF way = positionOfMarker(marker) - mouse->position();
            return positionOfMarker(marker).isNull() ? 1e9 : std::hypot(way.x(), way.y());
        };
        const double toCurrent = away(LandscapeMarker::Current);
        const double toPinned = away(LandscapeMarker::Pinned);
        if (mouse->button() == Qt::LeftButton
            && std::min(toCurrent, toPinned) < reachOfMarker) {
            // Where both stand at one place, B is what is meant.
            m_dragged = toPinned < toCurrent ? LandscapeMarker::Pinned : LandscapeMarker::Current;
            m_dragging = true;
            Q_EMIT dragBegan();
            return true;
        }
    } else if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int cell = nearest(mouse->position(), m_dragging ? 1e9 : 24);
        if (cell != m_marked) {
            m_marked = cell;
            if (cell >= 0) {
                QToolTip::hideText();   // it would lie over what is read
            }
            Q_EMIT markedChanged(cell);
        }
        if (m_dragging) {
            if (cell >= 0) {
                Q_EMIT wanted(m_dragged, m_data->configuration(std::size_t(cell)));
            }
            return true;
        }
    } else if (event->type() == QEvent::ToolTip && m_marked >= 0) {
        return true;   // the line under the view says what is pointed at
    } else if (event->type() == QEvent::Leave && m_marked >= 0 && !m_dragging) {
        m_marked = -1;
        Q_EMIT markedChanged(-1);
    } else if (event->type() == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        Q_EMIT dragEnded();
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & Qt::ControlModifier) != 0) {
            const LandscapeMarker marker = (key->modifiers() & Qt::ShiftModifier) != 0
                ? LandscapeMarker::Pinned
                : LandscapeMarker::Current;
            if (const auto cell = steppedCell(*m_data, marker, key->key())) {
                Q_EMIT wanted(marker, m_data->configuration(*cell));
                m_marked = int(*cell);
                Q_EMIT markedChanged(m_marked);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace morphospace
