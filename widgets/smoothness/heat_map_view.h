// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/placed_matrix.h"

#include <QColor>
#include <QRgb>
#include <QWidget>

#include <array>
#include <memory>
#include <vector>

namespace morphospace {

/// What two heat maps beside each other show, in one scale of colours.
struct HeatMapPair {
    std::array<PlacedMatrix, 2> sides;
    std::array<QString, 2> titles;
    std::array<int, 2> inputs{1, 1};   ///< columns of one tap: after as many comes the next tap
    QString rowTitle;                  ///< of the upright axes
    QString columnTitle;
    QString valueTitle;
    QString shortValueTitle;           ///< where there is less room: over an upright axis
    double limit = 1;                  ///< colours run from -limit to limit; what is beyond is as it
    std::vector<QRgb> colours;
    std::vector<QRgb> relief;          ///< the same for lit surfaces
};

struct HeatMapPlot;

/// Two heat maps with linked zoom and pan and, where there is room or it is wanted, the profile of the
/// row and of the column that are pointed at. The wheel zooms, dragging moves, a double-click shows all; with
/// the keyboard the arrows move the place that is read, + and - zoom, Home shows all.
class HeatMapView : public QWidget {
    Q_OBJECT
public:
    explicit HeatMapView(QWidget* parent = nullptr);
    ~HeatMapView() override;

    /// Zoom and the place that is read stay where the ranges of the axes do.
    void setPair(const HeatMapPair& pair);
    [[nodiscard]] const HeatMapPair& pair() const { return m_pair; }
    void showAll();

    enum class Profiles { WhereRoom, Shown, Hidden };
    /// Shown: the maps make room for them, whatever there is.
    void setProfiles(Profiles profiles);
    /// Those of rows and of columns are seen now.
    [[nodiscard]] bool showsProfiles() const;

    struct Place {
        int side = 0;
        int row = 0;      ///< stored index
        int column = 0;
        bool operator==(const Place&) const = default;
    };
    /// What is read now: a side below zero where nothing is.
    [[nodiscard]] const Place& place() const { return m_place; }
    /// Middle of an entry in this widget, for tests and pointers.
    [[nodiscard]] QPoint positionOf(const Place& place) const;
    /// The part of the left map that is seen: columns from, to and rows from, to.
    [[nodiscard]] std::array<double, 4> seen(int side) const;

Q_SIGNALS:
    void placeChanged(const Place& place);
    void profilesChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void settle();
    void read(const Place& place);
    void readAt(const QPointF& position);
    void zoom(double factor);

    std::unique_ptr<HeatMapPlot> m_plot;
    HeatMapPair m_pair;
    Place m_place{-1, 0, 0};
    Profiles m_profiles = Profiles::WhereRoom;
};

} // namespace morphospace
