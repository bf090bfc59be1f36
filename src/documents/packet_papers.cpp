// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/packet_papers.h"

#include "base/dates.h"
#include "documents/checksum.h"
#include "documents/page_layout.h"
#include "rules/organisation_view.h"
#include "rules/schedule.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString span(QDate from, QDate to)
{
    if (from == to)
        return paperDate(from);
    return Text::tr("%1至%2").arg(paperDate(from), paperDate(to));
}

QString stateWord(const rules::MilestoneStanding& milestone)
{
    if (milestone.isEnteredLater)
        return Text::tr("%1\n（补登）").arg(labelOf(milestone.state));
    return milestone.isLate ? Text::tr("%1\n（迟于计划）").arg(labelOf(milestone.state)) : labelOf(milestone.state);
}

/// Why a seat is empty, or whom its holder followed; "" for one held from the beginning.
QString seatRemark(const rules::SeatView& seat)
{
    if (seat.isVacant())
        return seat.why;
    if (seat.predecessor.isEmpty())
        return {};
    return seat.heldFrom.isValid() ? Text::tr("%1起接替%2").arg(paperDate(seat.heldFrom), seat.predecessor)
                                   : Text::tr("接替%1").arg(seat.predecessor);
}

TableBlock phaseTable(const rules::PhaseStanding& phase)
{
    TableBlock table{{{Text::tr("工作节点"), 2.5},
                      {Text::tr("责任单位"), 1.5},
                      {Text::tr("时间安排"), 2.35},
                      {Text::tr("状态"), 0.95, Alignment::Centre},
                      {Text::tr("说明"), 3.9}},
                     {}};
    for (const rules::MilestoneStanding& milestone : phase.milestones)
        table.rows.append({milestone.title, milestone.owner, span(milestone.from, milestone.to), stateWord(milestone),
                           milestone.why});
    return table;
}

QString pagesText(const ContentsLine& line)
{
    if (line.pages == 0)
        return QStringLiteral("—");
    if (line.pages == 1)
        return QString::number(line.firstPage);
    return QStringLiteral("%1～%2").arg(line.firstPage).arg(line.firstPage + line.pages - 1);
}

TableBlock contentsTable(const QVector<ContentsLine>& contents)
{
    TableBlock table{{{Text::tr("序号"), 0.5, Alignment::Centre},
                      {Text::tr("材料"), 2},
                      {Text::tr("文件"), 2.5},
                      {Text::tr("页码"), 0.9, Alignment::Centre}},
                     {}};
    for (const ContentsLine& line : contents)
        table.rows.append({QString::number(table.rows.size() + 1), line.title, line.file, pagesText(line)});
    return table;
}

int pageCount(const Paper& paper)
{
    return int(layOut(paper).pages.size());
}

/// Numbers the papers of all files one after the other. The cover, which lists the numbers, is laid out by its
/// caller.
bool numberPages(QVector<PacketFile>& files, int coverPages, const PacketProgress& progress)
{
    int before = 0;
    for (PacketFile& file : files) {
        if (progress && !progress(Text::tr("编排页码：%1").arg(file.title)))
            return false;
        const bool isCover = before == 0;
        file.firstPage = before + 1;
        if (isCover)
            before = coverPages;
        else
            for (Paper& paper : file.papers) {
                paper.pagesBefore = before;
                before += pageCount(paper);
            }
        for (const PacketScan& scan : file.scans)
            before += scan.pages;
        file.pages = before - file.firstPage + 1;
    }
    for (PacketFile& file : files)
        for (Paper& paper : file.papers)
            paper.pagesInAll = before;
    return true;
}

/// The numbers follow from the first page on, so other papers need not be laid out again.
void movePages(QVector<PacketFile>& files, int by)
{
    for (PacketFile& file : files) {
        const bool isCover = file.firstPage == 1;
        file.firstPage += isCover ? 0 : by;
        file.pages += isCover ? by : 0;
        for (Paper& paper : file.papers) {
            paper.pagesBefore += isCover ? 0 : by;
            paper.pagesInAll += by;
        }
    }
}

/// A workbook beside a paper is named in the same line.
QVector<ContentsLine> contentsOf(const PacketInput& input, const QVector<PacketFile>& files)
{
    QVector<ContentsLine> lines;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const PacketFile& file = files[i];
        const QString names =
            input.catalogue.papers[i].hasWorkbook() ? file.file + QStringLiteral("、.xlsx") : file.file;
        lines.append({file.title, names, file.firstPage, file.pages});
    }
    return lines;
}

