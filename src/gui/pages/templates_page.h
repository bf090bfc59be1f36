// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/papers.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace chengheng::gui {

class TextTable;

/// 文书模板: the papers the office makes, each with the template in force, and what a template may name. An office's own
/// template takes the place of the one that comes with the program, and can be given up again.
class TemplatesPage : public Page
{
    Q_OBJECT

public:
    explicit TemplatesPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;

private:
    struct Template {
        services::PaperKind paper;
        bool isOwn = false;
        QString fileName;
    };

    QWidget* buildButtons();
    QWidget* buildFields();
    void showTemplates(QVector<Template> templates);
    void showChosen();
    void showFields(const documents::MergeFields& fields);
    void filterFields();
    void make();
    void save();
    void replace();
    void reset();
    const Template* chosen() const;

    TextTable* m_papers;
    TextTable* m_fields;
    QLineEdit* m_search;
    QLabel* m_hint;
    QPushButton* m_make = nullptr;
    QPushButton* m_reset = nullptr;
    QVector<Template> m_templates;
    QVector<documents::MergeField> m_known;
};

} // namespace chengheng::gui
