// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_page.h"

#include "gui/form_dialog.h"
#include "gui/pages/sheet_table.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace chengheng::gui {

namespace {

constexpr int draftDelay = 800; // ms: drafts are saved within a second

struct Choices {
    rules::SheetEdition edition;
    QVector<model::Unit> units;
};

} // namespace

ScoringPage::ScoringPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("scoring"), tr("检查评分"), parent), m_submit(new QAction(tr("提交评分"), this)),
      m_unit(new QComboBox), m_kind(new QComboBox), m_on(new QDateEdit(today())), m_inspectors(new QLineEdit),
      m_table(new SheetTable), m_title(new QLabel), m_running(new QLabel), m_draftTimer(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    buildHead(layout);
    layout->addWidget(m_title);
    m_title->setWordWrap(true);
    layout->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    makeHeading(m_running);
    m_running->setWordWrap(true);
    auto* take = new QPushButton(tr("采用全部台账建议"));
    auto* rest = new QPushButton(tr("其余均符合"));
    rest->setToolTip(tr("看过每一项之后才能用；比例项仍需逐项填写"));
    foot->addWidget(m_running, 1);
    foot->addWidget(take);
    foot->addWidget(rest);
    layout->addLayout(foot);
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(draftDelay);
    connect(take, &QPushButton::clicked, m_table, &SheetTable::takeSuggestions);
    connect(rest, &QPushButton::clicked, this, [this] {
        if (m_table->hasShownAll())
            m_table->answerRestAsGood();
        else
            Prompts::current().inform(this, tr("请先把评分表拉到底，看过每一项，再用“其余均符合”。"));
    });
    connect(m_table, &SheetTable::changed, this, &ScoringPage::onChanged);
    connect(m_table, &SheetTable::reasonWanted, this, &ScoringPage::askReason);
    connect(m_table, &SheetTable::ratioWanted, this, &ScoringPage::askRatio);
    connect(m_draftTimer, &QTimer::timeout, this, &ScoringPage::saveDraft);
    connect(m_submit, &QAction::triggered, this, &ScoringPage::submit);
}

void ScoringPage::buildHead(QLayout* layout)
{
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& text, QWidget* widget, int stretch) {
        auto* label = new QLabel(text);
        label->setBuddy(widget);
        row->addWidget(label);
        row->addWidget(widget, stretch);
    };
    m_unit->setEditable(true);
    m_unit->setInsertPolicy(QComboBox::NoInsert);
    m_unit->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_unit->completer()->setFilterMode(Qt::MatchContains);
    for (const model::Choice& choice : model::choicesOf<model::InspectionKind>())
        m_kind->addItem(choice.label, choice.key);
    m_on->setCalendarPopup(true);
    m_on->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_inspectors->setPlaceholderText(tr("两人以上用“、”隔开"));
    add(tr("单位"), m_unit, 3);
    add(tr("检查类型"), m_kind, 1);
    add(tr("日期"), m_on, 0);
    add(tr("检查人员"), m_inspectors, 2);
    static_cast<QVBoxLayout*>(layout)->addLayout(row);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ScoringPage::chooseUnit);
    connect(m_on, &QDateEdit::dateChanged, this, &ScoringPage::loadSuggestionsAndDraft);
}

void ScoringPage::refresh()
{
    read<Choices>(
        [on = day()](const services::Workspace& workspace) -> Result<Choices> {
            Choices choices{workspace.sheets(), {}};
            const auto units = services::listRecords(workspace, model::kindOf<model::Unit>(), {.asOf = on});
            if (!units)
                return fail(units.error());
            for (const model::Record& unit : *units)
                choices.units.append(model::fromRecord<model::Unit>(unit));
            return choices;
        },
        [this](const Choices& choices) {
            const Uid chosen = m_toReveal.isNull() ? unit() : m_toReveal;
            const bool isFirst = !m_edition;
            if (isFirst)
                m_edition = choices.edition;
            const QSignalBlocker blocker(m_unit);
            m_unit->clear();
            m_trades.clear();
            m_unit->addItem(tr("组织者（表 1）"), QString());
            for (const model::Unit& each : choices.units) {
                m_unit->addItem(each.name, each.uid.toString());
                m_trades.insert(each.uid, each.trade);
            }
            m_unit->setCurrentIndex(qMax(0, m_unit->findData(chosen.toString())));
            if (isFirst || !m_toReveal.isNull())
                chooseUnit();
            m_toReveal = Uid();
        });
}

