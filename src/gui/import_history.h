// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class ImportHistory;
}

/// 导入记录: the batches that were imported, newest first; one that was wrong is taken back as a whole.
class ImportHistory : public QDialog
{
    Q_OBJECT

public:
    static void start(Dispatcher& dispatcher, QWidget* parent);
    ~ImportHistory() override;

private:
    ImportHistory(Dispatcher& dispatcher, QWidget* parent);
    void refresh();
    void undo();
    void choose();

    std::unique_ptr<Ui::ImportHistory> m_ui;
    Dispatcher& m_dispatcher;
};

} // namespace chengheng::gui
