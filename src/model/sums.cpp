// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sums.h"

namespace chengheng::model {

bool addsUp(const Field& field)
{
    // A key has one sense in all registers (docs/glossary.md).
    static const QStringList counts{QStringLiteral("quantity"),    QStringLiteral("heads"),     QStringLiteral("pages"),
                                    QStringLiteral("instruments"), QStringLiteral("mandatory"), QStringLiteral("staff"),
                                    QStringLiteral("asked"),       QStringLiteral("aware")};
    return field.type == FieldType::Money || (field.type == FieldType::Integer && counts.contains(field.key));
}

} // namespace chengheng::model
