// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

#include "storage/connection.h"
#include "storage/database.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

const QString selectDraft = QStringLiteral("SELECT \"key\", \"json\", \"saved_at\" FROM \"draft\" WHERE \"owner\" = ?");

Draft readDraft(const Statement& row)
{
    return {row.text(0), row.text(1), QDateTime::fromString(row.text(2), Qt::ISODateWithMs).toLocalTime()};
}

} // namespace

Result<void> saveDraft(Database& database, const QString& owner, const QString& key, const QString& json,
                       const QDateTime& now)
{
    auto save = database.connection().use(
        QStringLiteral("INSERT INTO \"draft\" (\"owner\", \"key\", \"json\", \"saved_at\") VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (\"owner\", \"key\") DO UPDATE SET \"json\" = excluded.\"json\","
                       " \"saved_at\" = excluded.\"saved_at\""));
    if (!save)
        return fail(save.error());
    (*save)->bindText(0, owner);
    (*save)->bindText(1, key);
    (*save)->bindText(2, json);
    (*save)->bindText(3, now.toUTC().toString(Qt::ISODateWithMs));
    if (auto stepped = (*save)->step(); !stepped)
        return fail(stepped.error());
    return {};
}

Result<Draft> loadDraft(Database& database, const QString& owner, const QString& key)
{
    auto load = database.connection().use(selectDraft + QLatin1String(" AND \"key\" = ?"));
    if (!load)
        return fail(load.error());
    (*load)->bindText(0, owner);
    (*load)->bindText(1, key);
    const auto row = (*load)->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorKind::NotFound, "no_such_draft", Text::tr("没有这份草稿，可能已经保存或删去。"), key);
    return readDraft(**load);
}

Result<QVector<Draft>> listDrafts(Database& database, const QString& owner)
{
    auto list = database.connection().use(selectDraft + QLatin1String(" ORDER BY \"saved_at\" DESC, \"key\""));
    if (!list)
        return fail(list.error());
    (*list)->bindText(0, owner);
    QVector<Draft> drafts;
    for (;;) {
        const auto row = (*list)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return drafts;
        drafts.append(readDraft(**list));
    }
}

Result<void> moveDrafts(Database& database, const QString& from, const QString& to)
{
    auto move = database.connection().use(
        QStringLiteral("UPDATE \"draft\" SET \"owner\" = ? WHERE \"owner\" = ? AND \"key\" NOT IN"
                       " (SELECT \"key\" FROM \"draft\" WHERE \"owner\" = ?)"));
    if (!move)
        return fail(move.error());
    (*move)->bindText(0, to);
    (*move)->bindText(1, from);
    (*move)->bindText(2, to);
    if (auto stepped = (*move)->step(); !stepped)
        return fail(stepped.error());
    return {};
}

Result<void> removeDraft(Database& database, const QString& owner, const QString& key)
{
    auto remove =
        database.connection().use(QStringLiteral("DELETE FROM \"draft\" WHERE \"owner\" = ? AND \"key\" = ?"));
    if (!remove)
        return fail(remove.error());
    (*remove)->bindText(0, owner);
    (*remove)->bindText(1, key);
    if (auto stepped = (*remove)->step(); !stepped)
        return fail(stepped.error());
    return {};
}

} // namespace chengheng::storage
