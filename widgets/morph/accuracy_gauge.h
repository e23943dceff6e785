// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <QWidget>

#include <optional>

namespace morphospace {

/// "92.4 %" with its 95 % interval on a scale from 0 to 100 %, and what it was measured on. The
/// interval tightens as more images are measured; the pinned sample A has a mark of its own.
class AccuracyGauge : public QWidget {
    Q_OBJECT
public:
    explicit AccuracyGauge(QWidget* parent = nullptr);

    /// Nothing to show: says why.
    void setMessage(const QString& why);
    /// `recorded`: measured when the manifold was trained, not here. `total`: images to measure.
    void setCurrent(const Measurement& measurement, std::int64_t total, bool recorded = false);
    void setPinned(const std::optional<Measurement>& measurement);
    /// The sample has changed and its accuracy is on the way: what is shown is of the one before.
    void setPending();

    /// The sentence under the number: what it was measured on.
    [[nodiscard]] QString provenance() const;
    [[nodiscard]] const std::optional<Measurement>& current() const { return m_current; }

    /// The gauge at the widget's size, on any painter.
    void paint(QPainter& painter) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {420, heightForWidth(420)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, heightForWidth(420)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont bigFont() const;
    [[nodiscard]] QFont smallFont() const;
    /// Top of the scale: under the letter of A.
    [[nodiscard]] double trackTop() const;
    /// Height of number and scale, above the sentence.
    [[nodiscard]] double headHeight() const;

    std::optional<Measurement> m_current;
    std::optional<Measurement> m_pinned;
    std::int64_t m_total = 0;
    bool m_recorded = false;
    bool m_pending = false;
    QString m_message;
};

} // namespace morphospace
