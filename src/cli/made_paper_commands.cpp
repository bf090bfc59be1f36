// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "base/dates.h"
#include "base/files.h"
#include "services/figure_checks.h"
#include "services/papers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MadePaperCommands)
};

Result<const services::PaperKind*> paperNamed(const QString& name)
{
    for (const services::PaperKind& paper : services::paperKinds())
        if (paper.key == name || paper.title == name)
            return &paper;
    return fail(ErrorKind::Usage, "unknown_paper", Text::tr("没有名为“%1”的文书；全部名称见 papers 命令。").arg(name),
                name);
}

/// The record that a paper is about, by its uid or its name; null for the campaign's papers.
Result<Uid> subjectNamed(const Context& context, const services::PaperKind& paper)
{
    if (paper.subject.isEmpty())
        return Uid();
    const QString name = context.call.option("subject");
    const model::RecordKind& kind = *model::findKind(paper.subject);
    const auto records = services::listRecords(*context.workspace, kind);
    if (!records)
        return fail(records.error());
    for (const model::Record& record : *records)
        if (record.uid.toString() == name || (!name.isEmpty() && record.name() == name))
            return record.uid;
    return fail(
        ErrorKind::NotFound, "no_such_record",
        Text::tr("没有找到“%1”要写的%2“%3”，请用 --subject 写明名称或编号。").arg(paper.title, kind.title, name), name);
}

Result<Answer> makePaper(Context& context)
{
    const auto paper = paperNamed(context.call.words[0]);
    if (!paper)
        return fail(paper.error());
    const QString out = context.call.words[1];
    const bool isDocument = out.endsWith(QLatin1String(".docx"), Qt::CaseInsensitive);
    const bool isAll = context.call.has("all");
    if (isAll && isDocument)
        return fail(ErrorKind::Usage, "usage", Text::tr("--all 合成一份 PDF，文件名请以 .pdf 结尾。"));
    const auto subject = isAll ? Result<Uid>(Uid()) : subjectNamed(context, **paper);
    if (!subject)
        return fail(subject.error());
    const auto made = isAll ? services::makePapers(*context.workspace, **paper, context.day())
                            : services::makePaper(*context.workspace, **paper, *subject, context.day());
    if (!made)
        return fail(made.error());
    if (const auto saved = services::saveDocument(out, isDocument ? made->docx : made->pdf); !saved)
        return fail(saved.error());
    QString said = Text::tr("%1，%2 页：%3").arg(made->title).arg(made->pages).arg(out);
    if (!made->blanks.isEmpty())
        said += Text::tr("\n没有登记、留了横线的：%1").arg(made->blanks.join(QStringLiteral("、")));
    if (!made->substitutedFonts.isEmpty() && !isDocument)
        said += QLatin1Char('\n') + fontRemark(made->substitutedFonts);
    if (!made->differences.isEmpty())
        said += QLatin1Char('\n') + made->differences;
    return Answer{{{QStringLiteral("paper"), (*paper)->key},
                   {QStringLiteral("pages"), made->pages},
                   {QStringLiteral("blanks"), QJsonArray::fromStringList(made->blanks)},
                   {QStringLiteral("differences"), made->differences},
                   {QStringLiteral("substituted_fonts"), QJsonArray::fromStringList(made->substitutedFonts)}},
                  said,
                  !made->differences.isEmpty()};
}

/// With its number and code; a report only where its figures agree with the records, or --accept-differences is given.
Result<Answer> numberPaper(Context& context)
{
    const auto paper = paperNamed(context.call.words[0]);
    if (!paper)
        return fail(paper.error());
    const auto subject = subjectNamed(context, **paper);
    if (!subject)
        return fail(subject.error());
    const QString out = context.call.words[1];
    const auto differences =
        context.call.has("accept-differences") ? services::Differences::Accept : services::Differences::Refuse;
    const auto issued = services::issueMade(*context.workspace, **paper, *subject, context.day(), differences);
    if (!issued)
        return fail(issued.error());
    if (const auto saved = services::saveDocument(out, issued->pdf); !saved)
        return fail(saved.error());
    return issuedAnswer(*issued, out);
}

QJsonObject checkJson(const rules::FigureCheck& check)
{
    return {{QStringLiteral("label"), check.label},       {QStringLiteral("written"), check.written},
            {QStringLiteral("recorded"), check.recorded}, {QStringLiteral("why"), check.why},
            {QStringLiteral("context"), check.context},   {QStringLiteral("paragraph"), check.paragraph},
            {QStringLiteral("agrees"), check.agrees}};
}

/// Exit status 1 where a figure differs from the records.
Result<Answer> checkReport(Context& context)
{
    const auto text = services::textOfReport(context.call.words[0]);
    if (!text)
        return fail(text.error());
    const auto report = services::checkFigures(*context.workspace, *text, context.call.asOf);
    if (!report)
        return fail(report.error());
    QJsonArray checks;
    QStringList lines{report->sentence};
    for (const rules::FigureCheck& check : report->figures.checks) {
        checks.append(checkJson(check));
        lines << Text::tr("%1 第 %2 段 %3：写的 %4，记录的 %5。%6")
                     .arg(check.agrees ? Text::tr("●") : Text::tr("▲"))
                     .arg(check.paragraph)
                     .arg(check.label, check.written, check.recorded, check.why);
    }
    for (const QString& other : report->figures.unchecked)
        lines << Text::tr("○ 没有核对：%1").arg(other);
    return Answer{{{QStringLiteral("as_of"), screenDate(report->day)},
                   {QStringLiteral("differing"), report->figures.differing()},
                   {QStringLiteral("figures"), checks},
                   {QStringLiteral("unchecked"), QJsonArray::fromStringList(report->figures.unchecked)}},
                  lines.join(QLatin1Char('\n')),
                  report->figures.differing() > 0};
}

