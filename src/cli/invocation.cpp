// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

tl::unexpected<Error> usage(const QString& sentence)
{
    return fail(ErrorKind::Usage, "usage", sentence + Text::tr("（用法见 chengheng-cli --help）"));
}

const CommandForm* findForm(const QVector<CommandForm>& forms, const QString& name)
{
    for (const CommandForm& form : forms)
        if (form.name == name)
            return &form;
    return nullptr;
}

/// Takes the line apart word by word.
class Parser
{
public:
    Parser(QStringList arguments, const QVector<CommandForm>& forms) : m_arguments(std::move(arguments)), m_forms(forms)
    {}

    Result<Invocation> parse()
    {
        while (m_next < m_arguments.size()) {
            const QString argument = m_arguments[m_next++];
            const auto taken =
                argument.startsWith(QLatin1String("--")) ? takeOption(argument.mid(2)) : takeWord(argument);
            if (!taken)
                return fail(taken.error());
        }
        if (auto complete = checkComplete(); !complete)
            return fail(complete.error());
        return m_invocation;
    }

private:
    Result<QString> takeValue(const QString& option)
    {
        if (m_next >= m_arguments.size())
            return usage(Text::tr("选项 --%1 后面缺少内容。").arg(option));
        return m_arguments[m_next++];
    }

    Result<void> takeWord(const QString& word)
    {
        if (m_form) {
            m_invocation.words << word;
            return {};
        }
        const QString two = m_next < m_arguments.size() ? word + QLatin1Char(' ') + m_arguments[m_next] : QString();
        m_form = findForm(m_forms, two);
        if (m_form)
            ++m_next;
        else
            m_form = findForm(m_forms, word);
        if (!m_form)
            return usage(Text::tr("没有“%1”这个命令。").arg(word));
        m_invocation.command = m_form->name;
        return {};
    }

    Result<void> takeOption(const QString& name)
    {
        if (name == QLatin1String("json")) {
            m_invocation.isJson = true;
            return {};
        }
        if (m_form && m_form->flags.contains(name)) {
            m_invocation.flags.insert(name);
            return {};
        }
        const bool isGlobal = name == QLatin1String("file") || name == QLatin1String("server")
                              || name == QLatin1String("as-of") || name == QLatin1String("user");
        if (!isGlobal && !(m_form && m_form->options.contains(name)))
            return usage(Text::tr("不认识选项 --%1。").arg(name));
        const auto value = takeValue(name);
        if (!value)
            return fail(value.error());
        return isGlobal ? setGlobal(name, *value) : setOwn(name, *value);
    }

    Result<void> setOwn(const QString& name, const QString& value)
    {
        if (name == QLatin1String("where"))
            m_invocation.conditions << value;
        else
            m_invocation.options.insert(name, value);
        return {};
    }

    Result<void> setGlobal(const QString& name, const QString& value)
    {
        if (name == QLatin1String("file"))
            m_invocation.place.file = value;
        else if (name == QLatin1String("server"))
            m_invocation.place.server = value;
        else if (name == QLatin1String("user"))
            m_invocation.user = value;
        else if (const QDate day = QDate::fromString(value, Qt::ISODate); day.isValid())
            m_invocation.asOf = day;
        else
            return usage(Text::tr("--as-of 后面应是日期，如 2024-09-30，这里是“%1”。").arg(value));
        return {};
    }

    Result<void> checkComplete()
    {
        if (!m_form)
            return usage(Text::tr("没有写要执行的命令。"));
        const auto count = m_invocation.words.size();
        if (count < m_form->fewestWords || count > m_form->mostWords)
            return usage(Text::tr("命令 %1 的用法是：%1 %2。").arg(m_form->name, m_form->words));
        for (const QString& option : m_form->requiredOptions)
            if (!m_invocation.options.contains(option))
                return usage(Text::tr("命令 %1 缺少选项 --%2。").arg(m_form->name, option));
        if (m_form->isWriting && m_invocation.asOf.isValid())
            return usage(Text::tr("命令 %1 会写入数据，不能与 --as-of 同用。").arg(m_form->name));
        const bool hasFile = !m_invocation.place.file.isEmpty();
        const bool hasServer = !m_invocation.place.server.isEmpty();
        if (hasFile && hasServer)
            return usage(Text::tr("--file 与 --server 只能用一个。"));
        if (m_form->needsCampaign && !hasFile && !hasServer)
            return usage(Text::tr("请用 --file 指定创建活动文件（.chc），或用 --server 指定服务器。"));
        return {};
    }

    QStringList m_arguments;
    const QVector<CommandForm>& m_forms;
    const CommandForm* m_form = nullptr;
    qsizetype m_next = 0;
    Invocation m_invocation;
};

} // namespace

Result<Invocation> parseArguments(const QStringList& arguments, const QVector<CommandForm>& forms)
{
    return Parser(arguments, forms).parse();
}

namespace {

/// What follows a command's name on the line.
QString restOfLine(const CommandForm& form)
{
    QString rest;
    if (!form.words.isEmpty())
        rest += QLatin1Char(' ') + form.words;
    for (const QString& option : form.options)
        rest += form.requiredOptions.contains(option) ? QStringLiteral(" --%1 …").arg(option)
                                                      : QStringLiteral(" [--%1 …]").arg(option);
    for (const QString& flag : form.flags)
        rest += QStringLiteral(" [--%1]").arg(flag);
    return rest;
}

QString inRoff(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\e")).replace(QLatin1Char('-'), QLatin1String("\\-"));
}

} // namespace

QString helpText(const QVector<CommandForm>& forms)
{
    QString text = Text::tr("诚衡命令行：chengheng-cli [--file 文件.chc | --server 名称] [--as-of 日期] [--json] "
                            "[--user 姓名] 命令 …\n\n");
    for (const CommandForm& form : forms)
        text += QStringLiteral("  %1%2\n      %3\n").arg(form.name, restOfLine(form), form.summary);
    text += Text::tr("\n退出状态：0 完成；1 被拒绝或检查未通过；2 用法不对。\n");
    return text;
}

QString manText(const QVector<CommandForm>& forms)
{
    QString text;
    for (const CommandForm& form : forms)
        text += QStringLiteral(".TP\n\\fB%1\\fR%2\n%3\n")
                    .arg(inRoff(form.name), inRoff(restOfLine(form)), inRoff(form.summary));
    return text;
}

} // namespace chengheng::cli
