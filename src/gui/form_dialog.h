// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/asked_once.h"
#include "gui/dispatcher.h"
#include "gui/record_form.h"

#include <QDialog>

namespace chengheng::gui {

namespace Ui {
class FormDialog;
}

/// A form in a window of its own, for something new or an action. It stays open until the work it asks
/// for succeeds, so that nothing typed is lost.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const QString& title, const QVector<model::Field>& fields, QWidget* parent);
    ~FormDialog() override;

    RecordForm& form() { return *m_form; }
    /// Writes what was filled in, blank fields left out, as one intent.
    using Work =
        std::function<Result<services::Written>(services::Workspace&, const services::FieldValues&, const Uid& intent)>;
    /// Hands what was filled in to `work` on the writing thread; success closes the dialog (and calls `then`), a
    /// failure shows under its field.
    void submitTo(Dispatcher& dispatcher, Work work, std::function<void(const services::Written&)> then = {});
    /// What pressing 确定 with these values asks for.
    Uid intentOf(const services::FieldValues& values) { return m_asked.intentOf(values); }
    /// What it is about where the title does not say it, above the form; empty: nothing.
    void setSubject(const QString& names);
    /// Something to know before it is filled in, above the form; empty: nothing.
    void setCaution(const QString& sentence);
    /// Esc and 取消: what was typed is given up only where the user says so, and not at all once it is being written.
    void reject() override;
    /// The work failed: shows why and lets the user mend it.
    void showFault(const Error& error);

Q_SIGNALS:
    /// The values are readable and the user agreed.
    void submitted(const services::FieldValues& values);

private:
    void submit();
    void setSubmitting(bool isSubmitting);

    std::unique_ptr<Ui::FormDialog> m_ui;
    RecordForm* m_form;
    AskedOnce<services::FieldValues> m_asked;
    bool m_isSubmitting = false; ///< handed to the writing thread: no longer to be given up
};

} // namespace chengheng::gui
