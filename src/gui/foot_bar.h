// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;

namespace chengheng::gui {

/// The window's foot: the running job with how far it is and 取消, and for ten seconds after each own
/// intent what was done with 撤销.
class FootBar : public QWidget
{
    Q_OBJECT

public:
    explicit FootBar(Dispatcher& dispatcher, QWidget* parent = nullptr);

    /// Takes the last own intent back (also by Ctrl+Z, after the bar has gone).
    void undo();

private:
    QWidget* buildJob();
    QWidget* buildUndo();
    void offerUndo();

    Dispatcher& m_dispatcher;
    QWidget* m_undoBar = nullptr;
    QLabel* m_undoText = nullptr;
    QTimer* m_undoTimer = nullptr;
    qint64 m_undoSeq = 0;
};

} // namespace chengheng::gui
