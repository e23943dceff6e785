// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;

namespace morphospace {

class SessionModel;

/// What a person chooses in the box becomes that option of the session, by the data of its item.
void chooseIn(QComboBox* box, SessionModel& session, const char* option);
/// The box shows what the option is, and tells nobody.
void showIn(QComboBox* box, const SessionModel& session, const char* option);

} // namespace morphospace
