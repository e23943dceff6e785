// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/direction_slider.h"

#include "widgets/shared/card.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/shared/elided_label.h"
#include "widgets/shared/field_undo.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/text.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

constexpr double detentPixels = 5;
constexpr double farthest = 20;   // sigma; nothing has a meaning there

int stepsOf(double amount)
{
    return int(std::lround(amount * SigmaSlider::stepsOfSigma));
}

} // namespace

SigmaSlider::SigmaSlider(QWidget* parent)
    : TrackSlider(parent)
{
    setSingleStep(stepsOfSigma / 10);
    setPageStep(stepsOfSigma);
    setRange(-4 * stepsOfSigma, 4 * stepsOfSigma);
}

void SigmaSlider::setState(const DirectionState& state)
{
    m_state = state;
    const QSignalBlocker quiet(this);
    setRange(stepsOf(state.least), stepsOf(state.greatest));
    setValue(stepsOf(state.amount));
    update();
}

double SigmaSlider::centreOf(double amount) const
{
    return placeOf(stepsOf(amount));
}

QSize SigmaSlider::minimumSizeHint() const
{
    return {120, std::max(30, int(2 * handleRadius()) + 14)};
}

void SigmaSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const bool on = isEnabled();
    const double first = centreOf(m_state.least);
    const double last = centreOf(m_state.greatest);
    const double zero = centreOf(0);
    const double at = centreOf(sliderPosition() / double(stepsOfSigma));
    paintTrack(painter, first - 2, last + 2, 3, theme.line);
    if (m_state.usefulLeast < m_state.usefulGreatest) {
        paintTrack(painter, centreOf(m_state.usefulLeast) - 4, centreOf(m_state.usefulGreatest) + 4,
                   9, on ? theme.trained : theme.line);
    }
    if (on) {
        paintTrack(painter, zero, at, 3, theme.accent);
    }
    // Zero is a full stroke; the members' extremes are short ones below the track.
    painter.setPen(QPen(theme.muted, 1.2));
    painter.drawLine(QPointF(zero, y - 8), QPointF(zero, y + 8));
    if (m_state.membersLeast < m_state.membersGreatest) {
        for (const double extreme : {m_state.membersLeast, m_state.membersGreatest}) {
            if (extreme >= m_state.least && extreme <= m_state.greatest) {
                const double x = centreOf(extreme);
                painter.drawLine(QPointF(x, y + 5), QPointF(x, y + 12));
            } else {
                // Beyond the end: an arrow there; the words say how far.
                const double way = extreme > m_state.greatest ? 1 : -1;
                const double x = way > 0 ? last : first;
                painter.drawPolyline(QPolygonF({QPointF(x - way * 3.5, y + 5), QPointF(x, y + 8.5),
                                                QPointF(x - way * 3.5, y + 12)}));
            }
        }
    }
    if (!on) {
        return;
    }
    if (m_state.pinned) {
        paintPinned(painter, centreOf(*m_state.pinned));
    }
    paintHandle(painter);
    if (m_state.amount < m_state.least || m_state.amount > m_state.greatest) {
        // What was typed lies beyond the end that the handle stands at.
        const double way = m_state.amount > 0 ? 1 : -1;
        painter.setPen(QPen(theme.accent, 2, Qt::SolidLine, Qt::RoundCap));
        const double from = at - way * 2.5;
        painter.drawPolyline(QPolygonF({QPointF(from, y - 4), QPointF(from + way * 4, y),
                                        QPointF(from, y + 4)}));
    }
}

void SigmaSlider::rest(Qt::KeyboardModifiers modifiers)
{
    const double at = centreOf(sliderPosition() / double(stepsOfSigma));
    if ((modifiers & Qt::AltModifier) == 0 && minimum() < 0 && maximum() > 0
        && std::abs(at - centreOf(0)) <= detentPixels) {
        setSliderPosition(0);
    }
}

void SigmaSlider::mousePressEvent(QMouseEvent* event)
{
    TrackSlider::mousePressEvent(event);
    if (isDragged()) {
        rest(event->modifiers());
    }
}

void SigmaSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!isDragged()) {
        TrackSlider::mouseMoveEvent(event);
        return;
    }
    // One value a move: first what the hand says, and the detent before anybody is told.
    {
        const QSignalBlocker quiet(this);
        TrackSlider::mouseMoveEvent(event);
        rest(event->modifiers());
    }
    if (sliderPosition() != stepsOf(m_state.amount)) {
        Q_EMIT valueChanged(sliderPosition());
    }
    update();
}

void SigmaSlider::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_0 || event->key() == Qt::Key_Delete
        || event->key() == Qt::Key_Backspace) {
        Q_EMIT zeroWanted();
        return;
    }
    TrackSlider::keyPressEvent(event);
}

