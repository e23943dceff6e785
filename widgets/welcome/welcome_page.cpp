// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/welcome/welcome_page.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "widgets/language/words.h"
#include "widgets/lesson/bundled_lessons.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/local_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

/// "glyphs-resnet" -> "Glyphs / ResNet": the way data sets and families are written.
QString titleOf(const std::filesystem::path& file)
{
    QStringList words = QString::fromStdString(file.stem().string()).split(u'-');
    for (QString& word : words) {
        if (word == QStringLiteral("mnist") || word.startsWith(QStringLiteral("cifar"))) {
            word = word.toUpper();
        } else if (word == QStringLiteral("lenet")) {
            word = QStringLiteral("LeNet");
        } else if (word == QStringLiteral("resnet")) {
            word = QStringLiteral("ResNet");
        } else if (!word.isEmpty()) {
            word[0] = word[0].toUpper();
        }
    }
    return words.join(QStringLiteral(" / "));
}

std::vector<BundledManifold> bundled(const char* folder, const char* extension)
{
    std::vector<BundledManifold> list;
    try {
        std::error_code missing;
        for (const auto& entry :
             std::filesystem::directory_iterator(resourceFolder() / folder, missing)) {
            if (entry.path().extension() == extension) {
                list.push_back({titleOf(entry.path()), entry.path()});
            }
        }
    } catch (const Error&) {
        // A program without its resources still opens files.
    }
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return a.title < b.title; });
    return list;
}

} // namespace

std::vector<BundledManifold> bundledManifolds()
{
    return bundled("manifolds", ".manifold");
}

std::vector<BundledManifold> bundledZoos()
{
    std::vector<BundledManifold> list = bundled("zoo", ".zoo");
    for (BundledManifold& zoo : list) {
        if (zoo.title == QStringLiteral("Typefaces")) {
            zoo.title = tr("Typefaces");
        }
    }
    return list;
}

std::vector<BundledManifold> bundledSessions()
{
    std::vector<BundledManifold> list = bundled("sessions", ".morph");
    for (BundledManifold& session : list) {
        // "weight-space" is one thing, where "glyphs-lenet" is a data set and a family.
        session.title.replace(QStringLiteral(" / "), QStringLiteral(" "));
        if (session.title == QStringLiteral("Weight Space")) {
            session.title = tr("Weight space");
        }
    }
    return list;
}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
{
    auto* mark = new QLabel;
    mark->setPixmap(programIcon().pixmap(96, 96));
    mark->setAlignment(Qt::AlignCenter);
    auto* title = new QLabel(tr("Open a weight manifold"));
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setWeight(QFont::DemiBold);
    title->setFont(big);
    title->setAlignment(Qt::AlignCenter);
    auto* note = makeNote(tr("Drop a .manifold file anywhere in this window, or begin with one that "
                             "ships with the program."));
    note->setAlignment(Qt::AlignCenter);
    note->setFixedWidth(360);
    note->setMinimumHeight(note->heightForWidth(360));   // aligned items are not asked

    auto* content = new QWidget;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new ContentScroll(content));
    auto* column = new QVBoxLayout(content);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(mark);
    column->addWidget(title);
    column->addWidget(note, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    const auto addList = [](const QString& heading) {
        auto* list = new QVBoxLayout;
        list->setSpacing(10);
        list->addWidget(makeHeading(heading));
        return list;
    };
    const auto addButton = [this](QVBoxLayout* list, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text);
        button->setMinimumWidth(260);
        describeControl(button, tr("Open %1").arg(text), tip);
        list->addWidget(button);
        return button;
    };
    auto* manifolds = addList(tr("Manifolds"));
    for (const BundledManifold& bundled : bundledManifolds()) {
        connect(addButton(manifolds, bundled.title,
                          tr("Opens this manifold, which ships with the program")),
                &QPushButton::clicked, this, [this, file = bundled.file] {
                    Q_EMIT fileWanted(QString::fromStdU16String(file.u16string()));
                });
    }
    if (!bundledZoos().empty()) {
        manifolds->addSpacing(6);
        manifolds->addWidget(makeHeading(tr("Zoos")));
    }
    for (const BundledManifold& zoo : bundledZoos()) {
        connect(addButton(manifolds, zoo.title, tr("Opens this zoo, which ships with the program")),
                &QPushButton::clicked, this, [this, file = zoo.file] {
                    Q_EMIT fileWanted(QString::fromStdU16String(file.u16string()));
                });
    }
    manifolds->addStretch(1);
    auto* lessons = addList(tr("Lessons"));
    for (const BundledLesson& lesson : bundledLessons()) {
        connect(addButton(lessons, localWords(lesson.title),
                          tr("Presents this lesson on the whole screen: %1 pages").arg(lesson.pages)),
                &QPushButton::clicked, this, [this, file = lesson.file] {
                    Q_EMIT lessonWanted(QString::fromStdU16String(file.u16string()));
                });
    }
    lessons->addStretch(1);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(28);
    lists->addStretch(1);
    lists->addLayout(manifolds);
    if (!bundledLessons().empty()) {
        lists->addLayout(lessons);
    }
    lists->addStretch(1);
    column->addLayout(lists);
    column->addSpacing(8);
    auto* open = new QPushButton(tr("Open a file…"));
    open->setObjectName(QStringLiteral("primary"));
    open->setFixedWidth(260);
    describeControl(open, tr("Open a file"), tr("Chooses a .manifold file to open"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    column->addWidget(open, 0, Qt::AlignHCenter);
    column->addStretch(2);
}

} // namespace morphospace
