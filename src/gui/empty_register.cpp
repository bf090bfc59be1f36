// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/empty_register.h"

#include "ui_EmptyRegister.h"

#include <QPushButton>

namespace chengheng::gui {

EmptyRegister::EmptyRegister(const QString& title, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::EmptyRegister>())
{
    m_ui->setupUi(this);
    m_ui->text->setText(tr("还没有%1。可以这样开始：").arg(title));
}

EmptyRegister::~EmptyRegister() = default;

void EmptyRegister::addStep(const QString& text, std::function<void()> clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, std::move(clicked));
    m_ui->steps->addWidget(button, 0, Qt::AlignHCenter);
}

} // namespace chengheng::gui
