// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figure/figure_fixtures.h"

#include "widgets/figure/figure_dialog.h"
#include "widgets/figure/figure_preview.h"
#include "widgets/shared/state_note.h"

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>

using namespace morphospace;

namespace {

constexpr int longWait = 60000; // only a broken program waits this long

template <class Widget>
Widget* named(QWidget& dialog, const QString& name)
{
    for (Widget* widget : dialog.findChildren<Widget*>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    qFatal("the dialog has no %s", qPrintable(name));
    return nullptr;
}

} // namespace

class TestFigureDialog : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<JobBoard> m_jobs;
    std::unique_ptr<FigureDialog> m_dialog;

    void makeDialog(const FigureChoice& choice = {})
    {
        m_dialog = std::make_unique<FigureDialog>(allFigures(FamilyKind::ResNet),
                                                  madeUpProvenance(), choice, *m_jobs);
        m_dialog->show();
    }

    [[nodiscard]] std::filesystem::path path(const QString& name) const
    {
        return m_folder.filePath(name).toStdU16String();
    }

    /// What is wrong is no small grey print: a sign, bold letters in the colour of what is wrong.
    static void looksWrong(const StateNote& note)
    {
        const QLabel& label = *note.label();
        QVERIFY(note.isVisible());
        QVERIFY(note.isProblem());
        QVERIFY(label.property("problem").toBool());
        QCOMPARE(label.palette().color(QPalette::WindowText), currentTheme().wrong);
        QVERIFY(label.font().weight() >= QFont::DemiBold);
        QCOMPARE(label.accessibleName(), QStringLiteral("Problem"));
        bool sign = false;
        for (const QLabel* part : note.findChildren<QLabel*>()) {
            sign = sign || (part->isVisible() && !part->pixmap(Qt::ReturnByValue).isNull());
        }
        QVERIFY(sign);
    }

    static void looksQuiet(const StateNote& note, const QString& name)
    {
        QVERIFY(!note.isProblem());
        QVERIFY(!note.label()->property("problem").toBool());
        QCOMPARE(note.label()->palette().color(QPalette::WindowText), currentTheme().muted);
        QVERIFY(note.label()->font().weight() < QFont::DemiBold);
        QCOMPARE(note.label()->accessibleName(), name);
    }

private Q_SLOTS:
    void init() { m_jobs = std::make_unique<JobBoard>(); }
    void cleanup()
    {
        m_dialog.reset();
        m_jobs.reset();
        applyTheme(*qApp, ThemeChoice::Light);
    }

    void everyControlHasANameAndATip()
    {
        makeDialog();
        QCOMPARE(unnamedControls(m_dialog.get()), QStringList());
    }

    void aPresetFitsEachFigure()
    {
        makeDialog();
        auto* what = named<QComboBox>(*m_dialog, QStringLiteral("Figure"));
        auto* size = named<QComboBox>(*m_dialog, QStringLiteral("Size"));
        QCOMPARE(what->count(), 7);
        QCOMPARE(size->count(), 4);
        for (int figure = 0; figure < what->count(); ++figure) {
            for (int preset = 0; preset < 3; ++preset) {
                what->setCurrentIndex(figure);
                size->setCurrentIndex(preset);
                const FigureChoice choice = m_dialog->choice();
                QCOMPARE(choice.preset, figurePresets()[std::size_t(preset)].name);
                QCOMPARE(choice.millimetres.width(),
                         figurePresets()[std::size_t(preset)].millimetres.width());
                QVERIFY2(m_dialog->cut().isEmpty(), qPrintable(m_dialog->cut().join(u'|')));
            }
        }
        // The preview is the page.
        const auto* preview = m_dialog->findChild<FigurePreview*>();
        QCOMPARE(preview->recording().texts(), m_dialog->page().recording.texts());
    }

    void editingTheSizeMakesItOwn()
    {
        makeDialog();
        auto* width = named<QDoubleSpinBox>(*m_dialog, QStringLiteral("Width"));
        width->setValue(123.5);
        QCOMPARE(m_dialog->choice().preset, QString::fromLatin1(ownSize));
        QCOMPARE(m_dialog->page().millimetres.width(), 123.5);
        // Far too small: it says so.
        named<QDoubleSpinBox>(*m_dialog, QStringLiteral("Height"))->setValue(20);
        named<QDoubleSpinBox>(*m_dialog, QStringLiteral("Text size"))->setValue(30);
        QVERIFY(!m_dialog->cut().isEmpty());
    }

