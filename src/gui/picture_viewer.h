// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "model/campaign_records.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class PictureViewer;
}

/// Photographs at the size of the window, decoded off the window's thread: ← and → go on, Esc closes. Other files are
/// offered to be saved.
class PictureViewer : public QDialog
{
    Q_OBJECT

public:
    /// Opens on one of some attachments.
    static void look(Dispatcher& dispatcher, const QVector<model::Attachment>& attachments, int at, QWidget* parent);
    ~PictureViewer() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    PictureViewer(Dispatcher& dispatcher, const QVector<model::Attachment>& attachments, int at, QWidget* parent);
    void go(int to);
    void fit();
    void showPicture(const QImage& image);
    void saveAs();

    std::unique_ptr<Ui::PictureViewer> m_ui;
    Dispatcher& m_dispatcher;
    QVector<model::Attachment> m_attachments;
    int m_at;
    QByteArray m_bytes;
    QSize m_fitting; ///< the size that is being decoded for; invalid: none
};

} // namespace chengheng::gui
