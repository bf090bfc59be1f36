// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"

namespace chengheng::documents {

/// A photograph with what is known of it.
struct PrintedPhotograph {
    PrintedPicture picture; ///< at the size it is to be printed in; null: it can no longer be read
    QString caption;
    QDate takenOn;
    QString place;       ///< where the camera wrote it
    QString sha256 = {}; ///< of the photograph that is kept
};

/// A kept photograph as a sheet of six prints it; null where the bytes are no picture.
PrintedPicture printedPicture(const QByteArray& jpeg);

/// What a photograph of one item of a sheet shows, after the item's number.
QString captionWithItem(const QString& item, const QString& caption);

/// Six to a page.
Grid photographGrid(const QVector<PrintedPhotograph>& photographs);

/// A sheet of photographs of one subject: a unit, a visit, an activity. Captions, dates and places stand below them.
Paper photographPaper(const QString& campaign, const QString& subject, const QVector<PrintedPhotograph>& photographs,
                      QDate asOf);

} // namespace chengheng::documents
