// What readers and writers of the tables share: a statement run to its end, and the fault of a damaged file.
#pragma once

#include "core/store/database.h"

#include <string>
#include <string_view>

namespace evenredig {

/// Prepares, binds and hands every row to `row`, which gives a fault to stop.
template<class Row, class... Values>
[[nodiscard]] Result<void> eachRow(const Database &database, std::string_view sql, Row row, const Values &...values)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return tl::unexpected<Error>(statement.error());
    statement->bind(values...);
    for (;;) {
        const Result<bool> more = statement->step();
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more)
            return {};
        if (Result<void> taken = row(*statement); !taken)
            return taken;
    }
}

/// Runs a statement once with its values.
template<class... Values>
[[nodiscard]] Result<void> execute(const Database &database, std::string_view sql, const Values &...values)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return tl::unexpected<Error>(statement.error());
    return statement->bind(values...).run();
}

/// `reason` says which data set, and what is wrong in it.
[[nodiscard]] inline tl::unexpected<Error> damaged(const Database &database, const std::string &reason)
{
    return fail(ErrorCode::WorkspaceDamaged, {{"file", database.path()}, {"reason", reason}});
}

} // namespace evenredig
