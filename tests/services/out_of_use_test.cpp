// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// One scale in use.
struct Shop : OpenCampaign {
    Uid scale;

    Shop()
    {
        importSample("unit", "roster.xlsx");
        model::Instrument instrument;
        instrument.unit = unitOf(model::Trade::Shop).uid;
        instrument.name = QStringLiteral("电子计价秤");
        scale = need(services::addRecord(*workspace, model::toRecord(instrument))).uid;
    }

    Result<services::Written> act(const char* action, const char* from, const char* reason,
                                  const QVector<services::LoadedFile>& files)
    {
        services::FieldValues inputs;
        if (*from)
            inputs.insert(QStringLiteral("from"), day(from));
        if (*reason)
            inputs.insert(QStringLiteral("reason"), QString::fromUtf8(reason));
        return services::doAction(*workspace,
                                  *services::findAction(model::kindOf<model::Instrument>(), QLatin1String(action)),
                                  scale, inputs, Uid::create(), files);
    }

    model::InstrumentStatus status() { return all<model::Instrument>().first().status; }
    qsizetype photographs() { return all<model::Attachment>().size(); }
};

services::LoadedFile photograph(Qt::GlobalColor colour = Qt::red)
{
    return need(services::loadBytes(picture(40, 30, colour), QStringLiteral("封签.png")));
}

} // namespace

TEST_CASE("An instrument is put out of use only with day, reason and photograph", "[services][BUR-2]")
{
    struct Case {
        const char* action;
        const char* from;
        const char* reason;
        bool hasPhotograph;
        const char* code; ///< "": done
        model::InstrumentStatus status;
    };
    using model::InstrumentStatus;
    for (const Case& c : std::initializer_list<Case>{
             {"stop", "2024-09-01", "失准", true, "", InstrumentStatus::Stopped},
             {"seal", "2024-09-01", "暂停营业", true, "", InstrumentStatus::Sealed},
             {"scrap", "2024-09-01", "无法修复", true, "", InstrumentStatus::Scrapped},
             {"stop", "", "失准", true, "required", InstrumentStatus::InUse},
             {"stop", "2024-09-01", "", true, "required", InstrumentStatus::InUse},
             {"stop", "2024-09-01", "失准", false, "photograph_required", InstrumentStatus::InUse},
             {"seal", "2024-09-01", "失准", false, "photograph_required", InstrumentStatus::InUse},
             {"scrap", "2024-09-01", "失准", false, "photograph_required", InstrumentStatus::InUse},
             {"resume", "2024-09-01", "修好", false, "", InstrumentStatus::InUse}}) {
        INFO(c.action << " " << c.code);
        Shop shop;
        const auto done = shop.act(c.action, c.from, c.reason,
                                   c.hasPhotograph ? QVector{photograph()} : QVector<services::LoadedFile>());
        CHECK((done ? QString() : done.error().code) == QLatin1String(c.code));
        CHECK(shop.status() == c.status);
        CHECK(shop.photographs() == (done && c.hasPhotograph ? 1 : 0));
        if (done && c.hasPhotograph) {
            need(services::undoEntry(*shop.workspace, done->seq)); // one intent, taken back as one
            CHECK(shop.status() == InstrumentStatus::InUse);
            CHECK(shop.photographs() == 0);
        }
    }
}

TEST_CASE("No entry, correction or table puts an instrument out of use", "[services][BUR-2]")
{
    Shop shop;
    const auto& kind = model::kindOf<model::Instrument>();
    const auto expectRefused = [&](const auto& written) {
        REQUIRE_FALSE(written);
        CHECK(written.error().code == QStringLiteral("out_of_use_by_action"));
        CHECK(written.error().where == QStringLiteral("status"));
    };
    model::Record scale = need(services::findRecord(*shop.workspace, kind, shop.scale));
    expectRefused(services::correctRecord(*shop.workspace, kind, shop.scale, scale.version,
                                          {{QStringLiteral("status"), QStringLiteral("stopped")}},
                                          QStringLiteral("登错了")));
    model::Record another(kind);
    another.values = scale.values;
    another.set(QStringLiteral("status"), QStringLiteral("scrapped"));
    expectRefused(services::addRecord(*shop.workspace, another));

    scale.set(QStringLiteral("serial"), QStringLiteral("S-1"));
    need(services::correctRecord(*shop.workspace, kind, shop.scale, scale.version,
                                 {{QStringLiteral("serial"), QStringLiteral("S-1")}}, {}));
    const QByteArray unit = shop.unitOf(model::Trade::Shop).name.toUtf8();
    const QString path = shop.folder.filePath(QStringLiteral("台账.csv"));
    const auto imported = [&](const QByteArray& status) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("单位名称,器具名称,出厂编号,状态\n" + unit + ",电子计价秤,S-1," + status + "\n");
        file.close();
        services::ImportOptions update;
        update.existing = services::Existing::Update;
        return shop.import("instrument", path, update);
    };
    const auto refused = imported("停用");
    REQUIRE(refused.rejected == 1);
    CHECK(refused.verdicts.first().faults.first().code == QStringLiteral("out_of_use_by_action"));
    CHECK(refused.verdicts.first().faults.first().column == QStringLiteral("状态"));
    CHECK(shop.status() == model::InstrumentStatus::InUse);

    need(shop.act("stop", "2024-09-01", "失准", {photograph()}));
    CHECK(imported("停用").rejected == 0); // says nothing new
    CHECK(imported("报废").rejected == 1);
    CHECK(imported("在用").updated == 1);
    CHECK(shop.status() == model::InstrumentStatus::InUse);
}

TEST_CASE("A ledger taken over may list what has been out of use all along", "[services][BUR-2]")
{
    OpenCampaign office;
    office.importSample("unit", "roster.xlsx");
    CHECK(office.importSample("instrument", "ledger.csv").rejected == 0);
    const auto instruments = office.all<model::Instrument>();
    CHECK(std::any_of(instruments.begin(), instruments.end(),
                      [](const model::Instrument& one) { return one.status == model::InstrumentStatus::Scrapped; }));
}

TEST_CASE("A photograph that is on record shows a further change, a document shows nothing", "[services][BUR-2]")
{
    Shop shop;
    services::LoadedFile paper = photograph();
    paper.name = QStringLiteral("说明.pdf");
    paper.mediaType = QStringLiteral("application/pdf");
    CHECK(shop.act("stop", "2024-09-01", "失准", {paper}).error().code == QStringLiteral("photograph_required"));
    const auto& kind = model::kindOf<model::Instrument>();
    const services::FieldValues sealed{{QStringLiteral("status"), QStringLiteral("sealed")}};
    CHECK(services::changeRecord(*shop.workspace, kind, shop.scale, sealed, day("2024-09-01"), QStringLiteral("失准"))
              .error()
              .code
          == QStringLiteral("photograph_required"));
    need(shop.act("stop", "2024-09-01", "失准", {photograph()}));
    need(shop.act("scrap", "2024-09-10", "无法修复", {}));
    need(shop.act("scrap", "2024-09-11", "无法修复", {photograph()})); // the same again
    CHECK(shop.photographs() == 1);
    CHECK(services::changeRecord(*shop.workspace, kind, shop.scale, sealed, day("2024-09-12"), {}).error().code
          == QStringLiteral("required"));
    CHECK(shop.status() == model::InstrumentStatus::Scrapped);
}
