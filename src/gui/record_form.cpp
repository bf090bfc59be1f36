// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_form.h"

#include "base/text.h"
#include "gui/calendar_popup.h"
#include "gui/pick_box.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

void setUpLine(QLineEdit* edit, const model::Field& field)
{
    edit->setMaxLength(field.maxLength);
    if (field.type == model::FieldType::Date)
        offerCalendar(edit);
}

void setUpChoices(QComboBox* box, const model::Field& field)
{
    constexpr int narrowest = 100; // a long choice must not push the form beyond its panel
    box->setMinimumWidth(narrowest);
    box->addItem(QString(), QString());
    for (const model::Choice& choice : field.choices)
        box->addItem(choice.label, choice.key);
}

/// A box that finds by typing any part of the name.
void setUpReferences(QComboBox* box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->addItem(QString(), QString());
}

QFormLayout* newFormLayout()
{
    auto* layout = new QFormLayout;
    layout->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setHorizontalSpacing(spacing);
    return layout;
}

/// A choice that stays legible where it stands already.
void refuseWord(QComboBox* box, const QString& word, const QString& reason)
{
    const int place = box->findData(word);
    if (auto* items = qobject_cast<QStandardItemModel*>(box->model()); items && place >= 0) {
        items->item(place)->setEnabled(false);
        items->item(place)->setToolTip(reason);
    }
}

constexpr int isKept = Qt::UserRole + 1; ///< an entry that stands there for the shown record alone

void showInBox(QComboBox* box, const QString& word)
{
    box->setCurrentIndex(qMax(box->findData(word), 0));
}

} // namespace

RecordForm::RecordForm(const QVector<model::Field>& fields, QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QFormLayout* rows = newFormLayout();
    outer->addLayout(rows);
    outer->addStretch(1); // few fields stay at the top
    addEditors(fields, rows);
    connect(this, &RecordForm::edited, this, &RecordForm::showAsked);
    connect(this, &RecordForm::edited, this, &RecordForm::clearMended);
}

RecordForm::RecordForm(const QVector<model::Field>& fields, QWidget* designed, QWidget* parent)
    : QWidget(parent), m_designed(designed)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(designed);
    QFormLayout* rest = newFormLayout();
    layout->addLayout(rest);
    layout->addStretch(1);
    addEditors(fields, rest);
    connect(this, &RecordForm::edited, this, &RecordForm::showAsked);
    connect(this, &RecordForm::edited, this, &RecordForm::clearMended);
}

void RecordForm::addEditors(const QVector<model::Field>& fields, QFormLayout* layout)
{
    for (const model::Field& field : fields)
        if (!field.isDerived && field.type != model::FieldType::Document)
            addEditor(field, layout);
}

void RecordForm::addEditor(const model::Field& field, QFormLayout* layout)
{
    Editor editor;
    editor.field = field;
    bindWidget(editor);
    editor.widget->setObjectName(field.key);
    editor.widget->setAccessibleName(field.label);
    editor.fault = new QLabel;
    editor.fault->setWordWrap(true);
    editor.fault->hide();
    setLook(editor.fault, "fault");
    editor.widget->installEventFilter(this);
    placeWidget(editor, layout);
    editor.rows = layout;
    editor.shownText = editor.text();
    m_editors.append(editor);
}

/// A widget of the Designer form keeps its place; its fault gets a row below it.
void RecordForm::placeWidget(const Editor& editor, QFormLayout* layout)
{
    if (QWidget* parent = editor.widget->parentWidget()) {
        if (auto* designed = qobject_cast<QFormLayout*>(parent->layout())) {
            int row = 0;
            QFormLayout::ItemRole role = QFormLayout::FieldRole;
            designed->getWidgetPosition(editor.widget, &row, &role);
            if (auto* label = qobject_cast<QLabel*>(designed->labelForField(editor.widget)))
                label->setText(editor.field.isRequired ? editor.field.label + QStringLiteral(" *")
                                                       : editor.field.label);
            designed->insertRow(row + 1, QString(), editor.fault);
            return;
        }
    }
    auto* label = new QLabel(editor.field.isRequired ? editor.field.label + QStringLiteral(" *") : editor.field.label);
    label->setBuddy(editor.widget);
    layout->addRow(label, editor.widget);
    layout->addRow(QString(), editor.fault);
}

template <class W>
W* RecordForm::widgetFor(const model::Field& field) const
{
    W* designed = m_designed ? m_designed->findChild<W*>(field.key) : nullptr;
    return designed ? designed : new W;
}

