// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/evaluation/evaluation.h"

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include <memory>
#include <vector>

namespace morphospace {

/// Real test images with what the current sample B says of each, and how sure it is; with a
/// pinned sample, what A says as well. Wrong answers are told by colour, by a cross and in words.
class ImageStrip : public QWidget {
    Q_OBJECT
    Q_PROPERTY(int viewState READ selected WRITE select)
public:
    explicit ImageStrip(QWidget* parent = nullptr);

    void clear();
    void setImages(std::shared_ptr<const ImageSet> images, std::vector<std::size_t> which);
    void setCurrent(std::vector<Prediction> predictions);
    void setPinned(std::vector<Prediction> predictions);   ///< empty: nothing pinned

    [[nodiscard]] const std::vector<std::size_t>& which() const { return m_which; }
    [[nodiscard]] const std::vector<Prediction>& current() const { return m_current; }
    [[nodiscard]] int selected() const { return m_selected; }
    /// The image that enters the network in the diagram; one that is not there changes nothing.
    void select(int index);
    [[nodiscard]] int wrongCount() const;
    [[nodiscard]] const QImage& picture(int index) const { return m_pictures.at(std::size_t(index)); }
    /// What is true and what B and A say of one image, in words.
    [[nodiscard]] QString words(int index) const;

    /// For a figure: names are never shortened, nothing is marked as selected, and pictures have the
    /// resolution of print.
    void setForPrint(bool print) { m_print = print; }
    /// Height at which every picture has room under a width, for a figure.
    [[nodiscard]] double heightForPrint(double width) const;
    /// The strip at the widget's size, on any painter.
    void paint(QPainter& painter);

    [[nodiscard]] QSize sizeHint() const override { return {680, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 90}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    /// Height at which every picture is seen, at its smallest, with the words under it.
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void selectedChanged(int index);
    /// The predictions set last are on the screen now.
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Grid {
        int columns = 1;
        double tile = 40;      ///< side of a picture
        double width = 44;     ///< of a cell
        double height = 60;
        double left = 0;
        double top = 0;
    };
    [[nodiscard]] Grid grid() const;
    /// Width that a cell needs at least for the words under its picture.
    [[nodiscard]] double leastWidth() const;
    /// Columns of pictures at their smallest: rows of one length.
    [[nodiscard]] int mostColumns(double width) const;
    /// Width that the longest of the names shown and its percentage need.
    [[nodiscard]] double longestWords() const;
    [[nodiscard]] double heightBelow() const;
    [[nodiscard]] QRectF cell(const Grid& grid, int index) const;
    [[nodiscard]] int indexAt(const QPointF& position) const;
    void paintCell(QPainter& painter, const QRectF& cell, const Grid& grid, int index) const;
    void scalePictures(double tile);
    void describeAll();

    std::shared_ptr<const ImageSet> m_images;
    std::vector<std::size_t> m_which;
    std::vector<QImage> m_pictures;
    std::vector<QPixmap> m_scaled;      ///< at the size of the tiles and the scale of the screen
    std::vector<Prediction> m_current;
    std::vector<Prediction> m_pinned;
    int m_selected = 0;
    bool m_fresh = false;
    bool m_print = false;
};

} // namespace morphospace
