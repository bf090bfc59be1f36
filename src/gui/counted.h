// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"

#include <QString>
#include <QVector>

namespace chengheng::gui {

/// The records that a figure counts, and what it calls them (“超周期 12 台”): a list can keep only these.
struct Counted {
    QString words; ///< empty: nothing is counted, all are shown
    QVector<Uid> records;

    bool isAll() const { return words.isEmpty(); }
    friend bool operator==(const Counted&, const Counted&) = default;
};

} // namespace chengheng::gui
