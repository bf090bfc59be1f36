// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/inspections.h"
#include "services/overview.h"

#include <QJsonDocument>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// What an office writes down in a year: the day, the register (or the action on a record), the record it
/// belongs to by name, and the rest of it.
struct Event {
    const char* on;
    const char* what;
    const char* subject;
    const char* json;
};

const Event year[]{
    {"2024-01-10", "unit", "甲菜场", R"({"trade":"market","participation":"candidate"})"},
    {"2024-01-10", "unit", "乙商店", R"({"trade":"shop","participation":"candidate"})"},
    {"2024-01-10", "unit", "丙饭店", R"({"trade":"restaurant","participation":"candidate"})"},
    {"2024-01-10", "unit", "丁摊", R"({"trade":"small_merchant","participation":"candidate"})"},
    {"2024-01-12", "instrument", "甲菜场", R"({"name":"甲1","cycle_months":12})"},
    {"2024-01-12", "instrument", "甲菜场", R"({"name":"甲2","cycle_months":12,"quantity":3})"},
    {"2024-01-12", "instrument", "甲菜场", R"({"name":"甲3","legal_kind":"voluntary"})"},
    {"2024-01-12", "instrument", "乙商店", R"({"name":"乙1","cycle_months":6})"},
    {"2024-01-12", "instrument", "乙商店", R"({"name":"乙2","cycle_months":12})"},
    {"2024-01-12", "instrument", "丙饭店", R"({"name":"丙1","cycle_months":12})"},
    {"2024-01-12", "instrument", "丁摊", R"({"name":"丁1","cycle_months":12})"},
    {"2024-01-12", "verification", "甲1", R"({"verified_on":"2023-05-10","result":"passed"})"},
    {"2024-01-12", "verification", "乙1", R"({"verified_on":"2023-11-20","result":"passed"})"},
    {"2024-01-12", "verification", "丁1", R"({"verified_on":"2023-07-01","result":"passed"})"},
    {"2024-01-15", "verification", "甲2", R"({"verified_on":"2024-01-15","result":"passed"})"},
    {"2024-02-01", "join", "甲菜场", ""},
    {"2024-02-01", "join", "乙商店", ""},
    {"2024-02-01", "join", "丁摊", ""},
    {"2024-02-15", "budget_line", "海报",
     R"({"year":2024,"category":"publicity","payer":"town","amount":100000,"approved_on":"2024-02-15"})"},
    {"2024-02-20", "verification", "丙1", R"({"verified_on":"2024-02-20","result":"failed"})"},
    {"2024-03-01", "commitment", "甲菜场", R"({"signed_on":"2024-03-01"})"},
    {"2024-03-05", "commitment", "丁摊", R"({"signed_on":"2024-03-05"})"},
    {"2024-03-10", "join", "丙饭店", ""},
    {"2024-03-20", "allotment", "演示府1号",
     R"({"allotted_on":"2024-03-20","on":"2024-03-20","payer":"town","amount":80000})"},
    {"2024-04-08", "verification", "丙1", R"({"verified_on":"2024-04-08","result":"passed"})"},
    {"2024-04-12", "problem", "乙商店",
     R"({"fault":"missing_label","description":"少量","found_on":"2024-04-12","due_on":"2024-05-12","source":"other"})"},
    {"2024-04-20", "activity", "启动仪式", R"({"kind":"launch","on":"2024-04-20"})"},
    {"2024-05-06", "rectify", "少量", ""},
    {"2024-05-08", "recheck_pass", "少量", ""},
    {"2024-05-10", "close", "少量", ""},
    {"2024-05-16", "verification", "乙1", R"({"verified_on":"2024-05-16","result":"passed"})"},
    {"2024-05-18", "expense", "印海报",
     R"({"on":"2024-05-18","category":"publicity","payer":"town","amount":30000,"voucher":"001","handler":"经办"})"},
    {"2024-05-20", "activity", "计量日", R"({"kind":"metrology_day","on":"2024-05-20"})"},
    {"2024-05-20", "commitment", "乙商店", R"({"signed_on":"2024-05-20"})"},
    {"2024-06-05", "verification", "甲1", R"({"verified_on":"2024-06-05","result":"passed"})"},
    {"2024-06-12", "inspect", "乙商店", R"({"3.01":2})"},
    {"2024-06-18", "problem", "甲菜场",
     R"({"fault":"no_commitment","description":"未公示","found_on":"2024-06-18","due_on":"2024-08-30","source":"other"})"},
    {"2024-06-20", "stop", "乙2", ""},
    {"2024-07-20", "rectify", "未公示", ""},
    {"2024-07-22", "recheck_pass", "未公示", ""},
    {"2024-08-02", "close", "未公示", ""},
    {"2024-08-15", "withdraw", "丁摊", ""},
    {"2024-09-12", "instrument_event", "甲2", R"({"on":"2024-09-12","kind":"repaired","reason":"换传感器"})"},
    {"2024-09-20", "expense", "印手册",
     R"({"on":"2024-09-20","category":"publicity","payer":"town","amount":45050,"voucher":"002","handler":"经办"})"},
    {"2024-10-09", "problem", "丙饭店",
     R"({"fault":"no_manager","description":"无人负责","found_on":"2024-10-09","due_on":"2024-11-08","source":"other"})"},
    {"2024-10-10", "verification", "甲2", R"({"verified_on":"2024-10-10","result":"passed"})"},
    {"2024-10-12", "activity", "质量月", R"({"kind":"quality_month","on":"2024-10-12"})"},
    {"2024-11-18", "inspect", "乙商店", R"({"3.12":2})"},
    {"2024-12-03", "verification", "乙1", R"({"verified_on":"2024-12-03","result":"passed"})"},
};

