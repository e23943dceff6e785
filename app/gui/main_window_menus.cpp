// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, tool bar and docks of the window.
#include "app/gui/main_window.h"

#include "app/gui/about_dialog.h"
#include "widgets/compression/compression_page.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/jobs/jobs_bar.h"
#include "widgets/journal/journal_panel.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/shown_page.h"
#include "widgets/weightspace/weight_space_controls.h"
#include "widgets/weightspace/weight_space_inspector.h"
#include "widgets/welcome/welcome_page.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace morphospace {

void MainWindow::buildActions()
{
    const auto make = [this](const char* iconName, const QString& text, const QString& tip,
                             const QKeySequence& keys, auto&& run) {
        auto* action = new QAction(icon(QString::fromLatin1(iconName)), text, this);
        action->setObjectName(QString::fromLatin1(iconName));
        action->setShortcut(keys);
        action->setToolTip(keys.isEmpty()
                               ? tip
                               : tr("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_do.open = make("open", tr("Open…"), tr("Opens a weight manifold, a zoo, a session, or a figure with its session"),
                     QKeySequence::Open, [this] { askForFile(); });
    m_do.save = make("save", tr("Save"), tr("Saves the session: every step, note and measurement"),
                     QKeySequence::Save, [this] { m_files->save(); });
    m_do.saveAs = make("save", tr("Save as…"), tr("Saves the session under another name"),
                       QKeySequence(tr("Ctrl+Shift+S")), [this] { m_files->saveAs(); });
    m_do.saveWhole = make("save", tr("Save with manifolds…"),
                          tr("Saves a session that holds its manifolds, for another machine"), {},
                          [this] { m_files->saveWhole(); });
    m_do.exportFigure = make("export-figure", tr("Export figure…"),
                             tr("Writes what is shown as SVG, PDF or PNG, for paper or a slide"),
                             QKeySequence(tr("Ctrl+E")), [this] { exportFigure(); });
    m_do.exportNumbers = make("table", tr("Export numbers…"),
                              tr("Writes all measurements as CSV"), {},
                              [this] { m_compression->exportNumbersAs(); });
    m_do.exportCheckpoint = make("export-checkpoint", tr("Export checkpoint…"),
                                 tr("Writes networks of this manifold that PyTorch and others load"),
                                 QKeySequence(tr("Ctrl+Shift+E")), [this] { askForCheckpoint(); });
    m_do.quit = make("quit", tr("Quit"), tr("Ends the program"), QKeySequence::Quit,
                     [this] { close(); });
    m_do.preferences = make("preferences", tr("Preferences…"),
                            tr("Theme, threads, data folders and cache"),
                            QKeySequence(tr("Ctrl+,")), [this] { askForPreferences(); });
    m_do.pin = make("pin", tr("Pin A"), tr("Keeps the current sample as A to compare with"),
                    QKeySequence(tr("Ctrl+P")), [this] {
                        if (showsWeightSpace()) {
                            const bool pinned = m_session.state().zoo && m_session.state().zoo->pinned;
                            m_session.perform(pinned ? Action(UnpinModel{}) : Action(PinModel{}));
                        } else if (m_session.state().pinned) {
                            m_session.perform(UnpinSample{});
                        } else {
                            m_session.perform(PinSample{});
                        }
                        stateChanged();
                    });
    m_do.pin->setCheckable(true);
    m_do.swap = make("swap", tr("Swap A and B"), tr("Exchanges the pinned and the current sample"),
                     QKeySequence(tr("Ctrl+Shift+P")),
                     [this] {
                         m_session.perform(showsWeightSpace() ? Action(SwapModels{})
                                                              : Action(SwapPinned{}));
                     });
    m_do.fullSize = make("full-size", tr("Full size"), tr("Goes to the largest trained size"),
                         QKeySequence(tr("Ctrl+0")), [this] {
                             m_session.perform(
                                 SetConfiguration{m_session.state().manifold->family.full});
                         });
    m_do.byClass = make("matrix", tr("Accuracy by class…"),
                        tr("Confusion matrix and accuracy of each class"),
                        QKeySequence(tr("Ctrl+M")), [this] { m_morph->showConfusion(); });
    m_do.sweep = make("sweep", tr("Sweep all sizes"),
                      tr("Measures widths and depths through the trained range and past it"),
                      QKeySequence(tr("Ctrl+R")), [this] {
                          m_pages->setCurrentWidget(m_compression);
                          m_compression->startSweep(true);
                      });
    m_do.present = make("present", tr("Present"),
                        tr("Shows the pages of this lesson on the whole screen"),
                        QKeySequence(tr("F5")), [this] { presentSession(); });
    m_do.makeLesson = make("lesson", tr("Make a lesson from what you did…"),
                           tr("Groups the steps of this session into pages with text and questions"),
                           {}, [this] { editLesson(); });
    m_do.about = make("about", tr("About Morphospace"), tr("Versions, how to cite, licence"),
                      QKeySequence::HelpContents, [this] {
                          AboutDialog dialog(this);
                          dialog.exec();
                      });
    m_do.undo = make("undo", tr("Undo"), tr("Takes the last step back"), QKeySequence::Undo,
                     [this] { m_session.undo(); });
    m_do.redo = make("redo", tr("Redo"), tr("Makes the step again that was taken back"),
                     QKeySequence::Redo, [this] { m_session.redo(); });
}

void MainWindow::buildMenus()
{
    auto* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_do.open);
    auto* bundled = file->addMenu(tr("Bundled manifolds"));
    for (const BundledManifold& manifold : bundledManifolds()) {
        bundled->addAction(manifold.title, this, [this, path = manifold.file] { openFile(path); });
    }
    bundled->setEnabled(!bundled->isEmpty());
    auto* zoos = file->addMenu(tr("Bundled zoos"));
    for (const BundledManifold& zoo : bundledZoos()) {
        zoos->addAction(zoo.title, this, [this, path = zoo.file] { openFile(path); });
    }
    zoos->setEnabled(!zoos->isEmpty());
    auto* sessions = file->addMenu(tr("Bundled sessions"));
    for (const BundledManifold& session : bundledSessions()) {
        sessions->addAction(session.title, this, [this, path = session.file] { openFile(path); });
    }
    sessions->setEnabled(!sessions->isEmpty());
    m_recent = file->addMenu(tr("Recent files"));
    file->addSeparator();
    file->addAction(m_do.save);
    file->addAction(m_do.saveAs);
    file->addAction(m_do.saveWhole);
    file->addSeparator();
    file->addAction(m_do.exportFigure);
    file->addAction(m_do.exportNumbers);
    file->addAction(m_do.exportCheckpoint);
    file->addSeparator();
    file->addAction(m_do.quit);

    auto* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_do.undo);
    edit->addAction(m_do.redo);
    edit->addSeparator();
    edit->addAction(m_do.preferences);

    auto* sample = menuBar()->addMenu(tr("&Sample"));
    sample->addAction(m_do.pin);
    sample->addAction(m_do.swap);
    sample->addAction(m_do.fullSize);
    sample->addSeparator();
    sample->addAction(m_do.byClass);
    sample->addAction(m_do.sweep);

    m_view = menuBar()->addMenu(tr("&View"));
    const auto page = [this](const QString& name, int index) {
        m_view->addAction(name, QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)), this,
                          [this, index] { m_pages->setCurrentIndex(index); });
    };
    page(tr("Morph"), 0);
    page(tr("Compression"), 1);
    page(tr("Smoothness"), 2);
    page(tr("Landscape"), 3);
    page(tr("Weight space"), 4);
    m_view->addSeparator();
    auto* themes = m_view->addMenu(icon(QStringLiteral("theme")), tr("Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, ThemeChoice> choices[] = {{tr("As the desktop"), ThemeChoice::System},
                                                       {tr("Light"), ThemeChoice::Light},
                                                       {tr("Dark"), ThemeChoice::Dark}};
    for (const auto& [name, choice] : choices) {
        auto* action = themes->addAction(name, this, [this, theme = choice] { chooseTheme(theme); });
        action->setCheckable(true);
        group->addAction(action);
        m_do.themes[choice] = action;
    }
    m_view->addSeparator();

    buildLessonsMenu();
    auto* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_do.about);
}

