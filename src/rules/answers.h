// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "base/result.h"
#include "rules/sheet.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace chengheng::rules {

/// What an inspector found on one item. Exactly one of the values, or N/A with a reason; a veto may
/// stand without a value, the item is then still open.
struct Answer {
    QString item;
    std::optional<qint64> occurrences; ///< deduct
    std::optional<bool> met;           ///< all_or_nothing
    std::optional<Rate> ratio;         ///< ratio
    std::optional<Points> points;      ///< award
    QStringList checks;                ///< checklist: the texts of the checks that are met
    bool isChecklist = false;          ///< checklist answered, even where none is met
    bool isNotApplicable = false;      ///< 合理缺项
    QString reason;                    ///< of N/A
    bool isVeto = false;               ///< an officer's finding
    QString note;

    bool hasValue() const { return occurrences || met || ratio || points || isChecklist; }
    friend bool operator==(const Answer&, const Answer&) = default;
};

struct SheetAnswers {
    int sheet = 0;
    QStringList globalVetoes; ///< codes, "G1"
    QVector<Answer> answers;
    QMap<QString, QString> globalFindings = {}; ///< what was found, by the code of a stated global veto

    const Answer* find(const QString& item) const;
    friend bool operator==(const SheetAnswers&, const SheetAnswers&) = default;
};

/// The answer that gives an item full points.
Answer goodAnswer(const SheetItem& item);

/// Reads an answers file: {"sheet":3,"global_vetoes":[],"answers":[{"item":"3.01","occurrences":2},…]}; what
/// was found for a global veto may stand in "global_veto_findings":{"G2":"…"}. Other keys beside these
/// belong to the inspection file and are left alone; an unknown key in an answer is an error. `sheet` stands
/// in where the file names none (answers kept with an inspection).
/// Errors are Invalid with the item in `where`.
Result<SheetAnswers> parseAnswers(const QJsonObject& json, int sheet = 0);

/// The same answers as JSON; parseAnswers() gives them back.
QJsonObject toJson(const SheetAnswers& answers);

/// The first thing wrong with answers on a sheet: unknown or repeated items, a form that is not the
/// item's method's, N/A or a veto where none is allowed. Errors as above.
Result<void> checkAnswers(const SheetEdition& edition, const Sheet& sheet, const SheetAnswers& answers);

} // namespace chengheng::rules
