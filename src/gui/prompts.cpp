// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/prompts.h"

#include "base/log.h"
#include "gui/pick_dialog.h"
#include "gui/print_preview.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace chengheng::gui {

namespace {

Prompts* s_current = nullptr;

/// Begins in the folder that was used last, in the user's documents at first.
QFileDialog* newFileDialog(QWidget* parent, const QString& title, const QString& filter = {})
{
    const QString lastFolder = QStringLiteral("files/folder");
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString known = QSettings().value(lastFolder).toString();
    const bool isThere = !known.isEmpty() && QFileInfo(known).isDir();
    auto* dialog = new QFileDialog(parent, title, isThere ? known : documents, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog,
                     [dialog, lastFolder] { QSettings().setValue(lastFolder, dialog->directory().absolutePath()); });
    return dialog;
}

void openDialog(QFileDialog* dialog, std::function<void(QString)> then)
{
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(then));
    dialog->open();
}

/// “zip” of “压缩包 (*.zip)”; empty of what takes any name.
QString suffixOf(const QString& filter)
{
    static const QRegularExpression first(QStringLiteral("\\*\\.(\\w+)"));
    return first.match(filter).captured(1);
}

/// A name typed without an ending gets that of the chosen kind; where the kind changes the ending goes along.
void followFilter(QFileDialog* dialog, const QString& filter)
{
    const QString before = dialog->defaultSuffix();
    const QString suffix = suffixOf(filter);
    dialog->setDefaultSuffix(suffix);
    const QFileInfo file(dialog->selectedFiles().value(0));
    if (before.isEmpty() || file.suffix() != before)
        return;
    dialog->selectFile(suffix.isEmpty() ? file.completeBaseName()
                                        : file.completeBaseName() + QLatin1Char('.') + suffix);
}

QMessageBox* newBox(QWidget* parent, QMessageBox::Icon icon, const QString& text)
{
    auto* box = new QMessageBox(icon, QObject::tr("诚衡"), text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

} // namespace

void Prompts::openFile(QWidget* parent, const QString& title, const QString& filter, std::function<void(QString)> then)
{
    auto* dialog = newFileDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, std::move(then));
}

void Prompts::openFiles(QWidget* parent, const QString& title, const QString& filter,
                        std::function<void(QStringList)> then)
{
    auto* dialog = newFileDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, std::move(then));
    dialog->open();
}

void Prompts::saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                       std::function<void(QString)> then)
{
    auto* dialog = newFileDialog(parent, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(dialog->nameFilters().value(0)));
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString& chosen) { followFilter(dialog, chosen); });
    openDialog(dialog, std::move(then));
}

void Prompts::folder(QWidget* parent, const QString& title, std::function<void(QString)> then)
{
    auto* dialog = newFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    openDialog(dialog, std::move(then));
}

void Prompts::confirm(QWidget* parent, const QString& question, const QString& action, std::function<void()> then)
{
    QMessageBox* box = newBox(parent, QMessageBox::Question, question);
    QPushButton* agree = box->addButton(action, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(agree, &QPushButton::clicked, box, std::move(then));
    box->open();
}

void Prompts::askToSave(QWidget* parent, const QString& sentence, std::function<void()> save,
                        std::function<void()> drop)
{
    QMessageBox* box = newBox(parent, QMessageBox::Question, sentence);
    QPushButton* keep = box->addButton(QObject::tr("保存"), QMessageBox::AcceptRole);
    QPushButton* lose = box->addButton(QObject::tr("不保存"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(keep);
    QObject::connect(keep, &QPushButton::clicked, box, std::move(save));
    QObject::connect(lose, &QPushButton::clicked, box, std::move(drop));
    box->open();
}

void Prompts::choose(QWidget* parent, const QString& title, const QString& label, const QStringList& names,
                     std::function<void(QString)> then)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setComboBoxItems(names);
    dialog->setComboBoxEditable(true);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog, [then = std::move(then)](const QString& name) {
        if (!name.trimmed().isEmpty())
            then(name.trimmed());
    });
    dialog->open();
}

void Prompts::pick(QWidget* parent, const QString& question, const QStringList& names, const QString& action,
                   std::function<void(QVector<int>)> then)
{
    (new PickDialog(question, names, action, std::move(then), parent))->open();
}

void Prompts::preview(QWidget* parent, const Printable& paper)
{
    (new PrintPreview(paper, parent))->open();
}

void Prompts::show(QWidget* parent, const Error& error)
{
    log::failure(QStringLiteral("shown"), error);
    QMessageBox* box = newBox(parent, QMessageBox::Warning, error.message);
    box->addButton(QMessageBox::Ok);
    box->open();
}

void Prompts::inform(QWidget* parent, const QString& sentence)
{
    QMessageBox* box = newBox(parent, QMessageBox::Information, sentence);
    box->addButton(QMessageBox::Ok);
    box->open();
}

Prompts& Prompts::current()
{
    static Prompts standard;
    return s_current ? *s_current : standard;
}

void Prompts::setCurrent(Prompts* prompts)
{
    s_current = prompts;
}

} // namespace chengheng::gui
