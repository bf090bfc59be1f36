// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/demo_tables.h"

#include "base/credit_code.h"
#include "base/dates.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVector>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DemoTables)
};

struct DemoUnit {
    QString name;
    QString code;
    QString trade;
    QString road;
    int number = 0;
};

struct TradeShare {
    QString word;
    QString noun;
    int units;
    QString codePrefix;
};

QVector<DemoUnit> demoUnits()
{
    const QVector<TradeShare> shares{
        {Text::tr("医院"), Text::tr("医院"), 4, QStringLiteral("12310113MAY0")},
        {Text::tr("加油站"), Text::tr("加油站"), 3, QStringLiteral("91310113MAY0")},
        {Text::tr("超市商店"), Text::tr("超市"), 2, QStringLiteral("91310113MAY0")},
        {Text::tr("菜场"), Text::tr("菜市场"), 3, QStringLiteral("91310113MAY0")},
        {Text::tr("眼镜店"), Text::tr("眼镜店"), 4, QStringLiteral("91310113MAY0")},
        {Text::tr("餐饮"), Text::tr("餐馆"), 9, QStringLiteral("91310113MAY0")},
        {Text::tr("小商户"), Text::tr("小店"), 17, QStringLiteral("92310113MAY0")},
    };
    const QStringList roads{Text::tr("水产西路"), Text::tr("菊盛路"), Text::tr("沪太路"), Text::tr("电台路")};
    QVector<DemoUnit> units;
    for (const TradeShare& share : shares) {
        for (int i = 1; i <= share.units; ++i) {
            DemoUnit unit;
            unit.number = int(units.size()) + 1;
            unit.road = roads[unit.number % roads.size()];
            unit.name = Text::tr("%1演示%2%3号").arg(unit.road, share.noun).arg(i);
            const QString first17 = share.codePrefix + QStringLiteral("%1").arg(unit.number, 5, 10, QLatin1Char('0'));
            unit.code = first17 + creditCodeCheck(first17);
            unit.trade = share.word;
            units.append(unit);
        }
    }
    return units;
}

struct DemoInstrument {
    QString name;
    QString model;
    QString purpose;
    QString legalKind;
    int cycleMonths;
    int count; ///< per unit
};

QVector<DemoInstrument> instrumentsOf(const QString& trade)
{
    const QString sale = Text::tr("贸易结算");
    const QString care = Text::tr("医疗卫生");
    const QString mandatory = Text::tr("强检");
    const DemoInstrument scale{Text::tr("电子计价秤"), QStringLiteral("ACS-15"), sale, mandatory, 12, 1};
    if (trade == Text::tr("医院"))
        return {{Text::tr("血压计"), Text::tr("台式"), care, mandatory, 6, 8},
                {Text::tr("心电图机"), QStringLiteral("ECG-3"), care, mandatory, 12, 2},
                {Text::tr("玻璃体温计"), Text::tr("三角棒式"), care, Text::tr("首检"), 0, 1}};
    if (trade == Text::tr("加油站"))
        return {{Text::tr("燃油加油机"), QStringLiteral("CS32"), sale, mandatory, 6, 6},
                {Text::tr("标准金属量器"), Text::tr("20L"), Text::tr("自校标准"), Text::tr("非强检"), 12, 1}};
    if (trade == Text::tr("超市商店"))
        return {{Text::tr("条码电子秤"), QStringLiteral("TM-15A"), sale, mandatory, 12, 12}};
    if (trade == Text::tr("菜场"))
        return {{scale.name, scale.model, sale, mandatory, 12, 20},
                {Text::tr("公平秤"), QStringLiteral("ACS-30"), Text::tr("公平秤"), mandatory, 12, 1}};
    if (trade == Text::tr("眼镜店"))
        return {{Text::tr("焦度计"), QStringLiteral("TL-100"), care, mandatory, 12, 1},
                {Text::tr("验光仪"), QStringLiteral("AR-1"), care, mandatory, 12, 1},
                {Text::tr("验光镜片箱"), Text::tr("266片"), care, mandatory, 12, 1}};
    return {scale};
}

