// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reference_names.h"
#include "services/registers.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;

namespace chengheng::gui {

/// A form for some fields, built from their description: one column, labels right-aligned, required
/// ones marked, each fault as a sentence under its field. It holds values, not records: who owns it
/// saves them.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    explicit RecordForm(const QVector<model::Field>& fields, QWidget* parent = nullptr);
    /// The same over a form made in Designer, whose widgets are named after field keys; a field without
    /// a widget there is added below.
    RecordForm(const QVector<model::Field>& fields, QWidget* designed, QWidget* parent);

    /// What a Reference may be: names by uid, for the fields that refer to a kind. Under unitsOf(kind): to whose
    /// records the choice is narrowed once a unit is chosen. Under tradesOfUnits: by which questions are hidden that
    /// the chosen unit is not asked.
    void setChoices(const QString& refersKind, const QHash<Uid, QString>& names);
    /// The same of several kinds, with what is known beside their names (gui/reference_names.h).
    void setNames(const ReferenceNames& names);
    /// What values of a text field are called: they show and are typed so.
    void setWords(const FieldWords& words);
    /// What fields that are picked from a list offer: of what belongs to units, that of the chosen unit's.
    void setPicks(const FieldPicks& picks);
    /// The unit of a record whose form does not ask for it.
    void setUnit(const Uid& unit);
    /// What is not for this role to say cannot be filled in, and tells for whom it is.
    void setRole(model::Role role);
    void setValues(const services::FieldValues& values);
    /// All fields as typed. Invalid, with the sentence shown under its field, where one cannot be read or
    /// breaks the field's own rule.
    Result<services::FieldValues> values();
    /// Fields that differ from what was set.
    bool isChanged() const;
    void setReadOnly(bool isReadOnly);
    /// Shows a service's fault under the field it names; false where the form has no such field.
    bool showFault(const Error& error);
    void clearFaults();
    void focusFirst();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void clearMended();
    struct Editor {
        model::Field field;
        QWidget* widget = nullptr;
        QLabel* fault = nullptr;
        std::function<QString()> text;
        std::function<void(const model::Value&)> show;
        QString shownText;           ///< as it was set
        QFormLayout* rows = nullptr; ///< it stands in
        bool isReserved = false;     ///< to another role
    };

    void bringIntoSight(const Editor& editor);
    void addEditors(const QVector<model::Field>& fields, QFormLayout* layout);
    void addEditor(const model::Field& field, QFormLayout* layout);
    void bindWidget(Editor& editor);
    void bindLine(Editor& editor);
    void placeWidget(const Editor& editor, QFormLayout* layout);
    template <class W>
    W* widgetFor(const model::Field& field) const;
    Result<model::Value> valueOf(const Editor& editor) const;
    const Editor* editorOf(const QString& key) const;
    Editor* editorOf(const QString& key);
    Uid unit() const;
    void showAsked();
    void offerPicks();
    void keepOffered(QComboBox* box, const model::Field& field, const QString& uid) const;
    void offerReferences(Editor& editor);

    QWidget* m_designed = nullptr;
    FieldWords m_words;
    QVector<Editor> m_editors;
    ReferenceNames m_names;
    QHash<Uid, QString> m_trades; ///< of units, by key
    FieldPicks m_picks;
    Uid m_unit;       ///< as it was told
    Uid m_offeredFor; ///< the unit whose picks are on offer
};

} // namespace chengheng::gui
