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
        {Trade::Shop, word("shop", Text::tr("超市商店"), {Text::tr("超市"), Text::tr("商店"), Text::tr("商店(超市)")})},
        {Trade::Market,
         word("market", Text::tr("菜场"), {Text::tr("集贸市场"), Text::tr("菜市场"), Text::tr("菜(市)场")})},
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
        {InspectionKind::Rehearsal, word("rehearsal", Text::tr("模拟检查"))},
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

template <>
const QVector<Word<ManagementState>>& wordsOf()
{
    static const QVector<Word<ManagementState>> words{
        {ManagementState::Sound, word("sound", Text::tr("健全"))},
        {ManagementState::Partial, word("partial", Text::tr("基本健全"))},
        {ManagementState::Lacking, word("lacking", Text::tr("不健全"))},
    };
    return words;
}

template <>
const QVector<Word<SurveyOpinion>>& wordsOf()
{
    static const QVector<Word<SurveyOpinion>> words{
        {SurveyOpinion::Select, word("select", Text::tr("建议入选"))},
        {SurveyOpinion::Reject, word("reject", Text::tr("不建议入选"))},
    };
    return words;
}

template <>
const QVector<Word<UnitCaseKind>>& wordsOf()
{
    static const QVector<Word<UnitCaseKind>> words{
        {UnitCaseKind::Complaint, word("complaint", Text::tr("投诉"))},
        {UnitCaseKind::Reweighing, word("reweighing", Text::tr("复秤"))},
        {UnitCaseKind::Exchange, word("exchange", Text::tr("退换"))},
    };
    return words;
}

template <>
const QVector<Word<InstrumentEventKind>>& wordsOf()
{
    static const QVector<Word<InstrumentEventKind>> words{
        {InstrumentEventKind::Moved, word("moved", Text::tr("移动位置"))},
        {InstrumentEventKind::SentToVerify, word("sent_to_verify", Text::tr("送检"))},
        {InstrumentEventKind::SentToRepair, word("sent_to_repair", Text::tr("送修"))},
        {InstrumentEventKind::Repaired, word("repaired", Text::tr("修理后启用"))},
        {InstrumentEventKind::Resealed, word("resealed", Text::tr("重新加封"))},
        {InstrumentEventKind::Installed, word("installed", Text::tr("新装"))},
    };
    return words;
}

template <>
const QVector<Word<ResidentServiceKind>>& wordsOf()
{
    static const QVector<Word<ResidentServiceKind>> words{
        {ResidentServiceKind::Calibrate, word("calibrate", Text::tr("校准"))},
        {ResidentServiceKind::Mend, word("mend", Text::tr("小修"))},
        {ResidentServiceKind::Check, word("check", Text::tr("检查"))},
    };
    return words;
}

template <>
const QVector<Word<PriceClass>>& wordsOf()
{
    static const QVector<Word<PriceClass>> words{
        {PriceClass::First, word("first", Text::tr("粮食、蔬菜、水果或6元/千克以下"))},
        {PriceClass::Second, word("second", Text::tr("肉蛋、糕点等或6至30元/千克"))},
        {PriceClass::Third, word("third", Text::tr("干菜、山海珍品或30至100元/千克"))},
        {PriceClass::Fourth, word("fourth", Text::tr("100元/千克以上"))},
    };
    return words;
}

template <>
const QVector<Word<WeighingMethod>>& wordsOf()
{
    static const QVector<Word<WeighingMethod>> words{
        {WeighingMethod::Original, word("original", Text::tr("原计量器具比较法"))},
        {WeighingMethod::HigherAccuracy, word("higher_accuracy", Text::tr("高准确度计量器具比较法"))},
        {WeighingMethod::SameAccuracy, word("same_accuracy", Text::tr("同等准确度计量器具比较法"))},
    };
    return words;
}

template <>
const QVector<Word<NoticeKind>>& wordsOf()
{
    static const QVector<Word<NoticeKind>> words{
        {NoticeKind::Advice, word("advice", Text::tr("整改建议"))},
        {NoticeKind::Order, word("order", Text::tr("责令改正"))},
    };
    return words;
}

template <>
const QVector<Word<Finding>>& wordsOf()
{
    static const QVector<Word<Finding>> words{
        {Finding::Good, word("good", Text::tr("符合"))},
        {Finding::Bad, word("bad", Text::tr("不符合"))},
    };
    return words;
}

