// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "exchange/table_writer.h"
#include "model/dossier_records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("The roster fills every quota of the notice", "[services][SCOPE-1]")
{
    OpenCampaign campaign;
    const auto report = campaign.importSample("unit", "roster.xlsx");
    CHECK(report.rows == 40);
    CHECK(report.accepted == 40);
    CHECK(report.rejected == 0);
    CHECK_FALSE(report.batch.isNull());
    CHECK(campaign.all<model::Unit>().size() == 40);
    CHECK(campaign.all<model::Unit>({.where = {{QStringLiteral("trade"), QStringLiteral("restaurant")}}}).size() == 9);
    CHECK(campaign.all<model::Unit>({.search = QStringLiteral("jslslyjd")}).size() > 0); // 菊盛路示例眼镜店
}

TEST_CASE("The ledger of 489 rows comes in whole", "[services][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto report = campaign.importSample("instrument", "ledger.csv");
    CHECK(report.rows == 489);
    for (const auto& verdict : report.verdicts)
        for (const auto& fault : verdict.faults)
            INFO(verdict.row << ' ' << fault.column << ' ' << fault.why);
    CHECK(report.rejected == 0);
    CHECK(report.accepted == 489);
    CHECK(campaign.all<model::Instrument>().size() == 489);
    CHECK(campaign.all<model::Verification>().size() == 476);
}

TEST_CASE("The faulty ledger yields exactly its ten faults and writes nothing", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto report = campaign.importSample("instrument", "faulty_ledger.xlsx");
    const QJsonArray expected =
        QJsonDocument::fromJson(readFile(sourcePath(QStringLiteral("tests/data/samples/faulty_ledger.json")))).array();
    QStringList want;
    for (const QJsonValue& fault : expected)
        want << QStringLiteral("%1 %2 %3")
                    .arg(fault[QLatin1String("row")].toInt())
                    .arg(fault[QLatin1String("column")].toString(),
                         fault[QLatin1String("value")].toVariant().toString());
    QStringList have;
    for (const auto& verdict : report.verdicts)
        for (const auto& fault : verdict.faults)
            have << QStringLiteral("%1 %2 %3").arg(verdict.row).arg(fault.column, fault.value);
    CHECK(have.join(QLatin1Char('\n')) == want.join(QLatin1Char('\n')));
    CHECK(report.rejected == 10);
    CHECK(report.batch.isNull());
    CHECK(campaign.all<model::Instrument>().isEmpty());
}

TEST_CASE("A row for several instruments is taken with the hint to split it", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString unit = campaign.all<model::Unit>().first().name;
    const auto report = need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral("单位名称\t器具名称\t出厂编号\t数量\n%1\t血压计\t\t3\n%1\t电子秤\tS-1\t1\n").arg(unit), {}));
    CHECK(report.accepted == 2);
    CHECK(report.rejected == 0);
    CHECK(report.hints() == 1);
    CHECK(report.verdicts[0].faults.isEmpty());
    CHECK(report.verdicts[0].note.contains(QStringLiteral("3台")));
    CHECK(report.verdicts[0].note.contains(QStringLiteral("拆分")));
    CHECK(report.verdicts[1].note.isEmpty());
}

TEST_CASE("A dry run judges and writes nothing", "[services]")
{
    OpenCampaign campaign;
    services::ImportOptions dry;
    dry.isDryRun = true;
    const auto report = campaign.importSample("unit", "roster.xlsx", dry);
    CHECK(report.accepted == 40);
    CHECK(report.isDryRun);
    CHECK(campaign.all<model::Unit>().isEmpty());
}

TEST_CASE("Rows that are there already are stopped, skipped or updated as asked", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    CHECK(campaign.importSample("unit", "roster.xlsx").rejected == 40);
    services::ImportOptions options;
    options.existing = services::Existing::Skip;
    CHECK(campaign.importSample("unit", "roster.xlsx", options).skipped == 40);
    options.existing = services::Existing::Update;
    const auto updated = campaign.importSample("unit", "roster.xlsx", options);
    CHECK(updated.updated == 40);
    CHECK(campaign.all<model::Unit>().size() == 40);
}

