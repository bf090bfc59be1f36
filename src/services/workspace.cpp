// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workspace.h"

#include "base/dates.h"
#include "base/files.h"
#include "base/log.h"
#include "rules/calendar_parser.h"
#include "services/internal/new_campaign.h"
#include "services/internal/remembered.h"
#include "services/internal/sign_in.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

using Database = storage::Database;

Result<std::unique_ptr<Database>> openDatabase(const Place& place, Workspace::Mode mode)
{
    const auto access = mode == Workspace::Mode::ReadOnly ? storage::Access::ReadOnly : storage::Access::ReadWrite;
    return place.isServer() ? Database::openServer(place.server, access) : Database::openFile(place.file, access);
}

QByteArray editionContent(const QVector<model::Edition>& editions, model::EditionKind kind)
{
    for (const model::Edition& edition : editions)
        if (edition.kind == kind)
            return edition.content.toUtf8();
    return {};
}

/// The editions that this campaign copied in when it was made.
Result<RuleTexts> storedRuleTexts(Database& database)
{
    auto snapshot = storage::Snapshot::begin(database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto editions = snapshot->all<model::Edition>();
    if (!editions)
        return fail(editions.error());
    RuleTexts texts;
    texts.plan = editionContent(*editions, model::EditionKind::Plan);
    texts.planName = Text::tr("创建方案");
    texts.sheets = editionContent(*editions, model::EditionKind::Sheets);
    texts.calendar = editionContent(*editions, model::EditionKind::Calendar);
    texts.catalogue = editionContent(*editions, model::EditionKind::Catalogue);
    return texts;
}

/// Lets a person sign in. Tries are counted in the database, so that one to be read is opened for writing meanwhile.
Result<Actor> signInAt(std::unique_ptr<Database>& database, const Place& place, Workspace::Mode mode,
                       const SignIn& person, const Clock& clock)
{
    if (mode == Workspace::Mode::ReadWrite)
        return signIn(*database, person, clock);
    database.reset();
    Result<Actor> actor;
    {
        const auto counting = openDatabase(place, Workspace::Mode::ReadWrite);
        actor = counting ? signIn(**counting, person, clock) : Result<Actor>(fail(counting.error()));
    }
    auto again = openDatabase(place, mode);
    if (!again)
        return fail(again.error());
    database = std::move(*again);
    return actor;
}

/// Opens the place and says who acts there.
Result<void> enter(Workspace::Data& data, Workspace::Mode mode, const SignIn& person)
{
    auto database = openDatabase(data.place, mode);
    if (!database)
        return fail(database.error());
    data.database = std::move(*database);
    const auto known = knownActor(*data.database, data.actor, data.clock->today());
    if (!known)
        return fail(known.error());
    if (*known) {
        data.actor = **known;
        return {};
    }
    auto signedIn = signInAt(data.database, data.place, mode, person, *data.clock);
    if (!signedIn)
        return fail(signedIn.error());
    data.actor = std::move(*signedIn);
    return {};
}

/// Finds the officer's own station by its name.
Result<void> findStation(Workspace::Data& data)
{
    if (data.actor.role != Role::Officer || data.actor.stationName.isEmpty())
        return {};
    auto snapshot = storage::Snapshot::begin(*data.database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto organisations = snapshot->all<model::Organisation>();
    if (!organisations)
        return fail(organisations.error());
    QStringList stations;
    for (const model::Organisation& each : *organisations) {
        if (each.kind != model::OrganisationKind::Station)
            continue;
        stations << each.name;
        if (each.name == data.actor.stationName)
            data.actor.station = each.uid;
    }
    if (!data.actor.station.isNull())
        return {};
    return fail(ErrorKind::NotFound, "no_such_station",
                Text::tr("这个活动里没有名为“%1”的监管所，有：%2。请改选后再打开。")
                    .arg(data.actor.stationName, stations.join(QStringLiteral("、"))),
                data.actor.stationName);
}

} // namespace

Result<void> readClosing(Workspace::Data& data)
{
    auto snapshot = storage::Snapshot::begin(*data.database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto campaigns = snapshot->all<model::Campaign>();
    if (!campaigns)
        return fail(campaigns.error());
    data.closed.clear();
    for (const model::Campaign& campaign : *campaigns)
        if (campaign.closedOn.isValid())
            data.closed = Text::tr("“%1”已于%2结束，由“%3”接续，只能查看、打印和导出，不能再改。")
                              .arg(campaign.title, paperDate(campaign.closedOn), campaign.successor);
    return {};
}

QStringList builtInPlans()
{
    return {QStringLiteral("gucun-2024")};
}

Result<RuleTexts> RuleTexts::withPlanFile(const QString& path)
{
    RuleTexts texts;
    const QVector<QPair<QByteArray RuleTexts::*, QString>> files{
        {&RuleTexts::plan, path},
        {&RuleTexts::sheets, QStringLiteral(":/builtin/sheets/reference-draft.json")},
        {&RuleTexts::calendar, QStringLiteral(":/builtin/calendars/cn-holidays-2024-2026.json")},
        {&RuleTexts::catalogue, QStringLiteral(":/builtin/catalogue/instruments.json")},
    };
    for (const auto& [member, file] : files) {
        auto bytes = readFile(file);
        if (!bytes)
            return fail(bytes.error());
        texts.*member = *bytes;
    }
    texts.planName = path;
    return texts;
}

Result<void> RuleTexts::takeSheets(const QString& path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    if (auto read = rules::parseSheets(*bytes, QFileInfo(path).fileName()); !read)
        return fail(read.error());
    sheets = std::move(*bytes);
    return {};
}

Result<RuleTexts> RuleTexts::builtIn(const QString& planId)
{
    if (!builtInPlans().contains(planId))
        return fail(
            ErrorKind::NotFound, "no_such_plan",
            Text::tr("没有名为“%1”的内置方案，可用：%2。").arg(planId, builtInPlans().join(QStringLiteral("、"))),
            planId);
    return withPlanFile(QStringLiteral(":/builtin/plans/%1.json").arg(planId));
}

Result<std::shared_ptr<const Workspace::Data::Rules>> parseRules(const RuleTexts& texts)
{
    auto plan = rules::parsePlan(texts.plan, texts.planName);
    if (!plan)
        return fail(plan.error());
    auto sheets = rules::parseSheets(texts.sheets, Text::tr("评分表"));
    if (!sheets)
        return fail(sheets.error());
    auto calendar = rules::parseCalendar(texts.calendar, Text::tr("工作日历"));
    if (!calendar)
        return fail(calendar.error());
    auto catalogue = rules::parseCatalogue(texts.catalogue, Text::tr("器具目录"));
    if (!catalogue)
        return fail(catalogue.error());
    return std::make_shared<const Workspace::Data::Rules>(
        Workspace::Data::Rules{std::move(*plan), std::move(*sheets), std::move(*calendar), std::move(*catalogue)});
}

Workspace::Workspace(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const Place& place, const Actor& actor,
                                                   std::shared_ptr<const Clock> clock, Mode mode, const SignIn& signIn)
{
    auto data = std::make_unique<Data>();
    data->place = place;
    data->actor = actor;
    data->clock = std::move(clock);
    if (auto entered = enter(*data, mode, signIn); !entered)
        return fail(entered.error());
    const auto texts = storedRuleTexts(*data->database);
    if (!texts)
        return fail(texts.error());
    auto rules = parseRules(*texts);
    if (!rules)
        return fail(rules.error());
    data->rules = std::move(*rules);
    if (auto found = findStation(*data); !found)
        return fail(found.error());
    if (auto read = readClosing(*data); !read)
        return fail(read.error());
    log::event(QStringLiteral("campaign opened, %1")
                   .arg(place.isServer() ? QStringLiteral("server") : QStringLiteral("file")));
    return std::unique_ptr<Workspace>(new Workspace(std::move(data)));
}

Result<std::unique_ptr<Workspace>> Workspace::create(const Place& place, const Actor& actor,
                                                     std::shared_ptr<const Clock> clock, const RuleTexts& texts)
{
    auto rules = parseRules(texts); // before anything is made: bad rules leave no file behind
    if (!rules)
        return fail(rules.error());
    auto database = place.isServer() ? Database::createServer(place.server) : Database::createFile(place.file);
    if (!database)
        return fail(database.error());
    auto data = std::make_unique<Data>();
    data->database = std::move(*database);
    data->place = place;
    data->actor = actor;
    data->clock = std::move(clock);
    data->rules = std::move(*rules);
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(data)));
    auto filled = fillNewCampaign(*workspace, texts);
    if (filled)
        filled = findStation(workspace->data());
    if (!filled) {
        workspace.reset();
        if (!place.isServer())
            QFile::remove(place.file);
        return fail(filled.error());
    }
    workspace->data().undoable.clear(); // a campaign's beginning is not taken back
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::reader() const
{
    auto database = m_data->database->reader();
    if (!database)
        return fail(database.error());
    auto data = std::make_unique<Data>();
    data->database = std::move(*database);
    data->place = m_data->place;
    data->actor = m_data->actor;
    data->clock = m_data->clock;
    data->rules = m_data->rules;
    data->closed = m_data->closed;
    return std::unique_ptr<Workspace>(new Workspace(std::move(data)));
}

void Workspace::interrupt()
{
    m_data->database->interrupt();
}

const Actor& Workspace::actor() const
{
    return m_data->actor;
}

const Place& Workspace::place() const
{
    return m_data->place;
}

const Clock& Workspace::clock() const
{
    return *m_data->clock;
}

bool Workspace::isReadOnly() const
{
    return !m_data->closed.isEmpty() || m_data->database->access() == storage::Access::ReadOnly;
}

QString Workspace::closedSentence() const
{
    return m_data->closed;
}

const rules::Plan& Workspace::plan() const
{
    return m_data->rules->plan;
}

const rules::SheetEdition& Workspace::sheets() const
{
    return m_data->rules->sheets;
}

const WorkingCalendar& Workspace::calendar() const
{
    return m_data->rules->calendar;
}

const rules::Catalogue& Workspace::catalogue() const
{
    return m_data->rules->catalogue;
}

Result<model::CampaignFacts> Workspace::facts() const
{
    const auto reading = readingOf(*this);
    return reading ? Result<model::CampaignFacts>((*reading)->facts) : fail(reading.error());
}

Result<model::CampaignFacts> Workspace::factsOn(QDate day) const
{
    const auto reading = readingOf(*this);
    return reading ? Result<model::CampaignFacts>(services::factsOn(**reading, dayOrToday(day)).facts)
                   : fail(reading.error());
}

void Workspace::setListener(std::function<void(const ChangeNotice&)> listener)
{
    m_data->listener = std::move(listener);
}

namespace {

Result<qint64> runUntold(Workspace& workspace, const QString& intent, const Uid& id,
                         const std::function<Result<void>(storage::Intent&)>& work)
{
    Workspace::Data& data = workspace.data();
    if (!data.closed.isEmpty())
        return fail(ErrorKind::Denied, "campaign_closed", data.closed);
    auto begun = storage::Intent::begin(*data.database, {id, data.actor.name, intent, data.clock->now()});
    if (!begun)
        return fail(begun.error());
    if (begun->alreadyDone())
        return begun->commit();
    if (auto done = work(*begun); !done)
        return fail(done.error());
    const QStringList kinds = begun->changedKinds();
    const auto seq = begun->commit();
    if (!seq)
        return seq;
    data.undoable.append({*seq, intent});
    if (data.listener)
        data.listener({*seq, kinds});
    return seq;
}

} // namespace

Result<qint64> runIntent(Workspace& workspace, const QString& intent, const Uid& id,
                         const std::function<Result<void>(storage::Intent&)>& work)
{
    QElapsedTimer time;
    time.start();
    const auto seq = runUntold(workspace, intent, id, work);
    if (seq)
        log::event(QStringLiteral("%1 seq %2 in %3 ms").arg(intent).arg(*seq).arg(time.elapsed()));
    else
        log::failure(intent, seq.error());
    return seq;
}

} // namespace chengheng::services
