// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "support/support.h"

namespace chengheng::test {

/// A uid that reads well in a failing test: named("i7").
inline Uid named(const char* text)
{
    return Uid(QString::fromLatin1(text));
}

inline Uid numbered(const char* prefix, qint64 number)
{
    return Uid(QLatin1String(prefix) + QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0')));
}

inline model::Unit unitOf(Uid uid, model::Trade trade)
{
    model::Unit unit;
    unit.uid = std::move(uid);
    unit.name = QStringLiteral("示例单位") + unit.uid.toString();
    unit.trade = trade;
    return unit;
}

inline model::Instrument instrumentOf(Uid uid, Uid unit)
{
    model::Instrument instrument;
    instrument.uid = std::move(uid);
    instrument.unit = std::move(unit);
    instrument.name = QStringLiteral("电子计价秤");
    instrument.serial = QStringLiteral("S-") + instrument.uid.toString();
    instrument.cycleMonths = 12;
    return instrument;
}

inline model::Verification verificationOf(const Uid& instrument, QDate on,
                                          model::VerificationResult result = model::VerificationResult::Passed,
                                          QDate printedEnd = {})
{
    model::Verification verification;
    verification.instrument = instrument;
    verification.verifiedOn = on;
    verification.validUntil = printedEnd;
    verification.result = result;
    return verification;
}

/// An office that counts so many days from a day on.
inline void setDays(model::CampaignFacts& facts, model::SettingName name, qint64 days, QDate from = QDate(2024, 1, 1))
{
    model::Setting setting;
    setting.uid = named("setting");
    setting.name = name;
    setting.days = days;
    setting.from = from;
    facts.books[model::kindOf<model::Setting>().key].append(model::toRecord(setting));
}

inline model::DatedChange changeOf(const char* kind, const Uid& subject, const char* field, QDate from,
                                   const char* word, const QString& reason = {})
{
    model::DatedChange change;
    change.subjectKind = QString::fromLatin1(kind);
    change.subject = subject;
    change.field = QString::fromLatin1(field);
    change.from = from;
    change.value = QLatin1Char('"') + QString::fromLatin1(word) + QLatin1Char('"');
    change.reason = reason;
    return change;
}

inline model::Inspection inspectionOf(const Uid& unit, model::InspectionKind kind, QDate on)
{
    model::Inspection inspection;
    inspection.uid = Uid(QStringLiteral("inspection-") + unit.toString() + QLatin1Char('-') + screenDate(on));
    inspection.unit = unit;
    inspection.kind = kind;
    inspection.on = on;
    inspection.inspectors = QStringLiteral("王一、李二");
    return inspection;
}

inline model::ProblemStep stepOf(const Uid& problem, model::StepKind kind, QDate on, const char* persons,
                                 const char* evidence = "", QDate newDueOn = {})
{
    model::ProblemStep step;
    step.problem = problem;
    step.kind = kind;
    step.on = on;
    step.persons = QString::fromUtf8(persons);
    step.evidence = QString::fromUtf8(evidence);
    step.newDueOn = newDueOn;
    return step;
}

} // namespace chengheng::test
