// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search_palette.h"

#include "base/text.h"
#include "gui/page_registry.h"
#include "gui/theme.h"
#include "services/registers.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300;
constexpr int uidRole = Qt::UserRole + 1;

/// The page that shows records of a kind: its own, else the page of the kind it belongs to.
QString pageOfKind(const QString& kindKey)
{
    for (const PageEntry& entry : allPages())
        if (entry.key == kindKey)
            return entry.key;
    const model::RecordKind* kind = model::findKind(kindKey);
    const model::Field* parent = kind ? kind->field(kind->parentField) : nullptr;
    return parent ? pageOfKind(parent->refers) : QString();
}

} // namespace

SearchPalette::SearchPalette(Dispatcher& dispatcher, QWidget* parent)
    : QDialog(parent), m_dispatcher(dispatcher), m_text(new QLineEdit), m_hits(new QListWidget), m_delay(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("去到…"));
    m_text->setPlaceholderText(tr("页面、单位、器具、问题：汉字、拼音或首字母"));
    m_text->setAccessibleName(tr("搜索全部"));
    m_hits->setAccessibleName(tr("结果"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_hits);
    resize(520, 420);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &SearchPalette::choose);
    connect(m_hits, &QListWidget::itemActivated, this, &SearchPalette::choose);
    connect(m_delay, &QTimer::timeout, this, &SearchPalette::search);
    search();
}

void SearchPalette::search()
{
    const QString text = m_text->text().trimmed();
    m_hits->clear();
    for (const PageEntry& entry : allPages())
        if (text.isEmpty() || searchKey(entry.title).contains(foldName(text)))
            (new QListWidgetItem(iconNamed(entry.icon), entry.title, m_hits))->setData(Qt::UserRole, entry.key);
    m_hits->setCurrentRow(0);
    if (text.isEmpty())
        return;
    m_dispatcher.read<QVector<services::SearchHit>>(
        this, [text](const services::Workspace& workspace) { return services::searchEverything(workspace, text); },
        [this, text](const Result<QVector<services::SearchHit>>& hits) {
            if (!hits || m_text->text().trimmed() != text)
                return;
            for (const services::SearchHit& hit : *hits) {
                auto* item = new QListWidgetItem(tr("%1  （%2）").arg(hit.name, hit.detail), m_hits);
                item->setData(Qt::UserRole, pageOfKind(hit.kind));
                item->setData(uidRole, hit.uid.toString());
            }
            if (m_hits->currentRow() < 0)
                m_hits->setCurrentRow(0);
        });
}

void SearchPalette::choose()
{
    if (m_delay->isActive()) { // Enter before the list caught up with what was typed
        m_delay->stop();
        search();
    }
    const QListWidgetItem* item = m_hits->currentItem();
    if (!item)
        return;
    const QString page = item->data(Qt::UserRole).toString();
    const QString uid = item->data(uidRole).toString();
    accept();
    if (uid.isEmpty())
        Q_EMIT pageChosen(page);
    else
        Q_EMIT recordChosen(page, Uid(uid));
}

} // namespace chengheng::gui
