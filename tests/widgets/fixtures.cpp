// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fixtures.h"

#include "core/diffusion/zoo_parts.h"
#include "core/manifold/generator.h"
#include "core/networks/forward.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSlider>
#include <QStyle>

#undef slots
#include <torch/types.h>
#include <torch/utils.h>

#include <random>

namespace morphospace {

std::shared_ptr<Manifold> untrainedManifold(FamilyKind kind)
{
    const bool residual = kind == FamilyKind::ResNet;
    const Family family = residual ? resNet({4, 8, 16}, {2, 2, 2}, 1, 28, 10, 2) : leNet(8, 10);
    const SlotTensors base = initialSlots(units(family, family.full), 7);
    auto manifold = std::make_shared<Manifold>(
        family, InputScaling{{0.5F}, {0.5F}}, makeGenerator(family, GeneratorSettings{}, base, 7));
    manifold->title = residual ? "Test / ResNet" : "Test / LeNet";
    manifold->dataset = "glyphs";
    for (int c = 0; c < family.classes; ++c) {
        manifold->classNames.push_back(std::to_string(c));
    }
    manifold->trained.greatest = family.full;
    manifold->trained.least = uniformWidths(family, 0.5, family.full.depths);
    for (int& depth : manifold->trained.least.depths) {
        depth = 1;
    }
    manifold->hash = std::string(64, residual ? '5' : '1');
    for (const double fraction : {0.25, 0.5, 0.75, 1.0}) {
        Measurement measurement;
        measurement.configuration = uniformWidths(family, fraction, family.full.depths);
        measurement.dataset = "Test (test)";
        measurement.images = 400;
        measurement.correct = std::int64_t(300 + 80 * fraction);
        measurement.low = measurement.accuracy() - 0.03;
        measurement.high = measurement.accuracy() + 0.03;
        measurement.intervalMethod = "Wilson";
        measurement.parameters = parameterCount(family, measurement.configuration);
        measurement.macs = macCount(family, measurement.configuration);
        measurement.compression = compression(family, measurement.configuration);
        measurement.source = "manifold";
        manifold->recorded.push_back(measurement);
        measurement.source = "one by one";
        measurement.correct += 5;
        manifold->reference.push_back(measurement);
    }
    return manifold;
}

std::shared_ptr<const ImageSet> randomImages(FamilyKind kind, std::size_t count)
{
    const bool residual = kind == FamilyKind::ResNet;
    const Family family = residual ? resNet({4, 8, 16}, {2, 2, 2}, 1, 28, 10, 2) : leNet(8, 10);
    auto set = std::make_shared<ImageSet>();
    set->name = "Test (test)";
    set->channels = family.imageChannels;
    set->height = family.imageSize;
    set->width = family.imageSize;
    std::mt19937 random(3);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t p = 0; p < set->imageBytes(); ++p) {
            set->pixels.push_back(std::uint8_t(random() & 255U));
        }
        set->labels.push_back(std::uint8_t(i % std::size_t(family.classes)));
        set->clusters.push_back(std::uint16_t(i % 2));
    }
    for (int c = 0; c < family.classes; ++c) {
        set->classNames.push_back(std::to_string(c));
    }
    set->hash = "random";
    return set;
}

