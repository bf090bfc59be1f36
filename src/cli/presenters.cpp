// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/presenters.h"

#include "base/dates.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Presenters)
};

QJsonValue dateOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue pointsOrNull(const std::optional<Points>& points)
{
    return points ? QJsonValue(points->toString()) : QJsonValue();
}

template <class T, class Present>
QJsonArray arrayOf(const QVector<T>& items, Present present)
{
    QJsonArray array;
    for (const T& item : items)
        array.append(present(item));
    return array;
}

QJsonArray uidsJson(const QVector<Uid>& uids)
{
    return arrayOf(uids, [](const Uid& uid) { return uid.toString(); });
}

void addRates(QJsonObject& json, const rules::VerificationFigures& figures)
{
    json.insert(QStringLiteral("verification_rate"), rateJson(figures.verificationRate()));
    json.insert(QStringLiteral("pass_rate"), rateJson(figures.passRate()));
    json.insert(QStringLiteral("validity_rate"), rateJson(figures.validityRate()));
}

QStringList rateLines(const rules::VerificationFigures& figures)
{
    return {rules::sentenceOf(rules::RateKind::Verification, figures),
            rules::sentenceOf(rules::RateKind::Pass, figures), rules::sentenceOf(rules::RateKind::Validity, figures)};
}

QJsonObject milestoneJson(const rules::MilestoneStanding& milestone)
{
    return {{QStringLiteral("key"), milestone.key},
            {QStringLiteral("title"), milestone.title},
            {QStringLiteral("state"), rules::keyOf(milestone.state)},
            {QStringLiteral("late"), milestone.isLate},
            {QStringLiteral("entered_later"), milestone.isEnteredLater},
            {QStringLiteral("done_on"), dateOrNull(milestone.doneOn)},
            {QStringLiteral("why"), milestone.why}};
}

} // namespace

QJsonObject rateJson(const Rate& rate)
{
    return {{QStringLiteral("num"), rate.num}, {QStringLiteral("den"), rate.den}};
}

QJsonObject scoreJson(const rules::Score& score)
{
    const QJsonValue range =
        score.range ? QJsonValue(QJsonArray{score.range->low.toString(), score.range->high.toString()}) : QJsonValue();
    return {{QStringLiteral("sheet"), score.sheet},
            {QStringLiteral("edition"), score.edition},
            {QStringLiteral("complete"), score.complete},
            {QStringLiteral("earned"), score.earned.toString()},
            {QStringLiteral("applicable"), score.applicable.toString()},
            {QStringLiteral("score"), pointsOrNull(score.score)},
            {QStringLiteral("range"), range},
            {QStringLiteral("grade"), textOrNull(score.grade)},
            {QStringLiteral("vetoes"), QJsonArray::fromStringList(score.vetoes)},
            {QStringLiteral("held_back"), textOrNull(score.heldBack)},
            {QStringLiteral("items"), arrayOf(score.items, [](const rules::ItemScore& item) {
                 return QJsonObject{{QStringLiteral("item"), item.item},
                                    {QStringLiteral("points"), pointsOrNull(item.points)},
                                    {QStringLiteral("max"), item.max.toString()},
                                    {QStringLiteral("na"), item.isNotApplicable},
                                    {QStringLiteral("why"), item.why}};
             })}};
}

QJsonObject ledgerJson(const services::LedgerView& view)
{
    QJsonObject counts;
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        counts.insert(rules::keyOf(status), view.report.figures.count(status));
    QJsonObject json{{QStringLiteral("as_of"), view.report.day.toString(Qt::ISODate)},
                     {QStringLiteral("counts"), counts},
                     {QStringLiteral("put_out_of_use"), view.report.figures.putOutOfUse}};
    addRates(json, view.report.figures);
    QJsonArray instruments;
    for (const qint32 place : view.report.listed) {
        const rules::DueLine& line = view.report.lines[place];
        const rules::InstrumentStanding standing = rules::standingOf(view.facts, view.report, line);
        instruments.append(QJsonObject{{QStringLiteral("uid"), line.uid.toString()},
                                       {QStringLiteral("unit"), line.unitName},
                                       {QStringLiteral("name"), line.name},
                                       {QStringLiteral("serial"), line.serial},
                                       {QStringLiteral("quantity"), line.quantity},
                                       {QStringLiteral("status"), rules::keyOf(line.status)},
                                       {QStringLiteral("valid_until"), dateOrNull(line.validUntil)},
                                       {QStringLiteral("book_by"), dateOrNull(line.bookBy)},
                                       {QStringLiteral("why"), standing.why},
                                       {QStringLiteral("notes"), QJsonArray::fromStringList(standing.notes)}});
    }
    json.insert(QStringLiteral("instruments"), instruments);
    return json;
}

