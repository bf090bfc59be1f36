// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_papers.h"
#include "documents/photograph.h"
#include "documents/photograph_paper.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

/// Finds whom a record's photographs are filed under: the unit it is about, else the record it belongs to.
class Owners
{
public:
    explicit Owners(const model::CampaignFacts& facts) : m_facts(facts) {}

    /// Null for a record that is not (yet) there on the day.
    model::Record of(const QString& kindKey, const Uid& uid)
    {
        const model::Record record = find(kindKey, uid);
        if (!record.kind)
            return record;
        const model::Field* unit = record.kind->field(QStringLiteral("unit"));
        if (unit && unit->refers == unitKey && !model::isEmpty(record.value(unit->key)))
            return find(unitKey, Uid(model::textOf(record.value(unit->key))));
        const model::Field* parent = record.kind->field(record.kind->parentField);
        return parent ? of(parent->refers, Uid(model::textOf(record.value(parent->key)))) : record;
    }

private:
    model::Record find(const QString& kindKey, const Uid& uid)
    {
        if (!m_known.contains(kindKey))
            for (const model::Record& record : model::recordsOf(m_facts, kindKey))
                m_known[kindKey].insert(record.uid, record);
        return m_known[kindKey].value(uid);
    }

    const QString unitKey = model::kindOf<model::Unit>().key;
    const model::CampaignFacts& m_facts;
    QHash<QString, QHash<Uid, model::Record>> m_known;
};

/// The photographs of one unit, meeting or training.
struct Group {
    model::Record owner;
    QVector<PrintedPhotograph> photographs;
};

/// Units first, then the registers in their order; within one as its records stand.
QVector<Group> groupsOf(const PacketInput& input)
{
    QHash<Uid, Group> byOwner;
    Owners owners(input.facts);
    for (const model::Attachment& one : photographsIn(input)) {
        const model::Record owner = owners.of(one.subjectKind, one.subject);
        if (!owner.kind)
            continue;
        Group& group = byOwner[owner.uid];
        group.owner = owner;
        group.photographs.append({input.pictures.value(one.sha256), captionWithItem(one.item, one.caption), one.takenOn,
                                  one.takenAt, one.sha256});
    }
    QVector<Group> groups;
    const auto take = [&](const model::RecordKind& kind) {
        for (const model::Record& record : model::recordsOf(input.facts, kind.key))
            if (byOwner.contains(record.uid))
                groups.append(byOwner.take(record.uid));
    };
    take(model::kindOf<model::Unit>());
    for (const model::RecordKind* kind : model::allKinds())
        if (!byOwner.isEmpty())
            take(*kind);
    return groups;
}

} // namespace

QVector<model::Attachment> photographsIn(const PacketInput& input)
{
    QVector<model::Attachment> photographs;
    for (const model::Attachment& one : input.facts.attachments) {
        const model::RecordKind* subject = model::findKind(one.subjectKind);
        const bool isLater = one.takenOn.isValid() && one.takenOn > input.day;
        if (isPhotograph(one) && !isLater && subject
            && !subject->isConfidential) // what shows a volunteer stays in the office
            photographs.append(one);
    }
    std::sort(photographs.begin(), photographs.end(), [](const model::Attachment& a, const model::Attachment& b) {
        return std::tie(a.subjectKind, a.subject, a.item, a.uid) < std::tie(b.subjectKind, b.subject, b.item, b.uid);
    });
    return photographs;
}

QVector<Paper> photographPapers(const PacketInput& input)
{
    QVector<Paper> papers;
    for (const Group& group : groupsOf(input)) {
        const QString subject = Text::tr("%1：%2").arg(group.owner.kind->title, group.owner.name());
        papers.append(photographPaper(blankPaper(input, {}).campaign, subject, group.photographs, input.day));
    }
    if (papers.isEmpty()) {
        papers.append(blankPaper(input, input.catalogue.titleOf(PacketPart::Photographs)));
        papers.last().blocks.append(Paragraph{Text::tr("还没有照片。")});
    }
    return papers;
}

} // namespace chengheng::documents
