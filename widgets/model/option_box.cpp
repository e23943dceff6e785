// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/option_box.h"

#include "widgets/model/session_options.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace morphospace {

void chooseIn(QComboBox* box, SessionModel& session, const char* option)
{
    QObject::connect(box, &QComboBox::activated, &session, [box, &session, option] {
        chooseOption(session, option, box->currentData().toString().toStdString());
    });
}

void showIn(QComboBox* box, const SessionModel& session, const char* option)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(QString::fromStdString(optionOf(session, option))));
}

} // namespace morphospace
