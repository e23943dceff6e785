// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace morphospace {

/// What morphospace-cli said, and how it ended; -1: it did not within five minutes.
struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// This tree's resources, and one thread.
inline QProcessEnvironment cliEnvironment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert("MORPHOSPACE_RESOURCES", MORPHOSPACE_SOURCE_DIR "/resources");
    variables.insert("OMP_NUM_THREADS", "1");
    return variables;
}

inline Outcome runCli(const QStringList& arguments, const QString& locale = {})
{
    QProcess process;
    QProcessEnvironment variables = cliEnvironment();
    if (!locale.isEmpty())
        variables.insert("LC_ALL", locale);
    process.setProcessEnvironment(variables);
    process.start(MORPHOSPACE_CLI, arguments);
    if (!process.waitForFinished(300000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace morphospace
