// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "documents/pdf_file.h"
#include "model/instrument_records.h"
#include "services/issued_papers.h"
#include "services/labels.h"
#include "services/record_papers.h"
#include "services/sheet_papers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordPaperCommands)
};

Result<Answer> unitFolder(Context& context)
{
    const auto unit = unitNamed(*context.workspace, context.call.words[0]);
    if (!unit)
        return fail(unit.error());
    return savedPaper(services::unitFolder(*context.workspace, *unit, context.day()), context.call.words[1]);
}

Result<Answer> sheet(Context& context)
{
    return savedPaper(services::filedSheet(*context.workspace, Uid(context.call.words[0])), context.call.words[1]);
}

/// Units named by --units, one after the other with 、 or commas between them.
Result<QVector<Uid>> unitsNamed(const Context& context)
{
    QString names = context.call.option("units");
    names.replace(QStringLiteral("，"), QStringLiteral("、")).replace(QLatin1Char(','), QStringLiteral("、"));
    QVector<Uid> units;
    for (const QString& name : names.split(QStringLiteral("、"), Qt::SkipEmptyParts)) {
        const auto unit = unitNamed(*context.workspace, name.trimmed());
        if (!unit)
            return fail(unit.error());
        units.append(*unit);
    }
    return units;
}

Result<rules::DrawRequest> drawAsked(const Context& context)
{
    rules::DrawRequest request;
    request.seed = context.call.option("seed");
    request.isStratified = context.call.has("stratified");
    if (const QString count = context.call.option("count"); !count.isEmpty()) {
        bool isNumber = false;
        request.count = count.toInt(&isNumber);
        if (!isNumber)
            return fail(ErrorKind::Usage, "usage", Text::tr("--count 应是整数，这里是“%1”。").arg(count));
    }
    return request;
}

using Units = QVector<Uid>;

struct PrintedKind {
    QString name;
    QString title;
    std::function<Result<documents::Paper>(const Context&, const Units&, const rules::DrawRequest&)> make;
};

/// The instruments of the units asked for, of all where none is.
Result<documents::Paper> labels(const Context& context, const Units& units)
{
    Units instruments;
    if (!units.isEmpty()) {
        const auto facts = context.workspace->facts();
        if (!facts)
            return fail(facts.error());
        for (const model::Instrument& one : facts->instruments)
            if (units.contains(one.unit))
                instruments.append(one.uid);
    }
    return services::instrumentLabels(*context.workspace, instruments, context.day());
}

/// One of the eight sheets with nothing filled in; for a unit where one is named.
Result<documents::Paper> blankSheet(const Context& context, const Units& units)
{
    services::InspectionForm form;
    form.on = context.day();
    form.answers.sheet = context.call.option("sheet").toInt();
    if (!context.workspace->sheets().sheet(form.answers.sheet))
        return fail(ErrorKind::Usage, "usage", Text::tr("请用 --sheet 写明评分表的号，如 --sheet 3。"));
    form.unit = units.value(0);
    return services::blankSheet(*context.workspace, form);
}

const QVector<PrintedKind>& printedKinds()
{
    using services::Workspace;
    static const QVector<PrintedKind> kinds{
        {QStringLiteral("labels"), Text::tr("器具标签"),
         [](const Context& c, const Units& units, const auto&) { return labels(c, units); }},
        {QStringLiteral("sheet"), Text::tr("空白评分表"),
         [](const Context& c, const Units& units, const auto&) { return blankSheet(c, units); }},
        {QStringLiteral("visit"), Text::tr("今日走访单"),
         [](const Context& c, const Units& units, const auto&) {
             return services::visitSheet(*c.workspace, units, c.day());
         }},
        {QStringLiteral("due"), Text::tr("本月到期提醒"),
         [](const Context& c, const Units& units, const auto&) {
             return services::dueNotice(*c.workspace, units, c.day());
         }},
        {QStringLiteral("brief"), Text::tr("创建工作简报"),
         [](const Context& c, const Units&, const auto&) { return services::leadersBrief(*c.workspace, c.day()); }},
        {QStringLiteral("rehearsal"), Text::tr("模拟抽查的路线和评分表"),
         [](const Context& c, const Units&, const auto& draw) {
             return services::rehearsalPapers(*c.workspace, draw, c.day());
         }},
        {QStringLiteral("fix-first"), Text::tr("先改哪几家"),
         [](const Context& c, const Units&, const auto& draw) {
             return services::fixFirstList(*c.workspace, draw, c.day());
         }},
        {QStringLiteral("archive"), Text::tr("归档文件目录"),
         [](const Context& c, const Units&, const auto&) { return services::archiveCatalogue(*c.workspace, c.day()); }},
        {QStringLiteral("archive-covers"), Text::tr("归档盒封面和盒脊"),
         [](const Context& c, const Units&, const auto&) { return services::archiveCovers(*c.workspace, c.day()); }},
    };
    return kinds;
}

