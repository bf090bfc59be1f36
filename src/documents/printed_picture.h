// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace chengheng::documents {

/// A picture on a paper: an image, or a small JPEG that is decoded only while it is painted, so that a paper of
/// hundreds of photographs takes little memory.
class PrintedPicture
{
public:
    PrintedPicture() = default;
    PrintedPicture(const QImage& image) : m_image(image) {}
    static PrintedPicture ofJpeg(const QByteArray& bytes);

    bool isNull() const { return m_image.isNull() && m_jpeg.isEmpty(); }
    QSize size() const; ///< in pixels
    QImage image() const;

private:
    QImage m_image;
    QByteArray m_jpeg;
};

} // namespace chengheng::documents
