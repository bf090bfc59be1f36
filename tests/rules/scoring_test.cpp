// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/scoring.h"

#include "base/json.h"
#include "rules/draw.h"
#include "rules/score_json.h"
#include "support/support.h"

#include <QDir>
#include <QJsonDocument>

#include <limits>

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::need;

namespace {

const SheetEdition& shipped()
{
    static const SheetEdition edition =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("reference-draft.json")));
    return edition;
}

/// One sheet of an item under test and a second item that fills it up to a hundred points.
SheetEdition editionWith(SheetItem item)
{
    item.id = QStringLiteral("1.01");
    SheetItem rest;
    rest.id = QStringLiteral("1.02");
    rest.max = Points::whole(100) - item.max;
    rest.method.condition = QStringLiteral("已完成");
    rest.isNaAllowed = true;
    rest.hasVeto = true;
    rest.vetoWhen = QStringLiteral("伪造数据的");
    Sheet sheet;
    sheet.no = 1;
    sheet.total = Points::whole(100);
    sheet.items = {item, rest};
    SheetEdition edition;
    edition.name = QStringLiteral("试用表");
    edition.gradeBands = {{QStringLiteral("excellent"), QStringLiteral("优秀"), Points::whole(90)},
                          {QStringLiteral("pass"), QStringLiteral("合格"), Points::whole(80)}};
    edition.minimumApplicable = Points::whole(40);
    edition.globalVetoes = {{QStringLiteral("G1"), QStringLiteral("情节严重"), {1}, {}},
                            {QStringLiteral("G9"), QStringLiteral("别的表"), {2}, {}}};
    edition.sheets = {sheet};
    return edition;
}

SheetItem itemOf(MethodType type, Points max)
{
    SheetItem item;
    item.max = max;
    item.method.type = type;
    item.isNaAllowed = true;
    return item;
}

SheetItem deduct(const char* max, const char* per, const char* cap)
{
    SheetItem item = itemOf(MethodType::Deduct, *Points::parse(QLatin1String(max)));
    item.method.per = *Points::parse(QLatin1String(per));
    item.method.cap = *Points::parse(QLatin1String(cap));
    item.method.unit = QStringLiteral("每缺1项制度");
    return item;
}

