// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

namespace chengheng::storage {

/// Copies every register, the journal, attachments and drafts from one database into another that has
/// the schema and nothing else, as it stands: keys, versions and hashes included. Both connections
/// must be inside a transaction.
Result<void> copyTables(Connection& from, Connection& to);

} // namespace chengheng::storage
