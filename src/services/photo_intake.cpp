// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/photo_intake.h"

#include "documents/camera_time.h"
#include "rules/photo_groups.h"

#include <QCoreApplication>
#include <QDir>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PhotoIntake)
};

QStringList pictureNames()
{
    return {QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"), QStringLiteral("*.heic"),
            QStringLiteral("*.heif"), QStringLiteral("*.webp"), QStringLiteral("*.bmp")};
}

/// The unit's name before what the record is called, where it belongs to one.
QString detailOf(const model::Record& record, const QHash<Uid, QString>& units)
{
    for (const model::Field& field : record.kind->fields)
        if (field.refers == QLatin1String("unit"))
            if (const QString unit = units.value(Uid(model::textOf(record.value(field.key)))); !unit.isEmpty())
                return Text::tr("%1，%2").arg(record.kind->title, unit);
    return record.kind->title;
}

} // namespace

Result<QVector<PhotoGroup>> photographsIn(const QString& folder, int gapMinutes, const Progress& progress)
{
    const QDir place(folder);
    if (folder.isEmpty() || !place.exists())
        return fail(ErrorKind::NotFound, "no_such_folder", Text::tr("找不到文件夹“%1”。").arg(folder), folder);
    const QStringList names = place.entryList(pictureNames(), QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(ErrorKind::Invalid, "no_pictures",
                    Text::tr("文件夹“%1”里没有照片（JPG、PNG、HEIC 等）。").arg(folder), folder);
    QVector<QDateTime> times;
    for (const QString& name : names) {
        if (progress && !progress(Text::tr("读取照片的时间"), times.size(), names.size()))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，照片没有整理。"));
        const QDateTime taken = documents::cameraTimeOf(place.filePath(name));
        times.append(taken.isValid() ? taken : rules::receivedAt(name));
    }
    QVector<PhotoGroup> groups;
    for (const QVector<int>& together : rules::groupsByTime(times, gapMinutes)) {
        PhotoGroup group{times[together.first()], times[together.last()], {}};
        for (const int one : together)
            group.paths << place.filePath(names[one]);
        groups.append(group);
    }
    return groups;
}

Result<QVector<SearchHit>> eventsOn(const Workspace& workspace, QDate day)
{
    const auto units = namesOf(workspace, model::kindOf<model::Unit>());
    if (!units)
        return fail(units.error());
    QVector<SearchHit> hits;
    for (const char* key : {"inspection", "activity", "training", "service_visit", "weighing_check", "nozzle_check",
                            "problem", "supervisor_report", "acceptance_visit"}) {
        const model::RecordKind& kind = *model::findKind(QLatin1String(key));
        const QString dayField = kind.sinceField.isEmpty() ? QStringLiteral("on") : kind.sinceField;
        if (!mayRead(workspace, kind))
            continue;
        const auto records = listRecords(workspace, kind, {.where = {{dayField, day}}});
        if (!records)
            return fail(records.error());
        for (const model::Record& record : *records)
            hits.append({kind.key, record.uid, record.name(), detailOf(record, *units)});
    }
    return hits;
}

} // namespace chengheng::services
