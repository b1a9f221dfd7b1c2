#include "core/store/removal.h"

#include "core/store/query.h"

namespace evenredig {

namespace {

/// The data sets that one could have meant.
Result<void> unknown(const Database &database, const std::string &dataset, std::string_view where)
{
    std::string known;
    auto take = [&known](const Statement &row) -> Result<void> {
        known += (known.empty() ? "" : ", ") + row.text(0);
        return {};
    };
    const std::string sql = "SELECT id FROM datasets WHERE " + std::string(where) + " ORDER BY abs(position)";
    if (Result<void> read = eachRow(database, sql, take); !read)
        return read;
    return fail(ErrorCode::DatasetUnknown, {{"dataset", dataset}, {"known", known.empty() ? "–" : known}});
}

/// Changes the one data set that stands under this id among those of `where`. The values come before the id.
template<class... Values>
Result<void> change(Database &database, const std::string &dataset, const std::string &assignments,
                    const std::string &where, const Values &...values)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    const std::string sql = "UPDATE datasets SET " + assignments + " WHERE id = ? AND " + where;
    if (Result<void> written = execute(database, sql, values..., dataset); !written)
        return written;
    const Result<std::int64_t> count = database.number("SELECT changes()");
    if (!count)
        return tl::unexpected<Error>(count.error());
    return *count == 1 ? transaction->commit() : unknown(database, dataset, where);
}

} // namespace

Result<void> removeDataset(Database &database, const std::string &dataset)
{
    return change(database, dataset, "position = -position", "position > 0");
}

Result<void> restoreDataset(Database &database, const std::string &dataset)
{
    return change(database, dataset, "position = -position", "position < 0");
}

Result<void> describeDataset(Database &database, const std::string &dataset, const LocalText &title,
                             const std::optional<LocalText> &source)
{
    if (!source)
        return change(database, dataset, "title_nl = ?, title_en = ?", "position > 0", title.nl, title.en);
    return change(database, dataset, "title_nl = ?, title_en = ?, source_nl = ?, source_en = ?", "position > 0",
                  title.nl, title.en, source->nl, source->en);
}

Result<bool> hasRemoved(const Database &database)
{
    const Result<std::int64_t> count = database.number("SELECT count(*) FROM datasets WHERE position < 0");
    if (!count)
        return tl::unexpected<Error>(count.error());
    return *count > 0;
}

Result<void> purgeRemoved(Database &database)
{
    // Asked for by name: not every SQLite is built to overwrite what it deletes.
    if (const Result<std::int64_t> secure = database.number("PRAGMA secure_delete = ON"); !secure)
        return tl::unexpected<Error>(secure.error());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    if (Result<void> deleted = database.run("DELETE FROM datasets WHERE position < 0"); !deleted)
        return deleted;
    return transaction->commit();
}

} // namespace evenredig
