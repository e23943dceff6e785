// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/local_words.h"

#include <QCoreApplication>

namespace morphospace {

std::string windowLanguage()
{
    return QCoreApplication::translate("morphospace::LocalWords", "en",
                                       "Code of the language of this translation: de in German")
        .toStdString();
}

QString localWords(const LocalText& text)
{
    return QString::fromStdString(text.in(windowLanguage()));
}

} // namespace morphospace
