// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/photo_intake_dialog.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/theme.h"
#include "services/attachments.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace chengheng::gui {

namespace {

constexpr int gapMinutes = 30;
constexpr int searchDelay = 300; // ms after the last key
constexpr int thumbnail = 120;   // pixels
constexpr int pathRole = Qt::UserRole;

QString titleOf(const services::PhotoGroup& group)
{
    if (group.paths.isEmpty())
        return PhotoIntakeDialog::tr("（已归完）");
    if (!group.from.isValid())
        return PhotoIntakeDialog::tr("时间不明，%1 张").arg(group.paths.size());
    return PhotoIntakeDialog::tr("%1 %2–%3，%4 张")
        .arg(screenDate(group.from.date()), group.from.toString(QStringLiteral("HH:mm")),
             group.to.toString(QStringLiteral("HH:mm")))
        .arg(group.paths.size());
}

QImage smallPicture(const QString& path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.isValid())
        reader.setScaledSize(size.scaled(thumbnail, thumbnail, Qt::KeepAspectRatio));
    return reader.read();
}

QLabel* captionOf(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

} // namespace

void PhotoIntakeDialog::start(Dispatcher& dispatcher, QWidget* parent)
{
    Prompts::current().folder(parent, tr("选择照片所在的文件夹"), [&dispatcher, parent](const QString& folder) {
        dispatcher.job<QVector<services::PhotoGroup>>(
            tr("整理照片"), parent,
            [folder](services::Workspace&, const services::Progress& progress) {
                return services::photographsIn(folder, gapMinutes, progress);
            },
            [&dispatcher, parent](Result<QVector<services::PhotoGroup>> groups) {
                if (groups)
                    (new PhotoIntakeDialog(dispatcher, *std::move(groups), parent))->open();
                else
                    Prompts::current().show(parent, groups.error());
            });
    });
}

PhotoIntakeDialog::PhotoIntakeDialog(Dispatcher& dispatcher, QVector<services::PhotoGroup> groups, QWidget* parent)
    : QDialog(parent), m_dispatcher(dispatcher), m_groups(std::move(groups)), m_list(new QListWidget),
      m_pictures(new QListWidget), m_said(new QLabel), m_text(new QLineEdit), m_targets(new QListWidget),
      m_attach(new QPushButton(tr("归到这条记录"))), m_delay(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("整理照片文件夹"));
    resize(1100, 600);
    auto* columns = new QHBoxLayout;
    columns->addWidget(buildGroups(), 2);
    columns->addWidget(buildPictures(), 4);
    columns->addWidget(buildTargets(), 3);
    auto* close = new QPushButton(tr("关闭"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_said, 1);
    buttons->addWidget(m_attach);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_delay, &QTimer::timeout, this, &PhotoIntakeDialog::search);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_list, &QListWidget::currentRowChanged, this, &PhotoIntakeDialog::showGroup);
    connect(m_targets, &QListWidget::itemActivated, this, &PhotoIntakeDialog::attach);
    connect(m_attach, &QPushButton::clicked, this, &PhotoIntakeDialog::attach);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    for (const services::PhotoGroup& group : std::as_const(m_groups))
        m_list->addItem(titleOf(group));
    m_list->setCurrentRow(0);
    m_text->setFocus();
}

QWidget* PhotoIntakeDialog::buildGroups()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(captionOf(tr("按时间分组（PageUp、PageDown）"), m_list));
    layout->addWidget(m_list, 1);
    m_list->setAccessibleName(tr("照片分组"));
    return side;
}

QWidget* PhotoIntakeDialog::buildPictures()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(captionOf(tr("这一组的照片；选中几张就只归这几张"), m_pictures));
    layout->addWidget(m_pictures, 1);
    m_pictures->setAccessibleName(tr("这一组的照片"));
    m_pictures->setViewMode(QListView::IconMode);
    m_pictures->setResizeMode(QListView::Adjust);
    m_pictures->setMovement(QListView::Static);
    m_pictures->setIconSize({thumbnail, thumbnail});
    m_pictures->setGridSize({thumbnail + 2 * spacing, thumbnail + 4 * spacing});
    m_pictures->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return side;
}

QWidget* PhotoIntakeDialog::buildTargets()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(captionOf(tr("归到哪条记录：按数字，或者搜索后回车"), m_text));
    layout->addWidget(m_text);
    layout->addWidget(m_targets, 1);
    m_text->setPlaceholderText(tr("单位、问题、会议、培训：汉字、拼音或首字母"));
    m_text->setAccessibleName(tr("归到哪条记录"));
    m_text->installEventFilter(this);
    m_targets->setAccessibleName(tr("可以归到的记录"));
    m_attach->setProperty("primary", true);
    m_attach->setDefault(true);
    return side;
}

bool PhotoIntakeDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QDialog::eventFilter(watched, event);
}