/// The page each sheet or scan begins on.
QVector<int> firstPagesIn(const PacketFile& file)
{
    QVector<int> pages;
    for (const Paper& sheet : file.papers.mid(1))
        pages << sheet.pagesBefore + 1;
    int next = file.firstPage + file.pages;
    for (const PacketScan& scan : file.scans)
        next -= scan.pages;
    for (const PacketScan& scan : file.scans) {
        pages << next;
        next += scan.pages;
    }
    return pages;
}

/// Puts those pages into the last column of the index.
void fillIndex(PacketFile& file)
{
    auto& rows = std::get<TableBlock>(file.papers.first().blocks.first()).rows;
    const QVector<int> pages = firstPagesIn(file);
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i].last() = QString::number(pages.value(i));
}

/// Everything a block says.
struct Said {
    QStringList texts;

    void operator()(const Heading& heading) { texts << heading.text; }
    void operator()(const Paragraph& paragraph) { texts << paragraph.text; }
    void operator()(const KeyValues& values)
    {
        for (const auto& [label, value] : values.rows)
            texts << label << value;
    }
    void operator()(const TableBlock& table)
    {
        for (const TableColumn& column : table.columns)
            texts << column.heading;
        for (const QStringList& row : table.rows)
            texts << row;
        texts << table.totals.value_or(QStringList());
    }
    void operator()(const Signatures& signatures) { texts << signatures.roles; }
    void operator()(const Grid& grid)
    {
        for (const Grid::Cell& cell : grid.cells)
            texts << cell.lines << cell.content;
    }
    template <class Picture>
    void operator()(const Picture&)
    {}
};

} // namespace

Paper blankPaper(const PacketInput& input, const QString& title)
{
    Paper paper;
    paper.title = title;
    const QString& recorded = input.facts.campaign.title;
    paper.campaign = recorded.isEmpty() ? input.plan.title : recorded;
    paper.asOf = input.day;
    return paper;
}

Paper coverPaper(const PacketInput& input, const QVector<PaperGap>& gaps, const QVector<ContentsLine>& contents)
{
    Paper paper = blankPaper(input, {});
    const model::Campaign& campaign = input.facts.campaign;
    paper.title = Text::tr("%1\n验收材料").arg(paper.campaign);
    paper.isCover = true;
    paper.blocks.append(KeyValues{
        {{Text::tr("申报单位"), orDash(campaign.applicant.isEmpty() ? input.plan.applicant : campaign.applicant)},
         {Text::tr("创建类型"),
          orDash(campaign.campaignType.isEmpty() ? input.plan.campaignType : campaign.campaignType)},
         {Text::tr("通知文号"),
          orDash(campaign.noticeNumber.isEmpty() ? input.plan.noticeNumber : campaign.noticeNumber)},
         {Text::tr("创建期间"), span(input.plan.from, input.plan.to)},
         {Text::tr("参建单位"), Text::tr("%1 家").arg(participants(input.facts).size())},
         {Text::tr("数据截至"), paperDate(input.day)},
         {Text::tr("编制人"), orDash(input.preparedBy)},
         {Text::tr("操作留痕校验值"), orDash(input.journalHead)}}});
    paper.blocks.append(Paragraph{gaps.isEmpty() ? Text::tr("材料齐全，没有缺项。")
                                                 : Text::tr("缺项 %1 处，见“缺项清单”。").arg(gaps.size())});
    paper.blocks.append(Signatures{{Text::tr("编制"), Text::tr("审核"), Text::tr("批准")}});
    paper.blocks.append(PageBreak{});
    paper.blocks.append(Heading{Text::tr("材料目录")});
    paper.blocks.append(contentsTable(contents));
    return paper;
}

Paper gapPaper(const PacketInput& input, const QVector<PaperGap>& gaps)
{
    Paper paper = blankPaper(input, input.catalogue.titleOf(PacketPart::Gaps));
    TableBlock table{{{Text::tr("序号"), 0.6, Alignment::Right},
                      {Text::tr("材料"), 3.4},
                      {Text::tr("情况"), 0.8, Alignment::Centre},
                      {Text::tr("说明"), 5}},
                     {}};
    for (const PaperGap& gap : gaps)
        table.rows.append({QString::number(table.rows.size() + 1), gap.paper, labelOf(gap.state), gap.why});
    paper.blocks.append(table);
    return paper;
}

