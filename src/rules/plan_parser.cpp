// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "rules/plan.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanParser)
};

constexpr qint64 mostUnits = 10'000;
constexpr qint64 longestLead = 250; // working days of a year

const QHash<QString, MilestoneTestKind>& testKinds()
{
    static const QHash<QString, MilestoneTestKind> kinds{
        {QStringLiteral("hand_entry"), MilestoneTestKind::HandEntry},
        {QStringLiteral("quotas_filled"), MilestoneTestKind::QuotasFilled},
        {QStringLiteral("commitments_signed"), MilestoneTestKind::CommitmentsSigned},
        {QStringLiteral("commitments_displayed"), MilestoneTestKind::CommitmentsDisplayed},
        {QStringLiteral("instruments_verified"), MilestoneTestKind::InstrumentsVerified},
        {QStringLiteral("instruments_passed"), MilestoneTestKind::InstrumentsPassed},
        {QStringLiteral("units_inspected"), MilestoneTestKind::UnitsInspected},
        {QStringLiteral("organiser_inspected"), MilestoneTestKind::OrganiserInspected},
        {QStringLiteral("problems_closed"), MilestoneTestKind::ProblemsClosed},
        {QStringLiteral("seats_filled"), MilestoneTestKind::SeatsFilled},
        {QStringLiteral("units_trained"), MilestoneTestKind::UnitsTrained},
        {QStringLiteral("supervisors_appointed"), MilestoneTestKind::SupervisorsAppointed},
        {QStringLiteral("rules_in_force"), MilestoneTestKind::RulesInForce},
        {QStringLiteral("dossiers_complete"), MilestoneTestKind::DossiersComplete},
        {QStringLiteral("records_kept"), MilestoneTestKind::RecordsKept},
        {QStringLiteral("units_recorded"), MilestoneTestKind::UnitsRecorded},
        {QStringLiteral("all_done"), MilestoneTestKind::AllDone},
    };
    return kinds;
}

/// A word of a closed list; an unknown one is a fault that names it.
template <class E>
E readWord(JsonReader& reader, const char* key)
{
    const QString text = reader.text(key);
    const auto word = model::wordOf<E>(text);
    if (!word)
        reader.fault(key, Text::tr("不认识“%1”").arg(text));
    return word.value_or(E{});
}

void readRange(JsonReader& reader, QDate& from, QDate& to)
{
    from = reader.date("from");
    to = reader.date("to");
    if (to < from)
        reader.fault("to", Text::tr("结束日期早于开始日期"));
}

/// Reads plan files; knows the keys seen so far so that a repeated or unknown one is named.
class PlanReader
{
public:
    Plan read(JsonReader& reader)
    {
        readHead(reader);
        reader.each("organisations", [&](JsonReader& r) { readOrganisation(r); });
        reader.each("seats", [&](JsonReader& r) {
            m_plan.seats.append({r.text("body"), r.text("role"), organisationKey(r, "organisation"), r.text("post"),
                                 r.optionalText("holder")});
        });
        reader.each("quotas", [&](JsonReader& r) { readQuota(r); });
        m_plan.keyRoads = reader.texts("key_roads");
        reader.each("phases", [&](JsonReader& r) { readPhase(r); });
        if (m_plan.phases.isEmpty())
            reader.fault("phases", Text::tr("方案没有阶段"));
        reader.each("publicity_days", [&](JsonReader& r) { readPublicityDay(r); });
        reader.each("budget_categories",
                    [&](JsonReader& r) { m_plan.budgetCategories.append({newKey(r), r.text("title")}); });
        reader.each("statements", [&](JsonReader& r) {
            m_plan.statements.append({r.text("topic"), r.text("text"), r.text("place")});
        });
        return m_plan;
    }

private:
    void readHead(JsonReader& reader)
    {
        m_plan.id = reader.text("id");
        m_plan.title = reader.text("title");
        m_plan.campaignType = reader.optionalText("campaign_type");
        m_plan.applicant = reader.text("applicant");
        m_plan.noticeNumber = reader.optionalText("notice_number");
        m_plan.noticeDate = reader.optionalDate("notice_date");
        m_plan.issuer = reader.optionalText("issuer");
        readRange(reader, m_plan.from, m_plan.to);
        m_plan.statedUnits = reader.integer("stated_units", 0, mostUnits);
    }

