// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "rules/sheet.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SheetParser)
};

constexpr int highestSheet = 8;
constexpr int mostCounted = 1000;

qint64 tenThousandths(JsonReader& reader, const char* key)
{
    const double share = reader.number(key);
    const qint64 whole = std::llround(share * 10'000);
    if (whole < 0 || whole > 10'000)
        reader.fault(key, Text::tr("应在 0 到 1 之间"));
    else if (std::abs(share * 10'000 - double(whole)) > 1e-6)
        reader.fault(key, Text::tr("最多四位小数"));
    return whole;
}

ZeroOverZero readZeroOverZero(JsonReader& reader)
{
    const QString word = reader.text("zero_over_zero");
    if (word == QLatin1String("full"))
        return ZeroOverZero::Full;
    if (word == QLatin1String("na"))
        return ZeroOverZero::NotApplicable;
    if (word != QLatin1String("pending"))
        reader.fault("zero_over_zero", Text::tr("只能是 full、na 或 pending"));
    return ZeroOverZero::Pending;
}

ItemMethod readMethod(JsonReader& reader)
{
    ItemMethod method;
    const QString type = reader.text("type");
    if (type == QLatin1String("deduct")) {
        method.type = MethodType::Deduct;
        method.per = reader.points("per");
        method.cap = reader.points("cap");
        method.unit = reader.text("unit");
    } else if (type == QLatin1String("all_or_nothing")) {
        method.type = MethodType::AllOrNothing;
        method.condition = reader.text("condition");
    } else if (type == QLatin1String("ratio")) {
        method.type = MethodType::Ratio;
        method.fullAt = tenThousandths(reader, "full_at");
        method.zeroBelow = tenThousandths(reader, "zero_below");
        if (method.zeroBelow > method.fullAt)
            reader.fault("zero_below", Text::tr("不得高于 full_at"));
        method.zeroOverZero = readZeroOverZero(reader);
        method.metric = reader.optionalText("metric");
    } else if (type == QLatin1String("award")) {
        method.type = MethodType::Award;
        method.step = reader.points("step");
    } else if (type == QLatin1String("checklist")) {
        method.type = MethodType::Checklist;
        method.per = reader.points("per");
        method.checks = reader.texts("checks");
    } else {
        reader.fault("type", Text::tr("没有“%1”这种计分方法").arg(type));
    }
    return method;
}

/// Which of its words a metric is narrowed by; metrics.h and check_metrics.cpp know what each means.
const QStringList& narrowings()
{
    static const QStringList known{QStringLiteral("other_than_dispensers"), QStringLiteral("certificates"),
                                   QStringLiteral("precious_goods"), QStringLiteral("dishes"), QStringLiteral("herbs")};
    return known;
}

Prefill readPrefill(JsonReader& reader, const QStringList& issueCodes)
{
    Prefill prefill;
    prefill.metrics = reader.texts("metrics");
    prefill.rule = reader.optionalText("rule");
    prefill.fault = reader.optionalText("fault");
    if (!prefill.fault.isEmpty() && !issueCodes.contains(prefill.fault))
        reader.fault("fault", Text::tr("没有“%1”这个问题代码").arg(prefill.fault));
    prefill.only = reader.optionalText("only");
    if (!prefill.only.isEmpty() && !narrowings().contains(prefill.only))
        reader.fault("only", Text::tr("没有“%1”这种限定").arg(prefill.only));
    if (reader.has("missing_counts"))
        prefill.missingCounts = reader.integer("missing_counts", 1, mostCounted);
    if (reader.has("at_least"))
        prefill.atLeast = reader.integer("at_least", 1, mostCounted);
    return prefill;
}

SheetItem readItem(JsonReader& reader, const QStringList& issueCodes)
{
    SheetItem item;
    item.id = reader.text("id");
    item.section = reader.text("section");
    item.criterion = reader.text("criterion");
    item.max = reader.points("max");
    if (item.max <= Points())
        reader.fault("max", Text::tr("满分应大于 0"));
    if (!reader.has("method"))
        reader.fault("method", Text::tr("评分项 %1 没有计分方法").arg(item.id));
    reader.within("method", [&](JsonReader& method) { item.method = readMethod(method); });
    item.hasVeto = reader.flag("veto", false);
    item.vetoWhen = reader.optionalText("veto_when");
    item.isNaAllowed = reader.flag("na_allowed", false);
    item.naWhen = reader.optionalText("na_when");
    item.evidence = reader.texts("evidence");
    reader.each("basis", [&](JsonReader& basis) {
        item.basis.append(
            {basis.text("text"), basis.optionalDate("from"), basis.optionalDate("to"), basis.optionalText("note")});
    });
    reader.within("prefill", [&](JsonReader& prefill) { item.prefill = readPrefill(prefill, issueCodes); });
    return item;
}

/// `ids` holds the items of the sheets read so far: an id names one item of the whole edition.
Sheet readSheet(JsonReader& reader, QSet<QString>& ids, const QStringList& issueCodes)
{
    Sheet sheet;
    sheet.no = int(reader.integer("no", 1, highestSheet));
    sheet.key = reader.text("key");
    sheet.subject = reader.text("subject");
    sheet.title = reader.text("title");
    sheet.total = reader.points("total");
    Points sum;
    reader.each("items", [&](JsonReader& itemReader) {
        const SheetItem item = readItem(itemReader, issueCodes);
        if (ids.contains(item.id))
            itemReader.fault("id", Text::tr("评分项 %1 重复").arg(item.id));
        ids.insert(item.id);
        sum += item.max;
        sheet.items.append(item);
    });
    if (sum != sheet.total)
        reader.fault("total", Text::tr("表 %1 各项满分合计 %2 分，与总分 %3 分不符")
                                  .arg(sheet.no)
                                  .arg(sum.toString(), sheet.total.toString()));
    return sheet;
}

void readGrades(JsonReader& reader, SheetEdition& edition)
{
    for (const char* required : {"grade_defaults", "min_applicable_points"})
        if (!reader.has(required))
            reader.fault(required, Text::tr("缺少这一项"));
    reader.within("grade_defaults", [&](JsonReader& grades) {
        edition.gradeBands = {{QStringLiteral("excellent"), Text::tr("优秀"), grades.points("excellent")},
                              {QStringLiteral("pass"), Text::tr("合格"), grades.points("pass")}};
    });
    reader.within("min_applicable_points",
                  [&](JsonReader& least) { edition.minimumApplicable = least.points("value"); });
}

void readGlobalVetoes(JsonReader& reader, SheetEdition& edition)
{
    reader.each("global_vetoes", [&](JsonReader& entry) {
        GlobalVeto veto{entry.text("code"), entry.text("text"), {}, entry.optionalText("basis")};
        const QJsonArray numbers = entry.object().value(QLatin1String("sheets")).toArray();
        for (const QJsonValue& number : numbers) {
            veto.sheets.append(number.toInt());
            if (veto.sheets.last() < 1 || veto.sheets.last() > highestSheet)
                entry.fault("sheets", Text::tr("评分表编号应是 1 到 %1 的整数").arg(highestSheet));
        }
        edition.globalVetoes.append(veto);
    });
}

} // namespace

Result<SheetEdition> parseSheets(const QByteArray& json, const QString& fileName)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object)
        return fail(object.error());
    JsonReader reader(*object, fileName);
    SheetEdition edition;
    edition.name = reader.text("edition");
    edition.status = reader.text("status");
    edition.issueCodes = reader.texts("issue_codes");
    readGrades(reader, edition);
    readGlobalVetoes(reader, edition);
    QSet<int> numbers;
    QSet<QString> ids;
    reader.each("sheets", [&](JsonReader& sheetReader) {
        edition.sheets.append(readSheet(sheetReader, ids, edition.issueCodes));
        if (numbers.contains(edition.sheets.last().no))
            sheetReader.fault("no", Text::tr("表 %1 重复").arg(edition.sheets.last().no));
        numbers.insert(edition.sheets.last().no);
    });
    if (edition.sheets.isEmpty())
        reader.fault("sheets", Text::tr("没有评分表"));
    if (reader.error())
        return fail(*reader.error());
    return edition;
}

} // namespace chengheng::rules
