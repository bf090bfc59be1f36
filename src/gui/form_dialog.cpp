// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/form_dialog.h"

#include "gui/prompts.h"
#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chengheng::gui {

FormDialog::FormDialog(const QString& title, const QVector<model::Field>& fields, QWidget* parent)
    : QDialog(parent), m_form(new RecordForm(fields)), m_fault(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* area = new QScrollArea;
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    QPalette red = m_fault->palette();
    red.setColor(QPalette::WindowText, faultColour());
    m_fault->setPalette(red);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(area);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    resize(520, qMin(620, m_form->sizeHint().height() + 110));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FormDialog::submit);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->focusFirst();
}

void FormDialog::submit()
{
    m_fault->hide();
    const auto values = m_form->values();
    if (!values)
        return;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(false);
    Q_EMIT submitted(*values);
}

void FormDialog::submitTo(
    Dispatcher& dispatcher, std::function<Result<services::Written>(services::Workspace&, const services::FieldValues&)> work,
    std::function<void(const services::Written&)> then)
{
    connect(this, &FormDialog::submitted, this, [this, &dispatcher, work = std::move(work), then = std::move(then)](services::FieldValues values) {
        values.removeIf([](const auto& entry) { return model::isEmpty(entry.value()); });
        dispatcher.write<services::Written>(
            this, [work, values](services::Workspace& workspace) { return work(workspace, values); },
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
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(true);
    if (m_form->showFault(error))
        return;
    m_fault->setText(error.message);
    m_fault->show();
}

} // namespace chengheng::gui