void ScoringPage::reveal(const Uid& uid)
{
    m_toReveal = uid;
    refresh();
}

Uid ScoringPage::unit() const
{
    return Uid(m_unit->currentData().toString());
}

QString ScoringPage::keyOfChosen() const
{
    return QStringLiteral("scoring/%1").arg(unit().isNull() ? QStringLiteral("organiser") : unit().toString());
}

void ScoringPage::chooseUnit()
{
    if (m_draftTimer->isActive()) { // what was typed belongs to the unit that is being left
        m_draftTimer->stop();
        saveDraft();
    }
    m_draftKey = keyOfChosen();
    m_sheet = unit().isNull() ? m_edition->sheet(1) : m_edition->sheetOf(m_trades.value(unit()));
    if (!m_sheet)
        return;
    m_title->setText(tr("表 %1　%2　%3").arg(m_sheet->no).arg(m_sheet->title, tr("参考稿（非官方评分表）")));
    m_isLoading = true;
    m_table->setSheet(*m_edition, *m_sheet);
    loadSuggestionsAndDraft();
}

void ScoringPage::loadSuggestionsAndDraft()
{
    read<QVector<rules::Suggestion>>(
        [uid = unit(), on = m_on->date()](const services::Workspace& workspace) {
            return services::suggestAnswers(workspace, uid, on);
        },
        [this](const QVector<rules::Suggestion>& suggestions) { m_table->setSuggestions(suggestions); });
    read<QJsonObject>([key = m_draftKey](const services::Workspace& workspace) { return services::loadDraft(workspace, key); },
                      [this, key = m_draftKey](const QJsonObject& draft) {
                          if (key != m_draftKey)
                              return;
                          const auto answers = rules::parseAnswers(draft, m_sheet ? m_sheet->no : 0);
                          if (m_isLoading && !draft.isEmpty() && answers)
                              m_table->setAnswers(*answers);
                          onChanged(); // still loading: showing is not typing
                          m_isLoading = false;
                      });
}

