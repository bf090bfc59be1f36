// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/problem_suggestions.h"

#include "rules/problem_state.h"
#include "rules/settings.h"
#include "rules/verification.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProblemSuggestions)
};

constexpr qsizetype longestDescription = 500;

/// Codes of the sheets' issue list.
const QString unverified = QStringLiteral("未经检定或超期使用");
const QString failedInUse = QStringLiteral("检定不合格仍使用");
const QString other = QStringLiteral("其他");

/// Which fault a lost point stands for, by what the item is measured with; the first that fits counts.
const QVector<std::pair<QString, QString>>& faultsByMetric()
{
    static const QVector<std::pair<QString, QString>> faults{
        {QStringLiteral("ledger.seal_broken_count"), QStringLiteral("铅（签）封破损")},
        {QStringLiteral("ledger.cheat_count"), QStringLiteral("有作弊功能或破坏准确度")},
        {QStringLiteral("ledger.nonlegal_count"), QStringLiteral("淘汰或非法定单位器具")},
        {QStringLiteral("ledger.sticker_missing_count"), QStringLiteral("合格标志缺失")},
        {QStringLiteral("ledger.incomplete_count"), QStringLiteral("台账缺项或账实不符")},
        {QStringLiteral("ledger.mismatch_count"), QStringLiteral("台账缺项或账实不符")},
        {QStringLiteral("ledger.filed_rate"), QStringLiteral("未备案")},
        {QStringLiteral("ledger.fair_valid_count"), QStringLiteral("公平秤不符合")},
        {QStringLiteral("fair.log_gap_count"), QStringLiteral("公平秤不符合")},
        {QStringLiteral("ledger.validity_rate"), unverified},
        {QStringLiteral("ledger.verification_rate"), unverified},
        {QStringLiteral("ledger.overdue_count"), unverified},
        {QStringLiteral("ledger.pass_rate"), failedInUse},
        {QStringLiteral("commit."), QStringLiteral("承诺书未张贴")},
        {QStringLiteral("docs.policy_count"), QStringLiteral("制度缺失")},
        {QStringLiteral("training.unit_attended"), QStringLiteral("无计量管理人员")},
        {QStringLiteral("weigh."), QStringLiteral("商品量短缺")},
        {QStringLiteral("pack."), QStringLiteral("净含量标注不符")},
        {QStringLiteral("complaint."), QStringLiteral("投诉未按时处理")},
    };
    return faults;
}

/// Items that ask whether the ledger's instruments are valid.
bool asksForValidity(const SheetItem& item)
{
    return item.prefill.metrics.contains(QStringLiteral("ledger.validity_rate"));
}

/// Collects suggestions, one for each unit, instrument and fault code.
class Collector
{
public:
    explicit Collector(const model::Inspection& inspection) : m_inspection(inspection) {}

    void add(const SheetItem& item, const Uid& instrument, const QString& fault, model::Severity severity,
             const QString& description);
    QVector<ProblemSuggestion> take() { return std::move(m_found); }

private:
    const model::Inspection& m_inspection;
    QVector<ProblemSuggestion> m_found;
};

void Collector::add(const SheetItem& item, const Uid& instrument, const QString& fault, model::Severity severity,
                    const QString& description)
{
    auto own = std::find_if(m_found.begin(), m_found.end(), [&](const ProblemSuggestion& one) {
        return one.problem.instrument == instrument && one.problem.fault == fault;
    });
    if (own != m_found.end()) {
        if (!own->items.contains(item.id))
            own->items.append(item.id);
        own->problem.severity = std::max(own->problem.severity, severity);
        own->problem.description = QString(own->problem.description + description).left(longestDescription);
        return;
    }
    ProblemSuggestion made;
    made.problem.unit = m_inspection.unit;
    made.problem.inspection = m_inspection.uid;
    made.problem.instrument = instrument;
    made.problem.item = item.id;
    made.problem.fault = fault;
    made.problem.severity = severity;
    made.problem.foundOn = m_inspection.on;
    made.problem.source = model::ProblemSource::LostPoints;
    made.problem.description = description.left(longestDescription);
    made.items.append(item.id);
    m_found.append(made);
}

QString calledBy(const model::Instrument& instrument)
{
    return instrument.serial.isEmpty() ? instrument.name : Text::tr("%1（%2）").arg(instrument.name, instrument.serial);
}

