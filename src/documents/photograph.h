// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QImage>

namespace chengheng::model {
struct Attachment;
}

namespace chengheng::documents {

/// Long edge that a photograph is kept at, in pixels.
inline constexpr int photographEdge = 2560;

/// Media type of a kept photograph.
inline constexpr char photographType[] = "image/jpeg";

/// A photograph as the archive keeps it: upright, at most photographEdge long, without what the camera wrote
/// beside the picture; of that only day and place are taken over.
struct Photograph {
    QByteArray jpeg;
    QDate takenOn;   ///< invalid where the camera wrote none
    QString takenAt; ///< north and east as "31.35123,121.38456", empty where there is none
};

/// True for an attachment that readPhotograph() made.
bool isPhotograph(const model::Attachment& attachment);

/// True for what begins like a picture of a kind that can be read: JPEG, PNG, WebP, BMP, GIF, HEIC.
bool isPicture(const QByteArray& bytes);

/// `name`: the file's, for the sentence. Invalid "unreadable_picture" for a damaged or unknown one, and
/// "picture_too_large" for more than a hundred megapixels.
Result<Photograph> readPhotograph(const QByteArray& bytes, const QString& name);

/// A kept photograph as large as a box allows, decoded at that size: a fraction of the time and memory that
/// decoding and then scaling takes. Null where the bytes are no picture. Made for any thread.
QImage pictureWithin(const QByteArray& jpeg, QSize box);

/// A picture as a JPEG that is no larger than print needs; empty for a null one.
QByteArray printableJpeg(const QImage& picture);

} // namespace chengheng::documents
