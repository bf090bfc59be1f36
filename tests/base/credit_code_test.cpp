// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/credit_code.h"

using namespace chengheng;

TEST_CASE("published credit codes are right", "[credit_code]")
{
    const QString code =
        GENERATE("51370300MJE104859G", "91512081MA62K0260E", "91350100M000100Y43", "91330100799655058B",
                 "91110000802100433B", "9144030071526726XG", "914403001922038216", "91330100716105852F");
    CAPTURE(code);
    CHECK(creditCodeFault(code) == "");
}

TEST_CASE("a wrong check character names the right one", "[credit_code]")
{
    const QString fault = creditCodeFault("91310115MA1G4L1WXK");
    CHECK(fault.contains("“7”"));
    CHECK(fault.contains("“K”"));
    CHECK(creditCodeFault("91512081MA62K0261E").contains("校验位"));
}

TEST_CASE("letters that credit codes leave out are named with their place", "[credit_code]")
{
    const QString letter = GENERATE("I", "O", "Z", "S", "V");
    QString code = "91350100M000100Y43";
    code[8] = letter[0];
    const QString fault = creditCodeFault(code);
    CAPTURE(fault);
    CHECK(fault.contains("第 9 位"));
    CHECK(fault.contains("“" + letter + "”"));
}

TEST_CASE("a code of another length says how long it is", "[credit_code]")
{
    CHECK(creditCodeFault("91350100M000100Y4").contains("17"));
    CHECK(creditCodeFault("91350100M000100Y433").contains("19"));
    CHECK(creditCodeFault("91350100M000100Y4Z").contains("“Z”"));
}