/// One problem for each instrument of the unit that may not be used; false where there is none.
bool addInstruments(Collector& collector, const SheetItem& item, const model::CampaignFacts& facts,
                    const model::Inspection& inspection)
{
    const auto histories = historiesOn(facts, inspection.on);
    bool hasAny = false;
    for (const model::Instrument& instrument : facts.instruments) {
        if (instrument.unit != inspection.unit || !isMandatory(instrument.legalKind))
            continue;
        const auto standing = standingOf(instrument, histories.value(instrument.uid), inspection.on);
        const bool hasFailed = standing.status == VerificationStatus::Failed;
        if (!hasFailed && standing.status != VerificationStatus::Overdue
            && standing.status != VerificationStatus::NeverVerified)
            continue;
        collector.add(item, instrument.uid, hasFailed ? failedInUse : unverified, model::Severity::Serious,
                      Text::tr("%1：%2").arg(calledBy(instrument), standing.why));
        hasAny = true;
    }
    return hasAny;
}

void addItem(Collector& collector, const SheetEdition& edition, const SheetItem& item, const ItemScore& scored,
             const Score& whole)
{
    const bool isVetoed = whole.vetoes.contains(item.id);
    if (!isVetoed && (!scored.points || *scored.points >= scored.max))
        return;
    collector.add(item, {}, faultOf(edition, item), isVetoed ? model::Severity::Urgent : model::Severity::Ordinary,
                  Text::tr("评分项%1“%2”：%3").arg(item.id, item.criterion, scored.why));
}

bool isRecorded(const model::Problem& suggested, const model::CampaignFacts& facts, QDate day)
{
    const auto steps = stepsByProblem(facts);
    return std::any_of(facts.problems.cbegin(), facts.problems.cend(), [&](const model::Problem& known) {
        return known.unit == suggested.unit && known.instrument == suggested.instrument
               && known.fault == suggested.fault && !problemStanding(known, steps.value(known.uid), day).isClosed();
    });
}

void setDueDate(ProblemSuggestion& suggested, const WorkingCalendar& calendar, const model::CampaignFacts& facts)
{
    model::Problem& problem = suggested.problem;
    const int count = rectificationDays(facts, problem.severity);
    problem.dueOn = calendar.addWorkingDays(problem.foundOn, count);
    suggested.why =
        Text::tr("评分项%1扣分，问题类别“%2”，严重程度%3，给%4个工作日，整改期限%5。")
            .arg(suggested.items.join(QStringLiteral("、")), problem.fault, model::labelOf(problem.severity))
            .arg(count)
            .arg(paperDate(problem.dueOn));
    if (!calendar.covers(problem.dueOn))
        suggested.why += Text::tr("期限超出放假安排表，按周一至周五推算。");
}

} // namespace

QString faultOf(const SheetEdition& edition, const SheetItem& item)
{
    QString fault = item.prefill.fault;
    for (const auto& [metric, code] : faultsByMetric()) {
        if (!fault.isEmpty())
            break;
        const bool fits = std::any_of(item.prefill.metrics.cbegin(), item.prefill.metrics.cend(),
                                      [&](const QString& own) { return own.startsWith(metric); });
        if (fits)
            fault = code;
    }
    return edition.issueCodes.contains(fault) ? fault : other;
}

QVector<ProblemSuggestion> suggestProblems(const SheetEdition& edition, const model::Inspection& inspection,
                                           const Score& scored, const model::CampaignFacts& facts,
                                           const WorkingCalendar& calendar)
{
    const Sheet* sheet = edition.sheet(scored.sheet);
    if (!sheet)
        return {};
    Collector collector(inspection);
    for (const ItemScore& scoredItem : scored.items) {
        const SheetItem* item = sheet->item(scoredItem.item);
        if (!item || (asksForValidity(*item) && addInstruments(collector, *item, facts, inspection)))
            continue;
        addItem(collector, edition, *item, scoredItem, scored);
    }
    QVector<ProblemSuggestion> found = collector.take();
    found.removeIf([&](const ProblemSuggestion& one) { return isRecorded(one.problem, facts, inspection.on); });
    for (ProblemSuggestion& suggested : found)
        setDueDate(suggested, calendar, facts);
    return found;
}

} // namespace chengheng::rules
