// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/unit_folder_paper.h"

#include "base/dates.h"
#include "documents/ledger_words.h"
#include "documents/packet_input.h"
#include "documents/page_layout.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/display.h"
#include "rules/latest_inspections.h"
#include "rules/problem_state.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnitFolderPaper)
};

/// How many lines the counter's page lists.
struct CounterRows {
    qsizetype instruments = 14;
    qsizetype problems = 5;

    /// One line less of the longer list; false where none is left.
    bool drop()
    {
        qsizetype& longer = instruments > problems ? instruments : problems;
        return longer > 0 && longer-- > 0;
    }
};

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString dayOrDash(QDate day)
{
    return day.isValid() ? paperDate(day) : QStringLiteral("—");
}

/// One unit's records, gathered once.
struct Folder {
    const rules::SummaryInput& input;
    const UnitFolderInput& own;
    const model::Unit& unit;
    rules::DueReport ledger;
    QHash<Uid, QVector<model::ProblemStep>> steps;
};

QString pledge(const Folder& folder)
{
    const model::Commitment* latest = nullptr;
    for (const model::Commitment& one : folder.input.facts.commitments)
        if (one.unit == folder.unit.uid && one.signedOn.isValid() && (!latest || latest->signedOn <= one.signedOn))
            latest = &one;
    if (!latest)
        return Text::tr("还没有签订");
    const QString signedText = Text::tr("%1签订").arg(paperDate(latest->signedOn));
    const auto seen =
        rules::lastSighting(rules::displaySightings(folder.input.facts).value(folder.unit.uid), folder.input.day);
    if (!seen)
        return Text::tr("%1，张贴情况没有记录").arg(signedText);
    const QString state = seen->isDisplayed ? Text::tr("已张贴") : Text::tr("未张贴");
    return seen->source == rules::SightingSource::Report // the unit must not learn of the day
               ? Text::tr("%1，%2").arg(signedText, state)
               : Text::tr("%1，%2见%3").arg(signedText, paperDate(seen->on), state);
}

QString scoreText(const rules::Score& score)
{
    if (score.score)
        return score.grade.isEmpty() ? Text::tr("%1 分").arg(score.score->toString())
                                     : Text::tr("%1 分（建议等级：%2）").arg(score.score->toString(), score.grade);
    if (score.range)
        return Text::tr("未评完，可得 %1～%2 分").arg(score.range->low.toString(), score.range->high.toString());
    return Text::tr("不折算");
}

QString latestScore(const Folder& folder)
{
    const model::Inspection* latest = rules::latestInspection(folder.input.facts, folder.unit.uid);
    if (!latest)
        return Text::tr("还没有检查评分（自查不算）");
    const auto score = folder.own.scores.constFind(latest->uid);
    return Text::tr("%1%2，%3")
        .arg(paperDate(latest->on), model::labelOf(latest->kind),
             score == folder.own.scores.constEnd() ? Text::tr("用的是另一版评分表") : scoreText(*score));
}

/// Its problems in the order they were found, with how far each is.
QVector<QPair<const model::Problem*, rules::ProblemStanding>> problemsOf(const Folder& folder)
{
    QVector<QPair<const model::Problem*, rules::ProblemStanding>> own;
    for (const model::Problem& problem : folder.input.facts.problems)
        if (problem.unit == folder.unit.uid)
            own.append({&problem, rules::problemStanding(problem, folder.steps.value(problem.uid), folder.input.day)});
    std::stable_sort(own.begin(), own.end(),
                     [](const auto& a, const auto& b) { return a.first->foundOn < b.first->foundOn; });
    return own;
}

QString stateText(const rules::ProblemStanding& standing)
{
    return standing.isOverdue ? Text::tr("%1（逾期）").arg(rules::labelOf(standing.state))
                              : rules::labelOf(standing.state);
}

