// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/dialog_picture.h"

#include "app/gui/main_window.h"
#include "core/base/error.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>

namespace morphospace {
namespace {

constexpr int margin = 24;     // of the window that is seen round a dialog as large as it
constexpr int corner = 9;
constexpr int shadow = 14;

/// Dialogs that may begin with something.
const QStringList dialogsWith{QStringLiteral("checkpoint"), QStringLiteral("figure"),
                              QStringLiteral("invert")};

/// The dialog in the middle of the window, which is darker, so that it is seen what belongs to which.
QImage composed(QWidget& window, QDialog& dialog)
{
    const Theme& theme = currentTheme();
    QFont titleFont = QApplication::font();
    titleFont.setWeight(QFont::DemiBold);
    const int caption = QFontMetrics(titleFont).height() + 16;
    const QSize framed(dialog.width() + 2, dialog.height() + caption + 2);
    const QSize size = window.size().expandedTo(framed + 2 * QSize(margin, margin));
    const QRect all(QPoint(), size);

    const qreal ratio = window.devicePixelRatioF();
    QImage picture(size * ratio, QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(theme.window);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect behind(QPoint(), window.size());
    behind.moveCenter(all.center());
    painter.drawPixmap(behind.topLeft(), window.grab());
    painter.fillRect(all, QColor(0, 0, 0, theme.dark ? 120 : 60));

    QRect frame(QPoint(), framed);
    frame.moveCenter(all.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, theme.dark ? 7 : 4));
    for (int out = shadow; out > 0; --out) {
        painter.drawRoundedRect(frame.adjusted(-out, 4 - out, out, out + 4), corner + out, corner + out);
    }
    QPainterPath shape;
    shape.addRoundedRect(frame, corner, corner);
    painter.setClipPath(shape);
    painter.fillRect(frame, theme.raised);
    const QRect head(frame.left(), frame.top(), frame.width(), caption);
    painter.setFont(titleFont);
    painter.setPen(theme.text);
    painter.drawText(head, Qt::AlignCenter, dialog.windowTitle().remove(QStringLiteral("[*]")));
    painter.drawPixmap(frame.topLeft() + QPoint(1, caption), dialog.grab());
    painter.setClipping(false);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(head.left(), head.bottom(), head.right(), head.bottom());
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    return picture;
}

/// Waits for a dialog to be shown and for all jobs to end, takes the picture and closes the dialog. A
/// modal one runs an event loop of its own meanwhile.
class Photographer : public QObject {
public:
    explicit Photographer(MainWindow& window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
        connect(&window.jobs(), &JobBoard::ended, this, &Photographer::take, Qt::QueuedConnection);
    }

    [[nodiscard]] bool hasDialog() const { return m_seen; }
    [[nodiscard]] const QImage& picture() const { return m_picture; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* dialog = event->type() == QEvent::Show ? qobject_cast<QDialog*>(watched) : nullptr;
        if (dialog != nullptr && !m_seen) {
            m_seen = true;
            m_dialog = dialog;
            QMetaObject::invokeMethod(this, &Photographer::take, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void take()
    {
        if (m_dialog == nullptr || !m_picture.isNull() || !m_window.jobs().active().empty()) {
            return;
        }
        QCoreApplication::sendPostedEvents();   // what was just said is laid out first
        m_picture = composed(m_window, *m_dialog);
        m_dialog->close();
    }

    MainWindow& m_window;
    QPointer<QDialog> m_dialog;
    bool m_seen = false;
    QImage m_picture;
};

} // namespace

const QStringList& dialogNames()
{
    static const QStringList names{
        QStringLiteral("about"),       QStringLiteral("by-class"), QStringLiteral("checkpoint"),
        QStringLiteral("figure"),      QStringLiteral("invert"),   QStringLiteral("lesson-editor"),
        QStringLiteral("missing"),     QStringLiteral("preferences"), QStringLiteral("recovery"),
        QStringLiteral("walk"),        QStringLiteral("zoo-export")};
    return names;
}

QString dialogName(const QString& wanted)
{
    return wanted.section(u':', 0, 0);
}

QString dialogProblem(const QString& wanted)
{
    const QString name = dialogName(wanted);
    if (!dialogNames().contains(name)) {
        return QStringLiteral("--dialog %1; expected %2 or %3")
            .arg(wanted, dialogNames().first(dialogNames().size() - 1).join(QStringLiteral(", ")),
                 dialogNames().last());
    }
    if (wanted.contains(u':') && !dialogsWith.contains(name)) {
        return QStringLiteral("--dialog %1; expected %2 alone: only %3 begin with something")
            .arg(wanted, name, dialogsWith.join(QStringLiteral(", ")));
    }
    return {};
}

QImage pictureWithDialog(MainWindow& window, const QString& dialog)
{
    Photographer photographer(window);
    window.openDialog(dialog);
    if (!photographer.hasDialog()) {
        throw Error("the dialog " + dialog.toStdString() + " did not open");
    }
    // One that is not modal is still open.
    while (photographer.picture().isNull()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return photographer.picture();
}

} // namespace morphospace
