// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/attachment_panel.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/picture_viewer.h"
#include "gui/theme.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int edge = 128; // px of a small picture

QStringList filesIn(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

Result<QVector<services::LoadedFile>> loadAll(const QStringList& paths)
{
    QVector<services::LoadedFile> files;
    for (const QString& path : paths) {
        auto file = services::loadFile(path);
        if (!file)
            return fail(file.error());
        files.append(*std::move(file));
    }
    return files;
}

} // namespace

AttachmentPanel::AttachmentPanel(Dispatcher& dispatcher, QWidget* parent)
    : QWidget(parent), m_dispatcher(dispatcher), m_list(new QListWidget),
      m_empty(new QLabel(tr("还没有附件。把照片、证书扫描件拖到这里，或点“添加…”；在微信里复制的图片可以直接粘贴。"))),
      m_add(new QPushButton(tr("添加…"))), m_look(new QPushButton(tr("查看"))), m_remove(new QPushButton(tr("移除")))
{
    setAcceptDrops(true);
    m_list->setViewMode(QListView::IconMode);
    m_list->setIconSize(QSize(edge, edge));
    m_list->setGridSize(QSize(edge + 4 * spacing, edge + 6 * spacing));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("附件"));
    m_list->installEventFilter(this);
    m_empty->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus); // an empty place takes what is pasted, too
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_add, m_look, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(buttons);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    connect(m_add, &QPushButton::clicked, this, &AttachmentPanel::askForFiles);
    connect(m_look, &QPushButton::clicked, this, &AttachmentPanel::look);
    connect(m_remove, &QPushButton::clicked, this, &AttachmentPanel::takeOff);
    connect(m_list, &QListWidget::itemActivated, this, &AttachmentPanel::look);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_look->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
    });
    connect(&dispatcher, &Dispatcher::recordsChanged, this, [this](const QStringList& kinds) {
        if (kinds.contains(model::kindOf<model::Attachment>().key))
            refresh();
    });
    showNothing();
}

void AttachmentPanel::showRecord(const QString& kind, const Uid& uid)
{
    if (m_subject.uid == uid)
        return;
    m_subject = {kind, uid};
    m_add->setEnabled(true);
    refresh();
}

void AttachmentPanel::showNothing()
{
    m_subject = {};
    m_add->setEnabled(false);
    show(QVector<Thumbnail>());
}

void AttachmentPanel::refresh()
{
    if (m_subject.uid.isNull())
        return;
    askFor<QVector<Thumbnail>>(
        m_dispatcher, this,
        [uid = m_subject.uid](const services::Workspace& workspace) -> Result<QVector<Thumbnail>> {
            const auto attachments = services::attachmentsOf(workspace, uid);
            if (!attachments)
                return fail(attachments.error());
            QVector<Thumbnail> thumbnails;
            for (const model::Attachment& attachment : *attachments) {
                thumbnails.append({attachment, {}});
                if (!services::isPhotograph(attachment))
                    continue;
                if (const auto bytes = services::bytesOf(workspace, attachment))
                    thumbnails.last().small = QImage::fromData(*bytes).scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            }
            return thumbnails;
        },
        [this, uid = m_subject.uid](const QVector<Thumbnail>& thumbnails) {
            if (uid == m_subject.uid)
                show(thumbnails);
        });
}

void AttachmentPanel::show(const QVector<Thumbnail>& thumbnails)
{
    m_list->clear();
    m_shown.clear();
    for (const Thumbnail& thumbnail : thumbnails) {
        const model::Attachment& attachment = thumbnail.attachment;
        m_shown.append(attachment);
        QStringList lines{attachment.item.isEmpty() ? attachment.fileName : tr("%1 %2").arg(attachment.item, attachment.fileName)};
        if (attachment.takenOn.isValid())
            lines << tr("摄于 %1").arg(screenDate(attachment.takenOn));
        auto* item = new QListWidgetItem(lines.join(QLatin1Char('\n')), m_list);
        item->setToolTip(lines.join(QLatin1Char('\n')));
        item->setIcon(thumbnail.small.isNull() ? iconNamed(QStringLiteral("document"))
                                               : QIcon(QPixmap::fromImage(thumbnail.small)));
    }
    m_list->setVisible(!thumbnails.isEmpty());
    m_empty->setVisible(thumbnails.isEmpty());
    m_look->setEnabled(false);
    m_remove->setEnabled(false);
}

void AttachmentPanel::askForFiles()
{
    Prompts::current().openFile(this, tr("添加附件"), tr("照片和文档 (*.jpg *.jpeg *.png *.heic *.webp *.bmp *.pdf *.docx *.xlsx *.wps *.et)"),
                                [this](const QString& path) { add({path}); });
}

void AttachmentPanel::add(const QStringList& paths)
{
    attach([paths] { return loadAll(paths); });
}

/// Reading and scaling photographs takes a moment: it is done where the writing is.
void AttachmentPanel::attach(std::function<Result<QVector<services::LoadedFile>>()> load)
{
    if (m_subject.uid.isNull())
        return;
    m_dispatcher.write<services::Written>(
        this,
        [subject = m_subject, load = std::move(load)](services::Workspace& workspace) -> Result<services::Written> {
            const auto files = load();
            if (!files)
                return fail(files.error());
            return services::attachFiles(workspace, subject, *files);
        },
        [this](const Result<services::Written>& written) {
            if (!written)
                Prompts::current().show(this, written.error());
        });
}

void AttachmentPanel::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (const QStringList paths = filesIn(*data); !paths.isEmpty()) {
        add(paths);
        return;
    }
    const auto image = data->imageData().value<QImage>();
    if (image.isNull()) {
        Prompts::current().inform(this, tr("剪贴板里没有图片或文件。"));
        return;
    }
    attach([image]() -> Result<QVector<services::LoadedFile>> {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        auto file = services::loadBytes(bytes, tr("粘贴的图片.png"));
        if (!file)
            return fail(file.error());
        return QVector<services::LoadedFile>{*std::move(file)};
    });
}

void AttachmentPanel::look()
{
    const int row = m_list->currentRow();
    if (row >= 0)
        PictureViewer::look(m_dispatcher, m_shown, row, this);
}

void AttachmentPanel::takeOff()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_dispatcher.write<services::Written>(
        this, [uid = m_shown[row].uid](services::Workspace& workspace) { return services::detachFile(workspace, uid); },
        [this](const Result<services::Written>& written) {
            if (!written)
                Prompts::current().show(this, written.error());
        });
}

void AttachmentPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_subject.uid.isNull() && !filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AttachmentPanel::dropEvent(QDropEvent* event)
{
    add(filesIn(*event->mimeData()));
    event->acceptProposedAction();
}

bool AttachmentPanel::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == m_list || watched == m_empty) && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->matches(QKeySequence::Delete)) {
            takeOff();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chengheng::gui
