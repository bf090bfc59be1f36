// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/demo.h"

#include "model/application_records.h"
#include "model/money_records.h"
#include "services/acceptance_draw.h"
#include "services/actions.h"
#include "services/inspections.h"
#include "services/internal/demo_diary.h"
#include "services/internal/demo_tables.h"
#include "services/tables.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImage>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Demo)
};

/// Stands for a photograph or a scan.
Result<LoadedFile> inventedPhotograph(const QString& name, int number)
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 47 % 360, 60, 200)); // no two alike
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg");
    return loadBytes(bytes, name);
}

/// Lives the campaign day by day. The first thing that fails ends it.
class DemoLife
{
public:
    DemoLife(QString file, const Progress& progress) : m_file(std::move(file)), m_progress(progress) {}

    Result<void> live()
    {
        return open()
            .and_then([&] { return at(QDate(2024, 1, 8), Text::tr("登记候选单位"), &DemoLife::register_); })
            .and_then([&] { return at(QDate(2024, 2, 20), Text::tr("遴选和台账"), &DemoLife::select); })
            .and_then([&] { return at(QDate(2024, 4, 9), Text::tr("动员、承诺、培训"), &DemoLife::mobilise); })
            .and_then([&] { return at(QDate(2024, 4, 16), Text::tr("登记上半年检定结果"), &DemoLife::verify); })
            .and_then([&] { return at(QDate(2024, 5, 15), Text::tr("查看承诺书张贴"), &DemoLife::lookAtLetters); })
            .and_then([&] { return at(QDate(2024, 7, 28), Text::tr("联合检查"), &DemoLife::inspectJointly); })
            .and_then([&] { return at(QDate(2024, 8, 17), Text::tr("登记下半年检定结果"), &DemoLife::verify); })
            .and_then([&] { return at(QDate(2024, 9, 2), Text::tr("器具变动和人员替补"), &DemoLife::changeThings); })
            .and_then([&] { return at(QDate(2024, 10, 28), Text::tr("自查"), &DemoLife::selfCheck); })
            .and_then([&] { return at(QDate(2024, 11, 14), Text::tr("专家核查"), &DemoLife::expertCheck); })
            .and_then([&] { return at(QDate(2024, 11, 18), Text::tr("模拟检查"), &DemoLife::rehearse); })
            .and_then([&] { return at(QDate(2024, 12, 31), Text::tr("验收、总结和归档"), &DemoLife::closeTheYear); });
    }

    Workspace& workspace() { return *m_workspace; }
    int units() const { return int(m_units.size()); }
    int instruments() const { return m_instruments; }

private:
    using Step = Result<void> (DemoLife::*)();

    Result<void> open()
    {
        const auto texts = RuleTexts::builtIn(builtInPlans().first());
        if (!texts)
            return fail(texts.error());
        Actor actor;
        actor.name = Text::tr("演示人员");
        auto made = Workspace::create(Place::ofFile(m_file), actor, m_clock, *texts);
        if (!made)
            return fail(made.error());
        m_workspace = std::move(*made);
        auto diary = DemoDiary::read();
        if (!diary)
            return fail(diary.error());
        m_diary = std::move(*diary);
        return {};
    }

    Result<void> at(QDate day, const QString& doing, Step step)
    {
        constexpr int steps = 12;
        if (m_progress && !m_progress(doing, m_done++, steps))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消演示。"));
        for (QDate entered = m_diary.nextDay(day); entered.isValid() && !m_units.isEmpty();
             entered = m_diary.nextDay(day)) {
            m_clock->set(QDateTime(entered, QTime(14, 0)));
            if (auto lived = m_diary.live(*m_workspace, entered); !lived)
                return lived;
        }
        m_clock->set(QDateTime(day, QTime(9, 30)));
        return (this->*step)();
    }

    QDate today() const { return m_clock->today(); }

    template <class T>
    static Result<void> asDone(const Result<T>& result)
    {
        return result ? Result<void>() : Result<void>(fail(result.error()));
    }

    Result<void> importTable(const model::RecordKind& kind, const QString& text, const FieldValues& given = {})
    {
        ImportOptions options;
        options.given = given;
        const auto report = importClipboard(*m_workspace, kind, text, options);
        if (!report)
            return fail(report.error());
        if (report->isRefused())
            return fail(ErrorKind::Invalid, "demo_refused", report->verdicts.first().faults.value(0).why);
        return {};
    }

    /// The candidates whom the survey will look at.
    Result<void> register_()
    {
        return importTable(model::kindOf<model::Unit>(), demoRoster(),
                           {{QStringLiteral("participation"), model::keyOf(model::Participation::Candidate)}})
            .and_then([&] { return readUnits(model::Participation::Candidate); });
    }

