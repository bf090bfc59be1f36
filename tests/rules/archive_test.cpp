// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/archive.h"
#include "rules/paper_code.h"

#include "support/support.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

model::ArchivePiece piece(qint64 number, qint64 year = 2024, model::Retention retention = model::Retention::ThirtyYears)
{
    model::ArchivePiece made;
    made.number = number;
    made.year = year;
    made.retention = retention;
    return made;
}

QStringList codesOf(const QVector<NumberFault>& faults)
{
    QStringList codes;
    for (const NumberFault& fault : faults)
        codes << fault.code + QLatin1Char(' ') + fault.why;
    return codes;
}

} // namespace

TEST_CASE("the archive's code has its parts in the standard's order", "[TOWN-7]")
{
    CHECK(archiveCode(piece(1), QStringLiteral("J001")) == QStringLiteral("J001-WS·2024-D30-0001"));
    CHECK(archiveCode(piece(12, 2025, model::Retention::Permanent), QStringLiteral("J001"))
          == QStringLiteral("J001-WS·2025-Y-0012"));
    CHECK(archiveCode(piece(7, 2024, model::Retention::TenYears), {}) == QStringLiteral("2024-D10-0007"));
}

TEST_CASE("numbers run within a year and a retention, without gaps or doubles", "[TOWN-7]")
{
    using enum model::Retention;
    CHECK(archiveNumberFaults({}).isEmpty());
    CHECK(archiveNumberFaults({piece(2), piece(1), piece(1, 2025), piece(1, 2024, Permanent)}).isEmpty());
    CHECK(codesOf(archiveNumberFaults({piece(1), piece(4), piece(3)}))
          == QStringList{QStringLiteral("number_missing 归档文件 2024 年 30年缺第 2 号。")});
    CHECK(codesOf(archiveNumberFaults({piece(1), piece(1)}))
          == QStringList{QStringLiteral("number_twice 归档文件 2024 年 30年第 1 号有 2 件。")});
    CHECK(paperNumberFaults({paperNumber(2024, 1), paperNumber(2024, 2), paperNumber(2025, 1)}).isEmpty());
    CHECK(codesOf(paperNumberFaults({paperNumber(2024, 2)}))
          == QStringList{QStringLiteral("number_missing 2024 年文书编号缺第 1 号。")});
}

TEST_CASE("papers are kept as long as their kind asks", "[TOWN-7]")
{
    const std::pair<const char*, model::Retention> usual[]{
        {"创建申请书", model::Retention::Permanent},   {"验收申请书", model::Retention::Permanent},
        {"年度总结", model::Retention::Permanent},     {"会议纪要", model::Retention::ThirtyYears},
        {"整改通知书", model::Retention::ThirtyYears}, {"诚信计量承诺书", model::Retention::ThirtyYears},
        {"会议通知", model::Retention::TenYears},      {"上门检定预约单", model::Retention::TenYears}};
    for (const auto& [paper, retention] : usual) {
        CAPTURE(paper);
        CHECK(usualRetention(QString::fromUtf8(paper)) == retention);
    }
}
