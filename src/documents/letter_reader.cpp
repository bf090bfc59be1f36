// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_package.h"
#include "documents/letter.h"
#include "documents/letter_mark.h"
#include "documents/letter_numbering.h"
#include "documents/letter_styles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LetterReader)
};

constexpr double emuPerPoint = 12700;
constexpr double tallestRow = 600; ///< points that a row may ask for without text

/// What a part's own list says its ids stand for.
using Relations = QHash<QString, QString>;

Relations relationsOf(const DocxPackage& package, const QString& part)
{
    const QString folder = part.section(QLatin1Char('/'), 0, -2);
    const QString list = QStringLiteral("%1/_rels/%2.rels").arg(folder, part.section(QLatin1Char('/'), -1));
    Relations relations;
    pugi::xml_document document;
    if (const QByteArray* bytes = package.find(list))
        parseXml(document, *bytes);
    for (pugi::xml_node relation : document.child("Relationships").children("Relationship")) {
        const QString target = attributeOf(relation, "Target");
        relations.insert(attributeOf(relation, "Id"),
                         target.startsWith(QLatin1Char('/'))
                             ? target.mid(1)
                             : QDir::cleanPath(QString(folder + QLatin1Char('/') + target)));
    }
    return relations;
}

/// The first node of a name anywhere below.
pugi::xml_node below(pugi::xml_node node, const char* name)
{
    return node.find_node([name](pugi::xml_node one) { return is(one, name); });
}

/// Where a run stands among the codes of a field such as PAGE.
struct FieldState {
    enum class Stage { None, Code, Result };

    Stage stage = Stage::None;
    QString code;
};

LetterRun::Field fieldOf(const QString& code)
{
    const QString word = code.trimmed().section(QLatin1Char(' '), 0, 0);
    if (word.compare(QLatin1String("PAGE"), Qt::CaseInsensitive) == 0)
        return LetterRun::Field::Page;
    const bool isCount = word.compare(QLatin1String("NUMPAGES"), Qt::CaseInsensitive) == 0;
    return isCount ? LetterRun::Field::Pages : LetterRun::Field::None;
}

/// Reads what stands in one part: the body, a header or a footer.
class PartReader
{
public:
    PartReader(const DocxPackage& package, const QString& part, const LetterStyles& styles, LetterNumbering& numbering)
        : m_package(package), m_styles(styles), m_numbering(numbering), m_relations(relationsOf(package, part))
    {}

    QVector<LetterBlock> readBlocks(pugi::xml_node parent)
    {
        QVector<LetterBlock> blocks;
        addBlocks(parent, blocks);
        return blocks;
    }

    QVector<LetterParagraph> readParagraphs(pugi::xml_node parent)
    {
        QVector<LetterParagraph> paragraphs;
        for (LetterBlock& block : readBlocks(parent))
            addFlat(std::move(block), paragraphs);
        return paragraphs;
    }

private:
    /// Tables where only paragraphs may stand give theirs.
    static void addFlat(LetterBlock block, QVector<LetterParagraph>& paragraphs)
    {
        if (const auto* table = std::get_if<LetterTable>(&block)) {
            for (const LetterRow& row : table->rows)
                for (const LetterCell& cell : row.cells)
                    paragraphs += cell.paragraphs;
        } else if (auto* paragraph = std::get_if<LetterParagraph>(&block)) {
            paragraphs.append(std::move(*paragraph));
        }
    }

    void addBlocks(pugi::xml_node parent, QVector<LetterBlock>& blocks)
    {
        for (pugi::xml_node child : parent.children()) {
            if (is(child, "w:p"))
                addParagraph(child, blocks);
            else if (is(child, "w:tbl"))
                blocks.append(readTable(child));
            else if (is(child, "w:sdt"))
                addBlocks(child.child("w:sdtContent"), blocks);
            else if (is(child, "w:ins") || is(child, "w:customXml") || is(child, "w:smartTag"))
                addBlocks(child, blocks);
        }
    }

