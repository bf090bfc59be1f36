// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "gui/dispatcher.h"
#include "services/inspections.h"

class QAction;
class QMenu;
class QWidget;

namespace chengheng::gui {

/// What the scoring page prints: the sheet as filled in so far, the blank one to take along, the one that
/// was filed last.
class SheetPrinting : public QObject
{
    Q_OBJECT

public:
    /// `current`: what stands on the page now.
    SheetPrinting(Dispatcher& dispatcher, std::function<services::InspectionForm()> current, QWidget* page);

    /// Prints the sheet as it stands.
    QAction* printAction() const { return m_current; }
    /// The choice of what to print.
    QMenu* newMenu(QWidget* parent) const;
    /// There is a sheet on the page.
    void setEnabled(bool isEnabled);
    void setFiled(const Uid& inspection);

private:
    QAction* newAction(
        const QString& text,
        std::function<Result<documents::Paper>(const services::Workspace&, const services::InspectionForm&)> make);
    void printFiled();

    Dispatcher& m_dispatcher;
    std::function<services::InspectionForm()> m_form;
    QWidget* m_page;
    QAction* m_current;
    QAction* m_blank;
    QAction* m_last;
    Uid m_filed;
};

} // namespace chengheng::gui
