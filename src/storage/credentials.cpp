// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/credentials.h"

#include "storage/connection.h"
#include "storage/database.h"

namespace chengheng::storage {

namespace {

const QString ofAccount = QStringLiteral(" \"account_id\" = (SELECT \"id\" FROM \"account\" WHERE \"uid\" = ?)");

void bindTime(Statement& statement, int index, const QDateTime& time)
{
    if (time.isValid())
        statement.bindText(index, time.toUTC().toString(Qt::ISODateWithMs));
    else
        statement.bindNull(index);
}

Result<void> runOnce(Statement& statement)
{
    if (auto stepped = statement.step(); !stepped)
        return fail(stepped.error());
    return {};
}

} // namespace

Result<std::optional<Credential>> credentialOf(Database& database, const Uid& account)
{
    auto select = database.connection().use(
        QStringLiteral("SELECT \"verifier\", \"failures\", \"locked_until\" FROM \"credential\" WHERE") + ofAccount);
    if (!select)
        return fail(select.error());
    (*select)->bindText(0, account.toString());
    const auto row = (*select)->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    Credential credential{(*select)->text(0), (*select)->integer(1), {}};
    if (!(*select)->isNull(2))
        credential.lockedUntil = QDateTime::fromString((*select)->text(2), Qt::ISODateWithMs).toLocalTime();
    return credential;
}

Result<void> setVerifier(Database& database, const Uid& account, const QString& verifier)
{
    auto save = database.connection().use(
        QStringLiteral("INSERT INTO \"credential\" (\"account_id\", \"verifier\", \"failures\", \"locked_until\")"
                       " SELECT \"id\", ?, 0, NULL FROM \"account\" WHERE \"uid\" = ?"
                       " ON CONFLICT (\"account_id\") DO UPDATE SET \"verifier\" = excluded.\"verifier\","
                       " \"failures\" = 0, \"locked_until\" = NULL"));
    if (!save)
        return fail(save.error());
    (*save)->bindText(0, verifier);
    (*save)->bindText(1, account.toString());
    return runOnce(**save);
}

Result<void> removeCredentials(Database& database)
{
    return database.connection().run(QStringLiteral("DELETE FROM \"credential\""));
}

Result<bool> countTry(Database& database, const Uid& account, const Credential& read, QDateTime lockedUntil)
{
    auto count = database.connection().use(
        QStringLiteral("UPDATE \"credential\" SET \"failures\" = ?, \"locked_until\" = ? WHERE \"failures\" = ? AND")
        + ofAccount);
    if (!count)
        return fail(count.error());
    (*count)->bindInteger(0, read.failures + 1);
    bindTime(**count, 1, lockedUntil);
    (*count)->bindInteger(2, read.failures);
    (*count)->bindText(3, account.toString());
    if (auto done = runOnce(**count); !done)
        return fail(done.error());
    return (*count)->changedRows() > 0;
}

Result<void> forgetTries(Database& database, const Uid& account)
{
    auto forget = database.connection().use(
        QStringLiteral("UPDATE \"credential\" SET \"failures\" = 0, \"locked_until\" = NULL WHERE") + ofAccount);
    if (!forget)
        return fail(forget.error());
    (*forget)->bindText(0, account.toString());
    return runOnce(**forget);
}

} // namespace chengheng::storage
