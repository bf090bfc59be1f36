// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/office_records.h"
#include "model/unit_records.h"

#include "services/history.h"
#include "services/inspections.h"
#include "services/picks.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QDate sampleDay(2024, 9, 2);

/// Fills registers one after the other, so that a later one can refer to the earlier ones' records.
class Sampler
{
public:
    explicit Sampler(OpenCampaign& campaign) : m_campaign(campaign)
    {
        campaign.importSample("unit", "roster.xlsx");
        for (const char* kind : {"unit", "organisation", "seat"})
            remember(*model::findKind(QLatin1String(kind)));
        addTyped("stallholder");
        addTyped("instrument");
        inspect();
        addTyped("problem");
    }

    model::Record sampleOf(const model::RecordKind& kind) const
    {
        model::Record record(kind);
        for (const model::Field& field : kind.fields)
            if (!field.isCounted && !field.isDerived && field.trades.isEmpty() && (!field.fault || field.isRequired))
                record.set(field.key, sample(field));
        return record;
    }

    /// A record of a kind that was added or came with the plan.
    Uid known(const QString& kind) const { return m_known.value(kind); }

    services::FieldValues inputsFor(const services::Action& action) const
    {
        services::FieldValues inputs;
        for (const model::Field& field : services::inputsOf(action))
            if (const model::Value value = sample(field); !field.isCounted && !model::isEmpty(value))
                inputs.insert(field.key, value);
        return inputs;
    }

    /// One that is there already, or a sample.
    Uid oneOf(const model::RecordKind& kind)
    {
        return m_known.contains(kind.key) ? m_known.value(kind.key) : add(kind);
    }

    Uid add(const model::RecordKind& kind)
    {
        const Uid uid = need(services::addRecord(*m_campaign.workspace, sampleOf(kind))).uid;
        m_known.insert(kind.key, uid);
        return uid;
    }

private:
    void inspect()
    {
        const model::Unit unit = m_campaign.all<model::Unit>().first();
        const rules::Sheet& sheet = *m_campaign.workspace->sheets().sheetOf(unit.trade);
        services::InspectionForm form;
        form.unit = unit.uid;
        form.on = sampleDay;
        form.inspectors = QStringLiteral("甲、乙");
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items)
            form.answers.answers.append(rules::goodAnswer(item));
        m_known.insert(model::kindOf<model::Inspection>().key,
                       need(services::recordInspection(*m_campaign.workspace, form)).uid);
    }

    void remember(const model::RecordKind& kind)
    {
        m_known.insert(kind.key, need(services::listRecords(*m_campaign.workspace, kind)).first().uid);
    }

    void addTyped(const char* key)
    {
        const model::RecordKind& kind = *model::findKind(QLatin1String(key));
        if (need(services::listRecords(*m_campaign.workspace, kind)).isEmpty())
            add(kind);
        else
            remember(kind);
    }

    model::Value sample(const model::Field& field) const
    {
        if (!field.picks.isEmpty())
            if (const auto picks = need(services::picksOf(*m_campaign.workspace, field, sampleDay)); !picks.isEmpty())
                return picks.first().choice.key;
        switch (field.type) {
        case model::FieldType::Integer:
        case model::FieldType::Money:
            return qBound(field.minimum, qint64(7), field.maximum);
        case model::FieldType::Date:
            return sampleDay;
        case model::FieldType::Choice:
            return field.choices.first().key;
        case model::FieldType::Flag:
            return true;
        case model::FieldType::Reference:
            return m_known.contains(field.refers) ? model::Value(m_known.value(field.refers).toString())
                                                  : model::Value();
        case model::FieldType::Document:
            return {};
        default:
            return field.key == QLatin1String("fonds") ? QStringLiteral("J001") : QStringLiteral("样例文字");
        }
    }

    OpenCampaign& m_campaign;
    QHash<QString, Uid> m_known;
};

