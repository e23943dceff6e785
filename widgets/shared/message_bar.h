// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace morphospace {

/// A message over the page that blocks nothing: it stays until closed or until it no longer holds.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    enum class Kind { Note, Problem };
    void showMessage(Kind kind, const QString& text);
    /// The same with one thing to do about it; `action` is called and the message closed.
    void showMessage(Kind kind, const QString& text, const QString& actionText,
                     std::function<void()> action);
    /// What is said now, to be said again by another bar; nothing where the bar is closed.
    struct Message {
        Kind kind = Kind::Note;
        QString text;
        QString actionText;
        std::function<void()> action;
    };
    [[nodiscard]] Message message() const;
    void showMessage(const Message& message);
    void dismiss();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Note;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_act;
    std::function<void()> m_action;
};

} // namespace morphospace
