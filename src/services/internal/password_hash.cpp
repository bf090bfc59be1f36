// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/password_hash.h"

#include "rules/passwords.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

Result<QString> verifierOf(const QString& password)
{
    const QByteArray bytes = rules::meantPassword(password).toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (!isReady()
        || crypto_pwhash_str(text.data(), bytes.constData(), size_t(bytes.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0)
        return fail(ErrorKind::Unavailable, "no_memory", Text::tr("内存不足，没有存下口令。请关闭别的程序后再试。"));
    return QString::fromLatin1(text.data());
}

bool isPassword(const QString& typed, const QString& verifier)
{
    const QByteArray bytes = rules::meantPassword(typed).toUtf8();
    return isReady()
           && crypto_pwhash_str_verify(verifier.toLatin1().constData(), bytes.constData(), size_t(bytes.size())) == 0;
}

QString makeOneTimePassword()
{
    static const QString letters = QStringLiteral("abcdefghkmnpqrstuvwxyz23456789"); // without i j l o 0 1
    constexpr int groups = 3;
    constexpr int lettersInGroup = 4;
    QStringList parts;
    if (!isReady())
        qFatal("libsodium does not start");
    for (int group = 0; group < groups; ++group) {
        QString part;
        for (int i = 0; i < lettersInGroup; ++i)
            part += letters.at(randombytes_uniform(quint32(letters.size())));
        parts << part;
    }
    return parts.join(QLatin1Char('-'));
}

} // namespace chengheng::services
