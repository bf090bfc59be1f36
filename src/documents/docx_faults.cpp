// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_faults.h"

#include "base/text.h"
#include "documents/docx_fields.h"
#include "documents/docx_filler.h"
#include "documents/docx_places.h"

#include <QCoreApplication>
#include <QSet>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocxTemplate)
};

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
            return Text::tr("“%1”是清单，不能单独用。请写成“%1.%2”这样的形式。").arg(field.name, counterName());
        const QString nearest = nearestTo(folded);
        return nearest.isEmpty() ? Text::tr("没有“%1”这个字段。请按字段表改正。").arg(field.name)
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
    explicit ListMixing(const MergeFields& known)
    {
        for (const auto& list : known.lists)
            m_known.insert(foldName(list.first));
    }

    /// Empty where the field belongs to the same list as the others beside it.
    QString faultOf(const PlacedParagraph& at, const FoundField& field)
    {
        if (field.kind != FoundField::Kind::Whole || !m_known.contains(foldName(field.list())))
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
    QSet<QString> m_known;
    QHash<size_t, QString> m_lists;
    QSet<size_t> m_told;
};

} // namespace

QVector<TemplateFault> faultsOf(const DocxPackage& package, const MergeFields& known)
{
    const FieldJudge judge(known);
    ListMixing mixing(known);
    QVector<TemplateFault> faults;
    const PlacedParagraphs paragraphs(package);
    for (const PlacedParagraph& at : paragraphs.all())
        for (const FoundField& field : findFields(ParagraphText(at.node).text()))
            for (const QString& why : {judge.faultOf(field), mixing.faultOf(at, field)})
                if (!why.isEmpty())
                    faults.append({at.place, field.name, why});
    return faults;
}

} // namespace chengheng::documents
