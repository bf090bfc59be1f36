// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace chengheng {

/// What kind of trouble an error is: callers branch on this, never on the text.
enum class ErrorKind {
    Usage,       ///< the call itself was wrong (command line: exit status 2)
    Invalid,     ///< a value breaks a rule; `where` names the field
    NotFound,    ///< no such record, file or key
    Conflict,    ///< somebody changed it since it was read, or it exists already
    Denied,      ///< the actor's role does not allow it
    Unavailable, ///< file, disk or server cannot be used now
    Corrupt,     ///< data is damaged or not ours
    Cancelled    ///< the user asked to stop
};

/// The one currency of failure. `message` is a whole Chinese sentence for the user: what, where, what
/// to do. `code` is a stable snake_case key for scripts and tests.
struct Error {
    ErrorKind kind = ErrorKind::Invalid;
    QString code;
    QString message;
    QString where;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for `return fail(ErrorKind::NotFound, "no_such_unit", tr("…"), name);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, const char* code, QString message, QString where = {})
{
    return tl::unexpected(Error{kind, QString::fromLatin1(code), std::move(message), std::move(where)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace chengheng
