// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actor.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rights)
};

/// Who writes a register; leaders read and approve.
bool mayWrite(Role role, model::Keepers keepers)
{
    if (role == Role::Leader)
        return false;
    switch (keepers) {
    case model::Keepers::Everybody:
        return true;
    case model::Keepers::Office: // an officer works on his units; organisation and plan are the office's
        return role != Role::Officer;
    case model::Keepers::Bureau:
        return role != Role::Clerk;
    case model::Keepers::Administrator:
        return role == Role::Administrator;
    }
    return false;
}

bool isAllowed(Role role, Deed deed, const model::RecordKind& kind)
{
    switch (deed) {
    case Deed::Read: // an officer may not learn who the volunteer supervisors are
        return !kind.isConfidential || role != Role::Officer;
    case Deed::Approve:
        return role == Role::Leader || role == Role::Administrator;
    case Deed::Order:
        // Only a market-supervision station may order (责令改正); the town advises (整改建议).
        return role == Role::Officer || role == Role::Administrator;
    case Deed::Write:
        return mayWrite(role, kind.keepers);
    }
    return false;
}

QString deedLabel(Deed deed)
{
    switch (deed) {
    case Deed::Read:
        return Text::tr("查看");
    case Deed::Write:
        return Text::tr("登记或修改");
    case Deed::Approve:
        return Text::tr("审批");
    case Deed::Order:
        return Text::tr("责令改正");
    }
    return {};
}

} // namespace

QString roleLabel(Role role)
{
    return model::labelOf(role);
}

Result<void> checkRight(const Actor& actor, Deed deed, const model::RecordKind& kind)
{
    if (isAllowed(actor.role, deed, kind))
        return {};
    return fail(ErrorKind::Denied, "not_allowed",
                Text::tr("%1“%2”不能对“%3”进行%4，请联系管理员。")
                    .arg(roleLabel(actor.role), actor.name, kind.title, deedLabel(deed)),
                kind.key);
}

Result<void> checkStation(const Actor& actor, const Uid& stationOfUnit)
{
    if (actor.role != Role::Officer || actor.station == stationOfUnit)
        return {};
    return fail(ErrorKind::Denied, "other_station",
                Text::tr("“%1”只能登记本所监管的参建单位。").arg(actor.name));
}

} // namespace chengheng::services
