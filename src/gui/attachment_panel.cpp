// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/attachment_panel.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/form_dialog.h"
#include "gui/picture_viewer.h"
#include "gui/theme.h"
#include "ui_AttachmentPanel.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>

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

/// What was pasted, as a file that was chosen would be.
services::LoadedFiles loadImage(const QImage& image, const QString& name)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    services::LoadedFiles loaded;
    if (auto file = services::loadBytes(bytes, name))
        loaded.files.append(*std::move(file));
    else
        loaded.refused.append(file.error());
    return loaded;
}

/// Each line as long as a place in the list is wide; the rest shows when the mouse rests on it.
QString cutShort(QStringList lines)
{
    const QFontMetrics metrics(QGuiApplication::font());
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideMiddle, edge + 3 * spacing);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

AttachmentPanel::AttachmentPanel(Dispatcher& dispatcher, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::AttachmentPanel>()), m_dispatcher(dispatcher),
      m_thumbnails(new Thumbnails(dispatcher, this))
{
    m_ui->setupUi(this);
    m_ui->files->installEventFilter(this);
    m_ui->nothing_attached->installEventFilter(this); // an empty place takes what is pasted, too
    connect(m_ui->add, &QPushButton::clicked, this, &AttachmentPanel::askForFiles);
    connect(m_ui->look, &QPushButton::clicked, this, &AttachmentPanel::look);
    connect(m_ui->describe, &QPushButton::clicked, this, &AttachmentPanel::describe);
    connect(m_ui->remove, &QPushButton::clicked, this, &AttachmentPanel::takeOff);
    connect(m_ui->files, &QListWidget::itemActivated, this, &AttachmentPanel::look);
    connect(m_ui->files, &QListWidget::currentRowChanged, this, &AttachmentPanel::enableButtons);
    connect(m_thumbnails, &Thumbnails::made, this, &AttachmentPanel::showThumbnail);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, [this](const QStringList& kinds) {
        if (kinds.contains(model::kindOf<model::Attachment>().key))
            refresh();
    });
    showNothing();
}

AttachmentPanel::~AttachmentPanel() = default;

void AttachmentPanel::showRecord(const QString& kind, const Uid& uid)
{
    if (m_subject.uid == uid)
        return;
    m_subject = {kind, uid};
    m_ui->add->setEnabled(true);
    refresh();
}

void AttachmentPanel::showNothing()
{
    m_subject = {};
    m_ui->add->setEnabled(false);
    show(QVector<model::Attachment>());
}

void AttachmentPanel::refresh()
{
    if (m_subject.uid.isNull())
        return;
    askFor<QVector<model::Attachment>>(
        m_dispatcher, this,
        [uid = m_subject.uid](const services::Workspace& workspace) { return services::attachmentsOf(workspace, uid); },
        [this, uid = m_subject.uid](const QVector<model::Attachment>& attachments) {
            if (uid == m_subject.uid)
                show(attachments);
        });
}

void AttachmentPanel::show(const QVector<model::Attachment>& attachments)
{
    const Uid current = m_ui->files->currentRow() >= 0 ? m_shown[m_ui->files->currentRow()].uid : Uid();
    const QSignalBlocker blocker(m_ui->files);
    m_ui->files->clear();
    m_shown = attachments;
    for (const model::Attachment& attachment : attachments) {
        QStringList lines{attachment.item.isEmpty() ? attachment.fileName
                                                    : tr("%1 %2").arg(attachment.item, attachment.fileName)};
        if (!attachment.caption.isEmpty())
            lines << attachment.caption;
        if (attachment.takenOn.isValid())
            lines << tr("摄于 %1").arg(screenDate(attachment.takenOn));
        auto* item = new QListWidgetItem(iconNamed(QStringLiteral("document")), cutShort(lines), m_ui->files);
        item->setToolTip(lines.join(QLatin1Char('\n')));
        if (attachment.uid == current)
            m_ui->files->setCurrentItem(item);
        if (const QPixmap small = Thumbnails::of(attachment); !small.isNull())
            item->setIcon(small);
    }
    m_ui->files->setVisible(!attachments.isEmpty());
    m_ui->nothing_attached->setVisible(attachments.isEmpty());
    enableButtons();
    m_thumbnails->make(attachments);
}

void AttachmentPanel::showThumbnail(const QString& sha256)
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (m_shown[row].sha256 == sha256)
            if (const QPixmap small = Thumbnails::of(m_shown[row]); !small.isNull())
                m_ui->files->item(row)->setIcon(small);
}

void AttachmentPanel::enableButtons()
{
    for (QPushButton* button : {m_ui->look, m_ui->describe, m_ui->remove})
        button->setEnabled(m_ui->files->currentRow() >= 0);
}

void AttachmentPanel::askForFiles()
{
    const QString filter = tr(
        "照片和文档 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp *.gif *.pdf *.doc *.docx *.xls *.xlsx *.wps *.et)");
    Prompts::current().openFiles(this, tr("添加附件（可多选）"), filter,
                                 [this](const QStringList& paths) { add(paths); });
}

void AttachmentPanel::add(const QStringList& paths)
{
    if (!paths.isEmpty())
        attach(paths.size(), [paths] { return services::loadFiles(paths); });
}

/// Reading and scaling photographs takes a moment: no other write waits for it.
void AttachmentPanel::attach(qsizetype count, std::function<services::LoadedFiles()> load)
{
    if (m_subject.uid.isNull())
        return;
    countPreparing(count);
    m_dispatcher.prepareAndWrite<services::LoadedFiles, services::Attached>(
        this, std::move(load),
        [subject = m_subject](services::Workspace& workspace, const services::LoadedFiles& files) {
            return services::attachThose(workspace, subject, files);
        },
        [this, count](const Result<services::Attached>& attached) {
            countPreparing(-count);
            if (!attached)
                Prompts::current().show(this, attached.error());
            else if (attached->refusal)
                Prompts::current().show(this, *attached->refusal);
        });
}

void AttachmentPanel::countPreparing(qsizetype change)
{
    m_preparing += change;
    m_ui->note->setText(m_preparing > 0 ? tr("正在处理 %1 个文件…").arg(m_preparing) : QString());
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
    attach(1, [image, name = tr("粘贴的图片.png")] { return loadImage(image, name); });
}

void AttachmentPanel::look()
{
    const int row = m_ui->files->currentRow();
    if (row >= 0)
        PictureViewer::look(m_dispatcher, m_shown, row, this);
}

void AttachmentPanel::describe()
{
    const int row = m_ui->files->currentRow();
    if (row < 0)
        return;
    const model::Attachment attachment = m_shown[row];
    const QString key = QStringLiteral("caption");
    const model::Field field = *model::kindOf<model::Attachment>().field(key);
    auto* dialog = new FormDialog(tr("说明：%1").arg(attachment.fileName), {field}, this);
    dialog->form().setValues({{key, attachment.caption}});
    dialog->submitTo(m_dispatcher, [attachment, key](services::Workspace& workspace,
                                                     const services::FieldValues& values, const Uid& intent) {
        return services::captionFile(workspace, attachment.uid, attachment.version, model::textOf(values.value(key)),
                                     intent);
    });
    dialog->open();
}

void AttachmentPanel::takeOff()
{
    const int row = m_ui->files->currentRow();
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
    if ((watched == m_ui->files || watched == m_ui->nothing_attached) && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->key() == Qt::Key_F2) {
            describe();
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
