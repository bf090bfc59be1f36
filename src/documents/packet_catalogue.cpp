// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_catalogue.h"

#include "base/dates.h"
#include "rules/due_report.h"
#include "rules/organisation_view.h"
#include "rules/problem_state.h"
#include "rules/quota.h"
#include "rules/schedule.h"
#include "rules/standing.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

using Gaps = QVector<PaperGap>;

void addVacantSeats(Gaps& gaps, const PacketInput& input)
{
    for (const rules::SeatView& seat : rules::seatsOn(input.facts, input.day))
        if (seat.isVacant())
            gaps.append({titleOf(PacketPart::Organisation), GapState::Missing,
                         Text::tr("%1%2（%3）当日无人任职，请补录接任人。")
                             .arg(seat.body, seat.role, seat.organisationName)});
}

bool hasEvidence(const model::CampaignFacts& facts, const QString& milestone)
{
    for (const model::MilestoneFact& fact : facts.milestoneFacts) {
        if (fact.milestone != milestone)
            continue;
        if (!fact.evidence.trimmed().isEmpty())
            return true;
        for (const model::Attachment& attachment : facts.attachments)
            if (attachment.subject == fact.uid)
                return true;
    }
    return false;
}

bool isHandEntry(const rules::Plan& plan, const QString& milestone)
{
    const rules::Milestone* known = plan.milestone(milestone);
    return known && known->test.kind == rules::MilestoneTestKind::HandEntry;
}

void addMilestone(Gaps& gaps, const PacketInput& input, const rules::MilestoneStanding& milestone)
{
    const QString paper = Text::tr("节点材料：%1").arg(milestone.title);
    if (milestone.from.isValid() && milestone.from > input.day)
        return;
    if (milestone.state != rules::MilestoneState::Done)
        gaps.append({paper, GapState::Missing, milestone.why});
    else if (isHandEntry(input.plan, milestone.key) && !hasEvidence(input.facts, milestone.key))
        gaps.append({paper, GapState::Missing,
                     Text::tr("已登记完成（%1），但没有写明或附上证明材料。")
                         .arg(paperDate(milestone.doneOn))});
}

void addMilestones(Gaps& gaps, const PacketInput& input)
{
    for (const rules::PhaseStanding& phase :
         rules::schedule(input.facts, input.plan, input.calendar, input.day))
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            addMilestone(gaps, input, milestone);
}

void addQuotas(Gaps& gaps, const PacketInput& input)
{
    for (const rules::QuotaStanding& quota : rules::quotas(input.facts, input.plan))
        if (quota.missing() > 0)
            gaps.append({titleOf(PacketPart::Roster), GapState::Missing,
                         Text::tr("%1计划 %2 家，已登记 %3 家，还缺 %4 家。")
                             .arg(model::labelOf(quota.trade))
                             .arg(quota.planned)
                             .arg(quota.registered)
                             .arg(quota.missing())});
}

void addCommitments(Gaps& gaps, const PacketInput& input)
{
    QSet<Uid> signedUnits;
    for (const model::Commitment& commitment : input.facts.commitments)
        if (commitment.signedOn.isValid())
            signedUnits.insert(commitment.unit);
    for (const model::Unit* unit : participants(input.facts))
        if (!signedUnits.contains(unit->uid))
            gaps.append({Text::tr("诚信计量承诺书：%1").arg(unit->name), GapState::Missing,
                         Text::tr("没有签订承诺书的记录。")});
}

void addSheet(Gaps& gaps, const PacketInput& input, const Uid& unit, const QString& name)
{
    const QString paper = Text::tr("评分表：%1").arg(name);
    const model::Inspection* latest = latestInspection(input.facts, unit);
    if (!latest) {
        gaps.append({paper, GapState::Missing, Text::tr("没有检查评分的记录（自查不算）。")});
        return;
    }
    const auto score =
        rules::score(input.sheets, *latest, rules::scoreContext(input.facts, unit, input.day));
    if (!score)
        gaps.append({paper, GapState::Missing, score.error().message});
    else if (!score->complete && score->vetoes.isEmpty())
        gaps.append({paper, GapState::Missing,
                     Text::tr("%1检查的评分还有未评的项目。").arg(paperDate(latest->on))});
    if (latest->on < input.plan.from)
        gaps.append({paper, GapState::Stale,
                     Text::tr("最近一次检查在%1，早于创建开始的%2。")
                         .arg(paperDate(latest->on), paperDate(input.plan.from))});
    else if (latest->edition != input.sheets.name)
        gaps.append(
            {paper, GapState::Stale,
             Text::tr("按“%1”评分，不是现在使用的“%2”。").arg(latest->edition, input.sheets.name)});
}

