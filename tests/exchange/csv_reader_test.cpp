// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/clipboard_table.h"
#include "exchange/csv_reader.h"
#include "exchange/fixtures.h"

#include <QStringEncoder>

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

QByteArray encoded(const char* encoding, const QString& text, bool mark = false)
{
    QStringEncoder encoder(encoding, mark ? QStringEncoder::Flag::WriteBom : QStringEncoder::Flag::Default);
    REQUIRE(encoder.isValid());
    return encoder.encode(text);
}

} // namespace

TEST_CASE("csv is read in the encodings that spreadsheet programs save", "[exchange]")
{
    const QString text = QStringLiteral("单位名称,数量\r\n示例眼镜店㐂,1\r\n");
    for (const QByteArray& bytes : {text.toUtf8(), QByteArray("\xEF\xBB\xBF" + text.toUtf8()), encoded("GB18030", text),
                                    encoded("UTF-16LE", text, true), encoded("UTF-16BE", text, true)}) {
        CHECK(shown(need(readCsv(bytes))) == QStringLiteral("单位名称|数量\n示例眼镜店㐂|1"));
    }
}

TEST_CASE("csv fields are cut as spreadsheet programs cut them", "[exchange]")
{
    struct Case {
        const char* csv;
        const char* shown;
    };
    for (const Case& c : {
             Case{"a,b\n1,2", "a|b\n1|2"},
             Case{"a;b\n1,5;2\n3,5;4\n", "a|b\n1,5|2\n3,5|4"},
             Case{"a\tb\n1,5\t2\n", "a|b\n1,5|2"},
             Case{"\"a,b\",\"c\"\"d\"\n\"e\nf\",g\n", "a,b|c\"d\ne\nf|g"},
             Case{"a,b\r1,2\r", "a|b\n1|2"},
             Case{"a,b\r\n\r\n1,2\r\n\r\n", "a|b\n\n1|2"},
             Case{"a,,c\n,,\nx,,\n", "a||c\n\nx"},
             Case{"5\" 管,b\n", "5\" 管|b"},
             Case{"'=1+1,'-x,''=y,'s\n", "=1+1|-x|'=y|'s"},
             Case{"=\"0012\",b\n", "0012|b"},
             Case{"913101130000000000,007\n", "913101130000000000|007"},
         }) {
        CAPTURE(c.csv);
        CHECK(shown(need(readCsv(QByteArray(c.csv)))) == QString::fromUtf8(c.shown));
    }
}

TEST_CASE("csv that cannot be read for certain is refused", "[exchange]")
{
    struct Case {
        QByteArray bytes;
        const char* code;
    };
    ReadLimits small;
    small.rows = 3;
    small.columns = 3;
    small.textLength = 10;
    for (const Case& c : {
             Case{"a,b\n\"open,2\n3,4\n", "unclosed_quote"},
             Case{QByteArray("a,b\0c", 5), "not_a_table"},
             Case{"\xD5\xC5,\xFF\xFF\xFF,\x80\xFF", "unknown_encoding"},
             Case{" , \n\n", "no_data"},
             Case{"1\n2\n3\n4\n", "too_many_rows"},
             Case{"1,2,3,4\n", "too_many_columns"},
             Case{"12345678901\n", "text_too_long"},
         }) {
        const auto table = readCsv(c.bytes, small);
        REQUIRE_FALSE(table);
        CHECK(table.error().code == QLatin1String(c.code));
        CHECK(table.error().message.endsWith(QStringLiteral("。")));
    }
}

TEST_CASE("what office programs put on the clipboard becomes a table", "[exchange]")
{
    struct Case {
        const char* tsv;
        const char* shown;
    };
    for (const Case& c : {
             Case{"a\tb\r\n1\t2\r\n", "a|b\n1|2"},
             Case{"\"x\ny\"\t\"q\"\"q\"\nz\t007", "x\ny|q\"q\nz|007"},
             Case{"\"stray\tb\nc\td", "\"stray|b\nc|d"},
             Case{"a,b\tc", "a,b|c"},
             Case{"a\t\tc\n\n\td\n", "a||c\n\n|d"},
             Case{"-1\t=x", "-1|=x"},
             Case{"", ""},
         }) {
        CAPTURE(c.tsv);
        CHECK(shown(parseClipboard(QString::fromUtf8(c.tsv))) == QString::fromUtf8(c.shown));
    }
}
