// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_filler.h"

#include "base/text.h"
#include "documents/docx_fields.h"

#include <QCoreApplication>

#include <optional>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocxTemplate)
};

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
    struct Scope {
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

QString counterName()
{
    return Text::tr("序号");
}

void fillFields(pugi::xml_node node, const MergeData& data)
{
    Filler(data).fill(node);
}

} // namespace chengheng::documents
