// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/record_test.h"

#include "rules/milestone_progress.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::CampaignFacts;
using model::Record;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordTest)
};

/// The field a path ends at, or nullptr: "on", "training.on".
const model::Field* fieldAt(const model::RecordKind& kind, const QString& path)
{
    const QString first = path.section(QLatin1Char('.'), 0, 0);
    const QString rest = path.section(QLatin1Char('.'), 1);
    const model::Field* field = kind.field(first);
    if (!field || rest.isEmpty())
        return field;
    const model::RecordKind* next = model::findKind(field->refers);
    return next ? fieldAt(*next, rest) : nullptr;
}

/// Follows paths; keeps the records that are referred to.
class PathReader
{
public:
    explicit PathReader(const CampaignFacts& facts) : m_facts(facts) {}

    model::Value at(const Record& record, const QString& path)
    {
        const QString first = path.section(QLatin1Char('.'), 0, 0);
        const QString rest = path.section(QLatin1Char('.'), 1);
        if (rest.isEmpty())
            return record.value(first);
        const Record* next = find(record.kind->field(first)->refers, Uid(model::textOf(record.value(first))));
        return next ? at(*next, rest) : model::Value();
    }

private:
    const Record* find(const QString& book, const Uid& uid)
    {
        if (!m_read.contains(book)) {
            auto& byUid = m_read[book];
            for (Record& record : model::recordsOf(m_facts, book))
                byUid.insert(record.uid, record);
        }
        const auto& byUid = m_read[book];
        const auto place = byUid.constFind(uid);
        return place == byUid.cend() ? nullptr : &*place;
    }

    const CampaignFacts& m_facts;
    QHash<QString, QHash<Uid, Record>> m_read;
};

struct Dated {
    Record record;
    QDate day; ///< invalid: not yet
};

/// Records that a test speaks of, with their days as far as these have come.
QVector<Dated> chosen(const CampaignFacts& facts, const RecordTest& test, QDate day)
{
    PathReader paths(facts);
    QVector<Dated> found;
    for (const Record& record : model::recordsOf(facts, test.book)) {
        const bool isMeant = std::all_of(test.where.begin(), test.where.end(), [&](const auto& condition) {
            return model::toJson(paths.at(record, condition.first)) == condition.second;
        });
        const bool isFilled = std::all_of(test.filled.begin(), test.filled.end(),
                                          [&](const QString& path) { return !model::isEmpty(paths.at(record, path)); });
        if (!isMeant || !isFilled)
            continue;
        const QDate on = model::dateOf(paths.at(record, test.dayField));
        found.append({record, on <= day ? on : QDate()});
    }
    return found;
}

} // namespace

RecordTest readRecordTest(JsonReader& reader)
{
    RecordTest test;
    test.book = reader.text("register");
    const model::RecordKind* kind = model::findKind(test.book);
    if (!kind) {
        reader.fault("register", Text::tr("没有名为“%1”的登记簿").arg(test.book));
        return test;
    }
    test.dayField = reader.text("day");
    const model::Field* day = fieldAt(*kind, test.dayField);
    if (!day || day->type != model::FieldType::Date)
        reader.fault("day", Text::tr("%1没有名为“%2”的日期").arg(kind->title, test.dayField));
    reader.within("where", [&](JsonReader& where) {
        for (auto it = where.object().begin(); it != where.object().end(); ++it) {
            if (!fieldAt(*kind, it.key()))
                where.fault(it.key().toUtf8().constData(), Text::tr("%1没有名为“%2”的字段").arg(kind->title, it.key()));
            test.where.append({it.key(), it.value()});
        }
    });
    test.filled = reader.texts("filled");
    for (const QString& path : std::as_const(test.filled))
        if (!fieldAt(*kind, path))
            reader.fault("filled", Text::tr("%1没有名为“%2”的字段").arg(kind->title, path));
    if (reader.has("count"))
        test.count = reader.integer("count", 1, 10'000);
    test.isWithinWindow = reader.flag("within_window", false);
    return test;
}

MilestoneProgress progressOfRecords(const CampaignFacts& facts, const RecordTest& test, QDate from, QDate day)
{
    QVector<QDate> days;
    for (const Dated& one : chosen(facts, test, day))
        if (one.day.isValid() && (!test.isWithinWindow || one.day >= from))
            days.append(one.day);
    std::sort(days.begin(), days.end());
    MilestoneProgress progress;
    progress.isCountable = test.count > 1;
    progress.measure = Text::tr("项");
    progress.den = test.count;
    progress.num = qMin<qint64>(test.count, days.size());
    if (progress.num == progress.den)
        progress.reachedOn = days[test.count - 1];
    return progress;
}

MilestoneProgress progressOfUnitsRecorded(const CampaignFacts& facts, const RecordTest& test, QDate day)
{
    QHash<Uid, QDate> first;
    for (const Dated& one : chosen(facts, test, day)) {
        QDate& known = first[Uid(model::textOf(one.record.value(QStringLiteral("unit"))))];
        if (one.day.isValid() && (!known.isValid() || one.day < known))
            known = one.day;
    }
    return progressOverUnits(facts, [&](const model::Unit& unit) { return first.value(unit.uid); });
}

namespace {

/// Whether what the register's records came about with has taken place: without a visit there are no opinions, which
/// is not to say that there were none.
bool hasOccasion(const CampaignFacts& facts, const QString& book)
{
    const model::RecordKind& kind = *model::findKind(book);
    const model::Field* parent = kind.field(kind.parentField);
    return !parent || model::countOf(facts, parent->refers) > 0;
}

} // namespace

MilestoneProgress progressOfAllDone(const CampaignFacts& facts, const RecordTest& test, QDate day, QDate nothingFoundOn)
{
    MilestoneProgress progress;
    progress.isCountable = true;
    progress.measure = Text::tr("项");
    QDate last;
    for (const Dated& one : chosen(facts, test, day)) {
        ++progress.den;
        if (!one.day.isValid())
            continue;
        ++progress.num;
        last = last.isValid() ? qMax(last, one.day) : one.day;
    }
    if (progress.den == 0)
        progress.reachedOn = hasOccasion(facts, test.book) ? nothingFoundOn : QDate();
    else if (progress.den == progress.num)
        progress.reachedOn = last;
    return progress;
}

} // namespace chengheng::rules
