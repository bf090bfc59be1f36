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
    case ListState::Drafted: return Text::tr("拟列");
    case ListState::Approved: return Text::tr("待公布");
    case ListState::InForce: return Text::tr("公布中");
    case ListState::Ended: return Text::tr("已到期");
    case ListState::Removed: return Text::tr("已移出");
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

QString nextForList(const ListEntry& entry, QDate day)
{
    const bool isBlack = entry.colour == model::ListColour::Black;
    switch (listState(entry, day)) {
    case ListState::Drafted:
        if (isBlack && !entry.notifiedOn.isValid())
            return Text::tr("告知单位");
        if (isBlack && entry.statement.isEmpty() && !entry.hasNoStatement)
            return Text::tr("听取陈述申辩");
        return hasCome(entry.townApprovedOn, day) ? Text::tr("报区局批准") : Text::tr("报镇政府批准");
    case ListState::Approved:
        return Text::tr("公布，写明公布至哪天");
    case ListState::Ended:
        return Text::tr("移出名单");
    case ListState::InForce:
    case ListState::Removed:
        break;
    }
    return {};
}

} // namespace chengheng::rules
