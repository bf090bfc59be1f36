// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/acceptance_visit_page.h"

#include "gui/form_dialog.h"
#include "model/application_records.h"
#include "services/acceptance_draw.h"

namespace chengheng::gui {

namespace {

/// What the draw needs to know, as a form asks it.
struct DrawForm {
    std::optional<qint64> count = 12;
    QString seed;
    bool isStratified = false;
};

QVector<model::Field> drawFields()
{
    return {
        model::integerField("count", AcceptanceVisitPage::tr("抽取家数"), &DrawForm::count).required().range(1, 10'000),
        model::textField("seed", AcceptanceVisitPage::tr("随机种子（验收组现场报出）"), &DrawForm::seed)
            .required()
            .limit(40),
        model::flagField("stratified", AcceptanceVisitPage::tr("各业态至少一家"), &DrawForm::isStratified)};
}

rules::DrawRequest requestOf(const services::FieldValues& values)
{
    rules::DrawRequest request;
    request.count = int(model::integerOf(values.value(QStringLiteral("count"))));
    request.seed = model::textOf(values.value(QStringLiteral("seed")));
    request.isStratified = model::flagOf(values.value(QStringLiteral("stratified")));
    return request;
}

} // namespace

AcceptanceVisitPage::AcceptanceVisitPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::AcceptanceVisit>(), parent)
{
    addListButton(tr("抽取单位…"), [this] { askDraw(); });
}

void AcceptanceVisitPage::askDraw()
{
    const model::Record* visit = list().current();
    if (!visit) {
        Prompts::current().inform(this, tr("请先选中一次考核验收，再抽取单位。"));
        return;
    }
    auto* dialog = new FormDialog(tr("抽取单位"), drawFields(), this);
    dialog->form().setValues({{QStringLiteral("count"), qint64(12)}});
    dialog->submitTo(dispatcher(),
                     [uid = visit->uid](services::Workspace& workspace, const services::FieldValues& values,
                                        const Uid& intent) -> Result<services::Written> {
                         const auto drawn = services::drawForVisit(workspace, uid, requestOf(values), intent);
                         if (!drawn)
                             return fail(drawn.error());
                         services::Written written{uid};
                         written.remark = drawn->why;
                         return written;
                     });
    dialog->open();
}

} // namespace chengheng::gui
