// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "open_campaign.h"

#include "services/papers.h"

namespace chengheng::test {

/// The invented year of the demonstration, made once for all cases that only read.
services::Workspace& demoYear();
/// Its acceptance packet's folder.
QString demoPacket();

/// The first record of a register of the demonstration.
model::Record firstRecord(const QString& kind);

/// Each of the office's papers as the demonstration's last day gives it, about its register's first record.
struct DemoPaper {
    const services::PaperKind* kind = nullptr;
    std::optional<model::Record> subject;
    services::MadePaper made;

    /// The day its figures are of: the subject's own, where the paper says so.
    QDate day() const;
};
const QVector<DemoPaper>& demoPapers();
/// Made a second time for another record.
services::MadePaper demoPaper(const char* key, const Uid& subject = {}, const char* on = "2024-12-31");

} // namespace chengheng::test
