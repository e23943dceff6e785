// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/morph/morph_page.h"

#include "core/datasets/library.h"
#include "widgets/model/recorded.h"
#include "widgets/morph/accuracy_gauge.h"
#include "widgets/morph/confusion_dialog.h"
#include "widgets/morph/image_strip.h"
#include "widgets/morph/network_diagram.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace morphospace {
MorphPage::MorphPage(SessionModel& session, TestImages& images, LiveMorph& live, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_live(live)
    , m_diagram(new NetworkDiagram)
    , m_gauge(new AccuracyGauge)
    , m_confusion(new QPushButton(icon(QStringLiteral("matrix")), tr("By class…")))
    , m_stripOrMissing(new QStackedWidget)
    , m_strip(new ImageStrip)
    , m_missing(makeNote())
    , m_choose(new QPushButton)
{
    auto* diagramCard = makeCard();
    auto* diagramLayout = new QVBoxLayout(diagramCard);
    diagramLayout->setContentsMargins(4, 6, 4, 4);
    diagramLayout->addWidget(m_diagram);

    auto* accuracyCard = makeCard();
    auto* accuracyLayout = new QHBoxLayout(accuracyCard);
    accuracyLayout->setContentsMargins(18, 8, 14, 6);
    accuracyLayout->setSpacing(12);
    accuracyLayout->addWidget(m_gauge, 1);
    accuracyLayout->addWidget(makePart("by-class", m_confusion), 0, Qt::AlignTop);
    describeControl(m_confusion, tr("Accuracy by class"),
                    tr("Confusion matrix and accuracy of each class, in a window that follows the "
                       "sliders"));

    auto* missingPanel = new QWidget;
    auto* missingLayout = new QVBoxLayout(missingPanel);
    missingLayout->setAlignment(Qt::AlignCenter);
    missingLayout->setSpacing(12);
    m_missing->setAlignment(Qt::AlignCenter);
    m_missing->setMinimumWidth(260);
    m_choose->setObjectName(QStringLiteral("primary"));
    describeControl(m_choose, tr("Choose the folder"),
                    tr("Says where the test images of this data set are on this machine"));
    missingLayout->addWidget(m_missing);
    missingLayout->addWidget(m_choose, 0, Qt::AlignHCenter);

    auto* stripCard = makeCard();
    auto* stripLayout = new QVBoxLayout(stripCard);
    stripLayout->setContentsMargins(8, 4, 8, 2);
    m_stripOrMissing->addWidget(m_strip);
    m_stripOrMissing->addWidget(missingPanel);
    stripLayout->addWidget(m_stripOrMissing);

    auto* content = new PageContent;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new ContentScroll(content));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 6, 8, 2);
    column->setSpacing(6);
    column->addWidget(diagramCard, 5);
    column->addWidget(accuracyCard, 0);
    column->addWidget(stripCard, 4);
    setPart(diagramCard, "diagram");
    setPart(accuracyCard, "accuracy");
    setPart(stripCard, "images");
    accuracyCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_confusion, &QPushButton::clicked, this, &MorphPage::showConfusion);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        if (m_session.manifold()) {
            Q_EMIT folderWanted(QString::fromStdString(m_session.manifold()->dataset));
        }
    });
    connect(m_strip, &ImageStrip::selectedChanged, this, &MorphPage::showExample);
    connect(&m_session, &SessionModel::manifoldChanged, this, &MorphPage::manifoldChanged);
    connect(&m_session, &SessionModel::stateChanged, this, &MorphPage::stateChanged);
    connect(&m_images, &TestImages::changed, this, &MorphPage::imagesChanged);
    connect(&m_live, &LiveMorph::pictureChanged, this, &MorphPage::pictureChanged);
    connect(&m_live, &LiveMorph::measurementChanged, this, &MorphPage::measurementChanged);
    connect(&m_live, &LiveMorph::pinnedChanged, this, &MorphPage::pinnedChanged);
    manifoldChanged();
    stateChanged();
    imagesChanged();
}

void MorphPage::manifoldChanged()
{
    if (m_session.manifold()) {
        m_diagram->setFamily(m_session.manifold()->family());
    } else {
        m_diagram->clear();
    }
}

void MorphPage::stateChanged()
{
    if (m_session.manifold()) {
        m_diagram->setConfigurations(m_session.state().current, m_session.state().pinned);
        const MorphResult* result = m_live.current();
        if (!m_images.images() && !m_images.isReading()) {
            showRecorded();
        } else if (result == nullptr || result->key.configuration != m_session.state().current
                   || result->key.averaging != m_session.state().averaging
                   || !result->measurement) {
            m_gauge->setPending();
        }
    } else {
        m_gauge->setMessage(tr("Open a manifold to begin."));
    }
}

