// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QVector>

namespace chengheng::documents {

/// The parts of a .docx in memory, in the order they are stored.
struct DocxPackage {
    struct Part {
        QString name; ///< word/document.xml
        QByteArray bytes;
    };
    QVector<Part> parts;

    const QByteArray* find(const QString& name) const;
    /// Replaces the part or puts it last.
    void set(const QString& name, const QByteArray& bytes);
};

/// The main part's name.
inline constexpr char docxBody[] = "word/document.xml";

/// Takes a .docx apart and reads through each XML part once. `name`: the file's, for the sentence. Errors: see
/// DocxTemplate::read.
Result<DocxPackage> readDocx(const QByteArray& bytes, const QString& name);

/// As a zip whose times are fixed, so that the same parts give the same bytes.
QByteArray writeDocx(const DocxPackage& package);

} // namespace chengheng::documents
