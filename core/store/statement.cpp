#include "core/store/statement.h"

#include "core/store/sqlitefault.h"

#include <sqlite3.h>

#include <utility>

namespace evenredig {

static_assert(sizeof(std::int64_t) == sizeof(sqlite3_int64));

Statement::Statement(const std::string &path, sqlite3_stmt *handle) : m_path(&path), m_handle(handle) {}

Statement::Statement(Statement &&other) noexcept
    : m_path(other.m_path), m_handle(std::exchange(other.m_handle, nullptr))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_handle, other.m_handle);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = faultOf(sqlite3_db_handle(m_handle), *m_path); // before the reset, which may clear it
    sqlite3_reset(m_handle);
    return tl::unexpected<Error>(error);
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return tl::unexpected<Error>(row.error());
        if (!*row)
            break;
    }
    sqlite3_reset(m_handle);
    return {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::string Statement::text(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_handle, column);
    if (!bytes)
        return {};
    return {reinterpret_cast<const char *>(bytes), std::size_t(sqlite3_column_bytes(m_handle, column))};
}

std::string_view Statement::bytes(int column) const
{
    const void *bytes = sqlite3_column_blob(m_handle, column);
    if (!bytes)
        return {};
    return {static_cast<const char *>(bytes), std::size_t(sqlite3_column_bytes(m_handle, column))};
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<double>(real(column));
}

// A failed bind (out of memory, too large) leaves NULL in its place, and the tables' NOT NULL then refuses it.
void Statement::bindOne(int index, std::string_view value)
{
    const char *bytes = value.data() ? value.data() : "";
    sqlite3_bind_text64(m_handle, index, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindOne(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_handle, index, value);
}

void Statement::bindOne(int index, double value)
{
    sqlite3_bind_double(m_handle, index, value);
}

void Statement::bindOne(int index, const std::optional<double> &value)
{
    if (value)
        bindOne(index, *value);
}

void Statement::bindOne(int index, const std::optional<std::int64_t> &value)
{
    if (value)
        bindOne(index, *value);
}

void Statement::bindOne(int index, const Blob &value)
{
    sqlite3_bind_blob64(m_handle, index, value.bytes.data() ? value.bytes.data() : "", value.bytes.size(),
                        SQLITE_STATIC);
}

} // namespace evenredig