DirectionSlider::DirectionSlider(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel)
    , m_debias(new QCheckBox(QStringLiteral("⊥")))
    , m_field(new DecimalField)
    , m_zero(new QToolButton)
    , m_slider(new SigmaSlider)
{
    m_field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_field->setDecimals(2);
    m_field->setSingleStep(0.1);
    m_field->setRange(-farthest, farthest);
    m_field->setSuffix(QStringLiteral(" σ"));
    m_field->setKeyboardTracking(false);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("−20.00 σ")) + 22);
    leaveUndoToWindow(m_field);
    m_zero->setIcon(icon(QStringLiteral("undo")));
    m_zero->setAutoRaise(true);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_field, 0, 1);
    grid->addWidget(m_zero, 0, 2);
    auto* track = new QHBoxLayout;
    track->setSpacing(6);
    track->addWidget(m_slider, 1);
    track->addWidget(m_debias);
    grid->addLayout(track, 1, 0, 1, 3);
    grid->setColumnStretch(0, 1);

    connect(m_slider, &SigmaSlider::dragBegan, this, &DirectionSlider::dragBegan);
    connect(m_slider, &SigmaSlider::dragEnded, this, &DirectionSlider::dragEnded);
    connect(m_slider, &SigmaSlider::valueChanged, this,
            [this](int value) { ask(value / double(SigmaSlider::stepsOfSigma)); });
    connect(m_slider, &SigmaSlider::zeroWanted, this, [this] { ask(0); });
    connect(m_zero, &QToolButton::clicked, this, [this] { ask(0); });
    connect(m_field, &QDoubleSpinBox::valueChanged, this, &DirectionSlider::ask);
    connect(m_debias, &QCheckBox::clicked, this, [this](bool checked) {
        Q_EMIT debiasWanted(checked);
        // What is shown is what the owner says, also where that is "no".
        setState(DirectionState(m_state));
    });
    setDebiasTip(tr("Takes out of this direction what it shares with the others, so that they change "
                    "less when it is moved"));
    setState({});
}

void DirectionSlider::setDebiasTip(const QString& tip)
{
    m_debias->setToolTip(tr("De-bias") + QStringLiteral(": ") + tip);
    m_debias->setAccessibleDescription(tip);
}

void DirectionSlider::setState(const DirectionState& state)
{
    const bool renamed = state.name != m_state.name;
    m_state = state;
    if (renamed || m_name->text().isEmpty()) {
        m_name->setText(state.name);
        describeControl(m_slider, tr("Slider for %1").arg(state.name),
                        tr("How far the model is moved along %1, in standard deviations. The band is "
                           "the useful range, ticks under the track the extremes of the members, the "
                           "triangle A. Alt leaves the rest at zero; the key 0 goes back to it.")
                            .arg(state.name));
        describeControl(m_field, tr("Amount of %1").arg(state.name),
                        tr("The same amount, to be typed, in standard deviations"));
        describeControl(m_zero, tr("Back to zero: %1").arg(state.name),
                        tr("Takes this direction back to zero"));
        m_debias->setAccessibleName(tr("De-bias %1").arg(state.name));
    }
    {
        const QSignalBlocker quiet(m_field);
        m_field->setValue(state.amount);
    }
    m_slider->setState(state);
    {
        const QSignalBlocker quiet(m_debias);
        m_debias->setChecked(state.debiased);
    }
    m_debias->setVisible(state.canDebias);
    m_zero->setEnabled(state.amount != 0);
    describe();
}

void DirectionSlider::describe()
{
    QStringList words{tr("%1 %2 σ").arg(m_state.name, decimalText(m_state.amount, 2))};
    if (m_state.pinned) {
        words += tr("A: %1 σ").arg(decimalText(*m_state.pinned, 2));
    }
    if (m_state.membersLeast < m_state.membersGreatest) {
        words += tr("members from %1 to %2 σ").arg(decimalText(m_state.membersLeast, 1),
                                                  decimalText(m_state.membersGreatest, 1));
    }
    if (m_state.usefulLeast < m_state.usefulGreatest) {
        words += tr("useful from %1 to %2 σ").arg(decimalText(m_state.usefulLeast, 1),
                                                 decimalText(m_state.usefulGreatest, 1));
    }
    const bool beyond = m_state.membersLeast < m_state.membersGreatest
        && (m_state.membersLeast < m_state.least || m_state.membersGreatest > m_state.greatest);
    if (beyond) {
        words += tr("an arrow under the track: members beyond the slider's end");
    }
    m_name->setToolTip(words.join(QStringLiteral("; ")));
    m_slider->setToolTip(words.join(QStringLiteral("; ")) + u'\n'
                         + m_slider->accessibleDescription());
    setAccessibleName(words.front());
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

void DirectionSlider::ask(double amount)
{
    if (amount != m_state.amount) {
        Q_EMIT amountWanted(amount);
    }
    // A slider that the owner does not follow would show what is not true.
    if (!m_slider->isSliderDown()) {
        setState(DirectionState(m_state));
    }
}

} // namespace morphospace
