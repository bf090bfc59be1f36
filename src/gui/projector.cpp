// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/projector.h"

#include "base/dates.h"
#include "gui/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int linesOfScreen = 30; ///< of usual letters
constexpr char sizeKey[] = "letterSize";
constexpr qsizetype mostReasons = 3;
constexpr qsizetype mostOwners = 5;

/// Bars with their names before and their figures behind them, in the widget's own letters.
class Bars : public QWidget
{
public:
    explicit Bars(documents::BarChart chart) : m_chart(std::move(chart))
    {
        QStringList said;
        for (const documents::BarChart::Bar& bar : m_chart.bars)
            said << bar.label + QLatin1Char(' ') + bar.figure;
        setAccessibleName(said.join(QStringLiteral("；")));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setProperty(sizeKey, 0.9);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QFontMetrics metrics(font());
        int names = 0;
        int figures = 0;
        for (const documents::BarChart::Bar& bar : m_chart.bars) {
            names = qMax(names, metrics.horizontalAdvance(bar.label));
            figures = qMax(figures, metrics.horizontalAdvance(bar.figure));
        }
        names += gutter;
        const double lane = qMax(0, width() - names - figures - 2 * gutter);
        const double pitch =
            qMin(metrics.height() * 1.9, double(height()) / double(qMax<qsizetype>(1, m_chart.bars.size())));
        double y = 0;
        for (const documents::BarChart::Bar& bar : m_chart.bars) {
            const QRectF drawn(names, y + pitch * 0.15, lane * bar.share, pitch * 0.7);
            painter.drawText(QRectF(0, y, names, pitch), Qt::AlignVCenter | Qt::AlignLeft, bar.label);
            painter.fillRect(drawn, documents::fillOf(bar.tone));
            painter.drawText(QRectF(drawn.right() + gutter / 2.0, y, figures + gutter, pitch),
                             Qt::AlignVCenter | Qt::AlignLeft, bar.figure);
            y += pitch;
        }
    }

private:
    documents::BarChart m_chart;
};

} // namespace

Projector::Projector(const services::Brief& brief, QWidget* parent) : QDialog(parent), m_pages(new QStackedWidget)
{
    setWindowTitle(tr("投影：%1").arg(brief.overview.campaign));
    setAttribute(Qt::WA_DeleteOnClose);
    QPalette light = palette();
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, QColor(0x16, 0x1C, 0x22));
    setPalette(light);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gutter, 2 * gutter, 3 * gutter, gutter);
    layout->addWidget(newLabel(
        Projector::tr("%1　数据截至 %2").arg(brief.overview.campaign, paperDate(brief.overview.now.day)), 0.8));
    layout->addWidget(m_pages, 1);
    m_place = newLabel(QString(), 0.65);
    layout->addWidget(m_place);
    addStanding(brief);
    addRates(brief);
    addThreats(brief);
    addSchedule(brief);
    showPlace();
}

QLabel* Projector::newLabel(const QString& text, double size, bool isBold)
{
    auto* label = new QLabel(text);
    label->setProperty(sizeKey, size);
    label->setWordWrap(true);
    QFont face = label->font();
    face.setBold(isBold);
    label->setFont(face);
    return label;
}

QVBoxLayout* Projector::addPage(const QString& title)
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gutter);
    layout->addWidget(newLabel(title, 1.8, true));
    m_pages->addWidget(page);
    return layout;
}

void Projector::addStanding(const services::Brief& brief)
{
    const rules::Status& now = brief.overview.now;
    auto* page = addPage(tr("创建情况"));
    auto* figures = new QGridLayout;
    int column = 0;
    const auto add = [&](const QString& title, const QString& value, const QString& note) {
        figures->addWidget(newLabel(title, 1.2), 0, column);
        figures->addWidget(newLabel(value, 3, true), 1, column);
        figures->addWidget(newLabel(note, 0.9), 2, column++);
    };
    for (const rules::RateKind kind :
         {rules::RateKind::Verification, rules::RateKind::Pass, rules::RateKind::Validity}) {
        const Rate rate = now.verification.rate(kind);
        add(rules::labelOf(kind), rate.toPercent(),
            tr("%1 / %2　上月同日 %3")
                .arg(rate.num)
                .arg(rate.den)
                .arg(brief.overview.monthAgo.verification.rate(kind).toPercent()));
    }
    page->addLayout(figures);
    page->addStretch(1);
    page->addWidget(newLabel(tr("参建 %1 家，已评分 %2 家").arg(now.units).arg(now.scoredUnits.size()), 1.5));
    page->addWidget(newLabel(
        tr("承诺书已签 %1 家，见张贴 %2 家").arg(now.committedUnits.size()).arg(now.displayingUnits.size()), 1.5));
    page->addWidget(newLabel(
        tr("未销号问题 %1 个，其中逾期 %2 个").arg(now.openProblems.size()).arg(now.overdueProblems.size()), 1.5));
    page->addStretch(2);
}

