// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foot_bar.h"

#include "gui/prompts.h"
#include "gui/theme.h"
#include "services/undo.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace chengheng::gui {

namespace {

constexpr int undoMilliseconds = 10'000;
constexpr int progressWidth = 240;
constexpr int footHeight = 38; // kept free, so that nothing above moves when a bar comes

} // namespace

FootBar::FootBar(Dispatcher& dispatcher, QWidget* parent) : QWidget(parent), m_dispatcher(dispatcher), m_who(new QLabel)
{
    setMinimumHeight(footHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gutter, 0, gutter, 0);
    row->addWidget(m_who);
    row->addWidget(buildJob(), 1);
    row->addStretch(0);
    row->addWidget(buildUndo(), 1);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, &FootBar::offerUndo);
}

void FootBar::welcome()
{
    reset();
    m_dispatcher.write<QString>( // only the one that writes knows whether it may
        this,
        [](services::Workspace& workspace) -> Result<QString> {
            const services::Actor& who = workspace.actor();
            QString said = tr("%1（%2）").arg(who.name, who.stationName.isEmpty() ? services::roleLabel(who.role) : who.stationName);
            if (const QString closed = workspace.closedSentence(); !closed.isEmpty())
                return tr("%1　%2").arg(said, closed);
            return workspace.isReadOnly() ? said + tr("，文件只能看不能改") : said;
        },
        [this](const Result<QString>& who) { m_who->setText(who.value_or(QString())); });
}

void FootBar::reset()
{
    m_who->clear();
    m_undone.clear();
    m_undoBar->hide();
}

QWidget* FootBar::buildJob()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(gutter, 0, 0, 0);
    auto* text = new QLabel;
    auto* progress = new QProgressBar;
    progress->setMaximumWidth(progressWidth);
    auto* cancel = new QPushButton(tr("取消"));
    row->addWidget(text, 1);
    row->addWidget(progress);
    row->addWidget(cancel);
    bar->hide();
    connect(cancel, &QPushButton::clicked, &m_dispatcher, &Dispatcher::cancelJob);
    connect(&m_dispatcher, &Dispatcher::jobStarted, bar, [=](const QString& title) {
        text->setText(title);
        progress->setRange(0, 0);
        bar->show();
    });
    connect(&m_dispatcher, &Dispatcher::jobProgressed, bar, [=](const QString& now, qint64 done, qint64 total) {
        text->setText(now);
        progress->setRange(0, int(total));
        progress->setValue(int(done));
    });
    connect(&m_dispatcher, &Dispatcher::jobEnded, bar, &QWidget::hide);
    return bar;
}

QWidget* FootBar::buildUndo()
{
    m_undoBar = new QWidget;
    auto* row = new QHBoxLayout(m_undoBar);
    row->setContentsMargins(gutter, 0, 0, 0);
    m_undoText = new QLabel;
    m_undoText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_undoButton = new QPushButton(tr("撤销"));
    m_undoButton->setToolTip(tr("撤销刚才的操作（%1）").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    row->addWidget(m_undoText, 1);
    row->addWidget(m_undoButton);
    m_undoBar->hide();
    m_undoTimer = new QTimer(this);
    m_undoTimer->setSingleShot(true);
    m_undoTimer->setInterval(undoMilliseconds);
    connect(m_undoTimer, &QTimer::timeout, m_undoBar, &QWidget::hide);
    connect(m_undoButton, &QPushButton::clicked, this, &FootBar::undo);
    return m_undoBar;
}

void FootBar::say(const QString& sentence, const QString& button)
{
    m_undoText->setText(sentence);
    m_undoButton->setText(button);
    m_undoButton->setVisible(!button.isEmpty());
    m_undoBar->setVisible(!sentence.isEmpty());
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
                say(isMore ? tr("已撤销：%1。再往前是：%2").arg(undone, (*found)->title) : tr("已撤销：%1。").arg(undone),
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
