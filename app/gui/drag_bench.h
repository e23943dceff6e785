// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/scheduler.h"
#include "widgets/model/loop_watch.h"

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace morphospace {

class MainWindow;

/// What a drag of the width slider was like, measured in the real window.
struct DragReport {
    int moves = 0;
    double pictureP50 = 0;     ///< milliseconds from a mouse event to the painted predictions
    double pictureP95 = 0;
    double pictureMax = 0;
    double longestGap = 0;     ///< milliseconds between turns of the event loop, mouse at 125 Hz
    double gapP95 = 0;
    long long requests = 0;
    long long staleShown = 0;
    int cancels = 0;           ///< sweeps that were cancelled while they ran
    double cancelP50 = 0;      ///< milliseconds from the cancel until the job has ended
    double cancelMax = 0;
    bool realImages = false;   ///< false: the data set is not here, noise stood in
};

/// Drags the width slider with real mouse events, twice: first each move as soon as the picture of
/// the one before is painted (slider to picture), then moves at the pace of a mouse whether or not
/// pictures keep up (gaps of the event loop). Then it starts sweeps and cancels each after another
/// time. Where the images of the manifold are not on this machine, noise of their shape stands in.
class DragBench : public QObject {
    Q_OBJECT
public:
    DragBench(MainWindow& window, int moves, QObject* parent = nullptr);

    /// The window has settled; finished() follows.
    void start();
    [[nodiscard]] const DragReport& report() const { return m_report; }

Q_SIGNALS:
    void finished();

private:
    void begin();
    void nextWaiting();
    void painted();
    void startPaced();
    void nextPaced();
    void nextSweep();
    void sweepEnded(JobId id);
    void finish();
    bool moveTo(int step);
    void press(bool down);

    MainWindow& m_window;
    int m_moves;
    int m_done = 0;
    bool m_waiting = false;
    QElapsedTimer m_clock;
    std::vector<double> m_pictures;
    LoopWatch m_watch;
    JobId m_sweep = 0;
    std::vector<double> m_cancels;
    DragReport m_report;
};

} // namespace morphospace
