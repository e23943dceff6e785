// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/similarity_view.h"

#include "widgets/figure/number_table_view.h"
#include "widgets/landscape/landscape_figures.h"
#include "widgets/landscape/landscape_map.h"
#include "widgets/landscape/landscape_parts.h"
#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/model/size_text.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/text.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace morphospace {

SimilarityView::SimilarityView(SessionModel& session, TestImages& images, LandscapeModel& model,
                               QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_images(images)
    , m_model(model)
{
    m_what = new ElidingBox;
    m_what->addItem(tr("A and B, layer by layer"), QStringLiteral("pair"));
    m_what->addItem(tr("All widths: features (CKA)"), QStringLiteral("widths"));
    m_what->addItem(tr("All widths: outputs (KL)"), QStringLiteral("divergence"));
    describeControl(m_what, tr("Similarity of"),
                    tr("Two sizes layer by layer, or every width with every other, by their features "
                       "or by their outputs"));
    m_compare = new QPushButton;
    m_compare->setObjectName(QStringLiteral("primary"));
    auto* row = new ButtonRow;
    row->addWidget(m_compare);
    row->addWidget(m_what);
    row->addStretch();
    m_view = new PaintedView;
    m_view->setAccessibleName(tr("Similarity of features"));
    m_note = makeNote();
    m_table = new NumberTableView;
    describeControl(m_table, tr("Similarity as a table"),
                    tr("The numbers behind the chart; a click on a heading sorts by it"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_title = makeHeading({});
    m_title->setWordWrap(true);
    auto* column = cardUnder(this, row);
    column->addWidget(m_title);
    column->addWidget(m_stack, 1);
    column->addWidget(m_note);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (m_model.isComparing()) {
            m_model.cancelComparing();
        } else if (showsPair()) {
            m_model.comparePair();
        } else {
            m_model.compareWidths();
        }
    });
    chooseIn(m_what, m_session, "landscape.similarity");
    connect(&m_session, &SessionModel::stateChanged, this, &SimilarityView::showOptions);
    connect(&m_images, &TestImages::changed, this, &SimilarityView::updateButtons);
    connect(&m_model, &LandscapeModel::similarityChanged, this, &SimilarityView::refresh);
    showOptions();
}

SimilarityView::~SimilarityView()
{
    m_model.disconnect(this);
}

bool SimilarityView::showsPair() const
{
    return optionOf(m_session, "landscape.similarity") == "pair";
}

bool SimilarityView::showsDivergence() const
{
    return optionOf(m_session, "landscape.similarity") == "divergence";
}

const Similarity* SimilarityView::shown() const
{
    return showsPair() ? m_model.pair() : m_model.widths();
}

void SimilarityView::showOptions()
{
    showIn(m_what, m_session, "landscape.similarity");
    m_stack->setCurrentIndex(optionOf(m_session, "landscape.form") == "table" ? 1 : 0);
    refresh();
}

bool SimilarityView::isOld(const Similarity& similarity) const
{
    const SessionState& state = m_session.state();
    if (similarity.sample.averaging != state.averaging) {
        return true;
    }
    if (!showsPair()) {
        return similarity.sizes.front().depths != state.current.depths;
    }
    const auto manifold = m_session.manifold();
    return !manifold || similarity.sizes.back() != state.current
        || similarity.sizes.front() != state.pinned.value_or(manifold->family().full);
}

QString SimilarityView::titleOf(const Similarity& similarity) const
{
    const QString first = sizeText(similarity.sizes.front());
    const QString second = sizeText(similarity.sizes.back());
    if (!showsPair()) {
        return isOld(similarity)
            ? tr("Compared earlier, at other depths or another averaging: from %1 to %2. "
                 "Compare does it anew.")
                  .arg(first, second)
            : tr("Widths from %1 to %2").arg(first, second);
    }
    if (isOld(similarity)) {
        return tr("Compared earlier, not A and B as they are now: %1 and %2. Compare does it anew.")
            .arg(first, second);
    }
    return m_session.state().pinned ? tr("A, %1, and B, %2").arg(first, second)
                                    : tr("Full size, %1, and B, %2").arg(first, second);
}

QString SimilarityView::title() const
{
    return m_title->text();
}

QString SimilarityView::readout() const
{
    return m_note->text();
}

void SimilarityView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void SimilarityView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void SimilarityView::updateButtons()
{
    const bool comparing = m_model.isComparing();
    m_compare->setText(comparing ? tr("Cancel comparing") : tr("Compare"));
    m_compare->setEnabled(comparing || m_images.images() != nullptr);
    describeControl(m_compare, m_compare->text(),
                    comparing ? tr("Stops comparing") : tr("Compares features on test images"));
}

std::size_t SimilarityView::layerOf(const Similarity& similarity) const
{
    for (std::size_t l = similarity.layers.size() - 1; l-- > 0;) {
        bool all = true;
        for (std::size_t size = 0; size < similarity.sizes.size(); ++size) {
            all = all && similarity.has(l, size);
        }
        if (all) {
            return l;
        }
    }
    return similarity.layers.size() - 1;
}

void SimilarityView::refresh()
{
    updateButtons();
    const bool pairs = showsPair();
    const Similarity* result = shown();
    m_stack->setVisible(result != nullptr);   // before, there is nothing but what a comparison does
    m_title->setVisible(result != nullptr);
    m_title->setText(result != nullptr ? titleOf(*result) : QString());
    if (result == nullptr) {
        m_view->setPainter({});
        m_table->setNumbers({});
        m_note->setText(
            pairs ? tr("Compares the features of A (or full size, where nothing is pinned) with "
                       "those of B by linear CKA, and their outputs by the KL divergence.")
                  : tr("Compares the features and the outputs of every width in the trained range "
                       "with those of every other, at the current depths."));
        m_view->setAccessibleDescription(m_note->text());
        return;
    }
    m_table->setNumbers(similarityTable(*result, pairs, layerOf(*result)));
    if (pairs) {
        m_view->setPainter([s = *result, old = isOld(*result)](QPainter& painter, const QRectF& area) {
            paintLayers(painter, area, s, currentTheme(), old);
        });
        const auto way = [&](std::size_t from, std::size_t to) {
            const Interval interval = result->divergenceInterval[result->at(from, to)];
            return tr("%1 nats (95 %: %2 to %3)")
                .arg(decimalText(result->divergence[result->at(from, to)], 3),
                     decimalText(interval.low, 3), decimalText(interval.high, 3));
        };
        m_note->setText(
            tr("First: %1, second: %2, on %3 images. KL divergence of outputs, first from second: "
               "%4; second from first: %5. The same class is predicted for %6 of the images.")
                .arg(sizeText(result->sizes[0]),
                     sizeText(result->sizes[1]),
                     countText(result->images), way(0, 1), way(1, 0),
                     percentText(result->agreement[result->at(0, 1)], 1)));
    } else if (showsDivergence()) {
        m_view->setPainter([s = *result](QPainter& painter, const QRectF& area) {
            paintWidths(painter, area, s, std::nullopt, currentTheme());
        });
        m_note->setText(tr("KL divergence of the outputs of the width on the left from those of the "
                           "width below, in nats, for every pair of %1 widths, on %2 images.")
                            .arg(QString::number(result->sizes.size()), countText(result->images)));
    } else {
        const std::size_t layer = layerOf(*result);
        m_view->setPainter([s = *result, layer](QPainter& painter, const QRectF& area) {
            paintWidths(painter, area, s, layer, currentTheme());
        });
        m_note->setText(
            tr("Linear CKA of the features after %1 for every pair of %2 widths, on %3 images.")
                .arg(QString::fromStdString(result->layers[layer]))
                .arg(result->sizes.size())
                .arg(countText(result->images)));
    }
    m_view->setAccessibleDescription(m_title->text() + u' ' + m_note->text());
}

std::optional<Figure> SimilarityView::figure() const
{
    const Similarity* result = shown();
    if (result == nullptr) {
        return std::nullopt;
    }
    return similarityFigure(*result, showsPair(),
                            showsDivergence() ? std::nullopt : std::optional(layerOf(*result)),
                            m_note->text());
}

} // namespace morphospace
