// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/scoring.h"

#include <functional>

class QWidget;

namespace chengheng::gui {

// What an item cannot take from one key is asked for in a small form; `then` comes once it is readable.

/// Occurrences, met or not, a ratio's two numbers, an award's points or the checks that are met.
void askValue(QWidget* parent, const rules::SheetItem& item, const std::optional<rules::Answer>& given,
              std::function<void(const rules::Answer&)> then);

/// Why an item does not apply.
void askNotApplicable(QWidget* parent, const rules::SheetItem& item, std::function<void(const QString& reason)> then);

struct VetoFinding {
    QString finding;
    QString inspectors; ///< at least two
};

/// What was found for a veto and which two inspectors found it. `when`: the veto's condition.
void askVeto(QWidget* parent, const QString& when, const VetoFinding& given,
             std::function<void(const VetoFinding&)> then);

} // namespace chengheng::gui
