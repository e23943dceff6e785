// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the window's pages, where they come from, and the dialog that exports them.
#include "app/gui/main_window.h"

#include "core/base/version.h"
#include "core/session/session_file.h"
#include "widgets/compression/compression_page.h"
#include "widgets/figure/figure_dialog.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/message_bar.h"
#include "widgets/landscape/landscape_page.h"
#include "core/replay/zoo_model.h"
#include "widgets/smoothness/smoothness_page.h"
#include "widgets/weightspace/weight_space_page.h"

#include <QTabWidget>

#include <algorithm>
#include <iterator>

namespace morphospace {
namespace {

/// The session as it is now, without manifolds and without where docks stand: a figure asks for
/// what it shows, not for the whole window.
SessionDocument documentOf(const Journal& journal, const Provenance& provenance)
{
    SessionDocument document;
    document.title = provenance.manifold.empty() ? provenance.zoo : provenance.manifold;
    document.position = journal.position();
    for (const Journal::Step& step : journal.steps()) {
        document.steps.push_back(step);
    }
    if (!provenance.dataHash.empty()) {
        document.data.push_back({provenance.data, provenance.dataHash});
    }
    return document;
}

} // namespace

std::vector<Figure> MainWindow::figures() const
{
    std::vector<const QWidget*> pages{m_morph, m_compression, m_smoothnessPage, m_landscapePage,
                                      m_weightSpacePage};
    // Those of the page that is seen come first.
    std::ranges::stable_partition(
        pages, [this](const QWidget* page) { return page == m_pages->currentWidget(); });
    std::vector<Figure> all;
    for (const QWidget* page : pages) {
        std::vector<Figure> figures = figuresOf(page);
        all.insert(all.end(), std::make_move_iterator(figures.begin()),
                   std::make_move_iterator(figures.end()));
    }
    return all;
}

std::vector<Figure> MainWindow::figuresOf(const QWidget* page) const
{
    if (page == m_weightSpacePage) {
        return m_weightSpacePage->figures();
    }
    if (!m_session.manifold()) {
        return {};
    }
    return page == m_morph           ? m_morph->figures()
        : page == m_compression      ? m_compression->figures()
        : page == m_smoothnessPage   ? m_smoothnessPage->figures()
        : page == m_landscapePage    ? m_landscapePage->figures()
                                     : std::vector<Figure>();
}

Provenance MainWindow::provenance() const
{
    Provenance provenance;
    provenance.program = programVersion();
    const auto manifold = m_session.manifold();
    const SessionState& state = m_session.state();
    if (const auto zoo = m_session.zoo(); zoo && state.zoo) {
        provenance.zoo = titleOf(*zoo);
        provenance.zooHash = zoo->hash();
        provenance.zooModel = describe(state.zoo->current);
        provenance.seed = state.zoo->seed;
    }
    if (!manifold) {
        if (m_session.zoo()) {
            provenance.session = sessionText(documentOf(m_session.journal(), provenance));
        }
        return provenance;
    }
    provenance.manifold = manifold->title;
    provenance.manifoldHash = manifold->hash;
    provenance.current = state.current;
    provenance.pinned = state.pinned;
    provenance.averaging = state.averaging;
    provenance.seed = manifold->seed;
    if (const MorphResult* result = m_live.current(); result != nullptr && result->measurement) {
        provenance.data = result->measurement->dataset;
        provenance.dataHash = result->measurement->datasetHash;
        provenance.images = result->measurement->images;
    }
    provenance.session = sessionText(documentOf(m_session.journal(), provenance));
    return provenance;
}

void MainWindow::exportFigure(const QString& name)
{
    std::vector<Figure> offered = figures();
    if (offered.empty()) {
        return;
    }
    FigureChoice choice = m_preferences.figure;
    if (!name.isEmpty()) {
        choice.figure = name;
    } else if (const std::vector<Figure> here = figuresOf(m_pages->currentWidget());
               !here.empty()
               && std::ranges::find(here, choice.figure, &Figure::name) == here.end()) {
        // What is seen, not what was exported last from another page.
        choice.figure = here.front().name;
    }
    FigureDialog dialog(std::move(offered), provenance(), choice, m_jobs, this);
    connect(&dialog, &FigureDialog::told, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(&dialog, &FigureDialog::problem, this, &MainWindow::showProblem);
    dialog.exec();
    m_preferences.figure = dialog.choice();
    remember();
}

} // namespace morphospace
