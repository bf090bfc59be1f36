// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_page.h"

#include "gui/pages/draft_keeper.h"
#include "gui/pages/item_asking.h"
#include "gui/pages/item_bar.h"
#include "gui/pages/problem_offer.h"
#include "gui/pages/scoring_head.h"
#include "gui/pages/sheet_printing.h"
#include "gui/pages/sheet_table.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chengheng::gui {

ScoringPage::ScoringPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("scoring"), tr("检查评分"), parent), m_submit(new QAction(tr("提交评分"), this)),
      m_printing(new SheetPrinting(dispatcher(), [this] { return form(); }, this)), m_head(new ScoringHead(today())),
      m_table(new SheetTable), m_item(new ItemBar(*m_table)), m_title(new QLabel), m_running(new QLabel),
      m_keeper(new DraftKeeper(dispatcher(), [this] { return draft(); }, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(m_head);
    layout->addLayout(buildTitle());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_item);
    layout->addLayout(buildFoot());
    m_submit->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_submit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_submit);
    m_usual = draft();
    connect(m_submit, &QAction::triggered, this, &ScoringPage::submit);
    connectParts();
}

QLayout* ScoringPage::buildTitle()
{
    auto* row = new QHBoxLayout;
    m_title->setWordWrap(true);
    row->addWidget(m_title, 1);
    row->addWidget(m_printing->newButton());
    return row;
}

QLayout* ScoringPage::buildFoot()
{
    auto* foot = new QHBoxLayout;
    makeHeading(m_running);
    m_running->setWordWrap(true);
    m_running->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* take = new QPushButton(tr("采用全部台账建议"));
    auto* rest = new QPushButton(tr("其余均符合"));
    rest->setToolTip(tr("看过每一行、填好检查人员之后才能用；比例项和评定项仍需逐项填写。键：R"));
    foot->addWidget(m_running, 1);
    foot->addWidget(take);
    foot->addWidget(rest);
    connect(take, &QPushButton::clicked, m_table, &SheetTable::takeSuggestions);
    connect(rest, &QPushButton::clicked, this, &ScoringPage::answerRest);
    return foot;
}

void ScoringPage::connectParts()
{
    connect(m_head, &ScoringHead::unitChosen, this, &ScoringPage::chooseUnit);
    connect(m_head, &ScoringHead::edited, this, &ScoringPage::onHeadEdited);
    connect(m_head, &ScoringHead::dayChosen, this, [this](QDate on) {
        m_item->setDay(on);
        loadSuggestions();
        rescore();
    });
    connect(m_table, &SheetTable::changed, this, &ScoringPage::onChanged);
    connect(m_table, &SheetTable::restWanted, this, &ScoringPage::answerRest);
    connect(m_table, &SheetTable::valueWanted, this, &ScoringPage::askValue);
    connect(m_table, &SheetTable::reasonWanted, this, &ScoringPage::askReason);
    connect(m_item, &ItemBar::valueWanted, this, &ScoringPage::askValue);
    connect(m_item, &ItemBar::reasonWanted, this, &ScoringPage::askReason);
    connect(m_table, &SheetTable::photographWanted, this, &ScoringPage::askPhotograph);
    connect(m_item, &ItemBar::photographWanted, this, &ScoringPage::askPhotograph);
    connect(m_item, &ItemBar::photographsUnwanted, this, [this](int row) {
        QMap<QString, QStringList> left = m_photographs;
        left.remove(m_table->idAt(row));
        setPhotographs(left);
        m_keeper->touch();
    });
}

void ScoringPage::refresh()
{
    read<Choices>(
        [on = day()](const services::Workspace& workspace) -> Result<Choices> {
            Choices choices{workspace.sheets(), {}};
            const auto units = services::listRecords(workspace, model::kindOf<model::Unit>(), {.asOf = on});
            if (!units)
                return fail(units.error());
            for (const model::Record& each : *units)
                choices.units.append(model::fromRecord<model::Unit>(each));
            return choices;
        },
        [this](const Choices& choices) { showChoices(choices); });
}

void ScoringPage::showChoices(const Choices& choices)
{
    const bool isRevealed = !m_toReveal.isNull();
    if (!m_edition)
        m_edition = choices.edition;
    m_head->setUnits(choices.units, isRevealed ? m_toReveal : m_head->unit());
    m_toReveal = Uid();
    if (isRevealed || keyOfChosen() != m_keeper->key()) {
        chooseUnit();
    } else { // the ledger may say something else by now
        loadSuggestions();
        rescore();
    }
}

