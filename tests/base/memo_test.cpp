// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/memo.h"

using namespace chengheng;

TEST_CASE("a memo keeps what was asked for last and drops the rest", "[base]")
{
    const Memo memo(2);
    CHECK(memo.find<int>(QStringLiteral("a")) == nullptr);
    memo.keep(QStringLiteral("a"), 1);
    memo.keep(QStringLiteral("b"), 2);
    REQUIRE(memo.find<int>(QStringLiteral("a")));
    memo.keep(QStringLiteral("c"), 3);
    CHECK(*memo.find<int>(QStringLiteral("a")) == 1);
    CHECK(memo.find<int>(QStringLiteral("b")) == nullptr);
    CHECK(*memo.find<int>(QStringLiteral("c")) == 3);
    memo.keep(QStringLiteral("c"), 4);
    CHECK(*memo.findOrMake(QStringLiteral("c"), [] { return 5; }) == 4);
    CHECK(*memo.findOrMake(QStringLiteral("b"), [] { return 5; }) == 5);
}
