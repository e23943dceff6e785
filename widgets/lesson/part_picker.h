// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace morphospace {

/// Lies over a window while a person points at one of its parts. A click takes the part under it,
/// Escape takes none; either way it is over then.
class PartPicker : public QWidget {
    Q_OBJECT
public:
    PartPicker(QWidget* window, const QString& hint);

    [[nodiscard]] QWidget* part() const { return m_part; }

Q_SIGNALS:
    /// A name of lessonControls(), or empty.
    void picked(const QString& name);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void pointAt(const QPoint& at);
    void finish(const QString& name);

    QString m_hint;
    QPointer<QWidget> m_part;
};

} // namespace morphospace
