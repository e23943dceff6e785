// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/comparison_text.h"

#include "widgets/language/words.h"
#include "widgets/shared/text.h"

namespace morphospace {
namespace {

constexpr double leastShown = 1e-4;

} // namespace

QString pointsText(double difference)
{
    const QString text = decimalText(100 * difference, 2);
    return difference > 0 ? u'+' + text : text;
}

QString probabilityText(double p)
{
    return p < leastShown ? tr("p < %1").arg(decimalText(leastShown, 4))
                          : tr("p = %1").arg(decimalText(p, p < 0.01 ? 4 : 3));
}

double pOf(const PairedComparison& comparison)
{
    return comparison.clustered.value_or(comparison.mcnemar);
}

QString methodText(const PairedComparison& comparison)
{
    if (comparison.clustered) {
        return tr("Test of Yang, Sun and Hardin and interval by bootstrap, both over font families, "
                  "because images of one font are not independent. McNemar's exact test, which takes every "
                  "image as independent, gives %1.")
            .arg(probabilityText(comparison.mcnemar));
    }
    return tr("McNemar's exact test; interval of Bonett and Price.");
}

QString comparisonText(const PairedComparison& comparison)
{
    const QString sentence = comparison.clustered
        ? tr("B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by "
             "the test of Yang, Sun and Hardin over font families; only A right on %6, only B on %7.")
        : tr("B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by McNemar's "
             "exact test; only A right on %6, only B on %7.");
    return sentence.arg(countText(comparison.images), pointsText(comparison.difference),
                        pointsText(comparison.interval.low), pointsText(comparison.interval.high),
                        probabilityText(pOf(comparison)), countText(comparison.onlyA),
                        countText(comparison.onlyB));
}

} // namespace morphospace
