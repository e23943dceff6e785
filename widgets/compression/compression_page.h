// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compression/chart_view.h"
#include "widgets/compression/compression_figures.h"
#include "widgets/compression/sweep.h"

#include <QBasicTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace morphospace {

/// Accuracy against compression: every measurement of this session as it comes, what was recorded
/// and the references, as a figure and as a table; a sweep measures many sizes.
class CompressionPage : public QWidget {
    Q_OBJECT
public:
    CompressionPage(SessionModel& session, TestImages& images, LiveMorph& live,
                    MeasurementModel& measurements, Sweep& sweep, QWidget* parent = nullptr);

    [[nodiscard]] MeasurementModel& measurements() { return *m_model; }
    [[nodiscard]] ChartView* view() const { return m_view; }
    [[nodiscard]] Sweep& sweep() { return *m_sweep; }
    /// Images a size in a sweep; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }

    /// The figure of all there is to show now.
    [[nodiscard]] FigureData figure() const;
    /// What the page offers as figures.
    [[nodiscard]] std::vector<Figure> figures() const;
    void startSweep(bool allDepths);
    /// Draws what is known now; while the page is seen it does so by itself.
    void refresh();
    /// Asks for a file and writes it.
    void exportNumbersAs();

Q_SIGNALS:
    void problem(const QString& text);
    void told(const QString& text);
    /// The person wants this figure as a file.
    void figureWanted(const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void scheduleRefresh();
    /// The controls show what the session says.
    void showOptions();
    void describeMarked(int index);
    void goTo(int index);
    void updateSweepButton();

    SessionModel& m_session;
    TestImages& m_images;
    LiveMorph& m_live;
    MeasurementModel* m_model;
    Sweep* m_sweep;
    ChartView* m_view;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QComboBox* m_axis;
    QPushButton* m_start;
    QToolButton* m_close;
    QToolButton* m_tableToggle;
    QLabel* m_readout;
    QBasicTimer m_refresh;
    std::size_t m_limit = 0;
    int m_shownAxis = 0;
    bool m_shownClose = true;
};

} // namespace morphospace
