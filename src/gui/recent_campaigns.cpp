// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recent_campaigns.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecentCampaigns)
};

constexpr qsizetype mostRemembered = 8;

void store(const QVector<RecentCampaign>& campaigns)
{
    QSettings settings;
    settings.remove(QStringLiteral("recent"));
    settings.beginWriteArray(QStringLiteral("recent"));
    for (int i = 0; i < campaigns.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("file"), campaigns[i].place.file);
        settings.setValue(QStringLiteral("server"), campaigns[i].place.server);
        settings.setValue(QStringLiteral("opened"), campaigns[i].opened);
    }
    settings.endArray();
}

QVector<RecentCampaign> without(const services::Place& place)
{
    QVector<RecentCampaign> campaigns = recentCampaigns();
    campaigns.removeIf([&place](const RecentCampaign& each) {
        return each.place.file == place.file && each.place.server == place.server;
    });
    return campaigns;
}

} // namespace

QString RecentCampaign::name() const
{
    return place.isServer() ? place.server : QFileInfo(place.file).fileName();
}

QString RecentCampaign::where() const
{
    return place.isServer() ? Text::tr("服务器") : QDir::toNativeSeparators(QFileInfo(place.file).absolutePath());
}

bool RecentCampaign::isThere() const
{
    return place.isServer() || QFileInfo::exists(place.file);
}

QVector<RecentCampaign> recentCampaigns()
{
    QVector<RecentCampaign> campaigns;
    QSettings settings;
    const int size = settings.beginReadArray(QStringLiteral("recent"));
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        campaigns.append(
            {{settings.value(QStringLiteral("file")).toString(), settings.value(QStringLiteral("server")).toString()},
             settings.value(QStringLiteral("opened")).toDateTime()});
    }
    settings.endArray();
    return campaigns;
}

void rememberCampaign(const services::Place& place, const QDateTime& opened)
{
    QVector<RecentCampaign> campaigns = without(place);
    campaigns.prepend({place, opened});
    store(campaigns.mid(0, mostRemembered));
}

void forgetCampaign(const services::Place& place)
{
    store(without(place));
}

} // namespace chengheng::gui
