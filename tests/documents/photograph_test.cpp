// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.h"

#include "documents/photograph.h"
#include "support/pictures.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QString telephonePlace = QStringLiteral("31.35123,121.38456");

documents::Photograph read(const QByteArray& bytes)
{
    return need(documents::readPhotograph(bytes, QStringLiteral("照片.jpg")));
}

/// Red at the left, blue at the right.
QImage leftAndRight(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < height; ++y)
        for (int x = width / 2; x < width; ++x)
            image.setPixelColor(x, y, Qt::blue);
    return image;
}

QByteArray jpegOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, "jpeg", 95));
    return bytes;
}

bool isReddish(QColor colour)
{
    return colour.red() > 200 && colour.blue() < 60;
}

bool isBluish(QColor colour)
{
    return colour.blue() > 200 && colour.red() < 60;
}

} // namespace

TEST_CASE("Day and place come from what the camera wrote, and nothing of it stays in the picture", "[documents]")
{
    const auto photograph = read(withNotes(picture(200, 100, Qt::red, "jpeg"), cameraNotes()));
    CHECK(photograph.takenOn == day("2024-08-15"));
    CHECK(photograph.takenAt == telephonePlace);
    CHECK(notesIn(photograph.jpeg).empty());
    CHECK(QImage::fromData(photograph.jpeg).size() == QSize(200, 100));
}

TEST_CASE("A place is taken over only where the camera knew it", "[documents]")
{
    struct Case {
        const char* what;
        const char* north;
        const char* northSide;
        const char* east;
        const char* eastSide;
        const char* place;
    };
    const std::vector<Case> cases{
        {"south and west", "33/1 30/1 0/1", "S", "70/1 15/1 0/1", "W", "-33.50000,-70.25000"},
        {"minutes with a fraction", "31/1 21074/1000 0/1", "N", "121/1 23/1 0/1", "E", "31.35123,121.38333"},
        {"divided by nought", "0/0 0/0 0/0", "N", "0/0 0/0 0/0", "E", ""},
        {"nought", "0/1 0/1 0/1", "N", "0/1 0/1 0/1", "E", ""},
        {"no place on earth", "95/1 0/1 0/1", "N", "121/1 0/1 0/1", "E", ""},
        {"degrees only", "31/1", "N", "121/1", "E", ""},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        Exiv2::ExifData notes = cameraNotes();
        notes["Exif.GPSInfo.GPSLatitude"] = c.north;
        notes["Exif.GPSInfo.GPSLatitudeRef"] = c.northSide;
        notes["Exif.GPSInfo.GPSLongitude"] = c.east;
        notes["Exif.GPSInfo.GPSLongitudeRef"] = c.eastSide;
        const auto photograph = read(withNotes(picture(20, 10, Qt::red, "jpeg"), notes));
        CHECK(photograph.takenAt == QLatin1String(c.place));
        CHECK(photograph.takenOn == day("2024-08-15"));
    }
}

TEST_CASE("A picture without a readable day has none", "[documents]")
{
    for (const char* taken : {"0000:00:00 00:00:00", "yesterday", "2024:13:40 10:00:00"}) {
        INFO(taken);
        Exiv2::ExifData notes = cameraNotes();
        notes["Exif.Photo.DateTimeOriginal"] = taken;
        const auto photograph = read(withNotes(picture(20, 10, Qt::red, "jpeg"), notes));
        CHECK_FALSE(photograph.takenOn.isValid());
        CHECK(photograph.takenAt == telephonePlace);
    }
    const auto plain = read(picture(20, 10));
    CHECK_FALSE(plain.takenOn.isValid());
    CHECK(plain.takenAt.isEmpty());
}

TEST_CASE("A photograph taken with the telephone held sideways stands upright", "[documents]")
{
    Exiv2::ExifData notes = cameraNotes();
    notes["Exif.Image.Orientation"] = uint16_t(6); // turn by a quarter clockwise
    const auto photograph = read(withNotes(jpegOf(leftAndRight(80, 40)), notes));
    const QImage kept = QImage::fromData(photograph.jpeg);
    REQUIRE(kept.size() == QSize(40, 80));
    CHECK(isReddish(kept.pixelColor(20, 10)));
    CHECK(isBluish(kept.pixelColor(20, 70)));
}

TEST_CASE("An iPhone's HEIC becomes a JPEG with its day and place", "[documents]")
{
    const QByteArray heic = heicOf(leftAndRight(128, 64), cameraNotes());
    REQUIRE_FALSE(heic.isEmpty()); // Debian's libheif encodes
    CHECK(documents::isPicture(heic));
    const auto photograph = read(heic);
    CHECK(photograph.jpeg.startsWith("\xff\xd8\xff"));
    const QImage kept = QImage::fromData(photograph.jpeg);
    REQUIRE(kept.size() == QSize(128, 64));
    CHECK(isReddish(kept.pixelColor(16, 32)));
    CHECK(isBluish(kept.pixelColor(112, 32)));
    CHECK(photograph.takenOn == day("2024-08-15"));
    CHECK(photograph.takenAt == telephonePlace);
    CHECK(notesIn(photograph.jpeg).empty());
}

TEST_CASE("A damaged HEIC is refused with its name", "[documents]")
{
    const QByteArray heic = heicOf(leftAndRight(128, 64), cameraNotes());
    const auto refused = documents::readPhotograph(heic.left(heic.size() / 2), QStringLiteral("断.heic"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("unreadable_picture"));
    CHECK(refused.error().message.contains(QStringLiteral("断.heic")));
}

TEST_CASE("A picture is decoded as large as its box allows", "[documents]")
{
    const QByteArray jpeg = jpegOf(leftAndRight(800, 400));
    const QImage small = documents::pictureWithin(jpeg, {128, 128});
    REQUIRE(small.size() == QSize(128, 64));
    CHECK(isReddish(small.pixelColor(20, 32)));
    CHECK(isBluish(small.pixelColor(108, 32)));
    CHECK(documents::pictureWithin(jpegOf(leftAndRight(4000, 2)), {100, 100}).size() == QSize(100, 1));
    CHECK(documents::pictureWithin("no picture", {128, 128}).isNull());
}
