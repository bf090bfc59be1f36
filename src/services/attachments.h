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
/// "empty_file", "unreadable_picture", "picture_too_large", "file_too_large" (PDF and others: 20 MB),
/// "unsupported_file" (neither picture nor PDF nor a document of WPS or Office) and "ending_mismatch" (a
/// document whose content is not what its ending says).
Result<LoadedFile> loadFile(const QString& path);
/// The same of bytes that were pasted.
Result<LoadedFile> loadBytes(const QByteArray& bytes, const QString& name);

/// A selection of files: those that were made ready, and why the others cannot be attached.
struct LoadedFiles {
    QVector<LoadedFile> files;
    QVector<Error> refused;
};
/// As loadFile, of several; a bad one among them keeps none of the others out.
LoadedFiles loadFiles(const QStringList& paths);

/// Attaches files to a record as one intent. A file that is attached to it already is left out; Conflict
/// "attached_already" where that leaves none.
Result<Written> attachFiles(Workspace& workspace, const AttachmentSubject& subject, const QVector<LoadedFile>& files,
                            const Uid& intent = Uid::create());
/// What became of a selection.
struct Attached {
    Written written;
    std::optional<Error> refusal; ///< names those that were not attached, and why
};
/// Attaches those of a selection that can be; the refusal is an error where that is none of them.
Result<Attached> attachThose(Workspace& workspace, const AttachmentSubject& subject, const LoadedFiles& selection,
                             const Uid& intent = Uid::create());
/// Says what an attachment shows, in at most 200 letters on one line; empty takes the words back. `version`
/// is the one that was read. Who may write the record may say it.
Result<Written> captionFile(Workspace& workspace, const Uid& attachment, qint64 version, const QString& caption,
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
