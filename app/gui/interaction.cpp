// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/interaction.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text_file.h"
#include "widgets/shared/parts.h"

#include <QApplication>
#include <QMainWindow>
#include <QWidget>

#include <array>

namespace morphospace {
namespace {

using nlohmann::json;

constexpr auto format = "morphospace-interaction";
constexpr int version = 1;
constexpr std::uintmax_t largestFile = 64 << 20;
constexpr std::array<const char*, 6> kinds{"press", "move", "release", "wheel", "key", "key-up"};

json pairOf(double x, double y)
{
    return json::array({x, y});
}

QPointF pointFrom(const JsonFields& fields, const char* name)
{
    const std::vector<float> values = fields.values(name);
    if (values.size() != 2) {
        throw Error(std::string("the field '") + name + "' has "
                    + std::to_string(values.size()) + " numbers; expected two");
    }
    return {double(values[0]), double(values[1])};
}

json toJson(const InputEvent& event)
{
    json object{{"event", kinds.at(std::size_t(event.kind))},
                {"ms", event.milliseconds},
                {"widget", event.widget.toStdString()},
                {"size", pairOf(event.size.width(), event.size.height())},
                {"modifiers", event.modifiers}};
    if (event.kind == InputEvent::Kind::Key || event.kind == InputEvent::Kind::KeyUp) {
        object["key"] = event.key.toStdString();
        object["text"] = event.text.toStdString();
    } else {
        object["at"] = pairOf(event.at.x(), event.at.y());
        object["button"] = event.button;
        object["buttons"] = event.buttons;
    }
    if (event.kind == InputEvent::Kind::Wheel) {
        object["angle"] = pairOf(event.angle.x(), event.angle.y());
    }
    return object;
}

InputEvent eventFromJson(const json& object)
{
    const JsonFields fields(object, "the event",
                            {"event", "ms", "widget", "size", "modifiers", "key", "text", "at",
                             "button", "buttons", "angle"});
    InputEvent event;
    const std::string kind = fields.text("event");
    const auto* found = std::find(kinds.begin(), kinds.end(), kind);
    if (found == kinds.end()) {
        throw Error("the unknown event '" + kind
                    + "'; expected press, move, release, wheel, key or key-up");
    }
    event.kind = InputEvent::Kind(found - kinds.begin());
    event.milliseconds = fields.count("ms");
    event.widget = QString::fromStdString(fields.text("widget"));
    event.size = pointFrom(fields, "size").toPoint().isNull()
        ? QSize()
        : QSize(pointFrom(fields, "size").toPoint().x(), pointFrom(fields, "size").toPoint().y());
    event.modifiers = fields.number("modifiers");
    if (event.kind == InputEvent::Kind::Key || event.kind == InputEvent::Kind::KeyUp) {
        event.key = QString::fromStdString(fields.text("key"));
        event.text = QString::fromStdString(fields.text("text"));
    } else {
        event.at = pointFrom(fields, "at");
        event.button = fields.number("button");
        event.buttons = fields.number("buttons");
    }
    if (event.kind == InputEvent::Kind::Wheel) {
        event.angle = pointFrom(fields, "angle").toPoint();
    }
    return event;
}

QString className(const QObject* object)
{
    return QString::fromLatin1(object->metaObject()->className())
        .section(QStringLiteral("::"), -1);
}

/// Qt's own names and those that only a style sheet needs are given to many.
QString nameOf(QWidget* widget)
{
    const QString part = partName(widget);
    if (!part.isEmpty()) {
        return part;
    }
    const QString name = widget->objectName();
    return name.startsWith(QStringLiteral("qt_")) ? QString() : name;
}

QList<QWidget*> named(QWidget* window, const QString& name)
{
    QList<QWidget*> found;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->window() == window && nameOf(widget) == name) {
            found += widget;
        }
    }
    return found;
}

QList<QWidget*> ofClass(QWidget* around, const QString& name)
{
    QList<QWidget*> found;
    for (QWidget* widget : around->findChildren<QWidget*>()) {
        if (widget->window() == around->window() && className(widget) == name) {
            found += widget;
        }
    }
    return found;
}

QWidget* mainWindow()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<QMainWindow*>(widget) != nullptr && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

QWidget* windowOf(const QString& name)
{
    if (name == u"popup") {
        return QApplication::activePopupWidget();
    }
    if (name == u"dialog") {
        return QApplication::activeModalWidget();
    }
    if (name == u"window") {
        return mainWindow();
    }
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && className(widget) == name) {
            return widget;
        }
    }
    return nullptr;
}

