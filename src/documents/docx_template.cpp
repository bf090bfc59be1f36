// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_template.h"

#include "base/text.h"
#include "documents/docx_fields.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace chengheng::documents {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DocxTemplate)
};

QString counterName() { return Text::tr("序号"); }

bool isFilled(const QString& part)
{
    static const QRegularExpression name(
        QStringLiteral("^word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml$"));
    return name.match(part).hasMatch();
}

// Where something stands

/// A paragraph, its row where it stands in a table, and how a clerk finds it.
struct PlacedParagraph
{
    pugi::xml_node node;
    pugi::xml_node row;
    QString place;
};

class Placer
{
public:
    explicit Placer(const QString& part) : m_part(partName(part)) {}

    void walk(pugi::xml_node node, pugi::xml_node row = {}, const QString& inTable = {})
    {
        for (pugi::xml_node child : node.children()) {
            if (is(child, "w:tbl") && inTable.isEmpty()) {
                ++m_tables;
                m_rows = 0;
                walk(child, {}, Text::tr("表格 %1").arg(m_tables));
            } else if (is(child, "w:tr")) {
                walk(child, child, row ? inTable : Text::tr("%1 第 %2 行").arg(inTable).arg(++m_rows));
            } else if (is(child, "w:p")) {
                const bool isBoxed = isInBox(child);
                if (inTable.isEmpty() && !isBoxed)
                    ++m_paragraphs;
                found.append({child, row, placeOf(inTable)});
                walk(child, row, inTable);
            } else {
                walk(child, row, inTable);
            }
        }
    }

    QVector<PlacedParagraph> found;

private:
    static QString partName(const QString& part)
    {
        if (part.contains(QLatin1String("header")))
            return Text::tr("页眉");
        if (part.contains(QLatin1String("footer")))
            return Text::tr("页脚");
        return part == QLatin1String(docxBody) ? QString() : Text::tr("脚注");
    }
    static bool isInBox(pugi::xml_node paragraph)
    {
        return is(paragraph.parent(), "w:txbxContent");
    }
    QString placeOf(const QString& inTable) const
    {
        if (!m_part.isEmpty())
            return inTable.isEmpty() ? m_part : QString(m_part + inTable);
        return inTable.isEmpty() ? Text::tr("第 %1 段").arg(m_paragraphs) : inTable;
    }

    QString m_part;
    int m_tables = 0;
    int m_rows = 0;
    int m_paragraphs = 0;
};

/// Calls `visit` with each part that is filled, in their order.
void eachPart(const DocxPackage& package,
              const std::function<void(const QString&, pugi::xml_document&)>& visit)
{
    for (const DocxPackage::Part& part : package.parts) {
        pugi::xml_document document;
        if (isFilled(part.name) && parseXml(document, part.bytes) == XmlFault::None)
            visit(part.name, document);
    }
}

QVector<PlacedParagraph> placedParagraphs(const DocxPackage& package,
                                          QVector<std::shared_ptr<pugi::xml_document>>& documents)
{
    QVector<PlacedParagraph> all;
    for (const DocxPackage::Part& part : package.parts) {
        auto document = std::make_shared<pugi::xml_document>();
        if (!isFilled(part.name) || parseXml(*document, part.bytes) != XmlFault::None)
            continue;
        documents.append(document);
        Placer placer(part.name);
        placer.walk(*document);
        // The body is what a clerk sees first; headers may be stored before it.
        if (part.name == QLatin1String(docxBody))
            all = placer.found + all;
        else
            all += placer.found;
    }
    return all;
}

// What is wrong

/// Judges the fields of a template by the names that are known.
class FieldJudge
{
public:
    explicit FieldJudge(const MergeFields& known)
    {
        for (const MergeField& field : known.values)
            add(field.name);
        for (const auto& [list, fields] : known.lists) {
            m_lists.insert(foldName(list));
            add(list + QLatin1Char('.') + counterName());
            for (const MergeField& field : fields)
                add(list + QLatin1Char('.') + field.name);
        }
    }

