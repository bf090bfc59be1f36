// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_writer.h"

#include "exchange/replace_file.h"
#include "exchange/xlsx_zip_bridge.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <quazip.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WriteTable)
};

constexpr int maxRows = 1'048'576;
constexpr int maxColumns = 16'384;
constexpr int maxText = 32'767;
constexpr int maxInlineChoices = 255; // bytes: libxlsxwriter counts letters but has room for so many bytes
constexpr int emptyRows = 1'000;      // rows of an empty table that offer choices
constexpr int measuredRows = 2'000;
constexpr int narrowest = 8;
constexpr int widest = 48;
constexpr int dateWidth = 12;
constexpr int instructionWidth = 100;
constexpr int paperA4 = 9;
const QDate firstSerialDay(1900, 3, 1); // before it Excel's serials are a day off

/// What XML and spreadsheets cannot carry is replaced, line ends become single, and text that looks
/// like a spreadsheet's escape (_x000D_) is kept as it is.
QByteArray utf8(const QString& text)
{
    static const QRegularExpression escape(QStringLiteral("(_x[0-9A-Fa-f]{4}_)"));
    QString clean = text;
    clean.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    clean.replace(escape, QStringLiteral("_x005F\\1"));
    for (QChar& c : clean) {
        const char16_t u = c.unicode();
        if (u == 0 || u == 0xFFFE || u == 0xFFFF)
            c = QChar::ReplacementCharacter;
    }
    return clean.toUtf8();
}

/// A tab name a spreadsheet accepts: at most 31 letters, none of []:*?/\ and no apostrophe at an end.
QByteArray tabName(const QString& name)
{
    QString clean = name.simplified();
    for (QChar& c : clean) {
        if (QStringLiteral("[]:*?/\\'").contains(c) || c.unicode() < 0x20)
            c = QLatin1Char('-');
    }
    clean.truncate(31);
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return utf8(clean.isEmpty() ? Text::tr("数据") : clean);
}

/// Width in half letters of the longest line: a Han character takes two.
int displayWidth(const QString& text)
{
    int longest = 0;
    int width = 0;
    for (const QChar c : text) {
        width = c == QLatin1Char('\n') ? 0 : width + (c.unicode() < 0x2E80 ? 1 : 2);
        longest = std::max(longest, width);
    }
    return longest;
}

int columnWidth(const SheetData& sheet, int column)
{
    const SheetColumn& described = sheet.columns[column];
    int width = displayWidth(described.heading) + (described.required ? 1 : 0) + 3; // filter button
    for (qsizetype row = 0; row < std::min(qsizetype(measuredRows), sheet.rows.size()); ++row) {
        if (column < sheet.rows[row].size())
            width = std::max(width, displayWidth(sheet.rows[row][column].text) + 2);
    }
    for (const QString& choice : described.choices)
        width = std::max(width, displayWidth(choice) + 2);
    if (described.kind == CellKind::Date)
        width = std::max(width, dateWidth);
    return std::clamp(width, narrowest, widest);
}

/// One workbook being written with libxlsxwriter. close() must be called; it frees everything.
class XlsxFile
{
public:
    XlsxFile(const QString& scratch, const SheetData& data);

    void write();
    lxw_error close() { return workbook_close(m_book); }

private:
    struct Formats {
        lxw_format* title = nullptr;
        lxw_format* heading = nullptr;
        lxw_format* text = nullptr;
        lxw_format* wrapped = nullptr;
        lxw_format* number = nullptr;
        lxw_format* date = nullptr;
        lxw_format* centred = nullptr;
    };

    lxw_worksheet* addSheet(const QString& name, QByteArray& usedName);
    lxw_format* newFormat();
    void makeFormats();
    void prepareColumns();
    void writeTitle();
    void writeHeading();
    void writeRows();
    void writeCell(lxw_row_t row, lxw_col_t column, const Cell& cell);
    void writeDate(lxw_row_t row, lxw_col_t column, const Cell& cell);
    void writeText(lxw_row_t row, lxw_col_t column, const QString& text);
    void offerChoices(int column);
    QByteArray choiceRange(const QStringList& choices);
    void setUpPage();
    void writeInstructions();
    lxw_format* columnFormat(CellKind kind) const;

