// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_catalogue.h"

#include "base/json.h"
#include "model/paper_records.h"
#include "rules/summary.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PacketCatalogue)
};

const QHash<QString, PacketPart>& ownParts()
{
    static const QHash<QString, PacketPart> parts{{QStringLiteral("cover"), PacketPart::Cover},
                                                  {QStringLiteral("gaps"), PacketPart::Gaps},
                                                  {QStringLiteral("organisation"), PacketPart::Organisation},
                                                  {QStringLiteral("schedule"), PacketPart::Schedule},
                                                  {QStringLiteral("roster"), PacketPart::Roster},
                                                  {QStringLiteral("sheets"), PacketPart::Sheets},
                                                  {QStringLiteral("ledger"), PacketPart::Ledger},
                                                  {QStringLiteral("problems"), PacketPart::Problems},
                                                  {QStringLiteral("unit_folders"), PacketPart::UnitFolders},
                                                  {QStringLiteral("photographs"), PacketPart::Photographs}};
    return parts;
}

void checkRegister(JsonReader& item, const char* key, const QString& kind)
{
    if (!kind.isEmpty() && !model::findKind(kind))
        item.fault(key, Text::tr("没有名为“%1”的登记簿").arg(kind));
}

void checkField(JsonReader& item, const char* key, const model::RecordKind& kind, const QString& field)
{
    if (!field.isEmpty() && !kind.field(field))
        item.fault(key, Text::tr("登记簿“%1”没有名为“%2”的栏").arg(kind.title, field));
}

void readRegister(JsonReader& item, RequiredPaper& paper)
{
    paper.part = PacketPart::Register;
    paper.source = item.text("register");
    paper.fields = item.texts("fields");
    paper.filled = item.texts("filled");
    paper.countBy = item.optionalText("count_by");
    const model::RecordKind* kind = model::findKind(paper.source);
    if (!kind) {
        checkRegister(item, "register", paper.source);
        return;
    }
    for (const QString& field : std::as_const(paper.fields))
        checkField(item, "fields", *kind, field);
    for (const QString& field : std::as_const(paper.filled))
        checkField(item, "filled", *kind, field);
    checkField(item, "count_by", *kind, paper.countBy);
    if (kind->isConfidential && paper.countBy.isEmpty())
        item.fault("register", Text::tr("“%1”只供推进办公室查阅，验收材料里只能写数目（count_by）").arg(kind->title));
    if (paper.countBy.isEmpty())
        paper.table = paper.source;
    paper.page = paper.source;
    if (!item.has("needs"))
        paper.needs = QStringList{paper.source};
}

void readSummary(JsonReader& item, RequiredPaper& paper)
{
    paper.part = PacketPart::Summary;
    paper.source = item.text("summary");
    paper.isOwing = item.flag("owing", false);
    paper.page = paper.source;
    if (!rules::findSummary(paper.source))
        item.fault("summary", Text::tr("没有名为“%1”的汇总").arg(paper.source));
}

void readScans(JsonReader& item, RequiredPaper& paper)
{
    paper.part = PacketPart::Scans;
    paper.scansOf = item.texts("scans");
    paper.signedPapers = item.texts("signed");
    paper.isOwing = item.flag("owing", false);
    paper.page = model::kindOf<model::IssuedPaper>().key;
    for (const QString& key : std::as_const(paper.scansOf)) {
        checkRegister(item, "scans", key);
        if (const model::RecordKind* kind = model::findKind(key); kind && kind->isConfidential)
            item.fault("scans", Text::tr("“%1”只供推进办公室查阅，其附件不能进验收材料").arg(kind->title));
    }
}

void readOwn(JsonReader& item, RequiredPaper& paper)
{
    const QString own = item.text("own");
    const auto part = ownParts().constFind(own);
    if (part == ownParts().cend())
        item.fault("own", Text::tr("没有名为“%1”的材料").arg(own));
    else
        paper.part = *part;
    paper.table = item.optionalText("table");
    checkRegister(item, "table", paper.table);
}

RequiredPaper readPaper(JsonReader& item)
{
    RequiredPaper paper;
    paper.id = item.text("id");
    paper.title = item.text("title");
    paper.chapter = item.text("part");
    paper.needs = item.texts("needs");
    paper.clauses = item.texts("clauses");
    if (item.has("register"))
        readRegister(item, paper);
    else if (item.has("summary"))
        readSummary(item, paper);
    else if (item.has("scans") || item.has("signed"))
        readScans(item, paper);
    else
        readOwn(item, paper);
    if (item.has("page"))
        paper.page = item.text("page");
    for (const QString& need : std::as_const(paper.needs))
        checkRegister(item, "needs", need);
    return paper;
}

/// The cover lists the others' pages, so it must come first, and once.
void checkParts(JsonReader& reader, const PacketCatalogue& catalogue)
{
    QSet<QString> ids;
    QSet<PacketPart> once;
    for (const RequiredPaper& paper : catalogue.papers) {
        const bool isOwn = !ownParts().key(paper.part).isEmpty();
        if (ids.contains(paper.id) || (isOwn && once.contains(paper.part)))
            reader.fault("papers", Text::tr("“%1”写了两次").arg(paper.id));
        ids.insert(paper.id);
        once.insert(paper.part);
    }
    if (catalogue.papers.isEmpty() || catalogue.papers.first().part != PacketPart::Cover)
        reader.fault("papers", Text::tr("第一份材料必须是封面（own: cover）"));
}

} // namespace

QString PacketCatalogue::titleOf(PacketPart part) const
{
    for (const RequiredPaper& paper : papers)
        if (paper.part == part)
            return paper.title;
    return {};
}

Result<PacketCatalogue> parsePacketCatalogue(const QByteArray& bytes, const QString& fileName)
{
    const auto json = parseJsonObject(bytes, fileName);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json, fileName);
    PacketCatalogue catalogue;
    constexpr int longest = 3650;
    catalogue.staleAfterDays = int(reader.integer("stale_after_days", 1, longest));
    reader.each("papers", [&catalogue](JsonReader& item) {
        RequiredPaper paper = readPaper(item);
        paper.stem = QStringLiteral("%1-%2").arg(catalogue.papers.size() + 1, 2, 10, QLatin1Char('0')).arg(paper.title);
        catalogue.papers.append(paper);
    });
    checkParts(reader, catalogue);
    if (reader.error())
        return fail(*reader.error());
    return catalogue;
}

QVector<model::Record> recordsFor(const RequiredPaper& paper, const model::CampaignFacts& facts, const QString& kindKey)
{
    QVector<model::Record> records = model::recordsOf(facts, kindKey);
    if (const model::RecordKind* kind = model::findKind(kindKey))
        records.removeIf([kind](const model::Record& record) { return !kind->isReleased(record); });
    if (kindKey == paper.source && !paper.filled.isEmpty())
        records.removeIf([&paper](const model::Record& record) {
            return std::any_of(paper.filled.begin(), paper.filled.end(),
                               [&record](const QString& field) { return model::isEmpty(record.value(field)); });
        });
    return records;
}

} // namespace chengheng::documents