KeyValues counterFacts(const Folder& folder)
{
    const auto& figures = folder.ledger.figures;
    const model::Unit& unit = folder.unit;
    return {{{Text::tr("登记号"), QString::number(unit.registrationNumber)},
             {Text::tr("统一社会信用代码"), orDash(unit.creditCode)},
             {Text::tr("业态"), orDash(model::labelOf(unit.trade))},
             {Text::tr("地址"), orDash(unit.address)},
             {Text::tr("负责人／计量管理员"), Text::tr("%1／%2").arg(orDash(unit.head), orDash(unit.manager))},
             {Text::tr("诚信计量承诺书"), pledge(folder)},
             {Text::tr("检查评分"), latestScore(folder)},
             {rules::labelOf(rules::RateKind::Verification), rateText(figures.verificationRate())},
             {rules::labelOf(rules::RateKind::Pass), rateText(figures.passRate())},
             {rules::labelOf(rules::RateKind::Validity), rateText(figures.validityRate())}}};
}

/// What asks for attention stands first.
QVector<const rules::DueLine*> pressingFirst(const rules::DueReport& ledger)
{
    QVector<const rules::DueLine*> lines;
    for (const rules::DueLine& line : ledger.lines)
        lines.append(&line);
    const auto rank = [](const rules::DueLine* line) {
        return isNotInOrder(line->status)              ? 0
               : toneOf(line->status) == Tone::Warning ? 1
               : toneOf(line->status) == Tone::Well    ? 2
                                                       : 3;
    };
    std::stable_sort(lines.begin(), lines.end(), [&rank](const auto* a, const auto* b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        const auto hasNoEnd = [](const auto* line) { return !line->validUntil.isValid(); };
        return hasNoEnd(a) != hasNoEnd(b) ? hasNoEnd(b) : a->validUntil < b->validUntil;
    });
    return lines;
}

void addCounterInstruments(Paper& paper, const Folder& folder, qsizetype most)
{
    QStringList counts;
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        if (const qint64 count = folder.ledger.figures.count(status))
            counts << Text::tr("%1 %2").arg(markedState(status)).arg(count);
    paper.blocks.append(Heading{counts.isEmpty()
                                    ? Text::tr("计量器具")
                                    : Text::tr("计量器具（台件）：%1").arg(counts.join(QStringLiteral("，")))});
    TableBlock table{{{Text::tr("器具"), 2.4},
                      {Text::tr("出厂编号"), 2},
                      {Text::tr("数量"), 0.7, Alignment::Right},
                      {Text::tr("有效期至"), 2},
                      {Text::tr("状态"), 1.5}},
                     {}};
    table.tonedColumn = 4;
    const auto lines = pressingFirst(folder.ledger);
    for (const rules::DueLine* line : lines.mid(0, most)) {
        table.rows.append({line->name, orDash(line->serial), QString::number(line->quantity), endText(*line),
                           markedState(line->status)});
        table.tones.append(toneOf(line->status));
    }
    if (most > 0 || lines.isEmpty())
        paper.blocks.append(table);
    if (lines.size() > most)
        paper.blocks.append(
            Paragraph{Text::tr("台账共 %1 行，这里列前 %2 行，余下见后。").arg(lines.size()).arg(most)});
}

void addOpenProblems(Paper& paper, const Folder& folder, qsizetype most)
{
    TableBlock table{{{Text::tr("未销号的问题"), 4}, {Text::tr("整改期限"), 1.7}, {Text::tr("状态"), 1.5}}, {}};
    table.tonedColumn = 2;
    qsizetype open = 0;
    for (const auto& [problem, standing] : problemsOf(folder)) {
        if (standing.isClosed() || ++open > most)
            continue;
        table.rows.append({problem->description, dayOrDash(standing.dueOn), stateText(standing)});
        table.tones.append(standing.isOverdue ? Tone::Fault : Tone::Warning);
    }
    paper.blocks.append(Heading{Text::tr("未销号的问题（%1 个）").arg(open)});
    if (open == 0)
        paper.blocks.append(Paragraph{Text::tr("没有未销号的问题。")});
    else if (most > 0)
        paper.blocks.append(table);
    if (open > most)
        paper.blocks.append(Paragraph{Text::tr("这里列前 %1 个，余下见后。").arg(most)});
}

