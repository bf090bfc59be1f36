// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/application_records.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/money_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "rules/budget.h"
#include "rules/complaint_clock.h"
#include "rules/coverage.h"
#include "rules/due_report.h"
#include "rules/list_state.h"
#include "rules/organisation_view.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/reader_scope.h"
#include "rules/schedule.h"
#include "rules/settings.h"
#include "rules/waiting_answers.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OwedSummary)
};

/// What is to be looked at first comes first: hundreds of old lines must not hide what today asks for.
enum class OwedGroup { Today, ThisWeek, Waiting, Unfit, Overdue, Later };

QStringList owedGroups()
{
    return {Text::tr("今天"),           Text::tr("本周"),   Text::tr("等待批准、办理"),
            Text::tr("不得使用的器具"), Text::tr("已逾期"), Text::tr("以后")};
}

/// Gathers what is owed, to be shown by its group and day.
class OwedList
{
public:
    OwedList(QDate day, int daysAhead)
        : m_day(day), m_until(day.addDays(daysAhead)), m_weekEnd(day.addDays(Qt::Sunday - day.dayOfWeek()))
    {}

    void add(QDate due, const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        if (due.isValid() && due <= m_until)
            remind(due, what, which, kind, record);
    }

    /// The same however far ahead the day is.
    void remind(QDate due, const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        const QString when = due < m_day    ? Text::tr("逾期 %1 天").arg(due.daysTo(m_day))
                             : due == m_day ? Text::tr("今天")
                                            : Text::tr("还有 %1 天").arg(m_day.daysTo(due));
        append(groupOf(due), due, {{screenDate(due), when, what, which}, kind, record, due < m_day});
    }

    /// Must not be used as long as it stands so: owed today, every day.
    void addUnfit(const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        if (m_day <= m_until)
            append(OwedGroup::Unfit, m_day, {{screenDate(m_day), Text::tr("今天"), what, which}, kind, record, false});
    }

    /// Has waited for somebody's word since a day; late on no day.
    void addWaiting(QDate since, const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        append(
            OwedGroup::Waiting, since,
            {{screenDate(since), Text::tr("已等 %1 天").arg(since.daysTo(m_day)), what, which}, kind, record, false});
        ++m_waiting;
    }

    QVector<SummaryRow> rows()
    {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        QVector<SummaryRow> sorted;
        for (const auto& row : std::as_const(m_rows))
            sorted.append(row.second);
        return sorted;
    }

    qint64 waiting() const { return m_waiting; }

private:
    OwedGroup groupOf(QDate due) const
    {
        if (due == m_day)
            return OwedGroup::Today;
        if (due < m_day)
            return OwedGroup::Overdue;
        return due <= m_weekEnd ? OwedGroup::ThisWeek : OwedGroup::Later;
    }

    void append(OwedGroup group, QDate due, SummaryRow row)
    {
        row.group = owedGroups().at(int(group));
        m_rows.append({{group, due}, std::move(row)});
    }

    QDate m_day;
    QDate m_until;
    QDate m_weekEnd;
    qint64 m_waiting = 0;
    QVector<QPair<QPair<OwedGroup, QDate>, SummaryRow>> m_rows;
};

/// What people call a record that is owed: with its unit or instrument before it.
class Caller
{
public:
    explicit Caller(const model::CampaignFacts& facts)
    {
        for (const model::Unit& unit : facts.units)
            m_names.insert(unit.uid, unit.name);
        for (const model::Instrument& instrument : facts.instruments)
            m_names.insert(instrument.uid, Text::tr("%1 %2").arg(m_names.value(instrument.unit), instrument.name));
    }

    QString nameOf(const model::Record& record) const
    {
        QString owner = m_names.value(Uid(model::textOf(record.value(record.kind->parentField))));
        if (owner.isEmpty())
            owner = m_names.value(Uid(model::textOf(record.value(QStringLiteral("unit")))));
        return owner.isEmpty() ? record.name() : Text::tr("%1：%2").arg(owner, record.name());
    }

private:
    QHash<Uid, QString> m_names;
};

