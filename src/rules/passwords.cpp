// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/passwords.h"

#include "base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

constexpr int longestPassword = 200;
constexpr std::chrono::minutes longestWait{60};

bool isOneLetter(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [&](QChar letter) { return letter == text.front(); });
}

} // namespace

QString meantPassword(const QString& typed)
{
    return typed.normalized(QString::NormalizationForm_KC);
}

Result<void> checkNewPassword(const QString& password, const model::Account& account)
{
    const QString meant = meantPassword(password);
    const auto refuse = [](const char* code, const QString& sentence) {
        return fail(ErrorKind::Invalid, code, sentence, QStringLiteral("new_password"));
    };
    if (meant.toUcs4().size() < shortestPassword)
        return refuse("short_password",
                      Text::tr("新口令至少 %1 个字符，可以用一句好记的话，请再加长一些。").arg(shortestPassword));
    if (meant.size() > longestPassword)
        return refuse("long_password", Text::tr("新口令最多 %1 个字符，请缩短一些。").arg(longestPassword));
    if (isOneLetter(meant))
        return refuse("plain_password", Text::tr("新口令不能只是同一个字符，请换一个。"));
    const QString folded = foldName(meant);
    if (folded == foldName(account.login) || folded == foldName(account.name))
        return refuse("plain_password", Text::tr("新口令不能与登录名或姓名相同，请换一个。"));
    return {};
}

std::chrono::minutes waitAfter(qint64 failures)
{
    const qint64 further = failures - triesBeforeLock;
    if (further < 0)
        return std::chrono::minutes(0);
    constexpr qint64 doublings = 6; // 64 minutes: past the longest wait
    return std::min(longestWait, std::chrono::minutes(qint64(1) << std::min(further, doublings)));
}

} // namespace chengheng::rules
