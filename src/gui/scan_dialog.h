// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/scans.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace chengheng::gui {

class TextTable;

/// 导入扫描件: which pages of a scanned batch go to which paper, shown before anything is written; then filed as one
/// intent.
class ScanDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the scanned files, reads their codes and opens the dialog on the plan.
    static void start(Dispatcher& dispatcher, QWidget* parent);

private:
    ScanDialog(Dispatcher& dispatcher, services::ScanPlan plan, QWidget* parent);

    void showPlan();
    void file();
    services::ScanOptions options() const;

    Dispatcher& m_dispatcher;
    const services::ScanPlan m_plan;
    QLabel* m_summary;
    TextTable* m_table;
    QCheckBox* m_completes;
    QCheckBox* m_again;
    QCheckBox* m_archives;
    QComboBox* m_retention;
    QPushButton* m_file;
};

} // namespace chengheng::gui