    void addParagraph(pugi::xml_node node, QVector<LetterBlock>& blocks)
    {
        const pugi::xml_node properties = node.child("w:pPr");
        m_look = m_styles.paragraphLook(attributeOf(properties.child("w:pStyle"), "w:val"));
        const QString label = applyProperties(properties);
        LetterParagraph paragraph = m_look.settled();
        if (!label.isEmpty()) {
            paragraph.runs.append(m_look.run);
            paragraph.runs.last().text = label;
        }
        if (const pugi::xml_node mark = properties.child("w:rPr").child("w:sz"))
            paragraph.markPoints = mark.attribute("w:val").as_double() / 2;
        m_field = {};
        const qsizetype before = blocks.size();
        addRuns(node, paragraph, blocks);
        // A break at the end of a paragraph does not leave an empty one overleaf.
        if (blocks.size() == before || !paragraph.runs.isEmpty() || !paragraph.pictures.isEmpty())
            blocks.append(paragraph);
        blocks += std::exchange(m_boxes, {});
        const pugi::xml_node section = properties.child("w:sectPr");
        if (section && attributeOf(section.child("w:type"), "w:val") != QLatin1String("continuous"))
            blocks.append(LetterPageBreak());
    }

    /// What a paragraph says itself goes before what its list says. Returns the number it gets there.
    QString applyProperties(pugi::xml_node properties)
    {
        LetterLook own = m_look;
        own.applyParagraph(properties);
        LetterNumbering::Label label;
        if (!own.list.isEmpty())
            label = m_numbering.next(own.list, own.level);
        m_look.applyParagraph(label.paragraph);
        m_look.applyParagraph(properties);
        return label.text;
    }

    void addRuns(pugi::xml_node node, LetterParagraph& paragraph, QVector<LetterBlock>& blocks)
    {
        for (pugi::xml_node child : node.children()) {
            if (is(child, "w:r"))
                addRun(child, paragraph, blocks);
            else if (is(child, "w:fldSimple"))
                addSimpleField(child, paragraph, blocks);
            else if (!is(child, "w:pPr") && !is(child, "w:del") && !is(child, "w:moveFrom"))
                addRuns(child, paragraph, blocks);
        }
    }

    void addSimpleField(pugi::xml_node node, LetterParagraph& paragraph, QVector<LetterBlock>& blocks)
    {
        const LetterRun::Field field = fieldOf(attributeOf(node, "w:instr"));
        if (field == LetterRun::Field::None) {
            addRuns(node, paragraph, blocks);
            return;
        }
        LetterRun run = lookOf(node.child("w:r"));
        run.field = field;
        paragraph.runs.append(run);
    }

    LetterRun lookOf(pugi::xml_node run) const
    {
        LetterLook look = m_look;
        const pugi::xml_node properties = run.child("w:rPr");
        m_styles.applyCharacterStyle(look, attributeOf(properties.child("w:rStyle"), "w:val"));
        look.applyRun(properties);
        return look.run;
    }

    void addRun(pugi::xml_node node, LetterParagraph& paragraph, QVector<LetterBlock>& blocks)
    {
        const LetterRun look = lookOf(node);
        if (isOn(node.child("w:rPr").child("w:vanish")))
            return;
        for (pugi::xml_node child : node.children()) {
            if (is(child, "w:fldChar"))
                stepField(attributeOf(child, "w:fldCharType"), look, paragraph);
            else if (is(child, "w:instrText"))
                m_field.code += QString::fromUtf8(child.text().get());
            else if (is(child, "w:drawing") || is(child, "w:pict"))
                addDrawing(child, paragraph);
            else if (is(child, "mc:AlternateContent"))
                addDrawing(child.child(child.child("mc:Choice") ? "mc:Choice" : "mc:Fallback"), paragraph);
            else if (is(child, "w:br") && attributeOf(child, "w:type") == QLatin1String("page"))
                breakPage(paragraph, blocks);
            else
                addText(child, look, paragraph);
        }
    }

