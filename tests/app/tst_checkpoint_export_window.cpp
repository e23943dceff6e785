// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Export checkpoint…" of the real window, from the menu to the files.
#include "tests/widgets/fixtures.h"

#include "app/gui/main_window.h"
#include "core/formats/safetensors.h"
#include "widgets/checkpoint/checkpoint_dialog.h"
#include "widgets/shared/message_bar.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

using namespace morphospace;

namespace {

constexpr int longWait = 60000; // only a broken program waits this long

} // namespace

class TestCheckpointExportWindow : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    [[nodiscard]] QAction* action() const
    {
        for (auto* candidate : m_window->findChildren<QAction*>()) {
            if (candidate->text() == QStringLiteral("Export checkpoint…")) {
                return candidate;
            }
        }
        qFatal("no such action");
    }

    /// Triggers the action and does `act` with the dialog that it opens.
    void withDialog(const std::function<void(CheckpointDialog&)>& act)
    {
        bool seen = false;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto* dialog = qobject_cast<CheckpointDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            seen = true;
            act(*dialog);
            dialog->close(); // where it is still open
        });
        action()->trigger();
        QVERIFY(seen);
    }

    [[nodiscard]] static QLineEdit* field(const CheckpointDialog& dialog, const char* name)
    {
        for (auto* edit : dialog.findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == QLatin1String(name)) {
                return edit;
            }
        }
        qFatal("no field '%s'", name);
    }

    [[nodiscard]] QStringList listing() const
    {
        return QDir(m_folder.filePath("out")).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir(m_folder.path()).mkdir("out")); }

    void init()
    {
        m_window = std::make_unique<MainWindow>(Preferences{}, false);
        m_window->show();
        const auto manifold = untrainedManifold(FamilyKind::ResNet);
        const std::filesystem::path file = m_folder.filePath("good.manifold").toStdString();
        writeManifold(*manifold, file);
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openFile(file);
        QVERIFY(opened.wait(longWait));
        m_window->images().provide(randomImages(FamilyKind::ResNet, 100));
    }

    void cleanup() { m_window.reset(); }

    void fromTheMenuToTheFiles()
    {
        m_window->session().perform(PinSample{});
        m_window->session().perform(SetConfiguration{{{3, 7, 12}, {1, 2, 1}}});
        QSignalSpy written(m_window.get(), &MainWindow::checkpointWritten);
        withDialog([this](CheckpointDialog& dialog) {
            field(dialog, "Folder")->setText(m_folder.filePath("out"));
            QCOMPARE(field(dialog, "Name")->text(), QStringLiteral("good")); // the manifold's file
            QCOMPARE(dialog.problem(), QString());
            dialog.accept();
        });
        QVERIFY(written.wait(longWait));
        const QString name = QStringLiteral("good-3-7-12_1-2-1.safetensors");
        QCOMPARE(written[0][0].toString(), name);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->messages()->text().contains(name), longWait);
        QCOMPARE(listing(), (QStringList{name, name + ".md"}));
        const StoredFile stored = readSafetensors(m_folder.filePath("out/" + name).toStdString());
        QCOMPARE(stored.metadata.at("configuration"), std::string("3-7-12 x 1-2-1"));
        QCOMPARE(stored.metadata.at("manifold"), m_window->session().manifold()->hash);

        // The folder is kept for the next time.
        withDialog([this](CheckpointDialog& dialog) {
            QCOMPARE(dialog.folder(), m_folder.filePath("out"));
        });
    }

    void cancelWritesNothing()
    {
        const QStringList before = listing();
        withDialog([this](CheckpointDialog& dialog) {
            field(dialog, "Folder")->setText(m_folder.filePath("out"));
            field(dialog, "Name")->setText("other");
            dialog.reject();
        });
        for (const auto& [id, status] : m_window->jobs().active()) {
            QVERIFY2(!status.name.starts_with("Writing"), status.name.c_str());
        }
        QCOMPARE(listing(), before);
    }

    void aScriptExportsByName()
    {
        QSignalSpy written(m_window.get(), &MainWindow::checkpointWritten);
        m_window->exportCheckpoint(m_folder.filePath("script.onnx").toStdString());
        QVERIFY(written.wait(longWait));
        QVERIFY(QFile::exists(m_folder.filePath("script.onnx")));
        QVERIFY(!QFile::exists(m_folder.filePath("script.onnx.md")));
        QSignalSpy problem(m_window.get(), &MainWindow::problem);
        m_window->exportCheckpoint(m_folder.filePath("script.zip").toStdString());
        QCOMPARE(problem.size(), 1);
        QVERIFY(problem[0][0].toString().contains(".onnx"));
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestCheckpointExportWindow>(argc, argv);
}

#include "tst_checkpoint_export_window.moc"
