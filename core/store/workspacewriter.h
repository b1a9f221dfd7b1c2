// Writes data sets and indicators into a workspace: each call is one transaction, all or nothing.
#pragma once

#include "core/store/database.h"
#include "core/store/workspace.h"

namespace evenredig {

[[nodiscard]] Result<void> writeDatasets(Database &database, const std::vector<const ImportedDataset *> &datasets,
                                         IfExists ifExists, const Progress &progress);
[[nodiscard]] Result<void> writeIndicators(Database &database, const std::vector<Indicator> &indicators);

} // namespace evenredig
