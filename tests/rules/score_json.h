// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/scoring.h"

#include <QJsonArray>
#include <QJsonObject>

namespace chengheng::test {

/// A score as it stands in the golden files: the command line's keys and the sentences beside them.
inline QJsonObject scoreJson(const rules::Score& scored)
{
    QJsonArray items;
    for (const rules::ItemScore& item : scored.items)
        items.append(
            QJsonObject{{QStringLiteral("item"), item.item},
                        {QStringLiteral("points"), item.points ? QJsonValue(item.points->toString()) : QJsonValue()},
                        {QStringLiteral("max"), item.max.toString()},
                        {QStringLiteral("why"), item.why}});
    QJsonValue range;
    if (scored.range)
        range = QJsonArray{scored.range->low.toString(), scored.range->high.toString()};
    return {{QStringLiteral("sheet"), scored.sheet},
            {QStringLiteral("complete"), scored.complete},
            {QStringLiteral("earned"), scored.earned.toString()},
            {QStringLiteral("applicable"), scored.applicable.toString()},
            {QStringLiteral("score"), scored.score ? QJsonValue(scored.score->toString()) : QJsonValue()},
            {QStringLiteral("range"), range},
            {QStringLiteral("grade"), scored.grade.isEmpty() ? QJsonValue() : QJsonValue(scored.grade)},
            {QStringLiteral("vetoes"), QJsonArray::fromStringList(scored.vetoes)},
            {QStringLiteral("held_back"), scored.heldBack},
            {QStringLiteral("why"), scored.why},
            {QStringLiteral("items"), items}};
}

} // namespace chengheng::test
