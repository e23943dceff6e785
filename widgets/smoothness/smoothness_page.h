// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/smoothness/smoothness_content.h"
#include "widgets/smoothness/smoothness_model.h"
#include "widgets/smoothness/surface_pair.h"

#include <QVariantAnimation>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace morphospace {

class NumberTableView;

/// Weights as pictures: one network in two orders of its channels, with a way between them that can
/// be travelled, or one manifold at two sizes; as heat maps, as surfaces, and what is counted of
/// them as charts and tables.
class SmoothnessPage : public QWidget {
    Q_OBJECT
public:
    SmoothnessPage(SessionModel& session, TestImages& images, SmoothnessModel& model,
                   QWidget* parent = nullptr);
    ~SmoothnessPage() override;

    [[nodiscard]] HeatMapView* maps() const { return m_maps; }
    [[nodiscard]] SurfacePair* surfaces() const { return m_surfaces; }
    [[nodiscard]] SmoothnessChartView* chart() const { return m_chart; }
    [[nodiscard]] QSlider* travelSlider() const { return m_travel; }
    [[nodiscard]] QSlider* jitterSlider() const { return m_jitter; }
    /// Part of the way from the order before to the one after, 0 to 1.
    [[nodiscard]] double travelled() const { return m_part; }
    [[nodiscard]] QString readout() const;
    /// Moves all channels at once to a part of their way, and draws them.
    void travelTo(double part);
    /// Lets the channels travel, or stops them where they are.
    void play();
    [[nodiscard]] bool isPlaying() const;
    /// Images a measurement uses; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }

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
    [[nodiscard]] bool comparesOrders() const;
    [[nodiscard]] std::string tensor() const;
    [[nodiscard]] Taps taps() const;
    [[nodiscard]] std::string option(const char* name) const;
    void choose(const char* name, const std::string& value);
    QWidget* makeControls();
    QWidget* makeViews();
    QWidget* makeFoot();
    void arrange();
    void showOptions();
    void fillTensors();
    void fillTaps();
    void refresh();
    void refreshChart();
    void refreshWeights();
    void refreshEffect();
    void describePlace();
    void setWay(double part);
    void keepWay();

    SessionModel& m_session;
    TestImages& m_images;
    SmoothnessModel& m_model;
    HeatMapPair m_pair;
    double m_part = 1;
    std::size_t m_limit = 0;
    std::string m_matrixView = "maps";       ///< of the two kinds of view, the one seen last
    std::string m_chartView = "variation";
    std::string m_seen;                      ///< options that the pictures were made with
    bool m_roomy = false;
    QVariantAnimation m_animation;

    QComboBox* m_compare;
    QComboBox* m_tensor;
    QComboBox* m_taps;
    QComboBox* m_before;
    QComboBox* m_after;
    QToolButton* m_table;
    QToolButton* m_file;
    QToolButton* m_close;
    QButtonGroup* m_views;
    QVBoxLayout* m_cards;
    QWidget* m_matrixPart;
    QWidget* m_chartPart;
    QFrame* m_matrixCard;
    QFrame* m_chartCard;
    QStackedWidget* m_matrixStack;
    QStackedWidget* m_chartStack;
    HeatMapView* m_maps;
    SurfacePair* m_surfaces;
    SmoothnessChartView* m_chart;
    NumberTableView* m_weights;   ///< the numbers behind the maps and surfaces
    NumberTableView* m_numbers;   ///< and those behind the chart
    QLabel* m_matrixNote;
    QLabel* m_chartNote;
    QWidget* m_travelRow;
    QToolButton* m_play;
    QSlider* m_travel;
    QLabel* m_travelText;
    QWidget* m_jitterRow;
    QSlider* m_jitter;
    QLabel* m_jitterText;
    QPushButton* m_measure;
    QLabel* m_effect;
    QLabel* m_summary;
};

} // namespace morphospace