/// All but the campaign itself, of which there is one; inspections, which are scored and not typed; and the accounts of
/// a server: these say who acts. Each has its own test.
QVector<const model::RecordKind*> registersOf(const OpenCampaign& campaign)
{
    QVector<const model::RecordKind*> kinds = model::allKinds();
    kinds.removeIf([](const model::RecordKind* kind) { return kind->isInternal; });
    kinds.removeAll(&model::kindOf<model::Campaign>());
    kinds.removeAll(&model::kindOf<model::Inspection>());
    if (campaign.server)
        kinds.removeAll(&model::kindOf<model::Account>());
    return kinds;
}

/// Who writes a register.
bool mayWrite(services::Role role, model::Keepers keepers)
{
    using services::Role;
    const bool isOffice = role == Role::Clerk || role == Role::Section || role == Role::Administrator;
    switch (keepers) {
    case model::Keepers::Administrator:
        return role == Role::Administrator;
    case model::Keepers::Office:
        return isOffice;
    case model::Keepers::Bureau:
        return role != Role::Clerk && role != Role::Leader;
    default:
        return role != Role::Leader;
    }
}

/// Whose word a reserved value is, by the rules of the notice: said here once more, on purpose.
bool maySay(services::Role role, const model::RecordKind& kind, const QString& field, const QString& word)
{
    using services::Role;
    static const QHash<QString, Role> whose{
        {QStringLiteral("problem_step.kind.ordered"), Role::Officer},
        {QStringLiteral("problem_step.kind.extended"), Role::Leader},
        {QStringLiteral("problem_step.kind.closed"), Role::Clerk}, // and the section, which works in the office
        {QStringLiteral("rectification_notice.issuer.order"), Role::Officer},
        {QStringLiteral("list_entry.town_approved_on."), Role::Leader},
        {QStringLiteral("list_entry.bureau_approved_on."), Role::Section},
        {QStringLiteral("complaint.accepted_on."), Role::Officer},
        {QStringLiteral("complaint.refused_on."), Role::Officer},
        {QStringLiteral("complaint.ended_on."), Role::Officer},
        {QStringLiteral("commendation.first_approval."), Role::Leader},
        {QStringLiteral("commendation.second_approval."), Role::Leader},
        {QStringLiteral("application_step.kind.co_signed"), Role::Section},
    };
    const auto own = whose.constFind(kind.key + QLatin1Char('.') + field + QLatin1Char('.') + word);
    REQUIRE(own != whose.cend());
    return role == Role::Administrator || role == *own || (*own == Role::Clerk && role == Role::Section);
}

bool isReserved(const model::Field& field, const QString& word)
{
    return std::any_of(field.reserved.begin(), field.reserved.end(), [&](const auto& one) { return one.word == word; });
}

/// Who does an action: whose word it is, else as the register is written.
bool mayDo(services::Role role, const services::Action& action)
{
    const model::RecordKind& kind = *model::findKind(action.childKind.isEmpty() ? action.kind : action.childKind);
    if (!action.backField.isEmpty() && !mayWrite(role, model::findKind(action.kind)->keepers))
        return false;
    for (const QString& key : action.filled)
        if (isReserved(*kind.field(key), {}))
            return maySay(role, kind, key, {});
    for (auto it = action.given.begin(); it != action.given.end(); ++it)
        if (isReserved(*kind.field(it.key()), model::textOf(it.value())))
            return maySay(role, kind, it.key(), model::textOf(it.value()));
    return mayWrite(role, kind.keepers);
}

/// A record with one reserved value said and no other.
model::Record saying(model::Record record, const model::Field& field, const model::Reservation& reservation)
{
    for (const model::Field& other : record.kind->fields)
        if (isReserved(other, {}) && other.key != field.key)
            record.set(other.key, {});
    for (const char* key : {"published_on", "decided_on"}) // rest on the approvals
        record.set(QLatin1String(key), {});
    record.set(field.key, reservation.word.isEmpty() ? model::Value(sampleDay) : model::Value(reservation.word));
    return record;
}

template <class T>
bool isDenied(const Result<T>& result)
{
    return !result && result.error().kind == ErrorKind::Denied;
}

} // namespace

