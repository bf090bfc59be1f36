// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/item_bar.h"

#include "gui/pages/sheet_table.h"
#include "ui_ItemBar.h"

namespace chengheng::gui {

namespace {

constexpr int linesKept = 3; ///< so that the sheet above does not move from row to row

} // namespace

ItemBar::ItemBar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ItemBar>())
{
    m_ui->setupUi(this);
    m_ui->text->setMinimumHeight(m_ui->text->fontMetrics().lineSpacing() * linesKept);
}

ItemBar::~ItemBar() = default;

void ItemBar::setSheet(SheetTable& table)
{
    m_table = &table;
    const auto connectButton = [this](QPushButton* button, std::function<void(int)> clicked) {
        connect(button, &QPushButton::clicked, this, [this, clicked = std::move(clicked)] {
            if (m_table->currentRow() >= 0)
                clicked(m_table->currentRow());
        });
    };
    connectButton(m_ui->met, [this](int at) { m_table->toggleMet(at); });
    connectButton(m_ui->value, [this](int at) { Q_EMIT valueWanted(at); });
    connectButton(m_ui->suggestion, [this](int at) { m_table->setValue(at, m_table->suggestionAt(at)->answer); });
    connectButton(m_ui->notApplicable, [this](int at) { Q_EMIT reasonWanted(at, false); });
    connectButton(m_ui->veto, [this](int at) { Q_EMIT reasonWanted(at, true); });
    connectButton(m_ui->photograph, [this](int at) { Q_EMIT photographWanted(at); });
    connectButton(m_ui->noPhotographs, [this](int at) { Q_EMIT photographsUnwanted(at); });
    connectButton(m_ui->clear, [this](int at) { m_table->clearRow(at); });
    connect(m_table, &SheetTable::currentCellChanged, this, &ItemBar::showCurrent);
    connect(m_table, &SheetTable::changed, this, &ItemBar::showCurrent);
}

void ItemBar::setDay(QDate day)
{
    m_day = day;
    showCurrent();
}

void ItemBar::showCurrent()
{
    const int row = m_table->currentRow();
    m_ui->buttons->setEnabled(row >= 0);
    m_ui->noPhotographs->setVisible(m_table->photographsAt(row) > 0);
    m_ui->text->clear();
    if (m_table->itemAt(row))
        showItem(row);
    else if (m_table->vetoAt(row))
        showVeto(row);
}

void ItemBar::showItem(int row)
{
    const rules::SheetItem& item = *m_table->itemAt(row);
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
    m_ui->text->setText(QStringLiteral("<b>%1　%2</b> · %3<br>%4")
                            .arg(item.id, item.criterion.toHtmlEscaped(), rules::scoringRule(item).toHtmlEscaped(),
                                 further.join(QStringLiteral(" · ")).toHtmlEscaped()));
    const rules::MethodType method = item.method.type;
    const bool isVetoed = m_table->isVetoed(row);
    m_ui->met->setVisible(method == rules::MethodType::AllOrNothing || method == rules::MethodType::Deduct);
    m_ui->met->setText(method == rules::MethodType::AllOrNothing ? tr("符合／不符合") : tr("符合"));
    m_ui->met->setEnabled(!isVetoed);
    m_ui->value->setVisible(method != rules::MethodType::AllOrNothing);
    m_ui->suggestion->setVisible(m_table->suggestionAt(row));
    m_ui->suggestion->setEnabled(!isVetoed);
    m_ui->notApplicable->setVisible(item.isNaAllowed);
    m_ui->notApplicable->setEnabled(!isVetoed);
    m_ui->veto->setVisible(item.hasVeto);
    m_ui->clear->setEnabled(m_table->answerAt(row).has_value());
}

void ItemBar::showVeto(int row)
{
    const rules::GlobalVeto& veto = *m_table->vetoAt(row);
    m_ui->text->setText(
        QStringLiteral("<b>%1　%2</b><br>%3")
            .arg(veto.code, veto.text.toHtmlEscaped(),
                 tr("成立即整表不合格，须由至少两名检查人员查实并有证据；志愿者的疑似反馈不能否决。依据：%1。")
                     .arg(veto.basis)
                     .toHtmlEscaped()));
    for (QPushButton* button : {m_ui->met, m_ui->value, m_ui->suggestion, m_ui->notApplicable})
        button->hide();
    m_ui->veto->show();
    m_ui->clear->setEnabled(m_table->isVetoed(row));
}

} // namespace chengheng::gui
