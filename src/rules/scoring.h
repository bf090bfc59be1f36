// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/supervision_records.h"
#include "rules/answers.h"

namespace chengheng::rules {

/// What beside the answers bears on a score.
struct ScoreContext {
    /// Why the unit is held at 合格 (an overdue or failed instrument in use); empty where it is not.
    QString holdReason;
};

struct ItemScore {
    QString item;
    std::optional<Points> points; ///< nothing while open and where not applicable
    Points max;
    bool isNotApplicable = false;
    QString why; ///< one sentence that explains the arithmetic

    bool isOpen() const { return !points && !isNotApplicable; }
    friend bool operator==(const ItemScore&, const ItemScore&) = default;
};

/// Scores of 100 with one decimal.
struct ScoreRange {
    Points low;
    Points high;

    friend bool operator==(const ScoreRange&, const ScoreRange&) = default;
};

/// A scored sheet. While items are open (`complete` false) score and grade are missing and `range` shows
/// what can still be reached: all open items at nothing and at full points. Below the edition's least
/// applicable points there is no score, range or grade but a leader's decision; a veto decides the grade
/// in every case.
struct Score {
    int sheet = 0;
    QString edition;
    bool complete = false;
    Points earned;
    Points applicable; ///< full points of all items that apply, open ones included
    std::optional<Points> score;
    std::optional<ScoreRange> range;
    QString gradeKey;         ///< suggested grade; "" where there is none
    QString grade;            ///< its Chinese word
    QStringList vetoes;       ///< codes of global vetoes, then item ids in the sheet's order
    QVector<ItemScore> items; ///< in the sheet's order
    QString heldBack;         ///< why the grade is lower than the score's, or why there is none; one sentence
    QString why;              ///< the whole in one sentence

    friend bool operator==(const Score&, const Score&) = default;
};

/// Key of the grade that a veto gives and that a score below all bands gives: 不合格.
inline constexpr char failedGradeKey[] = "fail";
/// Key of 合格, at which a unit with an overdue or failed instrument in use is held.
inline constexpr char passGradeKey[] = "pass";

/// Scores answers on a sheet of an edition. The order of the answers does not matter. Errors: those of
/// checkAnswers().
Result<Score> score(const SheetEdition& edition, const Sheet& sheet, const SheetAnswers& answers,
                    const ScoreContext& context = {});

/// How an item is scored, as a sentence: "每缺1项制度扣1分，最多扣3分。"
QString scoringRule(const SheetItem& item);

/// The whole-sheet vetoes that may be stated on a sheet, in the edition's order.
QVector<GlobalVeto> globalVetoesOn(const SheetEdition& edition, const Sheet& sheet);

/// The answers kept with an inspection.
Result<SheetAnswers> answersOf(const model::Inspection& inspection);

/// A recorded inspection's answers scored on its sheet. Errors: those of the answers; unknown_sheet.
Result<Score> score(const SheetEdition& edition, const model::Inspection& inspection, const ScoreContext& context = {});

} // namespace chengheng::rules
