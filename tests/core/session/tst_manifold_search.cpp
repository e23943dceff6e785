// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/session/manifold_search.h"
#include "random_actions.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace morphospace;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

ManifoldReference referenceTo(const std::string& content, const std::string& name)
{
    ManifoldReference reference = resNetReference();
    reference.hash = sha256(std::as_bytes(std::span(content)));
    reference.file = name;
    return reference;
}

} // namespace

class TestManifoldSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void byContentWhereverItLies();
    void besideTheSessionUnderAnotherName();
    void belowTheSession();
    void aChangedFileIsNeverTaken();
    void nothingThere();
    void namesInASession_data();
    void namesInASession();

private:
    [[nodiscard]] fs::path path() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestManifoldSearch::byContentWhereverItLies()
{
    write(path() / "bundled/a.manifold", "other");
    write(path() / "recent/renamed.manifold", "wanted");
    const FoundManifold found = findManifold(
        referenceTo("wanted", "a.manifold"),
        {{path() / "gone", path() / "bundled/a.manifold", path() / "recent/renamed.manifold"}, {}});
    QVERIFY(found.file == path() / "recent/renamed.manifold");
}

void TestManifoldSearch::besideTheSessionUnderAnotherName()
{
    write(path() / "session/renamed.manifold", "wanted");
    write(path() / "session/b.manifold", "other");
    const FoundManifold found =
        findManifold(referenceTo("wanted", "a.manifold"), {{}, path() / "session"});
    QVERIFY(found.file == path() / "session/renamed.manifold");
}

void TestManifoldSearch::belowTheSession()
{
    write(path() / "session/models/a.manifold", "wanted");
    const FoundManifold found =
        findManifold(referenceTo("wanted", "models/a.manifold"), {{}, path() / "session"});
    QVERIFY(found.file == path() / "session/models/a.manifold");
}

void TestManifoldSearch::aChangedFileIsNeverTaken()
{
    write(path() / "session/a.manifold", "changed");
    const FoundManifold found =
        findManifold(referenceTo("wanted", "a.manifold"), {{}, path() / "session"});
    QVERIFY(found.file.empty());
    QVERIFY(found.changed == path() / "session/a.manifold");
}

void TestManifoldSearch::nothingThere()
{
    const FoundManifold found =
        findManifold(referenceTo("wanted", "a.manifold"), {{path()}, path() / "missing"});
    QVERIFY(found.file.empty());
    QVERIFY(found.changed.empty());
}

void TestManifoldSearch::namesInASession_data()
{
    QTest::addColumn<QString>("manifold");
    QTest::addColumn<QString>("session");
    QTest::addColumn<QString>("name");
    QTest::newRow("beside") << "/a/b/x.manifold" << "/a/b" << "x.manifold";
    QTest::newRow("below") << "/a/b/c/x.manifold" << "/a/b" << "c/x.manifold";
    QTest::newRow("elsewhere") << "/d/x.manifold" << "/a/b" << "x.manifold";
    QTest::newRow("above") << "/a/x.manifold" << "/a/b" << "x.manifold";
    QTest::newRow("not saved yet") << "/a/x.manifold" << "" << "x.manifold";
    QTest::newRow("a detour") << "/a/b/../b/c/x.manifold" << "/a/./b" << "c/x.manifold";
}

void TestManifoldSearch::namesInASession()
{
    QFETCH(QString, manifold);
    QFETCH(QString, session);
    QFETCH(QString, name);
    QCOMPARE(referenceName(manifold.toStdString(), session.toStdString()), name.toStdString());
}

QTEST_GUILESS_MAIN(TestManifoldSearch)
#include "tst_manifold_search.moc"
