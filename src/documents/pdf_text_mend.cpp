// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_text_mend.h"

#include "base/log.h"
#include "documents/photograph.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QRawFont>
#include <QRegularExpression>
#include <QtEndian>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <set>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PdfFile)
};

/// Finds the printed letter behind a letter that shares its glyph.
class PrintedLetters
{
public:
    explicit PrintedLetters(const PrintedText& printed) : m_printed(printed.letters)
    {
        QStringList names = printed.faces.keys();
        names.sort();
        for (const QString& name : std::as_const(names)) {
            Face face{QRawFont::fromFont(printed.faces.value(name)), {}};
            // In order, so that of printed letters sharing a glyph always the same one is named.
            for (const char16_t letter : std::set<char16_t>(m_printed.begin(), m_printed.end()))
                face.letterOf.insert(glyphOf(face.font, letter), letter);
            face.letterOf.remove(0);
            m_faces.append(face);
        }
    }

    char16_t behind(char16_t letter) const
    {
        if (letter < 0x20)
            return u' ';
        if (m_printed.contains(letter))
            return letter;
        for (const Face& face : m_faces)
            if (const char16_t known = face.letterOf.value(glyphOf(face.font, letter), 0))
                return known;
        return letter;
    }

private:
    struct Face {
        QRawFont font;
        QHash<quint32, char16_t> letterOf; ///< by glyph
    };

    static quint32 glyphOf(const QRawFont& font, char16_t letter)
    {
        return font.glyphIndexesForString(QString(QChar(letter))).value(0);
    }

    const QSet<char16_t>& m_printed;
    QVector<Face> m_faces;
};

/// The destinations of one line of a bfrange section, each mended.
QString mendDestinations(const QString& destinations, const PrintedLetters& letters)
{
    static const QRegularExpression code(QStringLiteral("<([0-9A-Fa-f]{4})>"));
    QString mended;
    qsizetype copied = 0;
    auto matches = code.globalMatch(destinations);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const char16_t letter = match.captured(1).toUShort(nullptr, 16);
        mended += destinations.mid(copied, match.capturedStart() - copied);
        mended += QStringLiteral("<%1>").arg(uint(letters.behind(letter)), 4, 16, QLatin1Char('0'));
        copied = match.capturedEnd();
    }
    mended += destinations.mid(copied);
    return mended;
}

std::string mendMap(const QByteArray& map, const PrintedLetters& letters)
{
    static const QRegularExpression range(QStringLiteral("^(<[0-9A-Fa-f]+> <[0-9A-Fa-f]+> )(.*)$"));
    QStringList lines = QString::fromLatin1(map).split(QLatin1Char('\n'));
    bool isInRange = false;
    for (QString& line : lines) {
        if (line.endsWith(QLatin1String("beginbfrange"))) {
            isInRange = true;
        } else if (line.startsWith(QLatin1String("endbfrange"))) {
            isInRange = false;
        } else if (isInRange && !line.startsWith(QLatin1String("<0000> <0000>"))) {
            const auto match = range.match(line);
            if (match.hasMatch())
                line = match.captured(1) + mendDestinations(match.captured(2), letters);
        }
    }
    return lines.join(QLatin1Char('\n')).toStdString();
}

QByteArray bytesOfStream(QPDFObjectHandle stream)
{
    const auto data = stream.getStreamData();
    return QByteArray(reinterpret_cast<const char*>(data->getBuffer()), qsizetype(data->getSize()));
}

