// A thin RAII skin on SQLite's C API: a connection, and a transaction that rolls back unless committed.
#pragma once

#include "core/base/progress.h"
#include "core/store/statement.h"

#include <memory>
#include <string>

struct sqlite3;

namespace evenredig {

/// One connection to one file, opened so that a hostile file can do no harm: defensive, no trusted schema,
/// no triggers or views, cells checked. Valid until destroyed. Not thread-safe: each job opens its own.
class Database {
public:
    enum class Access {
        ReadOnly,  ///< never writes, nor rolls back what a crash left
        ReadWrite, ///< falls back on reading when the file cannot be written
        Create,    ///< makes the file when it is not there
        Immutable  ///< reads without locks: a share or folder where locking fails
    };

    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string &path, Access access);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    /// Runs one or more statements that give no rows.
    [[nodiscard]] Result<void> run(const std::string &sql) const;
    /// The first column of the first row as a number; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql) const;
    /// The last fault of the connection in our own words.
    [[nodiscard]] Error fault() const;
    /// Whether the last fault was a crash's journal that reading alone may not roll back.
    [[nodiscard]] bool needsRecovery() const;
    /// While set, running SQL is stopped when `progress` is cancelled. nullptr ends it. The caller keeps it alive.
    void watch(const Progress *progress);
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    explicit Database(std::string path);
    [[nodiscard]] Result<void> configure() const;

    std::string m_path;
    sqlite3 *m_handle = nullptr;
};

/// Rolls back when destroyed, unless committed. Belongs to its Database and may not outlive it.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// Ends the transaction. When that fails (full disk), the destructor rolls back.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

/// Lets a Progress stop the SQL of one block.
class Watch {
public:
    Watch(Database &database, const Progress &progress) : m_database(database) { database.watch(&progress); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch() { m_database.watch(nullptr); }

private:
    Database &m_database;
};

} // namespace evenredig
