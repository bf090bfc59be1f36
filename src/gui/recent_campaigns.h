// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDateTime>
#include <QVector>

namespace chengheng::gui {

/// A campaign that was opened before, as this user's settings remember it.
struct RecentCampaign {
    services::Place place;
    QDateTime opened;

    QString name() const;  ///< file name, or the server's name
    QString where() const; ///< folder, or that it is on a server
    bool isThere() const;  ///< false: the file is gone (a server is not asked)
};

/// Latest first.
QVector<RecentCampaign> recentCampaigns();
void rememberCampaign(const services::Place& place, const QDateTime& opened);
void forgetCampaign(const services::Place& place);

} // namespace chengheng::gui
