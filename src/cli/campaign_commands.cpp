// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/presenters.h"
#include "rules/plan_checker.h"
#include "services/carry_over.h"
#include "services/demo.h"
#include "services/packets.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

Result<Answer> makeCampaign(Context& context)
{
    const QString plan = context.call.option("plan");
    auto texts = QFileInfo::exists(plan) ? services::RuleTexts::withPlanFile(plan) : services::RuleTexts::builtIn(plan);
    if (!texts)
        return fail(texts.error());
    if (const QString sheets = context.call.option("sheets"); !sheets.isEmpty())
        if (auto taken = texts->takeSheets(sheets); !taken)
            return fail(taken.error());
    const auto made = services::Workspace::create(context.call.place, context.actor, context.clock, *texts);
    if (!made)
        return fail(made.error());
    const QString where = context.call.place.isServer() ? context.call.place.server : context.call.place.file;
    return Answer{{{QStringLiteral("plan"), (*made)->plan().id}, {QStringLiteral("campaign"), where}},
                  Text::tr("已新建“%1”：%2").arg((*made)->plan().title, where)};
}

Result<Answer> makeDemo(Context& context)
{
    const auto report = services::makeDemo(context.call.words[0]);
    if (!report)
        return fail(report.error());
    return Answer{{{QStringLiteral("file"), report->file},
                   {QStringLiteral("packet"), report->packet},
                   {QStringLiteral("units"), report->units},
                   {QStringLiteral("instruments"), report->instruments}},
                  Text::tr("演示活动：%1，%2 家单位，%3 台器具；验收材料：%4")
                      .arg(report->file)
                      .arg(report->units)
                      .arg(report->instruments)
                      .arg(report->packet)};
}

Result<Answer> checkPlan(Context& context)
{
    QJsonArray findings;
    QStringList lines;
    for (const rules::Finding& finding : rules::checkPlan(context.workspace->plan())) {
        findings.append(QJsonObject{{QStringLiteral("code"), finding.code}, {QStringLiteral("why"), finding.why}});
        lines << finding.why;
    }
    return Answer{{{QStringLiteral("findings"), findings}}, lines.join(QLatin1Char('\n'))};
}

Result<Answer> makePacket(Context& context)
{
    const auto report = services::writePacket(*context.workspace, context.call.words[0], context.day());
    if (!report)
        return fail(report.error());
    QStringList lines{
        Text::tr("已写出 %1 个文件，%2 页：%3").arg(report->files).arg(report->pages).arg(context.call.words[0])};
    lines << Text::tr("核验单：%1").arg(report->checkPage);
    for (const services::Gap& gap : report->gaps)
        lines << Text::tr("缺口 %1：%2").arg(gap.paper, gap.why);
    if (!report->substitutedFonts.isEmpty())
        lines << fontRemark(report->substitutedFonts);
    return Answer{{{QStringLiteral("files"), report->files},
                   {QStringLiteral("pages"), report->pages},
                   {QStringLiteral("substituted_fonts"), QJsonArray::fromStringList(report->substitutedFonts)},
                   {QStringLiteral("gaps"), gapsJson(report->gaps)},
                   {QStringLiteral("papers"), packetPapersJson(report->papers)},
                   {QStringLiteral("manifest_sha256"), report->manifestSha256},
                   {QStringLiteral("check_page"), report->checkPage}},
                  lines.join(QLatin1Char('\n'))};
}

QString paperState(const QString& key)
{
    if (key == QLatin1String("have"))
        return Text::tr("有");
    return key == QLatin1String("missing") ? Text::tr("缺") : Text::tr("已过时");
}

Result<Answer> listPacketPapers(Context& context)
{
    const auto papers = services::packetPapers(*context.workspace, context.day(), context.call.words.value(0));
    if (!papers)
        return fail(papers.error());
    QStringList lines;
    for (const services::PacketPaper& paper : *papers)
        lines << Text::tr("%1 %2（第 %3 页起，%4 页）%5")
                     .arg(paperState(paper.state), paper.title)
                     .arg(paper.firstPage)
                     .arg(paper.pages)
                     .arg(paper.why);
    return Answer{{{QStringLiteral("papers"), packetPapersJson(*papers)}}, lines.join(QLatin1Char('\n'))};
}

