// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QWidget>

#include <memory>

class QTimer;

namespace chengheng::gui {

namespace Ui {
class FootBar;
}

/// The window's foot: who works, the running job with how far it is and 取消, and for ten seconds after
/// each own intent what was done with 撤销.
class FootBar : public QWidget
{
    Q_OBJECT

public:
    explicit FootBar(Dispatcher& dispatcher, QWidget* parent = nullptr);
    ~FootBar() override;

    /// A campaign was opened: says who works in it.
    void welcome();
    /// No campaign is open.
    void reset();
    /// Takes the last own intent back (also by Ctrl+Z, after the bar has gone); again: the one before.
    void undo();

private:
    void showJob(const QString& title);
    void showProgress(const QString& now, qint64 done, qint64 total);
    void offerUndo();
    void say(const QString& sentence, const QString& button);

    std::unique_ptr<Ui::FootBar> m_ui;
    Dispatcher& m_dispatcher;
    QTimer* m_undoTimer;
    QString m_undone; ///< what was just taken back, until the bar has said so
};

} // namespace chengheng::gui
