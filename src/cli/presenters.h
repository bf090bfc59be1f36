// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/draw.h"
#include "rules/quiet_visits.h"
#include "rules/scoring.h"
#include "services/overview.h"
#include "services/packets.h"

#include <QJsonObject>

namespace chengheng::cli {

/// The fixed JSON shapes of the command line (design: The command line), in one place.
QJsonObject rateJson(const Rate& rate);
QJsonObject scoreJson(const rules::Score& score);
QJsonObject ledgerJson(const services::LedgerView& view);
QJsonObject statusJson(const rules::Status& status);
QJsonObject drawJson(const rules::DrawResult& draw);
QJsonObject quietVisitsJson(const rules::QuietVisits& list);
QJsonObject readinessJson(const services::ReadinessReport& report);
QJsonArray gapsJson(const QVector<services::Gap>& gaps);
QJsonArray packetPapersJson(const QVector<services::PacketPaper>& papers);
QJsonObject verifyJson(const services::VerifyReport& report);

/// The same for people.
QString scoreText(const rules::Score& score);
QString ledgerText(const services::LedgerView& view);
QString statusText(const rules::Status& status);
QString drawText(const rules::DrawResult& draw);
QString quietVisitsText(const rules::QuietVisits& list);

} // namespace chengheng::cli
