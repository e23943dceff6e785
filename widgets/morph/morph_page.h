// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/live_morph.h"
#include "widgets/morph/morph_figures.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace morphospace {

class AccuracyGauge;
class ConfusionDialog;
class ImageStrip;
class NetworkDiagram;

/// The network as it is now: its diagram, what it says of real test images, how accurate it is.
class MorphPage : public QWidget {
    Q_OBJECT
public:
    MorphPage(SessionModel& session, TestImages& images, LiveMorph& live,
              QWidget* parent = nullptr);

    [[nodiscard]] NetworkDiagram* diagram() const { return m_diagram; }
    [[nodiscard]] ImageStrip* strip() const { return m_strip; }
    [[nodiscard]] AccuracyGauge* gauge() const { return m_gauge; }
    void showConfusion();
    [[nodiscard]] bool showsConfusion() const;
    /// All that is shown now, as values, and the figures made of it.
    [[nodiscard]] MorphFigureData figureData() const;
    [[nodiscard]] std::vector<Figure> figures() const { return morphFigures(figureData()); }

Q_SIGNALS:
    /// The person wants to say where the images of this data set are.
    void folderWanted(const QString& dataset);

private:
    void manifoldChanged();
    void stateChanged();
    void imagesChanged();
    void pictureChanged();
    void measurementChanged();
    void pinnedChanged();
    void showExample();
    void showRecorded();
    [[nodiscard]] const Measurement* recordedOfNow() const;

    SessionModel& m_session;
    TestImages& m_images;
    LiveMorph& m_live;
    NetworkDiagram* m_diagram;
    AccuracyGauge* m_gauge;
    QPushButton* m_confusion;
    QStackedWidget* m_stripOrMissing;
    ImageStrip* m_strip;
    QLabel* m_missing;
    QPushButton* m_choose;
    ConfusionDialog* m_dialog = nullptr;
};

} // namespace morphospace
