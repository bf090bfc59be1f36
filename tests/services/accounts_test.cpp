// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/office_records.h"

#include "services/history.h"

using namespace chengheng;
using namespace chengheng::test;
using services::Role;

namespace {

model::Account accountOf(const QString& login, Role role)
{
    model::Account account;
    account.login = login;
    account.name = QStringLiteral("王霄凌");
    account.role = role;
    account.from = day("2024-09-01");
    return account;
}

} // namespace

TEST_CASE("In a file names are declared, whatever accounts it lists", "[services][file]")
{
    OpenCampaign campaign;
    need(services::addRecord(*campaign.workspace, model::toRecord(accountOf(QStringLiteral("wxl"), Role::Clerk))));
    campaign.reopenAs({QStringLiteral("别人"), Role::Section, {}, true});
    CHECK(campaign.workspace->actor().name == QStringLiteral("别人"));
    CHECK(campaign.workspace->actor().isDeclared);
}

TEST_CASE("An officer's account names his station", "[services]")
{
    OpenCampaign campaign;
    const auto written =
        services::addRecord(*campaign.workspace, model::toRecord(accountOf(QStringLiteral("yj"), Role::Officer)));
    CHECK(written.error().where == QLatin1String("station"));
}

TEST_CASE("On a server the login says who acts, and the journal holds it", "[services][server]")
{
    if (qEnvironmentVariable("CHENGHENG_TEST_BACKEND") != QLatin1String("server"))
        return;
    OpenCampaign campaign;
    const auto first =
        services::addRecord(*campaign.workspace, model::toRecord(accountOf(QStringLiteral("nobody"), Role::Clerk)));
    REQUIRE_FALSE(first);
    CHECK(first.error().code == QLatin1String("first_account"));
    const QString login = first.error().message.section(QStringLiteral("“"), 1).section(QStringLiteral("”"), 0, 0);
    const Uid own =
        need(services::addRecord(*campaign.workspace, model::toRecord(accountOf(login, Role::Administrator)))).uid;
    need(services::addRecord(*campaign.workspace, model::toRecord(accountOf(QStringLiteral("nobody"), Role::Clerk))));

    campaign.reopenAs({QStringLiteral("自称领导"), Role::Leader, {}, true});
    CHECK(campaign.workspace->actor().name == QStringLiteral("王霄凌"));
    CHECK(campaign.workspace->actor().role == Role::Administrator);
    CHECK_FALSE(campaign.workspace->actor().isDeclared);
    const auto account = need(services::findRecord(*campaign.workspace, model::kindOf<model::Account>(), own));
    need(services::correctRecord(*campaign.workspace, model::kindOf<model::Account>(), own, account.version,
                                 {{QStringLiteral("to"), day("2024-09-30")}}, {}));
    CHECK(need(services::timelineOf(*campaign.workspace, own)).first().who == QStringLiteral("王霄凌"));

    const auto place = campaign.place();
    campaign.workspace.reset();
    const auto refused =
        services::Workspace::open(place, {QStringLiteral("自称"), Role::Administrator, {}, true}, campaign.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QLatin1String("unknown_login"));
    CHECK(refused.error().where == login);
}
