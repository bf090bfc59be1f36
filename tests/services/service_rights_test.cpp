// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "documents/pdf_file.h"
#include "model/paper_records.h"
#include "services/acceptance_draw.h"
#include "services/archiving.h"
#include "services/corrections.h"
#include "services/handover.h"
#include "services/inspections.h"
#include "services/issued_papers.h"
#include "services/papers.h"
#include "services/proposals.h"
#include "services/scans.h"
#include "services/splitting.h"

using namespace chengheng;
using namespace chengheng::test;
using services::Role;

namespace {

/// An office with something for every service to write.
struct FullOffice : Office {
    Uid row; ///< of several instruments
    Uid visit;
    Uid paper; ///< sealed
    services::ScanPlan scan;
    QByteArray form;

    FullOffice()
    {
        row = put("instrument",
                  QStringLiteral(R"({"unit":"%1","name":"血压计","quantity":2})").arg(unit().uid.toString()));
        visit = put("acceptance_visit", R"({"on":"2024-11-18","team":"验收组"})");
        put("liaison",
            QStringLiteral(R"({"organisation":"%1","person":"老张","phone":"021-1"})").arg(organisation().toString()));
        inspectAll();
        paper = issue();
        scan = need(services::splitScan(*workspace, {scanned()}));
        form = services::shippedTemplate(*services::findPaper(QStringLiteral("creation_application")));
    }

    void inspectAll()
    {
        for (const model::Unit& one : all<model::Unit>()) {
            const rules::Sheet& sheet = *workspace->sheets().sheetOf(one.trade);
            services::InspectionForm visited;
            visited.unit = one.uid;
            visited.kind = model::InspectionKind::Joint;
            visited.on = day("2024-09-10");
            visited.inspectors = QStringLiteral("甲、乙");
            visited.answers.sheet = sheet.no;
            for (const rules::SheetItem& item : sheet.items)
                visited.answers.answers.append(rules::goodAnswer(item));
            need(services::recordInspection(*workspace, visited));
        }
    }

    Uid issue()
    {
        documents::Paper made;
        made.title = QStringLiteral("会议纪要");
        made.blocks = {documents::Paragraph{QStringLiteral("正文")}};
        services::PaperRequest request;
        request.title = made.title;
        request.paperKind = made.title;
        const auto issued = need(services::issuePaper(
            *workspace, request, services::stamping(need(documents::makePdf({made}, day("2024-11-01"))).bytes)));
        m_pdf = issued.pdf;
        for (const char* step : {"printed", "sent", "sealed"})
            need(services::doAction(
                *workspace, *services::findAction(model::kindOf<model::IssuedPaper>(), QLatin1String(step)),
                issued.written.uid,
                {{QStringLiteral("on"), day("2024-11-20")}, {QStringLiteral("person"), QStringLiteral("测试员")}}));
        return issued.written.uid;
    }

    QString scanned()
    {
        const QString path = folder.filePath(QStringLiteral("扫描.pdf"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(m_pdf);
        return path;
    }

private:
    QByteArray m_pdf;
};

/// What a service refuses with; nothing where it was done.
template <class T>
std::optional<ErrorKind> saidOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

struct WritingService {
    const char* name;
    std::optional<ErrorKind> (*call)(FullOffice& office);
    QVector<Role> denied;
};

const std::vector<WritingService>& writingServices()
{
    static const std::vector<WritingService> services{
        {"splitting a row",
         [](FullOffice& o) { return saidOf(services::splitInstrument(*o.workspace, o.row, {})); },
         {Role::Leader}},
        {"archiving papers",
         [](FullOffice& o) { return saidOf(services::archivePapers(*o.workspace, {o.paper})); },
         {Role::Leader, Role::Officer}},
        {"taking what is proposed",
         [](FullOffice& o) {
             return saidOf(services::takeProposals(*o.workspace, *rules::findSummary(QStringLiteral("list_drafts")),
                                                   day("2024-11-20")));
         },
         {Role::Leader, Role::Officer}},
        {"drawing at the acceptance",
         [](FullOffice& o) {
             return saidOf(services::drawForVisit(*o.workspace, o.visit, {QStringLiteral("7"), 5, false}));
         },
         {Role::Leader, Role::Officer}},
        {"correcting with a slip",
         [](FullOffice& o) {
             const auto unit = o.unit();
             return saidOf(services::correctWithSlip(*o.workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                                     {{QStringLiteral("head"), QStringLiteral("新负责人")}},
                                                     QStringLiteral("登错"), QStringLiteral("主任")));
         },
         {Role::Leader, Role::Officer}},
        {"filing a scan",
         [](FullOffice& o) { return saidOf(services::fileScan(*o.workspace, o.scan, {})); },
         {Role::Leader}},
        {"handing over",
         [](FullOffice& o) {
             return saidOf(
                 services::handOver(*o.workspace, {QStringLiteral("老张"), QStringLiteral("小李"), day("2024-11-20"),
                                                   QStringLiteral("调离"), QStringLiteral("柜")}));
         },
         {Role::Leader, Role::Officer}},
        {"changing a template",
         [](FullOffice& o) {
             return saidOf(services::setTemplate(*o.workspace,
                                                 *services::findPaper(QStringLiteral("creation_application")), o.form,
                                                 QStringLiteral("申请书.docx")));
         },
         {Role::Leader, Role::Officer}},
    };
    return services;
}

} // namespace

TEST_CASE("Each writing service is denied to the roles whose work it is not, and open to the others", "[services]")
{
    FullOffice office;
    const Uid station = office.unit().station;
    for (const WritingService& service : writingServices()) {
        bool isDone = false;
        // Those who may not come first: what one has done, the next need not be able to do again.
        for (const Role role : {Role::Leader, Role::Officer, Role::Clerk, Role::Section, Role::Administrator}) {
            INFO(service.name << " as " << services::roleLabel(role));
            office.reopenAs({QStringLiteral("甲"), role, role == Role::Officer ? station : Uid(), true});
            const bool isDenied = service.denied.contains(role);
            const auto refusal = service.call(office);
            CHECK((refusal == ErrorKind::Denied) == isDenied);
            if (!isDenied && !isDone)
                CHECK_FALSE(refusal); // the first who may does it
            isDone = isDone || !isDenied;
        }
    }
}
