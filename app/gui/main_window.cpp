// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/main_window.h"

#include "app/gui/about_dialog.h"
#include "app/gui/preferences_dialog.h"
#include "app/gui/present_window.h"
#include "core/base/error.h"
#include "core/datasets/library.h"
#include "widgets/checkpoint/checkpoint_dialog.h"
#include "widgets/compression/compression_page.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/jobs/jobs_bar.h"
#include "widgets/lesson/lesson_editor.h"
#include "widgets/language/core_text.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/shown_page.h"
#include "widgets/shared/spoken.h"
#include "widgets/shared/view_state.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/smoothness/smoothness_page.h"
#include "widgets/weightspace/weight_space_page.h"
#include "widgets/welcome/welcome_page.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSignalBlocker>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace morphospace {
namespace {

const QStringList pageNames{QStringLiteral("morph"), QStringLiteral("compression"),
                            QStringLiteral("smoothness"), QStringLiteral("landscape"),
                            QStringLiteral("weightspace")};
constexpr int weightSpaceIndex = 4;

/// The documents of this person, or their home where they keep none.
QString folderForFiles()
{
    const QString documents =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

MainWindow::MainWindow(Preferences preferences, bool remembers,
                       std::optional<LanguageChoice> language, QWidget* parent)
    : QMainWindow(parent)
    , m_preferences(std::move(preferences))
    , m_remembers(remembers)
    , m_languageForNow(language)
    , m_images(m_jobs)
    , m_live(m_session, m_images, m_jobs)
    , m_sweep(m_session, m_images, m_jobs)
    , m_smoothness(m_session, m_images, m_jobs)
    , m_landscape(m_session, m_images, m_measurements, m_jobs)
    , m_weightSpace(m_session, m_jobs)
    , m_replayer(m_session, m_live)
    , m_checkpoints(m_jobs)
    , m_checkpointFolder(folderForFiles())
{
    installSpokenViews();
    setWindowTitle(QStringLiteral("Morphospace"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    applyLanguage(languageNow());
    setLocale(QLocale());
    buildModels();
    buildViews();
    buildSession();

    connect(&m_session, &SessionModel::manifoldChanged, this, &MainWindow::manifoldChanged);
    connect(&m_session, &SessionModel::zooChanged, this, &MainWindow::manifoldChanged);
    connect(&m_session, &SessionModel::stateChanged, this, &MainWindow::stateChanged);
    connect(&m_session, &SessionModel::problem, this, &MainWindow::showProblem);
    connect(&m_images, &TestImages::changed, this, &MainWindow::imagesChanged);
    connect(&m_live, &LiveMorph::problem, this, &MainWindow::showProblem);
    connect(&m_checkpoints, &CheckpointExport::problem, this, &MainWindow::showProblem);
    connect(&m_checkpoints, &CheckpointExport::written, this, &MainWindow::checkpointWritten);
    connect(&m_checkpoints, &CheckpointExport::ended, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(&m_jobs, &JobBoard::failed, this, [this](const QString& name, const QString& error) {
        showProblem(tr("%1: %2").arg(name, error));
    });
    applyPreferences(m_preferences);
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    if (m_remembers) {
        restoreGeometry(m_preferences.geometry);
        restoreState(m_preferences.windowState);
    }
    manifoldChanged();
    stateChanged();
}

MainWindow::~MainWindow()
{
    // Views hold references to the session and the jobs, so that they go first.
    delete m_editor;
    qDeleteAll(findChildren<PresentWindow*>(Qt::FindDirectChildrenOnly));
    delete m_files;
    clearViews();
}

void MainWindow::buildModels()
{
    // Images are asked for before any page hears of a new manifold, so that no page shows old ones.
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] {
        m_images.require(m_session.manifold());
        m_measurements.setManifold(m_session.manifold());
    });
    connect(&m_live, &LiveMorph::measurementChanged, this, [this] {
        if (m_live.current() != nullptr && m_live.current()->measurement) {
            m_measurements.record(*m_live.current()->measurement);
        }
    });
    connect(&m_sweep, &Sweep::measured, &m_measurements, &MeasurementModel::record);
    connect(&m_landscape, &LandscapeModel::measured, &m_measurements, &MeasurementModel::record);
}

void MainWindow::buildViews()
{
    buildPages();
    buildActions();
    buildMenus();
    buildToolBar();
    buildDocks();
}

void MainWindow::clearViews()
{
    delete takeCentralWidget();
    delete menuBar();
    delete statusBar();
    for (QObject* child : QObjectList(children())) {
        if (qobject_cast<QDockWidget*>(child) != nullptr || qobject_cast<QToolBar*>(child) != nullptr
            || qobject_cast<QAction*>(child) != nullptr
            || qobject_cast<QActionGroup*>(child) != nullptr) {
            delete child;
        }
    }
    m_do = {};
    m_leftDock = nullptr;
    m_rightDock = nullptr;
}

void MainWindow::rebuildViews()
{
    const bool updates = updatesEnabled();
    setUpdatesEnabled(false);
    const QByteArray layout = saveState();
    const ViewState seen = viewState(*this);
    const MessageBar::Message message = m_messages->message();
    const bool confusion = m_morph->showsConfusion();
    clearViews();
    setLocale(QLocale());
    buildViews();
    // Until it is shown, the layout takes the middle of the window for empty and gives its room to the docks.
    centralWidget()->show();
    restoreState(layout);
    m_messages->showMessage(message);
    setImageLimit(m_imageLimit);
    showTheme();
    fillRecent();
    manifoldChanged();
    stateChanged();
    imagesChanged();
    restoreViewState(*this, seen);
    if (confusion) {
        m_morph->showConfusion();
    }
    setUpdatesEnabled(updates);
}

void MainWindow::buildPages()
{
    m_messages = new MessageBar;
    m_morph = new MorphPage(m_session, m_images, m_live);
    m_compression = new CompressionPage(m_session, m_images, m_live, m_measurements, m_sweep);
    m_pages = new QTabWidget;
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_morph, tr("Morph"));
    m_pages->addTab(m_compression, tr("Compression"));
    m_smoothnessPage = new SmoothnessPage(m_session, m_images, m_smoothness);
    m_pages->addTab(m_smoothnessPage, tr("Smoothness"));
    m_landscapePage = new LandscapePage(m_session, m_images, m_landscape);
    m_pages->addTab(m_landscapePage, tr("Landscape"));
    m_weightSpacePage = new WeightSpacePage(m_session, m_weightSpace);
    m_weightSpacePage->setProvenance([this] { return provenance(); });
    m_pages->addTab(m_weightSpacePage, tr("Weight space"));
    m_pages->setTabToolTip(weightSpaceIndex, tr("Many customised copies of one model as points of a space: walk, "
                                                "edit, sample and invert"));
    m_pages->setTabToolTip(3, tr("Accuracy over two sizes as a surface, the best sizes within a budget, "
                                 "and how alike sizes are"));
    m_pages->setTabToolTip(2, tr("The weights themselves, in two orders of channels or at two sizes"));
    m_pages->setTabToolTip(0, tr("The network as it is now, on real test images"));
    m_pages->setTabToolTip(1, tr("Every measurement against the size it saves"));
    m_pages->tabBar()->setAccessibleName(tr("Pages"));
    m_pages->tabBar()->setToolTip(tr("Chooses the page"));
    auto* welcome = new WelcomePage;
    m_center = new QStackedWidget;
    m_center->addWidget(welcome);
    m_center->addWidget(m_pages);
    followShownPage(m_center);
    followShownPage(m_pages->findChild<QStackedWidget*>());
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(10, 6, 10, 2);
    bar->addWidget(m_messages);
    column->addLayout(bar);
    column->addWidget(m_center, 1);
    setCentralWidget(central);

    connect(welcome, &WelcomePage::openWanted, this, &MainWindow::askForFile);
    connect(welcome, &WelcomePage::fileWanted, this,
            [this](const QString& file) { openFile(file.toStdU16String()); });
    connect(welcome, &WelcomePage::lessonWanted, this,
            [this](const QString& file) { presentFile(file.toStdU16String()); });
    connect(m_morph, &MorphPage::folderWanted, this, &MainWindow::askForFolder);
    connect(m_compression, &CompressionPage::problem, this, &MainWindow::showProblem);
    connect(m_compression, &CompressionPage::told, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(m_compression, &CompressionPage::figureWanted, this, &MainWindow::exportFigure);
    connect(m_smoothnessPage, &SmoothnessPage::problem, this, &MainWindow::showProblem);
    // In the status bar: a bar over the page would take its height from the figure.
    connect(m_smoothnessPage, &SmoothnessPage::told, this,
            [this](const QString& text) { statusBar()->findChild<JobsBar*>()->tell(text); });
    connect(m_smoothnessPage, &SmoothnessPage::figureWanted, this, &MainWindow::exportFigure);
    connect(m_landscapePage, &LandscapePage::problem, this, &MainWindow::showProblem);
    connect(m_landscapePage, &LandscapePage::told, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(m_landscapePage, &LandscapePage::figureWanted, this, &MainWindow::exportFigure);
    connect(m_weightSpacePage, &WeightSpacePage::problem, this, &MainWindow::showProblem);
    connect(m_weightSpacePage, &WeightSpacePage::told, this, [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Note, text);
    });
    connect(m_weightSpacePage, &WeightSpacePage::figureWanted, this, &MainWindow::exportFigure);
    connect(m_weightSpacePage, &WeightSpacePage::openWanted, this, &MainWindow::askForFile);
    connect(m_weightSpacePage, &WeightSpacePage::fileWanted, this,
            [this](const QString& file) { openFile(file.toStdU16String()); });
    connect(m_pages, &QTabWidget::currentChanged, this, [this](int index) {
        showDocksOfPage();
        m_session.perform(ShowPage{pageNames[index].toStdString()});
    });
}

void MainWindow::setImageLimit(std::size_t images)
{
    m_imageLimit = images;
    m_live.setImageLimit(images);
    m_compression->setImageLimit(images);
    m_smoothnessPage->setImageLimit(images);
    m_landscapePage->setImageLimit(images);
}

void MainWindow::exportCheckpoint(const std::filesystem::path& file)
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const SessionState& state = m_session.state();
    try {
        CheckpointOrder order;
        order.items = checkpointItems({state.current}, file);
        order.sample = {state.averaging, 1.0, manifold->seed};
        order.cards = false;
        m_checkpoints.start(manifold, std::move(order));
    } catch (const Error& error) {
        showProblem(errorText(error));
    }
}

void MainWindow::manifoldChanged()
{
    const bool manifold = m_session.manifold() != nullptr;
    // A zoo needs no manifold: the other pages wait for one.
    {
        const QSignalBlocker quiet(m_pages);
        for (int index = 0; index < weightSpaceIndex; ++index) {
            m_pages->setTabEnabled(index, manifold || !m_session.zoo());
        }
    }
    turnAsOne([this, manifold] {
        m_center->setCurrentIndex(manifold || m_session.zoo() ? 1 : 0);
        showDocksOfPage();
    });
    nameWindow();
}

bool MainWindow::showsWeightSpace() const
{
    return m_center->currentIndex() == 1 && m_pages->currentIndex() == weightSpaceIndex;
}

void MainWindow::turnAsOne(const std::function<void()>& change)
{
    if (!layout()->isEnabled()) {
        change();   // part of a turn
        return;
    }
    // What is shown is laid out at once, dock by dock. Until the last one has changed, a new dock stands
    // beside what the old page needed, and a window that became wider for that would stay so.
    layout()->setEnabled(false);
    change();
    // A layout hears from a child by an event; so from the inside out.
    for (QWidget* part : {static_cast<QWidget*>(m_pages->currentWidget()->parentWidget()),
                          static_cast<QWidget*>(m_leftDock), static_cast<QWidget*>(m_rightDock)}) {
        for (QWidget* around = part; around != nullptr && around != this; around = around->parentWidget()) {
            QCoreApplication::sendPostedEvents(around, QEvent::LayoutRequest);
        }
    }
    layout()->setEnabled(true);
    layout()->activate();
}

void MainWindow::showDocksOfPage()
{
    if (m_leftDock != nullptr) {
        turnAsOne([this] {
            m_leftDock->setCurrentIndex(showsWeightSpace() ? 1 : 0);
            m_rightDock->setCurrentIndex(showsWeightSpace() ? 1 : 0);
        });
    }
    stateChanged();
}

void MainWindow::stateChanged()
{
    const SessionState& state = m_session.state();
    const bool open = m_session.manifold() != nullptr;
    const bool zoo = m_session.zoo() != nullptr && state.zoo.has_value();
    for (QAction* action : {m_do.exportNumbers, m_do.fullSize, m_do.byClass, m_do.sweep}) {
        action->setEnabled(open);
    }
    m_do.exportFigure->setEnabled(open || zoo);
    const qsizetype page = pageNames.indexOf(QString::fromStdString(state.page));
    const qsizetype shown = open ? page : qsizetype(weightSpaceIndex);
    if (shown >= 0 && (open || zoo) && m_pages->currentIndex() != int(shown)) {
        // Without a manifold there is one page to show, whatever the session says.
        turnAsOne([this, shown] {
            const QSignalBlocker quiet(m_pages);
            m_pages->setCurrentIndex(int(shown));
            m_leftDock->setCurrentIndex(showsWeightSpace() ? 1 : 0);
            m_rightDock->setCurrentIndex(showsWeightSpace() ? 1 : 0);
        });
    }
    // A and B are those of the page that is seen.
    const bool space = showsWeightSpace();
    const bool pinned = space ? zoo && state.zoo->pinned : state.pinned.has_value();
    m_do.exportCheckpoint->setEnabled(space ? zoo : open);
    m_do.pin->setEnabled(space ? zoo : open);
    m_do.swap->setEnabled(pinned && (space ? zoo : open));
    m_do.present->setEnabled(m_session.isLesson());
    m_do.makeLesson->setEnabled(open);
    m_do.pin->setChecked(pinned);
    m_do.pin->setText(pinned ? tr("Unpin A") : tr("Pin A"));
}

void MainWindow::imagesChanged()
{
    m_do.sweep->setEnabled(m_images.images() != nullptr);
    m_do.byClass->setEnabled(m_images.images() != nullptr);
    const auto manifold = m_session.manifold();
    // Without a folder the page itself asks for one; with a folder something is wrong with it.
    if (manifold && !m_images.missing().isEmpty()
        && m_preferences.dataFolders.contains(QString::fromStdString(manifold->dataset))) {
        showProblem(m_images.missing());
    }
}

void MainWindow::showProblem(const QString& text)
{
    m_messages->showMessage(MessageBar::Kind::Problem, text);
    Q_EMIT problem(text);
}

void MainWindow::askForFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open"), QString(),
        tr("Manifolds, zoos, sessions, figures and checkpoints "
           "(*.manifold *.zoo *.morph *.png *.svg *.pdf *.safetensors);;"
           "Weight manifolds (*.manifold);;Zoos (*.zoo);;Sessions (*.morph);;All files (*)"));
    if (!file.isEmpty()) {
        openFile(file.toStdU16String());
    }
}

