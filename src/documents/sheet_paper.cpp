// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/sheet_paper.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SheetPaper)
};

const QChar lineBreak = QLatin1Char('\n');

Paper newPaper(const SheetHead& head, const rules::SheetEdition& edition, const rules::Sheet& sheet)
{
    Paper paper;
    paper.title = sheet.title;
    paper.subtitle = Text::tr("表 %1　版本 %2").arg(sheet.no).arg(edition.name);
    paper.campaign = head.campaign;
    paper.mark = rules::markOf(edition);
    paper.asOf = head.on;
    return paper;
}

KeyValues headRows(const SheetHead& head)
{
    KeyValues facts{{{Text::tr("受检单位"), head.unit}}};
    if (!head.address.isEmpty())
        facts.rows.append({Text::tr("地址"), head.address});
    facts.rows.append(
        {Text::tr("检查日期"), head.on.isValid() ? paperDate(head.on) : Text::tr("　　　　年　　月　　日")});
    facts.rows.append({Text::tr("检查类型"), head.kind ? model::labelOf(*head.kind) : QString()});
    facts.rows.append({Text::tr("检查人员"), head.inspectors});
    return facts;
}

QString scoreText(const rules::Score& score)
{
    if (score.score)
        return Text::tr("%1 分").arg(score.score->toString());
    if (score.range)
        return Text::tr("未评完，可得 %1～%2 分").arg(score.range->low.toString(), score.range->high.toString());
    return Text::tr("不折算");
}

QString pointsText(const rules::ItemScore& item)
{
    if (item.isNotApplicable)
        return Text::tr("缺项");
    return item.points ? item.points->toString() : Text::tr("未评");
}

/// The arithmetic, and what an inspector wrote beside it.
QString reasonText(const rules::ItemScore& item, const rules::Answer* answer)
{
    if (!answer || answer->note.isEmpty())
        return item.why;
    return item.why + lineBreak + (answer->isVeto ? Text::tr("查实情况：%1").arg(answer->note) : answer->note);
}

TableBlock scoredItems(const rules::Sheet& sheet, const rules::SheetAnswers& answers, const rules::Score& score)
{
    TableBlock table{{{Text::tr("项目"), 0.8, Alignment::Centre},
                      {Text::tr("评分内容"), 4},
                      {Text::tr("满分"), 0.7, Alignment::Right},
                      {Text::tr("得分"), 0.7, Alignment::Right},
                      {Text::tr("得分说明"), 4}},
                     {}};
    for (const rules::ItemScore& item : score.items) {
        const rules::SheetItem* asked = sheet.item(item.item);
        table.rows.append({item.item, asked ? asked->criterion : QString(), item.max.toString(), pointsText(item),
                           reasonText(item, answers.find(item.item))});
    }
    table.totals = QStringList{QString(), Text::tr("合计（适用项目）"), score.applicable.toString(),
                               score.earned.toString(), QString()};
    return table;
}

/// Each veto that may be stated on the sheet: found, with what was found, or not.
TableBlock statedVetoes(const QVector<rules::GlobalVeto>& vetoes, const rules::SheetAnswers& answers)
{
    TableBlock table{{{Text::tr("代码"), 0.8, Alignment::Centre},
                      {Text::tr("一票否决情形"), 4},
                      {Text::tr("判定"), 1.4, Alignment::Centre},
                      {Text::tr("查实情况"), 4}},
                     {}};
    for (const rules::GlobalVeto& veto : vetoes) {
        const bool isStated = answers.globalVetoes.contains(veto.code);
        table.rows.append({veto.code, veto.text, isStated ? Text::tr("否决") : Text::tr("未认定"),
                           answers.globalFindings.value(veto.code)});
    }
    return table;
}

/// What must be looked at, what gives or takes points, and what it rests on that day.
QString blankText(const rules::SheetItem& item, QDate on)
{
    QStringList lines{item.criterion};
    if (item.hasVeto)
        lines << Text::tr("【一票否决】%1").arg(item.vetoWhen);
    if (item.isNaAllowed)
        lines << Text::tr("可作合理缺项：%1").arg(item.naWhen);
    QStringList bases;
    for (const rules::LegalBasis& basis : rules::basisOn(item, on))
        bases << basis.text;
    if (!bases.isEmpty())
        lines << Text::tr("依据：%1").arg(bases.join(QStringLiteral("；")));
    return lines.join(lineBreak);
}

