// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/prefill.h"
#include "rules/scoring.h"

#include <QTableWidget>

namespace chengheng::gui {

/// One sheet as a form for fast hands: up and down move, digits give occurrences, 空格 met or not met,
/// N not applicable, V veto, T takes over the suggestion, Delete opens the item again, Enter goes on.
class SheetTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit SheetTable(QWidget* parent = nullptr);

    void setSheet(const rules::SheetEdition& edition, const rules::Sheet& sheet);
    void setAnswers(const rules::SheetAnswers& answers);
    void setSuggestions(const QVector<rules::Suggestion>& suggestions);
    /// Answers given so far; open items are left out.
    rules::SheetAnswers answers() const;
    /// Takes over all suggestions for items still open.
    void takeSuggestions();
    /// 其余均符合: all items still open become good. Only after every item has been on screen.
    bool hasShownAll() const { return m_lowestShown + 1 >= rowCount(); }
    void answerRestAsGood();
    /// Points and reasons as scored.
    void showScore(const rules::Score& score);

Q_SIGNALS:
    void changed();
    /// N or V on the current item asks for words: why not applicable, what the finding is.
    void reasonWanted(int row, bool isVeto);
    /// A digit or 空格 on a ratio item asks for its two numbers.
    void ratioWanted(int row);

public:
    void setNotApplicable(int row, const QString& reason);
    void setVeto(int row, const QString& finding);
    void setRatio(int row, Rate ratio);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Column { Item, Criterion, Max, Given, Earned, Suggested, Why, ColumnCount };
    void set(int row, const std::optional<rules::Answer>& answer);
    void showRow(int row);
    void noteShown();
    bool typeDigit(int row, int digit);
    bool toggleMet(int row);
    QString givenText(const rules::Answer& answer) const;

    rules::Sheet m_sheet;
    QVector<std::optional<rules::Answer>> m_answers; ///< by row
    QHash<QString, rules::Suggestion> m_suggestions;
    int m_lowestShown = -1;
    int m_typedRow = -1; ///< row that took the digit before: 1 then 2 is twelve
};

} // namespace chengheng::gui
