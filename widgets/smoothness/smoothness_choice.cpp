// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smoothness/smoothness_choice.h"

#include "widgets/model/session_options.h"

#include <QComboBox>

#include <algorithm>

namespace morphospace {

bool comparesOrders(const SessionModel& session, const SmoothnessModel& model)
{
    return model.hasCheckpoint() || optionOf(session, "smoothness.compare") == "orders";
}

SmoothnessSubject shownSubject(const SessionModel& session, const SmoothnessModel& model)
{
    SmoothnessSubject subject;
    subject.title = model.title();
    subject.checkpoint = model.hasCheckpoint();
    if (comparesOrders(session, model)) {
        subject.orders = model.orders();
    } else {
        subject.sizes = model.sizes();
    }
    return subject;
}

std::string shownTensor(const SessionModel& session, const SmoothnessSubject& subject)
{
    if (!subject.orders && !subject.sizes) {
        return {};
    }
    const std::string wanted = optionOf(session, "smoothness.tensor");
    const std::vector<std::string> names = tensorNames(subject);
    return std::ranges::find(names, wanted) != names.end() ? wanted : tensorOfChoice(subject);
}

Taps shownTaps(const SessionModel& session)
{
    return tapsNamed(optionOf(session, "smoothness.taps"));
}

void giveWay(QComboBox* box, int letters)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(QFontMetrics(box->font()).averageCharWidth() * letters + 34);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

} // namespace morphospace
