// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/list_view.h"
#include "gui/record_form.h"
#include "gui/record_table_model.h"
#include "model/unit_records.h"
#include "support/support.h"
#include "ui_UnitForm.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPersistentModelIndex>
#include <QScrollBar>
#include <QStandardItemModel>

using namespace chengheng;
using namespace chengheng::test;

namespace {

model::Record unit(const char* uid, const QString& name)
{
    model::Unit typed;
    typed.uid = Uid(QString::fromLatin1(uid));
    typed.name = name;
    typed.trade = model::Trade::Market;
    return model::toRecord(typed);
}

/// A value that fits a field.
model::Value sample(const model::Field& field)
{
    switch (field.type) {
    case model::FieldType::Integer:
    case model::FieldType::Money:
        return qMax<qint64>(field.minimum, 3);
    case model::FieldType::Date:
        return day("2024-03-05");
    case model::FieldType::Choice:
        return field.choices.first().key;
    case model::FieldType::Flag:
        return true;
    case model::FieldType::Reference:
        return QStringLiteral("u-1");
    default:
        for (const QString& text : {QStringLiteral("文字"), QStringLiteral("91350100M000100Y43"), QStringLiteral("3号"),
                                    QStringLiteral("G001")})
            if (!field.fault || field.fault(text).isEmpty())
                return text;
        return QString();
    }
}

} // namespace

TEST_CASE("The table keeps its rows' identity when records come anew", "[gui]")
{
    gui::RecordTableModel model(model::kindOf<model::Unit>());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRecords(
        {unit("a", QStringLiteral("甲")), unit("b", QStringLiteral("乙")), unit("c", QStringLiteral("丙"))});
    const QPersistentModelIndex kept(model.index(model.rowOf(Uid(QStringLiteral("c"))), 1));
    model.setRecords(
        {unit("a", QStringLiteral("甲")), unit("d", QStringLiteral("丁")), unit("c", QStringLiteral("丙改"))});
    CHECK(model.rowCount() == 3);
    CHECK(kept.isValid());
    CHECK(kept.data().toString() == QStringLiteral("丙改"));
    model.setRecords({unit("c", QStringLiteral("丙")), unit("a", QStringLiteral("甲"))});
    CHECK(model.rowOf(Uid(QStringLiteral("c"))) == 0);
    model.setRecords({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("A form gives back what it was given, for every register", "[gui]")
{
    for (const model::RecordKind* kind : model::allKinds()) {
        INFO(kind->key);
        gui::RecordForm form(kind->fields);
        services::FieldValues given;
        for (const model::Field& field : kind->fields) {
            if (field.isDerived || field.type == model::FieldType::Document)
                continue;
            given.insert(field.key, sample(field));
            if (field.type == model::FieldType::Reference)
                form.setChoices(field.refers, {{Uid(QStringLiteral("u-1")), QStringLiteral("某单位")}});
        }
        form.setValues(given);
        CHECK_FALSE(form.isChanged());
        CHECK(need(form.values()) == given);
    }
}

TEST_CASE("A fault shows as a sentence under its own field and keeps the rest", "[gui]")
{
    gui::RecordForm form(model::kindOf<model::Unit>().fields);
    form.setValues({{QStringLiteral("trade"), QStringLiteral("market")},
                    {QStringLiteral("participation"), QStringLiteral("participating")}});
    form.findChild<QLineEdit*>(QStringLiteral("credit_code"))->setText(QStringLiteral("91310113MAX0070080"));
    form.findChild<QLineEdit*>(QStringLiteral("head"))->setText(QStringLiteral("张三"));
    const auto values = form.values();
    REQUIRE_FALSE(values);
    QStringList shown;
    for (const auto* label : form.findChildren<QLabel*>())
        if (!label->isHidden() && label->text().endsWith(QStringLiteral("。")))
            shown << label->text();
    CHECK(shown.size() == 2); // no name, wrong check character
    CHECK(form.findChild<QLineEdit*>(QStringLiteral("head"))->text() == QStringLiteral("张三"));
}

TEST_CASE("Every field of a form has a name for screen readers and a label that leads to it", "[gui]")
{
    for (const model::RecordKind* kind : model::allKinds()) {
        gui::RecordForm form(kind->fields);
        QSet<QWidget*> buddies;
        for (const auto* label : form.findChildren<QLabel*>())
            if (label->buddy())
                buddies.insert(label->buddy());
        for (const model::Field& field : kind->fields) {
            if (field.isDerived || field.type == model::FieldType::Document)
                continue;
            INFO(kind->key << ' ' << field.key);
            auto* widget = form.findChild<QWidget*>(field.key);
            REQUIRE(widget);
            CHECK(widget->accessibleName() == field.label);
            CHECK(buddies.contains(widget));
        }
    }
}

TEST_CASE("A Designer form is bound by the names of its widgets", "[gui]")
{
    auto* designed = new QWidget;
    gui::Ui::UnitForm().setupUi(designed);
    const auto& kind = model::kindOf<model::Unit>();
    for (const model::Field& field : kind.fields)
        CHECK(designed->findChild<QWidget*>(field.key)); // none forgotten
    gui::RecordForm form(kind.fields, designed, nullptr);
    form.setValues({{QStringLiteral("name"), QStringLiteral("甲店")}, {QStringLiteral("benchmark"), true}});
    CHECK(designed->findChild<QLineEdit*>(QStringLiteral("name"))->text() == QStringLiteral("甲店"));
    CHECK_FALSE(form.isChanged());
    designed->findChild<QLineEdit*>(QStringLiteral("head"))->setText(QStringLiteral("张三"));
    CHECK(form.isChanged());
}

TEST_CASE("Long texts of a wrapped list share what the short ones leave", "[gui]")
{
    const QString sentence = QString(QStringLiteral("说明")).repeated(60);
    QStandardItemModel model(1, 3);
    model.setItem(0, 0, new QStandardItem(sentence));
    model.setItem(0, 1, new QStandardItem(QStringLiteral("甲店")));
    model.setItem(0, 2, new QStandardItem(sentence));
    gui::ListView list;
    list.setWordWrap(true);
    list.setModel(&model);
    list.resize(900, 300);
    list.show();
    list.fitColumns();
    CHECK(qAbs(list.columnWidth(0) - list.columnWidth(2)) < 20);
    CHECK(list.columnWidth(1) < 200);
    CHECK_FALSE(list.horizontalScrollBar()->isVisible());
}