/// How many glyphs a font's program holds, by its TrueType table “maxp”; 0 where it has none.
qsizetype glyphCount(QPDFObjectHandle font)
{
    constexpr qsizetype headSize = 12;
    constexpr qsizetype recordSize = 16;
    const QByteArray program =
        bytesOfStream(font.getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor").getKey("/FontFile2"));
    for (qsizetype at = headSize; at + recordSize <= program.size(); at += recordSize) {
        if (program.mid(at, 4) != "maxp")
            continue;
        const qsizetype table = qFromBigEndian<quint32>(program.constData() + at + 8);
        if (table + 6 <= program.size())
            return qFromBigEndian<quint16>(program.constData() + table + 4);
    }
    return 0;
}

/// Glyphs that a map leaves without text; the first is the font's blank for unknown letters.
QVector<qsizetype> unnamedGlyphs(const std::string& map, qsizetype count)
{
    static const QRegularExpression range(QStringLiteral("^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> [<\\[]"),
                                          QRegularExpression::MultilineOption);
    QVector<bool> isNamed(count, false);
    auto ranges = range.globalMatch(QString::fromStdString(map));
    while (ranges.hasNext()) {
        const auto match = ranges.next();
        const qsizetype last = match.captured(2).toInt(nullptr, 16);
        for (qsizetype at = match.captured(1).toInt(nullptr, 16); at <= last && at < count; ++at)
            isNamed[at] = true;
    }
    QVector<qsizetype> unnamed;
    for (qsizetype at = 1; at < count; ++at)
        if (!isNamed.at(at))
            unnamed.append(at);
    return unnamed;
}

/// Names the glyphs of rare letters, which are numbered in the order they were painted. Where the
/// numbers do not tally nothing is named, rather than a wrong letter.
std::string withRareLetters(std::string map, const QVector<char32_t>& letters, const QPDFObjectHandle& font)
{
    constexpr qsizetype longestSection = 100; // of a PDF's map
    if (letters.isEmpty())
        return map;
    const QVector<qsizetype> unnamed = unnamedGlyphs(map, glyphCount(font));
    const size_t end = map.find("endcmap");
    if (unnamed.size() != letters.size() || end == std::string::npos)
        return map;
    QString sections;
    for (qsizetype from = 0; from < letters.size(); from += longestSection) {
        const qsizetype to = qMin(from + longestSection, letters.size());
        sections += QStringLiteral("%1 beginbfchar\n").arg(to - from);
        for (qsizetype i = from; i < to; ++i)
            sections += QStringLiteral("<%1> <%2%3>\n")
                            .arg(unnamed.at(i), 4, 16, QLatin1Char('0'))
                            .arg(uint(QChar::highSurrogate(letters.at(i))), 4, 16, QLatin1Char('0'))
                            .arg(uint(QChar::lowSurrogate(letters.at(i))), 4, 16, QLatin1Char('0'));
        sections += QStringLiteral("endbfchar\n");
    }
    return map.insert(end, sections.toStdString());
}

void mendMaps(QPDF& pdf, const PrintedLetters& letters, const RareLetters& rare)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        if (!stream.isStream())
            continue;
        const QString face = QString::fromStdString(object.getKey("/BaseFont").getName()).mid(1);
        const std::string map = withRareLetters(mendMap(bytesOfStream(stream), letters), rare.ofFace(face), object);
        stream.replaceStreamData(map, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

/// A font subset's six-letter tag as a function of the glyphs in it.
QByteArray subsetTag(const QByteArray& fontProgram)
{
    const QByteArray hash = QCryptographicHash::hash(fontProgram, QCryptographicHash::Sha256);
    QByteArray tag;
    for (int i = 0; i < 6; ++i)
        tag += char('A' + uchar(hash.at(i)) % 26);
    return tag;
}

/// Qt numbers font subsets in the order of a hash with a random seed, and names them after it.
void nameFontSubsets(QPDF& pdf)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/FontName") || !object.hasKey("/FontFile2"))
            continue;
        const std::string name = object.getKey("/FontName").getName();
        const size_t plus = name.find('+');
        if (plus == std::string::npos)
            continue;
        const QByteArray tag = subsetTag(bytesOfStream(object.getKey("/FontFile2")));
        object.replaceKey("/FontName", QPDFObjectHandle::newName("/" + tag.toStdString() + name.substr(plus)));
    }
}

/// Qt writes photographs three times as large as print needs. Grey pictures are codes and stay.
void shrinkPhotographs(QPDF& pdf)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isStream())
            continue;
        QPDFObjectHandle dictionary = object.getDict();
        if (!dictionary.getKey("/Filter").isNameAndEquals("/DCTDecode")
            || !dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceRGB"))
            continue;
        const auto raw = object.getRawStreamData();
        const QByteArray jpeg =
            QByteArray::fromRawData(reinterpret_cast<const char*>(raw->getBuffer()), qsizetype(raw->getSize()));
        const QByteArray small = printableJpeg(QImage::fromData(jpeg, "jpeg"));
        if (!small.isEmpty() && small.size() < jpeg.size())
            object.replaceStreamData(small.toStdString(), QPDFObjectHandle::newName("/DCTDecode"),
                                     QPDFObjectHandle::newNull());
    }
}

void setDates(QPDF& pdf, QDate created)
{
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle info = trailer.getKey("/Info");
    if (!info.isDictionary())
        return;
    const QString date =
        QLatin1String("D:") + created.toString(QStringLiteral("yyyyMMdd")) + QLatin1String("000000+08'00'");
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date.toStdString()));
    info.removeKey("/ModDate");
}

QByteArray bytesOf(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize()));
}

} // namespace

void PrintedText::addFace(const QFont& font)
{
    const QString name = font.families().join(QLatin1Char(',')) + QString::number(font.weight());
    if (!faces.contains(name))
        faces.insert(name, font);
}

Result<QByteArray> mendPdf(const QByteArray& pdf, const PrintedText& printed, QDate created)
{
    try {
        QPDF document;
        document.processMemoryFile("paper", pdf.constData(), size_t(pdf.size()));
        mendMaps(document, PrintedLetters(printed), printed.rare);
        nameFontSubsets(document);
        shrinkPhotographs(document);
        setDates(document, created);
        return bytesOf(document);
    } catch (const std::exception& fault) {
        log::warning(QString::fromUtf8(fault.what()));
        return fail(ErrorKind::Unavailable, "pdf_not_mended",
                    Text::tr("PDF 没有生成。请重试；仍不成功时请导出诊断文件，交给维护人员。"));
    }
}

} // namespace chengheng::documents
