// Reads the tables of a workspace back into values.
#pragma once

#include "core/data/dataset.h"
#include "core/model/indicator.h"
#include "core/store/database.h"

namespace evenredig {

[[nodiscard]] Result<std::vector<DatasetRecord>> readDatasets(const Database &database);
[[nodiscard]] Result<std::vector<IndicatorCoverage>> readCoverage(const Database &database);
[[nodiscard]] Result<std::vector<PublishedFigure>> readFigures(const Database &database, const std::string &indicator);
[[nodiscard]] Result<std::vector<LedgerEntry>> readLedger(const Database &database, const std::string &dataset);
[[nodiscard]] Result<Comparabilities> readComparability(const Database &database);
[[nodiscard]] Result<std::vector<Indicator>> readDefined(const Database &database);

} // namespace evenredig
