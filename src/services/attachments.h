// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_records.h"
#include "services/registers.h"

namespace chengheng::services {

/// What a file is attached to: a record, perhaps one item of its sheet.
struct AttachmentSubject {
    QString kind;
    Uid uid;
    QString item = {}; ///< "3.05"
};

/// A file made ready to be attached: a photograph scaled down and stripped, anything else as it is.
struct LoadedFile {
    QString name;
    QString mediaType;
    QByteArray bytes;
    QByteArray originalSha256; ///< hex, of the file as it was
    QDate takenOn;
    QString takenAt;
    QString caption;
};

/// Reads and prepares a file; slow for photographs, and needs no campaign. Invalid "no_such_file",
/// "empty_file", "unreadable_picture", "picture_too_large", "file_too_large" (PDF and others: 20 MB) and
/// "unsupported_file" (neither picture nor PDF nor a document of WPS or Office).
Result<LoadedFile> loadFile(const QString& path);
/// The same of bytes that were pasted.
Result<LoadedFile> loadBytes(const QByteArray& bytes, const QString& name);

/// Attaches files to a record as one intent. A file that is attached to it already is left out; Conflict
/// "attached_already" where that leaves none.
Result<Written> attachFiles(Workspace& workspace, const AttachmentSubject& subject, const QVector<LoadedFile>& files,
                            const Uid& intent = Uid::create());
/// Takes an attachment off its record; undoing brings it back.
Result<Written> detachFile(Workspace& workspace, const Uid& attachment, const Uid& intent = Uid::create());

/// Those of a record, in the order in which they came.
Result<QVector<model::Attachment>> attachmentsOf(const Workspace& workspace, const Uid& subject);
/// All photographs of the campaign: by register, record, item, then in the order in which they came.
Result<QVector<model::Attachment>> allPhotographs(const Workspace& workspace);
bool isPhotograph(const model::Attachment& attachment);
/// Its bytes, checked against their hash.
Result<QByteArray> bytesOf(const Workspace& workspace, const model::Attachment& attachment);

} // namespace chengheng::services
