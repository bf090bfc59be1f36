// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/figure_checks.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class FigureCheckDialog;
}

/// 报送数字核对: a report's text, pasted or from a .docx that the office has edited, and each of its figures beside
/// what the records of its day say.
class FigureCheckDialog : public QDialog
{
    Q_OBJECT

public:
    /// `day`: of the page, for a report that states none itself.
    FigureCheckDialog(Dispatcher& dispatcher, QDate day, QWidget* parent);
    ~FigureCheckDialog() override;

private:
    void openReport();
    void check();
    void show(const services::FigureReport& report);

    std::unique_ptr<Ui::FigureCheckDialog> m_ui;
    Dispatcher& m_dispatcher;
    QDate m_day;
};

} // namespace chengheng::gui
