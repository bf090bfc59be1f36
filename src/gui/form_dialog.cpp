// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/form_dialog.h"

#include "gui/prompts.h"
#include "ui_FormDialog.h"

#include <QPushButton>

namespace chengheng::gui {

FormDialog::FormDialog(const QString& title, const QVector<model::Field>& fields, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::FormDialog>()), m_form(new RecordForm(fields))
{
    m_ui->setupUi(this);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->area->setWidget(m_form);
    m_ui->fault->hide();
    m_ui->subject->hide();
    m_ui->caution->hide();
    resize(520, qMin(620, m_form->sizeHint().height() + 110));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &FormDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->focusFirst();
}

FormDialog::~FormDialog() = default;

void FormDialog::setSubject(const QString& names)
{
    m_ui->subject->setText(names);
    m_ui->subject->setVisible(!names.isEmpty());
}

void FormDialog::setCaution(const QString& sentence)
{
    m_ui->caution->setText(sentence);
    m_ui->caution->setVisible(!sentence.isEmpty());
}

void FormDialog::reject()
{
    if (m_isSubmitting)
        return;
    if (m_form->isChanged())
        Prompts::current().confirm(this, tr("填写的内容还没有保存，关闭后就没有了。"), tr("不保存，关闭"),
                                   [this] { QDialog::reject(); });
    else
        QDialog::reject();
}

void FormDialog::submit()
{
    m_ui->fault->hide();
    const auto values = m_form->values();
    if (!values)
        return;
    setSubmitting(true);
    Q_EMIT submitted(*values);
}

void FormDialog::setSubmitting(bool isSubmitting)
{
    m_isSubmitting = isSubmitting;
    m_ui->buttons->setEnabled(!isSubmitting);
}

void FormDialog::submitTo(Dispatcher& dispatcher, Work work, std::function<void(const services::Written&)> then)
{
    connect(this, &FormDialog::submitted, this,
            [this, &dispatcher, work = std::move(work), then = std::move(then)](services::FieldValues values) {
                values.removeIf([](const auto& entry) { return model::isEmpty(entry.value()); });
                dispatcher.write<services::Written>(
                    this,
                    [work, values, intent = intentOf(values)](services::Workspace& workspace) {
                        return work(workspace, values, intent);
                    },
                    [this, then](const Result<services::Written>& written) {
                        if (!written) {
                            showFault(written.error());
                            return;
                        }
                        if (then)
                            then(*written);
                        accept();
                        if (!written->remark.isEmpty())
                            Prompts::current().inform(parentWidget(), written->remark);
                    });
            });
}

void FormDialog::showFault(const Error& error)
{
    setSubmitting(false);
    if (m_form->showFault(error))
        return;
    m_ui->fault->setText(error.message);
    m_ui->fault->show();
}

} // namespace chengheng::gui