void ScoringPage::reveal(const Uid& uid)
{
    m_toReveal = uid;
    refresh();
}

QAction* ScoringPage::printAction()
{
    return m_printing->printAction();
}

void ScoringPage::focusSearch()
{
    m_head->focusUnit();
}

QString ScoringPage::keyOfChosen() const
{
    const Uid unit = m_head->unit();
    return QStringLiteral("scoring/%1").arg(unit.isNull() ? QStringLiteral("organiser") : unit.toString());
}

void ScoringPage::chooseUnit()
{
    m_keeper->flush(); // what was typed belongs to the unit that is being left
    m_sheet = m_head->unit().isNull() ? m_edition->sheet(1) : m_edition->sheetOf(m_head->trade());
    m_isLoading = true;
    m_photographs.clear();
    showSheet();
    m_keeper->open(keyOfChosen(), [this](const QJsonObject& json) { showDraft(json); });
}

void ScoringPage::showSheet()
{
    m_table->setSheet(*m_edition, m_sheet ? *m_sheet : rules::Sheet());
    m_item->setDay(m_head->on());
    m_title->setText(m_sheet ? tr("表 %1　%2　%3").arg(m_sheet->no).arg(m_sheet->title, tr("参考稿（非官方评分表）"))
                             : tr("“%1”的业态没有对应的评分表，请到“参建单位”核对业态。").arg(m_head->unitName()));
    m_submit->setEnabled(m_sheet);
    m_printing->setEnabled(m_sheet);
    m_running->clear();
    if (!m_sheet)
        Q_EMIT stateChanged(tr("没有对应的评分表"));
}

void ScoringPage::showDraft(const QJsonObject& json)
{
    m_head->showFrom(m_usual);
    if (!json.isEmpty() && m_sheet) {
        if (const auto kept = parseDraft(json, m_sheet->no)) {
            m_head->showFrom(*kept);
            setPhotographs(kept->photographs);
            m_table->setAnswers(kept->answers);
        } else {
            Prompts::current().show(this, kept.error());
        }
    }
    m_item->setDay(m_head->on());
    m_isLoading = false;
    loadSuggestions();
    rescore();
}

void ScoringPage::loadSuggestions()
{
    if (!m_sheet)
        return;
    read<QVector<rules::Suggestion>>(
        [uid = m_head->unit(), on = m_head->on()](const services::Workspace& workspace) {
            return services::suggestAnswers(workspace, uid, on);
        },
        [this, uid = m_head->unit(), on = m_head->on()](const QVector<rules::Suggestion>& suggestions) {
            if (uid != m_head->unit() || on != m_head->on())
                return;
            m_table->setSuggestions(suggestions);
            rescore();
        });
}

/// Kind, day and inspectors are kept with a draft, but alone they are none.
void ScoringPage::onHeadEdited()
{
    if (m_isLoading)
        return;
    m_usual = draft();
    if (!m_usual.isEmpty())
        m_keeper->touch();
}

void ScoringPage::onChanged()
{
    if (m_isLoading)
        return;
    m_keeper->touch();
    rescore();
}

/// Scored by the service: an overdue or failed instrument of the unit holds the grade.
void ScoringPage::rescore()
{
    if (!m_sheet || m_isLoading)
        return;
    const services::InspectionForm asked = form();
    dispatcher().read<rules::Score>(
        this,
        [asked](const services::Workspace& workspace) {
            return services::scoreAnswers(workspace, asked.answers, asked.unit, asked.on);
        },
        [this, asked](const Result<rules::Score>& score) {
            if (asked.answers != m_table->answers() || asked.on != m_head->on() || asked.unit != m_head->unit())
                return; // typed on since
            if (score)
                showScore(*score);
            else
                m_running->setText(score.error().message);
        });
}

void ScoringPage::showScore(const rules::Score& score)
{
    m_table->showScore(score);
    m_running->setText(score.why);
    const auto done = std::count_if(score.items.begin(), score.items.end(),
                                    [](const rules::ItemScore& item) { return !item.isOpen(); });
    const QString counted = tr("已评 %1/%2 项").arg(done).arg(score.items.size());
    if (!score.vetoes.isEmpty())
        Q_EMIT stateChanged(tr("%1，一票否决：%2").arg(counted, score.grade));
    else if (score.score)
        Q_EMIT stateChanged(tr("%1 分，建议等级%2").arg(score.score->toString(), score.grade));
    else if (score.range)
        Q_EMIT stateChanged(tr("%1，得分在 %2 到 %3 之间").arg(counted, score.range->low.toString(), score.range->high.toString()));
    else
        Q_EMIT stateChanged(tr("%1，适用项不足，不评级").arg(counted));
}

