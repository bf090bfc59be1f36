// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sheet_table.h"

#include "gui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace chengheng::gui {

SheetTable::SheetTable(QWidget* parent) : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("评分项"));
    setHorizontalHeaderLabels({tr("项"), tr("内容"), tr("满分"), tr("判定"), tr("得分"), tr("台账建议"), tr("说明")});
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(Criterion, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Why, QHeaderView::Stretch);
    setToolTip(tr("数字：发生次数或比例　空格：符合/不符合　N：合理缺项　V：一票否决　T：采用建议　Delete：重新判定　回车：下一项"));
}

void SheetTable::setSheet(const rules::SheetEdition&, const rules::Sheet& sheet)
{
    m_sheet = sheet;
    m_answers.fill(std::nullopt, sheet.items.size());
    m_suggestions.clear();
    m_lowestShown = -1;
    setRowCount(int(sheet.items.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const rules::SheetItem& item = sheet.items[row];
        for (int column = 0; column < ColumnCount; ++column)
            setItem(row, column, new QTableWidgetItem);
        this->item(row, Item)->setText(item.id);
        this->item(row, Criterion)->setText(item.method.unit.isEmpty() ? item.criterion
                                                                       : tr("%1（%2）").arg(item.criterion, item.method.unit));
        this->item(row, Max)->setText(item.max.toString());
        this->item(row, Max)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        this->item(row, Earned)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        showRow(row);
    }
    if (rowCount() > 0)
        selectRow(0);
    noteShown();
}

void SheetTable::setAnswers(const rules::SheetAnswers& answers)
{
    for (int row = 0; row < rowCount(); ++row) {
        const rules::Answer* answer = answers.find(m_sheet.items[row].id);
        m_answers[row] = answer ? std::optional(*answer) : std::nullopt;
        showRow(row);
    }
    Q_EMIT changed();
}

void SheetTable::setSuggestions(const QVector<rules::Suggestion>& suggestions)
{
    m_suggestions.clear();
    for (const rules::Suggestion& suggestion : suggestions)
        m_suggestions.insert(suggestion.answer.item, suggestion);
    for (int row = 0; row < rowCount(); ++row)
        showRow(row);
}

rules::SheetAnswers SheetTable::answers() const
{
    rules::SheetAnswers answers;
    answers.sheet = m_sheet.no;
    for (const auto& answer : m_answers)
        if (answer)
            answers.answers.append(*answer);
    return answers;
}

void SheetTable::takeSuggestions()
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto suggestion = m_suggestions.constFind(m_sheet.items[row].id);
        if (!m_answers[row] && suggestion != m_suggestions.cend()) {
            m_answers[row] = suggestion->answer;
            showRow(row);
        }
    }
    Q_EMIT changed();
}

void SheetTable::answerRestAsGood()
{
    for (int row = 0; row < rowCount(); ++row)
        if (!m_answers[row] && m_sheet.items[row].method.type != rules::MethodType::Ratio) {
            m_answers[row] = rules::goodAnswer(m_sheet.items[row]);
            showRow(row);
        }
    Q_EMIT changed();
}

void SheetTable::set(int row, const std::optional<rules::Answer>& answer)
{
    m_answers[row] = answer;
    showRow(row);
    Q_EMIT changed();
}

void SheetTable::setNotApplicable(int row, const QString& reason)
{
    rules::Answer answer;
    answer.item = m_sheet.items[row].id;
    answer.isNotApplicable = true;
    answer.reason = reason;
    set(row, answer);
}

void SheetTable::setVeto(int row, const QString& finding)
{
    rules::Answer answer = m_answers[row].value_or(rules::Answer());
    answer.item = m_sheet.items[row].id;
    answer.isVeto = true;
    answer.note = finding;
    if (!answer.hasValue() && m_sheet.items[row].method.type == rules::MethodType::AllOrNothing)
        answer.met = false;
    set(row, answer);
}

void SheetTable::setRatio(int row, Rate ratio)
{
    rules::Answer answer;
    answer.item = m_sheet.items[row].id;
    answer.ratio = ratio;
    set(row, answer);
}

