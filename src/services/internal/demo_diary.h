// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

#include <QJsonObject>

namespace chengheng::services {

/// The invented year of resources/demo/year.json: what is entered into which register on which day. A
/// value "@3" is the unit with that number, "@name" the record of that name, "@each" the unit at hand
/// with "@head" and "@manager" its people.
class DemoDiary
{
public:
    /// Reads the year; the error names what is wrong with it.
    static Result<DemoDiary> read();

    /// The day of the next entry that is due by `day`; invalid where there is none.
    QDate nextDay(QDate day) const;
    /// Enters what stands under that day.
    Result<void> live(Workspace& workspace, QDate day);

private:
    QVector<QJsonObject> m_entries; ///< by day
    qsizetype m_next = 0;
};

} // namespace chengheng::services
