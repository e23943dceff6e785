// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/text_button.h"

#include "widgets/shared/card.h"
#include "widgets/shared/icon.h"

#include <QToolButton>

namespace morphospace {

QToolButton* makeTextButton(const QString& iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    describeControl(button, text, tip);
    return button;
}

} // namespace morphospace
