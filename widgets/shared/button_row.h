// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QToolBar;
class QToolButton;

namespace morphospace {

/// A tool button with an icon of the program's beside its words, as the pages have them.
[[nodiscard]] QToolButton* makeToolButton(const QString& iconName, const QString& text,
                                          const QString& tip);

/// Keeps the words of tool buttons where there is room for them: from the last button on they show
/// their icon only, until the row fits its width. Tool tips and accessible names say the words.
class WordsWhereRoom : public QObject {
    Q_OBJECT
public:
    /// `row`: the widget whose width counts and whose sizeHint() is that of the buttons as they are.
    explicit WordsWhereRoom(QWidget* row);

    void add(QToolButton* button);
    /// Width that all words together take now.
    [[nodiscard]] int wordsShown() const;
    void fit();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_row;
    std::vector<QPointer<QToolButton>> m_buttons;
    bool m_fitting = false;
};

/// The same for the buttons of a tool bar that have words beside their icon.
void keepWordsWhereRoom(QToolBar* bar);

/// Controls beside each other, as narrow as they are without the words of their tool buttons and with
/// their eliding boxes at the least.
class ButtonRow : public QWidget {
    Q_OBJECT
public:
    explicit ButtonRow(QWidget* parent = nullptr);

    void addWidget(QWidget* widget);
    void addStretch();
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QHBoxLayout* m_layout;
    WordsWhereRoom* m_words;
    std::vector<QWidget*> m_boxes;   ///< that give way
};

} // namespace morphospace
