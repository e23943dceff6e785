// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/glyph_raster.h"
#include "widgets/weightspace/letter_drawing.h"

#include <QDialog>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace morphospace {

class DecimalField;
class LetterCanvas;
class MessageBar;

/// A letter that a model shall draw.
struct GivenLetter {
    int letter = 0;       ///< place in A to Z, a to z
    LetterCell cell{};    ///< ink is 255
    bool operator==(const GivenLetter&) const = default;
};

/// One letter or a few, to find the model by that draws them: drawn here, from pictures (opened, pasted
/// or dropped), or from a font file. Closing it with "Find the model" accepts; letters() has them.
class InvertDialog : public QDialog {
    Q_OBJECT
public:
    explicit InvertDialog(QWidget* parent = nullptr);
    ~InvertDialog() override;

    /// Those that are not blank, in the order of the alphabet.
    [[nodiscard]] std::vector<GivenLetter> letters() const;
    /// "Drawn letters: R, a, g" or "DejaVu Sans Bold: R, a, g": what to call the model found by them.
    [[nodiscard]] QString title() const;

    /// A picture as the letter that is chosen. What is wrong with it is said in the dialog.
    bool openPicture(const QString& file);
    bool setPicture(const QImage& image, const QString& name);
    bool openFont(const QString& file);
    /// A font or a picture, as the file is named.
    bool openFile(const QString& file);
    void paste();

    /// The letter that the sheet holds now; another one, and none of that letter yet: renamed.
    void rename(int letter);
    /// To that letter's sheet, a new one where there is none.
    void goTo(int letter);
    [[nodiscard]] int letter() const;
    [[nodiscard]] LetterCanvas* canvas() const { return m_canvas; }
    [[nodiscard]] QString message() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Sheet {
        int letter = 0;
        DrawingHistory history;
        double scale = 1;       ///< of a placed picture
        double raise = 0;
        bool fromFont = false;
    };
    struct Font {
        QString file;
        std::vector<GlyphFace> faces;   ///< those that could be drawn
    };

    [[nodiscard]] QLayout* makeTools();
    [[nodiscard]] QLayout* makeSources();
    void openPictureAs();
    void openFontAs();
    void takeFontLetters();
    void place();
    void another();
    void removeShown();
    void keep();
    void showSheet(std::size_t sheet);
    void refresh();
    void fail(const QString& text);
    [[nodiscard]] int sheetOf(int letter) const;
    [[nodiscard]] int freeLetter() const;

    std::vector<Sheet> m_sheets;
    std::size_t m_shown = 0;
    bool m_showing = false;
    std::unique_ptr<Font> m_font;
    MessageBar* m_message;
    LetterCanvas* m_canvas;
    QLineEdit* m_letter;
    QListWidget* m_list;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QToolButton* m_erase;
    QPushButton* m_remove;
    DecimalField* m_scale;
    DecimalField* m_raise;
    QComboBox* m_face;
    QLineEdit* m_fontLetters;
    QPushButton* m_find;
    QLabel* m_note;
};

} // namespace morphospace
