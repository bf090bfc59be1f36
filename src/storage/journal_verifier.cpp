// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_verifier.h"

#include "base/json.h"
#include "storage/row_json.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(JournalVerifier)
};

/// A broken file may differ everywhere; nobody reads more than this.
constexpr qsizetype mostBreaks = 1000;

QByteArray jsonOrNothing(const Statement& row, int column)
{
    return row.isNull(column) ? QByteArray() : row.utf8(column);
}

/// The row's JSON after an update that changed some fields.
QByteArray updated(const QByteArray& row, const QByteArray& changes)
{
    QJsonObject merged = QJsonDocument::fromJson(row).object();
    const QJsonObject changed = QJsonDocument::fromJson(changes).object();
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        if (it.value().isNull())
            merged.remove(it.key());
        else
            merged.insert(it.key(), it.value());
    }
    return canonicalJson(merged);
}

EntryText entryTextOf(const Statement& row)
{
    EntryText entry;
    entry.seq = row.integer(0);
    entry.intentId = row.text(1);
    entry.who = row.text(2);
    entry.at = row.text(3);
    entry.intent = row.text(4);
    entry.reason = row.isNull(5) ? QString() : row.text(5);
    entry.digest = row.text(6);
    entry.prev = row.text(7);
    return entry;
}

} // namespace

JournalVerifier::JournalVerifier(Connection& connection, JournalHead head)
    : m_connection(connection), m_head(std::move(head))
{
    m_report.head = m_head.hash;
    m_report.entries = m_head.entries;
}

Result<VerifyReport> JournalVerifier::run()
{
    if (auto checked = checkEntries(); !checked)
        return fail(checked.error());
    for (const model::RecordKind* kind : model::allKinds())
        if (auto checked = checkRows(*kind); !checked)
            return fail(checked.error());
    if (auto checked = checkAttachments(); !checked)
        return fail(checked.error());
    m_report.ok = m_report.breaks.isEmpty();
    return m_report;
}

void JournalVerifier::note(const char* what, qint64 seq, const QString& why)
{
    if (m_report.breaks.size() < mostBreaks)
        m_report.breaks.append({QString::fromLatin1(what), seq, why});
}

Result<void> JournalVerifier::checkEntries()
{
    auto entries = m_connection.use(QStringLiteral(
        "SELECT \"seq\", \"intent_id\", \"who\", \"at\", \"intent\", \"reason\", \"digest\", \"prev\", \"hash\""
        " FROM \"journal_entry\" ORDER BY \"seq\""));
    if (!entries)
        return fail(entries.error());
    auto changes = m_connection.use(
        QStringLiteral("SELECT \"entry\", \"kind\", \"row_uid\", \"old\", \"new\" FROM \"journal_change\""
                       " ORDER BY \"entry\", \"position\""));
    if (!changes)
        return fail(changes.error());
    auto firstChange = (*changes)->step();
    if (!firstChange)
        return fail(firstChange.error());
    m_hasChange = *firstChange;
    for (;;) {
        const auto row = (*entries)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        const auto digest = replayChanges(**changes, (*entries)->integer(0));
        if (!digest)
            return fail(digest.error());
        checkEntry(**entries, *digest);
    }
    const auto rest = replayChanges(**changes, std::numeric_limits<qint64>::max());
    if (!rest)
        return fail(rest.error());
    checkEnd();
    return {};
}

Result<QString> JournalVerifier::replayChanges(Statement& changes, qint64 seq)
{
    ChangesDigest digest;
    while (m_hasChange && changes.integer(0) <= seq) {
        if (changes.integer(0) < seq)
            note("change_without_entry", changes.integer(0),
                 Text::tr("第 %1 条操作留痕已被删去，但它的变更内容还在。").arg(changes.integer(0)));
        else
            digest.add(changes.utf8(1), changes.utf8(2), jsonOrNothing(changes, 3), jsonOrNothing(changes, 4));
        replay(changes);
        const auto more = changes.step();
        if (!more)
            return fail(more.error());
        m_hasChange = *more;
    }
    return digest.hex();
}

void JournalVerifier::replay(const Statement& change)
{
    RowState& state = m_states[change.text(1)][change.utf8(2)];
    state.seq = change.integer(0);
    const bool hadRow = !change.isNull(3);
    const QByteArray after = jsonOrNothing(change, 4);
    state.version = hadRow ? state.version + 1 : 1;
    state.json = hadRow && !after.isEmpty() ? updated(state.json, after) : after;
}

