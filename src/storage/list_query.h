// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

#include <QPair>

namespace chengheng::storage {

/// Which rows of a register, in which order.
struct ListQuery {
    /// Equality by field key or "uid"; References by uid; an empty value finds rows without one.
    QVector<QPair<QString, model::Value>> where = {};
    QString search = {}; ///< characters, pinyin or initials, anywhere in the searched fields
    QStringList orderBy = {}; ///< field keys or "uid", "-key" for falling; then in the order of entry
    qint64 limit = -1;   ///< negative: all
    qint64 offset = 0;
};

} // namespace chengheng::storage