/// One reader's list on a day.
class Owed
{
public:
    explicit Owed(const SummaryInput& input)
        : m_input(input), m_isLeader(input.reader.role == model::Role::Leader),
          m_daysAhead(daysOf(input.facts, model::SettingName::OwedAhead)),
          m_owed(input.day, m_isLeader ? -1 : m_daysAhead), m_scope(input.facts, input.reader), m_caller(input.facts)
    {}

    Summary summary()
    {
        addMilestones();
        addProblems();
        addInstruments();
        addPapers();
        addContracts();
        addComplaints();
        addAnswers();
        addLists();
        addTerms();
        addSeats();
        addTables();
        addMoney();
        addReReview();
        for (const model::RecordKind* kind : model::bookKinds())
            if (m_input.reader.mayRead(*kind) && !hasRuleOfItsOwn(*kind))
                addBook(*kind);
        Summary summary;
        summary.columns = {Text::tr("期限"), Text::tr("还剩"), Text::tr("事项"), Text::tr("内容")};
        summary.rows = m_owed.rows();
        summary.groups = owedGroups();
        summary.sentence = sentenceOf(summary);
        return summary;
    }

private:
    QString sentenceOf(const Summary& summary) const
    {
        const qint64 waiting = m_owed.waiting();
        const qint64 ahead = summary.rows.size() - summary.pressing() - waiting;
        QString sentence =
            m_isLeader ? Text::tr("已逾期 %1 项。").arg(summary.pressing())
            : summary.rows.size() == waiting
                ? Text::tr("%1 天之内没有到期的事。").arg(m_daysAhead)
                : Text::tr("已逾期 %1 项，%2 天之内到期 %3 项。").arg(summary.pressing()).arg(m_daysAhead).arg(ahead);
        if (waiting > 0)
            sentence += Text::tr("等待批准、办理 %1 项。").arg(waiting);
        return sentence;
    }

    /// What is owed of these follows from where they stand, not from their days and approvals alone.
    static bool hasRuleOfItsOwn(const model::RecordKind& kind)
    {
        return kind.key == model::kindOf<model::Complaint>().key || kind.key == model::kindOf<model::ListEntry>().key;
    }

    bool speaksFor(model::Authority authority) const { return model::speaksFor(m_input.reader.role, authority); }

    void addBook(const model::RecordKind& kind)
    {
        const QVector<const model::Field*> approvals = approvalsBy(m_input.reader.role, kind);
        for (const model::Record& record : m_input.facts.books.value(kind.key)) {
            if (!m_scope.concerns(record))
                continue;
            for (const auto& [due, done] : kind.owed)
                if (const QDate doneOn = model::dateOf(record.value(done)); !doneOn.isValid() || doneOn > m_input.day)
                    m_owed.add(model::dateOf(record.value(due)),
                               Text::tr("%1：%2").arg(kind.title, kind.field(done)->label), m_caller.nameOf(record),
                               kind.key, record.uid);
            for (const model::Field* approval : approvals)
                if (model::isEmpty(record.value(approval->key)))
                    m_owed.addWaiting(model::dateOf(record.value(kind.sinceField)),
                                      Text::tr("待批准：%1").arg(kind.title), m_caller.nameOf(record), kind.key,
                                      record.uid);
        }
    }

    void addComplaints()
    {
        const ComplaintTargets targets = complaintTargets(m_input.facts);
        const auto steps = stepsByComplaint(m_input.facts);
        const model::RecordKind& kind = model::kindOf<model::Complaint>();
        for (const model::Record& record : m_input.facts.books.value(kind.key)) {
            if (!m_scope.concerns(record))
                continue;
            const auto clocks = clocksOf(model::fromRecord<model::Complaint>(record), steps.value(record.uid),
                                         m_input.calendar, targets, m_input.day);
            for (const Clock& clock : clocks)
                if (!clock.isDone() && !clock.isPaused)
                    m_owed.add(clock.due, Text::tr("%1：%2（%3）").arg(kind.title, labelOf(clock.kind), clock.basis),
                               m_caller.nameOf(record), kind.key, record.uid);
        }
    }

