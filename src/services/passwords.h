// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

// 登录口令 (docs/adr): from the first password on, opening the campaign asks for name and password, except for those
// whom a server's login names already. None of this is taken back by 撤销.

/// An opening failed because somebody has to sign in, or to sign in otherwise: sign_in_required, wrong_password,
/// locked_out, no_password, ambiguous_name, password_must_change, or what is wrong with the new password.
bool asksToSignIn(const Error& error);
/// The new password is asked for, or the one given was refused.
bool asksForNewPassword(const Error& error);

/// Switches passwords on, by an administrator: the first one, of an administrator's account in force. Opening asks
/// from the next time on.
Result<Written> startPasswords(Workspace& workspace, const Uid& account, const QString& password);
/// Switches them off; names are declared again.
Result<Written> endPasswords(Workspace& workspace);

/// A one-time password in the place of a forgotten one, by an administrator; told once, kept nowhere. It ends a
/// lock-out and must be replaced at the next sign-in.
Result<QString> resetPassword(Workspace& workspace, const Uid& account);

/// Denied "not_signed_in" where the name is only declared.
Result<void> checkSignedIn(const Workspace& workspace);
/// One's own, by who signed in. Tries at the old one count as at signing in.
Result<Written> changePassword(Workspace& workspace, const QString& old, const QString& fresh);

} // namespace chengheng::services
