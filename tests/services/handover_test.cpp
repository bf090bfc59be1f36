// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/complaint_records.h"
#include "model/office_records.h"
#include "model/service_records.h"
#include "services/handover.h"
#include "services/inspections.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QString leaver = QStringLiteral("王某");
const QString successor = QStringLiteral("李某");

/// An office in which one person has something open in many registers.
struct OpenDesk : OpenCampaign {
    Uid seat;
    Uid problem;
    Uid complaint;
    Uid visit;

    OpenDesk() : OpenCampaign({leaver, services::Role::Administrator, {}, true})
    {
        importSample("unit", "roster.xlsx");
        seat = all<model::Seat>().last().uid;
        const auto& replace = *services::findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
        need(services::doAction(*workspace, replace, seat,
                                {{QStringLiteral("person"), leaver}, {QStringLiteral("from"), day("2024-03-01")}}));
        const Uid unit = unitOf(model::Trade::Market).uid;
        model::Problem open;
        open.unit = unit;
        open.fault = QStringLiteral("其他");
        open.description = QStringLiteral("公平秤位置不明显");
        open.foundOn = day("2024-09-02");
        open.dueOn = day("2024-10-15");
        open.handler = leaver;
        problem = put(open);
        model::Complaint asked;
        asked.receivedOn = day("2024-09-10");
        asked.unit = unit;
        asked.subject = QStringLiteral("少称");
        asked.handler = leaver;
        complaint = put(asked);
        model::ServiceVisit planned;
        planned.unit = unit;
        planned.on = day("2024-10-20");
        planned.body = QStringLiteral("区计量所");
        planned.persons = QStringLiteral("赵某、王某");
        visit = put(planned);
        need(services::saveDraft(*workspace, QStringLiteral("inspection/1"), {{QStringLiteral("sheet"), 3}}));
    }

    template <class R>
    Uid put(const R& record)
    {
        return need(services::addRecord(*workspace, model::toRecord(record))).uid;
    }

    template <class R>
    R find(const Uid& uid)
    {
        return model::fromRecord<R>(need(services::findRecord(*workspace, model::kindOf<R>(), uid)));
    }

    QVector<model::SeatHolder> holders()
    {
        return all<model::SeatHolder>({.where = {{QStringLiteral("seat"), seat.toString()}}});
    }
    qsizetype openOf(const QString& person)
    {
        return need(services::openWorkOf(*workspace, person, day("2024-10-08"))).size();
    }
};

const services::HandingOver change{
    leaver, successor, day("2024-10-08"), QStringLiteral("轮岗"), QStringLiteral("保险柜移动硬盘"), true};

} // namespace

TEST_CASE("A leaving person's open work goes over to the successor in one intent", "[services][handover][HAND-1]")
{
    OpenDesk desk;
    CHECK(desk.openOf(leaver) == 5);
    CHECK(desk.openOf(successor) == 0);
    const auto written = need(services::handOver(*desk.workspace, change));
    CHECK(desk.openOf(leaver) == 0);
    CHECK(desk.openOf(successor) == 5);
    CHECK(desk.find<model::Problem>(desk.problem).handler == successor);
    CHECK(desk.find<model::Complaint>(desk.complaint).handler == successor);
    CHECK(desk.find<model::ServiceVisit>(desk.visit).persons == QStringLiteral("赵某、李某"));
    const auto holders = desk.holders();
    const auto holds = [&](const QString& person, QDate from, QDate to) {
        return std::any_of(holders.begin(), holders.end(), [&](const model::SeatHolder& holder) {
            return holder.person == person && holder.from == from && holder.to == to;
        });
    };
    CHECK(holds(leaver, day("2024-03-01"), day("2024-10-07")));
    CHECK(holds(successor, day("2024-10-08"), {}));
    const auto kept = desk.find<model::Handover>(written.uid);
    CHECK(kept.remarks == QStringLiteral("轮岗"));
    CHECK(kept.rolesMoved);
    CHECK(kept.openWork.split(QLatin1Char('\n')).size() == 5);
    CHECK(kept.openWork.contains(QStringLiteral("公平秤位置不明显（待处理），期限2024年10月15日，改由接交人承办")));
}

TEST_CASE("A handover is taken back whole, and done once however often it is sent", "[services][handover][HAND-1]")
{
    OpenDesk desk;
    const Uid intent = Uid::create();
    const auto first = need(services::handOver(*desk.workspace, change, intent));
    CHECK(need(services::handOver(*desk.workspace, change, intent)).seq == first.seq);
    CHECK(desk.all<model::Handover>().size() == 1);
    need(services::undoEntry(*desk.workspace, first.seq));
    CHECK(desk.openOf(leaver) == 4); // all but the draft, which the journal does not know
    CHECK(desk.all<model::Handover>().isEmpty());
}

TEST_CASE("A handover that cannot be is refused and leaves everything as it was", "[services][handover][HAND-1]")
{
    OpenDesk desk;
    struct Row {
        const char* from;
        const char* to;
        const char* on;
        const char* reason;
        const char* code;
    };
    for (const Row& row : {Row{"", "李某", "2024-10-08", "轮岗", "required"},
                           {"王某", "", "2024-10-08", "轮岗", "required"},
                           {"王某", "李某", "", "轮岗", "required"},
                           {"王某", "李某", "2024-10-08", "", "required"},
                           {"王某", "王某", "2024-10-08", "轮岗", "same_person"},
                           {"王某", "李某", "2024-03-01", "轮岗", "ends_before_it_begins"}}) {
        INFO(row.code << " " << row.from << " " << row.to);
        const auto refused =
            services::handOver(*desk.workspace, {QString::fromUtf8(row.from), QString::fromUtf8(row.to), day(row.on),
                                                 QString::fromUtf8(row.reason)});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QLatin1String(row.code));
    }
    CHECK(desk.openOf(leaver) == 5);
    desk.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    CHECK(services::handOver(*desk.workspace, change).error().kind == ErrorKind::Denied);
    CHECK(desk.openOf(leaver) == 5);
}

TEST_CASE("The handover list bears both names, each open item and places to sign", "[services][handover][HAND-1]")
{
    OpenDesk desk;
    const auto written = need(services::handOver(*desk.workspace, change));
    const auto paper = need(services::handoverList(*desk.workspace, written.uid));
    CHECK(paper.title == QStringLiteral("移交清单"));
    CHECK(paper.subtitle == QStringLiteral("王某移交李某，2024年10月8日"));
    QStringList roles;
    qsizetype rows = 0;
    for (const documents::Block& block : paper.blocks) {
        if (const auto* signatures = std::get_if<documents::Signatures>(&block))
            roles = signatures->roles;
        if (const auto* table = std::get_if<documents::TableBlock>(&block))
            rows += table->rows.size();
    }
    CHECK(roles.mid(0, 2) == QStringList{QStringLiteral("移交人（王某）"), QStringLiteral("接交人（李某）")});
    CHECK(rows == 5);
}
