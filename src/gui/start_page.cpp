// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/start_page.h"

#include "gui/new_campaign_dialog.h"
#include "gui/prompts.h"
#include "gui/recent_campaigns.h"
#include "gui/server_names.h"
#include "gui/theme.h"
#include "services/carry_over.h"
#include "services/demo.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int cardWidth = 640;
constexpr int fileRole = Qt::UserRole;
constexpr int serverRole = Qt::UserRole + 1;
constexpr int thereRole = Qt::UserRole + 2;

} // namespace

StartPage::StartPage(std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent), m_clock(std::move(clock)), m_name(new QLineEdit), m_role(new QComboBox), m_station(new QComboBox),
      m_stationLabel(new QLabel(tr("所在监管所"))), m_recent(new QListWidget), m_hint(new QLabel)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    card->setFixedWidth(cardWidth);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(gutter * 2, gutter * 2, gutter * 2, gutter * 2);
    layout->setSpacing(spacing);
    auto* title = new QLabel(tr("诚衡 — 诚信计量示范社（街）区创建工作台"));
    makeTitle(title);
    layout->addWidget(title);
    layout->addWidget(buildWho());
    layout->addWidget(buildButtons());
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    auto* recentTitle = new QLabel(tr("最近打开"));
    makeHeading(recentTitle);
    recentTitle->setBuddy(m_recent);
    layout->addWidget(recentTitle);
    m_recent->setAccessibleName(recentTitle->text());
    m_recent->setWordWrap(true);
    layout->addWidget(m_recent, 1);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) { openRecent(*item); });
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(card, 4, Qt::AlignHCenter);
    outer->addStretch(1);
    welcome();
}

QWidget* StartPage::buildWho()
{
    auto* who = new QWidget;
    auto* form = new QFormLayout(who);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    const QSettings settings;
    m_name->setText(settings.value(QStringLiteral("name")).toString());
    m_name->setPlaceholderText(tr("会写在操作留痕和材料上"));
    using services::Role;
    for (const Role role : {Role::Clerk, Role::Officer, Role::Section, Role::Leader, Role::Administrator})
        m_role->addItem(services::roleLabel(role), int(role));
    m_role->setCurrentIndex(qMax(0, m_role->findData(settings.value(QStringLiteral("role"), int(Role::Clerk)))));
    m_station->setEditable(true); // a plan of one's own has stations of its own
    m_station->setToolTip(tr("只能登记本所监管的单位。清单里没有的，请照活动里“单位部门”的全称填写。"));
    m_stationLabel->setBuddy(m_station);
    form->addRow(tr("您的姓名"), m_name);
    form->addRow(tr("身份"), m_role);
    form->addRow(m_stationLabel, m_station);
    const auto askStation = [this] {
        const bool isOfficer = Role(m_role->currentData().toInt()) == Role::Officer;
        if (isOfficer && m_station->count() == 0) {
            m_station->addItems(builtInStations());
            if (const QString own = QSettings().value(QStringLiteral("station")).toString(); !own.isEmpty())
                m_station->setCurrentText(own);
        }
        m_station->setVisible(isOfficer);
        m_stationLabel->setVisible(isOfficer);
    };
    connect(m_role, &QComboBox::currentIndexChanged, this, askStation);
    askStation();
    return who;
}

QWidget* StartPage::buildButtons()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, spacing, 0, 0);
    const auto button = [&](const QString& text, bool isPrimary, const QString& tip, auto clicked) {
        auto* made = new QPushButton(text);
        made->setProperty("primary", isPrimary);
        made->setToolTip(tip);
        connect(made, &QPushButton::clicked, this, clicked);
        layout->addWidget(made);
    };
    button(tr("新建活动…"), true, tr("选一份推进方案，得到一个新的活动文件"), &StartPage::makeNew);
    button(tr("打开…"), false, tr("打开已有的活动文件（.chc）"), [this] {
        Prompts::current().openFile(this, tr("打开创建活动"), tr("创建活动 (*.chc)"),
                                    [this](const QString& path) { open(services::Place::ofFile(path)); });
    });
    button(tr("服务器…"), false, tr("打开服务器上大家共用的活动"), &StartPage::openServer);
    button(tr("体验演示…"), false, tr("生成一个虚构的 40 家单位的活动并打开"), &StartPage::makeDemo);
    return row;
}

void StartPage::welcome(const QString& sentence)
{
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
    showRecent();
}

