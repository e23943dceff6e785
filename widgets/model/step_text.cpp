// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/step_text.h"

#include "widgets/language/words.h"
#include "widgets/model/size_text.h"
#include "widgets/model/zoo_text.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace morphospace {
namespace {

/// "width 64 → 41, stage 3"; the value before is left out where it is not known, the stage where
/// there is only one.
QString stageText(const std::vector<int>& before, int stage, int after, bool width)
{
    const bool known = stage >= 0 && stage < int(before.size());
    const bool several = before.size() > 1;
    const QString now = QString::number(after);
    if (!known) {
        return (width ? tr("width %1") : tr("depth %1")).arg(now);
    }
    const QString then = QString::number(before[std::size_t(stage)]);
    if (several) {
        return (width ? tr("width %1 → %2, stage %3") : tr("depth %1 → %2, stage %3"))
            .arg(then, now, QString::number(stage + 1));
    }
    return (width ? tr("width %1 → %2") : tr("depth %1 → %2")).arg(then, now);
}

struct Name {
    const char* name;
    QString text;
};

template <std::size_t count>
QString named(const Name (&names)[count], const std::string& name)
{
    const auto* found = std::ranges::find(names, name, &Name::name);
    return found != std::end(names) ? found->text : QString::fromStdString(name);
}

} // namespace

QString pageText(const std::string& page)
{
    const Name names[] = {{"morph", tr("Morph")},
                          {"compression", tr("Compression")},
                          {"smoothness", tr("Smoothness")},
                          {"landscape", tr("Landscape")},
                          {"weightspace", tr("Weight space")}};
    return named(names, page);
}

QString optionText(const std::string& option)
{
    const Name names[] = {
        {"compression.axis", tr("compression counted by")},
        {"compression.range", tr("range shown")},
        {"compression.view", tr("measurements as")},
        {"configuration.stages", tr("sliders of each stage")},
        {"landscape.view", tr("landscape shown as")},
        {"landscape.form", tr("landscape as")},
        {"landscape.x", tr("axis to the right")},
        {"landscape.y", tr("axis upwards")},
        {"landscape.colour", tr("colour of the landscape")},
        {"landscape.range", tr("accuracies of the landscape")},
        {"landscape.sheets", tr("intervals of the landscape")},
        {"landscape.cost", tr("cost of the budget")},
        {"landscape.similarity", tr("similarity of")},
        {"smoothness.compare", tr("weights compared")},
        {"smoothness.view", tr("smoothness shown as")},
        {"smoothness.form", tr("smoothness as")},
        {"smoothness.profiles", tr("profiles of rows and columns")},
        {"smoothness.tensor", tr("tensor shown")},
        {"smoothness.taps", tr("taps shown")},
        {"smoothness.before", tr("order before")},
        {"smoothness.after", tr("order after")},
        {"smoothness.travel", tr("way from the order before to the one after, in percent")},
        {"smoothness.jitter", tr("jitter of coordinates, in channels")},
        {"smoothness.experiment", tr("recorded experiment shown")},
        {"smoothness.measure", tr("recorded experiment as")},
        {"weightspace.view", tr("weight space shown as")},
        {"weightspace.form", tr("weight space as")},
        {"weightspace.x", tr("component to the right")},
        {"weightspace.y", tr("component upwards")},
        {"weightspace.z", tr("component into the depth")},
        {"weightspace.colour", tr("members coloured by")},
        {"weightspace.marking", tr("marking group")},
        {"weightspace.sheet", tr("letters shown")},
        {"weightspace.sampling", tr("samples drawn by")},
        {"weightspace.spread", tr("spread of samples")},
        {"weightspace.components", tr("components of samples")},
    };
    return named(names, option);
}