/// Where the office stands at a month's end, worked out by hand from the table above: instruments are counted by
/// quantity (甲2 is three), a last valid day still counts, 甲3 is voluntary and never counted.
struct Standing {
    const char* on;
    int units;
    int inUse;  ///< mandatory, in use, of units taking part
    int inTime; ///< of those, latest verification not run out
    int passed; ///< of those, passed
    int committed;
    int openProblems;
    int overdueProblems;
};

const Standing monthEnds[]{
    {"2024-01-31", 0, 0, 0, 0, 0, 0, 0}, // nobody takes part yet
    {"2024-02-29", 3, 7, 6, 6, 0, 0, 0}, // 甲1 甲2 乙1 丁1; 乙2 never verified
    {"2024-03-31", 4, 8, 7, 6, 2, 0, 0}, // 丙 joins with a failed scale
    {"2024-04-30", 4, 8, 7, 7, 2, 1, 0}, // it passes
    {"2024-05-31", 4, 8, 6, 6, 3, 0, 0}, // 甲1 ran out on 9 May; 乙1 in time again
    {"2024-06-30", 4, 7, 7, 7, 3, 1, 0}, // 乙2 stopped; 丁1's last day
    {"2024-07-31", 4, 7, 6, 6, 3, 1, 0},
    {"2024-08-31", 3, 6, 6, 6, 2, 0, 0}, // 丁 has withdrawn
    {"2024-09-30", 3, 6, 3, 3, 2, 0, 0}, // 甲2 repaired and not verified again
    {"2024-10-31", 3, 6, 6, 6, 2, 1, 0},
    {"2024-11-30", 3, 6, 5, 5, 2, 1, 1}, // 乙1 ran out on 15 November; 丙's term passed
    {"2024-12-31", 3, 6, 6, 6, 2, 1, 1},
};

/// The same for points, money and the schedule: the score of 乙商店's latest inspection, budget and balance in yuan,
/// and the states of four milestones (launch_ceremony, commitments_signed, day_520, quality_month).
struct Figures {
    const char* on;
    const char* score; ///< "": not inspected yet
    const char* budget;
    const char* balance;
    const char* launch;
    const char* commitments;
    const char* metrologyDay;
    const char* qualityMonth;
};