ScoringDraft ScoringPage::draft() const
{
    ScoringDraft draft;
    m_head->write(draft);
    draft.answers = m_table->answers();
    draft.photographs = m_photographs;
    return draft;
}

void ScoringPage::hideEvent(QHideEvent* event)
{
    m_keeper->flush();
    Page::hideEvent(event);
}

void ScoringPage::askValue(int row)
{
    if (const rules::SheetItem* item = m_table->itemAt(row))
        gui::askValue(this, *item, m_table->answerAt(row), [this, row](const rules::Answer& answer) { m_table->setValue(row, answer); });
}

void ScoringPage::askReason(int row, bool isVeto)
{
    const rules::SheetItem* item = m_table->itemAt(row);
    if (!isVeto) {
        askNotApplicable(this, *item, [this, row](const QString& reason) { m_table->setNotApplicable(row, reason); });
        return;
    }
    const QString when = item ? item->vetoWhen : m_table->vetoAt(row)->text;
    askVeto(this, when, {m_table->findingAt(row), m_head->inspectors()}, [this, row](const VetoFinding& veto) {
        m_head->setInspectors(veto.inspectors); // who found it signs the sheet
        m_table->setVeto(row, veto.finding);
    });
}

void ScoringPage::askPhotograph(int row)
{
    const QString id = m_table->idAt(row);
    Prompts::current().openFile(this, tr("给 %1 附照片").arg(id), tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)"),
                                [this, id, key = m_keeper->key()](const QString& path) {
                                    if (key != m_keeper->key())
                                        return; // another unit's sheet by now
                                    if (m_photographs.value(id).contains(path)) {
                                        Prompts::current().inform(this, tr("这张照片已经附在 %1 上了。").arg(id));
                                        return;
                                    }
                                    QMap<QString, QStringList> files = m_photographs;
                                    files[id] << path;
                                    setPhotographs(files);
                                    m_keeper->touch();
                                });
}

void ScoringPage::setPhotographs(const QMap<QString, QStringList>& files)
{
    m_photographs = files;
    m_table->setPhotographs(files);
    m_item->showCurrent();
}

void ScoringPage::answerRest()
{
    if (m_head->inspectors().isEmpty()) {
        Prompts::current().inform(this, tr("“其余均符合”须署名，请先填写检查人员。"));
        m_head->focusInspectors();
    } else if (!m_table->hasShownAll()) {
        Prompts::current().inform(this, tr("请先看过评分表的每一行，再用“其余均符合”。还没有看过的第一行已经选中。"));
        m_table->showFirstUnseen();
    } else {
        m_table->answerRestAsGood();
    }
}

services::InspectionForm ScoringPage::form() const
{
    const ScoringDraft typed = draft();
    services::InspectionForm form;
    form.unit = m_head->unit();
    form.kind = typed.kind;
    form.on = typed.on;
    form.inspectors = typed.inspectors;
    form.answers = typed.answers;
    form.photographs = typed.photographs;
    form.edition = m_edition ? m_edition->name : QString();
    return form;
}

void ScoringPage::submit()
{
    if (draft().isEmpty()) {
        Prompts::current().inform(this, tr("还没有评任何一项，没有可提交的评分。"));
        return;
    }
    m_keeper->flush(); // kept where filing is refused
    dispatcher().prepareAndWrite<Result<services::InspectionForm>, services::Written>(
        this, [filed = form()] { return services::loadPhotographs(filed); },
        [key = m_keeper->key()](services::Workspace& workspace, const Result<services::InspectionForm>& filed) -> Result<services::Written> {
            if (!filed)
                return fail(filed.error());
            auto written = services::recordInspection(workspace, *filed);
            if (written) // filed is filed: a draft that stays behind does no harm, a second sheet would
                (void)services::dropDraft(workspace, key);
            return written;
        },
        [this, key = m_keeper->key()](const Result<services::Written>& written) {
            if (written)
                afterFiling(written->uid, key);
            else
                Prompts::current().show(this, written.error());
        });
}

void ScoringPage::afterFiling(const Uid& inspection, const QString& key)
{
    m_printing->setFiled(inspection);
    if (key == m_keeper->key()) { // still the same unit: a clean sheet
        m_keeper->forget();
        m_photographs.clear();
        showSheet();
        loadSuggestions();
        rescore();
    }
    offerProblems(dispatcher(), this, inspection);
}

} // namespace chengheng::gui