    void readOrganisation(JsonReader& reader)
    {
        m_plan.organisations.append({newKey(reader), reader.text("name"),
                                     readWord<model::OrganisationKind>(reader, "kind"), reader.optionalText("duties")});
    }

    void readQuota(JsonReader& reader)
    {
        const Quota quota{readWord<model::Trade>(reader, "trade"), reader.text("printed"),
                          reader.integer("planned", 0, mostUnits)};
        if (std::any_of(m_plan.quotas.begin(), m_plan.quotas.end(),
                        [&](const Quota& other) { return other.trade == quota.trade; }))
            reader.fault("trade", Text::tr("业态“%1”重复").arg(quota.printed));
        m_plan.quotas.append(quota);
    }

    void readPhase(JsonReader& reader)
    {
        Phase phase;
        phase.key = newKey(reader);
        phase.title = reader.text("title");
        readRange(reader, phase.from, phase.to);
        reader.each("milestones", [&](JsonReader& r) { phase.milestones.append(readMilestone(r)); });
        m_plan.phases.append(phase);
    }

    Milestone readMilestone(JsonReader& reader)
    {
        Milestone milestone;
        milestone.key = newKey(reader);
        milestone.title = reader.text("title");
        milestone.owner = organisationKey(reader, "owner");
        readRange(reader, milestone.from, milestone.to);
        milestone.leadWorkingDays = int(reader.integer("lead_working_days", 0, longestLead));
        if (!reader.has("test"))
            reader.fault("test", Text::tr("“%1”没有完成判据").arg(milestone.title));
        reader.within("test", [&](JsonReader& r) { milestone.test = readTest(r); });
        milestone.clauses = reader.texts("clauses");
        return milestone;
    }

    static MilestoneTest readTest(JsonReader& reader)
    {
        MilestoneTest test;
        const QString kind = reader.text("kind");
        if (!testKinds().contains(kind))
            reader.fault("kind", Text::tr("没有“%1”这种完成判据").arg(kind));
        test.kind = testKinds().value(kind);
        for (const QString& key : reader.texts("inspections")) {
            const auto inspection = model::wordOf<model::InspectionKind>(key);
            if (!inspection)
                reader.fault("inspections", Text::tr("没有“%1”这种检查").arg(key));
            test.inspections.append(inspection.value_or(model::InspectionKind::Daily));
        }
        static const QVector<MilestoneTestKind> overRecords{
            MilestoneTestKind::RecordsKept, MilestoneTestKind::UnitsRecorded, MilestoneTestKind::AllDone};
        if (overRecords.contains(test.kind))
            test.records = readRecordTest(reader);
        return test;
    }

    void readPublicityDay(JsonReader& reader)
    {
        PublicityDay day;
        day.key = reader.text("key");
        if (std::any_of(m_plan.publicityDays.begin(), m_plan.publicityDays.end(),
                        [&](const PublicityDay& other) { return other.key == day.key; }))
            reader.fault("key", Text::tr("“%1”重复").arg(day.key));
        day.title = reader.text("title");
        readRange(reader, day.from, day.to);
        day.phase = reader.text("phase");
        if (!m_plan.phase(day.phase))
            reader.fault("phase", Text::tr("没有名为“%1”的阶段").arg(day.phase));
        m_plan.publicityDays.append(day);
    }

    QString newKey(JsonReader& reader)
    {
        const QString key = reader.text("key");
        if (m_keys.contains(key))
            reader.fault("key", Text::tr("“%1”重复").arg(key));
        m_keys.insert(key);
        return key;
    }

    QString organisationKey(JsonReader& reader, const char* member)
    {
        const QString key = reader.text(member);
        if (!m_plan.organisation(key))
            reader.fault(member, Text::tr("没有名为“%1”的单位部门").arg(key));
        return key;
    }

    Plan m_plan;
    QSet<QString> m_keys;
};

} // namespace

Result<Plan> parsePlan(const QByteArray& json, const QString& fileName)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object)
        return fail(object.error());
    JsonReader reader(*object, fileName);
    const Plan plan = PlanReader().read(reader);
    if (reader.error())
        return fail(*reader.error());
    return plan;
}

} // namespace chengheng::rules
