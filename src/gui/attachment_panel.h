// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "gui/thumbnails.h"
#include "services/attachments.h"

#include <QWidget>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class AttachmentPanel;
}

/// The files of one record as small pictures with name, what they show and day: added by button, by dragging
/// them in or by pasting, looked at by Enter, described by F2, taken off by Delete.
class AttachmentPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentPanel(Dispatcher& dispatcher, QWidget* parent = nullptr);
    ~AttachmentPanel() override;

    void showRecord(const QString& kind, const Uid& uid);
    void showNothing();
    /// Attaches files of the disk; one sentence names those that cannot be.
    void add(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void show(const QVector<model::Attachment>& attachments);
    void showThumbnail(const QString& sha256);
    void enableButtons();
    void askForFiles();
    void paste();
    void attach(qsizetype count, std::function<services::LoadedFiles()> load);
    void countPreparing(qsizetype change);
    void look();
    void describe();
    void takeOff();

    std::unique_ptr<Ui::AttachmentPanel> m_ui;
    Dispatcher& m_dispatcher;
    Thumbnails* m_thumbnails;
    services::AttachmentSubject m_subject;
    qsizetype m_preparing = 0; ///< files
    QVector<model::Attachment> m_shown;
};

} // namespace chengheng::gui
