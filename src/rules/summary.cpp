// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

SummaryKind summary(const char* key, const QString& title, const char* book, Summary (*make)(const SummaryInput&),
                    const QString& taking = {})
{
    return {QString::fromLatin1(key), title, QString::fromLatin1(book), make, taking};
}

/// One with points or grades in it.
SummaryKind scored(const char* key, const QString& title, const char* book, Summary (*make)(const SummaryInput&),
                   const QString& taking = {})
{
    SummaryKind kind = summary(key, title, book, make, taking);
    kind.showsPoints = true;
    return kind;
}

} // namespace

qsizetype Summary::pressing() const
{
    return std::count_if(rows.begin(), rows.end(), [](const SummaryRow& row) { return row.isPressing; });
}

Summary summaryOf(const SummaryKind& kind, const SummaryInput& input)
{
    Summary made = kind.make(input);
    if (const QString mark = markOf(input.sheets); kind.showsPoints && !mark.isEmpty())
        made.sentence += Text::tr("得分和等级按%1计算。").arg(mark);
    return made;
}

const QVector<SummaryKind>& allSummaries()
{
    static const QVector<SummaryKind> kinds{
        summary("settings", Text::tr("设置"), "setting", settingsSummary),
        summary("owed", Text::tr("我的待办"), "task", owedSummary),
        summary("dossiers", Text::tr("一户一档"), "unit", dossierSummary),
        summary("trade_care", Text::tr("各业态管理情况"), "management_rule", tradeCareSummary),
        summary("survey_figures", Text::tr("排摸统计"), "survey", surveySummary),
        summary("freshness", Text::tr("信息更新时间"), "unit_report", freshnessSummary),
        scored("inspections", Text::tr("检查覆盖"), "inspection_plan", inspectionSummary),
        summary("inspection_months", Text::tr("检查月历"), "inspection", inspectionMonthsSummary),
        scored("score_figures", Text::tr("得分统计"), "inspection", scoreFiguresSummary),
        summary("plan_progress", Text::tr("计划执行"), "inspection_plan", planProgressSummary),
        scored("rehearsals", Text::tr("模拟检查对照"), "inspection", rehearsalSummary),
        scored("improvements", Text::tr("改进清单"), "problem", improvementSummary),
        summary("recurrences", Text::tr("重复问题"), "problem", recurrenceSummary),
        summary("self_checks", Text::tr("自查催办"), "self_check_request", selfCheckSummary),
        summary("measurements", Text::tr("抽查结论"), "weighing_check", measurementSummary),
        summary("visits", Text::tr("上门安排"), "service_visit", visitPlanSummary),
        summary("booking_list", Text::tr("预约送检单"), "booking", bookingListSummary),
        summary("instruments_out", Text::tr("在外器具"), "instrument_event", instrumentsOutSummary),
        summary("coverage", Text::tr("包干覆盖"), "assignment", coverageSummary),
        summary("feedback", Text::tr("反馈时效"), "supervisor_report", feedbackSummary),
        summary("clocks", Text::tr("办理时限"), "complaint", complaintSummary),
        summary("training_owed", Text::tr("培训覆盖"), "training", trainingSummary),
        summary("topics", Text::tr("课题覆盖"), "training_topic", topicSummary),
        summary("publicity", Text::tr("宣传统计"), "activity", publicitySummary),
        summary("publicity_proofs", Text::tr("宣传佐证"), "media_item", proofSummary),
        summary("liaisons", Text::tr("联络员覆盖"), "liaison", liaisonSummary),
        summary("list_drafts", Text::tr("名单初稿"), "list_entry", listDraftSummary, Text::tr("全部登记为拟列")),
        summary("list_states", Text::tr("名单进度"), "list_entry", listStateSummary),
        summary("tasks", Text::tr("任务进度"), "task", taskSummary),
        summary("applications", Text::tr("申请进度"), "application", applicationSummary),
        scored("acceptance_scores", Text::tr("抽查得分"), "drawn_unit", acceptanceSummary),
        scored("commendable", Text::tr("表彰候选"), "commendation", commendationSummary, Text::tr("全部提名")),
        summary("then_and_now", Text::tr("两轮对照"), "past_figure", thenAndNowSummary),
        summary("balances", Text::tr("经费结余"), "budget_line", budgetSummary),
        summary("vouchers", Text::tr("凭证附件"), "expense", voucherSummary),
        summary("archive_boxes", Text::tr("盒与件号"), "archive_piece", archiveSummary),
        summary("attachment_check", Text::tr("附件核对"), "unit", attachmentCheckSummary),
        summary("papers_out", Text::tr("在外文书"), "issued_paper", papersOutSummary),
        summary("year_figures", Text::tr("年度数字"), "annual_report", yearSummary),
    };
    return kinds;
}

const SummaryKind* findSummary(const QString& key)
{
    for (const SummaryKind& kind : allSummaries())
        if (kind.key == key)
            return &kind;
    return nullptr;
}

QVector<model::Unit> unitsTakingPart(const model::CampaignFacts& facts)
{
    QVector<model::Unit> units;
    for (const model::Unit& unit : facts.units)
        if (model::takesPart(unit))
            units.append(unit);
    return units;
}

} // namespace chengheng::rules
