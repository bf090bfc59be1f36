// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/uid.h"

#include <QDateTime>

#include <optional>

namespace chengheng::storage {

class Database;

/// What an account's password is checked against, and the tries since the last right one. Kept beside the
/// records: no list, table, journal text or diagnosis reads it; a backup holds it.
struct Credential {
    QString verifier;
    qint64 failures = 0;
    QDateTime lockedUntil; ///< invalid: not locked
};

/// Nothing where the account has no password.
Result<std::optional<Credential>> credentialOf(Database& database, const Uid& account);
/// Gives the account a password and forgets its failed tries; within an intent, part of it.
Result<void> setVerifier(Database& database, const Uid& account, const QString& verifier);
/// Nobody has a password any more.
Result<void> removeCredentials(Database& database);

/// Counts a try before it is made, so that tries side by side are all counted; false where another one was
/// counted since `read`.
Result<bool> countTry(Database& database, const Uid& account, const Credential& read, QDateTime lockedUntil);
/// The try was right.
Result<void> forgetTries(Database& database, const Uid& account);

} // namespace chengheng::storage
