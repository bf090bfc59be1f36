// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_registry.h"

#include "gui/chapter_page.h"
#include "gui/pages/acceptance_page.h"
#include "gui/pages/acceptance_visit_page.h"
#include "gui/pages/accounts_page.h"
#include "gui/pages/archive_page.h"
#include "gui/pages/complaints_page.h"
#include "gui/pages/dashboard_page.h"
#include "gui/pages/handover_page.h"
#include "gui/pages/inspections_page.h"
#include "gui/pages/ledger_page.h"
#include "gui/pages/organisation_page.h"
#include "gui/pages/papers_page.h"
#include "gui/pages/problems_page.h"
#include "gui/pages/quiet_visits_page.h"
#include "gui/pages/schedule_page.h"
#include "gui/pages/scoring_page.h"
#include "gui/pages/seen_instruments_page.h"
#include "gui/pages/task_time_page.h"
#include "gui/pages/templates_page.h"
#include "gui/pages/training_page.h"
#include "gui/pages/units_page.h"
#include "gui/register_page.h"
#include "gui/summary_page.h"
#include "model/application_records.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "model/money_records.h"
#include "model/office_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "model/survey_records.h"
#include "model/training_records.h"
#include "model/unit_records.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PageRegistry)
};

/// A page with code of its own.
template <class P>
PagePart own(const char* key, const QString& title)
{
    return {QString::fromLatin1(key), title,
            [](AppState& state, QWidget* parent) -> Page* { return new P(state, parent); }};
}

/// Sheets of mock visits, which count nowhere.
PagePart rehearsal()
{
    const QString key = QStringLiteral("rehearsal");
    return {key, Text::tr("模拟评分"), [key](AppState& state, QWidget* parent) -> Page* {
                return new ScoringPage(state, key, Text::tr("模拟评分"), {model::InspectionKind::Rehearsal}, parent);
            }};
}

/// A register that needs nothing beyond its kind's description.
template <class R>
PagePart book()
{
    const model::RecordKind& kind = model::kindOf<R>();
    return {kind.key, kind.title,
            [&kind](AppState& state, QWidget* parent) -> Page* { return new RegisterPage(state, kind, parent); }};
}

/// A summary that the rules compute.
PagePart table(const char* key)
{
    const rules::SummaryKind& kind = *rules::findSummary(QString::fromLatin1(key));
    return {kind.key, kind.title,
            [&kind](AppState& state, QWidget* parent) -> Page* { return new SummaryPage(state, kind, parent); }};
}

PageEntry single(const QString& group, const char* icon, const PagePart& part)
{
    return {group, part.title, QString::fromLatin1(icon), {part}};
}

