// A data set as it is imported, stored and listed: accounts, sources, ledger, and what can be asked of it.
#pragma once

#include "core/data/published.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace evenredig {

/// One line of what an import did not simply keep.
struct LedgerEntry {
    enum class Kind { Row, Value, Column, Note };
    std::string source;
    Kind kind = Kind::Row;
    long line = 0; ///< first line of the record; 0 for a column or a note
    std::string column;
    std::string value;  ///< the offending value, of kept columns only
    std::string reason; ///< a reason code: texts "ledger.<reason>"
    LocalText remark;   ///< the recipe's own words, when it set the row aside (reason "set_aside")
    long count = 1;     ///< of an entry that stands for many
};

/// The account of one source file: rows_read = rows_kept + rows_set_aside, exactly.
struct ImportCounts {
    long rowsRead = 0, rowsKept = 0, rowsSetAside = 0, valuesUnreadable = 0;

    ImportCounts &operator+=(const ImportCounts &other);
};

/// One file that went into a data set.
struct SourceRecord {
    std::string name;
    std::string sha256;
    std::uint64_t bytes = 0;
    ImportCounts counts;
};

struct DatasetRecord {
    DatasetInfo info;
    std::string recipe; ///< the recipe's JSON
    ImportCounts counts;
    std::vector<SourceRecord> sources;
    long figures = 0;
};

/// What an import hands over to be stored, all of it in one transaction.
struct ImportedDataset {
    DatasetInfo info;
    std::string recipe;
    ImportCounts counts;
    std::vector<SourceRecord> sources;
    std::vector<PublishedFigure> figures;
    std::vector<LedgerEntry> ledger;
    /// Comparability with other data sets of a series: other id → level and reason.
    std::map<std::string, std::pair<Comparability, LocalText>> comparable;
};

/// What can be asked of an indicator.
struct IndicatorCoverage {
    std::string indicator;
    std::vector<std::string> datasets;
    std::vector<std::string> origins;
    std::vector<std::string> generations;
    std::vector<Period> periods; ///< by time
    long figures = 0;            ///< published ones
    bool personsOnly = false;    ///< computed from rows of persons: `level` alone, as yet
};

/// How far two data sets of a series may be compared, with the reason: both ids → level and reason.
using Comparabilities = std::map<std::pair<std::string, std::string>, std::pair<Comparability, LocalText>>;

/// What to do with a data set that is already there.
enum class IfExists { Refuse, Replace };

} // namespace evenredig
