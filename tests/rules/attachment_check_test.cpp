// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/attachment_check.h"

#include "invented_facts.h"
#include "model/training_records.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

model::Attachment attached(const char* kind, const Uid& to, const char* original, QDate takenOn = {})
{
    model::Attachment one;
    one.subjectKind = QLatin1String(kind);
    one.subject = to;
    one.fileName = QString::fromUtf8(original) + QStringLiteral(".jpg");
    one.mediaType = QStringLiteral("image/jpeg");
    one.originalSha256 = QString::fromUtf8(original);
    one.takenOn = takenOn;
    return one;
}

QStringList codesOf(const model::CampaignFacts& facts)
{
    QStringList codes;
    for (const AttachmentFault& fault : attachmentFaults(facts))
        codes << fault.code + QLatin1Char(' ') + fault.record.toString();
    return codes;
}

/// A unit with two instruments verified under numbers of their own, two problems and a training.
model::CampaignFacts facts()
{
    model::CampaignFacts known;
    known.units = {unitOf(named("u1"), model::Trade::Shop)};
    for (const char* uid : {"i1", "i2"}) {
        known.instruments.append(instrumentOf(named(uid), named("u1")));
        model::Verification verification = verificationOf(named(uid), day("2024-03-05"));
        verification.uid = Uid(QStringLiteral("v") + QLatin1String(uid));
        verification.certificate = QStringLiteral("J2024-000") + QLatin1Char(uid[1]);
        known.verifications.append(verification);
    }
    for (const char* uid : {"p1", "p2"}) {
        model::Problem problem;
        problem.uid = named(uid);
        problem.unit = named("u1");
        problem.foundOn = day("2024-06-10");
        known.problems.append(problem);
    }
    model::Training training;
    training.uid = named("t1");
    training.on = day("2024-04-18");
    known.books[model::kindOf<model::Training>().key] = {model::toRecord(training)};
    return known;
}

} // namespace

TEST_CASE("One photograph for two records of a register is pointed out, for two registers it is not")
{
    model::CampaignFacts known = facts();
    known.attachments = {attached("problem", named("p1"), "x"), attached("inspection", named("n1"), "x")};
    CHECK(codesOf(known).isEmpty());
    known.attachments.append(attached("problem", named("p2"), "x"));
    CHECK(codesOf(known) == QStringList{QStringLiteral("used_twice p2")});
    known.attachments = {attached("supervisor_report", named("r1"), "x"),
                         attached("supervisor_report", named("r2"), "x")};
    CHECK(codesOf(known).isEmpty()); // the office's secret
}

TEST_CASE("A camera's day far from the event's is pointed out, a missing one is not")
{
    const struct {
        const char* kind;
        const char* record;
        QDate takenOn;
        bool isWrong;
    } cases[]{{"training", "t1", day("2024-04-18"), false}, {"training", "t1", day("2024-04-19"), false},
              {"training", "t1", day("2024-04-20"), true},  {"training", "t1", {}, false},
              {"problem", "p1", day("2024-07-01"), false},  {"problem", "p1", day("2024-06-08"), true},
              {"unit", "u1", day("2020-01-01"), false}};
    for (const auto& one : cases) {
        CAPTURE(one.kind, one.takenOn);
        model::CampaignFacts known = facts();
        known.attachments = {attached(one.kind, named(one.record), "x", one.takenOn)};
        CHECK(codesOf(known).isEmpty() != one.isWrong);
    }
}

TEST_CASE("A certificate that bears another instrument's number is pointed out")
{
    model::CampaignFacts known = facts();
    model::Attachment scan = attached("verification", named("vi1"), "证书J2024-0001");
    known.attachments = {scan};
    CHECK(codesOf(known).isEmpty());
    scan.fileName = QStringLiteral("证书 j2024-0002.pdf");
    known.attachments = {scan};
    CHECK(codesOf(known) == QStringList{QStringLiteral("other_certificate vi1")});
    scan.fileName = QStringLiteral("IMG_20240305.jpg");
    known.attachments = {scan};
    CHECK(codesOf(known).isEmpty());
}

TEST_CASE("What is said to be in order without anything that shows it is counted by unit")
{
    model::CampaignFacts known = facts();
    model::Commitment pledge;
    pledge.unit = named("u1");
    pledge.displayed = model::Presence::Present;
    known.commitments = {pledge};
    CHECK(unprovenByUnit(known, day("2024-07-01")).value(named("u1"))
          == QStringList{QStringLiteral("承诺书写“已张贴”，没有照片"), QStringLiteral("2 次检定合格，没有附证书")});
    known.attachments = {attached("unit", named("u1"), "x"), attached("verification", named("vi1"), "y")};
    CHECK(unprovenByUnit(known, day("2024-07-01")).value(named("u1"))
          == QStringList{QStringLiteral("1 次检定合格，没有附证书")});
}
