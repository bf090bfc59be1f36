// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "services/list_papers.h"
#include "services/tables.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableCommands)
};

Result<const model::RecordKind*> tableKind(const QString& key)
{
    const model::RecordKind* kind = model::findKind(key);
    if (!kind || kind->isInternal)
        return fail(ErrorKind::NotFound, "no_such_kind",
                    Text::tr("没有名为“%1”的登记簿，可用：%2。")
                        .arg(key, services::importableKinds().join(QStringLiteral("、"))),
                    key);
    return kind;
}

QJsonObject verdictJson(const services::RowVerdict& verdict)
{
    QJsonArray faults;
    for (const services::RowFault& fault : verdict.faults)
        faults.append(QJsonObject{{QStringLiteral("column"), fault.column},
                                  {QStringLiteral("value"), fault.value},
                                  {QStringLiteral("code"), fault.code},
                                  {QStringLiteral("why"), fault.why}});
    return {{QStringLiteral("row"), verdict.row},
            {QStringLiteral("verdict"), services::verdictKey(verdict.verdict)},
            {QStringLiteral("faults"), faults},
            {QStringLiteral("note"), verdict.note}};
}

Answer reportAnswer(const services::ImportReport& report)
{
    Answer answer;
    QJsonArray verdicts;
    QStringList lines;
    for (const services::RowVerdict& verdict : report.verdicts) {
        verdicts.append(verdictJson(verdict));
        for (const services::RowFault& fault : verdict.faults)
            lines << Text::tr("第 %1 行 %2“%3”：%4").arg(verdict.row).arg(fault.column, fault.value, fault.why);
        if (!verdict.note.isEmpty())
            lines << Text::tr("第 %1 行 提示：%2").arg(verdict.row).arg(verdict.note);
    }
    lines << Text::tr("共 %1 行：新增 %2，更新 %3，跳过 %4，退回 %5%6")
                 .arg(report.rows)
                 .arg(report.accepted)
                 .arg(report.updated)
                 .arg(report.skipped)
                 .arg(report.rejected)
                 .arg(report.batch.isNull() ? Text::tr("；没有写入")
                                            : Text::tr("；批次 %1").arg(report.batch.toString()));
    answer.json = {
        {QStringLiteral("kind"), report.kind},
        {QStringLiteral("rows"), report.rows},
        {QStringLiteral("accepted"), report.accepted},
        {QStringLiteral("updated"), report.updated},
        {QStringLiteral("skipped"), report.skipped},
        {QStringLiteral("rejected"), report.rejected},
        {QStringLiteral("batch"), report.batch.isNull() ? QJsonValue() : QJsonValue(report.batch.toString())},
        {QStringLiteral("dry_run"), report.isDryRun},
        {QStringLiteral("verdicts"), verdicts}};
    answer.text = lines.join(QLatin1Char('\n'));
    answer.isRefused = report.isRefused();
    return answer;
}

Result<services::Existing> existingPolicy(const QString& word)
{
    if (word.isEmpty() || word == QLatin1String("stop"))
        return services::Existing::Stop;
    if (word == QLatin1String("skip"))
        return services::Existing::Skip;
    if (word == QLatin1String("update"))
        return services::Existing::Update;
    return fail(ErrorKind::Usage, "usage", Text::tr("--existing 只能是 stop、skip 或 update，这里是“%1”。").arg(word));
}

Result<Answer> importTable(Context& context)
{
    const auto kind = tableKind(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto existing = existingPolicy(context.call.option("existing"));
    if (!existing)
        return fail(existing.error());
    services::ImportOptions options;
    options.existing = *existing;
    options.isDryRun = context.call.has("dry-run");
    options.isPartial = context.call.has("partial");
    const auto report = services::importFile(*context.workspace, **kind, context.call.words[1], options);
    if (!report)
        return fail(report.error());
    return reportAnswer(*report);
}

Result<Answer> undoImport(Context& context)
{
    const auto undone = services::undoImport(*context.workspace, Uid(context.call.words[0]));
    if (!undone)
        return fail(undone.error());
    return Answer{{{QStringLiteral("batch"), undone->uid.toString()}, {QStringLiteral("seq"), undone->seq}},
                  Text::tr("已撤销这一批导入，留痕第 %1 号").arg(undone->seq)};
}

Result<Answer> exportTable(Context& context)
{
    const auto kind = tableKind(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    if (isPdf(context.call.words[1]))
        return savedPaper(services::registerOnPaper(*context.workspace, **kind, {.asOf = context.call.asOf}),
                          context.call.words[1]);
    const auto rows =
        services::exportTable(*context.workspace, **kind, context.call.words[1], {.asOf = context.call.asOf});
    if (!rows)
        return fail(rows.error());
    return Answer{{{QStringLiteral("kind"), (*kind)->key},
                   {QStringLiteral("rows"), *rows},
                   {QStringLiteral("file"), context.call.words[1]}},
                  Text::tr("已导出 %1 行到 %2").arg(*rows).arg(context.call.words[1])};
}

Result<Answer> writeTemplate(Context& context)
{
    const auto kind = tableKind(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    if (auto written = services::writeTemplate(**kind, context.call.words[1]); !written)
        return fail(written.error());
    return Answer{{{QStringLiteral("kind"), (*kind)->key}, {QStringLiteral("file"), context.call.words[1]}},
                  Text::tr("空白表已写到 %1").arg(context.call.words[1])};
}

} // namespace

QVector<Command> tableCommands()
{
    return {
        {{.name = QStringLiteral("import undo"),
          .words = QStringLiteral("BATCH"),
          .summary = Text::tr("整批撤销一次导入"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         undoImport},
        {{.name = QStringLiteral("import"),
          .words = QStringLiteral("KIND FILE"),
          .summary = Text::tr("导入 xlsx、ods 或 csv 表格，逐行给出结论"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("existing")},
          .flags = {QStringLiteral("dry-run"), QStringLiteral("partial")},
          .isWriting = true},
         importTable},
        {{.name = QStringLiteral("export"),
          .words = QStringLiteral("KIND FILE"),
          .summary = Text::tr("导出为 xlsx 或 csv；文件名以 .pdf 结尾则是打印的清单"),
          .fewestWords = 2,
          .mostWords = 2},
         exportTable},
        {{.name = QStringLiteral("template"),
          .words = QStringLiteral("KIND FILE"),
          .summary = Text::tr("空白表，列名齐全"),
          .fewestWords = 2,
          .mostWords = 2,
          .needsCampaign = false},
         writeTemplate},
    };
}

} // namespace chengheng::cli
