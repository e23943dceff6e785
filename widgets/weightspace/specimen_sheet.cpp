// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/weightspace/specimen_sheet.h"

#include "widgets/shared/focus_ring.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace morphospace {

SpecimenSheet::SpecimenSheet(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(this);
    setAccessibleName(tr("Specimen"));
    setToolTip(tr("Letters that the model draws; a question mark where the judge reads another letter. "
                  "Choose one with the mouse or the arrow keys; Ctrl+C copies the sheet as a picture"));
}

void SpecimenSheet::setData(SpecimenData data)
{
    m_data = std::move(data);
    m_pictures.clear();
    m_fresh = true;
    describe();
    update();
}

QRectF SpecimenSheet::area() const
{
    return QRectF(rect()).adjusted(6, 4, -6, -6);
}

SpecimenLayout SpecimenSheet::layout() const
{
    return specimenLayout(m_data, area(), font());
}

void SpecimenSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().surface);
    const SpecimenLayout all = layout();
    const QColor ink = specimenColours(currentTheme()).ink;
    const auto source = [&](const SpecimenTile& tile, int side) {
        if (side != m_pictureSide) {
            m_pictures.clear();
            m_pictureSide = side;
        }
        const quint64 key = quint64(ink.rgb()) << 24 | quint64(tile.model) << 20
            | quint64(tile.drawing) << 8 | quint64(tile.index);
        auto found = m_pictures.find(key);
        if (found == m_pictures.end()) {
            const SpecimenModel& model = tile.model == 0 ? m_data.current : *m_data.pinned;
            const auto cell = model.drawings[std::size_t(tile.drawing)].cell(tile.index);
            found = m_pictures.insert(key, inkedClear(enlargedLetter(cell, side), ink));
        }
        return *found;
    };
    paintSpecimen(painter, m_data, all, currentTheme(), devicePixelRatioF(),
                  hasFocus() ? chosenTile(all) : -1, source);
    if (m_data.current.drawings.empty()) {
        painter.setPen(currentTheme().muted);
        painter.drawText(area().adjusted(12, 30, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing is drawn yet."));
    }
    if (m_fresh) {
        m_fresh = false;
        Q_EMIT painted();
    }
}

int SpecimenSheet::tileAt(const QPointF& position) const
{
    const SpecimenLayout all = layout();
    for (std::size_t i = 0; i < all.tiles.size(); ++i) {
        if (all.tiles[i].ink.contains(position)) {
            return int(i);
        }
    }
    return -1;
}

int SpecimenSheet::chosenTile(const SpecimenLayout& layout) const
{
    for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
        const SpecimenTile& tile = layout.tiles[i];
        const SpecimenModel& model = tile.model == 0 ? m_data.current : *m_data.pinned;
        const SpecimenDrawing& drawing = model.drawings[std::size_t(tile.drawing)];
        if (tile.model == m_chosen.model && tile.drawing == m_chosen.drawing
            && drawing.letters[std::size_t(tile.index)] == m_chosen.letter) {
            return int(i);
        }
    }
    return -1;
}

SpecimenSheet::Choice SpecimenSheet::chosen() const
{
    return m_chosen;
}

void SpecimenSheet::choose(int model, int letter, int drawing)
{
    const Choice now{model, drawing, letter};
    if (now != m_chosen) {
        m_chosen = now;
        describe();
        update();
        Q_EMIT chosenChanged(m_chosen);
    }
}

void SpecimenSheet::chooseTile(const SpecimenLayout& layout, int tile)
{
    if (tile < 0 || tile >= int(layout.tiles.size())) {
        return;
    }
    const SpecimenTile& at = layout.tiles[std::size_t(tile)];
    const SpecimenModel& model = at.model == 0 ? m_data.current : *m_data.pinned;
    choose(at.model, model.drawings[std::size_t(at.drawing)].letters[std::size_t(at.index)],
           at.drawing);
}

void SpecimenSheet::describe()
{
    const SpecimenLayout all = layout();
    const int tile = chosenTile(all);
    QString words = specimenText(m_data);
    if (tile >= 0) {
        words = tileText(m_data, all.tiles[std::size_t(tile)]) + QStringLiteral(". ") + words;
    }
    if (words != accessibleDescription()) {
        setAccessibleDescription(words);
    }
}

bool SpecimenSheet::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int tile = tileAt(help->pos());
        if (tile >= 0) {
            QToolTip::showText(help->globalPos(), tileText(m_data, layout().tiles[std::size_t(tile)]),
                               this);
            return true;
        }
        for (const SpecimenLabel& label : layout().labels) {
            if (label.place.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), label.text, this); // which may be cut
                return true;
            }
        }
    }
    return QWidget::event(event);
}

void SpecimenSheet::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        chooseTile(layout(), tileAt(event->position()));
    }
}

void SpecimenSheet::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const SpecimenLayout all = layout();
    if (chosenTile(all) < 0 && !all.tiles.empty()) {
        chooseTile(all, 0);   // the keys have somewhere to start
    }
    update();
}

void SpecimenSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    const SpecimenLayout all = layout();
    const int from = chosenTile(all);
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool upright = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (from < 0 || (!sideways && !upright && event->key() != Qt::Key_Home
                     && event->key() != Qt::Key_End)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        chooseTile(all, event->key() == Qt::Key_Home ? 0 : int(all.tiles.size()) - 1);
        return;
    }
    if (sideways) {
        chooseTile(all, from + (event->key() == Qt::Key_Right ? 1 : -1));
        return;
    }
    // The nearest in the next line that way; lines of A and B follow each other as they stand.
    const QPointF at = all.tiles[std::size_t(from)].ink.center();
    const double way = event->key() == Qt::Key_Down ? 1 : -1;
    int best = -1;
    double least = 1e18;
    for (std::size_t i = 0; i < all.tiles.size(); ++i) {
        const QPointF by = all.tiles[i].ink.center() - at;
        if (way * by.y() < 0.4 * all.side) {
            continue;
        }
        const double far = 8 * std::abs(by.y()) + std::abs(by.x());
        if (far < least) {
            least = far;
            best = int(i);
        }
    }
    chooseTile(all, best);
}

void SpecimenSheet::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as picture"), this, &SpecimenSheet::copy);
    menu.exec(event->globalPos());
}

QImage SpecimenSheet::picture(double scale) const
{
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_RGB32);
    image.fill(currentTheme().surface);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.setFont(font());
    paintSpecimen(painter, m_data, layout(), currentTheme(), scale);
    return image;
}

void SpecimenSheet::copy() const
{
    QApplication::clipboard()->setImage(picture());
}

} // namespace morphospace
