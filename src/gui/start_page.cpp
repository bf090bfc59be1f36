// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/start_page.h"

#include "gui/new_campaign_dialog.h"
#include "gui/prompts.h"
#include "gui/recent_campaigns.h"
#include "gui/server_names.h"
#include "gui/theme.h"
#include "services/carry_over.h"
#include "services/demo.h"
#include "services/unsigned_name.h"
#include "ui_StartPage.h"

#include <QFileInfo>
#include <QSettings>

namespace chengheng::gui {

namespace {

constexpr int fileRole = Qt::UserRole;
constexpr int serverRole = Qt::UserRole + 1;
constexpr int thereRole = Qt::UserRole + 2;

} // namespace

StartPage::StartPage(std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::StartPage>()), m_clock(std::move(clock))
{
    m_ui->setupUi(this);
    connect(m_ui->makeNew, &QPushButton::clicked, this, &StartPage::makeNew);
    connect(m_ui->open, &QPushButton::clicked, this, &StartPage::openFile);
    connect(m_ui->openServer, &QPushButton::clicked, this, &StartPage::openServer);
    connect(m_ui->makeDemo, &QPushButton::clicked, this, &StartPage::makeDemo);
    connect(m_ui->role, &QComboBox::currentIndexChanged, this, &StartPage::askStation);
    connect(m_ui->recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { openRecent(*item); });
    offerRoles();
    welcome();
}

StartPage::~StartPage() = default;

/// As who worked here last.
void StartPage::offerRoles()
{
    const QSettings settings;
    m_ui->name->setText(settings.value(QStringLiteral("name")).toString());
    for (const auto& word : model::wordsOf<model::Role>())
        m_ui->role->addItem(word.choice.label, int(word.value));
    m_ui->role->setCurrentIndex(
        qMax(0, m_ui->role->findData(settings.value(QStringLiteral("role"), int(services::Role::Clerk)))));
    askStation();
}

/// Only an officer has a station; a plan of one's own has stations of its own, so that any name may be typed.
void StartPage::askStation()
{
    const bool isOfficer = services::Role(m_ui->role->currentData().toInt()) == services::Role::Officer;
    if (isOfficer && m_ui->station->count() == 0) {
        m_ui->station->addItems(builtInStations());
        if (const QString own = QSettings().value(QStringLiteral("station")).toString(); !own.isEmpty())
            m_ui->station->setCurrentText(own);
    }
    m_ui->who->setRowVisible(m_ui->station, isOfficer);
}

void StartPage::openFile()
{
    Prompts::current().openFile(this, tr("打开创建活动"), tr("创建活动 (*.chc)"),
                                [this](const QString& path) { open(services::Place::ofFile(path)); });
}

void StartPage::welcome(const QString& sentence)
{
    m_ui->hint->setText(sentence);
    m_ui->hint->setVisible(!sentence.isEmpty());
    showRecent();
}

void StartPage::showRecent()
{
    m_ui->recent->clear();
    for (const RecentCampaign& campaign : recentCampaigns()) {
        const bool isThere = campaign.isThere();
        const QString second =
            isThere ? tr("%1，%2 打开过")
                          .arg(campaign.where(), campaign.opened.toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                    : tr("%1，文件已不在这里：可能被移走、改名，或那块盘没有接上。").arg(campaign.where());
        auto* item = new QListWidgetItem(campaign.name() + QLatin1Char('\n') + second, m_ui->recent);
        item->setData(fileRole, campaign.place.file);
        item->setData(serverRole, campaign.place.server);
        item->setData(thereRole, isThere);
        item->setToolTip(campaign.place.isServer() ? campaign.place.server : campaign.place.file);
        if (!isThere)
            item->setForeground(mutedColour());
    }
    if (m_ui->recent->count() > 0) {
        m_ui->recent->setCurrentRow(0);
        return;
    }
    auto* empty = new QListWidgetItem(tr("打开过的活动会列在这里。"), m_ui->recent);
    empty->setFlags(Qt::NoItemFlags);
}

void StartPage::openRecent(const QListWidgetItem& item)
{
    const services::Place place{item.data(fileRole).toString(), item.data(serverRole).toString()};
    if (item.data(thereRole).toBool()) {
        open(place);
        return;
    }
    Prompts::current().confirm(this, tr("“%1”已不在原处。从“最近打开”里移去它吗？文件本身不受影响。").arg(place.file),
                               tr("移去"), [this, place] {
                                   forgetCampaign(place);
                                   showRecent();
                               });
}

services::Actor StartPage::actor() const
{
    services::Actor actor;
    actor.name = m_ui->name->text().trimmed().isEmpty() ? services::unsignedName() : m_ui->name->text().trimmed();
    actor.role = services::Role(m_ui->role->currentData().toInt());
    if (actor.role == services::Role::Officer)
        actor.stationName = m_ui->station->currentText().trimmed();
    return actor;
}

/// For the next time.
void StartPage::rememberWho() const
{
    const services::Actor who = actor();
    QSettings settings;
    settings.setValue(QStringLiteral("name"), m_ui->name->text().trimmed());
    settings.setValue(QStringLiteral("role"), int(who.role));
    if (who.role == services::Role::Officer)
        settings.setValue(QStringLiteral("station"), who.stationName);
}

void StartPage::choose(const Opening& opening)
{
    rememberWho();
    Q_EMIT campaignChosen(opening);
}

void StartPage::open(const services::Place& place)
{
    const auto run = [place, who = actor(), clock = m_clock](const services::Progress&,
                                                             const services::SignIn& signIn) {
        return services::Workspace::open(place, who, clock, services::Workspace::Mode::ReadWrite, signIn);
    };
    choose({place, tr("正在打开“%1”").arg(place.isServer() ? place.server : QFileInfo(place.file).fileName()), run});
}

void StartPage::openServer()
{
    Prompts::current().choose(this, tr("打开服务器上的活动"),
                              tr("服务名称（由管理员写在 ~/.pg_service.conf 里，密码不在此填写）"), serverNames(),
                              [this](const QString& name) { open(services::Place::ofServer(name)); });
}

void StartPage::makeNew()
{
    auto* dialog = new NewCampaignDialog(m_clock->today(), this);
    connect(dialog, &NewCampaignDialog::chosen, this,
            [this](const services::RuleTexts& texts, const QString& path, const QString& predecessor) {
                const auto place = services::Place::ofFile(path);
                const auto begin = [place, texts, who = actor(), clock = m_clock](const services::Progress& progress,
                                                                                  const services::SignIn&) {
                    progress(tr("正在写入方案、席位、评分表和工作日历"), 0, 0);
                    return services::Workspace::create(place, who, clock, texts);
                };
                const auto goOn = [place, predecessor, texts, who = actor(), clock = m_clock](
                                      const services::Progress& progress, const services::SignIn& signIn) {
                    return services::beginNextRound(place, services::Place::ofFile(predecessor), who, clock, texts,
                                                    signIn, progress);
                };
                if (predecessor.isEmpty())
                    choose({place, tr("正在新建活动"), begin});
                else
                    choose({place, tr("正在接续上一轮"), goOn});
            });
    dialog->open();
}

void StartPage::makeDemo()
{
    Prompts::current().folder(this, tr("演示文件放在哪个文件夹"), [this](const QString& folder) {
        const auto run = [folder, who = actor(),
                          clock = m_clock](const services::Progress& progress,
                                           const services::SignIn&) -> Result<std::unique_ptr<services::Workspace>> {
            const auto demo = services::makeDemo(folder, progress);
            if (!demo)
                return fail(demo.error());
            return services::Workspace::open(services::Place::ofFile(demo->file), who, clock);
        };
        choose({services::Place::ofFile(folder + QStringLiteral("/demo.chc")), tr("正在生成演示活动"), run});
    });
}

} // namespace chengheng::gui
