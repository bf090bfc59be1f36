// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/attachments.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace chengheng::gui {

/// The files of one record as small pictures with name and day: added by button, by dragging them in or by
/// pasting, looked at by Enter, taken off by Delete.
class AttachmentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentPanel(Dispatcher& dispatcher, QWidget* parent = nullptr);

    void showRecord(const QString& kind, const Uid& uid);
    void showNothing();
    /// Attaches files of the disk.
    void add(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Thumbnail {
        model::Attachment attachment;
        QImage small;
    };

    void refresh();
    void show(const QVector<Thumbnail>& thumbnails);
    void askForFiles();
    void paste();
    void attach(std::function<Result<QVector<services::LoadedFile>>()> load);
    void look();
    void takeOff();

    Dispatcher& m_dispatcher;
    services::AttachmentSubject m_subject;
    QListWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_add;
    QPushButton* m_look;
    QPushButton* m_remove;
    QVector<model::Attachment> m_shown;
};

} // namespace chengheng::gui
