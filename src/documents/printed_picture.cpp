// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/printed_picture.h"

#include <QBuffer>
#include <QImageReader>

namespace chengheng::documents {

PrintedPicture PrintedPicture::ofJpeg(const QByteArray& bytes)
{
    PrintedPicture picture;
    picture.m_jpeg = bytes;
    return picture;
}

QSize PrintedPicture::size() const
{
    if (m_jpeg.isEmpty())
        return m_image.size();
    QBuffer buffer;
    buffer.setData(m_jpeg);
    return QImageReader(&buffer, "jpeg").size();
}

QImage PrintedPicture::image() const
{
    return m_jpeg.isEmpty() ? m_image : QImage::fromData(m_jpeg, "jpeg");
}

} // namespace chengheng::documents
