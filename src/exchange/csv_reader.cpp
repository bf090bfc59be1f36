// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"

#include "exchange/read_faults.h"
#include "exchange/separated_text.h"
#include "exchange/sheet_builder.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

constexpr int probedRecords = 30;
constexpr qsizetype probedLetters = 200'000;

std::optional<QString> decoded(QStringDecoder&& decoder, const QByteArray& bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

/// The separator that cuts the first records into most fields; a comma where none does.
QChar separatorOf(const QString& text)
{
    const QString start = text.left(probedLetters);
    QChar best = QLatin1Char(',');
    qsizetype most = 0;
    for (const char candidate : {',', '\t', ';'}) {
        SeparatedText records(start, QLatin1Char(candidate));
        QStringList fields;
        qsizetype count = 0;
        for (int i = 0; i < probedRecords && records.nextRecord(fields); ++i)
            count += fields.size() - 1;
        if (count > most) {
            most = count;
            best = QLatin1Char(candidate);
        }
    }
    return best;
}

QString bareField(const QString& field)
{
    const bool mayBeGuarded = field.startsWith(QLatin1Char('\'')) || field.startsWith(QLatin1Char('='));
    if (!mayBeGuarded) // nearly every field: no expression is tried on it
        return field;
    static const QRegularExpression guarded(QStringLiteral("^'+[=+\\-@\\t\\r]"));
    static const QRegularExpression formulaText(QStringLiteral("^=\"([^\"]*)\"$"));
    if (guarded.match(field).hasMatch())
        return field.mid(1);
    const auto match = formulaText.match(field);
    return match.hasMatch() ? match.captured(1) : field;
}

} // namespace

std::optional<QString> decodedText(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return decoded(QStringDecoder(*marked), bytes);
    if (auto utf8 = decoded(QStringDecoder(QStringDecoder::Utf8), bytes))
        return utf8;
    auto chinese = decoded(QStringDecoder("GB18030"), bytes);
    if (chinese && chinese->contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return chinese;
}

Result<Table> readCsv(const QByteArray& bytes, const ReadLimits& limits)
{
    const auto text = decodedText(bytes);
    if (!text)
        return fail(ErrorKind::Corrupt, "unknown_encoding",
                    Text::tr("文件里有无法识别的文字编码。请在 WPS 中打开，确认文字正常后另存为 .xlsx 再导入。"));
    if (text->contains(QChar::Null))
        return fail(ErrorKind::Invalid, "not_a_table", Text::tr("这不是表格文件。请选择 .xlsx、.ods 或 .csv 文件。"));
    SheetBuilder builder(limits);
    SeparatedText records(*text, separatorOf(*text));
    QStringList fields;
    for (qint64 row = 0; records.nextRecord(fields); ++row) {
        for (qsizetype column = 0; column < fields.size(); ++column) {
            if (!builder.put(row, column, Cell::ofText(bareField(fields[column]))))
                return fail(*builder.fault());
        }
        if (records.sawUnclosedQuote())
            return fail(ErrorKind::Corrupt, "unclosed_quote",
                        Text::tr("第 %1 行有一个引号没有配对，其后的内容无法确定。请改正后再导入。").arg(row + 1),
                        QString::number(row + 1));
    }
    if (!builder.hasData())
        return fail(faults::noData(false));
    Table table;
    table.rows = builder.takeRows();
    return table;
}

} // namespace chengheng::exchange
