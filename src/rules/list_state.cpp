// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/list_state.h"

#include <QCoreApplication>

namespace chengheng::rules {

using model::ListEntry;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ListState)
};

bool hasCome(QDate on, QDate day)
{
    return on.isValid() && on <= day;
}

} // namespace

QString labelOf(ListState state)
{
    switch (state) {
    case ListState::Drafted:
        return Text::tr("拟列");
    case ListState::Approved:
        return Text::tr("待公布");
    case ListState::InForce:
        return Text::tr("公布中");
    case ListState::Ended:
        return Text::tr("已到期");
    case ListState::Removed:
        return Text::tr("已移出");
    }
    return {};
}

ListState listState(const ListEntry& entry, QDate day)
{
    if (!hasCome(entry.townApprovedOn, day) || !hasCome(entry.bureauApprovedOn, day))
        return ListState::Drafted;
    if (hasCome(entry.removedOn, day))
        return ListState::Removed;
    if (entry.endOn.isValid() && entry.endOn < day)
        return ListState::Ended;
    return hasCome(entry.publishedOn, day) ? ListState::InForce : ListState::Approved;
}

QString labelOf(ListStep step)
{
    switch (step) {
    case ListStep::None:
        return {};
    case ListStep::Notify:
        return Text::tr("告知单位");
    case ListStep::Hear:
        return Text::tr("听取陈述申辩");
    case ListStep::ApproveByTown:
        return Text::tr("报镇政府批准");
    case ListStep::ApproveByBureau:
        return Text::tr("报区局批准");
    case ListStep::Publish:
        return Text::tr("公布，写明公布至哪天");
    case ListStep::Remove:
        return Text::tr("移出名单");
    }
    return {};
}

ListStep nextForList(const ListEntry& entry, QDate day)
{
    const bool isBlack = entry.colour == model::ListColour::Black;
    switch (listState(entry, day)) {
    case ListState::Drafted:
        if (isBlack && !entry.notifiedOn.isValid())
            return ListStep::Notify;
        if (isBlack && entry.statement.isEmpty() && !entry.hasNoStatement)
            return ListStep::Hear;
        return hasCome(entry.townApprovedOn, day) ? ListStep::ApproveByBureau : ListStep::ApproveByTown;
    case ListState::Approved:
        return ListStep::Publish;
    case ListState::Ended:
        return ListStep::Remove;
    case ListState::InForce:
    case ListState::Removed:
        break;
    }
    return ListStep::None;
}

QDate nextSince(const ListEntry& entry, QDate day)
{
    switch (nextForList(entry, day)) {
    case ListStep::None:
    case ListStep::Notify:
        return entry.draftedOn;
    case ListStep::Hear:
        return entry.notifiedOn;
    case ListStep::ApproveByTown:
        return entry.notifiedOn.isValid() ? entry.notifiedOn : entry.draftedOn;
    case ListStep::ApproveByBureau:
        return entry.townApprovedOn;
    case ListStep::Publish:
        return entry.bureauApprovedOn;
    case ListStep::Remove:
        return entry.endOn;
    }
    return {};
}

} // namespace chengheng::rules
