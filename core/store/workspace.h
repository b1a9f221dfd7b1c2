// The open file: one SQLite database with data sets, figures, ledgers, indicators (formats.md, "Workspace").
#pragma once

#include "core/base/progress.h"
#include "core/data/published.h"
#include "core/model/catalogue.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenredig {

class Database;
class MicrodataWriter;
class SegmentSource;
struct MicrodataInfo;

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

enum class OpenMode { ReadOnly, ReadWrite };
enum class IfExists { Refuse, Replace };

/// Not thread-safe: each job opens its own. A workspace that was opened is valid until it is destroyed.
class Workspace {
public:
    [[nodiscard]] static Result<Workspace> create(const std::string &path);
    [[nodiscard]] static Result<Workspace> open(const std::string &path, OpenMode mode);
    Workspace(Workspace &&) noexcept;
    Workspace &operator=(Workspace &&) noexcept;
    ~Workspace();

    [[nodiscard]] const std::string &path() const;
    [[nodiscard]] Result<std::vector<DatasetRecord>> datasets() const;
    [[nodiscard]] Result<std::vector<IndicatorCoverage>> coverage() const;
    /// All figures of an indicator, in the order dataset, period, origin, generation of import.
    [[nodiscard]] Result<std::vector<PublishedFigure>> figures(const std::string &indicator) const;
    /// The variables and design of every data set of persons, in the order of import. Without rows.
    [[nodiscard]] Result<std::vector<MicrodataInfo>> microdata() const;
    /// Reads rows over a connection of its own, so that each thread has one.
    [[nodiscard]] Result<std::unique_ptr<SegmentSource>> openSegments() const;
    /// The built-in catalogue with what this workspace defines on top.
    [[nodiscard]] Result<Catalogue> catalogue() const;
    [[nodiscard]] Result<std::vector<LedgerEntry>> ledger(const std::string &dataset) const;
    [[nodiscard]] Result<std::map<std::pair<std::string, std::string>, std::pair<Comparability, LocalText>>>
    comparability() const;
    /// Integrity: SQLite's own checks, foreign keys, and the accounts of every data set. Empty: sound.
    [[nodiscard]] Result<std::vector<std::string>> check(Language language) const;

    [[nodiscard]] Result<void> store(const ImportedDataset &dataset, IfExists ifExists, const Progress &progress = {});
    /// Several at once, all in one transaction.
    [[nodiscard]] Result<void> store(const std::vector<ImportedDataset> &datasets, IfExists ifExists,
                                     const Progress &progress = {});
    /// Begins a data set of persons; the writer and `progress` may not outlive the workspace, nor it the writer.
    [[nodiscard]] Result<std::unique_ptr<MicrodataWriter>> beginMicrodata(const std::string &dataset, IfExists ifExists,
                                                                          const Progress &progress);
    [[nodiscard]] Result<void> define(const std::vector<Indicator> &indicators);

private:
    explicit Workspace(std::unique_ptr<Database> database, std::string path);
    using Comparabilities = std::map<std::pair<std::string, std::string>, std::pair<Comparability, LocalText>>;
    std::unique_ptr<Database> m_database;
    std::string m_path;
    OpenMode m_mode = OpenMode::ReadWrite;
    // Read once when nothing can be written: an overview asks for them with every indicator.
    mutable std::optional<std::vector<DatasetRecord>> m_datasets;
    mutable std::optional<Comparabilities> m_comparability;
};

} // namespace evenredig