TEST_CASE("Every register takes a record in, finds it, changes it, prints it as a table and takes that back",
          "[services]")
{
    OpenCampaign campaign;
    Sampler sampler(campaign);
    for (const model::RecordKind* kind : registersOf(campaign)) {
        INFO(kind->key);
        const bool isSample = sampler.known(kind->key).isNull();
        const Uid uid = sampler.oneOf(*kind);
        const model::Record stored = need(services::findRecord(*campaign.workspace, *kind, uid));
        CHECK(stored.version == 1);

        if (isSample && std::any_of(kind->fields.begin(), kind->fields.end(), [](const auto& field) {
                return field.isSearched;
            }))
            CHECK(need(services::listRecords(*campaign.workspace, *kind, {.search = QStringLiteral("ylwz")})).size()
                  == 1);

        const auto text = std::find_if(kind->fields.begin(), kind->fields.end(), [&](const model::Field& field) {
            return field.type == model::FieldType::LongText
                   || (field.type == model::FieldType::Text && !field.isUnique && !field.isDated
                       && field.picks.isEmpty() && field.key != QLatin1String("milestone")
                       && field.key != QLatin1String("fonds") && !kind->identities.first().contains(field.key));
        });
        if (text != kind->fields.end()) {
            need(services::correctRecord(*campaign.workspace, *kind, uid, stored.version,
                                         {{text->key, QStringLiteral("改过的文字")}}, {}));
            auto timeline = need(services::timelineOf(*campaign.workspace, uid));
            timeline.removeIf([&](const services::TimelineEntry& entry) { // of records below it
                const model::RecordKind* of = model::findKind(entry.intent.section(QLatin1Char('.'), 0, 0));
                const model::Field* parent = of ? of->field(of->parentField) : nullptr;
                return of != kind && parent && parent->refers == kind->key;
            });
            CHECK(timeline.size() == 2);
        }

        const QString path = campaign.folder.filePath(kind->key + QStringLiteral(".xlsx"));
        CHECK(need(services::exportTable(*campaign.workspace, *kind, path, {.among = QVector{uid}})) == 1);
        services::ImportOptions update;
        update.existing = services::Existing::Update;
        const auto report = need(services::importFile(*campaign.workspace, *kind, path, update));
        CHECK(report.rejected == 0);
        CHECK(report.updated == 1);
        need(services::writeTemplate(*kind, campaign.folder.filePath(kind->key + QStringLiteral("-空白.xlsx"))));
    }
}