void RecordForm::bindWidget(Editor& editor)
{
    const model::Field field = editor.field;
    if (field.type == model::FieldType::Choice || field.type == model::FieldType::Reference) {
        auto* box = widgetFor<QComboBox>(field);
        if (field.type == model::FieldType::Choice)
            setUpChoices(box, field);
        else
            setUpReferences(box);
        editor.text = [box] { return box->currentData().toString(); };
        editor.show = [this, box, field](const model::Value& value) {
            if (field.type == model::FieldType::Reference)
                keepOffered(box, field, model::textOf(value));
            showInBox(box, model::textOf(value));
        };
        connect(box, &QComboBox::currentIndexChanged, this, &RecordForm::edited);
        editor.widget = box;
        return;
    }
    if (field.type == model::FieldType::Flag) {
        auto* box = widgetFor<QCheckBox>(field);
        editor.text = [box] { return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false"); };
        editor.show = [box](const model::Value& value) { box->setChecked(model::flagOf(value)); };
        connect(box, &QCheckBox::toggled, this, &RecordForm::edited);
        editor.widget = box;
        return;
    }
    if (field.type == model::FieldType::LongText) {
        auto* edit = widgetFor<QPlainTextEdit>(field);
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(edit->fontMetrics().lineSpacing() * 4);
        editor.text = [edit] { return edit->toPlainText(); };
        editor.show = [edit](const model::Value& value) { edit->setPlainText(model::textOf(value)); };
        connect(edit, &QPlainTextEdit::textChanged, this, &RecordForm::edited);
        editor.widget = edit;
        return;
    }
    if (!field.picks.isEmpty()) {
        auto* box = widgetFor<PickBox>(field);
        box->setBetween(field.between);
        box->lineEdit()->setMaxLength(field.maxLength);
        editor.text = [box] { return box->text(); };
        editor.show = [box](const model::Value& value) { box->setText(model::textOf(value)); };
        connect(box, &PickBox::edited, this, &RecordForm::edited);
        editor.widget = box;
        return;
    }
    bindLine(editor);
}

void RecordForm::bindLine(Editor& editor)
{
    const model::Field field = editor.field;
    auto* edit = widgetFor<QLineEdit>(field);
    setUpLine(edit, field);
    editor.text = [this, edit, key = field.key] {
        const QHash<QString, QString> words = m_words.value(key);
        return words.key(edit->text().trimmed(), edit->text());
    };
    editor.show = [this, edit, field](const model::Value& value) {
        const QString text = model::displayText(field, value);
        edit->setText(m_words.value(field.key).value(text, text));
    };
    connect(edit, &QLineEdit::textEdited, this, &RecordForm::edited);
    editor.widget = edit;
}

void RecordForm::setWords(const FieldWords& words)
{
    m_words = words;
    for (auto it = words.begin(); it != words.end(); ++it)
        if (auto* edit = findChild<QLineEdit*>(it.key())) {
            auto* completer = new QCompleter(it->values(), edit);
            completer->setFilterMode(Qt::MatchContains);
            edit->setCompleter(completer);
        }
}

void RecordForm::setNames(const ReferenceNames& names)
{
    m_names.insert(names);
    for (Editor& editor : m_editors)
        if (names.contains(editor.field.refers) || names.contains(unitsOf(editor.field.refers)))
            offerReferences(editor);
    m_trades = m_names.value(tradesOfUnits);
    showAsked();
}

void RecordForm::setChoices(const QString& refersKind, const QHash<Uid, QString>& names)
{
    setNames({{refersKind, names}});
}

/// What a record refers to is a choice, whatever else is offered: it must not be lost by looking at the record.
void RecordForm::keepOffered(QComboBox* box, const model::Field& field, const QString& uid) const
{
    box->removeItem(box->findData(true, isKept)); // for the record before
    if (uid.isEmpty() || box->findData(uid) >= 0)
        return;
    const auto names = m_names.constFind(field.refers);
    const QString nameless = names == m_names.cend() ? QStringLiteral("…") : tr("（名单上没有的记录）");
    box->addItem(m_names.value(field.refers).value(Uid(uid), nameless), uid);
    box->setItemData(box->count() - 1, true, isKept);
}

/// Of records that belong to units those of the chosen one; what is chosen stays.
void RecordForm::offerReferences(Editor& editor)
{
    const auto names = m_names.constFind(editor.field.refers);
    if (names == m_names.cend())
        return;
    const QHash<Uid, QString> units = m_names.value(unitsOf(editor.field.refers));
    const QString wanted = unit().toString();
    auto* box = static_cast<QComboBox*>(editor.widget);
    const QString chosen = editor.text();
    // The whole ledger is no choice: where the form asks for the unit, it comes first.
    const bool isUnitFirst = wanted.isEmpty() && !units.isEmpty() && editorOf(QStringLiteral("unit"));
    if (box->lineEdit())
        box->lineEdit()->setPlaceholderText(isUnitFirst ? tr("请先选单位") : QString());
    QVector<QPair<QString, QString>> sorted;
    for (auto it = names->begin(); it != names->end(); ++it)
        if (!isUnitFirst && (wanted.isEmpty() || units.value(it.key(), wanted) == wanted))
            sorted.append({it.value(), it.key().toString()});
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return compareNames(a.first, b.first) < 0; });
    const QSignalBlocker blocker(box);
    box->clear();
    box->addItem(QString(), QString());
    for (const auto& [name, uid] : sorted)
        box->addItem(name, uid);
    editor.show(chosen);
}