/// The counter's page alone: one page whatever the lengths, with as many lines as it has room for.
Paper counterPage(Paper paper, const Folder& folder)
{
    const QVector<Block> head{counterFacts(folder)};
    CounterRows rows;
    do {
        paper.blocks = head;
        addCounterInstruments(paper, folder, rows.instruments);
        addOpenProblems(paper, folder, rows.problems);
    } while (layOut(paper).pages.size() > 1 && rows.drop());
    return paper;
}

TableBlock ledgerTable(const Folder& folder)
{
    TableBlock table{{{Text::tr("器具"), 1.9},
                      {Text::tr("型号规格"), 1.6},
                      {Text::tr("出厂编号"), 1.6},
                      {Text::tr("安装地点"), 1.5},
                      {Text::tr("数量"), 0.8, Alignment::Right},
                      {Text::tr("状态"), 1.35},
                      {Text::tr("为什么"), 4.2}},
                     {}};
    table.tonedColumn = 5;
    for (const rules::DueLine* line : pressingFirst(folder.ledger)) {
        const model::Instrument& instrument = folder.input.facts.instruments.at(line->instrumentAt);
        table.rows.append({line->name, orDash(instrument.model), orDash(line->serial), orDash(instrument.place),
                           QString::number(line->quantity), markedState(line->status),
                           rules::standingOf(folder.input.facts, folder.ledger, *line).why});
        table.tones.append(toneOf(line->status));
    }
    return table;
}

TableBlock visitTable(const Folder& folder)
{
    TableBlock table{{{Text::tr("日期"), 1.6},
                      {Text::tr("检查"), 1.1},
                      {Text::tr("得分"), 1.8},
                      {Text::tr("结论"), 1.2},
                      {Text::tr("说明"), 4.5}},
                     {}};
    for (const model::Inspection& visit : folder.input.facts.inspections) {
        if (visit.unit != folder.unit.uid)
            continue;
        const auto score = folder.own.scores.constFind(visit.uid);
        const bool isScored = score != folder.own.scores.constEnd();
        table.rows.append({paperDate(visit.on), model::labelOf(visit.kind),
                           isScored ? scoreText(*score) : QStringLiteral("—"), orDash(model::labelOf(visit.conclusion)),
                           isScored ? score->why : Text::tr("用的是另一版评分表（%1）。").arg(visit.edition)});
    }
    return table;
}

TableBlock problemTable(const Folder& folder)
{
    TableBlock table{{{Text::tr("问题"), 3},
                      {Text::tr("发现日期"), 1.5},
                      {Text::tr("整改期限"), 1.5},
                      {Text::tr("状态"), 1.2},
                      {Text::tr("说明"), 3.4}},
                     {}};
    for (const auto& [problem, standing] : problemsOf(folder))
        table.rows.append(rules::mayTellUnit(*problem)
                              ? QStringList{problem->description, paperDate(problem->foundOn),
                                            dayOrDash(standing.dueOn), stateText(standing), standing.why}
                              : QStringList{problem->description, QStringLiteral("—"), dayOrDash(standing.dueOn),
                                            stateText(standing), QString()});
    return table;
}

