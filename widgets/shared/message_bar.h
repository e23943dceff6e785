// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace morphospace {

/// A message over the page that blocks nothing. A problem, and what offers something to do, stays until
/// closed or until it no longer holds; a note goes by itself once there was time to read it, later while
/// the mouse or the keyboard is on it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Notes stay as well: they hold as long as what is shown.
    void setLasting(bool lasting) { m_lasting = lasting; }
    /// How long a note stays at least.
    void setPatience(int milliseconds) { m_patience = milliseconds; }
    /// Whether what is said will go by itself.
    [[nodiscard]] bool isLeaving() const { return m_leaving.isActive(); }

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
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void stayAWhile();

    Kind m_kind = Kind::Note;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_act;
    std::function<void()> m_action;
    bool m_lasting = false;
    int m_patience = 6000;
    QTimer m_leaving;
};

} // namespace morphospace
