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

    Result<services::Written> act(const char* action, const char* from, const char* reason, const QVector<services::LoadedFile>& files)
    {
        services::FieldValues inputs;
        if (*from)
            inputs.insert(QStringLiteral("from"), day(from));
        if (*reason)
            inputs.insert(QStringLiteral("reason"), QString::fromUtf8(reason));
        return services::doAction(*workspace, *services::findAction(model::kindOf<model::Instrument>(), QLatin1String(action)),
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
    for (const Case& c : std::initializer_list<Case>{{"stop", "2024-09-01", "失准", true, "", InstrumentStatus::Stopped},
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
        const auto done = shop.act(c.action, c.from, c.reason, c.hasPhotograph ? QVector{photograph()} : QVector<services::LoadedFile>());
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

TEST_CASE("A photograph that is on record shows a further change, a document shows nothing", "[services][BUR-2]")
{
    Shop shop;
    services::LoadedFile paper = photograph();
    paper.name = QStringLiteral("说明.pdf");
    paper.mediaType = QStringLiteral("application/pdf");
    CHECK(shop.act("stop", "2024-09-01", "失准", {paper}).error().code == QStringLiteral("photograph_required"));
    const auto& kind = model::kindOf<model::Instrument>();
    const services::FieldValues sealed{{QStringLiteral("status"), QStringLiteral("sealed")}};
    CHECK(services::changeRecord(*shop.workspace, kind, shop.scale, sealed, day("2024-09-01"), QStringLiteral("失准")).error().code
          == QStringLiteral("photograph_required"));
    need(shop.act("stop", "2024-09-01", "失准", {photograph()}));
    need(shop.act("scrap", "2024-09-10", "无法修复", {}));
    need(shop.act("scrap", "2024-09-11", "无法修复", {photograph()})); // the same again
    CHECK(shop.photographs() == 1);
    CHECK(services::changeRecord(*shop.workspace, kind, shop.scale, sealed, day("2024-09-12"), {}).error().code
          == QStringLiteral("required"));
    CHECK(shop.status() == model::InstrumentStatus::Scrapped);
}
