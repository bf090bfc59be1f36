// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/start_page.h"

#include "gui/prompts.h"
#include "gui/theme.h"
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

constexpr int mostRecent = 8;
constexpr int cardWidth = 560;

QString recentKey()
{
    return QStringLiteral("recent");
}

} // namespace

StartPage::StartPage(std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent), m_clock(std::move(clock)), m_name(new QLineEdit), m_role(new QComboBox), m_recent(new QListWidget),
      m_hint(new QLabel)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    card->setFixedWidth(cardWidth);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(gutter * 2, gutter * 2, gutter * 2, gutter * 2);
    auto* title = new QLabel(tr("诚衡 — 诚信计量示范社（街）区创建工作台"));
    makeTitle(title);
    layout->addWidget(title);
    auto* form = new QFormLayout;
    m_name->setText(QSettings().value(QStringLiteral("name")).toString());
    m_name->setPlaceholderText(tr("会写在操作留痕和材料上"));
    for (const services::Role role : {services::Role::Clerk, services::Role::Section, services::Role::Leader, services::Role::Administrator})
        m_role->addItem(services::roleLabel(role), int(role));
    m_role->setCurrentIndex(qMax(0, m_role->findData(QSettings().value(QStringLiteral("role"), int(services::Role::Clerk)))));
    form->addRow(tr("您的姓名"), m_name);
    form->addRow(tr("身份"), m_role);
    layout->addLayout(form);
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& text, bool isPrimary, auto clicked) {
        auto* made = new QPushButton(text);
        made->setProperty("primary", isPrimary);
        connect(made, &QPushButton::clicked, this, clicked);
        buttons->addWidget(made);
    };
    button(tr("新建活动"), true, &StartPage::makeNew);
    button(tr("打开…"), false, [this] {
        Prompts::current().openFile(this, tr("打开创建活动"), tr("创建活动 (*.chc)"), [this](const QString& path) { openFile(path); });
    });
    button(tr("体验演示"), false, &StartPage::makeDemo);
    layout->addLayout(buttons);
    layout->addWidget(m_hint);
    m_hint->setWordWrap(true);
    auto* recentTitle = new QLabel(tr("最近打开"));
    makeHeading(recentTitle);
    recentTitle->setBuddy(m_recent);
    layout->addWidget(recentTitle);
    m_recent->addItems(QSettings().value(recentKey()).toStringList());
    m_recent->setAccessibleName(recentTitle->text());
    layout->addWidget(m_recent);
    connect(m_recent, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { openFile(item->text()); });
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(2);
}

void StartPage::remember(const QString& place)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    recent.removeAll(place);
    recent.prepend(place);
    settings.setValue(recentKey(), QStringList(recent.mid(0, mostRecent)));
}

services::Actor StartPage::actor() const
{
    services::Actor actor;
    actor.name = m_name->text().trimmed().isEmpty() ? tr("未署名") : m_name->text().trimmed();
    actor.role = services::Role(m_role->currentData().toInt());
    QSettings settings;
    settings.setValue(QStringLiteral("name"), m_name->text().trimmed());
    settings.setValue(QStringLiteral("role"), int(actor.role));
    return actor;
}

void StartPage::openFile(const QString& path)
{
    Q_EMIT campaignChosen(
        [path, who = actor(), clock = m_clock] {
            return services::Workspace::open(services::Place::ofFile(path), who, clock);
        },
        path);
}

void StartPage::makeNew()
{
    Prompts::current().saveFile(
        this, tr("新建创建活动"), tr("顾村镇诚信计量创建.chc"), tr("创建活动 (*.chc)"), [this](QString path) {
            if (QFileInfo(path).suffix().isEmpty())
                path += QStringLiteral(".chc");
            Q_EMIT campaignChosen(
                [path, who = actor(), clock = m_clock]() -> Result<std::unique_ptr<services::Workspace>> {
                    const auto texts = services::RuleTexts::builtIn(services::builtInPlans().first());
                    if (!texts)
                        return fail(texts.error());
                    return services::Workspace::create(services::Place::ofFile(path), who, clock, *texts);
                },
                path);
        });
}

void StartPage::makeDemo()
{
    Prompts::current().folder(this, tr("演示文件放在哪个文件夹"), [this](const QString& folder) {
        m_hint->setText(tr("正在生成演示活动，请稍候…"));
        const QString path = folder + QStringLiteral("/demo.chc");
        Q_EMIT campaignChosen(
            [folder, who = actor(), clock = m_clock]() -> Result<std::unique_ptr<services::Workspace>> {
                const auto demo = services::makeDemo(folder);
                if (!demo)
                    return fail(demo.error());
                return services::Workspace::open(services::Place::ofFile(demo->file), who, clock);
            },
            path);
    });
}

} // namespace chengheng::gui
