// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson/markdown_view.h"

#include "widgets/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextOption>

#include <cmath>

namespace morphospace {

QVariant MarkdownView::Document::loadResource(int, const QUrl&)
{
    return {};
}

MarkdownView::MarkdownView(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_document.setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document.setDefaultTextOption(option);
}

void MarkdownView::setMarkdown(const QString& text)
{
    m_text = text;
    layOut();
    setAccessibleName(plainText());
    setVisible(!text.trimmed().isEmpty());
}

void MarkdownView::layOut()
{
    m_document.setDefaultFont(font());
    m_document.setMarkdown(m_text, QTextDocument::MarkdownDialectGitHub);
    // Room between paragraphs and a little between lines: this is read from far away.
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(112, QTextBlockFormat::ProportionalHeight);
        const bool tight = block.textList() != nullptr;
        format.setTopMargin(0);
        format.setBottomMargin(block.next().isValid() ? fontMetrics().height() * (tight ? 0.25 : 0.5)
                                                      : 0);
        cursor.setBlockFormat(format);
    }
    updateGeometry();
    update();
}

int MarkdownView::heightForWidth(int width) const
{
    m_document.setTextWidth(std::max(1, width));
    return int(std::ceil(m_document.size().height()));
}

QSize MarkdownView::sizeHint() const
{
    const int width = 30 * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

void MarkdownView::paintEvent(QPaintEvent*)
{
    m_document.setTextWidth(width());
    QPainter painter(this);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, currentTheme().text);
    m_document.documentLayout()->draw(&painter, context);
}

void MarkdownView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
    }
}

} // namespace morphospace
