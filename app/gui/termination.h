// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace morphospace {

/// While it lives, SIGTERM, SIGINT and SIGHUP are told as a signal of Qt, in the event loop: a handler of
/// the system's may do next to nothing (https://doc.qt.io/qt-6/unix-signals.html). One at a time.
class Termination : public QObject {
    Q_OBJECT
public:
    explicit Termination(QObject* parent = nullptr);
    ~Termination() override;

Q_SIGNALS:
    void wanted();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace morphospace
