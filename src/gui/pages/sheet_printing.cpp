// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sheet_printing.h"

#include "documents/sheet_paper.h"
#include "gui/printing.h"
#include "model/as_of.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SheetPrinting)
};

Result<documents::SheetHead> headOf(const services::Workspace& workspace, const services::InspectionForm& form)
{
    auto known = workspace.facts();
    if (!known)
        return fail(known.error());
    const model::CampaignFacts facts = model::asOf(std::move(*known), form.on);
    documents::SheetHead head;
    head.campaign = facts.campaign.title.isEmpty() ? workspace.plan().title : facts.campaign.title;
    head.unit = Text::tr("组织者");
    for (const model::Unit& unit : facts.units)
        if (unit.uid == form.unit) {
            head.unit = unit.name;
            head.address = unit.address;
        }
    head.on = form.on;
    head.kind = form.kind;
    head.inspectors = form.inspectors;
    return head;
}

Result<const rules::Sheet*> sheetOf(const services::Workspace& workspace, const services::InspectionForm& form)
{
    if (const rules::Sheet* sheet = workspace.sheets().sheet(form.answers.sheet))
        return sheet;
    return fail(ErrorKind::Invalid, "unknown_sheet", Text::tr("这家单位的业态没有对应的评分表，没有可打印的内容。"));
}

Result<documents::Paper> filledSheet(const services::Workspace& workspace, const services::InspectionForm& form)
{
    const auto sheet = sheetOf(workspace, form);
    if (!sheet)
        return fail(sheet.error());
    const auto head = headOf(workspace, form);
    if (!head)
        return fail(head.error());
    const auto score = services::scoreAnswers(workspace, form.answers, form.unit, form.on);
    if (!score)
        return fail(score.error());
    return documents::filledSheetPaper(*head, workspace.sheets(), **sheet, form.answers, *score);
}

Result<documents::Paper> blankSheet(const services::Workspace& workspace, const services::InspectionForm& form)
{
    const auto sheet = sheetOf(workspace, form);
    if (!sheet)
        return fail(sheet.error());
    const auto head = headOf(workspace, form);
    if (!head)
        return fail(head.error());
    return documents::blankSheetPaper(*head, workspace.sheets(), **sheet);
}

} // namespace

SheetPrinting::SheetPrinting(Dispatcher& dispatcher, std::function<services::InspectionForm()> current, QWidget* page)
    : QObject(page), m_dispatcher(dispatcher), m_form(std::move(current)), m_page(page),
      m_current(newAction(tr("打印这张评分表"), filledSheet)),
      m_blank(newAction(tr("打印空白评分表（带到现场）"), blankSheet)), m_last(new QAction(tr("打印刚提交的评分表"), this))
{
    m_last->setEnabled(false);
    connect(m_last, &QAction::triggered, this, &SheetPrinting::printFiled);
}

QAction* SheetPrinting::newAction(const QString& text, std::function<Result<documents::Paper>(const services::Workspace&,
                                                                                              const services::InspectionForm&)> make)
{
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, make = std::move(make)] {
        printPaper(m_dispatcher, m_page,
                   [make, form = m_form()](const services::Workspace& workspace) { return make(workspace, form); });
    });
    return action;
}

QPushButton* SheetPrinting::newButton() const
{
    auto* button = new QPushButton(tr("打印"));
    auto* menu = new QMenu(button);
    menu->addActions({m_current, m_blank, m_last});
    button->setMenu(menu);
    return button;
}

void SheetPrinting::setEnabled(bool isEnabled)
{
    m_current->setEnabled(isEnabled);
    m_blank->setEnabled(isEnabled);
}

void SheetPrinting::setFiled(const Uid& inspection)
{
    m_filed = inspection;
    m_last->setEnabled(true);
}

void SheetPrinting::printFiled()
{
    printPaper(m_dispatcher, m_page, [filed = m_filed](const services::Workspace& workspace) -> Result<documents::Paper> {
        const auto kept = services::inspectionForm(workspace, filed);
        if (!kept)
            return fail(kept.error());
        return filledSheet(workspace, *kept);
    });
}

} // namespace chengheng::gui
