// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QVector>

namespace chengheng::documents {

/// A place inside a part that has a bookmark of its own.
struct MergeMark {
    QString title;
    int page = 0; ///< of the part, counted from 0
};

/// A PDF that becomes a part of a merged one.
struct MergePart {
    QString chapter; ///< parts of one chapter one after the other stand under its bookmark
    QString title;
    QByteArray pdf;
    QVector<MergeMark> marks = {};
    QString file = {}; ///< read from here instead, so that not all lie in memory
};

/// The parts one after the other as one PDF with bookmarks: chapter, part, mark. The same parts and date give the
/// same bytes. Invalid "not_a_pdf", "damaged_pdf".
Result<QByteArray> mergePdfs(const QVector<MergePart>& parts, const QString& title, QDate created);

} // namespace chengheng::documents