const Figures monthEndFigures[]{
    {"2024-01-31", "", "0.00", "0.00", "not_yet_due", "not_yet_due", "not_yet_due", "not_yet_due"},
    {"2024-02-29", "", "1000.00", "0.00", "not_yet_due", "not_yet_due", "not_yet_due", "not_yet_due"},
    {"2024-03-31", "", "1000.00", "800.00", "due", "due", "not_yet_due", "not_yet_due"},
    {"2024-04-30", "", "1000.00", "800.00", "done", "at_risk", "not_yet_due",
     "not_yet_due"}, // two of four on the last day
    {"2024-05-31", "", "1000.00", "500.00", "done", "missed", "done", "not_yet_due"},
    {"2024-06-30", "98", "1000.00", "500.00", "done", "missed", "done", "not_yet_due"}, // two points of a hundred lost
    {"2024-07-31", "98", "1000.00", "500.00", "done", "missed", "done", "not_yet_due"},
    {"2024-08-31", "98", "1000.00", "500.00", "done", "missed", "done", "not_yet_due"},
    {"2024-09-30", "98", "1000.00", "49.50", "done", "missed", "done", "at_risk"},
    {"2024-10-31", "98", "1000.00", "49.50", "done", "missed", "done", "done late"},
    {"2024-11-30", "96", "1000.00", "49.50", "done", "missed", "done",
     "done late"}, // two lots out of tolerance, at two points
    {"2024-12-31", "96", "1000.00", "49.50", "done", "missed", "done", "done late"},
};

/// An office that keeps its year as the events come.
class Year : public OpenCampaign
{
public:
    void live(const Event& event)
    {
        clock->set(QDateTime(day(event.on), QTime(9, 0)));
        const model::RecordKind* kind = model::findKind(QLatin1String(event.what));
        kind ? write(*kind, event) : act(event);
    }

    void compare(const Standing& then)
    {
        const rules::Status status = need(services::statusOn(*workspace, day(then.on)));
        CAPTURE(then.on);
        CHECK(need(services::ledgerFiguresOn(*workspace, day(then.on))).figures == status.verification);
        CHECK(status.units == then.units);
        CHECK(status.verification.inUse == then.inUse);
        CHECK(status.verification.inTime == then.inTime);
        CHECK(status.verification.inTimePassed == then.passed);
        CHECK(status.committedUnits.size() == then.committed);
        CHECK(status.openProblems.size() == then.openProblems);
        CHECK(status.overdueProblems.size() == then.overdueProblems);
    }

    void compare(const Figures& then)
    {
        CAPTURE(then.on);
        const QDate on = day(then.on);
        CHECK(latestScore(on).toStdString() == then.score);
        const auto money = need(services::summaryOn(*workspace, *rules::findSummary(QStringLiteral("balances")), on));
        CHECK(money.sentence.contains(QStringLiteral("预算 %1 元").arg(QLatin1String(then.budget))));
        CHECK(money.sentence.contains(QStringLiteral("账面结余 %1 元").arg(QLatin1String(then.balance))));
        const rules::Status status = need(services::statusOn(*workspace, on));
        CHECK(stateOf(status, "launch_ceremony") == then.launch);
        CHECK(stateOf(status, "commitments_signed") == then.commitments);
        CHECK(stateOf(status, "day_520") == then.metrologyDay);
        CHECK(stateOf(status, "quality_month") == then.qualityMonth);
    }

private:
    static std::string stateOf(const rules::Status& status, const char* key)
    {
        for (const rules::PhaseStanding& phase : status.phases)
            for (const rules::MilestoneStanding& one : phase.milestones)
                if (one.key == QLatin1String(key))
                    return rules::keyOf(one.state).toStdString() + (one.isLate ? " late" : "");
        return {};
    }

