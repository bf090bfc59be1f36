// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/packets.h"

#include <thread>

using namespace chengheng;
using namespace chengheng::test;

namespace {

constexpr int writers = 8;
constexpr int intentsOfEach = 200;
constexpr int sharedUnits = 4;

model::Unit shop(const QString& name)
{
    model::Unit unit;
    unit.name = name;
    unit.trade = model::Trade::Shop;
    return unit;
}

/// Rewrites a unit that all write to; somebody else's newer version is read again and written over.
Result<services::Written> rewrite(services::Workspace& workspace, const Uid& uid, const QString& road)
{
    while (true) {
        const auto record = services::findRecord(workspace, model::kindOf<model::Unit>(), uid);
        if (!record)
            return fail(record.error());
        auto written = services::correctRecord(workspace, model::kindOf<model::Unit>(), uid, record->version,
                                               {{QStringLiteral("road"), road}}, {});
        if (written || written.error().kind != ErrorKind::Conflict)
            return written;
    }
}

/// One writer's work: every second intent adds a unit, sent twice as after a lost connection; the others
/// rewrite a shared one. Returns the first error.
QString work(const services::Place& place, int writer, const QVector<Uid>& shared)
{
    const services::Actor actor{QStringLiteral("写手%1").arg(writer), services::Role::Clerk, {}, true};
    const auto workspace = services::Workspace::open(place, actor, std::make_shared<FixedClock>(day("2024-10-01")));
    if (!workspace)
        return workspace.error().message;
    for (int number = 0; number < intentsOfEach; ++number) {
        const QString name = QStringLiteral("%1号写手第%2家").arg(writer).arg(number);
        if (number % 2 == 1) {
            const auto written = rewrite(**workspace, shared[number / 2 % sharedUnits], name);
            if (!written)
                return written.error().message;
            continue;
        }
        const Uid intent = Uid::create();
        const auto once = services::addRecord(**workspace, model::toRecord(shop(name)), intent);
        const auto again = services::addRecord(**workspace, model::toRecord(shop(name)), intent);
        if (!once || !again)
            return (once ? again : once).error().message;
        if (once->seq != again->seq)
            return QStringLiteral("done twice: ") + name;
    }
    return {};
}

} // namespace

TEST_CASE("Eight writers of two hundred intents each keep one whole chain", "[services][server]")
{
    OpenCampaign campaign;
    QVector<Uid> shared;
    for (int i = 0; i < sharedUnits; ++i)
        shared.append(
            need(services::addRecord(*campaign.workspace, model::toRecord(shop(QStringLiteral("共用%1").arg(i))))).uid);
    const qint64 before = need(services::verifyCampaign(*campaign.workspace)).entries;
    std::vector<QString> errors(writers);
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] { errors[size_t(writer)] = work(campaign.place(), writer, shared); });
    }
    for (const QString& error : errors)
        CHECK(error == QString());
    const auto verified = need(services::verifyCampaign(*campaign.workspace));
    CHECK(verified.isOk);
    CHECK(verified.entries == before + writers * intentsOfEach);
    QSet<QString> names;
    QSet<qint64> numbers;
    for (const auto& unit : campaign.all<model::Unit>()) {
        names.insert(unit.name);
        numbers.insert(unit.registrationNumber);
    }
    CHECK(names.size() == sharedUnits + writers * intentsOfEach / 2);
    CHECK(numbers.size() == names.size()); // each got a number of its own
}
