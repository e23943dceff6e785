// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/present_window.h"

#include "core/datasets/library.h"
#include "widgets/compression/compression_page.h"
#include "widgets/configuration/configuration_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/landscape/landscape_page.h"
#include "widgets/lesson/lesson_sheet.h"
#include "widgets/lesson/page_progress.h"
#include "widgets/lesson/spotlight.h"
#include "widgets/model/step_text.h"
#include "widgets/morph/morph_page.h"
#include "widgets/shared/card.h"
#include "widgets/shared/content_scroll.h"
#include "widgets/shared/icon.h"
#include "widgets/shared/message_bar.h"
#include "widgets/shared/parts.h"
#include "widgets/smoothness/smoothness_page.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace morphospace {
namespace {

const QStringList pageNames{QStringLiteral("morph"), QStringLiteral("compression"),
                            QStringLiteral("smoothness"), QStringLiteral("landscape")};

/// In points, because widgets derive their smaller fonts from points.
QFont fontOf(int pixels, const QWidget& widget)
{
    QFont font = QApplication::font();
    font.setPointSizeF(pixels * 72.0 / widget.logicalDpiY());
    return font;
}

} // namespace

PresentSizes presentSizes(int height)
{
    const auto share = [height](int parts, int least) {
        return std::max(least, int(std::ceil(double(height) / parts)));
    };
    return {share(25, 18), share(48, 12), share(15, 40)};
}

PresentWindow::PresentWindow(JobBoard& jobs, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_jobs(jobs)
    , m_images(jobs)
    , m_live(m_session, m_images, jobs)
    , m_sweep(m_session, m_images, jobs)
    , m_smoothness(m_session, m_images, jobs)
    , m_landscape(m_session, m_images, m_measurements, jobs)
    , m_player(m_session, m_live)
    , m_messages(new MessageBar)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_sheet(new LessonSheet)
    , m_bar(new QWidget)
    , m_back(new QPushButton(tr("Back")))
    , m_next(new QPushButton(tr("Next")))
    , m_reset(addButton("undo", tr("Reset"),
                        tr("Takes back what was changed on this page since it was shown (R)")))
    , m_leave(addButton("cancel", tr("Leave"), tr("Back to your own session, which is as it was (Esc)")))
    , m_count(new QLabel)
    , m_progress(new PageProgress)
    , m_spotlight(new Spotlight(this))
    , m_blank(new QWidget(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("present"));
    setWindowTitle(tr("Present"));
    setAutoFillBackground(true);
    m_messages->setLasting(true);   // pages take what they say away
    m_live.setChannel("lesson ");
    m_images.setChannel("lesson ");
    m_smoothness.setChannel("lesson ");
    connect(&m_session, &SessionModel::manifoldChanged, this, [this] {
        m_images.require(m_session.manifold());
        m_measurements.setManifold(m_session.manifold());
    });
    connect(&m_live, &LiveMorph::measurementChanged, this, [this] {
        if (m_live.current() != nullptr && m_live.current()->measurement) {
            m_measurements.record(*m_live.current()->measurement);
        }
    });
    connect(&m_sweep, &Sweep::measured, &m_measurements, &MeasurementModel::record);
    connect(&m_landscape, &LandscapeModel::measured, &m_measurements, &MeasurementModel::record);
    const auto tell = [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Problem, text);
    };
    connect(&m_session, &SessionModel::problem, this, tell);
    connect(&m_live, &LiveMorph::problem, this, tell);
    connect(&m_sweep, &Sweep::problem, this, tell);

    m_next->setObjectName(QStringLiteral("primary"));
    for (QPushButton* button : {m_back, m_next}) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    describeControl(m_back, tr("Back"), tr("The page before (Page up)"));
    describeControl(m_next, tr("Next"), tr("The next page (Page down)"));
    auto* bar = new QHBoxLayout(m_bar);
    bar->addWidget(m_back);
    bar->addWidget(m_count);
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_reset);
    bar->addWidget(m_leave);
    bar->addWidget(m_next);
    m_sheet->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_columns->addWidget(m_sheet, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_messages);
    column->addLayout(m_columns, 1);
    column->addWidget(m_bar);
    m_sheet->viewport()->installEventFilter(this);

    QPalette black;
    black.setColor(QPalette::Window, Qt::black);
    m_blank->setPalette(black);
    m_blank->setAutoFillBackground(true);
    m_blank->hide();

    connect(m_back, &QPushButton::clicked, &m_player, &LessonPlayer::back);
    connect(m_next, &QPushButton::clicked, &m_player, &LessonPlayer::next);
    connect(m_reset, &QToolButton::clicked, &m_player, &LessonPlayer::reset);
    connect(m_leave, &QToolButton::clicked, this, &QWidget::close);
    connect(m_progress, &PageProgress::wanted, this, [this](int page) { m_player.goTo(page); });
    connect(&m_player, &LessonPlayer::pageChanged, this, &PresentWindow::showPage);
    connect(&m_player, &LessonPlayer::stateChanged, this, &PresentWindow::showState);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, &m_player,
            &LessonPlayer::undo);
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, &m_player,
            &LessonPlayer::redo);
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, [this] {
        buildLive();
        showPage();
    });
    qApp->installEventFilter(this);
    applySizes();
}

