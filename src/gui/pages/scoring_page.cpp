// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_page.h"

#include "gui/pages/draft_keeper.h"
#include "gui/pages/item_asking.h"
#include "gui/pages/problem_offer.h"
#include "gui/pages/sheet_printing.h"
#include "ui_ScoringPage.h"

namespace chengheng::gui {

namespace {

/// All that count; mock visits have a page of their own.
QVector<model::InspectionKind> countedKinds()
{
    QVector<model::InspectionKind> kinds;
    for (const auto& word : model::wordsOf<model::InspectionKind>())
        if (word.value != model::InspectionKind::Rehearsal)
            kinds.append(word.value);
    return kinds;
}

model::Presence chosenIn(const QComboBox& box)
{
    return model::wordOf<model::Presence>(box.currentData().toString()).value_or(model::Presence::Unknown);
}

} // namespace

ScoringPage::ScoringPage(AppState& state, QWidget* parent)
    : ScoringPage(state, QStringLiteral("scoring"), tr("检查评分"), countedKinds(), parent)
{}

ScoringPage::ScoringPage(AppState& state, const QString& key, const QString& title,
                         const QVector<model::InspectionKind>& kinds, QWidget* parent)
    : Page(state, key, title, parent), m_ui(std::make_unique<Ui::ScoringPage>()),
      m_submit(new QAction(tr("提交评分"), this)), m_printing(new SheetPrinting(
                                                       dispatcher(), [this] { return form(); }, this)),
      m_keeper(new DraftKeeper(dispatcher(), [this] { return draft(); }, this))
{
    m_ui->setupUi(this);
    m_ui->head->setKinds(kinds);
    for (QComboBox* box : {m_ui->displayed, m_ui->complaintBook}) {
        box->addItem(tr("没有看"), QString());
        for (const model::Choice& choice : model::choicesOf<model::Presence>())
            box->addItem(choice.label, choice.key);
        connect(box, &QComboBox::currentIndexChanged, this, &ScoringPage::onHeadEdited);
    }
    connect(m_ui->supervisors, &QLineEdit::textChanged, this, &ScoringPage::onHeadEdited);
    m_ui->head->setOn(today());
    m_ui->item->setSheet(*m_ui->sheet);
    m_ui->print->setMenu(m_printing->newMenu(m_ui->print));
    m_submit->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_submit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_submit);
    m_usual = draft();
    connect(m_submit, &QAction::triggered, this, &ScoringPage::submit);
    connect(m_ui->take, &QPushButton::clicked, m_ui->sheet, &SheetTable::takeSuggestions);
    connect(m_ui->rest, &QPushButton::clicked, this, &ScoringPage::answerRest);
    connectParts();
}

ScoringPage::~ScoringPage() = default;

void ScoringPage::connectParts()
{
    connect(m_ui->head, &ScoringHead::unitChosen, this, &ScoringPage::chooseUnit);
    connect(m_ui->head, &ScoringHead::edited, this, &ScoringPage::onHeadEdited);
    connect(m_ui->head, &ScoringHead::dayChosen, this, [this](QDate on) {
        m_ui->item->setDay(on);
        loadSuggestions();
        rescore();
    });
    connect(m_ui->sheet, &SheetTable::changed, this, &ScoringPage::onChanged);
    connect(m_ui->sheet, &SheetTable::restWanted, this, &ScoringPage::answerRest);
    connect(m_ui->sheet, &SheetTable::valueWanted, this, &ScoringPage::askValue);
    connect(m_ui->sheet, &SheetTable::reasonWanted, this, &ScoringPage::askReason);
    connect(m_ui->item, &ItemBar::valueWanted, this, &ScoringPage::askValue);
    connect(m_ui->item, &ItemBar::reasonWanted, this, &ScoringPage::askReason);
    connect(m_ui->sheet, &SheetTable::photographWanted, this, &ScoringPage::askPhotograph);
    connect(m_ui->item, &ItemBar::photographWanted, this, &ScoringPage::askPhotograph);
    connect(m_ui->item, &ItemBar::photographsUnwanted, this, [this](int row) {
        QMap<QString, QStringList> left = m_photographs;
        left.remove(m_ui->sheet->idAt(row));
        setPhotographs(left);
        m_keeper->touch();
    });
}

