// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include "support/support.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace chengheng::test {

namespace {

QString maintenance()
{
    return qEnvironmentVariable("CHENGHENG_TEST_PG");
}

void onServer(const QString& sql)
{
    const QString name = QStringLiteral("maintenance");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setConnectOptions(maintenance());
        if (!database.open())
            FAIL(database.lastError().text().toStdString());
        QSqlQuery query(database);
        if (!query.exec(sql))
            FAIL(query.lastError().text().toStdString());
    }
    QSqlDatabase::removeDatabase(name);
}

QString freshName()
{
    static int counter = 0;
    return QStringLiteral("chengheng_test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
}

} // namespace

ServerDatabase::ServerDatabase(const ServerDatabase* original) : m_name(freshName())
{
    onServer(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2")
                 .arg(m_name, original ? original->m_name : QStringLiteral("template0")));
    QStringList options;
    for (const QString& option : maintenance().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!option.startsWith(QLatin1String("dbname=")))
            options << option;
    m_service = options.join(QLatin1Char(' ')) + QStringLiteral(" dbname=") + m_name;
}

ServerDatabase::~ServerDatabase()
{
    onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
}

bool ServerDatabase::isAvailable()
{
    return !maintenance().isEmpty();
}

} // namespace chengheng::test