void MainWindow::askForFolder(const QString& dataset)
{
    const QString title = QString::fromStdString(datasetTitle(dataset.toStdString()));
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder with %1").arg(title), m_preferences.dataFolders.value(dataset));
    if (!folder.isEmpty()) {
        setFolder(dataset, folder);
    }
}

void MainWindow::setFolder(const QString& dataset, const QString& folder)
{
    const bool again = m_preferences.dataFolders.value(dataset) == folder;
    m_preferences.dataFolders[dataset] = folder;
    remember();
    m_messages->dismiss();
    m_images.setFolder(dataset.toStdString(), folder.toStdU16String());
    m_landscape.setFolder(dataset.toStdString(), folder.toStdU16String());
    if (again) {
        m_images.require(m_session.manifold());   // its files may have come meanwhile
    }
}

void MainWindow::askForCheckpoint()
{
    if (showsWeightSpace()) {
        m_weightSpacePage->exportAs();
    } else {
        askForNetworks();
    }
}

void MainWindow::askForNetworks(const QString& folder)
{
    const auto manifold = m_session.manifold();
    if (!manifold) {
        return;
    }
    const SessionState& state = m_session.state();
    const auto name = std::filesystem::path(state.manifold->file).stem().u16string();
    CheckpointDialog dialog({manifold, state.current, state.pinned, state.averaging,
                             m_images.images(), QString::fromStdU16String(name),
                             folder.isEmpty() ? m_checkpointFolder : folder},
                            this);
    if (dialog.exec() == QDialog::Accepted) {
        m_checkpointFolder = dialog.folder();
        m_checkpoints.start(manifold, dialog.order());
    }
}

