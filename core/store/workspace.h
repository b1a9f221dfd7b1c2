// The open file: one SQLite database with data sets, figures, ledgers, indicators (formats.md, "Workspace").
#pragma once

#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/model/catalogue.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenredig {

class Database;
class MicrodataWriter;
class SegmentSource;
struct MicrodataInfo;

enum class OpenMode { ReadOnly, ReadWrite };

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
    [[nodiscard]] Result<Comparabilities> comparability() const;
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
    /// Takes a data set with all its rows out of every answer; until it is purged it can be restored.
    [[nodiscard]] Result<void> removeDataset(const std::string &dataset);
    [[nodiscard]] Result<void> restoreDataset(const std::string &dataset);
    [[nodiscard]] Result<void> renameDataset(const std::string &dataset, const LocalText &title);
    [[nodiscard]] Result<void> describeDataset(const std::string &dataset, const LocalText &title,
                                               const LocalText &source);
    [[nodiscard]] Result<bool> hasRemoved() const;
    /// Deletes for good what was removed.
    [[nodiscard]] Result<void> purgeRemoved();

private:
    explicit Workspace(std::unique_ptr<Database> database, std::string path);
    std::unique_ptr<Database> m_database;
    std::string m_path;
    OpenMode m_mode = OpenMode::ReadWrite;
    // Read once when nothing can be written: an overview asks for them with every indicator.
    mutable std::optional<std::vector<DatasetRecord>> m_datasets;
    mutable std::optional<Comparabilities> m_comparability;
};

} // namespace evenredig
