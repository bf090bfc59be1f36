// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/history.h"

#include <QWidget>

#include <memory>

class QStandardItemModel;

namespace chengheng::gui {

namespace Ui {
class RecordHistory;
}

/// What became of a record: its fields' values from a day on, which can be corrected, and everything that was
/// done to it.
class RecordHistory : public QWidget
{
    Q_OBJECT

public:
    RecordHistory(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent = nullptr);
    ~RecordHistory() override;

    /// What References may be, by kind key.
    void setNames(const QHash<QString, QHash<Uid, QString>>& names) { m_names = names; }
    void showRecord(const Uid& uid);
    void showNothing();

Q_SIGNALS:
    void left(); ///< Esc: back to the list

private:
    void showChanges(const QVector<services::DatedFact>& facts);
    void showTimeline(const QVector<services::TimelineEntry>& entries);
    void correctChosen();
    void correct(const services::DatedFact& fact);

    std::unique_ptr<Ui::RecordHistory> m_ui;
    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    QHash<QString, QHash<Uid, QString>> m_names;
    Uid m_uid;
    QVector<services::DatedFact> m_facts;
    QStandardItemModel* m_changes; ///< shown only where fields change by day
    QStandardItemModel* m_timeline;
};

} // namespace chengheng::gui