void MorphPage::imagesChanged()
{
    const bool there = m_images.images() != nullptr;
    m_strip->clear();
    if (there) {
        m_strip->setImages(m_images.images(), m_live.examples());
    }
    const bool missing = !there && !m_images.missing().isEmpty();
    m_stripOrMissing->setCurrentIndex(missing ? 1 : 0);
    m_confusion->setEnabled(there);
    if (missing && m_session.manifold()) {
        const QString name = QString::fromStdString(datasetTitle(m_session.manifold()->dataset));
        m_missing->setText(tr("The test images of %1 are not on this machine yet. Until they are, the "
                              "page shows what was measured when the manifold was trained.")
                               .arg(name));
        m_missing->setToolTip(m_images.missing());
        m_choose->setText(tr("Choose the folder with %1…").arg(name));
        m_choose->setAccessibleName(m_choose->text());
        m_diagram->setExample({}, {}, true);
        showRecorded();
    }
    pictureChanged();
    measurementChanged();
    pinnedChanged();
}

void MorphPage::pictureChanged()
{
    const MorphResult* result = m_live.current();
    m_strip->setCurrent(result != nullptr ? result->strip : std::vector<Prediction>());
    showExample();
}

void MorphPage::measurementChanged()
{
    const MorphResult* result = m_live.current();
    if (result != nullptr && result->measurement) {
        m_gauge->setCurrent(*result->measurement, result->total);
    } else if (m_images.images() == nullptr && !m_images.isReading() && m_session.manifold()) {
        showRecorded();
    } else if (m_gauge->current()) {
        m_gauge->setPending();
    } else if (m_session.manifold()) {
        m_gauge->setMessage(tr("Measuring…"));
    }
}

void MorphPage::pinnedChanged()
{
    const MorphResult* result = m_live.pinned();
    m_strip->setPinned(result != nullptr ? result->strip : std::vector<Prediction>());
    std::optional<Measurement> measured = result != nullptr ? result->measurement : std::nullopt;
    const SessionState& state = m_session.state();
    if (!measured && state.pinned && m_session.manifold() && !m_images.images()
        && !m_images.isReading()) {
        if (const Measurement* recorded =
                recordedAt(*m_session.manifold(), *state.pinned, state.averaging)) {
            measured = *recorded;
        }
    }
    m_gauge->setPinned(measured);
}

void MorphPage::showExample()
{
    const int index = m_strip->selected();
    const auto at = std::size_t(index);
    if (at >= m_strip->which().size()) {
        m_diagram->setExample({}, {}, true);
        return;
    }
    QString answer;
    bool right = true;
    if (at < m_strip->current().size()) {
        const int label = m_strip->current()[at].label;
        answer = QString::fromStdString(m_images.images()->classNames.at(std::size_t(label)));
        right = label == m_images.images()->labels[m_strip->which()[at]];
    }
    m_diagram->setExample(m_strip->picture(index), answer, right);
}

const Measurement* MorphPage::recordedOfNow() const
{
    const SessionState& state = m_session.state();
    return recordedAt(*m_session.manifold(), state.current, state.averaging);
}

void MorphPage::showRecorded()
{
    if (const Measurement* measurement = recordedOfNow()) {
        m_gauge->setCurrent(*measurement, measurement->images, true);
        return;
    }
    m_gauge->setMessage(tr("No accuracy was recorded at this size when the manifold was trained, and "
                           "there are no test images to measure it on."));
}

MorphFigureData MorphPage::figureData() const
{
    MorphFigureData data;
    data.manifold = m_session.manifold();
    if (!data.manifold) {
        return data;
    }
    const SessionState& state = m_session.state();
    data.current = state.current;
    data.pinned = state.pinned;
    data.images = m_images.images();
    data.which = m_strip->which();
    data.selected = m_strip->selected();
    if (const MorphResult* result = m_live.current()) {
        data.saidCurrent = result->strip;
        data.measured = result->measurement;
        data.total = result->total;
        data.confusion = result->confusion;
    }
    if (const Measurement* measurement = data.images ? nullptr : recordedOfNow()) {
        data.measured = *measurement;
        data.total = measurement->images;
        data.recorded = true;
    }
    if (const MorphResult* result = m_live.pinned()) {
        data.saidPinned = result->strip;
        data.measuredPinned = result->measurement;
    }
    if (const PairedComparison* compared = m_live.comparison();
        compared != nullptr && data.pinned != data.current) {
        data.compared = *compared;
    }
    return data;
}

bool MorphPage::showsConfusion() const
{
    return m_dialog != nullptr && m_dialog->isVisible();
}

void MorphPage::showConfusion()
{
    if (m_dialog == nullptr) {
        m_dialog = new ConfusionDialog(m_live, m_session, this);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace morphospace
