// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/scans.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class ScanDialog;
}

/// 导入扫描件: which pages of a scanned batch go to which paper, shown before anything is written; then filed as one
/// intent.
class ScanDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the scanned files, reads their codes and opens the dialog on the plan.
    static void start(Dispatcher& dispatcher, QWidget* parent);
    ~ScanDialog() override;

private:
    ScanDialog(Dispatcher& dispatcher, services::ScanPlan plan, QWidget* parent);

    void showPlan();
    void file();
    services::ScanOptions options() const;

    std::unique_ptr<Ui::ScanDialog> m_ui;
    Dispatcher& m_dispatcher;
    const services::ScanPlan m_plan;
};

} // namespace chengheng::gui
