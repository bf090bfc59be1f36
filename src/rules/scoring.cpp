// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/scoring.h"

#include "base/json.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Scoring)
};

constexpr Points fullScore = Points::whole(100);
/// Thresholds of ratios stand in ten-thousandths.
constexpr qint64 thresholdScale = 10'000;

QString percentOf(qint64 threshold)
{
    return Points::fromHundredths(threshold).toString() + QLatin1Char('%');
}

/// Fills points and sentence of one item; what it may hold was checked before.
class ItemScoring
{
public:
    ItemScoring(const SheetItem& item, const Answer* answer) : m_item(item), m_answer(answer)
    {
        m_score.item = item.id;
        m_score.max = item.max;
    }

    ItemScore score();

private:
    void deduct();
    void allOrNothing();
    void ratio();
    void zeroOverZero();
    void award();
    void checklist();
    void leaveOut(const QString& why);
    void give(Points points, const QString& how);
    QString full() const { return m_item.max.toString(); }

    const SheetItem& m_item;
    const Answer* m_answer;
    ItemScore m_score;
};

/// "…，得3分（满分6分）。" or "…，得满分6分。"
void ItemScoring::give(Points points, const QString& how)
{
    m_score.points = points;
    m_score.why = points == m_item.max ? Text::tr("%1，得满分%2分。").arg(how, full())
                                       : Text::tr("%1，得%2分（满分%3分）。").arg(how, points.toString(), full());
}

void ItemScoring::leaveOut(const QString& why)
{
    m_score.isNotApplicable = true;
    m_score.why = why;
}

void ItemScoring::deduct()
{
    const qint64 found = *m_answer->occurrences;
    const Points lost = m_item.method.per * found;
    const Points counted = std::min({lost, m_item.method.cap, m_item.max});
    if (found == 0)
        return give(m_item.max, Text::tr("未发现扣分情形"));
    const QString rule =
        Text::tr("%1扣%2分，发现%3处").arg(m_item.method.unit, m_item.method.per.toString()).arg(found);
    if (counted < lost)
        return give(m_item.max - counted,
                    Text::tr("%1，应扣%2分，最多扣%3分").arg(rule, lost.toString(), counted.toString()));
    give(m_item.max - counted, Text::tr("%1，扣%2分").arg(rule, counted.toString()));
}

void ItemScoring::allOrNothing()
{
    if (*m_answer->met)
        return give(m_item.max, Text::tr("符合“%1”").arg(m_item.method.condition));
    give(Points(), Text::tr("不符合“%1”").arg(m_item.method.condition));
}

void ItemScoring::zeroOverZero()
{
    switch (m_item.method.zeroOverZero) {
    case ZeroOverZero::Full:
        return give(m_item.max, Text::tr("没有可计数的对象，按规定不扣分"));
    case ZeroOverZero::NotApplicable:
        return leaveOut(Text::tr("没有可计数的对象，作合理缺项，不计入总分。"));
    case ZeroOverZero::Pending:
        m_score.why = Text::tr("没有可计数的对象，尚不能评分（满分%1分）。").arg(full());
    }
}

void ItemScoring::ratio()
{
    const Rate rate = *m_answer->ratio;
    if (rate.isNothing())
        return zeroOverZero();
    const QString counted = Text::tr("%1÷%2=%3").arg(rate.num).arg(rate.den).arg(rate.toPercent());
    const qint64 share = rate.num * thresholdScale;
    if (share >= m_item.method.fullAt * rate.den)
        return give(m_item.max, Text::tr("%1，达到%2").arg(counted, percentOf(m_item.method.fullAt)));
    if (share < m_item.method.zeroBelow * rate.den)
        return give(Points(), Text::tr("%1，低于%2").arg(counted, percentOf(m_item.method.zeroBelow)));
    give(m_item.max.shareRoundedToTenth(rate.num, rate.den), Text::tr("%1，按满分%2分乘以比例").arg(counted, full()));
}

void ItemScoring::award()
{
    give(*m_answer->points, Text::tr("检查人员评定"));
}

