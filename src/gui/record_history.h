// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/history.h"

#include <QWidget>

class QPushButton;
class QStandardItemModel;

namespace chengheng::gui {

class ListView;

/// What became of a record: its fields' values from a day on, which can be corrected, and everything that was
/// done to it.
class RecordHistory : public QWidget
{
    Q_OBJECT

public:
    RecordHistory(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent = nullptr);

    /// What References may be, by kind key.
    void setNames(const QHash<QString, QHash<Uid, QString>>& names) { m_names = names; }
    void showRecord(const Uid& uid);
    void showNothing();

Q_SIGNALS:
    void left(); ///< Esc: back to the list

private:
    QWidget* buildChanges();
    void showChanges(const QVector<services::DatedFact>& facts);
    void showTimeline(const QVector<services::TimelineEntry>& entries);
    void correctChosen();
    void correct(const services::DatedFact& fact);

    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    QHash<QString, QHash<Uid, QString>> m_names;
    Uid m_uid;
    QVector<services::DatedFact> m_facts;
    QStandardItemModel* m_changes = nullptr; ///< only where fields change by day
    ListView* m_changesView = nullptr;
    QPushButton* m_correct = nullptr;
    QStandardItemModel* m_timeline;
    ListView* m_timelineView;
};

} // namespace chengheng::gui
