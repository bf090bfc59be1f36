// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actions.h"
#include "services/registers.h"
#include "services/tables.h"
#include "services/workspace.h"
#include "support/support.h"

#include <QTemporaryDir>

namespace chengheng::test {

/// A campaign of the notice's plan in a temporary file, on a day the test sets.
struct OpenCampaign {
    QTemporaryDir folder;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(day("2024-10-01"));
    std::unique_ptr<services::Workspace> workspace;

    explicit OpenCampaign(services::Actor actor = {QStringLiteral("测试员"), services::Role::Administrator, {}, true})
    {
        workspace = need(services::Workspace::create(services::Place::ofFile(path()), actor, clock,
                                                     need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    }

    QString path() const { return folder.filePath(QStringLiteral("test.chc")); }

    /// Closes and opens again, perhaps as somebody else.
    void reopenAs(const services::Actor& actor)
    {
        workspace.reset();
        workspace = need(services::Workspace::open(services::Place::ofFile(path()), actor, clock));
    }

    services::ImportReport import(const char* kind, const QString& path, const services::ImportOptions& options = {})
    {
        return need(services::importFile(*workspace, *model::findKind(QLatin1String(kind)), path, options));
    }

    services::ImportReport importSample(const char* kind, const char* file, const services::ImportOptions& options = {})
    {
        return import(kind, sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(file)), options);
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
