// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/templates_page.h"

#include "gui/made_paper.h"
#include "gui/printing.h"
#include "ui_TemplatesPage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace chengheng::gui {

TemplatesPage::TemplatesPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("paper_templates"), tr("文书模板"), parent),
      m_ui(std::make_unique<Ui::TemplatesPage>()), m_make(new QAction(tr("生成…"), this)),
      m_print(new QAction(tr("打印…"), this))
{
    m_ui->setupUi(this);
    connect(m_ui->papers, &QTableWidget::currentCellChanged, this, &TemplatesPage::showChosen);
    connect(m_ui->papers, &QTableWidget::cellActivated, this, &TemplatesPage::make);
    connect(m_make, &QAction::triggered, this, &TemplatesPage::make);
    connect(m_print, &QAction::triggered, this, &TemplatesPage::printFields);
    connect(m_ui->make, &QPushButton::clicked, this, &TemplatesPage::make);
    connect(m_ui->save, &QPushButton::clicked, this, &TemplatesPage::save);
    connect(m_ui->replace, &QPushButton::clicked, this, &TemplatesPage::replace);
    connect(m_ui->reset, &QPushButton::clicked, this, &TemplatesPage::reset);
    connect(m_ui->search, &QLineEdit::textChanged, this, &TemplatesPage::filterFields);
    connect(m_ui->fields, &QTableWidget::cellActivated, this, [this] {
        QGuiApplication::clipboard()->setText(m_ui->fields->currentKey());
        Q_EMIT stateChanged(tr("已复制 %1").arg(m_ui->fields->currentKey()));
    });
}

TemplatesPage::~TemplatesPage() = default;

void TemplatesPage::focusSearch()
{
    m_ui->search->setFocus();
    m_ui->search->selectAll();
}

/// What the chosen paper's template may name, for whoever writes it.
void TemplatesPage::printFields()
{
    const Template* one = chosen();
    if (!one)
        return;
    documents::PrintedList list = m_ui->fields->printed(tr("“%1”模板的可用字段").arg(one->paper.title));
    printList(dispatcher(), this, list, day());
}

void TemplatesPage::refresh()
{
    read<QVector<Template>>(
        [](const services::Workspace& workspace) -> Result<QVector<Template>> {
            QVector<Template> templates;
            for (const services::PaperKind& paper : services::paperKinds()) {
                const auto inForce = services::templateOf(workspace, paper);
                if (!inForce)
                    return fail(inForce.error());
                templates.append({paper, inForce->isOwn, inForce->fileName});
            }
            return templates;
        },
        [this](QVector<Template> templates) { showTemplates(std::move(templates)); });
}

void TemplatesPage::showTemplates(QVector<Template> templates)
{
    m_templates = std::move(templates);
    const QString before = m_ui->papers->currentKey();
    QVector<QVector<TextCell>> rows;
    int own = 0;
    for (const Template& one : std::as_const(m_templates)) {
        const model::RecordKind* kind = model::findKind(one.paper.subject);
        own += one.isOwn;
        rows.append({{.text = one.paper.title, .key = one.paper.key},
                     {kind ? tr("每条“%1”").arg(kind->title) : tr("整个活动")},
                     {one.isOwn ? tr("自备：%1").arg(one.fileName) : tr("自带")}});
    }
    m_ui->papers->setRows(rows);
    m_ui->papers->makeCurrent(before.isEmpty() ? m_templates.first().paper.key : before);
    showChosen();
    Q_EMIT stateChanged(tr("共 %1 种文书，%2 种用自备的模板").arg(rows.size()).arg(own));
}

const TemplatesPage::Template* TemplatesPage::chosen() const
{
    const QString key = m_ui->papers->currentKey();
    const auto place =
        std::find_if(m_templates.begin(), m_templates.end(), [&](const Template& one) { return one.paper.key == key; });
    return place == m_templates.end() ? nullptr : &*place;
}

void TemplatesPage::showChosen()
{
    const Template* one = chosen();
    if (!one)
        return;
    const model::RecordKind* kind = model::findKind(one->paper.subject);
    m_ui->make->setText(kind ? tr("去“%1”生成").arg(kind->title) : tr("生成…"));
    m_ui->reset->setEnabled(one->isOwn);
    read<documents::MergeFields>(
        [paper = one->paper](const services::Workspace& workspace) { return services::fieldsOf(workspace, paper); },
        [this](const documents::MergeFields& fields) { showFields(fields); });
}

void TemplatesPage::showFields(const documents::MergeFields& fields)
{
    m_known = fields.values;
    for (const auto& [list, entries] : fields.lists) {
        m_known.append({list + QStringLiteral(".") + tr("序号"), tr("清单“%1”").arg(list)});
        for (const documents::MergeField& entry : entries)
            m_known.append({list + QLatin1Char('.') + entry.name, tr("清单“%1”").arg(list)});
    }
    filterFields();
}

void TemplatesPage::filterFields()
{
    QVector<QVector<TextCell>> rows;
    for (const documents::MergeField& field : std::as_const(m_known)) {
        const QString written = QStringLiteral("{{%1}}").arg(field.name);
        if (field.name.contains(m_ui->search->text()) || field.meaning.contains(m_ui->search->text()))
            rows.append({{.text = written, .key = written}, {field.meaning}});
    }
    m_ui->fields->setRows(rows);
}

void TemplatesPage::make()
{
    const Template* one = chosen();
    if (!one)
        return;
    if (one->paper.subject.isEmpty())
        showMadePaper(dispatcher(), this, one->paper, {}, day());
    else
        Q_EMIT pageAsked(one->paper.subject);
}

void TemplatesPage::save()
{
    const Template* one = chosen();
    if (!one)
        return;
    Prompts::current().saveFile(
        this, tr("导出模板"), one->paper.title + QStringLiteral(".docx"), tr("Word 文档 (*.docx)"),
        [this, paper = one->paper](const QString& path) {
            askFor<services::PaperTemplate>(
                dispatcher(), this,
                [paper](const services::Workspace& workspace) { return services::templateOf(workspace, paper); },
                [this, path](const services::PaperTemplate& form) {
                    const auto saved = services::saveDocument(path, form.docx);
                    if (saved)
                        Prompts::current().inform(this,
                                                  tr("模板已存为“%1”。用 WPS 改好后，用“换用模板”装进来。").arg(path));
                    else
                        Prompts::current().show(this, saved.error());
                });
        });
}

void TemplatesPage::replace()
{
    const Template* one = chosen();
    if (!one)
        return;
    Prompts::current().openFile(this, tr("换用“%1”的模板").arg(one->paper.title), tr("Word 文档 (*.docx)"),
                                [this, paper = one->paper](const QString& path) {
                                    showTriedTemplate(dispatcher(), this, paper, path, day(), [this] { refresh(); });
                                });
}

void TemplatesPage::reset()
{
    const Template* one = chosen();
    if (!one)
        return;
    write<services::Written>(
        [paper = one->paper](services::Workspace& workspace) { return services::resetTemplate(workspace, paper); },
        [this](const services::Written&) { refresh(); });
}

} // namespace chengheng::gui
