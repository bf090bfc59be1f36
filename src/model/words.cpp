// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

Choice word(const char* key, QString label, QStringList synonyms = {})
{
    return {QString::fromLatin1(key), std::move(label), std::move(synonyms)};
}

} // namespace

template <>
const QVector<Word<Trade>>& wordsOf()
{
    static const QVector<Word<Trade>> words{
        {Trade::Hospital, word("hospital", Text::tr("医院"), {Text::tr("医疗机构"), Text::tr("诊所")})},
        {Trade::PetrolStation, word("petrol_station", Text::tr("加油站"))},
        {Trade::Shop, word("shop", Text::tr("超市商店"),
                           {Text::tr("超市"), Text::tr("商店"), Text::tr("商店(超市)")})},
        {Trade::Market, word("market", Text::tr("菜场"),
                             {Text::tr("集贸市场"), Text::tr("菜市场"), Text::tr("菜(市)场")})},
        {Trade::Optician, word("optician", Text::tr("眼镜店"), {Text::tr("眼镜"), Text::tr("眼镜制配店")})},
        {Trade::Restaurant, word("restaurant", Text::tr("餐饮"), {Text::tr("餐饮店"), Text::tr("餐馆")})},
        {Trade::SmallMerchant, word("small_merchant", Text::tr("小商户"))},
    };
    return words;
}

template <>
const QVector<Word<Participation>>& wordsOf()
{
    static const QVector<Word<Participation>> words{
        {Participation::Participating, word("participating", Text::tr("参建"))},
        {Participation::Candidate, word("candidate", Text::tr("候选"))},
        {Participation::Rejected, word("rejected", Text::tr("未入选"))},
        {Participation::Withdrawn, word("withdrawn", Text::tr("退出"))},
    };
    return words;
}

template <>
const QVector<Word<LegalKind>>& wordsOf()
{
    static const QVector<Word<LegalKind>> words{
        {LegalKind::Periodic, word("periodic", Text::tr("强检"), {Text::tr("强制检定"), Text::tr("周期检定")})},
        {LegalKind::FirstOnly, word("first_only", Text::tr("首检"), {Text::tr("首次检定")})},
        {LegalKind::FirstLimited, word("first_limited", Text::tr("首检限期"), {Text::tr("首次检定限期使用")})},
        {LegalKind::Voluntary, word("voluntary", Text::tr("非强检"), {Text::tr("非强制检定"), Text::tr("校准")})},
    };
    return words;
}

template <>
const QVector<Word<InstrumentStatus>>& wordsOf()
{
    static const QVector<Word<InstrumentStatus>> words{
        {InstrumentStatus::InUse, word("in_use", Text::tr("在用"), {Text::tr("使用"), Text::tr("正常")})},
        {InstrumentStatus::Stopped, word("stopped", Text::tr("停用"))},
        {InstrumentStatus::Sealed, word("sealed", Text::tr("封存"))},
        {InstrumentStatus::Scrapped, word("scrapped", Text::tr("报废"))},
    };
    return words;
}

template <>
const QVector<Word<Purpose>>& wordsOf()
{
    static const QVector<Word<Purpose>> words{
        {Purpose::Trade, word("trade", Text::tr("贸易结算"))},
        {Purpose::Medical, word("medical", Text::tr("医疗卫生"))},
        {Purpose::Safety, word("safety", Text::tr("安全防护"))},
        {Purpose::FairScale, word("fair_scale", Text::tr("公平秤"))},
        {Purpose::OwnStandard, word("own_standard", Text::tr("自校标准"))},
    };
    return words;
}

template <>
const QVector<Word<Delivery>>& wordsOf()
{
    static const QVector<Word<Delivery>> words{
        {Delivery::Sent, word("sent", Text::tr("送检"))},
        {Delivery::OnSite, word("on_site", Text::tr("上门"), {Text::tr("上门检定"), Text::tr("现场检定")})},
    };
    return words;
}

template <>
const QVector<Word<Presence>>& wordsOf()
{
    static const QVector<Word<Presence>> words{
        {Presence::Present, word("present", Text::tr("有"), {Text::tr("是"), Text::tr("已贴")})},
        {Presence::Missing, word("missing", Text::tr("无"), {Text::tr("否"), Text::tr("缺失")})},
    };
    return words;
}

template <>
const QVector<Word<SealState>>& wordsOf()
{
    static const QVector<Word<SealState>> words{
        {SealState::Intact, word("intact", Text::tr("完好"))},
        {SealState::Broken, word("broken", Text::tr("破损"), {Text::tr("缺失")})},
    };
    return words;
}