QString SheetTable::givenText(const rules::Answer& answer) const
{
    QString text;
    if (answer.isNotApplicable)
        text = tr("缺项");
    else if (answer.occurrences)
        text = *answer.occurrences == 0 ? tr("符合") : tr("%1 次").arg(*answer.occurrences);
    else if (answer.met)
        text = *answer.met ? tr("符合") : tr("不符合");
    else if (answer.ratio)
        text = QStringLiteral("%1/%2").arg(answer.ratio->num).arg(answer.ratio->den);
    else if (answer.points)
        text = tr("%1 分").arg(answer.points->toString());
    else if (answer.isChecklist)
        text = tr("%1 项").arg(answer.checks.size());
    return answer.isVeto ? text + tr(" 否决") : text;
}

void SheetTable::showRow(int row)
{
    item(row, Given)->setText(m_answers[row] ? givenText(*m_answers[row]) : tr("—"));
    item(row, Given)->setForeground(m_answers[row] && m_answers[row]->isVeto ? faultColour() : palette().color(QPalette::Text));
    const auto suggestion = m_suggestions.constFind(m_sheet.items[row].id);
    item(row, Suggested)->setText(suggestion == m_suggestions.cend() ? QString() : givenText(suggestion->answer));
    item(row, Suggested)->setToolTip(suggestion == m_suggestions.cend() ? QString() : suggestion->why);
}

void SheetTable::showScore(const rules::Score& score)
{
    for (int row = 0; row < rowCount() && row < score.items.size(); ++row) {
        const rules::ItemScore& each = score.items[row];
        item(row, Earned)->setText(each.points ? each.points->toString() : QString());
        const auto suggestion = m_suggestions.constFind(each.item);
        item(row, Why)->setText(each.isOpen() && suggestion != m_suggestions.cend() ? suggestion->why : each.why);
        item(row, Why)->setToolTip(each.why);
    }
}

bool SheetTable::typeDigit(int row, int digit)
{
    if (m_sheet.items[row].method.type != rules::MethodType::Deduct)
        return false;
    constexpr qint64 mostOccurrences = 9999;
    rules::Answer answer;
    answer.item = m_sheet.items[row].id;
    const bool goesOn = m_typedRow == row && m_answers[row] && m_answers[row]->occurrences;
    answer.occurrences = qMin((goesOn ? *m_answers[row]->occurrences * 10 : 0) + digit, mostOccurrences);
    m_typedRow = row;
    set(row, answer);
    return true;
}

bool SheetTable::toggleMet(int row)
{
    rules::Answer answer = rules::goodAnswer(m_sheet.items[row]);
    const auto& given = m_answers[row];
    const bool isGood = given && !given->isNotApplicable && *given == answer;
    if (isGood && answer.met)
        answer.met = false;
    else if (isGood && answer.occurrences)
        answer.occurrences = 1;
    else if (m_sheet.items[row].method.type == rules::MethodType::Ratio)
        return false; // a ratio is counted, not judged
    set(row, answer);
    return true;
}

void SheetTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    if (row < 0 || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        QTableWidget::keyPressEvent(event);
        return;
    }
    const rules::SheetItem& each = m_sheet.items[row];
    const int key = event->key();
    bool isTaken = true;
    const bool isCount = (key >= Qt::Key_0 && key <= Qt::Key_9) || key == Qt::Key_Space;
    if (isCount && each.method.type == rules::MethodType::Ratio)
        Q_EMIT ratioWanted(row);
    else if (key >= Qt::Key_0 && key <= Qt::Key_9)
        isTaken = typeDigit(row, key - Qt::Key_0);
    else if (key == Qt::Key_Space)
        isTaken = toggleMet(row);
    else if (key == Qt::Key_N && each.isNaAllowed)
        Q_EMIT reasonWanted(row, false);
    else if (key == Qt::Key_V && each.hasVeto)
        Q_EMIT reasonWanted(row, true);
    else if (key == Qt::Key_T && m_suggestions.contains(each.id))
        set(row, m_suggestions[each.id].answer);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        set(row, std::nullopt);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        selectRow(qMin(row + 1, rowCount() - 1));
    else
        isTaken = false;
    if (key < Qt::Key_0 || key > Qt::Key_9)
        m_typedRow = -1;
    if (!isTaken)
        QTableWidget::keyPressEvent(event);
}

void SheetTable::noteShown()
{
    int lowest = rowAt(viewport()->height() - 1);
    if (lowest < 0 && viewport()->height() > 1 && isVisible())
        lowest = rowCount() - 1;
    m_lowestShown = qMax(m_lowestShown, lowest);
}

void SheetTable::scrollContentsBy(int dx, int dy)
{
    QTableWidget::scrollContentsBy(dx, dy);
    noteShown();
}

void SheetTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    noteShown();
}

} // namespace chengheng::gui
