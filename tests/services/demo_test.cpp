// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "model/survey_records.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::test;

namespace {

template <class R>
QVector<R> all()
{
    QVector<R> typed;
    for (const model::Record& row : need(services::listRecords(demoYear(), model::kindOf<R>())))
        typed.append(model::fromRecord<R>(row));
    return typed;
}

} // namespace

TEST_CASE("The demonstration year leaves no register empty", "[services][file]")
{
    // Of a file on somebody's disk and of accounts the demonstration has none.
    const QSet<QString> without{QStringLiteral("outside_file"), QStringLiteral("account")};
    for (const model::RecordKind* kind : model::allKinds()) {
        INFO(kind->key);
        CHECK(need(services::listRecords(demoYear(), *kind)).isEmpty() == without.contains(kind->key));
    }
}

TEST_CASE("The units of the demonstration were candidates, surveyed, and chosen, turned down or lost",
          "[services][file][STA-1]")
{
    QHash<model::Participation, int> now;
    for (const model::Unit& unit : all<model::Unit>())
        ++now[unit.participation];
    CHECK(now
          == QHash<model::Participation, int>{{model::Participation::Participating, 40},
                                              {model::Participation::Rejected, 1},
                                              {model::Participation::Withdrawn, 1}});
    QSet<Uid> surveyed;
    for (const model::Survey& survey : all<model::Survey>())
        surveyed.insert(survey.unit);
    CHECK(surveyed.size() == 42);
    for (const model::Record& unit :
         need(services::listRecords(demoYear(), model::kindOf<model::Unit>(), {.asOf = day("2024-02-01")})))
        CHECK(model::fromRecord<model::Unit>(unit).participation == model::Participation::Candidate);
}

TEST_CASE("No two pictures of the demonstration are alike", "[services][file]")
{
    QSet<QString> seen;
    const auto attachments = all<model::Attachment>();
    CHECK(attachments.size() > 3);
    for (const model::Attachment& attachment : attachments) {
        INFO(attachment.fileName);
        CHECK_FALSE(seen.contains(attachment.sha256));
        seen.insert(attachment.sha256);
    }
}
