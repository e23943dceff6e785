// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/diagram_layout.h"

#include <algorithm>

namespace morphospace {
namespace {

constexpr double blockGap = 9;
constexpr double innerGap = 4;
constexpr double stageGap = 26;
constexpr double stageClearance = 8; // behind a stage, for the line that bypasses the next block
constexpr double easyScale = 0.4;    // pixels a channel; thinner boxes are rather drawn less deep
constexpr double leastThickness = 3;
constexpr double leastHeight = 16;
constexpr double greatestScale = 2.6;
constexpr double classifierThickness = 12;

bool isShortcut(const Unit& unit)
{
    return unit.name.find("shortcut") != std::string::npos;
}

/// `behind`: how far the box before recedes.
double gapBefore(const Unit& before, const Unit& unit, double behind)
{
    if (before.stage != unit.stage || before.block < 0 || unit.block < 0) {
        return std::max(stageGap, behind + stageClearance);
    }
    return before.block == unit.block ? innerGap : blockGap;
}

} // namespace

const DiagramBox* DiagramLayout::find(const std::string& name) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(),
                                    [&](const DiagramBox& box) { return box.unit.name == name; });
    return found == boxes.end() ? nullptr : &*found;
}

Configuration envelope(const Family& family, const Configuration& a,
                       const std::optional<Configuration>& b)
{
    Configuration largest = family.full;
    for (std::size_t stage = 0; stage < largest.widths.size(); ++stage) {
        largest.widths[stage] = std::max(largest.widths[stage], a.widths.at(stage));
        if (b) {
            largest.widths[stage] = std::max(largest.widths[stage], b->widths.at(stage));
        }
    }
    return largest;
}

DiagramLayout layOut(const Family& family, const Configuration& largest, const QRectF& area)
{
    DiagramLayout layout;
    const std::vector<Unit> all = units(family, largest);

    double channels = 0;
    double thick = 0;
    int greatestSide = 1;
    std::vector<const Unit*> line;   // along the way of the data
    for (const Unit& unit : all) {
        if (isShortcut(unit)) {
            continue;
        }
        line.push_back(&unit);
        if (unit.operation == Operation::Linear) {
            thick += classifierThickness;
        } else {
            channels += unit.out.size;
            greatestSide = std::max(greatestSide, unit.outputSize);
        }
    }
    const double full = area.height();
    const auto heightOf = [&](const Unit& unit) {
        return std::max(leastHeight, full * unit.outputSize / greatestSide);
    };
    const auto fixedWidth = [&] {
        double width = thick;
        for (std::size_t i = 1; i < line.size(); ++i) {
            width += gapBefore(*line[i - 1], *line[i], layout.recede(heightOf(*line[i - 1])).x());
        }
        return width;
    };
    // A stage that runs over the next one hides where it begins.
    const double flattest = std::min(1.0, (stageGap - stageClearance) / (recedeX * std::max(1.0, full)));
    while (layout.depth > flattest && fixedWidth() + channels * easyScale > area.width()) {
        layout.depth = std::max(flattest, layout.depth - 0.05);
    }
    const double fixed = fixedWidth();
    layout.scale = std::clamp((area.width() - fixed) / std::max(1.0, channels), 0.1, greatestScale);
    const double used = fixed + channels * layout.scale;
    layout.axis = area.center().y();
    layout.missing = std::max(0.0, used - area.width());

    double x = area.left() + std::max(0.0, (area.width() - used) / 2);
    const Unit* before = nullptr;
    for (const Unit& unit : all) {
        DiagramBox box;
        box.unit = unit;
        if (isShortcut(unit)) {
            box.kind = DiagramBox::Kind::Shortcut;
            layout.boxes.push_back(box);
            continue;
        }
        if (before != nullptr) {
            x += gapBefore(*before, unit, layout.recede(heightOf(*before)).x());
        }
        double thickness = unit.out.size * layout.scale;
        double height = heightOf(unit);
        if (unit.operation == Operation::Linear) {
            box.kind = DiagramBox::Kind::Classifier;
            thickness = classifierThickness;
            height = std::clamp(unit.in.size * layout.scale, leastHeight, full);
        }
        box.least = leastThickness;
        box.slot = QRectF(x, layout.axis - height / 2, thickness, height);
        x += thickness;
        layout.boxes.push_back(box);
        before = &unit;
    }

    // A shortcut stands over the block it bypasses.
    for (DiagramBox& box : layout.boxes) {
        if (box.kind != DiagramBox::Kind::Shortcut) {
            continue;
        }
        const std::string prefix = box.unit.name.substr(0, box.unit.name.rfind("shortcut"));
        const DiagramBox* first = layout.find(prefix + "conv1");
        const DiagramBox* last = layout.find(prefix + "conv2");
        const double middle = (first->slot.left() + last->slot.right()) / 2;
        const double width = box.unit.out.size * layout.scale;
        box.least = leastThickness;
        box.slot = QRectF(middle - width / 2, layout.bypassHeight(first->slot) - 4.5, width, 9);
    }

    for (const DiagramBox& box : layout.boxes) {
        if (box.kind == DiagramBox::Kind::Shortcut) {
            continue;
        }
        const bool ofBlock = box.unit.block >= 0;
        const bool joins = ofBlock && !layout.captions.empty()
            && layout.captions.back().unit.isEmpty()
            && layout.captions.back().stage == box.unit.stage;
        if (joins) {
            layout.captions.back().right = box.slot.right();
        } else {
            layout.captions.push_back({box.unit.stage,
                                       ofBlock ? QString() : QString::fromStdString(box.unit.name),
                                       box.slot.left(), box.slot.right()});
        }
    }
    return layout;
}

std::optional<Unit> unitAt(const Family& family, const Configuration& configuration,
                           const std::string& name)
{
    for (const Unit& unit : units(family, configuration)) {
        if (unit.name == name) {
            return unit;
        }
    }
    return std::nullopt;
}

} // namespace morphospace
