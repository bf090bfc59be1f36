// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "base/files.h"
#include "services/attachments.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AttachmentCommands)
};

/// KIND UID FILE…: those that can be attached are; the others are named and make the answer a refusal.
Result<Answer> attach(Context& context)
{
    const QStringList& words = context.call.words;
    const services::AttachmentSubject subject{words[0], Uid(words[1]), context.call.option("item")};
    const auto attached = services::attachThose(*context.workspace, subject, services::loadFiles(words.mid(2)));
    if (!attached)
        return fail(attached.error());
    Answer answer;
    answer.json = {{QStringLiteral("uid"), attached->written.uid.toString()},
                   {QStringLiteral("seq"), attached->written.seq},
                   {QStringLiteral("refusal"), attached->refusal ? attached->refusal->message : QString()}};
    answer.text =
        attached->refusal ? attached->refusal->message : Text::tr("已附上，留痕第 %1 号").arg(attached->written.seq);
    answer.isRefused = attached->refusal.has_value();
    return answer;
}

QJsonObject fileJson(const model::Attachment& file)
{
    return {{QStringLiteral("uid"), file.uid.toString()},
            {QStringLiteral("file_name"), file.fileName},
            {QStringLiteral("media_type"), file.mediaType},
            {QStringLiteral("item"), file.item},
            {QStringLiteral("size"), file.size},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("taken_on"),
             file.takenOn.isValid() ? QJsonValue(file.takenOn.toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("caption"), file.caption}};
}

Result<Answer> listAttachments(Context& context)
{
    const auto files = services::attachmentsOf(*context.workspace, Uid(context.call.words[1]));
    if (!files)
        return fail(files.error());
    QJsonArray json;
    QStringList lines;
    for (const model::Attachment& file : *files) {
        if (file.subjectKind != context.call.words[0])
            continue;
        json.append(fileJson(file));
        lines << Text::tr("%1  %2  %3").arg(file.uid.toString(), file.fileName, file.caption);
    }
    lines << Text::tr("共 %1 个附件").arg(json.size());
    return Answer{{{QStringLiteral("attachments"), json}}, lines.join(QLatin1Char('\n'))};
}

Result<void> writeNew(const QString& path, const QByteArray& bytes)
{
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Conflict, "file_exists",
                    Text::tr("“%1”已经存在。请另起一个名字，或先把它移走。").arg(path), path);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(ErrorKind::Unavailable, "cannot_write_file", Text::tr("写不了“%1”：%2。").arg(path, reasonOf(file)),
                path);
}

/// The bytes as they are kept: a photograph scaled down, anything else as it came.
Result<Answer> saveAttachment(Context& context)
{
    const auto record =
        services::findRecord(*context.workspace, model::kindOf<model::Attachment>(), Uid(context.call.words[0]));
    if (!record)
        return fail(record.error());
    const auto file = model::fromRecord<model::Attachment>(*record);
    const auto bytes = services::bytesOf(*context.workspace, file);
    if (!bytes)
        return fail(bytes.error());
    const QString& out = context.call.words[1];
    if (auto written = writeNew(out, *bytes); !written)
        return fail(written.error());
    return Answer{{{QStringLiteral("file"), out},
                   {QStringLiteral("size"), bytes->size()},
                   {QStringLiteral("sha256"), file.sha256}},
                  Text::tr("已把“%1”存到 %2").arg(file.fileName, out)};
}

} // namespace

QVector<Command> attachmentCommands()
{
    constexpr int mostFiles = 1000;
    return {
        {{.name = QStringLiteral("attach"),
          .words = QStringLiteral("KIND UID FILE…"),
          .summary = Text::tr("给一条记录附上照片或文件；--item 指明评分项"),
          .fewestWords = 3,
          .mostWords = mostFiles,
          .options = {QStringLiteral("item")},
          .isWriting = true},
         attach},
        {{.name = QStringLiteral("attachments"),
          .words = QStringLiteral("KIND UID"),
          .summary = Text::tr("列出一条记录的附件"),
          .fewestWords = 2,
          .mostWords = 2},
         listAttachments},
        {{.name = QStringLiteral("save-attachment"),
          .words = QStringLiteral("ATTACHMENT OUT"),
          .summary = Text::tr("把一个附件存成文件"),
          .fewestWords = 2,
          .mostWords = 2},
         saveAttachment},
    };
}

} // namespace chengheng::cli
