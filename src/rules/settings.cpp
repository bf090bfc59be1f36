// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/settings.h"

#include "rules/summary.h"
#include "rules/verification.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Setting;
using model::SettingName;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

struct Known {
    SettingName name;
    int builtIn;
    QString use;
};

const QVector<Known>& known()
{
    static const QVector<Known> settings{
        {SettingName::DueSoon, defaultDueSoonDays, Text::tr("有效期只剩这些天的器具显示为临近到期。")},
        {SettingName::Booking, 15, Text::tr("最迟在到期前这些个工作日预约检定。")},
        {SettingName::UrgentProblem, 7, Text::tr("由失分、监督反馈建议问题时给出的整改期限。")},
        {SettingName::SeriousProblem, 15, Text::tr("由失分、监督反馈建议问题时给出的整改期限。")},
        {SettingName::OrdinaryProblem, 30, Text::tr("由失分、监督反馈建议问题时给出的整改期限。")},
        {SettingName::InspectionLead, 10, Text::tr("迎检准备：没有检查评分的单位最迟何时开始。")},
        {SettingName::SelfCheckLead, 10, Text::tr("迎检准备：没有自查的单位最迟何时开始。")},
        {SettingName::RectificationLead, 10, Text::tr("迎检准备：将要超期的整改最迟何时开始。")},
        {SettingName::DisplayLead, 5, Text::tr("迎检准备：没有张贴承诺书的单位最迟何时开始。")},
        {SettingName::RegistrationLead, 15, Text::tr("迎检准备：名额不足的业态最迟何时开始。")},
        {SettingName::PaperLead, 10, Text::tr("迎检准备：验收材料中缺的最迟何时开始补。")},
        {SettingName::FactsAge, 180, Text::tr("摸底遴选的信息核实：超过这些天列为需要核实。")},
        {SettingName::FeedbackAnswer, 3, Text::tr("群众监督的反馈答复：办公室自定的答复期限。")},
        {SettingName::ComplaintHandOver, 1, Text::tr("投诉举报的时限：镇里收到后移交监管所的期限。")},
        {SettingName::ComplaintAccept, 3, Text::tr("投诉举报的时限：办公室自定，比法定的 7 个工作日快。")},
        {SettingName::ComplaintMediate, 30, Text::tr("投诉举报的时限：办公室自定，比法定的 60 日快。")},
        {SettingName::ComplaintCheck, 10, Text::tr("投诉举报的时限：办公室自定，比法定的 15 个工作日快。")},
        {SettingName::ComplaintTell, 3, Text::tr("投诉举报的时限：办公室自定，比法定的告知期限快。")},
        {SettingName::PaperOut, 5, Text::tr("文书归档的未回文书：送出超过这些个工作日催办。")},
        {SettingName::LookAhead, 60, Text::tr("创建总览和简报：列出这些天内到期的器具。")},
        {SettingName::OwedAhead, 7, Text::tr("我的待办：列出这些天内要办的事。")},
        {SettingName::SupervisorLoad, 15, Text::tr("群众监督的包干覆盖：一人超过这些家算过多。")},
        {SettingName::FairScaleCheck, 7, Text::tr("公平秤核查：两次核查相隔不超过这些天，超过的算缺少周期。")},
        {SettingName::ReReview, 3, Text::tr("我的待办：自验收通过之日起满这些年提醒复评审。")},
    };
    return settings;
}

const Known& knownOf(SettingName name)
{
    return *std::find_if(known().begin(), known().end(), [name](const Known& one) { return one.name == name; });
}

/// The last one set of each name; of one day the one entered later.
QHash<SettingName, Setting> inForce(const model::CampaignFacts& facts)
{
    QHash<SettingName, Setting> latest;
    for (const Setting& setting : bookOf<Setting>(facts)) {
        const auto other = latest.constFind(setting.name);
        if (other == latest.cend() || other->from <= setting.from)
            latest.insert(setting.name, setting);
    }
    return latest;
}

} // namespace

int builtInDays(SettingName name)
{
    return knownOf(name).builtIn;
}

int daysOf(const model::CampaignFacts& facts, SettingName name)
{
    const auto set = inForce(facts);
    const auto own = set.constFind(name);
    return own == set.cend() ? builtInDays(name) : int(own->days);
}

int rectificationDays(const model::CampaignFacts& facts, model::Severity severity)
{
    switch (severity) {
    case model::Severity::Urgent:
        return daysOf(facts, SettingName::UrgentProblem);
    case model::Severity::Serious:
        return daysOf(facts, SettingName::SeriousProblem);
    case model::Severity::Ordinary:
        break;
    }
    return daysOf(facts, SettingName::OrdinaryProblem);
}

QString usedFor(SettingName name)
{
    return knownOf(name).use;
}

Summary settingsSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("现行"), Text::tr("内置"), Text::tr("自何日起"),
                       Text::tr("用在哪里")};
    const auto set = inForce(input.facts);
    for (const auto& word : model::wordsOf<SettingName>()) {
        const auto own = set.constFind(word.value);
        const bool isSet = own != set.cend();
        const int builtIn = builtInDays(word.value);
        summary.rows.append(
            {.cells = {word.choice.label, QString::number(isSet ? own->days : builtIn), QString::number(builtIn),
                       isSet ? screenDate(own->from) : Text::tr("内置"), usedFor(word.value)},
             .kind = isSet ? model::kindOf<Setting>().key : QString(),
             .record = isSet ? own->uid : Uid()});
    }
    summary.sentence =
        set.isEmpty() ? Text::tr("全部按内置数字计算；要改，请在“期限设定”中新增，写明自何日起和理由。")
                      : Text::tr("%1 项由办公室设定，其余按内置数字；以前的日子按当时的设定计算。").arg(set.size());
    return summary;
}

} // namespace chengheng::rules
