// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/calendar_parser.h"

#include "base/json.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalendarParser)
};

/// Adds the days of "2024-01-01" or of "2024-02-10/2024-02-17", all within the year.
void addDays(JsonReader& reader, const char* key, int year, QSet<QDate>& days)
{
    for (const QString& text : reader.texts(key)) {
        const QDate first = QDate::fromString(text.section(QLatin1Char('/'), 0, 0), Qt::ISODate);
        const QDate last =
            text.contains(QLatin1Char('/')) ? QDate::fromString(text.section(QLatin1Char('/'), 1), Qt::ISODate) : first;
        if (!first.isValid() || !last.isValid() || last < first) {
            reader.fault(key, Text::tr("“%1”不是日期或日期范围").arg(text));
            return;
        }
        if (first.year() != year || last.year() != year) {
            reader.fault(key, Text::tr("“%1”不在 %2 年内").arg(text).arg(year));
            return;
        }
        for (QDate day = first; day <= last; day = day.addDays(1))
            days.insert(day);
    }
}

} // namespace

Result<WorkingCalendar> parseCalendar(const QByteArray& json, const QString& fileName)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object)
        return fail(object.error());
    JsonReader reader(*object, fileName);
    QSet<QDate> holidays;
    QSet<QDate> makeUpDays;
    DateRange covered;
    reader.each("years", [&](JsonReader& year) {
        const int number = int(year.integer("year", 2000, 2100));
        year.text("source");
        addDays(year, "holidays", number, holidays);
        addDays(year, "make_up_days", number, makeUpDays);
        if (holidays.intersects(makeUpDays))
            year.fault("make_up_days", Text::tr("同一天既是放假日又是上班日"));
        if (covered.to.isValid() && covered.to.year() + 1 != number)
            year.fault("year", Text::tr("年份应逐年相连"));
        if (!covered.from.isValid())
            covered.from = QDate(number, 1, 1);
        covered.to = QDate(number, 12, 31);
    });
    if (!covered.from.isValid())
        reader.fault("years", Text::tr("没有任何年份"));
    if (reader.error())
        return fail(*reader.error());
    return WorkingCalendar(holidays, makeUpDays, covered);
}

} // namespace chengheng::rules
