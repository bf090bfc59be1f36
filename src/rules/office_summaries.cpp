// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/application_records.h"
#include "model/complaint_records.h"
#include "model/money_records.h"
#include "model/office_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/budget.h"
#include "rules/complaint_clock.h"
#include "rules/due_report.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/schedule.h"
#include "rules/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficeSummaries)
};

qint64 countUntil(const QVector<QDate>& days, QDate from, QDate day)
{
    return std::count_if(days.begin(), days.end(), [&](QDate on) { return on >= from && on <= day; });
}

template <class R>
QVector<QDate> daysOf(const model::CampaignFacts& facts, QDate R::* day)
{
    QVector<QDate> days;
    for (const R& record : bookOf<R>(facts))
        if ((record.*day).isValid())
            days.append(record.*day);
    return days;
}

/// Reports of each level, and by what medium they went out.
template <class Add>
void addReports(const QVector<model::MediaItem>& items, Add add)
{
    for (const auto& level : model::wordsOf<model::MediaLevel>()) {
        QVector<QDate> days;
        QStringList byMedium;
        for (const auto& medium : model::wordsOf<model::Medium>()) {
            const qsizetype before = days.size();
            for (const model::MediaItem& item : items)
                if (item.level == level.value && item.medium == medium.value)
                    days.append(item.on);
            if (days.size() > before)
                byMedium << Text::tr("%1 %2 篇").arg(medium.choice.label).arg(days.size() - before);
        }
        add(Text::tr("%1媒体报道").arg(level.choice.label), days, byMedium.join(Text::tr("、")),
            level.value == model::MediaLevel::District);
    }
}

} // namespace

Summary publicitySummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("次数"), Text::tr("最近一次"), Text::tr("说明")};
    const auto add = [&](const QString& what, QVector<QDate> days, const QString& note = {}, bool isNeeded = false) {
        std::sort(days.begin(), days.end());
        summary.rows.append(
            {{what, QString::number(days.size()), days.isEmpty() ? QString() : screenDate(days.last()), note},
             {},
             {},
             isNeeded && days.isEmpty()});
    };
    QHash<int, QVector<QDate>> held;
    for (const model::Activity& activity : bookOf<model::Activity>(input.facts))
        held[int(activity.kind)].append(activity.on);
    for (const auto& word : model::wordsOf<model::ActivityKind>())
        add(word.choice.label, held.value(int(word.value)), {}, word.value != model::ActivityKind::Publicity);
    QHash<int, qint64> heads;
    for (const model::ActivityAttendance& attendance : bookOf<model::ActivityAttendance>(input.facts))
        heads[int(attendance.group)] += attendance.heads.value_or(0);
    for (const auto& word : model::wordsOf<model::AttendeeGroup>())
        if (const qint64 count = heads.value(int(word.value)); count > 0)
            summary.rows.append({{Text::tr("参加人次：%1").arg(word.choice.label), QString::number(count)}});
    addReports(bookOf<model::MediaItem>(input.facts), add);
    add(Text::tr("专栏发布"), daysOf(input.facts, &model::ColumnPost::on), {}, true);
    qint64 printed = 0;
    qint64 handedOut = 0;
    for (const model::Material& material : bookOf<model::Material>(input.facts))
        printed += material.quantity.value_or(0);
    for (const model::Handout& handout : bookOf<model::Handout>(input.facts))
        handedOut += handout.quantity.value_or(0);
    add(Text::tr("宣传品发放"), daysOf(input.facts, &model::Handout::on),
        Text::tr("印制 %1 份，发放 %2 份").arg(printed).arg(handedOut), true);
    Rate aware;
    for (const model::AwarenessSurvey& survey : bookOf<model::AwarenessSurvey>(input.facts))
        aware = {aware.num + survey.aware.value_or(0), aware.den + survey.asked.value_or(0)};
    add(Text::tr("知晓率调查"), daysOf(input.facts, &model::AwarenessSurvey::on),
        Text::tr("知晓率 %1").arg(aware.toPercent()), true);
    summary.sentence = Text::tr("知晓率 %1；还有 %2 项没有开展。").arg(aware.toPercent()).arg(summary.pressing());
    return summary;
}

