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

bool isMeant(const model::Reservation& reservation, const model::Value& value)
{
    return reservation.word.isEmpty() ? !model::isEmpty(value) : model::textOf(value) == reservation.word;
}

/// What a write says that is reserved to somebody, and whether it says more than that.
struct Saying {
    QVector<QPair<const model::Field*, model::Reservation>> reserved;
    bool isWord = false; ///< the record itself is somebody's word: a step that orders
    bool saysMore = false;
};

Saying sayingOf(const model::Record* before, const model::Record& after)
{
    static const model::Value none;
    Saying saying;
    bool isChanged = false;
    for (qsizetype i = 0; i < after.values.size(); ++i) {
        const model::Field& field = after.kind->fields[i];
        const model::Value& was = before ? before->values[i] : none;
        const model::Value& is = after.values[i];
        bool isReserved = false;
        for (const model::Reservation& reservation : field.reserved) {
            const bool isWord = !reservation.word.isEmpty();
            if (!(isMeant(reservation, was) || isMeant(reservation, is)) || (!isWord && was == is))
                continue;
            saying.reserved.append({&field, reservation});
            saying.isWord = saying.isWord || isWord;
            isReserved = true;
        }
        isChanged = isChanged || was != is;
        saying.saysMore = saying.saysMore || (was != is && !isReserved);
    }
    return isChanged ? saying : Saying();
}

Result<void> checkSaying(const Actor& actor, const model::RecordKind& kind, const Saying& saying)
{
    for (const auto& [field, reservation] : saying.reserved)
        if (!model::speaksFor(actor.role, reservation.authority))
            return fail(ErrorKind::Denied, "not_allowed",
                        Text::tr("%1的“%2”只能由%3登记，“%4”是%5。")
                            .arg(kind.title,
                                 reservation.word.isEmpty()
                                     ? field->label
                                     : model::displayText(*field, model::Value(reservation.word)),
                                 model::labelOf(reservation.authority), actor.name, roleLabel(actor.role)),
                        field->key);
    return {};
}

} // namespace

QString roleLabel(Role role)
{
    return model::labelOf(role);
}

Result<void> checkRight(const Actor& actor, Deed deed, const model::RecordKind& kind)
{
    if (deed == Deed::Read ? model::mayRead(actor.role, kind) : mayWrite(actor.role, kind.keepers))
        return {};
    return fail(ErrorKind::Denied, "not_allowed",
                Text::tr("%1“%2”不能对“%3”进行%4，请联系管理员。")
                    .arg(roleLabel(actor.role), actor.name, kind.title,
                         deed == Deed::Read ? Text::tr("查看") : Text::tr("登记或修改")),
                kind.key);
}

Result<void> checkReserved(const Actor& actor, const model::Record* before, const model::Record& after)
{
    return checkSaying(actor, *after.kind, sayingOf(before, after));
}

Result<void> checkWrite(const Actor& actor, const model::Record* before, const model::Record& after)
{
    const Saying saying = sayingOf(before, after);
    if (auto reserved = checkSaying(actor, *after.kind, saying); !reserved)
        return reserved;
    const bool isOwnWord = saying.isWord || (before && !saying.reserved.isEmpty() && !saying.saysMore);
    return isOwnWord ? Result<void>() : checkRight(actor, Deed::Write, *after.kind);
}

Result<void> checkStation(const Actor& actor, const Uid& stationOfUnit)
{
    if (actor.role != Role::Officer || actor.station == stationOfUnit)
        return {};
    return fail(ErrorKind::Denied, "other_station", Text::tr("“%1”只能登记本所监管的参建单位。").arg(actor.name));
}

} // namespace chengheng::services