    Result<void> readUnits(model::Participation state)
    {
        const auto units = listRecords(*m_workspace, model::kindOf<model::Unit>());
        if (!units)
            return fail(units.error());
        m_units.clear();
        for (const model::Record& unit : *units)
            if (const auto typed = model::fromRecord<model::Unit>(unit); typed.participation == state)
                m_units.append(typed);
        return {};
    }

    Result<void> decide(const char* action, const QVector<Uid>& units, const QString& reason)
    {
        return asDone(doAction(*m_workspace, *findAction(model::kindOf<model::Unit>(), QLatin1String(action)), units,
                               {{QStringLiteral("from"), today()}, {QStringLiteral("reason"), reason}}))
            .and_then([&] { return readUnits(model::Participation::Participating); });
    }

    /// All but the last candidate are taken in; those who are bring their ledger.
    Result<void> select()
    {
        const Uid last = m_units.last().uid;
        QVector<Uid> taken;
        for (const model::Unit& unit : std::as_const(m_units))
            if (unit.uid != last)
                taken.append(unit.uid);
        return decide("reject", {last}, Text::tr("即将停业，不再入选"))
            .and_then([&] { return decide("join", taken, Text::tr("排摸后选定")); })
            .and_then([&] { return importTable(model::kindOf<model::Instrument>(), demoLedger(int(m_units.size()))); })
            .and_then([&]() -> Result<void> {
                const auto instruments = listRecords(*m_workspace, model::kindOf<model::Instrument>());
                if (!instruments)
                    return fail(instruments.error());
                m_instruments = int(instruments->size());
                return {};
            });
    }

    /// The results that have come in since the last time.
    Result<void> verify()
    {
        const QDate since = std::exchange(m_verifiedTo, today());
        return importTable(model::kindOf<model::Verification>(),
                           demoVerifications(since, today(), int(m_units.size())));
    }

    Result<void> mobilise()
    {
        for (const model::Unit& unit : m_units) {
            model::Commitment commitment;
            commitment.unit = unit.uid;
            commitment.signedOn = QDate(2024, 3, 20).addDays(unit.registrationNumber % 20);
            commitment.signatory = unit.head;
            const auto added = addRecord(*m_workspace, model::toRecord(commitment));
            if (!added)
                return fail(added.error());
            m_letters.insert(unit.registrationNumber, added->uid);
        }
        return {};
    }

    /// Every eleventh letter is not on the wall.
    Result<void> lookAtLetters()
    {
        for (auto it = m_letters.cbegin(); it != m_letters.cend(); ++it) {
            const auto seen = it.key() % 11 == 0 ? model::Presence::Missing : model::Presence::Present;
            if (auto done = asDone(correctRecord(
                    *m_workspace, model::kindOf<model::Commitment>(), it.value(), 1,
                    {{QStringLiteral("displayed"), model::keyOf(seen)}, {QStringLiteral("seen_on"), today()}}, {}));
                !done)
                return done;
        }
        return {};
    }

    /// Answers of a sheet, all good but for what `spoil` says of an item's place.
    rules::SheetAnswers answers(const rules::Sheet& sheet, int unitNumber) const
    {
        rules::SheetAnswers out;
        out.sheet = sheet.no;
        for (qsizetype i = 0; i < sheet.items.size(); ++i) {
            const rules::SheetItem& item = sheet.items[i];
            const bool isPoor = (unitNumber * 7 + int(i) * 5) % 17 == 0;
            rules::Answer answer = rules::goodAnswer(item);
            if (isPoor && answer.occurrences)
                answer.occurrences = 1;
            if (isPoor && answer.met && unitNumber % 4 == 0)
                answer.met = false;
            if (isPoor && answer.ratio)
                answer.ratio = Rate{19, 20};
            out.answers.append(answer);
        }
        return out;
    }

    /// What a visit sees beside the sheet; volunteers come along to the joint ones.
    static void lookAround(InspectionForm& form, const model::Unit& unit)
    {
        if (form.kind == model::InspectionKind::SelfCheck)
            return;
        const bool isLate = form.kind == model::InspectionKind::Joint && unit.registrationNumber % 11 == 0;
        form.displayed = isLate ? model::Presence::Missing : model::Presence::Present;
        form.complaintBook = unit.registrationNumber % 7 == 0 ? model::Presence::Missing : model::Presence::Present;
        if (form.kind == model::InspectionKind::Joint)
            form.supervisors = Text::tr("%1号").arg(unit.registrationNumber % 8 + 1);
    }

