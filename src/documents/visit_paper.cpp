// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/visit_paper.h"

#include "base/dates.h"
#include "documents/ledger_words.h"
#include "rules/problem_state.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VisitPaper)
};

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString contact(const QString& name, const QString& phone)
{
    return phone.isEmpty() ? name : QString(name + QLatin1Char(' ') + phone);
}

/// One line each; 没有 for none.
QString listed(const QStringList& lines)
{
    return lines.isEmpty() ? Text::tr("没有") : lines.join(QLatin1Char('\n'));
}

constexpr double restOfVisit = 240; ///< points that a unit takes besides its two lists

/// About the points that lines of a table's wider column take.
double heightOf(const QStringList& lines)
{
    constexpr qsizetype lettersInLine = 38;
    constexpr double linePoints = 13.05;
    double height = 0;
    for (const QString& line : lines)
        height += linePoints * double(1 + line.size() / lettersInLine);
    return height;
}

QHash<Uid, QStringList> openProblems(const rules::SummaryInput& input)
{
    const auto steps = rules::stepsByProblem(input.facts);
    QHash<Uid, QStringList> byUnit;
    for (const model::Problem& problem : input.facts.problems) {
        const auto standing = rules::problemStanding(problem, steps.value(problem.uid), input.day);
        if (standing.isClosed())
            continue;
        const QString due = standing.dueOn.isValid() ? Text::tr("，期限%1").arg(paperDate(standing.dueOn)) : QString();
        byUnit[problem.unit] << Text::tr("□ %1（%2%3%4）")
                                    .arg(problem.description, rules::labelOf(standing.state), due,
                                         standing.isOverdue ? Text::tr("，逾期") : QString());
    }
    return byUnit;
}

QString lineText(const rules::DueLine& line)
{
    const QString serial = line.serial.isEmpty() ? Text::tr("（无出厂编号）") : line.serial;
    const QString end = line.validUntil.isValid() ? Text::tr("，有效期至%1").arg(endText(line)) : QString();
    return Text::tr("%1 %2：%3%4").arg(line.name, serial, rules::labelOf(line.status), end);
}

rules::DueReport ledgerOf(const rules::SummaryInput& input)
{
    rules::DueOptions options;
    options.calendar = &input.calendar;
    return rules::dueReport(input.facts, input.day, options);
}

/// Faults first, then by the day they end; per unit.
QHash<Uid, QVector<rules::DueLine>> notInOrder(const rules::SummaryInput& input, const rules::DueReport& report,
                                               bool isWithMonth)
{
    const QDate monthEnd(input.day.year(), input.day.month(), input.day.daysInMonth());
    QHash<Uid, QVector<rules::DueLine>> byUnit;
    for (const bool isFault : {true, false})
        for (const rules::DueLine& line : report.lines) {
            if (isNotInOrder(line.status) != isFault || line.exclusion == rules::RateExclusion::OutOfUse)
                continue;
            const bool isDue = line.validUntil.isValid() && line.validUntil >= input.day && line.validUntil <= monthEnd;
            if (isFault || (isWithMonth && isDue))
                byUnit[line.unit].append(line);
        }
    return byUnit;
}

QString advice(const rules::DueLine& line, QDate day)
{
    if (line.status == rules::VerificationStatus::NeverVerified)
        return Text::tr("请找出检定证书补登，没有的立即申请检定");
    if (isNotInOrder(line.status))
        return Text::tr("请停用并立即申请检定");
    if (line.bookBy.isValid() && line.bookBy >= day)
        return Text::tr("请在%1前预约检定").arg(paperDate(line.bookBy));
    return Text::tr("请立即预约检定");
}

QString monthTitle(QDate day)
{
    return Text::tr("%1年%2月计量器具到期提醒").arg(day.year()).arg(day.month());
}

} // namespace

