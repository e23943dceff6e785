// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>
#include <QWidget>

namespace morphospace {

/// A text in Markdown, as high as it needs to be. It loads nothing: pictures and links in a lesson
/// of somebody else's lead nowhere.
class MarkdownView : public QWidget {
    Q_OBJECT
public:
    explicit MarkdownView(QWidget* parent = nullptr);

    void setMarkdown(const QString& text);
    /// The text without its marks.
    [[nodiscard]] QString plainText() const { return m_document.toPlainText(); }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Document : public QTextDocument {
    protected:
        QVariant loadResource(int type, const QUrl& name) override;
    };
    void layOut();

    QString m_text;
    mutable Document m_document;
};

} // namespace morphospace
