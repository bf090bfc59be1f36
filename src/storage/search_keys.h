// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

#include <QHash>

namespace chengheng::storage {

/// Makes the stored search keys. Names repeat in a ledger, so the keys of texts are remembered.
class SearchKeys
{
public:
    /// The keys of the searched fields, a line each; empty for a kind that is not searched.
    QString of(const model::Record& record);

private:
    QString keyOf(const QString& text);

    QHash<QString, QString> m_known;
};

} // namespace chengheng::storage
