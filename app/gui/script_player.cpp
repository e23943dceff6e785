// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/script_player.h"

#include "app/gui/dialog_picture.h"
#include "app/gui/main_window.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/compression/compression_page.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/landscape/landscape_surface.h"
#include "widgets/morph/morph_page.h"

#include <QCoreApplication>
#include <QPixmap>

#include <algorithm>
#include <iterator>

namespace morphospace {

ScriptPlayer::ScriptPlayer(MainWindow& window, std::vector<Action> actions, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_actions(std::move(actions))
{
}

void ScriptPlayer::playFirst(std::vector<Action> actions)
{
    m_actions.insert(m_actions.begin() + std::ptrdiff_t(m_next),
                     std::make_move_iterator(actions.begin()), std::make_move_iterator(actions.end()));
}

std::vector<Action> tourOf(const Manifold& manifold)
{
    const Family& family = manifold.family();
    std::vector<Action> actions{PinSample{}};
    for (const double fraction : {0.875, 0.75, 0.625, 0.5}) {
        actions.push_back(
            SetConfiguration{uniformWidths(family, fraction, family.full.depths)});
    }
    if (manifold.changesDepth()) {
        const int deepest = *std::max_element(family.full.depths.begin(), family.full.depths.end());
        for (int blocks = deepest - 1; blocks >= 1; --blocks) {
            std::vector<int> depths = family.full.depths;
            for (int& depth : depths) {
                depth = std::min(depth, blocks);
            }
            actions.push_back(SetConfiguration{uniformWidths(family, 1.0, depths)});
        }
    }
    actions.push_back(SetConfiguration{uniformWidths(family, 0.75, family.full.depths)});
    return actions;
}

std::vector<Action> tourOfZoo()
{
    return {PinModel{}, SetDirection{"slant", 1}, SetDirection{"slant", 2},
            SetDirection{"stroke", 1}};
}

void ScriptPlayer::start()
{
    // Queued, so that everybody has heard of a change before the next one is made.
    connect(&m_window.live(), &LiveMorph::settled, this, &ScriptPlayer::advance,
            Qt::QueuedConnection);
    connect(&m_window.weightSpace(), &WeightSpaceModel::settled, this, &ScriptPlayer::advance,
            Qt::QueuedConnection);
    connect(&m_window.jobs(), &JobBoard::ended, this, &ScriptPlayer::advance, Qt::QueuedConnection);
    connect(&m_window, &MainWindow::problem, this, &ScriptPlayer::fail);
    m_begun = true;
    QMetaObject::invokeMethod(this, &ScriptPlayer::advance, Qt::QueuedConnection);
}

void ScriptPlayer::fail(const QString& problem)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    QString text = problem;
    if (m_next > 0 && !m_source.empty()) {
        text = QString::fromUtf8(
            fileError(m_source, "action " + std::to_string(m_next), problem.toStdString()).what());
    } else if (m_next > 1 && m_playsSession) {
        text = QStringLiteral("at step %1: %2").arg(m_next - 1).arg(problem);
    }
    Q_EMIT failed(text);
}

void ScriptPlayer::advance()
{
    // The status bar as well shows the end of what was done.
    if (m_ended || !m_window.live().isSettled() || !m_window.smoothness().isSettled()
        || !m_window.weightSpace().isSettled()
        || !m_window.jobs().active().empty()) {
        return;
    }
    if (m_playsSession && m_next <= m_window.session().journal().steps().size()) {
        m_window.session().moveTo(m_next++);
        QMetaObject::invokeMethod(this, &ScriptPlayer::advance, Qt::QueuedConnection);
        return;
    }
    if (m_playsSession || m_next == m_actions.size()) {
        m_ended = true;
        Q_EMIT finished();
        return;
    }
    m_window.session().perform(m_actions[m_next++]);
    QMetaObject::invokeMethod(this, &ScriptPlayer::advance, Qt::QueuedConnection);
}

SessionExport::SessionExport(MainWindow& window, std::filesystem::path folder, Enclosed enclosed,
                             QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(std::move(folder))
    , m_enclosed(enclosed)
{
}

void SessionExport::start()
{
    connect(&m_window, &MainWindow::problem, this, &SessionExport::failed);
    connect(&m_window, &MainWindow::checkpointWritten, this, [this](const QString& name) {
        Q_EMIT written(name);
        Q_EMIT finished();
    });
    try {
        std::error_code error;
        std::filesystem::create_directories(m_folder, error);
        if (error) {
            throw fileError(m_folder, {}, "the folder cannot be made: " + error.message());
        }
        writePicture(m_window, m_folder / "window.png", m_enclosed);
        Q_EMIT written(QStringLiteral("window.png"));
        writeFigures();
        if (!m_window.session().manifold()) {
            connect(&m_window.weightSpace(), &WeightSpaceModel::told, this, [this] {
                Q_EMIT written(QStringLiteral("adapter.safetensors"));
                Q_EMIT finished();
            });
            m_window.weightSpace().exportAdapter(m_folder / "adapter.safetensors",
                                                 m_window.provenance());
            return;
        }
        writeFileAtomically(m_folder / "accuracy-compression.csv",
                            m_window.compressionPage()->measurements().csv().toStdString());
        Q_EMIT written(QStringLiteral("accuracy-compression.csv"));
        if (const auto data = m_window.landscape().data();
            data && data->knownCount() == data->cells.size()) {
            writeFileAtomically(m_folder / "landscape.vtp", vtpText(vtpSurface(*data)));
            Q_EMIT written(QStringLiteral("landscape.vtp"));
        }
        m_window.exportCheckpoint(m_folder / "network.safetensors");
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void SessionExport::writeFigures()
{
    const auto provenance = enclosedOf(m_window.provenance(), m_enclosed);
    const FigurePreset preset = figurePreset(QStringLiteral("columns"));
    for (const Figure& figure : m_window.figures()) {
        const FigurePage page =
            pageOf(figure, sizeOf(figure, preset), preset.textPoints, provenance);
        for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
            const QString name = figure.name + QString::fromLatin1(endingOf(format));
            writeFigure(page, m_folder / name.toStdString());
            Q_EMIT written(name);
        }
    }
}

void writePicture(MainWindow& window, const std::filesystem::path& file, Enclosed enclosed,
                  const QString& dialog)
{
    if (window.compressionPage()->isVisible()) {
        window.compressionPage()->refresh();
    }
    if (window.landscapePage()->isVisible()) {
        window.landscapePage()->refresh();
    }
    // What was just said is laid out first.
    QCoreApplication::sendPostedEvents();
    FigurePage page;
    page.title = window.windowTitle().remove(QStringLiteral("[*]"));
    page.description = QCoreApplication::translate("morphospace::Figure", "The window of Morphospace.");
    page.provenance = enclosedOf(window.provenance(), enclosed);
    const QImage image = dialog.isEmpty() ? window.grab().toImage() : pictureWithDialog(window, dialog);
    const QByteArray bytes = pngWithWords(image, page);
    writeFileAtomically(file, std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace morphospace