    void addText(pugi::xml_node child, LetterRun run, LetterParagraph& paragraph) const
    {
        if (is(child, "w:t"))
            run.text = QString::fromUtf8(child.text().get());
        else if (is(child, "w:br") || is(child, "w:cr"))
            run.text = QStringLiteral("\n");
        else if (is(child, "w:tab"))
            run.text = QStringLiteral("\t");
        else if (is(child, "w:noBreakHyphen"))
            run.text = QStringLiteral("-");
        const bool isShown =
            m_field.stage == FieldState::Stage::None
            || (m_field.stage == FieldState::Stage::Result && fieldOf(m_field.code) == LetterRun::Field::None);
        if (!run.text.isEmpty() && isShown)
            paragraph.runs.append(run);
    }

    void stepField(const QString& step, const LetterRun& look, LetterParagraph& paragraph)
    {
        if (step == QLatin1String("begin")) {
            m_field = {FieldState::Stage::Code, {}};
        } else if (step == QLatin1String("separate")) {
            m_field.stage = FieldState::Stage::Result;
        } else {
            LetterRun run = look;
            run.field = fieldOf(m_field.code);
            if (run.field != LetterRun::Field::None)
                paragraph.runs.append(run);
            m_field = {};
        }
    }

    static void breakPage(LetterParagraph& paragraph, QVector<LetterBlock>& blocks)
    {
        if (!paragraph.runs.isEmpty() || !paragraph.pictures.isEmpty())
            blocks.append(paragraph);
        blocks.append(LetterPageBreak());
        paragraph.runs.clear();
        paragraph.pictures.clear();
        paragraph.breaksPage = false;
    }

    /// A picture, or a box whose text is printed below the paragraph it hangs on.
    void addDrawing(pugi::xml_node drawing, LetterParagraph& paragraph)
    {
        addPicture(drawing, paragraph);
        addBoxes(drawing);
    }

    void addBoxes(pugi::xml_node node)
    {
        for (pugi::xml_node child : node.children()) {
            if (!is(child, "w:txbxContent")) {
                addBoxes(child);
                continue;
            }
            PartReader inside(*this);
            inside.m_boxes.clear();
            m_boxes += inside.readBlocks(child);
        }
    }

    void addPicture(pugi::xml_node drawing, LetterParagraph& paragraph) const
    {
        const pugi::xml_node extent = below(drawing, "wp:extent");
        const QString id = attributeOf(below(drawing, "a:blip"), "r:embed");
        const QByteArray* bytes = m_package.find(m_relations.value(id));
        if (!extent || !bytes)
            return;
        const QSizeF size(extent.attribute("cx").as_double() / emuPerPoint,
                          extent.attribute("cy").as_double() / emuPerPoint);
        const QImage image = QImage::fromData(*bytes);
        if (!image.isNull() && !size.isEmpty())
            paragraph.pictures.append({image, size});
    }

    LetterTable readTable(pugi::xml_node node)
    {
        LetterTable table;
        const pugi::xml_node properties = node.child("w:tblPr");
        table.isCentred = attributeOf(properties.child("w:jc"), "w:val") == QLatin1String("center");
        for (pugi::xml_node column : node.child("w:tblGrid").children("w:gridCol"))
            table.columns.append(pointsOf(column, "w:w"));
        addRows(node, table, m_styles.tableRules(properties));
        qsizetype count = table.columns.size();
        for (const LetterRow& row : std::as_const(table.rows)) {
            qsizetype wide = 0;
            for (const LetterCell& cell : row.cells)
                wide += cell.span;
            count = qMax(count, wide);
        }
        while (table.columns.size() < count)
            table.columns.append(table.columns.isEmpty() ? 1 : table.columns.last());
        return table;
    }

    void addRows(pugi::xml_node parent, LetterTable& table, const LetterRules& outer)
    {
        for (pugi::xml_node child : parent.children()) {
            if (is(child, "w:sdt")) {
                addRows(child.child("w:sdtContent"), table, outer);
            } else if (is(child, "w:tr")) {
                LetterRules rules = outer;
                rules.top = table.rows.isEmpty() ? outer.top : outer.across;
                rules.bottom = child.next_sibling("w:tr") ? outer.across : outer.bottom;
                table.rows.append(readRow(child, rules));
            }
        }
    }