    /// Empty where all is well.
    QString faultOf(const FoundField& field) const
    {
        switch (field.kind) {
        case FoundField::Kind::NotClosed:
            return Text::tr("“{{”后面没有配对的“}}”。请补上，或删去“{{”。");
        case FoundField::Kind::NotOpened:
            return Text::tr("“}}”前面没有配对的“{{”。请补上，或删去“}}”。");
        case FoundField::Kind::Whole:
            break;
        }
        const QString folded = foldName(field.name);
        if (folded.isEmpty())
            return Text::tr("“{{”和“}}”之间没有字段名。请填上字段名，或删去。");
        if (m_folded.contains(folded))
            return {};
        if (m_lists.contains(folded))
            return Text::tr("“%1”是清单，不能单独用。请写成“%1.%2”这样的形式。")
                .arg(field.name, counterName());
        const QString nearest = nearestTo(folded);
        return nearest.isEmpty()
                   ? Text::tr("没有“%1”这个字段。请按字段表改正。").arg(field.name)
                   : Text::tr("没有“%1”这个字段，是不是“%2”？请改正。").arg(field.name, nearest);
    }

private:
    void add(const QString& name)
    {
        m_names.append(name);
        m_folded.insert(foldName(name));
    }

    QString nearestTo(const QString& folded) const
    {
        QString nearest;
        qsizetype least = qMax<qsizetype>(1, folded.size() / 2) + 1;
        for (const QString& name : m_names) {
            const int distance = editDistance(folded, foldName(name));
            if (distance >= least)
                continue;
            least = distance;
            nearest = name;
        }
        return nearest;
    }

    QStringList m_names;
    QSet<QString> m_folded;
    QSet<QString> m_lists;
};

/// Says once of each row or paragraph that it names a second list.
class ListMixing
{
public:
    /// Empty where the field belongs to the same list as the others beside it.
    QString faultOf(const PlacedParagraph& at, const FoundField& field)
    {
        if (field.kind != FoundField::Kind::Whole || field.list().isEmpty())
            return {};
        const size_t place = (at.row ? at.row : at.node).hash_value();
        QString& list = m_lists[place];
        if (list.isEmpty())
            list = field.list();
        if (foldName(list) == foldName(field.list()) || m_told.contains(place))
            return {};
        m_told.insert(place);
        return Text::tr("这里同时用了清单“%1”和“%2”，一行只能重复一个清单。请分成两行或两个表格。")
            .arg(list, field.list());
    }

private:
    QHash<size_t, QString> m_lists;
    QSet<size_t> m_told;
};

// Filling

/// Values under folded names.
using Values = QHash<QString, QString>;

Values folded(const QHash<QString, QString>& values)
{
    Values names;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        names.insert(foldName(value.key()), value.value());
    return names;
}

class Filler
{
public:
    explicit Filler(const MergeData& data) : m_values(folded(data.values))
    {
        for (auto list = data.lists.cbegin(); list != data.lists.cend(); ++list) {
            QVector<Values>& entries = m_lists[foldName(list.key())];
            for (const auto& entry : list.value())
                entries.append(folded(entry));
        }
    }

    void fill(pugi::xml_node node) { fillChildren(node, false); }

private:
    /// The entry that a repeated row or paragraph is filled with.
    struct Scope
    {
        QString list;
        const Values* entry = nullptr;
        int number = 0;
    };

    void fillChildren(pugi::xml_node node, bool isInRow)
    {
        pugi::xml_node child = node.first_child();
        while (child) {
            const pugi::xml_node next = child.next_sibling();
            const bool isRow = is(child, "w:tr");
            const bool isUnit = isRow || (is(child, "w:p") && !isInRow && !m_scope.entry);
            const QString list = isUnit ? listOf(child) : QString();
            if (!list.isEmpty()) {
                repeat(child, list);
            } else {
                if (is(child, "w:p"))
                    fillParagraph(child);
                fillChildren(child, isInRow || isRow);
            }
            child = next;
        }
    }

    /// The list a row or paragraph is repeated for, empty for none.
    QString listOf(pugi::xml_node unit) const
    {
        QVector<pugi::xml_node> paragraphs{unit};
        if (is(unit, "w:tr"))
            paragraphs = paragraphsIn(unit, false);
        for (const pugi::xml_node& paragraph : std::as_const(paragraphs))
            for (const FoundField& field : findFields(ParagraphText(paragraph).text()))
                if (const QString list = foldName(field.list()); m_lists.contains(list))
                    return list;
        return {};
    }

