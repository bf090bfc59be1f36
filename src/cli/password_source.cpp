// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/password_source.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// The terminal itself, whatever input and output were sent elsewhere; what is typed does not show while it lives.
class SilentTerminal
{
public:
    SilentTerminal() : m_device(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        if (m_device < 0 || ::tcgetattr(m_device, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        m_isSilent = ::tcsetattr(m_device, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_isSilent)
            ::tcsetattr(m_device, TCSAFLUSH, &m_before);
        if (m_device >= 0)
            ::close(m_device);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    bool isReady() const { return m_isSilent; }

    QString ask(const QString& prompt)
    {
        QFile terminal;
        if (!terminal.open(m_device, QIODevice::ReadWrite | QIODevice::Unbuffered))
            return {};
        terminal.write(prompt.toUtf8());
        QByteArray line;
        for (char letter = 0; terminal.read(&letter, 1) == 1 && letter != '\n';)
            line += letter;
        terminal.write("\n");
        return QString::fromUtf8(line);
    }

private:
    int m_device;
    termios m_before{};
    bool m_isSilent = false;
};

Result<QString> firstLine(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, "no_such_file",
                    Text::tr("找不到或打不开口令文件“%1”：%2。").arg(path, reasonOf(file)), path);
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        return fail(ErrorKind::Denied, "open_password_file",
                    Text::tr("别人也读得到口令文件“%1”，没有使用。请用 chmod 600 收回权限。").arg(path), path);
    constexpr qint64 longestLine = 4096;
    QString line = QString::fromUtf8(file.readLine(longestLine));
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    return line;
}

tl::unexpected<Error> notGiven(const char* variable)
{
    return fail(ErrorKind::Denied, "password_not_given",
                Text::tr("需要口令：请在终端里运行，或把口令写进一个只有自己读得到的文件，用环境变量 %1 指明它。")
                    .arg(QLatin1String(variable)),
                QString::fromLatin1(variable));
}

constexpr const char* ownVariable = "CHENGHENG_PASSWORD_FILE";
constexpr const char* newVariable = "CHENGHENG_NEW_PASSWORD_FILE";

} // namespace

Result<QString> givenPassword(const QString& name)
{
    if (qEnvironmentVariableIsSet(ownVariable))
        return firstLine(qEnvironmentVariable(ownVariable));
    SilentTerminal terminal;
    if (!terminal.isReady())
        return notGiven(ownVariable);
    return terminal.ask(Text::tr("“%1”的口令：").arg(name));
}

Result<QString> givenNewPassword()
{
    if (qEnvironmentVariableIsSet(newVariable))
        return firstLine(qEnvironmentVariable(newVariable));
    SilentTerminal terminal;
    if (!terminal.isReady())
        return notGiven(newVariable);
    const QString once = terminal.ask(Text::tr("新口令："));
    if (terminal.ask(Text::tr("再输一次新口令：")) != once)
        return fail(ErrorKind::Invalid, "passwords_differ", Text::tr("两次输入的新口令不一样，没有改动。请重新运行。"));
    return once;
}

} // namespace chengheng::cli
