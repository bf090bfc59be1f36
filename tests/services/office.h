// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "open_campaign.h"

#include "model/application_records.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "model/money_records.h"
#include "model/office_records.h"
#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "model/survey_records.h"
#include "model/training_records.h"
#include "services/overview.h"

#include <QJsonDocument>

namespace chengheng::test {

/// An office at work: records come in as the command line's JSON, figures come out as summaries.
struct Office : OpenCampaign {
    Office()
    {
        clock->set(QDateTime(day("2024-11-20"), QTime(9, 0)));
        importSample("unit", "roster.xlsx");
    }

    Uid put(const char* kind, const QString& json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
        REQUIRE_FALSE(object.isEmpty());
        const auto record = need(model::withJson(model::Record(*model::findKind(QLatin1String(kind))), object));
        return need(services::addRecord(*workspace, record)).uid;
    }

    Error refused(const char* kind, const QString& json)
    {
        const auto record = need(model::withJson(model::Record(*model::findKind(QLatin1String(kind))),
                                                 QJsonDocument::fromJson(json.toUtf8()).object()));
        const auto written = services::addRecord(*workspace, record);
        REQUIRE_FALSE(written);
        return written.error();
    }

    rules::Summary summary(const char* key, const char* on = "2024-11-20")
    {
        return need(services::summaryOn(*workspace, *rules::findSummary(QLatin1String(key)), day(on)));
    }

    /// The cells of the row that begins with a name.
    QStringList row(const char* key, const QString& first, const char* on = "2024-11-20")
    {
        for (const rules::SummaryRow& row : summary(key, on).rows)
            if (row.cells.first() == first)
                return row.cells;
        FAIL("no row " << first);
        return {};
    }

    rules::MilestoneStanding milestone(const char* key, const char* on)
    {
        for (const auto& phase : need(services::statusOn(*workspace, day(on))).phases)
            for (const auto& one : phase.milestones)
                if (one.key == QLatin1String(key))
                    return one;
        FAIL("no milestone " << key);
        return {};
    }

    template <class R>
    R find(const Uid& uid)
    {
        return model::fromRecord<R>(need(services::findRecord(*workspace, model::kindOf<R>(), uid)));
    }

    model::Unit unit(int place = 0) { return all<model::Unit>().at(place); }
    Uid organisation() { return all<model::Organisation>().first().uid; }

    /// Does an action and gives what it wrote.
    Result<services::Written> act(const char* key, const char* kind, const Uid& uid,
                                  const QString& json = QStringLiteral("{}"))
    {
        const auto& action = *services::findAction(*model::findKind(QLatin1String(kind)), QLatin1String(key));
        services::FieldValues inputs;
        const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
        for (const model::Field& field : services::inputsOf(action))
            if (object.contains(field.key))
                inputs.insert(field.key, need(model::parseJson(field, object.value(field.key))));
        return services::doAction(*workspace, action, uid, inputs);
    }

    /// The line of what is owed that speaks of a record, or nullptr-like empty cells.
    QStringList owed(const Uid& record, const char* on = "2024-11-20")
    {
        for (const rules::SummaryRow& row : summary("owed", on).rows)
            if (row.record == record)
                return row.cells;
        return {};
    }
};

} // namespace chengheng::test