QVector<PageEntry> madePages()
{
    using namespace model;
    const QString whole = Text::tr("全局");
    const QString units = Text::tr("单位与器具");
    const QString inspections = Text::tr("检查与整改");
    const QString public_ = Text::tr("监督与宣传");
    const QString acceptance = Text::tr("迎检");
    const QString office = Text::tr("办公室");
    const auto chapter = [](const QString& group, const QString& title, const char* icon,
                            const QVector<PagePart>& parts) {
        return PageEntry{group, title, QString::fromLatin1(icon), parts};
    };
    return {
        single(whole, "dashboard", own<DashboardPage>("dashboard", Text::tr("创建总览"))),
        single(whole, "todo", table("owed")),
        chapter(whole, Text::tr("计划任务"), "schedule",
                {own<SchedulePage>("schedule", Text::tr("计划任务")), book<MilestoneFact>()}),
        chapter(
            units, Text::tr("摸底遴选"), "survey",
            {book<Survey>(), book<CreationMode>(), book<UnitReport>(), table("survey_figures"), table("freshness")}),
        single(units, "units", own<UnitsPage>("unit", Text::tr("参建单位"))),
        single(units, "ledger", own<LedgerPage>("instrument", Text::tr("计量器具台账"))),
        chapter(units, Text::tr("诚信档案"), "dossier",
                {table("dossiers"), book<Commitment>(), book<ManagementRule>(), book<RuleTemplate>(),
                 book<Stallholder>(), book<Department>(), book<StallContract>(), book<UnitComplaint>(),
                 book<FairScaleCheck>(), table("trade_care")}),
        chapter(units, Text::tr("便民服务"), "service",
                {table("visits"), table("booking_list"), book<Booking>(), book<ServiceVisit>(), book<InstrumentEvent>(),
                 table("instruments_out"), book<ServicePoint>(), book<ResidentService>()}),
        single(inspections, "scoring", own<ScoringPage>("scoring", Text::tr("检查评分"))),
        single(inspections, "problem", own<ProblemsPage>("problem", Text::tr("问题整改"))),
        chapter(inspections, Text::tr("检查计划"), "plan",
                {book<InspectionPlan>(), own<InspectionsPage>("inspection", Text::tr("检查记录")),
                 book<SelfCheckRequest>(), book<WeighingCheck>(), book<NozzleCheck>(), book<RectificationNotice>(),
                 table("plan_progress"), table("inspections"), table("inspection_months"), table("score_figures"),
                 table("self_checks"), table("measurements"), table("improvements"), table("recurrences")}),
        chapter(public_, Text::tr("群众监督"), "supervisor",
                {book<Supervisor>(), book<Assignment>(), book<SupervisorReport>(),
                 own<SeenInstrumentsPage>("report_instrument", kindOf<ReportInstrument>().title), table("coverage"),
                 own<QuietVisitsPage>("quiet_visits", Text::tr("暗访名单")), table("feedback")}),
        chapter(public_, Text::tr("投诉举报"), "complaint",
                {own<ComplaintsPage>("complaint", kindOf<Complaint>().title), table("clocks")}),
        single(public_, "case", book<EnforcementCase>()),
        chapter(public_, Text::tr("会议培训宣传"), "activity",
                {book<Activity>(), own<TrainingPage>("training", kindOf<Training>().title), book<MediaItem>(),
                 book<ColumnPost>(), book<Material>(), book<Handout>(), book<AwarenessSurvey>(),
                 book<TrainingAttendance>(), book<TrainingTopic>(), table("training_owed"), table("topics"),
                 table("publicity"), table("publicity_proofs")}),
        chapter(public_, Text::tr("公示与红黑名单"), "notice",
                {book<PublicNotice>(), book<ListEntry>(), table("list_drafts"), table("list_states")}),
        single(acceptance, "acceptance", own<AcceptancePage>("acceptance", Text::tr("迎检验收"))),
        chapter(acceptance, Text::tr("模拟检查"), "scoring", {rehearsal(), table("rehearsals")}),
        chapter(acceptance, Text::tr("申请与验收"), "application",
                {book<Application>(), own<AcceptanceVisitPage>("acceptance_visit", kindOf<AcceptanceVisit>().title),
                 book<AcceptanceOpinion>(), book<AnnualReport>(), table("applications"), table("acceptance_scores"),
                 table("year_figures")}),
        chapter(acceptance, Text::tr("总结表扬"), "commendation",
                {book<Commendation>(), book<Experience>(), table("commendable"), table("then_and_now"),
                 book<PastFigure>()}),
        chapter(office, Text::tr("组织机构"), "organisation",
                {own<OrganisationPage>("seat", Text::tr("席位")), book<Organisation>(), book<Liaison>(),
                 table("liaisons"), book<Guidance>(), own<AccountsPage>("account", kindOf<Account>().title)}),
        chapter(office, Text::tr("任务分解"), "task",
                {book<Task>(), own<TaskTimePage>("task_time", Text::tr("任务时间线")), table("tasks")}),
        chapter(office, Text::tr("经费"), "money",
                {table("balances"), book<BudgetLine>(), book<Allotment>(), book<Expense>(), table("vouchers")}),
        chapter(office, Text::tr("文书归档"), "archive",
                {own<PapersPage>("issued_paper", kindOf<IssuedPaper>().title), table("papers_out"),
                 own<TemplatesPage>("paper_templates", Text::tr("文书模板")),
                 own<ArchivePage>("archive_piece", kindOf<ArchivePiece>().title), book<ArchiveVolume>(),
                 table("archive_boxes"), book<OutsideFile>(), table("attachment_check"), book<CorrectionSlip>(),
                 own<HandoverPage>("handover", kindOf<Handover>().title)}),
        chapter(office, Text::tr("设置"), "settings", {table("settings"), book<Setting>()}),
    };
}

} // namespace

const QVector<PageEntry>& allPages()
{
    static const QVector<PageEntry> pages = madePages();
    return pages;
}

const PageEntry* pageWith(const QString& partKey)
{
    for (const PageEntry& entry : allPages())
        for (const PagePart& part : entry.parts)
            if (part.key == partKey)
                return &entry;
    return nullptr;
}

Page* buildPage(const PageEntry& entry, AppState& state, QWidget* parent)
{
    if (entry.parts.size() > 1)
        return new ChapterPage(state, entry, parent);
    return entry.parts.first().build(state, parent);
}

} // namespace chengheng::gui
