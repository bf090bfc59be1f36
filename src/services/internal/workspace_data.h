// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"
#include "storage/database.h"
#include "storage/intent.h"
#include "storage/snapshot.h"

namespace chengheng::services {

/// What an open campaign holds, for the services themselves. The rule texts are parsed once and
/// shared with readers: they never change while a campaign is open.
struct Workspace::Data {
    struct Rules {
        rules::Plan plan;
        rules::SheetEdition sheets;
        WorkingCalendar calendar;
        rules::Catalogue catalogue;
    };

    std::unique_ptr<storage::Database> database;
    Place place;
    Actor actor;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const Rules> rules;
    QString closed; ///< why nothing is written any more; empty while the round runs
    std::function<void(const ChangeNotice&)> listener;
    QVector<QPair<qint64, QString>> undoable; ///< own entries of this sitting, oldest first
    QHash<qint64, qint64> undone;             ///< entries of this sitting that took another back, and which
};

/// Parses the editions of a campaign.
Result<std::shared_ptr<const Workspace::Data::Rules>> parseRules(const RuleTexts& texts);

/// Reads whether the round is over (campaign.closed_on).
Result<void> readClosing(Workspace::Data& data);

/// Runs one user intent: begins, lets `work` write, commits, tells the listener. Where the intent's id
/// is in the journal already (a retry) nothing is done again and the old entry's number is returned.
Result<qint64> runIntent(Workspace& workspace, const QString& intent, const Uid& id,
                         const std::function<Result<void>(storage::Intent&)>& work);

} // namespace chengheng::services
