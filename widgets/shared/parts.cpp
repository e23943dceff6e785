// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/parts.h"

#include "widgets/language/words.h"

#include <QVBoxLayout>
#include <QVariant>
#include <QWidget>

#include <map>

namespace morphospace {
namespace {

constexpr auto property = "lessonPart";

} // namespace

void setPart(QWidget* widget, const char* name)
{
    widget->setProperty(property, QString::fromLatin1(name));
}

QString partName(const QWidget* widget)
{
    return widget->property(property).toString();
}

QWidget* findPart(QWidget* root, const QString& name)
{
    if (partName(root) == name) {
        return root;
    }
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (partName(widget) == name) {
            return widget;
        }
    }
    return nullptr;
}

QWidget* partAround(QWidget* widget)
{
    while (widget != nullptr && partName(widget).isEmpty()) {
        widget = widget->isWindow() ? nullptr : widget->parentWidget();
    }
    return widget;
}

QWidget* makePart(const char* name, QWidget* content)
{
    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return makePart(name, layout);
}

QWidget* makePart(const char* name, QLayout* content)
{
    auto* part = new QWidget;
    setPart(part, name);
    content->setContentsMargins(0, 0, 0, 0);
    part->setLayout(content);
    return part;
}

QString partWords(const QString& name)
{
    const std::map<QString, QString> words{
        {QStringLiteral("width"), tr("Width of all stages")},
        {QStringLiteral("depth"), tr("Depth of all stages")},
        {QStringLiteral("stages"), tr("Sliders of each stage")},
        {QStringLiteral("averaging"), tr("Average of K samples")},
        {QStringLiteral("pin"), tr("Pin A and swap")},
        {QStringLiteral("full-size"), tr("Full size")},
        {QStringLiteral("inspector"), tr("Inspector")},
        {QStringLiteral("diagram"), tr("Diagram of the network")},
        {QStringLiteral("accuracy"), tr("Accuracy")},
        {QStringLiteral("by-class"), tr("Accuracy by class")},
        {QStringLiteral("images"), tr("Test images")},
        {QStringLiteral("chart"), tr("Compression")},
        {QStringLiteral("sweep"), tr("Sweep sizes")},
        {QStringLiteral("weights"), tr("Heat maps and surfaces of weights")},
        {QStringLiteral("travel"), tr("Way of the channels")},
        {QStringLiteral("jitter"), tr("Jitter of the coordinates")},
        {QStringLiteral("smoothness"), tr("Charts of smoothness")},
        {QStringLiteral("landscape"), tr("Landscape")},
        {QStringLiteral("measure"), tr("Measure the landscape")},
    };
    const auto found = words.find(name);
    return found == words.end() ? name : found->second;
}

} // namespace morphospace