Paper organisationPaper(const PacketInput& input)
{
    Paper paper = blankPaper(input, input.catalogue.titleOf(PacketPart::Organisation));
    paper.subtitle = Text::tr("按%1的任职情况；职务如有变动，由所在单位接任领导自然替补").arg(paperDate(input.day));
    QString body;
    for (const rules::SeatView& seat : rules::seatsOn(input.facts, input.day)) {
        if (paper.blocks.isEmpty() || seat.body != body) {
            body = seat.body;
            paper.blocks.append(Heading{body});
            paper.blocks.append(TableBlock{{{Text::tr("职务"), 1},
                                            {Text::tr("姓名"), 1},
                                            {Text::tr("单位"), 2.4},
                                            {Text::tr("现任职务"), 2},
                                            {Text::tr("说明"), 2}},
                                           {}});
        }
        std::get<TableBlock>(paper.blocks.last())
            .rows.append({seat.role, seat.isVacant() ? Text::tr("（空缺）") : seat.person, seat.organisationName,
                          seat.post, seatRemark(seat)});
    }
    if (paper.blocks.isEmpty())
        paper.blocks.append(Paragraph{Text::tr("没有登记组织机构。")});
    return paper;
}

Paper schedulePaper(const PacketInput& input)
{
    Paper paper = blankPaper(input, input.catalogue.titleOf(PacketPart::Schedule));
    paper.isLandscape = true;
    for (const rules::PhaseStanding& phase : rules::schedule(input.facts, input.plan, input.calendar, input.day)) {
        paper.blocks.append(Heading{Text::tr("%1（%2）").arg(phase.title, span(phase.from, phase.to))});
        paper.blocks.append(phaseTable(phase));
    }
    return paper;
}

QVector<Paper> papersOf(const RequiredPaper& paper, const PacketInput& input, const QVector<PaperGap>& gaps)
{
    switch (paper.part) {
    case PacketPart::Cover:
        return {coverPaper(input, gaps, {})};
    case PacketPart::Gaps:
        return {gapPaper(input, gaps)};
    case PacketPart::Organisation:
        return {organisationPaper(input)};
    case PacketPart::Schedule:
        return {schedulePaper(input)};
    case PacketPart::Roster:
        return {rosterPaper(input)};
    case PacketPart::Sheets:
        return sheetPapers(input);
    case PacketPart::Ledger:
        return ledgerPapers(input);
    case PacketPart::Problems:
        return {problemPaper(input)};
    case PacketPart::UnitFolders:
        return unitFolderPapers(input);
    case PacketPart::Photographs:
        return photographPapers(input);
    case PacketPart::Register:
        return {registerPaper(input, paper)};
    case PacketPart::Summary:
        return {summaryPaper(input, paper)};
    case PacketPart::Scans:
        return {scanIndex(input, paper, scansFor(input, paper))};
    }
    return {};
}

QString fingerprintOf(const QVector<Paper>& papers)
{
    Said said;
    for (const Paper& paper : papers) {
        said.texts << paper.title << paper.subtitle;
        for (const Block& block : paper.blocks)
            std::visit(said, block);
    }
    return sha256Of(said.texts.join(QLatin1Char('\x1f')).toUtf8());
}

namespace {

/// A file before its pages are numbered.
PacketFile unnumbered(const PacketInput& input, const RequiredPaper& required, const QVector<PaperGap>& gaps)
{
    PacketFile file{required.id, required.pdf(), required.title, required.chapter, papersOf(required, input, gaps), {},
                    {}};
    if (required.part == PacketPart::Scans)
        file.scans = scansFor(input, required);
    file.fingerprint = fingerprintOf(file.papers);
    for (const PacketScan& scan : std::as_const(file.scans))
        file.fingerprint += scan.file.sha256;
    if (!file.scans.isEmpty())
        file.fingerprint = sha256Of(file.fingerprint.toUtf8());
    return file;
}

} // namespace

QVector<PacketFile> packetFiles(const PacketInput& input, const QVector<PaperGap>& gaps,
                                const QVector<ContentsLine>& others, const PacketProgress& progress)
{
    constexpr int usualCover = 3; // the cover itself and the contents list
    QVector<PacketFile> files;
    for (const RequiredPaper& required : input.catalogue.papers)
        files.append(unnumbered(input, required, gaps));
    if (!numberPages(files, usualCover, progress))
        return {};
    // The numbers in the contents list never change how many lines it takes.
    const int coverPages = pageCount(coverPaper(input, gaps, contentsOf(input, files) + others));
    if (coverPages != usualCover)
        movePages(files, coverPages - usualCover);
    Paper& cover = files.first().papers.first();
    const int pagesInAll = cover.pagesInAll;
    cover = coverPaper(input, gaps, contentsOf(input, files) + others);
    cover.pagesInAll = pagesInAll;
    for (qsizetype i = 0; i < files.size(); ++i)
        if (const PacketPart part = input.catalogue.papers[i].part;
            part == PacketPart::Sheets || part == PacketPart::Scans)
            fillIndex(files[i]);
    return files;
}

} // namespace chengheng::documents
