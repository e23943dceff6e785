// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shared/track_slider.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QToolButton;

namespace morphospace {

class DecimalField;
class ElidedLabel;

/// What a direction's slider shows. Amounts are in sigma: standard deviations of the members along
/// the direction, or of what is measured of them, as the owner counts.
struct DirectionState {
    QString name;                     ///< for people: "Stroke"
    double amount = 0;                ///< of the current model B
    std::optional<double> pinned;     ///< of A
    double least = -4;                ///< ends of the slider; what is typed may lie beyond
    double greatest = 4;
    double membersLeast = 0;          ///< the members' extremes; both 0: not known
    double membersGreatest = 0;
    double usefulLeast = 0;           ///< where amounts do what they say; both 0: not known
    double usefulGreatest = 0;
    bool debiased = false;
    bool canDebias = true;            ///< false hides the box
    bool operator==(const DirectionState&) const = default;
};

/// The track of a direction: filled from zero, with the useful range as a band, ticks at the members'
/// extremes, A as a triangle. Near zero a drag rests on it; with Alt it does not.
class SigmaSlider : public TrackSlider {
    Q_OBJECT
public:
    explicit SigmaSlider(QWidget* parent = nullptr);

    void setState(const DirectionState& state);
    /// Of a sigma; the slider's own values are whole numbers.
    static constexpr int stepsOfSigma = 100;
    [[nodiscard]] double centreOf(double amount) const;

    [[nodiscard]] QSize sizeHint() const override { return {160, minimumSizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zeroWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rest(Qt::KeyboardModifiers modifiers);

    DirectionState m_state;
};

/// One direction: its name, its amount to type, a button that takes it back to zero, whether it is
/// de-biased, and the slider. It shows what it is told and asks for changes; all that changes between
/// dragBegan() and dragEnded() is one step for whoever undoes it.
class DirectionSlider : public QWidget {
    Q_OBJECT
public:
    explicit DirectionSlider(QWidget* parent = nullptr);

    void setState(const DirectionState& state);
    [[nodiscard]] const DirectionState& state() const { return m_state; }
    /// What de-biasing does here, where the owner knows more than the general words.
    void setDebiasTip(const QString& tip);
    [[nodiscard]] SigmaSlider* slider() const { return m_slider; }
    [[nodiscard]] DecimalField* field() const { return m_field; }
    [[nodiscard]] QCheckBox* debias() const { return m_debias; }

Q_SIGNALS:
    void dragBegan();
    void amountWanted(double amount);
    void dragEnded();
    void debiasWanted(bool debiased);

private:
    void ask(double amount);
    void describe();

    DirectionState m_state;
    ElidedLabel* m_name;
    QCheckBox* m_debias;
    DecimalField* m_field;
    QToolButton* m_zero;
    SigmaSlider* m_slider;
};

} // namespace morphospace
