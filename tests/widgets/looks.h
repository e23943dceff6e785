// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <functional>

class QWidget;

namespace morphospace {

/// Means of squares of 8 x 8 pixels: what a person sees of a picture, and not how a font was hinted.
[[nodiscard]] QImage pictureCells(const QImage& image);

/// How far apart two pictures of the same size are, in 255ths of a colour channel.
struct PictureDistance {
    double mean = 255;
    int greatest = 255;
};
[[nodiscard]] PictureDistance pictureDistance(const QImage& a, const QImage& b);

/// The widget as it looks while nothing in it has the keyboard or the mouse: a window that becomes
/// active, which a window system may do at any time, gives its first part the focus, with a ring
/// around it, and a pointer that happens to rest on it marks what is there.
[[nodiscard]] QImage undisturbedPicture(QWidget& widget);

/// Compares what `grab` gives, in pictureCells(), with FOLDER/NAME.png (`folder`: below tests/) until
/// the two agree: something may be drawn late on a slow machine, so a picture counts as another one
/// only after a minute in which events were handled. They agree where the mean difference is below
/// 2.5 and the greatest below 48 of 255: another release of a font or of the driver changes edges a
/// little; a part that is missing, or in another colour, changes its cells by more.
///
/// Empty where they agree; else what differs, and the last picture is kept in the build's folder.
/// MORPHOSPACE_WRITE_REFERENCES writes what is seen once it stands still; MORPHOSPACE_KEEP_PICTURES
/// names a folder for whole pictures.
[[nodiscard]] QString differsFromReference(const std::function<QImage()>& grab,
                                           const QString& folder, const QString& name);

} // namespace morphospace