    /// What volunteers and the units' customers wait for.
    void addAnswers()
    {
        const model::RecordKind& reports = model::kindOf<model::SupervisorReport>();
        if (m_input.reader.mayRead(reports))
            for (const model::Record& record : m_input.facts.books.value(reports.key)) {
                const auto report = model::fromRecord<model::SupervisorReport>(record);
                if (!isAnswered(report, m_input.day) && m_scope.concerns(record))
                    m_owed.add(answerDue(report, m_input.facts, m_input.calendar),
                               Text::tr("%1：反馈监督员").arg(reports.title), m_caller.nameOf(record), reports.key,
                               record.uid);
            }
        if (m_isLeader)
            return; // the customers wait for others
        const model::RecordKind& complaints = model::kindOf<model::UnitComplaint>();
        for (const model::Record& record : m_input.facts.books.value(complaints.key)) {
            const auto complaint = model::fromRecord<model::UnitComplaint>(record);
            if (isOpen(complaint, m_input.day) && m_scope.concerns(record))
                m_owed.addWaiting(complaint.on, Text::tr("%1：办结").arg(complaints.title), m_caller.nameOf(record),
                                  complaints.key, record.uid);
        }
    }

    /// Who takes the next step with an entry of the lists: who approves it, or else the office.
    bool takes(ListStep step) const
    {
        switch (step) {
        case ListStep::None:
            return false;
        case ListStep::ApproveByTown:
            return speaksFor(model::Authority::Leader);
        case ListStep::ApproveByBureau:
            return speaksFor(model::Authority::Section);
        case ListStep::Notify:
        case ListStep::Hear:
        case ListStep::Publish:
        case ListStep::Remove:
            return speaksFor(model::Authority::Office);
        }
        return false;
    }

    void addLists()
    {
        const model::RecordKind& kind = model::kindOf<model::ListEntry>();
        for (const model::Record& record : m_input.facts.books.value(kind.key)) {
            const auto entry = model::fromRecord<model::ListEntry>(record);
            const ListStep step = nextForList(entry, m_input.day);
            if (!takes(step))
                continue;
            const QDate since = nextSince(entry, m_input.day);
            const QString what = Text::tr("%1：%2").arg(kind.title, labelOf(step));
            if (step == ListStep::Remove)
                m_owed.add(since, what, m_caller.nameOf(record), kind.key, record.uid);
            else
                m_owed.addWaiting(since, what, m_caller.nameOf(record), kind.key, record.uid);
        }
    }

    /// A volunteer whose term runs out is appointed again or leaves.
    void addTerms()
    {
        const model::RecordKind& kind = model::kindOf<model::Supervisor>();
        if (!m_input.reader.mayRead(kind))
            return;
        for (const model::Supervisor& one : bookOf<model::Supervisor>(m_input.facts))
            if (!one.endedOn.isValid() || one.endedOn > m_input.day)
                m_owed.add(one.termTo, Text::tr("监督员任期届满：续聘或离任"), codeOf(one), kind.key, one.uid);
    }

    void addSeats()
    {
        QStringList vacant;
        for (const SeatView& seat : seatsOn(m_input.facts, m_input.day))
            if (seat.isVacant() && m_scope.concernsOrganisation(seat.organisationName))
                vacant << Text::tr("%1%2 %3").arg(seat.body, seat.role, seat.post);
        addTogether(Text::tr("席位空缺"), vacant, model::kindOf<model::Seat>().key);
    }

