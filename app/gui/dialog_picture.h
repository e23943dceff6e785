// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace morphospace {

class MainWindow;

/// Names of the dialogs that MainWindow::openDialog() opens, in alphabetical order.
[[nodiscard]] const QStringList& dialogNames();
/// The part of "NAME:WITH" before the colon.
[[nodiscard]] QString dialogName(const QString& wanted);
/// What is wrong with "NAME" or "NAME:WITH", in English; empty: nothing.
[[nodiscard]] QString dialogProblem(const QString& wanted);

/// The window with one of its dialogs over it, once nothing is computed any more; as large as both of
/// them need, with the frame round the dialog that a desktop would draw. The dialog is closed again as by
/// its Cancel. Throws Error as MainWindow::openDialog() does.
[[nodiscard]] QImage pictureWithDialog(MainWindow& window, const QString& dialog);

} // namespace morphospace
