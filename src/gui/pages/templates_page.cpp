// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/templates_page.h"

#include "gui/made_paper.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QGuiApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace chengheng::gui {

TemplatesPage::TemplatesPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("paper_templates"), tr("文书模板"), parent),
      m_papers(new TextTable(tr("文书模板"), {tr("文书"), tr("根据什么生成"), tr("所用模板")})),
      m_fields(new TextTable(tr("可用字段"), {tr("写进模板的字段"), tr("来自")})), m_search(new QLineEdit), m_hint(new QLabel)
{
    auto* left = new QWidget;
    auto* list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(buildButtons());
    list->addWidget(m_papers, 1);
    auto* split = new QSplitter;
    split->addWidget(left);
    split->addWidget(buildFields());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(split);
    m_papers->stretch(2);
    m_fields->stretch(1);
    connect(m_papers, &QTableWidget::currentCellChanged, this, &TemplatesPage::showChosen);
    connect(m_papers, &QTableWidget::cellActivated, this, &TemplatesPage::make);
}

QWidget* TemplatesPage::buildButtons()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, auto slot) {
        auto* button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_make = add(tr("生成…"), &TemplatesPage::make);
    add(tr("导出模板…"), &TemplatesPage::save);
    add(tr("换用模板…"), &TemplatesPage::replace);
    m_reset = add(tr("恢复自带"), &TemplatesPage::reset);
    row->addStretch(1);
    return bar;
}

QWidget* TemplatesPage::buildFields()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_hint->setWordWrap(true);
    side->setMinimumWidth(320);
    m_hint->setText(tr("模板是普通的 Word 文档。要填的地方写上双花括号和字段，例如 {{单位名称}}；表格中写有“清单.字段”的一行，"
                       "有几条就印几行。双击下面的字段可以复制。"));
    m_search->setPlaceholderText(tr("查找字段"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_search);
    layout->addWidget(m_fields, 1);
    connect(m_search, &QLineEdit::textChanged, this, &TemplatesPage::filterFields);
    connect(m_fields, &QTableWidget::cellActivated, this, [this] {
        QGuiApplication::clipboard()->setText(m_fields->currentKey());
        Q_EMIT stateChanged(tr("已复制 %1").arg(m_fields->currentKey()));
    });
    return side;
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
    const QString before = m_papers->currentKey();
    QVector<QVector<TextCell>> rows;
    int own = 0;
    for (const Template& one : std::as_const(m_templates)) {
        const model::RecordKind* kind = model::findKind(one.paper.subject);
        own += one.isOwn;
        rows.append({{.text = one.paper.title, .key = one.paper.key},
                     {kind ? tr("每条“%1”").arg(kind->title) : tr("整个活动")},
                     {one.isOwn ? tr("自备：%1").arg(one.fileName) : tr("自带")}});
    }
    m_papers->setRows(rows);
    m_papers->makeCurrent(before.isEmpty() ? m_templates.first().paper.key : before);
    showChosen();
    Q_EMIT stateChanged(tr("共 %1 种文书，%2 种用自备的模板").arg(rows.size()).arg(own));
}

const TemplatesPage::Template* TemplatesPage::chosen() const
{
    const QString key = m_papers->currentKey();
    const auto place = std::find_if(m_templates.begin(), m_templates.end(), [&](const Template& one) { return one.paper.key == key; });
    return place == m_templates.end() ? nullptr : &*place;
}

void TemplatesPage::showChosen()
{
    const Template* one = chosen();
    if (!one)
        return;
    const model::RecordKind* kind = model::findKind(one->paper.subject);
    m_make->setText(kind ? tr("去“%1”生成").arg(kind->title) : tr("生成…"));
    m_reset->setEnabled(one->isOwn);
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
        if (field.name.contains(m_search->text()) || field.meaning.contains(m_search->text()))
            rows.append({{.text = written, .key = written}, {field.meaning}});
    }
    m_fields->setRows(rows);
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
                dispatcher(), this, [paper](const services::Workspace& workspace) { return services::templateOf(workspace, paper); },
                [this, path](const services::PaperTemplate& form) {
                    const auto saved = services::saveDocument(path, form.docx);
                    if (saved)
                        Prompts::current().inform(this, tr("模板已存为“%1”。用 WPS 改好后，用“换用模板”装进来。").arg(path));
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
    Prompts::current().openFile(
        this, tr("换用“%1”的模板").arg(one->paper.title), tr("Word 文档 (*.docx)"), [this, paper = one->paper](const QString& path) {
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
