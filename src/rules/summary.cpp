// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

SummaryKind summary(const char* key, const QString& title, const char* book, Summary (*make)(const SummaryInput&))
{
    return {QString::fromLatin1(key), title, QString::fromLatin1(book), make};
}

} // namespace

qsizetype Summary::pressing() const
{
    return std::count_if(rows.begin(), rows.end(), [](const SummaryRow& row) { return row.isPressing; });
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
        summary("inspections", Text::tr("检查覆盖"), "inspection_plan", inspectionSummary),
        summary("improvements", Text::tr("改进清单"), "problem", improvementSummary),
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
        summary("publicity", Text::tr("宣传统计"), "activity", publicitySummary),
        summary("list_drafts", Text::tr("名单初稿"), "list_entry", listDraftSummary),
        summary("applications", Text::tr("申请进度"), "application", applicationSummary),
        summary("commendable", Text::tr("表彰候选"), "commendation", commendationSummary),
        summary("balances", Text::tr("经费结余"), "budget_line", budgetSummary),
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
        if (unit.participation == model::Participation::Participating)
            units.append(unit);
    return units;
}

} // namespace chengheng::rules
