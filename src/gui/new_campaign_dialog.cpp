// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/new_campaign_dialog.h"

#include "gui/prompts.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace chengheng::gui {

namespace {

constexpr int dialogWidth = 640;

Result<rules::Plan> planOf(const services::RuleTexts& texts)
{
    return rules::parsePlan(texts.plan, texts.planName);
}

QString summaryOf(const rules::Plan& plan)
{
    qint64 quota = 0;
    for (const rules::Quota& each : plan.quotas)
        quota += each.planned;
    return NewCampaignDialog::tr("%1（%2），%3 至 %4，%5 个阶段，名额 %6 家，%7 个席位。")
        .arg(plan.applicant, plan.noticeNumber, plan.from.toString(Qt::ISODate), plan.to.toString(Qt::ISODate))
        .arg(plan.phases.size())
        .arg(quota)
        .arg(plan.seats.size());
}

} // namespace

QStringList builtInStations()
{
    QStringList stations;
    for (const QString& id : services::builtInPlans()) {
        const auto plan = services::RuleTexts::builtIn(id).and_then(planOf);
        if (!plan)
            continue;
        for (const rules::PlanOrganisation& each : plan->organisations)
            if (each.kind == model::OrganisationKind::Station)
                stations << each.name;
    }
    return stations;
}

NewCampaignDialog::NewCampaignDialog(QWidget* parent)
    : QDialog(parent), m_plan(new QComboBox), m_summary(new QLabel), m_predecessor(new QPushButton(tr("不接续（点此选择上一轮的文件）"))),
      m_make(new QPushButton(tr("选择位置并新建…")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("新建创建活动"));
    setFixedWidth(dialogWidth);
    m_plan->setObjectName(QStringLiteral("plan"));
    m_plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_plan->addItem(tr("自备方案文件…"));
    for (const QString& id : services::builtInPlans())
        offer(services::RuleTexts::builtIn(id), m_plan->count() - 1);
    m_summary->setWordWrap(true);
    m_make->setProperty("primary", true);
    m_make->setDefault(true);
    auto* cancel = new QPushButton(tr("取消"));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    form->addRow(tr("推进方案"), m_plan);
    form->addRow(QString(), m_summary);
    m_predecessor->setObjectName(QStringLiteral("predecessor"));
    m_predecessor->setToolTip(tr("把上一轮在参建的单位、台账、未销号问题、监督员和经验总结带进来；上一轮随即结束，今后只能查看"));
    auto* follows = new QLabel(tr("接续上一轮"));
    follows->setBuddy(m_predecessor);
    form->addRow(follows, m_predecessor);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_make);
    buttons->addWidget(cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(buttons);
    connect(m_plan, &QComboBox::activated, this, &NewCampaignDialog::planChosen);
    connect(m_predecessor, &QPushButton::clicked, this, &NewCampaignDialog::askPredecessor);
    connect(m_make, &QPushButton::clicked, this, &NewCampaignDialog::askPlace);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_plan->setCurrentIndex(0);
    planChosen(0);
}

bool NewCampaignDialog::offer(const Result<services::RuleTexts>& texts, int place)
{
    const auto plan = texts ? planOf(*texts) : Result<rules::Plan>(fail(texts.error()));
    if (!plan) {
        Prompts::current().show(this, plan.error());
        return false;
    }
    m_plan->insertItem(place, plan->title);
    m_plan->setItemData(place, plan->title, Qt::ToolTipRole);
    m_texts.insert(place, *texts);
    m_summaries.insert(place, summaryOf(*plan));
    return true;
}

void NewCampaignDialog::planChosen(int index)
{
    const bool isOwn = index >= m_texts.size();
    m_make->setEnabled(!isOwn);
    m_summary->setText(isOwn ? tr("请选一份方案文件。") : m_summaries.at(index));
    if (isOwn)
        askPlanFile();
}

void NewCampaignDialog::askPlanFile()
{
    Prompts::current().openFile(this, tr("自备方案文件"), tr("方案 (*.json)"), [this](const QString& path) {
        if (!offer(services::RuleTexts::withPlanFile(path), 0))
            return;
        m_plan->setCurrentIndex(0);
        planChosen(0);
    });
}

void NewCampaignDialog::askPredecessor()
{
    Prompts::current().openFile(this, tr("上一轮的创建活动"), tr("创建活动 (*.chc)"), [this](const QString& path) {
        m_predecessorPath = path;
        m_predecessor->setText(QFileInfo(path).fileName());
    });
}

void NewCampaignDialog::askPlace()
{
    const services::RuleTexts texts = m_texts.at(m_plan->currentIndex());
    Prompts::current().saveFile(this, tr("新建创建活动"), tr("诚信计量创建.chc"), tr("创建活动 (*.chc)"), [this, texts](QString path) {
        if (QFileInfo(path).suffix().isEmpty())
            path += QStringLiteral(".chc");
        Q_EMIT chosen(texts, path, m_predecessorPath);
        accept();
    });
}

} // namespace chengheng::gui
