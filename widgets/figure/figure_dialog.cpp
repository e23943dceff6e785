// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure_dialog.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "widgets/figure/figure_preview.h"
#include "widgets/figure/svg_file.h"
#include "widgets/language/core_text.h"
#include "widgets/shared/card.h"
#include "widgets/shared/decimal_field.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/state_note.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace morphospace {
namespace {

constexpr std::array formats{FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png};

void choose(QComboBox* box, const QVariant& data)
{
    const int index = box->findData(data);
    box->setCurrentIndex(index >= 0 ? index : 0);
}

/// The first texts of a list, each once: there may be thousands.
QString someOf(QStringList texts)
{
    constexpr qsizetype most = 6;
    for (QString& text : texts) {
        text = text.remove(u'…').simplified();
    }
    texts.removeDuplicates();
    const QString some = texts.first(std::min(most, texts.size())).join(QStringLiteral(", "));
    return texts.size() > most ? FigureDialog::tr("%1 and others").arg(some) : some;
}

QString fileName(const std::filesystem::path& file)
{
    return QString::fromStdU16String(file.filename().u16string());
}

} // namespace

FigureDialog::FigureDialog(std::vector<Figure> figures, Provenance provenance,
                           const FigureChoice& choice, JobBoard& jobs, QWidget* parent)
    : QDialog(parent)
    , m_figures(std::move(figures))
    , m_provenance(std::move(provenance))
    , m_jobs(jobs)
    , m_preview(new FigurePreview)
    , m_what(new QComboBox)
    , m_preset(new QComboBox)
    , m_width(new DecimalField)
    , m_height(new DecimalField)
    , m_text(new DecimalField)
    , m_format(new QComboBox)
    , m_dots(new QSpinBox)
    , m_enclosed(new QComboBox)
    , m_note(makeNote())
    , m_fit(new StateNote(tr("Size")))
    , m_state(new StateNote(tr("State of the export")))
{
    setWindowTitle(tr("Export figure"));
    buildFields();
    buildLayout();
    setChoice(choice);
}

void FigureDialog::buildFields()
{
    for (const Figure& figure : m_figures) {
        m_what->addItem(figure.title, figure.name);
    }
    describeControl(m_what, tr("Figure"), tr("What is exported"));
    for (const FigurePreset& preset : figurePresets()) {
        m_preset->addItem(preset.title, preset.name);
    }
    m_preset->addItem(tr("Own size"), QString::fromLatin1(ownSize));
    describeControl(m_preset, tr("Size"),
                    tr("The place the figure is for; text has the size that "
                       "suits it"));
    for (QDoubleSpinBox* box : {m_width, m_height}) {
        box->setRange(leastMillimetres, mostMillimetres);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
    }
    describeControl(m_width, tr("Width"), tr("Width of the page in millimetres"));
    describeControl(m_height, tr("Height"), tr("Height of the page in millimetres"));
    m_text->setRange(4, 72);
    m_text->setDecimals(1);
    m_text->setSingleStep(0.5);
    m_text->setSuffix(tr(" pt"));
    describeControl(m_text, tr("Text size"),
                    tr("Size of the text in points; marks and lines grow with it"));
    m_format->addItem(tr("PDF: vectors, text can be searched"), int(FigureFormat::Pdf));
    m_format->addItem(tr("SVG: vectors, text as outlines"), int(FigureFormat::Svg));
    m_format->addItem(tr("PNG: pixels"), int(FigureFormat::Png));
    describeControl(m_format, tr("Format"), tr("Kind of the file"));
    m_dots->setRange(leastDotsPerInch, mostDotsPerInch);
    m_dots->setSingleStep(50);
    m_dots->setSuffix(tr(" dots an inch"));
    describeControl(m_dots, tr("Resolution"),
                    tr("Dots an inch of a PNG and of the picture on the clipboard"));
    m_enclosed->addItem(tr("the session: the file opens as it"), int(Enclosed::Session));
    m_enclosed->addItem(tr("where the numbers come from"), int(Enclosed::Origin));
    m_enclosed->addItem(tr("nothing"), int(Enclosed::Nothing));
    describeControl(m_enclosed, tr("Enclosed"),
                    tr("What the file says of its making, in its own metadata: version, hashes, "
                       "configuration and seed, with or without the session; never a name or a "
                       "folder of yours"));
    // Numbers are typed, or stepped with the arrow keys.
    for (QAbstractSpinBox* box :
         std::initializer_list<QAbstractSpinBox*>{m_width, m_height, m_text, m_dots}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    connect(m_preset, &QComboBox::currentIndexChanged, this, &FigureDialog::presetChosen);
    connect(m_what, &QComboBox::currentIndexChanged, this, &FigureDialog::presetChosen);
    for (QDoubleSpinBox* box : {m_width, m_height, m_text}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureDialog::sizeEdited);
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, &FigureDialog::refresh);
    connect(m_dots, &QSpinBox::valueChanged, this, &FigureDialog::refresh);
}

