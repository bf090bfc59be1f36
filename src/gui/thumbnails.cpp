// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thumbnails.h"

#include "documents/photograph.h"
#include "services/attachments.h"

#include <QCache>

namespace chengheng::gui {

namespace {

constexpr int pixels = 256; // twice what a panel shows: sharp on dense screens
constexpr int mostKilobytes = 64 * 1024;

/// By SHA-256; null where the bytes are no picture. Only for the window's thread.
QCache<QString, QImage>& cache()
{
    static QCache<QString, QImage> images(mostKilobytes);
    return images;
}

void keep(const QString& sha256, const QImage& image)
{
    cache().insert(sha256, new QImage(image), int(image.sizeInBytes() / 1024) + 1);
}

Result<QImage> decode(const services::Workspace& workspace, const model::Attachment& attachment)
{
    const auto bytes = services::bytesOf(workspace, attachment);
    if (!bytes)
        return fail(bytes.error());
    return documents::pictureWithin(*bytes, {pixels, pixels});
}

} // namespace

Thumbnails::Thumbnails(Dispatcher& dispatcher, QObject* parent) : QObject(parent), m_dispatcher(dispatcher) {}

QPixmap Thumbnails::of(const model::Attachment& attachment)
{
    const QImage* image = cache().object(attachment.sha256);
    return image ? QPixmap::fromImage(*image) : QPixmap();
}

void Thumbnails::make(const QVector<model::Attachment>& attachments)
{
    m_waiting = attachments;
    m_waiting.removeIf([](const model::Attachment& attachment) {
        return !services::isPhotograph(attachment) || cache().contains(attachment.sha256);
    });
    if (!m_isMaking)
        makeNext();
}

void Thumbnails::makeNext()
{
    m_isMaking = !m_waiting.isEmpty();
    if (!m_isMaking)
        return;
    const model::Attachment attachment = m_waiting.takeFirst();
    m_dispatcher.read<QImage>(
        this, [attachment](const services::Workspace& workspace) { return decode(workspace, attachment); },
        [this, sha256 = attachment.sha256](const Result<QImage>& image) {
            if (image) { // one that cannot be read keeps its plain icon; looking at it says why
                keep(sha256, *image);
                Q_EMIT made(sha256);
            }
            makeNext();
        });
}

} // namespace chengheng::gui
