// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/provenance.h"

#include <QTest>

using namespace morphospace;

namespace {

Provenance full()
{
    Provenance provenance;
    provenance.program = "0.1.0";
    provenance.manifold = "Glyphs / ResNet";
    provenance.manifoldHash = "abc";
    provenance.current = {{1, 2, 3}, {1, 1, 2}};
    provenance.pinned = Configuration{{4, 5, 6}, {}};
    provenance.averaging = 100;
    provenance.seed = 18446744073709551615ULL;
    provenance.data = "Glyphs (test)";
    provenance.dataHash = "def";
    provenance.images = 10000;
    provenance.session = "{\"a\": \"\xC3\xA9\\n\"}\n";
    return provenance;
}

} // namespace

class TestProvenance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<int>("without");
        QTest::newRow("everything") << 0;
        QTest::newRow("nothing pinned") << 1;
        QTest::newRow("nothing measured") << 2;
        QTest::newRow("no session") << 3;
        QTest::newRow("a zoo beside a manifold") << 4;
        QTest::newRow("a zoo alone") << 5;
    }

    void comesBackAsItWas()
    {
        QFETCH(int, without);
        Provenance provenance = full();
        if (without == 1) {
            provenance.pinned.reset();
        } else if (without == 2) {
            provenance.data.clear();
            provenance.dataHash.clear();
            provenance.images = 0;
        } else if (without == 3) {
            provenance.session.clear();
        } else if (without >= 4) {
            provenance.zoo = "Typefaces";
            provenance.zooHash = "ghi";
            provenance.zooModel = "the mean, slant +1.5";
            if (without == 5) {
                provenance.manifold.clear();
                provenance.manifoldHash.clear();
                provenance.current = {};
            }
        }
        const std::string text = provenanceText(provenance);
        QVERIFY(provenanceFromText(text) == provenance);
        QCOMPARE(provenanceText(provenanceFromText(text)), text);
        for (const char c : text) {
            QVERIFY2(c >= ' ' && c <= '~', "one line of ASCII");
        }
        QCOMPARE(text.find("session") == std::string::npos, without == 3);
    }

    void wrongTextIsToldByField_data()
    {
        QTest::addColumn<QByteArray>("find");
        QTest::addColumn<QByteArray>("put");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* find, const char* put, const char* word) {
            QTest::newRow(name) << QByteArray(find) << QByteArray(put) << QByteArray(word);
        };
        row("no JSON", "{", "", "JSON");
        row("another format", "morphospace-provenance", "other", "provenance");
        row("newer", "\"version\":1", "\"version\":3", "newer");
        row("no version", "\"version\":1", "\"version\":0", "version");
        row("unknown field", "\"program\"", "\"programme\"", "programme");
        row("seed", "18446744073709551615", "18446744073709551616", "seed");
        row("seed in words", "18446744073709551615", "7 or so", "seed");
        row("widths", "[1,2,3]", "[1,\\\"2\\\",3]", "JSON");
        row("widths of text", "[1,2,3]", "[1,\"2\",3]", "widths");
        row("images", "10000", "-1", "images");
        row("averaging", "\"averaging\":100", "\"averaging\":\"a\"", "averaging");
        row("manifold", "\"sha256\":\"abc\",", "", "sha256");
    }

    void wrongTextIsToldByField()
    {
        QFETCH(QByteArray, find);
        QFETCH(QByteArray, put);
        QFETCH(QByteArray, word);
        QByteArray text = QByteArray::fromStdString(provenanceText(full()));
        const qsizetype at = text.indexOf(find);
        QVERIFY(at >= 0);
        text.replace(at, find.size(), put);
        try {
            (void)provenanceFromText(text.toStdString());
            QFAIL("taken");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains(word), error.what());
            QVERIFY2(QByteArray(error.what()).contains("expected"), error.what());
        }
    }

    void noPrefixIsTaken()
    {
        const std::string text = provenanceText(full());
        for (std::size_t length = 0; length < text.size(); ++length) {
            QVERIFY_EXCEPTION_THROWN((void)provenanceFromText(text.substr(0, length)), Error);
        }
    }
};

QTEST_APPLESS_MAIN(TestProvenance)

#include "tst_provenance.moc"