Result<Answer> print(Context& context)
{
    const QString name = context.call.words[0];
    const auto units = unitsNamed(context);
    if (!units)
        return fail(units.error());
    const auto draw = drawAsked(context);
    if (!draw)
        return fail(draw.error());
    QStringList known;
    for (const PrintedKind& kind : printedKinds()) {
        if (kind.name == name)
            return savedPaper(kind.make(context, *units, *draw), context.call.words[1]);
        known << Text::tr("%1（%2）").arg(kind.name, kind.title);
    }
    return fail(ErrorKind::Usage, "unknown_paper",
                Text::tr("没有名为“%1”的打印件，可用：%2。").arg(name, known.join(QStringLiteral("、"))), name);
}

/// By what a scanner typed, or by a picture's path.
Result<Answer> findLabel(Context& context)
{
    const QString read = context.call.words[0];
    const bool isPicture = QFileInfo::exists(read);
    const auto found = isPicture ? services::instrumentOnPicture(*context.workspace, read, context.day())
                                 : services::instrumentOfLabel(*context.workspace, read, context.day());
    if (!found)
        return fail(found.error());
    const auto instrument = model::fromRecord<model::Instrument>(*found);
    const auto units = services::namesOf(*context.workspace, model::kindOf<model::Unit>());
    if (!units)
        return fail(units.error());
    const QString unit = units->value(instrument.unit);
    return Answer{
        {{QStringLiteral("uid"), instrument.uid.toString()},
         {QStringLiteral("name"), instrument.name},
         {QStringLiteral("serial"), instrument.serial},
         {QStringLiteral("unit"), unit}},
        Text::tr("%1，%2，出厂编号 %3")
            .arg(unit, instrument.name, instrument.serial.isEmpty() ? QStringLiteral("—") : instrument.serial)};
}

} // namespace

QString fontRemark(const QStringList& substituted)
{
    return Text::tr("本机没有装的字体，打印时代用：%1").arg(substituted.join(QStringLiteral("；")));
}

bool isPdf(const QString& path)
{
    return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
}

Result<Answer> savedPaper(const Result<documents::Paper>& made, const QString& out)
{
    if (!made)
        return fail(made.error());
    const documents::Paper& paper = *made;
    const auto pdf = documents::makePdf({paper}, paper.asOf);
    if (!pdf)
        return fail(pdf.error());
    if (const auto saved = services::saveDocument(out, pdf->bytes); !saved)
        return fail(saved.error());
    const QStringList fonts = documents::substitutedFonts();
    QString said = Text::tr("%1，%2 页：%3").arg(paper.title).arg(pdf->pages).arg(out);
    if (!fonts.isEmpty())
        said += QLatin1Char('\n') + fontRemark(fonts);
    return Answer{{{QStringLiteral("title"), paper.title},
                   {QStringLiteral("pages"), pdf->pages},
                   {QStringLiteral("substituted_fonts"), QJsonArray::fromStringList(fonts)},
                   {QStringLiteral("file"), out}},
                  said};
}

QVector<Command> recordPaperCommands()
{
    return {
        {{.name = QStringLiteral("unit-folder"),
          .words = QStringLiteral("UNIT OUT.pdf"),
          .summary = Text::tr("一家单位的一户一档"),
          .fewestWords = 2,
          .mostWords = 2},
         unitFolder},
        {{.name = QStringLiteral("sheet"),
          .words = QStringLiteral("INSPECTION OUT.pdf"),
          .summary = Text::tr("一次检查的评分表，连同照片"),
          .fewestWords = 2,
          .mostWords = 2},
         sheet},
        {{.name = QStringLiteral("print"),
          .words = QStringLiteral("NAME OUT.pdf"),
          .summary =
              Text::tr("打印件：labels、sheet、visit、due、brief、rehearsal、fix-first、archive、archive-covers"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("units"), QStringLiteral("sheet"), QStringLiteral("seed"),
                      QStringLiteral("count")},
          .flags = {QStringLiteral("stratified")}},
         print},
        {{.name = QStringLiteral("find-label"),
          .words = QStringLiteral("CODE|PICTURE"),
          .summary = Text::tr("按器具标签的编码或照片找到台账里的器具"),
          .fewestWords = 1,
          .mostWords = 1},
         findLabel},
    };
}

} // namespace chengheng::cli
