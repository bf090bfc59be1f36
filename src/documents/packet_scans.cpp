// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_scans.h"

#include "base/dates.h"
#include "documents/packet_papers.h"
#include "model/paper_records.h"
#include "model/publicity_records.h"
#include "rules/paper_standing.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

bool isPdf(const model::Attachment& file)
{
    return file.mediaType == QLatin1String("application/pdf");
}

/// Finds the PDFs of one paper; unreadable ones among them.
class Finder
{
public:
    Finder(const PacketInput& input, const RequiredPaper& paper) : m_input(input), m_paper(paper)
    {
        for (const model::Attachment& file : input.facts.attachments)
            if (isPdf(file) && (!file.takenOn.isValid() || file.takenOn <= input.day))
                m_files[file.subject].append(file);
        for (auto files = m_files.begin(); files != m_files.end(); ++files)
            std::sort(files->begin(), files->end(), [](const auto& a, const auto& b) { return a.uid < b.uid; });
    }

    QVector<PacketScan> find()
    {
        for (const QString& kind : m_paper.scansOf)
            addRegister(kind);
        if (!m_paper.signedPapers.isEmpty())
            addIssued();
        return std::move(m_found);
    }

private:
    void add(PacketScan scan)
    {
        const bool isThere = std::any_of(m_found.begin(), m_found.end(),
                                         [&](const PacketScan& one) { return one.file.sha256 == scan.file.sha256; });
        scan.pages = m_input.scanPages.value(scan.file.sha256, 1);
        if (!isThere)
            m_found.append(std::move(scan));
    }

    QString unitName(const Uid& uid) const
    {
        for (const model::Unit& unit : m_input.facts.units)
            if (unit.uid == uid)
                return unit.name;
        return {};
    }

    /// Whose it is: the unit's, else the record's own name.
    QString titleOf(const model::Record& record) const
    {
        const QString unit = unitName(Uid(model::textOf(record.value(QStringLiteral("unit")))));
        return QStringLiteral("%1：%2").arg(record.kind->title, unit.isEmpty() ? record.name() : unit);
    }

    void addRegister(const QString& kind)
    {
        if (m_files.isEmpty())
            return;
        QSet<Uid> keptBack;
        for (const auto& attendance : rules::bookOf<model::ActivityAttendance>(m_input.facts))
            if (attendance.group == model::AttendeeGroup::Supervisor)
                keptBack.insert(attendance.activity);
        for (const model::Record& record : recordsFor(m_paper, m_input.facts, kind))
            if (!keptBack.contains(record.uid))
                for (const model::Attachment& file : m_files.value(record.uid))
                    add({file, titleOf(record), model::dateOf(record.value(record.kind->sinceField))});
    }

