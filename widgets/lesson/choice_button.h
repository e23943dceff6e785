// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace morphospace {

/// One answer to a question, in as many lines as it takes. Whether it is right is told by a mark, a
/// word for screen readers and a colour once it was chosen.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Verdict { Open, Right, Wrong };

    /// `index`: 0 is "A".
    ChoiceButton(int index, const QString& text, QWidget* parent = nullptr);

    void setVerdict(Verdict verdict);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int badge() const;
    [[nodiscard]] QRect textArea(const QRect& around) const;
    void describe();

    int m_index;
    Verdict m_verdict = Verdict::Open;
};

} // namespace morphospace