PresentWindow::~PresentWindow()
{
    qApp->removeEventFilter(this);
    // Views hold references to the session, so that they go first.
    m_spotlight->setTarget(nullptr);
    delete m_liveArea;
}

QToolButton* PresentWindow::addButton(const char* iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    describeControl(button, text, tip);
    return button;
}

void PresentWindow::setFolder(const std::string& dataset, const std::filesystem::path& folder)
{
    m_images.setFolder(dataset, folder);
    m_landscape.setFolder(dataset, folder);
}

void PresentWindow::setImageLimit(std::size_t images)
{
    m_imageLimit = images;
    m_live.setImageLimit(images);
    if (m_compression != nullptr) {
        m_compression->setImageLimit(images);
        m_smoothnessPage->setImageLimit(images);
        m_landscapePage->setImageLimit(images);
    }
}

void PresentWindow::present(const SessionDocument& lesson, OpenedManifolds manifolds, int page,
                            OpenedZoos zoos)
{
    if (m_liveArea == nullptr) {
        buildLive();
    }
    m_player.start(lesson, std::move(manifolds), page, std::move(zoos));
    setWindowTitle(m_player.title().isEmpty() ? tr("Present") : m_player.title());
    setFocus();
}

void PresentWindow::buildLive()
{
    m_spotlight->setTarget(nullptr);
    delete m_liveArea;
    m_liveText = presentSizes(height()).live;
    m_liveArea = new QWidget(this);
    m_pages = new QStackedWidget(m_liveArea);
    m_morph = new MorphPage(m_session, m_images, m_live, m_pages);
    m_compression =
        new CompressionPage(m_session, m_images, m_live, m_measurements, m_sweep, m_pages);
    m_compression->setImageLimit(m_imageLimit);
    m_compression->view()->setMagnification(
        std::max(1.0, double(m_liveText) / QFontInfo(QApplication::font()).pixelSize()));
    m_pages->addWidget(m_morph);
    m_pages->addWidget(m_compression);
    m_smoothnessPage = new SmoothnessPage(m_session, m_images, m_smoothness, m_pages);
    m_smoothnessPage->setImageLimit(m_imageLimit);
    m_pages->addWidget(m_smoothnessPage);
    m_landscapePage = new LandscapePage(m_session, m_images, m_landscape, m_pages);
    m_landscapePage->setImageLimit(m_imageLimit);
    m_pages->addWidget(m_landscapePage);
    m_side = new QWidget(m_liveArea);
    m_configuration = new ConfigurationPanel(m_session, m_side);
    m_inspector = new InspectorPanel(m_session, m_images, m_live, m_side);
    m_inspector->showNumbersOnly();   // what else is to be said the lesson says
    m_sideColumn = new QVBoxLayout(m_side);
    m_sideColumn->setContentsMargins(0, 0, 0, 0);
    m_sideColumn->setSpacing(0);
    m_sideColumn->addWidget(m_configuration);
    m_sideColumn->addWidget(m_inspector);
    m_sideWidth = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_sideColumn->addItem(m_sideWidth);
    auto* row = new QHBoxLayout(m_liveArea);
    row->setContentsMargins(0, m_liveText / 2, m_liveText / 2, 0);
    row->setSpacing(m_liveText / 2);
    row->addWidget(m_pages, 1);
    row->addWidget(m_side);
    m_columns->addWidget(m_liveArea, 3);
    // Fonts are not inherited under a style sheet. In points, because widgets derive their smaller
    // ones from points.
    m_liveArea->setStyleSheet(QStringLiteral("* { font-size: %1pt; }")
                                  .arg(m_liveText * 72.0 / logicalDpiY(), 0, 'f', 2));
    for (QWidget* widget : m_liveArea->findChildren<QWidget*>()) {
        // A slider that was dragged must not keep the arrow keys to itself.
        if (qobject_cast<QAbstractSlider*>(widget) != nullptr
            || qobject_cast<QAbstractButton*>(widget) != nullptr) {
            widget->setFocusPolicy(widget->focusPolicy() == Qt::NoFocus ? Qt::NoFocus : Qt::TabFocus);
        }
        // What leads out of the lesson is not for the class.
        const QString name = partName(widget);
        const auto& known = lessonControls();
        if (!name.isEmpty() && std::find(known.begin(), known.end(), name.toStdString()) == known.end()) {
            widget->hide();
        }
    }
    connect(m_morph, &MorphPage::folderWanted, this, &PresentWindow::askForFolder);
    const auto tell = [this](const QString& text) {
        m_messages->showMessage(MessageBar::Kind::Problem, text);
    };
    connect(m_compression, &CompressionPage::problem, this, tell);
    connect(m_smoothnessPage, &SmoothnessPage::problem, this, tell);
    connect(m_landscapePage, &LandscapePage::problem, this, tell);
    // Room for the ring around the way of the channels: what stands below it stays readable.
    findPart(m_liveArea, QStringLiteral("travel"))->parentWidget()->layout()->setSpacing(m_liveText / 2);
    m_spotlight->raise();
    m_liveArea->show();
}