Paper visitPaper(const rules::SummaryInput& input, const QVector<Uid>& chosen)
{
    Paper paper = recordPaper(input, Text::tr("今日走访单"));
    const QVector<model::Unit> units = byRoad(input, chosen);
    paper.subtitle = Text::tr("%1　%2 家　走访人：＿＿＿＿＿＿＿＿").arg(paperDate(input.day)).arg(units.size());
    const auto problems = openProblems(input);
    const rules::DueReport ledger = ledgerOf(input);
    const auto faults = notInOrder(input, ledger, true);
    int number = 0;
    for (const model::Unit& unit : units) {
        QStringList instruments;
        for (const rules::DueLine& line : faults.value(unit.uid))
            instruments << QStringLiteral("□ ") + lineText(line);
        paper.blocks.append(Room{heightOf(problems.value(unit.uid)) + heightOf(instruments) + restOfVisit});
        paper.blocks.append(Heading{Text::tr("%1. %2").arg(++number).arg(unit.name)});
        paper.blocks.append(
            KeyValues{{{Text::tr("路段／地址"), Text::tr("%1／%2").arg(orDash(unit.road), orDash(unit.address))},
                       {Text::tr("负责人"), orDash(contact(unit.head, unit.headPhone))},
                       {Text::tr("计量管理员"), orDash(contact(unit.manager, unit.managerPhone))},
                       {Text::tr("营业时间"), orDash(unit.openingHours)},
                       {Text::tr("未销号的问题"), listed(problems.value(unit.uid))},
                       {Text::tr("超周期、不合格、无记录和本月到期的器具"), listed(instruments)},
                       {Text::tr("走访情况"), QStringLiteral("\n\n")}}});
        paper.blocks.append(Signatures{{Text::tr("单位签字")}});
    }
    return paper;
}

Paper dueNoticePaper(const rules::SummaryInput& input, const QVector<Uid>& chosen)
{
    Paper paper = recordPaper(input, monthTitle(input.day));
    const rules::DueReport ledger = ledgerOf(input);
    const auto due = notInOrder(input, ledger, true);
    for (const model::Unit& unit : byRoad(input, chosen)) {
        if (!due.contains(unit.uid))
            continue;
        if (!paper.blocks.isEmpty())
            paper.blocks.append(PageBreak{});
        paper.blocks.append(Heading{unit.name});
        TableBlock table{{{Text::tr("器具"), 2},
                          {Text::tr("出厂编号"), 1.8},
                          {Text::tr("状态"), 1.3},
                          {Text::tr("有效期至"), 1.8},
                          {Text::tr("怎么办"), 3}},
                         {}};
        table.tonedColumn = 2;
        for (const rules::DueLine& line : due.value(unit.uid)) {
            table.rows.append(
                {line.name, orDash(line.serial), markedState(line.status), endText(line), advice(line, input.day)});
            table.tones.append(toneOf(line.status));
        }
        paper.blocks.append(table);
        paper.blocks.append(Signatures{{Text::tr("单位签收")}});
    }
    if (paper.blocks.isEmpty())
        paper.blocks.append(Paragraph{Text::tr("本月没有到期、超周期、不合格或缺检定记录的器具。")});
    return paper;
}

QString dueNoticeText(const rules::SummaryInput& input, const QVector<Uid>& chosen)
{
    const rules::DueReport ledger = ledgerOf(input);
    const auto due = notInOrder(input, ledger, true);
    QStringList lines;
    for (const model::Unit& unit : byRoad(input, chosen)) {
        if (!due.contains(unit.uid))
            continue;
        lines << Text::tr("【%1】%2").arg(unit.name, monthTitle(input.day));
        int number = 0;
        for (const rules::DueLine& line : due.value(unit.uid))
            lines << Text::tr("%1. %2，%3。").arg(++number).arg(lineText(line), advice(line, input.day));
        lines << QString();
    }
    return lines.isEmpty() ? Text::tr("本月没有到期、超周期、不合格或缺检定记录的器具。")
                           : lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace chengheng::documents
