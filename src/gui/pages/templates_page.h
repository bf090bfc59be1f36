// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/papers.h"

namespace chengheng::gui {

namespace Ui {
class TemplatesPage;
}

/// 文书模板: the papers the office makes, each with the template in force, and what a template may name. An office's
/// own template takes the place of the one that comes with the program, and can be given up again.
class TemplatesPage : public Page
{
    Q_OBJECT

public:
    explicit TemplatesPage(AppState& state, QWidget* parent = nullptr);
    ~TemplatesPage() override;

    void refresh() override;
    void focusSearch() override;
    QAction* primaryAction() override { return m_make; }
    QAction* printAction() override { return m_print; }

private:
    struct Template {
        services::PaperKind paper;
        bool isOwn = false;
        QString fileName;
    };

    void showTemplates(QVector<Template> templates);
    void showChosen();
    void showFields(const documents::MergeFields& fields);
    void filterFields();
    void make();
    void printFields();
    void save();
    void replace();
    void reset();
    const Template* chosen() const;

    std::unique_ptr<Ui::TemplatesPage> m_ui;
    QAction* m_make;
    QAction* m_print;
    QVector<Template> m_templates;
    QVector<documents::MergeField> m_known;
};

} // namespace chengheng::gui
