// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/icon.h"

#include "widgets/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace morphospace {
namespace {

class LineIcon : public QIconEngine {
public:
    LineIcon(QString name, bool inRow)
        : m_name(std::move(name))
        , m_inRow(inRow)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor colour = mode == QIcon::Selected && !m_inRow ? currentTheme().accentText
                                                          : currentTheme().text;
        if (mode == QIcon::Disabled) {
            colour = currentTheme().muted;
            colour.setAlphaF(0.45F);
        }
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        QByteArray drawing = file.readAll();
        drawing.replace("#000000", colour.name().toLatin1());
        QSvgRenderer renderer(drawing);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(colour.alphaF());
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(*this); }

private:
    QString m_name;
    bool m_inRow;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new LineIcon(name, false));
}

QIcon rowIcon(const QString& name)
{
    return QIcon(new LineIcon(name, true));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/morphospace.svg"));
}

} // namespace morphospace
