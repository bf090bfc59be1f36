// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <memory>

namespace chengheng::gui {

namespace Ui {
class EmptyRegister;
}

/// Where nothing is registered yet: what belongs here, and the first steps as buttons.
class EmptyRegister : public QWidget
{
    Q_OBJECT

public:
    /// `title`: of what is not there yet.
    explicit EmptyRegister(const QString& title, QWidget* parent = nullptr);
    ~EmptyRegister() override;

    void addStep(const QString& text, std::function<void()> clicked);

private:
    std::unique_ptr<Ui::EmptyRegister> m_ui;
};

} // namespace chengheng::gui
