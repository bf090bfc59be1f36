// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/attachment_check.h"

#include "base/dates.h"
#include "rules/problem_state.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AttachmentCheck)
};

using model::Attachment;
using model::CampaignFacts;

constexpr int daysAround = 1; ///< of an event: an evening's pictures may be dated the next day

bool isOpen(const Attachment& attachment)
{
    const model::RecordKind* kind = model::findKind(attachment.subjectKind);
    return kind && !kind->isConfidential;
}

AttachmentFault fault(const char* code, const Attachment& attachment, const QString& why)
{
    return {QLatin1String(code), why, attachment.subjectKind, attachment.subject};
}

void addUsedTwice(QVector<AttachmentFault>& faults, const CampaignFacts& facts)
{
    QMap<QPair<QString, QString>, QVector<const Attachment*>> uses; ///< by register and original
    for (const Attachment& one : facts.attachments)
        if (isOpen(one) && one.mediaType.startsWith(QLatin1String("image/")) && !one.originalSha256.isEmpty())
            uses[{one.subjectKind, one.originalSha256}].append(&one);
    for (const auto& same : std::as_const(uses)) {
        const auto other = std::find_if(same.begin(), same.end(),
                                        [&](const Attachment* one) { return one->subject != same.first()->subject; });
        if (other != same.end())
            faults.append(fault("used_twice", **other,
                                Text::tr("照片“%1”在%2的两条记录里都用了，请换成各自的照片。")
                                    .arg((*other)->fileName, model::findKind((*other)->subjectKind)->title)));
    }
}

/// The day of the event a record is: of those that people photograph on the day.
QHash<Uid, QDate> eventDays(const CampaignFacts& facts)
{
    QHash<Uid, QDate> days;
    for (const char* key :
         {"inspection", "training", "activity", "weighing_check", "nozzle_check", "acceptance_visit"}) {
        const model::RecordKind& kind = *model::findKind(QLatin1String(key));
        for (const model::Record& record : model::recordsOf(facts, kind.key))
            days.insert(record.uid, model::dateOf(record.value(kind.sinceField)));
    }
    return days;
}

void addOutsideEvent(QVector<AttachmentFault>& faults, const CampaignFacts& facts)
{
    const QHash<Uid, QDate> days = eventDays(facts);
    for (const Attachment& one : facts.attachments) {
        const QDate event = days.value(one.subject);
        if (event.isValid() && one.takenOn.isValid() && qAbs(event.daysTo(one.takenOn)) > daysAround)
            faults.append(fault("outside_event", one,
                                Text::tr("照片“%1”的拍摄日期是%2，%3的日期是%4，请核对是不是这一次的。")
                                    .arg(one.fileName, paperDate(one.takenOn), model::findKind(one.subjectKind)->title,
                                         paperDate(event))));
    }
    QHash<Uid, QDate> found;
    for (const model::Problem& problem : facts.problems)
        found.insert(problem.uid, problem.foundOn);
    for (const Attachment& one : facts.attachments)
        if (const QDate day = found.value(one.subject);
            day.isValid() && one.takenOn.isValid() && one.takenOn < day.addDays(-daysAround))
            faults.append(fault("outside_event", one,
                                Text::tr("照片“%1”的拍摄日期是%2，早于发现问题的%3，请核对。")
                                    .arg(one.fileName, paperDate(one.takenOn), paperDate(day))));
}

/// Letters and digits that may be a certificate's number, as a file's name or a caption writes them.
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("[A-Za-z0-9][A-Za-z0-9-]{4,}"));
    QStringList numbers;
    for (auto match = number.globalMatch(text); match.hasNext();)
        numbers << match.next().captured().toUpper();
    return numbers;
}

