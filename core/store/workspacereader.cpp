#include "core/store/workspacereader.h"

#include "core/base/text.h"
#include "core/store/query.h"
#include "core/store/storedwords.h"

#include <algorithm>
#include <unordered_map>

namespace evenredig {

namespace {

ImportCounts countsAt(const Statement &row, int column)
{
    return {long(row.integer(column)), long(row.integer(column + 1)), long(row.integer(column + 2)),
            long(row.integer(column + 3))};
}

/// Few periods stand in many rows, and taking a period's text apart is dear.
class PeriodCache {
public:
    const Period *find(const std::string &id)
    {
        const auto known = m_periods.find(id);
        if (known != m_periods.end())
            return &known->second;
        const std::optional<Period> period = Period::parse(id);
        return period ? &m_periods.emplace(id, *period).first->second : nullptr;
    }

private:
    std::unordered_map<std::string, Period> m_periods;
};

Result<void> readSourcesOf(const Database &database, DatasetRecord &record)
{
    auto take = [&record](const Statement &row) -> Result<void> {
        record.sources.push_back({row.text(0), row.text(1), std::uint64_t(row.integer(2)), countsAt(row, 3)});
        return {};
    };
    return eachRow(database,
                   "SELECT name, sha256, bytes, rows_read, rows_kept, rows_set_aside, values_unreadable FROM sources "
                   "WHERE dataset = ? ORDER BY position",
                   take, record.info.id);
}

Result<PublishedFigure> figureAt(const Database &database, const Statement &row, PeriodCache &periods)
{
    PublishedFigure figure;
    figure.dataset = row.text(0);
    figure.indicator = row.text(1);
    figure.origin = row.text(2);
    figure.generation = row.text(3);
    const Period *period = periods.find(row.text(4));
    const auto kind = stored::value<SourceKind>(stored::sourceKinds, row.text(9));
    if (!period || !kind)
        return damaged(database, figure.dataset + ": " + row.text(4) + ", " + row.text(9));
    figure.period = *period;
    figure.classification = row.text(5);
    figure.universe = {row.text(6), row.text(7)};
    figure.where = row.text(8);
    figure.sourceKind = *kind;
    figure.value = row.optionalReal(10);
    if (!row.isNull(11)) {
        figure.absence = missingFromName(row.text(11));
        if (!figure.absence)
            return damaged(database, figure.dataset + ": " + row.text(11));
    }
    figure.half = row.real(12);
    figure.decimals = int(row.integer(13));
    figure.low = row.optionalReal(14);
    figure.high = row.optionalReal(15);
    figure.n = row.optionalReal(16);
    figure.provisional = row.integer(17) != 0;
    figure.line = long(row.integer(18));
    return figure;
}

} // namespace

Result<std::vector<DatasetRecord>> readDatasets(const Database &database)
{
    std::vector<DatasetRecord> records;
    auto take = [&](const Statement &row) -> Result<void> {
        DatasetRecord record;
        record.info.id = row.text(0);
        record.info.title = {row.text(1), row.text(2)};
        record.info.source = {row.text(3), row.text(4)};
        const auto kind = stored::value<DatasetKind>(stored::datasetKinds, row.text(5));
        if (!kind)
            return damaged(database, record.info.id + ": " + row.text(5));
        record.info.kind = *kind;
        record.info.classification = row.text(6);
        record.info.synthetic = row.integer(7) != 0;
        record.info.sha256 = row.text(8);
        record.info.importedAt = row.text(9);
        record.recipe = row.text(10);
        record.counts = countsAt(row, 11);
        record.figures = long(row.integer(15));
        records.push_back(std::move(record));
        return readSourcesOf(database, records.back());
    };
    const Result<void> read = eachRow(
        database,
        "SELECT id, title_nl, title_en, source_nl, source_en, kind, classification, synthetic, sha256, imported_at, "
        "recipe, rows_read, rows_kept, rows_set_aside, values_unreadable, figures FROM datasets WHERE position >= 0 "
        "ORDER BY position",
        take);
    if (!read)
        return tl::unexpected<Error>(read.error());
    return records;
}

Result<std::vector<IndicatorCoverage>> readCoverage(const Database &database)
{
    std::vector<IndicatorCoverage> coverage;
    PeriodCache periods;
    auto take = [&](const Statement &row) -> Result<void> {
        if (coverage.empty() || coverage.back().indicator != row.text(0)) {
            coverage.emplace_back();
            coverage.back().indicator = row.text(0);
        }
        IndicatorCoverage &one = coverage.back();
        const Period *period = periods.find(row.text(4));
        if (!period)
            return damaged(database, row.text(1) + ": " + row.text(4));
        addOnce(one.datasets, row.text(1));
        addOnce(one.origins, row.text(2));
        addOnce(one.generations, row.text(3));
        addOnce(one.periods, *period);
        one.figures += long(row.integer(5));
        return {};
    };
    const Result<void> read = eachRow(database,
                                      "SELECT indicator, dataset, origin, generation, period, count(*) FROM figures "
                                      "WHERE dataset NOT IN (SELECT id FROM datasets WHERE position < 0) "
                                      "GROUP BY indicator, dataset, origin, generation, period "
                                      "ORDER BY indicator, dataset, origin, generation, period",
                                      take);
    if (!read)
        return tl::unexpected<Error>(read.error());
    for (IndicatorCoverage &one : coverage)
        std::sort(one.periods.begin(), one.periods.end(), earlier);
    return coverage;
}

Result<std::vector<PublishedFigure>> readFigures(const Database &database, const std::string &indicator)
{
    std::vector<PublishedFigure> figures;
    PeriodCache periods;
    auto take = [&](const Statement &row) -> Result<void> {
        Result<PublishedFigure> figure = figureAt(database, row, periods);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.push_back(std::move(*figure));
        return {};
    };
    const Result<void> read = eachRow(
        database,
        "SELECT f.dataset, f.indicator, f.origin, f.generation, f.period, f.classification, f.universe_nl, "
        "f.universe_en, "
        "f.conditions, f.source_kind, f.value, f.missing, f.half, f.decimals, f.low, f.high, f.n, f.provisional, "
        "f.line "
        "FROM figures f JOIN datasets d ON d.id = f.dataset WHERE f.indicator = ? AND d.position >= 0 "
        "ORDER BY d.position, f.number",
        take, indicator);
    if (!read)
        return tl::unexpected<Error>(read.error());
    return figures;
}

Result<std::vector<LedgerEntry>> readLedger(const Database &database, const std::string &dataset)
{
    std::vector<LedgerEntry> ledger;
    auto take = [&](const Statement &row) -> Result<void> {
        const auto kind = stored::value<LedgerEntry::Kind>(stored::ledgerKinds, row.text(1));
        if (!kind)
            return damaged(database, dataset + ": " + row.text(1));
        ledger.push_back({row.text(0), *kind, long(row.integer(2)), row.text(3), row.text(4), row.text(5),
                          LocalText{row.text(6), row.text(7)}, long(row.integer(8))});
        return {};
    };
    const Result<void> read = eachRow(database,
                                      "SELECT source, kind, line, column_name, value, reason, remark_nl, remark_en, "
                                      "count FROM ledger WHERE dataset = ? AND dataset NOT IN (SELECT id FROM datasets "
                                      "WHERE position < 0) ORDER BY number",
                                      take, dataset);
    if (!read)
        return tl::unexpected<Error>(read.error());
    return ledger;
}

Result<Comparabilities> readComparability(const Database &database)
{
    Comparabilities pairs;
    auto take = [&](const Statement &row) -> Result<void> {
        const auto level = stored::value<Comparability>(stored::comparabilities, row.text(2));
        if (!level)
            return damaged(database, row.text(0) + ": " + row.text(2));
        pairs[{row.text(0), row.text(1)}] = {*level, LocalText{row.text(3), row.text(4)}};
        return {};
    };
    const Result<void> read = eachRow(
        database,
        "SELECT dataset, other, level, reason_nl, reason_en FROM comparable "
        "WHERE dataset NOT IN (SELECT id FROM datasets WHERE position < 0) ORDER BY dataset, other",
        take);
    if (!read)
        return tl::unexpected<Error>(read.error());
    return pairs;
}

Result<std::vector<Indicator>> readDefined(const Database &database)
{
    std::string json = R"({"evenredig": "indicators/1", "indicators": [)";
    bool first = true;
    auto take = [&](const Statement &row) -> Result<void> {
        json += first ? "" : ",";
        json += row.text(0);
        first = false;
        return {};
    };
    if (const Result<void> read = eachRow(database, "SELECT json FROM indicators ORDER BY position", take); !read)
        return tl::unexpected<Error>(read.error());
    const Result<JsonDocument> document = JsonDocument::parse(json + "]}", database.path());
    if (!document)
        return tl::unexpected<Error>(document.error());
    return readIndicators(*document);
}

} // namespace evenredig
