// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/carry_over.h"

#include "model/closing_records.h"
#include "model/dossier_records.h"
#include "model/office_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "rules/campaign_figures.h"
#include "rules/problem_state.h"
#include "rules/summary.h"
#include "rules/verification.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>
#include <QFile>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CarryOver)
};

/// Copies records into the new campaign; a reference to what did not come over is left blank, and a record
/// that needs it stays behind.
class Carrier
{
public:
    explicit Carrier(storage::Intent& intent) : m_intent(intent) {}

    /// The new campaign has organisations of its own: the same name is the same organisation.
    Result<void> matchOrganisations(const QVector<model::Organisation>& old)
    {
        const auto rows = m_intent.list(model::kindOf<model::Organisation>());
        if (!rows)
            return fail(rows.error());
        for (const model::Record& row : *rows)
            for (const model::Organisation& organisation : old)
                if (organisation.name == row.name())
                    m_carried.insert(organisation.uid.toString(), row.uid.toString());
        return {};
    }

    template <class R>
    Result<qint64> carry(const QVector<R>& typed, const std::function<bool(const R&)>& isWanted)
    {
        qint64 count = 0;
        for (const R& one : typed) {
            if (!isWanted(one))
                continue;
            const auto carried = carryRecord(model::toRecord(one));
            if (!carried)
                return fail(carried.error());
            count += *carried;
        }
        return count;
    }

private:
    Result<bool> carryRecord(model::Record record)
    {
        for (qsizetype i = 0; i < record.values.size(); ++i) {
            const model::Field& field = record.kind->fields[i];
            if (field.type != model::FieldType::Reference || model::isEmpty(record.values[i]))
                continue;
            const QString now = m_carried.value(model::textOf(record.values[i]));
            if (now.isEmpty() && field.isRequired)
                return false;
            record.values[i] = now.isEmpty() ? model::Value() : model::Value(now);
        }
        record.version = 0;
        if (auto added = m_intent.insert(record); !added)
            return fail(added.error());
        m_carried.insert(record.uid.toString(), record.uid.toString());
        return true;
    }

    storage::Intent& m_intent;
    QHash<QString, QString> m_carried; ///< uid then → uid now
};

bool isOver(QDate end, QDate day)
{
    return end.isValid() && end < day;
}

/// The new campaign knows which one it follows.
Result<void> nameThePredecessor(storage::Intent& intent, const model::Campaign& old)
{
    const auto rows = intent.list(model::kindOf<model::Campaign>());
    if (!rows)
        return fail(rows.error());
    auto campaign = model::fromRecord<model::Campaign>(rows->first());
    campaign.predecessor = old.title;
    campaign.predecessorOn = old.to;
    return intent.update(model::toRecord(campaign));
}

Result<CarriedOver> carryFacts(storage::Intent& intent, const model::CampaignFacts& facts, QDate day)
{
    Carrier carrier(intent);
    if (auto matched = carrier.matchOrganisations(facts.organisations); !matched)
        return fail(matched.error());
    const auto histories = rules::historiesOn(facts, day);
    const auto steps = rules::stepsByProblem(facts);
    CarriedOver carried;
    std::optional<Error> error;
    const auto take = [&error](const Result<qint64>& count) {
        if (!count && !error)
            error = count.error();
        return count.value_or(0);
    };
    carried.units = take(carrier.carry<model::Unit>(
        facts.units, [](const auto& unit) { return unit.participation == model::Participation::Participating; }));
    take(carrier.carry<model::Stallholder>(facts.stallholders, [](const auto&) { return true; }));
    carried.instruments = take(carrier.carry<model::Instrument>(
        facts.instruments, [](const auto& one) { return one.status != model::InstrumentStatus::Scrapped; }));
    take(carrier.carry<model::Verification>(
        facts.verifications, [&](const auto& one) { return histories.value(one.instrument).latest == &one; }));
    take(carrier.carry<model::InstrumentEvent>(rules::bookOf<model::InstrumentEvent>(facts),
                                               [](const auto&) { return true; }));
    take(carrier.carry<model::Setting>(rules::bookOf<model::Setting>(facts), [](const auto&) { return true; }));
    take(carrier.carry<model::Liaison>(rules::bookOf<model::Liaison>(facts),
                                       [&](const auto& one) { return !isOver(one.to, day); }));
    take(carrier.carry<model::RuleTemplate>(rules::bookOf<model::RuleTemplate>(facts),
                                            [](const auto&) { return true; }));
    take(carrier.carry<model::ManagementRule>(rules::bookOf<model::ManagementRule>(facts),
                                              [&](const auto& one) { return !isOver(one.inForceTo, day); }));
    carried.supervisors =
        take(carrier.carry<model::Supervisor>(rules::bookOf<model::Supervisor>(facts), [&](const auto& one) {
            return !isOver(one.termTo, day) && !isOver(one.endedOn, day);
        }));
    carried.openProblems = take(carrier.carry<model::Problem>(facts.problems, [&](const auto& problem) {
        return !rules::problemStanding(problem, steps.value(problem.uid), day).isClosed();
    }));
    carried.lessons = take(
        carrier.carry<model::Experience>(rules::bookOf<model::Experience>(facts), [](const auto&) { return true; }));
    if (error)
        return fail(*error);
    return carried;
}

/// Figures worth laying beside the next round's: those of state and ledger, and what some registers hold.
bool isWorthComparing(const rules::CampaignFigure& figure)
{
    static const QStringList registers{
        QStringLiteral("register:training"),          QStringLiteral("register:activity"),
        QStringLiteral("register:media_item"),        QStringLiteral("register:inspection"),
        QStringLiteral("register:supervisor_report"), QStringLiteral("register:complaint"),
        QStringLiteral("register:enforcement_case")};
    return !figure.key.startsWith(QLatin1String("register:")) || registers.contains(figure.key);
}

