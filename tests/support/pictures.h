// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QBuffer>
#include <QImage>

namespace chengheng::test {

/// A picture of one colour, as a file would hold it.
inline QByteArray picture(int width, int height, Qt::GlobalColor colour = Qt::red, const char* format = "png")
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, format));
    return bytes;
}

} // namespace chengheng::test
