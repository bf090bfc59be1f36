// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/service_records.h"
#include "rules/booking.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InstrumentSummaries)
};

DueReport reportOf(const SummaryInput& input)
{
    DueOptions options;
    options.calendar = &input.calendar;
    return dueReport(input.facts, input.day, options);
}

/// The verification platform (e-CQS) asks for 项别 and 种别 apart; the ledger keeps "项别/种别".
QStringList categoryParts(const QString& category)
{
    static const QRegularExpression between(QStringLiteral("[/／]"));
    const qsizetype at = category.indexOf(between);
    return at < 0 ? QStringList{category.trimmed(), QString()}
                  : QStringList{category.left(at).trimmed(), category.mid(at + 1).trimmed()};
}

QString dayOr(QDate date, const QString& otherwise)
{
    return date.isValid() ? screenDate(date) : otherwise;
}

/// One instrument in the columns of e-CQS; its origin is in no ledger and stays blank.
QStringList bookingCells(const model::Instrument& instrument, const Unit& unit)
{
    return QStringList{instrument.name} + categoryParts(instrument.category)
           + QStringList{instrument.model,
                         instrument.range,
                         instrument.accuracy,
                         instrument.serial,
                         instrument.maker,
                         QString(),
                         QString(unit.address + QLatin1Char(' ') + instrument.place).trimmed(),
                         QString::number(instrument.quantity),
                         model::labelOf(instrument.purpose),
                         model::labelOf(instrument.delivery)};
}

/// Without a day to be back it is asked after when it has been out for so long.
constexpr int longOutDays = 30;

/// What was sent out last and is not known to be back by the day, by instrument: it came back on its day, was
/// taken into use again after a repair, or was sent out anew.
QMap<Uid, model::InstrumentEvent> sentOut(const SummaryInput& input)
{
    QVector<model::InstrumentEvent> events = bookOf<model::InstrumentEvent>(input.facts);
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    QMap<Uid, model::InstrumentEvent> out;
    for (const model::InstrumentEvent& event : std::as_const(events)) {
        const bool isSent = event.kind == model::InstrumentEventKind::SentToVerify
                            || event.kind == model::InstrumentEventKind::SentToRepair;
        const bool isBack = event.returnedOn.isValid() && event.returnedOn <= input.day;
        if (isSent || event.kind == model::InstrumentEventKind::Repaired)
            out.remove(event.instrument);
        if (isSent && !isBack)
            out.insert(event.instrument, event);
    }
    return out;
}

/// What is said of one still out, and whether to ask after it.
std::pair<QString, bool> outWords(const model::InstrumentEvent& event, QDate day)
{
    const qint64 late = event.expectedOn.isValid() ? event.expectedOn.daysTo(day) : 0;
    if (late > 0)
        return {Text::tr("过了预计送回%1天，请催问").arg(late), true};
    if (!event.expectedOn.isValid() && event.on.daysTo(day) > longOutDays)
        return {Text::tr("没有填预计送回，在外已久，请问明"), true};
    return {event.expectedOn.isValid() ? Text::tr("未到预计送回") : Text::tr("没有填预计送回"), false};
}

bool isToBook(Booking booking)
{
    return pressingBookings().contains(booking);
}

QString bookByText(Booking booking, QDate bookBy)
{
    return booking == Booking::AtOnce ? Text::tr("立即") : screenDate(bookBy);
}

} // namespace

Summary bookingListSummary(const SummaryInput& input)
{
    QHash<Uid, const Unit*> units;
    for (const Unit& unit : input.facts.units)
        units.insert(unit.uid, &unit);
    const auto booked = appointments(input.facts, input.day);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("统一社会信用代码"), Text::tr("器具名称"),
                       Text::tr("器具项别"), Text::tr("器具种别"),         Text::tr("型号规格"),
                       Text::tr("测量范围"), Text::tr("准确度等级"),       Text::tr("出厂编号"),
                       Text::tr("生产厂家"), Text::tr("器具产地"),         Text::tr("安装/使用地点"),
                       Text::tr("器具数量"), Text::tr("器具用途"),         Text::tr("送检方式"),
                       Text::tr("有效期至"), Text::tr("最迟预约")};
    qint64 appointed = 0;
    QVector<std::pair<qint64, SummaryRow>> rows; // by the unit's registration
    const DueReport report = reportOf(input);
    for (const DueLine& line : report.lines) {
        const Booking booking = bookingOf(line, input.day);
        const Unit* unit = units.value(line.unit);
        if (!isToBook(booking) || !unit || !model::takesPart(*unit))
            continue;
        if (booked.contains(line.uid)) {
            appointed += line.quantity;
            continue;
        }
        const model::Instrument& instrument = input.facts.instruments[line.instrumentAt];
        QStringList cells{unit->name, unit->creditCode};
        cells << bookingCells(instrument, *unit) << dayOr(line.validUntil, Text::tr("无检定记录"))
              << bookByText(booking, line.bookBy);
        rows.append({unit->registrationNumber,
                     {cells, model::kindOf<model::Instrument>().key, line.uid, booking == Booking::AtOnce}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& row : rows)
        summary.rows.append(row.second);
    summary.sentence =
        Text::tr(
            "一个月内要预约的 %1 行，其中应立即预约的 %2 行；另有 %3 台（件）已经约好。器具产地台账不记，请填上再报。")
            .arg(summary.rows.size())
            .arg(summary.pressing())
            .arg(appointed);
    return summary;
}

Summary instrumentsOutSummary(const SummaryInput& input)
{
    QHash<Uid, QString> units;
    for (const Unit& unit : input.facts.units)
        units.insert(unit.uid, unit.name);
    const auto out = sentOut(input);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("器具名称"), Text::tr("出厂编号"),
                       Text::tr("去向"),     Text::tr("经办机构"), Text::tr("送出日期"),
                       Text::tr("预计送回"), Text::tr("在外天数"), Text::tr("情况")};
    for (const model::Instrument& instrument : input.facts.instruments) {
        const auto event = out.constFind(instrument.uid);
        if (event == out.cend())
            continue;
        const auto [words, isPressing] = outWords(*event, input.day);
        summary.rows.append({{units.value(instrument.unit), instrument.name, instrument.serial,
                              model::labelOf(event->kind), event->body, screenDate(event->on),
                              dayOr(event->expectedOn, QString()), QString::number(event->on.daysTo(input.day)), words},
                             model::kindOf<model::InstrumentEvent>().key,
                             event->uid,
                             isPressing});
    }
    std::stable_sort(summary.rows.begin(), summary.rows.end(), [](const SummaryRow& a, const SummaryRow& b) {
        return std::pair(!a.isPressing, a.cells.at(5)) < std::pair(!b.isPressing, b.cells.at(5));
    });
    summary.sentence =
        Text::tr("送检、送修还没有送回的 %1 行，其中要催问的 %2 行。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
