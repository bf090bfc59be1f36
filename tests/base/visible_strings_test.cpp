// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>

using namespace chengheng::test;

namespace {

/// Files whose Chinese literals are data to compare with, not words to show: what is told by others' tables and
/// sheets, names of fonts, widths to measure by.
const QMap<QString, QString>& dataOnly()
{
    static const QMap<QString, QString> files{
        {QStringLiteral("base/dates.cpp"), QStringLiteral("how a day may be written")},
        {QStringLiteral("base/money.cpp"), QStringLiteral("how an amount may be written")},
        {QStringLiteral("documents/letter_fonts.cpp"), QStringLiteral("names of fonts")},
        {QStringLiteral("documents/letter_numbering.cpp"), QStringLiteral("digits")},
        {QStringLiteral("documents/list_paper.cpp"), QStringLiteral("headings of columns that hold numbers as names")},
        {QStringLiteral("exchange/headings.cpp"), QStringLiteral("words of a total row")},
        {QStringLiteral("exchange/number_format.cpp"), QStringLiteral("marks in a number format")},
        {QStringLiteral("exchange/xlsx_writer.cpp"), QStringLiteral("the name of a font")},
        {QStringLiteral("gui/help_dock.cpp"), QStringLiteral("the file of a page of the manual")},
        {QStringLiteral("gui/pages/problem_board.cpp"), QStringLiteral("a letter to measure by")},
        {QStringLiteral("gui/time_bars.cpp"), QStringLiteral("a month to measure by")},
        {QStringLiteral("rules/figure_check.cpp"), QStringLiteral("how reports write a figure")},
        {QStringLiteral("rules/archive.cpp"), QStringLiteral("words in titles of papers")},
        {QStringLiteral("rules/law.cpp"), QStringLiteral("how an article may be written")},
        {QStringLiteral("rules/metrics.cpp"), QStringLiteral("issue codes of the sheets")},
        {QStringLiteral("rules/organisation_view.cpp"), QStringLiteral("the notice's word for the group and its head")},
        {QStringLiteral("rules/problem_suggestions.cpp"), QStringLiteral("issue codes of the sheets")},
        {QStringLiteral("rules/sheet.cpp"), QStringLiteral("how sheets call themselves a draft")},
        {QStringLiteral("rules/supervisor_problems.cpp"), QStringLiteral("issue codes of the sheets")},
    };
    return files;
}

bool hasHan(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("[\\x{3007}\\x{3400}-\\x{9fff}]"));
    return text.contains(han);
}

/// Walks over C++ and gathers Chinese literals that no call of tr() or translate() encloses.
class LiteralFinder
{
public:
    explicit LiteralFinder(const QString& source) : m_source(source) {}

    QStringList untranslated()
    {
        while (m_at < m_source.size())
            step();
        return m_found;
    }

private:
    bool isAt(const char* text) const { return QStringView(m_source).mid(m_at).startsWith(QLatin1String(text)); }
    void skipTo(const QString& end)
    {
        const qsizetype found = m_source.indexOf(end, m_at + 2);
        m_at = found < 0 ? m_source.size() : found + end.size();
    }

    void step()
    {
        const QChar letter = m_source[m_at];
        if (isAt("//")) {
            skipTo(QStringLiteral("\n"));
        } else if (isAt("/*")) {
            skipTo(QStringLiteral("*/"));
        } else if (isAt("R\"")) {
            rawLiteral();
        } else if (letter == QLatin1Char('"')) {
            literal();
        } else if (letter == QLatin1Char('\'')) {
            character();
        } else {
            if (letter == QLatin1Char('('))
                m_calls.append(nameBefore());
            else if (letter == QLatin1Char(')') && !m_calls.isEmpty())
                m_calls.removeLast();
            ++m_at;
        }
    }

    void take(const QString& text)
    {
        static const QStringList translating{QStringLiteral("tr"), QStringLiteral("translate"),
                                             QStringLiteral("QT_TRANSLATE_NOOP")};
        const bool isTranslated = std::any_of(m_calls.cbegin(), m_calls.cend(),
                                              [](const QString& call) { return translating.contains(call); });
        if (hasHan(text) && !isTranslated)
            m_found.append(text);
    }

