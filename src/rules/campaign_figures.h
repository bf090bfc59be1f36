// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"

#include <optional>

namespace chengheng::rules {

/// A figure of the campaign on a day, the same on paper and on the screen: a count or a rate.
struct CampaignFigure {
    QString key;   ///< units, verification_rate, register:training, trade:hospital
    QString label; ///< 参建单位数; papers name it so
    std::optional<qint64> count = {};
    std::optional<Rate> rate = {};
    QString why; ///< one sentence

    QString text() const; ///< "40", "96.4%", "无"
};

/// All figures that a report may state: of status and ledger, units by trade, and how many records each register
/// holds on the day (of those that only the office reads no more than that number).
QVector<CampaignFigure> campaignFigures(const SummaryInput& input);

/// Whether a campaign may have a figure of this key: trade:hospital is one even where the plan has no hospitals.
bool isFigureKey(const QString& key);

} // namespace chengheng::rules