TEST_CASE("Blank cells keep what is recorded", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto before = campaign.unitOf(model::Trade::Optician);
    services::ImportOptions options;
    options.existing = services::Existing::Update;
    const auto report = need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Unit>(),
        QStringLiteral("单位名称\t业态\t负责人\t地址\n%1\t眼镜店\t新负责人\t\n").arg(before.name), options));
    CHECK(report.updated == 1);
    const auto after = campaign.unitOf(model::Trade::Optician);
    CHECK(after.head == QStringLiteral("新负责人"));
    CHECK(after.address == before.address);
}

TEST_CASE("An import is taken back as one", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto ledger = campaign.importSample("instrument", "ledger.csv");
    need(services::undoImport(*campaign.workspace, ledger.batch));
    CHECK(campaign.all<model::Instrument>().isEmpty());
    CHECK(campaign.all<model::Verification>().isEmpty());
    CHECK(campaign.all<model::Unit>().size() == 40);
    const auto again = services::undoImport(*campaign.workspace, ledger.batch);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("already_undone"));
}

TEST_CASE("An import is not taken back over later work", "[services]")
{
    OpenCampaign campaign;
    const auto report = campaign.importSample("unit", "roster.xlsx");
    const auto unit = campaign.unitOf(model::Trade::Market);
    need(services::correctRecord(*campaign.workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                 {{QStringLiteral("head"), QStringLiteral("改名")}}, {}));
    const auto undone = services::undoImport(*campaign.workspace, report.batch);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().kind == ErrorKind::Conflict);
    CHECK(undone.error().message.contains(unit.name));
    CHECK(campaign.all<model::Unit>().size() == 40);
}

TEST_CASE("A name that is nearly known is asked once and remembered", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto unit = campaign.unitOf(model::Trade::Optician);
    const QString nearName = unit.name + QStringLiteral("店");
    const QString table =
        QStringLiteral("单位名称\t器具名称\t出厂编号\n%1\t焦度计\tN-1\n%1\t验光仪\tN-2\n").arg(nearName);
    const auto& kind = model::kindOf<model::Instrument>();
    const auto asked = need(services::importClipboard(*campaign.workspace, kind, table, {}));
    CHECK(asked.rejected == 2);
    REQUIRE(asked.nearMatches.size() == 1);
    CHECK(asked.nearMatches.first().candidates.first().first == unit.uid);
    services::ImportOptions answered;
    answered.sameAs.insert(nearName, unit.uid);
    CHECK(need(services::importClipboard(*campaign.workspace, kind, table, answered)).accepted == 2);
    const QString later = QStringLiteral("单位名称\t器具名称\t出厂编号\n%1\t焦度计\tN-3\n").arg(nearName);
    CHECK(need(services::importClipboard(*campaign.workspace, kind, later, {})).accepted == 1);
}