    const SheetData& m_data;
    QByteArray m_folder; ///< libxlsxwriter keeps a pointer to it
    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    lxw_worksheet* m_choices = nullptr; ///< hidden sheet for lists too long for a rule
    QByteArray m_choicesName;
    lxw_col_t m_choiceColumns = 0;
    lxw_row_t m_headingRow;
    Formats m_formats;
};

XlsxFile::XlsxFile(const QString& scratch, const SheetData& data)
    : m_data(data), m_folder(QFile::encodeName(QFileInfo(scratch).absolutePath())),
      m_headingRow(data.title.isEmpty() ? 0 : 1)
{
    lxw_workbook_options options{};
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(QFile::encodeName(scratch).constData(), &options);
    if (data.created.isValid()) {
        lxw_doc_properties properties{};
        properties.created = time_t(data.created.toSecsSinceEpoch());
        workbook_set_properties(m_book, &properties);
    }
    m_sheet = workbook_add_worksheet(m_book, tabName(data.name).constData());
}

void XlsxFile::write()
{
    makeFormats();
    prepareColumns();
    writeTitle();
    writeHeading();
    writeRows();
    for (int column = 0; column < int(m_data.columns.size()); ++column)
        offerChoices(column);
    setUpPage();
    writeInstructions();
}

/// A further sheet; a number is added to its name where the data's tab has it already.
lxw_worksheet* XlsxFile::addSheet(const QString& name, QByteArray& usedName)
{
    usedName = utf8(name);
    if (workbook_get_worksheet_by_name(m_book, usedName.constData()))
        usedName += '2';
    return workbook_add_worksheet(m_book, usedName.constData());
}

lxw_format* XlsxFile::newFormat()
{
    lxw_format* format = workbook_add_format(m_book);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 11);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

void XlsxFile::makeFormats()
{
    m_formats.title = newFormat();
    format_set_bold(m_formats.title);
    format_set_font_size(m_formats.title, 16);
    format_set_align(m_formats.title, LXW_ALIGN_CENTER);
    m_formats.heading = newFormat();
    format_set_bold(m_formats.heading);
    format_set_bg_color(m_formats.heading, 0xDDE7F0);
    format_set_border(m_formats.heading, LXW_BORDER_THIN);
    format_set_align(m_formats.heading, LXW_ALIGN_CENTER);
    format_set_text_wrap(m_formats.heading);
    m_formats.text = newFormat();
    format_set_num_format(m_formats.text, "@");
    m_formats.wrapped = newFormat();
    format_set_num_format(m_formats.wrapped, "@");
    format_set_text_wrap(m_formats.wrapped);
    m_formats.number = newFormat();
    format_set_align(m_formats.number, LXW_ALIGN_RIGHT);
    m_formats.date = newFormat();
    format_set_num_format(m_formats.date, "yyyy-mm-dd");
    format_set_align(m_formats.date, LXW_ALIGN_CENTER);
    m_formats.centred = newFormat();
    format_set_align(m_formats.centred, LXW_ALIGN_CENTER);
}

lxw_format* XlsxFile::columnFormat(CellKind kind) const
{
    switch (kind) {
    case CellKind::Number:
        return m_formats.number;
    case CellKind::Date:
        return m_formats.date;
    case CellKind::Boolean:
        return m_formats.centred;
    default:
        return m_formats.text;
    }
}

void XlsxFile::prepareColumns()
{
    for (int column = 0; column < int(m_data.columns.size()); ++column) {
        const auto index = lxw_col_t(column);
        worksheet_set_column(m_sheet, index, index, columnWidth(m_data, column),
                             columnFormat(m_data.columns[column].kind));
    }
}

