// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/progress.h"
#include "services/registers.h"

namespace chengheng::services {

struct CarriedOver {
    qint64 units = 0;
    qint64 instruments = 0;
    qint64 openProblems = 0;
    qint64 supervisors = 0;
    qint64 lessons = 0; ///< 经验总结
    QString notClosed;  ///< why the old campaign could not be closed; empty: it is
};

/// Begins the next round (LONG-1: 长效机制) in a campaign that was just made: units taking part with their
/// stallholders, ledger and latest verifications, management rules in force, liaison persons, supervisors
/// still serving, open problems, what was learnt (经验总结) and the office's settings come over as they stand today,
/// under the same uids; its figures of today stand in the register past_figure, to be laid beside those of the new
/// round (summary then_and_now). One intent; refused where units are there already. Then the old campaign is closed:
/// from now on it opens to be read. Cancelled before anything is written where `progress` says so.
Result<CarriedOver> carryOver(Workspace& from, Workspace& into, const Progress& progress = {});

/// A new campaign in a file that goes on from the one in `predecessor`; a file is left only where all went well.
Result<std::unique_ptr<Workspace>> beginNextRound(const Place& place, const Place& predecessor, const Actor& actor,
                                                  std::shared_ptr<const Clock> clock, const RuleTexts& texts,
                                                  const SignIn& signIn = {}, const Progress& progress = {});

/// A round that was closed by mistake goes on. Denied to all but the administrator.
Result<Written> reopenCampaign(Workspace& workspace, const Uid& intent = Uid::create());

} // namespace chengheng::services