    void repeat(pugi::xml_node unit, const QString& list)
    {
        pugi::xml_node parent = unit.parent();
        const QVector<Values>& entries = *m_lists.constFind(list);
        for (int i = 0; i < entries.size(); ++i) {
            pugi::xml_node copy = parent.insert_copy_before(unit, unit);
            if (i > 0)
                dropMarks(copy);
            const Scope outer = std::exchange(m_scope, Scope{list, &entries.at(i), i + 1});
            if (is(copy, "w:p"))
                fillParagraph(copy);
            fillChildren(copy, is(copy, "w:tr"));
            m_scope = outer;
        }
        if (entries.isEmpty())
            sayNothing(unit);
        else
            parent.remove_child(unit);
    }

    /// Names that a document may hold only once.
    static void dropMarks(pugi::xml_node node)
    {
        node.remove_attribute("w14:paraId");
        node.remove_attribute("w14:textId");
        pugi::xml_node child = node.first_child();
        while (child) {
            const pugi::xml_node next = child.next_sibling();
            if (is(child, "w:bookmarkStart") || is(child, "w:bookmarkEnd"))
                node.remove_child(child);
            else
                dropMarks(child);
            child = next;
        }
    }

    static void sayNothing(pugi::xml_node unit)
    {
        QVector<pugi::xml_node> paragraphs{unit};
        if (is(unit, "w:tr"))
            paragraphs = paragraphsIn(unit);
        for (qsizetype i = 0; i < paragraphs.size(); ++i) {
            ParagraphText text(paragraphs.at(i));
            text.setAll(i == 0 ? Text::tr("（无）") : QString());
            text.write();
        }
    }

    void fillParagraph(pugi::xml_node paragraph) const
    {
        ParagraphText text(paragraph);
        const QVector<FoundField> fields = findFields(text.text());
        if (fields.isEmpty())
            return;
        for (auto field = fields.crbegin(); field != fields.crend(); ++field)
            if (const auto value = valueOf(*field))
                text.replace(field->from, field->length, *value);
        text.write();
    }

    std::optional<QString> valueOf(const FoundField& field) const
    {
        if (field.kind != FoundField::Kind::Whole)
            return std::nullopt;
        if (const auto value = m_values.constFind(foldName(field.name)); value != m_values.cend())
            return *value;
        if (!m_scope.entry || foldName(field.list()) != m_scope.list)
            return std::nullopt;
        const QString member = foldName(field.member());
        if (member == foldName(counterName()))
            return QString::number(m_scope.number);
        const auto value = m_scope.entry->constFind(member);
        return value == m_scope.entry->cend() ? std::nullopt : std::optional(*value);
    }

    Values m_values;
    QHash<QString, QVector<Values>> m_lists;
    Scope m_scope;
};

} // namespace

Result<DocxTemplate> DocxTemplate::read(const QByteArray& bytes, const QString& name)
{
    auto package = readDocx(bytes, name);
    if (!package)
        return fail(package.error());
    return DocxTemplate(std::move(*package));
}

QVector<TemplateFault> DocxTemplate::faults(const MergeFields& known) const
{
    const FieldJudge judge(known);
    ListMixing mixing;
    QVector<TemplateFault> faults;
    QVector<std::shared_ptr<pugi::xml_document>> documents;
    for (const PlacedParagraph& at : placedParagraphs(m_package, documents)) {
        for (const FoundField& field : findFields(ParagraphText(at.node).text())) {
            for (const QString& why : {judge.faultOf(field), mixing.faultOf(at, field)})
                if (!why.isEmpty())
                    faults.append({at.place, field.name, why});
        }
    }
    return faults;
}

QStringList DocxTemplate::fields() const
{
    QStringList names;
    QVector<std::shared_ptr<pugi::xml_document>> documents;
    for (const PlacedParagraph& at : placedParagraphs(m_package, documents))
        for (const FoundField& field : findFields(ParagraphText(at.node).text()))
            if (field.kind == FoundField::Kind::Whole && !names.contains(field.name))
                names.append(field.name);
    return names;
}

QByteArray DocxTemplate::fill(const MergeData& data) const
{
    DocxPackage filled = m_package;
    Filler filler(data);
    eachPart(m_package, [&](const QString& name, pugi::xml_document& document) {
        filler.fill(document);
        filled.set(name, bytesOf(document));
    });
    return writeDocx(filled);
}

} // namespace chengheng::documents
