// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/camera_time.h"

#include <QFile>

#include <exiv2/exiv2.hpp>

#include <mutex>

namespace chengheng::documents {

QDateTime cameraTimeOf(const QString& path)
{
    static std::mutex guard; // Exiv2's XMP part is one for the program
    const std::lock_guard lock(guard);
    try {
        Exiv2::enableBMFF(true); // HEIC
        const auto image = Exiv2::ImageFactory::open(QFile::encodeName(path).toStdString());
        image->readMetadata();
        const auto taken = image->exifData().findKey(Exiv2::ExifKey("Exif.Photo.DateTimeOriginal"));
        if (taken != image->exifData().end())
            return QDateTime::fromString(QString::fromStdString(taken->toString()).left(19),
                                         QStringLiteral("yyyy:MM:dd hh:mm:ss"));
    } catch (const std::exception&) {
        return {};
    }
    return {};
}

} // namespace chengheng::documents