    void whatIsWrongStandsOut_data() { pictures_data(); }

    void whatIsWrongStandsOut()
    {
        QFETCH(int, theme);
        applyTheme(*qApp, ThemeChoice(theme));
        FigureChoice matrix;
        matrix.figure = QStringLiteral("confusion");   // which has many texts
        makeDialog(matrix);
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QVERIFY(m_dialog->fit().isHidden());
        auto* text = named<QDoubleSpinBox>(*m_dialog, QStringLiteral("Text size"));
        text->setFocus();
        text->setValue(60);
        QVERIFY(m_dialog->cut().size() > 6);
        QVERIFY(m_dialog->fit().text().contains(m_dialog->cut().front().left(4)));
        QVERIFY(!m_dialog->fit().text().contains(u'…'));
        // Of many a few are named.
        QVERIFY(m_dialog->fit().text().contains(QStringLiteral("and others")));
        QVERIFY(m_dialog->fit().text().size() < 300);
        looksWrong(m_dialog->fit());
        QVERIFY(text->hasFocus());   // who types a number goes on typing
        text->setValue(7);
        QVERIFY2(m_dialog->fit().isHidden(), qPrintable(m_dialog->fit().text()));
        looksQuiet(m_dialog->fit(), QStringLiteral("Size"));

        auto* write = named<QPushButton>(*m_dialog, QStringLiteral("Export figure"));
        write->setFocus();
        QSignalSpy problem(m_dialog.get(), &FigureDialog::problem);
        m_dialog->writeTo(path(QStringLiteral("no/such/folder.svg")));
        looksQuiet(m_dialog->state(), QStringLiteral("State of the export"));
        QVERIFY(problem.wait(longWait));
        QCOMPARE(m_dialog->state().text(), problem[0][0].toString());
        looksWrong(m_dialog->state());
        QVERIFY(write->hasFocus());   // and may be pressed again
        text->setValue(60);
        QVERIFY(m_dialog->fit().isVisible());
        const QString folder = qEnvironmentVariable("MORPHOSPACE_KEEP_PICTURES");
        if (!folder.isEmpty()) {
            QCoreApplication::processEvents();
            QVERIFY(m_dialog->grab().save(
                QStringLiteral("%1/figure-dialog-wrong-%2.png").arg(folder, nameOf(ThemeChoice(theme)))));
        }
        text->setValue(8);
        QSignalSpy told(m_dialog.get(), &FigureDialog::told);
        m_dialog->writeTo(path(QStringLiteral("well.svg")));
        QVERIFY(told.wait(longWait));
        looksQuiet(m_dialog->state(), QStringLiteral("State of the export"));
        QVERIFY(m_dialog->state().text().contains(QStringLiteral("well.svg")));
    }

    void theLastChoiceComesBack()
    {
        FigureChoice choice;
        choice.figure = QStringLiteral("confusion");
        choice.preset = QString::fromLatin1(ownSize);
        choice.millimetres = {100, 80};
        choice.textPoints = 9;
        choice.dotsPerInch = 600;
        choice.format = FigureFormat::Png;
        choice.enclosed = Enclosed::Origin;
        makeDialog(choice);
        QVERIFY(m_dialog->choice() == choice);
        QCOMPARE(m_dialog->page().title, QStringLiteral("Confusion matrix"));
        QVERIFY(m_dialog->page().provenance->session.empty());
        choice.figure = QStringLiteral("gone"); // the first one is shown
        m_dialog->setChoice(choice);
        QCOMPARE(m_dialog->choice().figure, QStringLiteral("network"));
        choice.enclosed = Enclosed::Nothing;
        m_dialog->setChoice(choice);
        QVERIFY(!m_dialog->page().provenance.has_value());
    }

    void aPictureThatIsTooLargeIsNotOffered()
    {
        FigureChoice choice;
        choice.preset = QString::fromLatin1(ownSize);
        choice.millimetres = {1000, 1000};
        choice.dotsPerInch = 2400;
        choice.format = FigureFormat::Png;
        makeDialog(choice);
        QVERIFY(!named<QPushButton>(*m_dialog, QStringLiteral("Export figure"))->isEnabled());
        QVERIFY(!named<QPushButton>(*m_dialog, QStringLiteral("Copy figure"))->isEnabled());
        choice.format = FigureFormat::Pdf;
        m_dialog->setChoice(choice);
        QVERIFY(named<QPushButton>(*m_dialog, QStringLiteral("Export figure"))->isEnabled());
    }

