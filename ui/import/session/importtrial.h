// An import as it would go, run into a workspace that is thrown away: the same way as the real one.
#pragma once

#include "core/import/draft/weightcheck.h"
#include "core/import/importer.h"
#include "core/quality/datasetquality.h"

namespace evenredig {

struct ImportTrial {
    ImportReport report;
    std::vector<LedgerEntry> ledger;
    std::optional<DatasetQuality> quality; ///< of persons
    WeightCheck weights;                   ///< of persons
    std::vector<std::string> askable;      ///< indicators that can be asked of it, in the catalogue's order
    std::vector<std::string> unused;       ///< columns of the file that are stored, but that none of them uses
};

/// What a trial needs, as values: it runs in a job.
struct ImportTask {
    std::vector<std::string> sources;
    std::string recipe; ///< JSON
    std::string workspace;
};

/// Persons stay where the workspace is: the trial stands in a hidden folder beside it, which goes away at the end, and
/// not among the temporary files of the computer. Faults: those of the recipe and of the import.
[[nodiscard]] Result<ImportTrial> tryImport(const ImportTask &task, const Progress &progress);
struct ImportOutcome {
    ImportReport report;
    std::vector<DatasetRecord> datasets; ///< of the workspace, the new one among them
};
/// The real one, into the task's workspace.
[[nodiscard]] Result<ImportOutcome> runImport(const ImportTask &task, IfExists ifExists, const Progress &progress);

} // namespace evenredig
