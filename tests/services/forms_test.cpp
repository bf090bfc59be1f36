// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "services/actions.h"
#include "services/history.h"
#include "services/unsigned_name.h"

using namespace chengheng;
using namespace chengheng::test;
using services::FieldValues;
using services::Role;

namespace {

const services::Action& action(const char* kind, const char* key)
{
    return *services::findAction(*model::findKind(QLatin1String(kind)), QLatin1String(key));
}

/// An office with a scale, and a problem about it that was put right and found so.
struct ScaleProblem : Office {
    Uid scale;
    Uid problem;

    ScaleProblem()
    {
        scale = put("instrument",
                    QStringLiteral(R"({"unit":"%1","name":"电子秤","serial":"S-1","place":"收银台","cycle_months":12})")
                        .arg(unit().uid.toString()));
        put("verification", QStringLiteral(R"({"instrument":"%1","verified_on":"2023-01-10","result":"passed"})")
                                .arg(scale.toString()));
        problem =
            put("problem", QStringLiteral(R"({"unit":"%1","instrument":"%2","fault":"超周期","description":"秤超周期",)"
                                          R"("found_on":"2024-11-01","due_on":"2024-11-15","source":"other"})")
                               .arg(unit().uid.toString(), scale.toString()));
        step("advise", "2024-11-04", "张三");
        step("rectify", "2024-11-05", "店主", R"(,"evidence":"照片")");
        step("recheck_pass", "2024-11-06", "张三、李四");
    }

    void step(const char* key, const char* on, const char* persons, const char* rest = "")
    {
        need(act(key, "problem", problem,
                 QStringLiteral(R"({"on":"%1","persons":"%2"%3})")
                     .arg(QLatin1String(on), QString::fromUtf8(persons), QString::fromUtf8(rest))));
    }

    Result<services::Written> close(const char* rest = "")
    {
        return act("close", "problem", problem,
                   QStringLiteral(R"({"on":"2024-11-07","persons":"王五"%1})").arg(QString::fromUtf8(rest)));
    }

    QString caution(const char* deed = "close")
    {
        return need(services::cautionAgainst(*workspace, action("problem", deed), problem, day("2024-11-07")));
    }
};

} // namespace

TEST_CASE("A form for something new begins with the day of the act and the name of who fills it in", "[services]")
{
    struct Row {
        const char* kind;
        const char* field;
        const char* begins;
    };
    const Row rows[]{
        {"commitment", "signed_on", "2024-11-20"}, // the day of an act
        {"expense", "on", "2024-11-20"},
        {"expense", "handler", "某人"},
        {"complaint", "handler", "某人"},
        {"assignment", "from", "2024-11-20"}, // since when it holds
        {"supervisor_report", "received_on", "2024-11-20"},
        {"supervisor_report", "on", ""}, // the visit lies before
        {"archive_piece", "dated", ""},  // stands on the paper
        {"problem", "due_on", ""},       // lies ahead
        {"verification", "valid_until", ""},
        {"instrument", "quantity", "1"}, // presumed as ever
    };
    for (const Row& row : rows) {
        INFO(row.kind << ' ' << row.field);
        const auto& kind = *model::findKind(QLatin1String(row.kind));
        const FieldValues values = services::presumedValues(kind, {QStringLiteral("某人"), day("2024-11-20")});
        const model::Field& field = *kind.field(QLatin1String(row.field));
        CHECK(model::displayText(field, values.value(field.key)) == QString::fromUtf8(row.begins));
    }
    const services::FillingIn now{QStringLiteral("某人"), day("2024-11-20")};
    const FieldValues unsignedOne =
        services::presumedValues(model::kindOf<model::Expense>(), {services::unsignedName(), day("2024-11-20")});
    CHECK(model::isEmpty(unsignedOne.value(QStringLiteral("handler")))); // nobody gave a name
    const QString persons = QStringLiteral("persons");
    CHECK(services::presetsOf(action("problem", "advise"), now).value(persons) == model::Value(now.by));
    CHECK_FALSE(services::presetsOf(action("problem", "rectify"), now).contains(persons)); // the unit put it right
    CHECK(services::presetsOf(action("instrument", "stop"), now).value(QStringLiteral("from")) == model::Value(now.on));
}

