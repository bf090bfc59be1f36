// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attachments.h"

#include "base/files.h"
#include "documents/checksum.h"
#include "documents/pdf_pages.h"
#include "documents/photograph.h"
#include "services/internal/attaching.h"
#include "services/internal/document_type.h"
#include "services/internal/record_writes.h"
#include "services/internal/run_writing.h"
#include "storage/attachments.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

constexpr qint64 largestPicture = qint64(60) * 1024 * 1024;
constexpr qint64 largestDocument = qint64(20) * 1024 * 1024;

Result<LoadedFile> loadPicture(const QByteArray& bytes, const QString& name)
{
    const auto photograph = documents::readPhotograph(bytes, name);
    if (!photograph)
        return fail(photograph.error());
    LoadedFile file;
    file.name = QFileInfo(name).completeBaseName() + QStringLiteral(".jpg");
    file.mediaType = QLatin1String(documents::photographType);
    file.bytes = photograph->jpeg;
    file.takenOn = photograph->takenOn;
    file.takenAt = photograph->takenAt;
    return file;
}

Result<LoadedFile> loadDocument(const QByteArray& bytes, const QString& name)
{
    auto type = documentType(bytes, name);
    if (!type)
        return fail(type.error());
    if (bytes.size() > largestDocument)
        return fail(ErrorKind::Invalid, "file_too_large",
                    Text::tr("“%1”超过 20 MB，不能作为附件，请压缩后重试。").arg(name), name);
    if (*type == QLatin1String("application/pdf"))
        if (const auto pages = documents::pagesIn(bytes); !pages) // its first letters alone prove nothing
            return fail(Error{ErrorKind::Invalid, pages.error().code,
                              Text::tr("“%1”：%2").arg(name, pages.error().message), name});
    LoadedFile file;
    file.name = name;
    file.mediaType = *std::move(type);
    file.bytes = bytes;
    return file;
}

model::Attachment attachmentOf(const AttachmentSubject& subject, const LoadedFile& file)
{
    model::Attachment attachment;
    attachment.subjectKind = subject.kind;
    attachment.subject = subject.uid;
    attachment.item = subject.item;
    attachment.fileName = file.name;
    attachment.mediaType = file.mediaType;
    attachment.sha256 = documents::sha256Of(file.bytes);
    attachment.size = file.bytes.size();
    attachment.originalSha256 = QString::fromLatin1(file.originalSha256);
    attachment.takenOn = file.takenOn;
    attachment.takenAt = file.takenAt;
    attachment.caption = file.caption;
    return attachment;
}

/// Who may write the record may attach to it.
Result<void> checkMayAttach(const Workspace& workspace, storage::Intent& intent, const QString& kindKey, const Uid& uid)
{
    const model::RecordKind* kind = model::findKind(kindKey);
    if (!kind)
        return fail(ErrorKind::Invalid, "unknown_kind", Text::tr("没有名为“%1”的登记簿。").arg(kindKey), kindKey);
    const auto record = intent.find(*kind, uid);
    if (!record)
        return fail(record.error());
    return checkMayWrite(workspace, intent, *record);
}

Result<QVector<model::Attachment>> storedOf(storage::Intent& intent, const Uid& subject)
{
    const auto rows =
        intent.list(model::kindOf<model::Attachment>(), {.where = {{QStringLiteral("subject"), subject.toString()}}});
    if (!rows)
        return fail(rows.error());
    QVector<model::Attachment> stored;
    for (const model::Record& row : *rows)
        stored.append(model::fromRecord<model::Attachment>(row));
    return stored;
}

/// One sentence about those of a selection that cannot be attached: their own, the first ten of many.
Error refusalOf(const LoadedFiles& selection)
{
    constexpr qsizetype mostNamed = 10;
    const QVector<Error>& refused = selection.refused;
    Error error = refused.first();
    if (refused.size() == 1 && selection.files.isEmpty())
        return error;
    QStringList lines{selection.files.isEmpty()
                          ? Text::tr("选中的 %1 个文件都不能附上：").arg(refused.size())
                          : Text::tr("有 %1 个文件没有附上，其余的已经附上：").arg(refused.size())};
    for (const Error& each : refused.first(qMin(mostNamed, refused.size())))
        lines.append(each.message);
    if (refused.size() > mostNamed)
        lines.append(Text::tr("还有 %1 个，原因类似，请逐个检查后重试。").arg(refused.size() - mostNamed));
    error.message = lines.join(QLatin1Char('\n'));
    return error;
}

} // namespace

Result<Uid> attachNew(storage::Intent& intent, const AttachmentSubject& subject, const QVector<LoadedFile>& files)
{
    auto stored = storedOf(intent, subject.uid);
    if (!stored)
        return fail(stored.error());
    Uid last;
    for (const LoadedFile& file : files) {
        model::Attachment attachment = attachmentOf(subject, file);
        const bool isThere = std::any_of(stored->begin(), stored->end(), [&](const model::Attachment& other) {
            return other.originalSha256 == attachment.originalSha256 && other.item == attachment.item;
        });
        if (isThere)
            continue;
        if (auto kept = storage::storeBytes(intent, attachment.sha256, file.bytes); !kept)
            return fail(kept.error());
        const auto added = intent.insert(model::toRecord(attachment));
        if (!added)
            return added;
        stored->append(attachment);
        last = *added;
    }
    if (last.isNull())
        return fail(ErrorKind::Conflict, "attached_already", Text::tr("选中的文件都已经附在这里了，没有重复添加。"));
    return last;
}