void ItemScoring::checklist()
{
    Points points;
    QStringList missing;
    for (const QString& check : m_item.method.checks) {
        if (m_answer->checks.contains(check))
            points += m_item.method.per;
        else
            missing.append(check);
    }
    points = std::min(points, m_item.max);
    give(points, missing.isEmpty() ? Text::tr("各要点均符合")
                                   : Text::tr("不符合的要点：%1").arg(missing.join(QStringLiteral("、"))));
}

ItemScore ItemScoring::score()
{
    if (m_answer && m_answer->isNotApplicable) {
        leaveOut(Text::tr("合理缺项（%1），不计入总分。").arg(m_answer->reason));
    } else if (!m_answer || !m_answer->hasValue()) {
        m_score.why = Text::tr("尚未评分（满分%1分）。").arg(full());
    } else {
        switch (m_item.method.type) {
        case MethodType::Deduct:
            deduct();
            break;
        case MethodType::AllOrNothing:
            allOrNothing();
            break;
        case MethodType::Ratio:
            ratio();
            break;
        case MethodType::Award:
            award();
            break;
        case MethodType::Checklist:
            checklist();
            break;
        }
    }
    if (m_answer && m_answer->isVeto)
        m_score.why += Text::tr("经查实一票否决：%1。").arg(m_item.vetoWhen);
    return m_score;
}

Points outOfHundred(Points earned, Points applicable)
{
    return fullScore.shareRoundedToTenth(earned.hundredths(), applicable.hundredths());
}

/// The points still to be had from open items.
Points openPoints(const QVector<ItemScore>& items)
{
    Points open;
    for (const ItemScore& item : items)
        if (item.isOpen())
            open += item.max;
    return open;
}

void addUp(Score& scored, Points least)
{
    for (const ItemScore& item : std::as_const(scored.items)) {
        scored.earned += item.points.value_or(Points());
        if (!item.isNotApplicable)
            scored.applicable += item.max;
    }
    const Points open = openPoints(scored.items);
    scored.complete = open == Points();
    if (scored.applicable < least || scored.applicable == Points())
        return;
    const Points low = outOfHundred(scored.earned, scored.applicable);
    scored.range = ScoreRange{low, outOfHundred(scored.earned + open, scored.applicable)};
    if (scored.complete)
        scored.score = low;
}

void setGrade(Score& scored, const QString& key, const QString& label)
{
    scored.gradeKey = key;
    scored.grade = label;
}

void setFailed(Score& scored)
{
    setGrade(scored, QLatin1String(failedGradeKey), Text::tr("不合格"));
}

/// The highest band the score reaches.
void gradeByBands(Score& scored, const QVector<GradeBand>& bands)
{
    const GradeBand* best = nullptr;
    for (const GradeBand& band : bands)
        if (*scored.score >= band.minimum && (!best || band.minimum > best->minimum))
            best = &band;
    if (best)
        setGrade(scored, best->key, best->label);
    else
        setFailed(scored);
}

void holdAtPass(Score& scored, const QVector<GradeBand>& bands, const QString& reason)
{
    const auto pass = std::find_if(bands.cbegin(), bands.cend(),
                                   [](const GradeBand& band) { return band.key == QLatin1String(passGradeKey); });
    if (reason.isEmpty() || pass == bands.cend() || *scored.score < pass->minimum || scored.gradeKey == pass->key)
        return;
    setGrade(scored, pass->key, pass->label);
    scored.heldBack = reason;
}

void grade(Score& scored, const SheetEdition& edition, const ScoreContext& context)
{
    if (!scored.vetoes.isEmpty()) {
        setFailed(scored);
        scored.heldBack = Text::tr("一票否决（%1）成立，判为不合格。").arg(scored.vetoes.join(QStringLiteral("、")));
    } else if (!scored.range) {
        scored.heldBack = Text::tr("适用项满分合计%1分，不足%2分，不折算、不评级，由负责人决定。")
                              .arg(scored.applicable.toString(), edition.minimumApplicable.toString());
    } else if (scored.score) {
        gradeByBands(scored, edition.gradeBands);
        holdAtPass(scored, edition.gradeBands, context.holdReason);
    }
}