void Projector::addRates(const services::Brief& brief)
{
    auto* page = addPage(tr("有效率"));
    page->addWidget(newLabel(tr("各业态"), 1.2, true));
    page->addWidget(new Bars(documents::tradeChart(brief.overview.ledger)), 7);
    page->addWidget(newLabel(tr("近六个月"), 1.2, true));
    page->addWidget(new Bars(documents::monthChart(brief.months)), 6);
}

void Projector::addThreats(const services::Brief& brief)
{
    auto* page = addPage(tr("最影响验收的事"));
    for (const rules::Risk& risk : brief.overview.readiness.risks.mid(0, mostReasons))
        page->addWidget(newLabel(
            tr("◆ %1：%2（最晚 %3 动手）").arg(rules::labelOf(risk.kind)).arg(risk.count).arg(paperDate(risk.startBy)),
            1.3));
    if (brief.overview.readiness.risks.isEmpty())
        page->addWidget(newLabel(tr("没有影响验收的事。"), 1.3));
    page->addWidget(newLabel(tr("谁还欠什么"), 1.5, true));
    const auto debts = documents::ownerDebts(brief.overview.now);
    for (const documents::OwnerDebt& debt : debts.mid(0, mostOwners))
        page->addWidget(newLabel(tr("%1：逾期节点 %2 个，有风险 %3 个；最早的是%4")
                                     .arg(debt.owner)
                                     .arg(debt.missed)
                                     .arg(debt.atRisk)
                                     .arg(debt.nearest),
                                 1.1));
    if (debts.isEmpty())
        page->addWidget(newLabel(tr("没有逾期和有风险的节点。"), 1.1));
    page->addStretch(1);
}

void Projector::addSchedule(const services::Brief& brief)
{
    auto* page = addPage(tr("六个阶段"));
    auto* table = new QGridLayout;
    for (const rules::PhaseStanding& phase : brief.overview.now.phases) {
        qsizetype done = 0;
        qsizetype missed = 0;
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            done += milestone.state == rules::MilestoneState::Done;
            missed += milestone.state == rules::MilestoneState::Missed;
        }
        const QString late = missed > 0 ? tr("，逾期 %1 个").arg(missed) : QString();
        const int row = table->rowCount();
        table->addWidget(
            newLabel(phase.title, 1.2, phase.from <= brief.overview.now.day && brief.overview.now.day <= phase.to), row,
            0);
        table->addWidget(newLabel(tr("%1 至 %2").arg(paperDate(phase.from), paperDate(phase.to)), 1), row, 1);
        table->addWidget(newLabel(tr("节点完成 %1/%2%3").arg(done).arg(phase.milestones.size()).arg(late), 1.2), row,
                         2);
    }
    table->setVerticalSpacing(2 * gutter);
    page->addLayout(table);
    page->addStretch(1);
}

int Projector::pageCount() const
{
    return m_pages->count();
}

int Projector::currentPage() const
{
    return m_pages->currentIndex();
}

void Projector::turn(int pages)
{
    m_pages->setCurrentIndex(qBound(0, m_pages->currentIndex() + pages, m_pages->count() - 1));
    showPlace();
}

void Projector::showPlace()
{
    m_place->setText(tr("第 %1 页 共 %2 页　←→ 翻页，Esc 退出").arg(m_pages->currentIndex() + 1).arg(m_pages->count()));
}

void Projector::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        turn(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        turn(-1);
        break;
    case Qt::Key_F11:
        reject();
        break;
    default:
        QDialog::keyPressEvent(event);
    }
}

void Projector::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    fitLetters();
}

void Projector::fitLetters()
{
    const int usual = qMax(12, qMin(height(), width() * 9 / 16) / linesOfScreen);
    for (QWidget* widget : findChildren<QWidget*>())
        if (const double size = widget->property(sizeKey).toDouble(); size > 0) {
            QFont face = widget->font();
            face.setPixelSize(qRound(usual * size));
            widget->setFont(face);
        }
}

} // namespace chengheng::gui
