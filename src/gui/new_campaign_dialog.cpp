// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/new_campaign_dialog.h"

#include "gui/prompts.h"
#include "ui_NewCampaignDialog.h"

#include <QFileInfo>

namespace chengheng::gui {

namespace {

Result<rules::Plan> planOf(const services::RuleTexts& texts)
{
    return rules::parsePlan(texts.plan, texts.planName);
}

QString summaryOf(const rules::Plan& plan, QDate today)
{
    qint64 quota = 0;
    for (const rules::Quota& each : plan.quotas)
        quota += each.planned;
    QString summary =
        NewCampaignDialog::tr("%1（%2），%3 至 %4，%5 个阶段，名额 %6 家，%7 个席位。")
            .arg(plan.applicant, plan.noticeNumber, plan.from.toString(Qt::ISODate), plan.to.toString(Qt::ISODate))
            .arg(plan.phases.size())
            .arg(quota)
            .arg(plan.seats.size());
    if (plan.to < today)
        summary +=
            NewCampaignDialog::tr("\n▲ 这份方案的日期全部已经过去，按今天看各个节点都已逾期。补录往年的活动可以照用；"
                                  "要办新一轮，请选“自备方案文件”，写上新的日期。");
    return summary;
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

NewCampaignDialog::NewCampaignDialog(QDate today, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewCampaignDialog>()), m_today(today)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->plan->addItem(tr("自备方案文件…"));
    for (const QString& id : services::builtInPlans())
        offer(services::RuleTexts::builtIn(id), m_ui->plan->count() - 1);
    connect(m_ui->plan, &QComboBox::activated, this, &NewCampaignDialog::planChosen);
    connect(m_ui->sheets, &QPushButton::clicked, this, &NewCampaignDialog::askSheets);
    connect(m_ui->predecessor, &QPushButton::clicked, this, &NewCampaignDialog::askPredecessor);
    connect(m_ui->make, &QPushButton::clicked, this, &NewCampaignDialog::askPlace);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->plan->setCurrentIndex(0);
    planChosen(0);
}

NewCampaignDialog::~NewCampaignDialog() = default;

bool NewCampaignDialog::offer(const Result<services::RuleTexts>& texts, int place)
{
    const auto plan = texts ? planOf(*texts) : Result<rules::Plan>(fail(texts.error()));
    if (!plan) {
        Prompts::current().show(this, plan.error());
        return false;
    }
    m_ui->plan->insertItem(place, plan->title);
    m_ui->plan->setItemData(place, plan->title, Qt::ToolTipRole);
    m_texts.insert(place, *texts);
    m_summaries.insert(place, summaryOf(*plan, m_today));
    return true;
}

void NewCampaignDialog::planChosen(int index)
{
    const bool isOwn = index >= m_texts.size();
    m_ui->make->setEnabled(!isOwn);
    m_ui->summary->setText(isOwn ? tr("请选一份方案文件。") : m_summaries.at(index));
    if (isOwn)
        askPlanFile();
}

void NewCampaignDialog::askPlanFile()
{
    Prompts::current().openFile(this, tr("自备方案文件"), tr("方案 (*.json)"), [this](const QString& path) {
        if (!offer(services::RuleTexts::withPlanFile(path), 0))
            return;
        m_ui->plan->setCurrentIndex(0);
        planChosen(0);
    });
}

void NewCampaignDialog::askSheets()
{
    Prompts::current().openFile(this, tr("自备评分表"), tr("评分表 (*.json)"), [this](const QString& path) {
        if (const auto read = services::RuleTexts().takeSheets(path); !read) {
            Prompts::current().show(this, read.error());
            return;
        }
        m_sheetsPath = path;
        m_ui->sheets->setText(QFileInfo(path).fileName());
    });
}

void NewCampaignDialog::askPredecessor()
{
    Prompts::current().openFile(this, tr("上一轮的创建活动"), tr("创建活动 (*.chc)"), [this](const QString& path) {
        m_predecessorPath = path;
        m_ui->predecessor->setText(QFileInfo(path).fileName());
    });
}

void NewCampaignDialog::askPlace()
{
    services::RuleTexts texts = m_texts.at(m_ui->plan->currentIndex());
    if (!m_sheetsPath.isEmpty())
        if (const auto taken = texts.takeSheets(m_sheetsPath); !taken) {
            Prompts::current().show(this, taken.error());
            return;
        }
    Prompts::current().saveFile(this, tr("新建创建活动"), tr("诚信计量创建.chc"), tr("创建活动 (*.chc)"),
                                [this, texts](QString path) {
                                    if (QFileInfo(path).suffix().isEmpty())
                                        path += QStringLiteral(".chc");
                                    Q_EMIT chosen(texts, path, m_predecessorPath);
                                    accept();
                                });
}

} // namespace chengheng::gui
