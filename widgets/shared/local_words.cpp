// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/local_words.h"

#include <QLocale>

namespace morphospace {

std::string windowLanguage()
{
    return QLocale().name().toStdString();
}

QString localWords(const LocalText& text)
{
    return QString::fromStdString(text.in(windowLanguage()));
}

} // namespace morphospace
