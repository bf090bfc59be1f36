// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/dossier_records.h"
#include "model/survey_records.h"
#include "rules/dossier.h"
#include "rules/due_report.h"
#include "rules/quota.h"
#include "rules/settings.h"

#include <QCoreApplication>
#include <QSet>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnitSummaries)
};

SummaryRow rowOf(const Unit& unit, QStringList cells, bool isPressing)
{
    cells.prepend(unit.name);
    return {cells, model::kindOf<Unit>().key, unit.uid, isPressing};
}

/// Units with a fair scale in use, and those that checked it within the days set for it.
struct FairScales {
    QSet<Uid> there;
    QSet<Uid> checked;
};

FairScales fairScalesOn(const model::CampaignFacts& facts, QDate day)
{
    FairScales scales;
    for (const model::Instrument& instrument : facts.instruments)
        if (instrument.purpose == model::Purpose::FairScale && instrument.status == model::InstrumentStatus::InUse)
            scales.there.insert(instrument.unit);
    const QDate since = day.addDays(-daysOf(facts, model::SettingName::FairScaleCheck));
    for (const auto& check : bookOf<model::FairScaleCheck>(facts))
        if (check.on >= since && check.on <= day && check.result == model::VerificationResult::Passed)
            scales.checked.insert(check.unit);
    return scales;
}

/// A volunteer's visit is told without its day: the dossier is shown to the unit.
QString displayText(const std::optional<DisplaySighting>& display)
{
    if (!display)
        return Text::tr("没有记录");
    const QString state = display->isDisplayed ? Text::tr("已张贴") : Text::tr("未张贴");
    return display->source == SightingSource::Report ? state : Text::tr("%1 %2").arg(screenDate(display->on), state);
}

struct Found {
    qint64 units = 0;
    qint64 surveyed = 0;
    qint64 taken = 0;
    qint64 instruments = 0;
    qint64 area = 0;
    QHash<model::ManagementState, qint64> byState;
};

/// Each unit's latest survey; of one day the later one entered.
QHash<Uid, model::Survey> latestSurveys(const model::CampaignFacts& facts)
{
    QHash<Uid, model::Survey> latest;
    for (const model::Survey& survey : bookOf<model::Survey>(facts))
        if (const auto known = latest.constFind(survey.unit); known == latest.cend() || known->on <= survey.on)
            latest.insert(survey.unit, survey);
    return latest;
}

void addTo(Found& group, const Unit& unit, const model::Survey* survey)
{
    ++group.units;
    group.taken += model::takesPart(unit);
    if (!survey)
        return;
    ++group.surveyed;
    group.instruments += survey->instruments.value_or(0);
    group.area += survey->area.value_or(0);
    ++group.byState[survey->management];
}

/// What the surveys counted, by kind of instrument.
void addInstrumentKinds(QMap<QString, Found>& found, const model::CampaignFacts& facts,
                        const QHash<Uid, model::Survey>& surveys)
{
    QSet<Uid> latest;
    for (const model::Survey& survey : surveys)
        latest.insert(survey.uid);
    for (const auto& counted : bookOf<model::SurveyInstrument>(facts)) {
        if (!latest.contains(counted.survey))
            continue;
        Found& group = found[Text::tr("器具：%1").arg(counted.name)];
        ++group.units;
        ++group.surveyed;
        group.instruments += counted.quantity.value_or(0);
    }
}

} // namespace

Summary dossierSummary(const SummaryInput& input)
{
    const Dossiers has(input.facts, input.plan, input.day);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("业态"), Text::tr("档案"), Text::tr("缺少"),
                       Text::tr("最近见张贴")};
    qint64 complete = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        const QStringList missing = has.missingPieces(unit);
        complete += missing.isEmpty();
        summary.rows.append(rowOf(unit,
                                  {model::labelOf(unit.trade),
                                   missing.isEmpty() ? Text::tr("齐全") : Text::tr("缺 %1 项").arg(missing.size()),
                                   missing.join(Text::tr("、")), displayText(has.display(unit))},
                                  !missing.isEmpty()));
    }
    summary.sentence = Text::tr("%1 家参建单位，档案齐全 %2 家。").arg(units.size()).arg(complete);
    return summary;
}