void XlsxFile::writeTitle()
{
    if (m_data.title.isEmpty())
        return;
    const QByteArray title = utf8(m_data.title);
    worksheet_set_row(m_sheet, 0, 28, nullptr);
    if (m_data.columns.size() > 1)
        worksheet_merge_range(m_sheet, 0, 0, 0, lxw_col_t(m_data.columns.size() - 1), title.constData(),
                              m_formats.title);
    else
        worksheet_write_string(m_sheet, 0, 0, title.constData(), m_formats.title);
}

void XlsxFile::writeHeading()
{
    for (int column = 0; column < int(m_data.columns.size()); ++column) {
        const SheetColumn& described = m_data.columns[column];
        const QString heading = described.heading + QLatin1String(described.required ? "*" : "");
        worksheet_write_string(m_sheet, m_headingRow, lxw_col_t(column), utf8(heading).constData(), m_formats.heading);
    }
    worksheet_freeze_panes(m_sheet, m_headingRow + 1, 0);
    if (!m_data.columns.isEmpty())
        worksheet_autofilter(m_sheet, m_headingRow, 0, m_headingRow + lxw_row_t(m_data.rows.size()),
                             lxw_col_t(m_data.columns.size() - 1));
}

void XlsxFile::writeRows()
{
    for (qsizetype i = 0; i < m_data.rows.size(); ++i) {
        const QVector<Cell>& row = m_data.rows[i];
        for (qsizetype column = 0; column < std::min(row.size(), m_data.columns.size()); ++column)
            writeCell(m_headingRow + 1 + lxw_row_t(i), lxw_col_t(column), row[column]);
    }
}

void XlsxFile::writeCell(lxw_row_t row, lxw_col_t column, const Cell& cell)
{
    switch (cell.kind) {
    case CellKind::Empty:
        return;
    case CellKind::Number:
        if (std::isfinite(cell.number))
            worksheet_write_number(m_sheet, row, column, cell.number, m_formats.number);
        return;
    case CellKind::Boolean:
        worksheet_write_boolean(m_sheet, row, column, cell.number != 0 ? 1 : 0, m_formats.centred);
        return;
    case CellKind::Date:
        writeDate(row, column, cell);
        return;
    case CellKind::Text:
    case CellKind::Error:
        writeText(row, column, cell.text);
        return;
    }
}

void XlsxFile::writeDate(lxw_row_t row, lxw_col_t column, const Cell& cell)
{
    if (!cell.date.isValid())
        return;
    if (cell.date < firstSerialDay) {
        writeText(row, column, cell.date.toString(Qt::ISODate));
        return;
    }
    const qint64 serial = QDate(1899, 12, 30).daysTo(cell.date);
    worksheet_write_number(m_sheet, row, column, double(serial), m_formats.date);
}

void XlsxFile::writeText(lxw_row_t row, lxw_col_t column, const QString& text)
{
    const bool wrap = text.contains(QLatin1Char('\n')) || displayWidth(text) > widest;
    worksheet_write_string(m_sheet, row, column, utf8(text).constData(), wrap ? m_formats.wrapped : m_formats.text);
}

/// Puts a list on the hidden sheet and gives the formula of its range.
QByteArray XlsxFile::choiceRange(const QStringList& choices)
{
    if (!m_choices) {
        m_choices = addSheet(Text::tr("选项"), m_choicesName);
        worksheet_hide(m_choices);
    }
    for (qsizetype i = 0; i < choices.size(); ++i)
        worksheet_write_string(m_choices, lxw_row_t(i), m_choiceColumns, utf8(choices[i]).constData(), m_formats.text);
    const QByteArray letters = columnLetters(m_choiceColumns++).toLatin1();
    return "='" + m_choicesName + "'!$" + letters + "$1:$" + letters + "$" + QByteArray::number(choices.size());
}

