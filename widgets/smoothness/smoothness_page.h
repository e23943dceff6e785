// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/smoothness/smoothness_content.h"
#include "widgets/smoothness/smoothness_model.h"
#include "widgets/smoothness/surface_pair.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace morphospace {

class ChartCard;
class ExperimentView;
class JitterRow;
class MatrixCard;
class SubjectControls;
class SummaryRow;
class TravelRow;

/// Weights as pictures: one network in two orders of its channels, with a way between them that can
/// be travelled, or one manifold at two sizes; as heat maps, as surfaces, and what is counted of
/// them as charts and tables.
class SmoothnessPage : public QWidget {
    Q_OBJECT
public:
    SmoothnessPage(SessionModel& session, TestImages& images, SmoothnessModel& model,
                   QWidget* parent = nullptr);
    ~SmoothnessPage() override;

    [[nodiscard]] HeatMapView* maps() const;
    [[nodiscard]] SurfacePair* surfaces() const;
    [[nodiscard]] SmoothnessChartView* chart() const;
    [[nodiscard]] QSlider* travelSlider() const;
    [[nodiscard]] QSlider* jitterSlider() const;
    [[nodiscard]] ExperimentView* experiment() const { return m_experiment; }
    /// Part of the way from the order before to the one after, 0 to 1.
    [[nodiscard]] double travelled() const;
    [[nodiscard]] QString readout() const;
    /// Moves all channels at once to a part of their way, and draws them.
    void travelTo(double part);
    /// Lets the channels travel, or stops them where they are.
    void play();
    [[nodiscard]] bool isPlaying() const;
    /// Images a measurement uses; 0: all.
    void setImageLimit(std::size_t images);

    [[nodiscard]] std::vector<Figure> figures() const;
    /// Asks for a file and writes the network with its channels in the order after.
    void exportOrderedAs();
    void openCheckpointAs();

Q_SIGNALS:
    void problem(const QString& text);
    void told(const QString& text);
    void figureWanted(const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] SmoothnessSubject subject() const;
    [[nodiscard]] std::string tensor() const;
    QWidget* makeViewRow();
    QLayout* makeCards();
    void arrange();
    void showProfiles();
    void showOptions();
    void subjectComputed();
    void refresh();
    void refreshChart();
    void travel(double part);

    SessionModel& m_session;
    SmoothnessModel& m_model;
    HeatMapPair m_pair;
    std::string m_matrixView = "maps";       ///< of the two kinds of view, the one seen last
    std::string m_chartView = "variation";
    std::string m_seen;                      ///< options that the pictures were made with
    bool m_roomy = false;

    SubjectControls* m_controls;
    QButtonGroup* m_views;
    QToolButton* m_profiles;
    QVBoxLayout* m_cards;
    QWidget* m_matrixPart;
    QWidget* m_chartPart;
    MatrixCard* m_matrix;
    ChartCard* m_chart;
    ExperimentView* m_experiment;
    TravelRow* m_travel;
    JitterRow* m_jitter;
    SummaryRow* m_summary;
};

} // namespace morphospace