TEST_CASE("What a role may not do is known before a form is filled in", "[services]")
{
    struct Row {
        const char* kind;
        const char* action;
        QVector<Role> may;
    };
    using enum Role;
    const Row rows[]{
        {"problem", "order", {Officer, Administrator}},
        {"problem", "advise", {Clerk, Officer, Section, Administrator}},
        {"problem", "extend", {Leader, Administrator}},
        {"problem", "close", {Clerk, Section, Administrator}},
        {"list_entry", "approve_town", {Leader, Administrator}},
        {"list_entry", "approve_bureau", {Section, Administrator}},
        {"complaint", "accept", {Officer, Administrator}},
        {"instrument", "verify", {Clerk, Officer, Section, Administrator}},
        {"instrument", "stop", {Clerk, Officer, Section, Administrator}},
    };
    for (const Row& row : rows)
        for (const Role role : {Clerk, Officer, Section, Leader, Administrator}) {
            INFO(row.kind << ' ' << row.action << ' ' << int(role));
            services::Actor actor;
            actor.name = QStringLiteral("某人");
            actor.role = role;
            const auto may = services::checkMayDo(actor, action(row.kind, row.action));
            CHECK(may.has_value() == row.may.contains(role));
            if (!may)
                CHECK(may.error().message.contains(QStringLiteral("某人")));
        }
}

TEST_CASE("An instrument to be chosen is told by number and place, and with its unit", "[services]")
{
    ScaleProblem office;
    const auto offered = need(services::choicesOf(*office.workspace, model::kindOf<model::Instrument>()));
    CHECK(offered.value(office.scale).name == QStringLiteral("电子秤 · S-1 · 收银台"));
    CHECK(offered.value(office.scale).unit == office.unit().uid);
    const auto units = need(services::choicesOf(*office.workspace, model::kindOf<model::Unit>()));
    CHECK(units.value(office.unit().uid).name == office.unit().name);
    CHECK(units.value(office.unit().uid).unit.isNull());
}

TEST_CASE("A problem is closed over an instrument that is not in order only with a reason", "[services][PLAN-7]")
{
    ScaleProblem office;
    CHECK(office.caution().contains(QStringLiteral("S-1")));
    CHECK(office.caution().contains(QStringLiteral("超周期")));
    CHECK(office.caution("recheck_pass").endsWith(QStringLiteral("再来销号。"))); // said before it is too late
    CHECK(office.caution("recheck_fail").isEmpty());
    const auto refused = office.close();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("reason_required"));
    CHECK(refused.error().where == QStringLiteral("remarks"));
    CHECK(refused.error().message.startsWith(office.caution()));
    SECTION("with one it closes, and what speaks against it is said again")
    {
        const auto closed = need(office.close(R"(,"remarks":"已预约检定")"));
        CHECK(closed.remark == office.caution());
    }
    SECTION("once it has been verified nothing is asked")
    {
        office.put("verification", QStringLiteral(R"({"instrument":"%1","verified_on":"2024-11-06","result":"passed"})")
                                       .arg(office.scale.toString()));
        CHECK(office.caution().isEmpty());
        CHECK(need(office.close()).remark.isEmpty());
    }
}

TEST_CASE("A record's timeline tells what was done to the records below it", "[services]")
{
    ScaleProblem office;
    const auto told = [&](const Uid& uid) {
        QStringList sentences;
        for (const auto& entry : need(services::timelineOf(*office.workspace, uid)))
            sentences << entry.sentence;
        return sentences;
    };
    CHECK(told(office.scale).size() == 2);
    CHECK(told(office.scale).first() == QStringLiteral("补登检定记录（2023年1月10日的事）“2023-01-10”"));
    CHECK(told(office.problem).size() == 4); // itself and three steps
    CHECK(told(office.problem).first().contains(QStringLiteral("复查通过")));
    for (const QString& sentence : told(office.unit().uid)) // instruments have a timeline of their own
        CHECK_FALSE(sentence.contains(QStringLiteral("电子秤")));
}

TEST_CASE("What is owed falls into groups, today first and what is late behind the week", "[services]")
{
    Office office; // 2024-11-20 is a Wednesday
    const auto owe = [&](const char* on) {
        return office.put("problem", QStringLiteral(R"({"unit":"%1","fault":"其他","description":"期限%2",)"
                                                    R"("found_on":"2024-11-01","due_on":"%2","source":"other"})")
                                         .arg(office.unit().uid.toString(), QLatin1String(on)));
    };
    const QVector<QPair<Uid, QString>> expected{{owe("2024-11-20"), QStringLiteral("今天")},
                                                {owe("2024-11-24"), QStringLiteral("本周")},
                                                {owe("2024-11-10"), QStringLiteral("已逾期")},
                                                {owe("2024-11-25"), QStringLiteral("以后")}};
    const rules::Summary summary = office.summary("owed");
    qsizetype before = 0;
    for (const rules::SummaryRow& row : summary.rows) {
        const qsizetype group = summary.groups.indexOf(row.group);
        CHECK(group >= before);
        before = group;
    }
    for (const auto& [uid, group] : expected) {
        const auto line = std::find_if(summary.rows.begin(), summary.rows.end(),
                                       [&](const rules::SummaryRow& row) { return row.record == uid; });
        REQUIRE(line != summary.rows.end());
        CHECK(line->group == group);
    }
}
