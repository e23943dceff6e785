// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/app_style.h"
#include "widgets/theme/paper.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QScreen>

namespace morphospace {
namespace {

const Theme* g_current = nullptr;

bool desktopIsDark()
{
    // Asked once, before a palette of ours replaces the desktop's.
    static const bool dark = [] {
        const QPalette palette;
        return palette.color(QPalette::Window).lightness()
            < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.wrong);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.pinned);
    palette.setColor(QPalette::Light, theme.raised.lighter(theme.dark ? 130 : 104));
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line.darker(theme.dark ? 80 : 112));
    palette.setColor(QPalette::Dark, theme.dark ? theme.window.darker(130) : theme.muted);
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(0, 0, 0) : theme.line.darker(140));
    const QColor faint(theme.dark ? "#6b7480" : "#9aa2ad");
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    return palette;
}

QString styleSheetOf(const Theme& theme)
{
    QFile file(QStringLiteral(":/themes/morphospace.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> tokens[] = {
        {"@window", theme.window}, {"@surface", theme.surface}, {"@raised", theme.raised},
        {"@line", theme.line},     {"@accentText", theme.accentText},
        {"@text", theme.text},     {"@muted", theme.muted},     {"@accent", theme.accent},
        {"@grip", QColor(theme.dark ? "#6b7480" : "#8d95a1")},
        {"@wrong", theme.wrong},   {"@pinned", theme.pinned},   {"@band", theme.trained},
    };
    for (const auto& [token, colour] : tokens) {
        sheet.replace(QLatin1String(token), colour.name());
    }
    sheet.replace(QLatin1String("@name"), theme.name);
    return sheet;
}

} // namespace

const Theme& lightTheme()
{
    static const Theme theme{
        QStringLiteral("light"), false,
        QColor("#f4f5f7"), QColor("#ffffff"), QColor("#fbfbfc"), QColor("#dfe3e8"),
        QColor("#1a1d21"), QColor("#58616d"),
        QColor("#0072b2"), QColor("#ffffff"),
        QColor("#a3487f"), QColor("#00795a"), QColor("#b04600"), QColor("#855800"),
        QColor("#cfe4f2"),
        {QColor("#46549c"), QColor("#20868a"), QColor("#4fae5c"), QColor("#8d95a1")}};
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme{
        QStringLiteral("dark"), true,
        QColor("#14171b"), QColor("#1c2026"), QColor("#252a31"), QColor("#343b44"),
        QColor("#e9ecef"), QColor("#a0aab6"),
        QColor("#56b4e9"), QColor("#0b1a24"),
        QColor("#e3a1c8"), QColor("#3fcb9f"), QColor("#ff8f52"), QColor("#f0b63a"),
        QColor("#244357"),
        {QColor("#6f80d8"), QColor("#35aeb0"), QColor("#7ad07f"), QColor("#8b95a1")}};
    return theme;
}

const Theme& paperTheme()
{
    static const Theme theme = [] {
        Theme paper = lightTheme();
        paper.name = QStringLiteral("paper");
        paper.window = Qt::white;
        paper.surface = Qt::white;
        paper.text = Qt::black;
        paper.muted = QColor("#454d57");
        paper.wrong = QColor("#c44f00");   // marks on white, as the palette has them
    paper.unseen = QColor("#a86f00");
    paper.line = QColor("#c9d0d8");   // hairlines are thinner in print than on a screen
        return paper;
    }();
    return theme;
}

PaperScope::PaperScope()
    : m_before(g_current)
{
    g_current = &paperTheme();
}

PaperScope::~PaperScope()
{
    g_current = m_before;
}

QFont figureFont()
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Verdana"),
                           QStringLiteral("Arial")});
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    // In points, because widgets derive their smaller fonts in points: as many as make 12 pixels.
    font.setPointSizeF(figureTextHeight * 72
                       / QGuiApplication::primaryScreen()->logicalDotsPerInchY());
    return font;
}

const Theme& currentTheme()
{
    return g_current != nullptr ? *g_current : lightTheme();
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::Dark
        || (choice == ThemeChoice::System && desktopIsDark());
    if (g_current == nullptr) {
        application.setStyle(new AppStyle);
    }
    g_current = dark ? &darkTheme() : &lightTheme();
    application.setPalette(paletteOf(*g_current));
    application.setStyleSheet(styleSheetOf(*g_current));
}

ThemeChoice themeChoiceNamed(const QString& name, ThemeChoice otherwise)
{
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (nameOf(choice) == name) {
            return choice;
        }
    }
    return otherwise;
}

QString nameOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace morphospace
