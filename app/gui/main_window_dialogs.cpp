// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of the window by name, for pictures of them.
#include "app/gui/main_window.h"

#include "app/gui/about_dialog.h"
#include "app/gui/dialog_picture.h"
#include "app/gui/missing_dialog.h"
#include "app/gui/recovery_dialog.h"
#include "core/base/error.h"
#include "widgets/morph/morph_page.h"
#include "widgets/weightspace/weight_space_page.h"

#include <QFileInfo>

#include <algorithm>

namespace morphospace {
namespace {

/// Names of the figures that are offered, for an error.
std::string namesOf(const std::vector<Figure>& figures)
{
    QStringList names;
    for (const Figure& figure : figures) {
        names += figure.name;
    }
    return names.join(QStringLiteral(", ")).toStdString();
}

} // namespace

void MainWindow::openDialog(const QString& wanted)
{
    if (const QString problem = dialogProblem(wanted); !problem.isEmpty()) {
        throw Error(problem.toStdString());
    }
    const QString name = dialogName(wanted);
    const QString with = wanted.mid(name.size() + 1);
    const auto need = [&wanted](bool there, const char* what) {
        if (!there) {
            throw Error("--dialog " + wanted.toStdString() + " cannot be opened; expected " + what);
        }
    };
    const bool manifold = m_session.manifold() != nullptr;
    const bool zoo = m_session.zoo() != nullptr && m_session.state().zoo.has_value();
    if (name == u"about") {
        AboutDialog(this).exec();
    } else if (name == u"preferences") {
        askForPreferences();
    } else if (name == u"by-class") {
        need(manifold, "an open manifold");
        m_morph->showConfusion();
    } else if (name == u"checkpoint") {
        need(manifold, "an open manifold");
        need(with.isEmpty() || QFileInfo(with).isDir(), "a folder that exists");
        askForNetworks(with);
    } else if (name == u"figure") {
        const std::vector<Figure> offered = figures();
        need(!offered.empty(), "an open manifold or zoo");
        need(with.isEmpty() || std::ranges::find(offered, with, &Figure::name) != offered.end(),
             ("one of " + namesOf(offered)).c_str());
        exportFigure(with);
    } else if (name == u"invert") {
        need(zoo, "an open zoo");
        need(with.isEmpty() || QFileInfo(with).isFile(), "a file that exists: a picture of a letter, or a font");
        m_weightSpacePage->askForLettersOf(with);
    } else if (name == u"lesson-editor") {
        need(manifold, "an open manifold");
        editLesson();
    } else if (name == u"missing") {
        // As if the files of this session were no longer where they are.
        std::vector<SessionManifolds::Missing> missing;
        if (const auto& reference = m_session.state().manifold) {
            missing.push_back({*reference, {}, false});
        }
        if (zoo) {
            const ZooReference& reference = m_session.state().zoo->zoo;
            missing.push_back({{reference.hash, reference.file, {}}, {}, true});
        }
        need(!missing.empty(), "an open manifold or zoo");
        MissingDialog(std::move(missing), {}, this).exec();
    } else if (name == u"recovery") {
        // As if the program had been killed here.
        need(manifold || zoo, "an open manifold or zoo");
        RecoveredSession session;
        session.document = m_files->document();
        session.savedAs = m_files->file();
        session.changed = std::filesystem::file_time_type::clock::now();
        const std::vector sessions{session};
        RecoveryDialog(sessions, this).exec();
    } else if (name == u"walk") {
        need(zoo && m_weightSpace.canWalk(), "an open zoo, at one of its members");
        m_weightSpacePage->walk();
    } else {
        need(zoo, "an open zoo");
        m_weightSpacePage->exportAs();
    }
}

} // namespace morphospace
