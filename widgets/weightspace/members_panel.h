// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/cloud_data.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;
class QToolButton;

namespace morphospace {

class EntanglementMatrix;
class MemberList;
class NumberTableView;
class PointCloud2D;
class PointCloud3D;

/// The members of a zoo as points at two or three components, as a list, and how their directions
/// hang together; and the numbers behind each.
class MembersPanel : public QWidget {
    Q_OBJECT
public:
    MembersPanel(SessionModel& session, WeightSpaceModel& model, QWidget* parent = nullptr);

    [[nodiscard]] PointCloud2D* map() const { return m_map; }
    [[nodiscard]] PointCloud3D* solid() const { return m_cloud; }
    [[nodiscard]] MemberList* members() const { return m_members; }
    [[nodiscard]] EntanglementMatrix* matrix() const { return m_matrix; }
    [[nodiscard]] NumberTableView* numbers() const { return m_numbers; }
    /// What the clouds show.
    [[nodiscard]] CloudData cloud() const;
    /// Shows what has changed since.
    void refresh();
    void goTo(int member);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeViews();
    [[nodiscard]] QWidget* makeAxes();
    void fillZoo();
    void refreshCloud();
    void moveInCloud();
    void refreshMatrix();
    void fillNumbers();
    [[nodiscard]] QImage glimpse(int member);

    SessionModel& m_session;
    WeightSpaceModel& m_model;
    QStackedWidget* m_stack;
    PointCloud2D* m_map;
    PointCloud3D* m_cloud;
    MemberList* m_members;
    EntanglementMatrix* m_matrix;
    NumberTableView* m_numbers;
    QWidget* m_axes;
    QComboBox* m_x;
    QComboBox* m_y;
    QComboBox* m_z;
    QComboBox* m_colour;
    QToolButton* m_lasso;
    QToolButton* m_all;
    QToolButton* m_marking;
    QToolButton* m_table;
    /// What the cloud shows, so that a moving slider moves B and nothing else.
    struct Shown {
        const void* zoo = nullptr;
        const void* pinned = nullptr;
        std::string options;
        ZooPlace place;
        std::vector<int> groupA;
        std::vector<int> groupB;
        bool operator==(const Shown&) const = default;
    };
    Shown m_shown;
};

} // namespace morphospace
