// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_model.h"

#include <QBasicTimer>
#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace morphospace {

class LandscapeSurface;
class NumberTableView;

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
    /// The numbers behind both.
    [[nodiscard]] NumberTableView* table() const { return m_table; }
    [[nodiscard]] QString readout() const;
    /// Where A and B stand, and how much is measured.
    [[nodiscard]] QStringList sentences() const;
    /// Shows all that is measured by now.
    void refresh();
    void refreshTable();
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
    [[nodiscard]] QWidget* makeEmpty();
    /// Of m_views.
    enum View { Map, Surface, Table, Empty };

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
    QWidget* m_controls;
    QStackedWidget* m_views;
    QLabel* m_empty;                     ///< why there is no landscape
    LandscapeMap* m_map;
    LandscapeSurface* m_surface;
    NumberTableView* m_table;
    std::vector<std::size_t> m_listed;   ///< cells of its rows
    bool m_listing = false;              ///< it is what is shown
    QLabel* m_note;
};

} // namespace morphospace