    void filesAreWrittenByAJob()
    {
        makeDialog();
        QSignalSpy told(m_dialog.get(), &FigureDialog::told);
        QSignalSpy problem(m_dialog.get(), &FigureDialog::problem);
        for (const char* name : {"a.svg", "a.pdf", "a.png"}) {
            m_dialog->writeTo(path(QLatin1String(name)));
            QVERIFY(told.wait(longWait));
            QVERIFY(readProvenance(path(QLatin1String(name))) == madeUpProvenance());
        }
        m_dialog->writeNumbersTo(path(QStringLiteral("a.csv")));
        QVERIFY(told.wait(longWait));
        m_dialog->writeNumbersTo(path(QStringLiteral("a.json")));
        QVERIFY(told.wait(longWait));
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("a.csv"))));
        QCOMPARE(problem.size(), 0);
        m_dialog->writeTo(path(QStringLiteral("no/such/folder.svg")));
        QVERIFY(problem.wait(longWait));
        QVERIFY(problem[0][0].toString().contains(QStringLiteral("folder.svg")));
    }

    void aTypedEndingChoosesTheFormat()
    {
        makeDialog();
        QCOMPARE(m_dialog->choice().format, FigureFormat::Pdf);
        QCOMPARE(m_dialog->fileFor(QStringLiteral("/a/surf.svg")), QStringLiteral("/a/surf.svg"));
        QCOMPARE(m_dialog->choice().format, FigureFormat::Svg);
        QCOMPARE(m_dialog->fileFor(QStringLiteral("surf")), QStringLiteral("surf.svg"));
        QCOMPARE(m_dialog->fileFor(QStringLiteral("surf.PNG")), QStringLiteral("surf.PNG"));
        QCOMPARE(m_dialog->choice().format, FigureFormat::Png);
        QCOMPARE(m_dialog->fileFor(QStringLiteral("v1.2")), QStringLiteral("v1.2.png"));
    }

    void pixelsAreToldOfPixelsOnly()
    {
        makeDialog();
        auto* format = named<QComboBox>(*m_dialog, QStringLiteral("Format"));
        const auto says = [&] {
            for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
                if (label->text().contains(QStringLiteral("pixels at"))) {
                    return true;
                }
            }
            return false;
        };
        for (int index = 0; index < format->count(); ++index) {
            format->setCurrentIndex(index);
            QCOMPARE(says(), m_dialog->choice().format == FigureFormat::Png);
        }
    }

    void theClipboardHasPictureAndVectors()
    {
        makeDialog();
        QSignalSpy told(m_dialog.get(), &FigureDialog::told);
        m_dialog->copy();
        QVERIFY(told.wait(longWait));
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->imageData().value<QImage>().size(),
                 pixelsOf(m_dialog->choice().millimetres, 300));
        const QByteArray svg = data->data(QStringLiteral("image/svg+xml"));
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(provenanceOf(svg) == madeUpProvenance());
    }

    void closingWhileAJobRunsIsSafe()
    {
        makeDialog();
        QSignalSpy ended(m_jobs.get(), &JobBoard::ended);
        m_dialog->writeTo(path(QStringLiteral("late.png")));
        m_dialog.reset();
        QVERIFY(ended.wait(longWait));
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("late.png"))));
    }

    void pictures_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
    }

    /// The dialog in both themes: its page is white in both.
    void pictures()
    {
        QFETCH(int, theme);
        applyTheme(*qApp, ThemeChoice(theme));
        makeDialog();
        const QImage image = m_dialog->grab().toImage();
        const auto* preview = m_dialog->findChild<FigurePreview*>();
        const QPoint middle = preview->mapTo(m_dialog.get(), preview->rect().center());
        bool white = false;
        for (int x = -60; x < 60; ++x) {
            white = white || image.pixelColor(middle + QPoint(x, -40)) == QColor(Qt::white);
        }
        QVERIFY(white);
        const QString folder = qEnvironmentVariable("MORPHOSPACE_KEEP_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(image.save(
                QStringLiteral("%1/figure-dialog-%2.png").arg(folder, nameOf(ThemeChoice(theme)))));
        }
    }
};

int main(int argc, char** argv)
{
    return runGuiTest<TestFigureDialog>(argc, argv);
}

#include "tst_figure_dialog.moc"