void RecordForm::setRole(model::Role role)
{
    for (Editor& editor : m_editors)
        for (const model::Reservation& reservation : editor.field.reserved) {
            if (model::speaksFor(role, reservation.authority))
                continue;
            const QString reason = tr("只能由%1登记").arg(model::labelOf(reservation.authority));
            if (reservation.word.isEmpty()) {
                editor.isReserved = true;
                editor.widget->setEnabled(false);
                editor.widget->setToolTip(reason);
            } else {
                refuseWord(static_cast<QComboBox*>(editor.widget), reservation.word, reason);
            }
        }
}

/// What is filled in stays in sight, that it can be taken out.
void RecordForm::showAsked()
{
    if (unit() != m_offeredFor) {
        offerPicks();
        for (Editor& editor : m_editors)
            if (m_names.contains(unitsOf(editor.field.refers)))
                offerReferences(editor);
    }
    const QString trade = m_trades.value(unit());
    for (const Editor& editor : std::as_const(m_editors))
        if (!editor.field.trades.isEmpty() && editor.rows->indexOf(editor.widget) >= 0)
            editor.rows->setRowVisible(editor.widget, trade.isEmpty() || editor.field.trades.contains(trade)
                                                          || !editor.text().isEmpty());
}

void RecordForm::setPicks(const FieldPicks& picks)
{
    m_picks = picks;
    offerPicks();
}

void RecordForm::setUnit(const Uid& unit)
{
    m_unit = unit;
    showAsked();
}

Uid RecordForm::unit() const
{
    const Editor* editor = editorOf(QStringLiteral("unit"));
    return editor ? Uid(editor->text()) : m_unit;
}

void RecordForm::offerPicks()
{
    m_offeredFor = unit();
    for (const Editor& editor : std::as_const(m_editors))
        if (const auto own = m_picks.constFind(editor.field.picks); own != m_picks.cend())
            static_cast<PickBox*>(editor.widget)->setPicks(services::picksFor(*own, m_offeredFor));
}

void RecordForm::setValues(const services::FieldValues& values)
{
    clearFaults();
    for (Editor& editor : m_editors) {
        const QSignalBlocker blocker(editor.widget);
        editor.show(values.value(editor.field.key));
        editor.shownText = editor.text();
    }
    showAsked();
}

Result<model::Value> RecordForm::valueOf(const Editor& editor) const
{
    auto value = model::parseText(editor.field, editor.text());
    if (value)
        if (auto fault = model::faultOf(editor.field, *value))
            return fail(*fault);
    return value;
}

Result<services::FieldValues> RecordForm::values()
{
    clearFaults();
    services::FieldValues values;
    std::optional<Error> first;
    for (Editor& editor : m_editors) {
        const auto value = valueOf(editor);
        if (value) {
            values.insert(editor.field.key, *value);
            continue;
        }
        Error error = value.error();
        error.where = editor.field.key;
        showFault(error);
        if (!first)
            first = error;
    }
    if (first) {
        bringIntoSight(*editorOf(first->where));
        return fail(*first);
    }
    return values;
}

/// A long form shows a part of itself: what is wrong must not be below it.
void RecordForm::bringIntoSight(const Editor& editor)
{
    editor.widget->setFocus();
    const auto scroll = [this, &editor] {
        for (QWidget* around = parentWidget(); around; around = around->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(around)) {
                area->ensureWidgetVisible(editor.fault);
                area->ensureWidgetVisible(editor.widget);
            }
    };
    QMetaObject::invokeMethod(this, scroll, Qt::QueuedConnection); // once the sentence has its place
}

/// The wheel scrolls the form; it must not change what happens to lie under it.
bool RecordForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel || !qobject_cast<QComboBox*>(watched))
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

/// A complaint goes once its field is right.
void RecordForm::clearMended()
{
    for (Editor& editor : m_editors)
        if (!editor.fault->isHidden() && valueOf(editor))
            editor.fault->hide();
}

bool RecordForm::isChanged() const
{
    return std::any_of(m_editors.begin(), m_editors.end(),
                       [](const Editor& editor) { return editor.text() != editor.shownText; });
}

void RecordForm::setReadOnly(bool isReadOnly)
{
    for (Editor& editor : m_editors)
        editor.widget->setEnabled(!isReadOnly && !editor.isReserved);
}

const RecordForm::Editor* RecordForm::editorOf(const QString& key) const
{
    for (const Editor& editor : m_editors)
        if (editor.field.key == key)
            return &editor;
    return nullptr;
}

RecordForm::Editor* RecordForm::editorOf(const QString& key)
{
    return const_cast<Editor*>(std::as_const(*this).editorOf(key));
}

bool RecordForm::showFault(const Error& error)
{
    Editor* editor = editorOf(error.where);
    if (!editor)
        return false;
    editor->fault->setText(error.message);
    editor->fault->show();
    bringIntoSight(*editor);
    return true;
}

void RecordForm::clearFaults()
{
    for (Editor& editor : m_editors)
        editor.fault->hide();
}

void RecordForm::focusFirst()
{
    const auto asked = [](const Editor& editor) { return !editor.field.isCounted; }; // a number comes by itself
    if (const auto first = std::find_if(m_editors.cbegin(), m_editors.cend(), asked); first != m_editors.cend())
        first->widget->setFocus();
}

} // namespace chengheng::gui
