// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace morphospace {

/// A line under the controls of a dialog that says how things stand. A problem is told apart by a sign, by
/// bold letters and by the colour of what is wrong, and a screen reader says it at once.
class StateNote : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool problem READ isProblem)
    Q_PROPERTY(QString text READ text)
public:
    /// `name`: what a screen reader says before the text of a note; before that of a problem, "Problem".
    explicit StateNote(const QString& name, QWidget* parent = nullptr);

    void showNote(const QString& text);
    void showProblem(const QString& text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isProblem() const { return m_problem; }
    /// What is read and selected; it has the property "problem" as well, which the theme's style sheet
    /// knows.
    [[nodiscard]] QLabel* label() const { return m_text; }

private:
    void say(const QString& text, bool problem);

    QString m_name;
    QLabel* m_sign;
    QLabel* m_text;
    bool m_problem = false;
};

} // namespace morphospace
