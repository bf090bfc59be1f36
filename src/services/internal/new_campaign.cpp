// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/new_campaign.h"

#include "services/internal/record_writes.h"

namespace chengheng::services {

namespace {

/// Fills the tables of one open intent.
class Filler
{
public:
    Filler(storage::Intent& intent, const rules::Plan& plan, QDate today)
        : m_intent(intent), m_plan(plan), m_today(today)
    {}

    Result<void> fill(const RuleTexts& texts, const rules::SheetEdition& sheets)
    {
        addCampaign();
        addEdition(model::EditionKind::Plan, m_plan.id, texts.plan);
        addEdition(model::EditionKind::Sheets, sheets.name, texts.sheets);
        addEdition(model::EditionKind::Calendar, QStringLiteral("calendar"), texts.calendar);
        addEdition(model::EditionKind::Catalogue, QStringLiteral("catalogue"), texts.catalogue);
        addOrganisations();
        addSeats();
        return m_error ? Result<void>(fail(*m_error)) : Result<void>();
    }

private:
    /// Inserts, and remembers the first thing that went wrong.
    template <class R>
    Uid add(const R& typed)
    {
        if (m_error)
            return {};
        const model::Record record = model::toRecord(typed);
        const auto sound = checkFaults(record, m_today);
        const auto uid = sound ? m_intent.insert(record) : Result<Uid>(fail(sound.error()));
        if (!uid)
            m_error = uid.error();
        return uid.value_or(Uid());
    }

    void addCampaign()
    {
        model::Campaign campaign;
        campaign.title = m_plan.title;
        campaign.campaignType = m_plan.campaignType;
        campaign.applicant = m_plan.applicant;
        campaign.noticeNumber = m_plan.noticeNumber;
        campaign.planId = m_plan.id;
        campaign.from = m_plan.from;
        campaign.to = m_plan.to;
        add(campaign);
    }

    void addEdition(model::EditionKind kind, const QString& name, const QByteArray& content)
    {
        model::Edition edition;
        edition.kind = kind;
        edition.name = name;
        edition.content = QString::fromUtf8(content);
        add(edition);
    }

    void addOrganisations()
    {
        for (const rules::PlanOrganisation& planned : m_plan.organisations) {
            model::Organisation organisation;
            organisation.name = planned.name;
            organisation.kind = planned.kind;
            organisation.duties = planned.duties;
            m_organisations.insert(planned.key, add(organisation));
        }
    }

    void addSeats()
    {
        qint64 position = 0;
        for (const rules::PlanSeat& planned : m_plan.seats) {
            model::Seat seat;
            seat.body = planned.body;
            seat.role = planned.role;
            seat.organisation = m_organisations.value(planned.organisation);
            seat.post = planned.post;
            seat.position = ++position;
            const Uid uid = add(seat);
            if (planned.holder.isEmpty())
                continue;
            model::SeatHolder holder;
            holder.seat = uid;
            holder.person = planned.holder;
            add(holder);
        }
    }

    storage::Intent& m_intent;
    const rules::Plan& m_plan;
    const QDate m_today;
    QHash<QString, Uid> m_organisations;
    std::optional<Error> m_error;
};

} // namespace

Result<void> fillNewCampaign(Workspace& workspace, const RuleTexts& texts)
{
    const auto seq = runIntent(workspace, QStringLiteral("campaign.new"), Uid::create(), [&](storage::Intent& intent) {
        return Filler(intent, workspace.plan(), workspace.clock().today()).fill(texts, workspace.sheets());
    });
    return seq ? Result<void>() : Result<void>(fail(seq.error()));
}

} // namespace chengheng::services