void StartPage::showRecent()
{
    m_recent->clear();
    for (const RecentCampaign& campaign : recentCampaigns()) {
        const bool isThere = campaign.isThere();
        const QString second = isThere ? tr("%1，%2 打开过").arg(campaign.where(), campaign.opened.toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                                       : tr("%1，文件已不在这里：可能被移走、改名，或那块盘没有接上。").arg(campaign.where());
        auto* item = new QListWidgetItem(campaign.name() + QLatin1Char('\n') + second, m_recent);
        item->setData(fileRole, campaign.place.file);
        item->setData(serverRole, campaign.place.server);
        item->setData(thereRole, isThere);
        item->setToolTip(campaign.place.isServer() ? campaign.place.server : campaign.place.file);
        if (!isThere)
            item->setForeground(mutedColour());
    }
    if (m_recent->count() > 0) {
        m_recent->setCurrentRow(0);
        return;
    }
    auto* empty = new QListWidgetItem(tr("打开过的活动会列在这里。"), m_recent);
    empty->setFlags(Qt::NoItemFlags);
}

void StartPage::openRecent(const QListWidgetItem& item)
{
    const services::Place place{item.data(fileRole).toString(), item.data(serverRole).toString()};
    if (item.data(thereRole).toBool()) {
        open(place);
        return;
    }
    Prompts::current().confirm(this, tr("“%1”已不在原处。从“最近打开”里移去它吗？文件本身不受影响。").arg(place.file), tr("移去"),
                               [this, place] {
                                   forgetCampaign(place);
                                   showRecent();
                               });
}

services::Actor StartPage::actor() const
{
    services::Actor actor;
    actor.name = m_name->text().trimmed().isEmpty() ? tr("未署名") : m_name->text().trimmed();
    actor.role = services::Role(m_role->currentData().toInt());
    QSettings settings;
    settings.setValue(QStringLiteral("name"), m_name->text().trimmed());
    settings.setValue(QStringLiteral("role"), int(actor.role));
    if (actor.role == services::Role::Officer) {
        actor.stationName = m_station->currentText().trimmed();
        settings.setValue(QStringLiteral("station"), actor.stationName);
    }
    return actor;
}

void StartPage::open(const services::Place& place)
{
    const auto run = [place, who = actor(), clock = m_clock](const services::Progress&, const services::SignIn& signIn) {
        return services::Workspace::open(place, who, clock, services::Workspace::Mode::ReadWrite, signIn);
    };
    Q_EMIT campaignChosen({place, tr("正在打开“%1”").arg(place.isServer() ? place.server : QFileInfo(place.file).fileName()), run});
}

void StartPage::openServer()
{
    Prompts::current().choose(this, tr("打开服务器上的活动"), tr("服务名称（由管理员写在 ~/.pg_service.conf 里，密码不在此填写）"),
                              serverNames(), [this](const QString& name) { open(services::Place::ofServer(name)); });
}

void StartPage::makeNew()
{
    auto* dialog = new NewCampaignDialog(this);
    connect(dialog, &NewCampaignDialog::chosen, this, [this](const services::RuleTexts& texts, const QString& path, const QString& predecessor) {
        const auto place = services::Place::ofFile(path);
        const auto begin = [place, texts, who = actor(), clock = m_clock](const services::Progress& progress, const services::SignIn&) {
            progress(tr("正在写入方案、席位、评分表和工作日历"), 0, 0);
            return services::Workspace::create(place, who, clock, texts);
        };
        const auto goOn = [place, predecessor, texts, who = actor(), clock = m_clock](const services::Progress& progress,
                                                                                      const services::SignIn& signIn) {
            return services::beginNextRound(place, services::Place::ofFile(predecessor), who, clock, texts, signIn, progress);
        };
        if (predecessor.isEmpty())
            Q_EMIT campaignChosen({place, tr("正在新建活动"), begin});
        else
            Q_EMIT campaignChosen({place, tr("正在接续上一轮"), goOn});
    });
    dialog->open();
}

void StartPage::makeDemo()
{
    Prompts::current().folder(this, tr("演示文件放在哪个文件夹"), [this](const QString& folder) {
        const auto run = [folder, who = actor(), clock = m_clock](
                             const services::Progress& progress, const services::SignIn&) -> Result<std::unique_ptr<services::Workspace>> {
            const auto demo = services::makeDemo(folder, progress);
            if (!demo)
                return fail(demo.error());
            return services::Workspace::open(services::Place::ofFile(demo->file), who, clock);
        };
        Q_EMIT campaignChosen({services::Place::ofFile(folder + QStringLiteral("/demo.chc")), tr("正在生成演示活动"), run});
    });
}

} // namespace chengheng::gui
