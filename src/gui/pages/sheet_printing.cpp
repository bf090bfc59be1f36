// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sheet_printing.h"

#include "gui/printing.h"
#include "services/sheet_papers.h"

#include <QAction>
#include <QMenu>

namespace chengheng::gui {

SheetPrinting::SheetPrinting(Dispatcher& dispatcher, std::function<services::InspectionForm()> current, QWidget* page)
    : QObject(page), m_dispatcher(dispatcher), m_form(std::move(current)), m_page(page),
      m_current(newAction(tr("打印这张评分表"), services::filledSheet)),
      m_blank(newAction(tr("打印空白评分表（带到现场）"), services::blankSheet)),
      m_last(new QAction(tr("打印刚提交的评分表"), this))
{
    m_last->setEnabled(false);
    connect(m_last, &QAction::triggered, this, &SheetPrinting::printFiled);
}

QAction* SheetPrinting::newAction(
    const QString& text,
    std::function<Result<documents::Paper>(const services::Workspace&, const services::InspectionForm&)> make)
{
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, make = std::move(make)] {
        printPaper(m_dispatcher, m_page,
                   [make, form = m_form()](const services::Workspace& workspace) { return make(workspace, form); });
    });
    return action;
}

QMenu* SheetPrinting::newMenu(QWidget* parent) const
{
    auto* menu = new QMenu(parent);
    menu->addActions({m_current, m_blank, m_last});
    return menu;
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
    printPaper(m_dispatcher, m_page, [filed = m_filed](const services::Workspace& workspace) {
        return services::filedSheet(workspace, filed);
    });
}

} // namespace chengheng::gui
