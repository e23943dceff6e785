// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/text.h"

#include <QLocale>

#include <cmath>

namespace morphospace {
namespace {

constexpr QChar narrowSpace(0x202F);
constexpr QChar minusSign(0x2212);

QString scaled(double value, const QString& unit)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return decimalText(value, decimals) + narrowSpace + unit;
}

} // namespace

QString countText(std::int64_t count)
{
    QString digits = QString::number(std::abs(count));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, narrowSpace);
    }
    return count < 0 ? minusSign + digits : digits;
}

QString decimalText(double value, int decimals)
{
    const QString digits = QLocale().toString(std::abs(value), 'f', decimals);
    return std::signbit(value) && value != 0 ? minusSign + digits : digits;
}

QString significantText(double value, int digits)
{
    QString text = QLocale::c().toString(std::abs(value), 'g', digits);
    const qsizetype exponent = text.indexOf(u'e');
    QString power;
    if (exponent >= 0) {
        static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
        const int ten = text.mid(exponent + 1).toInt();
        power = QStringLiteral(" × 10");
        power += ten < 0 ? QStringLiteral("⁻") : QString();
        for (const QChar digit : QString::number(std::abs(ten))) {
            power += raised[digit.digitValue()];
        }
        text.truncate(exponent);
    }
    text.replace(u'.', QLocale().decimalPoint());
    return (value < 0 ? QString(minusSign) : QString()) + text + power;
}

QString percentText(double fraction, int decimals)
{
    return decimalText(100 * fraction, decimals) + narrowSpace + u'%';
}

QString shortCountText(std::int64_t count)
{
    const double value = double(count);
    if (std::abs(value) >= 1e9) {
        return scaled(value / 1e9, QStringLiteral("G"));
    }
    if (std::abs(value) >= 1e6) {
        return scaled(value / 1e6, QStringLiteral("M"));
    }
    if (std::abs(value) >= 1e3) {
        return scaled(value / 1e3, QStringLiteral("k"));
    }
    return countText(count);
}

QString bytesText(std::int64_t bytes)
{
    const double value = double(bytes);
    if (std::abs(value) >= 1e6) {
        return scaled(value / 1e6, QStringLiteral("MB"));
    }
    if (std::abs(value) >= 1e3) {
        return scaled(value / 1e3, QStringLiteral("kB"));
    }
    return countText(bytes) + narrowSpace + QStringLiteral("B");
}

QString durationText(double seconds)
{
    if (seconds >= 1) {
        return scaled(seconds, QStringLiteral("s"));
    }
    if (seconds >= 1e-3) {
        return scaled(seconds * 1e3, QStringLiteral("ms"));
    }
    return scaled(seconds * 1e6, QStringLiteral("µs"));
}

} // namespace morphospace
