// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foot_bar.h"

#include "gui/prompts.h"
#include "services/undo.h"
#include "ui_FootBar.h"

#include <QTimer>

#include <utility>

namespace chengheng::gui {

namespace {

constexpr int undoMilliseconds = 10'000;

} // namespace

FootBar::FootBar(Dispatcher& dispatcher, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::FootBar>()), m_dispatcher(dispatcher), m_undoTimer(new QTimer(this))
{
    m_ui->setupUi(this); // its height is kept free, so that nothing above moves when a bar comes
    m_ui->job->hide();
    m_ui->undoBar->hide();
    m_ui->undo->setToolTip(
        tr("撤销刚才的操作（%1）").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_undoTimer->setSingleShot(true);
    m_undoTimer->setInterval(undoMilliseconds);
    connect(m_undoTimer, &QTimer::timeout, m_ui->undoBar, &QWidget::hide);
    connect(m_ui->undo, &QPushButton::clicked, this, &FootBar::undo);
    connect(m_ui->cancel, &QPushButton::clicked, &dispatcher, &Dispatcher::cancelJob);
    connect(&dispatcher, &Dispatcher::jobStarted, this, &FootBar::showJob);
    connect(&dispatcher, &Dispatcher::jobProgressed, this, &FootBar::showProgress);
    connect(&dispatcher, &Dispatcher::jobEnded, m_ui->job, &QWidget::hide);
    connect(&dispatcher, &Dispatcher::wrote, this, &FootBar::offerUndo);
}

FootBar::~FootBar() = default;

void FootBar::showJob(const QString& title)
{
    m_ui->jobText->setText(title);
    m_ui->progress->setRange(0, 0);
    m_ui->job->show();
}

void FootBar::showProgress(const QString& now, qint64 done, qint64 total)
{
    m_ui->jobText->setText(now);
    m_ui->progress->setRange(0, int(total));
    m_ui->progress->setValue(int(done));
}

void FootBar::welcome()
{
    reset();
    m_dispatcher.write<QString>( // only the one that writes knows whether it may
        this,
        [](services::Workspace& workspace) -> Result<QString> {
            const services::Actor& who = workspace.actor();
            QString said =
                tr("%1（%2）")
                    .arg(who.name, who.stationName.isEmpty() ? services::roleLabel(who.role) : who.stationName);
            if (const QString closed = workspace.closedSentence(); !closed.isEmpty())
                return tr("%1　%2").arg(said, closed);
            return workspace.isReadOnly() ? said + tr("，文件只能看不能改") : said;
        },
        [this](const Result<QString>& who) { m_ui->who->setText(who.value_or(QString())); });
}

void FootBar::reset()
{
    m_ui->who->clear();
    m_undone.clear();
    m_ui->undoBar->hide();
}

void FootBar::say(const QString& sentence, const QString& button)
{
    m_ui->undoText->setText(sentence);
    m_ui->undo->setText(button);
    m_ui->undo->setVisible(!button.isEmpty());
    m_ui->undoBar->setVisible(!sentence.isEmpty());
    m_undoTimer->start();
}

void FootBar::offerUndo()
{
    m_dispatcher.write<std::optional<services::Undoable>>(
        this,
        [](services::Workspace& workspace) -> Result<std::optional<services::Undoable>> {
            return services::lastUndoable(workspace);
        },
        [this](const Result<std::optional<services::Undoable>>& found) {
            const bool isMore = found && *found;
            const QString undone = std::exchange(m_undone, {});
            if (!undone.isEmpty())
                say(isMore ? tr("已撤销：%1。再往前是：%2").arg(undone, (*found)->title)
                           : tr("已撤销：%1。").arg(undone),
                    isMore ? tr("再撤销一步") : QString());
            else if (isMore)
                say((*found)->sentence, (*found)->isImport ? tr("撤销本次导入") : tr("撤销"));
            else
                say({}, {});
        });
}

void FootBar::undo()
{
    m_dispatcher.write<services::Undoable>(
        this, [](services::Workspace& workspace) { return services::undoLast(workspace); },
        [this](const Result<services::Undoable>& undone) {
            if (undone)
                m_undone = undone->title;
            else if (undone.error().kind == ErrorKind::NotFound)
                say(undone.error().message, {});
            else
                Prompts::current().show(this, undone.error());
        });
}

} // namespace chengheng::gui
