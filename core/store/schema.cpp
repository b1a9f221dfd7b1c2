#include "core/store/schema.h"

#include <array>

namespace evenredig::schema {

namespace {

// Each step carries a file from version i to i + 1; a new workspace runs them all. A step that was once
// released never changes: files of that version exist. Everything is text and numbers that any SQLite tool reads.
constexpr std::array<const char *, 2> steps{R"sql(
CREATE TABLE datasets (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    title_nl TEXT NOT NULL, title_en TEXT NOT NULL,
    source_nl TEXT NOT NULL, source_en TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('survey', 'register', 'published')),
    classification TEXT NOT NULL,
    synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    recipe TEXT NOT NULL,
    rows_read INTEGER NOT NULL, rows_kept INTEGER NOT NULL, rows_set_aside INTEGER NOT NULL,
    values_unreadable INTEGER NOT NULL,
    figures INTEGER NOT NULL
) STRICT;
CREATE TABLE sources (
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rows_read INTEGER NOT NULL, rows_kept INTEGER NOT NULL, rows_set_aside INTEGER NOT NULL,
    values_unreadable INTEGER NOT NULL,
    PRIMARY KEY (dataset, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE figures (
    number INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    origin TEXT NOT NULL,
    generation TEXT NOT NULL,
    period TEXT NOT NULL,
    classification TEXT NOT NULL,
    universe_nl TEXT NOT NULL, universe_en TEXT NOT NULL,
    conditions TEXT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('register', 'survey')),
    value REAL,
    missing TEXT,
    half REAL NOT NULL,
    decimals INTEGER NOT NULL,
    low REAL, high REAL, n REAL,
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    line INTEGER NOT NULL,
    CHECK ((value IS NULL) = (missing IS NOT NULL))
) STRICT;
CREATE INDEX figures_by_indicator ON figures (indicator, dataset, origin, generation, period);
CREATE INDEX figures_by_dataset ON figures (dataset);
CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('row', 'value', 'column', 'note')),
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    remark_nl TEXT NOT NULL, remark_en TEXT NOT NULL,
    count INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_by_dataset ON ledger (dataset);
CREATE TABLE comparable (
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    other TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('yes', 'with_caution', 'no')),
    reason_nl TEXT NOT NULL, reason_en TEXT NOT NULL,
    PRIMARY KEY (dataset, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE indicators (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
)sql",
                                            R"sql(
CREATE TABLE variables (
    number INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    source_name TEXT NOT NULL,
    label_nl TEXT NOT NULL, label_en TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('coded', 'real', 'text')),
    UNIQUE (dataset, name)
) STRICT;
CREATE TABLE codes (
    variable INTEGER NOT NULL REFERENCES variables (number) ON DELETE CASCADE,
    code INTEGER NOT NULL,
    value TEXT NOT NULL,
    label_nl TEXT NOT NULL, label_en TEXT NOT NULL,
    missing TEXT,
    position INTEGER,
    PRIMARY KEY (variable, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE segments (
    number INTEGER PRIMARY KEY,
    variable INTEGER NOT NULL REFERENCES variables (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    encoding TEXT NOT NULL CHECK (encoding IN ('codes', 'decimal', 'real', 'text')),
    bits INTEGER NOT NULL,
    compressed INTEGER NOT NULL CHECK (compressed IN (0, 1)),
    base INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (variable, position)
) STRICT;
CREATE TABLE designs (
    dataset TEXT NOT NULL PRIMARY KEY REFERENCES datasets (id) ON DELETE CASCADE,
    weight TEXT NOT NULL, cluster TEXT NOT NULL, population TEXT NOT NULL,
    weight_scope TEXT NOT NULL CHECK (weight_scope IN ('population', 'within_origin')),
    population_totals TEXT NOT NULL, panel TEXT NOT NULL, series TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE design_columns (
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('strata', 'covers')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (dataset, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE strata (
    dataset TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    code INTEGER NOT NULL,
    period TEXT NOT NULL,
    name TEXT NOT NULL,
    rows INTEGER NOT NULL,
    clusters INTEGER NOT NULL,
    population REAL,
    PRIMARY KEY (dataset, code)
) STRICT, WITHOUT ROWID;
)sql"};

Result<void> runSteps(Database &database, int from)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    for (std::size_t i = std::size_t(from); i < steps.size(); ++i) {
        if (Result<void> done = database.run(steps[i]); !done)
            return done;
    }
    const std::string stamp = "PRAGMA application_id=" + std::to_string(applicationId)
                              + "; PRAGMA user_version=" + std::to_string(currentVersion());
    if (Result<void> stamped = database.run(stamp); !stamped)
        return stamped;
    return transaction->commit();
}

/// Nothing that runs by itself may stand in a file that somebody sends.
Result<void> refuseActiveObjects(const Database &database)
{
    Result<Statement> objects = database.prepare(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'");
    if (!objects)
        return tl::unexpected<Error>(objects.error());
    const Result<bool> found = objects->step();
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (*found) {
        return fail(ErrorCode::WorkspaceUnsafe,
                    {{"file", database.path()}, {"object", objects->text(0) + " " + objects->text(1)}});
    }
    return {};
}

/// Preparing asks only whether tables and columns are there; it reads no rows.
Result<void> expectTables(const Database &database)
{
    constexpr std::array<std::string_view, 11> probes{
        "SELECT id, position, kind, recipe, figures FROM datasets",
        "SELECT dataset, position, name, sha256, bytes FROM sources",
        "SELECT number, dataset, indicator, value, missing, half FROM figures",
        "SELECT number, dataset, kind, reason, count FROM ledger",
        "SELECT dataset, other, level FROM comparable",
        "SELECT id, position, json FROM indicators",
        "SELECT number, dataset, name, kind FROM variables",
        "SELECT variable, code, value, missing, position FROM codes",
        "SELECT variable, position, rows, encoding, bits, compressed, checksum, bytes FROM segments",
        "SELECT dataset, weight, weight_scope FROM designs",
        "SELECT dataset, code, rows, clusters, population FROM strata"};
    for (const std::string_view probe : probes) {
        if (const Result<Statement> statement = database.prepare(probe); !statement)
            return tl::unexpected<Error>(statement.error());
    }
    return {};
}

} // namespace

int currentVersion()
{
    return int(steps.size());
}

Result<void> build(Database &database)
{
    if (Result<void> sized = database.run("PRAGMA page_size=8192; PRAGMA journal_mode=DELETE"); !sized)
        return sized;
    return runSteps(database, 0);
}

Result<void> verify(Database &database)
{
    const Result<std::int64_t> application = database.number("PRAGMA application_id");
    if (!application)
        return tl::unexpected<Error>(application.error());
    if (*application != applicationId)
        return fail(ErrorCode::NotAWorkspace, {{"file", database.path()}});
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected<Error>(version.error());
    if (*version > currentVersion()) {
        return fail(ErrorCode::WorkspaceNewer, {{"file", database.path()}, {"version", std::to_string(*version)}});
    }
    if (*version < 1)
        return fail(ErrorCode::WorkspaceDamaged, {{"file", database.path()}, {"reason", "user_version"}});
    if (Result<void> safe = refuseActiveObjects(database); !safe)
        return safe;
    return *version == currentVersion() ? expectTables(database) : Result<void>();
}

Result<void> migrate(Database &database)
{
    const Result<std::int64_t> version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected<Error>(version.error());
    if (*version >= currentVersion())
        return {};
    return runSteps(database, int(*version));
}

} // namespace evenredig::schema
