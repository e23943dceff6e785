// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace morphospace {

struct Theme;

/// What an edit did, measured on the pictures of the letters: changes of attributes in sigma of the
/// members, from the base member (or from A) to B.
struct ScoreData {
    struct Row {
        QString name;                    ///< "Stroke"
        double change = 0;               ///< measured
        std::optional<double> asked;     ///< of those whose slider was moved: these are the targets
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    std::optional<double> legibility;        ///< part of the letters that are read, of B
    std::optional<double> legibilityBefore;
    QString from;                        ///< what changes are counted from: "DejaVu Sans"
    bool coarse = false;                 ///< measured on a coarse drawing: will be measured again

    [[nodiscard]] bool hasTarget() const;
    /// Mean of the targets' achieved shares; nothing without a target.
    [[nodiscard]] std::optional<double> achieved() const;
    /// Mean size of the other changes, in sigma.
    [[nodiscard]] double collateral() const;
    bool operator==(const ScoreData&) const = default;
};

/// "Target change 96 % of what was asked; others change by 0.21 σ on average; 49 of 52 letters read".
[[nodiscard]] QString scoreText(const ScoreData& data);
[[nodiscard]] double scoreHeight(const ScoreData& data, const QFont& font);
void paintScores(QPainter& painter, const QRectF& area, const ScoreData& data, const Theme& theme);
/// "edit-scores".
[[nodiscard]] Figure scoreFigure(const ScoreData& data);

/// Bars of the changes, targets apart from what changed beside them, with what was asked as a stroke
/// across. The scale keeps while something moves and bars fit, so that bars and not axes move.
class ScoreBars : public QWidget {
    Q_OBJECT
public:
    explicit ScoreBars(QWidget* parent = nullptr);

    void setData(ScoreData data);
    [[nodiscard]] const ScoreData& data() const { return m_data; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ScoreData m_data;
};

} // namespace morphospace
