// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/uid.h"

#include <QSet>
#include <QUuid>

using namespace chengheng;

TEST_CASE("created uids are well formed and all different", "[uid]")
{
    QSet<Uid> seen;
    Uid last;
    for (int i = 0; i < 10'000; ++i) { // more than one millisecond can count
        const Uid uid = Uid::create();
        REQUIRE(Uid::isWellFormed(uid.toString()));
        REQUIRE(QUuid::fromString(uid.toString()).variant() == QUuid::DCE);
        REQUIRE(uid.toString().at(14) == QLatin1Char('7'));
        REQUIRE(last < uid);
        seen.insert(uid);
        last = uid;
    }
    CHECK(seen.size() == 10'000);
    CHECK(Uid().isNull());
    CHECK_FALSE(Uid::create().isNull());
}

TEST_CASE("only the lower-case 36-character form is a uid", "[uid]")
{
    CHECK(Uid::isWellFormed("0f8fad5b-d9cb-469f-a165-70867728950e"));
    const QString text = GENERATE("", "0F8FAD5B-D9CB-469F-A165-70867728950E", "{0f8fad5b-d9cb-469f-a165-70867728950e}",
                                  "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-469f-a165-70867728950",
                                  "0f8fad5b-d9cb-469f-a165-70867728950g");
    CAPTURE(text);
    CHECK_FALSE(Uid::isWellFormed(text));
}