void ScoringPage::refresh()
{
    takeBackUndone();
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
    m_ui->head->setUnits(choices.units, isRevealed ? m_toReveal : m_ui->head->unit());
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
    m_ui->head->focusUnit();
}

QString ScoringPage::keyOfChosen() const
{
    const Uid unit = m_ui->head->unit();
    return QStringLiteral("%1/%2").arg(key(), unit.isNull() ? QStringLiteral("organiser") : unit.toString());
}

void ScoringPage::chooseUnit()
{
    m_keeper->flush(); // what was typed belongs to the unit that is being left
    m_sheet = m_ui->head->unit().isNull() ? m_edition->sheet(1) : m_edition->sheetOf(m_ui->head->trade());
    m_isLoading = true;
    m_photographs.clear();
    showSheet();
    m_keeper->open(keyOfChosen(), [this](const QJsonObject& json) { showDraft(json); });
}

void ScoringPage::showSheet()
{
    m_ui->sheet->setSheet(*m_edition, m_sheet ? *m_sheet : rules::Sheet());
    m_ui->item->setDay(m_ui->head->on());
    m_ui->sheetTitle->setText(
        m_sheet ? tr("表 %1　%2　%3").arg(m_sheet->no).arg(m_sheet->title, rules::markOf(*m_edition))
                : tr("“%1”的业态没有对应的评分表，请到“参建单位”核对业态。").arg(m_ui->head->unitName()));
    m_submit->setEnabled(m_sheet);
    m_printing->setEnabled(m_sheet);
    m_ui->running->clear();
    if (!m_sheet)
        Q_EMIT stateChanged(tr("没有对应的评分表"));
}

void ScoringPage::showDraft(const QJsonObject& json)
{
    m_ui->head->showFrom(m_usual);
    showSeen({}); // each visit sees for itself
    if (!json.isEmpty() && m_sheet) {
        if (const auto kept = parseDraft(json, m_sheet->no)) {
            m_ui->head->showFrom(*kept);
            showSeen(*kept);
            setPhotographs(kept->photographs);
            m_ui->sheet->setAnswers(kept->answers);
        } else {
            Prompts::current().show(this, kept.error());
        }
    }
    m_ui->item->setDay(m_ui->head->on());
    m_isLoading = false;
    loadSuggestions();
    rescore();
}

void ScoringPage::loadSuggestions()
{
    if (!m_sheet)
        return;
    read<QVector<rules::Suggestion>>(
        [uid = m_ui->head->unit(), on = m_ui->head->on()](const services::Workspace& workspace) {
            return services::suggestAnswers(workspace, uid, on);
        },
        [this, uid = m_ui->head->unit(), on = m_ui->head->on()](const QVector<rules::Suggestion>& suggestions) {
            if (uid != m_ui->head->unit() || on != m_ui->head->on())
                return;
            m_ui->sheet->setSuggestions(suggestions);
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
            if (asked.answers != m_ui->sheet->answers() || asked.on != m_ui->head->on()
                || asked.unit != m_ui->head->unit())
                return; // typed on since
            if (score)
                showScore(*score);
            else
                m_ui->running->setText(score.error().message);
        });
}

void ScoringPage::showScore(const rules::Score& score)
{
    m_ui->sheet->showScore(score);
    m_ui->running->setText(score.why);
    const auto done = std::count_if(score.items.begin(), score.items.end(),
                                    [](const rules::ItemScore& item) { return !item.isOpen(); });
    const QString counted = tr("已评 %1/%2 项").arg(done).arg(score.items.size());
    if (!score.vetoes.isEmpty())
        Q_EMIT stateChanged(tr("%1，一票否决：%2").arg(counted, score.grade));
    else if (score.score)
        Q_EMIT stateChanged(tr("%1 分，建议等级%2").arg(score.score->toString(), score.grade));
    else if (score.range)
        Q_EMIT stateChanged(
            tr("%1，得分在 %2 到 %3 之间").arg(counted, score.range->low.toString(), score.range->high.toString()));
    else
        Q_EMIT stateChanged(tr("%1，适用项不足，不评级").arg(counted));
}

