// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>

class QWidget;

namespace morphospace {

/// How far things are scrolled, how wide columns are, which tab is on top, what stands in a field
/// that was not taken yet: what a person did to the views and no model knows, by the place of each
/// widget in the tree. Qt's own widgets are known; one that paints itself and keeps something has a
/// property `viewState`.
struct ViewState {
    QHash<QString, QVariant> values;
    QString focus;
};

/// Of everything below `root`.
[[nodiscard]] ViewState viewState(const QWidget& root);
/// The same in views that were made again by the same code. What is not there any more is passed
/// over; what is as it was already gives no signal.
void restoreViewState(QWidget& root, const ViewState& state);

} // namespace morphospace
