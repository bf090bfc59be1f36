// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pg_connection.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PgConnection)
};

Error pgError(const QSqlError& error, const QString& service)
{
    const QString state = error.nativeErrorCode();
    const QString reason = error.databaseText().simplified();
    if (state.startsWith(QLatin1String("23")))
        return {ErrorKind::Conflict, QStringLiteral("constraint"),
                Text::tr("数据不符合登记簿的约束，没有保存：%1。").arg(reason), service};
    if (state == QLatin1String("57014"))
        return {ErrorKind::Cancelled, QStringLiteral("cancelled"), Text::tr("操作已取消。"), service};
    if (state == QLatin1String("53100"))
        return {ErrorKind::Unavailable, QStringLiteral("disk_full"),
                Text::tr("服务器磁盘空间不足，没有保存。请联系管理员腾出空间后重试。"), service};
    if (state == QLatin1String("25006") || state == QLatin1String("42501"))
        return {ErrorKind::Denied, QStringLiteral("read_only"),
                Text::tr("服务器“%1”上的活动只能读取，不能修改。").arg(service), service};
    if (state == QLatin1String("55P03") || state == QLatin1String("40P01"))
        return {ErrorKind::Unavailable, QStringLiteral("database_busy"),
                Text::tr("服务器上的活动正被占用，请稍后重试。"), service};
    if (error.type() == QSqlError::ConnectionError || state.isEmpty() || state.startsWith(QLatin1String("08"))
        || state.startsWith(QLatin1String("57P")))
        return {ErrorKind::Unavailable, QStringLiteral("server_unavailable"),
                Text::tr("连不上服务器“%1”：%2。请检查网络和连接设置后重试。").arg(service, reason), service};
    return {ErrorKind::Unavailable, QStringLiteral("database_error"),
            Text::tr("服务器上的数据库操作没有完成（%1）。").arg(reason), service};
}

class PgStatement final : public Statement
{
public:
    PgStatement(QSqlQuery query, QString service) : m_query(std::move(query)), m_service(std::move(service)) {}

    void bindNull(int index) override { m_query.bindValue(index, QVariant(QMetaType(QMetaType::QString))); }
    void bindInteger(int index, qint64 number) override { m_query.bindValue(index, number); }
    void bindText(int index, const QString& text) override { m_query.bindValue(index, text); }
    void bindUtf8(int index, const QByteArray& text) override { m_query.bindValue(index, QString::fromUtf8(text)); }
    void bindBytes(int index, const QByteArray& bytes) override { m_query.bindValue(index, bytes); }

    Result<bool> step() override
    {
        if (!m_hasRun && !m_query.exec())
            return fail(pgError(m_query.lastError(), m_service));
        m_hasRun = true;
        return m_query.isSelect() && m_query.next();
    }
    qint64 changedRows() const override { return m_query.numRowsAffected(); }

    bool isNull(int column) const override { return m_query.isNull(column); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray utf8(int column) const override { return text(column).toUtf8(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }

    void reset() override
    {
        m_query.finish();
        m_hasRun = false;
    }

private:
    QSqlQuery m_query;
    QString m_service;
    bool m_hasRun = false;
};

QString freshName()
{
    static QAtomicInteger<quint64> counter;
    return QStringLiteral("chengheng-%1").arg(counter.fetchAndAddRelaxed(1));
}

Result<void> openNamed(const QString& name, const QString& service)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    const bool isConninfo = service.contains(QLatin1Char('='));
    database.setConnectOptions(isConninfo ? service : QStringLiteral("service=") + service);
    if (!database.open()) {
        Error error = pgError(database.lastError(), service);
        error.code = QStringLiteral("server_unavailable");
        return fail(error);
    }
    return {};
}

void closeNamed(const QString& name)
{
    QSqlDatabase::database(name, false).close();
    QSqlDatabase::removeDatabase(name);
}

} // namespace

PgConnection::PgConnection(QString name, QString service) : m_name(std::move(name)), m_service(std::move(service)) {}

PgConnection::~PgConnection()
{
    forgetStatements();
    closeNamed(m_name);
}

QSqlDatabase PgConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<std::unique_ptr<PgConnection>> PgConnection::open(const QString& service, bool isReadOnly)
{
    if (service.contains(QLatin1String("password")))
        return fail(ErrorKind::Usage, "password_in_conninfo",
                    Text::tr("连接设置中不能写密码，请把密码放在 PGPASSFILE 所指的文件中。"));
    std::unique_ptr<PgConnection> connection(new PgConnection(freshName(), service));
    if (auto opened = openNamed(connection->m_name, service); !opened)
        return fail(opened.error());
    if (isReadOnly)
        if (auto set = connection->run(QStringLiteral("SET default_transaction_read_only = on")); !set)
            return fail(set.error());
    const auto process = connection->number(QStringLiteral("SELECT pg_backend_pid()"));
    if (!process)
        return fail(process.error());
    connection->m_process = *process;
    return connection;
}

Result<void> PgConnection::runScript(const QString& sql)
{
    // As the body of one block the whole script is one statement to QtSql, which sends only one.
    return run(QStringLiteral("DO $script$ BEGIN\n%1\nEND $script$").arg(sql));
}

Result<void> PgConnection::run(const QString& sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql))
        return fail(pgError(query.lastError(), m_service));
    return {};
}

Result<std::unique_ptr<Statement>> PgConnection::prepare(const QString& sql)
{
    QSqlQuery query(database());
    if (!query.prepare(sql))
        return fail(pgError(query.lastError(), m_service));
    return std::make_unique<PgStatement>(std::move(query), m_service);
}

Result<qint64> PgConnection::insertRow(Statement& insert)
{
    const auto row = insert.step();
    if (!row)
        return fail(row.error());
    return insert.integer(0);
}

void PgConnection::interrupt()
{
    const QString name = freshName();
    if (openNamed(name, m_service)) {
        QSqlQuery query(QSqlDatabase::database(name, false));
        query.exec(QStringLiteral("SELECT pg_cancel_backend(%1)").arg(m_process));
    }
    closeNamed(name);
}

QString PgConnection::beginWriteSql() const
{
    return QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED");
}

QString PgConnection::beginReadSql() const
{
    return QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

} // namespace chengheng::storage