SheetItem ratio(int max, qint64 zeroBelow, qint64 fullAt = 10'000, ZeroOverZero nothing = ZeroOverZero::Pending)
{
    SheetItem item = itemOf(MethodType::Ratio, Points::whole(max));
    item.method.zeroBelow = zeroBelow;
    item.method.fullAt = fullAt;
    item.method.zeroOverZero = nothing;
    return item;
}

Answer counted(qint64 occurrences)
{
    Answer answer;
    answer.item = QStringLiteral("1.01");
    answer.occurrences = occurrences;
    return answer;
}

Answer rated(qint64 num, qint64 den)
{
    Answer answer;
    answer.item = QStringLiteral("1.01");
    answer.ratio = Rate{num, den};
    return answer;
}

Answer rest(bool isMet)
{
    Answer answer;
    answer.item = QStringLiteral("1.02");
    answer.met = isMet;
    return answer;
}

Answer notApplicable(const char* item)
{
    Answer answer;
    answer.item = QLatin1String(item);
    answer.isNotApplicable = true;
    answer.reason = QStringLiteral("没有这类器具");
    return answer;
}

Score scoreOf(const SheetEdition& edition, const QVector<Answer>& answers, const ScoreContext& context = {},
              const QStringList& vetoes = {})
{
    return need(score(edition, edition.sheets.first(), {1, vetoes, answers}, context));
}

ItemScore firstItem(const SheetItem& item, const Answer& answer)
{
    return scoreOf(editionWith(item), {answer}).items.first();
}

QString codeOf(const QByteArray& json, const SheetEdition& edition)
{
    const auto object = need(parseJsonObject(json, QStringLiteral("answers.json")));
    const auto answers = parseAnswers(object);
    if (!answers)
        return answers.error().code + QLatin1Char('@') + answers.error().where;
    const Sheet* sheet = edition.sheet(answers->sheet);
    REQUIRE(sheet);
    const auto scored = score(edition, *sheet, *answers);
    return scored ? QString() : QString(scored.error().code + QLatin1Char('@') + scored.error().where);
}

QJsonObject golden(const QString& folder, const char* file)
{
    return need(parseJsonObject(test::readFile(folder + QLatin1Char('/') + QLatin1String(file)), QLatin1String(file)));
}

/// The folder's answers, scored as its expected file says, sentence by sentence.
void checkGolden(const char* name)
{
    const QString folder = test::sourcePath(QStringLiteral("tests/rules/golden/") + QLatin1String(name));
    const QJsonObject file = golden(folder, "answers.json");
    const auto answers = need(parseAnswers(file));
    const ScoreContext context{file.value(QLatin1String("hold_reason")).toString()};
    const auto scored = need(score(shipped(), *shipped().sheet(answers.sheet), answers, context));
    const QJsonObject expected = golden(folder, "expected.json");
    const QJsonObject actual = test::scoreJson(scored);
    const QStringList keys = expected.keys();
    for (const QString& key : keys) {
        INFO(name << ": " << key.toStdString());
        CHECK(QString::fromUtf8(canonicalJson(actual.value(key)))
              == QString::fromUtf8(canonicalJson(expected.value(key))));
    }
    CHECK(actual.keys() == keys);
}

/// A seeded answer of the right form; never N/A, so that points can be compared.
Answer anyAnswer(const SheetItem& item, SplitMix64& random)
{
    Answer answer;
    answer.item = item.id;
    const auto num = qint64(random.below(20));
    switch (item.method.type) {
    case MethodType::Deduct:
        answer.occurrences = qint64(random.below(20));
        break;
    case MethodType::AllOrNothing:
        answer.met = random.below(2) == 1;
        break;
    case MethodType::Ratio:
        answer.ratio = Rate{num, num + 1 + qint64(random.below(5))};
        break;
    case MethodType::Award:
        answer.points = item.max;
        break;
    case MethodType::Checklist:
        answer.isChecklist = true;
        break;
    }
    return answer;
}

SheetAnswers anyAnswers(const Sheet& sheet, SplitMix64& random)
{
    SheetAnswers answers{sheet.no, {}, {}};
    for (const SheetItem& item : sheet.items)
        answers.answers.append(anyAnswer(item, random));
    return answers;
}

} // namespace

TEST_CASE("a deduction takes per occurrence up to its cap and never more than the item has", "[scoring]")
{
    struct Case {
        const char* max;
        const char* per;
        const char* cap;
        int found;
        const char* points;
        const char* why;
    };
    const auto one = GENERATE(
        Case{"6", "1.5", "6", 0, "6", "未发现扣分情形，得满分6分。"},
        Case{"6", "1.5", "6", 2, "3", "每缺1项制度扣1.5分，发现2处，扣3分，得3分（满分6分）。"},
        Case{"6", "1.5", "6", 4, "0", "每缺1项制度扣1.5分，发现4处，扣6分，得0分（满分6分）。"},
        Case{"6", "1.5", "6", 5, "0", "每缺1项制度扣1.5分，发现5处，应扣7.5分，最多扣6分，得0分（满分6分）。"},
        Case{"6", "1.5", "3", 9, "3", "每缺1项制度扣1.5分，发现9处，应扣13.5分，最多扣3分，得3分（满分6分）。"},
        Case{"2", "0.25", "5", 3, "1.25", "每缺1项制度扣0.25分，发现3处，扣0.75分，得1.25分（满分2分）。"},
        Case{"2", "1", "9", 5, "0", "每缺1项制度扣1分，发现5处，应扣5分，最多扣2分，得0分（满分2分）。"},
        Case{"5", "2", "5", 1'000'000, "0",
             "每缺1项制度扣2分，发现1000000处，应扣2000000分，最多扣5分，得0分（满分5分）。"});
    const auto item = firstItem(deduct(one.max, one.per, one.cap), counted(one.found));
    CHECK(item.points.value() == *Points::parse(QLatin1String(one.points)));
    CHECK(item.why == QString::fromUtf8(one.why));
}