void MainWindow::buildToolBar()
{
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_do.open);
    bar->addAction(m_do.save);
    bar->addSeparator();
    bar->addAction(m_do.undo);
    bar->addAction(m_do.redo);
    bar->addSeparator();
    bar->addAction(m_do.pin);
    bar->addAction(m_do.swap);
    bar->addSeparator();
    bar->addAction(m_do.exportFigure);
    bar->addAction(m_do.exportCheckpoint);
    bar->addSeparator();
    bar->addAction(m_do.present);
    for (QAction* action : {m_do.save, m_do.undo, m_do.redo, m_do.swap}) {
        if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action))) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
    }
    for (QAction* action : bar->actions()) {
        if (QWidget* button = bar->widgetForAction(action)) {
            button->setObjectName(QStringLiteral("tool-") + action->objectName());
            const auto name = [action, button] {
                button->setAccessibleName(action->text());
                button->setAccessibleDescription(action->toolTip());
            };
            name();
            connect(action, &QAction::changed, button, name);
        }
    }
    keepWordsWhereRoom(bar);
    m_view->addAction(bar->toggleViewAction());
}

void MainWindow::buildDocks()
{
    const auto dock = [this](const QString& title, const char* name, QWidget* content,
                             Qt::DockWidgetArea area) {
        auto* widget = new QDockWidget(title, this);
        widget->setObjectName(QString::fromLatin1(name));
        widget->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable
                            | QDockWidget::DockWidgetClosable);
        widget->setWidget(content);
        addDockWidget(area, widget);
        m_view->addAction(widget->toggleViewAction());
        return widget;
    };
    m_configuration = new ConfigurationPanel(m_session);
    m_inspector = new InspectorPanel(m_session, m_images, m_live);
    m_weightSpaceControls = new WeightSpaceControls(m_session, m_weightSpace);
    m_leftDock = new QStackedWidget;
    m_leftDock->addWidget(m_configuration);
    m_leftDock->addWidget(m_weightSpaceControls);
    m_rightDock = new QStackedWidget;
    m_rightDock->addWidget(m_inspector);
    m_rightDock->addWidget(new WeightSpaceInspector(m_session, m_weightSpace));
    followShownPage(m_leftDock);
    followShownPage(m_rightDock);
    auto* left = dock(tr("Configuration"), "configuration", m_leftDock, Qt::LeftDockWidgetArea);
    auto* right = dock(tr("Inspector"), "inspector", m_rightDock, Qt::RightDockWidgetArea);
    auto* journal = dock(tr("Journal"), "journal", new JournalPanel(m_session, m_replayer),
                         Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({left, right}, {262, 236}, Qt::Horizontal);
    resizeDocks({journal}, {132}, Qt::Vertical);
    statusBar()->addPermanentWidget(new JobsBar(m_jobs), 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::fillRecent()
{
    if (m_recent == nullptr) {
        return;
    }
    m_recent->clear();
    for (const QString& file : m_preferences.recentFiles) {
        auto* action = m_recent->addAction(QFileInfo(file).fileName(), this,
                                           [this, file] { openFile(file.toStdU16String()); });
        action->setToolTip(file);
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!m_recent->isEmpty());
}

} // namespace morphospace
