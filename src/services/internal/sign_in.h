// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/office_records.h"
#include "services/workspace.h"
#include "storage/intent.h"

#include <optional>

namespace chengheng::storage {
class Database;
}

namespace chengheng::services {

/// Who acts without being asked: whom the server's login names, or in a place without passwords who declares
/// himself. Nothing where the campaign asks for a password; Denied "unknown_login".
Result<std::optional<Actor>> knownActor(storage::Database& database, const Actor& declared, QDate today);

/// The account of who signs in; the errors that asksToSignIn() knows. A new password replaces the one given.
Result<Actor> signIn(storage::Database& database, const SignIn& person, const Clock& clock);

/// Counts the try and compares: Denied "wrong_password", "locked_out", "no_password".
Result<void> checkPassword(storage::Database& database, const model::Account& account, const QString& typed,
                           const Clock& clock);

/// What the new password is kept as, where it may be one; not the old one again.
Result<QString> newVerifierOf(const model::Account& account, const QString& old, const QString& fresh);

/// Within an intent: gives an account a password, or takes all of them away. The entry's reason names the account.
Result<void> writePassword(storage::Intent& intent, const Uid& account, const QString& verifier,
                           model::PasswordState state);
Result<void> clearPasswords(storage::Intent& intent);

/// Where passwords are asked for, an administrator must be left who can sign in: Invalid "last_administrator".
Result<void> checkAdministratorStays(storage::Intent& intent, QDate today);

} // namespace chengheng::services