void FigureDialog::buildLayout()
{
    auto* size = new QHBoxLayout;
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height, 1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("Figure"), m_what);
    form->addRow(tr("For"), m_preset);
    form->addRow(tr("Size"), size);
    form->addRow(tr("Text"), m_text);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Resolution"), m_dots);
    form->addRow(tr("Enclosed"), m_enclosed);
    auto* fields = new QVBoxLayout;
    fields->addLayout(form);
    fields->addWidget(m_note);
    fields->addWidget(m_fit);
    fields->addStretch(1);
    fields->addWidget(m_state);
    auto* top = new QHBoxLayout;
    top->setSpacing(18);
    top->addWidget(m_preview, 1);
    top->addLayout(fields);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_write = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
    m_write->setObjectName(QStringLiteral("primary"));
    m_write->setDefault(true);
    describeControl(m_write, tr("Export figure"), tr("Asks for a file and writes the figure"));
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    describeControl(m_copy, tr("Copy figure"),
                    tr("Puts the figure on the clipboard, as a picture and as SVG"));
    auto* numbers = buttons->addButton(tr("Numbers…"), QDialogButtonBox::ActionRole);
    numbers->setIcon(icon(QStringLiteral("table")));
    describeControl(numbers, tr("Export numbers"),
                    tr("Writes the numbers behind this figure as CSV or JSON"));
    describeControl(buttons->button(QDialogButtonBox::Close), tr("Close"),
                    tr("Closes this window"));
    connect(m_write, &QPushButton::clicked, this, &FigureDialog::askForFile);
    connect(m_copy, &QPushButton::clicked, this, &FigureDialog::copy);
    connect(numbers, &QPushButton::clicked, this, &FigureDialog::askForNumbers);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(14);
    column->addLayout(top, 1);
    column->addWidget(buttons);
    for (QComboBox* box : {m_what, m_preset, m_format, m_enclosed}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    resize(920, 540);
}

FigureChoice FigureDialog::choice() const
{
    FigureChoice choice;
    choice.figure = m_what->currentData().toString();
    choice.preset = m_preset->currentData().toString();
    choice.millimetres = millimetres();
    choice.textPoints = textPoints();
    choice.dotsPerInch = m_dots->value();
    choice.format = FigureFormat(m_format->currentData().toInt());
    choice.enclosed = Enclosed(m_enclosed->currentData().toInt());
    return choice;
}

void FigureDialog::setChoice(const FigureChoice& choice)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        choose(m_what, choice.figure);
        choose(m_preset, choice.preset);
        m_width->setValue(choice.millimetres.width());
        m_height->setValue(choice.millimetres.height());
        m_text->setValue(choice.textPoints);
        m_dots->setValue(choice.dotsPerInch);
        choose(m_format, int(choice.format));
        choose(m_enclosed, int(choice.enclosed));
    }
    presetChosen();
}

const Figure* FigureDialog::figure() const
{
    const int index = m_what->currentIndex();
    return index >= 0 ? &m_figures[std::size_t(index)] : nullptr;
}

QSizeF FigureDialog::millimetres() const
{
    return {m_width->value(), m_height->value()};
}

double FigureDialog::textPoints() const
{
    return m_text->value();
}

void FigureDialog::presetChosen()
{
    if (m_filling || figure() == nullptr) {
        return;
    }
    const QString name = m_preset->currentData().toString();
    if (name != QLatin1String(ownSize)) {
        const FigurePreset preset = figurePreset(name);
        const QSizeF size = sizeOf(*figure(), preset);
        const QScopedValueRollback filling(m_filling, true);
        m_width->setValue(size.width());
        m_height->setValue(size.height());
        m_text->setValue(preset.textPoints);
    }
    refresh();
}

void FigureDialog::sizeEdited()
{
    if (m_filling) {
        return;
    }
    {
        const QScopedValueRollback filling(m_filling, true);
        choose(m_preset, QString::fromLatin1(ownSize));
    }
    refresh();
}

FigurePage FigureDialog::page() const
{
    return pageOf(*figure(), millimetres(), textPoints(),
                  enclosedOf(m_provenance, Enclosed(m_enclosed->currentData().toInt())));
}

QStringList FigureDialog::cut() const
{
    return m_preview->recording().cut;
}