TEST_CASE("What no table can name is refused whole, by file, clipboard and blank table", "[services]")
{
    OpenCampaign campaign;
    const QString path = campaign.folder.filePath(QStringLiteral("a.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("标题,日期\n甲,2024-01-01\n");
    file.close();
    int refused = 0;
    for (const model::RecordKind* kind : model::allKinds()) {
        INFO(kind->key);
        if (services::importableKinds().contains(kind->key))
            continue;
        ++refused;
        services::ImportOptions dry;
        dry.isDryRun = true;
        const auto byFile = services::importFile(*campaign.workspace, *kind, path, dry);
        const auto pasted =
            services::importClipboard(*campaign.workspace, *kind, QStringLiteral("标题\t日期\n甲\t2024-01-01\n"), {});
        const auto blank = services::writeTemplate(*kind, campaign.folder.filePath(QStringLiteral("空白.xlsx")));
        REQUIRE_FALSE(byFile);
        REQUIRE_FALSE(pasted);
        REQUIRE_FALSE(blank);
        CHECK(byFile.error().code == QLatin1String("not_importable"));
        CHECK(pasted.error().code == QLatin1String("not_importable"));
        CHECK(blank.error().code == QLatin1String("not_importable"));
    }
    CHECK(refused == 6); // the campaign, inspections and what the program keeps itself
}

TEST_CASE("A required field left blank is refused in every register, naming the field", "[services]")
{
    OpenCampaign campaign;
    Sampler sampler(campaign);
    for (const model::RecordKind* kind : registersOf(campaign)) {
        INFO(kind->key);
        const auto before = need(services::listRecords(*campaign.workspace, *kind)).size();
        const auto written = services::addRecord(*campaign.workspace, model::Record(*kind));
        REQUIRE_FALSE(written);
        CHECK(written.error().kind == ErrorKind::Invalid);
        CHECK(kind->field(written.error().where) != nullptr);
        CHECK(need(services::listRecords(*campaign.workspace, *kind)).size() == before);
        sampler.oneOf(*kind); // for those that refer to it
    }
}

TEST_CASE("Each role writes the registers it keeps and no other, and confidential ones stay in the office",
          "[services]")
{
    using services::Role;
    OpenCampaign campaign;
    Sampler sampler(campaign);
    for (const model::RecordKind* kind : registersOf(campaign))
        sampler.oneOf(*kind);
    const Uid station = campaign.all<model::Unit>().first().station;
    for (const Role role : {Role::Clerk, Role::Officer, Role::Section, Role::Leader, Role::Administrator}) {
        campaign.reopenAs({QStringLiteral("甲"), role, role == Role::Officer ? station : Uid(), true});
        for (const model::RecordKind* kind : registersOf(campaign)) {
            INFO(kind->key << " as " << services::roleLabel(role));
            const auto written =
                services::addRecord(*campaign.workspace, model::Record(*kind)); // blank: nothing is stored
            REQUIRE_FALSE(written);
            CHECK((written.error().kind == ErrorKind::Denied) == !mayWrite(role, kind->keepers));
            const bool mayRead = !kind->isConfidential || role != Role::Officer;
            CHECK(services::mayRead(*campaign.workspace, *kind) == mayRead);
            CHECK(bool(services::listRecords(*campaign.workspace, *kind)) == mayRead);
        }
    }
}

TEST_CASE("Each role does the actions that are its own, and no other", "[services]")
{
    using services::Role;
    OpenCampaign campaign;
    Sampler sampler(campaign);
    for (const model::RecordKind* kind : registersOf(campaign))
        sampler.oneOf(*kind);
    const Uid station = campaign.all<model::Unit>().first().station; // the unit of the samples
    for (const Role role : {Role::Clerk, Role::Officer, Role::Section, Role::Leader, Role::Administrator}) {
        campaign.reopenAs({QStringLiteral("甲"), role, role == Role::Officer ? station : Uid(), true});
        for (const services::Action& action : services::allActions()) {
            INFO(action.kind << "." << action.key << " as " << services::roleLabel(role));
            const Uid subject = sampler.known(action.kind);
            REQUIRE_FALSE(subject.isNull());
            const auto done = services::doAction(*campaign.workspace, action, subject, sampler.inputsFor(action));
            const bool isDenied = !done && done.error().kind == ErrorKind::Denied;
            CHECK(isDenied == !mayDo(role, action)); // what the state of things refuses is no matter of rights
        }
    }
}

TEST_CASE("An approval, an order and a co-signature are written by nobody else, whichever way",
          "[services][PLAN-3][BUR-3]")
{
    using services::Role;
    OpenCampaign campaign;
    Sampler sampler(campaign);
    for (const model::RecordKind* kind : registersOf(campaign))
        sampler.oneOf(*kind);
    const Uid station = campaign.all<model::Unit>().first().station;
    for (const Role role : {Role::Clerk, Role::Officer, Role::Section, Role::Leader, Role::Administrator})
        for (const model::RecordKind* kind : model::allKinds())
            for (const model::Field& field : kind->fields)
                for (const model::Reservation& reservation : field.reserved) {
                    INFO(kind->key << "." << field.key << " " << reservation.word << " as "
                                   << services::roleLabel(role));
                    campaign.reopenAs({QStringLiteral("甲"), role, role == Role::Officer ? station : Uid(), true});
                    const bool isWord = !reservation.word.isEmpty();
                    const bool mayKeep = mayWrite(role, kind->keepers);
                    const bool own = maySay(role, *kind, field.key, reservation.word);
                    const model::Record said = saying(sampler.sampleOf(*kind), field, reservation);

                    CHECK(isDenied(services::addRecord(*campaign.workspace, said)) == !(own && (isWord || mayKeep)));
                }
}
