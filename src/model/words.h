// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace chengheng::model {

/// One word of a closed list: what the database and the command line hold, what people read, and what
/// else tables call it.
struct Choice {
    QString key;
    QString label;
    QStringList synonyms;
};

enum class Trade { None, Hospital, PetrolStation, Shop, Market, Optician, Restaurant, SmallMerchant };
enum class Participation { Participating, Candidate, Rejected, Withdrawn };
/// 管理类别 and legal kind of verification in one: the catalogue of 2020 (公告2020年第42号) and
/// 强制检定的工作计量器具实施检定的有关规定 know three; 非强检 is the owner's own choice.
enum class LegalKind { Periodic, FirstOnly, FirstLimited, Voluntary };
enum class InstrumentStatus { InUse, Stopped, Sealed, Scrapped };
enum class Purpose { None, Trade, Medical, Safety, FairScale, OwnStandard };
enum class Delivery { None, Sent, OnSite };
enum class Presence { Unknown, Present, Missing };
enum class SealState { Unknown, Intact, Broken };
enum class VerificationResult { Passed, Failed };
enum class OrganisationKind { Town, TownOffice, Bureau, Section, Station, Other };
enum class InspectionKind { Daily, Joint, Staged, SelfCheck, Expert, Acceptance, Rehearsal };
enum class Conclusion { None, Passed, PassedAfterRectification, NotPassed };
enum class Severity { Ordinary, Serious, Urgent };
enum class ProblemSource { LostPoints, Supervisor, Complaint, Opinion, Other };
enum class StepKind { Advised, Ordered, Extended, Rectified, RecheckPassed, RecheckFailed, Closed, Reopened };
enum class ManagementState { None, Sound, Partial, Lacking };
enum class SurveyOpinion { None, Select, Reject };
enum class UnitCaseKind { Complaint, Reweighing, Exchange };
enum class InstrumentEventKind { Moved, SentToVerify, SentToRepair, Repaired, Resealed, Installed };
enum class ResidentServiceKind { Calibrate, Mend, Check };
enum class PriceClass { First, Second, Third, Fourth };
enum class WeighingMethod { Original, HigherAccuracy, SameAccuracy };
enum class NoticeKind { Advice, Order };
enum class Finding { None, Good, Bad };
enum class InstrumentFinding { Unverified, Overdue, SuspectedCheating, NotInLedger };
enum class ComplaintKind { Complaint, Report };
/// Where a complaint came in: 镇里收到的要移交, 监管所收到的不用.
enum class Receiver { Town, Station };
enum class Channel { Hotline12345, Hotline12315, Visit, Call, Letter, Supervisor, Other };
/// 不予受理情形 (令121号16) and 终止调解情形 (令121号23), item by item.
enum class RefusalGround {
    None,
    NotCompetent,
    DealtWith,
    NoConsumerDispute,
    TooLate,
    MaterialsLacking,
    FalseIdentity,
    Other
};
enum class EndGround { None, Withdrawn, Absent, NoAgreement, TestCostsOpen, TimeOver, NotAcceptable, PartyGone, Other };
/// What moves or stops a clock of a complaint beyond its own days.
enum class ComplaintStepKind {
    TestingBegun,
    TestingEnded,
    ClueFound,
    CheckExtended,
    FilingDecided,
    ReportedAgain,
    TerminationTold,
    ReporterTold
};
enum class ComplaintOutcome { None, Settled, NotSettled, Withdrawn, Handled, Unfounded };
enum class CaseSource { Inspection, Complaint, Supervisor, Transfer };
enum class Audience { Units, Supervisors, Inspectors, Residents };
enum class AttendeeRole { Head, Manager, Supervisor, Inspector, Other };
enum class ActivityKind {
    Mobilisation,
    Launch,
    Meeting,
    ConsumerDay,
    MetrologyDay,
    QualityMonth,
    Publicity,
    Commending
};
enum class AttendeeGroup { Unit, Resident, Supervisor, Department, Media };
enum class Medium { Newspaper, Television, Website, Wechat, Screen, Poster };
enum class MediaLevel { Town, District, City };
enum class MaterialKind { Poster, Booklet, Pledge, Leaflet, Banner, Other };
enum class PostKind { Progress, Participants, Inspection, RedBlack };
enum class ListColour { Red, Black };
enum class ApplicationKind { Creation, Acceptance };
enum class ApplicationStepKind { Sealed, CoSigned, Submitted, Returned, Revised, Accepted };
enum class BudgetCategory { MeetingsTraining, Publicity, Staff, Coordination, Experts, Testing };
enum class Payer { Town, Bureau };
enum class CommendedKind { Unit, Person };
enum class PaperStepKind { Printed, Sent, Sealed, Scanned, Returned, Voided };
enum class Retention { Permanent, ThirtyYears, TenYears };
/// What an office may set for itself instead of the built-in figure (设置); most count days.
enum class SettingName {
    DueSoon,
    Booking,
    UrgentProblem,
    SeriousProblem,
    OrdinaryProblem,
    InspectionLead,
    SelfCheckLead,
    RectificationLead,
    DisplayLead,
    RegistrationLead,
    PaperLead,
    FactsAge,
    FeedbackAnswer,
    ComplaintHandOver,
    ComplaintAccept,
    ComplaintMediate,
    ComplaintCheck,
    ComplaintTell,
    PaperOut,
    LookAhead,
    OwedAhead,
    SupervisorLoad,
    FairScaleCheck,
    ReReview
};
/// The roles of the office (design: Rights).
enum class Role { Clerk, Officer, Section, Leader, Administrator };
enum class BatchState { Done, Undone };
enum class EditionKind { Plan, Sheets, Calendar, Catalogue };

/// The words of an enumeration in the order people expect; an enumerator without a word (None) is
/// "not recorded". Defined for each enumeration above in words.cpp.
template <class E>
struct Word {
    E value;
    Choice choice;
};

template <class E>
const QVector<Word<E>>& wordsOf();

template <class E>
QVector<Choice> choicesOf()
{
    QVector<Choice> out;
    for (const auto& word : wordsOf<E>())
        out.append(word.choice);
    return out;
}

/// Key of a word, empty for one without (None).
template <class E>
QString keyOf(E value)
{
    for (const auto& word : wordsOf<E>())
        if (word.value == value)
            return word.choice.key;
    return {};
}

template <class E>
QString labelOf(E value)
{
    for (const auto& word : wordsOf<E>())
        if (word.value == value)
            return word.choice.label;
    return {};
}

template <class E>
std::optional<E> wordOf(const QString& key)
{
    for (const auto& word : wordsOf<E>())
        if (word.choice.key == key)
            return word.value;
    return std::nullopt;
}

} // namespace chengheng::model
