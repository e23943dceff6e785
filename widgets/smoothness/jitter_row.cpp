// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/jitter_row.h"

#include "widgets/language/words.h"
#include "widgets/model/session_options.h"
#include "widgets/shared/card.h"
#include "widgets/shared/spoken.h"
#include "widgets/shared/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace morphospace {
namespace {

/// Values that the option of the jitter accepts, in order.
std::vector<std::string> jitterValues()
{
    for (const SessionOption& option : sessionOptions()) {
        if (option.name == "smoothness.jitter") {
            return {option.accepted.begin(), option.accepted.end()};
        }
    }
    return {"0"};
}

/// The option says the full width; a person thinks of how far a coordinate can move.
QString jitterWords(const std::string& width)
{
    const double half = QString::fromStdString(width).toDouble() / 2;
    return tr("± %1 channels").arg(significantText(half, 3));
}

} // namespace

JitterRow::JitterRow(SessionModel& session, TestImages& images, SmoothnessModel& model,
                     QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_text(new QLabel)
    , m_measure(new QPushButton)
    , m_effect(makeNote())
{
    m_slider->setObjectName(QStringLiteral("plain"));
    m_slider->setRange(0, int(jitterValues().size()) - 1);
    m_slider->setPageStep(2);
    m_slider->setMinimumWidth(110);
    describeControl(m_slider, tr("Jitter of the coordinates"),
                    tr("How far noise moves every coordinate at most, in channels; the average of K "
                       "samples uses half a channel"));
    m_text->setMinimumWidth(QFontMetrics(font()).horizontalAdvance(jitterWords("0.75")));
    m_measure->setObjectName(QStringLiteral("primary"));
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Jitter")));
    row->addWidget(m_slider, 1);
    row->addWidget(m_text);
    row->addWidget(m_measure);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_effect);

    connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
        chooseOption(m_session, "smoothness.jitter", jitterValues()[std::size_t(index)]);
    });
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_session.beginDrag(); });
    connect(m_slider, &QSlider::sliderReleased, this, [this] { m_session.endDrag(); });
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_model.isMeasuring()) {
            m_model.cancelMeasuring();
        } else {
            m_model.measureJitter(m_limit);
        }
    });
    connect(&m_model, &SmoothnessModel::effectChanged, this, &JitterRow::refresh);
    connect(&m_images, &TestImages::changed, this, &JitterRow::refresh);
    refresh();
}

JitterRow::~JitterRow()
{
    m_model.disconnect(this);
}

void JitterRow::showOptions()
{
    const QSignalBlocker quiet(m_slider);
    const std::vector<std::string> jitters = jitterValues();
    const auto jitter = std::ranges::find(jitters, optionOf(m_session, "smoothness.jitter"));
    m_slider->setValue(int(jitter - jitters.begin()));
    m_text->setText(jitterWords(*jitter));
    setSpokenValue(m_slider, m_text->text());
}

void JitterRow::refresh()
{
    const bool measuring = m_model.isMeasuring();
    m_measure->setText(measuring ? tr("Cancel") : tr("Measure accuracy"));
    m_measure->setEnabled(measuring || m_images.images() != nullptr);
    describeControl(m_measure, m_measure->text(),
                    measuring ? tr("Stops measuring; what is known stays")
                              : tr("Measures the clean sample, one jittered sample and the average of "
                                   "many on the test images"));
    const JitterEffect* effect = m_model.effect();
    if (effect == nullptr) {
        m_effect->clear();
    } else {
        const auto words = [&](const std::optional<Measurement>& measurement) {
            return measurement ? tr("%1 (%2 to %3)", "accuracy and its interval")
                                     .arg(percentText(measurement->accuracy()),
                                          percentText(measurement->low),
                                          percentText(measurement->high))
                               : tr("…");
        };
        const std::int64_t images = effect->clean ? effect->clean->images : 0;
        m_effect->setText(tr("Accuracy on %1 images with 95 % intervals: clean %2, one jittered sample "
                             "%3, mean of %4 samples %5.")
                              .arg(images > 0 ? countText(images) : tr("…"), words(effect->clean),
                                   words(effect->draw), QString::number(effect->averaging),
                                   words(effect->averaged)));
    }
    m_effect->setVisible(effect != nullptr);
}

} // namespace morphospace
