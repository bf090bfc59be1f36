// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/figure_check.h"

#include "invented_facts.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

const FigureLabels& shippedLabels()
{
    static const FigureLabels labels = need(parseFigureLabels(
        readFile(sourcePath(QStringLiteral("resources/figures/labels.json"))), QStringLiteral("labels.json")));
    return labels;
}

CampaignFigure counted(const char* key, qint64 count)
{
    return {.key = QLatin1String(key), .label = {}, .count = count, .why = QStringLiteral("登记 %1。").arg(count)};
}

QVector<CampaignFigure> figures()
{
    return {
        counted("units", 40),
        counted("committed_units", 38),
        counted("instruments", 1489),
        counted("instruments_in_use", 489),
        counted("mandatory_in_use", 400),
        counted("problems", 12),
        counted("open_problems", 0),
        counted("register:training", 3),
        counted("register:supervisor", 21),
        {.key = QStringLiteral("verification_rate"),
         .label = {},
         .rate = Rate{394, 400},
         .why = QStringLiteral("受检。")},
        {.key = QStringLiteral("validity_rate"), .label = {}, .rate = Rate{399, 400}, .why = QStringLiteral("有效。")},
        {.key = QStringLiteral("pass_rate"), .label = {}, .rate = Rate{0, 0}, .why = QStringLiteral("无从计算。")}};
}

/// "参建单位|40家|40|=" for each.
QStringList told(const QString& text)
{
    QStringList lines;
    for (const FigureCheck& check : checkFigures(text, figures(), shippedLabels()).checks)
        lines << QStringList{check.label, check.written, check.recorded,
                             check.agrees ? QStringLiteral("=") : QStringLiteral("!")}
                     .join(QLatin1Char('|'));
    return lines;
}

} // namespace

TEST_CASE("numbers beside known words are compared with the records", "[BUR-6]")
{
    const struct {
        const char* text;
        QStringList checks;
    } cases[] = {
        {"共确定参建单位 40 家。", {QStringLiteral("参建单位|40家|40|=")}},
        {"参建单位共有４１家", {QStringLiteral("参建单位|41家|40|!")}},
        {"全镇40家参建单位", {QStringLiteral("参建单位|40家|40|=")}},
        {"参建单位数：\n40\n", {QStringLiteral("参建单位|40|40|=")}},
        {"参建单位名单见附件 3 月印发", {}},
        {"新增参建单位 5 家", {}},
        {"计划参建单位 50 家，参建单位 40 家", {QStringLiteral("参建单位|40家|40|=")}},
        {"受检率98.5%", {QStringLiteral("受检率|98.5%|98.5%|=")}},
        {"受检率为 98.50％", {QStringLiteral("受检率|98.50%|98.5%|=")}},
        {"受检率达到99%", {QStringLiteral("受检率|99%|98.5%|=")}},
        {"受检率98%", {QStringLiteral("受检率|98%|98.5%|!")}},
        {"受检率不低于 95%", {}},
        {"有效率100%", {QStringLiteral("有效率|100%|99.8%|!")}},
        {"有效率99.75%", {QStringLiteral("有效率|99.75%|99.8%|=")}},
        {"合格率100%", {QStringLiteral("合格率|100%|无|!")}},
        {"计量器具 489 台件", {QStringLiteral("计量器具|489台件|1489或489或400|=")}},
        {"计量器具1,489台（件）", {QStringLiteral("计量器具|1,489台(件)|1489或489或400|=")}},
        {"计量器具490台", {QStringLiteral("计量器具|490台|1489或489或400|!")}},
        {"在用强制检定计量器具489台（件）", {QStringLiteral("在用强制检定计量器具|489台(件)|400|!")}},
        {"已签订承诺书38家，尚未销号0个",
         {QStringLiteral("已签订承诺书|38家|38|="), QStringLiteral("尚未销号|0个|0|=")}},
        {"举办培训3场，聘请群众监督员20名",
         {QStringLiteral("举办培训|3场|3|="), QStringLiteral("群众监督员|20名|21|!")}},
    };
    for (const auto& [text, checks] : cases) {
        INFO(text);
        CHECK(told(QString::fromUtf8(text)) == checks);
    }
}

TEST_CASE("numbers that no figure answers are named, dates and numbers of documents are not", "[BUR-6]")
{
    const CheckedFigures checked = checkFigures(
        QStringLiteral("宝顾府〔2024〕3号。2024年3月5日起，参建单位 40 家，发放宣传资料 2000 份，投入资金 12.5 万元。"),
        figures(), shippedLabels());
    REQUIRE(checked.unchecked.size() == 2);
    CHECK(checked.unchecked[0].contains(QStringLiteral("2000 份")));
    CHECK(checked.unchecked[1].contains(QStringLiteral("12.5 万元")));
    CHECK(checked.differing() == 0);
    const FigureCheck first =
        checkFigures(QStringLiteral("标题\n\n参建单位 41 家"), figures(), shippedLabels()).checks.value(0);
    CHECK(first.paragraph == 3);
    CHECK(first.why == QStringLiteral("登记 40。"));
    CHECK(first.context == QStringLiteral("参建单位 41 家"));
}

TEST_CASE("a report says of which day its figures are")
{
    CHECK(dayOfFigures(QStringLiteral("截至2024年6月1日，参建单位")) == day("2024-06-01"));
    CHECK(dayOfFigures(QStringLiteral("截止 2024 年 12 月 31 日")) == day("2024-12-31"));
    CHECK_FALSE(dayOfFigures(QStringLiteral("2024年6月1日印发")).isValid());
}

TEST_CASE("a wrong table of labels is named with its place")
{
    for (const char* item : {R"({"words": [], "figures": ["units"]})", R"({"words": ["参建单位"], "units": ["家"]})",
                             R"({"words": ["参建单位"], "units": ["家"], "figures": ["unit"]})",
                             R"({"words": ["医院"], "units": ["家"], "figures": ["trade:bakery"]})",
                             R"({"words": ["培训"], "units": ["场"], "figures": ["register:trainings"]})"}) {
        const auto read = parseFigureLabels("{\"labels\": [" + QByteArray(item) + "]}", QStringLiteral("labels.json"));
        REQUIRE_FALSE(read);
        CHECK(read.error().where.contains(QStringLiteral("/labels/0")));
    }
}
