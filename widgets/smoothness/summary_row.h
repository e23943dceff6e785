// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/smoothness/smoothness_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace morphospace {

class ContentScroll;

/// The whole network in a sentence, and for two orders of it the accuracy of both, measured.
class SummaryRow : public QWidget {
    Q_OBJECT
public:
    SummaryRow(TestImages& images, SmoothnessModel& model, QWidget* parent = nullptr);
    ~SummaryRow() override;

    /// `orders`: two orders are compared, whose accuracy can be measured here.
    void setSummary(const QString& text, bool orders);
    [[nodiscard]] QString effectText() const;
    /// Two lines of it are seen, and the rest scrolls: what stands above stays as high as it is
    /// whatever is said here.
    void setShort(bool isShort);
    /// Images a measurement uses; 0: all.
    void setImageLimit(std::size_t images) { m_limit = images; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void fit();

    TestImages& m_images;
    SmoothnessModel& m_model;
    std::size_t m_limit = 0;
    bool m_orders = true;
    bool m_short = false;
    ContentScroll* m_texts;
    QLabel* m_summary;
    QLabel* m_effect;
    QPushButton* m_measure;
};

} // namespace morphospace