    /// `shift` moves what is found wanting to other items.
    Result<Uid> inspect(const model::Unit* unit, model::InspectionKind kind, QDate on, const QString& inspectors,
                        int shift = 0)
    {
        const rules::SheetEdition& sheets = m_workspace->sheets();
        const rules::Sheet& sheet = unit ? *sheets.sheetOf(unit->trade) : *sheets.sheet(1);
        InspectionForm form;
        form.unit = unit ? unit->uid : Uid();
        form.kind = kind;
        form.on = on;
        form.inspectors = inspectors;
        form.answers = answers(sheet, (unit ? int(unit->registrationNumber) : 3) + shift);
        if (unit)
            lookAround(form, *unit);
        const auto written = recordInspection(*m_workspace, form);
        if (!written)
            return fail(written.error());
        return written->uid;
    }

    /// 龙头、有影响力的单位.
    Result<void> nameBenchmarks()
    {
        for (const qsizetype place : {1, 4}) {
            const model::Unit& unit = m_units[place];
            if (auto done = asDone(correctRecord(*m_workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                                 {{QStringLiteral("benchmark"), true},
                                                  {QStringLiteral("benchmark_reason"), Text::tr("行业龙头，示范带动")},
                                                  {QStringLiteral("benchmark_on"), QDate(2024, 5, 24)}},
                                                 {}));
                !done)
                return done;
        }
        return {};
    }

    Result<void> inspectJointly()
    {
        if (auto named = nameBenchmarks(); !named)
            return named;
        for (const model::Unit& unit : m_units) {
            const auto inspection =
                inspect(&unit, model::InspectionKind::Joint, QDate(2024, 6, 17).addDays(unit.registrationNumber),
                        Text::tr("演示甲、演示乙"));
            if (!inspection)
                return fail(inspection.error());
            if (unit.registrationNumber % 4 != 0)
                continue;
            if (auto done = recordProblems(*inspection); !done)
                return done;
        }
        return {};
    }

    Result<void> recordProblems(const Uid& inspection)
    {
        const auto suggestions = suggestProblems(*m_workspace, inspection);
        if (!suggestions)
            return fail(suggestions.error());
        for (const rules::ProblemSuggestion& suggestion : *suggestions) {
            const auto written = addRecord(*m_workspace, model::toRecord(suggestion.problem));
            if (!written)
                return fail(written.error());
            m_problems.append({written->uid, suggestion.problem.foundOn});
        }
        return {};
    }

    Result<void> putRight(const Uid& problem, QDate from)
    {
        const model::RecordKind& kind = model::kindOf<model::Problem>();
        const auto take = [&](const char* action, int days, const QString& persons, const QString& evidence,
                              const QString& remarks = {}) {
            FieldValues inputs{{QStringLiteral("on"), from.addDays(days)}, {QStringLiteral("persons"), persons}};
            if (!evidence.isEmpty())
                inputs.insert(QStringLiteral("evidence"), evidence);
            if (!remarks.isEmpty())
                inputs.insert(QStringLiteral("remarks"), remarks);
            return asDone(doAction(*m_workspace, *findAction(kind, QLatin1String(action)), problem, inputs));
        };
        return take("advise", 1, Text::tr("演示甲"), {})
            .and_then([&] { return take("rectify", 8, Text::tr("单位负责人"), Text::tr("整改照片")); })
            .and_then([&] { return take("recheck_pass", 12, Text::tr("演示甲、演示乙"), Text::tr("复查记录")); })
            .and_then([&]() -> Result<void> {
                const Action& close = *findAction(kind, QStringLiteral("close"));
                const auto against = cautionAgainst(*m_workspace, close, problem, from.addDays(13));
                if (!against)
                    return fail(against.error());
                return take("close", 13, Text::tr("演示丙"), {},
                            against->isEmpty() ? QString() : Text::tr("器具已预约检定，检定合格前停止使用"));
            });
    }

    Result<void> changeThings()
    {
        if (auto left = decide("withdraw", {m_units.last().uid}, Text::tr("迁出本镇")); !left)
            return left;
        for (qsizetype i = 0; i < m_problems.size(); ++i)
            if (i % 6 != 5)
                if (auto done = putRight(m_problems[i].first, m_problems[i].second); !done)
                    return done;
        const auto seats = listRecords(*m_workspace, model::kindOf<model::Seat>());
        if (!seats)
            return fail(seats.error());
        const Action& replace = *findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
        if (auto done = asDone(
                doAction(*m_workspace, replace, seats->last().uid,
                         {{QStringLiteral("person"), Text::tr("演示接任者")}, {QStringLiteral("from"), today()}}));
            !done)
            return done;
        const auto instruments = listRecords(*m_workspace, model::kindOf<model::Instrument>());
        if (!instruments)
            return fail(instruments.error());
        const Action& stop = *findAction(model::kindOf<model::Instrument>(), QStringLiteral("stop"));
        const auto photograph = inventedPhotograph(Text::tr("停用封签.jpg"), 0);
        if (!photograph)
            return fail(photograph.error());
        return asDone(
            doAction(*m_workspace, stop, instruments->first().uid,
                     {{QStringLiteral("from"), today()}, {QStringLiteral("reason"), Text::tr("示值失准，停用待修")}},
                     Uid::create(), {*photograph}));
    }

