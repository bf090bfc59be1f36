// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_scans.h"

#include "base/dates.h"
#include "rules/attachment_check.h"
#include "rules/due_report.h"
#include "rules/latest_inspections.h"
#include "rules/organisation_view.h"
#include "rules/problem_state.h"
#include "rules/quota.h"
#include "rules/schedule.h"
#include "rules/standing.h"
#include "rules/summary.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

using Gaps = QVector<PaperGap>;

const QString seatPage = QStringLiteral("seat");
const QString schedulePage = QStringLiteral("schedule");
const QString unitPage = QStringLiteral("unit");
const QString commitmentPage = QStringLiteral("commitment");
const QString scoringPage = QStringLiteral("scoring");
const QString ledgerPage = QStringLiteral("instrument");
const QString problemPage = QStringLiteral("problem");

void addVacantSeats(Gaps& gaps, const PacketInput& input)
{
    for (const rules::SeatView& seat : rules::seatsOn(input.facts, input.day))
        if (seat.isVacant())
            gaps.append(
                {input.catalogue.titleOf(PacketPart::Organisation), GapState::Missing,
                 Text::tr("%1%2（%3）当日无人任职，请补录接任人。").arg(seat.body, seat.role, seat.organisationName),
                 QStringLiteral("organisation"), seatPage, seat.seat});
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
        gaps.append({paper, GapState::Missing, milestone.why, QStringLiteral("schedule"), schedulePage});
    else if (isHandEntry(input.plan, milestone.key) && !hasEvidence(input.facts, milestone.key))
        gaps.append({paper, GapState::Missing,
                     Text::tr("已登记完成（%1），但没有写明或附上证明材料。").arg(paperDate(milestone.doneOn)),
                     QStringLiteral("schedule"), schedulePage});
}

void addMilestones(Gaps& gaps, const PacketInput& input)
{
    for (const rules::PhaseStanding& phase : rules::schedule(input.facts, input.plan, input.calendar, input.day))
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            addMilestone(gaps, input, milestone);
}

void addQuotas(Gaps& gaps, const PacketInput& input)
{
    for (const rules::QuotaStanding& quota : rules::quotas(input.facts, input.plan))
        if (quota.missing() > 0)
            gaps.append({input.catalogue.titleOf(PacketPart::Roster), GapState::Missing,
                         Text::tr("%1计划 %2 家，已登记 %3 家，还缺 %4 家。")
                             .arg(model::labelOf(quota.trade))
                             .arg(quota.planned)
                             .arg(quota.registered)
                             .arg(quota.missing()),
                         QStringLiteral("roster"), unitPage});
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
                         Text::tr("没有签订承诺书的记录。"), QStringLiteral("commitment"), commitmentPage});
}

void addSheet(Gaps& gaps, const PacketInput& input, const Uid& unit, const QString& name,
              const rules::UnitScores& scores)
{
    const QString paper = Text::tr("评分表：%1").arg(name);
    const model::Inspection* latest = scores.latest(unit);
    const auto add = [&](GapState state, const QString& why) {
        gaps.append({paper, state, why, QStringLiteral("sheets"), scoringPage, unit}); // scored by unit
    };
    if (!latest)
        return add(GapState::Missing, Text::tr("没有检查评分的记录（自查不算）。"));
    const auto score = scores.score(*latest);
    if (!score)
        add(GapState::Missing, score.error().message);
    else if (!score->complete && score->vetoes.isEmpty())
        add(GapState::Missing, Text::tr("%1检查的评分还有未评的项目。").arg(paperDate(latest->on)));
    if (latest->on < input.plan.from)
        add(GapState::Stale,
            Text::tr("最近一次检查在%1，早于创建开始的%2。").arg(paperDate(latest->on), paperDate(input.plan.from)));
    else if (latest->edition != input.sheets.name)
        add(GapState::Stale, Text::tr("按“%1”评分，不是现在使用的“%2”。").arg(latest->edition, input.sheets.name));
}

void addSheets(Gaps& gaps, const PacketInput& input)
{
    const rules::UnitScores scores(input.facts, input.sheets, input.day);
    addSheet(gaps, input, {}, Text::tr("组织者（附表1）"), scores);
    for (const model::Unit* unit : participants(input.facts))
        addSheet(gaps, input, unit->uid, unit->name, scores);
}

Uid firstInstrument(const rules::DueReport& report, const Uid& unit, rules::VerificationStatus status)
{
    for (const rules::DueLine& line : report.lines)
        if (line.unit == unit && line.status == status)
            return line.uid;
    return {};
}

