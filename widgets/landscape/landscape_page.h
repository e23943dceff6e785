// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_model.h"

#include <QBasicTimer>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace morphospace {

class LandscapeSurface;
class NumberTableView;

/// Accuracy over two sizes as a map and as a surface, the best sizes within a budget, and how alike
/// sizes compute.
class LandscapePage : public QWidget {
    Q_OBJECT
public:
    LandscapePage(SessionModel& session, TestImages& images, LandscapeModel& model,
                  QWidget* parent = nullptr);
    ~LandscapePage() override;

    [[nodiscard]] LandscapeMap* map() const { return m_map; }
    [[nodiscard]] LandscapeSurface* surface() const { return m_surface; }
    [[nodiscard]] QTableWidget* foundTable() const { return m_found; }
    /// The numbers behind map and surface, and those behind the similarities.
    [[nodiscard]] NumberTableView* numbersTable() const { return m_numbers; }
    [[nodiscard]] NumberTableView* similarityTable() const { return m_similarityNumbers; }
    [[nodiscard]] QString readout() const;
    /// Images a size in the landscape; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }
    /// How thorough a search is; for tests, which have no time.
    void setSearchOptions(const SearchOptions& options) { m_searchOptions = options; }
    /// The budget that the fields show.
    [[nodiscard]] Budget budget() const;
    void setBudget(double fraction);

    [[nodiscard]] std::vector<Figure> figures() const;
    void exportNumbersAs();
    void exportSurfaceAs();

Q_SIGNALS:
    void problem(const QString& text);
    void told(const QString& text);
    void figureWanted(const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] std::string option(const char* name) const;
    void choose(const char* name, const std::string& value);
    QWidget* makeControls();
    QWidget* makeBest();
    QWidget* makeSimilarity();
    void showOptions();
    void fillAxes();
    void scheduleRefresh();
    void refresh();
    void refreshBest();
    void refreshSimilarity();
    void refreshNumbers();
    void updateButtons();
    void describe(int cell);
    void goTo(const Configuration& configuration);
    [[nodiscard]] FrontData front() const;
    /// The layer whose widths are compared: the last before the scores that all sizes have.
    [[nodiscard]] std::size_t layerOf(const Similarity& similarity) const;
    [[nodiscard]] QString verdict() const;
    /// What the page says of what it shows.
    [[nodiscard]] QStringList sentences() const;

    SessionModel& m_session;
    TestImages& m_images;
    LandscapeModel& m_model;
    SearchOptions m_searchOptions;
    std::size_t m_limit = 0;
    QBasicTimer m_refresh;

    QButtonGroup* m_views;
    QPushButton* m_start;
    QComboBox* m_x;
    QComboBox* m_y;
    QComboBox* m_colour;
    QToolButton* m_close;
    QToolButton* m_sheets;
    QToolButton* m_vtp;
    QToolButton* m_table;
    QStackedWidget* m_stack;
    LandscapeMap* m_map;
    LandscapeSurface* m_surface;
    NumberTableView* m_numbers;          ///< behind map and surface
    std::vector<std::size_t> m_listed;   ///< cells of its rows
    bool m_listing = false;              ///< the tables are shown
    QLabel* m_note;
    QComboBox* m_cost;
    QDoubleSpinBox* m_limitField;
    QPushButton* m_search;
    PaintedView* m_frontView;
    QTableWidget* m_found;
    QLabel* m_verdict;
    QComboBox* m_what;
    QPushButton* m_compare;
    QStackedWidget* m_similarityStack;
    PaintedView* m_similarityView;
    NumberTableView* m_similarityNumbers;
    QLabel* m_similarityNote;
    std::vector<Configuration> m_rows;   ///< of the table of what was found
};

} // namespace morphospace