void XlsxFile::offerChoices(int column)
{
    const QStringList& choices = m_data.columns[column].choices;
    if (choices.isEmpty())
        return;
    QByteArray title = utf8(Text::tr("不在选项中"));
    QByteArray message = utf8(Text::tr("请从下拉列表中选择。确认要填别的内容时请选“是”。"));
    const QString joined = choices.join(QLatin1Char(','));
    const bool separable = joined.count(QLatin1Char(',')) == choices.size() - 1;
    QByteArrayList encoded;
    std::vector<char*> pointers;
    for (const QString& choice : choices)
        encoded << utf8(choice);
    for (QByteArray& choice : encoded)
        pointers.push_back(choice.data());
    pointers.push_back(nullptr);
    QByteArray range;
    lxw_data_validation rule{};
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_title = title.data();
    rule.error_message = message.data();
    if (joined.toUtf8().size() <= maxInlineChoices && separable) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = pointers.data();
    } else {
        range = choiceRange(choices);
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
    }
    const auto rows = lxw_row_t(std::max(qsizetype(emptyRows), m_data.rows.size()));
    worksheet_data_validation_range(m_sheet, m_headingRow + 1, lxw_col_t(column),
                                    std::min(m_headingRow + rows, lxw_row_t(maxRows - 1)), lxw_col_t(column), &rule);
}

void XlsxFile::setUpPage()
{
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, paperA4);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, m_headingRow, m_headingRow);
}

void XlsxFile::writeInstructions()
{
    if (m_data.instructions.isEmpty())
        return;
    QByteArray name;
    lxw_worksheet* sheet = addSheet(Text::tr("填写说明"), name);
    worksheet_set_column(sheet, 0, 0, instructionWidth, m_formats.wrapped);
    for (qsizetype i = 0; i < m_data.instructions.size(); ++i)
        worksheet_write_string(sheet, lxw_row_t(i), 0, utf8(m_data.instructions[i]).constData(), m_formats.wrapped);
}

/// What the format itself cannot hold is refused before anything is written.
Result<void> checkFits(const SheetData& sheet)
{
    if (sheet.rows.size() + 2 > maxRows)
        return fail(ErrorKind::Invalid, "too_many_rows",
                    Text::tr("一张工作表最多 %1 行，这里有 %2 行。请缩小导出范围，或导出为 .csv。")
                        .arg(maxRows)
                        .arg(sheet.rows.size()));
    if (sheet.columns.size() > maxColumns)
        return fail(ErrorKind::Invalid, "too_many_columns",
                    Text::tr("一张工作表最多 %1 列。请减少要导出的列。").arg(maxColumns));
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        const auto tooLong = [](const Cell& cell) { return cell.text.size() > maxText; };
        if (std::any_of(sheet.rows[row].cbegin(), sheet.rows[row].cend(), tooLong))
            return fail(ErrorKind::Invalid, "text_too_long",
                        Text::tr("第 %1 条数据有一格文字超过 %2 个字，工作表放不下。请缩短后再导出。")
                            .arg(row + 1)
                            .arg(maxText));
    }
    return {};
}

/// A disk that filled up leaves an archive without directory.
bool isWhole(const QString& scratch)
{
    QuaZip zip(scratch);
    return zip.open(QuaZip::mdUnzip) && zip.getEntriesCount() > 0
           && zip.setCurrentFile(QStringLiteral("xl/workbook.xml"));
}

QString reasonOf(lxw_error error)
{
    switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
        return Text::tr("内存不足");
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
        return Text::tr("不能建立文件");
    default:
        return Text::tr("写入时出错");
    }
}

} // namespace

Result<void> writeXlsx(const QString& path, const SheetData& sheet)
{
    if (auto fits = checkFits(sheet); !fits)
        return fits;
    return replaceFile(path, [&](const QString& scratch) -> Result<void> {
        const XlsxZipBridge bridge;
        XlsxFile file(scratch, sheet);
        file.write();
        const lxw_error error = file.close();
        if (error != LXW_NO_ERROR)
            return fail(cannotWrite(path, reasonOf(error)));
        if (!bridge.wroteAll() || !isWhole(scratch))
            return fail(cannotWrite(path, Text::tr("磁盘空间可能不足")));
        return {};
    });
}

} // namespace chengheng::exchange