void ScoringPage::showSeen(const ScoringDraft& draft)
{
    m_ui->supervisors->setText(draft.supervisors);
    m_ui->displayed->setCurrentIndex(qMax(0, m_ui->displayed->findData(model::keyOf(draft.displayed))));
    m_ui->complaintBook->setCurrentIndex(qMax(0, m_ui->complaintBook->findData(model::keyOf(draft.complaintBook))));
}

ScoringDraft ScoringPage::draft() const
{
    ScoringDraft draft;
    m_ui->head->write(draft);
    draft.supervisors = m_ui->supervisors->text().trimmed();
    draft.displayed = chosenIn(*m_ui->displayed);
    draft.complaintBook = chosenIn(*m_ui->complaintBook);
    draft.answers = m_ui->sheet->answers();
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
    if (const rules::SheetItem* item = m_ui->sheet->itemAt(row))
        gui::askValue(this, *item, m_ui->sheet->answerAt(row),
                      [this, row](const rules::Answer& answer) { m_ui->sheet->setValue(row, answer); });
}

void ScoringPage::askReason(int row, bool isVeto)
{
    const rules::SheetItem* item = m_ui->sheet->itemAt(row);
    if (!isVeto) {
        askNotApplicable(this, *item,
                         [this, row](const QString& reason) { m_ui->sheet->setNotApplicable(row, reason); });
        return;
    }
    const QString when = item ? item->vetoWhen : m_ui->sheet->vetoAt(row)->text;
    askVeto(this, when, {m_ui->sheet->findingAt(row), m_ui->head->inspectors()}, [this, row](const VetoFinding& veto) {
        m_ui->head->setInspectors(veto.inspectors); // who found it signs the sheet
        m_ui->sheet->setVeto(row, veto.finding);
    });
}

void ScoringPage::askPhotograph(int row)
{
    const QString id = m_ui->sheet->idAt(row);
    Prompts::current().openFile(this, tr("给 %1 附照片").arg(id),
                                tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)"),
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
    m_ui->sheet->setPhotographs(files);
    m_ui->item->showCurrent();
}

void ScoringPage::answerRest()
{
    if (m_ui->head->inspectors().isEmpty()) {
        Prompts::current().inform(this, tr("“其余均符合”须署名，请先填写检查人员。"));
        m_ui->head->focusInspectors();
    } else if (!m_ui->sheet->hasShownAll()) {
        Prompts::current().inform(this, tr("请先看过评分表的每一行，再用“其余均符合”。还没有看过的第一行已经选中。"));
        m_ui->sheet->showFirstUnseen();
    } else {
        tellHeldOpen(m_ui->sheet->answerRestAsGood());
    }
}

void ScoringPage::tellHeldOpen(const QVector<rules::HeldOpen>& held)
{
    if (held.isEmpty())
        return;
    QStringList lines;
    for (const rules::HeldOpen& one : held)
        lines << tr("%1：%2").arg(one.item, one.why);
    Prompts::current().inform(
        this, tr("有 %1 项没有填“符合”，请逐项判定：\n%2").arg(held.size()).arg(lines.join(QLatin1Char('\n'))));
}

services::InspectionForm ScoringPage::form() const
{
    const ScoringDraft typed = draft();
    services::InspectionForm form;
    form.unit = m_ui->head->unit();
    form.kind = typed.kind;
    form.on = typed.on;
    form.inspectors = typed.inspectors;
    form.supervisors = typed.supervisors;
    form.displayed = typed.displayed;
    form.complaintBook = typed.complaintBook;
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
    const services::InspectionForm asked = form();
    read<rules::Score>(
        [asked](const services::Workspace& workspace) {
            return services::scoreAnswers(workspace, asked.answers, asked.unit, asked.on);
        },
        [this](const rules::Score& score) { askAboutOpenItems(score); });
}

