// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/photo_intake.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTimer;

namespace chengheng::gui {

/// 整理照片文件夹: pictures received by WeChat, in groups by their time. For each group the records of its day are
/// proposed; a digit, or what one searches for and Enter, attaches the group (or the pictures chosen of it) there, and
/// the next group follows. ↑↓ choose a record, PageUp and PageDown a group.
class PhotoIntakeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the folder, reads the pictures' times and opens the dialog.
    static void start(Dispatcher& dispatcher, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PhotoIntakeDialog(Dispatcher& dispatcher, QVector<services::PhotoGroup> groups, QWidget* parent);

    QWidget* buildGroups();
    QWidget* buildPictures();
    QWidget* buildTargets();
    void showGroup();
    void showPictures(const QStringList& paths);
    void search();
    void showHits(const QVector<services::SearchHit>& hits);
    void attach();
    void takeOut(const QStringList& paths, const QString& target);
    /// Of the current group: those chosen, else all that are left.
    QStringList pathsToAttach() const;
    bool handleKey(int key);

    Dispatcher& m_dispatcher;
    QVector<services::PhotoGroup> m_groups; ///< with the pictures that are left
    QVector<services::SearchHit> m_hits;
    QListWidget* m_list;
    QListWidget* m_pictures;
    QLabel* m_said;
    QLineEdit* m_text;
    QListWidget* m_targets;
    QPushButton* m_attach;
    QTimer* m_delay;
};

} // namespace chengheng::gui
