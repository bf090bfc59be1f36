// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "rules/problem_state.h"
#include "services/inspections.h"
#include "services/internal/workspace_data.h"
#include "services/sheet_papers.h"
#include "support/pictures.h"

#include <QImage>
#include <QTemporaryDir>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Everything met on a unit's sheet, but the first deductible item found wanting once.
services::InspectionForm form(OpenCampaign& campaign, const model::Unit& unit)
{
    services::InspectionForm form;
    form.unit = unit.uid;
    form.kind = model::InspectionKind::Joint;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("张三、李四");
    const rules::Sheet& sheet = *campaign.workspace->sheets().sheetOf(unit.trade);
    form.answers.sheet = sheet.no;
    bool isFirst = true;
    for (const rules::SheetItem& item : sheet.items) {
        rules::Answer answer;
        answer.item = item.id;
        if (item.method.type == rules::MethodType::Deduct) {
            answer.occurrences = isFirst ? 1 : 0;
            isFirst = false;
        } else if (item.method.type == rules::MethodType::Ratio) {
            answer.ratio = Rate{1, 1};
        } else {
            answer.met = true;
        }
        form.answers.answers.append(answer);
    }
    return form;
}

} // namespace

TEST_CASE("An inspection is filed, read back and scored", "[services][STA-3][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto unit = campaign.unitOf(model::Trade::Market);
    const auto filed = need(services::recordInspection(*campaign.workspace, form(campaign, unit)));
    const auto score = need(services::scoreOf(*campaign.workspace, filed.uid));
    CHECK(score.complete);
    REQUIRE(score.score);
    CHECK(*score.score < Points::whole(100));
    CHECK(need(services::inspectionForm(*campaign.workspace, filed.uid)).answers == form(campaign, unit).answers);
    const auto problems = need(services::suggestProblems(*campaign.workspace, filed.uid));
    CHECK(problems.size() == 1);
}

