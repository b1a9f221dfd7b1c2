// Writes data sets and indicators into a workspace: each call is one transaction, all or nothing.
#pragma once

#include "core/data/dataset.h"
#include "core/model/indicator.h"
#include "core/store/database.h"

namespace evenredig {

[[nodiscard]] Result<void> writeDatasets(Database &database, const std::vector<const ImportedDataset *> &datasets,
                                         IfExists ifExists, const Progress &progress);
[[nodiscard]] Result<void> writeIndicators(Database &database, const std::vector<Indicator> &indicators);

// The two steps of writing one data set, for a writer that keeps a transaction open in between.

/// Makes room: refuses, or removes what stands there and gives its place in the order.
[[nodiscard]] Result<std::int64_t> clearPlace(const Database &database, const std::string &dataset, IfExists ifExists);
/// The data set with its sources, figures, ledger and comparability.
[[nodiscard]] Result<void> writeAccount(const Database &database, const ImportedDataset &set, std::int64_t position,
                                        const Progress &progress);

} // namespace evenredig
