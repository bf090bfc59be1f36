// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include "support/support.h"

#include <libheif/heif.h>

#include <memory>

namespace chengheng::test {

namespace {

template <class T>
using Held = std::unique_ptr<T, void (*)(T*)>;

const Exiv2::byte* asBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const Exiv2::byte*>(bytes.constData());
}

void must(heif_error error)
{
    if (error.code != heif_error_Ok)
        FAIL(error.message);
}

heif_error append(heif_context*, const void* data, size_t size, void* bytes)
{
    static_cast<QByteArray*>(bytes)->append(static_cast<const char*>(data), qsizetype(size));
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

Held<heif_image> heifImage(const QImage& picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB888);
    heif_image* raw = nullptr;
    must(heif_image_create(image.width(), image.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &raw));
    Held<heif_image> made(raw, [](heif_image* each) { heif_image_release(each); });
    must(heif_image_add_plane(raw, heif_channel_interleaved, image.width(), image.height(), 8));
    int stride = 0;
    uint8_t* pixels = heif_image_get_plane(raw, heif_channel_interleaved, &stride);
    for (int row = 0; row < image.height(); ++row)
        std::copy_n(image.constScanLine(row), image.width() * 3, pixels + row * stride);
    return made;
}

} // namespace

Exiv2::ExifData cameraNotes()
{
    Exiv2::ExifData notes;
    notes["Exif.Photo.DateTimeOriginal"] = "2024:08:15 10:30:00";
    notes["Exif.Image.Model"] = "Telephone";
    notes["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    notes["Exif.GPSInfo.GPSLatitude"] = "31/1 21/1 443/100";
    notes["Exif.GPSInfo.GPSLongitudeRef"] = "E";
    notes["Exif.GPSInfo.GPSLongitude"] = "121/1 23/1 442/100";
    return notes;
}

QByteArray withNotes(const QByteArray& jpeg, const Exiv2::ExifData& notes)
{
    const auto image = Exiv2::ImageFactory::open(asBytes(jpeg), long(jpeg.size()));
    image->setExifData(notes);
    image->writeMetadata();
    Exiv2::BasicIo& io = image->io();
    REQUIRE(io.open() == 0);
    QByteArray written(qsizetype(io.size()), '\0');
    REQUIRE(io.read(reinterpret_cast<Exiv2::byte*>(written.data()), written.size()) == written.size());
    return written;
}

Exiv2::ExifData notesIn(const QByteArray& jpeg)
{
    const auto image = Exiv2::ImageFactory::open(asBytes(jpeg), long(jpeg.size()));
    image->readMetadata();
    return image->exifData();
}

QByteArray heicOf(const QImage& image, const Exiv2::ExifData& notes)
{
    if (!heif_have_encoder_for_format(heif_compression_HEVC))
        return {};
    const Held<heif_context> context(heif_context_alloc(), heif_context_free);
    heif_encoder* rawEncoder = nullptr;
    must(heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &rawEncoder));
    const Held<heif_encoder> encoder(rawEncoder, heif_encoder_release);
    heif_image_handle* rawHandle = nullptr;
    must(heif_context_encode_image(context.get(), heifImage(image).get(), rawEncoder, nullptr, &rawHandle));
    const Held<heif_image_handle> handle(rawHandle, [](heif_image_handle* each) { heif_image_handle_release(each); });
    Exiv2::Blob tiff;
    Exiv2::ExifParser::encode(tiff, Exiv2::littleEndian, notes);
    must(heif_context_add_exif_metadata(context.get(), rawHandle, tiff.data(), int(tiff.size())));
    QByteArray bytes;
    heif_writer writer{1, append};
    must(heif_context_write(context.get(), &writer, &bytes));
    return bytes;
}

} // namespace chengheng::test
