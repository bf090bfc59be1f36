// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "gui/reference_names.h"
#include "services/actions.h"

#include <QDate>

namespace chengheng::gui {

class FormDialog;

/// What is done to instruments of the ledger: entered, verified, changed with the photographs that needs, split. Each
/// asks what it needs to know, and says so where nothing is chosen.
class LedgerDeeds : public QObject
{
    Q_OBJECT

public:
    LedgerDeeds(Dispatcher& dispatcher, QWidget* page);

    void add();
    void verify(const QVector<Uid>& instruments, QDate today);
    void change(const services::Action& action, const QVector<Uid>& instruments, QDate today);
    void split(const QVector<Uid>& instruments);
    /// Whatever action of an instrument's.
    void perform(const services::Action& action, const QVector<Uid>& instruments, QDate today);
    /// The table to hand out, with nothing filled in.
    void saveBlankTable();

Q_SIGNALS:
    void added(const Uid& instrument);

private:
    /// What a form of instruments offers.
    struct Offered {
        QHash<Uid, QString> units;
        FieldPicks picks;
        Uid unit;
    };

    void nameIn(FormDialog* dialog, const QVector<Uid>& instruments);
    void offerPicks(FormDialog* dialog, const model::RecordKind& kind, const Uid& instrument);
    /// Begins with what the action presets and with `given`.
    FormDialog* formFor(const services::Action& action, const QVector<Uid>& instruments, QDate today,
                        const services::FieldValues& given = {});
    /// With photographs, which it needs.
    void putOutOfUse(const services::Action& action, const QVector<Uid>& instruments, const QStringList& photographs,
                     QDate today);

    Dispatcher& m_dispatcher;
    QWidget* m_page;
};

} // namespace chengheng::gui
