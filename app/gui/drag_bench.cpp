// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/drag_bench.h"

#include "app/gui/main_window.h"
#include "core/evaluation/noise_images.h"
#include "widgets/compression/compression_page.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/configuration/size_slider.h"
#include "widgets/morph/image_strip.h"
#include "widgets/morph/morph_page.h"

#include <QApplication>
#include <QMouseEvent>
#include <QStyle>
#include <QTimer>

namespace morphospace {
namespace {

constexpr int mouseMilliseconds = 8;   // a mouse reports 125 times a second
constexpr std::size_t noiseCount = 2000;
constexpr int sweeps = 20;

void sendMouse(SizeSlider* slider, QEvent::Type type, int value)
{
    const int length = slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider);
    const int x = QStyle::sliderPositionFromValue(slider->minimum(), slider->maximum(), value,
                                                  slider->width() - length)
        + length / 2;
    const QPointF at(x, slider->height() / 2.0);
    const bool move = type == QEvent::MouseMove;
    const bool release = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, slider->mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton,
                      release ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(slider, &event);
}

} // namespace

DragBench::DragBench(MainWindow& window, int moves, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_moves(moves)
{
}

bool DragBench::moveTo(int step)
{
    // To and fro through the slider, one size at a time.
    SizeSlider* slider = m_window.configurationPanel()->widthSlider();
    const int span = slider->maximum() - slider->minimum();
    const int place = step % (2 * span);
    const int value = slider->maximum() - (place <= span ? place : 2 * span - place);
    const Configuration before = m_window.session().state().current;
    sendMouse(slider, QEvent::MouseMove, value);
    return m_window.session().state().current != before;
}

void DragBench::press(bool down)
{
    SizeSlider* slider = m_window.configurationPanel()->widthSlider();
    sendMouse(slider, down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, slider->value());
}

void DragBench::start()
{
    m_report.realImages = m_window.images().images() != nullptr;
    if (m_report.realImages) {
        begin();
        return;
    }
    m_window.images().provide(noiseImages(m_window.session().manifold()->family(), noiseCount));
    if (m_window.live().isSettled()) {
        begin();
    } else {
        connect(&m_window.live(), &LiveMorph::settled, this, &DragBench::begin,
                Qt::SingleShotConnection);
    }
}

void DragBench::begin()
{
    // Nothing may be answered from memory.
    m_window.live().setCacheBytes(1);
    connect(m_window.morphPage()->strip(), &ImageStrip::painted, this, &DragBench::painted);
    press(true);
    nextWaiting();
}

void DragBench::nextWaiting()
{
    if (int(m_pictures.size()) == m_moves) {
        startPaced();
        return;
    }
    m_clock.start();
    while (!moveTo(++m_done)) {
        m_clock.start();
    }
    m_waiting = true;
}

void DragBench::painted()
{
    const MorphResult* shown = m_window.live().current();
    if (!m_waiting || shown == nullptr
        || shown->key.configuration != m_window.session().state().current) {
        return;
    }
    m_waiting = false;
    m_pictures.push_back(double(m_clock.nsecsElapsed()) / 1e6);
    QMetaObject::invokeMethod(this, &DragBench::nextWaiting, Qt::QueuedConnection);
}

void DragBench::startPaced()
{
    m_done = 0;
    m_watch.start();
    nextPaced();
}

void DragBench::nextPaced()
{
    if (m_done == m_moves) {
        press(false);
        m_watch.stop();
        connect(&m_window.jobs(), &JobBoard::ended, this, &DragBench::sweepEnded);
        nextSweep();
        return;
    }
    moveTo(++m_done);
    QTimer::singleShot(mouseMilliseconds, Qt::PreciseTimer, this, &DragBench::nextPaced);
}

void DragBench::nextSweep()
{
    if (m_cancels.size() == sweeps) {
        finish();
        return;
    }
    CompressionPage* page = m_window.compressionPage();
    page->startSweep(true);
    // Each at another place of the work: 37 and 200 have no common divisor.
    const int after = 5 + int(m_cancels.size()) * 37 % 200;
    QTimer::singleShot(after, Qt::PreciseTimer, this, [this, page] {
        m_sweep = page->sweep().job();
        m_clock.start();
        page->sweep().cancel();
    });
}

void DragBench::sweepEnded(JobId id)
{
    if (id == m_sweep && m_sweep != 0) {
        m_sweep = 0;
        m_cancels.push_back(double(m_clock.nsecsElapsed()) / 1e6);
        nextSweep();
    }
}

void DragBench::finish()
{
    m_report.moves = m_moves;
    m_report.pictureP50 = quantile(m_pictures, 0.5);
    m_report.pictureP95 = quantile(m_pictures, 0.95);
    m_report.pictureMax = quantile(m_pictures, 1);
    m_report.longestGap = m_watch.longestMilliseconds();
    m_report.gapP95 = m_watch.quantileMilliseconds(0.95);
    m_report.requests = m_window.live().requests();
    m_report.staleShown = m_window.live().staleShown();
    m_report.cancels = int(m_cancels.size());
    m_report.cancelP50 = quantile(m_cancels, 0.5);
    m_report.cancelMax = quantile(m_cancels, 1);
    Q_EMIT finished();
}

} // namespace morphospace