void addCertificates(Gaps& gaps, const PacketInput& input)
{
    rules::DueOptions options;
    options.calendar = &input.calendar;
    const rules::DueReport report = rules::dueReport(input.facts, input.day, options);
    for (const rules::DueGroup& group : report.byUnit) {
        const auto add = [&](rules::VerificationStatus status, GapState state, const QString& why) {
            if (const qint64 count = group.figures.count(status))
                gaps.append({Text::tr("检定证书：%1").arg(group.label), state, why.arg(count), QStringLiteral("ledger"),
                             ledgerPage, firstInstrument(report, Uid(group.key), status)});
        };
        add(rules::VerificationStatus::NeverVerified, GapState::Missing, Text::tr("%1 台（件）没有检定记录。"));
        add(rules::VerificationStatus::Overdue, GapState::Stale, Text::tr("%1 台（件）的检定已过有效期。"));
        add(rules::VerificationStatus::Failed, GapState::Missing,
            Text::tr("%1 台（件）最近一次检定不合格，没有合格证书。"));
    }
}

void addProblems(Gaps& gaps, const PacketInput& input)
{
    const auto steps = rules::stepsByProblem(input.facts);
    for (const model::Problem& problem : input.facts.problems) {
        const auto standing = rules::problemStanding(problem, steps.value(problem.uid), input.day);
        const QString paper = Text::tr("整改材料：%1").arg(problem.description);
        if (!standing.isClosed())
            gaps.append({paper, standing.isOverdue ? GapState::Stale : GapState::Missing, standing.why,
                         QStringLiteral("problems"), problemPage, problem.uid});
    }
}

/// Photographs and certificates that prove something else than they are filed for.
void addAttachments(Gaps& gaps, const PacketInput& input)
{
    for (const rules::AttachmentFault& fault : rules::attachmentFaults(input.facts))
        gaps.append({input.catalogue.titleOf(PacketPart::Photographs), GapState::Stale, fault.why,
                     QStringLiteral("photographs"), fault.kind, fault.record});
}

/// A register that a paper needs and that holds nothing.
void addEmptyRegisters(Gaps& gaps, const PacketInput& input, const RequiredPaper& paper)
{
    for (const QString& need : paper.needs)
        if (recordsFor(paper, input.facts, need).isEmpty())
            gaps.append({paper.title, GapState::Missing,
                         Text::tr("“%1”里还没有记录，请先登记。").arg(model::findKind(need)->title), paper.id,
                         paper.page});
}

/// What a summary's lines still press for.
void addOwing(Gaps& gaps, const PacketInput& input, const RequiredPaper& paper)
{
    if (!paper.isOwing || paper.part != PacketPart::Summary)
        return;
    const rules::Summary summary =
        rules::findSummary(paper.source)->make({input.facts, input.plan, input.sheets, input.calendar, input.day});
    for (const rules::SummaryRow& row : summary.rows) {
        if (!row.isPressing)
            continue;
        QStringList told;
        for (qsizetype i = 1; i < row.cells.size(); ++i)
            if (!row.cells[i].isEmpty())
                told << Text::tr("%1：%2").arg(summary.columns.value(i), row.cells[i]);
        gaps.append({Text::tr("%1：%2").arg(paper.title, row.cells.value(0)), GapState::Missing,
                     told.join(QStringLiteral("；")) + Text::tr("。"), paper.id, paper.page});
    }
}

void addOwn(Gaps& gaps, const PacketInput& input, const RequiredPaper& paper)
{
    switch (paper.part) {
    case PacketPart::Organisation:
        return addVacantSeats(gaps, input);
    case PacketPart::Schedule:
        return addMilestones(gaps, input);
    case PacketPart::Roster:
        return addQuotas(gaps, input);
    case PacketPart::Sheets:
        return addSheets(gaps, input);
    case PacketPart::Ledger:
        return addCertificates(gaps, input);
    case PacketPart::Problems:
        return addProblems(gaps, input);
    case PacketPart::Photographs:
        return addAttachments(gaps, input);
    case PacketPart::Scans:
        return addScanGaps(gaps, input, paper);
    default:
        if (paper.source == model::kindOf<model::Commitment>().key)
            addCommitments(gaps, input);
    }
}

} // namespace

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
    for (const RequiredPaper& paper : input.catalogue.papers) {
        addEmptyRegisters(gaps, input, paper);
        addOwn(gaps, input, paper);
        addOwing(gaps, input, paper);
    }
    return gaps;
}

QVector<const model::Unit*> participants(const model::CampaignFacts& facts)
{
    QVector<const model::Unit*> units;
    for (const model::Unit& unit : facts.units)
        if (model::takesPart(unit))
            units.append(&unit);
    return units;
}

} // namespace chengheng::documents