void FigureDialog::refresh()
{
    if (m_filling || figure() == nullptr) {
        return;
    }
    m_preview->setRecording(pageOf(*figure(), millimetres(), textPoints()).recording);
    const QSize pixels = pixelsOf(millimetres(), m_dots->value());
    const bool tooLarge = qint64(pixels.width()) * pixels.height() > mostPixels;
    const bool png = FigureFormat(m_format->currentData().toInt()) == FigureFormat::Png;
    m_write->setEnabled(!tooLarge || !png);
    m_copy->setEnabled(!tooLarge);
    m_note->setText(png ? tr("%1 × %2 pixels at this resolution.").arg(pixels.width()).arg(pixels.height())
                        : tr("Vectors, sharp at any size; the resolution is that of a copy and of pictures "
                             "inside."));
    QStringList wrong;
    if (tooLarge) {
        wrong += tr("A picture may have %1 million pixels.").arg(mostPixels / 1'000'000);
    }
    if (!cut().isEmpty()) {
        wrong += tr("Not all text fits: make the figure larger or its text smaller (%1).").arg(someOf(cut()));
    }
    m_fit->setVisible(!wrong.isEmpty());
    if (wrong.isEmpty()) {
        m_fit->showNote({});
    } else {
        m_fit->showProblem(wrong.join(u' '));
    }
}

void FigureDialog::askForFile()
{
    const FigureChoice now = choice();
    QStringList filters;
    for (const FigureFormat format : formats) {
        const QString ending = QString::fromLatin1(endingOf(format));
        filters += tr("%1 (*%2)").arg(ending.mid(1).toUpper(), ending);
    }
    QString filter = filters[std::ranges::find(formats, now.format) - formats.begin()];
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export figure"), now.figure + QString::fromLatin1(endingOf(now.format)),
        filters.join(QStringLiteral(";;")), &filter);
    if (file.isEmpty()) {
        return;
    }
    choose(m_format, int(formats[std::size_t(filters.indexOf(filter))]));
    writeTo(fileFor(file).toStdU16String());
}

QString FigureDialog::fileFor(const QString& typed)
{
    for (const FigureFormat format : formats) {
        if (typed.endsWith(QLatin1String(endingOf(format)), Qt::CaseInsensitive)) {
            choose(m_format, int(format));
            return typed;
        }
    }
    return typed + QString::fromLatin1(endingOf(choice().format));
}

void FigureDialog::askForNumbers()
{
    const QString csv = tr("CSV (*.csv)");
    const QString json = tr("JSON (*.json)");
    QString filter = csv;
    QString file = QFileDialog::getSaveFileName(
        this, tr("Export numbers"), m_what->currentData().toString() + QStringLiteral(".csv"),
        csv + QStringLiteral(";;") + json, &filter);
    if (file.isEmpty()) {
        return;
    }
    if (!file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)
        && !file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)) {
        file += filter == json ? QStringLiteral(".json") : QStringLiteral(".csv");
    }
    writeNumbersTo(file.toStdU16String());
}

void FigureDialog::say(const QString& text, bool wrong)
{
    if (wrong) {
        m_state->showProblem(text);
        Q_EMIT problem(text);
    } else {
        m_state->showNote(text);
        Q_EMIT told(text);
    }
}

void FigureDialog::run(const QString& name, std::function<std::function<void()>()> work)
{
    m_state->showNote(tr("%1…").arg(name));
    m_jobs.scheduler().enqueue(
        name.toStdString(),
        [self = QPointer<FigureDialog>(this), work = std::move(work)](JobContext& context) {
            std::function<void()> after;
            try {
                after = work();
            } catch (const Error& error) {
                after = [self, text = errorText(error)] {
                    if (self) {
                        self->say(text, true);
                    }
                };
            }
            context.deliver(after);
        });
}

void FigureDialog::writeTo(const std::filesystem::path& file)
{
    const QString name = fileName(file);
    run(tr("Writing %1").arg(name),
        [self = QPointer<FigureDialog>(this), page = page(), file, dots = m_dots->value(),
         done = tr("Wrote %1").arg(name)]() -> std::function<void()> {
            writeFigure(page, file, dots);
            return [self, done] {
                if (self) {
                    self->say(done, false);
                }
            };
        });
}

void FigureDialog::writeNumbersTo(const std::filesystem::path& file)
{
    const QString name = fileName(file);
    FigurePage described = page();
    run(tr("Writing %1").arg(name),
        [self = QPointer<FigureDialog>(this), tables = figure()->numbers, file,
         provenance = described.provenance,
         done = tr("Wrote %1").arg(name)]() -> std::function<void()> {
            writeNumbers(tables, provenance, file);
            return [self, done] {
                if (self) {
                    self->say(done, false);
                }
            };
        });
}

void FigureDialog::copy()
{
    run(tr("Copying the figure"),
        [self = QPointer<FigureDialog>(this), page = page(), dots = m_dots->value(),
         done = tr("The figure is on the clipboard")]() -> std::function<void()> {
            const QImage image = imageOf(page, dots);
            const QByteArray svg = encodeFigure(page, FigureFormat::Svg);
            return [self, image, svg, done] {
                auto* data = new QMimeData;
                data->setImageData(image);
                data->setData(QStringLiteral("image/svg+xml"), svg);
                QApplication::clipboard()->setMimeData(data);
                if (self) {
                    self->say(done, false);
                }
            };
        });
}

} // namespace morphospace