void ScoringPage::onChanged()
{
    if (!m_sheet)
        return;
    if (!m_isLoading)
        m_draftTimer->start();
    // Scored by the service: an overdue or failed instrument of the unit holds the grade.
    const rules::SheetAnswers answers = m_table->answers();
    dispatcher().read<rules::Score>(
        this,
        [answers, uid = unit(), on = m_on->date()](const services::Workspace& workspace) {
            return services::scoreAnswers(workspace, answers, uid, on);
        },
        [this, answers](const Result<rules::Score>& score) {
            if (answers != m_table->answers())
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
    m_running->setText(score.why + (score.heldBack.isEmpty() ? QString() : QLatin1Char(' ') + score.heldBack));
    Q_EMIT stateChanged(score.score ? tr("%1 分，%2").arg(score.score->toString(), score.grade) : tr("未评完"));
}

void ScoringPage::saveDraft()
{
    write<bool>(
        [key = m_draftKey, draft = rules::toJson(m_table->answers())](services::Workspace& workspace) -> Result<bool> {
            if (auto saved = services::saveDraft(workspace, key, draft); !saved)
                return fail(saved.error());
            return true;
        },
        [](bool) {});
}

void ScoringPage::askReason(int row, bool isVeto)
{
    model::Field field = *model::kindOf<model::Inspection>().field(QStringLiteral("remarks"));
    field.label = isVeto ? tr("查实情况") : tr("缺项原因");
    field.isRequired = true;
    auto* dialog = new FormDialog(isVeto ? tr("一票否决：须两名检查人员查实并有证据") : tr("合理缺项"), {field}, this);
    connect(dialog, &FormDialog::submitted, this, [this, row, isVeto, dialog](const services::FieldValues& values) {
        const QString words = model::textOf(values.value(QStringLiteral("remarks")));
        if (isVeto)
            m_table->setVeto(row, words);
        else
            m_table->setNotApplicable(row, words);
        dialog->accept();
    });
    dialog->open();
}

void ScoringPage::askRatio(int row)
{
    const model::Field& number = *model::kindOf<model::Instrument>().field(QStringLiteral("quantity"));
    model::Field good = number;
    good.key = QStringLiteral("num");
    good.label = tr("符合的数量");
    good.minimum = 0;
    model::Field all = number;
    all.key = QStringLiteral("den");
    all.label = tr("总数量");
    all.minimum = 0;
    auto* dialog = new FormDialog(tr("填写比例：%1").arg(m_table->item(row, 0)->text()), {good, all}, this);
    connect(dialog, &FormDialog::submitted, this, [this, row, dialog](const services::FieldValues& values) {
        const Rate ratio{model::integerOf(values.value(QStringLiteral("num"))), model::integerOf(values.value(QStringLiteral("den")))};
        if (ratio.num > ratio.den) {
            dialog->showFault({ErrorKind::Invalid, QStringLiteral("num_over_den"), tr("符合的数量不能大于总数量。"), QStringLiteral("num")});
            return;
        }
        m_table->setRatio(row, ratio);
        dialog->accept();
    });
    dialog->open();
}

services::InspectionForm ScoringPage::form() const
{
    services::InspectionForm form;
    form.unit = unit();
    form.kind = *model::wordOf<model::InspectionKind>(m_kind->currentData().toString());
    form.on = m_on->date();
    form.inspectors = m_inspectors->text().trimmed();
    form.answers = m_table->answers();
    return form;
}

void ScoringPage::submit()
{
    m_draftTimer->stop();
    write<services::Written>(
        [filed = form(), key = m_draftKey](services::Workspace& workspace) -> Result<services::Written> {
            auto written = services::recordInspection(workspace, filed);
            if (written)
                if (auto dropped = services::dropDraft(workspace, key); !dropped)
                    return fail(dropped.error());
            return written;
        },
        [this](const services::Written& written) {
            m_isLoading = true;
            m_table->setSheet(*m_edition, *m_sheet);
            m_isLoading = false;
            onChanged();
            m_draftTimer->stop();
            offerProblems(written.uid);
        });
}

void ScoringPage::offerProblems(const Uid& inspection)
{
    read<QVector<rules::ProblemSuggestion>>(
        [inspection](const services::Workspace& workspace) { return services::suggestProblems(workspace, inspection); },
        [this](const QVector<rules::ProblemSuggestion>& suggestions) {
            if (suggestions.isEmpty())
                return;
            QStringList lines;
            for (const rules::ProblemSuggestion& suggestion : suggestions)
                lines << QStringLiteral("· ") + suggestion.problem.description;
            Prompts::current().confirm(
                this, tr("评分已提交。扣分提示有 %1 个问题，是否登记到“问题整改”？\n\n%2").arg(suggestions.size()).arg(lines.join(QLatin1Char('\n'))),
                tr("登记这些问题"), [this, suggestions] {
                    for (const rules::ProblemSuggestion& suggestion : suggestions)
                        write<services::Written>(
                            [record = model::toRecord(suggestion.problem)](services::Workspace& workspace) {
                                return services::addRecord(workspace, record);
                            },
                            [](const services::Written&) {});
                });
        });
}

} // namespace chengheng::gui