    QString latestScore(QDate on)
    {
        const auto inspections = all<model::Inspection>({.asOf = on});
        const auto latest = std::max_element(inspections.begin(), inspections.end(),
                                             [](const auto& a, const auto& b) { return a.on < b.on; });
        return latest == inspections.end() ? QString()
                                           : need(services::scoreOf(*workspace, latest->uid)).score->toString();
    }

    /// All items good but those named with their occurrences.
    void inspect(const Event& event)
    {
        const QJsonObject lost = QJsonDocument::fromJson(QByteArray(event.json)).object();
        services::InspectionForm form;
        form.unit = m_uids.value(QString::fromUtf8(event.subject));
        form.on = day(event.on);
        form.inspectors = QStringLiteral("甲、乙");
        const rules::Sheet& sheet = *workspace->sheets().sheetOf(model::Trade::Shop);
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items) {
            rules::Answer answer = rules::goodAnswer(item);
            if (lost.contains(item.id))
                answer.occurrences = lost.value(item.id).toInteger();
            form.answers.answers.append(answer);
        }
        need(services::recordInspection(*workspace, form));
    }

    void write(const model::RecordKind& kind, const Event& event)
    {
        QJsonObject object = QJsonDocument::fromJson(QByteArray(event.json)).object();
        const QString subject = QString::fromUtf8(event.subject);
        if (kind.parentField.isEmpty())
            object.insert(kind.nameField, subject);
        else
            object.insert(kind.parentField, m_uids.value(subject).toString());
        model::Record record = need(model::withJson(model::Record(kind), object));
        record.fillPresumed();
        m_uids.insert(record.name(), need(services::addRecord(*workspace, record)).uid);
        m_kinds.insert(record.name(), &kind);
    }

    void act(const Event& event)
    {
        const QString subject = QString::fromUtf8(event.subject);
        if (QLatin1String(event.what) == QLatin1String("inspect"))
            return inspect(event);
        if (QLatin1String(event.what) == QLatin1String("stop"))
            return stop(m_uids.value(subject), event.on);
        const services::Action* action = services::findAction(*m_kinds.value(subject), QLatin1String(event.what));
        REQUIRE(action);
        const bool isOfUnit = QLatin1String(event.what) == QLatin1String("rectify"); // another person re-checks
        services::FieldValues inputs{
            {QStringLiteral("persons"), isOfUnit ? QStringLiteral("单位的人") : QStringLiteral("复查的人")},
            {QStringLiteral("on"), day(event.on)},
            {QStringLiteral("evidence"), QStringLiteral("照片")}};
        if (action->childKind.isEmpty())
            inputs = {{QStringLiteral("from"), day(event.on)},
                      {QStringLiteral("reason"), QStringLiteral("按实际情况")}};
        need(services::doAction(*workspace, *action, m_uids.value(subject), inputs));
    }

    QHash<QString, Uid> m_uids;
    QHash<QString, const model::RecordKind*> m_kinds;
};

} // namespace

TEST_CASE("A golden year reads the same month by month as it was lived and in hindsight", "[services][golden]")
{
    Year office;
    auto end = std::begin(monthEnds);
    auto figures = std::begin(monthEndFigures);
    for (const Event& event : year) {
        for (; day(end->on) < day(event.on); ++end, ++figures) {
            office.compare(*end);
            office.compare(*figures);
        }
        office.live(event);
    }
    for (const Standing& then : monthEnds)
        office.compare(then);
    for (const Figures& then : monthEndFigures)
        office.compare(then);
}

TEST_CASE("A coming day is judged with nothing further done", "[services][golden]")
{
    Year office;
    for (const Event& event : year)
        if (day(event.on) <= day("2024-04-30"))
            office.live(event);
    office.compare({"2024-05-31", 4, 8, 5, 5, 2, 1, 1}); // 甲1 and 乙1 run out, the open problem falls overdue
    office.compare({"2024-07-31", 4, 8, 4, 4, 2, 1, 1}); // and 丁1
}