Summary proofSummary(const SummaryInput& input)
{
    QHash<Uid, int> files;
    for (const model::Attachment& attachment : input.facts.attachments)
        ++files[attachment.subject];
    Summary summary;
    summary.columns = {Text::tr("日期"), Text::tr("登记簿"), Text::tr("名称"), Text::tr("链接或版面"),
                       Text::tr("附件")};
    const auto add = [&](const model::RecordKind& kind, QDate on, const QString& name, const QString& link,
                         const Uid& uid) {
        const int count = files.value(uid);
        summary.rows.append(
            {{screenDate(on), kind.title, name, link, count > 0 ? Text::tr("%1 份").arg(count) : Text::tr("未附")},
             kind.key,
             uid,
             count == 0 && link.isEmpty()});
    };
    for (const model::MediaItem& item : bookOf<model::MediaItem>(input.facts))
        add(model::kindOf<model::MediaItem>(), item.on, item.title, item.link, item.uid);
    for (const model::Material& material : bookOf<model::Material>(input.facts))
        add(model::kindOf<model::Material>(), material.madeOn, material.name, {}, material.uid);
    summary.sentence = Text::tr("%1 项报道和宣传品，其中 %2 项既没有附件也没有链接。")
                           .arg(summary.rows.size())
                           .arg(summary.pressing());
    return summary;
}

Summary liaisonSummary(const SummaryInput& input)
{
    QHash<Uid, model::Liaison> inOffice;
    for (const model::Liaison& liaison : bookOf<model::Liaison>(input.facts))
        if (!liaison.to.isValid() || liaison.to >= input.day)
            inOffice.insert(liaison.unit.isNull() ? liaison.organisation : liaison.unit, liaison);
    Summary summary;
    summary.columns = {Text::tr("部门或单位"), Text::tr("类别"), Text::tr("联络员"), Text::tr("职务"),
                       Text::tr("联系电话")};
    const auto add = [&](const QString& name, const QString& kind, const Uid& uid, const QString& register_) {
        const model::Liaison liaison = inOffice.value(uid);
        summary.rows.append({{name, kind, liaison.person, liaison.post, liaison.phone},
                             liaison.uid.isNull() ? register_ : model::kindOf<model::Liaison>().key,
                             liaison.uid.isNull() ? uid : liaison.uid,
                             liaison.uid.isNull()});
    };
    for (const model::Organisation& organisation : input.facts.organisations)
        add(organisation.name, model::labelOf(organisation.kind), organisation.uid,
            model::kindOf<model::Organisation>().key);
    for (const Unit& unit : unitsTakingPart(input.facts))
        add(unit.name, model::labelOf(unit.trade), unit.uid, model::kindOf<Unit>().key);
    summary.sentence =
        Text::tr("%1 个部门和单位，其中 %2 个没有联络员。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

Summary yearSummary(const SummaryInput& input)
{
    const QDate from(input.day.year(), 1, 1);
    const DueReport due = dueReport(input.facts, input.day);
    const auto steps = stepsByProblem(input.facts);
    QVector<QDate> found;
    QVector<QDate> closed;
    for (const model::Problem& problem : input.facts.problems) {
        found << problem.foundOn;
        closed
            << problemStanding(problem, steps.value(problem.uid), input.day).closedOn; // invalid while open: no year's
    }
    QVector<QDate> inspections;
    for (const model::Inspection& inspection : input.facts.inspections)
        inspections << inspection.on;
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("数字")};
    const auto add = [&summary](const QString& what, const QString& figure) { summary.rows.append({{what, figure}}); };
    const auto addCount = [&](const QString& what, const QVector<QDate>& days) {
        add(what, QString::number(countUntil(days, from, input.day)));
    };
    add(Text::tr("参建单位（家）"), QString::number(unitsTakingPart(input.facts).size()));
    add(Text::tr("在用强检器具（台件）"), QString::number(due.figures.inUse));
    add(Text::tr("受检率"), due.figures.verificationRate().toPercent());
    add(Text::tr("合格率"), due.figures.passRate().toPercent());
    addCount(Text::tr("检查（次）"), inspections);
    addCount(Text::tr("发现问题（个）"), found);
    addCount(Text::tr("销号问题（个）"), closed);
    addCount(Text::tr("培训（场）"), daysOf(input.facts, &model::Training::on));
    addCount(Text::tr("会议和宣传活动（场）"), daysOf(input.facts, &model::Activity::on));
    addCount(Text::tr("媒体报道（篇）"), daysOf(input.facts, &model::MediaItem::on));
    addCount(Text::tr("监督员反馈（份）"), daysOf(input.facts, &model::SupervisorReport::receivedOn));
    addCount(Text::tr("投诉举报（件）"), daysOf(input.facts, &model::Complaint::receivedOn));
    addCount(Text::tr("立案（件）"), daysOf(input.facts, &model::EnforcementCase::filedOn));
    summary.sentence =
        Text::tr("%1年1月1日至%2的数字，可直接写入年度总结。").arg(input.day.year()).arg(paperDate(input.day));
    return summary;
}

} // namespace chengheng::rules