template <>
const QVector<Word<InstrumentFinding>>& wordsOf()
{
    static const QVector<Word<InstrumentFinding>> words{
        {InstrumentFinding::Unverified, word("unverified", Text::tr("未检定"))},
        {InstrumentFinding::Overdue, word("overdue", Text::tr("超周期"))},
        {InstrumentFinding::SuspectedCheating, word("suspected_cheating", Text::tr("涉嫌作弊"))},
        {InstrumentFinding::NotInLedger, word("not_in_ledger", Text::tr("台账中没有"))},
    };
    return words;
}

template <>
const QVector<Word<ComplaintKind>>& wordsOf()
{
    static const QVector<Word<ComplaintKind>> words{
        {ComplaintKind::Complaint, word("complaint", Text::tr("投诉"))},
        {ComplaintKind::Report, word("report", Text::tr("举报"))},
    };
    return words;
}

template <>
const QVector<Word<Channel>>& wordsOf()
{
    static const QVector<Word<Channel>> words{
        {Channel::Hotline12345, word("hotline_12345", Text::tr("12345热线"))},
        {Channel::Hotline12315, word("hotline_12315", Text::tr("12315平台"))},
        {Channel::Visit, word("visit", Text::tr("来访"))},
        {Channel::Call, word("call", Text::tr("来电"))},
        {Channel::Letter, word("letter", Text::tr("来信"))},
        {Channel::Supervisor, word("supervisor", Text::tr("监督员"))},
        {Channel::Other, word("other", Text::tr("其他"))},
    };
    return words;
}

template <>
const QVector<Word<Receiver>>& wordsOf()
{
    static const QVector<Word<Receiver>> words{
        {Receiver::Town, word("town", Text::tr("镇里"))},
        {Receiver::Station, word("station", Text::tr("监管所"))},
    };
    return words;
}

template <>
const QVector<Word<ComplaintOutcome>>& wordsOf()
{
    static const QVector<Word<ComplaintOutcome>> words{
        {ComplaintOutcome::Settled, word("settled", Text::tr("调解成功"))},
        {ComplaintOutcome::NotSettled, word("not_settled", Text::tr("调解不成"))},
        {ComplaintOutcome::Withdrawn, word("withdrawn", Text::tr("撤回"))},
        {ComplaintOutcome::Handled, word("handled", Text::tr("已处理"))},
        {ComplaintOutcome::Unfounded, word("unfounded", Text::tr("查无实据"))},
    };
    return words;
}

template <>
const QVector<Word<RefusalGround>>& wordsOf()
{
    static const QVector<Word<RefusalGround>> words{
        {RefusalGround::NotCompetent, word("not_competent", Text::tr("（一）不属于本部门职责或无处理权限"))},
        {RefusalGround::DealtWith, word("dealt_with", Text::tr("（二）已由法院、仲裁或其他机关受理、处理"))},
        {RefusalGround::NoConsumerDispute,
         word("no_consumer_dispute", Text::tr("（三）不是为生活消费或不能证明存在争议"))},
        {RefusalGround::TooLate, word("too_late", Text::tr("（四）知道权益受侵害超过三年"))},
        {RefusalGround::MaterialsLacking, word("materials_lacking", Text::tr("（五）未提供规定材料或材料虚假"))},
        {RefusalGround::FalseIdentity, word("false_identity", Text::tr("（六）冒名或拒不配合核验身份"))},
        {RefusalGround::Other, word("other", Text::tr("（七）其他规定不予受理的情形"))},
    };
    return words;
}

template <>
const QVector<Word<EndGround>>& wordsOf()
{
    static const QVector<Word<EndGround>> words{
        {EndGround::Withdrawn, word("withdrawn", Text::tr("（一）撤回投诉或自行和解"))},
        {EndGround::Absent, word("absent", Text::tr("（二）无正当理由不参加或拒绝调解"))},
        {EndGround::NoAgreement, word("no_agreement", Text::tr("（三）一方明确表示无法达成协议"))},
        {EndGround::TestCostsOpen, word("test_costs_open", Text::tr("（四）鉴定、检测费用无法协商一致"))},
        {EndGround::TimeOver, word("time_over", Text::tr("（五）自受理之日起六十日内未达成协议"))},
        {EndGround::NotAcceptable, word("not_acceptable", Text::tr("（六）受理后发现不应受理或涉嫌骗赔"))},
        {EndGround::PartyGone, word("party_gone", Text::tr("（七）当事人死亡或主体资格灭失"))},
        {EndGround::Other, word("other", Text::tr("（八）其他规定应当终止的情形"))},
    };
    return words;
}

