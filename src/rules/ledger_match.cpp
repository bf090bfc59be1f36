// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ledger_match.h"

#include "base/text.h"
#include "rules/verification.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

using model::Instrument;
using model::InstrumentFinding;
using model::ReportInstrument;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LedgerMatch)
};

// The serial number outweighs all the rest together; what the ledger says only settles a tie.
constexpr int serialWeight = 100;
constexpr int serialInTextWeight = 90;
constexpr int nearSerialWeight = 50;
constexpr int nameWeight = 20;
constexpr int placeWeight = 15;
constexpr int statusWeight = 3;
constexpr int shortestSerial = 4; ///< a shorter one is found in any text
constexpr int mostMatches = 5;

/// The words of a remark: 台秤，收银台 → 台秤 and 收银台, folded.
QStringList wordsIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\s，。、；：,.;:()（）]+"));
    QStringList words;
    for (const QString& word : text.split(between, Qt::SkipEmptyParts))
        words.append(foldName(word));
    return words;
}

bool agrees(const QString& told, const QString& known)
{
    return told.size() > 1 && known.size() > 1 && (known.contains(told) || told.contains(known));
}

bool agreesAny(const QStringList& told, const QString& known)
{
    return std::any_of(told.begin(), told.end(), [&](const QString& word) { return agrees(word, known); });
}

/// How one instrument compares with what was seen.
class Comparison
{
public:
    Comparison(const ReportInstrument& seen, const Instrument& instrument)
        : m_seen(seen), m_instrument(instrument), m_words(wordsIn(seen.description))
    {
        m_isPossible = compareSerials();
        if (!m_isPossible)
            return;
        if (agreesAny(m_words + wordsIn(seen.name), foldName(instrument.name)))
            add(nameWeight, Text::tr("名称相符"));
        if (agreesAny(m_words + wordsIn(seen.place), foldName(instrument.place)))
            add(placeWeight, Text::tr("位置相符"));
    }

    bool isPossible() const { return m_isPossible && m_weight > 0; }
    bool isSameSerial() const { return m_isSameSerial; }
    int weight() const { return m_weight; }
    QStringList parts() const { return m_parts; }

private:
    void add(int weight, const QString& part)
    {
        m_weight += weight;
        m_parts.append(part);
    }

    bool compareSerials()
    {
        const QString known = foldName(m_instrument.serial);
        const QString told = foldName(m_seen.serial);
        if (known.isEmpty())
            return true;
        m_isSameSerial = told == known;
        if (m_isSameSerial)
            add(serialWeight, Text::tr("出厂编号相同"));
        else if (told.isEmpty() && known.size() >= shortestSerial && foldName(m_seen.description).contains(known))
            add(serialInTextWeight, Text::tr("说明里写着它的出厂编号"));
        else if (told.size() >= shortestSerial && editDistance(told, known) == 1)
            add(nearSerialWeight, Text::tr("出厂编号只差一个字（台账是%1）").arg(m_instrument.serial));
        else
            return told.isEmpty();
        return true;
    }

    const ReportInstrument& m_seen;
    const Instrument& m_instrument;
    QStringList m_words;
    QStringList m_parts;
    int m_weight = 0;
    bool m_isSameSerial = false;
    bool m_isPossible = false;
};

bool isAsFound(InstrumentFinding finding, VerificationStatus status)
{
    switch (finding) {
    case InstrumentFinding::Unverified:
        return status == VerificationStatus::NeverVerified || status == VerificationStatus::Overdue;
    case InstrumentFinding::Overdue:
        return status == VerificationStatus::Overdue;
    case InstrumentFinding::SuspectedCheating:
    case InstrumentFinding::NotInLedger:
        break;
    }
    return false;
}

QString labelOf(const Instrument& instrument)
{
    QString label = instrument.name;
    if (!instrument.serial.isEmpty())
        label += QLatin1Char(' ') + instrument.serial;
    if (!instrument.nozzle.isEmpty())
        label += Text::tr(" %1号枪").arg(instrument.nozzle);
    return instrument.place.isEmpty() ? label : Text::tr("%1（%2）").arg(label, instrument.place);
}

LedgerMatch matchFrom(const Comparison& compared, const Instrument& instrument, InstrumentFinding finding,
                      VerificationStatus status)
{
    const bool isFound = isAsFound(finding, status);
    return {.instrument = instrument.uid,
            .label = labelOf(instrument),
            .why = Text::tr("%1；台账上它的状态是“%2”。")
                       .arg(compared.parts().join(QStringLiteral("、")), rules::labelOf(status)),
            .isCertain = compared.isSameSerial(),
            .weight = compared.weight() + (isFound ? statusWeight : 0)};
}

} // namespace

QVector<LedgerMatch> ledgerMatches(const ReportInstrument& seen, const Uid& unit, const model::CampaignFacts& facts,
                                   QDate day)
{
    const auto histories = historiesOn(facts, day);
    QVector<LedgerMatch> matches;
    qsizetype certain = 0;
    for (const Instrument& instrument : facts.instruments) {
        if (instrument.unit != unit)
            continue;
        const Comparison compared(seen, instrument);
        if (!compared.isPossible())
            continue;
        const auto judged = judge(instrument, histories.value(instrument.uid), day);
        matches.append(matchFrom(compared, instrument, seen.finding, judged.status));
        certain += compared.isSameSerial();
    }
    for (LedgerMatch& match : matches)
        match.isCertain = match.isCertain && certain == 1;
    std::stable_sort(matches.begin(), matches.end(),
                     [](const LedgerMatch& a, const LedgerMatch& b) { return a.weight > b.weight; });
    return matches.mid(0, mostMatches);
}

} // namespace chengheng::rules
