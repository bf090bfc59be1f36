// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_connection.h"

#include "storage/sqlite_error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SqliteConnection)
};

constexpr int busyTimeoutMs = 3000;
constexpr int bytesOfPage =
    16384; ///< journal texts and photographs are long: an import writes a tenth faster than with 4096

class SqliteStatement final : public Statement
{
public:
    SqliteStatement(sqlite3* handle, sqlite3_stmt* statement, const QString& path)
        : m_handle(handle), m_statement(statement), m_path(path), m_bound(sqlite3_bind_parameter_count(statement))
    {}
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bindNull(int index) override { sqlite3_bind_null(m_statement, index + 1); }
    void bindInteger(int index, qint64 number) override { sqlite3_bind_int64(m_statement, index + 1, number); }
    void bindText(int index, const QString& text) override { bindUtf8(index, text.toUtf8()); }
    void bindUtf8(int index, const QByteArray& text) override
    {
        m_bound[index] = text; // kept until the next run, so that SQLite needs no copy of its own
        sqlite3_bind_text64(m_statement, index + 1, m_bound[index].constData(), sqlite3_uint64(text.size()),
                            SQLITE_STATIC, SQLITE_UTF8);
    }
    void bindBytes(int index, const QByteArray& bytes) override
    {
        sqlite3_bind_blob64(m_statement, index + 1, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
    }

    Result<bool> step() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        return fail(sqliteError(m_handle, code, m_path));
    }
    qint64 changedRows() const override { return sqlite3_changes64(m_handle); }

    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto* letters = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(letters, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray utf8(int column) const override
    {
        const auto* letters = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QByteArray(letters, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return QByteArray(data, sqlite3_column_bytes(m_statement, column));
    }

    void reset() override
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

private:
    sqlite3* m_handle;
    sqlite3_stmt* m_statement;
    QString m_path;
    QVector<QByteArray> m_bound;
};

QByteArray uriOf(const QString& path, SqliteConnection::Mode mode)
{
    QByteArray uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded();
    if (mode == SqliteConnection::Mode::Immutable)
        uri += "?immutable=1";
    return uri;
}

int flagsOf(SqliteConnection::Mode mode)
{
    const int common = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case SqliteConnection::Mode::Create:
    case SqliteConnection::Mode::Copy:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case SqliteConnection::Mode::Immutable:
        return common | SQLITE_OPEN_READONLY;
    default: // a reader keeps the right to fold the log in when it is the last to close
        return common | SQLITE_OPEN_READWRITE;
    }
}

} // namespace

SqliteConnection::SqliteConnection(sqlite3* handle, QString path) : m_handle(handle), m_path(std::move(path)) {}

SqliteConnection::~SqliteConnection()
{
    forgetStatements();
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString& path, Mode mode)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, mode).constData(), &handle, flagsOf(mode), nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, path));
    if (code != SQLITE_OK)
        return fail(sqliteError(handle, code, path));
    if (auto ready = connection->setUp(mode); !ready)
        return fail(ready.error());
    return connection;
}

Result<void> SqliteConnection::setUp(Mode mode)
{
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
    QString pragmas = QStringLiteral("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON;"
                                     "PRAGMA synchronous=FULL; PRAGMA cache_size=-262144;"
                                     "PRAGMA temp_store=MEMORY;");
    if (mode == Mode::Create) // the mark goes into the file itself, before there is a log
        pragmas += QStringLiteral("PRAGMA page_size=%1; PRAGMA application_id=%2;")
                       .arg(bytesOfPage)
                       .arg(campaignApplicationId);
    if (mode == Mode::Create || mode == Mode::Write)
        pragmas += QStringLiteral("PRAGMA journal_mode=WAL;");
    else if (mode != Mode::Copy)
        pragmas += QStringLiteral("PRAGMA query_only=ON;");
    return runScript(pragmas);
}

Result<void> SqliteConnection::runScript(const QString& sql)
{
    const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_handle, code, m_path));
    return {};
}

Result<std::unique_ptr<Statement>> SqliteConnection::prepare(const QString& sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_handle, code, m_path));
    return std::make_unique<SqliteStatement>(m_handle, statement, m_path);
}

Result<qint64> SqliteConnection::insertRow(Statement& insert)
{
    if (auto stepped = insert.step(); !stepped)
        return fail(stepped.error());
    return qint64(sqlite3_last_insert_rowid(m_handle));
}

void SqliteConnection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Result<void> SqliteConnection::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_handle, code, m_path));
    return {};
}

Result<void> SqliteConnection::quickCheck()
{
    auto check = prepare(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return fail(check.error());
    const auto row = (*check)->step();
    if (!row)
        return fail(row.error());
    const QString finding = (*check)->text(0);
    if (finding != QLatin1String("ok"))
        return fail(
            ErrorKind::Corrupt, "damaged_file",
            Text::tr("“%1”已损坏（%2），请从备份恢复。").arg(QFileInfo(m_path).fileName(), finding.simplified()),
            m_path);
    return {};
}

Result<void> SqliteConnection::copyInto(SqliteConnection& target)
{
    sqlite3_backup* copy = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (!copy)
        return fail(sqliteError(target.m_handle, sqlite3_errcode(target.m_handle), target.m_path));
    const int stepped = sqlite3_backup_step(copy, -1);
    const int code = sqlite3_backup_finish(copy);
    if (stepped != SQLITE_DONE && code == SQLITE_OK)
        return fail(sqliteError(nullptr, stepped, target.m_path));
    if (code != SQLITE_OK)
        return fail(sqliteError(target.m_handle, code, target.m_path));
    return {};
}

} // namespace chengheng::storage
