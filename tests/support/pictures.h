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

/// The smallest PDF that opens: one empty page.
inline QByteArray onePagePdf()
{
    return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
           "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources <<>>>> endobj\n"
           "trailer <</Root 1 0 R /Size 4>>\n%%EOF\n";
}

} // namespace chengheng::test
