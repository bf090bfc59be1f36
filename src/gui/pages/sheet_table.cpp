// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sheet_table.h"

#include "gui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace chengheng::gui {

SheetTable::SheetTable(QWidget* parent) : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("评分项"));
    setHorizontalHeaderLabels(
        {tr("项"), tr("内容"), tr("满分"), tr("判定"), tr("得分"), tr("照片"), tr("台账建议"), tr("说明")});
    for (const Column column : {Max, Earned, Photographs})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < ColumnCount; ++column)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Criterion, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Why, QHeaderView::Stretch);
    setToolTip(tr("数字：发生次数　空格：符合/不符合　N：合理缺项　V：一票否决　P：照片　T：采用建议　R：其余均符合　"
                  "Delete：重新判定　回车：下一项"));
}

const rules::SheetItem* SheetTable::itemAt(int row) const
{
    return row >= 0 && row < itemCount() ? &m_sheet.items[row] : nullptr;
}

const rules::GlobalVeto* SheetTable::vetoAt(int row) const
{
    const qsizetype index = row - itemCount();
    return index >= 0 && index < m_vetoes.size() ? &m_vetoes[index] : nullptr;
}

QString SheetTable::idAt(int row) const
{
    const rules::GlobalVeto* veto = vetoAt(row);
    return veto ? veto->code : itemAt(row) ? itemAt(row)->id : QString();
}

const rules::Suggestion* SheetTable::suggestionAt(int row) const
{
    const rules::SheetItem* asked = itemAt(row);
    const auto found = asked ? m_suggestions.constFind(asked->id) : m_suggestions.cend();
    return found == m_suggestions.cend() ? nullptr : &*found;
}

bool SheetTable::mayVeto(int row) const
{
    const rules::SheetItem* asked = itemAt(row);
    return asked ? asked->hasVeto : vetoAt(row) != nullptr;
}

bool SheetTable::isVetoed(int row) const
{
    if (const rules::GlobalVeto* veto = vetoAt(row))
        return m_findings.contains(veto->code);
    return itemAt(row) && m_answers[row] && m_answers[row]->isVeto;
}

QString SheetTable::findingAt(int row) const
{
    if (const rules::GlobalVeto* veto = vetoAt(row))
        return m_findings.value(veto->code);
    return isVetoed(row) ? m_answers[row]->note : QString();
}

void SheetTable::setSheet(const rules::SheetEdition& edition, const rules::Sheet& sheet)
{
    m_sheet = sheet;
    m_vetoes = rules::globalVetoesOn(edition, sheet);
    m_answers.fill(std::nullopt, sheet.items.size());
    m_findings.clear();
    m_suggestions.clear();
    m_photographs.clear();
    m_typedRow = -1;
    setRowCount(int(sheet.items.size() + m_vetoes.size()));
    m_shown.fill(false, rowCount());
    for (int row = 0; row < rowCount(); ++row)
        addRow(row);
    scrollToTop();
    if (rowCount() > 0)
        selectRow(0);
}