Result<Answer> listPapers(Context& context)
{
    QJsonArray papers;
    QStringList lines;
    for (const services::PaperKind& paper : services::paperKinds()) {
        const auto form = services::templateOf(*context.workspace, paper);
        if (!form)
            return fail(form.error());
        papers.append(QJsonObject{{QStringLiteral("key"), paper.key},
                                  {QStringLiteral("title"), paper.title},
                                  {QStringLiteral("subject"), paper.subject},
                                  {QStringLiteral("own_template"), form->isOwn}});
        lines << QStringLiteral("%1  %2%3")
                     .arg(paper.key, paper.title, form->isOwn ? Text::tr("（自备模板）") : QString());
    }
    return Answer{{{QStringLiteral("papers"), papers}}, lines.join(QLatin1Char('\n'))};
}

/// Without a file the template that comes with the program is in force again.
Result<Answer> setTemplate(Context& context)
{
    const auto paper = paperNamed(context.call.words[0]);
    if (!paper)
        return fail(paper.error());
    if (context.call.words.size() < 2) {
        const auto reset = services::resetTemplate(*context.workspace, **paper);
        if (!reset)
            return fail(reset.error());
        return Answer{{{QStringLiteral("seq"), reset->seq}}, Text::tr("“%1”恢复了自带的模板。").arg((*paper)->title)};
    }
    const QString path = context.call.words[1];
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    const auto set = services::setTemplate(*context.workspace, **paper, *bytes, QFileInfo(path).fileName());
    if (!set)
        return fail(set.error());
    return Answer{{{QStringLiteral("seq"), set->seq}}, Text::tr("“%1”从现在起用“%2”。").arg((*paper)->title, path)};
}

Result<Answer> writeTemplate(Context& context)
{
    const auto paper = paperNamed(context.call.words[0]);
    if (!paper)
        return fail(paper.error());
    const auto form = services::templateOf(*context.workspace, **paper);
    if (!form)
        return fail(form.error());
    const auto known = services::fieldsOf(*context.workspace, **paper);
    if (!known)
        return fail(known.error());
    const QString out = context.call.words[1];
    if (const auto saved = services::saveDocument(out, form->docx); !saved)
        return fail(saved.error());
    QJsonArray fields;
    for (const documents::MergeField& field : known->values)
        fields.append(field.name);
    for (const auto& [list, entries] : known->lists)
        for (const documents::MergeField& entry : entries)
            fields.append(QString(list + QLatin1Char('.') + entry.name));
    return Answer{{{QStringLiteral("paper"), (*paper)->key}, {QStringLiteral("fields"), fields}},
                  Text::tr("“%1”的模板：%2").arg((*paper)->title, out)};
}

} // namespace

QVector<Command> madePaperCommands()
{
    return {
        {{.name = QStringLiteral("papers"), .words = {}, .summary = Text::tr("列出能生成的文书")}, listPapers},
        {{.name = QStringLiteral("paper"),
          .words = QStringLiteral("PAPER OUT.docx|OUT.pdf"),
          .summary = Text::tr("从登记内容生成一份文书，--subject 写明是哪一条，--all 把全部证书之类合成一份 PDF"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("subject")},
          .flags = {QStringLiteral("all")}},
         makePaper},
        {{.name = QStringLiteral("number-paper"),
          .words = QStringLiteral("PAPER OUT.pdf"),
          .summary = Text::tr(
              "生成一份文书并编号登记，带二维码的写到 OUT.pdf；文中数字与登记不一致的不编号，除非写明 --accept-differences"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("subject")},
          .flags = {QStringLiteral("accept-differences")},
          .isWriting = true},
         numberPaper},
        {{.name = QStringLiteral("check-figures"),
          .words = QStringLiteral("FILE.docx|FILE.txt"),
          .summary = Text::tr("报送前核对文中写的数字与登记的是否一致"),
          .fewestWords = 1,
          .mostWords = 1},
         checkReport},
        {{.name = QStringLiteral("paper-template"),
          .words = QStringLiteral("PAPER OUT.docx"),
          .summary = Text::tr("取出文书所用的模板；--json 列出能写的字段"),
          .fewestWords = 2,
          .mostWords = 2},
         writeTemplate},
        {{.name = QStringLiteral("set-paper-template"),
          .words = QStringLiteral("PAPER [FILE.docx]"),
          .summary = Text::tr("换用自备的模板；不写文件则恢复自带的"),
          .fewestWords = 1,
          .mostWords = 2,
          .isWriting = true},
         setTemplate},
    };
}

} // namespace chengheng::cli
