// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::storage {

/// The canonical JSON (base/json.h) of a row's fields that are not empty, written straight from the
/// values: journal and `verify` need it for every row.
QByteArray rowJson(const model::Record& record);

/// The same of chosen fields (by index), empty ones as null.
QByteArray fieldsJson(const model::Record& record, const QVector<int>& fields);

/// Text as JSON, byte for byte as QJsonDocument writes it.
void appendJsonText(QByteArray& out, const QString& text);

} // namespace chengheng::storage