template <>
const QVector<Word<ComplaintStepKind>>& wordsOf()
{
    static const QVector<Word<ComplaintStepKind>> words{
        {ComplaintStepKind::TestingBegun, word("testing_begun", Text::tr("送鉴定、检测"))},
        {ComplaintStepKind::TestingEnded, word("testing_ended", Text::tr("鉴定、检测结束"))},
        {ComplaintStepKind::ClueFound, word("clue_found", Text::tr("发现违法线索"))},
        {ComplaintStepKind::CheckExtended, word("check_extended", Text::tr("批准延长核查"))},
        {ComplaintStepKind::FilingDecided, word("filing_decided", Text::tr("决定是否立案"))},
        {ComplaintStepKind::ReportedAgain, word("reported_again", Text::tr("补充新事实再次举报"))},
        {ComplaintStepKind::TerminationTold, word("termination_told", Text::tr("告知终止调解"))},
        {ComplaintStepKind::ReporterTold, word("reporter_told", Text::tr("告知举报人"))},
    };
    return words;
}

template <>
const QVector<Word<CaseSource>>& wordsOf()
{
    static const QVector<Word<CaseSource>> words{
        {CaseSource::Inspection, word("inspection", Text::tr("检查发现"))},
        {CaseSource::Complaint, word("complaint", Text::tr("投诉举报"))},
        {CaseSource::Supervisor, word("supervisor", Text::tr("监督员反馈"))},
        {CaseSource::Transfer, word("transfer", Text::tr("移送交办"))},
    };
    return words;
}

template <>
const QVector<Word<Audience>>& wordsOf()
{
    static const QVector<Word<Audience>> words{
        {Audience::Units, word("units", Text::tr("参建单位"))},
        {Audience::Supervisors, word("supervisors", Text::tr("群众监督员"))},
        {Audience::Inspectors, word("inspectors", Text::tr("执法人员"))},
        {Audience::Residents, word("residents", Text::tr("居民"))},
    };
    return words;
}

template <>
const QVector<Word<AttendeeRole>>& wordsOf()
{
    static const QVector<Word<AttendeeRole>> words{
        {AttendeeRole::Head, word("head", Text::tr("单位负责人"))},
        {AttendeeRole::Manager, word("manager", Text::tr("计量管理员"))},
        {AttendeeRole::Supervisor, word("supervisor", Text::tr("群众监督员"))},
        {AttendeeRole::Inspector, word("inspector", Text::tr("执法人员"))},
        {AttendeeRole::Other, word("other", Text::tr("其他"))},
    };
    return words;
}

template <>
const QVector<Word<ActivityKind>>& wordsOf()
{
    static const QVector<Word<ActivityKind>> words{
        {ActivityKind::Mobilisation, word("mobilisation", Text::tr("动员大会"))},
        {ActivityKind::Launch, word("launch", Text::tr("启动仪式"))},
        {ActivityKind::Meeting, word("meeting", Text::tr("工作组例会"))},
        {ActivityKind::ConsumerDay, word("consumer_day", Text::tr("3·15宣传"))},
        {ActivityKind::MetrologyDay, word("metrology_day", Text::tr("5·20宣传"))},
        {ActivityKind::QualityMonth, word("quality_month", Text::tr("质量月宣传"))},
        {ActivityKind::Publicity, word("publicity", Text::tr("其他宣传活动"))},
        {ActivityKind::Commending, word("commending", Text::tr("总结表彰会"))},
    };
    return words;
}

template <>
const QVector<Word<AttendeeGroup>>& wordsOf()
{
    static const QVector<Word<AttendeeGroup>> words{
        {AttendeeGroup::Unit, word("unit", Text::tr("参建单位"))},
        {AttendeeGroup::Resident, word("resident", Text::tr("居民"))},
        {AttendeeGroup::Supervisor, word("supervisor", Text::tr("群众监督员"))},
        {AttendeeGroup::Department, word("department", Text::tr("部门"))},
        {AttendeeGroup::Media, word("media", Text::tr("媒体"))},
    };
    return words;
}

template <>
const QVector<Word<Medium>>& wordsOf()
{
    static const QVector<Word<Medium>> words{
        {Medium::Newspaper, word("newspaper", Text::tr("报刊"))},
        {Medium::Television, word("television", Text::tr("电视"))},
        {Medium::Website, word("website", Text::tr("网站"))},
        {Medium::Wechat, word("wechat", Text::tr("微信公众号"))},
        {Medium::Screen, word("screen", Text::tr("电子显示屏"))},
        {Medium::Poster, word("poster", Text::tr("宣传栏"))},
    };
    return words;
}

