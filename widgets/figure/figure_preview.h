// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/recording.h"

#include <QWidget>

namespace morphospace {

/// The page of a figure as it will be, as large as there is room.
class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void setRecording(Recording recording);
    [[nodiscard]] const Recording& recording() const { return m_recording; }

    [[nodiscard]] QSize sizeHint() const override { return {520, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Recording m_recording;
};

} // namespace morphospace
