// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/papers_page.h"

#include "base/dates.h"
#include "base/files.h"
#include "gui/figure_check_dialog.h"
#include "gui/form_dialog.h"
#include "gui/scan_dialog.h"
#include "gui/state_chips.h"
#include "gui/theme.h"
#include "model/paper_records.h"
#include "rules/archive.h"
#include "services/archiving.h"
#include "services/issued_papers.h"

#include <QFileInfo>
#include <QLabel>

namespace chengheng::gui {

namespace {

using rules::PaperState;

constexpr int outOnly = StateChips::firstState; // the chip before those of the states

const QVector<PaperState>& allStates()
{
    static const QVector<PaperState> states{PaperState::Made,   PaperState::Printed,  PaperState::Sent,
                                            PaperState::Sealed, PaperState::Returned, PaperState::Scanned,
                                            PaperState::Voided};
    return states;
}

int chipOf(PaperState state)
{
    return outOnly + 1 + int(allStates().indexOf(state));
}

/// What is asked of a PDF that is to get a number; its pages are counted.
QVector<model::Field> askedOfPdf()
{
    QVector<model::Field> fields;
    for (const char* key : {"title", "paper_kind", "unit", "subject", "receiver", "made_on", "maker"})
        fields.append(*model::kindOf<model::IssuedPaper>().field(QLatin1String(key)));
    return fields;
}

services::PaperRequest requestOf(const services::FieldValues& values)
{
    const auto text = [&](const char* key) { return model::textOf(values.value(QLatin1String(key))); };
    services::PaperRequest request;
    request.title = text("title");
    request.paperKind = text("paper_kind");
    request.unit = Uid(text("unit"));
    request.subject = text("subject");
    request.receiver = text("receiver");
    request.madeOn = model::dateOf(values.value(QStringLiteral("made_on")));
    request.maker = text("maker");
    return request;
}

} // namespace

PapersPage::PapersPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::IssuedPaper>(), parent),
      m_states(new StateChips(1 + int(allStates().size()))), m_standing(new QLabel)
{
    addAbove(m_states);
    prepare({});
    m_standing->setWordWrap(true);
    addBelowTitle(m_standing);
    addListButton(tr("导入扫描件…"), [this] { ScanDialog::start(dispatcher(), this); });
    addListButton(tr("归档"), [this] { archiveChosen(); });
    addListButton(tr("给 PDF 编号…"), [this] {
        Prompts::current().openFile(this, tr("选择要编号的 PDF"), tr("PDF (*.pdf)"),
                                    [this](const QString& path) { numberPdf(path); });
    });
    addListButton(tr("报送数字核对…"), [this] { (new FigureCheckDialog(dispatcher(), day(), this))->open(); });
    connect(m_states, &StateChips::changed, this, &PapersPage::filterAgain);
}

void PapersPage::refresh()
{
    // Where the papers are is asked for first, so that it is there when the rows come.
    read<QHash<Uid, rules::PaperStanding>>(
        [on = day()](const services::Workspace& workspace) { return services::paperStandings(workspace, on); },
        [this](const QHash<Uid, rules::PaperStanding>& standings) { m_standings = standings; });
    RegisterPage::refresh();
}

void PapersPage::prepare(const QVector<model::Record>& records)
{
    QHash<int, int> counts;
    for (const model::Record& paper : records) {
        const rules::PaperStanding standing = m_standings.value(paper.uid);
        ++counts[chipOf(standing.state)];
        counts[outOnly] += standing.isOut();
    }
    m_states->setText(StateChips::all, tr("全部 %1").arg(records.size()));
    m_states->setText(outOnly, tr("未办结 %1").arg(counts[outOnly]));
    for (const PaperState each : allStates())
        m_states->setText(chipOf(each), QStringLiteral("%1 %2").arg(rules::labelOf(each)).arg(counts[chipOf(each)]));
}

