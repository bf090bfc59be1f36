// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/prefill.h"

#include "rules/metrics.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Prefill)
};

/// The sheets ask for at least two self-checks.
constexpr qint64 selfChecksAsked = 2;

using Measures = QVector<std::pair<QString, Measure>>;

/// All of an item's metrics; nothing where one cannot be answered.
std::optional<Measures> measuresOf(const SheetItem& item, const MetricQuestion& question)
{
    Measures measures;
    for (const QString& metric : item.prefill.metrics) {
        auto answered = measure(metric, question);
        if (!answered)
            return std::nullopt;
        measures.append({metric, *std::move(answered)});
    }
    return measures.isEmpty() ? std::nullopt : std::optional(std::move(measures));
}

Suggestion suggestion(const SheetItem& item, const Measures& measures)
{
    Suggestion made;
    made.answer.item = item.id;
    QStringList reasons;
    for (const auto& [metric, measured] : measures) {
        made.records += measured.records;
        reasons.append(measured.why);
    }
    made.why = Text::tr("%1。").arg(reasons.join(QStringLiteral("；")));
    return made;
}

/// The smallest of the rates; one with nothing to count stands back behind the others.
std::optional<Rate> smallestRate(const Measures& measures)
{
    std::optional<Rate> smallest;
    for (const auto& [metric, measured] : measures) {
        if (!measured.rate)
            continue;
        const Rate rate = *measured.rate;
        if (!smallest || smallest->isNothing()
            || (!rate.isNothing() && rate.num * smallest->den < smallest->num * rate.den))
            smallest = rate;
    }
    return smallest;
}

std::optional<Suggestion> ratioSuggestion(const SheetItem& item, const Measures& measures)
{
    const auto rate = smallestRate(measures);
    if (!rate || (rate->isNothing() && item.method.zeroOverZero == ZeroOverZero::Pending))
        return std::nullopt;
    Suggestion made = suggestion(item, measures);
    made.answer.ratio = rate;
    return made;
}

bool isBad(const Measure& measured)
{
    return measured.count ? *measured.count > 0 : measured.rate && measured.rate->num < measured.rate->den;
}

bool isYes(const QString& metric)
{
    return metric == QLatin1String("commit.signed") || metric == QLatin1String("commit.posted");
}

/// A fault on record fails the item; only yes/no metrics can make it pass.
std::optional<Suggestion> conditionSuggestion(const SheetItem& item, const Measures& measures)
{
    const bool anyBad = std::any_of(measures.cbegin(), measures.cend(), [](const auto& m) { return isBad(m.second); });
    const bool allYes = std::all_of(measures.cbegin(), measures.cend(), [](const auto& m) { return isYes(m.first); });
    if (!anyBad && !allYes)
        return std::nullopt;
    Suggestion made = suggestion(item, measures);
    made.answer.met = !anyBad;
    return made;
}

/// Instruments of a kind that must be there: none valid counts as the sheet says; some valid leave the
/// rest of the item (place, marking, records) to the inspector. Where the item may be not applicable, a
/// unit without any on its ledger probably has none.
std::optional<qint64> occurrencesOfMissing(const SheetItem& item, const Measure& measured)
{
    if (*measured.count > 0 || (item.isNaAllowed && measured.records.isEmpty()))
        return std::nullopt;
    return item.prefill.missingCounts;
}

bool countsWhatIsThere(const QString& metric)
{
    return metric == QLatin1String("ledger.fair_valid_count") || metric == QLatin1String("ledger.selfcheck_std_valid");
}

/// A market's operator that displays nothing counts as the sheet says, each stallholder without a
/// promise once.
std::optional<Suggestion> promiseSuggestion(const SheetItem& item, const Measures& measures,
                                            const MetricQuestion& question)
{
    const auto byRule = item.prefill.missingCounts;
    if (!byRule)
        return std::nullopt;
    const bool isMissing =
        std::any_of(measures.cbegin(), measures.cend(), [](const auto& m) { return isBad(m.second); });
    Suggestion made = suggestion(item, measures);
    qint64 without = 0;
    for (const model::Stallholder& stallholder : question.facts.stallholders)
        if (stallholder.unit == question.unit && !stallholder.hasCommitted) {
            ++without;
            made.records.append(stallholder.uid);
        }
    made.answer.occurrences = (isMissing ? *byRule : 0) + without;
    made.why.chop(1);
    made.why += Text::tr("；场内经营户未承诺的%1家。").arg(without);
    return made;
}

