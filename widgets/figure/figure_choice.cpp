// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure_choice.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace morphospace {
namespace {

const QString enclosedNames[] = {QStringLiteral("session"), QStringLiteral("origin"),
                                 QStringLiteral("nothing")};

double within(const QJsonValue& value, double least, double most, double otherwise)
{
    const double number = value.toDouble(otherwise);
    return number >= least && number <= most ? number : otherwise;
}

} // namespace

std::optional<Provenance> enclosedOf(Provenance provenance, Enclosed enclosed)
{
    if (enclosed == Enclosed::Nothing) {
        return std::nullopt;
    }
    if (enclosed == Enclosed::Origin) {
        provenance.session.clear();
    }
    return provenance;
}

QString toText(const FigureChoice& choice)
{
    const QJsonObject object{
        {QStringLiteral("figure"), choice.figure},
        {QStringLiteral("preset"), choice.preset},
        {QStringLiteral("width_mm"), choice.millimetres.width()},
        {QStringLiteral("height_mm"), choice.millimetres.height()},
        {QStringLiteral("text_points"), choice.textPoints},
        {QStringLiteral("dots_per_inch"), choice.dotsPerInch},
        {QStringLiteral("format"), QString::fromLatin1(endingOf(choice.format)).mid(1)},
        {QStringLiteral("enclosed"), enclosedNames[int(choice.enclosed)]}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FigureChoice figureChoiceFromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    FigureChoice choice;
    choice.figure = object[QStringLiteral("figure")].toString();
    choice.preset = object[QStringLiteral("preset")].toString(choice.preset);
    choice.millimetres = {within(object[QStringLiteral("width_mm")], leastMillimetres,
                                 mostMillimetres, choice.millimetres.width()),
                          within(object[QStringLiteral("height_mm")], leastMillimetres,
                                 mostMillimetres, choice.millimetres.height())};
    choice.textPoints = within(object[QStringLiteral("text_points")], 4, 72, choice.textPoints);
    choice.dotsPerInch = int(within(object[QStringLiteral("dots_per_inch")], leastDotsPerInch,
                                    mostDotsPerInch, choice.dotsPerInch));
    const QString format = object[QStringLiteral("format")].toString();
    for (const FigureFormat one : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
        if (format == QString::fromLatin1(endingOf(one)).mid(1)) {
            choice.format = one;
        }
    }
    const QString enclosed = object[QStringLiteral("enclosed")].toString();
    for (const Enclosed one : {Enclosed::Session, Enclosed::Origin, Enclosed::Nothing}) {
        if (enclosed == enclosedNames[int(one)]) {
            choice.enclosed = one;
        }
    }
    return choice;
}

} // namespace morphospace
