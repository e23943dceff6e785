// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fixtures.h"
#include "widgets/landscape/landscape_page.h"

#include <QAbstractButton>

namespace morphospace {

/// A Landscape page with all that it needs, as in the window.
struct World {
    JobBoard jobs;
    SessionModel session;
    TestImages images{jobs};
    MeasurementModel measurements;
    LandscapeModel model{session, images, measurements, jobs};
    std::unique_ptr<LandscapePage> page;

    explicit World(FamilyKind kind, std::size_t count = 60)
    {
        QObject::connect(&model, &LandscapeModel::measured, &measurements,
                         &MeasurementModel::record);
        auto manifold = untrainedManifold(kind);
        manifold->hash = std::string(64, 'a');
        measurements.setManifold(manifold);
        session.open(manifold, "untrained.manifold");
        images.provide(randomImages(kind, count));
        model.provideValidation(randomImages(kind, 40));
        page = std::make_unique<LandscapePage>(session, images, model);
        page->resize(900, 600);
        page->show();
        (void)QTest::qWaitForWindowExposed(page.get());
    }

    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        for (auto* one : page->findChildren<QAbstractButton*>()) {
            if (one->accessibleName() == name) {
                return one;
            }
        }
        return nullptr;
    }
    void click(const QString& name) const
    {
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
};

} // namespace morphospace