QString line(const QStringList& cells)
{
    return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

bool isNozzle(const DemoInstrument& kind)
{
    return kind.name == Text::tr("燃油加油机");
}

QString serialOf(int number)
{
    return QStringLiteral("Y%1").arg(number, 6, 10, QLatin1Char('0'));
}

/// Verified in spring or early summer, spread over the weeks, so that most last past the acceptance.
QDate verifiedOn(const DemoInstrument& kind, int number)
{
    return (kind.cycleMonths == 6 ? QDate(2024, 6, 3) : QDate(2024, 2, 1)).addDays(number * 7 % 75);
}

QString ledgerRow(const DemoUnit& unit, const DemoInstrument& kind, int index, int number)
{
    return line({unit.name, unit.code, kind.name, kind.model, serialOf(number), Text::tr("演示仪器厂"),
                 Text::tr("%1号位").arg(index), kind.purpose, kind.legalKind, QStringLiteral("1"), Text::tr("在用"),
                 kind.cycleMonths ? QString::number(kind.cycleMonths) : QString(),
                 isNozzle(kind) ? QString::number((index + 1) / 2) : QString(),
                 isNozzle(kind) ? QString::number(index) : QString()});
}

QString verificationRow(const DemoUnit& unit, const DemoInstrument& kind, int index, int number)
{
    const QDate on = verifiedOn(kind, number);
    return line({unit.name, unit.code, serialOf(number), isNozzle(kind) ? QString::number(index) : QString(),
                 screenDate(on), kind.cycleMonths ? screenDate(lastDayOfMonths(on, kind.cycleMonths)) : QString(),
                 Text::tr("合格"), QStringLiteral("YS2024-%1").arg(number, 5, 10, QLatin1Char('0')),
                 Text::tr("演示检定机构")});
}

/// Calls with each instrument of the first units: its place in the unit and its running number.
template <class Visit>
void forEachInstrument(int units, Visit visit)
{
    int number = 0;
    for (const DemoUnit& unit : demoUnits().mid(0, units))
        for (const DemoInstrument& kind : instrumentsOf(unit.trade))
            for (int i = 1; i <= kind.count; ++i)
                visit(unit, kind, i, ++number);
}

} // namespace

QString demoRoster()
{
    QString text = line({Text::tr("单位名称"), Text::tr("统一社会信用代码"), Text::tr("业态"), Text::tr("地址"),
                         Text::tr("路段"), Text::tr("监管所"), Text::tr("负责人"), Text::tr("联系电话"),
                         Text::tr("计量管理员"), Text::tr("标杆单位")});
    for (const DemoUnit& unit : demoUnits()) {
        const bool isLiuhang = unit.number % 5 == 0;
        text += line({unit.name, unit.code, unit.trade, Text::tr("%1%2号").arg(unit.road).arg(unit.number * 11),
                      unit.road, isLiuhang ? Text::tr("刘行市场监督管理所") : Text::tr("顾村市场监督管理所"),
                      Text::tr("负责人%1").arg(unit.number),
                      QStringLiteral("021-0000%1").arg(unit.number, 4, 10, QLatin1Char('0')),
                      Text::tr("计量员%1").arg(unit.number), unit.number % 13 == 1 ? Text::tr("是") : QString()});
    }
    return text;
}

QString demoLedger(int units)
{
    QString text =
        line({Text::tr("单位名称"), Text::tr("统一社会信用代码"), Text::tr("器具名称"), Text::tr("型号规格"),
              Text::tr("出厂编号"), Text::tr("制造厂"), Text::tr("使用地点"), Text::tr("用途"), Text::tr("管理类别"),
              Text::tr("数量"), Text::tr("状态"), Text::tr("周期(月)"), Text::tr("机号"), Text::tr("枪号")});
    forEachInstrument(units, [&](const DemoUnit& unit, const DemoInstrument& kind, int index, int number) {
        text += ledgerRow(unit, kind, index, number);
    });
    return text;
}

QString demoVerifications(QDate after, QDate to, int units)
{
    QString text = line({Text::tr("单位名称"), Text::tr("统一社会信用代码"), Text::tr("出厂编号"), Text::tr("枪号"),
                         Text::tr("检定日期"), Text::tr("有效期至"), Text::tr("检定结论"), Text::tr("证书编号"),
                         Text::tr("检定机构")});
    forEachInstrument(units, [&](const DemoUnit& unit, const DemoInstrument& kind, int index, int number) {
        const QDate on = verifiedOn(kind, number);
        if (on <= to && (!after.isValid() || on > after))
            text += verificationRow(unit, kind, index, number);
    });
    return text;
}

} // namespace chengheng::services
