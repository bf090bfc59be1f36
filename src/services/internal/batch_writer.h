// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/row_judge.h"
#include "services/workspace.h"
#include "storage/intent.h"

namespace chengheng::services {

/// Writes the rows of one import inside its intent.
class BatchWriter
{
public:
    BatchWriter(const Workspace& workspace, storage::Intent& intent, const QString& fileName)
        : m_workspace(workspace), m_intent(intent), m_fileName(fileName)
    {}

    /// Nothing for a row that is skipped or rejected.
    Result<void> write(const JudgedRow& row);

private:
    Result<void> update(const JudgedRow& row);
    Result<void> addVerification(const model::Record& instrumentRecord, const model::Record& child);

    const Workspace& m_workspace;
    storage::Intent& m_intent;
    QString m_fileName;
};

} // namespace chengheng::services
