// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QVector>

namespace chengheng::storage {

/// One numbered step of the schema, a file of schema/<dialect>/ as it stands in the program.
struct Migration {
    qint64 version = 0;
    QString name; ///< 0001_initial
    QString sql;
};

/// All steps this program knows, in order.
const QVector<Migration>& migrationsFor(bool isServer);

/// How far a database has come; 0 for an empty one.
Result<qint64> schemaVersion(Connection& connection);

/// Runs the steps above the database's version, each in a transaction of its own with its version.
/// Corrupt "migration_failed" where a step leaves a reference that leads nowhere.
Result<void> migrate(Connection& connection, const QVector<Migration>& steps);

} // namespace chengheng::storage
