// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/dossier_records.h"
#include "model/survey_records.h"
#include "model/training_records.h"
#include "rules/display.h"
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

/// What each unit has, for dossiers and the trade table: read once, asked for each unit.
class Belongings
{
public:
    explicit Belongings(const SummaryInput& input) : m_day(input.day), m_sightings(displaySightings(input.facts))
    {
        for (const model::RuleTemplate& expected : bookOf<model::RuleTemplate>(input.facts))
            m_expected[int(expected.trade)].insert(expected.name);
        for (const model::ManagementRule& rule : bookOf<model::ManagementRule>(input.facts))
            if (!rule.inForceTo.isValid() || rule.inForceTo >= m_day)
                m_rules[rule.unit].insert(rule.name);
        for (const model::Commitment& commitment : input.facts.commitments)
            m_committed.insert(commitment.unit);
        for (const model::Instrument& instrument : input.facts.instruments)
            m_withLedger.insert(instrument.unit);
        for (const model::Inspection& inspection : input.facts.inspections) {
            m_inspected.insert(inspection.unit);
            if (inspection.kind == model::InspectionKind::SelfCheck)
                m_selfChecked.insert(inspection.unit);
        }
        noteComplaintBooks(input.facts);
        noteFairScales(input.facts);
        for (const model::TrainingAttendance& attendance : bookOf<model::TrainingAttendance>(input.facts))
            if (attendance.present)
                m_trained.insert(attendance.unit);
    }

    /// Management rules that the unit's trade expects and that are not in force; any one where none is expected.
    QStringList missingRules(const Unit& unit) const
    {
        const QSet<QString> own = m_rules.value(unit.uid);
        const QSet<QString> expected = m_expected.value(int(unit.trade));
        if (expected.isEmpty())
            return own.isEmpty() ? QStringList{Text::tr("计量管理制度")} : QStringList();
        QStringList missing = QSet<QString>(expected).subtract(own).values();
        missing.sort();
        return missing;
    }
    bool hasCommitted(const Unit& unit) const { return m_committed.contains(unit.uid); }
    bool hasLedger(const Unit& unit) const { return m_withLedger.contains(unit.uid); }
    bool isSelfChecked(const Unit& unit) const { return m_selfChecked.contains(unit.uid); }
    bool isInspected(const Unit& unit) const { return m_inspected.contains(unit.uid); }
    bool isTrained(const Unit& unit) const { return m_trained.contains(unit.uid); }
    /// What was seen last of the letter on the wall.
    std::optional<DisplaySighting> display(const Unit& unit) const { return lastSighting(m_sightings.value(unit.uid), m_day); }
    /// UNIT-1: found missing the last time an inspection asked for it.
    bool lacksComplaintBook(const Unit& unit) const { return m_complaintBooks.value(unit.uid, true) == false; }
    bool hasFairScale(const Unit& unit) const { return m_withFairScale.contains(unit.uid); }
    bool isFairScaleChecked(const Unit& unit) const { return m_fairScaleChecked.contains(unit.uid); }

private:
    void noteComplaintBooks(const model::CampaignFacts& facts)
    {
        QHash<Uid, QDate> last;
        for (const model::Inspection& visit : facts.inspections) {
            if (visit.complaintBook == model::Presence::Unknown || (last.contains(visit.unit) && visit.on < last.value(visit.unit)))
                continue;
            last.insert(visit.unit, visit.on);
            m_complaintBooks.insert(visit.unit, visit.complaintBook == model::Presence::Present);
        }
    }

    void noteFairScales(const model::CampaignFacts& facts)
    {
        for (const model::Instrument& instrument : facts.instruments)
            if (instrument.purpose == model::Purpose::FairScale && instrument.status == model::InstrumentStatus::InUse)
                m_withFairScale.insert(instrument.unit);
        const QDate since = m_day.addDays(-daysOf(facts, model::SettingName::FairScaleCheck));
        for (const auto& check : bookOf<model::FairScaleCheck>(facts))
            if (check.on >= since && check.on <= m_day && check.result == model::VerificationResult::Passed)
                m_fairScaleChecked.insert(check.unit);
    }

    QDate m_day;
    QHash<int, QSet<QString>> m_expected;
    QHash<Uid, QSet<QString>> m_rules;
    QSet<Uid> m_committed;
    QSet<Uid> m_withLedger;
    QSet<Uid> m_inspected;
    QSet<Uid> m_selfChecked;
    QSet<Uid> m_trained;
    QHash<Uid, QVector<DisplaySighting>> m_sightings;
    QHash<Uid, bool> m_complaintBooks;
    QSet<Uid> m_withFairScale;
    QSet<Uid> m_fairScaleChecked;
};