TEST_CASE("A number in a cell that no whole number holds is a fault of its row", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    for (const double number : {1e300, -1e300, 1e18, 2e12, 100'001.0}) {
        INFO(number);
        exchange::SheetData sheet;
        sheet.name = QStringLiteral("台账");
        sheet.columns = {{QStringLiteral("单位名称"), exchange::CellKind::Text, {}, true},
                         {QStringLiteral("器具名称"), exchange::CellKind::Text, {}, true},
                         {QStringLiteral("数量"), exchange::CellKind::Number, {}, false}};
        sheet.rows = {{exchange::Cell::ofText(campaign.unitOf(model::Trade::Shop).name),
                       exchange::Cell::ofText(QStringLiteral("电子秤")), exchange::Cell::ofNumber(number)}};
        const QString path = campaign.folder.filePath(QStringLiteral("大数.xlsx"));
        REQUIRE(exchange::writeXlsx(path, sheet));
        const auto report = campaign.import("instrument", path);
        REQUIRE(report.rejected == 1);
        CHECK(report.verdicts.first().faults.first().column == QStringLiteral("数量"));
    }
}

TEST_CASE("What is exported comes back the same", "[services]")
{
    const QString ending = GENERATE(QStringLiteral("xlsx"), QStringLiteral("csv"));
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    const QString path = campaign.folder.filePath(QStringLiteral("out.") + ending);
    CHECK(need(services::exportTable(*campaign.workspace, model::kindOf<model::Instrument>(), path)) == 489);
    OpenCampaign other;
    other.importSample("unit", "roster.xlsx");
    const auto report = other.import("instrument", path);
    CHECK(report.accepted == 489);
    CHECK(report.rejected == 0);
    CHECK(other.all<model::Verification>().size() == 476);
}

TEST_CASE("Any register whose description says what names a record takes a table", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString market = campaign.unitOf(model::Trade::Market).name;
    const auto paste = [&](const QString& text, services::Existing existing) {
        return need(services::importClipboard(*campaign.workspace, model::kindOf<model::Stallholder>(), text,
                                              {.existing = existing}));
    };
    const QString stalls = QStringLiteral("单位名称\t摊位号\t经营者\n%1\tA-01\t张三\n%1\tA-02\t李四\n").arg(market);
    CHECK(paste(stalls, services::Existing::Stop).accepted == 2);
    CHECK(paste(stalls, services::Existing::Skip).skipped == 2);
    CHECK(paste(QStringLiteral("单位名称\t摊位号\t经营者\n%1\tA-01\t王五\n").arg(market), services::Existing::Update)
              .updated
          == 1);
    CHECK(campaign.all<model::Stallholder>().size() == 2);
    const auto offices = need(services::importClipboard(*campaign.workspace, model::kindOf<model::Organisation>(),
                                                        QStringLiteral("名称\t类别\n顾村镇社区服务中心\t部门\n"), {}));
    CHECK(offices.rejected + offices.accepted == 1);
}

TEST_CASE("A name that several records have stands for none of them", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto paste = [&](const model::RecordKind& kind, const QString& text) {
        return need(services::importClipboard(*campaign.workspace, kind, text, {}));
    };
    const QString market = campaign.unitOf(model::Trade::Market).name;
    paste(model::kindOf<model::Stallholder>(),
          QStringLiteral("单位名称\t摊位号\t经营者\n%1\tA-01\t张三\n%1\tA-02\t李四\n%1\tB-07\t张 三\n").arg(market));
    const QString contract = QStringLiteral("场内经营户\t合同编号\t起始日期\n%1\tH-1\t2024-01-01\n");
    const auto shared = paste(model::kindOf<model::StallContract>(), contract.arg(QStringLiteral("张三")));
    REQUIRE(shared.rejected == 1);
    CHECK(shared.verdicts.first().faults.size() == 1);
    CHECK(shared.verdicts.first().faults.first().code == QStringLiteral("several_of_that_name"));
    CHECK(paste(model::kindOf<model::StallContract>(), contract.arg(QStringLiteral("李四"))).accepted == 1);
}

TEST_CASE("An officer's table is taken for the units of his own station only", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::Unit own = campaign.all<model::Unit>().first();
    const auto units = campaign.all<model::Unit>();
    const auto foreign =
        std::find_if(units.begin(), units.end(), [&](const model::Unit& unit) { return unit.station != own.station; });
    REQUIRE(foreign != units.end());
    campaign.reopenAs({QStringLiteral("所里人"), services::Role::Officer, own.station, true});
    const auto report = need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral("单位名称\t器具名称\t出厂编号\n%1\t血压计\tX1\n%2\t血压计\tX2\n").arg(own.name, foreign->name),
        {.isPartial = true}));
    CHECK(report.accepted == 1);
    REQUIRE(report.rejected == 1);
    CHECK(report.verdicts[1].faults.first().code == QStringLiteral("other_station"));
    CHECK(campaign.all<model::Instrument>().first().unit == own.uid);
}

