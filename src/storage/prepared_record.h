// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/record.h"
#include "storage/search_keys.h"

namespace chengheng::storage {

/// A record checked and encoded for writing.
struct PreparedRecord {
    model::Record record;      ///< with a uid
    QVector<QByteArray> texts; ///< values that are text, in UTF-8; empty for the others
    QByteArray json;           ///< what the journal keeps of it
    QByteArray searchKey;      ///< UTF-8; empty where its kind is not searched
    bool isNewUid = true;      ///< given here, so nothing can be stored under it
};

/// Makes records ready to be written, without a database: for long rows of them on a thread of its own.
class RecordPreparer
{
public:
    /// Gives a uid where the record has none. Invalid "wrong_type", "required".
    Result<PreparedRecord> prepare(model::Record record);

private:
    SearchKeys m_searchKeys;
};

} // namespace chengheng::storage
