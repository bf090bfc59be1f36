// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/tables.h"

#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class ImportDialog;
}
class EmptyNote;

/// Import of a table: first judged without writing, each fault with row, column, value and reason; then
/// written as one batch, which can be taken back at once. Each name that is nearly a known unit's is asked
/// for once, and remembered as its alias.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the file and opens the dialog on it.
    /// `given`: what every row has, the record that the rows belong to.
    static void start(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent,
                      const services::FieldValues& given = {});
    /// Opens it on the range copied in WPS or Excel, its heading row included.
    static void paste(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent,
                      const services::FieldValues& given = {});
    ~ImportDialog() override;

private:
    /// Judges or writes the table that the dialog is about.
    using Import = std::function<Result<services::ImportReport>(services::Workspace&, services::ImportOptions,
                                                                const services::Progress&)>;

    ImportDialog(Dispatcher& dispatcher, const model::RecordKind& kind, const QString& source, Import import,
                 QWidget* parent);

    void judge();
    void write();
    void show(const services::ImportReport& report);
    /// What was written, with 撤销本次导入.
    void showDone(const services::ImportReport& report);
    void undo();
    services::ImportOptions options() const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    EmptyNote* m_clean = nullptr; ///< in place of faults
    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    Import m_import;
    Uid m_batch; ///< once written
};

} // namespace chengheng::gui
