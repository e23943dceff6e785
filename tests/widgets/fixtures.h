// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/manifold/manifold.h"
#include "widgets/shared/resources.h"
#include "widgets/shared/spoken.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#include <filesystem>
#include <memory>

class QSlider;

namespace morphospace {

/// A manifold around a freshly initialised network: it knows nothing, but all its parts are real.
/// LeNet with 8 channels and 10 classes, or a ResNet 4-8-16 x 2-2-2.
[[nodiscard]] std::shared_ptr<Manifold> untrainedManifold(FamilyKind kind);

/// Random pictures that fit untrainedManifold, with the labels in turn and two clusters.
[[nodiscard]] std::shared_ptr<const ImageSet> randomImages(FamilyKind kind, std::size_t count);

/// Writes a zoo around an untrained denoiser: 30 members "Face 1" ... at random places whose
/// attributes follow the first components, with calibrations of slant and stroke. What it draws is
/// noise, but all its parts are real.
void writeTinyZoo(const std::filesystem::path& file);

/// Sends a real mouse event to the place of `value` on a slider.
void sendMouse(QSlider* slider, QEvent::Type type, int value);

/// Every control under `root` that a person can reach and that has no name for a screen reader or
/// no tool tip, as "Class objectName parentClass".
[[nodiscard]] QStringList unnamedControls(QWidget* root);

/// A test program with a window: under the offscreen platform where there is no display.
template<typename Test>
int runGuiTest(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("morphospace-test"));
    QApplication application(argc, argv);
    initResources();
    installSpokenViews();   // as the program does
    applyTheme(application, ThemeChoice::Light);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace morphospace