template <>
const QVector<Word<MediaLevel>>& wordsOf()
{
    static const QVector<Word<MediaLevel>> words{
        {MediaLevel::Town, word("town", Text::tr("镇级"))},
        {MediaLevel::District, word("district", Text::tr("区级"))},
        {MediaLevel::City, word("city", Text::tr("市级"))},
    };
    return words;
}

template <>
const QVector<Word<MaterialKind>>& wordsOf()
{
    static const QVector<Word<MaterialKind>> words{
        {MaterialKind::Poster, word("poster", Text::tr("海报"))},
        {MaterialKind::Booklet, word("booklet", Text::tr("手册"))},
        {MaterialKind::Pledge, word("pledge", Text::tr("承诺书"))},
        {MaterialKind::Leaflet, word("leaflet", Text::tr("折页"))},
        {MaterialKind::Banner, word("banner", Text::tr("横幅"))},
        {MaterialKind::Other, word("other", Text::tr("其他"))},
    };
    return words;
}

template <>
const QVector<Word<PostKind>>& wordsOf()
{
    static const QVector<Word<PostKind>> words{
        {PostKind::Progress, word("progress", Text::tr("活动进展"))},
        {PostKind::Participants, word("participants", Text::tr("参建者名单"))},
        {PostKind::Inspection, word("inspection", Text::tr("检查情况"))},
        {PostKind::RedBlack, word("red_black", Text::tr("红黑名单"))},
    };
    return words;
}

template <>
const QVector<Word<ListColour>>& wordsOf()
{
    static const QVector<Word<ListColour>> words{
        {ListColour::Red, word("red", Text::tr("红名单"))},
        {ListColour::Black, word("black", Text::tr("黑名单"))},
    };
    return words;
}

template <>
const QVector<Word<SettingName>>& wordsOf()
{
    static const QVector<Word<SettingName>> words{
        {SettingName::DueSoon, word("due_soon", Text::tr("检定临近到期的提醒天数"))},
        {SettingName::Booking, word("booking", Text::tr("预约检定的提前工作日"))},
        {SettingName::UrgentProblem, word("urgent_problem", Text::tr("严重问题的整改工作日"))},
        {SettingName::SeriousProblem, word("serious_problem", Text::tr("较重问题的整改工作日"))},
        {SettingName::OrdinaryProblem, word("ordinary_problem", Text::tr("一般问题的整改工作日"))},
        {SettingName::InspectionLead, word("inspection_lead", Text::tr("迎检前补检查的提前工作日"))},
        {SettingName::SelfCheckLead, word("self_check_lead", Text::tr("迎检前补自查的提前工作日"))},
        {SettingName::RectificationLead, word("rectification_lead", Text::tr("整改到期前开始的提前工作日"))},
        {SettingName::DisplayLead, word("display_lead", Text::tr("迎检前张贴承诺书的提前工作日"))},
        {SettingName::RegistrationLead, word("registration_lead", Text::tr("迎检前补足名额的提前工作日"))},
        {SettingName::PaperLead, word("paper_lead", Text::tr("迎检前补材料的提前工作日"))},
        {SettingName::FactsAge, word("facts_age", Text::tr("单位信息多少天未核实算过期"))},
        {SettingName::FeedbackAnswer, word("feedback_answer", Text::tr("答复监督反馈的工作日"))},
        {SettingName::ComplaintHandOver, word("complaint_hand_over", Text::tr("移交投诉举报的工作日"))},
        {SettingName::ComplaintAccept, word("complaint_accept", Text::tr("自定：决定是否受理投诉的工作日"))},
        {SettingName::ComplaintMediate, word("complaint_mediate", Text::tr("自定：投诉调解的天数"))},
        {SettingName::ComplaintCheck, word("complaint_check", Text::tr("自定：核查举报和线索的工作日"))},
        {SettingName::ComplaintTell, word("complaint_tell", Text::tr("自定：告知投诉人、举报人的工作日"))},
        {SettingName::PaperOut, word("paper_out", Text::tr("文书送签未回的催办工作日"))},
        {SettingName::LookAhead, word("look_ahead", Text::tr("总览和简报往后看的天数"))},
        {SettingName::OwedAhead, word("owed_ahead", Text::tr("待办往后看的天数"))},
        {SettingName::SupervisorLoad, word("supervisor_load", Text::tr("一名监督员包干的最多家数"))},
        {SettingName::FairScaleCheck, word("fair_scale_check", Text::tr("公平秤核查间隔的天数"))},
        {SettingName::ReReview, word("re_review", Text::tr("通过验收后几年复评审"))},
    };
    return words;
}