QString totalPart(const Score& scored)
{
    const QString sum =
        Text::tr("实得%1分，适用项满分%2分").arg(scored.earned.toString(), scored.applicable.toString());
    if (scored.score)
        return Text::tr("%1，得分%2").arg(sum, scored.score->toString());
    if (!scored.range)
        return sum;
    const auto open =
        std::count_if(scored.items.cbegin(), scored.items.cend(), [](const ItemScore& item) { return item.isOpen(); });
    return Text::tr("%1，还有%2项未评，最终得分在%3到%4之间")
        .arg(sum)
        .arg(open)
        .arg(scored.range->low.toString(), scored.range->high.toString());
}

QString sentence(const Score& scored)
{
    QString why = totalPart(scored);
    if (!scored.grade.isEmpty())
        why += Text::tr("，建议等级%1").arg(scored.grade);
    why += Text::tr("。");
    return why + scored.heldBack;
}

} // namespace

Result<Score> score(const SheetEdition& edition, const Sheet& sheet, const SheetAnswers& answers,
                    const ScoreContext& context)
{
    if (auto checked = checkAnswers(edition, sheet, answers); !checked)
        return fail(checked.error());
    Score scored;
    scored.sheet = sheet.no;
    scored.edition = edition.name;
    scored.vetoes = answers.globalVetoes;
    scored.vetoes.sort();
    for (const SheetItem& item : sheet.items) {
        const Answer* answer = answers.find(item.id);
        scored.items.append(ItemScoring(item, answer).score());
        if (answer && answer->isVeto)
            scored.vetoes.append(item.id);
    }
    addUp(scored, edition.minimumApplicable);
    grade(scored, edition, context);
    scored.why = sentence(scored);
    return scored;
}

QString scoringRule(const SheetItem& item)
{
    const ItemMethod& method = item.method;
    switch (method.type) {
    case MethodType::Deduct:
        return Text::tr("%1扣%2分，最多扣%3分。")
            .arg(method.unit, method.per.toString(), std::min(method.cap, item.max).toString());
    case MethodType::AllOrNothing:
        return Text::tr("符合“%1”得满分，否则不得分。").arg(method.condition);
    case MethodType::Ratio:
        return method.zeroBelow > 0 ? Text::tr("按比例得分，达到%1得满分，低于%2不得分。")
                                          .arg(percentOf(method.fullAt), percentOf(method.zeroBelow))
                                    : Text::tr("按比例得分，达到%1得满分。").arg(percentOf(method.fullAt));
    case MethodType::Award:
        return method.step > Points() ? Text::tr("由检查人员评定，以%1分为一档。").arg(method.step.toString())
                                      : Text::tr("由检查人员评定。");
    case MethodType::Checklist:
        return Text::tr("符合一个要点得%1分：%2。")
            .arg(method.per.toString(), method.checks.join(QStringLiteral("、")));
    }
    return {};
}

QVector<GlobalVeto> globalVetoesOn(const SheetEdition& edition, const Sheet& sheet)
{
    QVector<GlobalVeto> vetoes;
    for (const GlobalVeto& veto : edition.globalVetoes)
        if (veto.sheets.contains(sheet.no))
            vetoes.append(veto);
    return vetoes;
}

Result<SheetAnswers> answersOf(const model::Inspection& inspection)
{
    const auto json = parseJsonObject(inspection.answers.toUtf8(), Text::tr("评分记录"));
    if (!json)
        return fail(json.error());
    return parseAnswers(*json, int(inspection.sheet));
}

Result<Score> score(const SheetEdition& edition, const model::Inspection& inspection, const ScoreContext& context)
{
    const auto answers = answersOf(inspection);
    if (!answers)
        return fail(answers.error());
    const Sheet* sheet = edition.sheet(int(inspection.sheet));
    if (!sheet)
        return fail(ErrorKind::NotFound, "unknown_sheet",
                    Text::tr("评分表版本“%1”中没有第%2张表。").arg(edition.name).arg(inspection.sheet),
                    QStringLiteral("sheet"));
    return score(edition, *sheet, *answers, context);
}

} // namespace chengheng::rules
