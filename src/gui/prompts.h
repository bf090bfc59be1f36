// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>

class QWidget;

namespace chengheng::gui {

struct Printable;

/// Questions and file dialogs, behind one seam so that tests answer them. All are asynchronous: the
/// callback comes only where the user agreed.
class Prompts
{
public:
    virtual ~Prompts() = default;
    virtual void openFile(QWidget* parent, const QString& title, const QString& filter,
                          std::function<void(QString)> then);
    /// One or more files to read.
    virtual void openFiles(QWidget* parent, const QString& title, const QString& filter,
                           std::function<void(QStringList)> then);
    virtual void saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                          std::function<void(QString)> then);
    virtual void folder(QWidget* parent, const QString& title, std::function<void(QString)> then);
    /// Only for what cannot be undone; the question names what will happen.
    virtual void confirm(QWidget* parent, const QString& question, const QString& action, std::function<void()> then);
    /// Leaving would lose what was typed: 保存 (the default), 不保存, or stay, which calls nothing.
    virtual void askToSave(QWidget* parent, const QString& sentence, std::function<void()> save,
                           std::function<void()> drop);
    /// One of several names, or one typed.
    virtual void choose(QWidget* parent, const QString& title, const QString& label, const QStringList& names,
                        std::function<void(QString)> then);
    /// Which of several: all are ticked at first, places of those that stay ticked come back.
    virtual void pick(QWidget* parent, const QString& question, const QStringList& names, const QString& action,
                      std::function<void(QVector<int>)> then);
    /// Shows a paper as it will be printed, with 编号登记, 打印, 另存为 PDF and what else can be done with it.
    virtual void preview(QWidget* parent, const Printable& paper);
    virtual void show(QWidget* parent, const Error& error);
    virtual void inform(QWidget* parent, const QString& sentence);

    /// The one in use; tests set their own and set it back.
    static Prompts& current();
    static void setCurrent(Prompts* prompts);
};

} // namespace chengheng::gui
