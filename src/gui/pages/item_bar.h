// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace chengheng::gui {

class SheetTable;

/// Below the sheet: the current row in full (what is looked at, its rule, basis and evidence) and a button
/// for each thing that a key does to it.
class ItemBar : public QWidget
{
    Q_OBJECT

public:
    explicit ItemBar(SheetTable& table, QWidget* parent = nullptr);

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
    QPushButton* addButton(const QString& text, const QString& key, std::function<void(int)> clicked);
    void showItem(int row);
    void showVeto(int row);

    SheetTable& m_table;
    QLabel* m_text;
    QWidget* m_buttons;
    QPushButton* m_met;
    QPushButton* m_value;
    QPushButton* m_suggestion;
    QPushButton* m_notApplicable;
    QPushButton* m_veto;
    QPushButton* m_photograph;
    QPushButton* m_noPhotographs;
    QPushButton* m_clear;
    QDate m_day;
};

} // namespace chengheng::gui
