// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/figure.h"
#include "widgets/figure/figure_choice.h"
#include "widgets/model/job_board.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace morphospace {

class FigurePreview;
class StateNote;

/// Chooses a figure, its size and format, shows it as it will be, and writes it, its numbers or a
/// copy for the clipboard. Writing is a job: the window stays alive.
class FigureDialog : public QDialog {
    Q_OBJECT
public:
    /// `provenance` with its session; the choice says how much of it a file gets.
    FigureDialog(std::vector<Figure> figures, Provenance provenance, const FigureChoice& choice,
                 JobBoard& jobs, QWidget* parent = nullptr);

    /// What is chosen now, to be remembered by the caller.
    [[nodiscard]] FigureChoice choice() const;
    void setChoice(const FigureChoice& choice);
    /// The page as it would be written now.
    [[nodiscard]] FigurePage page() const;
    /// Texts that do not fit at this size.
    [[nodiscard]] QStringList cut() const;
    /// What is wrong with the size that is chosen, and how writing goes.
    [[nodiscard]] const StateNote& fit() const { return *m_fit; }
    [[nodiscard]] const StateNote& state() const { return *m_state; }

    /// The file that a typed name means: an ending that is known chooses the format, any other name gets
    /// the ending of the format that is chosen.
    [[nodiscard]] QString fileFor(const QString& typed);
    /// Begins to write; told() or problem() follow.
    void writeTo(const std::filesystem::path& file);
    void writeNumbersTo(const std::filesystem::path& file);
    /// Puts the figure on the clipboard as a picture and as SVG; told() or problem() follow.
    void copy();

Q_SIGNALS:
    void told(const QString& text);
    void problem(const QString& text);

private:
    [[nodiscard]] const Figure* figure() const;
    [[nodiscard]] QSizeF millimetres() const;
    [[nodiscard]] double textPoints() const;
    void buildFields();
    void buildLayout();
    void presetChosen();
    void sizeEdited();
    void refresh();
    void askForFile();
    void askForNumbers();
    void say(const QString& text, bool wrong);
    /// Runs `work` in a job; what it returns is run here afterwards, if the dialog is still there.
    void run(const QString& name, std::function<std::function<void()>()> work);

    std::vector<Figure> m_figures;
    Provenance m_provenance;
    JobBoard& m_jobs;
    FigurePreview* m_preview;
    QComboBox* m_what;
    QComboBox* m_preset;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QDoubleSpinBox* m_text;
    QComboBox* m_format;
    QSpinBox* m_dots;
    QComboBox* m_enclosed;
    QLabel* m_note;
    StateNote* m_fit;     ///< hidden while all is well
    StateNote* m_state;   ///< of writing
    QPushButton* m_write;
    QPushButton* m_copy;
    bool m_filling = false;
};

} // namespace morphospace
