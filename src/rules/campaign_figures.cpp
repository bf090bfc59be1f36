// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/campaign_figures.h"

#include "base/dates.h"
#include "rules/status.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CampaignFigures)
};

CampaignFigure counted(const char* key, const QString& label, qint64 count, const QString& why)
{
    return {.key = QLatin1String(key), .label = label, .count = count, .why = why.arg(count)};
}

QVector<CampaignFigure> ofStatus(const Status& now, const model::CampaignFacts& facts)
{
    const qint64 problems = facts.problems.size();
    const qint64 open = now.openProblems.size();
    return {
        counted("units", Text::tr("参建单位数"), now.units, Text::tr("登记簿里当日参建的单位 %1 家。")),
        counted("committed_units", Text::tr("已签承诺单位数"), now.committedUnits.size(),
                Text::tr("参建单位中有承诺书签订日期的 %1 家。")),
        counted("scored_units", Text::tr("已评分单位数"), now.scoredUnits.size(),
                Text::tr("参建单位中有检查评分记录的 %1 家。")),
        counted("problems", Text::tr("问题总数"), problems, Text::tr("登记的问题共 %1 个。")),
        counted("open_problems", Text::tr("未销号问题数"), open, Text::tr("登记的问题中尚未销号的 %1 个。")),
        counted("closed_problems", Text::tr("已销号问题数"), problems - open,
                Text::tr("登记的问题中已经销号的 %1 个。")),
        counted("overdue_problems", Text::tr("逾期问题数"), now.overdueProblems.size(),
                Text::tr("尚未销号、已过整改期限的问题 %1 个。")),
    };
}

QVector<CampaignFigure> ofLedger(const VerificationFigures& ledger)
{
    qint64 all = 0;
    for (const qint64 count : ledger.counts)
        all += count;
    const qint64 inUse = all - ledger.count(VerificationStatus::Inactive);
    QVector<CampaignFigure> figures{
        counted("instruments", Text::tr("台账器具数"), all, Text::tr("台账里的器具共 %1 台（件），包括停用的。")),
        counted("instruments_in_use", Text::tr("在用器具数"), inUse, Text::tr("台账里在用的器具共 %1 台（件）。")),
        counted("mandatory_in_use", Text::tr("在用强检器具数"), ledger.inUse,
                Text::tr("台账里在用的强检器具共 %1 台（件）。")),
        counted("overdue_instruments", Text::tr("超周期器具数"), ledger.count(VerificationStatus::Overdue),
                Text::tr("已过检定有效期的器具 %1 台（件）。")),
    };
    const std::pair<RateKind, const char*> rates[] = {{RateKind::Verification, "verification_rate"},
                                                      {RateKind::Pass, "pass_rate"},
                                                      {RateKind::Validity, "validity_rate"}};
    for (const auto& [kind, key] : rates)
        figures.append({.key = QLatin1String(key),
                        .label = labelOf(kind),
                        .rate = ledger.rate(kind),
                        .why = sentenceOf(kind, ledger)});
    return figures;
}

QVector<CampaignFigure> ofTrades(const Status& now)
{
    QVector<CampaignFigure> figures;
    for (const QuotaStanding& quota : now.quotas) {
        const QString trade = model::labelOf(quota.trade);
        if (quota.trade != model::Trade::None)
            figures.append({.key = QStringLiteral("trade:") + model::keyOf(quota.trade),
                            .label = Text::tr("参建%1数").arg(trade),
                            .count = quota.registered,
                            .why = Text::tr("业态为“%1”、当日参建的单位 %2 家。").arg(trade).arg(quota.registered)});
    }
    return figures;
}

QVector<CampaignFigure> ofRegisters(const model::CampaignFacts& facts)
{
    QVector<CampaignFigure> figures;
    for (const model::RecordKind* kind : model::allKinds()) {
        if (kind->isInternal)
            continue;
        const qint64 count = model::countOf(facts, kind->key);
        figures.append({.key = QStringLiteral("register:") + kind->key,
                        .label = Text::tr("%1登记数").arg(kind->title),
                        .count = count,
                        .why = Text::tr("“%1”登记簿里到当日有 %2 条记录。").arg(kind->title).arg(count)});
    }
    return figures;
}

} // namespace

QString CampaignFigure::text() const
{
    return rate ? rate->toPercent() : QString::number(count.value_or(0));
}

bool isFigureKey(const QString& key)
{
    const QString name = key.section(QLatin1Char(':'), 1);
    if (key.startsWith(QLatin1String("trade:")))
        return model::wordOf<model::Trade>(name).value_or(model::Trade::None) != model::Trade::None;
    if (key.startsWith(QLatin1String("register:"))) {
        const model::RecordKind* kind = model::findKind(name);
        return kind && !kind->isInternal;
    }
    static const QVector<CampaignFigure> figures = ofStatus({}, {}) + ofLedger({});
    return std::any_of(figures.begin(), figures.end(), [&](const CampaignFigure& figure) { return figure.key == key; });
}

QVector<CampaignFigure> campaignFigures(const SummaryInput& input)
{
    const Status now = statusFigures(input.facts, input.plan, input.day);
    return ofStatus(now, input.facts) + ofLedger(now.verification) + ofTrades(now) + ofRegisters(input.facts);
}

} // namespace chengheng::rules
