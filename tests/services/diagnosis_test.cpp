// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "base/log.h"
#include "model/unit_records.h"
#include "services/diagnosis.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <quazip/JlCompress.h>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Everything in a zip file as one text.
QString textIn(const QString& zip, const QString& folder)
{
    REQUIRE_FALSE(JlCompress::extractDir(zip, folder).isEmpty());
    QString text;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files))
        text += file.fileName() + QLatin1Char('\n') + QString::fromUtf8(readFile(file.absoluteFilePath()));
    return text;
}

} // namespace

TEST_CASE("The diagnosis holds what was done and how much there is, and no word of any record", "[services]")
{
    OpenCampaign campaign;
    const QString logPath = campaign.folder.filePath(QStringLiteral("chengheng.log"));
    log::start(logPath);
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    const model::Unit unit = campaign.all<model::Unit>().first();
    model::Unit twin = unit;
    twin.uid = {};
    twin.version = 0;
    CHECK_FALSE(services::addRecord(*campaign.workspace, model::toRecord(twin))); // its sentence names the unit
    CHECK_FALSE(services::Workspace::open(services::Place::ofFile(campaign.folder.filePath(unit.name)),
                                          campaign.workspace->actor(), campaign.clock));
    log::warning(QStringLiteral("“%1”打不开：%2").arg(unit.name, campaign.folder.path()));

    const QString out = campaign.folder.filePath(QStringLiteral("诊断.zip"));
    need(services::exportDiagnosis(campaign.workspace.get(), out, campaign.clock->now()));
    need(services::exportDiagnosis(campaign.workspace.get(), out, campaign.clock->now())); // in its place
    log::start();

    const QString text = textIn(out, campaign.folder.filePath(QStringLiteral("看")));
    CHECK(text.contains(QStringLiteral("\"unit\": 40")));
    CHECK(text.contains(QStringLiteral("unit.add: conflict duplicate")));
    CHECK(text.contains(QStringLiteral("\"schema\": ")));
    CHECK_FALSE(text.contains(campaign.folder.path()));
    CHECK_FALSE(text.contains(campaign.workspace->actor().name));
    for (const model::RecordKind* kind : {&model::kindOf<model::Unit>(), &model::kindOf<model::Instrument>()})
        for (const model::Record& record : need(services::listRecords(*campaign.workspace, *kind)))
            for (qsizetype place = 0; place < record.values.size(); ++place) {
                const model::Field& field = kind->fields[place];
                const QString value = model::textOf(record.values[place]);
                if (field.type == model::FieldType::Text && value.size() > 3 && text.contains(value))
                    FAIL_CHECK(field.key.toStdString() << " " << value.toStdString());
            }
    for (const QChar letter : text)
        if (letter.unicode() > 0x7E)
            FAIL("a letter that no file of the diagnosis may hold: " << QString(letter).toStdString());
}

TEST_CASE("Without a campaign the diagnosis tells the versions, and a place that takes nothing is named", "[services]")
{
    const QTemporaryDir folder;
    const QDateTime now(QDate(2024, 10, 1), QTime(8, 0));
    const QString out = folder.filePath(QStringLiteral("a.zip"));
    need(services::exportDiagnosis(nullptr, out, now));
    const QString text = textIn(out, folder.filePath(QStringLiteral("a")));
    CHECK(text.contains(QStringLiteral("\"qt\": ")));
    CHECK_FALSE(text.contains(QStringLiteral("campaign.json")));
    const auto nowhere = services::exportDiagnosis(nullptr, folder.filePath(QStringLiteral("没有/a.zip")), now);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == QLatin1String("no_such_folder"));
}