Summary tradeCareSummary(const SummaryInput& input)
{
    const Dossiers has(input.facts, input.plan, input.day);
    const FairScales scales = fairScalesOn(input.facts, input.day);
    const DueReport due = dueReport(input.facts, input.day);
    QHash<QString, Rate> validity;
    for (const DueGroup& group : due.byTrade)
        validity.insert(group.key, group.figures.validityRate());
    Summary summary;
    summary.columns = {Text::tr("业态"),   Text::tr("单位"),       Text::tr("制度健全"),      Text::tr("有计量管理员"),
                       Text::tr("已自查"), Text::tr("器具有效率"), Text::tr("公平秤按期核查")};
    const auto units = unitsTakingPart(input.facts);
    for (const auto& word : model::wordsOf<model::Trade>()) {
        Rate rules;
        Rate managers;
        Rate selfChecks;
        Rate fairScales;
        for (const Unit& unit : units) {
            if (unit.trade != word.value)
                continue;
            const auto add = [](Rate& rate, bool isMet) { rate = {rate.num + isMet, rate.den + 1}; };
            add(rules, has.missingRules(unit).isEmpty());
            add(managers, !unit.manager.isEmpty());
            add(selfChecks, has.isSelfChecked(unit));
            if (scales.there.contains(unit.uid))
                add(fairScales, scales.checked.contains(unit.uid));
        }
        summary.rows.append(
            {{word.choice.label, QString::number(rules.den), rules.toPercent(), managers.toPercent(),
              selfChecks.toPercent(), validity.value(word.choice.key).toPercent(), fairScales.toPercent()},
             {},
             {},
             rules.num < rules.den || managers.num < managers.den || fairScales.num < fairScales.den});
    }
    summary.sentence = Text::tr("%1 个业态需要继续健全管理。").arg(summary.pressing());
    return summary;
}

Summary surveySummary(const SummaryInput& input)
{
    QMap<QString, Found> found;
    const auto surveys = latestSurveys(input.facts);
    for (const Unit& unit : input.facts.units) {
        const QString road = unit.road.isEmpty() ? Text::tr("（未填路段）") : unit.road;
        const auto survey = surveys.constFind(unit.uid);
        for (const QString& place :
             {Text::tr("业态：%1").arg(model::labelOf(unit.trade)), Text::tr("路段：%1").arg(road)})
            addTo(found[place], unit, survey == surveys.cend() ? nullptr : &*survey);
    }
    addInstrumentKinds(found, input.facts, surveys);
    Summary summary;
    summary.columns = {Text::tr("分组"),   Text::tr("登记单位"),   Text::tr("已排摸"),
                       Text::tr("已参建"), Text::tr("排摸器具数"), Text::tr("面积（平方米）")};
    for (const auto& word : model::wordsOf<model::ManagementState>())
        summary.columns << Text::tr("管理%1").arg(word.choice.label);
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        QStringList cells{it.key(),
                          QString::number(it->units),
                          QString::number(it->surveyed),
                          QString::number(it->taken),
                          QString::number(it->instruments),
                          QString::number(it->area)};
        for (const auto& word : model::wordsOf<model::ManagementState>())
            cells << QString::number(it->byState.value(word.value));
        summary.rows.append({cells, {}, {}, it->surveyed < it->units});
    }
    summary.sentence = Text::tr("登记 %1 家，已排摸 %2 家。").arg(input.facts.units.size()).arg(surveys.size());
    return summary;
}

Summary freshnessSummary(const SummaryInput& input)
{
    QHash<Uid, QDate> confirmed;
    const auto note = [&confirmed](const Uid& unit, QDate on) {
        QDate& known = confirmed[unit];
        known = known.isValid() ? qMax(known, on) : on;
    };
    for (const model::Survey& survey : bookOf<model::Survey>(input.facts))
        note(survey.unit, survey.on);
    for (const model::UnitReport& report : bookOf<model::UnitReport>(input.facts))
        note(report.unit, report.on);
    for (const model::DatedChange& change : input.facts.changes)
        if (change.subjectKind == model::kindOf<Unit>().key && change.from <= input.day)
            note(change.subject, change.from);
    const int staleAfterDays = daysOf(input.facts, model::SettingName::FactsAge);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("最近核实"), Text::tr("距今天数")};
    for (const Unit& unit : unitsTakingPart(input.facts)) {
        const QDate on = confirmed.value(unit.uid);
        const bool isStale = !on.isValid() || on.daysTo(input.day) > staleAfterDays;
        summary.rows.append(rowOf(unit,
                                  {on.isValid() ? screenDate(on) : Text::tr("没有记录"),
                                   on.isValid() ? QString::number(on.daysTo(input.day)) : QString()},
                                  isStale));
    }
    summary.sentence = Text::tr("%1 家单位的信息超过 %2 天没有核实。").arg(summary.pressing()).arg(staleAfterDays);
    return summary;
}

} // namespace chengheng::rules