    LetterRow readRow(pugi::xml_node node, const LetterRules& rules)
    {
        LetterRow row;
        const pugi::xml_node properties = node.child("w:trPr");
        row.isHeading = isOn(properties.child("w:tblHeader"));
        row.least = qBound(0.0, pointsOf(properties.child("w:trHeight"), "w:val"), tallestRow);
        addCells(node, row, rules);
        return row;
    }

    void addCells(pugi::xml_node parent, LetterRow& row, const LetterRules& outer)
    {
        for (pugi::xml_node child : parent.children()) {
            if (is(child, "w:sdt")) {
                addCells(child.child("w:sdtContent"), row, outer);
            } else if (is(child, "w:tc")) {
                LetterRules rules = outer;
                rules.left = row.cells.isEmpty() ? outer.left : outer.down;
                rules.right = child.next_sibling("w:tc") ? outer.down : outer.right;
                row.cells.append(readCell(child, rules));
            }
        }
    }

    LetterCell readCell(pugi::xml_node node, const LetterRules& rules)
    {
        constexpr int mostColumns = 63; // of a table in Word
        LetterCell cell;
        const pugi::xml_node properties = node.child("w:tcPr");
        cell.rules = rules;
        applyRules(cell.rules, properties.child("w:tcBorders"));
        cell.span = qBound(1, properties.child("w:gridSpan").attribute("w:val").as_int(1), mostColumns);
        const pugi::xml_node merge = properties.child("w:vMerge");
        cell.continuesAbove = merge && attributeOf(merge, "w:val") != QLatin1String("restart");
        cell.isCentred = attributeOf(properties.child("w:vAlign"), "w:val") == QLatin1String("center");
        const QString fill = attributeOf(properties.child("w:shd"), "w:fill").toLower();
        cell.isShaded = !fill.isEmpty() && fill != QLatin1String("auto") && fill != QLatin1String("ffffff");
        cell.paragraphs = readParagraphs(node);
        return cell;
    }

    const DocxPackage& m_package;
    const LetterStyles& m_styles;
    LetterNumbering& m_numbering;
    Relations m_relations;
    LetterLook m_look;
    FieldState m_field;
    QVector<LetterBlock> m_boxes; ///< text of boxes in the paragraph being read
};

QString textOf(const LetterParagraph& paragraph)
{
    QString text;
    for (const LetterRun& run : paragraph.runs)
        text += run.text;
    return text + QLatin1Char('\n');
}

/// All parts of a document that make the letter.
class LetterReader
{
public:
    explicit LetterReader(const DocxPackage& package)
        : m_package(package), m_styleSheet(parse(QStringLiteral("word/styles.xml"))),
          m_styles(m_styleSheet->child("w:styles")), m_lists(parse(QStringLiteral("word/numbering.xml"))),
          m_numbering(m_lists->child("w:numbering")), m_body(parse(QLatin1String(docxBody))),
          m_relations(relationsOf(package, QLatin1String(docxBody)))
    {}

    Letter read()
    {
        const pugi::xml_node body = m_body->child("w:document").child("w:body");
        PartReader reader(m_package, QLatin1String(docxBody), m_styles, m_numbering);
        m_letter.blocks = reader.readBlocks(body);
        const auto settings = parse(QStringLiteral("word/settings.xml"));
        m_letter.hasEvenPages = isOn(settings->child("w:settings").child("w:evenAndOddHeaders"));
        // A section goes on with the headers of the one before it; the page is the last one's.
        readSections(body);
        readEdges();
        m_letter.title = titleOf(m_letter);
        return std::move(m_letter);
    }

private:
    std::shared_ptr<pugi::xml_document> parse(const QString& part) const
    {
        auto document = std::make_shared<pugi::xml_document>();
        if (const QByteArray* bytes = m_package.find(part))
            parseXml(*document, *bytes);
        return document;
    }

    void readSections(pugi::xml_node node)
    {
        for (pugi::xml_node child : node.children()) {
            if (is(child, "w:sectPr"))
                readSection(child);
            else if (!is(child, "w:tbl"))
                readSections(child);
        }
    }

