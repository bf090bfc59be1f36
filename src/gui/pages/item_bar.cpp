// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/item_bar.h"

#include "gui/pages/sheet_table.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chengheng::gui {

namespace {

constexpr int linesKept = 3; ///< so that the sheet above does not move from row to row

} // namespace

ItemBar::ItemBar(SheetTable& table, QWidget* parent)
    : QWidget(parent), m_table(table), m_text(new QLabel), m_buttons(new QWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * linesKept);
    layout->addWidget(m_text);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_met = addButton(tr("符合"), tr("空格"), [this](int at) { m_table.toggleMet(at); });
    m_value = addButton(tr("填写数值…"), tr("数字"), [this](int at) { Q_EMIT valueWanted(at); });
    m_suggestion = addButton(tr("采用建议"), tr("T"), [this](int at) { m_table.setValue(at, m_table.suggestionAt(at)->answer); });
    m_notApplicable = addButton(tr("合理缺项…"), tr("N"), [this](int at) { Q_EMIT reasonWanted(at, false); });
    m_veto = addButton(tr("一票否决…"), tr("V"), [this](int at) { Q_EMIT reasonWanted(at, true); });
    m_photograph = addButton(tr("照片…"), tr("P"), [this](int at) { Q_EMIT photographWanted(at); });
    m_noPhotographs = addButton(tr("移除照片"), {}, [this](int at) { Q_EMIT photographsUnwanted(at); });
    m_clear = addButton(tr("重新判定"), tr("Delete"), [this](int at) { m_table.clearRow(at); });
    row->addStretch(1);
    layout->addWidget(m_buttons);
    connect(&m_table, &SheetTable::currentCellChanged, this, &ItemBar::showCurrent);
    connect(&m_table, &SheetTable::changed, this, &ItemBar::showCurrent);
}

/// Reached by Tab; a click leaves the keys with the sheet.
QPushButton* ItemBar::addButton(const QString& text, const QString& key, std::function<void(int)> clicked)
{
    auto* button = new QPushButton(text);
    if (!key.isEmpty())
        button->setToolTip(tr("键：%1").arg(key));
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, clicked = std::move(clicked)] {
        if (m_table.currentRow() >= 0)
            clicked(m_table.currentRow());
    });
    return button;
}

void ItemBar::setDay(QDate day)
{
    m_day = day;
    showCurrent();
}

void ItemBar::showCurrent()
{
    const int row = m_table.currentRow();
    m_buttons->setEnabled(row >= 0);
    m_noPhotographs->setVisible(m_table.photographsAt(row) > 0);
    m_text->clear();
    if (m_table.itemAt(row))
        showItem(row);
    else if (m_table.vetoAt(row))
        showVeto(row);
}

void ItemBar::showItem(int row)
{
    const rules::SheetItem& item = *m_table.itemAt(row);
    QStringList further;
    if (item.hasVeto)
        further << tr("否决情形：%1").arg(item.vetoWhen);
    if (item.isNaAllowed)
        further << tr("可缺项：%1").arg(item.naWhen);
    if (!item.evidence.isEmpty())
        further << tr("查看：%1").arg(item.evidence.join(QStringLiteral("、")));
    QStringList bases;
    for (const rules::LegalBasis& basis : rules::basisOn(item, m_day))
        bases << basis.text;
    if (!bases.isEmpty())
        further << tr("依据：%1").arg(bases.join(QStringLiteral("；")));
    m_text->setText(QStringLiteral("<b>%1　%2</b> · %3<br>%4")
                        .arg(item.id, item.criterion.toHtmlEscaped(), rules::scoringRule(item).toHtmlEscaped(),
                             further.join(QStringLiteral(" · ")).toHtmlEscaped()));
    const rules::MethodType method = item.method.type;
    const bool isVetoed = m_table.isVetoed(row);
    m_met->setVisible(method == rules::MethodType::AllOrNothing || method == rules::MethodType::Deduct);
    m_met->setText(method == rules::MethodType::AllOrNothing ? tr("符合／不符合") : tr("符合"));
    m_met->setEnabled(!isVetoed);
    m_value->setVisible(method != rules::MethodType::AllOrNothing);
    m_suggestion->setVisible(m_table.suggestionAt(row));
    m_suggestion->setEnabled(!isVetoed);
    m_notApplicable->setVisible(item.isNaAllowed);
    m_notApplicable->setEnabled(!isVetoed);
    m_veto->setVisible(item.hasVeto);
    m_clear->setEnabled(m_table.answerAt(row).has_value());
}

void ItemBar::showVeto(int row)
{
    const rules::GlobalVeto& veto = *m_table.vetoAt(row);
    m_text->setText(QStringLiteral("<b>%1　%2</b><br>%3")
                        .arg(veto.code, veto.text.toHtmlEscaped(),
                             tr("成立即整表不合格，须由至少两名检查人员查实并有证据；志愿者的疑似反馈不能否决。依据：%1。")
                                 .arg(veto.basis)
                                 .toHtmlEscaped()));
    for (QPushButton* button : {m_met, m_value, m_suggestion, m_notApplicable})
        button->hide();
    m_veto->show();
    m_clear->setEnabled(m_table.isVetoed(row));
}

} // namespace chengheng::gui