TableBlock trainingTable(const Folder& folder)
{
    TableBlock table{{{Text::tr("日期"), 1.5},
                      {Text::tr("培训"), 4},
                      {Text::tr("参加人"), 1.6},
                      {Text::tr("身份"), 1.4},
                      {Text::tr("到场"), 0.8}},
                     {}};
    QHash<Uid, model::Training> trainings;
    for (const model::Training& training : rules::bookOf<model::Training>(folder.input.facts))
        trainings.insert(training.uid, training);
    QVector<QPair<QDate, QStringList>> rows;
    for (const auto& one : rules::bookOf<model::TrainingAttendance>(folder.input.facts)) {
        if (one.unit != folder.unit.uid || !trainings.contains(one.training))
            continue;
        const model::Training& training = trainings[one.training];
        rows.append({training.on,
                     {dayOrDash(training.on), training.title, orDash(one.person), model::labelOf(one.role),
                      one.present ? Text::tr("到场") : Text::tr("缺席")}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& row : rows)
        table.rows.append(row.second);
    return table;
}

/// The questions of the notice, and what was found. The unit sees this paper: neither who came nor when, and not in
/// the supervisor's own words.
QString findings(const model::SupervisorReport& report)
{
    const QPair<QString, model::Finding> asked[] = {{Text::tr("承诺张贴"), report.commitment},
                                                    {Text::tr("器具检定"), report.instruments},
                                                    {Text::tr("计量作弊"), report.cheating},
                                                    {Text::tr("量足价实"), report.quantity},
                                                    {Text::tr("法定单位"), report.legalUnits}};
    QStringList said;
    for (const auto& [what, finding] : asked)
        if (finding != model::Finding::None)
            said << Text::tr("%1：%2").arg(what, model::labelOf(finding));
    return said.join(QStringLiteral("；"));
}

TableBlock supervisionTable(const Folder& folder)
{
    TableBlock table{{{Text::tr("反映的情况"), 5}, {Text::tr("处理"), 2}}, {}};
    for (const model::SupervisorReport& report : rules::bookOf<model::SupervisorReport>(folder.input.facts))
        if (report.unit == folder.unit.uid)
            table.rows.append(
                {orDash(findings(report)), report.answeredOn.isValid() ? Text::tr("已处理") : Text::tr("处理中")});
    return table;
}

void addSection(Paper& paper, const QString& title, TableBlock table, const QString& whenEmpty)
{
    paper.blocks.append(Heading{title});
    if (table.rows.isEmpty())
        paper.blocks.append(Paragraph{whenEmpty});
    else
        paper.blocks.append(std::move(table));
}

const model::Unit* unitOf(const rules::SummaryInput& input, const Uid& uid)
{
    for (const model::Unit& unit : input.facts.units)
        if (unit.uid == uid)
            return &unit;
    return nullptr;
}

} // namespace

Paper unitFolderPaper(const rules::SummaryInput& input, const UnitFolderInput& own)
{
    Paper paper = recordPaper(input, Text::tr("诚信计量一户一档"));
    const model::Unit* unit = unitOf(input, own.unit);
    if (!unit) {
        paper.blocks.append(Paragraph{Text::tr("这一天还没有登记这家单位。")});
        return paper;
    }
    rules::DueOptions options;
    options.unit = own.unit;
    options.calendar = &input.calendar;
    const Folder folder{input, own, *unit, rules::dueReport(input.facts, input.day, options),
                        rules::stepsByProblem(input.facts)};
    paper.subtitle = unit->name;
    paper.unit = unit->uid;
    paper.mark = rules::markOf(input.sheets);
    paper = counterPage(std::move(paper), folder);
    paper.blocks.append(PageBreak{});
    addSection(paper, Text::tr("一、计量器具台账"), ledgerTable(folder), Text::tr("还没有登记计量器具。"));
    addSection(paper, Text::tr("二、检查评分"), visitTable(folder), Text::tr("还没有检查。"));
    addSection(paper, Text::tr("三、问题整改"), problemTable(folder), Text::tr("没有发现过问题。"));
    addSection(paper, Text::tr("四、培训"), trainingTable(folder), Text::tr("还没有参加过培训。"));
    addSection(paper, Text::tr("五、群众监督"), supervisionTable(folder), Text::tr("没有群众监督反馈。"));
    if (own.isInPacket)
        return paper;
    paper.blocks.append(Heading{Text::tr("六、照片（%1 张）").arg(own.photographs.size())});
    if (own.photographs.isEmpty())
        paper.blocks.append(Paragraph{Text::tr("还没有照片。")});
    else
        paper.blocks.append(photographGrid(own.photographs));
    return paper;
}

} // namespace chengheng::documents
