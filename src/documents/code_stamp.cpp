// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_stamp.h"

#include "documents/pdf_io.h"
#include "documents/printed_font.h"
#include "documents/qr_code.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QRectF>
#include <QTransform>

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CodeStamp)
};

QRectF visibleBox(QPDFPageObjectHelper& page)
{
    const auto box = page.getCropBox().getArrayAsRectangle();
    return QRectF(QPointF(qMin(box.llx, box.urx), qMin(box.lly, box.ury)),
                  QPointF(qMax(box.llx, box.urx), qMax(box.lly, box.ury)));
}

int turnOf(QPDFPageObjectHelper& page)
{
    QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
    return turn.isInteger() ? (turn.getIntValueAsInt() % 360 + 360) % 360 : 0;
}

/// Brings points counted from the top left of the page as it is seen, y down, to the page's own.
QTransform toPage(const QRectF& box, int turn)
{
    switch (turn) {
    case 90:
        return QTransform(0, 1, 1, 0, box.left(), box.top());
    case 180:
        return QTransform(-1, 0, 0, 1, box.right(), box.top());
    case 270:
        return QTransform(0, -1, -1, 0, box.right(), box.bottom());
    default:
        return QTransform(1, 0, 0, -1, box.left(), box.bottom());
    }
}

QByteArray numbers(std::initializer_list<double> values)
{
    QByteArray line;
    for (const double value : values)
        line += QByteArray::number(value, 'f', 3) + ' ';
    return line;
}

QByteArray rectangle(const QRectF& area, const QTransform& place)
{
    const QRectF placed = place.mapRect(area);
    return numbers({placed.left(), placed.top(), placed.width(), placed.height()}) + "re\n";
}

/// The label's outlines with its end at a point; large and made small again, so that nothing is rounded.
QPainterPath outlines(const QString& label, const QPointF& end)
{
    constexpr int drawnSize = 1000;
    QFont font = printedFont(stampLabelPoints);
    font.setPixelSize(drawnSize);
    QPainterPath path;
    path.addText(0, 0, font, label);
    const double scale = stampLabelPoints / drawnSize;
    return QTransform::fromScale(scale, scale)
        .map(path)
        .translated(end - QPointF(path.boundingRect().right() * scale, 0));
}

QByteArray filled(const QPainterPath& path)
{
    QByteArray lines;
    for (int place = 0; place < path.elementCount(); ++place) {
        const QPainterPath::Element element = path.elementAt(place);
        if (element.isMoveTo()) {
            lines += numbers({element.x, element.y}) + "m\n";
        } else if (element.isLineTo()) {
            lines += numbers({element.x, element.y}) + "l\n";
        } else if (element.isCurveTo()) {
            const QPainterPath::Element second = path.elementAt(place + 1);
            const QPainterPath::Element last = path.elementAt(place + 2);
            lines += numbers({element.x, element.y, second.x, second.y, last.x, last.y}) + "c\n";
            place += 2;
        }
    }
    return lines.isEmpty() ? lines : lines + "f\n";
}

/// The code on its own white ground, so that a shade below does not eat it.
QByteArray drawing(const QVector<QVector<bool>>& modules, const QString& label, const QRectF& box, int turn)
{
    const QTransform place = toPage(box, turn);
    const double width = turn % 180 == 0 ? box.width() : box.height();
    const QRectF area(width - stampDistance - stampSide, stampDistance, stampSide, stampSide);
    const double module = stampSide / double(modules.size());
    const double quiet = 2 * module; // the margin is white as well
    QByteArray lines = "1 g\n" + rectangle(area.adjusted(-quiet, -quiet, quiet, quiet), place) + "f\n0 g\n";
    for (int row = 0; row < modules.size(); ++row)
        for (int column = 0, end = 0; column < modules.size(); column = qMax(end, column + 1)) {
            for (end = column; end < modules.size() && modules[row][end];)
                ++end;
            if (end > column)
                lines += rectangle(
                    {area.left() + column * module, area.top() + row * module, (end - column) * module, module}, place);
        }
    lines += "f\n";
    return lines + filled(place.map(outlines(label, area.topLeft() + QPointF(-2 * quiet, stampLabelPoints))));
}

void stampPage(QPDF& pdf, QPDFPageObjectHelper page, const QVector<QVector<bool>>& modules, const QString& label)
{
    const QByteArray lines = "\nQ q\n" + drawing(modules, label, visibleBox(page), turnOf(page)) + "Q\n";
    page.addPageContents(pdf.newStream("q\n"), true);
    page.addPageContents(pdf.newStream(lines.toStdString()), false);
}

} // namespace

Result<QByteArray> stampCode(const QByteArray& pdf, const QString& code, const QString& label)
{
    const auto modules = qrModules(code);
    if (modules.isEmpty())
        return fail(ErrorKind::Invalid, "code_too_long", Text::tr("“%1”做不成二维码。").arg(code));
    QPDF document;
    if (auto opened = openPdf(document, pdf); !opened)
        return fail(opened.error());
    try {
        for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(document).getAllPages())
            stampPage(document, page, modules, label);
        return bytesOfPdf(document);
    } catch (const std::exception& fault) {
        return pdfFault(fault);
    }
}

} // namespace chengheng::documents