TEST_CASE("An update by table keeps what the table leaves blank and compares with today's values", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto unit = campaign.unitOf(model::Trade::Market);
    const auto import = [&](const QString& text) {
        services::ImportOptions update;
        update.existing = services::Existing::Update;
        return need(services::importClipboard(*campaign.workspace, model::kindOf<model::Instrument>(), text, update));
    };
    import(QStringLiteral("单位名称\t器具名称\t出厂编号\t管理类别\n%1\t钢直尺\tG1\t非强检\n").arg(unit.name));
    import(QStringLiteral("单位名称\t器具名称\t出厂编号\t使用地点\n%1\t钢直尺\tG1\t收银台\n").arg(unit.name));
    auto ruler = campaign.all<model::Instrument>().first();
    CHECK(ruler.place == QStringLiteral("收银台"));
    CHECK(ruler.legalKind == model::LegalKind::Voluntary); // the second table said nothing of it
    const auto changesOf = [&campaign](const char* field) {
        const auto changes = campaign.all<model::DatedChange>();
        return std::count_if(changes.begin(), changes.end(),
                             [field](const model::DatedChange& one) { return one.field == QLatin1String(field); });
    };
    CHECK(changesOf("legal_kind") == 0);

    campaign.stop(ruler.uid, "2024-09-01");
    import(QStringLiteral("单位名称\t器具名称\t出厂编号\t状态\n%1\t钢直尺\tG1\t停用\n").arg(unit.name));
    CHECK(changesOf("status") == 1); // it was so already
    import(QStringLiteral("单位名称\t器具名称\t出厂编号\t状态\n%1\t钢直尺\tG1\t在用\n").arg(unit.name));
    CHECK(campaign.all<model::Instrument>().first().status == model::InstrumentStatus::InUse);
}

TEST_CASE("An import whose instrument was stopped since is not taken back", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto report = need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral("单位名称\t器具名称\t出厂编号\n%1\t台秤\tT1\n").arg(campaign.all<model::Unit>().first().name),
        {}));
    campaign.stop(campaign.all<model::Instrument>().first().uid, "2024-09-01");
    CHECK(services::undoImport(*campaign.workspace, report.batch).error().code == QLatin1String("changed_meanwhile"));
    CHECK(campaign.all<model::Instrument>().size() == 1);
}

TEST_CASE("An impossible date is refused by form and table, naming the column", "[services]")
{
    OpenCampaign campaign; // on 2024-10-01
    campaign.importSample("unit", "roster.xlsx");
    const QString unit = campaign.unitOf(model::Trade::Market).name;
    const auto& instruments = model::kindOf<model::Instrument>();
    struct Case {
        const char* verified;
        const char* until;
        const char* column;
        const char* code;
    };
    for (const Case& c : std::initializer_list<Case>{{"2042-03-05", "", "检定日期", "not_yet"},
                                                     {"0204-03-05", "", "检定日期", "unlikely_date"},
                                                     {"2024-10-02", "", "检定日期", "not_yet"},
                                                     {"2024-10-01", "2205-09-30", "有效期至", "unlikely_date"},
                                                     {"2024-10-01", "2025-09-30", "", ""}}) {
        INFO(c.verified << ' ' << c.until);
        const QString table =
            QStringLiteral(
                "单位名称\t器具名称\t出厂编号\t检定日期\t有效期至\t检定结论\n%1\t电子秤\tA-1\t%2\t%3\t合格\n")
                .arg(unit, QLatin1String(c.verified), QLatin1String(c.until));
        services::ImportOptions dry;
        dry.isDryRun = true;
        const auto report = need(services::importClipboard(*campaign.workspace, instruments, table, dry));
        REQUIRE(report.verdicts.size() == 1);
        const auto& faults = report.verdicts.first().faults;
        CHECK(faults.size() == (*c.code ? 1 : 0));
        if (!faults.isEmpty()) {
            CHECK(faults.first().column == QString::fromUtf8(c.column));
            CHECK(faults.first().code == QLatin1String(c.code));
        }
    }
    model::Commitment ahead;
    ahead.unit = campaign.unitOf(model::Trade::Market).uid;
    ahead.signedOn = day("2024-10-02");
    const auto typed = services::addRecord(*campaign.workspace, model::toRecord(ahead));
    REQUIRE_FALSE(typed);
    CHECK(typed.error().code == QLatin1String("not_yet"));
    CHECK(typed.error().where == QLatin1String("signed_on"));
    campaign.clock->set(QDateTime(day("2024-10-02"), QTime(9, 0)));
    need(services::addRecord(*campaign.workspace, model::toRecord(ahead))); // it has come
}