void addSheets(Gaps& gaps, const PacketInput& input)
{
    addSheet(gaps, input, {}, Text::tr("组织者（附表1）"));
    for (const model::Unit* unit : participants(input.facts))
        addSheet(gaps, input, unit->uid, unit->name);
}

void addCertificates(Gaps& gaps, const PacketInput& input)
{
    rules::DueOptions options;
    options.calendar = &input.calendar;
    const rules::DueReport report = rules::dueReport(input.facts, input.day, options);
    for (const rules::DueGroup& group : report.byUnit) {
        const QString paper = Text::tr("检定证书：%1").arg(group.label);
        if (const qint64 never = group.figures.count(rules::VerificationStatus::NeverVerified))
            gaps.append(
                {paper, GapState::Missing, Text::tr("%1 台（件）没有检定记录。").arg(never)});
        if (const qint64 overdue = group.figures.count(rules::VerificationStatus::Overdue))
            gaps.append(
                {paper, GapState::Stale, Text::tr("%1 台（件）的检定已过有效期。").arg(overdue)});
        if (const qint64 failed = group.figures.count(rules::VerificationStatus::Failed))
            gaps.append({paper, GapState::Missing,
                         Text::tr("%1 台（件）最近一次检定不合格，没有合格证书。").arg(failed)});
    }
}

void addProblems(Gaps& gaps, const PacketInput& input)
{
    const auto steps = rules::stepsByProblem(input.facts);
    for (const model::Problem& problem : input.facts.problems) {
        const auto standing = rules::problemStanding(problem, steps.value(problem.uid), input.day);
        const QString paper = Text::tr("整改材料：%1").arg(problem.description);
        if (!standing.isClosed())
            gaps.append(
                {paper, standing.isOverdue ? GapState::Stale : GapState::Missing, standing.why});
    }
}

} // namespace

const QVector<RequiredPaper>& requiredPapers()
{
    static const QVector<RequiredPaper> papers{
        {PacketPart::Cover, QStringLiteral("01-封面.pdf"), Text::tr("封面")},
        {PacketPart::Gaps, QStringLiteral("02-缺项清单.pdf"), Text::tr("缺项清单")},
        {PacketPart::Organisation, QStringLiteral("03-组织机构.pdf"), Text::tr("组织机构")},
        {PacketPart::Schedule, QStringLiteral("04-创建进度.pdf"), Text::tr("创建进度")},
        {PacketPart::Roster, QStringLiteral("05-参建单位名册.pdf"), Text::tr("参建单位名册")},
        {PacketPart::Sheets, QStringLiteral("06-评分表.pdf"), Text::tr("评分表")},
        {PacketPart::Ledger, QStringLiteral("07-计量器具台账.pdf"), Text::tr("计量器具台账")},
        {PacketPart::Problems, QStringLiteral("08-问题与整改.pdf"), Text::tr("问题与整改")}};
    return papers;
}

QString titleOf(PacketPart part)
{
    for (const RequiredPaper& paper : requiredPapers())
        if (paper.part == part)
            return paper.title;
    return {};
}

QString keyOf(GapState state)
{
    return state == GapState::Missing ? QStringLiteral("missing") : QStringLiteral("stale");
}

QString labelOf(GapState state)
{
    return state == GapState::Missing ? Text::tr("缺") : Text::tr("已过时");
}

QVector<PaperGap> packetGaps(const PacketInput& input)
{
    Gaps gaps;
    addVacantSeats(gaps, input);
    addMilestones(gaps, input);
    addQuotas(gaps, input);
    addCommitments(gaps, input);
    addSheets(gaps, input);
    addCertificates(gaps, input);
    addProblems(gaps, input);
    return gaps;
}

const model::Inspection* latestInspection(const model::CampaignFacts& facts, const Uid& unit)
{
    const model::Inspection* latest = nullptr;
    for (const model::Inspection& inspection : facts.inspections) {
        const bool isOther =
            inspection.unit != unit || inspection.kind == model::InspectionKind::SelfCheck;
        if (!isOther && (!latest || inspection.on >= latest->on))
            latest = &inspection;
    }
    return latest;
}

QVector<const model::Unit*> participants(const model::CampaignFacts& facts)
{
    QVector<const model::Unit*> units;
    for (const model::Unit& unit : facts.units)
        if (unit.participation == model::Participation::Participating)
            units.append(&unit);
    return units;
}

} // namespace chengheng::documents