/// What was filed is not written on: items forgotten are named first.
void ScoringPage::askAboutOpenItems(const rules::Score& score)
{
    QStringList open;
    for (const rules::ItemScore& item : score.items)
        if (item.isOpen())
            open << item.item;
    if (open.isEmpty() || !score.vetoes.isEmpty()) {
        file(score.why);
        return;
    }
    Prompts::current().confirm(
        this,
        tr("还有 %1 项没有评：%2。提交后这张评分表不能再补评。").arg(open.size()).arg(open.join(QStringLiteral("、"))),
        tr("仍然提交"), [this, outcome = score.why] { file(outcome); });
}

void ScoringPage::file(const QString& outcome)
{
    const Uid intent = m_asked.intentOf({m_keeper->key(), draft()});
    dispatcher().prepareAndWrite<Result<services::InspectionForm>, services::Written>(
        this, [filed = form()] { return services::loadPhotographs(filed); },
        [intent, key = m_keeper->key()](services::Workspace& workspace,
                                        const Result<services::InspectionForm>& filed) -> Result<services::Written> {
            if (!filed)
                return fail(filed.error());
            auto written = services::recordInspection(workspace, *filed, intent);
            if (written) // filed is filed: a draft that stays behind does no harm, a second sheet would
                (void)services::dropDraft(workspace, key);
            return written;
        },
        [this, outcome, key = m_keeper->key(), typed = draft()](const Result<services::Written>& written) {
            if (written)
                afterFiling(written->uid, key, typed, outcome);
            else
                Prompts::current().show(this, written.error());
        });
}

void ScoringPage::afterFiling(const Uid& inspection, const QString& key, const ScoringDraft& filed,
                              const QString& outcome)
{
    m_asked.answered();
    m_filed.insert(inspection, {key, filed});
    m_printing->setFiled(inspection);
    if (key == m_keeper->key()) { // still the same unit: a clean sheet
        m_keeper->forget();
        m_photographs.clear();
        showSheet();
        loadSuggestions();
        rescore();
    }
    offerProblems(dispatcher(), this, inspection, tr("评分已提交：%1").arg(outcome));
}

/// Looks which of the sheets filed here are no longer on record.
void ScoringPage::takeBackUndone()
{
    if (m_filed.isEmpty())
        return;
    read<QVector<Uid>>(
        [filed = m_filed.keys()](const services::Workspace& workspace) -> Result<QVector<Uid>> {
            QVector<Uid> undone;
            for (const Uid& each : filed)
                if (!services::findRecord(workspace, model::kindOf<model::Inspection>(), each))
                    undone.append(each);
            return undone;
        },
        [this](const QVector<Uid>& undone) { restore(undone); });
}

/// What was scored is not lost with the undone filing; a draft begun since stays.
void ScoringPage::restore(const QVector<Uid>& undone)
{
    if (undone.isEmpty())
        return;
    m_keeper->flush();
    QVector<Filed> taken;
    for (const Uid& each : undone)
        taken.append(m_filed.take(each));
    write<bool>(
        [taken](services::Workspace& workspace) -> Result<bool> {
            bool isKept = false;
            for (const Filed& one : taken) {
                const auto begun = services::loadDraft(workspace, one.key);
                if (!begun)
                    return fail(begun.error());
                if (!begun->isEmpty())
                    continue;
                if (const auto saved = services::saveDraft(workspace, one.key, toJson(one.draft)); !saved)
                    return fail(saved.error());
                isKept = true;
            }
            return isKept;
        },
        [this](bool isKept) {
            if (!isKept)
                return;
            chooseUnit();
            Prompts::current().inform(this, tr("已撤销提交，评分内容回到这家单位的草稿，可以改过再提交。"));
        });
}

} // namespace chengheng::gui