QString nameOfWindow(QWidget* window)
{
    if (window == QApplication::activePopupWidget()) {
        return QStringLiteral("popup");
    }
    if (window == QApplication::activeModalWidget()) {
        return QStringLiteral("dialog");
    }
    return window == mainWindow() ? QStringLiteral("window") : className(window);
}

} // namespace

QString pathOf(QWidget* widget)
{
    QWidget* window = widget->window();
    QString path = nameOfWindow(window);
    if (widget == window) {
        return path;
    }
    QWidget* around = widget;
    while (around != window && (nameOf(around).isEmpty() || named(window, nameOf(around)).size() != 1)) {
        around = around->parentWidget();
    }
    if (around != window) {
        path += u'/' + nameOf(around);
    }
    if (around != widget) {
        const QList<QWidget*> alike = ofClass(around, className(widget));
        path += u'/' + className(widget);
        if (alike.size() > 1) {
            path += u'#' + QString::number(alike.indexOf(widget) + 1);
        }
    }
    return path;
}

QWidget* widgetOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    QWidget* window = windowOf(parts.front());
    QWidget* widget = window;
    for (qsizetype i = 1; i < parts.size() && widget != nullptr; ++i) {
        const QString name = parts[i].section(u'#', 0, 0);
        const int number = parts[i].contains(u'#') ? parts[i].section(u'#', 1).toInt() : 1;
        QList<QWidget*> found = i == 1 ? named(window, name) : QList<QWidget*>();
        if (found.size() != 1) {
            found = ofClass(widget, name);
        }
        widget = found.value(number - 1);
    }
    return widget;
}

void noteSession(Interaction& interaction, const Journal& journal, std::size_t first)
{
    interaction.steps.clear();
    for (std::size_t step = first; step < journal.steps().size(); ++step) {
        json object = toJson(journal.steps()[step].action);
        object.erase("manifold");   // which file stands behind its name is no part of this
        interaction.steps.push_back(object.dump());
    }
    json state = toJson(journal.state());
    state.erase("manifold");
    interaction.state = state.dump();
}

QString difference(const Interaction& recorded, const Interaction& now)
{
    const std::size_t most = std::max(recorded.steps.size(), now.steps.size());
    for (std::size_t step = 0; step < most; ++step) {
        const auto at = [step](const Interaction& one) {
            return step < one.steps.size() ? QString::fromStdString(one.steps[step])
                                           : QStringLiteral("nothing");
        };
        if (at(recorded) != at(now)) {
            return QStringLiteral("step %1 is %2; recorded was %3")
                .arg(step + 1)
                .arg(at(now), at(recorded));
        }
    }
    return recorded.state == now.state
        ? QString()
        : QStringLiteral("the state is %1; recorded was %2")
              .arg(QString::fromStdString(now.state), QString::fromStdString(recorded.state));
}

void writeInteraction(const Interaction& interaction, const std::filesystem::path& file)
{
    json steps = json::array();
    for (const std::string& step : interaction.steps) {
        steps.push_back(json::parse(step));
    }
    json head{{"format", format},
              {"version", version},
              {"window", pairOf(interaction.window.width(), interaction.window.height())},
              {"steps", steps},
              {"state", json::parse(interaction.state)}};
    // One event a line, so that a change is seen as one.
    std::string text = head.dump(1);
    text.erase(text.rfind("\n}"));
    text += ",\n \"events\": [";
    bool first = true;
    for (const InputEvent& event : interaction.events) {
        text += (first ? "\n  " : ",\n  ") + toJson(event).dump();
        first = false;
    }
    text += "\n ]\n}\n";
    writeFileAtomically(file, text);
}

Interaction readInteraction(const std::filesystem::path& file)
{
    const std::string text = readTextFile(file, largestFile, "a recorded interaction");
    Interaction interaction;
    std::size_t number = 0;
    try {
        const json object = parseJson(text, "a recorded interaction");
        const JsonFields fields(object, "the interaction",
                                {"format", "version", "window", "steps", "state", "events"});
        if (fields.text("format") != format) {
            throw Error("the format is '" + fields.text("format") + "'; expected " + format);
        }
        if (fields.number("version") != version) {
            throw Error("the version " + std::to_string(fields.number("version"))
                        + " is not known to this program; expected " + std::to_string(version));
        }
        const QPoint size = pointFrom(fields, "window").toPoint();
        interaction.window = QSize(size.x(), size.y());
        for (const json& step : fields.list("steps")) {
            interaction.steps.push_back(step.dump());
        }
        interaction.state = fields.get("state", "a state").dump();
        for (const json& event : fields.list("events")) {
            ++number;
            interaction.events.push_back(eventFromJson(event));
        }
    } catch (const Error& error) {
        throw fileError(file, number > 0 ? "event " + std::to_string(number) : std::string(),
                        error.what());
    }
    return interaction;
}

} // namespace morphospace
