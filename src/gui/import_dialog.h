// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/tables.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace chengheng::gui {

class TextTable;

/// Import of a table: first judged without writing, each fault with row, column, value and reason; then
/// written as one batch, which can be taken back at once. A near-match name is asked and remembered.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the file and opens the dialog on it.
    static void start(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent);
    /// Opens it on the range copied in WPS or Excel, its heading row included.
    static void paste(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent);

private:
    /// Judges or writes the table that the dialog is about.
    using Import = std::function<Result<services::ImportReport>(services::Workspace&, const services::ImportOptions&,
                                                                const services::Progress&)>;

    ImportDialog(Dispatcher& dispatcher, const model::RecordKind& kind, const QString& source, Import import,
                 QWidget* parent);

    void judge();
    void write();
    void show(const services::ImportReport& report);
    /// What was written, with 撤销本次导入.
    void showDone(const services::ImportReport& report);
    void undo();
    void askNearMatches(const services::ImportReport& report);
    services::ImportOptions options() const;

    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    Import m_import;
    QHash<QString, Uid> m_asked;  ///< near matches on screen
    QHash<QString, Uid> m_sameAs; ///< those the user confirmed
    QLabel* m_summary;
    QComboBox* m_existing;
    TextTable* m_faults;
    QPushButton* m_write;
    QPushButton* m_same;
    QPushButton* m_undo;
    QPushButton* m_close;
    Uid m_batch; ///< once written
};

} // namespace chengheng::gui