void PresentWindow::fitFields()
{
    for (QAbstractSpinBox* field : m_liveArea->findChildren<QAbstractSpinBox*>()) {
        // Panels give them the width that their own text needs.
        field->ensurePolished();
        if (field->minimumWidth() == field->maximumWidth()) {
            field->setFixedWidth(std::max(field->minimumWidth(), field->sizeHint().width()));
        }
    }
}

void PresentWindow::askForFolder()
{
    if (!m_session.manifold()) {
        return;
    }
    const std::string dataset = m_session.manifold()->dataset;
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder with %1").arg(QString::fromStdString(datasetTitle(dataset))));
    if (!folder.isEmpty()) {
        setFolder(dataset, folder.toStdU16String());
        m_images.require(m_session.manifold());
    }
}

void PresentWindow::applySizes()
{
    const PresentSizes sizes = presentSizes(height());
    m_sheet->setTextHeight(sizes.text);
    const QFont font = fontOf(std::max(12, sizes.text * 3 / 4), *this);
    m_count->setFont(font);
    m_progress->setFont(font);
    m_messages->setStyleSheet(QStringLiteral("* { font-size: %1pt; }").arg(font.pointSizeF()));
    const int icon = sizes.bar / 2;
    for (QAbstractButton* button :
         std::initializer_list<QAbstractButton*>{m_back, m_next, m_reset, m_leave}) {
        button->setFont(font);
        button->setIconSize({icon, icon});
        button->setMinimumSize(sizes.bar, sizes.bar);
    }
    m_next->setMinimumWidth(3 * sizes.bar);
    m_back->setMinimumWidth(2 * sizes.bar);
    m_bar->layout()->setContentsMargins(sizes.text, sizes.text / 4, sizes.text, sizes.text / 4);
    m_bar->layout()->setSpacing(sizes.text / 2);
    m_spotlight->setThickness(std::max(4.0, height() / 160.0));
    m_blank->setGeometry(rect());
    const int live = sizes.live;
    if (m_liveArea != nullptr && std::abs(live - m_liveText) * 8 > m_liveText) {
        m_rebuild.start();
    }
}

