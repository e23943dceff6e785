// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/termination.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace morphospace {
namespace {

constexpr std::array signalsToEnd{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> pipeEnds{-1, -1};

void tellPipe(int)
{
    const int before = errno;
    const char byte = 1;
    (void)!::write(pipeEnds[1], &byte, 1);
    errno = before;
}

} // namespace

Termination::Termination(QObject* parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;   // the signals do what they did before
    }
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1) {
            Q_EMIT wanted();
        }
    });
    for (const int number : signalsToEnd) {
        struct sigaction action = {};
        action.sa_handler = tellPipe;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

Termination::~Termination()
{
    if (m_notifier == nullptr) {
        return;
    }
    for (const int number : signalsToEnd) {
        std::signal(number, SIG_DFL);
    }
    delete m_notifier;
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
    pipeEnds = {-1, -1};
}

} // namespace morphospace
