// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/specimen_data.h"

#include <QHash>
#include <QWidget>

namespace morphospace {

/// Letters of a model on paper, or of two models. A letter is chosen with the mouse or the arrow keys
/// and described; Ctrl+C copies the sheet as a picture.
class SpecimenSheet : public QWidget {
    Q_OBJECT
public:
    explicit SpecimenSheet(QWidget* parent = nullptr);

    /// Cheap: nothing is drawn before it is painted.
    void setData(SpecimenData data);
    [[nodiscard]] const SpecimenData& data() const { return m_data; }

    struct Choice {
        int model = 0;      ///< 0: B, 1: A
        int drawing = 0;
        int letter = -1;    ///< place in A to Z, a to z; -1: none
        bool operator==(const Choice&) const = default;
    };
    [[nodiscard]] Choice chosen() const;
    void choose(int model, int letter, int drawing = 0);

    /// The sheet at a scale, without what is chosen.
    [[nodiscard]] QImage picture(double scale = 2) const;
    void copy() const;
    [[nodiscard]] SpecimenLayout layout() const;
    [[nodiscard]] QSize sizeHint() const override { return {520, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 150}; }

Q_SIGNALS:
    void chosenChanged(const Choice& choice);
    /// After what setData() brought is on the screen: the end of the way from slider to picture.
    void painted();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] int tileAt(const QPointF& position) const;
    [[nodiscard]] int chosenTile(const SpecimenLayout& layout) const;
    void chooseTile(const SpecimenLayout& layout, int tile);
    void describe();

    SpecimenData m_data;
    Choice m_chosen;
    bool m_fresh = false;
    mutable QHash<quint64, QImage> m_pictures;   ///< by model, drawing and letter, of m_pictureSide
    mutable int m_pictureSide = 0;
};

} // namespace morphospace