bool PapersPage::isShown(const model::Record& record) const
{
    const rules::PaperStanding standing = m_standings.value(record.uid);
    const int chosen = m_states->chosen();
    return chosen == StateChips::all || (chosen == outOnly ? standing.isOut() : chipOf(standing.state) == chosen);
}

void PapersPage::clearFilters()
{
    RegisterPage::clearFilters();
    m_states->choose(StateChips::all);
}

void PapersPage::showDetails(const model::Record& record)
{
    const auto paper = model::fromRecord<model::IssuedPaper>(record);
    const rules::PaperStanding standing = m_standings.value(record.uid);
    QString sentence =
        tr("%1，%2，自%3起").arg(paper.number, rules::labelOf(standing.state), paperDate(standing.since));
    if (!standing.person.isEmpty())
        sentence += tr("，经办人%1").arg(standing.person);
    if (!standing.reason.isEmpty())
        sentence += tr("，原因：%1").arg(standing.reason);
    setLook(m_standing, standing.state == PaperState::Returned ? "fault" : "muted");
    m_standing->setText(sentence);
}

QString PapersPage::stateSentence() const
{
    const auto out = std::count_if(records().begin(), records().end(),
                                   [this](const model::Record& paper) { return m_standings.value(paper.uid).isOut(); });
    return tr("%1，未办结 %2 件").arg(RegisterPage::stateSentence()).arg(out);
}

/// The chosen papers, as long as their kinds are usually kept; those that are not sealed yet are named.
void PapersPage::archiveChosen()
{
    const QVector<Uid> papers = list().chosen();
    if (papers.isEmpty()) {
        Prompts::current().inform(this, tr("请先选中已盖章或已扫描的文书，可以按住 Ctrl 或 Shift 选多份。"));
        return;
    }
    write<services::Archived>(
        [papers](services::Workspace& workspace) { return services::archivePapers(workspace, papers); },
        [this](const services::Archived& archived) {
            QStringList said;
            for (const model::ArchivePiece& piece : archived.pieces)
                said << tr("%1，保管期限 %2：%3")
                            .arg(rules::archiveCode(piece, {}), model::labelOf(piece.retention), piece.title);
            Prompts::current().inform(this, tr("已归档 %1 件，请把件号写在归档章里：\n%2")
                                                .arg(archived.pieces.size())
                                                .arg((said + archived.left).join(QLatin1Char('\n'))));
        });
}

void PapersPage::numberPdf(const QString& path)
{
    read<QByteArray>([path](const services::Workspace&) { return readFile(path); },
                     [this, path](const QByteArray& pdf) { askWhatItIs(path, pdf); });
}

/// Asks what the paper is, gives it its number and lets the stamped copy be saved for the printer.
void PapersPage::askWhatItIs(const QString& path, const QByteArray& pdf)
{
    auto* dialog = new FormDialog(tr("给 PDF 编号：%1").arg(QFileInfo(path).fileName()), askedOfPdf(), this);
    dialog->form().setNames(names());
    dialog->form().setValues(
        {{QStringLiteral("title"), QFileInfo(path).completeBaseName()}, {QStringLiteral("made_on"), today()}});
    auto issued = std::make_shared<services::Issued>();
    dialog->submitTo(
        dispatcher(),
        [pdf, issued](services::Workspace& workspace, const services::FieldValues& values,
                      const Uid& intent) -> Result<services::Written> {
            auto made = services::issuePaper(workspace, requestOf(values), services::stamping(pdf), intent);
            if (!made)
                return fail(made.error());
            *issued = *std::move(made);
            return issued->written;
        },
        [this, issued](const services::Written& written) {
            reveal(written.uid);
            Prompts::current().saveFile(this, tr("保存带编码的 PDF，用它打印"),
                                        issued->identity.number + QStringLiteral(".pdf"), tr("PDF (*.pdf)"),
                                        [this, issued](const QString& out) {
                                            if (const auto saved = services::saveDocument(out, issued->pdf); !saved)
                                                Prompts::current().show(this, saved.error());
                                        });
        });
    dialog->open();
}

} // namespace chengheng::gui
