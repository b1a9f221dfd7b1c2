#include "core/store/workspacewriter.h"

#include "core/store/ledger.h"
#include "core/store/query.h"
#include "core/store/storedwords.h"

#include <algorithm>

namespace evenredig {

namespace {

constexpr std::size_t figuresBetweenReports = 1000;

/// The place of the data set that stands there under this id, below zero of one that was removed; nothing when there
/// is none.
Result<std::optional<std::int64_t>> positionOf(const Database &database, const std::string &dataset)
{
    Result<Statement> statement = database.prepare("SELECT position FROM datasets WHERE id = ?");
    if (!statement)
        return tl::unexpected<Error>(statement.error());
    const Result<bool> found = statement->bind(dataset).step();
    if (!found)
        return tl::unexpected<Error>(found.error());
    return *found ? std::optional<std::int64_t>(statement->integer(0)) : std::nullopt;
}

Result<void> writeDataset(const Database &database, const ImportedDataset &set, std::int64_t position)
{
    const DatasetInfo &info = set.info;
    const ImportCounts &counts = set.counts;
    return execute(database, "INSERT INTO datasets VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", info.id, position,
                   info.title.nl, info.title.en, info.source.nl, info.source.en,
                   stored::word(stored::datasetKinds, info.kind), info.classification, info.synthetic, info.sha256,
                   info.importedAt, set.recipe, std::int64_t(counts.rowsRead), std::int64_t(counts.rowsKept),
                   std::int64_t(counts.rowsSetAside), std::int64_t(counts.valuesUnreadable),
                   std::int64_t(set.figures.size()));
}

Result<void> writeSources(const Database &database, const ImportedDataset &set)
{
    std::int64_t position = 0;
    for (const SourceRecord &source : set.sources) {
        const ImportCounts &counts = source.counts;
        Result<void> written = execute(database, "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?)", set.info.id,
                                       ++position, source.name, source.sha256, std::int64_t(source.bytes),
                                       std::int64_t(counts.rowsRead), std::int64_t(counts.rowsKept),
                                       std::int64_t(counts.rowsSetAside), std::int64_t(counts.valuesUnreadable));
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeFigure(Statement &insert, const std::string &dataset, const PublishedFigure &figure)
{
    const std::string_view absence = figure.absence ? missingName(*figure.absence) : std::string_view();
    return insert
        .bind(dataset, figure.indicator, figure.origin, figure.generation, figure.period.id(), figure.classification,
              figure.universe.nl, figure.universe.en, figure.where,
              stored::word(stored::sourceKinds, figure.sourceKind), figure.value, absence, figure.half, figure.decimals,
              figure.low, figure.high, figure.n, figure.provisional, std::int64_t(figure.line))
        .run();
}

Result<void> writeFigures(const Database &database, const ImportedDataset &set, const Progress &progress)
{
    Result<Statement> insert = database.prepare(
        "INSERT INTO figures (dataset, indicator, origin, generation, period, classification, universe_nl, "
        "universe_en, "
        "conditions, source_kind, value, missing, half, decimals, low, high, n, provisional, line) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,nullif(?,''),?,?,?,?,?,?,?)");
    if (!insert)
        return tl::unexpected<Error>(insert.error());
    for (std::size_t i = 0; i < set.figures.size(); ++i) {
        if (i % figuresBetweenReports == 0) {
            if (progress.cancelled())
                return fail(ErrorCode::Cancelled);
            progress.at(double(i) / double(set.figures.size()));
        }
        if (Result<void> written = writeFigure(*insert, set.info.id, set.figures[i]); !written)
            return written;
    }
    return {};
}

Result<void> writeLedger(const Database &database, const ImportedDataset &set)
{
    Ledger ledger;
    for (const LedgerEntry &entry : set.ledger)
        ledger.add(entry);
    Result<Statement> insert = database.prepare(
        "INSERT INTO ledger (dataset, source, kind, line, column_name, value, reason, remark_nl, "
        "remark_en, count) VALUES (?,?,?,?,?,?,?,?,?,?)");
    if (!insert)
        return tl::unexpected<Error>(insert.error());
    for (const LedgerEntry &entry : ledger.entries()) {
        Result<void> written = insert
                                   ->bind(set.info.id, entry.source, stored::word(stored::ledgerKinds, entry.kind),
                                          std::int64_t(entry.line), entry.column, entry.value, entry.reason,
                                          entry.remark.nl, entry.remark.en, std::int64_t(entry.count))
                                   .run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeComparable(const Database &database, const ImportedDataset &set)
{
    for (const auto &one : set.comparable) {
        const LocalText &reason = one.second.second;
        Result<void> written = execute(database, "INSERT INTO comparable VALUES (?,?,?,?,?)", set.info.id, one.first,
                                       stored::word(stored::comparabilities, one.second.first), reason.nl, reason.en);
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeOne(const Database &database, const ImportedDataset &set, IfExists ifExists, const Progress &progress)
{
    const Result<std::int64_t> position = clearPlace(database, set.info.id, ifExists);
    if (!position)
        return tl::unexpected<Error>(position.error());
    return writeAccount(database, set, *position, progress);
}

} // namespace

Result<std::int64_t> clearPlace(const Database &database, const std::string &dataset, IfExists ifExists)
{
    const Result<std::optional<std::int64_t>> position = positionOf(database, dataset);
    if (!position)
        return tl::unexpected<Error>(position.error());
    const bool stands = *position && **position >= 0;
    if (stands && ifExists == IfExists::Refuse)
        return fail(ErrorCode::DatasetExists, {{"dataset", dataset}, {"file", database.path()}});
    if (const Result<void> removed = execute(database, "DELETE FROM datasets WHERE id = ?", dataset); !removed)
        return tl::unexpected<Error>(removed.error());
    // A removed one may come back: its place stays free.
    return stands ? Result<std::int64_t>(**position)
                  : database.number("SELECT coalesce(max(abs(position)), 0) + 1 FROM datasets");
}

Result<void> writeAccount(const Database &database, const ImportedDataset &set, std::int64_t position,
                          const Progress &progress)
{
    if (Result<void> written = writeDataset(database, set, position); !written)
        return written;
    if (Result<void> written = writeSources(database, set); !written)
        return written;
    if (Result<void> written = writeFigures(database, set, progress); !written)
        return written;
    if (Result<void> written = writeLedger(database, set); !written)
        return written;
    return writeComparable(database, set);
}

Result<void> writeDatasets(Database &database, const std::vector<const ImportedDataset *> &datasets, IfExists ifExists,
                           const Progress &progress)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    {
        const Watch watch(database, progress);
        const double count = double(datasets.size());
        for (std::size_t i = 0; i < datasets.size(); ++i) {
            const Progress part = partOf(progress, double(i) / count, double(i + 1) / count);
            if (Result<void> written = writeOne(database, *datasets[i], ifExists, part); !written)
                return written;
        }
    }
    if (progress.cancelled())
        return fail(ErrorCode::Cancelled);
    if (Result<void> committed = transaction->commit(); !committed)
        return committed;
    progress.at(1);
    return {};
}

Result<void> writeIndicators(Database &database, const std::vector<Indicator> &indicators)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    for (const Indicator &indicator : indicators) {
        Result<void> written = execute(
            database,
            "INSERT INTO indicators VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM indicators), ?) "
            "ON CONFLICT (id) DO UPDATE SET json = excluded.json",
            indicator.id, indicator.json);
        if (!written)
            return written;
    }
    return transaction->commit();
}

} // namespace evenredig