/// Keys that mean something else than text while one types what to search for.
bool PhotoIntakeDialog::handleKey(int key)
{
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_targets->setCurrentRow(
            qBound(0, m_targets->currentRow() + (key == Qt::Key_Down ? 1 : -1), m_targets->count() - 1));
        return true;
    }
    if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
        m_list->setCurrentRow(
            qBound(0, m_list->currentRow() + (key == Qt::Key_PageDown ? 1 : -1), m_list->count() - 1));
        return true;
    }
    if (m_text->text().isEmpty() && key >= Qt::Key_1 && key <= Qt::Key_9 && key - Qt::Key_1 < m_targets->count()) {
        m_targets->setCurrentRow(key - Qt::Key_1);
        attach();
        return true;
    }
    return false;
}

void PhotoIntakeDialog::showGroup()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_text->clear();
    showPictures(m_groups[row].paths);
    search();
}

void PhotoIntakeDialog::showPictures(const QStringList& paths)
{
    m_pictures->clear();
    for (const QString& path : paths) {
        auto* item = new QListWidgetItem(QFileInfo(path).fileName(), m_pictures);
        item->setData(pathRole, path);
        item->setToolTip(path);
    }
    for (const QString& path : paths)
        QtConcurrent::run([path] { return smallPicture(path); }).then(this, [this, path](const QImage& image) {
            for (int row = 0; row < m_pictures->count() && !image.isNull(); ++row)
                if (m_pictures->item(row)->data(pathRole).toString() == path)
                    m_pictures->item(row)->setIcon(QIcon(QPixmap::fromImage(image)));
        });
}

/// What is typed; without it what happened on the group's day.
void PhotoIntakeDialog::search()
{
    m_delay->stop();
    const QString text = m_text->text().trimmed();
    const QDate day = m_groups[m_list->currentRow()].from.date();
    m_dispatcher.read<QVector<services::SearchHit>>(
        this,
        [text, day](const services::Workspace& workspace) {
            return text.isEmpty() ? services::eventsOn(workspace, day) : services::searchEverything(workspace, text);
        },
        [this, text](const Result<QVector<services::SearchHit>>& hits) {
            if (hits && m_text->text().trimmed() == text)
                showHits(*hits);
        });
}

void PhotoIntakeDialog::showHits(const QVector<services::SearchHit>& hits)
{
    m_hits = hits;
    m_targets->clear();
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const bool hasDigit = m_text->text().isEmpty() && i < 9;
        const QString text = tr("%1（%2）").arg(hits[i].name, hits[i].detail);
        m_targets->addItem(hasDigit ? tr("%1. %2").arg(i + 1).arg(text) : text);
    }
    m_targets->setCurrentRow(hits.isEmpty() ? -1 : 0);
    m_attach->setEnabled(!hits.isEmpty());
    if (hits.isEmpty())
        m_said->setText(m_text->text().isEmpty() ? tr("这一天没有登记检查、会议、培训等记录，请搜索要归到哪里。")
                                                 : tr("没有找到，请换个说法搜索。"));
}

QStringList PhotoIntakeDialog::pathsToAttach() const
{
    QStringList paths;
    for (const QListWidgetItem* item : m_pictures->selectedItems())
        paths << item->data(pathRole).toString();
    return paths.isEmpty() ? m_groups[m_list->currentRow()].paths : paths;
}

void PhotoIntakeDialog::attach()
{
    const int place = m_targets->currentRow();
    const QStringList paths = pathsToAttach();
    if (place < 0 || place >= m_hits.size() || paths.isEmpty() || !m_attach->isEnabled())
        return;
    m_attach->setEnabled(false);
    m_said->setText(tr("正在处理 %1 张照片……").arg(paths.size()));
    const services::SearchHit target = m_hits[place];
    m_dispatcher.prepareAndWrite<services::LoadedFiles, services::Attached>(
        this, [paths] { return services::loadFiles(paths); },
        [target](services::Workspace& workspace, const services::LoadedFiles& loaded) {
            return services::attachThose(workspace, {target.kind, target.uid}, loaded);
        },
        [this, paths, target](const Result<services::Attached>& attached) {
            m_attach->setEnabled(true);
            if (!attached) {
                m_said->setText(attached.error().message);
                return;
            }
            takeOut(paths, target.name);
            if (attached->refusal)
                Prompts::current().show(this, *attached->refusal);
        });
}

/// What was attached leaves the group; an empty group gives way to the next.
void PhotoIntakeDialog::takeOut(const QStringList& paths, const QString& target)
{
    m_said->setText(tr("%1 张照片已归到“%2”。").arg(paths.size()).arg(target));
    for (int row = 0; row < m_groups.size(); ++row) {
        services::PhotoGroup& group = m_groups[row];
        group.paths.removeIf([&](const QString& path) { return paths.contains(path); });
        m_list->item(row)->setText(titleOf(group));
    }
    const int row = m_list->currentRow();
    if (m_groups[row].paths.isEmpty() && row + 1 < m_list->count())
        m_list->setCurrentRow(row + 1);
    else
        showGroup();
}

} // namespace chengheng::gui
