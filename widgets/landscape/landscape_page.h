// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_model.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace morphospace {

class BestSizesView;
class LandscapeSurface;
class LandscapeView;
class NumberTableView;
class SimilarityView;

/// Accuracy over two sizes as a map and as a surface, the best sizes within a budget, and how alike
/// sizes compute.
class LandscapePage : public QWidget {
    Q_OBJECT
public:
    LandscapePage(SessionModel& session, TestImages& images, LandscapeModel& model,
                  QWidget* parent = nullptr);
    ~LandscapePage() override;

    [[nodiscard]] LandscapeMap* map() const;
    [[nodiscard]] LandscapeSurface* surface() const;
    [[nodiscard]] QTableWidget* foundTable() const;
    /// The numbers behind map and surface, and those behind the similarities.
    [[nodiscard]] NumberTableView* numbersTable() const;
    [[nodiscard]] NumberTableView* similarityTable() const;
    [[nodiscard]] QString readout() const;
    /// Images a size in the landscape; 0: all.
    void setImageLimit(std::size_t images);
    void setSearchOptions(const SearchOptions& options);
    [[nodiscard]] Budget budget() const;
    void setBudget(double fraction);
    /// Shows all that is measured by now.
    void refresh();

    [[nodiscard]] std::vector<Figure> figures() const;
    void exportNumbersAs();
    void exportSurfaceAs();

Q_SIGNALS:
    void problem(const QString& text);
    void told(const QString& text);
    void figureWanted(const QString& name);

private:
    QWidget* makeViewRow();
    void showOptions();
    /// Of what is shown, as figures() calls it.
    [[nodiscard]] QString shownFigure() const;
    /// What the page says of what it shows.
    [[nodiscard]] QStringList sentences() const;
    void write(const QString& file, const std::string& text);

    SessionModel& m_session;
    LandscapeModel& m_model;
    QButtonGroup* m_views;
    QToolButton* m_table;
    QToolButton* m_vtp;
    QStackedWidget* m_stack;
    LandscapeView* m_landscape;
    BestSizesView* m_best;
    SimilarityView* m_similarity;
};

} // namespace morphospace
