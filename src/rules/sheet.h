// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "base/result.h"
#include "model/words.h"

#include <QDate>
#include <QStringList>
#include <QVector>

namespace chengheng::rules {

enum class MethodType { Deduct, AllOrNothing, Ratio, Award, Checklist };
enum class ZeroOverZero { Full, NotApplicable, Pending };

/// How an item is scored. Only the members of its type mean something.
struct ItemMethod {
    MethodType type = MethodType::AllOrNothing;
    Points per;             ///< Deduct: taken for each occurrence; Checklist: given for each check met
    Points cap;             ///< Deduct: at most this much is taken
    QString unit;           ///< Deduct: what one occurrence is, "每缺1项制度或未执行"
    QString condition;      ///< AllOrNothing: what must hold
    qint64 fullAt = 10'000; ///< Ratio: full points from here, in ten-thousandths
    qint64 zeroBelow = 0;   ///< Ratio: nothing below this, in ten-thousandths
    ZeroOverZero zeroOverZero = ZeroOverZero::Pending;
    QString metric;     ///< Ratio: prefill metric that gives it
    Points step;        ///< Award: points are a multiple of this
    QStringList checks; ///< Checklist: what is checked
};

/// A legal basis with the days on which it is in force (open where not said).
struct LegalBasis {
    QString text;
    QDate from;
    QDate to;
    QString note;
};

/// What of the records answers an item, in keys; `rule` says the same in words.
struct Prefill {
    QStringList metrics;
    QString rule;
    QString fault; ///< the issue code that problems are counted by, and that lost points stand for
    QString only;  ///< narrows a metric: other_than_dispensers, certificates, precious_goods, dishes, herbs
    std::optional<qint64> missingCounts; ///< occurrences where what must be there is missing
    qint64 atLeast = 0;                  ///< so many must be measured to prove that there is no fault
};

struct SheetItem {
    QString id; ///< "3.01"
    QString section;
    QString criterion;
    Points max;
    ItemMethod method;
    bool hasVeto = false;
    QString vetoWhen;
    bool isNaAllowed = false;
    QString naWhen;
    QStringList evidence;
    QVector<LegalBasis> basis;
    Prefill prefill;
};

struct Sheet {
    int no = 0;
    QString key; ///< the trade's key, or "organiser"
    QString subject;
    QString title;
    Points total;
    QVector<SheetItem> items;

    const SheetItem* item(const QString& id) const;
};

struct GlobalVeto {
    QString code; ///< "G1"
    QString text;
    QVector<int> sheets;
    QString basis;
};

struct GradeBand {
    QString key; ///< excellent, pass
    QString label;
    Points minimum;
};

/// Tables 1-8 of one edition. The built-in one is a 参考稿 and says so wherever it shows.
struct SheetEdition {
    QString name;
    QString status;                ///< the sentence that marks it 参考稿（非官方评分表）
    QVector<GradeBand> gradeBands; ///< best first
    Points minimumApplicable;
    QVector<GlobalVeto> globalVetoes;
    QStringList issueCodes;
    QVector<Sheet> sheets;

    const Sheet* sheet(int no) const;
    const Sheet* sheetOf(model::Trade trade) const;
};

/// 参考稿（非官方评分表） as long as the sheets say so of themselves; empty for an office's own.
QString markOf(const SheetEdition& edition);

/// The bases of an item in force on a day.
QVector<LegalBasis> basisOn(const SheetItem& item, QDate day);

/// Reads sheets; besides file, place and reason of a fault it checks that each sheet's items add up to
/// its total, and that item ids do not repeat.
Result<SheetEdition> parseSheets(const QByteArray& json, const QString& fileName);

} // namespace chengheng::rules
