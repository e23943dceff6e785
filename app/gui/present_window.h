// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_model.h"
#include "widgets/lesson/lesson_player.h"
#include "widgets/model/job_board.h"
#include "widgets/model/live_morph.h"
#include "widgets/model/measurement_model.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"
#include "widgets/compression/sweep.h"
#include "widgets/smoothness/smoothness_model.h"

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <map>

class QBoxLayout;
class QSpacerItem;
class QVBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTouchEvent;

namespace morphospace {

class CompressionPage;
class ConfigurationPanel;
class InspectorPanel;
class LandscapePage;
class LessonSheet;
class MessageBar;
class MorphPage;
class PageProgress;
class SmoothnessPage;
class Spotlight;

/// Heights in pixels of the letters on a screen of a given height, so that the last row reads them:
/// what the lesson says has at least 1/25 of the screen, the words of the live controls 1/48.
struct PresentSizes {
    int text = 0;
    int live = 0;
    int bar = 0;    ///< of the buttons below, and the smallest side that a finger has to hit
};
[[nodiscard]] PresentSizes presentSizes(int height);

/// A lesson before a class: its pages in large type beside the live network. It has a session of
/// its own, so that the person's stays as it was; the real panels and pages work on that one.
class PresentWindow : public QWidget {
    Q_OBJECT
public:
    explicit PresentWindow(JobBoard& jobs, QWidget* parent = nullptr);
    ~PresentWindow() override;

    void setFolder(const std::string& dataset, const std::filesystem::path& folder);
    void setImageLimit(std::size_t images);
    /// Begins a lesson. Throws Error, with nothing changed, where there is nothing to present.
    void present(const SessionDocument& lesson, OpenedManifolds manifolds, int page = 0,
                 OpenedZoos zoos = {});

    [[nodiscard]] LessonPlayer& player() { return m_player; }
    [[nodiscard]] SessionModel& session() { return m_session; }
    [[nodiscard]] LiveMorph& live() { return m_live; }
    [[nodiscard]] TestImages& images() { return m_images; }
    [[nodiscard]] LessonSheet* sheet() const { return m_sheet; }
    [[nodiscard]] Spotlight* spotlight() const { return m_spotlight; }
    [[nodiscard]] ConfigurationPanel* configurationPanel() const { return m_configuration; }
    [[nodiscard]] MorphPage* morphPage() const { return m_morph; }
    [[nodiscard]] SmoothnessPage* smoothnessPage() const { return m_smoothnessPage; }
    [[nodiscard]] SmoothnessModel& smoothness() { return m_smoothness; }
    [[nodiscard]] LandscapePage* landscapePage() const { return m_landscapePage; }
    [[nodiscard]] LandscapeModel& landscape() { return m_landscape; }
    /// Everything that works on the network.
    [[nodiscard]] QWidget* liveArea() const { return m_liveArea; }
    [[nodiscard]] bool isBlank() const;
    /// Draws what is known now; it does so by itself a moment later.
    void refresh();

Q_SIGNALS:
    void left();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(const char* iconName, const QString& text, const QString& tip);
    void buildLive();
    void fitFields();
    void arrangeSide();
    /// Whether it is what one of the panels of the side scrolls.
    [[nodiscard]] bool isScrolledInSide(const QObject* object) const;
    void applySizes();
    void arrange();
    void showPage();
    void showState();
    void applyRules();
    void askForFolder();
    void toggleFullScreen();
    [[nodiscard]] bool isNear(QWidget* widget) const;
    bool handleKey(QKeyEvent* event, QWidget* at);
    bool handleTouch(QTouchEvent* event);

    JobBoard& m_jobs;
    SessionModel m_session;
    TestImages m_images;
    LiveMorph m_live;
    MeasurementModel m_measurements;
    Sweep m_sweep;
    SmoothnessModel m_smoothness;
    LandscapeModel m_landscape;
    LessonPlayer m_player;
    std::size_t m_imageLimit = 0;
    int m_liveText = 0;
    QTimer m_rebuild;
    QPointF m_touchBegan;
    QPointF m_touchLast;

    MessageBar* m_messages;
    QBoxLayout* m_columns;
    LessonSheet* m_sheet;
    QWidget* m_liveArea = nullptr;
    QStackedWidget* m_pages = nullptr;
    MorphPage* m_morph = nullptr;
    CompressionPage* m_compression = nullptr;
    SmoothnessPage* m_smoothnessPage = nullptr;
    LandscapePage* m_landscapePage = nullptr;
    QWidget* m_side = nullptr;
    QVBoxLayout* m_sideColumn = nullptr;
    QSpacerItem* m_sideWidth = nullptr;   ///< what the side has at least, however little is in it
    ConfigurationPanel* m_configuration = nullptr;
    InspectorPanel* m_inspector = nullptr;
    QWidget* m_bar;
    QPushButton* m_back;
    QPushButton* m_next;
    QToolButton* m_reset;
    QToolButton* m_leave;
    QLabel* m_count;
    PageProgress* m_progress;
    Spotlight* m_spotlight;
    QWidget* m_blank;
};

} // namespace morphospace
