// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scene_renderer.h"

#include "widgets/language/words.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <vtkCallbackCommand.h>
#include <vtkCamera.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <dlfcn.h>

namespace morphospace {
namespace {

/// LibTorch 2.6, as Debian 13 has it, exports functions of an LLVM of its own. Mesa's software
/// renderer llvmpipe binds to them instead of to its LLVM and crashes with the first context; the
/// other one, softpipe, needs no LLVM. Chosen before Qt loads the driver; where there is a graphics
/// card, or the person chose, this changes nothing.
[[maybe_unused]] const bool rendererWithoutLlvm = [] {
    void* found = dlsym(RTLD_DEFAULT, "LLVMInitializeX86Target");
    Dl_info where{};
    const bool foreign = found != nullptr && dladdr(found, &where) != 0 && where.dli_fname != nullptr
        && std::strstr(where.dli_fname, "libtorch") != nullptr;
    if (foreign && !qEnvironmentVariableIsSet("GALLIUM_DRIVER")) {
        qputenv("GALLIUM_DRIVER", "softpipe");
    }
    return foreign;
}();

constexpr int samples = 4;             // a surface without them has steps at its edges
const double halfView = std::tan(15 * M_PI / 180);   // upright, at the distance 1

QSurfaceFormat format()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    return format;
}

/// A context and a surface to make it current on.
struct Context {
    QOpenGLContext context;
    QOffscreenSurface surface;

    /// Empty, or what is missing.
    QString create()
    {
        context.setFormat(format());
        if (!context.create()) {
            return morphospace::tr("This machine has no OpenGL 3.2, so surfaces are not shown in three "
                      "dimensions.");
        }
        surface.setFormat(context.format());
        surface.create();
        if (!surface.isValid() || !context.makeCurrent(&surface)) {
            return morphospace::tr("OpenGL does not work on this display, so surfaces are not shown in three "
                      "dimensions.");
        }
        const auto version = context.format().version();
        if (context.isOpenGLES() || version < qMakePair(3, 2)) {
            const QString found = QStringLiteral("%1.%2").arg(version.first).arg(version.second);
            return morphospace::tr("This machine has OpenGL %1, and surfaces in three dimensions need 3.2.")
                .arg(found);
        }
        return {};
    }
};

/// VTK's messages are for developers; a picture that fails is told by the view that wants it.
class QuietOutput : public vtkOutputWindow {
public:
    static QuietOutput* New();
    vtkTypeMacro(QuietOutput, vtkOutputWindow)
    void DisplayText(const char*) override {}
};
vtkStandardNewMacro(QuietOutput);

void place(vtkCamera* target, const SceneCamera& camera)
{
    const double azimuth = camera.azimuth * M_PI / 180;
    const double elevation = camera.elevation * M_PI / 180;
    const std::array<double, 3> out{std::cos(elevation) * std::sin(azimuth),
                                    -std::cos(elevation) * std::cos(azimuth), std::sin(elevation)};
    const std::array<double, 3> right{std::cos(azimuth), std::sin(azimuth), 0};
    const std::array<double, 3> up{-std::sin(elevation) * std::sin(azimuth),
                                   std::sin(elevation) * std::cos(azimuth), std::cos(elevation)};
    std::array<double, 3> middle{};
    for (std::size_t i = 0; i < 3; ++i) {
        middle[i] = -camera.panX * right[i] - camera.panY * up[i];
    }
    // By the angle of view and not by the distance, so that nearness looks the same.
    target->SetViewAngle(2 * std::atan(halfView / camera.fit.scale) * 180 / M_PI);
    target->SetWindowCenter(-camera.fit.right, camera.fit.down);
    target->SetFocalPoint(middle.data());
    target->SetPosition(middle[0] + camera.distance * out[0], middle[1] + camera.distance * out[1],
                        middle[2] + camera.distance * out[2]);
    target->SetViewUp(up.data());
    target->SetClippingRange(std::max(0.01, camera.distance - 2), camera.distance + 2);
}

} // namespace

QString openGlProblem()
{
    static const QString problem = [] {
        if (QGuiApplication::platformName() == QStringLiteral("offscreen")
            && !qEnvironmentVariableIsSet("DISPLAY")) {
            return tr("There is no display, so surfaces are not shown in three dimensions.");
        }
        Context context;
        return context.create();
    }();
    return problem;
}

struct SceneRenderer::Window {
    Context gl;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkCallbackCommand> asked;
    bool good = false;

    bool current()
    {
        return QOpenGLContext::currentContext() == &gl.context
            || gl.context.makeCurrent(&gl.surface);
    }
};