    /// Tables whose pressing lines are somebody's work and have no day of their own.
    void addTables()
    {
        for (const char* key : {"applications", "training_owed", "freshness", "coverage", "plan_progress"}) {
            const SummaryKind& kind = *findSummary(QLatin1String(key));
            if (!m_input.reader.mayRead(*model::findKind(kind.book)))
                continue;
            QStringList names;
            for (const SummaryRow& row : kind.make(m_input).rows)
                if (row.isPressing && concerns(row))
                    names << row.cells.first();
            addTogether(kind.title, names, kind.key);
        }
    }

    bool concerns(const SummaryRow& row) const
    {
        return !m_scope.isLimited()
               || (row.kind == model::kindOf<model::Unit>().key && m_scope.concernsUnit(row.record));
    }

    /// One line for many, due today: it leads to where they stand.
    void addTogether(const QString& what, const QStringList& names, const QString& page)
    {
        constexpr int named = 3;
        if (names.isEmpty())
            return;
        const QString first = names.mid(0, named).join(Text::tr("、"));
        m_owed.add(m_input.day, what,
                   names.size() > named ? Text::tr("%1等 %2 项").arg(first).arg(names.size()) : first, page, {});
    }

    /// Where more was spent than planned, and what was spent without a voucher on file: owed since the day it happened.
    void addMoney()
    {
        if (!m_input.reader.mayRead(model::kindOf<model::Expense>()))
            return;
        const auto expenses = bookOf<model::Expense>(m_input.facts);
        for (const BudgetStanding& one : budgetStandings(bookOf<model::BudgetLine>(m_input.facts), expenses))
            if (one.isOverspent())
                m_owed.add(m_input.day, Text::tr("经费超支"), overspending(one), QStringLiteral("balances"), {});
        QSet<Uid> proved;
        for (const model::Attachment& attachment : m_input.facts.attachments)
            proved.insert(attachment.subject);
        for (const model::Expense& expense : expenses)
            if (!proved.contains(expense.uid))
                m_owed.add(expense.on, Text::tr("支出没有附凭证"),
                           Text::tr("%1 %2 元").arg(expense.subject, expense.amount.toString()),
                           model::kindOf<model::Expense>().key, expense.uid);
    }

    /// Years after it was passed a round is reviewed again; its reminder comes some months ahead.
    void addReReview()
    {
        constexpr int monthsAhead = 6;
        const int years = daysOf(m_input.facts, model::SettingName::ReReview);
        if (!m_input.reader.mayRead(model::kindOf<model::AcceptanceVisit>()))
            return;
        for (const model::AcceptanceVisit& visit : bookOf<model::AcceptanceVisit>(m_input.facts)) {
            const bool isPassed = visit.conclusion == model::Conclusion::Passed
                                  || visit.conclusion == model::Conclusion::PassedAfterRectification;
            const QDate due = visit.on.addYears(years);
            if (isPassed && m_input.day >= due.addMonths(-monthsAhead))
                m_owed.remind(due, Text::tr("复评审"),
                              Text::tr("%1验收通过，满 %2 年应准备复评审").arg(paperDate(visit.on)).arg(years),
                              model::kindOf<model::AcceptanceVisit>().key, visit.uid);
        }
    }

    void addProblems()
    {
        const auto steps = stepsByProblem(m_input.facts);
        for (const model::Problem& problem : m_input.facts.problems) {
            const ProblemStanding standing = problemStanding(problem, steps.value(problem.uid), m_input.day);
            if (!standing.isClosed() && m_scope.concernsUnit(problem.unit))
                m_owed.add(standing.dueOn, Text::tr("问题整改：%1").arg(labelOf(standing.state)), problem.description,
                           model::kindOf<model::Problem>().key, problem.uid);
        }
    }

