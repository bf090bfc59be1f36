// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_error.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SqliteError)
};

Error made(ErrorKind kind, const char* code, const QString& message, const QString& path)
{
    return Error{kind, QString::fromLatin1(code), message, path};
}

} // namespace

Error sqliteError(sqlite3* handle, int code, const QString& path)
{
    const QString file = QFileInfo(path).fileName();
    if (code != SQLITE_INTERRUPT) // English, for the maintainers
        log::warning(QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return made(ErrorKind::Unavailable, "disk_full",
                    Text::tr("磁盘空间不足，“%1”没有改动。请腾出空间后重试。").arg(file), path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return made(ErrorKind::Unavailable, "database_busy", Text::tr("“%1”正被占用，请稍后重试。").arg(file), path);
    case SQLITE_INTERRUPT:
        return made(ErrorKind::Cancelled, "cancelled", Text::tr("操作已取消。"), path);
    case SQLITE_NOTADB:
        return made(ErrorKind::Corrupt, "not_a_campaign",
                    Text::tr("“%1”不是诚衡的活动文件，请选择 .chc 文件。").arg(file), path);
    case SQLITE_CORRUPT:
        return made(ErrorKind::Corrupt, "damaged_file", Text::tr("“%1”已损坏，请从备份恢复。").arg(file), path);
    case SQLITE_CONSTRAINT:
        return made(
            ErrorKind::Conflict, "constraint",
            Text::tr("数据不符合“%1”的登记约束（有重复，或缺少它依据的记录），没有保存。请核对后重试。").arg(file),
            path);
    case SQLITE_READONLY:
        return made(ErrorKind::Denied, "read_only",
                    Text::tr("“%1”只能读取，不能修改。请把它复制到可以写入的地方再打开。").arg(file), path);
    case SQLITE_IOERR:
        return made(ErrorKind::Unavailable, "io_error", Text::tr("读写“%1”时磁盘出错，请检查磁盘后重试。").arg(file),
                    path);
    case SQLITE_CANTOPEN:
        return made(ErrorKind::Unavailable, "cannot_open",
                    Text::tr("打不开“%1”，请检查所在文件夹是否存在、文件和文件夹的权限。").arg(file), path);
    default:
        return made(ErrorKind::Unavailable, "database_error",
                    Text::tr("“%1”的数据库操作没有完成。请重试；仍不成功时请导出诊断文件，交给维护人员。").arg(file),
                    path);
    }
}

} // namespace chengheng::storage
