// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/diagnosis.h"

#include "base/log.h"
#include "exchange/replace_file.h"
#include "services/internal/packet_archive.h"
#include "services/internal/workspace_data.h"
#include "storage/connection.h"
#include "storage/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QSysInfo>
#include <QTemporaryDir>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

tl::unexpected<Error> notWritten(const QString& path)
{
    return fail(ErrorKind::Unavailable, "cannot_write_file",
                Text::tr("诊断文件“%1”没有写成。请检查磁盘空间和写入权限，或换一个位置保存。")
                    .arg(QDir::toNativeSeparators(path)),
                path);
}

QJsonObject versions()
{
    return {{QStringLiteral("program"), QCoreApplication::applicationVersion()},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("built_with_qt"), QStringLiteral(QT_VERSION_STR)},
            {QStringLiteral("system"), log::withoutPersons(QSysInfo::prettyProductName())},
            {QStringLiteral("kernel"), QSysInfo::kernelVersion()},
            {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
            {QStringLiteral("locale"), QLocale::system().name()}};
}

/// How far the campaign's schema is and how much each register holds.
Result<QJsonObject> contentsOf(const Workspace& workspace)
{
    storage::Database& database = *workspace.data().database;
    const auto schema = storage::schemaVersion(database.connection());
    if (!schema)
        return fail(schema.error());
    auto snapshot = storage::Snapshot::begin(database);
    if (!snapshot)
        return fail(snapshot.error());
    QJsonObject counts;
    for (const model::RecordKind* kind : model::allKinds()) {
        const auto count = snapshot->count(*kind);
        if (!count)
            return fail(count.error());
        counts.insert(kind->key, *count);
    }
    return QJsonObject{
        {QStringLiteral("schema"), *schema},
        {QStringLiteral("known_schema"), storage::migrationsFor(workspace.place().isServer()).last().version},
        {QStringLiteral("server"), workspace.place().isServer()},
        {QStringLiteral("read_only"), workspace.isReadOnly()},
        {QStringLiteral("records"), counts}};
}

/// The log and what was rotated away, once more without persons: an older program may have written it.
bool copyLogs(const QString& folder)
{
    log::flush();
    const QFileInfo log(log::filePath());
    if (log::filePath().isEmpty())
        return true;
    const QString pattern = log.completeBaseName() + QStringLiteral("*.") + log.suffix();
    for (const QFileInfo& each : log.dir().entryInfoList({pattern}, QDir::Files)) {
        QFile file(each.absoluteFilePath());
        if (!file.open(QIODevice::ReadOnly))
            return false;
        QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        for (QString& line : lines)
            line = log::withoutPersons(line);
        if (!writeFile(folder + QLatin1Char('/') + each.fileName(), lines.join(QLatin1Char('\n')).toUtf8()))
            return false;
    }
    return true;
}

} // namespace

Result<void> exportDiagnosis(const Workspace* workspace, const QString& out, QDateTime now)
{
    QJsonObject campaign;
    if (workspace) {
        const auto contents = contentsOf(*workspace);
        if (!contents)
            return fail(contents.error());
        campaign = *contents;
    }
    const QTemporaryDir folder;
    const auto inFolder = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    const bool isWritten = folder.isValid() && copyLogs(folder.path())
                           && writeFile(inFolder("versions.json"), QJsonDocument(versions()).toJson())
                           && (!workspace || writeFile(inFolder("campaign.json"), QJsonDocument(campaign).toJson()));
    if (!isWritten)
        return notWritten(out);
    return exchange::replaceFile(out, [&](const QString& scratch) {
        const auto zipped = zipFolder(folder.path(), scratch, now);
        return zipped ? Result<void>() : Result<void>(notWritten(out));
    });
}

} // namespace chengheng::services
