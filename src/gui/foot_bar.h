// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace chengheng::gui {

/// The window's foot: who works, the running job with how far it is and 取消, and for ten seconds after
/// each own intent what was done with 撤销.
class FootBar : public QWidget
{
    Q_OBJECT

public:
    explicit FootBar(Dispatcher& dispatcher, QWidget* parent = nullptr);

    /// A campaign was opened: says who works in it.
    void welcome();
    /// No campaign is open.
    void reset();
    /// Takes the last own intent back (also by Ctrl+Z, after the bar has gone); again: the one before.
    void undo();

private:
    QWidget* buildJob();
    QWidget* buildUndo();
    void offerUndo();
    void say(const QString& sentence, const QString& button);

    Dispatcher& m_dispatcher;
    QLabel* m_who;
    QWidget* m_undoBar = nullptr;
    QLabel* m_undoText = nullptr;
    QPushButton* m_undoButton = nullptr;
    QTimer* m_undoTimer = nullptr;
    QString m_undone; ///< what was just taken back, until the bar has said so
};

} // namespace chengheng::gui
