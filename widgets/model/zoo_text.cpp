// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/zoo_text.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

namespace morphospace {
namespace {

QString memberText(int member, const std::string& name)
{
    return name.empty() ? tr("member %1").arg(member + 1) : QString::fromStdString(name);
}

double pushOf(const ZooState* state, const std::string& direction)
{
    if (state == nullptr) {
        return 0;
    }
    const auto found = state->current.pushes.find(direction);
    return found == state->current.pushes.end() ? 0 : found->second;
}

QString wordsOf(const ZooState*, const OpenZoo& open)
{
    return tr("open %1").arg(QString::fromStdString(open.zoo.file));
}

QString wordsOf(const ZooState* before, const SetPlace& set)
{
    if (before == nullptr) {
        return placeText(set.place);
    }
    const QString text = tr("%1 → %2").arg(placeText(before->current.place), placeText(set.place));
    const bool reset = !before->current.pushes.empty() && applied(before, set).current.pushes.empty();
    return reset ? text + QStringLiteral(", ") + tr("all directions to 0") : text;
}

QString wordsOf(const ZooState* before, const SetDirection& set)
{
    return tr("%1 %2 → %3")
        .arg(directionText(set.direction), sigmaText(pushOf(before, set.direction)),
             sigmaText(set.sigma));
}

QString wordsOf(const ZooState*, const ResetDirections&) { return tr("all directions to 0"); }
QString wordsOf(const ZooState*, const SetIndependent& set)
{
    if (set.of.empty()) {
        return tr("%1 as it was found").arg(directionText(set.direction));
    }
    QStringList names;
    for (const std::string& name : set.of) {
        names += directionText(name);
    }
    return tr("%1 independent of %2").arg(directionText(set.direction), names.join(QStringLiteral(", ")));
}

QString wordsOf(const ZooState*, const MarkMembers& mark)
{
    return tr("group %1: %2 members")
        .arg(QString::fromStdString(mark.group))
        .arg(mark.members.size());
}

QString wordsOf(const ZooState*, const MakeDirection& make)
{
    return tr("direction %1 from %2 members to %3")
        .arg(QString::fromStdString(make.direction.name))
        .arg(make.direction.from.size())
        .arg(make.direction.to.size());
}

QString wordsOf(const ZooState*, const RemoveDirection& remove)
{
    return tr("without the direction %1").arg(QString::fromStdString(remove.direction));
}

QString wordsOf(const ZooState* before, const SetInjection& set)
{
    return before == nullptr
        ? tr("edit acts from time step %1").arg(set.from)
        : tr("edit acts from time step %1 → %2").arg(before->current.from).arg(set.from);
}

QString wordsOf(const ZooState*, const SetWord& set)
{
    return tr("word %1").arg(QString::fromStdString(set.word));
}

QString wordsOf(const ZooState*, const SetNoise& set) { return tr("noise %1").arg(set.seed); }
QString wordsOf(const ZooState* before, const PinModel&)
{
    return before == nullptr ? tr("pin") : tr("pin %1").arg(modelText(before->current));
}

QString wordsOf(const ZooState* before, const UnpinModel&)
{
    return before == nullptr || !before->pinned ? tr("unpin")
                                                : tr("unpin %1").arg(modelText(*before->pinned));
}

QString wordsOf(const ZooState* before, const SwapModels&)
{
    return before == nullptr || !before->pinned
        ? tr("swap")
        : tr("swap %1 with the pinned %2")
              .arg(modelText(before->current), modelText(*before->pinned));
}

} // namespace

QString directionText(const std::string& name)
{
    if (name == "stroke") {
        return tr("Stroke");
    }
    if (name == "slant") {
        return tr("Slant");
    }
    if (name == "width") {
        return tr("Letter width");
    }
    if (name == "serif") {
        return tr("Serifs");
    }
    if (name == "mono") {
        return tr("Equal widths");
    }
    if (name == "xheight") {
        return tr("x-height");
    }
    return QString::fromStdString(name);
}

QString sigmaText(double sigma)
{
    if (sigma == 0) {
        return QStringLiteral("0");
    }
    const QString number = QLocale().toString(std::abs(sigma), 'g', QLocale::FloatingPointShortest);
    return (sigma < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number + QStringLiteral(" σ");
}

QString placeText(const ZooPlace& place)
{
    switch (place.kind) {
    case ZooPlaceKind::Mean: return tr("Average of all members");
    case ZooPlaceKind::Member: return memberText(place.member, place.name);
    case ZooPlaceKind::Sample: return tr("Sample %1").arg(place.seed);
    case ZooPlaceKind::Path:
        return tr("%1 of the way from %2 to %3")
            .arg(percentText(place.share, 0), memberText(place.member, place.name),
                 memberText(place.other, place.otherName));
    case ZooPlaceKind::Found:
        return place.name.empty() ? tr("Found model") : QString::fromStdString(place.name);
    }
    return {};
}

QString modelText(const ZooModel& model)
{
    QString text = placeText(model.place);
    for (const auto& [name, sigma] : model.pushes) {
        text += QStringLiteral(", %1 %2").arg(directionText(name), sigmaText(sigma));
    }
    return text;
}

QString zooStepText(const Action& action, const SessionState& before)
{
    return std::visit(
        [&]<class A>(const A& step) {
            if constexpr (ZooAction<A>) {
                return wordsOf(before.zoo ? &*before.zoo : nullptr, step);
            } else {
                return QString();
            }
        },
        action);
}

} // namespace morphospace
