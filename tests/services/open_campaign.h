// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actions.h"
#include "services/registers.h"
#include "services/tables.h"
#include "services/workspace.h"
#include "support/pictures.h"
#include "support/support.h"
#include "support/test_server.h"

#include <QTemporaryDir>

namespace chengheng::test {

inline std::unique_ptr<services::Workspace> newCampaign(const services::Place& place, const services::Actor& actor,
                                                        const std::shared_ptr<const Clock>& clock)
{
    return need(services::Workspace::create(place, actor, clock,
                                            need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
}

/// A new campaign to copy from, made once: a copy takes a tenth of the time. It stays until the server is
/// thrown away, for at the program's end nobody could drop it any more.
inline const ServerDatabase& pristineCampaign(const services::Actor& actor, const std::shared_ptr<const Clock>& clock)
{
    static const ServerDatabase* const made = [&] {
        auto* database = new ServerDatabase;
        newCampaign(services::Place::ofServer(database->service()), actor, clock);
        return database;
    }();
    return *made;
}

/// A campaign of the notice's plan on a day the test sets: in a temporary file or, where
/// CHENGHENG_TEST_BACKEND is "server", in a PostgreSQL database of its own.
struct OpenCampaign {
    QTemporaryDir folder;
    std::unique_ptr<ServerDatabase> server;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(day("2024-10-01"));
    std::unique_ptr<services::Workspace> workspace;

    explicit OpenCampaign(services::Actor actor = {QStringLiteral("测试员"), services::Role::Administrator, {}, true})
    {
        if (qEnvironmentVariable("CHENGHENG_TEST_BACKEND") == QLatin1String("server")) {
            server = std::make_unique<ServerDatabase>(&pristineCampaign(actor, clock));
            workspace = need(services::Workspace::open(place(), actor, clock));
        } else {
            workspace = newCampaign(place(), actor, clock);
        }
    }

    /// Of a campaign in a file.
    QString path() const { return folder.filePath(QStringLiteral("test.chc")); }
    services::Place place() const
    {
        return server ? services::Place::ofServer(server->service()) : services::Place::ofFile(path());
    }

    /// Closes and opens again, perhaps as somebody else.
    void reopenAs(const services::Actor& actor)
    {
        workspace.reset();
        workspace = need(services::Workspace::open(place(), actor, clock));
    }

    services::ImportReport import(const char* kind, const QString& path, const services::ImportOptions& options = {})
    {
        return need(services::importFile(*workspace, *model::findKind(QLatin1String(kind)), path, options));
    }

    services::ImportReport importSample(const char* kind, const char* file, const services::ImportOptions& options = {})
    {
        return import(kind, sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(file)), options);
    }

    /// Out of use from a day on, with a photograph.
    void stop(const Uid& instrument, const char* from, const QString& reason = QStringLiteral("失准"))
    {
        const auto& action = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("stop"));
        need(services::doAction(
            *workspace, action, instrument, {{QStringLiteral("from"), day(from)}, {QStringLiteral("reason"), reason}},
            Uid::create(), {need(services::loadBytes(picture(40, 30), QStringLiteral("封签.png")))}));
    }

    template <class R>
    QVector<R> all(const services::RegisterQuery& query = {})
    {
        QVector<R> typed;
        for (const model::Record& row : need(services::listRecords(*workspace, model::kindOf<R>(), query)))
            typed.append(model::fromRecord<R>(row));
        return typed;
    }

    /// The first unit of a trade.
    model::Unit unitOf(model::Trade trade)
    {
        const auto units = all<model::Unit>({.where = {{QStringLiteral("trade"), model::keyOf(trade)}}});
        REQUIRE_FALSE(units.isEmpty());
        return units.first();
    }
};

} // namespace chengheng::test
