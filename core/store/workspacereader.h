// Reads the tables of a workspace back into values.
#pragma once

#include "core/store/database.h"
#include "core/store/workspace.h"

namespace evenredig {

using ComparabilityMap = std::map<std::pair<std::string, std::string>, std::pair<Comparability, LocalText>>;

[[nodiscard]] Result<std::vector<DatasetRecord>> readDatasets(const Database &database);
[[nodiscard]] Result<std::vector<IndicatorCoverage>> readCoverage(const Database &database);
[[nodiscard]] Result<std::vector<PublishedFigure>> readFigures(const Database &database, const std::string &indicator);
[[nodiscard]] Result<std::vector<LedgerEntry>> readLedger(const Database &database, const std::string &dataset);
[[nodiscard]] Result<ComparabilityMap> readComparability(const Database &database);
[[nodiscard]] Result<std::vector<Indicator>> readDefined(const Database &database);

} // namespace evenredig