template <>
const QVector<Word<ApplicationKind>>& wordsOf()
{
    static const QVector<Word<ApplicationKind>> words{
        {ApplicationKind::Creation, word("creation", Text::tr("创建申请"))},
        {ApplicationKind::Acceptance, word("acceptance", Text::tr("验收申请"))},
    };
    return words;
}

template <>
const QVector<Word<ApplicationStepKind>>& wordsOf()
{
    static const QVector<Word<ApplicationStepKind>> words{
        {ApplicationStepKind::Sealed, word("sealed", Text::tr("镇政府盖章"))},
        {ApplicationStepKind::CoSigned, word("co_signed", Text::tr("区局会签"))},
        {ApplicationStepKind::Submitted, word("submitted", Text::tr("报送"))},
        {ApplicationStepKind::Returned, word("returned", Text::tr("退回"))},
        {ApplicationStepKind::Revised, word("revised", Text::tr("修改"))},
        {ApplicationStepKind::Accepted, word("accepted", Text::tr("受理同意"))},
    };
    return words;
}

template <>
const QVector<Word<PaperStepKind>>& wordsOf()
{
    static const QVector<Word<PaperStepKind>> words{
        {PaperStepKind::Printed, word("printed", Text::tr("已打印"), {Text::tr("打印")})},
        {PaperStepKind::Sent, word("sent", Text::tr("送签"), {Text::tr("已送签")})},
        {PaperStepKind::Sealed, word("sealed", Text::tr("已盖章"), {Text::tr("盖章"), Text::tr("已签署")})},
        {PaperStepKind::Scanned, word("scanned", Text::tr("已扫描"), {Text::tr("扫描")})},
        {PaperStepKind::Returned, word("returned", Text::tr("被退回"), {Text::tr("退回")})},
        {PaperStepKind::Voided, word("voided", Text::tr("作废"))},
    };
    return words;
}

template <>
const QVector<Word<BudgetCategory>>& wordsOf()
{
    static const QVector<Word<BudgetCategory>> words{
        {BudgetCategory::MeetingsTraining, word("meetings_training", Text::tr("会议、培训"))},
        {BudgetCategory::Publicity, word("publicity", Text::tr("手册与媒体宣传"))},
        {BudgetCategory::Staff, word("staff", Text::tr("行业计量管理人员"))},
        {BudgetCategory::Coordination, word("coordination", Text::tr("协调、迎检与表彰"))},
        {BudgetCategory::Experts, word("experts", Text::tr("专家咨询"))},
        {BudgetCategory::Testing, word("testing", Text::tr("检定检测与计量服务"))},
    };
    return words;
}

template <>
const QVector<Word<Payer>>& wordsOf()
{
    static const QVector<Word<Payer>> words{
        {Payer::Town, word("town", Text::tr("镇政府"))},
        {Payer::Bureau, word("bureau", Text::tr("区市场监管局"))},
    };
    return words;
}

template <>
const QVector<Word<CommendedKind>>& wordsOf()
{
    static const QVector<Word<CommendedKind>> words{
        {CommendedKind::Unit, word("unit", Text::tr("单位"))},
        {CommendedKind::Person, word("person", Text::tr("个人"))},
    };
    return words;
}

template <>
const QVector<Word<Retention>>& wordsOf()
{
    static const QVector<Word<Retention>> words{
        {Retention::Permanent, word("permanent", Text::tr("永久"))},
        {Retention::ThirtyYears, word("thirty_years", Text::tr("30年"))},
        {Retention::TenYears, word("ten_years", Text::tr("10年"))},
    };
    return words;
}

template <>
const QVector<Word<Role>>& wordsOf()
{
    static const QVector<Word<Role>> words{
        {Role::Clerk, word("clerk", Text::tr("办公室人员"))},
        {Role::Officer, word("officer", Text::tr("监管所人员"))},
        {Role::Section, word("section", Text::tr("计量科人员"))},
        {Role::Leader, word("leader", Text::tr("领导"))},
        {Role::Administrator, word("administrator", Text::tr("管理员"))},
    };
    return words;
}

} // namespace chengheng::model