void SheetTable::addRow(int row)
{
    for (int column = 0; column < ColumnCount; ++column)
        setItem(row, column, new QTableWidgetItem);
    for (const Column column : {Max, Earned, Photographs})
        item(row, column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item(row, Item)->setText(idAt(row));
    if (const rules::SheetItem* asked = itemAt(row)) {
        item(row, Criterion)->setText(asked->criterion);
        item(row, Criterion)->setToolTip(asked->criterion + QLatin1Char('\n') + rules::scoringRule(*asked));
        item(row, Max)->setText(asked->max.toString());
    } else if (const rules::GlobalVeto* veto = vetoAt(row)) {
        item(row, Criterion)->setText(tr("整表一票否决：%1").arg(veto->text));
        item(row, Criterion)->setToolTip(tr("依据：%1").arg(veto->basis));
    }
    showRow(row);
}

void SheetTable::setAnswers(const rules::SheetAnswers& answers)
{
    m_findings.clear();
    for (const QString& code : answers.globalVetoes)
        m_findings.insert(code, answers.globalFindings.value(code));
    for (int row = 0; row < rowCount(); ++row) {
        if (const rules::SheetItem* asked = itemAt(row)) {
            const rules::Answer* answer = answers.find(asked->id);
            m_answers[row] = answer ? std::optional(*answer) : std::nullopt;
        }
        showRow(row);
    }
    Q_EMIT changed();
}

void SheetTable::setSuggestions(const QVector<rules::Suggestion>& suggestions)
{
    m_suggestions.clear();
    for (const rules::Suggestion& suggestion : suggestions)
        m_suggestions.insert(suggestion.answer.item, suggestion);
    for (int row = 0; row < itemCount(); ++row)
        showRow(row);
}

void SheetTable::setPhotographs(const QMap<QString, QStringList>& files)
{
    m_photographs = files;
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
    answers.globalVetoes = m_findings.keys();
    answers.globalFindings = m_findings;
    answers.globalFindings.removeIf([](const auto& finding) { return finding.value().isEmpty(); });
    return answers;
}

void SheetTable::takeSuggestions()
{
    for (int row = 0; row < itemCount(); ++row)
        if (const rules::Suggestion* suggestion = suggestionAt(row); suggestion && !m_answers[row]) {
            m_answers[row] = suggestion->answer;
            showRow(row);
        }
    Q_EMIT changed();
}

QVector<rules::HeldOpen> SheetTable::answerRestAsGood()
{
    QVector<rules::HeldOpen> held = rules::heldOpen(m_sheet, m_suggestions.values());
    held.removeIf([this](const rules::HeldOpen& one) { return answers().find(one.item); });
    for (int row = 0; row < itemCount(); ++row) {
        if (m_answers[row]
            || std::any_of(held.begin(), held.end(), [&](const auto& one) { return one.item == idAt(row); }))
            continue;
        m_answers[row] = rules::goodAnswer(m_sheet.items[row]);
        showRow(row);
    }
    Q_EMIT changed();
    return held;
}

void SheetTable::setAnswer(int row, const std::optional<rules::Answer>& answer)
{
    m_answers[row] = answer;
    showRow(row);
    Q_EMIT changed();
}

void SheetTable::setValue(int row, rules::Answer answer)
{
    answer.item = m_sheet.items[row].id;
    if (isVetoed(row)) {
        answer.isVeto = true;
        answer.note = m_answers[row]->note;
    }
    setAnswer(row, answer);
}

void SheetTable::setNotApplicable(int row, const QString& reason)
{
    rules::Answer answer;
    answer.item = m_sheet.items[row].id;
    answer.isNotApplicable = true;
    answer.reason = reason;
    setAnswer(row, answer);
}

void SheetTable::setVeto(int row, const QString& finding)
{
    if (const rules::GlobalVeto* veto = vetoAt(row)) {
        m_findings.insert(veto->code, finding);
        showRow(row);
        Q_EMIT changed();
        return;
    }
    rules::Answer answer = m_answers[row].value_or(rules::Answer());
    if (answer.isNotApplicable)
        answer = {}; // what is vetoed does apply
    answer.item = m_sheet.items[row].id;
    answer.isVeto = true;
    answer.note = finding;
    if (m_sheet.items[row].method.type == rules::MethodType::AllOrNothing)
        answer.met = false;
    setAnswer(row, answer);
}

void SheetTable::clearRow(int row)
{
    if (const rules::GlobalVeto* veto = vetoAt(row)) {
        m_findings.remove(veto->code);
        showRow(row);
        Q_EMIT changed();
    } else {
        setAnswer(row, std::nullopt);
    }
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
    return answer.isVeto ? tr("%1 否决").arg(text).trimmed() : text;
}

void SheetTable::showRow(int row)
{
    const bool isStated = isVetoed(row);
    const qsizetype photographs = photographsAt(row);
    item(row, Photographs)->setText(photographs > 0 ? tr("%1 张").arg(photographs) : QString());
    item(row, Given)->setForeground(isStated ? faultColour() : palette().color(QPalette::Text));
    if (vetoAt(row)) {
        item(row, Given)->setText(isStated ? tr("否决") : tr("—"));
        item(row, Why)->setText(isStated ? tr("查实情况：%1").arg(findingAt(row)) : QString());
        item(row, Why)->setToolTip(item(row, Why)->text());
        return;
    }
    item(row, Given)->setText(m_answers[row] ? givenText(*m_answers[row]) : tr("—"));
    const rules::Suggestion* suggestion = suggestionAt(row);
    item(row, Suggested)->setText(suggestion ? givenText(suggestion->answer) : QString());
    item(row, Suggested)->setToolTip(suggestion ? suggestion->why : QString());
}

void SheetTable::showScore(const rules::Score& score)
{
    for (int row = 0; row < itemCount() && row < score.items.size(); ++row) {
        const rules::ItemScore& each = score.items[row];
        const rules::Suggestion* suggestion = suggestionAt(row);
        QString why = each.isOpen() && suggestion ? tr("建议：%1").arg(suggestion->why) : each.why;
        if (isVetoed(row))
            why += tr("查实情况：%1").arg(findingAt(row));
        item(row, Earned)->setText(each.points ? each.points->toString() : QString());
        item(row, Why)->setText(why);
        item(row, Why)->setToolTip(why);
    }
}

bool SheetTable::typeDigit(int row, int digit)
{
    const rules::MethodType method = m_sheet.items[row].method.type;
    if (method == rules::MethodType::AllOrNothing)
        return false;
    if (method != rules::MethodType::Deduct) {
        Q_EMIT valueWanted(row);
        return true;
    }
    constexpr qint64 mostOccurrences = 9999;
    const bool goesOn = m_typedRow == row && m_answers[row] && m_answers[row]->occurrences;
    rules::Answer answer;
    answer.occurrences = qMin((goesOn ? *m_answers[row]->occurrences * 10 : 0) + digit, mostOccurrences);
    m_typedRow = row;
    setValue(row, answer);
    return true;
}

bool SheetTable::toggleMet(int row)
{
    const rules::MethodType method = m_sheet.items[row].method.type;
    if (method != rules::MethodType::AllOrNothing && method != rules::MethodType::Deduct)
        return false;
    rules::Answer answer = rules::goodAnswer(m_sheet.items[row]);
    if (m_answers[row] && *m_answers[row] == answer) {
        if (answer.met)
            answer.met = false;
        else
            answer.occurrences = 1;
    }
    setAnswer(row, answer);
    return true;
}

bool SheetTable::takeItemKey(int row, int key)
{
    const rules::SheetItem& asked = m_sheet.items[row];
    if (isVetoed(row) && (key == Qt::Key_Space || key == Qt::Key_N || key == Qt::Key_T))
        return true; // contradicts the veto: Delete takes that back first
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return typeDigit(row, key - Qt::Key_0);
    if (key == Qt::Key_Space) {
        if (!toggleMet(row))
            Q_EMIT valueWanted(row);
    } else if (key == Qt::Key_N && asked.isNaAllowed) {
        Q_EMIT reasonWanted(row, false);
    } else if (key == Qt::Key_T && suggestionAt(row)) {
        setAnswer(row, suggestionAt(row)->answer);
    } else {
        return false;
    }
    return true;
}

/// Letters without a meaning on this row do nothing: Qt's search by typing would jump away.
bool SheetTable::takeKey(int row, int key)
{
    if (itemAt(row) && takeItemKey(row, key))
        return true;
    if (key == Qt::Key_V && mayVeto(row))
        Q_EMIT reasonWanted(row, true);
    else if (key == Qt::Key_P)
        Q_EMIT photographWanted(row);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        clearRow(row);
    else if (key == Qt::Key_R)
        Q_EMIT restWanted();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        selectRow(qMin(row + 1, rowCount() - 1));
    else
        return key >= Qt::Key_Space && key <= Qt::Key_Z;
    return true;
}

QVector<HandledKey> SheetTable::keys()
{
    return {{tr("↑、↓"), tr("上一项、下一项")}, {tr("数字"), tr("填次数；比例项和评定项填数值")},
            {tr("空格"), tr("符合／不符合")},   {tr("N"), tr("合理缺项")},
            {tr("V"), tr("一票否决")},          {tr("P"), tr("附照片")},
            {tr("T"), tr("采用台账建议")},      {tr("R"), tr("其余均符合")},
            {tr("Delete"), tr("重新判定")},     {tr("Enter"), tr("下一项")}};
}

void SheetTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    const int key = event->key();
    if (key < Qt::Key_0 || key > Qt::Key_9)
        m_typedRow = -1;
    const bool isCommand = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (row < 0 || isCommand || !takeKey(row, key))
        QTableWidget::keyPressEvent(event);
}

/// Only rows that were painted whole have been on screen.
void SheetTable::noteShown()
{
    for (int row = qMax(0, rowAt(0)); row < rowCount(); ++row) {
        if (rowViewportPosition(row) + rowHeight(row) > viewport()->height())
            return;
        m_shown[row] = m_shown[row] || rowViewportPosition(row) >= 0;
    }
}

void SheetTable::showFirstUnseen()
{
    const int row = int(m_shown.indexOf(false));
    if (row < 0)
        return;
    selectRow(row);
    scrollToItem(item(row, Item), PositionAtTop);
    setFocus();
}

void SheetTable::paintEvent(QPaintEvent* event)
{
    QTableWidget::paintEvent(event);
    noteShown();
}

} // namespace chengheng::gui