/// Today's figures of the round that ends.
Result<void> keepFigures(storage::Intent& intent, const rules::SummaryInput& input)
{
    for (const rules::CampaignFigure& figure : rules::campaignFigures(input)) {
        if (!isWorthComparing(figure))
            continue;
        model::PastFigure past;
        past.title = figure.label;
        past.value = figure.text();
        past.on = input.day;
        if (auto added = intent.insert(model::toRecord(past)); !added)
            return fail(added.error());
    }
    return {};
}

/// Writes the closing mark; from then on nothing else can be written.
Result<void> closeCampaign(Workspace& workspace, const QString& successor)
{
    const auto seq = runIntent(workspace, QStringLiteral("campaign.close"), Uid::create(),
                               [&](storage::Intent& intent) -> Result<void> {
                                   const auto rows = intent.list(model::kindOf<model::Campaign>());
                                   if (!rows)
                                       return fail(rows.error());
                                   auto campaign = model::fromRecord<model::Campaign>(rows->first());
                                   campaign.successor = successor;
                                   campaign.closedOn = workspace.clock().today();
                                   return intent.update(model::toRecord(campaign));
                               });
    if (!seq)
        return fail(seq.error());
    return readClosing(workspace.data());
}

/// Why the old campaign stays as it is: none where it has been closed.
QString closeOld(Workspace& from, const Workspace& into)
{
    if (!from.closedSentence().isEmpty())
        return {};
    if (from.isReadOnly())
        return Text::tr("上一轮的文件是只读的，没有写上结束标记；请不要再在里面登记。");
    const auto closed = closeCampaign(from, into.plan().title);
    return closed ? QString() : Text::tr("上一轮没有写上结束标记：%1").arg(closed.error().message);
}

} // namespace

Result<CarriedOver> carryOver(Workspace& from, Workspace& into, const Progress& progress)
{
    constexpr int steps = 3;
    const auto isGoingOn = [&](const QString& doing, int done) { return !progress || progress(doing, done, steps); };
    if (!isGoingOn(Text::tr("正在读取上一轮"), 0))
        return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消接续上一轮。"));
    if (auto allowed = checkRight(into.actor(), Deed::Write, model::kindOf<model::Campaign>()); !allowed)
        return fail(allowed.error());
    const QDate day = into.clock().today();
    const auto facts = from.factsOn(day);
    if (!facts)
        return fail(facts.error());
    const model::CampaignFacts& today = *facts;
    if (!isGoingOn(Text::tr("正在带入单位、台账和未销号问题"), 1))
        return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消接续上一轮。"));
    CarriedOver carried;
    const auto seq = runIntent(
        into, QStringLiteral("campaign.carry_over"), Uid::create(), [&](storage::Intent& intent) -> Result<void> {
            const auto there = intent.count(model::kindOf<model::Unit>(), {});
            if (!there)
                return fail(there.error());
            if (*there > 0)
                return fail(ErrorKind::Conflict, "not_empty",
                            Text::tr("这个创建活动里已经有参建单位，只有刚新建的活动才能接续上一轮。"));
            if (auto named = nameThePredecessor(intent, today.campaign); !named)
                return named;
            auto done = carryFacts(intent, today, day);
            if (!done)
                return fail(done.error());
            carried = *done;
            return keepFigures(intent, {today, from.plan(), from.sheets(), from.calendar(), day});
        });
    if (!seq)
        return fail(seq.error());
    isGoingOn(Text::tr("正在结束上一轮"), 2); // too late to stop
    carried.notClosed = closeOld(from, into);
    return carried;
}

namespace {

/// The old campaign to be closed after; one that cannot be written is read.
Result<std::unique_ptr<Workspace>> openOld(const Place& place, const Actor& actor,
                                           const std::shared_ptr<const Clock>& clock, const SignIn& signIn)
{
    auto old = Workspace::open(place, actor, clock, Workspace::Mode::ReadWrite, signIn);
    return old ? std::move(old) : Workspace::open(place, actor, clock, Workspace::Mode::ReadOnly, signIn);
}

} // namespace

Result<std::unique_ptr<Workspace>> beginNextRound(const Place& place, const Place& predecessor, const Actor& actor,
                                                  std::shared_ptr<const Clock> clock, const RuleTexts& texts,
                                                  const SignIn& signIn, const Progress& progress)
{
    auto old = openOld(predecessor, actor, clock, signIn);
    if (!old)
        return fail(old.error());
    auto next = Workspace::create(place, actor, clock, texts);
    if (!next)
        return fail(next.error());
    const auto carried = carryOver(**old, **next, progress);
    if (carried)
        return next;
    next->reset();
    if (!place.isServer())
        QFile::remove(place.file);
    return fail(carried.error());
}

Result<Written> reopenCampaign(Workspace& workspace, const Uid& intent)
{
    if (workspace.actor().role != Role::Administrator)
        return fail(ErrorKind::Denied, "not_allowed", Text::tr("只有管理员可以让已结束的活动继续。"));
    Workspace::Data& data = workspace.data();
    const QString closed = std::exchange(data.closed, QString());
    const auto seq =
        runIntent(workspace, QStringLiteral("campaign.reopen"), intent, [](storage::Intent& open) -> Result<void> {
            const auto rows = open.list(model::kindOf<model::Campaign>());
            if (!rows)
                return fail(rows.error());
            auto campaign = model::fromRecord<model::Campaign>(rows->first());
            campaign.successor.clear();
            campaign.closedOn = {};
            return open.update(model::toRecord(campaign));
        });
    if (!seq) {
        data.closed = closed;
        return fail(seq.error());
    }
    return Written{{}, *seq};
}

} // namespace chengheng::services
