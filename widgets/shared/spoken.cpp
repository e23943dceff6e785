// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/spoken.h"

#include "widgets/language/words.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSet>
#include <QSlider>
#include <QTextDocumentFragment>

#include <cmath>

namespace morphospace {
namespace {

constexpr auto valueProperty = "spokenValue";
constexpr auto scaleProperty = "spokenScale";

/// "accuracy of B: 91.5 %"; one of them where the other is empty or says both.
QString joined(const QString& name, const QString& value)
{
    if (value.startsWith(name)) {
        return value;
    }
    return value.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, value);
}

/// Tells readers that a name is another one now: they remember names until they are told. Looks
/// when the widget paints itself, because a label says nothing when its text changes.
class NameWatch : public QObject {
public:
    NameWatch(QWidget* widget, QString name)
        : QObject(widget)
        , m_name(std::move(name))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            QAccessibleInterface* view = QAccessible::queryAccessibleInterface(watched);
            const QString name = view != nullptr ? view->text(QAccessible::Name) : m_name;
            if (name != m_name) {
                m_name = name;
                QAccessibleEvent changed(watched, QAccessible::NameChanged);
                QAccessible::updateAccessibility(&changed);
            }
        }
        return false;
    }

private:
    QString m_name;
};

class SpokenLabel : public QAccessibleWidget {
public:
    explicit SpokenLabel(QLabel* label)
        : QAccessibleWidget(label, QAccessible::StaticText)
    {
        new NameWatch(label, nameOf(*label));
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        return label()->text().isEmpty() && !label()->pixmap(Qt::ReturnByValue).isNull()
            ? QAccessible::Graphic
            : QAccessible::StaticText;
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name ? nameOf(*label()) : QAccessibleWidget::text(what);
    }

    [[nodiscard]] QVector<QPair<QAccessibleInterface*, QAccessible::Relation>>
    relations(QAccessible::Relation match) const override
    {
        auto list = QAccessibleWidget::relations(match);
        if ((match & QAccessible::Labelled) != 0 && label()->buddy() != nullptr) {
            list.append({QAccessible::queryAccessibleInterface(label()->buddy()),
                         QAccessible::Labelled});
        }
        return list;
    }

private:
    [[nodiscard]] QLabel* label() const { return static_cast<QLabel*>(widget()); }

    static QString nameOf(const QLabel& label)
    {
        const bool rich = label.textFormat() == Qt::RichText
            || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
        const QString shown = rich ? QTextDocumentFragment::fromHtml(label.text()).toPlainText()
                                   : label.text();
        return joined(label.accessibleName(), shown);
    }
};

class SpokenBox : public QAccessibleWidget {
public:
    explicit SpokenBox(QComboBox* box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {
        new NameWatch(box, text(QAccessible::Name));
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        switch (what) {
        case QAccessible::Name: return joined(box()->accessibleName(), box()->currentText());
        case QAccessible::Value: return box()->currentText();
        default: return QAccessibleWidget::text(what);
        }
    }

    [[nodiscard]] int childCount() const override { return 1; }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(box()->view()) : nullptr;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        return child->object() == box()->view() ? 0 : -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }

    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
    }

    [[nodiscard]] QString localizedActionDescription(const QString& action) const override
    {
        return action == showMenuAction() || action == pressAction()
            ? morphospace::tr("Opens the list to choose from")
            : QAccessibleWidget::localizedActionDescription(action);
    }

    void doAction(const QString& action) override
    {
        if (action == showMenuAction() || action == pressAction()) {
            box()->view()->isVisible() ? box()->hidePopup() : box()->showPopup();
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    [[nodiscard]] QComboBox* box() const { return static_cast<QComboBox*>(widget()); }
};

class SpokenSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit SpokenSlider(QSlider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider)
    {
        new NameWatch(slider, text(QAccessible::Name));
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface
            ? static_cast<QAccessibleValueInterface*>(this)
            : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        const QString words = slider()->property(valueProperty).toString();
        switch (what) {
        case QAccessible::Name: return joined(slider()->accessibleName(), words);
        case QAccessible::Value: return words.isEmpty() ? currentValue().toString() : words;
        default: return QAccessibleWidget::text(what);
        }
    }

    [[nodiscard]] QVariant currentValue() const override { return scale() * slider()->value(); }
    [[nodiscard]] QVariant maximumValue() const override { return scale() * slider()->maximum(); }
    [[nodiscard]] QVariant minimumValue() const override { return scale() * slider()->minimum(); }
    [[nodiscard]] QVariant minimumStepSize() const override
    {
        return scale() * slider()->singleStep();
    }
    void setCurrentValue(const QVariant& value) override
    {
        slider()->setValue(int(std::lround(value.toDouble() / scale())));
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList{increaseAction(), decreaseAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override
    {
        if (action == increaseAction()) {
            slider()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        } else if (action == decreaseAction()) {
            slider()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    [[nodiscard]] QSlider* slider() const { return static_cast<QSlider*>(widget()); }
    [[nodiscard]] double scale() const
    {
        const double scale = slider()->property(scaleProperty).toDouble();
        return scale > 0 ? scale : 1;
    }
};

/// A widget that paints itself: what it is made of says nothing.
class SpokenPicture : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
};

QAccessibleInterface* spokenView(const QString& className, QObject* object)
{
    if (object == nullptr || !object->isWidgetType()) {
        return nullptr;
    }
    auto* widget = static_cast<QWidget*>(object);
    if (className == QStringLiteral("QLabel")) {
        return new SpokenLabel(static_cast<QLabel*>(widget));
    }
    if (className == QStringLiteral("QComboBox")) {
        auto* box = static_cast<QComboBox*>(widget);
        return box->isEditable() ? nullptr : new SpokenBox(box);
    }
    if (className == QStringLiteral("QSlider")) {
        return new SpokenSlider(static_cast<QSlider*>(widget));
    }
    static const QSet<QString> charts{
        QStringLiteral("morphospace::ChartView"),    QStringLiteral("morphospace::ReadableChartView"),
        QStringLiteral("morphospace::HeatMapView"),  QStringLiteral("morphospace::LandscapeMap"),
        QStringLiteral("morphospace::PaintedView"),  QStringLiteral("morphospace::View3D"),
        QStringLiteral("morphospace::AccuracyGauge"), QStringLiteral("morphospace::PointCloud2D")};
    static const QSet<QString> pictures{
        QStringLiteral("morphospace::NetworkDiagram"), QStringLiteral("morphospace::ImageStrip"),
        QStringLiteral("morphospace::RangeBadge"),     QStringLiteral("morphospace::PageProgress"),
        QStringLiteral("morphospace::FigurePreview")};
    if (charts.contains(className)) {
        return new SpokenPicture(widget, QAccessible::Chart);
    }
    if (pictures.contains(className)) {
        return new SpokenPicture(widget, QAccessible::Graphic);
    }
    return nullptr;
}

} // namespace

void installSpokenViews()
{
    QAccessible::installFactory(spokenView);
}

void setSpokenValue(QWidget* control, const QString& words)
{
    control->setProperty(valueProperty, words);
}

void setSpokenScale(QSlider* slider, double scale)
{
    slider->setProperty(scaleProperty, scale);
}

} // namespace morphospace