void MainWindow::askForPreferences()
{
    // What is seen is what the dialog shows; a theme of this run only is kept by not touching it.
    Preferences seen = m_preferences;
    seen.theme = themeNow();
    seen.language = languageNow();
    PreferencesDialog dialog(seen, this);
    if (dialog.exec() == QDialog::Accepted) {
        Preferences chosen = dialog.preferences();
        if (chosen.theme != seen.theme) {
            m_themeForNow.reset();
        } else {
            chosen.theme = m_preferences.theme;
        }
        if (chosen.language != seen.language) {
            m_languageForNow.reset();
        } else {
            chosen.language = m_preferences.language;
        }
        applyPreferences(chosen);
        remember();
    }
}

void MainWindow::chooseTheme(ThemeChoice theme)
{
    m_themeForNow.reset();
    m_preferences.theme = theme;
    showTheme();
    remember();
}

void MainWindow::showTheme()
{
    applyTheme(*qApp, themeNow());
    for (const auto& [theme, action] : m_do.themes) {
        action->setChecked(theme == themeNow());
    }
}

void MainWindow::showForNow(std::optional<ThemeChoice> theme, std::optional<QSize> size)
{
    if (theme) {
        m_themeForNow = theme;
        showTheme();
    }
    if (size) {
        m_sizeForNow = true;
        resize(*size);
    }
}

void MainWindow::applyPreferences(const Preferences& preferences)
{
    m_preferences = preferences;
    showTheme();
    if (applyLanguage(languageNow())) {
        rebuildViews();
    }
    m_live.setCacheBytes(std::size_t(preferences.cacheMegabytes) << 20);
    // Those without a folder too: one may have been taken away.
    for (const std::string& dataset : knownDatasets()) {
        const std::filesystem::path folder =
            preferences.dataFolders.value(QString::fromStdString(dataset)).toStdU16String();
        m_images.setFolder(dataset, folder);
        m_landscape.setFolder(dataset, folder);
    }
    fillRecent();
}

void MainWindow::remember()
{
    if (m_remembers) {
        QSettings settings;
        savePreferences(m_preferences, settings);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayGoOn()) {
        event->ignore();
        return;
    }
    m_files->finish();
    rememberLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::endNow()
{
    m_files->end();
    rememberLayout();
    QCoreApplication::exit(0);
}

void MainWindow::rememberLayout()
{
    if (!m_sizeForNow) {
        m_preferences.geometry = saveGeometry();
    }
    m_preferences.windowState = saveState();
    remember();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
        openFile(event->mimeData()->urls().first().toLocalFile().toStdU16String());
    }
}

} // namespace morphospace
