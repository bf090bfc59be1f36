// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "documents/label_paper.h"
#include "documents/qr_code.h"
#include "services/labels.h"

#include <QBuffer>
#include <QPainter>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A photograph of a shelf with a label on it.
QByteArray shelfWith(const QString& code)
{
    QImage picture(1200, 900, QImage::Format_RGB32);
    picture.fill(Qt::lightGray);
    QPainter painter(&picture);
    painter.translate(300, 200);
    painter.rotate(7);
    painter.drawImage(0, 0, documents::qrCode(code, 260));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "jpeg");
    return bytes;
}

struct Ledger : OpenCampaign {
    model::Instrument instrument;

    Ledger()
    {
        importSample("unit", "roster.xlsx");
        importSample("instrument", "ledger.csv");
        instrument = all<model::Instrument>().at(2);
    }
    QString photograph(const QString& code)
    {
        const QString path = folder.filePath(QStringLiteral("标签.jpg"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(shelfWith(code));
        return path;
    }
};

} // namespace

TEST_CASE("A label leads back to its instrument, scanned or photographed", "[services][labels]")
{
    Ledger ledger;
    const QString code = documents::labelCode(ledger.instrument.uid);
    CHECK(need(services::instrumentOfLabel(*ledger.workspace, code)).uid == ledger.instrument.uid);
    CHECK(need(services::instrumentOnPicture(*ledger.workspace, ledger.photograph(code))).uid == ledger.instrument.uid);
    const auto hits = need(services::searchEverything(*ledger.workspace, code));
    REQUIRE(hits.size() == 1);
    CHECK(hits.first().kind == QStringLiteral("instrument"));
    CHECK(hits.first().uid == ledger.instrument.uid);
}

TEST_CASE("A label that leads nowhere is told in a sentence", "[services][labels]")
{
    Ledger ledger;
    const QString stranger = documents::labelCode(Uid::create());
    CHECK(services::instrumentOfLabel(*ledger.workspace, stranger).error().code == QStringLiteral("no_such_label"));
    CHECK(services::instrumentOnPicture(*ledger.workspace, ledger.photograph(stranger)).error().code
          == QStringLiteral("no_such_label"));
    CHECK(services::instrumentOfLabel(*ledger.workspace, QStringLiteral("A-0001")).error().code
          == QStringLiteral("not_a_label"));
    const QString bare = ledger.folder.filePath(QStringLiteral("门头.png"));
    QFile file(bare);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(picture(40, 30));
    file.close();
    CHECK(services::instrumentOnPicture(*ledger.workspace, bare).error().code == QStringLiteral("no_code"));
    CHECK(services::instrumentOnPicture(*ledger.workspace, QStringLiteral("/no/such.jpg")).error().code
          == QStringLiteral("no_such_file"));
}
