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

namespace chengheng::gui {

namespace {

constexpr int undoMilliseconds = 10'000;
constexpr int progressWidth = 240;

} // namespace

FootBar::FootBar(Dispatcher& dispatcher, QWidget* parent) : QWidget(parent), m_dispatcher(dispatcher)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gutter, 0, gutter, 0);
    row->addWidget(buildJob(), 1);
    row->addWidget(buildUndo(), 1);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, [this](const QStringList&, qint64 seq) {
        m_undoSeq = seq;
        offerUndo();
    });
}

QWidget* FootBar::buildJob()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
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
    m_undoText = new QLabel;
    auto* button = new QPushButton(tr("撤销"));
    button->setToolTip(tr("撤销刚才的操作（Ctrl+Z）"));
    row->addWidget(m_undoText, 1);
    row->addWidget(button);
    m_undoBar->hide();
    m_undoTimer = new QTimer(this);
    m_undoTimer->setSingleShot(true);
    m_undoTimer->setInterval(undoMilliseconds);
    connect(m_undoTimer, &QTimer::timeout, m_undoBar, &QWidget::hide);
    connect(button, &QPushButton::clicked, this, &FootBar::undo);
    return m_undoBar;
}

void FootBar::offerUndo()
{
    m_dispatcher.write<std::optional<services::Undoable>>(
        this,
        [](services::Workspace& workspace) -> Result<std::optional<services::Undoable>> {
            return services::lastUndoable(workspace);
        },
        [this](const Result<std::optional<services::Undoable>>& found) {
            m_undoBar->setVisible(found && *found);
            if (!found || !*found)
                return;
            m_undoSeq = (*found)->seq;
            m_undoText->setText((*found)->sentence);
            m_undoTimer->start();
        });
}

void FootBar::undo()
{
    if (m_undoSeq == 0)
        return;
    m_dispatcher.write<services::Written>(
        this, [seq = m_undoSeq](services::Workspace& workspace) { return services::undoEntry(workspace, seq); },
        [this](const Result<services::Written>& undone) {
            if (!undone)
                Prompts::current().show(this, undone.error());
        });
    m_undoSeq = 0;
}

} // namespace chengheng::gui