void JournalVerifier::checkEntry(const Statement& row, const QString& digest)
{
    const EntryText entry = entryTextOf(row);
    const QString hash = row.text(8);
    if (entry.seq != m_lastSeq + 1)
        note("entry_missing", m_lastSeq + 1,
             Text::tr("缺少第 %1 条至第 %2 条操作留痕。").arg(m_lastSeq + 1).arg(entry.seq - 1));
    else if (entry.prev != m_prev)
        note("chain_broken", entry.seq,
             Text::tr("第 %1 条操作留痕与前一条衔接不上，其间有条目被改动、删去或插入。").arg(entry.seq));
    if (entryHash(entry) != hash)
        note("entry_changed", entry.seq,
             Text::tr("第 %1 条操作留痕（%2，%3）被改动过。").arg(QString::number(entry.seq), entry.who, entry.intent));
    if (entry.digest != digest)
        note("changes_changed", entry.seq, Text::tr("第 %1 条操作留痕所记的变更内容被改动过。").arg(entry.seq));
    m_prev = hash;
    m_lastSeq = entry.seq;
}

void JournalVerifier::checkEnd()
{
    if (m_head.hash.isEmpty())
        note("head_missing", m_lastSeq, Text::tr("操作留痕的总数和末尾校验值不见了。"));
    else if (m_lastSeq < m_head.entries)
        note("tail_cut", m_lastSeq + 1,
             Text::tr("操作留痕应有 %1 条，末尾从第 %2 条起缺失。").arg(m_head.entries).arg(m_lastSeq + 1));
    else if (m_lastSeq > m_head.entries)
        note("entry_added", m_head.entries + 1,
             Text::tr("操作留痕应有 %1 条，第 %2 条起是插入的。").arg(m_head.entries).arg(m_head.entries + 1));
    else if (m_prev != m_head.hash)
        note("head_differs", m_lastSeq, Text::tr("最后一条操作留痕与所记的末尾校验值不符。"));
}

Result<void> JournalVerifier::checkRows(const model::RecordKind& kind)
{
    auto rows = m_connection.use(statementsOf(kind, m_connection).audit);
    if (!rows)
        return fail(rows.error());
    States& states = m_states[kind.key];
    for (;;) {
        const auto row = (*rows)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        checkRow(kind, **rows, states);
    }
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        if (!it->json.isEmpty())
            note("row_missing", it->seq,
                 Text::tr("%1中编号为“%2”的记录不见了，操作留痕中没有撤去它。")
                     .arg(kind.title, QString::fromUtf8(it.key())));
    m_states.erase(kind.key);
    return {};
}

void JournalVerifier::checkRow(const model::RecordKind& kind, const Statement& row, States& states)
{
    constexpr int firstField = 4;
    const QByteArray uid = row.utf8(0);
    const RowState state = states.take(uid);
    model::Record record(kind);
    for (qsizetype i = 0; i < kind.fields.size(); ++i)
        record.values[i] = readValue(row, int(i) + firstField, kind.fields[i].type);
    const QString named = QStringLiteral("%1“%2”").arg(kind.title, record.name());
    if (state.json.isEmpty()) {
        note("row_without_entry", row.integer(2), Text::tr("%1没有操作留痕。").arg(named));
        return;
    }
    if (rowJson(record) != state.json || row.integer(1) != state.version || row.integer(2) != state.seq) {
        note("row_differs", state.seq, Text::tr("%1的内容与操作留痕不符，有人绕过程序改动了它。").arg(named));
        return;
    }
    const QString key = row.isNull(3) ? QString() : row.text(3);
    if (key != m_searchKeys.of(record))
        note("search_key_differs", state.seq, Text::tr("%1的检索字与内容不符。").arg(named));
}

Result<void> JournalVerifier::checkAttachments()
{
    const auto stored = checkChunks();
    if (!stored)
        return fail(stored.error());
    auto named = m_connection.use(
        QStringLiteral("SELECT \"sha256\", \"file_name\", \"seq\" FROM \"attachment\" ORDER BY \"id\""));
    if (!named)
        return fail(named.error());
    for (;;) {
        const auto row = (*named)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        if (!stored->contains((*named)->text(0)))
            note("attachment_missing", (*named)->integer(2),
                 Text::tr("附件“%1”的内容不在数据库中。").arg((*named)->text(1)));
    }
}

Result<QSet<QString>> JournalVerifier::checkChunks()
{
    auto chunks = m_connection.use(
        QStringLiteral("SELECT \"sha256\", \"bytes\" FROM \"attachment_chunk\" ORDER BY \"sha256\", \"position\""));
    if (!chunks)
        return fail(chunks.error());
    QSet<QString> stored;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QString current;
    const auto endOfOne = [&] {
        if (!current.isEmpty() && QString::fromLatin1(hash.result().toHex()) != current)
            note("attachment_changed", 0, Text::tr("校验值为“%1”的附件内容被改动过。").arg(current));
        hash.reset();
    };
    for (;;) {
        const auto row = (*chunks)->step();
        if (!row)
            return fail(row.error());
        if (!*row || (*chunks)->text(0) != current)
            endOfOne();
        if (!*row)
            return stored;
        current = (*chunks)->text(0);
        stored.insert(current);
        hash.addData((*chunks)->bytes(1));
    }
}

} // namespace chengheng::storage
