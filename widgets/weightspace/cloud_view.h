// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/weightspace/cloud_data.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QPainter;

namespace morphospace {

class CloudOverlay;

/// What the views of a zoo's members in the plane and in space have in common: the member that is
/// pointed at or that the keys stand on, its card, and what Return, Space and Escape ask for.
///
/// They show what they are told: what is selected changes only when the owner says so.
class CloudView : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] const CloudData& data() const { return m_data; }
    /// Letters of a member as a picture, about 260 x 80 pixels; null where it is not there yet: then
    /// the owner draws it and calls refreshSpecimen().
    void setSpecimen(std::function<QImage(int member)> specimen);
    void refreshSpecimen();

    /// The member that is pointed at or that the keys stand on; -1: none.
    [[nodiscard]] int marked() const { return m_marked; }
    void mark(int member);
    /// Where a place is in this widget.
    [[nodiscard]] virtual QPointF positionOf(const CloudPlace& place) const = 0;
    [[nodiscard]] QSize sizeHint() const override { return {520, 380}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 200}; }

Q_SIGNALS:
    void markedChanged(int member);
    void memberWanted(int member);
    /// All that should be selected now, ascending.
    void selectionWanted(const std::vector<std::size_t>& members);

protected:
    explicit CloudView(QWidget* parent)
        : QWidget(parent)
    {
    }

    /// Says in words what is shown and marked.
    virtual void describe() = 0;
    /// Where all members are.
    [[nodiscard]] virtual std::vector<QPointF> positions() const;
    void takeData(CloudData data);
    void markByKeys(int member);
    /// The keys will start here: the member has its ring, and its card when they walk.
    void startKeysAt(int member);
    /// Until the mouse points at a member or the keys walk again.
    void hideCard();
    /// The mouse is over a member, or over none (-1): then a mark of the keys stays.
    void pointAt(int member);
    /// Whom the keys meet next that way (y upwards), from `middle` where they stand on nobody.
    [[nodiscard]] int memberTowards(const QPointF& way, const QPointF& middle) const;
    /// False where the key means nothing here.
    [[nodiscard]] bool memberKey(int key);
    /// The card of the marked member, if it is within `seen`; one that the keys stand on while they
    /// are here.
    void paintMarkedCard(QPainter& painter, const QRectF& seen, bool focused, bool three) const;
    /// Whether paintMarkedCard() would paint one.
    [[nodiscard]] bool hasCard(bool focused) const;
    /// The card and the help would lie over each other: the card is what was asked for.
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    CloudData m_data;
    CloudOverlay* m_overlay = nullptr;

private:
    std::function<QImage(int)> m_specimen;
    int m_marked = -1;
    bool m_carded = false;         ///< the marked member's card is wanted
    bool m_byKeys = false;         ///< the mark is the keyboard's: it stays where the mouse leaves
};

} // namespace morphospace