Result<LoadedFile> loadBytes(const QByteArray& bytes, const QString& name)
{
    if (bytes.isEmpty())
        return fail(ErrorKind::Invalid, "empty_file", Text::tr("“%1”是空文件，请重新选择。").arg(name), name);
    auto file = documents::isPicture(bytes) ? loadPicture(bytes, name) : loadDocument(bytes, name);
    if (file)
        file->originalSha256 = documents::sha256Of(bytes).toLatin1();
    return file;
}

Result<LoadedFile> loadFile(const QString& path)
{
    const auto bytes = readFile(path, largestPicture);
    if (!bytes)
        return fail(bytes.error());
    return loadBytes(*bytes, QFileInfo(path).fileName());
}

LoadedFiles loadFiles(const QStringList& paths)
{
    LoadedFiles loaded;
    for (const QString& path : paths) {
        if (auto file = loadFile(path))
            loaded.files.append(*std::move(file));
        else
            loaded.refused.append(file.error());
    }
    return loaded;
}

Result<Written> attachFiles(Workspace& workspace, const AttachmentSubject& subject, const QVector<LoadedFile>& files,
                            const Uid& intent)
{
    return runWriting(workspace, QStringLiteral("attachment.add"), intent, model::kindOf<model::Attachment>(),
                      [&](storage::Intent& open) -> Result<Uid> {
                          if (auto allowed = checkMayAttach(workspace, open, subject.kind, subject.uid); !allowed)
                              return fail(allowed.error());
                          return attachNew(open, subject, files);
                      });
}

Result<Attached> attachThose(Workspace& workspace, const AttachmentSubject& subject, const LoadedFiles& selection,
                             const Uid& intent)
{
    Attached attached;
    if (!selection.refused.isEmpty())
        attached.refusal = refusalOf(selection);
    if (selection.files.isEmpty() && attached.refusal)
        return fail(*attached.refusal);
    const auto written = attachFiles(workspace, subject, selection.files, intent);
    if (!written) {
        Error error = written.error();
        for (const Error& each : selection.refused)
            error.message += QLatin1Char('\n') + each.message;
        return fail(error);
    }
    attached.written = *written;
    return attached;
}

Result<Written> captionFile(Workspace& workspace, const Uid& attachment, qint64 version, const QString& caption,
                            const Uid& intent)
{
    const model::RecordKind& kind = model::kindOf<model::Attachment>();
    const QString text = caption.simplified();
    const FieldValues values{{QStringLiteral("caption"), text.isEmpty() ? model::Value() : model::Value(text)}};
    const auto seq =
        runIntent(workspace, QStringLiteral("attachment.correct"), intent, [&](storage::Intent& open) -> Result<void> {
            const auto record = open.find(kind, attachment);
            if (!record)
                return fail(record.error());
            const auto typed = model::fromRecord<model::Attachment>(*record);
            if (auto allowed = checkMayAttach(workspace, open, typed.subjectKind, typed.subject); !allowed)
                return allowed;
            return writeCorrection(workspace, open, kind, attachment, version, values, {});
        });
    if (!seq)
        return fail(seq.error());
    return Written{attachment, *seq};
}

Result<Written> detachFile(Workspace& workspace, const Uid& attachment, const Uid& intent)
{
    const model::RecordKind& kind = model::kindOf<model::Attachment>();
    const auto seq =
        runIntent(workspace, QStringLiteral("attachment.detach"), intent, [&](storage::Intent& open) -> Result<void> {
            const auto record = open.find(kind, attachment);
            if (!record)
                return fail(record.error());
            const auto typed = model::fromRecord<model::Attachment>(*record);
            if (auto allowed = checkMayAttach(workspace, open, typed.subjectKind, typed.subject); !allowed)
                return allowed;
            return open.remove(kind, attachment, record->version);
        });
    if (!seq)
        return fail(seq.error());
    return Written{attachment, *seq};
}

namespace {

/// What is attached to a record is read by who may read the record.
bool mayReadSubject(const Workspace& workspace, const model::Attachment& attachment)
{
    const model::RecordKind* subject = model::findKind(attachment.subjectKind);
    return !subject || mayRead(workspace, *subject);
}

} // namespace

bool isPhotograph(const model::Attachment& attachment)
{
    return documents::isPhotograph(attachment);
}

Result<QVector<model::Attachment>> attachmentsOf(const Workspace& workspace, const Uid& subject)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto files = snapshot->all<model::Attachment>({.where = {{QStringLiteral("subject"), subject.toString()}}});
    if (files)
        files->removeIf([&](const model::Attachment& file) { return !mayReadSubject(workspace, file); });
    return files;
}

Result<QVector<model::Attachment>> allPhotographs(const Workspace& workspace)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto photographs = snapshot->all<model::Attachment>(
        {.orderBy = {QStringLiteral("subject_kind"), QStringLiteral("subject"), QStringLiteral("item")}});
    if (photographs) // what shows a volunteer stays in the office
        photographs->removeIf([](const model::Attachment& attachment) {
            const model::RecordKind* subject = model::findKind(attachment.subjectKind);
            return !isPhotograph(attachment) || (subject && subject->isConfidential);
        });
    return photographs;
}

Result<QByteArray> bytesOf(const Workspace& workspace, const model::Attachment& attachment)
{
    if (const model::RecordKind* subject = model::findKind(attachment.subjectKind))
        if (auto allowed = checkRight(workspace.actor(), Deed::Read, *subject); !allowed)
            return fail(allowed.error());
    return storage::readBytes(*workspace.data().database, attachment.sha256);
}

} // namespace chengheng::services