    void literal()
    {
        const qsizetype from = ++m_at;
        while (m_at < m_source.size() && m_source[m_at] != QLatin1Char('"'))
            m_at += m_source[m_at] == QLatin1Char('\\') ? 2 : 1;
        take(m_source.mid(from, m_at - from));
        ++m_at;
    }

    void rawLiteral()
    {
        const qsizetype open = m_source.indexOf(QLatin1Char('('), m_at);
        const QString end = QLatin1Char(')') + m_source.mid(m_at + 2, open - m_at - 2) + QLatin1Char('"');
        const qsizetype close = m_source.indexOf(end, open);
        take(m_source.mid(open + 1, close - open - 1));
        m_at = close + end.size();
    }

    /// 'x', '\'', or the mark between a number's digits.
    void character()
    {
        const bool isMark =
            m_at > 0 && m_source[m_at - 1].isDigit() && m_at + 1 < m_source.size() && m_source[m_at + 1].isDigit();
        const qsizetype end =
            isMark ? m_at
                   : m_source.indexOf(QLatin1Char('\''), m_at + (m_source[m_at + 1] == QLatin1Char('\\') ? 3 : 1));
        m_at = (end < 0 ? m_at : end) + 1;
    }

    QString nameBefore() const
    {
        qsizetype from = m_at;
        while (from > 0 && (m_source[from - 1].isLetterOrNumber() || m_source[from - 1] == QLatin1Char('_')))
            --from;
        return m_source.mid(from, m_at - from);
    }

    QString m_source;
    qsizetype m_at = 0;
    QStringList m_calls; ///< names before the brackets that are open here
    QStringList m_found;
};

} // namespace

TEST_CASE("what a person reads stands inside tr()", "[lint]")
{
    const QString root = sourcePath(QStringLiteral("src"));
    QDirIterator sources(root, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                         QDirIterator::Subdirectories);
    int files = 0;
    QStringList seen;
    while (sources.hasNext()) {
        const QString path = sources.next();
        const QString name = path.mid(root.size() + 1);
        const QStringList found = LiteralFinder(QString::fromUtf8(readFile(path))).untranslated();
        ++files;
        if (!found.isEmpty())
            seen.append(name);
        if (dataOnly().contains(name))
            continue;
        INFO(name.toStdString() << ": " << found.join(QStringLiteral(" | ")).toStdString());
        CHECK(found.isEmpty());
    }
    CHECK(files > 300);
    for (auto it = dataOnly().cbegin(); it != dataOnly().cend(); ++it) {
        INFO(it.key().toStdString() << " no longer holds " << it.value().toStdString());
        CHECK(seen.contains(it.key()));
    }
}

TEST_CASE("what a Designer form says is translated", "[lint]")
{
    static const QRegularExpression untranslated(QStringLiteral("notr=\"true\"[^>]*>([^<]*)<"));
    QDirIterator forms(sourcePath(QStringLiteral("ui")), {QStringLiteral("*.ui")}, QDir::Files);
    int texts = 0;
    while (forms.hasNext()) {
        const QString path = forms.next();
        const QString form = QString::fromUtf8(readFile(path));
        texts += int(form.count(QStringLiteral("<string>")));
        for (auto found = untranslated.globalMatch(form); found.hasNext();) {
            const QString text = found.next().captured(1);
            INFO(path.toStdString() << ": " << text.toStdString());
            CHECK_FALSE(hasHan(text));
        }
    }
    CHECK(texts > 100);
}

TEST_CASE("a literal is found wherever it stands", "[lint]")
{
    struct Row {
        const char* source;
        int found;
    };
    for (const Row& row : {Row{"f(\"甲\")", 1},
                           {"tr(\"甲\")", 0},
                           {"Text::tr(\"甲\").arg(\"乙\")", 1},
                           {"tr(x ? \"甲\" : \"乙\")", 0},
                           {"// \"甲\"\n", 0},
                           {"/* \"甲\" */", 0},
                           {"R\"(甲)\"", 1},
                           {"'\"' + \"甲\"", 1},
                           {"1'000; \"甲\"", 1},
                           {"tr(g(\"甲\"))", 0},
                           {"\"\\\"甲\"", 1},
                           {"'\\''; f(\"a\")", 0}}) {
        INFO(row.source);
        CHECK(LiteralFinder(QString::fromUtf8(row.source)).untranslated().size() == row.found);
    }
}
