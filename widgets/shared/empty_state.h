// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace morphospace {

/// What a page shows where it has nothing to show: why, in the middle, and below it what to do.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& title, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QLabel* note() const { return m_note; }
    /// Below what is there; takes ownership.
    void add(QWidget* widget);

private:
    QVBoxLayout* m_column;
    QLabel* m_note;
};

} // namespace morphospace
