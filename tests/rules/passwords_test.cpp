// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/passwords.h"
#include "support/support.h"

using namespace chengheng;

TEST_CASE("A new password is long enough and not what everybody knows", "[rules]")
{
    model::Account account;
    account.login = QStringLiteral("wangxiaoling");
    account.name = QStringLiteral("欧阳诸葛上官司马");
    struct Case {
        const char* password;
        const char* code; ///< empty: allowed
    };
    const Case cases[] = {
        {"", "short_password"},
        {"abc1234", "short_password"},
        {"abc12345", ""},
        {"一杆秤称良心", "short_password"},
        {"一杆秤称出良心来", ""},
        {"𠮷𠮷𠮷𠮷𠮷", "short_password"}, // letters are counted, not their halves
        {"88888888", "plain_password"},
        {"８８８８８８８８", "plain_password"},
        {"WangXiaoling", "plain_password"},
        {"欧阳诸葛上官司马", "plain_password"},
        {"wangxiaoling7", ""},
    };
    for (const Case& each : cases) {
        INFO(each.password);
        const auto checked = rules::checkNewPassword(QString::fromUtf8(each.password), account);
        CHECK((checked ? QString() : checked.error().code) == QLatin1String(each.code));
        if (!checked)
            CHECK(checked.error().where == QLatin1String("new_password"));
    }
    CHECK(rules::checkNewPassword(QStringLiteral("ab").repeated(101), account).error().code
          == QLatin1String("long_password"));
}

TEST_CASE("The wait after wrong tries grows and ends at an hour", "[rules]")
{
    const QVector<int> minutes{0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60};
    for (int failures = 0; failures < minutes.size(); ++failures)
        CHECK(rules::waitAfter(failures).count() == minutes[failures]);
    CHECK(rules::waitAfter(1'000'000).count() == 60);
}

TEST_CASE("A password typed in full-width letters is the same password", "[rules]")
{
    CHECK(rules::meantPassword(QStringLiteral("ａｂｃ１２３４５")) == QStringLiteral("abc12345"));
}
