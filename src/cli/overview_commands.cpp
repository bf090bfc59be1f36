// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/presenters.h"
#include "services/acceptance_draw.h"
#include "services/list_papers.h"
#include "services/proposals.h"
#include "services/quiet_visits.h"
#include "services/sign_in_sheet.h"
#include "services/tables.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OverviewCommands)
};

/// A whole number option; absent gives the fallback.
Result<int> numberOption(const Context& context, const char* name, int fallback, int low, int high)
{
    const QString text = context.call.option(name);
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < low || number > high)
        return fail(ErrorKind::Usage, "usage",
                    Text::tr("--%1 应是 %2 到 %3 的整数，这里是“%4”。")
                        .arg(QString::fromLatin1(name))
                        .arg(low)
                        .arg(high)
                        .arg(text));
    return number;
}

Result<Answer> due(Context& context)
{
    rules::DueOptions options;
    if (!context.call.option("within").isEmpty()) {
        const auto within = numberOption(context, "within", 0, 0, 36'500);
        if (!within)
            return fail(within.error());
        options.within = *within;
    }
    const auto view = services::ledgerOn(*context.workspace, context.day(), options);
    if (!view)
        return fail(view.error());
    return Answer{ledgerJson(*view), ledgerText(*view)};
}

Result<Answer> status(Context& context)
{
    const auto found = services::statusOn(*context.workspace, context.day());
    if (!found)
        return fail(found.error());
    return Answer{statusJson(*found), statusText(*found)};
}

Result<Answer> readiness(Context& context)
{
    const QDate on = QDate::fromString(context.call.option("on"), Qt::ISODate);
    if (!on.isValid() || on < context.day())
        return fail(ErrorKind::Usage, "usage", Text::tr("--on 应是不早于数据截至日的日期，如 2024-11-20。"));
    const auto report = services::readinessOn(*context.workspace, context.day(), on);
    if (!report)
        return fail(report.error());
    QStringList lines;
    for (const rules::Risk& risk : report->readiness.risks)
        lines << risk.why;
    lines << report->draw.why;
    return Answer{readinessJson(*report), lines.join(QLatin1Char('\n'))};
}

Result<Answer> drawQuietly(const Context& context, const rules::DrawRequest& request)
{
    const auto drawn = services::quietVisits(*context.workspace, context.day(), request);
    if (!drawn)
        return fail(drawn.error());
    return Answer{quietVisitsJson(*drawn), quietVisitsText(*drawn)};
}

Result<rules::DrawRequest> drawRequest(const Context& context)
{
    const auto count = numberOption(context, "count", 12, 1, 10'000);
    if (!count)
        return fail(count.error());
    rules::DrawRequest request;
    request.count = *count;
    request.seed = context.call.option("seed");
    request.isStratified = context.call.has("stratified");
    return request;
}

Result<Answer> answerOfDraw(const Result<rules::DrawResult>& drawn)
{
    if (!drawn)
        return fail(drawn.error());
    return Answer{drawJson(*drawn), drawText(*drawn)};
}

Result<Answer> draw(Context& context)
{
    const auto request = drawRequest(context);
    if (!request)
        return fail(request.error());
    if (context.call.has("quiet"))
        return drawQuietly(context, *request);
    return answerOfDraw(services::drawUnits(*context.workspace, context.day(), *request));
}

/// The team draws on the spot.
Result<Answer> drawVisit(Context& context)
{
    const auto request = drawRequest(context);
    if (!request)
        return fail(request.error());
    return answerOfDraw(services::drawForVisit(*context.workspace, Uid(context.call.words[0]), *request));
}

QJsonObject summaryJson(const rules::SummaryKind& kind, const rules::Summary& summary)
{
    QJsonArray rows;
    for (const rules::SummaryRow& row : summary.rows)
        rows.append(QJsonObject{{QStringLiteral("cells"), QJsonArray::fromStringList(row.cells)},
                                {QStringLiteral("kind"), row.kind},
                                {QStringLiteral("uid"), row.record.toString()},
                                {QStringLiteral("pressing"), row.isPressing}});
    return {{QStringLiteral("summary"), kind.key},
            {QStringLiteral("title"), kind.title},
            {QStringLiteral("sentence"), summary.sentence},
            {QStringLiteral("columns"), QJsonArray::fromStringList(summary.columns)},
            {QStringLiteral("rows"), rows}};
}

/// Also as a table, or on paper, where a file is named.
Result<void> keepSummary(Context& context, const rules::SummaryKind& kind, const rules::Summary& made)
{
    if (context.call.words.size() < 2)
        return {};
    if (isPdf(context.call.words.at(1))) {
        const auto saved = savedPaper(services::summaryOnPaper(*context.workspace, kind, made, context.day()),
                                      context.call.words.at(1));
        return saved ? Result<void>() : Result<void>(fail(saved.error()));
    }
    const auto rows = services::exportSummary(kind.title, made, context.call.words.at(1));
    return rows ? Result<void>() : Result<void>(fail(rows.error()));
}

Result<const rules::SummaryKind*> summaryNamed(const QString& key)
{
    if (const rules::SummaryKind* kind = rules::findSummary(key))
        return kind;
    QStringList keys;
    for (const rules::SummaryKind& known : rules::allSummaries())
        keys << Text::tr("%1（%2）").arg(known.key, known.title);
    return fail(ErrorKind::NotFound, "no_such_summary",
                Text::tr("没有名为“%1”的汇总，可用：%2。").arg(key, keys.join(QStringLiteral("、"))), key);
}

/// Enters what a summary proposes.
Result<Answer> take(Context& context)
{
    const auto kind = summaryNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto entered = services::takeProposals(*context.workspace, **kind, context.day());
    if (!entered)
        return fail(entered.error());
    return Answer{{{QStringLiteral("entered"), *entered}}, Text::tr("已登记 %1 条。").arg(*entered)};
}

Result<Answer> signInSheet(Context& context)
{
    const auto names =
        services::writeSignInSheet(*context.workspace, Uid(context.call.words[0]), context.call.words[1]);
    if (!names)
        return fail(names.error());
    return Answer{{{QStringLiteral("names"), *names}},
                  Text::tr("签到表已列出 %1 人：%2").arg(*names).arg(context.call.words[1])};
}

/// One of the summaries over the registers; without a name the names are listed.
Result<Answer> summary(Context& context)
{
    const auto named = summaryNamed(context.call.words.value(0));
    if (!named)
        return fail(named.error());
    const rules::SummaryKind* kind = *named;
    const auto made = services::summaryOn(*context.workspace, *kind, context.day());
    if (!made)
        return fail(made.error());
    if (auto kept = keepSummary(context, *kind, *made); !kept)
        return fail(kept.error());
    QStringList lines{made->sentence, made->columns.join(QLatin1Char('\t'))};
    for (const rules::SummaryRow& row : made->rows)
        lines << row.cells.join(QLatin1Char('\t'));
    return Answer{summaryJson(*kind, *made), lines.join(QLatin1Char('\n'))};
}

} // namespace

QVector<Command> overviewCommands()
{
    return {
        {{.name = QStringLiteral("due"),
          .summary = Text::tr("检定状态、三个比率和逐台原因"),
          .options = {QStringLiteral("within")}},
         due},
        {{.name = QStringLiteral("status"), .summary = Text::tr("创建进度：名额、阶段节点、比率、问题、评分")}, status},
        {{.name = QStringLiteral("readiness"),
          .summary = Text::tr("到验收那天还缺什么、何时必须动手"),
          .options = {QStringLiteral("on")},
          .requiredOptions = {QStringLiteral("on")}},
         readiness},
        {{.name = QStringLiteral("summary"),
          .words = QStringLiteral("NAME [FILE]"),
          .summary =
              Text::tr("由登记簿算出的汇总表：待办、档案、覆盖、时限、结余等；写明文件则另存为 xlsx、csv 或 pdf"),
          .fewestWords = 1,
          .mostWords = 2},
         summary},
        {{.name = QStringLiteral("take"),
          .words = QStringLiteral("NAME"),
          .summary = Text::tr("把汇总表拟出的条目（名单初稿、表彰候选）全部登记"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         take},
        {{.name = QStringLiteral("draw-visit"),
          .words = QStringLiteral("UID"),
          .summary = Text::tr("考核验收现场抽取单位，登记为抽查单位"),
          .fewestWords = 1,
          .mostWords = 1,
          .options = {QStringLiteral("count"), QStringLiteral("seed")},
          .requiredOptions = {QStringLiteral("seed")},
          .flags = {QStringLiteral("stratified")},
          .isWriting = true},
         drawVisit},
        {{.name = QStringLiteral("sign-in-sheet"),
          .words = QStringLiteral("UID FILE"),
          .summary = Text::tr("一次培训的签到表（xlsx 或 csv），应到的人已列出；填好后 import training_attendance"),
          .fewestWords = 2,
          .mostWords = 2},
         signInSheet},
        {{.name = QStringLiteral("draw"),
          .summary = Text::tr("模拟抽查；--quiet 抽暗访名单"),
          .options = {QStringLiteral("count"), QStringLiteral("seed")},
          .requiredOptions = {QStringLiteral("count"), QStringLiteral("seed")},
          .flags = {QStringLiteral("stratified"), QStringLiteral("quiet")}},
         draw},
    };
}

} // namespace chengheng::cli
