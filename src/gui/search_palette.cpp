// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search_palette.h"

#include "base/text.h"
#include "gui/empty_note.h"
#include "gui/page_registry.h"
#include "gui/theme.h"
#include "services/registers.h"
#include "ui_SearchPalette.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QTimer>

#include <utility>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300;
constexpr int uidRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;

/// The page that shows records of a kind: its own, else the page of the kind it belongs to.
QString pageOfKind(const QString& kindKey)
{
    if (pageWith(kindKey))
        return kindKey;
    const model::RecordKind* kind = model::findKind(kindKey);
    const model::Field* parent = kind ? kind->field(kind->parentField) : nullptr;
    return parent ? pageOfKind(parent->refers) : QString();
}

} // namespace

SearchPalette::SearchPalette(Dispatcher& dispatcher, const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::SearchPalette>()), m_dispatcher(dispatcher), m_actions(actions),
      m_delay(new QTimer(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new EmptyNote(m_ui->hits, tr("没有找到。可以换个词，也可以用拼音或首字母。"));
    m_ui->text->installEventFilter(this); // ↑↓ choose in the list while one types
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_ui->text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_ui->text, &QLineEdit::textChanged, this, [this] { m_isChoosing = false; });
    connect(m_ui->text, &QLineEdit::returnPressed, this, &SearchPalette::choose);
    connect(m_ui->hits, &QListWidget::itemActivated, this, &SearchPalette::choose);
    connect(m_delay, &QTimer::timeout, this, &SearchPalette::search);
    search();
}

SearchPalette::~SearchPalette() = default;

bool SearchPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_ui->hits, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

bool SearchPalette::isMeant(const QString& title) const
{
    const QString text = m_ui->text->text().trimmed();
    return text.isEmpty() || searchKey(title).contains(foldName(text));
}

/// What can be done comes last: Enter goes somewhere sooner than it does something.
void SearchPalette::listActions()
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction& action = *m_actions[i];
        if (!action.isEnabled() || !isMeant(action.text()))
            continue;
        const QString keys = action.shortcut().toString(QKeySequence::NativeText);
        auto* item =
            new QListWidgetItem(keys.isEmpty() ? action.text() : tr("%1  （%2）").arg(action.text(), keys), m_ui->hits);
        item->setData(actionRole, i);
    }
}

void SearchPalette::search()
{
    const QString text = m_ui->text->text().trimmed();
    m_ui->hits->clear();
    for (const PageEntry& entry : allPages()) {
        if (isMeant(entry.title))
            (new QListWidgetItem(iconNamed(entry.icon), entry.title, m_ui->hits))->setData(Qt::UserRole, entry.key());
        for (const PagePart& part : entry.parts)
            if (part.title != entry.title && isMeant(part.title))
                (new QListWidgetItem(iconNamed(entry.icon), tr("%1：%2").arg(entry.title, part.title), m_ui->hits))
                    ->setData(Qt::UserRole, part.key);
    }
    m_ui->hits->setCurrentRow(0);
    if (text.isEmpty())
        return;
    m_dispatcher.read<QVector<services::SearchHit>>(
        this, [text](const services::Workspace& workspace) { return services::searchEverything(workspace, text); },
        [this, text](const Result<QVector<services::SearchHit>>& hits) {
            if (hits && m_ui->text->text().trimmed() == text)
                show(*hits);
        });
}

void SearchPalette::show(const QVector<services::SearchHit>& hits)
{
    for (const services::SearchHit& hit : hits) {
        const QString text = tr("%1  （%2）").arg(hit.name, hit.detail);
        auto* item = new QListWidgetItem(text, m_ui->hits);
        item->setData(Qt::UserRole, pageOfKind(hit.kind));
        item->setData(uidRole, hit.uid.toString());
        item->setToolTip(text);
    }
    listActions();
    if (m_ui->hits->currentRow() < 0)
        m_ui->hits->setCurrentRow(0);
    if (std::exchange(m_isChoosing, false))
        choose();
}

void SearchPalette::choose()
{
    if (m_delay->isActive()) { // Enter before the list caught up with what was typed
        m_delay->stop();
        search();
    }
    const QListWidgetItem* item = m_ui->hits->currentItem();
    if (!item) {
        m_isChoosing = !m_ui->text->text().trimmed().isEmpty();
        return;
    }
    if (const QVariant action = item->data(actionRole); action.isValid()) {
        accept();
        m_actions[action.toInt()]->trigger();
        return;
    }
    const QString page = item->data(Qt::UserRole).toString();
    const QString uid = item->data(uidRole).toString();
    accept();
    if (uid.isEmpty())
        Q_EMIT pageChosen(page);
    else
        Q_EMIT recordChosen(page, Uid(uid));
}

} // namespace chengheng::gui
