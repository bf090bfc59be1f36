// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

#include <QPair>

namespace chengheng::storage {

/// Which rows of a register, in which order.
struct ListQuery {
    /// Equality by field key or "uid"; References by uid; an empty value finds rows without one.
    QVector<QPair<QString, model::Value>> where = {};
    QString search = {};      ///< characters, pinyin or initials, anywhere in the searched fields
    QStringList orderBy = {}; ///< field keys or "uid", "-key" for falling; then in the order of entry
    /// Reads only these fields and leaves the others empty; none: all. For whole registers that a rule
    /// needs a few columns of.
    QStringList only = {};
    qint64 limit = -1; ///< negative: all
    qint64 offset = 0;
};

} // namespace chengheng::storage
