// A prepared SQL statement: bind, step, read columns.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace evenredig {

class Database;

/// Bytes to bind as a BLOB. They must stay until the statement has run.
struct Blob {
    std::string_view bytes;
};

/// Valid until it or its Database is destroyed. Not thread-safe, like its Database: a statement carries the
/// row it stands on. Parameters are bound in order by `bind(a, b, …)`; columns are read by their number.
class Statement {
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    /// Binds all parameters from the first on, after a reset. Texts are copied.
    template<class... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    /// True: stands on a row. False: there are no more.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement that gives no rows.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string text(int column) const;
    /// Of a BLOB; the bytes are SQLite's and valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;

private:
    friend class Database;
    Statement(const std::string &path, sqlite3_stmt *handle);
    void reset();
    void bindOne(int index, std::string_view value);
    void bindOne(int index, const std::string &value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, const char *value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, std::int64_t value);
    void bindOne(int index, int value) { bindOne(index, std::int64_t(value)); }
    void bindOne(int index, bool value) { bindOne(index, std::int64_t(value)); }
    void bindOne(int index, double value);
    void bindOne(int index, const std::optional<double> &value);
    void bindOne(int index, const std::optional<std::int64_t> &value);
    void bindOne(int index, const Blob &value);

    const std::string *m_path; ///< the Database's
    sqlite3_stmt *m_handle;
};

} // namespace evenredig
