// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picture_viewer.h"

#include "base/dates.h"
#include "base/files.h"
#include "documents/photograph.h"
#include "gui/asking.h"
#include "services/attachments.h"
#include "ui_PictureViewer.h"

#include <QKeyEvent>
#include <QSaveFile>

#include <utility>

namespace chengheng::gui {

void PictureViewer::look(Dispatcher& dispatcher, const QVector<model::Attachment>& attachments, int at, QWidget* parent)
{
    (new PictureViewer(dispatcher, attachments, at, parent))->open();
}

PictureViewer::PictureViewer(Dispatcher& dispatcher, const QVector<model::Attachment>& attachments, int at,
                             QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PictureViewer>()), m_dispatcher(dispatcher),
      m_attachments(attachments), m_at(at)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->back, &QPushButton::clicked, this, [this] { go(m_at - 1); });
    connect(m_ui->on, &QPushButton::clicked, this, [this] { go(m_at + 1); });
    connect(m_ui->saveAs, &QPushButton::clicked, this, &PictureViewer::saveAs);
    go(at);
}

PictureViewer::~PictureViewer() = default;

void PictureViewer::go(int to)
{
    if (to < 0 || to >= m_attachments.size())
        return;
    m_at = to;
    m_bytes.clear();
    const model::Attachment attachment = m_attachments[to];
    setWindowTitle(tr("%1（第 %2 张，共 %3 张）").arg(attachment.fileName).arg(to + 1).arg(m_attachments.size()));
    QStringList parts{attachment.fileName};
    if (!attachment.caption.isEmpty())
        parts << attachment.caption;
    if (attachment.takenOn.isValid())
        parts << tr("摄于 %1").arg(screenDate(attachment.takenOn));
    m_ui->caption->setText(parts.join(QStringLiteral("，")));
    m_ui->picture->clear();
    if (!services::isPhotograph(attachment))
        m_ui->picture->setText(tr("这个文件不是照片，请“另存为…”后用 WPS 或阅读器打开。"));
    askFor<QByteArray>(
        m_dispatcher, this,
        [attachment](const services::Workspace& workspace) { return services::bytesOf(workspace, attachment); },
        [this, to](const QByteArray& bytes) {
            if (to != m_at)
                return;
            m_bytes = bytes;
            fit();
        });
}

/// Asks for the picture at the window's size, one at a time however often the window changes.
void PictureViewer::fit()
{
    if (m_bytes.isEmpty() || m_fitting.isValid() || !services::isPhotograph(m_attachments[m_at]))
        return;
    m_fitting = m_ui->picture->size() * devicePixelRatioF();
    m_dispatcher.read<QImage>(
        this,
        [bytes = m_bytes, box = m_fitting](const services::Workspace&) -> Result<QImage> {
            return documents::pictureWithin(bytes, box);
        },
        [this, at = m_at](const Result<QImage>& image) {
            const QSize fitted = std::exchange(m_fitting, {});
            if (at == m_at)
                showPicture(image.value_or(QImage()));
            if (at != m_at || fitted != m_ui->picture->size() * devicePixelRatioF())
                fit();
        });
}

void PictureViewer::showPicture(const QImage& image)
{
    if (image.isNull()) {
        m_ui->picture->setText(tr("这张照片读不出来，请“另存为…”后用看图软件打开。"));
        return;
    }
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_ui->picture->setPixmap(pixmap);
}

void PictureViewer::saveAs()
{
    if (m_bytes.isEmpty())
        return; // not read yet
    Prompts::current().saveFile(this, tr("另存为"), m_attachments[m_at].fileName, {}, [this](const QString& path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size() || !file.commit())
            Prompts::current().inform(this, tr("没有存成“%1”：%2。").arg(path, reasonOf(file)));
    });
}

void PictureViewer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        go(m_at - 1);
    else if (event->key() == Qt::Key_Right)
        go(m_at + 1);
    else
        QDialog::keyPressEvent(event);
}

void PictureViewer::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    fit();
}

} // namespace chengheng::gui
