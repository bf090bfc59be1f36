// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_text_mend.h"

#include "documents/page_layout.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QRawFont>
#include <QRegularExpression>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <set>

namespace chengheng::documents {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PdfFile)
};

/// Finds the printed letter behind a letter that shares its glyph.
class PrintedLetters
{
public:
    explicit PrintedLetters(const QSet<char16_t>& printed) : m_printed(printed)
    {
        for (const bool isBold : {false, true}) {
            Face face{QRawFont::fromFont(printedFont(10, isBold)), {}};
            // In order, so that of printed letters sharing a glyph always the same one is named.
            for (const char16_t letter : std::set<char16_t>(printed.begin(), printed.end()))
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
    struct Face
    {
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

void mendMaps(QPDF& pdf, const PrintedLetters& letters)
{
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        if (!stream.isStream())
            continue;
        stream.replaceStreamData(mendMap(bytesOfStream(stream), letters),
                                 QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
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
        object.replaceKey("/FontName", QPDFObjectHandle::newName("/" + tag.toStdString() +
                                                                 name.substr(plus)));
    }
}

void setDates(QPDF& pdf, QDate created)
{
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle info = trailer.getKey("/Info");
    if (!info.isDictionary())
        return;
    const QString date = QLatin1String("D:") + created.toString(QStringLiteral("yyyyMMdd")) +
                         QLatin1String("000000+08'00'");
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

Result<QByteArray> mendPdf(const QByteArray& pdf, const QSet<char16_t>& printed, QDate created)
{
    try {
        QPDF document;
        document.processMemoryFile("paper", pdf.constData(), size_t(pdf.size()));
        mendMaps(document, PrintedLetters(printed));
        nameFontSubsets(document);
        setDates(document, created);
        return bytesOf(document);
    } catch (const std::exception& fault) {
        return fail(ErrorKind::Unavailable, "pdf_not_mended",
                    Text::tr("PDF 没有生成（%1）。请重试；仍不成功时请把这句话告诉程序的维护人员。")
                        .arg(QString::fromUtf8(fault.what())));
    }
}

} // namespace chengheng::documents