TEST_CASE("Half characters and control characters come in by no way", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto& kind = model::kindOf<model::Unit>();
    const model::Unit unit = campaign.unitOf(model::Trade::Market);
    for (const QString& bad :
         QStringList{QString(QChar(0xd800)), QString(QChar(1)), QStringLiteral("甲") + QChar(u'\0')}) {
        const auto corrected = services::correctRecord(*campaign.workspace, kind, unit.uid, unit.version,
                                                       {{QStringLiteral("remarks"), bad}}, {});
        REQUIRE_FALSE(corrected);
        CHECK(corrected.error().code == QLatin1String("unsound_text"));
        const auto reasoned = services::correctRecord(*campaign.workspace, kind, unit.uid, unit.version,
                                                      {{QStringLiteral("remarks"), QStringLiteral("好")}}, bad);
        REQUIRE_FALSE(reasoned);
        CHECK(reasoned.error().where == QLatin1String("reason"));
        const auto changed =
            services::changeRecord(*campaign.workspace, kind, unit.uid,
                                   {{QStringLiteral("trade"), QStringLiteral("shop")}}, day("2024-10-01"), bad);
        REQUIRE_FALSE(changed);
        CHECK(changed.error().code == QLatin1String("unsound_text"));
    }
    const auto report = need(services::importClipboard(
        *campaign.workspace, kind, QStringLiteral("单位名称\t业态\n甲%1店\t超市\n").arg(QChar(1)), {}));
    CHECK(report.rejected == 1);
    CHECK(report.verdicts.first().faults.first().code == QLatin1String("unsound_text"));
}

TEST_CASE("A table with headings only is refused as empty", "[services]")
{
    OpenCampaign campaign;
    const auto imported = services::importClipboard(*campaign.workspace, model::kindOf<model::Unit>(),
                                                    QStringLiteral("单位名称\t业态\n"), {});
    REQUIRE_FALSE(imported);
    CHECK(imported.error().code == QLatin1String("no_rows"));
}

TEST_CASE("A table that was given to the wrong register is told where it belongs", "[services]")
{
    OpenCampaign campaign;
    const auto imported =
        services::importClipboard(*campaign.workspace, model::kindOf<model::Unit>(),
                                  QStringLiteral("单位名称\t器具名称\t出厂编号\n甲店\t电子秤\tS-1\n"), {});
    REQUIRE_FALSE(imported);
    CHECK(imported.error().message.contains(QStringLiteral("请到“计量器具”导入")));
}

TEST_CASE("Seats come back from their own table, with their order", "[services]")
{
    OpenCampaign campaign;
    const QString path = campaign.folder.filePath(QStringLiteral("席位.xlsx"));
    const auto& kind = model::kindOf<model::Seat>();
    const auto before = campaign.all<model::Seat>();
    need(services::exportTable(*campaign.workspace, kind, path));
    services::ImportOptions update;
    update.existing = services::Existing::Update;
    const auto report = need(services::importFile(*campaign.workspace, kind, path, update));
    CHECK(report.updated == before.size());
    CHECK(report.rejected == 0);
    const auto after = campaign.all<model::Seat>();
    CHECK(std::equal(before.begin(), before.end(), after.begin(), after.end(),
                     [](const auto& a, const auto& b) { return a.uid == b.uid && a.position == b.position; }));
}
