// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where InvertDialog's letters come from besides the hand: pictures, the clipboard, fonts.
#include "widgets/weightspace/invert_dialog.h"

#include "core/base/error.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/shared/message_bar.h"
#include "widgets/weightspace/font_file.h"
#include "widgets/weightspace/letter_canvas.h"
#include "widgets/weightspace/letter_picture.h"
#include "widgets/weightspace/specimen_data.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>

namespace morphospace {
namespace {

constexpr qint64 pictureLimit = 64000000;   // pixels, as findInk() has it

QString suffixes()
{
    QStringList list;
    for (const QByteArray& format : QImageReader::supportedImageFormats()) {
        list += QStringLiteral("*.%1").arg(QString::fromLatin1(format));
    }
    return list.join(u' ');
}

} // namespace

bool InvertDialog::setPicture(const QImage& image, const QString& name)
{
    m_message->dismiss();
    try {
        LetterDrawing drawing;
        drawing.ink = findInk(greyOf(image), name.toStdString());
        drawing.picture = placeLetter(*drawing.ink, letterOf(letter()).toLatin1());
        Sheet& now = m_sheets[m_shown];
        now.scale = 1;
        now.raise = 0;
        now.fromFont = false;
        m_canvas->setDrawing(std::move(drawing));
        return true;
    } catch (const std::exception& error) {
        fail(errorText(error));
        return false;
    }
}

void InvertDialog::place()
{
    Sheet& now = m_sheets[m_shown];
    LetterDrawing drawing = now.history.now();
    if (m_showing || !drawing.ink) {
        return;
    }
    now.scale = m_scale->value() / 100;
    now.raise = m_raise->value();
    drawing.picture = placeLetter(*drawing.ink, letterOf(now.letter).toLatin1(), now.scale, now.raise);
    m_canvas->setDrawing(std::move(drawing));
}

bool InvertDialog::openPicture(const QString& file)
{
    const QString name = QFileInfo(file).fileName();
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > pictureLimit) {
        fail(tr("%1 has %2 x %3 pixels; at most 64 million are read.")
                 .arg(name)
                 .arg(size.width())
                 .arg(size.height()));
        return false;
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        fail(tr("%1 cannot be read as a picture: %2. PNG, JPEG and the like are accepted.")
                 .arg(name, reader.errorString()));
        return false;
    }
    return setPicture(image, name);
}

void InvertDialog::openPictureAs()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open picture"), {},
                                                      tr("Pictures (%1)").arg(suffixes()));
    if (!file.isEmpty()) {
        openPicture(file);
    }
}

void InvertDialog::paste()
{
    const QMimeData* data = QApplication::clipboard()->mimeData();
    const QImage image = data != nullptr ? qvariant_cast<QImage>(data->imageData()) : QImage();
    if (!image.isNull()) {
        setPicture(image, tr("the clipboard"));
    } else if (data != nullptr && data->hasUrls() && data->urls().front().isLocalFile()) {
        openFile(data->urls().front().toLocalFile());
    } else {
        fail(tr("There is no picture on the clipboard."));
    }
}

bool InvertDialog::openFont(const QString& file)
{
    m_message->dismiss();
    const QString name = QFileInfo(file).fileName();
    std::vector<GlyphFace> good;
    QString problem;
    for (GlyphFace& face : drawFontFile(file.toStdU16String(), 0.3)) {
        if (face.problem.empty()) {
            good.push_back(std::move(face));
        } else if (problem.isEmpty()) {
            problem = coreText(face.problem);
        }
    }
    if (good.empty()) {
        fail(tr("%1: %2. A font with outlines of all letters and digits is needed.").arg(name, problem));
        return false;
    }
    *m_font = {name, std::move(good)};
    m_face->clear();
    for (const GlyphFace& face : m_font->faces) {
        m_face->addItem(QString::fromStdString(face.style.empty() ? face.family
                                                                  : face.family + ' ' + face.style));
    }
    takeFontLetters();
    return true;
}

bool InvertDialog::openFile(const QString& file)
{
    return isFontFile(file) ? openFont(file) : openPicture(file);
}

void InvertDialog::takeFontLetters()
{
    const int which = m_face->currentIndex();
    if (which < 0 || which >= int(m_font->faces.size())) {
        refresh();
        return;
    }
    const GlyphFace& face = m_font->faces[std::size_t(which)];
    const std::vector<int> wanted = lettersOf(m_fontLetters->text());
    std::erase_if(m_sheets, [&](const Sheet& sheet) {
        return sheet.fromFont || sheet.history.now().isEmpty()
            || std::ranges::find(wanted, sheet.letter) != wanted.end();
    });
    for (const int letter : wanted) {
        Sheet sheet;
        sheet.letter = letter;
        sheet.fromFont = true;
        LetterDrawing drawing;
        drawing.picture.emplace();
        const auto at = glyphCharacters.find(letterOf(letter).toLatin1()) * glyphImageBytes;
        std::copy_n(face.pixels.begin() + std::ptrdiff_t(at), glyphImageBytes, drawing.picture->begin());
        sheet.history.add(std::move(drawing));
        m_sheets.push_back(std::move(sheet));
    }
    if (m_sheets.empty()) {
        m_sheets.emplace_back();
        m_sheets.front().letter = placeOf(u'R');
    }
    showSheet(wanted.empty() ? 0 : m_sheets.size() - wanted.size());
}

void InvertDialog::openFontAs()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Font file"), {}, tr("Fonts (*.ttf *.otf *.ttc *.otc *.pfa *.pfb)"));
    if (!file.isEmpty()) {
        openFont(file);
    }
}

void InvertDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const QMimeData* data = event->mimeData();
    if (data->hasImage() || (data->hasUrls() && data->urls().front().isLocalFile())) {
        event->acceptProposedAction();
    }
}

void InvertDialog::dropEvent(QDropEvent* event)
{
    const QMimeData* data = event->mimeData();
    if (data->hasUrls() && data->urls().front().isLocalFile()) {
        openFile(data->urls().front().toLocalFile());
    } else if (data->hasImage()) {
        setPicture(qvariant_cast<QImage>(data->imageData()), tr("the dropped picture"));
    }
    event->acceptProposedAction();
}

} // namespace morphospace
