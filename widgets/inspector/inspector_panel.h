// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/model/live_morph.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace morphospace {

class ComparisonCard;
class ContentScroll;

/// The numbers of the current sample B and, beside them, of the pinned sample A, compared on the
/// same images; and what generates them.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(SessionModel& session, TestImages& images, LiveMorph& live,
                   QWidget* parent = nullptr);

    /// Text of one number, for "B" or "A".
    [[nodiscard]] QString number(const QString& row, bool pinned) const;
    [[nodiscard]] ComparisonCard* comparison() const { return m_comparison; }
    /// Without what the manifold is, where it comes from and how A and B are compared: numbers alone,
    /// for an audience.
    void showNumbersOnly();

private:
    struct Line {
        QString name;
        QLabel* label = nullptr;
        QLabel* current = nullptr;
        QLabel* pinned = nullptr;
    };
    enum Row { Size, Parameters, Macs, Bytes, Compression, MacCompression, LatencyRow, Accuracy,
               RowCount };

    void addLine(QGridLayout* grid, Row row, const QString& name, const QString& tip);
    void refresh();
    void refreshManifold();
    void fill(bool pinned);

    SessionModel& m_session;
    LiveMorph& m_live;
    ContentScroll* m_scroll = nullptr;
    std::array<Line, RowCount> m_lines;
    QLabel* m_pinnedHead = nullptr;
    ComparisonCard* m_comparison = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_generator = nullptr;
    QLabel* m_origin = nullptr;
};

} // namespace morphospace
