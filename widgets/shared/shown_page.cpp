// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/shown_page.h"

#include <QStackedWidget>

namespace morphospace {

void followShownPage(QStackedWidget* pages)
{
    const auto follow = [pages] {
        for (int page = 0; page < pages->count(); ++page) {
            const auto policy =
                page == pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            pages->widget(page)->setSizePolicy(policy, policy);
        }
    };
    QObject::connect(pages, &QStackedWidget::currentChanged, pages, follow);
    follow();
}

} // namespace morphospace