    /// The last scan of each paper, else its PDF.
    void addIssued()
    {
        const auto steps = rules::stepsByPaper(m_input.facts);
        auto papers = rules::bookOf<model::IssuedPaper>(m_input.facts);
        std::sort(papers.begin(), papers.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        for (const model::IssuedPaper& paper : std::as_const(papers)) {
            const auto files = m_files.value(paper.uid);
            const bool isVoid =
                rules::paperStanding(paper, steps.value(paper.uid), m_input.day).state == rules::PaperState::Voided;
            if (isVoid || files.isEmpty() || !m_paper.signedPapers.contains(paper.paperKind))
                continue;
            const bool isSigned = files.last().sha256 != paper.sha256;
            const QString whose = unitName(paper.unit);
            const QString title = whose.isEmpty() ? paper.title : Text::tr("%1：%2").arg(paper.paperKind, whose);
            add({files.last(), Text::tr("%1（%2）").arg(title, paper.number), paper.madeOn, isSigned});
        }
    }

    const PacketInput& m_input;
    const RequiredPaper& m_paper;
    QHash<Uid, QVector<model::Attachment>> m_files; ///< by record, the last to come last
    QVector<PacketScan> m_found;
};

constexpr qsizetype namesTold = 5;

/// Units whose signed letter is only known from the record: neither scanned nor photographed.
void addUnprovenLetters(QVector<PaperGap>& gaps, const PacketInput& input, const RequiredPaper& paper)
{
    QSet<Uid> proven;
    for (const model::Attachment& file : input.facts.attachments)
        proven.insert(file.subject);
    QSet<Uid> unitsProven;
    for (const auto& issued : rules::bookOf<model::IssuedPaper>(input.facts))
        if (paper.signedPapers.contains(issued.paperKind) && proven.contains(issued.uid))
            unitsProven.insert(issued.unit);
    QSet<Uid> unitsSigned;
    for (const model::Commitment& letter : input.facts.commitments) {
        unitsSigned.insert(letter.unit);
        if (proven.contains(letter.uid))
            unitsProven.insert(letter.unit);
    }
    QStringList names;
    for (const model::Unit* unit : participants(input.facts))
        if (unitsSigned.contains(unit->uid) && !unitsProven.contains(unit->uid))
            names << unit->name;
    if (names.isEmpty())
        return;
    const QString told =
        names.mid(0, namesTold).join(QStringLiteral("、")) + (names.size() > namesTold ? Text::tr("等") : QString());
    gaps.append({paper.title, GapState::Missing,
                 Text::tr("登记为已签订的承诺书中有 %1 份没有扫描件或照片：%2。").arg(names.size()).arg(told), paper.id,
                 model::kindOf<model::Commitment>().key});
}

} // namespace

QVector<PacketScan> scansFor(const PacketInput& input, const RequiredPaper& paper)
{
    QVector<PacketScan> scans = Finder(input, paper).find();
    scans.removeIf([](const PacketScan& scan) { return scan.pages == 0; });
    return scans;
}

QVector<model::Attachment> scansIn(const PacketInput& input)
{
    QVector<model::Attachment> files;
    for (const RequiredPaper& paper : input.catalogue.papers)
        if (paper.part == PacketPart::Scans)
            for (const PacketScan& scan : Finder(input, paper).find())
                files.append(scan.file);
    return files;
}

Paper scanIndex(const PacketInput& input, const RequiredPaper& paper, const QVector<PacketScan>& scans)
{
    Paper index = blankPaper(input, paper.title);
    TableBlock table{{{Text::tr("序号"), 0.6, Alignment::Right},
                      {Text::tr("文件"), 5},
                      {Text::tr("日期"), 1.6},
                      {Text::tr("情况"), 1.6},
                      {Text::tr("页数"), 0.8, Alignment::Right},
                      {Text::tr("页码"), 0.8, Alignment::Right}},
                     {}};
    for (const PacketScan& scan : scans)
        table.rows.append({QString::number(table.rows.size() + 1), scan.title, paperDate(scan.on),
                           scan.isSigned ? Text::tr("扫描件") : Text::tr("未盖章"), QString::number(scan.pages),
                           QString()});
    index.blocks.append(table);
    return index;
}

void addScanGaps(QVector<PaperGap>& gaps, const PacketInput& input, const RequiredPaper& paper)
{
    const QVector<PacketScan> scans = Finder(input, paper).find();
    if (scans.isEmpty() && paper.isOwing)
        gaps.append(
            {paper.title, GapState::Missing, Text::tr("还没有扫描归档的%1。").arg(paper.title), paper.id, paper.page});
    for (const PacketScan& scan : scans) {
        const auto add = [&](const QString& why) {
            gaps.append({paper.title, GapState::Missing, why.arg(scan.title), paper.id, scan.file.subjectKind,
                         scan.file.subject});
        };
        if (scan.pages == 0)
            add(Text::tr("“%1”的 PDF 读不出来，没有放入。请去掉密码或重新扫描。"));
        else if (!scan.isSigned)
            add(Text::tr("“%1”还没有盖章的扫描件，放入的是编号时的版本。"));
    }
    if (paper.scansOf.contains(model::kindOf<model::Commitment>().key))
        addUnprovenLetters(gaps, input, paper);
}

} // namespace chengheng::documents
