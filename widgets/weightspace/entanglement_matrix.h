// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace morphospace {

struct Theme;

/// How much directions have in common: cosines between all pairs.
struct EntanglementData {
    QStringList names;              ///< of the directions
    std::vector<double> cosines;    ///< names x names, row major, -1 to 1; 1 on the diagonal
    QString note;                   ///< "after de-biasing"; may be empty

    [[nodiscard]] int size() const { return int(names.size()); }
    [[nodiscard]] double at(int row, int column) const
    {
        return cosines[std::size_t(row) * std::size_t(names.size()) + std::size_t(column)];
    }
    bool operator==(const EntanglementData&) const = default;
};

/// A pair in words: "Stroke and Width: 0.31, moving one moves the other the same way".
[[nodiscard]] QString pairText(const EntanglementData& data, int row, int column);
/// The most entangled pair and the number of pairs.
[[nodiscard]] QString entanglementText(const EntanglementData& data);
/// Where a cell of the matrix is.
[[nodiscard]] QRectF entanglementCell(const EntanglementData& data, const QRectF& area,
                                      const QFont& font, int row, int column);
void paintEntanglement(QPainter& painter, const QRectF& area, const EntanglementData& data,
                       const Theme& theme, int markedRow = -1, int markedColumn = -1);
/// "entanglement".
[[nodiscard]] Figure entanglementFigure(const EntanglementData& data);

/// The cosines as a heat map with their values. A cell is read with the mouse or the arrow keys;
/// Return or a click asks for the pair.
class EntanglementMatrix : public QWidget {
    Q_OBJECT
public:
    explicit EntanglementMatrix(QWidget* parent = nullptr);

    void setData(EntanglementData data);
    [[nodiscard]] const EntanglementData& data() const { return m_data; }
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int column() const { return m_column; }
    [[nodiscard]] QPoint positionOf(int row, int column) const;
    [[nodiscard]] QSize sizeHint() const override { return {340, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 150}; }

Q_SIGNALS:
    void cellChanged(int row, int column);
    void pairChosen(int row, int column);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::pair<int, int> cellAt(const QPointF& position) const;
    void read(int row, int column);
    void describe();

    EntanglementData m_data;
    int m_row = -1;
    int m_column = -1;
};

} // namespace morphospace
