// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QDialog>

class QPushButton;

namespace chengheng::gui {

class TextTable;

/// 导入记录: the batches that were imported, newest first; one that was wrong is taken back as a whole.
class ImportHistory : public QDialog
{
    Q_OBJECT

public:
    static void start(Dispatcher& dispatcher, QWidget* parent);

private:
    ImportHistory(Dispatcher& dispatcher, QWidget* parent);
    void refresh();
    void undo();
    void choose();

    Dispatcher& m_dispatcher;
    TextTable* m_table;
    QPushButton* m_undo;
};

} // namespace chengheng::gui
