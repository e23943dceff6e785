// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_model.h"

#include <QBasicTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace morphospace {

class LandscapeSurface;

/// Accuracy over two sizes as a map or as a surface, with what chooses the two and what they are
/// coloured by.
class LandscapeView : public QWidget {
    Q_OBJECT
public:
    LandscapeView(SessionModel& session, TestImages& images, LandscapeModel& model,
                  QWidget* parent = nullptr);
    ~LandscapeView() override;

    [[nodiscard]] LandscapeMap* map() const { return m_map; }
    [[nodiscard]] LandscapeSurface* surface() const { return m_surface; }
    [[nodiscard]] QString readout() const;
    /// Shows all that is measured by now.
    void refresh();
    /// Images a size; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }

protected:
    void showEvent(QShowEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    QWidget* makeControls();
    void fillAxes();
    void showOptions();
    void scheduleRefresh();
    void updateButtons();
    void describe(int cell);

    SessionModel& m_session;
    TestImages& m_images;
    LandscapeModel& m_model;
    std::size_t m_limit = 0;
    QBasicTimer m_refresh;
    QPushButton* m_start;
    QComboBox* m_x;
    QComboBox* m_y;
    QComboBox* m_colour;
    QToolButton* m_close;
    QToolButton* m_sheets;
    QStackedWidget* m_views;
    LandscapeMap* m_map;
    LandscapeSurface* m_surface;
    QLabel* m_note;
};

} // namespace morphospace
