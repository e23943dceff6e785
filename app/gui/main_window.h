// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/preferences.h"
#include "app/gui/session_files.h"
#include "widgets/checkpoint/checkpoint_export_job.h"
#include "widgets/compression/sweep.h"
#include "widgets/figure/figure.h"
#include "widgets/journal/replayer.h"
#include "widgets/model/job_board.h"
#include "widgets/model/live_morph.h"
#include "widgets/model/measurement_model.h"
#include "widgets/model/session_model.h"
#include "widgets/model/test_images.h"
#include "widgets/landscape/landscape_model.h"
#include "widgets/smoothness/smoothness_model.h"
#include "widgets/weightspace/weight_space_model.h"

#include <QMainWindow>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>

class QAction;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace morphospace {

class CompressionPage;
class ConfigurationPanel;
class InspectorPanel;
class JobsBar;
class LessonEditor;
class MessageBar;
class MorphPage;
class PresentWindow;
class LandscapePage;
class SmoothnessPage;
class WeightSpaceControls;
class WeightSpacePage;

/// The window: pages in the middle, docks around them, jobs in the status bar. It owns the session
/// and everything that works on it. Views hold nothing that they could not read there again: when
/// the language changes, the window makes all of them anew.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `remembers`: preferences are written back when they change and the window closes.
    /// `language`: of this run only, whatever the preferences say.
    MainWindow(Preferences preferences, bool remembers,
               std::optional<LanguageChoice> language = std::nullopt, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a manifold or a zoo as a step of this session; a session, or the figure that one made, in its
    /// place. Reads the file in a job; opened() or problem() follow. What was open stays until then, and
    /// stays for good when the file cannot be opened.
    void openFile(const std::filesystem::path& file);
    /// Measures on the first images of the measuring order only; 0: on all.
    void setImageLimit(std::size_t images);
    /// Shows things as these preferences say, from now on.
    void applyPreferences(const Preferences& preferences);
    /// Theme and size as the command line asks for them: of this run only, not remembered.
    void showForNow(std::optional<ThemeChoice> theme, std::optional<QSize> size);

    /// Asks about sessions that ended without being closed, whose logs lie in `folder`.
    void offerRecovery(const std::filesystem::path& folder);
    /// Keeps a recovery log in `folder` from now on.
    void keepRecovery(const std::filesystem::path& folder);
    /// Ends the program without a question, as whoever asks it to end from outside expects.
    void endNow();
    /// Offers to open `file` once the session is here that is being opened now.
    void openInstead(const std::filesystem::path& file);

    [[nodiscard]] SessionModel& session() { return m_session; }
    [[nodiscard]] SessionFiles& files() { return *m_files; }
    [[nodiscard]] TestImages& images() { return m_images; }
    [[nodiscard]] LiveMorph& live() { return m_live; }
    [[nodiscard]] JobBoard& jobs() { return m_jobs; }
    [[nodiscard]] MorphPage* morphPage() const { return m_morph; }
    [[nodiscard]] CompressionPage* compressionPage() const { return m_compression; }
    [[nodiscard]] SmoothnessPage* smoothnessPage() const { return m_smoothnessPage; }
    [[nodiscard]] LandscapePage* landscapePage() const { return m_landscapePage; }
    [[nodiscard]] LandscapeModel& landscape() { return m_landscape; }
    [[nodiscard]] SmoothnessModel& smoothness() { return m_smoothness; }
    [[nodiscard]] WeightSpacePage* weightSpacePage() const { return m_weightSpacePage; }
    [[nodiscard]] WeightSpaceControls* weightSpaceControls() const { return m_weightSpaceControls; }
    [[nodiscard]] WeightSpaceModel& weightSpace() { return m_weightSpace; }
    [[nodiscard]] ConfigurationPanel* configurationPanel() const { return m_configuration; }
    [[nodiscard]] InspectorPanel* inspectorPanel() const { return m_inspector; }
    [[nodiscard]] MessageBar* messages() const { return m_messages; }
    [[nodiscard]] const Preferences& preferences() const { return m_preferences; }

    /// Presents a lesson, from page `page` on (the first is 0), in a window of its own: this session
    /// stays as it is. presented() or problem() follow.
    void presentFile(const std::filesystem::path& file, int page = 0);
    void present(const SessionDocument& lesson, OpenedManifolds manifolds, int page = 0,
                 OpenedZoos zoos = {});
    /// This session itself, where it is a lesson.
    void presentSession(int page = 0);
    /// Opens the editor that makes a lesson of the steps of this session, or shows it again.
    LessonEditor* editLesson();
    /// Not on the full screen but in a window of this size.
    void setPresentSize(std::optional<QSize> size) { m_presentSize = size; }
    /// The lesson that is being presented; null where none is.
    [[nodiscard]] PresentWindow* presentWindow() const { return m_present; }

    /// What the pages offer as figures now, those of the page that is seen first.
    [[nodiscard]] std::vector<Figure> figures() const;
    /// Those of one page.
    [[nodiscard]] std::vector<Figure> figuresOf(const QWidget* page) const;
    /// Where what is shown now comes from, with the session that made it.
    [[nodiscard]] Provenance provenance() const;
    /// Opens the dialog that exports figures, at one of them where it is named.
    void exportFigure(const QString& name = {});
    /// Opens a dialog by its name (dialogNames()) as its menu or button does; "NAME:WITH" says what it
    /// begins with: a folder for checkpoints, the name of a figure, the file of a letter or a font.
    /// Returns when it is closed, at once where it is not modal. Throws Error where there is no such dialog,
    /// or nothing that it is about.
    void openDialog(const QString& wanted);

    /// Samples the current configuration and writes it in a job, in the format that the file's
    /// name asks for and without a card; checkpointWritten() or problem() follows.
    void exportCheckpoint(const std::filesystem::path& file);

Q_SIGNALS:
    void opened();
    void presented();
    void problem(const QString& text);
    void checkpointWritten(const QString& fileName);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildModels();
    void buildViews();
    void clearViews();
    /// All views in the language that is spoken now.
    void rebuildViews();
    void buildSession();
    void openManifold(const std::filesystem::path& file);
    void openZoo(const std::filesystem::path& file);
    /// Whether the Weight space page is the one that is shown.
    [[nodiscard]] bool showsWeightSpace() const;
    void showDocksOfPage();
    /// Pages and docks change in one step of the window's layout.
    void turnAsOne(const std::function<void()>& change);
    void noteUsed(const QString& file);
    void nameWindow();
    void nameWindowSoon();
    void keepOutcome();
    /// Tells where the numbers of the session were measured on other images than those here.
    void compareData();
    void buildActions();
    void buildMenus();
    void buildLessonsMenu();
    void buildToolBar();
    void buildDocks();
    void buildPages();
    void manifoldChanged();
    void stateChanged();
    void imagesChanged();
    void showProblem(const QString& text);
    void askForFile();
    void askForFolder(const QString& dataset);
    void askForCheckpoint();
    /// `folder`: that the files go to; empty: the one of last time.
    void askForNetworks(const QString& folder = {});
    void askForPreferences();
    void chooseTheme(ThemeChoice theme);
    void rememberLayout();
    void showTheme();
    [[nodiscard]] ThemeChoice themeNow() const
    {
        return m_themeForNow.value_or(m_preferences.theme);
    }
    [[nodiscard]] LanguageChoice languageNow() const
    {
        return m_languageForNow.value_or(m_preferences.language);
    }
    void setFolder(const QString& dataset, const QString& folder);
    void fillRecent();
    void remember();

    struct Actions {
        QAction* open = nullptr;
        QAction* save = nullptr;
        QAction* saveAs = nullptr;
        QAction* saveWhole = nullptr;
        QAction* exportFigure = nullptr;
        QAction* exportNumbers = nullptr;
        QAction* exportCheckpoint = nullptr;
        QAction* quit = nullptr;
        QAction* undo = nullptr;
        QAction* redo = nullptr;
        QAction* preferences = nullptr;
        QAction* pin = nullptr;
        QAction* swap = nullptr;
        QAction* fullSize = nullptr;
        QAction* byClass = nullptr;
        QAction* sweep = nullptr;
        QAction* present = nullptr;
        QAction* makeLesson = nullptr;
        QAction* about = nullptr;
        std::map<ThemeChoice, QAction*> themes;
    };

    Preferences m_preferences;
    bool m_remembers;
    std::optional<ThemeChoice> m_themeForNow;
    std::optional<LanguageChoice> m_languageForNow;
    bool m_sizeForNow = false;
    JobBoard m_jobs;
    SessionModel m_session;
    TestImages m_images;
    LiveMorph m_live;
    MeasurementModel m_measurements;
    Sweep m_sweep;
    SmoothnessModel m_smoothness;
    LandscapeModel m_landscape;
    WeightSpaceModel m_weightSpace;
    Replayer m_replayer;
    std::size_t m_imageLimit = 0;
    SessionFiles* m_files = nullptr;
    QTimer m_naming;
    CheckpointExport m_checkpoints;
    QString m_checkpointFolder;
    Actions m_do;
    QMenu* m_recent = nullptr;
    QMenu* m_view = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_center = nullptr;
    QTabWidget* m_pages = nullptr;
    MorphPage* m_morph = nullptr;
    CompressionPage* m_compression = nullptr;
    SmoothnessPage* m_smoothnessPage = nullptr;
    LandscapePage* m_landscapePage = nullptr;
    WeightSpacePage* m_weightSpacePage = nullptr;
    WeightSpaceControls* m_weightSpaceControls = nullptr;
    QStackedWidget* m_leftDock = nullptr;
    QStackedWidget* m_rightDock = nullptr;
    ConfigurationPanel* m_configuration = nullptr;
    InspectorPanel* m_inspector = nullptr;
    PresentWindow* m_present = nullptr;
    LessonEditor* m_editor = nullptr;
    std::optional<QSize> m_presentSize;
};

} // namespace morphospace
