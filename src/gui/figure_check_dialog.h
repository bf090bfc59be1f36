// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/figure_checks.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace chengheng::gui {

class TextTable;

/// 报送数字核对: a report's text, pasted or from a .docx that the office has edited, and each of its figures beside what
/// the records of its day say.
class FigureCheckDialog : public QDialog
{
    Q_OBJECT

public:
    /// `day`: of the page, for a report that states none itself.
    FigureCheckDialog(Dispatcher& dispatcher, QDate day, QWidget* parent);

private:
    void openReport();
    void check();
    void show(const services::FigureReport& report);

    Dispatcher& m_dispatcher;
    QDate m_day;
    QPlainTextEdit* m_text;
    QLabel* m_sentence;
    TextTable* m_table;
};

} // namespace chengheng::gui