QJsonObject statusJson(const rules::Status& status)
{
    QJsonObject json{
        {QStringLiteral("as_of"), status.day.toString(Qt::ISODate)},
        {QStringLiteral("quotas"), arrayOf(status.quotas,
                                           [](const rules::QuotaStanding& quota) {
                                               return QJsonObject{{QStringLiteral("trade"), model::keyOf(quota.trade)},
                                                                  {QStringLiteral("planned"), quota.planned},
                                                                  {QStringLiteral("registered"), quota.registered}};
                                           })},
        {QStringLiteral("roads"), arrayOf(status.roads,
                                          [](const rules::RoadStanding& road) {
                                              return QJsonObject{{QStringLiteral("road"), road.road},
                                                                 {QStringLiteral("key"), road.isKeyRoad},
                                                                 {QStringLiteral("units"), road.units.size()}};
                                          })},
        {QStringLiteral("phases"),
         arrayOf(status.phases,
                 [](const rules::PhaseStanding& phase) {
                     return QJsonObject{{QStringLiteral("key"), phase.key},
                                        {QStringLiteral("title"), phase.title},
                                        {QStringLiteral("from"), phase.from.toString(Qt::ISODate)},
                                        {QStringLiteral("to"), phase.to.toString(Qt::ISODate)},
                                        {QStringLiteral("milestones"), arrayOf(phase.milestones, milestoneJson)}};
                 })},
        {QStringLiteral("problems"), QJsonObject{{QStringLiteral("open"), status.openProblems.size()},
                                                 {QStringLiteral("overdue"), status.overdueProblems.size()}}},
        {QStringLiteral("inspections"),
         QJsonObject{{QStringLiteral("scored"), status.scoredUnits.size()}, {QStringLiteral("units"), status.units}}},
        {QStringLiteral("commitments"), QJsonObject{{QStringLiteral("signed"), status.committedUnits.size()},
                                                    {QStringLiteral("displayed"), status.displayingUnits.size()},
                                                    {QStringLiteral("units"), status.units}}}};
    addRates(json, status.verification);
    return json;
}

QJsonObject drawJson(const rules::DrawResult& draw)
{
    const auto unitJson = [](const rules::UnitStanding& unit) {
        return QJsonObject{{QStringLiteral("uid"), unit.uid.toString()},
                           {QStringLiteral("name"), unit.name},
                           {QStringLiteral("trade"), model::keyOf(unit.trade)},
                           {QStringLiteral("fails"), unit.fails},
                           {QStringLiteral("reasons"), QJsonArray::fromStringList(unit.reasons)}};
    };
    return {{QStringLiteral("seed"), draw.seed},
            {QStringLiteral("count"), draw.count},
            {QStringLiteral("stratified"), draw.isStratified},
            {QStringLiteral("units"), arrayOf(draw.units, unitJson)},
            {QStringLiteral("failing"), draw.failing.size()},
            {QStringLiteral("failing_units"), arrayOf(draw.failing, unitJson)},
            {QStringLiteral("chance"), QJsonObject{{QStringLiteral("fraction"), draw.chance.fraction},
                                                   {QStringLiteral("decimal"), draw.chance.decimal}}}};
}

QJsonObject quietVisitsJson(const rules::QuietVisits& list)
{
    return {{QStringLiteral("seed"), list.seed},
            {QStringLiteral("count"), list.visits.size()},
            {QStringLiteral("visits"), arrayOf(list.visits, [](const rules::QuietVisit& visit) {
                 return QJsonObject{{QStringLiteral("uid"), visit.unit.toString()},
                                    {QStringLiteral("name"), visit.name},
                                    {QStringLiteral("trade"), model::keyOf(visit.trade)},
                                    {QStringLiteral("road"), visit.road},
                                    {QStringLiteral("supervisor"), visit.supervisor},
                                    {QStringLiteral("last_on"), visit.lastOn.toString(Qt::ISODate)}};
             })}};
}

QJsonObject readinessJson(const services::ReadinessReport& report)
{
    return {{QStringLiteral("on"), report.readiness.on.toString(Qt::ISODate)},
            {QStringLiteral("risks"),
             arrayOf(report.readiness.risks,
                     [](const rules::Risk& risk) {
                         return QJsonObject{{QStringLiteral("kind"), rules::keyOf(risk.kind)},
                                            {QStringLiteral("count"), risk.count},
                                            {QStringLiteral("start_by"), dateOrNull(risk.startBy)},
                                            {QStringLiteral("why"), risk.why},
                                            {QStringLiteral("records"), uidsJson(risk.records)},
                                            {QStringLiteral("papers"), QJsonArray::fromStringList(risk.papers)}};
                     })},
            {QStringLiteral("draw"), drawJson(report.draw)}};
}

