// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/photograph.h"

#include "model/campaign_records.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <exiv2/exiv2.hpp>
#include <libheif/heif.h>

#include <cmath>
#include <memory>
#include <mutex>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Photograph)
};

constexpr int keptQuality = 88;
constexpr int printedQuality = 78;
constexpr qint64 mostPixels = 100'000'000;
constexpr int mostMegabytes = 512; // what so many pixels take, and a little

bool isHeic(const QByteArray& bytes)
{
    return heif_check_filetype(reinterpret_cast<const uint8_t*>(bytes.constData()), int(bytes.size()))
           == heif_filetype_yes_supported;
}

template <class T>
using Held = std::unique_ptr<T, void (*)(T*)>;

/// The main picture of a HEIC file, turned as it says; null where it cannot be read.
QImage heicImage(const QByteArray& bytes)
{
    const Held<heif_context> context(heif_context_alloc(), heif_context_free);
    if (heif_context_read_from_memory_without_copy(context.get(), bytes.constData(), size_t(bytes.size()), nullptr).code
        != heif_error_Ok)
        return {};
    heif_image_handle* rawHandle = nullptr;
    if (heif_context_get_primary_image_handle(context.get(), &rawHandle).code != heif_error_Ok)
        return {};
    const Held<const heif_image_handle> handle(rawHandle, heif_image_handle_release);
    if (qint64(heif_image_handle_get_width(rawHandle)) * heif_image_handle_get_height(rawHandle) > mostPixels)
        return {};
    heif_image* rawImage = nullptr;
    if (heif_decode_image(handle.get(), &rawImage, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr).code
        != heif_error_Ok)
        return {};
    const Held<const heif_image> image(rawImage, heif_image_release);
    int stride = 0;
    const uint8_t* pixels = heif_image_get_plane_readonly(rawImage, heif_channel_interleaved, &stride);
    return QImage(pixels, heif_image_get_width(rawImage, heif_channel_interleaved),
                  heif_image_get_height(rawImage, heif_channel_interleaved), stride, QImage::Format_RGB888)
        .copy();
}

/// Degrees from degrees, minutes and seconds, south and west negative; not a number where there are none or
/// the camera wrote damaged ones (0/0 where it did not know its place).
double degrees(const Exiv2::ExifData& exif, const char* valueKey, const char* sideKey, const char* negativeSide)
{
    const auto value = exif.findKey(Exiv2::ExifKey(valueKey));
    if (value == exif.end() || value->count() < 3)
        return std::nan("");
    double sum = 0;
    double share = 1;
    for (long part = 0; part < 3; ++part, share *= 60) {
        const Exiv2::Rational number = value->toRational(part);
        if (number.second == 0)
            return std::nan("");
        sum += double(number.first) / number.second / share;
    }
    const auto side = exif.findKey(Exiv2::ExifKey(sideKey));
    return side != exif.end() && side->toString() == negativeSide ? -sum : sum;
}

/// "31.35123,121.38456"; empty for no place on earth, and for 0,0, which cameras write for an unknown one.
QString placeOf(const Exiv2::ExifData& exif)
{
    const double north = degrees(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", "S");
    const double east = degrees(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", "W");
    const bool isOnEarth = std::abs(north) <= 90 && std::abs(east) <= 180; // false for what is no number
    if (!isOnEarth || (north == 0 && east == 0))
        return {};
    return QString::number(north, 'f', 5) + QLatin1Char(',') + QString::number(east, 'f', 5);
}

/// Day and place that the camera wrote. A file without them, or with damaged ones, simply has none.
void readCamera(const QByteArray& bytes, Photograph& photograph)
{
    static std::mutex guard; // Exiv2's XMP part is one for the program
    const std::lock_guard lock(guard);
    try {
        Exiv2::enableBMFF(true); // HEIC
        const auto image =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.constData()), long(bytes.size()));
        image->readMetadata();
        const Exiv2::ExifData& exif = image->exifData();
        const auto taken = exif.findKey(Exiv2::ExifKey("Exif.Photo.DateTimeOriginal"));
        if (taken != exif.end())
            photograph.takenOn =
                QDate::fromString(QString::fromStdString(taken->toString()).left(10), QStringLiteral("yyyy:MM:dd"));
        photograph.takenAt = placeOf(exif);
    } catch (const std::exception&) {
        photograph.takenOn = {};
        photograph.takenAt.clear();
    }
}

Result<QImage> readImage(const QByteArray& bytes, const QString& name)
{
    if (isHeic(bytes)) {
        if (QImage image = heicImage(bytes); !image.isNull())
            return image;
        return fail(ErrorKind::Invalid, "unreadable_picture",
                    Text::tr("照片“%1”读不出来，可能已损坏，请换一张或另存为 JPG 后重试。").arg(name), name);
    }
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > mostPixels)
        return fail(
            ErrorKind::Invalid, "picture_too_large",
            Text::tr("照片“%1”有 %2×%3 像素，太大了，请缩小后重试。").arg(name).arg(size.width()).arg(size.height()),
            name);
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::Invalid, "unreadable_picture",
                    Text::tr("照片“%1”读不出来，可能已损坏，请换一张。").arg(name), name);
    return image;
}

QByteArray jpegOf(const QImage& image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray keptJpeg(const QImage& image)
{
    QImage kept = image.width() > photographEdge || image.height() > photographEdge
                      ? image.scaled(photographEdge, photographEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                      : image;
    if (kept.hasAlphaChannel()) { // JPEG has none: what shows through is white
        QImage opaque(kept.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, kept);
        kept = opaque;
    }
    return jpegOf(kept, keptQuality);
}

} // namespace

bool isPhotograph(const model::Attachment& attachment)
{
    return attachment.mediaType == QLatin1String(photographType);
}

bool isPicture(const QByteArray& bytes)
{
    const bool isKnown = bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("\x89PNG") || bytes.startsWith("BM")
                         || bytes.startsWith("GIF8") || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
    return isKnown || isHeic(bytes);
}

Result<Photograph> readPhotograph(const QByteArray& bytes, const QString& name)
{
    const auto image = readImage(bytes, name);
    if (!image)
        return fail(image.error());
    Photograph photograph;
    photograph.jpeg = keptJpeg(*image);
    if (photograph.jpeg.isEmpty())
        return fail(ErrorKind::Unavailable, "unreadable_picture",
                    Text::tr("照片“%1”转换不成 JPG，没有保存，请重试。").arg(name), name);
    readCamera(bytes, photograph);
    return photograph;
}

QImage pictureWithin(const QByteArray& jpeg, QSize box)
{
    QBuffer buffer;
    buffer.setData(jpeg);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

QByteArray printableJpeg(const QImage& picture)
{
    return picture.isNull() ? QByteArray() : jpegOf(picture, printedQuality);
}

} // namespace chengheng::documents
