// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/surface_pair.h"

#include "widgets/scene/height_field.h"
#include "widgets/shared/card.h"
#include "widgets/smoothness/smoothness_content.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace morphospace {
namespace {
constexpr int restMilliseconds = 250;   // after which channels have arrived, or pause
constexpr int thinSide = 128;           // rows and columns while they travel where all are slow
}

SurfacePair::SurfacePair(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (std::size_t side = 0; side < 2; ++side) {
        m_places[side] = new QWidget;
        auto* column = new QVBoxLayout(m_places[side]);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        m_titles[side] = makeHeading({});
        m_titles[side]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        column->addWidget(m_titles[side]);
        row->addWidget(m_places[side], 1);
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_thin = false;
        m_views[1]->setHasty(false);
        show(1);
    });
}

SceneColours SurfacePair::coloursOf(const Theme& theme)
{
    return {theme.surface, theme.line, theme.text, theme.muted};
}

void SurfacePair::make()
{
    if (m_views[0] != nullptr) {
        return;
    }
    for (std::size_t side = 0; side < 2; ++side) {
        auto field = std::make_unique<HeightField>();
        m_fields[side] = field.get();
        m_views[side] = new View3D(std::move(field));
        m_views[side]->setCamera(m_camera);
        m_views[side]->setColours(coloursOf(currentTheme()));
        m_places[side]->layout()->addWidget(m_views[side]);
        static_cast<QVBoxLayout*>(m_places[side]->layout())->setStretchFactor(m_views[side], 1);
        connect(m_views[side], &View3D::cameraChanged, this, [this, side](const SceneCamera& camera) {
            m_camera = camera;
            m_views[1 - side]->setCamera(camera);
        });
        connect(m_views[side], &View3D::moving, this, [this](bool moving) {
            for (std::size_t each = 0; each < 2; ++each) {
                m_fields[each]->setCoarse(moving && m_views[each]->isSlow());
                m_views[each]->setHasty(moving && m_views[each]->isSlow());
                m_views[each]->refresh();
            }
        });
    }
    m_views[0]->setAccessibleName(tr("Surface before"));
    m_views[1]->setAccessibleName(tr("Surface after"));
    m_old = true;
}

void SurfacePair::setPair(const HeatMapPair& pair)
{
    m_pair = pair;
    m_old = true;
    m_thin = false;
    m_rest.stop();
    if (isVisible()) {
        make();
        m_views[1]->setHasty(false);
        show(0);
        show(1);
        m_old = false;
    }
}

void SurfacePair::setRight(const HeatMapPair& pair)
{
    m_pair = pair;
    if (isVisible() && m_views[1] != nullptr) {
        // Thinned it is fast, which says nothing of the whole.
        m_thin = m_thin || m_views[1]->isSlow();
        m_views[1]->setHasty(m_thin);
        show(1, m_thin);
        if (m_thin) {
            m_rest.start();
        }
    } else {
        m_old = true;
    }
}

void SurfacePair::show(int side, bool thin)
{
    const auto at = std::size_t(side);
    m_titles[at]->setText(m_pair.titles[at]);
    m_titles[at]->setToolTip(m_pair.titles[at]);
    m_fields[at]->setData(heightField(m_pair, side, thin ? thinSide : 0));
    m_fields[at]->setAxes(heightAxes(m_pair, side));
    m_views[at]->refresh();
}

void SurfacePair::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    make();
    if (m_old) {
        show(0);
        show(1);
        m_old = false;
    }
}

void SurfacePair::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        for (View3D* view : m_views) {
            if (view != nullptr) {
                view->setColours(coloursOf(currentTheme()));
            }
        }
    }
}

} // namespace morphospace
