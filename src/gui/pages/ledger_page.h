// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/actions.h"
#include "services/overview.h"

#include <QAbstractTableModel>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace chengheng::gui {

/// A ledger made ready on the reading thread: the order people expect and what searching looks in.
struct ReadyLedger {
    services::LedgerView view;
    QVector<qint32> order;       ///< places of the lines by unit, name and serial number
    QVector<QString> searchTexts; ///< folded, by place
};

/// The lines of a due report as a table; it holds the report and makes texts only for what is seen.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setLedger(std::shared_ptr<const ReadyLedger> ledger);
    /// Keeps one status (nothing: all) and lines whose unit, name or serial number holds the text.
    void setFilter(std::optional<rules::VerificationStatus> status, const QString& text);

    const rules::DueLine& line(int row) const;
    QString why(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();

    std::shared_ptr<const ReadyLedger> m_ledger;
    std::optional<rules::VerificationStatus> m_status;
    QString m_text;
    QVector<qint32> m_shown;
};

/// 计量器具台账: the whole ledger on the day, by status, with the reason of the chosen line; verification
/// of many at once; import and export.
class LedgerPage : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_verify; }
    void reveal(const Uid& uid) override;

private:
    void show(std::shared_ptr<const ReadyLedger> ledger);
    void applyFilter();
    void showWhy();
    void verifyChosen();
    void addInstrument();
    void changeChosen(const services::Action& action);
    void exportLedger();
    QVector<Uid> chosen() const;

    QAction* m_verify;
    LedgerModel* m_model;
    QTableView* m_list;
    QLineEdit* m_search;
    QComboBox* m_status;
    QLabel* m_why;
    QLabel* m_totals;
    QTimer* m_delay;
    Uid m_toReveal;
};

} // namespace chengheng::gui
