// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/subject_controls.h"

#include "widgets/model/option_box.h"
#include "widgets/model/session_options.h"
#include "widgets/shared/button_row.h"
#include "widgets/shared/card.h"
#include "widgets/shared/elided_label.h"
#include "widgets/shared/eliding_box.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/parts.h"
#include "widgets/shared/text_button.h"
#include "widgets/smoothness/smoothness_choice.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace morphospace {
namespace {

/// The network that a subject's tensors are of; null where there is none yet.
const Network* networkOf(const SmoothnessSubject& subject)
{
    return subject.orders ? &subject.orders->network
        : subject.sizes   ? &subject.sizes->full
                          : nullptr;
}

} // namespace

SubjectControls::SubjectControls(SessionModel& session, SmoothnessModel& model, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_name(new ElidedLabel)
    , m_compare(new ElidingBox)
    , m_tensor(new ElidingBox)
    , m_taps(new ElidingBox)
{
    m_compare->addItem(tr("Orders of channels"), QStringLiteral("orders"));
    m_compare->addItem(tr("Sizes"), QStringLiteral("sizes"));
    describeControl(m_compare, tr("What is compared"),
                    tr("One network with its channels in two orders, or the weights that the manifold "
                       "generates at full and at the current size"));
    m_tensor->setMaxVisibleItems(24);
    describeControl(m_tensor, tr("Tensor"), tr("Which weights are shown"));
    m_taps->setMaxVisibleItems(30);
    describeControl(m_taps, tr("Taps of the kernel"),
                    tr("How the taps of a kernel become one value for each pair of channels"));
    m_table = makeTextButton(QStringLiteral("table"), tr("Table"),
                             tr("Shows the numbers behind what is seen"));
    m_table->setCheckable(true);
    m_file = makeTextButton(QStringLiteral("open"), tr("My network"),
                            tr("Opens a safetensors checkpoint of a LeNet or a CIFAR ResNet of your "
                               "own, and writes it with its channels re-ordered"));
    m_file->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_file);
    menu->addAction(icon(QStringLiteral("open")), tr("Open a checkpoint…"), this,
                    &SubjectControls::openWanted);
    menu->addAction(icon(QStringLiteral("export-checkpoint")), tr("Export in the order after…"),
                    this, &SubjectControls::exportWanted);
    m_file->setMenu(menu);
    m_close = makeTextButton(QStringLiteral("cancel"), tr("Back to the manifold"),
                             tr("Closes the checkpoint and shows the opened manifold again"));
    auto* figure = makeTextButton(QStringLiteral("export-figure"), tr("Figure…"),
                                  tr("Shows the figure as it will be on paper, and writes it as "
                                     "SVG, PDF or PNG"));
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setObjectName(QStringLiteral("subject-name"));
    m_name->setAccessibleDescription(tr("The checkpoint whose weights are shown"));
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    auto* controls = new ButtonRow;
    controls->addWidget(m_name);
    for (QWidget* box : {m_compare, m_tensor, m_taps}) {
        controls->addWidget(box);
    }
    controls->addStretch();
    for (QWidget* button : {m_close, m_file, m_table, figure}) {
        controls->addWidget(button);
    }
    setPart(this, "smoothness-controls");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(controls);

    chooseIn(m_compare, m_session, "smoothness.compare");
    chooseIn(m_tensor, m_session, "smoothness.tensor");
    chooseIn(m_taps, m_session, "smoothness.taps");
    connect(m_table, &QToolButton::toggled, this, [this](bool table) {
        chooseOption(m_session, "smoothness.form", table ? "table" : "figure");
    });
    connect(m_close, &QToolButton::clicked, &m_model, &SmoothnessModel::closeCheckpoint);
    connect(figure, &QToolButton::clicked, this, &SubjectControls::figureWanted);
}

void SubjectControls::fillTensors()
{
    const SmoothnessSubject shown = shownSubject(m_session, m_model);
    const QSignalBlocker quiet(m_tensor);
    m_tensor->clear();
    if (const Network* network = networkOf(shown)) {
        for (const WeightTensor& tensor : network->tensors) {
            QStringList sides;
            for (const std::int64_t side : tensor.shape) {
                sides += QString::number(side);
            }
            const QString name = QString::fromStdString(tensor.name);
            m_tensor->addItem(tr("%1  (%2)", "tensor and its shape")
                                  .arg(name, sides.join(QStringLiteral(" × "))),
                              name);
        }
    }
    m_tensor->setCurrentIndex(
        m_tensor->findData(QString::fromStdString(shownTensor(m_session, shown))));
    fillTaps();
}

void SubjectControls::fillTaps()
{
    const SmoothnessSubject shown = shownSubject(m_session, m_model);
    int count = 1;
    int kernel = 1;
    if (const Network* network = networkOf(shown)) {
        const auto found = std::ranges::find(network->tensors, shownTensor(m_session, shown),
                                             &WeightTensor::name);
        if (found != network->tensors.end()) {
            count = tapCount(*found);
            kernel = found->shape.size() > 3 ? int(found->shape[3]) : 1;
        }
    }
    const QSignalBlocker quiet(m_taps);
    m_taps->clear();
    m_taps->addItem(tr("Mean over taps"), QStringLiteral("mean"));
    m_taps->addItem(tr("Sum of |taps|"), QStringLiteral("l1"));
    m_taps->addItem(tr("All taps"), QStringLiteral("all"));
    for (int tap = 0; tap < count; ++tap) {
        m_taps->addItem(tr("Tap %1, %2", "row and column in the kernel")
                            .arg(tap / kernel + 1)
                            .arg(tap % kernel + 1),
                        QString::number(tap));
    }
    const int index = m_taps->findData(QString::fromStdString(nameOf(shownTaps(m_session))));
    m_taps->setCurrentIndex(std::max(0, index));
    m_hasTaps = count > 1;
    m_taps->setVisible(m_chosen && m_hasTaps);
}

void SubjectControls::showOptions()
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_compare), QSignalBlocker(m_table)};
    m_compare->setCurrentIndex(comparesOrders(m_session, m_model) ? 0 : 1);
    showName();
    m_close->setVisible(m_model.hasCheckpoint());
    m_table->setChecked(optionOf(m_session, "smoothness.form") == "table");
}

void SubjectControls::showName()
{
    constexpr int letters = 26;   // of the longest name that is not cut
    const bool own = m_model.hasCheckpoint();
    if (own) {
        const QString name = m_model.title();
        m_name->setText(name);
        m_name->setAccessibleName(name);
        m_name->setToolTip(tr("%1: the weights of this checkpoint are shown. The sliders and the "
                              "Inspector are still of the opened manifold.")
                               .arg(name));
        m_name->setFixedWidth(std::min(m_name->fontMetrics().horizontalAdvance(name) + 6,
                                       m_name->fontMetrics().averageCharWidth() * letters));
    }
    // Of a checkpoint there is only one thing to compare.
    m_name->setVisible(own && m_chosen);
    m_compare->setVisible(!own && m_chosen);
}

void SubjectControls::setSubjectChosen(bool chosen)
{
    m_chosen = chosen;
    showName();
    m_tensor->setVisible(chosen);
    m_taps->setVisible(chosen && m_hasTaps);
}

} // namespace morphospace