SceneRenderer::SceneRenderer()
    : m_window(std::make_unique<Window>())
{
    if (!qEnvironmentVariableIsSet("MORPHOSPACE_VTK_MESSAGES")) {
        vtkNew<QuietOutput> quiet;
        vtkOutputWindow::SetInstance(quiet);
    }
    Window& w = *m_window;
    w.good = w.gl.create().isEmpty();
    if (!w.good) {
        return;
    }
    // VTK asks for the context by events, as its own Qt widget answers them.
    w.asked->SetClientData(&w);
    w.asked->SetCallback([](vtkObject*, unsigned long event, void* data, void* call) {
        Window& self = *static_cast<Window*>(data);
        if (event == vtkCommand::WindowMakeCurrentEvent) {
            self.good = self.current() && self.good;
        } else if (event == vtkCommand::WindowIsCurrentEvent) {
            *static_cast<bool*>(call) = QOpenGLContext::currentContext() == &self.gl.context;
        } else if (event == vtkCommand::WindowSupportsOpenGLEvent) {
            *static_cast<int*>(call) = 1;
        } else if (event == vtkCommand::WindowIsDirectEvent) {
            *static_cast<int*>(call) = 1;
        }
    });
    for (const unsigned long event :
         {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
          vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent}) {
        w.window->AddObserver(event, w.asked);
    }
    w.window->SetSupportsOpenGL(1);
    w.window->SetIsDirect(1);
    w.window->SetOwnContext(false);
    w.window->SetReadyForRendering(true);
    w.window->SetMultiSamples(samples);
    w.window->SetFrameBlitModeToNoBlit();
    w.window->SetAlphaBitPlanes(0);
    w.window->SwapBuffersOff();
    w.window->vtkOpenGLRenderWindow::OpenGLInit();
}

SceneRenderer::~SceneRenderer()
{
    if (m_window->good && m_window->current()) {
        m_window->window->Finalize();
        m_window->gl.context.doneCurrent();
    }
}

QImage SceneRenderer::render(Scene& scene, const SceneCamera& camera, const QSize& pixels,
                             bool hasty)
{
    Window& w = *m_window;
    if (!w.good || pixels.isEmpty() || !w.current()) {
        return {};
    }
    vtkRenderer* renderer = scene.renderer();
    if (!w.window->HasRenderer(renderer)) {
        w.window->AddRenderer(renderer);
    }
    // Another scene's renderer would paint over this one.
    vtkRendererCollection* all = w.window->GetRenderers();
    all->InitTraversal();
    while (vtkRenderer* other = all->GetNextItem()) {
        other->SetDraw(other == renderer ? 1 : 0);
    }
    w.window->SetMultiSamples(hasty ? 0 : samples);
    w.window->SetSize(pixels.width(), pixels.height());
    place(renderer->GetActiveCamera(), camera);
    scene.prepare(camera, pixels);
    w.window->Render();
    vtkNew<vtkUnsignedCharArray> bytes;
    if (w.window->GetPixelData(0, 0, pixels.width() - 1, pixels.height() - 1, 0, bytes,
                               0)
        == 0) {
        return {};
    }
    QImage image(pixels, QImage::Format_RGB888);
    const auto line = std::size_t(pixels.width()) * 3;
    for (int y = 0; y < pixels.height(); ++y) {
        std::memcpy(image.scanLine(y),
                    bytes->GetPointer(vtkIdType((std::size_t(pixels.height() - 1 - y)) * line)), line);
    }
    return image;
}

QString SceneRenderer::driver() const
{
    if (!m_window->good || !m_window->current()) {
        return {};
    }
    const auto* name = m_window->gl.context.functions()->glGetString(GL_RENDERER);
    return name != nullptr ? QString::fromUtf8(reinterpret_cast<const char*>(name)) : QString();
}

QPointF projected(const std::array<double, 3>& at, const SceneCamera& camera, const QSizeF& size)
{
    return projected(std::vector{at}, camera, size).front().at;
}

std::vector<ScenePlace> projected(const std::vector<std::array<double, 3>>& places,
                                  const SceneCamera& camera, const QSizeF& size)
{
    vtkNew<vtkCamera> eye;
    place(eye, camera);
    const double aspect = size.width() / size.height();
    vtkMatrix4x4* matrix = eye->GetCompositeProjectionTransformMatrix(aspect, -1, 1);
    std::vector<ScenePlace> result;
    result.reserve(places.size());
    for (const std::array<double, 3>& at : places) {
        const double in[4] = {at[0], at[1], at[2], 1};
        double out[4];
        matrix->MultiplyPoint(in, out);
        result.push_back({{(out[0] / out[3] + 1) / 2 * size.width(),
                           (1 - out[1] / out[3]) / 2 * size.height()},
                          out[3]});
    }
    return result;
}

double pixelsPerUnit(const SceneCamera& camera, const QSizeF& size)
{
    return size.height() * camera.fit.scale / (2 * halfView);
}

} // namespace morphospace