Answer verifyAnswer(const services::VerifyReport& report)
{
    QStringList lines;
    for (const services::Break& found : report.breaks)
        lines << Text::tr("%1（第 %2 号）：%3").arg(found.what).arg(found.seq).arg(found.why);
    lines << (report.isOk ? Text::tr("完好。留痕 %1 条，链头 %2").arg(report.entries).arg(report.head)
                          : Text::tr("发现 %1 处不符。").arg(report.breaks.size()));
    return {verifyJson(report), lines.join(QLatin1Char('\n')), !report.isOk};
}

/// A packet where one is named, else the campaign.
Result<Answer> verify(Context& context)
{
    if (!context.call.words.isEmpty()) {
        const auto report = services::verifyPacket(context.call.words[0], context.call.option("head"));
        if (!report)
            return fail(report.error());
        return verifyAnswer(*report);
    }
    const bool isNamed = !context.call.place.file.isEmpty() || context.call.place.isServer();
    if (!isNamed)
        return fail(ErrorKind::Usage, "usage", Text::tr("请用 --file 指定要校验的活动文件，或写出验收材料的位置。"));
    const auto opened = openPlace(context, context.call.place, services::Workspace::Mode::ReadOnly);
    if (!opened)
        return fail(opened.error());
    const auto report = services::verifyCampaign(**opened, context.call.option("head"));
    if (!report)
        return fail(report.error());
    return verifyAnswer(*report);
}

Result<Answer> backUp(Context& context)
{
    if (auto done = services::backupTo(*context.workspace, context.call.words[0]); !done)
        return fail(done.error());
    return Answer{{{QStringLiteral("backup"), context.call.words[0]}},
                  Text::tr("已备份并校验：%1").arg(context.call.words[0])};
}

/// The campaign of --file goes on from an earlier one.
Result<Answer> carryOverFrom(Context& context)
{
    const services::Place place = services::Place::ofFile(context.call.words[0]);
    auto old = openPlace(context, place, services::Workspace::Mode::ReadWrite);
    if (!old)
        old = openPlace(context, place, services::Workspace::Mode::ReadOnly);
    if (!old)
        return fail(old.error());
    const auto carried = services::carryOver(**old, *context.workspace);
    if (!carried)
        return fail(carried.error());
    return Answer{
        {{QStringLiteral("units"), carried->units},
         {QStringLiteral("instruments"), carried->instruments},
         {QStringLiteral("open_problems"), carried->openProblems},
         {QStringLiteral("supervisors"), carried->supervisors},
         {QStringLiteral("lessons"), carried->lessons},
         {QStringLiteral("not_closed"), carried->notClosed}},
        Text::tr("已接续上一轮：参建单位 %1 家，器具 %2 台，未销号问题 %3 个，监督员 %4 人，经验总结 %5 篇。%6")
            .arg(carried->units)
            .arg(carried->instruments)
            .arg(carried->openProblems)
            .arg(carried->supervisors)
            .arg(carried->lessons)
            .arg(carried->notClosed.isEmpty() ? Text::tr("上一轮已结束，今后只能查看。") : carried->notClosed)};
}

/// The day is a word of its own: --as-of is for reading.
Result<Answer> numberPacket(Context& context)
{
    const QString named = context.call.words.value(0);
    const QDate day = named.isEmpty() ? context.day() : QDate::fromString(named, Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorKind::Usage, "usage", Text::tr("日期应写成 2024-11-20，这里是“%1”。").arg(named));
    const auto cover = services::numberPacket(*context.workspace, day);
    if (!cover)
        return fail(cover.error());
    return Answer{{{QStringLiteral("number"), cover->number}, {QStringLiteral("code"), cover->code}},
                  Text::tr("验收材料封面的编号：%1").arg(cover->number)};
}

