// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Papers that leave the office, and their way through signing.
namespace chengheng::model {

/// 文书: a paper with a number of its own. Its PDF and later its scan are attachments.
struct IssuedPaper : RecordHead {
    QString number; ///< "2024-00012", given by the program: counted within the year of madeOn
    std::optional<qint64> year;
    QString title;
    QString paperKind; ///< what paper it is, by its title among the office's papers: 整改通知书
    Uid unit;
    QString subject; ///< whom or what it is about, where that is no unit
    QString receiver;
    QDate madeOn;
    QString maker;
    std::optional<qint64> pages;
    QString sha256; ///< hex, of the PDF; empty for a paper made elsewhere
    QString remarks;
};

/// 送签办理: which may follow which is rules::mayTakePaperStep.
struct IssuedPaperStep : RecordHead {
    Uid issuedPaper;
    PaperStepKind kind = PaperStepKind::Printed;
    QDate on;
    QString person;
    QString reason;
};

} // namespace chengheng::model