template <>
const QVector<Word<VerificationResult>>& wordsOf()
{
    static const QVector<Word<VerificationResult>> words{
        {VerificationResult::Passed, word("passed", Text::tr("合格"))},
        {VerificationResult::Failed, word("failed", Text::tr("不合格"))},
    };
    return words;
}

template <>
const QVector<Word<OrganisationKind>>& wordsOf()
{
    static const QVector<Word<OrganisationKind>> words{
        {OrganisationKind::Town, word("town", Text::tr("镇政府"))},
        {OrganisationKind::TownOffice, word("town_office", Text::tr("镇部门"))},
        {OrganisationKind::Bureau, word("bureau", Text::tr("区市场监管局"))},
        {OrganisationKind::Section, word("section", Text::tr("局科室"))},
        {OrganisationKind::Station, word("station", Text::tr("市场监管所"))},
        {OrganisationKind::Other, word("other", Text::tr("其他"))},
    };
    return words;
}

template <>
const QVector<Word<InspectionKind>>& wordsOf()
{
    static const QVector<Word<InspectionKind>> words{
        {InspectionKind::Daily, word("daily", Text::tr("日常检查"))},
        {InspectionKind::Joint, word("joint", Text::tr("联合检查"))},
        {InspectionKind::Staged, word("staged", Text::tr("阶段性检查"))},
        {InspectionKind::SelfCheck, word("self_check", Text::tr("自查"))},
        {InspectionKind::Expert, word("expert", Text::tr("专家核查"))},
        {InspectionKind::Acceptance, word("acceptance", Text::tr("考核验收"))},
    };
    return words;
}

template <>
const QVector<Word<Conclusion>>& wordsOf()
{
    static const QVector<Word<Conclusion>> words{
        {Conclusion::Passed, word("passed", Text::tr("通过"))},
        {Conclusion::PassedAfterRectification, word("passed_after_rectification", Text::tr("整改后通过"))},
        {Conclusion::NotPassed, word("not_passed", Text::tr("不通过"))},
    };
    return words;
}

template <>
const QVector<Word<Severity>>& wordsOf()
{
    static const QVector<Word<Severity>> words{
        {Severity::Ordinary, word("ordinary", Text::tr("一般"))},
        {Severity::Serious, word("serious", Text::tr("较重"))},
        {Severity::Urgent, word("urgent", Text::tr("严重"))},
    };
    return words;
}

template <>
const QVector<Word<ProblemSource>>& wordsOf()
{
    static const QVector<Word<ProblemSource>> words{
        {ProblemSource::LostPoints, word("lost_points", Text::tr("检查扣分"))},
        {ProblemSource::Supervisor, word("supervisor", Text::tr("监督反馈"))},
        {ProblemSource::Complaint, word("complaint", Text::tr("投诉举报"))},
        {ProblemSource::Opinion, word("opinion", Text::tr("专家或验收意见"))},
        {ProblemSource::Other, word("other", Text::tr("其他"))},
    };
    return words;
}

template <>
const QVector<Word<StepKind>>& wordsOf()
{
    static const QVector<Word<StepKind>> words{
        {StepKind::Advised, word("advised", Text::tr("整改建议"))},
        {StepKind::Ordered, word("ordered", Text::tr("责令改正"))},
        {StepKind::Extended, word("extended", Text::tr("延期"))},
        {StepKind::Rectified, word("rectified", Text::tr("已整改"))},
        {StepKind::RecheckPassed, word("recheck_passed", Text::tr("复查通过"))},
        {StepKind::RecheckFailed, word("recheck_failed", Text::tr("复查未通过"))},
        {StepKind::Closed, word("closed", Text::tr("销号"))},
        {StepKind::Reopened, word("reopened", Text::tr("重新打开"))},
    };
    return words;
}

template <>
const QVector<Word<BatchState>>& wordsOf()
{
    static const QVector<Word<BatchState>> words{
        {BatchState::Done, word("done", Text::tr("已导入"))},
        {BatchState::Undone, word("undone", Text::tr("已撤销"))},
    };
    return words;
}

template <>
const QVector<Word<EditionKind>>& wordsOf()
{
    static const QVector<Word<EditionKind>> words{
        {EditionKind::Plan, word("plan", Text::tr("创建方案"))},
        {EditionKind::Sheets, word("sheets", Text::tr("评分表"))},
        {EditionKind::Calendar, word("calendar", Text::tr("工作日历"))},
        {EditionKind::Catalogue, word("catalogue", Text::tr("器具目录"))},
    };
    return words;
}

} // namespace chengheng::model
