// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <exiv2/exiv2.hpp>

namespace chengheng::test {

/// What a telephone writes beside a picture taken on 2024-08-15 at 31°21′04.43″ N, 121°23′04.42″ E.
Exiv2::ExifData cameraNotes();

/// A JPEG with these notes in it.
QByteArray withNotes(const QByteArray& jpeg, const Exiv2::ExifData& notes);
/// The notes in a JPEG.
Exiv2::ExifData notesIn(const QByteArray& jpeg);

/// The picture as HEIC with notes, as iPhones write it; empty where libheif was built without an encoder.
QByteArray heicOf(const QImage& image, const Exiv2::ExifData& notes);

} // namespace chengheng::test