QJsonArray gapsJson(const QVector<services::Gap>& gaps)
{
    return arrayOf(gaps, [](const services::Gap& gap) {
        return QJsonObject{{QStringLiteral("paper"), gap.paper},
                           {QStringLiteral("state"), gap.state},
                           {QStringLiteral("why"), gap.why},
                           {QStringLiteral("id"), gap.id},
                           {QStringLiteral("page"), gap.page},
                           {QStringLiteral("record"), gap.record.isNull() ? QString() : gap.record.toString()}};
    });
}

QJsonArray packetPapersJson(const QVector<services::PacketPaper>& papers)
{
    return arrayOf(papers, [](const services::PacketPaper& paper) {
        return QJsonObject{{QStringLiteral("id"), paper.id},
                           {QStringLiteral("title"), paper.title},
                           {QStringLiteral("part"), paper.chapter},
                           {QStringLiteral("file"), paper.file},
                           {QStringLiteral("state"), paper.state},
                           {QStringLiteral("why"), paper.why},
                           {QStringLiteral("first_page"), paper.firstPage},
                           {QStringLiteral("pages"), paper.pages}};
    });
}

QJsonObject verifyJson(const services::VerifyReport& report)
{
    return {{QStringLiteral("ok"), report.isOk},
            {QStringLiteral("manifest_sha256"), report.manifestSha256},
            {QStringLiteral("head"), report.head},
            {QStringLiteral("entries"), report.entries},
            {QStringLiteral("breaks"), arrayOf(report.breaks, [](const services::Break& found) {
                 return QJsonObject{{QStringLiteral("what"), found.what},
                                    {QStringLiteral("seq"), found.seq},
                                    {QStringLiteral("why"), found.why}};
             })}};
}

QString scoreText(const rules::Score& score)
{
    QStringList lines;
    for (const rules::ItemScore& item : score.items)
        lines << QStringLiteral("%1  %2").arg(item.item, item.why);
    lines << score.why;
    if (!score.heldBack.isEmpty())
        lines << score.heldBack;
    return lines.join(QLatin1Char('\n'));
}

QString ledgerText(const services::LedgerView& view)
{
    QStringList lines;
    for (const qint32 place : view.report.listed) {
        const rules::DueLine& line = view.report.lines[place];
        lines << Text::tr("%1  %2  %3  %4：%5")
                     .arg(line.unitName, line.name, line.serial, rules::labelOf(line.status),
                          rules::standingOf(view.facts, view.report, line).why);
    }
    QStringList counts;
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        counts << QStringLiteral("%1 %2").arg(rules::labelOf(status)).arg(view.report.figures.count(status));
    lines << Text::tr("数据截至 %1：%2").arg(screenDate(view.report.day), counts.join(QStringLiteral("，")));
    lines << rateLines(view.report.figures);
    return lines.join(QLatin1Char('\n'));
}

QString statusText(const rules::Status& status)
{
    QStringList lines{Text::tr("数据截至 %1").arg(screenDate(status.day))};
    for (const rules::QuotaStanding& quota : status.quotas)
        lines << Text::tr("%1：计划 %2 家，已登记 %3 家")
                     .arg(model::labelOf(quota.trade))
                     .arg(quota.planned)
                     .arg(quota.registered);
    lines << rateLines(status.verification);
    lines << Text::tr("已评分 %1 家，共 %2 家；未销号问题 %3 个，其中逾期 %4 个")
                 .arg(status.scoredUnits.size())
                 .arg(status.units)
                 .arg(status.openProblems.size())
                 .arg(status.overdueProblems.size());
    for (const rules::PhaseStanding& phase : status.phases) {
        lines << Text::tr("%1（%2 至 %3）").arg(phase.title, screenDate(phase.from), screenDate(phase.to));
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            lines
                << QStringLiteral("  [%1] %2：%3").arg(rules::labelOf(milestone.state), milestone.title, milestone.why);
    }
    return lines.join(QLatin1Char('\n'));
}

QString drawText(const rules::DrawResult& draw)
{
    QStringList lines;
    for (const rules::UnitStanding& unit : draw.units)
        lines << (unit.fails ? Text::tr("%1（%2）：%3")
                                   .arg(unit.name, model::labelOf(unit.trade), unit.reasons.join(QLatin1String(" ")))
                             : Text::tr("%1（%2）").arg(unit.name, model::labelOf(unit.trade)));
    lines << draw.why;
    return lines.join(QLatin1Char('\n'));
}

QString quietVisitsText(const rules::QuietVisits& list)
{
    QStringList lines;
    for (const rules::QuietVisit& visit : list.visits)
        lines << Text::tr("%1（%2）：%3")
                     .arg(visit.name, model::labelOf(visit.trade),
                          visit.supervisor.isEmpty() ? Text::tr("没有人包干") : visit.supervisor);
    lines << list.why;
    return lines.join(QLatin1Char('\n'));
}

} // namespace chengheng::cli
