// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/closing_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "rules/campaign_figures.h"
#include "rules/latest_inspections.h"
#include "rules/list_state.h"
#include "rules/scoring.h"
#include "rules/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::CommendedKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ClosingSummaries)
};

/// Somebody the rules would commend.
struct Candidate {
    CommendedKind kind = CommendedKind::Unit;
    QString subject;
    QString what;   ///< trade of a unit, office of a person
    QString figure; ///< what they are ordered by, as text
    double order = 0;
    QString reason;
    QString recordKind;
    Uid record;
};

/// Units that are on the black list on the day.
QSet<Uid> blackListed(const SummaryInput& input)
{
    QSet<Uid> units;
    for (const model::ListEntry& entry : bookOf<model::ListEntry>(input.facts))
        if (entry.colour == model::ListColour::Black && listState(entry, input.day) == ListState::InForce)
            units.insert(entry.unit);
    return units;
}

QVector<Candidate> unitCandidates(const SummaryInput& input)
{
    const auto latest = latestInspections(input.facts);
    const QSet<Uid> black = blackListed(input);
    QVector<Candidate> candidates;
    for (const UnitStanding& standing : standings(input.facts, input.sheets, input.day)) {
        const model::Inspection* inspection = latest.value(standing.uid);
        if (standing.fails || !inspection || black.contains(standing.uid))
            continue;
        const auto scored = score(input.sheets, *inspection);
        if (!scored || !scored->score)
            continue;
        const QString points = scored->score->toString();
        candidates.append({CommendedKind::Unit, standing.name, model::labelOf(standing.trade),
                           Text::tr("%1 分").arg(points), points.toDouble(),
                           Text::tr("最近一次检查得分 %1，抽查各项都能通过").arg(points),
                           model::kindOf<model::Unit>().key, standing.uid});
    }
    return candidates;
}

/// Volunteers by what they reported; outside the register they go by their numbers.
QVector<Candidate> personCandidates(const SummaryInput& input)
{
    QHash<Uid, qint64> reports;
    for (const model::SupervisorReport& report : bookOf<model::SupervisorReport>(input.facts))
        ++reports[report.supervisor];
    QVector<Candidate> candidates;
    for (const model::Supervisor& supervisor : bookOf<model::Supervisor>(input.facts))
        if (const qint64 count = reports.value(supervisor.uid); count > 0)
            candidates.append({CommendedKind::Person, Text::tr("监督员%1号").arg(supervisor.number),
                               Text::tr("群众监督员"), Text::tr("%1 份反馈").arg(count), double(count),
                               Text::tr("明察暗访并反馈 %1 次").arg(count), model::kindOf<model::Supervisor>().key,
                               supervisor.uid});
    return candidates;
}

model::Record proposalOf(const Candidate& candidate, QDate day)
{
    model::Commendation commendation;
    commendation.kind = candidate.kind;
    commendation.unit = candidate.kind == CommendedKind::Unit ? candidate.record : Uid();
    commendation.subject = candidate.subject;
    commendation.reason = candidate.reason;
    commendation.proposedOn = day;
    return model::toRecord(commendation);
}

/// What a figure has become since: “+12”, “+3.5个百分点”; blank where the two cannot be subtracted.
QString changeOf(QString then, QString now)
{
    const bool isRate = then.endsWith(QLatin1Char('%')) && now.endsWith(QLatin1Char('%'));
    if (isRate) {
        then.chop(1);
        now.chop(1);
    }
    bool isThen = false;
    bool isNow = false;
    const double difference = now.toDouble(&isNow) - then.toDouble(&isThen);
    if (!isThen || !isNow)
        return {};
    const QString sign = difference > 0 ? QStringLiteral("+") : QString();
    return isRate ? Text::tr("%1%2个百分点").arg(sign, QString::number(difference, 'f', 1))
                  : sign + QString::number(qint64(difference));
}

} // namespace

Summary commendationSummary(const SummaryInput& input)
{
    QSet<QString> proposed;
    for (const model::Commendation& commendation : bookOf<model::Commendation>(input.facts)) {
        proposed.insert(commendation.subject);
        proposed.insert(commendation.unit.toString());
    }
    Summary summary;
    summary.columns = {Text::tr("候选"), Text::tr("对象"), Text::tr("类别"),
                       Text::tr("依据"), Text::tr("理由"), Text::tr("提名")};
    qsizetype units = 0;
    for (auto candidates : {unitCandidates(input), personCandidates(input)}) {
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const auto& a, const auto& b) { return a.order > b.order; });
        for (const Candidate& one : std::as_const(candidates)) {
            const bool isProposed = proposed.contains(one.subject) || proposed.contains(one.record.toString());
            units += one.kind == CommendedKind::Unit;
            SummaryRow row{{one.subject, model::labelOf(one.kind), one.what, one.figure, one.reason,
                            isProposed ? Text::tr("已提名") : QString()},
                           one.recordKind,
                           one.record,
                           false};
            if (!isProposed)
                row.proposal = proposalOf(one, input.day);
            summary.rows.append(row);
        }
    }
    summary.sentence = Text::tr("符合表彰候选条件的单位 %1 家、个人 %2 人，各按依据排列。")
                           .arg(units)
                           .arg(summary.rows.size() - units);
    return summary;
}

Summary thenAndNowSummary(const SummaryInput& input)
{
    QHash<QString, QString> now;
    for (const CampaignFigure& figure : campaignFigures(input))
        now.insert(figure.label, figure.text());
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("上一轮"), Text::tr("截至"), Text::tr("本轮"), Text::tr("变化")};
    for (const model::PastFigure& past : bookOf<model::PastFigure>(input.facts)) {
        const QString current = now.value(past.title);
        summary.rows.append({{past.title, past.value, screenDate(past.on), current, changeOf(past.value, current)},
                             model::kindOf<model::PastFigure>().key,
                             past.uid,
                             false});
    }
    const QString& before = input.facts.campaign.predecessor;
    summary.sentence = summary.rows.isEmpty()
                           ? Text::tr("没有上一轮的数字；新建活动时选择接续上一轮，或在“上一轮数字”中登记。")
                           : Text::tr("上一轮%1与本轮%2的数字对照，共 %3 项。")
                                 .arg(before.isEmpty() ? QString() : Text::tr("“%1”").arg(before), paperDate(input.day))
                                 .arg(summary.rows.size());
    return summary;
}

} // namespace chengheng::rules