QString optionValueText(const std::string& option, const std::string& value)
{
    if (option == "smoothness.jitter" && value != "0") {
        // The option is the whole width; people read, here and at the slider, how far at most.
        const double half = QString::fromStdString(value).toDouble() / 2;
        return tr("± %1", "how far at most").arg(
            QLocale().toString(half, 'g', QLocale::FloatingPointShortest));
    }
    bool isNumber = false;
    const double number = QString::fromStdString(value).toDouble(&isNumber);
    if (isNumber) {
        return QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
    }
    if ((option == "smoothness.tensor" || option == "smoothness.experiment") && value != "auto") {
        return QString::fromStdString(value);   // the name of a tensor, or as recorded
    }
    if (value.size() == 6 && value.back() >= '0' && value.back() <= '9'
        && (value.starts_with("width") || value.starts_with("depth"))) {
        // An axis along the size of one stage.
        return (value.front() == 'w' ? tr("width of stage %1") : tr("depth of stage %1"))
            .arg(QChar::fromLatin1(value.back()));
    }
    if (option == "weightspace.colour" && value != "none" && value != "fit") {
        return directionText(value);
    }
    const Name names[] = {
        {"cloud", tr("3-D cloud")},
        {"members", tr("list of members")},
        {"matrix", tr("entanglement")},
        {"alphabet", tr("alphabet")},
        {"word", tr("word")},
        {"seeds", tr("several noises")},
        {"independent", tr("independent Gaussians")},
        {"covariance", tr("full covariance")},
        {"bounded", tr("bounded by the nearest member")},
        {"fit", tr("fit")},
        {"none", tr("nothing")},
        {"parameters", tr("parameters")},
        {"macs", tr("MACs")},
        {"close", tr("close up")},
        {"whole", tr("whole")},
        {"figure", tr("figure")},
        {"table", tr("table")},
        {"shown", tr("shown")},
        {"hidden", tr("hidden")},
        {"map", tr("map")},
        {"best", tr("best sizes")},
        {"similarity", tr("similarity")},
        {"accuracy", tr("accuracy")},
        {"bytes", tr("bytes")},
        {"latency", tr("latency")},
        {"pair", tr("A and B")},
        {"divergence", tr("KL divergence of widths")},
        {"experiment", tr("experiment")},
        {"difference", tr("difference")},
        {"widths", tr("widths")},
        {"depths", tr("depths")},
        {"orders", tr("orders")},
        {"sizes", tr("sizes")},
        {"maps", tr("heat maps")},
        {"surface", tr("surface")},
        {"variation", tr("total variation")},
        {"neighbours", tr("neighbours")},
        {"path", option == "smoothness.view" ? tr("path") : tr("shortest path")},
        {"auto", tr("automatic")},
        {"mean", tr("mean")},
        {"l1", tr("L1 norm")},
        {"all", tr("all")},
        {"original", tr("as trained")},
        {"random", tr("random")},
        {"nearest", tr("nearest neighbour")},
        {"component", tr("first principal component")},
        {"fiedler", tr("Fiedler vector")},
    };
    return named(names, value);
}

QString stepText(const Action& action, const SessionState& before)
{
    struct Words {
        const SessionState& before;

        QString operator()(const OpenManifold& open) const
        {
            return tr("open %1").arg(QString::fromStdString(open.manifold.file));
        }
        QString operator()(const SetWidth& set) const
        {
            return stageText(before.current.widths, set.stage, set.channels, true);
        }
        QString operator()(const SetDepth& set) const
        {
            return stageText(before.current.depths, set.stage, set.blocks, false);
        }
        QString operator()(const SetConfiguration& set) const
        {
            return tr("size %1 → %2").arg(sizeText(before.current), sizeText(set.configuration));
        }
        QString operator()(const PinSample&) const
        {
            return tr("pin %1").arg(sizeText(before.current));
        }
        QString operator()(const SetPinned& set) const
        {
            return before.pinned ? tr("pinned size %1 → %2")
                                       .arg(sizeText(*before.pinned), sizeText(set.configuration))
                                 : tr("pin %1").arg(sizeText(set.configuration));
        }
        QString operator()(const UnpinSample&) const
        {
            return before.pinned ? tr("unpin %1").arg(sizeText(*before.pinned)) : tr("unpin");
        }
        QString operator()(const SwapPinned&) const
        {
            return before.pinned ? tr("swap %1 with the pinned %2")
                                       .arg(sizeText(before.current), sizeText(*before.pinned))
                                 : tr("swap");
        }
        QString operator()(const SetAveraging& set) const
        {
            return tr("averaging %1 → %2").arg(before.averaging).arg(set.samples);
        }
        QString operator()(const ShowPage& show) const
        {
            return tr("page %1 → %2").arg(pageText(before.page), pageText(show.page));
        }
        QString operator()(const SetOption& set) const
        {
            return tr("%1 %2 → %3")
                .arg(optionText(set.option), optionValueText(set.option, optionValue(before, set.option)),
                     optionValueText(set.option, set.value));
        }
    };
    return std::visit(
        [&]<class A>(const A& step) {
            if constexpr (ZooAction<A>) {
                return zooStepText(action, before);
            } else {
                return Words{before}(step);
            }
        },
        action);
}

} // namespace morphospace
