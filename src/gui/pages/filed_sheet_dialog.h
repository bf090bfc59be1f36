// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/inspections.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class FiledSheetDialog;
}

/// An inspection as it was filed: its score with the reason for each point, its photographs, and the sheet to print.
class FiledSheetDialog : public QDialog
{
    Q_OBJECT

public:
    FiledSheetDialog(Dispatcher& dispatcher, const Uid& inspection, QWidget* parent);
    ~FiledSheetDialog() override;

private:
    struct Filed {
        services::InspectionForm form;
        QString unitName;                 ///< empty: the organiser
        Result<rules::Score> score = {};  ///< fails where it was scored on sheets that are no longer used
        QHash<QString, QString> criteria; ///< by item
    };

    static Result<Filed> readFiled(const services::Workspace& workspace, const Uid& inspection);
    void show(const Filed& filed);
    void showItems(const Filed& filed);

    std::unique_ptr<Ui::FiledSheetDialog> m_ui;
    Dispatcher& m_dispatcher;
};

} // namespace chengheng::gui