    /// A paper that has left the desk is owed back, a scanned one to the archive; one that was only made is nobody's
    /// task yet.
    void addPapers()
    {
        const auto steps = stepsByPaper(m_input.facts);
        QSet<QString> archived;
        for (const model::ArchivePiece& piece : bookOf<model::ArchivePiece>(m_input.facts))
            if (!piece.voidedOn.isValid())
                archived.insert(piece.documentNumber);
        const int patience = daysOf(m_input.facts, model::SettingName::PaperOut);
        for (const model::IssuedPaper& paper : bookOf<model::IssuedPaper>(m_input.facts)) {
            const PaperStanding standing = paperStanding(paper, steps.value(paper.uid), m_input.day);
            const bool isOut = standing.isOut() && standing.state != PaperState::Made;
            const bool isLoose = standing.state == PaperState::Scanned && !archived.contains(paper.number);
            if ((isOut || isLoose) && m_scope.concernsUnit(paper.unit))
                m_owed.add(m_input.calendar.addWorkingDays(standing.since, patience),
                           isLoose ? Text::tr("文书归档：已扫描，还没有归档")
                                   : Text::tr("文书送签：%1").arg(labelOf(standing.state)),
                           Text::tr("%1 %2").arg(paper.number, paper.title), model::kindOf<model::IssuedPaper>().key,
                           paper.uid);
        }
    }

    /// A stall's last contract is owed its successor by the day it ends.
    void addContracts()
    {
        QHash<Uid, model::Stallholder> stallholders;
        for (const model::Stallholder& stallholder : m_input.facts.stallholders)
            stallholders.insert(stallholder.uid, stallholder);
        QHash<Uid, model::StallContract> last;
        for (const model::StallContract& contract : bookOf<model::StallContract>(m_input.facts)) {
            const auto known = last.constFind(contract.stallholder);
            if (known == last.cend() || known->from < contract.from)
                last.insert(contract.stallholder, contract);
        }
        for (const model::StallContract& contract : std::as_const(last)) {
            const model::Stallholder holder = stallholders.value(contract.stallholder);
            if (m_scope.concernsUnit(holder.unit))
                m_owed.add(contract.to, Text::tr("摊位合同到期"),
                           Text::tr("%1 %2（%3）").arg(holder.stall, holder.name, contract.number),
                           model::kindOf<model::StallContract>().key, contract.uid);
        }
    }

    void addMilestones()
    {
        for (const PhaseStanding& phase : schedule(m_input.facts, m_input.plan, m_input.calendar, m_input.day))
            for (const MilestoneStanding& milestone : phase.milestones)
                if (milestone.state != MilestoneState::Done && milestone.from <= m_input.day
                    && m_scope.concernsOrganisation(milestone.owner))
                    m_owed.add(milestone.to, Text::tr("计划节点"), milestone.title, QStringLiteral("schedule"), {});
    }

    void addInstruments()
    {
        DueOptions options;
        options.calendar = &m_input.calendar;
        const DueReport report = dueReport(m_input.facts, m_input.day, options);
        for (const DueLine& line : report.lines)
            if (line.exclusion == RateExclusion::None && m_scope.concernsUnit(line.unit)) {
                // Failed, or with no verification on record: it must not be used today.
                const bool isUnfit =
                    line.status == VerificationStatus::NeverVerified || line.status == VerificationStatus::Failed;
                const QString which = Text::tr("%1：%2 %3").arg(line.unitName, line.name, line.serial);
                const QString kind = model::kindOf<model::Instrument>().key;
                if (isUnfit)
                    m_owed.addUnfit(Text::tr("器具检定：%1").arg(labelOf(line.status)), which, kind, line.uid);
                else
                    m_owed.add(line.validUntil, Text::tr("器具检定"), which, kind, line.uid);
            }
    }

    const SummaryInput& m_input;
    bool m_isLeader; ///< what runs in time is others' work: he sees what is late and what waits for him
    int m_daysAhead;
    OwedList m_owed;
    ReaderScope m_scope;
    Caller m_caller;
};

} // namespace

Summary owedSummary(const SummaryInput& input)
{
    return Owed(input).summary();
}

} // namespace chengheng::rules