QStringList missingPieces(const Unit& unit, const Belongings& has)
{
    QStringList missing;
    const auto need = [&missing](bool isThere, const QString& piece) {
        if (!isThere)
            missing << piece;
    };
    need(!unit.manager.isEmpty(), Text::tr("计量管理员"));
    need(has.hasCommitted(unit), Text::tr("承诺书"));
    need(has.hasLedger(unit), Text::tr("计量器具台账"));
    missing += has.missingRules(unit);
    need(has.isTrained(unit), Text::tr("培训记录"));
    need(has.isSelfChecked(unit), Text::tr("自查记录"));
    need(has.isInspected(unit), Text::tr("检查记录"));
    const auto display = has.display(unit);
    need(display && display->isDisplayed, Text::tr("承诺书张贴"));
    need(!has.lacksComplaintBook(unit), Text::tr("投诉与复秤登记"));
    need(!unit.isBenchmark || !unit.benchmarkReason.isEmpty(), Text::tr("标杆理由"));
    return missing;
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
};

/// What the surveys counted, by kind of instrument.
void addInstrumentKinds(QMap<QString, Found>& found, const model::CampaignFacts& facts)
{
    for (const auto& counted : bookOf<model::SurveyInstrument>(facts)) {
        Found& group = found[Text::tr("器具：%1").arg(counted.name)];
        ++group.units;
        ++group.surveyed;
        group.instruments += counted.quantity.value_or(0);
    }
}

} // namespace

Summary dossierSummary(const SummaryInput& input)
{
    const Belongings has(input);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("业态"), Text::tr("档案"), Text::tr("缺少"), Text::tr("最近见张贴")};
    qint64 complete = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        const QStringList missing = missingPieces(unit, has);
        complete += missing.isEmpty();
        summary.rows.append(rowOf(unit,
                                  {model::labelOf(unit.trade), missing.isEmpty() ? Text::tr("齐全") : Text::tr("缺 %1 项").arg(missing.size()),
                                   missing.join(Text::tr("、")), displayText(has.display(unit))},
                                  !missing.isEmpty()));
    }
    summary.sentence = Text::tr("%1 家参建单位，档案齐全 %2 家。").arg(units.size()).arg(complete);
    return summary;
}

Summary tradeCareSummary(const SummaryInput& input)
{
    const Belongings has(input);
    const DueReport due = dueReport(input.facts, input.day);
    QHash<QString, Rate> validity;
    for (const DueGroup& group : due.byTrade)
        validity.insert(group.key, group.figures.validityRate());
    Summary summary;
    summary.columns = {Text::tr("业态"), Text::tr("单位"), Text::tr("制度健全"), Text::tr("有计量管理员"),
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
            if (has.hasFairScale(unit))
                add(fairScales, has.isFairScaleChecked(unit));
        }
        summary.rows.append({{word.choice.label, QString::number(rules.den), rules.toPercent(), managers.toPercent(),
                              selfChecks.toPercent(), validity.value(word.choice.key).toPercent(), fairScales.toPercent()},
                             {}, {}, rules.num < rules.den || managers.num < managers.den || fairScales.num < fairScales.den});
    }
    summary.sentence = Text::tr("%1 个业态需要继续健全管理。").arg(summary.pressing());
    return summary;
}

Summary surveySummary(const SummaryInput& input)
{
    QMap<QString, Found> found;
    QHash<Uid, qint64> instruments;
    for (const model::Survey& survey : bookOf<model::Survey>(input.facts))
        instruments[survey.unit] = survey.instruments.value_or(0);
    for (const Unit& unit : input.facts.units) {
        const QString road = unit.road.isEmpty() ? Text::tr("（未填路段）") : unit.road;
        for (const QString& place : {Text::tr("业态：%1").arg(model::labelOf(unit.trade)), Text::tr("路段：%1").arg(road)}) {
            Found& group = found[place];
            ++group.units;
            group.surveyed += instruments.contains(unit.uid);
            group.taken += model::takesPart(unit);
            group.instruments += instruments.value(unit.uid);
        }
    }
    addInstrumentKinds(found, input.facts);
    Summary summary;
    summary.columns = {Text::tr("分组"), Text::tr("登记单位"), Text::tr("已排摸"), Text::tr("已参建"), Text::tr("排摸器具数")};
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        summary.rows.append({{it.key(), QString::number(it->units), QString::number(it->surveyed), QString::number(it->taken),
                              QString::number(it->instruments)},
                             {}, {}, it->surveyed < it->units});
    summary.sentence = Text::tr("登记 %1 家，已排摸 %2 家。").arg(input.facts.units.size()).arg(instruments.size());
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
