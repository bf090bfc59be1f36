// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/uid.h"
#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/catalogue.h"
#include "rules/plan.h"
#include "rules/sheet.h"
#include "services/actor.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace chengheng::services {

/// Where a campaign lives: a .chc file, or a database of a PostgreSQL service.
struct Place {
    QString file;
    QString server;

    static Place ofFile(QString path) { return {std::move(path), {}}; }
    static Place ofServer(QString service) { return {{}, std::move(service)}; }
    bool isServer() const { return !server.isEmpty(); }
};

/// What a person types where the campaign asks for passwords (登录口令).
struct SignIn {
    QString name; ///< an account's login or its person's name
    QString password;
    QString newPassword; ///< replaces it at once; must be given for a one-time password
};

/// The rule texts a new campaign copies in as its editions (bytes of JSON files and their names).
struct RuleTexts {
    QByteArray plan;
    QString planName;
    QByteArray sheets;
    QByteArray calendar;
    QByteArray catalogue;

    /// The texts that come with the program: plan by its id ("gucun-2024"), the rest the built-in ones.
    static Result<RuleTexts> builtIn(const QString& planId);
    /// A plan of the office's own, with the built-in sheets, calendar and catalogue.
    static Result<RuleTexts> withPlanFile(const QString& path);
    /// Score sheets of the office's own instead of the built-in ones. The error names file, place and reason.
    Result<void> takeSheets(const QString& path);
};

/// Ids of the plans that come with the program.
QStringList builtInPlans();

/// What a committed intent touched, told to listeners after the commit.
struct ChangeNotice {
    qint64 seq = 0;
    QStringList kinds; ///< keys of the registers with changed rows
};

/// An open campaign and who works on it. Synchronous and bound to one thread: the window gives its
/// write thread one and its read thread the reader() of it; the command line has one.
class Workspace
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens an existing campaign. `actor` is who declares himself: a server's login or, where the campaign asks
    /// for passwords, `signIn` says it instead. Errors: not_a_campaign, foreign_file, newer_schema, damaged_file,
    /// file_in_use, network_share, no_such_file and those of the server; Denied unknown_login and those that
    /// asksToSignIn() knows.
    static Result<std::unique_ptr<Workspace>> open(const Place& place, const Actor& actor,
                                                   std::shared_ptr<const Clock> clock, Mode mode = Mode::ReadWrite,
                                                   const SignIn& signIn = {});
    /// Makes a new campaign from rule texts: organisations, seats and holders of the plan included.
    static Result<std::unique_ptr<Workspace>> create(const Place& place, const Actor& actor,
                                                     std::shared_ptr<const Clock> clock, const RuleTexts& texts);
    ~Workspace();

    /// A read-only second view of the same campaign for another thread.
    Result<std::unique_ptr<Workspace>> reader() const;
    /// Stops a long read or write of this workspace; callable from any thread.
    void interrupt();

    const Actor& actor() const;
    const Place& place() const;
    const Clock& clock() const;
    /// Nothing can be written: opened to be read, or the round is over.
    bool isReadOnly() const;
    /// Why a round that is over takes no more writing; "" while it runs (services/carry_over.h).
    QString closedSentence() const;

    const rules::Plan& plan() const;
    const rules::SheetEdition& sheets() const;
    const WorkingCalendar& calendar() const;
    const rules::Catalogue& catalogue() const;

    QDate dayOrToday(QDate day) const { return day.isValid() ? day : clock().today(); }
    /// All facts as known now.
    Result<model::CampaignFacts> facts() const;
    /// Those of a day, as rules take them (model/as_of.h); an invalid one is today.
    Result<model::CampaignFacts> factsOn(QDate day) const;

    /// Called after each commit of this workspace, on its thread.
    void setListener(std::function<void(const ChangeNotice&)> listener);

    struct Data; ///< for the services themselves (services/internal/workspace_data.h)
    Data& data() const { return *m_data; }

private:
    explicit Workspace(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace chengheng::services
