// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rules/campaign_figures.h"

namespace chengheng::rules {

/// What reports call a figure: words that stand beside a number, and its units.
struct FigureLabel {
    QStringList words;   ///< 参建单位, 创建单位
    QStringList units;   ///< 家, 户; empty for a rate
    QStringList figures; ///< keys of the figures it may mean; a number that is one of them agrees
};

/// The words that reports use, as data (resources/figures/labels.json).
struct FigureLabels {
    QVector<FigureLabel> labels;
    QStringList otherBefore; ///< 新增, 计划: behind them the number is another one
};

/// Reads the labels. The error names file, place and reason: a figure that does not exist, a label without words.
Result<FigureLabels> parseFigureLabels(const QByteArray& bytes, const QString& fileName);

/// A number of a report beside what the records say (报送数字核对).
struct FigureCheck {
    QString label;     ///< 参建单位
    QString written;   ///< 40家
    QString recorded;  ///< 41; several with 或 where the word may mean either
    QString why;       ///< what the recorded one rests on, one sentence for each
    QString context;   ///< the words around it
    int paragraph = 0; ///< counted from 1
    bool agrees = false;
};

struct CheckedFigures {
    QVector<FigureCheck> checks; ///< in the order of the text
    QStringList unchecked; ///< further numbers with a unit, with the words around them: no figure is known for them
    qsizetype differing() const;
};

/// Finds numbers beside known words (参建单位 40 家, 受检率为98.5%, 40家参建单位) and compares them with the figures. A
/// rate agrees when it is rounded half up to the decimals that were written.
CheckedFigures checkFigures(const QString& text, const QVector<CampaignFigure>& figures, const FigureLabels& labels);

/// The day that a report says its figures are of (截至2024年6月1日); invalid where it says none.
QDate dayOfFigures(const QString& text);

} // namespace chengheng::rules