    /// Damaged documents name pages that no printer has.
    static double pageLength(double points) { return qBound(200.0, points, 3000.0); }

    void readSection(pugi::xml_node section)
    {
        if (const pugi::xml_node size = section.child("w:pgSz"))
            m_letter.page = {pageLength(pointsOf(size, "w:w", m_letter.page.width())),
                             pageLength(pointsOf(size, "w:h", m_letter.page.height()))};
        const pugi::xml_node margins = section.child("w:pgMar");
        m_letter.margins = {pointsOf(margins, "w:left", 90), qAbs(pointsOf(margins, "w:top", 72)),
                            pointsOf(margins, "w:right", 90), qAbs(pointsOf(margins, "w:bottom", 72))};
        m_letter.headerDistance = pointsOf(margins, "w:header", 42.5);
        m_letter.footerDistance = pointsOf(margins, "w:footer", 49.6);
        m_hasFirst = isOn(section.child("w:titlePg"));
        for (pugi::xml_node edge : section.children())
            if (is(edge, "w:headerReference") || is(edge, "w:footerReference"))
                m_edges.insert(QString(QString::fromUtf8(edge.name()) + attributeOf(edge, "w:type")),
                               m_relations.value(attributeOf(edge, "r:id")));
    }

    QVector<LetterParagraph> readEdge(const char* name, const char* type)
    {
        const QString part = m_edges.value(QString(QLatin1String(name) + QLatin1String(type)));
        const auto document = parse(part);
        return PartReader(m_package, part, m_styles, m_numbering).readParagraphs(document->document_element());
    }

    void readEdges()
    {
        const auto edge = [this](const char* type) {
            return Letter::Edge{readEdge("w:headerReference", type), readEdge("w:footerReference", type)};
        };
        m_letter.odd = edge("default");
        m_letter.even = edge("even");
        if (!m_hasFirst)
            return;
        m_letter.first = edge("first");
        if (m_edges.value(QStringLiteral("w:headerReferencefirst")) == QLatin1String(markHeader))
            takeMark(m_letter.first->header);
    }

    /// The mark that withMark() put before the header.
    void takeMark(QVector<LetterParagraph>& header)
    {
        if (header.isEmpty() || header.first().pictures.isEmpty())
            return;
        const LetterParagraph paragraph = header.takeFirst();
        m_letter.mark = PaperMark{paragraph.pictures.first().image, textOf(paragraph).trimmed()};
    }

    static QString titleOf(const Letter& letter)
    {
        QString first;
        for (const LetterBlock& block : letter.blocks) {
            const auto* paragraph = std::get_if<LetterParagraph>(&block);
            if (!paragraph)
                continue;
            const QString text = textOf(*paragraph).simplified();
            if (paragraph->style == QLatin1String("Title") && !text.isEmpty())
                return text;
            if (first.isEmpty())
                first = text;
        }
        return first;
    }

    const DocxPackage& m_package;
    std::shared_ptr<pugi::xml_document> m_styleSheet;
    LetterStyles m_styles;
    std::shared_ptr<pugi::xml_document> m_lists;
    LetterNumbering m_numbering;
    std::shared_ptr<pugi::xml_document> m_body;
    Relations m_relations;
    QHash<QString, QString> m_edges; ///< parts by kind and type
    bool m_hasFirst = false;
    Letter m_letter;
};

} // namespace

Result<Letter> readLetter(const QByteArray& docx, const QString& fileName)
{
    const auto package = readDocx(docx, fileName.isEmpty() ? Text::tr("文档") : fileName);
    if (!package)
        return fail(package.error());
    return LetterReader(*package).read();
}

QString plainText(const Letter& letter)
{
    QString text;
    for (const LetterBlock& block : letter.blocks) {
        if (const auto* paragraph = std::get_if<LetterParagraph>(&block))
            text += textOf(*paragraph);
        else if (const auto* table = std::get_if<LetterTable>(&block))
            for (const LetterRow& row : table->rows)
                for (const LetterCell& cell : row.cells)
                    for (const LetterParagraph& inside : cell.paragraphs)
                        text += textOf(inside);
    }
    return text;
}

} // namespace chengheng::documents