    Result<void> selfCheck()
    {
        for (const model::Unit& unit : m_units)
            if (unit.registrationNumber % 13 != 0)
                if (auto done =
                        asDone(inspect(&unit, model::InspectionKind::SelfCheck,
                                       QDate(2024, 10, 14).addDays(unit.registrationNumber % 15), unit.manager));
                    !done)
                    return done;
        if (auto done = asDone(
                inspect(nullptr, model::InspectionKind::SelfCheck, QDate(2024, 10, 28), Text::tr("演示丙、演示丁")));
            !done)
            return done;
        return {};
    }

    Result<void> expertCheck()
    {
        for (const model::Unit& unit : m_units)
            if (auto done = asDone(inspect(&unit, model::InspectionKind::Expert,
                                           QDate(2024, 11, 5).addDays(unit.registrationNumber % 9),
                                           Text::tr("专家一、专家二")));
                !done)
                return done;
        return asDone(inspect(nullptr, model::InspectionKind::Expert, QDate(2024, 11, 14), Text::tr("专家一、专家二")));
    }

    /// A mock visit to some units before the acceptance, with a stricter eye.
    Result<void> rehearse()
    {
        for (const qsizetype place : {1, 9, 20})
            if (auto done = asDone(
                    inspect(&m_units[place], model::InspectionKind::Rehearsal, today(), Text::tr("演示甲、演示乙"), 1));
                !done)
                return done;
        return {};
    }

    /// The team draws on the spot and looks at each unit it drew; vouchers lie with what was spent.
    Result<void> closeTheYear()
    {
        const auto visits = listRecords(*m_workspace, model::kindOf<model::AcceptanceVisit>());
        if (!visits)
            return fail(visits.error());
        rules::DrawRequest request;
        request.seed = QStringLiteral("20241127");
        request.isStratified = true;
        const auto drawn = drawForVisit(*m_workspace, visits->first().uid, request);
        if (!drawn)
            return fail(drawn.error());
        for (const rules::UnitStanding& one : drawn->units)
            for (const model::Unit& unit : m_units)
                if (unit.uid == one.uid)
                    if (auto done = asDone(inspect(&unit, model::InspectionKind::Acceptance, QDate(2024, 11, 27),
                                                   Text::tr("市局验收组甲、市局验收组乙")));
                        !done)
                        return done;
        return fileVouchers();
    }

    /// All but the last expense have their voucher on file.
    Result<void> fileVouchers()
    {
        const auto expenses = listRecords(*m_workspace, model::kindOf<model::Expense>());
        if (!expenses)
            return fail(expenses.error());
        for (qsizetype i = 0; i + 1 < expenses->size(); ++i) {
            const model::Record& expense = expenses->at(i);
            const auto voucher = inventedPhotograph(Text::tr("凭证%1.jpg").arg(i + 1), int(i) + 1);
            if (!voucher)
                return fail(voucher.error());
            if (auto done = asDone(attachFiles(*m_workspace, {expense.kind->key, expense.uid}, {*voucher})); !done)
                return done;
        }
        return {};
    }

    QString m_file;
    const Progress& m_progress;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>(QDate(2024, 1, 5));
    std::unique_ptr<Workspace> m_workspace;
    DemoDiary m_diary;
    QVector<model::Unit> m_units;
    QVector<QPair<Uid, QDate>> m_problems;
    QMap<qint64, Uid> m_letters; ///< commitments by their unit's number
    QDate m_verifiedTo;
    int m_instruments = 0;
    int m_done = 0;
};

Result<DemoReport> demoIn(const QString& folder, const QString& file, const Progress& progress)
{
    DemoReport report;
    report.file = file;
    report.packet = QDir(folder).filePath(QStringLiteral("packet"));
    DemoLife life(report.file, progress);
    if (auto lived = life.live(); !lived)
        return fail(lived.error());
    const auto packet = writePacket(life.workspace(), report.packet, QDate(2024, 11, 20), progress);
    if (!packet)
        return fail(packet.error());
    report.units = life.units();
    report.instruments = life.instruments();
    return report;
}

} // namespace

Result<DemoReport> makeDemo(const QString& folder, const Progress& progress)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Unavailable, "no_such_folder",
                    Text::tr("无法建立文件夹“%1”，请换一个位置。").arg(folder), folder);
    const QString file = QDir(folder).filePath(QStringLiteral("demo.chc"));
    const bool wasThere = QFile::exists(file);
    auto report = demoIn(folder, file, progress);
    if (!report && !wasThere)
        QFile::remove(file); // nothing half-done is left
    return report;
}

} // namespace chengheng::services