TEST_CASE("a ratio gives full, nothing or a share rounded half up to a tenth", "[scoring]")
{
    struct Case {
        int num;
        int den;
        qint64 zeroBelow;
        qint64 fullAt;
        const char* points;
        const char* why;
    };
    const auto one =
        GENERATE(Case{4, 4, 9000, 10'000, "12", "4÷4=100.0%，达到100%，得满分12分。"},
                 Case{3, 4, 0, 10'000, "9", "3÷4=75.0%，按满分12分乘以比例，得9分（满分12分）。"},
                 Case{9, 10, 9000, 10'000, "10.8", "9÷10=90.0%，按满分12分乘以比例，得10.8分（满分12分）。"},
                 Case{899, 1000, 9000, 10'000, "0", "899÷1000=89.9%，低于90%，得0分（满分12分）。"},
                 Case{95, 100, 9000, 9500, "12", "95÷100=95.0%，达到95%，得满分12分。"},
                 Case{1, 3, 0, 10'000, "4", "1÷3=33.3%，按满分12分乘以比例，得4分（满分12分）。"},
                 Case{1, 80, 0, 10'000, "0.2", "1÷80=1.3%，按满分12分乘以比例，得0.2分（满分12分）。"},
                 Case{1, 240, 0, 10'000, "0.1", "1÷240=0.4%，按满分12分乘以比例，得0.1分（满分12分）。"},
                 Case{0, 5, 0, 10'000, "0", "0÷5=0.0%，按满分12分乘以比例，得0分（满分12分）。"});
    const auto item = firstItem(ratio(12, one.zeroBelow, one.fullAt), rated(one.num, one.den));
    CHECK(item.points.value() == *Points::parse(QLatin1String(one.points)));
    CHECK(item.why == QString::fromUtf8(one.why));
}

TEST_CASE("nothing over nothing is what the item says", "[scoring]")
{
    const auto full = firstItem(ratio(5, 0, 10'000, ZeroOverZero::Full), rated(0, 0));
    CHECK(full.points == Points::whole(5));
    CHECK(full.why == QStringLiteral("没有可计数的对象，按规定不扣分，得满分5分。"));
    const auto left = firstItem(ratio(5, 0, 10'000, ZeroOverZero::NotApplicable), rated(0, 0));
    CHECK(left.isNotApplicable);
    CHECK(left.why == QStringLiteral("没有可计数的对象，作合理缺项，不计入总分。"));
    const auto open = firstItem(ratio(5, 0, 10'000, ZeroOverZero::Pending), rated(0, 0));
    CHECK(open.isOpen());
    CHECK(open.why == QStringLiteral("没有可计数的对象，尚不能评分（满分5分）。"));
}

TEST_CASE("all or nothing, award and checklist", "[scoring]")
{
    SheetItem condition = itemOf(MethodType::AllOrNothing, Points::whole(5));
    condition.method.condition = QStringLiteral("已张贴且内容完整");
    Answer met;
    met.item = QStringLiteral("1.01");
    met.met = true;
    CHECK(firstItem(condition, met).why == QStringLiteral("符合“已张贴且内容完整”，得满分5分。"));
    met.met = false;
    CHECK(firstItem(condition, met).why == QStringLiteral("不符合“已张贴且内容完整”，得0分（满分5分）。"));

    SheetItem award = itemOf(MethodType::Award, Points::whole(2));
    award.method.step = Points::fromHundredths(50);
    Answer given;
    given.item = QStringLiteral("1.01");
    given.points = Points::fromHundredths(150);
    CHECK(firstItem(award, given).why == QStringLiteral("检查人员评定，得1.5分（满分2分）。"));

    SheetItem list = itemOf(MethodType::Checklist, Points::whole(3));
    list.method.per = Points::whole(1);
    list.method.checks = {QStringLiteral("通知"), QStringLiteral("签到"), QStringLiteral("纪要")};
    Answer ticked;
    ticked.item = QStringLiteral("1.01");
    ticked.isChecklist = true;
    ticked.checks = {QStringLiteral("纪要")};
    const auto item = firstItem(list, ticked);
    CHECK(item.points == Points::whole(1));
    CHECK(item.why == QStringLiteral("不符合的要点：通知、签到，得1分（满分3分）。"));
}

TEST_CASE("grades follow the edition's bands at their borders", "[scoring]")
{
    struct Case {
        int lost;
        const char* score;
        const char* grade;
    };
    const auto one = GENERATE(Case{0, "100", "优秀"}, Case{10, "90", "优秀"}, Case{11, "89", "合格"},
                              Case{20, "80", "合格"}, Case{21, "79", "不合格"}, Case{50, "50", "不合格"});
    const auto scored = scoreOf(editionWith(deduct("50", "1", "50")), {counted(one.lost), rest(true)});
    CHECK(scored.complete);
    CHECK(scored.score.value() == *Points::parse(QLatin1String(one.score)));
    CHECK(scored.grade == QString::fromUtf8(one.grade));
    CHECK(scored.range.value() == ScoreRange{*scored.score, *scored.score});
}

TEST_CASE("a score is rounded half up to one decimal over what applies", "[scoring]")
{
    // 81 of 93: 87.09…; the items left out do not count.
    SheetItem item = deduct("93", "1", "93");
    const auto scored = scoreOf(editionWith(item), {counted(12), notApplicable("1.02")});
    CHECK(scored.earned == Points::whole(81));
    CHECK(scored.applicable == Points::whole(93));
    CHECK(scored.score.value() == *Points::parse(QStringLiteral("87.1")));
    CHECK(scored.why == QStringLiteral("实得81分，适用项满分93分，得分87.1，建议等级合格。"));
    CHECK(scored.items.last().why == QStringLiteral("合理缺项（没有这类器具），不计入总分。"));
}

TEST_CASE("below forty applicable points a leader decides", "[scoring]")
{
    const auto enough = scoreOf(editionWith(deduct("40", "1", "40")), {counted(0), notApplicable("1.02")});
    CHECK(enough.score == Points::whole(100));
    const auto few = scoreOf(editionWith(deduct("39", "1", "39")), {counted(0), notApplicable("1.02")});
    CHECK(few.complete);
    CHECK_FALSE(few.score);
    CHECK_FALSE(few.range);
    CHECK(few.grade.isEmpty());
    CHECK(few.heldBack == QStringLiteral("适用项满分合计39分，不足40分，不折算、不评级，由负责人决定。"));
}

TEST_CASE("an open item makes the result provisional with its range", "[scoring]")
{
    const auto scored = scoreOf(editionWith(deduct("30", "1", "30")), {rest(true)});
    CHECK_FALSE(scored.complete);
    CHECK_FALSE(scored.score);
    CHECK(scored.grade.isEmpty());
    CHECK(scored.range.value() == ScoreRange{Points::whole(70), Points::whole(100)});
    CHECK(scored.items.first().why == QStringLiteral("尚未评分（满分30分）。"));
    CHECK(scored.why == QStringLiteral("实得70分，适用项满分100分，还有1项未评，最终得分在70到100之间。"));
}

TEST_CASE("a veto fails the sheet, complete or not", "[scoring]")
{
    const auto edition = editionWith(deduct("30", "1", "30"));
    Answer veto = rest(false);
    veto.isVeto = true;
    const auto open = scoreOf(edition, {veto});
    CHECK_FALSE(open.complete);
    CHECK(open.grade == QStringLiteral("不合格"));
    CHECK(open.vetoes == QStringList{QStringLiteral("1.02")});
    CHECK(open.heldBack == QStringLiteral("一票否决（1.02）成立，判为不合格。"));
    CHECK(open.items.last().why.endsWith(QStringLiteral("经查实一票否决：伪造数据的。")));
    const auto global = scoreOf(edition, {counted(0), rest(true)}, {}, {QStringLiteral("G1")});
    CHECK(global.score == Points::whole(100));
    CHECK(global.gradeKey == QStringLiteral("fail"));
    Answer bare;
    bare.item = QStringLiteral("1.02");
    bare.isVeto = true;
    CHECK_FALSE(scoreOf(edition, {counted(0), bare}).complete);
}

TEST_CASE("a unit with an overdue instrument is held at 合格 and no lower", "[scoring]")
{
    const auto edition = editionWith(deduct("50", "1", "50"));
    const ScoreContext held{QStringLiteral("在用强检器具中有1台超周期，建议等级最高为合格。")};
    const auto excellent = scoreOf(edition, {counted(0), rest(true)}, held);
    CHECK(excellent.grade == QStringLiteral("合格"));
    CHECK(excellent.heldBack == held.holdReason);
    CHECK(excellent.score == Points::whole(100));
    const auto pass = scoreOf(edition, {counted(15), rest(true)}, held);
    CHECK(pass.grade == QStringLiteral("合格"));
    CHECK(pass.heldBack.isEmpty());
    CHECK(scoreOf(edition, {counted(30), rest(true)}, held).grade == QStringLiteral("不合格"));
}

TEST_CASE("what was found for a whole-sheet veto is kept beside its code", "[scoring]")
{
    const auto read = [](const char* json) {
        return parseAnswers(need(parseJsonObject(json, QStringLiteral("answers.json"))));
    };
    const auto answers =
        need(read(R"({"sheet":3,"global_vetoes":["G2"],"global_veto_findings":{"G2":" 关门拒检 "},"answers":[]})"));
    CHECK(answers.globalFindings == QMap<QString, QString>{{QStringLiteral("G2"), QStringLiteral("关门拒检")}});
    CHECK(need(parseAnswers(toJson(answers))) == answers);
    CHECK(need(score(shipped(), *shipped().sheet(3), answers)).vetoes == QStringList{QStringLiteral("G2")});
    CHECK_FALSE(toJson(need(read(R"({"sheet":3,"answers":[]})"))).contains(QStringLiteral("global_veto_findings")));
    CHECK(codeOf(R"({"sheet":3,"global_veto_findings":{"G2":"关门拒检"},"answers":[]})", shipped())
          == QStringLiteral("finding_without_veto@G2"));
    CHECK(codeOf(R"({"sheet":3,"global_veto_findings":{"G2":1},"answers":[]})", shipped())
          == QStringLiteral("bad_global_findings@global_veto_findings"));
}

TEST_CASE("an item's rule reads as a sentence", "[scoring]")
{
    const auto ruleOf = [](const char* id) {
        const QString item = QLatin1String(id);
        return scoringRule(*shipped().sheet(item.left(1).toInt())->item(item));
    };
    CHECK(ruleOf("4.07") == QStringLiteral("按比例得分，达到100%得满分，低于90%不得分。"));
    CHECK(ruleOf("4.03") == QStringLiteral("按比例得分，达到100%得满分。"));
    SheetItem item;
    item.max = Points::whole(6);
    item.method.type = MethodType::Deduct;
    item.method.unit = QStringLiteral("每缺1项制度");
    item.method.per = Points::whole(2);
    item.method.cap = Points::whole(8);
    CHECK(scoringRule(item) == QStringLiteral("每缺1项制度扣2分，最多扣6分。"));
    item.method.type = MethodType::Award;
    item.method.step = Points::fromHundredths(50);
    CHECK(scoringRule(item) == QStringLiteral("由检查人员评定，以0.5分为一档。"));
    item.method.type = MethodType::Checklist;
    item.method.checks = {QStringLiteral("上墙"), QStringLiteral("公示")};
    CHECK(scoringRule(item) == QStringLiteral("符合一个要点得2分：上墙、公示。"));
}

TEST_CASE("wrong answers name their item", "[scoring]")
{
    struct Case {
        const char* answers;
        const char* error;
    };
    const auto one =
        GENERATE(Case{R"([{"item":"9.99","occurrences":1}])", "unknown_item@9.99"},
                 Case{R"([{"item":"3.01","occurrences":1},{"item":"3.01","occurrences":1}])", "repeated_item@3.01"},
                 Case{R"([{"item":"3.01","occurrences":-1}])", "negative_number@3.01"},
                 Case{R"([{"item":"3.05","num":-1,"den":4}])", "negative_number@3.05"},
                 Case{R"([{"item":"3.05","num":5,"den":4}])", "num_above_den@3.05"},
                 Case{R"([{"item":"3.05","num":5}])", "bad_ratio@3.05"},
                 Case{R"([{"item":"3.01","occurrences":1.5}])", "bad_number@3.01"},
                 Case{R"([{"item":"3.01","occurrences":"2"}])", "bad_number@3.01"},
                 Case{R"([{"item":"3.01","occurrences":1e300}])", "bad_number@3.01"},
                 Case{R"([{"item":"3.01","occurrences":1000001}])", "bad_number@3.01"},
                 Case{R"([{"item":"3.05","num":1,"den":9e18}])", "bad_number@3.05"},
                 Case{R"([{"item":"3.01","met":true}])", "wrong_form@3.01"},
                 Case{R"([{"item":"3.02","occurrences":1}])", "wrong_form@3.02"},
                 Case{R"([{"item":"3.01","points":"3"}])", "wrong_form@3.01"},
                 Case{R"([{"item":"3.02","met":"yes"}])", "bad_flag@3.02"},
                 Case{R"([{"item":"3.02","met":true,"occurrences":1}])", "several_answers@3.02"},
                 Case{R"([{"item":"3.07","na":true}])", "na_without_reason@3.07"},
                 Case{R"([{"item":"3.07","na":true,"reason":"  "}])", "na_without_reason@3.07"},
                 Case{R"([{"item":"3.07","num":1,"den":2,"reason":"x"}])", "reason_without_na@3.07"},
                 Case{R"([{"item":"3.01","na":true,"reason":"x"}])", "na_not_allowed@3.01"},
                 Case{R"([{"item":"3.02","met":false,"veto":true}])", "veto_not_allowed@3.02"},
                 Case{R"([{"item":"3.09","met":true,"veto":true}])", "veto_contradicts@3.09"},
                 Case{R"([{"item":"3.01"}])", "empty_answer@3.01"},
                 Case{R"([{"item":"3.01","occurence":1}])", "unknown_key@3.01"},
                 Case{R"([{"occurrences":1}])", "no_item@answers/0"}, Case{R"({})", "no_answers@answers"});
    const QByteArray json = QByteArray(R"({"sheet":3,"answers":)") + one.answers + "}";
    CHECK(codeOf(json, shipped()) == QLatin1String(one.error));
}

TEST_CASE("global vetoes are checked against the edition and the sheet", "[scoring]")
{
    struct Case {
        const char* json;
        const char* error;
    };
    const auto one = GENERATE(
        Case{R"({"sheet":3,"global_vetoes":["G7"],"answers":[]})", "unknown_global_veto@G7"},
        Case{R"({"sheet":3,"global_vetoes":["G4"],"answers":[]})", "global_veto_not_for_sheet@G4"},
        Case{R"({"sheet":3,"global_vetoes":["G1","G1"],"answers":[]})", "repeated_global_veto@G1"},
        Case{R"({"sheet":3,"global_vetoes":"G1","answers":[]})", "bad_global_vetoes@global_vetoes"},
        Case{R"({"answers":[]})", "bad_sheet@sheet"}, Case{R"({"sheet":1,"global_vetoes":["G4"],"answers":[]})", ""});
    CHECK(codeOf(one.json, shipped()) == QLatin1String(one.error));
}

TEST_CASE("award points keep to maximum and step, checks to the list", "[scoring]")
{
    SheetItem award = itemOf(MethodType::Award, Points::whole(2));
    award.method.step = Points::fromHundredths(50);
    SheetItem list = itemOf(MethodType::Checklist, Points::whole(2));
    list.method.checks = {QStringLiteral("通知")};
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","points":"2.5"}]})", editionWith(award))
          == QLatin1String("points_above_max@1.01"));
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","points":0.25}]})", editionWith(award))
          == QLatin1String("off_step@1.01"));
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","points":"-1"}]})", editionWith(award))
          == QLatin1String("negative_number@1.01"));
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","points":1.5}]})", editionWith(award)).isEmpty());
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","checks":["别的"]}]})", editionWith(list))
          == QLatin1String("bad_check@1.01"));
    CHECK(codeOf(R"({"sheet":1,"answers":[{"item":"1.01","checks":["通知","通知"]}]})", editionWith(list))
          == QLatin1String("bad_check@1.01"));
}

TEST_CASE("answers read what they wrote", "[scoring]")
{
    const QByteArray json =
        R"({"answers":[{"item":"3.01","note":"缺台账制度","occurrences":2},{"item":"3.02","met":false},)"
        R"({"den":4,"item":"3.05","num":3},{"item":"3.06","points":"1.5"},)"
        R"({"item":"3.07","na":true,"reason":"无强检器具"},{"item":"3.09","met":false,"veto":true},)"
        R"({"checks":["通知"],"item":"3.10"}],"global_vetoes":["G1"],"sheet":3})";
    const auto answers = need(parseAnswers(need(parseJsonObject(json, QStringLiteral("a.json")))));
    CHECK(canonicalJson(toJson(answers)) == json);
    CHECK(need(parseAnswers(toJson(answers))) == answers);
}

TEST_CASE("answers kept with an inspection take its sheet", "[scoring]")
{
    model::Inspection inspection;
    inspection.sheet = 3;
    inspection.answers = QStringLiteral(R"({"answers":[{"item":"3.01","occurrences":2}],"global_vetoes":[]})");
    const auto scored = need(score(shipped(), inspection));
    CHECK(scored.sheet == 3);
    CHECK(scored.items.first().points == Points::whole(5));
    inspection.sheet = 9;
    CHECK(score(shipped(), inspection).error().code == QStringLiteral("unknown_sheet"));
}

TEST_CASE("sheet 1 scores the organiser", "[scoring][STD-1]")
{
    checkGolden("sheet1_organiser_pass");
}

TEST_CASE("sheet 2 scores a market", "[scoring][STD-2]")
{
    checkGolden("sheet2_market_veto_incomplete");
}

TEST_CASE("sheet 3 scores a shop", "[scoring][STD-3]")
{
    checkGolden("sheet3_shop_pass");
    checkGolden("sheet3_shop_held_at_pass");
}

TEST_CASE("sheet 4 scores a restaurant", "[scoring][STD-4]")
{
    checkGolden("sheet4_restaurant_failed");
}

TEST_CASE("sheet 5 scores a hospital", "[scoring][STD-5]")
{
    checkGolden("sheet5_hospital_pending_ratio");
}

TEST_CASE("sheet 6 scores a petrol station", "[scoring][STD-6]")
{
    checkGolden("sheet6_petrol_global_veto");
}

TEST_CASE("sheet 7 scores an optician", "[scoring][STD-7]")
{
    checkGolden("sheet7_optician_half_done");
}

TEST_CASE("sheet 8 scores a small merchant", "[scoring][STD-8]")
{
    checkGolden("sheet8_merchant_below_forty");
    checkGolden("sheet8_merchant_zero_over_zero");
}

TEST_CASE("any answers to any shipped sheet stay in bounds and add up", "[scoring]")
{
    SplitMix64 random(328);
    for (const Sheet& sheet : shipped().sheets)
        for (int round = 0; round < 60; ++round) {
            const auto answers = anyAnswers(sheet, random);
            const auto scored = need(score(shipped(), sheet, answers));
            Points sum;
            for (const ItemScore& item : scored.items) {
                CHECK(item.points.value() >= Points());
                CHECK(*item.points <= item.max);
                sum += *item.points;
            }
            CHECK(sum == scored.earned);
            CHECK(scored.applicable == sheet.total);
            CHECK(scored.complete);

            auto shuffled = answers;
            for (qsizetype i = shuffled.answers.size() - 1; i > 0; --i)
                shuffled.answers.swapItemsAt(i, qsizetype(random.below(quint64(i + 1))));
            CHECK(need(score(shipped(), sheet, shuffled)) == scored);

            auto partial = shuffled;
            partial.answers.resize(qsizetype(random.below(quint64(partial.answers.size()))));
            const auto open = need(score(shipped(), sheet, partial));
            CHECK_FALSE(open.complete);
            CHECK(open.range.value().low <= *scored.score);
            CHECK(*scored.score <= open.range->high);
        }
}

TEST_CASE("counts beyond all sense are refused, whichever way they come in", "[scoring]")
{
    const Sheet& sheet = *shipped().sheet(3);
    const qint64 most = std::numeric_limits<qint64>::max();
    const auto codeOfAnswer = [&](const Answer& answer) {
        const auto scored = score(shipped(), sheet, {sheet.no, {}, {answer}});
        return scored ? QString() : scored.error().code;
    };
    for (const qint64 found : {qint64(1'000'001), most}) {
        Answer counted;
        counted.item = QStringLiteral("3.01");
        counted.occurrences = found;
        CHECK(codeOfAnswer(counted) == QStringLiteral("bad_number"));
        Answer share;
        share.item = QStringLiteral("3.05");
        share.ratio = Rate{found, found};
        CHECK(codeOfAnswer(share) == QStringLiteral("bad_number"));
    }
}

TEST_CASE("more occurrences never give more points", "[scoring]")
{
    for (const Sheet& sheet : shipped().sheets)
        for (const SheetItem& item : sheet.items) {
            if (item.method.type != MethodType::Deduct)
                continue;
            Points before = item.max;
            for (int found = 0; found <= 15; ++found) {
                Answer answer;
                answer.item = item.id;
                answer.occurrences = found;
                const auto scored = need(score(shipped(), sheet, {sheet.no, {}, {answer}}));
                CHECK(scored.earned <= before);
                before = scored.earned;
            }
        }
}
