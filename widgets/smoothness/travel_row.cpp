// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/travel_row.h"

#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text.h"
#include "widgets/smoothness/smoothness_choice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr int travelMilliseconds = 5000;
constexpr int travelStep = 5;           // percent, of a key

QString dataOf(OrderKind kind)
{
    const std::string_view name = nameOf(kind);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

TravelRow::TravelRow(SessionModel& session, SmoothnessModel& model, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_play(new QToolButton)
    , m_before(new ElidingBox)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_text(new QLabel(percentText(1, 0)))
    , m_after(new ElidingBox)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 4);
    m_play->setIcon(icon(QStringLiteral("play")));
    describeControl(m_play, tr("Play"),
                    tr("Lets every channel travel from the order before to the one after"));
    m_slider->setObjectName(QStringLiteral("plain"));
    m_slider->setRange(0, 100);
    m_slider->setValue(100);
    m_slider->setSingleStep(travelStep);
    m_slider->setPageStep(4 * travelStep);
    m_slider->setMinimumWidth(90);
    describeControl(m_slider, tr("Way of the channels"),
                    tr("How far every channel has gone from its position in the order before to that "
                       "in the order after, in percent"));
    m_text->setMinimumWidth(QFontMetrics(font()).horizontalAdvance(QStringLiteral("100 %")));
    for (QComboBox* box : {m_before, m_after}) {
        for (const OrderKind kind : orderKinds) {
            box->addItem(orderWords(kind, false), dataOf(kind));
        }
        giveWay(box, 9);
        box->setMaximumWidth(QFontMetrics(box->font()).averageCharWidth() * 46);
    }
    morphospace::setPart(m_before, "order-before");
    morphospace::setPart(m_after, "order-after");
    describeControl(m_before, tr("Order before"), tr("The order of channels on the left"));
    describeControl(m_after, tr("Order after"), tr("The order of channels on the right"));
    row->addWidget(m_play);
    row->addWidget(m_before, 3);
    row->addWidget(m_slider, 2);
    row->addWidget(m_text);
    row->addWidget(m_after, 3);

    chooseIn(m_before, m_session, "smoothness.before");
    chooseIn(m_after, m_session, "smoothness.after");
    connect(m_play, &QToolButton::clicked, this, &TravelRow::play);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_animation.stop();
        setPart(value / 100.0);
        if (!m_slider->isSliderDown()) {
            keepPart();
        }
    });
    connect(m_slider, &QSlider::sliderReleased, this, &TravelRow::keepPart);

    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::InOutSine);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setPart(value.toDouble()); });
    connect(&m_animation, &QVariantAnimation::stateChanged, this, [this] {
        const bool playing = isPlaying();
        m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
        describeControl(m_play, playing ? tr("Pause") : tr("Play"),
                        playing ? tr("Stops the channels where they are")
                                : tr("Lets every channel travel from the order before to the one "
                                     "after"));
        if (!playing) {
            keepPart();
        }
    });
}

TravelRow::~TravelRow()
{
    m_animation.disconnect(this);
}

void TravelRow::showOptions()
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_before), QSignalBlocker(m_after),
                                    QSignalBlocker(m_slider)};
    for (QComboBox* box : {m_before, m_after}) {
        box->setItemText(box->findData(dataOf(OrderKind::Original)),
                         orderWords(OrderKind::Original, m_model.hasCheckpoint()));
    }
    m_before->setCurrentIndex(m_before->findData(dataOf(m_model.before())));
    m_after->setCurrentIndex(m_after->findData(dataOf(m_model.after())));
    const int kept =
        QString::fromStdString(optionOf(m_session, "smoothness.travel")).toInt();
    if (!isPlaying() && !m_slider->isSliderDown()
        && std::abs(100 * m_part - kept) > 0.01) {
        setPart(kept / 100.0);
        Q_EMIT rested();
    }
}

void TravelRow::setPart(double part)
{
    m_part = std::clamp(part, 0.0, 1.0);
    const QSignalBlocker quiet(m_slider);
    if (!m_slider->isSliderDown()) {
        m_slider->setValue(int(std::lround(100 * m_part)));
    }
    m_text->setText(percentText(m_part, 0));
    Q_EMIT partChanged(m_part);
}

void TravelRow::keepPart()
{
    // What a session keeps is what is seen, to the percent: a replay shows the same picture.
    const int percent = int(std::lround(100 * m_part));
    if (m_part != percent / 100.0) {
        setPart(percent / 100.0);
    }
    Q_EMIT rested();
    chooseOption(m_session, "smoothness.travel", std::to_string(percent));
}

void TravelRow::travelTo(double part)
{
    m_animation.stop();
    setPart(part);
}

bool TravelRow::isPlaying() const
{
    return m_animation.state() == QAbstractAnimation::Running;
}

void TravelRow::play()
{
    if (isPlaying()) {
        m_animation.stop();
        return;
    }
    const double from = m_part >= 1 ? 0 : m_part;
    m_animation.setStartValue(from);
    m_animation.setDuration(int((1 - from) * travelMilliseconds));
    m_animation.start();
}

} // namespace morphospace