void PresentWindow::arrange()
{
    // Beside each other on a wide screen, above each other on a tall one.
    const bool wide = width() * 10 >= height() * 11;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (m_liveArea == nullptr) {
        return;
    }
    const bool live = m_pages->isVisibleTo(this) || m_side->isVisibleTo(this);
    m_liveArea->setVisible(live);
    // The text has the same place on every page, so that eyes find it again.
    m_sheet->setMaximumWidth(live && wide ? width() * 2 / 5 : QWIDGETSIZE_MAX);
    // Not as its minimum: that would be all it gets, and what is in it may need more.
    m_sideWidth->changeSize(width() * 21 / 100, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_sideColumn->invalidate();
    // Activating a layout forgets what is waiting inside it, and nobody further out would learn that
    // something needs more room than before.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    m_columns->activate();
    m_liveArea->layout()->activate();
    arrangeSide();
}

void PresentWindow::arrangeSide()
{
    if (m_configuration->isHidden() || m_inspector->isHidden()) {
        return;   // the other one has it all
    }
    const auto needs = [this](const QWidget* panel) {
        return panel->findChild<ContentScroll*>()->neededHeight(m_side->width());
    };
    const int room = m_side->height();
    const int above = needs(m_configuration);
    const int below = needs(m_inspector);
    // Both have what they need or more, or give up the same share.
    int first = int(std::lround(double(room) * above / std::max(1, above + below)));
    if (above + below > room) {
        // What is pointed at is seen whole.
        const QWidget* target = m_spotlight->target();
        const bool inspected = target != nullptr
            && (target == m_inspector || m_inspector->isAncestorOf(target));
        const bool configured = target != nullptr && m_configuration->isAncestorOf(target);
        first = inspected ? room - below : configured ? above : first;
    }
    first = std::clamp(first, 1, std::max(1, room - 1));
    if (m_sideColumn->stretch(0) != first || m_sideColumn->stretch(1) != std::max(1, room - first)) {
        m_sideColumn->setStretch(0, first);
        m_sideColumn->setStretch(1, std::max(1, room - first));
    }
}

void PresentWindow::showPage()
{
    if (m_player.pageCount() == 0) {
        return;
    }
    m_blank->hide();
    m_messages->dismiss();
    const QString shown = QString::fromStdString(m_player.endState().page);
    if (!pageNames.contains(shown)) {
        m_messages->showMessage(
            MessageBar::Kind::Note,
            tr("The lesson shows the page \"%1\" here, which is not presented.")
                .arg(pageText(shown.toStdString())));
    }
    m_sheet->setPage(m_player.said());
    m_progress->setPage(m_player.page(), m_player.pageCount());
    m_count->setText(tr("%1 of %2").arg(m_player.page() + 1).arg(m_player.pageCount()));
    m_back->setEnabled(m_player.page() > 0);
    m_next->setEnabled(m_player.page() + 1 < m_player.pageCount());
    showState();
    fitFields();
    applyRules();
    applySizes();
    arrange();
}

void PresentWindow::showState()
{
    m_reset->setEnabled(m_player.isChanged());
    const qsizetype page = pageNames.indexOf(QString::fromStdString(m_session.state().page));
    if (page >= 0 && m_pages != nullptr) {
        m_pages->setCurrentIndex(int(page));
    }
}

void PresentWindow::applyRules()
{
    const LessonPage& page = m_player.said();
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end();
    };
    for (const std::string_view control : lessonControls()) {
        const std::string name(control);
        if (QWidget* part = findPart(m_liveArea, QString::fromStdString(name))) {
            part->setVisible(!has(page.hidden, name));
            part->setEnabled(!has(page.locked, name));
        }
    }
    const auto shown = [this](std::initializer_list<const char*> names) {
        return std::ranges::any_of(names, [this](const char* name) {
            const QWidget* part = findPart(m_liveArea, QString::fromLatin1(name));
            return part != nullptr && !part->isHidden();
        });
    };
    m_configuration->setVisible(
        shown({"width", "depth", "stages", "averaging", "pin", "full-size"}));
    m_side->setVisible(!m_configuration->isHidden() || shown({"inspector"}));
    const std::string& open = m_player.endState().page;
    m_pages->setVisible(open == "compression" ? shown({"chart", "sweep"})
                        : open == "smoothness"
                            ? shown({"weights", "travel", "jitter", "smoothness"})
                        : open == "landscape" ? shown({"landscape"})
                                              : shown({"diagram", "accuracy", "images"}));
    m_spotlight->setTarget(
        page.highlight.empty() ? nullptr
                               : findPart(m_liveArea, QString::fromStdString(page.highlight)));
}

void PresentWindow::refresh()
{
    if (m_compression != nullptr && m_compression->isVisible()) {
        m_compression->refresh();
    }
}

bool PresentWindow::isBlank() const
{
    return m_blank->isVisible();
}

void PresentWindow::toggleFullScreen()
{
    if (isFullScreen()) {
        showNormal();
    } else {
        showFullScreen();
    }
}

void PresentWindow::closeEvent(QCloseEvent* event)
{
    m_sweep.cancel();
    m_smoothness.cancelMeasuring();
    m_landscape.cancelMeasuring();
    m_landscape.cancelSearch();
    m_landscape.cancelComparing();
    QWidget::closeEvent(event);
    Q_EMIT left();
}

void PresentWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    applySizes();
    arrange();
}

} // namespace morphospace
