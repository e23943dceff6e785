// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace morphospace {

/// The whole network in a sentence, and for two orders of it the accuracy of both, measured.
class SummaryRow : public QWidget {
    Q_OBJECT
public:
    SummaryRow(TestImages& images, SmoothnessModel& model, QWidget* parent = nullptr);
    ~SummaryRow() override;

    /// `orders`: two orders are compared, whose accuracy can be measured here.
    void setSummary(const QString& text, bool orders);
    [[nodiscard]] QString effectText() const;
    /// Images a measurement uses; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }

private:
    void refresh();

    TestImages& m_images;
    SmoothnessModel& m_model;
    std::size_t m_limit = 0;
    bool m_orders = true;
    QLabel* m_summary;
    QLabel* m_effect;
    QPushButton* m_measure;
};

} // namespace morphospace
