// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_draft.h"

#include "model/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ScoringDraft)
};

} // namespace

QJsonObject toJson(const ScoringDraft& draft)
{
    QJsonObject json = rules::toJson(draft.answers);
    json.insert(QStringLiteral("kind"), model::keyOf(draft.kind));
    json.insert(QStringLiteral("date"), draft.on.toString(Qt::ISODate));
    json.insert(QStringLiteral("inspectors"), draft.inspectors);
    json.insert(QStringLiteral("supervisors"), draft.supervisors);
    json.insert(QStringLiteral("displayed"), model::keyOf(draft.displayed));
    json.insert(QStringLiteral("complaint_book"), model::keyOf(draft.complaintBook));
    QJsonObject photographs;
    for (auto it = draft.photographs.begin(); it != draft.photographs.end(); ++it)
        photographs.insert(it.key(), QJsonArray::fromStringList(it.value()));
    json.insert(QStringLiteral("photographs"), photographs);
    return json;
}

Result<ScoringDraft> parseDraft(const QJsonObject& json, int sheet)
{
    auto answers = rules::parseAnswers(json, sheet);
    if (!answers)
        return fail(answers.error());
    if (answers->sheet != sheet)
        return fail(ErrorKind::Invalid, "other_sheet",
                    Text::tr("这家单位的草稿是表 %1 的，现在应使用表 %2，请重新评分。").arg(answers->sheet).arg(sheet));
    ScoringDraft draft;
    draft.answers = *std::move(answers);
    draft.kind = model::wordOf<model::InspectionKind>(json.value(QLatin1String("kind")).toString())
                     .value_or(model::InspectionKind::Daily);
    draft.on = QDate::fromString(json.value(QLatin1String("date")).toString(), Qt::ISODate);
    draft.inspectors = json.value(QLatin1String("inspectors")).toString();
    draft.supervisors = json.value(QLatin1String("supervisors")).toString();
    const auto seen = [&json](const char* key) {
        return model::wordOf<model::Presence>(json.value(QLatin1String(key)).toString())
            .value_or(model::Presence::Unknown);
    };
    draft.displayed = seen("displayed");
    draft.complaintBook = seen("complaint_book");
    const QJsonObject photographs = json.value(QLatin1String("photographs")).toObject();
    for (auto it = photographs.begin(); it != photographs.end(); ++it) {
        const QJsonArray files = it.value().toArray();
        for (const QJsonValue& file : files)
            draft.photographs[it.key()] << file.toString();
    }
    return draft;
}

} // namespace chengheng::gui