Result<Answer> reopen(Context& context)
{
    const auto written = services::reopenCampaign(*context.workspace);
    if (!written)
        return fail(written.error());
    return Answer{{{QStringLiteral("seq"), written->seq}}, Text::tr("这一轮已恢复，可以继续登记。")};
}

Result<Answer> restore(Context& context)
{
    if (auto done = services::restoreFrom(context.call.words[0], context.call.place); !done)
        return fail(done.error());
    return Answer{{{QStringLiteral("restored"), context.call.words[0]}},
                  Text::tr("已从备份恢复：%1").arg(context.call.words[0])};
}

} // namespace

Result<Answer> needPlace(Context& context, Result<Answer> (*run)(Context&))
{
    if (context.call.place.file.isEmpty() && !context.call.place.isServer())
        return fail(ErrorKind::Usage, "usage",
                    Text::tr("请用 --file 指定新文件（.chc），或用 --server 指定空的服务器数据库。"));
    return run(context);
}

QVector<Command> campaignCommands()
{
    return {
        {{.name = QStringLiteral("new"),
          .summary = Text::tr("按内置或给定的方案新建活动，--sheets 给出自备的评分表"),
          .options = {QStringLiteral("plan"), QStringLiteral("sheets")},
          .requiredOptions = {QStringLiteral("plan")},
          .isWriting = true,
          .needsCampaign = false},
         [](Context& context) { return needPlace(context, makeCampaign); }},
        {{.name = QStringLiteral("carry-over"),
          .words = QStringLiteral("OLD.chc"),
          .summary = Text::tr("接续上一轮：把在参建的单位、台账、未销号问题等带入刚新建的活动"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         carryOverFrom},
        {{.name = QStringLiteral("reopen"), .summary = Text::tr("误结束的一轮恢复登记（管理员）"), .isWriting = true},
         reopen},
        {{.name = QStringLiteral("demo"),
          .words = QStringLiteral("DIR"),
          .summary = Text::tr("生成一个虚构的完整活动和验收材料"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true,
          .needsCampaign = false},
         makeDemo},
        {{.name = QStringLiteral("check-plan"), .summary = Text::tr("指出方案自身的矛盾")}, checkPlan},
        {{.name = QStringLiteral("packet"),
          .words = QStringLiteral("OUT"),
          .summary = Text::tr("导出验收材料（文件夹或 .zip）和缺口"),
          .fewestWords = 1,
          .mostWords = 1},
         makePacket},
        {{.name = QStringLiteral("number-packet"),
          .words = QStringLiteral("[DAY]"),
          .summary =
              Text::tr("给某天（默认今天）的验收材料封面编号登记；这以后导出的封面带编号和二维码，同样的记录编号不变"),
          .fewestWords = 0,
          .mostWords = 1,
          .isWriting = true},
         numberPacket},
        {{.name = QStringLiteral("packet-papers"),
          .words = QStringLiteral("[PACKET]"),
          .summary = Text::tr("验收材料逐份：有、缺、已过时（与上次的一份比）和页码"),
          .fewestWords = 0,
          .mostWords = 1},
         listPacketPapers},
        {{.name = QStringLiteral("verify"),
          .words = QStringLiteral("[PACKET]"),
          .summary = Text::tr("校验活动文件或验收材料"),
          .fewestWords = 0,
          .mostWords = 1,
          .options = {QStringLiteral("head")},
          .needsCampaign = false},
         verify},
        {{.name = QStringLiteral("backup"),
          .words = QStringLiteral("OUT"),
          .summary = Text::tr("备份为 .chc 并校验"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         backUp},
        {{.name = QStringLiteral("restore"),
          .words = QStringLiteral("IN"),
          .summary = Text::tr("从备份恢复到新文件或空数据库"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true,
          .needsCampaign = false},
         [](Context& context) { return needPlace(context, restore); }},
    };
}

} // namespace chengheng::cli
