// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_papers.h"

#include "documents/ledger_words.h"
#include "rules/due_report.h"
#include "rules/problem_state.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

using rules::RateKind;
using rules::VerificationStatus;

constexpr RateKind allRates[] = {RateKind::Verification, RateKind::Pass, RateKind::Validity};

/// "118/120，98.3%"; nothing to count reads 无.
KeyValues rates(const rules::VerificationFigures& figures)
{
    KeyValues out;
    for (const RateKind kind : allRates)
        out.rows.append({rules::labelOf(kind),
                         QString(rateText(figures.rate(kind)) + QLatin1Char('\n') + rules::sentenceOf(kind, figures))});
    return out;
}

TableBlock tradeTable(const rules::DueReport& report)
{
    TableBlock table{{{Text::tr("行业"), 1.6}}, {}};
    for (const VerificationStatus status : rules::allVerificationStatuses())
        table.columns.append({rules::labelOf(status), 1, Alignment::Right});
    for (const RateKind kind : allRates)
        table.columns.append({rules::labelOf(kind), 1.7, Alignment::Right});
    const auto rowOf = [](const QString& label, const rules::VerificationFigures& figures) {
        QStringList row{label};
        for (const VerificationStatus status : rules::allVerificationStatuses())
            row << QString::number(figures.count(status));
        for (const RateKind kind : allRates)
            row << rateText(figures.rate(kind));
        return row;
    };
    for (const rules::DueGroup& group : report.byTrade)
        table.rows.append(rowOf(group.label, group.figures));
    table.totals = rowOf(Text::tr("合计"), report.figures);
    return table;
}

TableBlock faultTable(const PacketInput& input, const rules::DueReport& report)
{
    TableBlock table{{{Text::tr("单位"), 2.4},
                      {Text::tr("器具"), 1.8},
                      {Text::tr("出厂编号"), 1.5},
                      {Text::tr("数量"), 0.6, Alignment::Right},
                      {Text::tr("状态"), 1, Alignment::Centre},
                      {Text::tr("说明"), 4}},
                     {}};
    for (const rules::DueLine& line : report.lines)
        if (isNotInOrder(line.status))
            table.rows.append({line.unitName, line.name, line.serial, QString::number(line.quantity),
                               rules::labelOf(line.status), rules::standingOf(input.facts, report, line).why});
    return table;
}

TableBlock wholeLedger(const PacketInput& input, const rules::DueReport& report)
{
    TableBlock table{{{Text::tr("单位"), 2.6},
                      {Text::tr("器具"), 1.8},
                      {Text::tr("型号规格"), 1.5},
                      {Text::tr("出厂编号"), 1.5},
                      {Text::tr("数量"), 0.6, Alignment::Right},
                      {Text::tr("使用状态"), 0.9, Alignment::Centre},
                      {Text::tr("检定情况"), 1.1, Alignment::Centre},
                      {Text::tr("有效期至"), 2}},
                     {}};
    for (const rules::DueLine& line : report.lines) {
        const model::Instrument& instrument = input.facts.instruments.at(line.instrumentAt);
        table.rows.append({line.unitName, line.name, instrument.model, line.serial, QString::number(line.quantity),
                           model::labelOf(instrument.status), rules::labelOf(line.status), endText(line)});
    }
    return table;
}

QString unitNameOf(const model::CampaignFacts& facts, const Uid& unit)
{
    for (const model::Unit& one : facts.units)
        if (one.uid == unit)
            return one.name;
    return unit.isNull() ? Text::tr("组织者") : QString();
}

} // namespace

QVector<Paper> ledgerPapers(const PacketInput& input)
{
    rules::DueOptions options;
    options.calendar = &input.calendar;
    rules::DueReport report = rules::dueReport(input.facts, input.day, options);
    QHash<Uid, qint64> order;
    for (const model::Unit& unit : input.facts.units)
        order.insert(unit.uid, unit.registrationNumber);
    std::stable_sort(report.lines.begin(), report.lines.end(),
                     [&order](const auto& a, const auto& b) { return order.value(a.unit) < order.value(b.unit); });
    Paper summary = blankPaper(input, input.catalogue.titleOf(PacketPart::Ledger));
    summary.isLandscape = true;
    summary.blocks = {Heading{Text::tr("强制检定情况")}, rates(report.figures),
                      Heading{Text::tr("分行业情况（台、件）")}, tradeTable(report)};
    TableBlock faults = faultTable(input, report);
    if (faults.rows.isEmpty()) {
        summary.blocks.append(Paragraph{Text::tr("没有超周期、不合格或缺检定记录的器具。")});
    } else {
        summary.blocks.append(Heading{Text::tr("超周期、不合格和没有检定记录的器具")});
        summary.blocks.append(std::move(faults));
    }
    Paper whole = blankPaper(input, Text::tr("计量器具台账明细"));
    whole.isLandscape = true;
    whole.blocks = {wholeLedger(input, report)};
    return {summary, whole};
}

Paper problemPaper(const PacketInput& input)
{
    Paper paper = blankPaper(input, input.catalogue.titleOf(PacketPart::Problems));
    paper.isLandscape = true;
    TableBlock table{{{Text::tr("序号"), 0.5, Alignment::Right},
                      {Text::tr("单位"), 2.2},
                      {Text::tr("问题"), 3},
                      {Text::tr("发现日期"), 1.3},
                      {Text::tr("整改期限"), 1.3},
                      {Text::tr("状态"), 0.9, Alignment::Centre},
                      {Text::tr("说明"), 3.4}},
                     {}};
    const auto steps = rules::stepsByProblem(input.facts);
    for (const model::Problem& problem : input.facts.problems) {
        const auto standing = rules::problemStanding(problem, steps.value(problem.uid), input.day);
        const QString state = standing.isOverdue ? Text::tr("%1\n（逾期）").arg(rules::labelOf(standing.state))
                                                 : rules::labelOf(standing.state);
        table.rows.append({QString::number(table.rows.size() + 1), unitNameOf(input.facts, problem.unit),
                           problem.description, paperDate(problem.foundOn),
                           standing.dueOn.isValid() ? paperDate(standing.dueOn) : QStringLiteral("—"), state,
                           standing.why});
    }
    paper.blocks.append(table);
    return paper;
}

} // namespace chengheng::documents