/// The boxes and blanks for the one finding that the item's rule asks for.
QString findingText(const rules::SheetItem& item)
{
    QString blank;
    switch (item.method.type) {
    case rules::MethodType::Deduct:
        blank = Text::tr("发现＿＿＿次");
        break;
    case rules::MethodType::AllOrNothing:
        blank = Text::tr("□符合　□不符合");
        break;
    case rules::MethodType::Ratio:
        blank = Text::tr("＿＿＿／＿＿＿");
        break;
    case rules::MethodType::Award:
        blank = Text::tr("评定＿＿＿分");
        break;
    case rules::MethodType::Checklist:
        for (const QString& check : item.method.checks)
            blank += (blank.isEmpty() ? QString() : QString(lineBreak)) + QStringLiteral("□") + check;
        break;
    }
    if (item.isNaAllowed)
        blank += lineBreak + Text::tr("□缺项");
    if (item.hasVeto)
        blank += lineBreak + Text::tr("□否决");
    return blank;
}

void addBlankItems(Paper& paper, const rules::Sheet& sheet, QDate on)
{
    QString section;
    for (const rules::SheetItem& item : sheet.items) {
        if (paper.blocks.isEmpty() || !std::holds_alternative<TableBlock>(paper.blocks.last())
            || item.section != section) {
            section = item.section;
            paper.blocks.append(Heading{section});
            paper.blocks.append(TableBlock{{{Text::tr("项目"), 0.8, Alignment::Centre},
                                            {Text::tr("评分内容"), 4},
                                            {Text::tr("计分办法"), 2.4},
                                            {Text::tr("满分"), 0.7, Alignment::Right},
                                            {Text::tr("现场判定"), 2},
                                            {Text::tr("得分"), 0.8},
                                            {Text::tr("发现的问题"), 2.4}},
                                           {}});
        }
        std::get<TableBlock>(paper.blocks.last())
            .rows.append({item.id, blankText(item, on), rules::scoringRule(item), item.max.toString(),
                          findingText(item), QString(), QString()});
    }
}

void addFoot(Paper& paper, const rules::SheetEdition& edition)
{
    if (!edition.status.isEmpty())
        paper.blocks.append(Paragraph{edition.status});
    paper.blocks.append(Signatures{{Text::tr("检查人员"), Text::tr("检查人员"), Text::tr("受检单位")}});
}

} // namespace

Paper filledSheetPaper(const SheetHead& head, const rules::SheetEdition& edition, const rules::Sheet& sheet,
                       const rules::SheetAnswers& answers, const rules::Score& score,
                       const QVector<PrintedPhotograph>& photographs)
{
    Paper paper = newPaper(head, edition, sheet);
    KeyValues facts = headRows(head);
    facts.rows.append({Text::tr("得分"), scoreText(score)});
    facts.rows.append({Text::tr("建议等级"), score.grade.isEmpty() ? Text::tr("无") : score.grade});
    facts.rows.append({Text::tr("说明"), score.why});
    paper.blocks.append(facts);
    paper.blocks.append(scoredItems(sheet, answers, score));
    paper.blocks.append(statedVetoes(rules::globalVetoesOn(edition, sheet), answers));
    addFoot(paper, edition);
    if (!photographs.isEmpty()) {
        paper.blocks.append(PageBreak{});
        paper.blocks.append(Heading{Text::tr("照片（%1 张）").arg(photographs.size())});
        paper.blocks.append(photographGrid(photographs));
    }
    return paper;
}

Paper blankSheetPaper(const SheetHead& head, const rules::SheetEdition& edition, const rules::Sheet& sheet)
{
    Paper paper = newPaper(head, edition, sheet);
    paper.isLandscape = true;
    paper.blocks.append(headRows(head));
    addBlankItems(paper, sheet, head.on);
    TableBlock vetoes{{{Text::tr("代码"), 0.8, Alignment::Centre},
                       {Text::tr("一票否决情形（须两名检查人员查实）"), 5},
                       {Text::tr("判定"), 2},
                       {Text::tr("查实情况"), 5}},
                      {}};
    for (const rules::GlobalVeto& veto : rules::globalVetoesOn(edition, sheet))
        vetoes.rows.append({veto.code, veto.text, Text::tr("□否决"), QString()});
    paper.blocks.append(vetoes);
    paper.blocks.append(KeyValues{{{Text::tr("得分合计"), QString()}}});
    addFoot(paper, edition);
    return paper;
}

} // namespace chengheng::documents
