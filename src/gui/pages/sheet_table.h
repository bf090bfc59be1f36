// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/handled_key.h"
#include "rules/prefill.h"
#include "rules/scoring.h"

#include <QTableWidget>

namespace chengheng::gui {

/// One sheet as a form for fast hands: up and down move, digits give occurrences, 空格 met or not met,
/// N not applicable, V veto, P photograph, T takes over the suggestion, R gives the rest, Delete opens the
/// item again, Enter goes on. Below the items stand the whole-sheet vetoes; they know V, Delete and Enter.
class SheetTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit SheetTable(QWidget* parent = nullptr);

    static QVector<HandledKey> keys();

    void setSheet(const rules::SheetEdition& edition, const rules::Sheet& sheet);
    void setAnswers(const rules::SheetAnswers& answers);
    void setSuggestions(const QVector<rules::Suggestion>& suggestions);
    /// Photographs kept for rows: files by id.
    void setPhotographs(const QMap<QString, QStringList>& files);
    qsizetype photographsAt(int row) const { return m_photographs.value(idAt(row)).size(); }
    /// Answers given so far; open items are left out.
    rules::SheetAnswers answers() const;

    int itemCount() const { return int(m_sheet.items.size()); }
    /// The item of a row; null on a whole-sheet veto.
    const rules::SheetItem* itemAt(int row) const;
    /// The whole-sheet veto of a row; null on an item.
    const rules::GlobalVeto* vetoAt(int row) const;
    QString idAt(int row) const; ///< "3.01" or "G1"
    std::optional<rules::Answer> answerAt(int row) const { return m_answers.value(row); }
    const rules::Suggestion* suggestionAt(int row) const;
    /// A veto may be stated on the row.
    bool mayVeto(int row) const;
    bool isVetoed(int row) const;
    QString findingAt(int row) const; ///< of a stated veto

    /// Gives an item's value; a veto stated on it stays.
    void setValue(int row, rules::Answer answer);
    void setNotApplicable(int row, const QString& reason);
    void setVeto(int row, const QString& finding);
    /// Opens the item, or takes the veto back.
    void clearRow(int row);
    /// 空格: turns met into not met and back; false on items that are counted, not judged.
    bool toggleMet(int row);

    /// Takes over all suggestions for items still open.
    void takeSuggestions();
    /// 其余均符合: all items still open become good, save what is counted or awarded and what the records hold open
    /// (rules::heldOpen), which comes back. Only after every row has been on screen.
    bool hasShownAll() const { return !m_shown.contains(false); }
    void showFirstUnseen();
    QVector<rules::HeldOpen> answerRestAsGood();
    /// Points and reasons as scored.
    void showScore(const rules::Score& score);

Q_SIGNALS:
    void changed();
    /// Asks for words: why not applicable, or (`isVeto`) what was found.
    void reasonWanted(int row, bool isVeto);
    /// Asks for the numbers of a ratio, the points of an award, the checks that are met.
    void valueWanted(int row);
    void photographWanted(int row);
    void restWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum Column { Item, Criterion, Max, Given, Earned, Photographs, Suggested, Why, ColumnCount };
    void setAnswer(int row, const std::optional<rules::Answer>& answer);
    void addRow(int row);
    void showRow(int row);
    void noteShown();
    bool typeDigit(int row, int digit);
    bool takeKey(int row, int key);
    bool takeItemKey(int row, int key);
    QString givenText(const rules::Answer& answer) const;

    rules::Sheet m_sheet;
    QVector<rules::GlobalVeto> m_vetoes;             ///< the rows after the items
    QVector<std::optional<rules::Answer>> m_answers; ///< by row
    QMap<QString, QString> m_findings;               ///< of the global vetoes stated, by code
    QHash<QString, rules::Suggestion> m_suggestions;
    QMap<QString, QStringList> m_photographs;
    QVector<bool> m_shown; ///< by row: it has been on screen
    int m_typedRow = -1;   ///< row that took the digit before: 1 then 2 is twelve
};

} // namespace chengheng::gui
