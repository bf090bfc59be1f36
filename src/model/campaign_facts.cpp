// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/campaign_facts.h"

#include "base/lists.h"

namespace chengheng::model {

namespace {

template <class R>
QVector<Record> untyped(const QVector<R>& typed)
{
    QVector<Record> records;
    records.reserve(typed.size());
    for (const R& one : typed)
        records.append(toRecord(one));
    return records;
}

struct TypedBook {
    QVector<Record> (*read)(const CampaignFacts&) = nullptr;
    qsizetype (*count)(const CampaignFacts&) = nullptr;
};

template <auto member>
std::pair<QString, TypedBook> typedBook()
{
    using Book = std::remove_cvref_t<decltype(std::declval<CampaignFacts>().*member)>;
    return {kindOf<typename Book::value_type>().key,
            {[](const CampaignFacts& facts) { return untyped(facts.*member); },
             [](const CampaignFacts& facts) { return (facts.*member).size(); }}};
}

/// The registers that the facts hold as structs.
const QHash<QString, TypedBook>& typedBooks()
{
    using Facts = CampaignFacts;
    static const QHash<QString, TypedBook> books{
        typedBook<&Facts::organisations>(), typedBook<&Facts::seats>(),         typedBook<&Facts::seatHolders>(),
        typedBook<&Facts::units>(),         typedBook<&Facts::stallholders>(),  typedBook<&Facts::commitments>(),
        typedBook<&Facts::instruments>(),   typedBook<&Facts::verifications>(), typedBook<&Facts::inspections>(),
        typedBook<&Facts::problems>(),      typedBook<&Facts::problemSteps>(),  typedBook<&Facts::milestoneFacts>(),
        typedBook<&Facts::attachments>(),   typedBook<&Facts::changes>(),
    };
    return books;
}

} // namespace

void keepReadable(CampaignFacts& facts, Role role)
{
    for (const RecordKind* kind : bookKinds())
        if (!mayRead(role, *kind))
            facts.books.remove(kind->key);
}

void leaveOut(CampaignFacts& facts, const QSet<Uid>& records)
{
    const auto isMeant = [&](const RecordHead& record) { return records.contains(record.uid); };
    removeFrom(facts.seatHolders, isMeant);
    removeFrom(facts.verifications, isMeant);
    removeFrom(facts.commitments, isMeant);
    removeFrom(facts.inspections, isMeant);
    removeFrom(facts.rehearsals, isMeant);
    removeFrom(facts.problems, isMeant);
    removeFrom(facts.problemSteps, isMeant);
    removeFrom(facts.milestoneFacts, isMeant);
    for (QVector<Record>& book : facts.books)
        removeFrom(book, isMeant);
}

void setInspections(CampaignFacts& facts, QVector<Inspection> inspections)
{
    facts.rehearsals.clear();
    for (const Inspection& inspection : std::as_const(inspections))
        if (inspection.kind == InspectionKind::Rehearsal)
            facts.rehearsals.append(inspection);
    inspections.removeIf([](const Inspection& one) { return one.kind == InspectionKind::Rehearsal; });
    facts.inspections = std::move(inspections);
}

QVector<Record> recordsOf(const CampaignFacts& facts, const QString& kindKey)
{
    if (kindKey == kindOf<Campaign>().key)
        return {toRecord(facts.campaign)};
    if (const auto read = typedBooks().value(kindKey).read)
        return read(facts);
    return facts.books.value(kindKey);
}

qsizetype countOf(const CampaignFacts& facts, const QString& kindKey)
{
    if (kindKey == kindOf<Campaign>().key)
        return 1;
    if (const auto count = typedBooks().value(kindKey).count)
        return count(facts);
    return facts.books.value(kindKey).size();
}

} // namespace chengheng::model