/// Beside other metrics, what must be there counts once where it is missing.
std::optional<qint64> occurrencesOfPart(const Measure& measured)
{
    return *measured.count > 0 ? 0 : 1;
}

/// What one measure adds to the occurrences; nothing where it says too little.
std::optional<qint64> occurrencesOf(const SheetItem& item, const QString& metric, const Measure& measured)
{
    if (countsWhatIsThere(metric))
        return item.prefill.metrics.size() > 1 ? occurrencesOfPart(measured) : occurrencesOfMissing(item, measured);
    if (metric == QLatin1String("weigh.sample_count"))
        return 0; // how many were weighed costs nothing; too few leave it open
    if (metric == QLatin1String("selfcheck.count"))
        return qMax<qint64>(selfChecksAsked - *measured.count, 0);
    if (measured.rate)
        return measured.rate->den - measured.rate->num;
    return *measured.count;
}

std::optional<Suggestion> deductSuggestion(const SheetItem& item, const Measures& measures,
                                           const MetricQuestion& question)
{
    if (isYes(measures.first().first))
        return promiseSuggestion(item, measures, question);
    qint64 sum = 0;
    bool isConclusive = true;
    for (const auto& [metric, measured] : measures) {
        const auto occurrences = occurrencesOf(item, metric, measured);
        if (!occurrences)
            return std::nullopt;
        sum += *occurrences;
        isConclusive = isConclusive && measured.isConclusive;
    }
    if (sum == 0 && !isConclusive)
        return std::nullopt;
    Suggestion made = suggestion(item, measures);
    made.answer.occurrences = sum;
    return made;
}

std::optional<Suggestion> suggest(const SheetItem& item, const MetricQuestion& question)
{
    const auto measures = measuresOf(item, question);
    if (!measures)
        return std::nullopt;
    switch (item.method.type) {
    case MethodType::Ratio:
        return ratioSuggestion(item, *measures);
    case MethodType::AllOrNothing:
        return conditionSuggestion(item, *measures);
    case MethodType::Deduct:
        return deductSuggestion(item, *measures, question);
    case MethodType::Award:
    case MethodType::Checklist:
        break;
    }
    return std::nullopt;
}

/// The records do not let it pass.
bool isAdverse(const Answer& answer)
{
    return answer.met ? !*answer.met : answer.occurrences.value_or(0) > 0;
}

bool restsOnRecord(const SheetItem& item)
{
    const QStringList& metrics = item.prefill.metrics;
    return !metrics.isEmpty() && std::all_of(metrics.cbegin(), metrics.cend(), isYes);
}

} // namespace

QVector<Suggestion> suggestAnswers(const SheetEdition& edition, const Sheet& sheet, const model::CampaignFacts& facts,
                                   const Uid& unit, QDate day, const WorkingCalendar* calendar)
{
    QVector<Suggestion> suggestions;
    for (const SheetItem& item : sheet.items)
        if (auto made = suggest(item, {facts, unit, day, item.prefill, calendar}))
            suggestions.append(*std::move(made));
    suggestions.removeIf(
        [&](const Suggestion& made) { return !checkAnswers(edition, sheet, {sheet.no, {}, {made.answer}}); });
    return suggestions;
}

QVector<HeldOpen> heldOpen(const Sheet& sheet, const QVector<Suggestion>& suggestions)
{
    QVector<HeldOpen> held;
    for (const SheetItem& item : sheet.items) {
        const auto made = std::find_if(suggestions.begin(), suggestions.end(),
                                       [&](const Suggestion& one) { return one.answer.item == item.id; });
        if (made != suggestions.end() && isAdverse(made->answer))
            held.append({item.id, made->why});
        else if (made == suggestions.end() && restsOnRecord(item))
            held.append({item.id, Text::tr("没有承诺书已张贴的记录。")});
        else if (item.method.type == MethodType::Ratio || item.method.type == MethodType::Award)
            held.append({item.id, Text::tr("要填写数值。")});
    }
    return held;
}

} // namespace chengheng::rules