void addOtherCertificates(QVector<AttachmentFault>& faults, const CampaignFacts& facts)
{
    const QString& kind = model::kindOf<model::Verification>().key;
    if (std::none_of(facts.attachments.cbegin(), facts.attachments.cend(),
                     [&kind](const Attachment& one) { return one.subjectKind == kind; }))
        return;
    QHash<QString, Uid> instruments; ///< by certificate number
    QHash<Uid, const model::Verification*> verifications;
    for (const model::Verification& one : facts.verifications) {
        verifications.insert(one.uid, &one);
        if (!one.certificate.isEmpty())
            instruments.insert(one.certificate.toUpper(), one.instrument);
    }
    for (const Attachment& one : facts.attachments) {
        const model::Verification* verification = verifications.value(one.subject);
        if (!verification)
            continue;
        const QStringList numbers = numbersIn(one.fileName + QLatin1Char(' ') + one.caption);
        if (numbers.contains(verification->certificate.toUpper()))
            continue;
        for (const QString& number : numbers)
            if (instruments.contains(number) && instruments.value(number) != verification->instrument)
                faults.append(fault("other_certificate", one,
                                    Text::tr("附件“%1”写的证书编号 %2 是另一台器具的，这里登记的是“%3”，请核对。")
                                        .arg(one.fileName, number, verification->certificate)));
    }
}

} // namespace

QVector<AttachmentFault> attachmentFaults(const CampaignFacts& facts)
{
    QVector<AttachmentFault> faults;
    addUsedTwice(faults, facts);
    addOutsideEvent(faults, facts);
    addOtherCertificates(faults, facts);
    return faults;
}

QHash<Uid, QStringList> unprovenByUnit(const CampaignFacts& facts, QDate day)
{
    struct Unproven {
        int pledges = 0;
        int certificates = 0;
        int closed = 0;
    };
    QSet<Uid> shown;
    for (const Attachment& one : facts.attachments)
        shown.insert(one.subject);
    QHash<Uid, Unproven> units;
    for (const model::Commitment& one : facts.commitments)
        if (one.displayed == model::Presence::Present && !shown.contains(one.uid) && !shown.contains(one.unit))
            ++units[one.unit].pledges;
    QHash<Uid, Uid> unitOf; // of instruments that are not shown
    for (const model::Instrument& one : facts.instruments)
        if (!shown.contains(one.uid))
            unitOf.insert(one.uid, one.unit);
    for (const model::Verification& one : facts.verifications)
        if (one.result == model::VerificationResult::Passed && !shown.contains(one.uid))
            if (const auto unit = unitOf.constFind(one.instrument); unit != unitOf.cend())
                ++units[*unit].certificates;
    const auto steps = stepsByProblem(facts);
    for (const model::Problem& one : facts.problems)
        if (!shown.contains(one.uid) && problemStanding(one, steps.value(one.uid), day).isClosed())
            ++units[one.unit].closed;
    QHash<Uid, QStringList> words;
    for (auto unit = units.cbegin(); unit != units.cend(); ++unit) {
        if (unit->pledges > 0)
            words[unit.key()] << Text::tr("承诺书写“已张贴”，没有照片");
        if (unit->certificates > 0)
            words[unit.key()] << Text::tr("%1 次检定合格，没有附证书").arg(unit->certificates);
        if (unit->closed > 0)
            words[unit.key()] << Text::tr("%1 个问题已销号，没有整改照片").arg(unit->closed);
    }
    return words;
}

Summary attachmentCheckSummary(const SummaryInput& input)
{
    Summary summary{{Text::tr("核对什么"), Text::tr("说明")}, {}, {}};
    for (const AttachmentFault& one : attachmentFaults(input.facts))
        summary.rows.append({{model::findKind(one.kind)->title, one.why}, one.kind, one.record, true});
    const qsizetype faults = summary.rows.size();
    const auto unproven = unprovenByUnit(input.facts, input.day);
    for (const model::Unit& unit : unitsTakingPart(input.facts))
        if (const QStringList words = unproven.value(unit.uid); !words.isEmpty())
            summary.rows.append({{unit.name, words.join(QStringLiteral("；")) + Text::tr("。")},
                                 model::kindOf<model::Unit>().key,
                                 unit.uid});
    summary.sentence = Text::tr("附件 %1 个，%2 处要核对，%3 家有写“合格、已办”而没有附件的记录。")
                           .arg(input.facts.attachments.size())
                           .arg(faults)
                           .arg(summary.rows.size() - faults);
    return summary;
}

} // namespace chengheng::rules
