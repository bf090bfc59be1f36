// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class ItemBar;
}

class SheetTable;

/// Below the sheet: the current row in full (what is looked at, its rule, basis and evidence) and a button
/// for each thing that a key does to it.
class ItemBar : public QWidget
{
    Q_OBJECT

public:
    explicit ItemBar(QWidget* parent = nullptr);
    ~ItemBar() override;

    /// The sheet that it stands below; said before anything else.
    void setSheet(SheetTable& table);

    /// The day whose law is shown.
    void setDay(QDate day);
    /// Shows the current row anew.
    void showCurrent();

Q_SIGNALS:
    void valueWanted(int row);
    void reasonWanted(int row, bool isVeto);
    void photographWanted(int row);
    void photographsUnwanted(int row);

private:
    void showItem(int row);
    void showVeto(int row);

    std::unique_ptr<Ui::ItemBar> m_ui;
    SheetTable* m_table = nullptr;
    QDate m_day;
};

} // namespace chengheng::gui