TEST_CASE("A printed sheet shows its items' photographs, before and after it is filed", "[services][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    services::InspectionForm filled = form(campaign, campaign.unitOf(model::Trade::Market));
    const QString item = filled.answers.answers.first().item;
    const QString good = campaign.folder.filePath(QStringLiteral("秤台.png"));
    const QString bad = campaign.folder.filePath(QStringLiteral("断.jpg"));
    for (const auto& [path, bytes] : {std::pair{good, picture(40, 30)}, {bad, QByteArray("\xff\xd8\xff no picture")}}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    const auto cellsOf = [](const documents::Paper& paper) {
        return std::get<documents::Grid>(paper.blocks.last()).cells;
    };
    filled.photographs = {{item, {good, bad}}};
    const auto before = cellsOf(need(services::filledSheet(*campaign.workspace, filled)));
    REQUIRE(before.size() == 2);
    CHECK_FALSE(before[0].picture.isNull());
    CHECK(before[1].picture.isNull());
    CHECK(before[1].lines.first().contains(QStringLiteral("断.jpg")));
    filled.photographs = {{item, {good}}};
    const auto filed = need(services::recordInspection(*campaign.workspace, filled));
    const auto after = cellsOf(need(services::filedSheet(*campaign.workspace, filed.uid)));
    REQUIRE(after.size() == 1);
    CHECK_FALSE(after[0].picture.isNull());
    CHECK(after[0].lines.first().contains(item));
}

TEST_CASE("What an inspection must not be", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto market = campaign.unitOf(model::Trade::Market);
    auto good = form(campaign, market);
    SECTION("another trade's sheet")
    {
        good.unit = campaign.unitOf(model::Trade::Optician).uid;
        const auto filed = services::recordInspection(*campaign.workspace, good);
        REQUIRE_FALSE(filed);
        CHECK(filed.error().code == QStringLiteral("wrong_sheet"));
    }
    SECTION("a veto signed by one")
    {
        good.inspectors = QStringLiteral("张三");
        good.answers.globalVetoes << QStringLiteral("G2");
        const auto filed = services::recordInspection(*campaign.workspace, good);
        REQUIRE_FALSE(filed);
        CHECK(filed.error().code == QStringLiteral("two_inspectors"));
    }
    SECTION("scored on another edition of the sheets")
    {
        good.edition = QStringLiteral("reference-draft-2023-9");
        const auto filed = services::recordInspection(*campaign.workspace, good);
        REQUIRE_FALSE(filed);
        CHECK(filed.error().code == QStringLiteral("other_edition"));
        CHECK(filed.error().message.contains(good.edition));
        CHECK(filed.error().message.contains(campaign.workspace->sheets().name));
        good.edition = campaign.workspace->sheets().name;
        need(services::recordInspection(*campaign.workspace, good));
    }
    SECTION("a unit that has left")
    {
        const auto& withdraw = *services::findAction(model::kindOf<model::Unit>(), QStringLiteral("withdraw"));
        need(services::doAction(
            *campaign.workspace, withdraw, market.uid,
            {{QStringLiteral("from"), day("2024-09-01")}, {QStringLiteral("reason"), QStringLiteral("停业")}}));
        const auto filed = services::recordInspection(*campaign.workspace, good);
        REQUIRE_FALSE(filed);
        CHECK(filed.error().code == QStringLiteral("not_participating"));
    }
}

TEST_CASE("A problem is closed only over evidence and another person's re-check", "[services][PLAN-7][BUR-3]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto unit = campaign.unitOf(model::Trade::Market);
    const auto filed = need(services::recordInspection(*campaign.workspace, form(campaign, unit)));
    const auto suggestion = need(services::suggestProblems(*campaign.workspace, filed.uid)).first();
    const Uid problem = need(services::addRecord(*campaign.workspace, model::toRecord(suggestion.problem))).uid;
    const auto take = [&](const char* action, const char* on, const QString& persons, const QString& evidence) {
        services::FieldValues inputs{{QStringLiteral("on"), day(on)}, {QStringLiteral("persons"), persons}};
        if (!evidence.isEmpty())
            inputs.insert(QStringLiteral("evidence"), evidence);
        return services::doAction(*campaign.workspace,
                                  *services::findAction(model::kindOf<model::Problem>(), QLatin1String(action)),
                                  problem, inputs);
    };
    CHECK_FALSE(take("close", "2024-09-11", QStringLiteral("王五"), {}));
    need(take("advise", "2024-09-11", QStringLiteral("张三"), {}));
    CHECK_FALSE(take("rectify", "2024-09-12", QStringLiteral("赵六"), {})); // no evidence
    need(take("rectify", "2024-09-12", QStringLiteral("赵六"), QStringLiteral("照片")));
    CHECK_FALSE(take("recheck_pass", "2024-09-13", QStringLiteral("赵六"), {})); // re-checks his own work
    need(take("recheck_pass", "2024-09-13", QStringLiteral("张三"), {}));
    need(take("close", "2024-09-14", QStringLiteral("王五"), {}));
    CHECK_FALSE(take("close", "2024-09-15", QStringLiteral("王五"), {}));
}

TEST_CASE("An inspection of another edition is not scored on these sheets", "[services][STA-3]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto good = form(campaign, campaign.unitOf(model::Trade::Market));
    model::Inspection old;
    old.unit = good.unit;
    old.on = good.on;
    old.inspectors = good.inspectors;
    old.sheet = good.answers.sheet;
    old.edition = QStringLiteral("reference-draft-2023-9");
    old.answers = QStringLiteral(R"({"answers":[],"global_vetoes":[]})");
    CHECK(services::addRecord(*campaign.workspace, model::toRecord(old)).error().code
          == QStringLiteral("other_edition"));
    Uid uid; // as one that came over from an earlier campaign
    need(services::runIntent(*campaign.workspace, QStringLiteral("campaign.carry_over"), Uid::create(),
                             [&](storage::Intent& intent) {
                                 uid = need(intent.insert(model::toRecord(old)));
                                 return Result<void>();
                             }));
    CHECK(need(services::inspectionForm(*campaign.workspace, uid)).edition == old.edition);
    const auto score = services::scoreOf(*campaign.workspace, uid);
    REQUIRE_FALSE(score);
    CHECK(score.error().code == QStringLiteral("other_edition"));
}

TEST_CASE("An inspection is checked however it is entered and corrected", "[services][STA-3]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::RecordKind& kind = model::kindOf<model::Inspection>();
    auto good = form(campaign, campaign.unitOf(model::Trade::Market));
    const Uid uid = need(services::recordInspection(*campaign.workspace, good)).uid;
    const model::Record filed = need(services::findRecord(*campaign.workspace, kind, uid));
    const auto codeOf = [](const Result<services::Written>& written) {
        return written ? QString() : written.error().code;
    };
    const auto entered = [&](const char* field, const model::Value& value) {
        model::Record another(kind);
        another.values = filed.values;
        another.set(QLatin1String(field), value);
        return codeOf(services::addRecord(*campaign.workspace, another));
    };
    const auto corrected = [&](const char* field, const model::Value& value) {
        return codeOf(services::correctRecord(*campaign.workspace, kind, uid, filed.version,
                                              {{QLatin1String(field), value}}, QStringLiteral("登错了")));
    };
    const QString vetoed = QStringLiteral(R"({"sheet":2,"answers":[],"global_vetoes":["G2"]})");
    CHECK_FALSE(entered("answers", QStringLiteral("{\"answers\":[{\"item\":\"9.99\"}]}")).isEmpty());
    CHECK(entered("sheet", qint64(3)) == QStringLiteral("wrong_sheet"));
    CHECK_FALSE(corrected("answers", QStringLiteral("[]")).isEmpty());
    CHECK(corrected("answers", vetoed).isEmpty() == (rules::personsIn(good.inspectors).size() > 1));
    CHECK(entered("inspectors", QStringLiteral("一个人")).isEmpty());
    good.inspectors = QStringLiteral("一个人");
    model::Record alone(kind);
    alone.values = filed.values;
    alone.set(QStringLiteral("inspectors"), good.inspectors);
    alone.set(QStringLiteral("answers"), vetoed);
    CHECK(codeOf(services::addRecord(*campaign.workspace, alone)) == QStringLiteral("two_inspectors"));
}

TEST_CASE("What was found for a whole-sheet veto is filed with it", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    auto refused = form(campaign, campaign.unitOf(model::Trade::Market));
    refused.answers.globalVetoes = {QStringLiteral("G2")};
    refused.answers.globalFindings = {{QStringLiteral("G2"), QStringLiteral("锁门拒绝检查，有录像")}};
    const auto filed = need(services::recordInspection(*campaign.workspace, refused));
    CHECK(need(services::inspectionForm(*campaign.workspace, filed.uid)).answers == refused.answers);
    CHECK(need(services::scoreOf(*campaign.workspace, filed.uid)).gradeKey == QLatin1String(rules::failedGradeKey));
}

TEST_CASE("Photographs are filed with their inspection, or nothing is", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QTemporaryDir folder;
    auto good = form(campaign, campaign.unitOf(model::Trade::Market));
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const QString photograph = folder.filePath(QStringLiteral("a.png"));
    REQUIRE(picture.save(photograph));
    const auto inspections = [&] {
        return need(services::listRecords(*campaign.workspace, model::kindOf<model::Inspection>())).size();
    };
    good.photographs = {{QStringLiteral("2.01"), {photograph, folder.filePath(QStringLiteral("gone.jpg"))}}};
    const auto refused = services::recordInspection(*campaign.workspace, good);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == QStringLiteral("2.01"));
    CHECK(inspections() == 0);
    good.photographs = {{QStringLiteral("2.01"), {photograph}}};
    const auto filed = need(services::recordInspection(*campaign.workspace, good));
    const auto facts = need(campaign.workspace->facts());
    REQUIRE(facts.attachments.size() == 1);
    CHECK(facts.attachments[0].subject == filed.uid);
    CHECK(facts.attachments[0].subjectKind == QStringLiteral("inspection"));
    CHECK(facts.attachments[0].item == QStringLiteral("2.01"));
    good.on = good.on.addDays(1);
    const auto loaded = need(services::loadPhotographs(good)); // ahead of the writing
    REQUIRE(QFile::remove(photograph));
    need(services::recordInspection(*campaign.workspace, loaded));
    CHECK(need(services::allPhotographs(*campaign.workspace)).size() == 2);
}

TEST_CASE("Drafts are kept by person and key", "[services]")
{
    OpenCampaign campaign;
    const QJsonObject draft{{QStringLiteral("sheet"), 3}};
    need(services::saveDraft(*campaign.workspace, QStringLiteral("sheet-3"), draft));
    CHECK(need(services::loadDraft(*campaign.workspace, QStringLiteral("sheet-3"))) == draft);
    CHECK(need(services::loadDraft(*campaign.workspace, QStringLiteral("sheet-4"))).isEmpty());
    need(services::dropDraft(*campaign.workspace, QStringLiteral("sheet-3")));
    CHECK(need(services::loadDraft(*campaign.workspace, QStringLiteral("sheet-3"))).isEmpty());
}
