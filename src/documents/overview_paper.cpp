// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/overview_paper.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OverviewPaper)
};

constexpr qsizetype mostNamed = 1;
constexpr qsizetype mostThreats = 3; // what a page has room for, the most pressing first

QString against(const Rate& now, const Rate& before)
{
    return Text::tr("%1（%2/%3），上月同日 %4").arg(now.toPercent()).arg(now.num).arg(now.den).arg(before.toPercent());
}

KeyValues figures(const PrintedOverview& overview)
{
    const rules::Status& now = overview.now;
    const rules::Status& before = overview.monthAgo;
    KeyValues rows;
    for (const rules::RateKind kind : {rules::RateKind::Verification, rules::RateKind::Pass, rules::RateKind::Validity})
        rows.rows.append({rules::labelOf(kind), against(now.verification.rate(kind), before.verification.rate(kind))});
    rows.rows.append({Text::tr("已评分单位"), Text::tr("%1 / %2 家").arg(now.scoredUnits.size()).arg(now.units)});
    rows.rows.append(
        {Text::tr("承诺书"),
         Text::tr("已签 %1 家，见张贴 %2 家").arg(now.committedUnits.size()).arg(now.displayingUnits.size())});
    rows.rows.append({Text::tr("未销号问题"), Text::tr("%1 个，其中逾期 %2 个；上月同日 %3 个")
                                                  .arg(now.openProblems.size())
                                                  .arg(now.overdueProblems.size())
                                                  .arg(before.openProblems.size())});
    rows.rows.append({Text::tr("%1 天内到期和已经到期").arg(overview.daysAhead),
                      Text::tr("%1 行台账").arg(overview.ledger.listed.size())});
    return rows;
}

/// The first few by name, the rest by number.
QString someOf(const QStringList& titles)
{
    const QString some = titles.mid(0, mostNamed).join(QStringLiteral("、"));
    return titles.size() > mostNamed ? Text::tr("%1等 %2 项").arg(some).arg(titles.size()) : some;
}

/// How many milestones of a phase are in which state, and the first that is not well.
TableBlock phases(const PrintedOverview& overview)
{
    TableBlock table{{{Text::tr("阶段"), 3},
                      {Text::tr("起止"), 4},
                      {Text::tr("节点完成"), 2, Alignment::Centre},
                      {Text::tr("未按期或有风险的"), 7}},
                     {}};
    for (const rules::PhaseStanding& phase : overview.now.phases) {
        qsizetype done = 0;
        QStringList worries;
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            done += milestone.state == rules::MilestoneState::Done;
            if (milestone.state == rules::MilestoneState::Missed || milestone.state == rules::MilestoneState::AtRisk)
                worries << milestone.title;
        }
        table.rows.append({phase.title, Text::tr("%1 至 %2").arg(screenDate(phase.from), screenDate(phase.to)),
                           QStringLiteral("%1/%2").arg(done).arg(phase.milestones.size()), someOf(worries)});
    }
    return table;
}

TableBlock trades(const PrintedOverview& overview)
{
    QHash<QString, rules::VerificationFigures> byTrade;
    for (const rules::DueGroup& group : overview.ledger.byTrade)
        byTrade.insert(group.key, group.figures);
    TableBlock table{{{Text::tr("业态"), 3}, {Text::tr("登记/计划"), 2, Alignment::Centre}}, {}};
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        table.columns.append({rules::labelOf(status), 2, Alignment::Right});
    for (const rules::QuotaStanding& quota : overview.now.quotas) {
        QStringList row{model::labelOf(quota.trade), QStringLiteral("%1/%2").arg(quota.registered).arg(quota.planned)};
        for (const rules::VerificationStatus status : rules::allVerificationStatuses())
            row << QString::number(byTrade.value(model::keyOf(quota.trade)).count(status));
        table.rows.append(row);
    }
    return table;
}

TableBlock threats(const PrintedOverview& overview)
{
    TableBlock table{
        {{Text::tr("最晚动手"), 2}, {Text::tr("到验收时还差什么"), 8}, {Text::tr("数量"), 2, Alignment::Right}}, {}};
    for (const rules::Risk& risk : overview.readiness.risks.mid(0, mostThreats))
        table.rows.append({screenDate(risk.startBy), rules::labelOf(risk.kind), QString::number(risk.count)});
    return table;
}

} // namespace

Paper overviewPaper(const PrintedOverview& overview)
{
    Paper paper;
    paper.title = Text::tr("创建总览");
    paper.campaign = overview.campaign;
    paper.asOf = overview.now.day;
    paper.blocks = {figures(overview), Heading{Text::tr("六个阶段")},
                    phases(overview),  Heading{Text::tr("各业态的器具（台件）")},
                    trades(overview),  Heading{Text::tr("最影响验收的三件事")},
                    threats(overview)};
    return paper;
}

} // namespace chengheng::documents
