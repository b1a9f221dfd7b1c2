#include "core/store/database.h"

#include "core/base/path.h"
#include "core/base/text.h"
#include "core/store/sqlitefault.h"

#include <sqlite3.h>

#include <string_view>
#include <utility>

namespace evenredig {

namespace {

constexpr int busyMilliseconds = 2000;
constexpr int stepsBetweenChecks = 1000;

/// The name as a file: URI, so that SQLite can be told that nobody else writes it.
std::string immutableUri(const std::string &path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::u8string absolute = std::filesystem::absolute(filePath(path)).generic_u8string();
    std::string uri = absolute.starts_with(u8'/') ? "file://" : "file:///";
    for (const char8_t character : absolute) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain = byte < 0x80
                           && (isLetter(char(byte)) || isDigit(char(byte)) || byte == '/' || byte == '.' || byte == '-'
                               || byte == '_' || byte == ':');
        if (plain) {
            uri += char(byte);
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri + "?immutable=1";
}

int openFlags(Database::Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Database::Access::ReadOnly: return common | SQLITE_OPEN_READONLY;
    case Database::Access::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case Database::Access::Create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Access::Immutable: return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return common | SQLITE_OPEN_READONLY;
}

/// A name that SQLite cannot take for something else (":memory:", "file:…", "" for a temporary file).
std::string plainName(const std::string &path)
{
    return path.starts_with(':') || path.starts_with("file:") ? "./" + path : path;
}

} // namespace

Database::Database(std::string path) : m_path(std::move(path)) {}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const std::string &path, Access access)
{
    std::unique_ptr<Database> database(new Database(path));
    const std::string name = access == Access::Immutable ? immutableUri(path) : plainName(path);
    const int code = sqlite3_open_v2(name.c_str(), &database->m_handle, openFlags(access), nullptr);
    if (!database->m_handle)
        return fail(ErrorCode::Internal, {{"reason", "out of memory"}});
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(access == Access::Create ? writeFaultOf(database->m_handle, path)
                                                              : database->fault());
    if (const Result<void> configured = database->configure(); !configured)
        return tl::unexpected<Error>(configured.error());
    return database;
}

Result<void> Database::configure() const
{
    const std::pair<int, int> switches[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                            {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                            {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_DQS_DML, 0},
                                            {SQLITE_DBCONFIG_DQS_DDL, 0}};
    for (const std::pair<int, int> &one : switches)
        sqlite3_db_config(m_handle, one.first, one.second, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(m_handle, busyMilliseconds);
    return run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA mmap_size=0;"
               "PRAGMA temp_store=MEMORY;");
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.data(), int(sql.size()), &handle, nullptr) != SQLITE_OK)
        return tl::unexpected<Error>(fault());
    return Statement(m_path, handle);
}

Result<void> Database::run(const std::string &sql) const
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected<Error>(fault());
    return {};
}

Result<std::int64_t> Database::number(std::string_view sql) const
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected<Error>(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected<Error>(row.error());
    return *row ? statement->integer(0) : 0;
}

bool Database::needsRecovery() const
{
    const int code = sqlite3_extended_errcode(m_handle);
    return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY;
}

Error Database::fault() const
{
    return faultOf(m_handle, m_path);
}

void Database::watch(const Progress *progress)
{
    // A handler and not sqlite3_interrupt: an interrupt that comes before the first step is lost.
    auto stopped = [](void *context) -> int { return static_cast<const Progress *>(context)->cancelled() ? 1 : 0; };
    if (progress)
        sqlite3_progress_handler(m_handle, stepsBetweenChecks, stopped, const_cast<Progress *>(progress));
    else
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
}

Result<Transaction> Transaction::begin(Database &database)
{
    // Immediate: a lock that another program holds shows before any work is done.
    if (const Result<void> begun = database.run("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected<Error>(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // The fault that led here is already on its way to the caller; after some faults SQLite has rolled
    // back by itself and this one fails, which is fine. A cancelled Progress must not stop the rollback.
    m_database->watch(nullptr);
    static_cast<void>(m_database->run("ROLLBACK"));
    // After a full disk SQLite rolls back only when the file is next read: read it now, so that the bytes are
    // as they were and no journal stays behind.
    static_cast<void>(m_database->number("SELECT count(*) FROM sqlite_schema"));
}

Result<void> Transaction::commit()
{
    if (Result<void> committed = m_database->run("COMMIT"); !committed)
        return committed;
    m_database = nullptr;
    return {};
}

} // namespace evenredig
