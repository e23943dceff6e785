// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace morphospace {

/// Fusion with the few habits of this program: a click on a slider's track goes there, so that a
/// drag can begin anywhere; tool tips come soon; the Tab key leaves tables, where the arrow keys move.
class AppStyle : public QProxyStyle {
    Q_OBJECT
public:
    AppStyle();
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
};

} // namespace morphospace