void writeTinyZoo(const std::filesystem::path& file)
{
    constexpr std::int64_t members = 30;
    constexpr std::int64_t components = 12;
    torch::manual_seed(11);
    TypefaceZoo::Parts parts;
    parts.base = makeDenoiser({784, 16, 2, 8, 52}, 5);
    for (std::size_t i = 1; i <= 3; ++i) {
        parts.base.weights[i].normal_(0, 0.2);   // FiLM starts at zero: letters would be alike
    }
    parts.layout.shape = parts.base.shape;
    for (const LinearMap& map : linearMaps(parts.base.shape)) {
        parts.layout.sharedA.push_back(torch::randn({1, map.in}) / std::sqrt(double(map.in)));
    }
    const std::int64_t d = parts.layout.size();
    const auto copyOf = [](const at::Tensor& tensor) {
        const at::Tensor flat = tensor.contiguous();
        return std::vector<float>(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    };
    parts.space.mean = copyOf(0.1 * torch::randn({d}));
    parts.space.deviation.assign(std::size_t(d), 0.3F);
    const at::Tensor axes = std::get<0>(torch::linalg_qr(torch::randn({d, components}))).t();
    parts.space.components = Matrix(components, std::size_t(d));
    parts.space.components.values = copyOf(axes);
    at::Tensor z = torch::randn({members, components});
    z = std::get<0>(torch::linalg_qr(z - z.mean(0, true)));   // uncorrelated, as a space has them
    for (std::int64_t k = 0; k < components; ++k) {
        const double deviation = 12.0 / (1 + double(k));
        z.select(1, k) *= deviation * std::sqrt(double(members - 1));
        parts.space.variances.push_back(deviation * deviation);
        parts.space.totalVariance += 1.25 * deviation * deviation;
    }
    parts.space.members = members;
    parts.coefficients = Matrix(members, components);
    parts.coefficients.values = copyOf(z);
    for (std::int64_t i = 0; i < members; ++i) {
        ZooMember member;
        member.family = "Face";
        member.style = std::to_string(i + 1);
        member.group = "g" + std::to_string(i / 2);
        member.package = "p";
        member.licence = "OFL";
        member.fit = 0.1;
        for (std::size_t a = 0; a < member.measures.size(); ++a) {
            member.measures[a] = z[i][std::int64_t(a)].item<double>() + 0.2 * double(i % 3);
        }
        parts.members.push_back(std::move(member));
    }
    for (const char* name : {"slant", "stroke"}) {
        Calibration calibration;
        calibration.asked = {-4, -2, 2, 4};
        calibration.curves = {{{}, {-1.5, -0.8, 1, 2}, {}}};
        parts.calibrations[name] = calibration;
    }
    parts.metadata["title"] = "Test / Typefaces";
    parts.metadata["recipe"] = "{}";
    writeZoo(parts, file);
}

void sendMouse(QSlider* slider, QEvent::Type type, int value)
{
    const int length = slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider);
    const int x = QStyle::sliderPositionFromValue(slider->minimum(), slider->maximum(), value,
                                                  slider->width() - length)
        + length / 2;
    const QPointF at(x, slider->height() / 2.0);
    QMouseEvent event(type, at, slider->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    QApplication::sendEvent(slider, &event);
}

QStringList unnamedControls(QWidget* root)
{
    QStringList list;
    QList<QWidget*> all = root->findChildren<QWidget*>();
    all.prepend(root);
    for (QWidget* widget : all) {
        const bool standard = qobject_cast<QAbstractButton*>(widget) != nullptr
            || qobject_cast<QAbstractSlider*>(widget) != nullptr
            || qobject_cast<QAbstractSpinBox*>(widget) != nullptr
            || qobject_cast<QComboBox*>(widget) != nullptr
            || qobject_cast<QAbstractItemView*>(widget) != nullptr
            || qobject_cast<QLineEdit*>(widget) != nullptr;
        if (!standard && (widget->focusPolicy() & Qt::TabFocus) == 0) {
            continue;
        }
        // Parts that Qt makes inside a control: the control speaks for them.
        const QWidget* parent = widget->parentWidget();
        const QString name = widget->objectName();
        const auto* area = qobject_cast<const QAbstractScrollArea*>(parent);
        if (area != nullptr && area->viewport() == widget) {
            continue;
        }
        if (name.startsWith(QStringLiteral("qt_")) || qobject_cast<const QAbstractSpinBox*>(parent)
            || qobject_cast<const QComboBox*>(parent)
            || widget->inherits("QScrollBar") || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton") || widget->inherits("QComboBoxListView")
            || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QDockWidget")
            || widget->inherits("QStackedWidget") || widget->inherits("QTabWidget")
            || widget->inherits("QMenu") || widget->inherits("QMenuBar")
            || widget->inherits("QDockWidgetTitleButton")
            || (parent != nullptr && parent->inherits("QTabBar"))) {
            continue;
        }
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        const QString spoken = accessible != nullptr ? accessible->text(QAccessible::Name) : QString();
        if (spoken.isEmpty() || widget->toolTip().isEmpty()) {
            list += QStringLiteral("%1 '%2' in %3: name '%4', tip '%5'")
                        .arg(QString::fromLatin1(widget->metaObject()->className()), name,
                             parent != nullptr
                                 ? QString::fromLatin1(parent->metaObject()->className())
                                 : QString(),
                             spoken, widget->toolTip());
        }
    }
    return list;
}

} // namespace morphospace
