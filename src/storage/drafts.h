// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QVector>

namespace chengheng::storage {

class Database;

struct Draft {
    QString key;
    QString json;
    QDateTime savedAt;
};

// What somebody is typing, kept outside the journal. Each call is a transaction of its own.

Result<void> saveDraft(Database& database, const QString& owner, const QString& key, const QString& json,
                       const QDateTime& now);
/// NotFound "no_such_draft".
Result<Draft> loadDraft(Database& database, const QString& owner, const QString& key);
/// Newest first.
Result<QVector<Draft>> listDrafts(Database& database, const QString& owner);
/// Within the intent that is open: all drafts of one name go over to another; where both have one for the same place,
/// each keeps their own.
Result<void> moveDrafts(Database& database, const QString& from, const QString& to);
Result<void> removeDraft(Database& database, const QString& owner, const QString& key);

} // namespace chengheng::storage
