// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/carry_over.h"

#include "model/as_of.h"
#include "model/dossier_records.h"
#include "model/office_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "rules/problem_state.h"
#include "rules/summary.h"
#include "rules/verification.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CarryOver)
};

/// Copies records into the new campaign; a reference to what did not come over is left blank, and a record
/// that needs it stays behind.
class Carrier
{
public:
    explicit Carrier(storage::Intent& intent) : m_intent(intent) {}

    /// The new campaign has organisations of its own: the same name is the same organisation.
    Result<void> matchOrganisations(const QVector<model::Organisation>& old)
    {
        const auto rows = m_intent.list(model::kindOf<model::Organisation>());
        if (!rows)
            return fail(rows.error());
        for (const model::Record& row : *rows)
            for (const model::Organisation& organisation : old)
                if (organisation.name == row.name())
                    m_carried.insert(organisation.uid.toString(), row.uid.toString());
        return {};
    }

    template <class R>
    Result<qint64> carry(const QVector<R>& typed, const std::function<bool(const R&)>& isWanted)
    {
        qint64 count = 0;
        for (const R& one : typed) {
            if (!isWanted(one))
                continue;
            const auto carried = carryRecord(model::toRecord(one));
            if (!carried)
                return fail(carried.error());
            count += *carried;
        }
        return count;
    }

private:
    Result<bool> carryRecord(model::Record record)
    {
        for (qsizetype i = 0; i < record.values.size(); ++i) {
            const model::Field& field = record.kind->fields[i];
            if (field.type != model::FieldType::Reference || model::isEmpty(record.values[i]))
                continue;
            const QString now = m_carried.value(model::textOf(record.values[i]));
            if (now.isEmpty() && field.isRequired)
                return false;
            record.values[i] = now.isEmpty() ? model::Value() : model::Value(now);
        }
        record.version = 0;
        if (auto added = m_intent.insert(record); !added)
            return fail(added.error());
        m_carried.insert(record.uid.toString(), record.uid.toString());
        return true;
    }

    storage::Intent& m_intent;
    QHash<QString, QString> m_carried; ///< uid then → uid now
};

bool isOver(QDate end, QDate day)
{
    return end.isValid() && end < day;
}

/// The new campaign knows which one it follows.
Result<void> nameThePredecessor(storage::Intent& intent, const model::Campaign& old)
{
    const auto rows = intent.list(model::kindOf<model::Campaign>());
    if (!rows)
        return fail(rows.error());
    auto campaign = model::fromRecord<model::Campaign>(rows->first());
    campaign.predecessor = old.title;
    campaign.predecessorOn = old.to;
    return intent.update(model::toRecord(campaign));
}

Result<CarriedOver> carryFacts(storage::Intent& intent, const model::CampaignFacts& facts, QDate day)
{
    Carrier carrier(intent);
    if (auto matched = carrier.matchOrganisations(facts.organisations); !matched)
        return fail(matched.error());
    const auto histories = rules::historiesOn(facts, day);
    const auto steps = rules::stepsByProblem(facts);
    CarriedOver carried;
    std::optional<Error> error;
    const auto take = [&error](const Result<qint64>& count) {
        if (!count && !error)
            error = count.error();
        return count.value_or(0);
    };
    carried.units = take(carrier.carry<model::Unit>(
        facts.units, [](const auto& unit) { return unit.participation == model::Participation::Participating; }));
    take(carrier.carry<model::Stallholder>(facts.stallholders, [](const auto&) { return true; }));
    carried.instruments = take(carrier.carry<model::Instrument>(
        facts.instruments, [](const auto& one) { return one.status != model::InstrumentStatus::Scrapped; }));
    take(carrier.carry<model::Verification>(facts.verifications, [&](const auto& one) { return histories.value(one.instrument).latest == &one; }));
    take(carrier.carry<model::InstrumentEvent>(rules::bookOf<model::InstrumentEvent>(facts), [](const auto&) { return true; }));
    take(carrier.carry<model::Setting>(rules::bookOf<model::Setting>(facts), [](const auto&) { return true; }));
    take(carrier.carry<model::Liaison>(rules::bookOf<model::Liaison>(facts), [&](const auto& one) { return !isOver(one.to, day); }));
    take(carrier.carry<model::RuleTemplate>(rules::bookOf<model::RuleTemplate>(facts), [](const auto&) { return true; }));
    take(carrier.carry<model::ManagementRule>(rules::bookOf<model::ManagementRule>(facts),
                                              [&](const auto& one) { return !isOver(one.inForceTo, day); }));
    carried.supervisors = take(carrier.carry<model::Supervisor>(rules::bookOf<model::Supervisor>(facts), [&](const auto& one) {
        return !isOver(one.termTo, day) && !isOver(one.endedOn, day);
    }));
    carried.openProblems = take(carrier.carry<model::Problem>(facts.problems, [&](const auto& problem) {
        return !rules::problemStanding(problem, steps.value(problem.uid), day).isClosed();
    }));
    if (error)
        return fail(*error);
    return carried;
}

} // namespace

Result<CarriedOver> carryOver(const Workspace& from, Workspace& into)
{
    if (auto allowed = checkRight(into.actor(), Deed::Write, model::kindOf<model::Campaign>()); !allowed)
        return fail(allowed.error());
    const QDate day = into.clock().today();
    auto facts = from.facts();
    if (!facts)
        return fail(facts.error());
    const model::CampaignFacts today = model::asOf(std::move(*facts), day);
    CarriedOver carried;
    const auto seq = runIntent(into, QStringLiteral("campaign.carry_over"), Uid::create(),
                               [&](storage::Intent& intent) -> Result<void> {
                                   const auto there = intent.count(model::kindOf<model::Unit>(), {});
                                   if (!there)
                                       return fail(there.error());
                                   if (*there > 0)
                                       return fail(ErrorKind::Conflict, "not_empty",
                                                   Text::tr("这个创建活动里已经有参建单位，只有刚新建的活动才能接续上一轮。"));
                                   if (auto named = nameThePredecessor(intent, today.campaign); !named)
                                       return named;
                                   auto done = carryFacts(intent, today, day);
                                   if (!done)
                                       return fail(done.error());
                                   carried = *done;
                                   return {};
                               });
    if (!seq)
        return fail(seq.error());
    return carried;
}

} // namespace chengheng::services
